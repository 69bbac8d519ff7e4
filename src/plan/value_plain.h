/* value_plain: cells that are plain numbers, bounds, growth, signs or words; private to value*.c. */
#ifndef GYOKAKU_VALUE_PLAIN_H
#define GYOKAKU_VALUE_PLAIN_H
#include "plan/value.h"

/* Words in front of a number that is not meant exactly: 約. Ends with NULL. */
extern const char *const VALUE_ABOUT[];
/* As value_parse, without the forms of value_forms.c. */
enum value_fault value_plain(struct arena *arena, const char *text, struct value *out);
#endif
