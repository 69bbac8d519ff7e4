/* axis: ticks and their labels. */
#include "chart/axis.h"
#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Two values that differ by less than this share of their size are one value; so a tick is never more than some 10^8 steps away. */
static const double RESOLUTION = 1e-7;
/* A value this close to a tick, in steps, is on it. */
static const double ON_TICK = 1e-6;
static const int MANTISSA[] = {1, 2, 5};
enum { MANTISSAS = sizeof MANTISSA / sizeof *MANTISSA, FEWEST_INTERVALS = 2, SMALLEST_EXPONENT = -12, DECADE = 10 };

/* What long numbers are shortened to, when a step has at most one decimal in it. 万 wants whole steps: 5,000 reads better than 0.5万. */
static const struct {
    int zeros, least_exponent;
    const char *name;
} SHORT[] = {
    {12, 11, "兆"},
    {8,  7,  "億"},
    {4,  4,  "万"},
};
/* Units that are multiples already. */
static const char *const MULTIPLE[] = {"十", "百", "千", "万", "億", "兆"};

static double step_of(int mantissa, int exponent)
{
    return exponent < 0 ? mantissa / pow(DECADE, -exponent) : mantissa * pow(DECADE, exponent);
}

static void widen(double *low, double *high)
{
    static const double SHARE = 0.05;
    double size = fmax(fabs(*low), fabs(*high));
    if (*high - *low > size * RESOLUTION) return;
    double more = size > 0 ? size * SHARE : 1;
    bool zero_based = !(*low < 0) && !(*low > 0);
    *high += more;
    if (!zero_based) *low -= more;
}

struct axis axis_over(double low, double high, unsigned intervals)
{
    if (intervals < FEWEST_INTERVALS) intervals = FEWEST_INTERVALS;
    if (high < low) high = low;
    widen(&low, &high);
    int exponent = (int)floor(log10((high - low) / intervals)) - 1;
    if (exponent < SMALLEST_EXPONENT) exponent = SMALLEST_EXPONENT;
    for (unsigned i = 0;; i++) {
        struct axis axis = {.mantissa = MANTISSA[i % MANTISSAS], .exponent = exponent + (int)(i / MANTISSAS)};
        double step = step_of(axis.mantissa, axis.exponent);
        double first = floor(low / step + ON_TICK), last = ceil(high / step - ON_TICK);
        if (last - first > intervals) continue;
        axis.first = (int64_t)first;
        axis.last = last > first ? (int64_t)last : (int64_t)first + 1;
        return axis;
    }
}

double axis_value(const struct axis *axis, int64_t tick)
{
    int64_t units = tick * axis->mantissa;
    return axis->exponent < 0 ? (double)units / pow(DECADE, -axis->exponent)
                              : (double)units * pow(DECADE, axis->exponent);
}

double axis_share(const struct axis *axis, double value)
{
    double low = axis_value(axis, axis->first), high = axis_value(axis, axis->last);
    return fmin(fmax((value - low) / (high - low), 0), 1);
}

static bool is_multiple(const char *unit)
{
    for (size_t i = 0; i < sizeof MULTIPLE / sizeof *MULTIPLE; i++)
        if (!strncmp(unit, MULTIPLE[i], strlen(MULTIPLE[i]))) return true;
    return false;
}

/* The digits of a whole number with commas, and `zeros` more zeros. */
static const char *grouped(struct arena *arena, int64_t whole, int zeros)
{
    enum { GROUP = 3 };
    const char *digits = arena_printf(arena, "%" PRId64 "%.*s", whole, whole ? zeros : 0, "00000000000000000000");
    size_t length = strlen(digits);
    char *text = arena_alloc(arena, length + length / GROUP + 1), *out = text;
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % GROUP == 0) *out++ = ',';
        *out++ = digits[i];
    }
    return text;
}

const char *axis_text(struct arena *arena, const struct axis *axis, int64_t tick, const char *unit)
{
    if (!tick) return "0";
    int exponent = axis->exponent;
    const char *suffix = "";
    for (size_t i = 0; !*suffix && !is_multiple(unit) && i < sizeof SHORT / sizeof *SHORT; i++)
        if (axis->exponent >= SHORT[i].least_exponent) {
            exponent -= SHORT[i].zeros;
            suffix = SHORT[i].name;
        }
    int64_t units = tick * axis->mantissa, scale = 1;
    const char *sign = units < 0 ? "△" : "";
    if (units < 0) units = -units;
    for (int i = exponent; i < 0; i++)
        scale *= DECADE;
    const char *whole = grouped(arena, units / scale, exponent > 0 ? exponent : 0);
    if (exponent >= 0) return arena_printf(arena, "%s%s%s", sign, whole, suffix);
    return arena_printf(arena, "%s%s.%0*" PRId64 "%s", sign, whole, -exponent, units % scale, suffix);
}
