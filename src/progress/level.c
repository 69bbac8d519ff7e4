/* level: a number against a number: by rate, by the way from the baseline, or met and unmet only (domain.md "Judgement"). */
#include "progress/grade.h"
#include "progress/judge.h"
#include "plan/decimal.h"
#include "progress/rate.h"

/* One comparison, in the unit of the target. `a` and `t` are the ends that count: the least done, the least asked. */
struct level {
    const struct series *series;
    struct span actual, target;
    struct decimal a, t;
    enum bound bound; /* of the target in force */
    bool high_excluded;
    bool down, approximate;
    unsigned missing; /* of a sum */
};

/* The cell's own bound, to the letter; without one what the direction asks. */
static bool is_reached(const struct level *level)
{
    int order = decimal_compare(level->a, level->t);
    bool strict = level->bound == BOUND_MORE || level->bound == BOUND_LESS;
    if (strict && !order) return false;
    return level->down ? order <= 0 : order >= 0;
}

/* 50件 of 50件超 comes to 100 % and is not there yet: it counts as just below. */
static void give_rate(const struct level *level, struct ratio ratio, enum reason reason, struct reading *reading)
{
    if (!grade_shown_rate(level->series->judgement, ratio, &reading->rate)) {
        reading->verdict = judge_undecidable(REASON_TOO_LARGE);
        return;
    }
    bool touches = decimal_compare(level->a, level->t) == 0 && !is_reached(level);
    const struct judgement *judgement = level->series->judgement;
    reading->has_rate = true;
    reading->verdict =
        judge_graded(touches ? grade_below_rate(judgement, ratio) : grade_of_rate(judgement, ratio), reason, true);
}

static struct verdict met_or_not(const struct level *level, bool met, enum reason reason)
{
    const struct judgement *judgement = level->series->judgement;
    return judge_graded(met ? grade_met(judgement) : grade_unmet(judgement), reason, true);
}

static struct verdict compare(const struct level *level)
{
    return met_or_not(level, is_reached(level), REASON_COMPARE);
}

/* Between both ends of the target, each as much as the tolerance further; the distance is that to the nearer end of the target. */
static void keep(const struct level *level, struct reading *reading)
{
    struct decimal tolerance = level->series->indicator->tolerance, least = {0}, most = {0};
    if (!rate_minus(level->target.low, tolerance, &least) || !decimal_add(level->target.high, tolerance, &most)) {
        reading->verdict = judge_undecidable(REASON_TOO_LARGE);
        return;
    }
    int above = decimal_compare(level->actual.high, most);
    bool within = decimal_compare(level->actual.low, least) >= 0 && (level->high_excluded ? above < 0 : above <= 0);
    reading->reached = within;
    reading->verdict = met_or_not(level, within, REASON_KEEP);
    if (level->bound != BOUND_WITHIN) return;
    if (decimal_compare(level->actual.low, level->target.low) < 0)
        reading->has_distance = rate_minus(level->actual.low, level->target.low, &reading->distance);
    else if (decimal_compare(level->actual.high, level->target.high) > 0)
        reading->has_distance = rate_minus(level->actual.high, level->target.high, &reading->distance);
    else
        reading->distance = (struct decimal){0, 0};
}

/* Where less is better the rate is target ÷ actual; nothing left (0, or less) is 達成 and has no rate. */
static void by_target(const struct level *level, struct reading *reading)
{
    struct ratio ratio = {0, 1};
    enum reason reason = level->down ? REASON_TARGET_DOWN : REASON_TARGET;
    if (level->down && rate_sign(level->a) <= 0)
        reading->verdict = met_or_not(level, true, reason);
    else if (level->down ? rate_of(level->t, level->a, &ratio) : rate_of(level->a, level->t, &ratio))
        give_rate(level, ratio, reason, reading);
    else
        reading->verdict = judge_undecidable(REASON_TOO_LARGE);
}

/* Against the value before the plan began, whatever the target. */
static void by_first(struct level *level, const struct value *like, struct reading *reading)
{
    const struct baseline *baseline = &level->series->indicator->baseline;
    struct span from = {0};
    struct ratio ratio = {0, 1};
    enum reason fault = row_in_unit(level->series, &baseline->value, like, &from);
    if (fault) {
        reading->verdict = judge_undecidable(fault);
        return;
    }
    level->approximate |= baseline->approximate || value_is_about(&baseline->value);
    if (level->down ? rate_of(from.low, level->a, &ratio) : rate_of(level->a, from.high, &ratio))
        give_rate(level, ratio, REASON_FIRST, reading);
    else
        reading->verdict = judge_undecidable(REASON_FROM_ZERO);
}

