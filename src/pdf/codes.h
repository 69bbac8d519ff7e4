/* codes: glyphs of a line → text-showing operators (ISO 32000-1, 9.4.3). Knows nothing of spans, tags or colours. */
#ifndef GYOKAKU_CODES_H
#define GYOKAKU_CODES_H
#include "pdf/font.h"
#include "typeset/paragraph.h"

/* One for a page: fonts and sizes stay set from one string to the next. Starts with `fonts` and `out` only. */
struct codes {
    struct font_set *fonts;
    struct buf *out;
    bool set; /* is there a font yet? */
    unsigned face;
    float size, rise;
    long long x, y;     /* of the line that Td counts from, thousandths of a point */
    bool open;          /* inside a string of a TJ */
    unsigned in_string; /* codes so far */
    double real,
        ideal; /* the pen since the TJ began, thousandths of the size: as codes and adjustments move it; as it should be */
    const char *rest; /* what the glyphs left of this cluster have to say */
    size_t rest_size;
    unsigned glyphs_left;
};

/* A text object has begun: lines count from the page's origin again. */
void codes_begin(struct codes *codes);
/* Shows glyph `index` of line `line` with the pen at (x, y), going on with the open string where it can. Between BT and ET. */
void codes_show(struct codes *codes, const struct paragraph *paragraph, const struct line *line, uint32_t index,
                double x, double y);
/* Does a cluster of several glyphs begin at `index` that has fewer characters than glyphs? Then only an ActualText (14.9.4) says what
   it is. */
bool codes_needs_actual_text(const struct paragraph *paragraph, const struct line *line, uint32_t index);
/* Ends the open string, if any: before any other operator. */
void codes_end(struct codes *codes);
#endif
