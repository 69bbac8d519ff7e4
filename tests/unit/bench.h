/* bench: plans and actuals built by hand, as the readers would hand them over. Five years from 2026, all in one arena. */
#ifndef GYOKAKU_TEST_BENCH_H
#define GYOKAKU_TEST_BENCH_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "progress/number.h"
#include "progress/progress.h"
#include "plan/decimal.h"
#include "plan/groups.h"
#include "plan/lists.h"

enum { FIRST = 2026, LAST = 2030, YEARS = 5, MOST = 16, POLICIES = 3, FEW = 4 };

struct bench {
    struct arena *arena;
    struct diag *diag;
    struct plan plan;
    struct group group[2 * POLICIES]; /* each policy with its one item */
    struct initiative initiative[POLICIES * MOST];
    struct actuals file[YEARS];
    bool has_file[YEARS];
    struct history history;
    struct progress *progress;
};

static inline struct value bench_value(struct bench *bench, const char *text)
{
    struct value value = {0};
    if (!*text) {
        value.text = "";
        return value;
    }
    if (strchr(text, '|')) { /* steps */
        const char **step = arena_array(bench->arena, FEW, sizeof *step);
        char *rest = arena_strdup(bench->arena, text);
        value = (struct value){.kind = VALUE_MILESTONE, .text = text, .step = step};
        for (char *one = strtok(rest, "|"); one; one = strtok(NULL, "|"))
            step[value.steps++] = one;
        return value;
    }
    if (value_parse(bench->arena, text, &value) != VALUE_FINE) fail_msg("「%s」 is no value", text);
    return value;
}

static inline struct bench *bench_new(void)
{
    static const char *const LEVELS[] = {"基本方針", "項目", "主な取組み"};
    struct arena *arena = arena_new();
    struct bench *bench = arena_alloc(arena, sizeof *bench);
    bench->arena = arena;
    bench->diag = diag_new();
    bench->plan = (struct plan){.arena = arena,
                                .file = "plan.xml",
                                .first = FIRST,
                                .last = LAST,
                                .evaluators = word_list_of(WORDS_EVALUATORS),
                                .directions = word_list_of(WORDS_DIRECTIONS),
                                .paces = LISTS_PACES,
                                .effects = LISTS_EFFECTS,
                                .levels = 2,
                                .level = LEVELS,
                                .group = bench->group,
                                .initiative = bench->initiative};
    return bench;
}

static inline void bench_free(struct bench *bench)
{
    progress_free(bench->progress);
    diag_free(bench->diag);
    arena_free(bench->arena);
}

/* The next policy with its item. */
static inline void bench_policy(struct bench *bench)
{
    static const char *const NAMES[POLICIES] = {"基本方針一", "基本方針二", "基本方針三"};
    unsigned index = bench->plan.groups, number = index / 2 + 1, first = bench->plan.initiatives;
    bench->group[index] = (struct group){.kind = "基本方針",
                                         .parent = GROUP_NONE,
                                         .id = arena_printf(bench->arena, "%u", number),
                                         .path = arena_printf(bench->arena, "%u", number),
                                         .code = arena_printf(bench->arena, "%u", number),
                                         .mark = arena_printf(bench->arena, "基本方針%u", number),
                                         .number = number,
                                         .name = NAMES[number - 1],
                                         .label = NAMES[number - 1],
                                         .first = first};
    bench->group[index + 1] = (struct group){.kind = "項目",
                                             .level = 1,
                                             .parent = (int)index,
                                             .id = arena_printf(bench->arena, "%u-1", number),
                                             .path = arena_printf(bench->arena, "%u-1", number),
                                             .code = "1",
                                             .mark = "項目1",
                                             .number = 1,
                                             .name = "項目",
                                             .label = "①項目",
                                             .first = first};
    bench->plan.groups += 2;
}

/* Policies ascending. The handle is the ordinal over the plan. */
static inline unsigned bench_initiative(struct bench *bench, unsigned policy, const char *department)
{
    while (bench->plan.groups < 2 * (policy + 1))
        bench_policy(bench);
    unsigned ordinal = bench->plan.initiatives++, place = ++bench->group[2 * policy].initiatives;
    bench->group[2 * policy + 1].initiatives = place;
    struct charge *charge = arena_array(bench->arena, 1, sizeof *charge);
    *charge = (struct charge){.name = department, .note = ""};
    const char *id = arena_printf(bench->arena, "%u-1-%u", policy + 1, place);
    bench->initiative[ordinal] = (struct initiative){
        .id = id,
        .code = id,
        .group = (int)(2 * policy + 1),
        .charges = 1,
        .charge = charge,
        .from = FIRST,
        .to = LAST,
        .name = "取組",
        .indicator = arena_array(bench->arena, FEW, sizeof(struct indicator)),
    };
    return ordinal;
}

static inline struct initiative *bench_of(struct bench *bench, unsigned ordinal)
{
    return &bench->initiative[ordinal];
}

