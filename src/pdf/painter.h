/* painter: a drawing → operators of a page's content (ISO 32000-1, 8.5 and 9.4). Its words are shaped already. Knows nothing of pages
   or tags but that an ActualText needs marked content of its own. */
#ifndef GYOKAKU_PAINTER_H
#define GYOKAKU_PAINTER_H
#include "layout/page.h"
#include "pdf/font.h"

struct painter {
    const struct illustration *illustration;
    double left, top; /* of the drawing, points from the page's lower left corner */
    struct buf *out;
    struct font_set *fonts;
    /* Tells `tagger`, outside of text objects, that what follows is to be read as these bytes; NULL: as what it shows. */
    void (*replace)(void *tagger, const char *text, size_t size);
    void *tagger;
};
/* Writes all of it, between q and Q: it neither relies on the state of the page's graphics nor changes it. A coordinate that is no
   number is noted in `out`. */
void painter_draw(const struct painter *painter);

/* Operands and their operator: rg fills with a colour, RG strokes. */
void painter_numbers(struct buf *out, const double *number, unsigned count);
void painter_color(struct buf *out, struct color color, const char *operators);
#endif
