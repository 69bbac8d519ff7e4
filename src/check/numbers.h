/* numbers: the numbers in a text. Knows nothing of what they count. */
#ifndef GYOKAKU_NUMBERS_H
#define GYOKAKU_NUMBERS_H
#include <stdbool.h>
#include "plan/value.h"

enum { NUMBERS_DIGITS_MOST = 18 };
/* One number of a text; full-width digits and commas between digits are read. */
struct number {
    const char *start, *end; /* in the text */
    char digits[NUMBERS_DIGITS_MOST + 1];
    unsigned count; /* digits; 0: more than an exact value holds */
    struct decimal value;
};

/* The next number at or behind *p, which moves past it. False: there is none. */
bool numbers_next(const char **p, struct number *out);
#endif
