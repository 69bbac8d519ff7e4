/* decimal: exact arithmetic that parsing and units need; comparing and converting are public in value.h. */
#ifndef GYOKAKU_DECIMAL_H
#define GYOKAKU_DECIMAL_H
#include <stdbool.h>
#include "plan/value.h"

/* Each is false, and leaves `out` alone, when the result has more digits than an exact value holds. */

/* Appends a digit 0–9, behind the point when `fraction`. */
bool decimal_push(struct decimal *number, int digit, bool fraction);
/* `number` times 10^zeros. */
bool decimal_shift(struct decimal number, int zeros, struct decimal *out);
/* The sum, in the finer of the two scales. */
bool decimal_add(struct decimal a, struct decimal b, struct decimal *out);
/* A plain number of an attribute: digits, at most one point. False: it is none. */
bool decimal_parse(const char *text, struct decimal *out);
#endif
