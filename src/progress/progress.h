/* progress: plan and actuals → rates, grades, tallies, outlook, effects (domain.md). Pure and exact: decimals are compared by
   cross-multiplication; nothing here words or shows a number (number.h does). */
#ifndef GYOKAKU_PROGRESS_H
#define GYOKAKU_PROGRESS_H
#include "plan/actuals.h"
#include "plan/interim.h"
#include "plan/plan.h"

/* What a year's result is. After GRADED, in the order in which an initiative without a graded indicator takes the first that any of
   them has. */
enum outcome {
    OUTCOME_GRADED,
    OUTCOME_UNREPORTED,     /* 未報告 */
    OUTCOME_UNDECIDABLE,    /* 判定できない: the tool's own, with its reason */
    OUTCOME_HARD,           /* 評価困難: declared */
    OUTCOME_COUNTING,       /* 集計中 */
    OUTCOME_NOT_SURVEYED,   /* 未調査 */
    OUTCOME_INTERIM,        /* 期間の途中: not graded, a later year has the target */
    OUTCOME_CONTINUED,      /* 継続 */
    OUTCOME_NOT_EVALUATED,  /* 評価なし: nothing to be graded by, and nobody graded it */
    OUTCOME_NOT_APPLICABLE, /* 対象外 */
    OUTCOME_NOT_DUE,        /* a year after the report's: no result, shown as nothing and counted nowhere */
    OUTCOME_NOT_BEGUN,      /* 開始前: added to the plan in a later year; counted nowhere, like what follows */
    OUTCOME_OVER,           /* 終了: ended in an earlier year; both are known of years to come, too */
    OUTCOME_COUNT
};
/* How a result came about: one a rule of domain.md; the tests and the sheets say it. */
enum reason {
    REASON_NONE,
    REASON_TARGET,      /* actual ÷ target */
    REASON_TARGET_DOWN, /* target ÷ actual */
    REASON_BASELINE,    /* (actual − baseline) ÷ (target − baseline) */
    REASON_FIRST,       /* actual ÷ baseline */
    REASON_COMPARE,     /* 達成 or 未達成 only */
    REASON_KEEP,        /* within the tolerance or not */
    REASON_GROWTH,      /* achieved ÷ wanted growth */
    REASON_DECLARED,
    REASON_PARTLY, /* 一部達成 counts as the grade of that state */
    REASON_AHEAD,
    REASON_LATE,
    REASON_STOPPED,
    REASON_DECISION,     /* a decision milestone, complete with either decision */
    REASON_STEPS,        /* the worst of the cell's steps */
    REASON_MEAN,         /* the mean of several indicators */
    REASON_NO_STATE,     /* undecidable: a milestone without a state */
    REASON_NO_BASELINE,  /* undecidable: growth or baseline basis without one */
    REASON_FIRST_YEAR,   /* undecidable: growth in the first year */
    REASON_PART_YEAR,    /* undecidable: the base year has less than 12 months */
    REASON_FROM_ZERO,    /* undecidable: growth from zero */
    REASON_APPROXIMATE,  /* undecidable: about a number, not confirmed by staff */
    REASON_NOT_A_NUMBER, /* undecidable: words where a number is wanted */
    REASON_BASE_MISSING, /* undecidable: the year before has no number; sum: an earlier year has none */
    REASON_SUM_MISSING,  /* undecidable: a sum of which earlier years have no number: `missing` */
    REASON_CHANGE,       /* achieved ÷ wanted change, in units */
    REASON_WISH,         /* more or less than it was, or no worse */
    REASON_MARK,         /* the sign that was reported against the one that was wanted */
    REASON_UNITS,        /* undecidable: units that do not convert */
    REASON_TOO_LARGE     /* undecidable: more digits than an exact value holds */
};

/* An exact fraction; denominator > 0. */
struct ratio {
    int64_t numerator, denominator;
};
struct verdict {
    enum outcome outcome;
    unsigned grade; /* GRADED: index into the judgement, 0 the best */
    enum reason reason;
    bool measured; /* judged by numbers, not declared */
    bool partly;   /* 一部達成 decided, of the cell or of its worst step: to be said beside the grade */
};
/* One indicator in one year. */
struct reading {
    int year;
    bool due;       /* up to the report's year, and within from–to */
    bool continues; /* the cell is → */
    bool narrow;
    enum stand stand;           /* has it a target of its own; what it means if not */
    const struct value *target; /* its own, in force at the report's date; of → the one it continues; NULL: none */
    const struct value
        *against;             /* what it is judged against: its own, the next as if it stood there, the line's; NULL */
    const struct value *next; /* without a target of its own: the one that it leads to, to be reached in `until` */
    int until;                /* 0: none */
    const struct value *original;    /* before the first revision; NULL if not revised by the report's date */
    const struct actual *actual;     /* NULL: none */
    const struct value *number;      /* what is computed with: the actual's, or NULL */
    struct verdict verdict;          /* against the target in force; `grade` counts in the indicator's own judgement */
    struct verdict against_original; /* the same while nothing is revised */

