/* font_private: what font (codes) and embed (font programs) share. */
#ifndef GYOKAKU_FONT_PRIVATE_H
#define GYOKAKU_FONT_PRIVATE_H
#include <glib.h>
#include <hb.h>
#include <hb-ot.h>
#include "pdf/font.h"

struct font_glyph {
    uint32_t id;
    uint32_t text; /* offset in the font's texts */
    uint32_t size;
    double width; /* as in W: two decimals */
};
struct font {
    hb_face_t *face; /* borrowed; NULL: never used */
    hb_font_t *font;
    double unit; /* of the font's own grid, in thousandths of the size */
    unsigned count, capacity;
    struct font_glyph *code;
    struct buf texts;
    unsigned glyphs;
    uint32_t *first;  /* a glyph's first code; most have no other */
    GHashTable *more; /* (glyph, text) → code, for those that have */
};
struct font_set {
    const struct fonts *fonts;
    unsigned count;
    struct font *font;
    bool full;
    bool glyph_zero;
};

/* Embeds one font; the number of its Type0 dictionary, 0 when it cannot be subset. */
unsigned embed_font(struct object_file *file, const struct font *font);
#endif
