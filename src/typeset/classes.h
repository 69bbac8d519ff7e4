/* classes: what kind of character a character is when Japanese lines are made (JIS X 4051, JLREQ appendix A), and
   what two neighbours mean for each other: may a line break between them, how much space belongs there. Knows no
   fonts and no widths. */
#ifndef GYOKAKU_CLASSES_H
#define GYOKAKU_CLASSES_H
#include <stdbool.h>
#include <stdint.h>

enum char_class {
    CLASS_OTHER,       /* symbols and all scripts that have no rule of their own here */
    CLASS_JAPANESE,    /* kana and ideographs: cl-15, cl-16, cl-19 */
    CLASS_LATIN,       /* letters of Latin, Greek and Cyrillic: cl-27 */
    CLASS_DIGIT,       /* cl-24 */
    CLASS_WIDE_DIGIT,  /* full-width digits */
    CLASS_OPENING,     /* cl-01 */
    CLASS_CLOSING,     /* cl-02 */
    CLASS_HYPHEN,      /* cl-03 */
    CLASS_DIVIDING,    /* ？！: cl-04 */
    CLASS_MIDDLE,      /* ・：；: cl-05 */
    CLASS_STOP,        /* 。．: cl-06 */
    CLASS_COMMA,       /* 、，: cl-07 */
    CLASS_INSEPARABLE, /* …―: cl-08 */
    CLASS_ITERATION,   /* 々ゝ: cl-09 */
    CLASS_PROLONGED,   /* ー: cl-10 */
    CLASS_SMALL_KANA,  /* cl-11 */
    CLASS_PREFIX,      /* ￥＄: cl-12 */
    CLASS_POSTFIX,     /* ％℃: cl-13 */
    CLASS_BLANK,       /* every blank at which a line may end, and what is invisible: cl-14, cl-26 */
    CLASS_NEWLINE
};

/* How good a place for a line to end is, worst first. */
enum breaking {
    BREAK_NEVER,       /* inside a cluster, before a blank */
    BREAK_LAST_RESORT, /* against kinsoku: only when the line has no other place */
    BREAK_WORD,        /* inside a word, a number, an address */
    BREAK_UNIT,        /* between a number and its unit */
    BREAK_FREE,
    BREAK_PHRASE /* between phrases (文節), where a run asks for them */
};

/* What neighbours do to the space between them, as bits. */
enum spacing {
    SPACE_LATIN =
        1 << 0, /* an eighth em between Japanese and Latin (JLREQ 3.2.6 allows a quarter; an eighth reads calmer) */
    TRIM_LEFT = 1 << 1,          /* the left one loses the blank half behind it (JLREQ 3.1.4) */
    TRIM_RIGHT = 1 << 2,         /* the right one loses the blank half before it */
    SPACE_WORD = 1 << 3,         /* behind a word space, which a line may widen and narrow */
    STRETCH_POINT = 1 << 4,      /* beside punctuation: a line may widen it */
    STRETCH_CHARACTERS = 1 << 5, /* between two Japanese characters: a line may widen it, after all else */
    SQUEEZE_LEFT = 1 << 6,       /* a line may take the blank behind the left one */
    SQUEEZE_RIGHT = 1 << 7       /* a line may take the blank before the right one */
};

enum char_class class_of(uint32_t c);
/* Has it no shape and no width, in any font: controls, joiners, selectors, soft hyphen, U+200B? */
bool class_is_invisible(uint32_t c);

struct neighbour {
    uint32_t c;
    enum char_class cl;
};
/* Where a line may break between `left` and `right`, given what Unicode says (UAX #14) in `allowed`; `before`
   stands before `left`. */
enum breaking class_breaking(const struct neighbour *before, const struct neighbour *left,
                             const struct neighbour *right, bool allowed);
/* Does a line better end before `right`, with phrases asked for, whether a phrase begins there or not? */
bool class_ends_phrase(const struct neighbour *left, const struct neighbour *right);
/* Bits of enum spacing. */
unsigned class_spacing(const struct neighbour *left, const struct neighbour *right);
/* Does the blank before a character of this class vanish at a line's start; does that behind it at a line's end? Such
   a blank is what its body has beyond half an em, shared by both sides where both vanish. */
bool class_trims_at_start(enum char_class cl);
bool class_trims_at_end(enum char_class cl);
/* Is it forbidden at a line's start (行頭禁則)? */
bool class_never_starts(enum char_class cl);
/* May it stand in the margin behind a full line (ぶら下げ)? */
bool class_hangs(enum char_class cl);
#endif
