/* stand_in: what stands in for the target of a year that has none (interim.h): the next target as if it stood there already, a point of
   the straight line to it, or only the way to it that was gone so far. */
#include "plan/decimal.h"
#include "progress/grade.h"
#include "progress/judge.h"
#include "progress/number.h"
#include "progress/rate.h"

__extension__ typedef __int128 wide;
enum { SCALE_MOST = 9, UNITS_MOST_DIGITS = 18 };
static const struct decimal NOTHING = {0, 0};

static bool is_total(const struct series *series)
{
    enum accumulation accumulation = series->indicator->accumulation;
    return accumulation == ACCUMULATION_SUM || accumulation == ACCUMULATION_CUMULATIVE;
}

/* --- the straight line --- */

/* Where a line starts: at the target before, at the baseline, of a total at nothing when the initiative begins. */
struct start {
    struct span span;
    int year;
};

static bool start_of(const struct series *series, const struct row *row, unsigned index, const struct value *like,
                     struct start *out)
{
    const struct baseline *baseline = &series->indicator->baseline;
    bool increments = series->indicator->accumulation == ACCUMULATION_SUM;
    for (unsigned i = index; i-- > 0;) {
        const struct value *before = row->target[i];
        if (row->stand[i] != STAND_OWN || !before || before->kind == VALUE_NONE) continue;
        out->year = series->first + (int)i;
        if (increments) return true; /* what is asked next comes on top */
        return value_is_numeric(before) && !row_in_unit(series, before, like, &out->span);
    }
    out->year = series->from - 1;
    if (increments || !baseline->given || !value_is_numeric(&baseline->value)) return is_total(series);
    if (baseline->year) out->year = baseline->year;
    return !row_in_unit(series, &baseline->value, like, &out->span);
}

