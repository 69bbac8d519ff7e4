/* judge: one indicator in one year: what was declared, then the rule of the target's kind. */
#include "progress/judge.h"
#include "progress/grade.h"

struct verdict judge_graded(unsigned grade, enum reason reason, bool measured)
{
    return (struct verdict){.outcome = OUTCOME_GRADED, .grade = grade, .reason = reason, .measured = measured};
}

struct verdict judge_undecidable(enum reason reason)
{
    return (struct verdict){.outcome = OUTCOME_UNDECIDABLE, .reason = reason};
}

bool judge_is_blank(const struct actual *actual)
{
    bool says = actual->value.text && *actual->value.text;
    return !says && actual->declared == DECLARED_NOTHING && !actual->has_number && !actual->steps && !actual->decision;
}

enum outcome judge_excuse(enum declared declared)
{
    switch (declared) {
    case DECLARED_HARD:
        return OUTCOME_HARD;
    case DECLARED_NOT_SURVEYED:
        return OUTCOME_NOT_SURVEYED;
    case DECLARED_COUNTING:
        return OUTCOME_COUNTING;
    default:
        return OUTCOME_GRADED;
    }
}

/* A target in numbers takes a number; of declared states only 中断 stands without one. */
static bool number_missing(const struct series *series, unsigned index, struct reading *reading)
{
    if (series->actual[index]->declared == DECLARED_STOPPED)
        reading->verdict = judge_graded(grade_unmet(series->judgement), REASON_STOPPED, false);
    else if (!series->number[index])
        reading->verdict = judge_undecidable(REASON_NOT_A_NUMBER);
    else
        return false;
    return true;
}

/* What is needed is told also where nothing is reported. */
static void judge_growth(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    struct verdict before = reading->verdict;
    growth_judge(series, row, index, reading);
    if (before.outcome == OUTCOME_GRADED) {
        number_missing(series, index, reading);
        return;
    }
    reading->verdict = before;
}

/* The targets of a sum so far, and what came of them, stand in every year, also in those of words. */
static void note_totals(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    struct totals totals = {0};
    if (series->indicator->accumulation != ACCUMULATION_SUM) return;
    if (totals_at(series, row, index, &totals)) return;
    bool down = series->indicator->direction == DIRECTION_DOWN;
    reading->has_totals = true;
    reading->target_total = down ? totals.target.high : totals.target.low;
    reading->actual_total = down ? totals.actual.high : totals.actual.low;
}

/* GRADED: go on and judge. */
static struct verdict unjudged(const struct series *series, const struct value *target, unsigned index)
{
    const struct actual *actual = series->actual[index];
    if (!target || target->kind == VALUE_NONE) return (struct verdict){.outcome = OUTCOME_NOT_APPLICABLE};
    if (!actual || judge_is_blank(actual)) return (struct verdict){.outcome = OUTCOME_UNREPORTED};
    enum outcome excuse = judge_excuse(actual->declared);
    return (struct verdict){.outcome = excuse, .reason = excuse ? REASON_DECLARED : REASON_NONE};
}

/* A wish in words is measured where a number is told and nothing was declared. */
static bool is_wish(const struct series *series, const struct value *target, unsigned index)
{
    return target->wish != WISH_NONE && series->number[index] && series->actual[index]->declared == DECLARED_NOTHING;
}

static void judge_reported(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    const struct value *target = row->target[index];
    if (is_wish(series, target, index))
        shift_judge_wish(series, row, index, reading);
    else if (target->kind == VALUE_MILESTONE)
        reading->verdict = milestone_judge(series, row, index);
    else if (number_missing(series, index, reading))
        return;
    else if (target->change)
        shift_judge_change(series, row, index, reading);
    else
        level_judge(series, row, index, reading);
}

void judge_year(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    int year = series->first + (int)index;
    const struct value *target = row->target[index];
    reading->narrow = row->narrow;
    if (year > series->report) {
        reading->verdict.outcome = OUTCOME_NOT_DUE;
        return;
    }
    stand_in_whole(series, index, reading);
    if (row->stand[index] == STAND_PROGRESS) {
        stand_in_judge(series, row, index, reading);
        return;
    }
    reading->verdict = unjudged(series, target, index);
    if (reading->verdict.outcome == OUTCOME_NOT_APPLICABLE) return;
    note_totals(series, row, index, reading);
    if (target->kind == VALUE_GROWTH) {
        judge_growth(series, row, index, reading);
        return;
    }
    if (reading->verdict.outcome != OUTCOME_GRADED) return;
    judge_reported(series, row, index, reading);
}
