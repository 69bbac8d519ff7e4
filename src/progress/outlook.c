/* outlook: the least-squares line through what was reached so far, at the final year; exact, and rounded once at the end. */
#include "progress/judge.h"
#include "plan/decimal.h"

__extension__ typedef __int128 wide;
enum { POINTS_LEAST = 3, MONTHS_OF_A_YEAR = 12, SCALE = 9, UNITS_MOST_DIGITS = 18 };
static const struct decimal WHOLE = {100, 0};

/* Sums over the points; x counts years from the final one, so that the line is wanted at 0. */
struct fit {
    unsigned points;
    wide x, xx, y, xy;
};

/* Only a row of numbers that change, each for itself, is a line that can go on. */
static const struct value *projectable(const struct series *series)
{
    const struct value *first = NULL;
    bool constant = true;
    struct span a = {0}, b = {0};
    if (series->indicator->accumulation == ACCUMULATION_SUM) return NULL;
    for (unsigned i = 0; i < series->years; i++) {
        const struct value *target = series->current.target[i];
        if (!target || target->kind == VALUE_NONE) continue;
        if (!value_is_numeric(target) || target->change) return NULL;
        if (!first) first = target;
        if (row_in_unit(series, first, first, &a) || row_in_unit(series, target, first, &b)) return NULL;
        if (decimal_compare(a.low, b.low)) constant = false;
    }
    return constant ? NULL : first;
}

/* The number of a point at the scale of the sums. */
static bool scaled(struct decimal number, int scale, wide *out)
{
    if (number.scale > scale) return false;
    *out = number.units;
    for (int i = number.scale; i < scale; i++)
        *out *= 10;
    return true;
}

static void add_point(struct fit *fit, int x, wide y)
{
    fit->points++;
    fit->x += x;
    fit->xx += (wide)x * x;
    fit->y += y;
    fit->xy += x * y;
}

/* Approximate values and parts of a year are no points. */
static bool is_point(const struct series *series, unsigned index)
{
    const struct actual *actual = series->actual[index];
    const struct value *number = series->number[index];
    if (!number || series->first + (int)index > series->report) return false;
    bool sure = !value_is_about(number) || actual->confirmed;
    return sure && (!actual->months || actual->months >= MONTHS_OF_A_YEAR);
}

/* The digits behind the point that a line through such numbers can have: as many as they are written with, but at most one more than
   the targets; numbers in other units are long once they are converted. */
static int shown_scale(const struct series *series, const struct value *like)
{
    struct span span = {0};
    int targets = 0, numbers = 0;
    for (unsigned i = 0; i < series->years; i++) {
        const struct value *target = series->current.target[i], *number = series->number[i];
        if (target && value_is_numeric(target) && target->number.scale > targets) targets = target->number.scale;
        if (number && !row_in_unit(series, number, like, &span) && span.low.scale > numbers) numbers = span.low.scale;
    }
    if (numbers <= targets) return targets;
    return targets < SCALE ? targets + 1 : SCALE;
}

/* All points at the finest scale a decimal has: 10^27 times the squares of some years is far from 128 bits. */
static bool collect(const struct series *series, const struct value *like, int last, struct fit *fit)
{
    const struct baseline *baseline = &series->indicator->baseline;
    struct span span = {0};
    wide y = 0;
    bool sure = baseline->given && !baseline->approximate && !value_is_about(&baseline->value);
    if (sure && value_is_numeric(&baseline->value) && baseline->year && baseline->year < series->first &&
        !row_in_unit(series, &baseline->value, like, &span) && scaled(span.low, SCALE, &y))
        add_point(fit, baseline->year - last, y);
    for (unsigned i = 0; i < series->years; i++) {
        if (!is_point(series, i)) continue;
        if (row_in_unit(series, series->number[i], like, &span) || !scaled(span.low, SCALE, &y)) return false;
        add_point(fit, series->first + (int)i - last, y);
    }
    return true;
}

/* numerator ÷ denominator, rounded half away from zero. */
static wide rounded(wide numerator, wide denominator)
{
    wide half = denominator / 2;
    return (numerator < 0 ? numerator - half : numerator + half) / denominator;
}

static struct decimal clamped(struct decimal percents)
{
    if (percents.units < 0) return (struct decimal){0, percents.scale};
    return decimal_compare(percents, WHOLE) > 0 ? WHOLE : percents;
}

bool outlook_project(const struct series *series, struct decimal *out)
{
    const struct value *like = projectable(series);
    int last = series->first + (int)series->years - 1;
    if (series->to < last) last = series->to;
    struct fit fit = {0};
    if (!like || series->report >= last || !collect(series, like, last, &fit)) return false;
    if (fit.points < POINTS_LEAST) return false;
    int shown = shown_scale(series, like);
    wide below = fit.points * fit.xx - fit.x * fit.x; /* > 0: the years differ */
    wide above = fit.y * fit.xx - fit.x * fit.xy, limit = 1;
    for (int i = shown; i < SCALE; i++)
        below *= 10;
    for (int i = 0; i < UNITS_MOST_DIGITS; i++)
        limit *= 10;
    wide units = rounded(above, below);
    if (units >= limit || units <= -limit) return false;
    *out = (struct decimal){(int64_t)units, shown};
    if (like->kind == VALUE_PERCENT) *out = clamped(*out);
    return true;
}
