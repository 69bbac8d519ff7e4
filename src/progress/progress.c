/* progress: puts together what the parts work out: readings, years, tallies, lists. Decides only what belongs to an initiative as
   a whole: its worst indicator, its twin, the department's own word. */
#include "progress/progress.h"
#include <string.h>
#include "plan/judgement.h"
#include "plan/life.h"
#include "progress/grade.h"
#include "progress/judge.h"
#include "progress/parts.h"
#include "progress/words.h"

bool parts_index(const struct progress *progress, int year, unsigned *out)
{
    if (!progress->years || year < progress->year_of[0] || year > progress->year_of[progress->years - 1]) return false;
    *out = (unsigned)(year - progress->year_of[0]);
    return true;
}

/* --- files --- */

static const struct actuals *file_of(const struct history *history, int year)
{
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->year == year) return history->year[i];
    return NULL;
}

static const struct sheet_year *sheet_of(const struct history *history, int year, unsigned ordinal)
{
    const struct actuals *actuals = file_of(history, year);
    for (unsigned i = 0; actuals && i < actuals->sheets; i++)
        if (actuals->sheet[i].initiative == ordinal) return &actuals->sheet[i];
    return NULL;
}

static const struct actual *actual_of(const struct sheet_year *sheet, unsigned indicator)
{
    for (unsigned i = 0; sheet && i < sheet->actuals; i++)
        if (sheet->actual[i].indicator == indicator) return &sheet->actual[i];
    return NULL;
}

/* --- one indicator --- */

/* Is any of its numbers a duration of several parts? */
static bool has_clock(const struct series *series)
{
    const struct indicator *indicator = series->indicator;
    bool clock = indicator->baseline.value.clock || indicator->whole.value.clock;
    for (unsigned i = 0; i < indicator->targets; i++)
        clock |= indicator->target[i].value.clock;
    for (unsigned i = 0; i < indicator->revisions; i++)
        clock |= indicator->revision[i].value.clock;
    for (unsigned i = 0; i < series->years; i++)
        clock |= series->number[i] && series->number[i]->clock;
    return clock;
}

static struct series *series_new(const struct progress *progress, const struct initiative_progress *one, unsigned index)
{
    struct arena *arena = progress->arena;
    struct series *series = arena_alloc(arena, sizeof *series);
    const struct indicator *indicator = &one->initiative->indicator[index];
    *series = (struct series){
        .indicator = indicator,
        .judgement = judgement_of_indicator(progress->plan, indicator),
        .from = one->initiative->from,
        .to = life_last(one->initiative),
        .first = progress->plan->first,
        .report = progress->year,
        .years = progress->years,
        .actual = arena_array(arena, progress->years, sizeof(void *)),
        .number = arena_array(arena, progress->years, sizeof(void *)),
    };
    for (unsigned i = 0; i < series->years; i++) {
        if (!one->year[i].due) continue;
        const struct actual *actual = series->actual[i] = actual_of(one->year[i].sheet, index);
        if (actual && judge_excuse(actual->declared) == OUTCOME_GRADED) series->number[i] = row_number(actual);
    }
    const struct actuals *report = file_of(progress->history, progress->year);
    series->clock = has_clock(series);
    row_build(arena, series, report && report->has_published ? &report->published : NULL);
    return series;
}

/* Warnings that only computing can find, at the line of the entry. */
static void warn(const struct progress *progress, const struct initiative_progress *one, unsigned index,
                 const struct reading *reading, struct diag *diag)
{
    const struct actuals *actuals = file_of(progress->history, reading->year);
    if (reading->verdict.outcome != OUTCOME_UNDECIDABLE || !actuals || !reading->actual) return;
    const char *id = one->initiative->id, *code = one->initiative->code;
    const char *year = year_label(progress->plan->year_kind, progress->arena, reading->year);
    long line = reading->actual->line;
    const char *about =
        arena_printf(progress->arena, "%s/actual/%s/%d", id, one->initiative->indicator[index].id, reading->year);
    if (reading->verdict.reason == REASON_NO_STATE)
        DIAG_ABOUT(diag, PROGRESS_NO_STATE, about, actuals->file, line, code, year, reading->against->text);
    else if (reading->verdict.reason == REASON_APPROXIMATE)
        DIAG_ABOUT(diag, PROGRESS_NOT_CONFIRMED, about, actuals->file, line, code, year);
    else if (reading->verdict.reason == REASON_SUM_MISSING)
        DIAG_ABOUT(diag, PROGRESS_SUM_MISSING, about, actuals->file, line, code, year,
                   words_missing_years(progress->arena, progress->plan->year_kind, progress->plan->first, reading));
    else if (reading->verdict.reason == REASON_TOO_LARGE)
        DIAG_ABOUT(diag, PROGRESS_TOO_LARGE, about, actuals->file, line, code, year);
}

