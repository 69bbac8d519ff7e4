/* drawing: a chart as a list of operations, built once and replayed by painters (PDF, SVG, PNG), so that no two outputs
   disagree. Points from the upper left corner, y downwards. */
#ifndef GYOKAKU_DRAWING_H
#define GYOKAKU_DRAWING_H
#include <stdbool.h>
#include "base/arena.h"
#include "style/theme.h"

enum draw_kind { DRAW_PATH, DRAW_TEXT, DRAW_CLIP, DRAW_UNCLIP };
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };
struct point {
    double x, y;
};
/* A polygon or polyline; rectangles and lines are paths, too. Clips are rectangles of two points (upper left, lower right). */
struct draw {
    enum draw_kind kind;
    unsigned points;
    const struct point *point;
    bool closed, filled, stroked, dashed;
    struct color fill, stroke;
    double stroke_width, dash, gap;
    const char *text; /* DRAW_TEXT: at point[0], on the baseline */
    enum anchor anchor;
    double size;
    bool bold;
    struct color ink;
};
struct drawing {
    double width, height;
    unsigned count, capacity;
    struct draw *draw;   /* grows by GROW; drawing_free */
    struct arena *arena; /* borrowed: points and texts */
    const char *family;
};
/* An empty one in `arena`; `family` is borrowed. The caller drawing_frees it. */
struct drawing *drawing_new(struct arena *arena, double width, double height, const char *family);
void drawing_free(struct drawing *drawing);

/* Each adds one operation with the looks of `looks`, whose points or text are replaced by (copies of) those given. */
void drawing_path(struct drawing *drawing, const struct point *point, unsigned points, struct draw looks);
void drawing_line(struct drawing *drawing, struct point from, struct point to, struct draw looks);
void drawing_rectangle(struct drawing *drawing, struct point upper_left, struct point lower_right, struct draw looks);
void drawing_text(struct drawing *drawing, struct point at, const char *text, struct draw looks);
/* Adds all operations of `other`, moved by (x, y). */
void drawing_place(struct drawing *drawing, const struct drawing *other, double x, double y);

/* How much of a text's width stands before its anchor: 0, a half, 1. */
double drawing_before(enum anchor anchor);
#endif
