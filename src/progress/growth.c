/* growth: achieved ÷ wanted growth, from the previous year's actual or from the baseline; never on levels. */
#include <string.h>
#include "progress/grade.h"
#include "progress/judge.h"
#include "progress/rate.h"

enum { MONTHS_OF_A_YEAR = 12 };

static bool is_part_year(const struct actual *actual)
{
    return actual && actual->months && actual->months < MONTHS_OF_A_YEAR;
}

static enum reason from_baseline(const struct baseline *baseline, struct base *out)
{
    if (!baseline->given || !value_is_numeric(&baseline->value)) return REASON_NO_BASELINE;
    *out = (struct base){&baseline->value, 0, baseline->approximate || value_is_about(&baseline->value)};
    return REASON_NONE;
}

/* Before the first year stands only a baseline of just that year. */
static enum reason from_previous(const struct series *series, unsigned index, struct base *out)
{
    const struct baseline *baseline = &series->indicator->baseline;
    int before = series->first + (int)index - 1;
    if (!index || before < series->from) {
        bool fits = baseline->given && (baseline->year == before || baseline->of_cell);
        return fits && !from_baseline(baseline, out) ? REASON_NONE : REASON_FIRST_YEAR;
    }
    const struct value *number = series->number[index - 1];
    if (!number) return REASON_BASE_MISSING;
    if (is_part_year(series->actual[index - 1]) || is_part_year(series->actual[index])) return REASON_PART_YEAR;
    *out = (struct base){number, before, value_is_about(number)};
    return REASON_NONE;
}

enum reason growth_base(const struct series *series, unsigned index, bool of_baseline, struct base *out)
{
    return of_baseline ? from_baseline(&series->indicator->baseline, out) : from_previous(series, index, out);
}

/* Things are counted in whole numbers: no percents, no money, nothing behind the point. */
static bool is_count(const struct series *series, const struct value *value)
{
    const char *unit = row_unit(series, value);
    if (value->kind == VALUE_PERCENT || value->number.scale) return false;
    return !unit || !strstr(unit, "円");
}

static void judge(const struct series *series, struct decimal wanted, struct decimal actual, struct decimal base,
                  struct reading *reading)
{
    const struct judgement *judgement = series->judgement;
    struct ratio share = {0, 1}, ratio = {0, 1};
    if (!rate_growth(actual, base, &share) || !rate_tenths(share, &reading->growth_tenths)) {
        reading->verdict = judge_undecidable(REASON_TOO_LARGE);
        return;
    }
    reading->has_growth = true;
    if (!wanted.units) { /* no growth wanted: nothing to divide by */
        bool met = share.numerator >= 0;
        reading->verdict = judge_graded(met ? grade_met(judgement) : grade_unmet(judgement), REASON_GROWTH, true);
        return;
    }
    if (!rate_per_percent(share, wanted, &ratio) || !grade_shown_rate(judgement, ratio, &reading->rate)) {
        reading->verdict = judge_undecidable(REASON_TOO_LARGE);
        return;
    }
    reading->has_rate = true;
    reading->verdict = judge_graded(grade_of_rate(judgement, ratio), REASON_GROWTH, true);
}

void growth_judge(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    const struct value *target = row->target[index], *number = series->number[index];
    struct base base = {0};
    enum reason fault = growth_base(series, index, series->indicator->growth == GROWTH_BASELINE, &base);
    if (!fault && rate_sign(base.value->number) <= 0) fault = REASON_FROM_ZERO;
    if (!fault && is_count(series, base.value))
        reading->has_needed =
            rate_needed(base.value->number, target->number, target->number.units < 0, &reading->needed);
    reading->verdict = judge_undecidable(fault ? fault : REASON_NOT_A_NUMBER);
    if (fault || !number) return;
    struct span actual = {0};
    fault = row_in_unit(series, number, base.value, &actual);
    if (fault) {
        reading->verdict = judge_undecidable(fault);
        return;
    }
    bool down = target->number.units < 0;
    judge(series, target->number, down ? actual.high : actual.low, base.value->number, reading);
    bool approximate = base.approximate || value_is_about(number) || target->approximate;
    bool graded = reading->verdict.outcome == OUTCOME_GRADED;
    if (graded && approximate && !series->actual[index]->confirmed)
        reading->verdict = judge_undecidable(REASON_APPROXIMATE);
}
