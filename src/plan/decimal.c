/* decimal: scaled integers of up to 18 digits, at most 9 of them behind the point; every step is checked. */
#include "plan/decimal.h"
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "base/utf8.h"

enum { SCALE_MOST = 9, POWER_MOST = 18 };
static const int64_t UNITS_MOST = 999999999999999999; /* 18 digits: what is added or negated cannot overflow */

static const int64_t POWER[POWER_MOST + 1] = {1,
                                              10,
                                              100,
                                              1000,
                                              10000,
                                              100000,
                                              1000000,
                                              10000000,
                                              100000000,
                                              1000000000,
                                              10000000000,
                                              100000000000,
                                              1000000000000,
                                              10000000000000,
                                              100000000000000,
                                              1000000000000000,
                                              10000000000000000,
                                              100000000000000000,
                                              1000000000000000000};

/* units × 10^zeros; zeros 0–18. */
static bool scaled(int64_t units, int zeros, int64_t *out)
{
    if (units > UNITS_MOST / POWER[zeros] || units < -(UNITS_MOST / POWER[zeros])) return false;
    *out = units * POWER[zeros];
    return true;
}

bool decimal_push(struct decimal *number, int digit, bool fraction)
{
    int64_t units = 0;
    if (fraction && number->scale == SCALE_MOST) return false;
    if (!scaled(number->units, 1, &units)) return false;
    number->units = units + digit;
    number->scale += fraction;
    return true;
}

bool decimal_shift(struct decimal number, int zeros, struct decimal *out)
{
    int taken = zeros < number.scale ? zeros : number.scale;
    int64_t units = 0;
    if (zeros - taken > POWER_MOST || !scaled(number.units, zeros - taken, &units)) return false;
    *out = (struct decimal){units, number.scale - taken};
    return true;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *out)
{
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int64_t left = 0, right = 0;
    if (!scaled(a.units, scale - a.scale, &left) || !scaled(b.units, scale - b.scale, &right)) return false;
    int64_t sum = left + right;
    if (sum > UNITS_MOST || sum < -UNITS_MOST) return false;
    *out = (struct decimal){sum, scale};
    return true;
}

bool decimal_parse(const char *text, struct decimal *out)
{
    struct decimal number = {0};
    bool fraction = false, digits = false, negative = *text == '-';
    if (negative) text++;
    for (; *text; text++) {
        if (*text == '.' && digits && !fraction) {
            fraction = true;
            digits = false;
            continue;
        }
        if (*text < '0' || *text > '9' || !decimal_push(&number, *text - '0', fraction)) return false;
        digits = true;
    }
    if (!digits) return false;
    if (negative) number.units = -number.units;
    *out = number;
    return true;
}

/* Whole parts first, then the fractions at full scale: cutting towards zero keeps the order, and nothing can overflow. */
int decimal_compare(struct decimal a, struct decimal b)
{
    int64_t whole_a = a.units / POWER[a.scale], whole_b = b.units / POWER[b.scale];
    if (whole_a != whole_b) return whole_a < whole_b ? -1 : 1;
    int64_t rest_a = a.units % POWER[a.scale] * POWER[SCALE_MOST - a.scale];
    int64_t rest_b = b.units % POWER[b.scale] * POWER[SCALE_MOST - b.scale];
    return rest_a < rest_b ? -1 : rest_a > rest_b;
}

/* The powers of ten of the units of money; -1: no such unit. */
static int money_zeros(const char *unit)
{
    static const struct {
        const char *unit;
        int zeros;
    } MONEY[] = {
        {"円",       0},
        {"千円",    3},
        {"万円",    4},
        {"百万円", 6},
        {"億円",    8},
    };
    for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
        if (!strcmp(MONEY[i].unit, unit)) return MONEY[i].zeros;
    return -1;
}

/* The next character of a unit for comparing: half-width; the ways to write か in か所, か月 are one. */
static uint32_t unit_next(const char **unit)
{
    static const char *const COUNTERS[] = {"か", "カ", "ヵ", "ケ", "ヶ", "箇", "ヵ"};
    uint32_t c = utf8_halfwidth(utf8_next(unit));
    for (size_t i = 0; i < sizeof COUNTERS / sizeof *COUNTERS; i++) {
        const char *counter = COUNTERS[i];
        if (utf8_next(&counter) == c) c = 0x304B;
    }
    return c;
}

static bool same_unit(const char *a, const char *b)
{
    while (*a && *b)
        if (unit_next(&a) != unit_next(&b)) return false;
    return *a == *b;
}

bool value_convert(struct decimal a, const char *from, const char *to, struct decimal *out)
{
    if (same_unit(from, to)) {
        *out = a;
        return true;
    }
    int zeros_from = money_zeros(from), zeros_to = money_zeros(to);
    if (zeros_from < 0 || zeros_to < 0) return false;
    if (zeros_from >= zeros_to) return decimal_shift(a, zeros_from - zeros_to, out);
    struct decimal number = {a.units, a.scale + zeros_to - zeros_from};
    for (; number.scale > SCALE_MOST; number.scale--) {
        if (number.units % 10) return false;
        number.units /= 10;
    }
    *out = number;
    return true;
}