static wide power(int digits)
{
    wide power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

/* from + (to − from) × part ÷ of, with one digit more than both; rounded half away from zero, so that what is shown is what is compared. */
static bool between(struct decimal from, struct decimal to, int part, int of, struct decimal *out)
{
    int scale = from.scale > to.scale ? from.scale : to.scale;
    if (scale < SCALE_MOST) scale++;
    wide a = from.units * power(scale - from.scale), b = to.units * power(scale - to.scale);
    wide above = a * of + (b - a) * part, half = above < 0 ? -(of / 2) : of / 2, limit = power(UNITS_MOST_DIGITS);
    wide units = (above + half) / of;
    if (units >= limit || units <= -limit) return false;
    for (; scale > 0 && units % 10 == 0; scale--)
        units /= 10;
    *out = (struct decimal){(int64_t)units, scale};
    return true;
}

static const char *line_text(struct arena *arena, const struct value *like, const struct value *line)
{
    const char *unit = like->kind == VALUE_PERCENT ? "%" : like->kind == VALUE_QUANTITY ? like->unit : "";
    const char *low = number_text(arena, line->number);
    if (!decimal_compare(line->number, line->high)) return arena_printf(arena, "%s%s", low, unit);
    return arena_printf(arena, "%s%s～%s%s", low, unit, number_text(arena, line->high), unit);
}

/* NULL: no line leads there. */
static const struct value *on_line(struct arena *arena, const struct series *series, const struct row *row,
                                   unsigned index)
{
    const struct value *to = row->next[index];
    struct start start = {0};
    if (!value_is_numeric(to) || to->change || series->clock || !start_of(series, row, index, to, &start)) return NULL;
    int part = series->first + (int)index - start.year, of = row->until[index] - start.year;
    struct value *line = arena_alloc(arena, sizeof *line);
    *line = *to;
    if (part <= 0 || of <= 0 || !between(start.span.low, to->number, part, of, &line->number) ||
        !between(start.span.high, to->high, part, of, &line->high))
        return NULL;
    line->text = line_text(arena, to, line);
    return line;
}

/* --- filling the row --- */

static void stand_in_year(struct arena *arena, const struct series *series, struct row *row, unsigned index)
{
    struct standing_target standing = interim_at(series->indicator, series->first + (int)index);
    row->stand[index] = standing.stand;
    if (standing.stand == STAND_OWN) return;
    int at = standing.year - series->first;
    bool inside = standing.target && at >= 0 && (unsigned)at < series->years && row->target[at];
    const struct value *next = inside && row->target[at]->kind != VALUE_NONE ? row->target[at] : NULL;
    if (!next || standing.stand == STAND_NOTHING) {
        row->stand[index] = STAND_NOTHING;
        return;
    }
    row->next[index] = next;
    row->until[index] = standing.year;
    if (standing.stand == STAND_FINAL) row->target[index] = next;
    if (standing.stand != STAND_LINEAR) return;
    row->target[index] = on_line(arena, series, row, index);
    if (!row->target[index]) row->stand[index] = STAND_PROGRESS;
}

void stand_in(struct arena *arena, const struct series *series, struct row *row)
{
    for (unsigned i = 0; i < series->years; i++) {
        int year = series->first + (int)i;
        if (year < series->from || year > series->to)
            row->stand[i] = STAND_NOTHING;
        else
            stand_in_year(arena, series, row, i);
    }
}

/* --- the way that was gone --- */

struct way {
    struct decimal from, here, to; /* in the unit of `to` */
    bool from_nothing;             /* no baseline and no total: the part of the target */
};

static bool from_baseline(const struct series *series, const struct value *next, bool down, struct way *way)
{
    const struct baseline *baseline = &series->indicator->baseline;
    struct span span = {0};
    if (!baseline->given || !value_is_numeric(&baseline->value)) return false;
    if (row_in_unit(series, &baseline->value, next, &span)) return false;
    way->from = down ? span.high : span.low;
    return true;
}

static bool way_of(const struct series *series, const struct row *row, unsigned index, struct way *way)
{
    const struct value *next = row->next[index], *number = series->number[index];
    bool down = series->indicator->direction == DIRECTION_DOWN;
    struct totals totals = {0};
    struct span target = {0}, actual = {0};
    if (series->indicator->accumulation == ACCUMULATION_SUM) {
        if (totals_at(series, row, index, &totals)) return false;
        target = totals.target;
        actual = totals.actual;
    } else {
        if (row_in_unit(series, next, next, &target) || row_in_unit(series, number, next, &actual)) return false;
        way->from_nothing = !from_baseline(series, next, down, way) && !is_total(series);
    }
    way->here = down ? actual.high : actual.low;
    way->to = down ? target.high : target.low;
    return true;
}

/* A target that does not lie beyond the baseline leaves no way to go, and one that is to be kept has none. */
static bool has_part(const struct series *series, const struct way *way, struct ratio *out)
{
    bool down = series->indicator->direction == DIRECTION_DOWN;
    int order = decimal_compare(way->to, way->from);
    if (series->indicator->direction == DIRECTION_KEEP) return false;
    if (way->from_nothing && down) /* as a rate is where less is better */
        return rate_sign(way->here) > 0 && rate_sign(way->to) > 0 && rate_of(way->to, way->here, out);
    if (!order || (!way->from_nothing && !is_total(series) && (down ? order > 0 : order < 0))) return false;
    return rate_between(way->here, way->from, way->to, out);
}

static void note_way(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    struct way way = {0};
    struct ratio ratio = {0, 1};
    const struct value *next = row->next[index];
    if (!series->number[index] || !value_is_numeric(next)) return;
    if (next->change && series->indicator->accumulation != ACCUMULATION_SUM) {
        reading->has_way = shift_way(series, next, index, &ratio) &&
                           rate_percents(ratio, 1, series->judgement->half_up, &reading->way);
        return;
    }
    if (!way_of(series, row, index, &way) || !has_part(series, &way, &ratio)) return;
    reading->has_way = rate_percents(ratio, 1, series->judgement->half_up, &reading->way);
}

void stand_in_judge(const struct series *series, const struct row *row, unsigned index, struct reading *reading)
{
    const struct actual *actual = series->actual[index];
    bool words = row->next[index]->kind == VALUE_MILESTONE;
    reading->verdict = (struct verdict){.outcome = OUTCOME_INTERIM};
    if (!actual || judge_is_blank(actual)) {
        if (!words) reading->verdict.outcome = OUTCOME_UNREPORTED;
        return;
    }
    enum outcome excuse = judge_excuse(actual->declared);
    if (excuse != OUTCOME_GRADED)
        reading->verdict = (struct verdict){.outcome = excuse, .reason = REASON_DECLARED};
    else if (actual->declared == DECLARED_STOPPED)
        reading->verdict = judge_graded(grade_unmet(series->judgement), REASON_STOPPED, false);
    else
        note_way(series, row, index, reading);
}

/* --- the whole period --- */

/* What the years up to this one come to; false: a year that had to report is not known. */
static bool total_so_far(const struct series *series, unsigned index, const struct value *like, struct decimal *out)
{
    struct span span = {0};
    *out = NOTHING;
    for (unsigned i = 0; i <= index; i++) {
        const struct value *number = series->number[i], *asked = series->current.target[i];
        bool due = series->first + (int)i >= series->from && !(asked && asked->kind == VALUE_NONE);
        if (!number && due) return false;
        if (!number) continue;
        if (row_in_unit(series, number, like, &span) || !decimal_add(*out, span.low, out)) return false;
    }
    return true;
}

void stand_in_whole(const struct series *series, unsigned index, struct reading *reading)
{
    const struct indicator *indicator = series->indicator;
    const struct value *whole = &indicator->whole.value, *number = series->number[index];
    struct span span = {0};
    struct ratio ratio = {0, 1};
    bool beside = indicator->has_whole && value_is_numeric(whole) && !(indicator->targets && indicator->target->whole);
    if (!beside || !number || !rate_sign(whole->number)) return;
    if (indicator->accumulation == ACCUMULATION_CUMULATIVE) {
        if (row_in_unit(series, number, whole, &span)) return;
        reading->whole_total = span.low;
    } else if (!total_so_far(series, index, whole, &reading->whole_total)) {
        return;
    }
    reading->has_whole = rate_between(reading->whole_total, NOTHING, whole->number, &ratio) &&
                         rate_percents(ratio, 1, series->judgement->half_up, &reading->whole);
}
