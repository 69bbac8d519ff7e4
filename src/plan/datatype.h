/* datatype: does a word look like a year, a date, a number …? Dates must exist. */
#ifndef GYOKAKU_DATATYPE_H
#define GYOKAKU_DATATYPE_H
#include <stdbool.h>
#include <stdint.h>
#include "base/diag.h"
#include "plan/elements.h"

/* `text` is trimmed and not empty. `one_of` only with TYPE_ONE_OF. */
bool datatype_fits(enum datatype type, const char *text, const char *const *one_of);
/* Thousands of yen as written: 1350, 1,350, △１，３５０; at most 12 digits. False: it is no such number, and `out` is left alone. */
bool datatype_thousands(const char *text, int64_t *out);
/* The sentence for a text that does not fit: {1} the place, {2} the text, {3} what is allowed (TYPE_ONE_OF). */
enum diag_id datatype_sentence(enum datatype type);
/* The same as datatype_fits, as a pattern of XML Schema (but for dates, which must exist); NULL: any words, or one of a list. */
const char *datatype_pattern(enum datatype type);
#endif
