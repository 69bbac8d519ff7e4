/* number: digits with commas, △ for minus, 万 and 億. Exact: nothing is rounded here but what was cut before (rates). */
#include "progress/number.h"
#include <inttypes.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "plan/decimal.h"

static const char MINUS[] = "△";
enum { GROUP = 3, DIGITS_MOST = 20 };

/* The magnitude; also of the least number there is. */
static uint64_t magnitude(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* Digits with `scale` of them behind the point, in groups of three in front of it. */
static void put_digits(struct buf *buf, uint64_t units, int scale, bool commas)
{
    char digit[DIGITS_MOST];
    int count = 0;
    for (; units || count <= scale; units /= 10)
        digit[count++] = (char)('0' + units % 10);
    while (count-- > 0) {
        buf_char(buf, digit[count]);
        int whole = count - scale;
        if (whole == 0 && scale) buf_char(buf, '.');
        if (commas && whole > 0 && whole % GROUP == 0) buf_char(buf, ',');
    }
}

static const char *finish(struct arena *arena, struct buf *buf)
{
    const char *text = arena_strdup(arena, buf_text(buf));
    buf_free(buf);
    return text;
}

const char *number_text(struct arena *arena, struct decimal value)
{
    struct buf buf = {0};
    if (value.units < 0) buf_str(&buf, MINUS);
    put_digits(&buf, magnitude(value.units), value.scale, true);
    return finish(arena, &buf);
}

const char *number_plain(struct arena *arena, struct decimal value)
{
    struct buf buf = {0};
    if (value.units < 0) buf_char(&buf, '-');
    put_digits(&buf, magnitude(value.units), value.scale, false);
    return finish(arena, &buf);
}

const char *number_rate(struct arena *arena, int64_t tenths)
{
    return number_percents(arena, (struct decimal){tenths, 1});
}

const char *number_percents(struct arena *arena, struct decimal percents)
{
    return arena_printf(arena, "%s%%", number_text(arena, percents));
}

/* --- 万 and 億 --- */

/* A unit without the power of ten that is written in it, and that power. */
static const char *bare_unit(const char *unit, int *zeros)
{
    static const struct {
        const char *unit;
        int zeros;
    } MONEY[] = {
        {"千円",    3},
        {"万円",    4},
        {"百万円", 6},
        {"億円",    8}
    };
    for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
        if (!strcmp(unit, MONEY[i].unit)) {
            *zeros = MONEY[i].zeros;
            return "円";
        }
    *zeros = 0;
    return unit;
}

static size_t length_of(const char *text)
{
    size_t length = 0;
    for (; *text; length++)
        utf8_next(&text);
    return length;
}

/* value ÷ 10^zeros without the noughts that this leaves at the end. False: finer than a decimal can be, or below one. */
static bool shrink(struct decimal value, int zeros, struct decimal *out)
{
    enum { SCALE_MOST = 9 };
    struct decimal one = {1, 0};
    value.scale += zeros;
    while (value.scale > 0 && value.units % 10 == 0) {
        value.units /= 10;
        value.scale--;
    }
    if (value.scale > SCALE_MOST) return false;
    struct decimal size = {value.units < 0 ? -value.units : value.units, value.scale};
    if (decimal_compare(size, one) < 0) return false;
    *out = value;
    return true;
}

/* The shortest exact way to write it; of two as short the larger unit, unless that costs decimals. */
const char *number_short(struct arena *arena, struct decimal value, const char *unit)
{
    enum { TIE_SCALE = 1 };
    static const struct {
        const char *word;
        int zeros;
    } POWERS[] = {
        {"万", 4},
        {"億", 8}
    };
    int zeros = 0;
    const char *bare = bare_unit(unit ? unit : "", &zeros);
    const char *best = arena_printf(arena, "%s%s", number_text(arena, value), unit ? unit : "");
    struct decimal whole = {0}, less = {0};
    if (!strcmp(bare, "%") || !decimal_shift(value, zeros, &whole)) return best;
    for (size_t i = 0; i < sizeof POWERS / sizeof *POWERS; i++) {
        if (!shrink(whole, POWERS[i].zeros, &less)) continue;
        const char *text = arena_printf(arena, "%s%s%s", number_text(arena, less), POWERS[i].word, bare);
        size_t now = length_of(text), before = length_of(best);
        if (now < before || (now == before && less.scale <= TIE_SCALE)) best = text;
    }
    return best;
}

/* From a minute on as hours, minutes and seconds. */
static const char *clock_text(struct arena *arena, int64_t seconds)
{
    enum { MINUTE = 60, HOUR = 3600 };
    uint64_t all = magnitude(seconds), hours = all / HOUR, minutes = all % HOUR / MINUTE, rest = all % MINUTE;
    const char *sign = seconds < 0 ? MINUS : "";
    const char *text = hours ? arena_printf(arena, "%s%" PRIu64 "時間", sign, hours) : sign;
    if (minutes) text = arena_printf(arena, "%s%" PRIu64 "分", text, minutes);
    return rest ? arena_printf(arena, "%s%" PRIu64 "秒", text, rest) : text;
}

const char *number_amount(struct arena *arena, struct decimal value, const char *unit)
{
    enum { MINUTE = 60 };
    if (strstr(unit, "円")) return number_short(arena, value, unit);
    if (!strcmp(unit, "秒") && !value.scale && magnitude(value.units) >= MINUTE) return clock_text(arena, value.units);
    return arena_printf(arena, "%s%s", number_text(arena, value), unit);
}
