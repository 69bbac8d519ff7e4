/* chart: a <chart> element (document.rnc: bars, dots, line, strip, stacked, matrix) → a drawing. All words and numbers come with the
   element; nothing is worded or computed here but positions, ticks and what does not collide. */
#ifndef GYOKAKU_CHART_H
#define GYOKAKU_CHART_H
#include <libxml/tree.h>
#include "chart/drawing.h"
#include "style/print.h"
#include "typeset/paragraph.h"

/* How a chart looks: the style of the element (family, size) and the theme's colours by name. */
struct chart_looks {
    const struct print *print;
    struct typesetter *typesetter; /* to measure labels */
    const struct style *style;
    double smallest; /* points: nothing is set smaller; 0: what is still read on paper */
};
/* The drawing of `chart` in a frame of width × height points. Labels never overlap each other or leave the frame: what does not fit is
   set smaller, slanted apart, shortened with … or left to the table (never the values of the newest year). Lives in `arena`; the caller drawing_frees it. */
struct drawing *chart_draw(struct arena *arena, const xmlNode *chart, const struct chart_looks *looks, double width,
                           double height);
/* The height in points that the chart wants where its style says `height`: more when it has so many rows that they could not be read. */
double chart_height(const xmlNode *chart, const struct style *style, double smallest, double height);
#endif
