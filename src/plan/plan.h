/* plan: what a city's administrative-reform plan says, as read from input/plan.xml (formats.md is the contract). Plain data in
   one arena; strings are never NULL unless said so; `line` is the line of the element in `file`, for messages. */
#ifndef GYOKAKU_PLAN_H
#define GYOKAKU_PLAN_H
#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"
#include "plan/fields.h"
#include "plan/form_labels.h"
#include "plan/value.h"
#include "plan/year.h"
#include "plan/wordlist.h"

struct baseline {
    bool given;
    int year;
    const char *as_of; /* as written (2025-11), NULL if not given */
    bool approximate;
    bool
        of_cell; /* what stands in front of the arrow of a target (4,305人→4,245人); its year is not said, and it is printed there */
    struct value value;
    long line;
};
struct target {
    int year;
    long line;
    struct value value;
    bool whole; /* stands for the whole period (<target year="period">), and in its last year for want of any other */
};
/* What a target was before it was changed. */
struct revision {
    int year;
    struct date date;
    const char *decided_by, *reason; /* NULL if not given */
    struct value value;
    long line;
};

enum direction { DIRECTION_UP, DIRECTION_DOWN, DIRECTION_KEEP };
enum accumulation { ACCUMULATION_YEARLY, ACCUMULATION_SUM, ACCUMULATION_CUMULATIVE, ACCUMULATION_STOCK };
/* BASIS_FIRST: actual ÷ baseline, for schemes only. */
enum basis { BASIS_BY_RULE, BASIS_TARGET, BASIS_BASELINE, BASIS_COMPARE, BASIS_FIRST };
enum growth { GROWTH_PREVIOUS, GROWTH_BASELINE };
/* What a year without a target means while a later one has one (interim.h). */
enum interim { INTERIM_PROGRESS, INTERIM_FINAL, INTERIM_LINEAR, INTERIM_NONE };

struct grade {
    const char *name;
    bool has_limit,
        above; /* at least so many percents, or with `above` more than so many; the last grade has no limit */
    struct decimal limit; /* may be below zero */
    const char *state;    /* the declared state that counts as this grade; NULL: none of its own */
    bool met;             /* does it count as 達成? */
    const char *mark;     /* ■ ◎ A …, shown beside its name */
    unsigned tone;        /* 1, the best, to JUDGEMENT_TONES, the worst: how it looks (judgement.h) */
};
/* A word of the body's own that departments declare of a milestone: 計画どおり. */
struct state_word {
    const char *name;
    unsigned grade;
};
enum judgement_source { SOURCE_COMPUTED, SOURCE_DECLARED };
/* What a rate is a share of, where an indicator does not say (enum basis). */
enum judgement_of { OF_RULE, OF_TARGET, OF_BASELINE, OF_GAP };
/* How the grades of several indicators make one. */
enum combine { COMBINE_WORST, COMBINE_FIRST, COMBINE_MEAN };
struct judgement {
    unsigned count; /* 0: the default of domain.md */
    const struct grade *grades;
    unsigned states;
    const struct state_word *state;
    enum judgement_source source;
    bool milestones_declared; /* of a year whose targets are words the declared grade counts */
    bool half_up;             /* how rates are shown; they are never compared so */
    enum judgement_of of;
    enum combine combine;
    struct word_list by; /* whose grade counts where it is declared, the last that has spoken; none: anybody's */
};

struct indicator {
    const char *id; /* the attribute, or its ordinal from 1 */
    long line;
    const char *unit; /* NULL if not given */
    enum direction direction;
    enum accumulation accumulation;
    enum basis basis;
    enum growth growth;
    enum interim interim; /* the plan's where the indicator says none */
    bool has_interim;     /* it says so itself */
    bool running;         /* a cell says 累計 or 延べ */
    struct decimal tolerance;
    struct judgement judgement;
    const char *source; /* NULL if not given; printed before the definition */
    const char *definition;
    struct baseline baseline;
    unsigned targets; /* at most one a year, ascending; years may have none */
    const struct target *target;
    bool
        has_whole; /* a target for the whole period, judged on the running total; if it is the only one, it is in `target` too */
    struct target whole; /* year 0 */
    unsigned revisions;
    const struct revision *revision;
};

