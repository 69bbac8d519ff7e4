/* facts_report_chart: which chart shows an indicator, and the band of its axis where that does not start at zero. */
#include <string.h>
#include "document/facts_report_private.h"
#include "progress/number.h"

/* ---- what the row holds ---- */

enum row_values { VALUES_NONE, VALUES_NUMERIC, VALUES_MILESTONE, VALUES_GROWTH, VALUES_MIXED };

static enum row_values values_of_target(const struct value *target)
{
    if (value_is_numeric(target)) return VALUES_NUMERIC;
    return target->kind == VALUE_GROWTH || target->wish != WISH_NONE ? VALUES_GROWTH : VALUES_MILESTONE;
}

static enum row_values values_of_row(const struct indicator_progress *indicator)
{
    enum row_values values = VALUES_NONE;
    for (unsigned i = 0; i < indicator->readings; i++) {
        const struct value *target = indicator->reading[i].target;
        if (!target || target->kind == VALUE_NONE) continue;
        enum row_values here = values_of_target(target);
        values = values == VALUES_NONE || values == here ? here : VALUES_MIXED;
    }
    for (unsigned i = 0; i < indicator->readings && values == VALUES_NONE; i++) /* nothing is asked, but told */
        if (indicator->reading[i].number) values = VALUES_NUMERIC;
    return values;
}

/* Years in which a number is reported for a target that asks for one. */
static unsigned numbers_of(const struct indicator_progress *indicator)
{
    unsigned numbers = 0;
    for (unsigned i = 0; i < indicator->readings; i++) {
        const struct reading *reading = &indicator->reading[i];
        const struct value *asked = reading->target ? reading->target : reading->next;
        if (!reading->number || !asked || asked->kind == VALUE_NONE) continue;
        numbers += values_of_target(asked) != VALUES_MILESTONE;
    }
    return numbers;
}

/* ---- the band of a narrow row ---- */

enum {
    ROOM = 8,              /* a part of so many is left free above and below */
    SIZE_MOST_PART = 1000, /* of 64 bits, so that shares and room fit as well */
    YEARS_MOST = 32        /* of a chart; a plan has five or ten */
};
struct band {
    bool any, fits;
    int scale;
    int64_t low, high;
};

static bool scaled(struct decimal number, int scale, int64_t *out)
{
    *out = number.units;
    for (int i = number.scale; i < scale; i++)
        if (__builtin_mul_overflow(*out, 10, out)) return false;
    return number.scale <= scale;
}

static void widen(struct band *band, struct decimal number)
{
    int64_t units = 0;
    if (!band->fits || !(band->fits = scaled(number, band->scale, &units))) return;
    if (!band->any || units < band->low) band->low = units;
    if (!band->any || units > band->high) band->high = units;
    band->any = true;
}

/* The next of 1, 2, 5, 10, 20, 50 … */
static int64_t nice_step(int64_t least)
{
    for (int64_t power = 1;; power *= 10)
        for (int64_t digit = 1; digit <= 5; digit += digit == 1 ? 1 : 3)
            if (digit * power >= least || power > INT64_MAX / 100) return digit * power;
}

static int64_t floor_to(int64_t value, int64_t step)
{
    int64_t rest = value % step;
    return value - rest - (rest < 0 ? step : 0);
}

static const char *plain(struct report *report, int64_t units, int scale)
{
    for (; scale > 0 && units % 10 == 0; scale--)
        units /= 10;
    return number_plain(report->facts.scratch, (struct decimal){units, scale});
}

/* Targets, what is reported and the outlook, at the scale of the finest. */
static struct band band_of(const struct indicator_progress *indicator)
{
    struct band band = {.fits = true};
    unsigned count = 0;
    struct decimal number[2 * YEARS_MOST + 1];
    for (unsigned i = 0; i < indicator->readings && i < YEARS_MOST; i++) {
        count += unit_number(indicator, indicator->reading[i].target, &number[count]);
        count += unit_number(indicator, indicator->reading[i].number, &number[count]);
    }
    count += unit_outlook(indicator, &number[count]);
    for (unsigned i = 0; i < count; i++)
        if (number[i].scale > band.scale) band.scale = number[i].scale;
    for (unsigned i = 0; i < count; i++)
        widen(&band, number[i]);
    band.fits =
        band.fits && band.any && band.low > INT64_MIN / SIZE_MOST_PART && band.high < INT64_MAX / SIZE_MOST_PART;
    return band;
}

/* Does all of it lie so close together that bars from zero would look alike? The share is domain.md's for narrow rows. */
static bool is_close(const struct band *band)
{
    enum { SHARE = 80, WHOLE = 100 };
    return band->fits && band->low > 0 && band->low * WHOLE >= band->high * SHARE;
}

/* Room around the values, to the next step; never below zero or above 100 % where no value is. */
static void set_band(struct report *report, xmlNode *node, const struct band *band, bool percent)
{
    enum { PERCENTS = 100 };
    int64_t room = (band->high - band->low) / ROOM + 1, step = nice_step(room), whole = 0;
    int64_t low = floor_to(band->low - room, step), high = -floor_to(-(band->high + room), step);
    if (band->low >= 0 && low < 0) low = 0;
    percent = percent && scaled((struct decimal){PERCENTS, 0}, band->scale, &whole);
    if (percent && band->high <= whole && high > whole) high = whole;
    facts_set(node, "low", plain(report, low, band->scale));
    facts_set(node, "high", plain(report, high, band->scale));
}

/* ---- all of it ---- */

static const char *kind_of(const struct indicator_progress *indicator, enum row_values values, bool close)
{
    enum { NUMBERS_LEAST = 2 };
    if (values == VALUES_NUMERIC) return indicator->has_outlook ? "line" : close ? "dots" : "bars";
    bool counts = values == VALUES_MIXED || values == VALUES_GROWTH;
    return counts && numbers_of(indicator) >= NUMBERS_LEAST ? "bars" : "strip";
}

/* An axis that does not start at zero is for rows that are judged as narrow and look it. */
void report_set_chart(struct report *report, xmlNode *node, const struct indicator_progress *indicator)
{
    static const char *const VALUES[] = {
        [VALUES_NONE] = "milestone", [VALUES_NUMERIC] = "numeric", [VALUES_MILESTONE] = "milestone",
        [VALUES_GROWTH] = "growth",  [VALUES_MIXED] = "mixed",
    };
    enum row_values values = values_of_row(indicator);
    struct band band = band_of(indicator);
    bool narrow = indicator->reading[report->index].narrow, close = narrow && is_close(&band);
    if (values == VALUES_NONE && !indicator->indicator->targets)
        facts_set(node, "chart", "none");
    else
        facts_set(node, "chart", kind_of(indicator, values, close));
    facts_set(node, "values", VALUES[values]);
    facts_set_flag(node, "narrow", narrow);
    if (close && values == VALUES_NUMERIC) set_band(report, node, &band, !strcmp(unit_of_row(indicator), "%"));
}
