/* shift: 15人削減 and 増加: a number against what it was, the baseline or the year before; in units, never in levels. */
#include "progress/grade.h"
#include "progress/judge.h"
#include "progress/rate.h"

static const struct decimal NOTHING = {0, 0};

static struct verdict met_or_not(const struct series *series, bool met, enum reason reason)
{
    return judge_graded(met ? grade_met(series->judgement) : grade_unmet(series->judgement), reason, true);
}

static void confirm(const struct series *series, unsigned index, bool about, struct reading *reading)
{
    bool graded = reading->verdict.outcome == OUTCOME_GRADED;
    if (graded && about && !series->actual[index]->confirmed) reading->verdict = judge_undecidable(REASON_APPROXIMATE);
}

/* --- changes --- */

/* 17人削減 and △17人 say themselves by how much: no level of things is below nothing. */
static bool says_change(const struct value *number)
{
    return number->change || rate_sign(number->number) < 0;
}

/* By how much `number` is more than the base, in the unit of `like`. */
static enum reason change_since(const struct series *series, const struct value *number, const struct base *base,
                                const struct value *like, struct decimal *out)
{
    struct span here = {0}, from = {0};
    enum reason fault = row_in_unit(series, number, like, &here);
    if (!fault) fault = row_in_unit(series, base->value, like, &from);
    if (fault) return fault;
    return rate_minus(here.low, from.low, out) ? REASON_NONE : REASON_TOO_LARGE;
}

/* One target for all years, or one that stands in for them, is counted from where the plan began. */
static bool of_baseline(const struct series *series, const struct row *row, unsigned index)
{
    const struct indicator *indicator = series->indicator;
    bool one = row->stand[index] == STAND_FINAL || (indicator->targets == 1 && series->from < series->to);
    if (one && indicator->baseline.given) return true;
    return indicator->growth == GROWTH_BASELINE || row->target[index]->from != NULL;
}

static enum reason change_of(const struct series *series, const struct row *row, unsigned index, bool *about,
                             struct reading *reading)
{
    const struct value *target = row->target[index], *number = series->number[index];
    struct base base = {0};
    struct span here = {0};
    enum reason fault = REASON_NONE;
    *about = value_is_about(number) || target->approximate;
    if (says_change(number)) {
        fault = row_in_unit(series, number, target, &here);
        reading->change = here.low;
        return fault;
    }
    fault = growth_base(series, index, of_baseline(series, row, index), &base);
    if (fault) return fault;
    *about |= base.approximate;
    reading->base = base.value;
    reading->base_year = base.year;
    return change_since(series, number, &base, target, &reading->change);
}

/* What was done of what is wanted: both are counted in the direction of the target. */
static void judge_change(const struct series *series, struct decimal wanted, struct reading *reading)
{
    struct ratio ratio = {0, 1};
    reading->has_change = true;
    reading->has_distance = rate_minus(reading->change, wanted, &reading->distance);
    int order = decimal_compare(reading->change, wanted);
    reading->reached = rate_sign(wanted) < 0 ? order <= 0 : order >= 0;
    if (!rate_sign(wanted)) {
        reading->verdict = met_or_not(series, reading->reached, REASON_CHANGE);
        return;
    }
    reading->has_rate =
        rate_of(reading->change, wanted, &ratio) && grade_shown_rate(series->judgement, ratio, &reading->rate);
    reading->verdict = reading->has_rate ? judge_graded(grade_of_rate(series->judgement, ratio), REASON_CHANGE, true)
                                         : judge_undecidable(REASON_TOO_LARGE);
}

void shift_judge_change(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    const struct value *target = row->target[index];
    struct totals totals = {0};
    struct span wanted = {0};
    bool about = false;
    enum reason fault = REASON_NONE;
    if (series->indicator->accumulation == ACCUMULATION_SUM) {
        fault = totals_at(series, row, index, &totals);
        reading->missing = totals.missing;
        reading->change = totals.actual.low;
        wanted = totals.target;
        about = totals.approximate;
    } else {
        fault = change_of(series, row, index, &about, reading);
        if (!fault) fault = row_in_unit(series, target, target, &wanted);
    }
    if (fault) {
        reading->verdict = judge_undecidable(fault);
        return;
    }
    judge_change(series, wanted.low, reading);
    confirm(series, index, about, reading);
}

bool shift_way(const struct series *series, const struct value *next, unsigned index, struct ratio *out)
{
    const struct value *number = series->number[index];
    struct base base = {0};
    struct span wanted = {0}, here = {0};
    struct decimal change = {0};
    if (row_in_unit(series, next, next, &wanted) || !rate_sign(wanted.low)) return false;
    if (says_change(number)) return !row_in_unit(series, number, next, &here) && rate_of(here.low, wanted.low, out);
    if (growth_base(series, index, true, &base) || change_since(series, number, &base, next, &change)) return false;
    return rate_of(change, wanted.low, out);
}

/* --- wishes --- */

/* In the first year, before which nothing was reported, the baseline stands in. */
static enum reason base_of_wish(const struct series *series, const struct value *target, unsigned index,
                                struct base *out)
{
    bool baseline = target->wish_base == WISH_OF_BASELINE ||
                    (target->wish_base == WISH_OF_EITHER && series->indicator->growth == GROWTH_BASELINE);
    enum reason fault = growth_base(series, index, baseline, out);
    bool other = fault == REASON_FIRST_YEAR || fault == REASON_NO_BASELINE;
    if (other && !growth_base(series, index, !baseline, out)) return REASON_NONE;
    return fault;
}

static bool is_kept(const struct series *series, struct decimal change)
{
    struct decimal tolerance = series->indicator->tolerance, less = {-tolerance.units, tolerance.scale};
    bool not_less = decimal_compare(change, less) >= 0, not_more = decimal_compare(change, tolerance) <= 0;
    switch (series->indicator->direction) {
    case DIRECTION_UP:
        return not_less;
    case DIRECTION_DOWN:
        return not_more;
    case DIRECTION_KEEP:
        break;
    }
    return not_less && not_more;
}

static bool is_granted(const struct series *series, enum wish wish, struct decimal change)
{
    int order = decimal_compare(change, NOTHING);
    switch (wish) {
    case WISH_MORE:
        return order > 0;
    case WISH_LESS:
        return order < 0;
    case WISH_AT_LEAST:
        return order >= 0;
    case WISH_AT_MOST:
        return order <= 0;
    case WISH_KEEP:
    case WISH_NONE:
        break;
    }
    return is_kept(series, change);
}

void shift_judge_wish(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    const struct value *target = row->target[index], *number = series->number[index];
    struct base base = {0};
    enum reason fault = base_of_wish(series, target, index, &base);
    if (!fault) fault = change_since(series, number, &base, base.value, &reading->change);
    if (fault) {
        reading->verdict = judge_undecidable(fault);
        return;
    }
    reading->has_change = true;
    reading->base = base.value;
    reading->base_year = base.year;
    reading->reached = is_granted(series, target->wish, reading->change);
    reading->verdict = met_or_not(series, reading->reached, REASON_WISH);
    confirm(series, index, value_is_about(number) || base.approximate, reading);
}
