/* utf8: classes of Japanese characters, and the few normalisations the formats allow. Decoding itself is GLib's. */
#ifndef GYOKAKU_UTF8_H
#define GYOKAKU_UTF8_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at *p, which moves past it. Text must be valid UTF-8 (libxml2 has seen to it). */
uint32_t utf8_next(const char **p);
/* Bytes of the code point; at most 4 are written to `out`. */
size_t utf8_put(char out[4], uint32_t c);

/* Hiragana, katakana, ideographs, full-width forms and CJK punctuation: where a line break in the source means nothing. */
bool utf8_is_japanese(uint32_t c);
/* Kangxi radicals (U+2F00–2FDF), the two CJK radicals that are copies, and compatibility ideographs that are copies without
   meaning → the ideograph they stand for; any other character unchanged: variants that Japanese names need (神 U+FA19, 﨑 U+FA11) stay. */
uint32_t utf8_unified(uint32_t c);
/* Full-width digits, letters and signs (U+FF01–FF5E) and U+3000 → ASCII; any other unchanged. */
uint32_t utf8_halfwidth(uint32_t c);
#endif
