/* phrase: where phrases (文節) begin. Knows nothing of fonts, widths or lines. */
#ifndef GYOKAKU_PHRASE_H
#define GYOKAKU_PHRASE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets begins[i] for each of the `count` characters `c`: does a phrase begin there? */
void phrase_find(const uint32_t *c, size_t count, bool *begins);
#endif
