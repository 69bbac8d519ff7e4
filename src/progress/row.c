/* row: an indicator's targets as they stood at a date, with → resolved; whether the row is narrow; numbers in one unit. */
#include <string.h>
#include "progress/judge.h"
#include "progress/rate.h"

static const struct decimal NARROW_FROM = {80, 0}; /* percents, domain.md "Judgement" */

const struct value *row_number(const struct actual *actual)
{
    if (actual->has_number && value_is_numeric(&actual->number)) return &actual->number;
    bool blank = !actual->value.text || !*actual->value.text;
    return !blank && value_is_numeric(&actual->value) ? &actual->value : NULL;
}

/* --- units --- */

static const char *unit_given(const struct series *series, const struct value *value)
{
    if (value->kind == VALUE_PERCENT) return "%";
    return value->kind == VALUE_QUANTITY ? value->unit : series->indicator->unit;
}

/* Minutes are no decimals of seconds: where a cell has both, seconds are compared. */
const char *row_unit(const struct series *series, const struct value *value)
{
    static const char SECONDS[] = "秒";
    const char *unit = unit_given(series, value);
    struct decimal ignored = {0};
    return series->clock && unit && value_convert(ignored, unit, SECONDS, &ignored) ? SECONDS : unit;
}

enum reason row_in_unit(const struct series *series, const struct value *value, const struct value *like,
                        struct span *out)
{
    const char *from = unit_given(series, value), *to = row_unit(series, like);
    struct span span = {value->number, value->high};
    if (from && to) {
        struct decimal nothing = {0};
        if (!value_convert(nothing, from, to, &nothing)) return REASON_UNITS;
        if (!value_convert(value->number, from, to, &span.low) || !value_convert(value->high, from, to, &span.high))
            return REASON_TOO_LARGE;
    }
    *out = span;
    return REASON_NONE;
}

/* --- targets by date --- */

/* <0, 0, >0 by the parts that both dates give: 2027-03 and 2027-03-20 are the same. */
static int date_order(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (!a.month || !b.month || a.month != b.month) return a.month && b.month ? (a.month < b.month ? -1 : 1) : 0;
    return a.day && b.day ? (a.day > b.day) - (a.day < b.day) : 0;
}

/* The earliest revision of a year's target on one side of the report's date; NULL: none. A revision holds what was before it. */
static const struct value *earliest(const struct indicator *indicator, int year, const struct date *published,
                                    bool after)
{
    const struct revision *found = NULL;
    for (unsigned i = 0; i < indicator->revisions; i++) {
        const struct revision *revision = &indicator->revision[i];
        bool is_after = published && date_order(revision->date, *published) > 0;
        if (revision->year != year || is_after != after) continue;
        if (!found || date_order(revision->date, found->date) < 0) found = revision;
    }
    return found ? &found->value : NULL;
}

static const struct value *own_target(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->targets; i++)
        if (indicator->target[i].year == year) return &indicator->target[i].value;
    return NULL;
}

/* → takes the target before it, over any number of arrows and of years without a target. The reader refuses one that has nothing to
   continue. */
static void resolve(struct row *row, unsigned years)
{
    const struct value *before = NULL;
    for (unsigned i = 0; i < years; i++) {
        if (!row->target[i]) continue;
        row->continues[i] = row->target[i]->kind == VALUE_CONTINUE;
        if (row->continues[i]) row->target[i] = before;
        before = row->target[i];
    }
}

/* --- narrow rows --- */

static bool reaches(struct span a, struct span b)
{
    struct ratio ratio = {0, 1};
    return rate_sign(b.low) > 0 && rate_of(a.low, b.low, &ratio) && rate_compare(ratio, NARROW_FROM) >= 0;
}

/* Would a standstill read as 80 % or more? Where less is better the ratio is the other way up, as the rate is. A sum starts from
   nothing, as does what is added up for the whole period, so that they say what was done and are never narrow. */
static bool is_narrow(const struct series *series, const struct row *row)
{
    const struct indicator *indicator = series->indicator;
    const struct value *first = NULL;
    struct span low = {0}, high = {0}, here = {0};
    bool constant = true;
    if (indicator->accumulation == ACCUMULATION_SUM || indicator->has_whole) return false;
    for (unsigned i = 0; i < series->years; i++) {
        if (!row->target[i] || !value_is_numeric(row->target[i])) continue;
        if (!first) first = row->target[i];
        if (row_in_unit(series, row->target[i], first, &here)) continue;
        if (row->target[i] == first) low = here;
        if (decimal_compare(here.low, low.low)) constant = false;
        high = here;
    }
    if (!first || first->change) return false; /* a change starts from nothing as well */
    bool down = indicator->direction == DIRECTION_DOWN;
    const struct baseline *baseline = &indicator->baseline;
    if (baseline->given && value_is_numeric(&baseline->value)) {
        if (row_in_unit(series, &baseline->value, first, &here)) return false;
        return down ? reaches(low, here) : reaches(here, low);
    }
    return !constant && (down ? reaches(high, low) : reaches(low, high));
}

void row_build(struct arena *arena, struct series *series, const struct date *published)
{
    struct row *rows[] = {&series->current, &series->original};
    for (unsigned i = 0; i < 2; i++) {
        rows[i]->target = arena_array(arena, series->years, sizeof(void *));
        rows[i]->next = arena_array(arena, series->years, sizeof(void *));
        rows[i]->stand = arena_array(arena, series->years, sizeof *rows[i]->stand);
        rows[i]->until = arena_array(arena, series->years, sizeof *rows[i]->until);
        rows[i]->continues = arena_array(arena, series->years, sizeof *rows[i]->continues);
    }
    for (unsigned i = 0; i < series->years; i++) {
        int year = series->first + (int)i;
        if (year < series->from || year > series->to) continue;
        const struct value *before = earliest(series->indicator, year, published, true);
        const struct value *original = earliest(series->indicator, year, published, false);
        series->current.target[i] = before ? before : own_target(series->indicator, year);
        series->original.target[i] = original ? original : series->current.target[i];
    }
    for (unsigned i = 0; i < 2; i++) {
        resolve(rows[i], series->years);
        rows[i]->narrow = is_narrow(series, rows[i]);
        stand_in(arena, series, rows[i]);
    }
}