static const struct value *original_of(const struct series *series, unsigned index)
{
    const struct value *original = series->original.target[index];
    if (series->current.stand[index] != STAND_OWN) return NULL;
    return original != series->current.target[index] ? original : NULL;
}

/* What a year is in which nothing is to be done. */
static enum outcome nothing_due(const struct progress *progress, const struct initiative *initiative, int year)
{
    if (!life_has_begun(initiative, year)) return OUTCOME_NOT_BEGUN;
    if (life_is_over(initiative, year)) return OUTCOME_OVER;
    return year > progress->year ? OUTCOME_NOT_DUE : OUTCOME_NOT_APPLICABLE;
}

static void read_indicator(const struct progress *progress, const struct initiative_progress *one, unsigned index,
                           struct diag *diag)
{
    const struct series *series = series_new(progress, one, index);
    struct indicator_progress *out = &one->indicator[index];
    *out = (struct indicator_progress){
        .indicator = series->indicator,
        .judgement = series->judgement,
        .readings = series->years,
        .reading = arena_array(progress->arena, series->years, sizeof *out->reading),
    };
    for (unsigned i = 0; i < series->years; i++) {
        struct reading *reading = &out->reading[i], original = {0};
        *reading = (struct reading){
            .year = progress->year_of[i],
            .due = one->year[i].due,
            .stand = series->current.stand[i],
            .target = series->current.stand[i] == STAND_OWN ? series->current.target[i] : NULL,
            .against = series->current.target[i],
            .next = series->current.next[i],
            .until = series->current.until[i],
            .original = original_of(series, i),
            .continues = series->current.continues[i],
            .actual = series->actual[i],
            .number = series->number[i],
        };
        judge_year(series, &series->current, i, reading);
        judge_year(series, &series->original, i, &original);
        reading->against_original = original.verdict;
        if (!life_runs(one->initiative, reading->year))
            reading->verdict.outcome = nothing_due(progress, one->initiative, reading->year);
        warn(progress, one, index, reading, diag);
    }
    out->clock = series->clock;
    out->has_outlook = outlook_project(series, &out->outlook);
}

/* --- one initiative --- */

/* The verdict of an indicator in the plan's judgement. */
static struct verdict in_plans_judgement(const struct progress *progress, const struct indicator_progress *indicator,
                                         unsigned index)
{
    struct verdict verdict = indicator->reading[index].verdict;
    if (verdict.outcome == OUTCOME_GRADED)
        verdict.grade = grade_counts_as(indicator->judgement, verdict.grade, progress->judgement);
    return verdict;
}

/* The worst grade; without any, the first category in the order of `enum outcome`. */
static bool decides(const struct verdict *a, const struct verdict *b)
{
    if (a->outcome == OUTCOME_GRADED && b->outcome == OUTCOME_GRADED) return a->grade > b->grade;
    return a->outcome < b->outcome;
}

static const char *own_grade(const struct progress *progress, const struct initiative_year *year)
{
    const struct verdict *verdict = &year->verdict;
    if (verdict->outcome == OUTCOME_INTERIM) return NULL; /* nothing was judged that it could differ from */
    const char *computed = verdict->outcome == OUTCOME_GRADED ? progress->judgement->grades[verdict->grade].name
                                                              : words_outcome(verdict->outcome);
    const struct evaluation *own = actuals_own_evaluation(progress->plan, year->sheet);
    return own && (!computed || strcmp(own->grade, computed) != 0) ? own->grade : NULL;
}

/* Is there a target by which it can be graded at all? */
static bool has_measure(const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->indicators; i++)
        if (initiative->indicator[i].targets) return true;
    return false;
}

static bool find_grade(const struct judgement *judgement, const char *name, unsigned *out)
{
    for (*out = 0; *out < judgement->count; ++*out)
        if (!strcmp(judgement->grades[*out].name, name)) return true;
    return false;
}

