/* png: a drawing → a PNG file, painted by cairo. Text is filled outlines of the same glyphs that other painters write, so that neither
   the machine's fonts nor its settings for screens change a pixel. Knows nothing of charts. */
#ifndef GYOKAKU_PNG_H
#define GYOKAKU_PNG_H
#include "base/buf.h"
#include "chart/drawing.h"
#include "typeset/paragraph.h"

struct png {
    const struct fonts *fonts;
    const struct paragraph *const *lettering; /* of the drawing (lettering.h) */
    double scale;                             /* pixels of a point; less where a side would be too long for an image */
};
/* Appends the file, on white, with its resolution (PNG, 11.3.5.3: pHYs): pasted, it is as large as the drawing. Several threads may share the
   fonts. The same drawing gives the same bytes. A coordinate that is no number, or far away, is noted in `out`, which then gets no
   file. */
void png_draw(const struct png *png, const struct drawing *drawing, struct buf *out);
#endif
