/* picture: a chart as a picture to be pasted elsewhere: on a ground of its own, with a margin, and with the marks (案, 見本) of the page
   it comes from, which would be lost there otherwise. Knows nothing of files. */
#ifndef GYOKAKU_PICTURE_H
#define GYOKAKU_PICTURE_H
#include "chart/chart.h"

/* Points: the type of charts that are drawn for pasting. */
static const double PICTURE_TYPE = 12;

/* `chart` in a frame that suits its kind. `marks`: "" when there is none. Lives in `arena`; the caller drawing_frees it. */
struct drawing *picture_of_chart(struct arena *arena, const xmlNode *chart, const struct chart_looks *looks,
                                 const char *marks);
/* `chart`, a drawing made elsewhere (for a slide), as it is. */
struct drawing *picture_of_drawing(struct arena *arena, const struct drawing *chart, const struct chart_looks *looks,
                                   const char *marks);
#endif
