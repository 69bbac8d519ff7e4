/* actuals: what the departments reported for one fiscal year, as read from input/actuals/YEAR.xml (formats.md is the contract).
   Plain data in one arena; strings are never NULL unless said so. */
#ifndef GYOKAKU_ACTUALS_H
#define GYOKAKU_ACTUALS_H
#include "plan/plan.h"
#include "plan/wordlist.h"

/* What staff declare of a milestone, or why there is no number. */
enum declared {
    DECLARED_NOTHING,
    DECLARED_MET,          /* 達成 */
    DECLARED_PARTLY,       /* 一部達成 */
    DECLARED_UNMET,        /* 未達成 */
    DECLARED_AHEAD,        /* 前倒し: reached before its year (`in`) */
    DECLARED_LATE,         /* 遅れて: reached, or to be reached, in a later year (`in`) */
    DECLARED_CONTINUED,    /* 継続 */
    DECLARED_STOPPED,      /* 中断 */
    DECLARED_HARD,         /* 評価困難, with why */
    DECLARED_NOT_SURVEYED, /* 未調査, with why */
    DECLARED_COUNTING,     /* 集計中, with why */
    DECLARED_OWN           /* a word of the scheme's own (struct state_word) */
};
enum certainty { CERTAINTY_NOT_GIVEN, CERTAINTY_PRELIMINARY /* 速報 */, CERTAINTY_FINAL /* 確定 */ };

struct actual_step {
    enum declared declared;
    const char *text;
    const char *own_state; /* DECLARED_OWN: the word, and the grade that the scheme gives it */
    unsigned own_grade;
};
struct actual {
    unsigned indicator; /* index among the initiative's */
    long line;
    enum declared declared;
    const char *own_state; /* likewise */
    unsigned own_grade;
    int in; /* the year of 前倒し or 遅れて; 0 if not given */
    enum certainty certainty;
    unsigned months;                                        /* the base is of so many months; 12 if not given */
    const char *as_of, *source, *evidence, *why, *decision; /* NULL if not given */
    bool confirmed;     /* confirmed="yes": staff confirm that an approximate value may be graded */
    struct value value; /* of the text: a number, or words about a milestone */
    bool has_number;
    struct value number; /* the attribute `value` of a mixed row */
    unsigned steps;
    const struct actual_step *step;
};
struct survey {
    unsigned indicator;
    struct date date;
    unsigned n;
};
struct evaluation {
    const char *by;    /* one of the plan's evaluators */
    const char *grade; /* NULL if not given */
    const char *why;   /* why it differs from what was computed; NULL if not given */
    struct field text;
};
struct effect {
    long line;
    const struct effect_category *category; /* of the plan */
    bool cumulative;                        /* kind */
    bool has_planned, has_cost;
    int64_t planned, cost, amount; /* in the category's unit */
    const char *rule;              /* NULL if not given */
};
/* Part of what an initiative cost, by where the money came from: 国, 県, 市債, 一般財源. */
struct cost {
    const char *source;
    int64_t amount; /* thousands of yen */
};
struct opinion {
    const char *by;
    struct date date;
    struct field text, response;
};
struct sheet_year {
    unsigned initiative; /* ordinal over the whole plan, from 0 */
    long line;
    bool has_entered, has_checked;
    struct date entered, checked;
    unsigned actuals;
    const struct actual *actual;
    unsigned surveys;
    const struct survey *survey;
    const struct pace_word *pace; /* of the plan; NULL if not given */
    struct form_fields fields;    /* what is said of the year (fields.def), the body's own fields among them */
    unsigned evaluations;
    const struct evaluation *evaluation;
    const char *direction; /* NULL if not given */
    bool has_cost;
    int64_t cost;   /* 事業費, thousands of yen: as given, or the sum of its sources */
    unsigned costs; /* by source; 0: not told apart */
    const struct cost *source;
    unsigned effects;
    const struct effect *effect;
    unsigned opinions;
    const struct opinion *opinion;
};

/* One file. */
struct actuals {
    const char *file;
    int year;
    struct date as_of;
    bool has_published;
    struct date published;
    bool sample;
    struct field overview;
    unsigned opinions;
    const struct opinion *opinion;
    unsigned sheets;
    const struct sheet_year *sheet;
    unsigned corrections;
    const struct correction *correction;
    unsigned texts;
    const struct plan_text *text;
    struct plan_readings readings;
};
/* The years that have a file, ascending. */
struct history {
    struct arena *arena; /* owned */
    unsigned years;
    const struct actuals *const *year;
};

/* Reads every `folder`/YEAR.xml up to `last` (0: all). A folder that is not there is an empty history. NULL: told. */
struct history *history_read(const char *folder, const struct plan *plan, int last, struct diag *diag);
void history_free(struct history *history);
/* What the sheet of an initiative (ordinal over the plan) says of a year, or NULL. */
const struct sheet_year *history_sheet(const struct history *history, int year, unsigned initiative);

/* The words for them; "" for none. */
const char *actuals_state(enum declared declared);
const char *actuals_certainty(enum certainty certainty);
/* What the department itself says of its sheet and gives a grade to, or NULL; `sheet` may be NULL. */
const struct evaluation *actuals_own_evaluation(const struct plan *plan, const struct sheet_year *sheet);
#endif
