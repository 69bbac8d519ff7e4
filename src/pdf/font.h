/* font: the codes under which glyphs are written, and the fonts of the file. A code stands for a glyph and the text it shows, so
   that text comes out as it went in even where characters share a glyph. Knows nothing of pages. */
#ifndef GYOKAKU_FONT_H
#define GYOKAKU_FONT_H
#include "base/diag.h"
#include "pdf/object.h"
#include "typeset/fonts.h"

struct font_set;
struct font_set *font_set_new(const struct fonts *fonts);
void font_set_free(struct font_set *set);

/* The code of `glyph` of `face` (fonts_hb_face) for `text` (`size` bytes of UTF-8), made on first use, in that order. 0: glyph 0,
   or 65,535 codes are used up; both are told by font_embed. */
unsigned font_code(struct font_set *set, unsigned face, uint32_t glyph, const char *text, size_t size);
/* What a reader moves on by after that code, in thousandths of the size. */
double font_width(const struct font_set *set, unsigned face, unsigned code);

/* Subsets and embeds every face of which there are codes, and appends the entries of the /Font resource: /F0 … by face. False: told diag. */
bool font_embed(struct font_set *set, struct object_file *file, struct buf *resources, struct diag *diag);
#endif