/* The grade that `by` gave it; NULL: anybody, the last word counting. */
static bool declared_by(const struct progress *progress, const struct sheet_year *sheet, const char *by,
                        unsigned *grade)
{
    for (unsigned i = sheet->evaluations; i-- > 0;) {
        const struct evaluation *evaluation = &sheet->evaluation[i];
        if (by && strcmp(evaluation->by, by) != 0) continue;
        if (evaluation->grade && find_grade(progress->judgement, evaluation->grade, grade)) return true;
    }
    return false;
}

/* What was declared, by the last of those whose word counts that has spoken. */
static struct verdict declared_only(const struct progress *progress, const struct initiative_year *year)
{
    const struct word_list *by = &progress->judgement->by;
    unsigned grade = 0;
    if (!year->sheet) return (struct verdict){.outcome = OUTCOME_UNREPORTED};
    for (unsigned i = by->count; i-- > 0;)
        if (declared_by(progress, year->sheet, by->word[i], &grade)) return judge_graded(grade, REASON_DECLARED, false);
    if (!by->count && declared_by(progress, year->sheet, NULL, &grade))
        return judge_graded(grade, REASON_DECLARED, false);
    return (struct verdict){.outcome = OUTCOME_NOT_EVALUATED};
}

/* Does every indicator that was graded this year go by words? */
static bool goes_by_words(const struct initiative_progress *one, unsigned index)
{
    for (unsigned i = 0; i < one->indicators; i++) {
        const struct value *target = one->indicator[i].reading[index].target;
        if (target && target->kind != VALUE_MILESTONE && target->kind != VALUE_NONE) return false;
    }
    return true;
}

/* Where the scheme goes by what is declared, that is the result; what was computed stands beside it. */
static void declare(const struct progress *progress, struct initiative_progress *one, unsigned index, bool measured)
{
    struct initiative_year *year = &one->year[index];
    const struct judgement *judgement = progress->judgement;
    bool declares = judgement->source == SOURCE_DECLARED ||
                    (judgement->milestones_declared && goes_by_words(one, index)) || !measured;
    if (!declares) return;
    year->declared = measured;
    year->computed = year->verdict;
    year->verdict = declared_only(progress, year);
}

/* The mean of points, a point a grade from the worst on, rounded half up; whoever comes nearest to it decided. */
static void take_mean(struct initiative_year *year, unsigned sum, unsigned graded)
{
    unsigned doubled = 2 * sum,
             mean = (doubled + graded - 1) / (2 * graded); /* grades count downwards: half goes to the better */
    year->verdict.grade = mean;
    year->verdict.reason = REASON_MEAN;
}

/* One verdict of those of all indicators: the worst, the first, or the mean of those that are graded. */
static void combine(const struct progress *progress, struct initiative_progress *one, unsigned index)
{
    struct initiative_year *year = &one->year[index];
    enum combine way = progress->judgement->combine;
    unsigned sum = 0, graded = 0;
    for (unsigned j = 0; j < one->indicators; j++) {
        struct verdict verdict = in_plans_judgement(progress, &one->indicator[j], index);
        graded += verdict.outcome == OUTCOME_GRADED;
        sum += verdict.outcome == OUTCOME_GRADED ? verdict.grade : 0;
        if (j && (way == COMBINE_FIRST || !decides(&verdict, &year->verdict))) continue;
        year->verdict = verdict;
        year->deciding = j;
    }
    if (way == COMBINE_MEAN && graded > 1) take_mean(year, sum, graded);
}

static void judge_initiative(const struct progress *progress, struct initiative_progress *one)
{
    bool measured = has_measure(one->initiative);
    for (unsigned i = 0; i < progress->years; i++) {
        struct initiative_year *year = &one->year[i];
        year->verdict.outcome = nothing_due(progress, one->initiative, year->year);
        if (life_runs(one->initiative, year->year)) combine(progress, one, i);
        if (year->due) declare(progress, one, i, measured);
        if (year->due) year->own_grade = own_grade(progress, year);
        year->years_late = late_years(progress, one, i);
        year->said_late = late_said(one, i);
    }
}

static void read_initiative(const struct progress *progress, struct initiative_progress *one, struct diag *diag)
{
    const struct initiative *initiative = one->initiative;
    one->indicators = initiative->indicators;
    one->indicator = arena_array(progress->arena, one->indicators, sizeof *one->indicator);
    one->year = arena_array(progress->arena, progress->years, sizeof *one->year);
    for (unsigned i = 0; i < progress->years; i++) {
        int year = progress->year_of[i];
        bool reported = year <= progress->year;
        bool due = reported && year >= initiative->from && year <= life_last(initiative);
        one->year[i] = (struct initiative_year){
            .year = year,
            .due = due,
            .shown = due || !life_runs(initiative, year),
            .sheet = reported ? sheet_of(progress->history, year, one->ordinal) : NULL,
        };
    }
    for (unsigned i = 0; i < one->indicators; i++)
        read_indicator(progress, one, i, diag);
    judge_initiative(progress, one);
}

