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

/* Without what makes it a count a year, which is what a cell counts anyway: 件/年 is 件. */
static bool is_end_of_unit(const char *unit)
{
    return !*unit || !strcmp(unit, "/年") || !strcmp(unit, "/年度");
}

static bool same_unit(const char *a, const char *b)
{
    while (!is_end_of_unit(a) && !is_end_of_unit(b))
        if (unit_next(&a) != unit_next(&b)) return false;
    return is_end_of_unit(a) && is_end_of_unit(b);
}

/* A unit as a multiple of another: 千人 is 10^3 of 人, ‰ 10^-1 of %. */
struct measure {
    const char *base;
    int zeros;
};

static struct measure measure_of(const char *unit)
{
    static const struct {
        const char *power;
        int zeros;
    } POWERS[] = {
        {"百万", 6},
        {"十万", 5},
        {"千万", 7},
        {"億",    8},
        {"万",    4},
        {"千",    3},
    };
    if (!strcmp(unit, "ポイント")) return (struct measure){"%", 0};
    if (!strcmp(unit, "‰")) return (struct measure){"%", -1};
    for (size_t i = 0; i < sizeof POWERS / sizeof *POWERS; i++) {
        size_t length = strlen(POWERS[i].power);
        bool is_power = !strncmp(unit, POWERS[i].power, length) && unit[length];
        if (is_power) return (struct measure){unit + length, POWERS[i].zeros};
    }
    return (struct measure){unit, 0};
}

/* 0: no unit of time. */
static int seconds_of(const char *unit)
{
    enum { SECOND = 1, MINUTE = 60, HOUR = 3600 };
    if (!strcmp(unit, "秒")) return SECOND;
    if (!strcmp(unit, "分")) return MINUTE;
    return strcmp(unit, "時間") ? 0 : HOUR;
}

/* a ÷ 10^zeros, or times it where they are below zero. */
static bool shift_down(struct decimal a, int zeros, struct decimal *out)
{
    if (zeros <= 0) return decimal_shift(a, -zeros, out);
    struct decimal number = {a.units, a.scale + zeros};
    for (; number.scale > SCALE_MOST; number.scale--) {
        if (number.units % 10) return false;
        number.units /= 10;
    }
    *out = number;
    return true;
}

/* Exact, or not at all: 90 秒 is 1.5 分, 100 秒 is no decimal of 分. */
static bool convert_time(struct decimal a, int from, int to, struct decimal *out)
{
    if (from <= 0 || to <= 0) return false;
    if (from >= to) {
        struct decimal total = a;
        if (__builtin_mul_overflow(total.units, from / to, &total.units)) return false;
        return decimal_shift(total, 0, out);
    }
    int parts = to / from;
    for (; a.units % parts; a.scale++)
        if (a.scale == SCALE_MOST || __builtin_mul_overflow(a.units, 10, &a.units)) return false;
    *out = (struct decimal){a.units / parts, a.scale};
    return true;
}

bool value_convert(struct decimal a, const char *from, const char *to, struct decimal *out)
{
    if (same_unit(from, to)) {
        *out = a;
        return true;
    }
    if (seconds_of(from) && seconds_of(to)) return convert_time(a, seconds_of(from), seconds_of(to), out);
    struct measure one = measure_of(from), other = measure_of(to);
    return same_unit(one.base, other.base) && shift_down(a, other.zeros - one.zeros, out);
}
