/* value: one cell of the plan, as one of seven kinds. The author's own text is what is printed; the parsed value is what is
   computed with. Decimals are exact; binary floating point never touches a value. Knows nothing of XML. */
#ifndef GYOKAKU_VALUE_H
#define GYOKAKU_VALUE_H
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"

/* units / 10^scale, exactly; scale 0–9. 98.60 is {9860, 2}: the digits after the point are kept. */
struct decimal {
    int64_t units;
    int scale;
};

enum value_kind {
    VALUE_PERCENT,   /* 98.60% ８５％ */
    VALUE_QUANTITY,  /* 110,000件 △2億円 約80団体 */
    VALUE_NUMBER,    /* 45 6,000: the unit may come from the indicator */
    VALUE_MILESTONE, /* 研究・検討: the state that staff declare */
    VALUE_GROWTH,    /* 実施事業3%増加, アクセス数 前年比3%増加 */
    VALUE_CONTINUE,  /* → */
    VALUE_NONE       /* — : 対象外 in that year */
};

/* What a cell asks of the number in it, beside the number itself: exact, unlike 約. */
enum bound {
    BOUND_NONE,
    BOUND_AT_LEAST, /* 98.5%以上, 30回以上 */
    BOUND_AT_MOST,  /* 95%以下, 10時間以内 */
    BOUND_MORE,     /* 50件超, 50件を超える */
    BOUND_LESS,     /* 100%未満, 5件を下回る */
    BOUND_WITHIN    /* 4～7社, 4社から7社: both ends included */
};

/* What words ask of a number that they do not name: more than it was, at least as much. */
enum wish {
    WISH_NONE,
    WISH_MORE,     /* 増加, 前年度を上回る */
    WISH_LESS,     /* 減少, 前年度を下回る */
    WISH_AT_LEAST, /* 前年度以上 */
    WISH_AT_MOST,  /* 前年度以下 */
    WISH_KEEP      /* 維持, 現状維持: no worse than it was */
};
/* Compared with what: as `growth` of the indicator says, or as the cell says itself. */
enum wish_base { WISH_OF_EITHER, WISH_OF_PREVIOUS, WISH_OF_BASELINE };
/* A sign that stands for a state; signs of one set are compared, the lower place is the better. */
enum mark_set { MARK_NONE, MARK_THERE, MARK_ROUND, MARK_DONE, MARK_CARRIED_OUT, MARK_FINISHED, MARK_LETTER };
struct mark {
    enum mark_set set;
    int place;
};

struct value {
    enum value_kind kind;
    const char *text;      /* the author's own, steps joined by '\n' */
    struct decimal number; /* percent, quantity, number; growth: the wanted percents; a range: its lower end */
    struct decimal high;   /* the upper end of a range, else the same as number */
    const char *
        unit; /* quantity: as written (件, 億円), NULL else; 3万人 and 1億2,000万円 are computed out: 30000 人, 120000000 円 */
    bool approximate; /* 約, 程度, 前後 …: graded only when staff confirm */
    enum bound bound;
    bool high_excluded; /* of 70%以上80%未満: the upper end is not within */
    bool change;        /* 15人削減: `number` is by how much, below zero for less; never a level */
    bool running;       /* 累計50件: a total since the beginning */
    bool clock;         /* 10分12秒: `number` is in seconds, `unit` 秒 */
    bool ratio;         /* 1:3: `number` is the 3, and needs no unit */
    bool bare;          /* 30億: the unit, which the cell does not name, stands behind that number */
    enum wish wish;     /* of words; they stay a milestone, whose state staff may declare as well */
    enum wish_base wish_base;
    struct mark mark;         /* of words: 有, ○, 済, A */
    const struct value *from; /* of a pair, 4,305人→4,245人: what stands in front of the arrow; NULL */
    unsigned steps;           /* how many <step> the cell holds; 0 for a plain cell */
    const char *const *step;
};

enum value_fault {
    VALUE_FINE,
    VALUE_EMPTY,     /* nothing but blanks */
    VALUE_MALFORMED, /* begins like a number and is none: 98..6%, 1,10件, 12O件 */
    VALUE_TOO_LARGE  /* more digits than an exact value holds */
};

/* Parses `text` (UTF-8, trimmed or not). Strings of `out` live in `arena`; `out->text` is a copy of the text, trimmed.
   A cell that begins with a number and goes on is a quantity when what follows is a unit, and a milestone when it reads as a
   sentence. A unit has at most 8 characters, no more than three kanji in a row, no particle (no hiragana but か所, か月, つ …),
   no punctuation, and no deed behind (2回実施). 約, 以上, ranges and one remark in brackets may stand around it. What is neither is
   malformed. 3%増加 is growth; 前年比3% without 増 or 減 could be either way, and is malformed. The forms that are no plain numbers (ranks,
   durations, changes, pairs …) are in value_forms.c. */
enum value_fault value_parse(struct arena *arena, const char *text, struct value *out);

/* <0, 0, >0; exact, by cross-multiplication. */
int decimal_compare(struct decimal a, struct decimal b);
/* `a` in the unit `to` when it is given in `from`: 円, 千円, 百万円, 億円, 人 and 千人, % and ‰, 時間, 分 and 秒 convert exactly; equal units are
   copied, 件/年 is 件; otherwise false. */
bool value_convert(struct decimal a, const char *from, const char *to, struct decimal *out);
/* Is a number that was reached no more than about known: 約80件, or 75%以上, whose value nobody said? Such an actual is graded only
   when staff confirm; as a target a bound is exact. */
bool value_is_about(const struct value *value);
/* Is there anything to compute with (percent, quantity, number)? */
bool value_is_numeric(const struct value *value);
/* A number whose unit the cell leaves to the indicator (30億): in the unit that stands behind 億. `unit` NULL: it stays as it is. */
void value_complete(struct arena *arena, struct value *value, const char *unit);
#endif
