/* text: comparing what is printed: without blanks and line ends, and by the numbers in it. Knows nothing of formats or plans. */
#ifndef GYOKAKU_VERIFY_TEXT_H
#define GYOKAKU_VERIFY_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* Without blanks of any width, line ends, soft hyphens and variation selectors: pages break lines where data has none. */
const char *text_solid(struct arena *arena, const char *text);
/* Comparing what was read from pages. Two characters whose UTF-8 differs only in that one has the byte 9F and the other AD (た and ね, ミ
   and ロ) are the same here: pdf_read.h says why. Digits and signs never are. */
bool text_equal(const char *a, const char *b);
/* Where `part` stands in `whole`; NULL: nowhere. */
const char *text_find(const char *whole, const char *part);
/* Does `whole` hold `part` (both solid), not as a piece of a longer number? 98.6% is not in 98.61%, nor in 198.6%. */
bool text_holds(const char *whole, const char *part);

/* A set of numbers as they are written, without separators: "98.60" and "98.6" are two. */
struct numbers;
struct numbers *numbers_new(void);
void numbers_free(struct numbers *numbers);
/* Adds every number of the text; NULL is fine. */
void numbers_add(struct numbers *numbers, const char *text);
/* The first number of `text` that none of the `sets` has, in the arena; NULL: all are known. *count grows by the numbers seen. */
const char *numbers_unknown(const struct numbers *const *sets, size_t count, const char *text, struct arena *arena,
                            unsigned long *seen);
#endif
