/* contour: the glyphs of a text as curves, for painters that have no fonts where they are looked at. Knows nothing of drawings but one text. */
#ifndef GYOKAKU_CONTOUR_H
#define GYOKAKU_CONTOUR_H
#include "chart/drawing.h"
#include "typeset/paragraph.h"

/* Who takes the curves, in points of the drawing: contours that are closed, to be filled by the nonzero rule. */
struct contour_pen {
    void *self;
    void (*move)(void *self, struct point to);
    void (*line)(void *self, struct point to);
    void (*quadratic)(void *self, struct point control, struct point to);
    void (*cubic)(void *self, struct point control1, struct point control2, struct point to);
    void (*close)(void *self);
};
/* Draws `text`, the shaped words of `draw`, where `draw` has them. Several threads may share the fonts. */
void contour_text(const struct fonts *fonts, const struct draw *draw, const struct paragraph *text,
                  const struct contour_pen *pen);
#endif
