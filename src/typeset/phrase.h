/* phrase: where the phrases (文節) of Japanese text begin, so that a heading or a label breaks between them and never
   inside a word. Knows nothing of fonts, lines or kinsoku, and reads nothing but the characters. */
#ifndef GYOKAKU_PHRASE_H
#define GYOKAKU_PHRASE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Marks where phrases (文節) begin: begins[i] is set for each i in 1..count-1 where a line may well end before
   character i; begins[0] is false. `c` are Unicode code points of one paragraph. Pure. */
void phrase_find(const uint32_t *c, size_t count, bool *begins);
#endif
