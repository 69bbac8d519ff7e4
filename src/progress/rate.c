/* rate: fractions in 64 bits, worked out in 128 and reduced. Knows nothing of targets and grades. */
#include "progress/rate.h"
#include "plan/decimal.h"

__extension__ typedef __int128 wide;
enum { PERCENT = 100, TENTHS = 1000 };

static wide power(int zeros)
{
    wide result = 1;
    while (zeros-- > 0)
        result *= 10;
    return result;
}

static wide divisor(wide a, wide b)
{
    while (b) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* Reduces, and moves the sign up. */
static bool settle(wide numerator, wide denominator, struct ratio *out)
{
    if (!denominator) return false;
    wide common = divisor(numerator, denominator);
    if (denominator < 0) common = -common;
    numerator /= common;
    denominator /= common;
    if (numerator > INT64_MAX || numerator < -INT64_MAX || denominator > INT64_MAX) return false;
    *out = (struct ratio){(int64_t)numerator, (int64_t)denominator};
    return true;
}

/* Cut towards −∞; `b` is positive. */
static wide floored(wide a, wide b)
{
    wide whole = a / b;
    return a % b < 0 ? whole - 1 : whole;
}

static bool fits(wide value, int64_t *out)
{
    if (value > INT64_MAX || value < -INT64_MAX) return false;
    *out = (int64_t)value;
    return true;
}

/* At most 18 digits times at most 10^9: far from 128 bits. */
bool rate_of(struct decimal a, struct decimal b, struct ratio *out)
{
    return settle(a.units * power(b.scale), b.units * power(a.scale), out);
}

bool rate_minus(struct decimal a, struct decimal b, struct decimal *out)
{
    b.units = -b.units;
    return decimal_add(a, b, out);
}

bool rate_between(struct decimal a, struct decimal from, struct decimal to, struct ratio *out)
{
    struct decimal gone = {0}, way = {0};
    return rate_minus(a, from, &gone) && rate_minus(to, from, &way) && rate_of(gone, way, out);
}

bool rate_growth(struct decimal a, struct decimal base, struct ratio *out)
{
    struct decimal more = {0};
    return rate_minus(a, base, &more) && rate_of(more, base, out);
}

/* Here and below: 63 bits times 10^11 on one side, 63 times 60 on the other. */
bool rate_per_percent(struct ratio share, struct decimal percents, struct ratio *out)
{
    return settle(share.numerator * (PERCENT * power(percents.scale)), (wide)share.denominator * percents.units, out);
}

int rate_compare(struct ratio ratio, struct decimal percents)
{
    wide left = ratio.numerator * (PERCENT * power(percents.scale));
    wide right = (wide)ratio.denominator * percents.units;
    return left < right ? -1 : left > right;
}

bool rate_tenths(struct ratio ratio, int64_t *out)
{
    return fits(floored((wide)ratio.numerator * TENTHS, ratio.denominator), out);
}

bool rate_percents(struct ratio ratio, int places, bool half_up, struct decimal *out)
{
    wide top = (wide)ratio.numerator * (PERCENT * power(places)), bottom = ratio.denominator;
    int64_t units = 0;
    if (!fits(half_up ? floored(top * 2 + bottom, bottom * 2) : floored(top, bottom), &units)) return false;
    *out = (struct decimal){units, places};
    return true;
}

bool rate_needed(struct decimal base, struct decimal percents, bool down, int64_t *out)
{
    wide factor = PERCENT * power(percents.scale) + percents.units, product = 0;
    if (__builtin_mul_overflow((wide)base.units, factor, &product)) return false;
    wide parts = PERCENT * power(percents.scale + base.scale);
    return fits(down ? floored(product, parts) : -floored(-product, parts), out);
}

int rate_sign(struct decimal a)
{
    return a.units < 0 ? -1 : a.units > 0;
}