/* NULL among `targets`: none that year. */
static inline struct indicator *bench_indicator(struct bench *bench, unsigned ordinal, const char *const *targets)
{
    struct initiative *initiative = bench_of(bench, ordinal);
    struct indicator *indicator = (struct indicator *)&initiative->indicator[initiative->indicators++];
    struct target *target = arena_array(bench->arena, YEARS, sizeof *target);
    *indicator = (struct indicator){.id = "1", .definition = "", .target = target};
    for (int i = 0; i < YEARS; i++)
        if (targets[i])
            target[indicator->targets++] = (struct target){.year = FIRST + i, .value = bench_value(bench, targets[i])};
    return indicator;
}

static inline void bench_baseline(struct bench *bench, struct indicator *indicator, int year, const char *text)
{
    indicator->baseline = (struct baseline){.given = true, .year = year, .value = bench_value(bench, text)};
}

static inline void bench_revised(struct bench *bench, struct indicator *indicator, int year, struct date date,
                                 const char *before)
{
    struct revision *all = (struct revision *)indicator->revision;
    if (!all) indicator->revision = all = arena_array(bench->arena, FEW, sizeof *all);
    all[indicator->revisions++] = (struct revision){.year = year, .date = date, .value = bench_value(bench, before)};
}

static inline struct actuals *bench_file(struct bench *bench, int year)
{
    struct actuals *file = &bench->file[year - FIRST];
    if (bench->has_file[year - FIRST]) return file;
    bench->has_file[year - FIRST] = true;
    *file = (struct actuals){.file = arena_printf(bench->arena, "%d.xml", year), .year = year};
    file->sheet = arena_array(bench->arena, (size_t)POLICIES * MOST, sizeof *file->sheet);
    return file;
}

/* A plan with a title and a date, whose first two years have been reported and published. */
static inline struct bench *bench_published(void)
{
    struct bench *bench = bench_new();
    bench->plan.title = "計画";
    bench->plan.lang = "ja";
    bench->plan.date = (struct date){2026, 3, 0};
    for (int year = FIRST; year < FIRST + 2; year++) {
        struct actuals *file = bench_file(bench, year);
        file->as_of = (struct date){year + 1, 3, 31};
        file->has_published = true;
        file->published = (struct date){year + 1, 9, 10};
    }
    return bench;
}

static inline struct sheet_year *bench_sheet(struct bench *bench, int year, unsigned ordinal)
{
    struct actuals *file = bench_file(bench, year);
    struct sheet_year *sheets = (struct sheet_year *)file->sheet;
    for (unsigned i = 0; i < file->sheets; i++)
        if (sheets[i].initiative == ordinal) return &sheets[i];
    sheets[file->sheets] = (struct sheet_year){
        .initiative = ordinal,
        .actual = arena_array(bench->arena, FEW, sizeof(struct actual)),
        .evaluation = arena_array(bench->arena, FEW, sizeof(struct evaluation)),
        .effect = arena_array(bench->arena, FEW, sizeof(struct effect)),
    };
    return &sheets[file->sheets++];
}

static inline struct actual *bench_actual(struct bench *bench, int year, unsigned ordinal, unsigned indicator,
                                          const char *text)
{
    struct sheet_year *sheet = bench_sheet(bench, year, ordinal);
    struct actual *actual = (struct actual *)&sheet->actual[sheet->actuals++];
    *actual = (struct actual){.indicator = indicator, .line = year, .months = 12, .value = bench_value(bench, text)};
    return actual;
}

static inline void bench_state(struct bench *bench, int year, unsigned ordinal, enum declared declared)
{
    bench_actual(bench, year, ordinal, 0, "")->declared = declared;
}

static inline void bench_number(struct bench *bench, struct actual *actual, const char *text)
{
    actual->has_number = true;
    actual->number = bench_value(bench, text);
}

static inline void bench_evaluation(struct bench *bench, int year, unsigned ordinal, const char *by, const char *grade)
{
    struct sheet_year *sheet = bench_sheet(bench, year, ordinal);
    ((struct evaluation *)sheet->evaluation)[sheet->evaluations++] = (struct evaluation){.by = by, .grade = grade};
}

static inline void bench_effect(struct bench *bench, int year, unsigned ordinal, struct effect effect)
{
    struct sheet_year *sheet = bench_sheet(bench, year, ordinal);
    ((struct effect *)sheet->effect)[sheet->effects++] = effect;
}

/* The report of `year`; what came before is given back. */
static inline const struct progress *bench_run(struct bench *bench, int year)
{
    const struct actuals **files = arena_array(bench->arena, YEARS, sizeof *files);
    bench->history = (struct history){.arena = bench->arena, .year = files};
    for (unsigned i = 0; i < YEARS; i++)
        if (bench->has_file[i]) files[bench->history.years++] = &bench->file[i];
    progress_free(bench->progress);
    groups_sort_refs(&bench->plan);
    bench->progress = progress_new(&bench->plan, &bench->history, year, bench->diag);
    return bench->progress;
}

static inline const struct reading *bench_reading(const struct bench *bench, unsigned ordinal, unsigned indicator,
                                                  int year)
{
    return &bench->progress->initiative[ordinal].indicator[indicator].reading[year - FIRST];
}

static inline const struct initiative_year *bench_year(const struct bench *bench, unsigned ordinal, int year)
{
    return &bench->progress->initiative[ordinal].year[year - FIRST];
}
#endif