struct goal_value {
    const char *indicator; /* an id; NULL: the first */
    const char *op;        /* ge, le, eq, gt, lt; NULL if not given */
    struct value value;
    long line;
};

enum { GROUP_NONE = -1 };

/* A department that answers for an initiative. */
struct charge {
    const char *name; /* as the list of departments calls it now */
    const char *note; /* what is said behind it: （関係）, （旧 納税課）, （令和8年度まで）; "" */
    bool other;       /* it has another role than being in charge */
    int from, to;     /* the years of it; 0: no bound */
};
struct initiative {
    const char *id; /* a name, of letters that files and links may hold: what actuals, links and files refer to */
    const char *
        code; /* what is printed for it: the code as given, with those around it where it is given twice; else the number */
    const char *own_code; /* as given; NULL: none */
    unsigned number;      /* among its neighbours, or over the whole plan (plan.running) */
    int group;            /* the innermost that holds it, by index; GROUP_NONE: directly in the plan */
    long line;
    unsigned charges;
    const struct charge *charge; /* those in charge first */
    int from, to;                /* fiscal years; the plan's where not given */
    const char *name;
    int began, ended;      /* the first year of one that was added, the last of one that was ended; 0: neither */
    const char *ended_why; /* NULL if not given */
    struct word_list into, succeeds; /* as written; plan->succession is what they mean */
    const char *outline_name;        /* NULL: like the name; "": not in the outline's table */
    const char *item_name;           /* NULL: the label of its group */
    struct form_fields fields;       /* its texts (fields.def), the body's own among them */
    unsigned goal_values;
    const struct goal_value *goal_value;
    unsigned indicators;
    const struct indicator *indicator;
};
/* What stands around initiatives, at any level. Groups are listed as the plan has them, each before those in it, so that the
   initiatives in one, at any depth, are one run of the plan's list. */
struct group {
    const char *kind; /* the name of its level */
    unsigned level;   /* from 0, the outermost */
    int parent;       /* index; GROUP_NONE: directly in the plan */
    const char *id;   /* a name: 1, 1-2, or as given */
    const char *path; /* 1-2: the numbers from the outermost group on */
    const char *code; /* as given, else the number */
    const char *mark; /* the code, or the path, with the kind before it: 基本方針1, 項目1-2 */
    bool has_code;
    unsigned number;
    long line;
    const char *name;
    const char *
        label; /* in tables: ① and the name; with a code, the code and the name; the name alone of an outermost group */
    const char *outline_name; /* NULL: the label */
    struct field approach;
    unsigned first, initiatives; /* those in it, at any depth */
};
/* A word of the plan for the state of the work, and what it comes to. */
struct pace_word {
    const char *word;
    enum pace pace;
};
struct pace_list {
    unsigned count;
    const struct pace_word *word;
};
/* What is counted as an effect, in whole numbers of a unit: 千円, 円, 時間, 枚, kg-CO2. */
struct effect_category {
    const char *name, *unit;
};
struct effect_list {
    unsigned count;
    const struct effect_category *category;
};

struct viewpoint {
    unsigned number;
    const char *name;
    struct field text;
};

/* What a chapter or a section holds, in order. */
enum part_kind { PART_TEXT, PART_GROUPS, PART_OUTLINE, PART_VIEWPOINTS, PART_SHEETS };
struct part {
    enum part_kind kind;
    struct block text; /* PART_TEXT */
    unsigned groups;   /* PART_OUTLINE: which of the outermost, by index; 0: all */
    const unsigned *group;
    const char *head; /* PART_OUTLINE: first column's head; NULL: the name of the outermost level */
};
struct section {
    const char *title;
    const char *toc_title; /* NULL: the title */
    unsigned parts;
    const struct part *part;
};
struct chapter {
    const char *title;
    const char *toc_title;
    unsigned parts; /* before the first section */
    const struct part *part;
    unsigned sections;
    const struct section *section;
};