    /* Which of the following there are. */
    bool reached; /* a number against a number: is what the cell or the direction asks there? */
    bool has_rate, has_distance, has_totals, has_growth, has_needed, has_way, has_whole;
    struct decimal rate;     /* percents as shown: nothing under a limit shows as that limit */
    struct decimal distance; /* actual − target, in points for percents, else in the target's unit */
    struct decimal target_total, actual_total; /* sum: running totals */
    struct decimal way;         /* 進捗: the part of the way to `next` that was gone, percents as shown */
    struct decimal whole;       /* the part of the target for the whole period that `whole_total` is, likewise */
    struct decimal whole_total; /* what the years come to so far, in that target's unit */
    bool has_change;
    struct decimal
        change; /* by how much it is more (less: below zero) than `base`, or was told to be; in the target's unit, of a wish the base's */
    const struct value *base; /* what that is counted from; NULL: the change was told itself */
    int base_year;            /* 0: the baseline */
    unsigned missing;         /* REASON_SUM_MISSING: the years, a bit each from the period's first */
    int64_t growth_tenths;    /* achieved, tenths of a percent */
    int64_t needed;           /* growth of things that are counted: the smallest whole number that meets it */
};
struct indicator_progress {
    const struct indicator *indicator;
    const struct judgement *judgement; /* its own, the plan's or the default */
    unsigned readings;                 /* one a year of the plan's period */
    struct reading *reading;
    bool clock;       /* durations of several parts: told and charted in seconds */
    bool has_outlook; /* linear projection to the final year, from three points on */
    struct decimal outlook;
};
struct initiative_year {
    int year;
    bool due;               /* up to the report's year, within from–to, and not ended before */
    bool shown;             /* has it a result to be shown: due, or 開始前 or 終了 */
    struct verdict verdict; /* the worst of its graded indicators; `grade` counts in the plan's judgement */
    struct verdict
        computed; /* where the scheme goes by what is declared: what the numbers come to; outcome GRADED only if they do */
    bool declared;         /* is `computed` of any meaning? */
    unsigned deciding;     /* the indicator that decided */
    const char *own_grade; /* the department's, when it differs; NULL */
    unsigned years_late; /* years in a row, this one the last, that were unmet; more where 遅れて names a later year */
    bool said_late;      /* by 遅れて of an indicator, or by the department for the whole sheet */
    const struct sheet_year *sheet;
};
struct initiative_progress {
    const struct initiative *initiative;
    unsigned ordinal; /* from 0, as in the plan's list */
    unsigned indicators;
    struct indicator_progress *indicator;
    struct initiative_year *year;           /* one a year of the period */
    const struct initiative_progress *twin; /* another with the same indicator: footnoted; NULL */
};

enum tally_by { TALLY_ALL, TALLY_GROUP, TALLY_DEPARTMENT };
/* Counts add up to the number of initiatives of the row, those that run in its year; an initiative of several departments counts with
   the one in charge then. */
struct tally {
    enum tally_by by;
    const char *label;                 /* the group's name, the department; "" for all */
    const struct group *group;         /* NULL: of no group */
    unsigned initiatives, denominator; /* those that could be graded: all but 対象外, 期間の途中 and 評価なし */
    unsigned *graded;                  /* by grade of the plan's judgement */
    unsigned *measured;                /* of those, by numbers */
    unsigned outcome[OUTCOME_COUNT]; /* [GRADED] is their sum */
    unsigned differing;              /* departments that say another grade */
};
struct effects_total {
    const char *category, *unit;
    int64_t yearly, cumulative, planned, cost; /* in the unit; net = yearly − cost */
    int64_t cumulative_planned, cumulative_cost;
    bool too_large; /* a sum left 64 bits: not to be shown */
};
struct change { /* since last year */
    unsigned better, same, worse,
        other; /* other: not graded in both years; all add up to the initiatives of the year */
};

struct progress {
    struct arena *arena; /* owned */
    const struct plan *plan;
    const struct history *history;
    int year; /* of the report */
    unsigned years;
    int *year_of; /* the period */
    const struct judgement *judgement;
    unsigned initiatives;
    struct initiative_progress *initiative;
    unsigned tallies; /* of the report's year: all, groups from the outermost on, departments */
    struct tally *tally;
    unsigned tallies_before; /* of the year before; 0 if it has no file */
    struct tally *tally_before;
    bool occurs
        [OUTCOME_COUNT]; /* which results this plan can have: 期間の途中 and 評価なし are told of only where they are */
    unsigned late; /* initiatives late or unmet: by grade, years late, id */
    const struct initiative_progress **late_initiative;
    unsigned effects;
    struct effects_total *effect;    /* a category each, those that occur */
    bool has_effect_all;             /* is there any money among them? */
    struct effects_total effect_all; /* the sum of the money; category 計 */
    struct change change;
};

/* Computes everything for `year` (0: the newest with actuals; the plan's first if there is none). Revisions dated after the actuals were published are not in force. Warnings that only
   computing can find (a milestone without a state) are told. Never NULL; progress_free gives it back. */
struct progress *progress_new(const struct plan *plan, const struct history *history, int year, struct diag *diag);
void progress_free(struct progress *progress);
/* The tallies of any year of the period, as of the report's date; NULL and 0 rows outside. They live as long as `progress`. */
const struct tally *progress_tally(const struct progress *progress, int year, unsigned *rows);
#endif