/* --- which results there can be --- */

/* The plan alone decides, so that tables have the same rows in every year. */
static void note_occurring(struct progress *progress)
{
    for (enum outcome i = OUTCOME_GRADED; i < OUTCOME_NOT_DUE; i++)
        progress->occurs[i] = i != OUTCOME_INTERIM && i != OUTCOME_NOT_EVALUATED;
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const struct initiative_progress *one = &progress->initiative[i];
        progress->occurs[OUTCOME_NOT_EVALUATED] |= !has_measure(one->initiative);
        progress->occurs[OUTCOME_NOT_BEGUN] |= one->initiative->began > progress->plan->first;
        progress->occurs[OUTCOME_OVER] |= one->initiative->ended && one->initiative->ended < progress->plan->last;
        for (unsigned j = 0; j < one->indicators; j++)
            for (unsigned k = 0; k < one->indicator[j].readings; k++)
                progress->occurs[OUTCOME_INTERIM] |= one->indicator[j].reading[k].stand == STAND_PROGRESS;
    }
}

/* --- twins --- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* One indicator on two sheets: defined by the same words, in the same unit. */
static bool shares_indicator(const struct initiative *a, const struct initiative *b)
{
    for (unsigned i = 0; i < a->indicators; i++)
        for (unsigned j = 0; j < b->indicators; j++) {
            const struct indicator *one = &a->indicator[i], *other = &b->indicator[j];
            if (one->definition && *one->definition && same_text(one->definition, other->definition) &&
                same_text(one->unit, other->unit))
                return true;
        }
    return false;
}

/* Each points to the next that shares an indicator, the last back to the first. */
static void find_twins(struct progress *progress)
{
    for (unsigned i = 0; i < progress->initiatives; i++)
        for (unsigned step = 1; step < progress->initiatives; step++) {
            struct initiative_progress *one = &progress->initiative[i];
            const struct initiative_progress *other = &progress->initiative[(i + step) % progress->initiatives];
            if (!shares_indicator(one->initiative, other->initiative)) continue;
            one->twin = other;
            break;
        }
}

/* --- the whole --- */

static void list_initiatives(struct progress *progress)
{
    const struct plan *plan = progress->plan;
    progress->initiatives = plan->initiatives;
    progress->initiative = arena_array(progress->arena, plan->initiatives, sizeof *progress->initiative);
    for (unsigned i = 0; i < plan->initiatives; i++)
        progress->initiative[i] = (struct initiative_progress){.initiative = &plan->initiative[i], .ordinal = i};
}

static struct progress *progress_start(const struct plan *plan, const struct history *history, int year)
{
    struct arena *arena = arena_new();
    struct progress *progress = arena_alloc(arena, sizeof *progress);
    unsigned files = history->years;
    *progress = (struct progress){
        .arena = arena,
        .plan = plan,
        .history = history,
        .year = year    ? year
                : files ? history->year[files - 1]->year
                        : plan->first,
        .years = plan->last >= plan->first ? (unsigned)(plan->last - plan->first + 1) : 0,
        .judgement = judgement_of_plan(plan),
    };
    progress->year_of = arena_array(arena, progress->years, sizeof *progress->year_of);
    for (unsigned i = 0; i < progress->years; i++)
        progress->year_of[i] = plan->first + (int)i;
    return progress;
}

struct progress *progress_new(const struct plan *plan, const struct history *history, int year, struct diag *diag)
{
    struct progress *progress = progress_start(plan, history, year);
    list_initiatives(progress);
    for (unsigned i = 0; i < progress->initiatives; i++)
        read_initiative(progress, &progress->initiative[i], diag);
    note_occurring(progress);
    find_twins(progress);
    progress->tally = tally_count(progress, progress->year, &progress->tallies);
    if (file_of(history, progress->year - 1))
        progress->tally_before = tally_count(progress, progress->year - 1, &progress->tallies_before);
    late_list(progress);
    effects_sum(progress);
    change_count(progress);
    return progress;
}

void progress_free(struct progress *progress)
{
    if (progress) arena_free(progress->arena);
}