/* A target that does not lie beyond the baseline in the row's direction leaves no way to go: met or not. */
static void by_baseline(struct level *level, const struct value *like, struct reading *reading)
{
    const struct baseline *baseline = &level->series->indicator->baseline;
    struct span from = {0};
    struct ratio ratio = {0, 1};
    if (!baseline->given || !value_is_numeric(&baseline->value)) {
        reading->verdict = judge_undecidable(REASON_NO_BASELINE);
        return;
    }
    enum reason fault = row_in_unit(level->series, &baseline->value, like, &from);
    if (fault) {
        reading->verdict = judge_undecidable(fault);
        return;
    }
    struct decimal start = level->down ? from.high : from.low;
    int way = decimal_compare(level->t, start);
    if (level->down ? way >= 0 : way <= 0) {
        reading->verdict = compare(level);
        return;
    }
    level->approximate |= baseline->approximate || value_is_about(&baseline->value);
    if (rate_between(level->a, start, level->t, &ratio))
        give_rate(level, ratio, REASON_BASELINE, reading);
    else
        reading->verdict = judge_undecidable(REASON_TOO_LARGE);
}

static bool has_baseline(const struct indicator *indicator)
{
    return indicator->baseline.given && value_is_numeric(&indicator->baseline.value);
}

/* The indicator's own word, then the scheme's, as far as there is a baseline for it, then the rule of domain.md. */
static enum basis basis_of(const struct series *series, bool narrow)
{
    const struct indicator *indicator = series->indicator;
    enum judgement_of of = series->judgement->of;
    if (indicator->basis != BASIS_BY_RULE) return indicator->basis;
    if (of == OF_GAP && has_baseline(indicator)) return BASIS_BASELINE;
    if (of == OF_BASELINE && has_baseline(indicator)) return BASIS_FIRST;
    if (of != OF_RULE) return BASIS_TARGET;
    if (!narrow) return BASIS_TARGET;
    return has_baseline(indicator) ? BASIS_BASELINE : BASIS_COMPARE;
}

/* The two sides in one unit: of this year, or of a sum all since the start. */
static enum reason sides(const struct series *series, const struct row *row, unsigned index, struct level *level)
{
    const struct value *target = row->target[index], *number = series->number[index];
    if (series->indicator->accumulation == ACCUMULATION_SUM) {
        struct totals totals = {0};
        enum reason fault = totals_at(series, row, index, &totals);
        level->approximate = totals.approximate;
        level->target = totals.target;
        level->actual = totals.actual;
        level->missing = totals.missing;
        return fault;
    }
    level->approximate = value_is_about(number) || target->approximate;
    enum reason fault = row_in_unit(series, target, target, &level->target);
    return fault ? fault : row_in_unit(series, number, target, &level->actual);
}

/* The first number of a sum's row gives the unit of its totals; elsewhere the year's own target does. */
static const struct value *unit_giver(const struct series *series, const struct row *row, unsigned index)
{
    if (series->indicator->accumulation != ACCUMULATION_SUM) return row->target[index];
    for (unsigned i = 0; i < index; i++)
        if (row->target[i] && value_is_numeric(row->target[i])) return row->target[i];
    return row->target[index];
}

void level_judge(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    const struct indicator *indicator = series->indicator;
    struct level level = {.series = series, .down = indicator->direction == DIRECTION_DOWN};
    enum reason fault = sides(series, row, index, &level);
    reading->missing = level.missing;
    if (fault) {
        reading->verdict = judge_undecidable(fault);
        return;
    }
    const struct value *target = row->target[index];
    level.bound = target ? target->bound : BOUND_NONE;
    level.high_excluded = target && target->high_excluded;
    level.a = level.down ? level.actual.high : level.actual.low;
    level.t = level.down ? level.target.high : level.target.low;
    reading->has_distance = rate_minus(level.a, level.t, &reading->distance);
    reading->reached = is_reached(&level);
    enum basis basis = basis_of(series, row->narrow);
    if (indicator->direction == DIRECTION_KEEP)
        keep(&level, reading);
    else if (rate_sign(level.t) <= 0 || basis == BASIS_COMPARE)
        reading->verdict = compare(&level);
    else if (basis == BASIS_FIRST)
        by_first(&level, unit_giver(series, row, index), reading);
    else if (basis == BASIS_BASELINE)
        by_baseline(&level, unit_giver(series, row, index), reading);
    else
        by_target(&level, reading);
    bool graded = reading->verdict.outcome == OUTCOME_GRADED;
    if (graded && level.approximate && !series->actual[index]->confirmed)
        reading->verdict = judge_undecidable(REASON_APPROXIMATE);
}
