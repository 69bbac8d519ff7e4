/* judge: the parts that judge one indicator in one year; private to this folder. A series is an indicator with its actuals, a row
   its targets of one date. */
#ifndef GYOKAKU_JUDGE_H
#define GYOKAKU_JUDGE_H
#include "progress/progress.h"

/* The targets of an indicator as they stood at one date, one a year of the period. */
struct row {
    const struct value **target; /* what is judged against: of → the one it continues; NULL: nothing is that year */
    const struct value **next;   /* of a year without a target of its own: the one that it leads to; NULL: none */
    enum stand *stand;           /* why `target` is what it is */
    int *until;                  /* the year in which the target, or the next, has to be reached */
    bool *continues;
    bool narrow;
};
struct series {
    const struct indicator *indicator;
    const struct judgement *judgement;
    int from, to;      /* of the initiative */
    int first, report; /* the period's first year; the report's */
    unsigned years;
    bool clock;                   /* a cell or an actual is a duration of several parts: all are compared in seconds */
    const struct actual **actual; /* one a year; NULL: none */
    const struct value **number;  /* what is computed with; NULL: none */
    struct row current, original; /* at the report's date; before any revision that is in force */
};
/* From the lower to the upper end; the same twice for a plain number. */
struct span {
    struct decimal low, high;
};

/* What a change is counted from. */
struct base {
    const struct value *value;
    int year; /* of the actual; 0: the baseline */
    bool approximate;
};

/* --- judge.c: which rule applies --- */

/* Year `index` against `row`: fills the verdict and what belongs to it. */
void judge_year(const struct series *series, const struct row *row, unsigned index, struct reading *reading);
struct verdict judge_graded(unsigned grade, enum reason reason, bool measured);
struct verdict judge_undecidable(enum reason reason);
/* An <actual/> that says nothing is no report. */
bool judge_is_blank(const struct actual *actual);
/* What staff declare instead of a result: 評価困難, 未調査, 集計中; OUTCOME_GRADED for any other state. */
enum outcome judge_excuse(enum declared declared);

/* --- row.c: targets by date --- */

/* What is computed with: the number of a mixed row, else the value if it is one; NULL. */
const struct value *row_number(const struct actual *actual);
/* Fills `current` and `original` for a report that was published on `published`; NULL: every revision is in force. */
void row_build(struct arena *arena, struct series *series, const struct date *published);
/* The unit as computed with: % for percents, the indicator's for a bare number; NULL: none is said. */
const char *row_unit(const struct series *series, const struct value *value);
/* `value` in the unit of `like`. REASON_NONE: done; REASON_UNITS or REASON_TOO_LARGE: not. */
enum reason row_in_unit(const struct series *series, const struct value *value, const struct value *like,
                        struct span *out);

/* --- stand_in.c: years without a target --- */

/* Fills what stands in for the targets that years do not have; their own are there. */
void stand_in(struct arena *arena, const struct series *series, struct row *row);
/* A year that is not graded: what was declared, or 期間の途中 with the way that was gone so far. */
void stand_in_judge(const struct series *series, const struct row *row, unsigned index, struct reading *reading);
/* A target for the whole period beside those of the years: the running total and the part of the target that it is. */
void stand_in_whole(const struct series *series, unsigned index, struct reading *reading);

/* --- totals.c: running totals of a sum --- */

/* Up to year `index`, in the unit of the row's first number; years of words have no target, and add what they report. */
struct totals {
    struct span target, actual;
    bool approximate;
    unsigned missing; /* the years whose actual is wanted and not there, a bit each from the period's first */
};
enum reason totals_at(const struct series *series, const struct row *row, unsigned index, struct totals *out);

/* --- level.c, growth.c, milestone.c: one kind of target each --- */

void level_judge(const struct series *series, const struct row *row, unsigned index, struct reading *reading);
/* Also without an actual: `needed` is known as soon as the base is. */
void growth_judge(const struct series *series, const struct row *row, unsigned index, struct reading *reading);
/* What is compared with: the baseline, or the year before (of the first year a baseline of just the year before that). */
enum reason growth_base(const struct series *series, unsigned index, bool of_baseline, struct base *out);
/* shift.c: 15人削減 and 増加: by how much it is more or less than it was. */
void shift_judge_change(const struct series *series, const struct row *row, unsigned index, struct reading *reading);
void shift_judge_wish(const struct series *series, const struct row *row, unsigned index, struct reading *reading);
/* The part of a change that was done so far, for a year without a target. False: there is nothing to count it from. */
bool shift_way(const struct series *series, const struct value *next, unsigned index, struct ratio *out);
struct verdict milestone_judge(const struct series *series, const struct row *row, unsigned index);

/* --- outlook.c --- */

/* The line through what was reported up to the report's year, at the last year. False: none is drawn. */
bool outlook_project(const struct series *series, struct decimal *out);
#endif
