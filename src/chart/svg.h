/* svg: a drawing → an <svg> element of an HTML page, or a file of its own. Text stays text, unless outlines are asked for. Colours are the
   theme's light ones as attributes, and in a page a class each (fill-ink, stroke-rule), by which a style sheet shows them in the dark. */
#ifndef GYOKAKU_SVG_H
#define GYOKAKU_SVG_H
#include "base/buf.h"
#include "chart/drawing.h"
#include "typeset/paragraph.h"

struct svg {
    const struct theme *theme;
    const char *title, *description; /* for who does not see it; the description may be NULL */
    const char *id;                  /* the ids of its parts begin with it: one of its own in a page */
    const char *prefix;              /* of every class: "" or "gyokaku-" */
    double scale;                    /* pixels of a point, where the style sheet does not say otherwise */
    /* The words of the drawing (lettering.h), to be drawn as the outlines of these fonts' glyphs; NULL: as text. */
    const struct paragraph *const *lettering;
    const struct fonts *fonts;
};
/* Appends it. A coordinate that is no number is noted in `out`. */
void svg_draw(const struct svg *svg, const struct drawing *drawing, struct buf *out);
/* Appends a whole file: with its name space, without classes (theme and prefix are not looked at), and with other families for
   machines that lack the drawing's. */
void svg_file(const struct svg *svg, const struct drawing *drawing, struct buf *out);
#endif