struct contact {
    bool given;
    const char *department, *address, *tel, *fax, *mail, *form; /* NULL if not given; form: the address of a web form */
};
struct department {
    const char *name;
    const char *tel; /* NULL if not given */
    const char *was; /* its name before; NULL if not given */
};
struct correction {
    struct date date;
    const char *document, *ref, *field, *indicator, *year; /* NULL if not given */
    const char *wrong, *right, *reason;                    /* reason: NULL if not given */
    long line;
};

/* Every text of the input in document order, readings as texts of their own, for checks that look at characters and words. */
struct plan_text {
    const char *field; /* as users know it: 「1-1-1の現状」, 「計画の題名」 */
    const char *text;  /* after trimming, as the plan holds it */
    long line;
    bool of_initiative; /* it is told with its initiative */
};

/* A string of the plan that has readings (<ruby>), known by its address, and what it says with them (base/annotation.h). All
   strings of a plan are without readings, so that whoever compares or measures them need not know of any; who prints them asks. */
struct plan_ruby {
    const char *text, *said;
};
struct plan_readings {
    unsigned count;
    const struct plan_ruby *ruby; /* ascending by address */
};
/* What the very string `text` says with its readings; the string itself where it has none. */
const char *plan_said(const struct plan_readings *readings, const char *text);

/* What an initiative is referred to by. */
struct plan_ref {
    const char *text;
    unsigned ordinal;
};
/* One initiative, by ordinal, was carried on by another. */
struct succession {
    unsigned from, to;
};
/* A revision of the whole plan in mid-period. */
struct plan_revision {
    struct date date;
    const char *title;
    struct field text;
};

struct plan {
    struct arena *arena; /* owned: everything below lives here */
    const char *file;
    const char *lang; /* ja */
    const char *title;
    const char *municipality;
    const char *body; /* what kind of body it is, in its own word: 市, 町, 県, 組合 (body.h) */
    const char *code; /* 団体コード, six digits; NULL if not given */
    bool draft;       /* state 案 */
    bool sample;      /* sample="yes": 見本 on every page */
    struct date date;
    int first, last; /* fiscal years, or calendar years */
    enum year_kind year_kind;
    struct contact contact;
    const char *licence, *licence_href; /* NULL if not given */
    unsigned departments;
    const struct department *department;
    unsigned chapters;
    const struct chapter *chapter;
    unsigned viewpoints;
    const struct viewpoint *viewpoint;
    struct judgement judgement;
    enum interim interim; /* of indicators that say none */
    bool has_interim;
    struct word_list evaluators; /* the first: the department's own */
    struct word_list directions;
    struct pace_list paces;
    struct effect_list effects;
    bool own_levels; /* the plan says them */
    bool running;    /* initiatives are numbered over the whole plan */
    unsigned levels; /* above an initiative */
    const char *const
        *level; /* their names, outermost first: 基本方針, 項目; behind them what an initiative is called: 主な取組み */
    unsigned groups;
    const struct group *group;
    unsigned initiatives; /* in the plan's order */
    const struct initiative *initiative;
    const struct plan_ref *by_id, *by_code; /* sorted by text; of ids as many as initiatives */
    unsigned codes;
    unsigned successions; /* sorted, none twice */
    const struct succession *succession;
    unsigned revisions;
    const struct plan_revision *revision;
    unsigned corrections;
    const struct correction *correction;
    unsigned texts;
    const struct plan_text *text;
    struct plan_readings readings;
    const struct form_labels *labels; /* borrowed, set by whoever has read them; NULL: the program's own words */
};

/* Are the sheets of all initiatives among the parts of a chapter or a section? */
bool plan_holds_sheets(const struct part *part, unsigned parts);
/* Reads, checks and converts a plan; every error of the file is told. NULL when there was one. plan_free gives it back.
   The input is treated as hostile: no DTD, no entities but the five, no network, limits on size, depth and count. */
struct plan *plan_read(const char *path, struct diag *diag);
void plan_free(struct plan *plan);
#endif
