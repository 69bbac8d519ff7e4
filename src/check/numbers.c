/* numbers: digits with commas and a point. */
#include "check/numbers.h"
#include <glib.h>
#include "base/utf8.h"
#include "plan/decimal.h"

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* A digit, or a sign that is part of a number because digits follow. */
static bool goes_on(const char *p, uint32_t c)
{
    return (c == ',' || c == '.') && *p && is_digit(utf8_halfwidth(g_utf8_get_char(p)));
}

bool numbers_next(const char **p, struct number *out)
{
    while (**p && !is_digit(utf8_halfwidth(g_utf8_get_char(*p))))
        *p = g_utf8_next_char(*p);
    if (!**p) return false;
    *out = (struct number){.start = *p};
    bool fraction = false, fits = true;
    for (;;) {
        const char *next = *p;
        uint32_t c = **p ? utf8_halfwidth(utf8_next(&next)) : 0;
        if (!is_digit(c) && !goes_on(next, c)) break;
        *p = next;
        fraction |= c == '.';
        if (!is_digit(c)) continue;
        if (out->count < NUMBERS_DIGITS_MOST) out->digits[out->count++] = (char)c;
        fits &= decimal_push(&out->value, (int)(c - '0'), fraction);
    }
    out->end = *p;
    if (!fits) out->count = 0;
    return true;
}
