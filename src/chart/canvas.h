/* canvas: the sheet a chart is drawn on: a drawing, the looks, and the places that text has taken. No text gets onto it that would
   touch another or leave the frame. Knows nothing of data. */
#ifndef GYOKAKU_CHART_CANVAS_H
#define GYOKAKU_CHART_CANVAS_H
#include <glib.h>
#include "chart/chart.h"

struct area {
    double left, top, right, bottom;
};
/* One line of text. */
struct text {
    const char *text;
    double x, y; /* of the anchor, on the baseline */
    double size;
    enum anchor anchor;
    bool bold;
    struct color ink;
};
struct canvas {
    struct drawing *drawing;
    const struct chart_looks *looks;
    struct arena *arena;   /* of the drawing */
    struct arena *scratch; /* of the work on it */
    const char *family;
    double width, height;
    double size;           /* of text as a rule */
    double smallest;       /* of text that would not fit otherwise: never below CANVAS_SMALLEST */
    GHashTable *widths[2]; /* text → its width at one point; regular, bold */
    unsigned texts, capacity;
    struct area *text; /* taken */
};

/* Nothing is set smaller, in points: what cannot be read at this size is left to the table beside the chart. */
static const double CANVAS_SMALLEST = 6.5;
/* The em box of Japanese faces around the baseline. */
static const double CANVAS_ASCENT = 0.88, CANVAS_DESCENT = 0.12;
/* From baseline to baseline of wrapped lines, in ems. */
static const double CANVAS_LEADING = 1.25;
/* Strokes, in points. */
static const double CANVAS_HAIRLINE = 0.5, CANVAS_STROKE = 0.9;

/* The sizes of text in a frame of that height: as a rule, and the smallest. Points. */
void canvas_sizes(const struct style *style, double least, double height, double *size, double *smallest);
struct canvas *canvas_new(struct arena *arena, const struct chart_looks *looks, double width, double height);
/* Frees everything but the drawing, which it returns. */
struct drawing *canvas_finish(struct canvas *canvas);

struct color canvas_color(const struct canvas *canvas, const char *name);
/* A colour between two of the theme: `share` of `one`, the rest of `other`. */
struct color canvas_between(const struct canvas *canvas, const char *one, const char *other, double share);
/* The one of the theme's `ink` and `paper` that is easier to read on `ground` (WCAG 2.1, relative luminance). */
struct color canvas_ink_on(const struct canvas *canvas, struct color ground);

double canvas_text_width(struct canvas *canvas, const char *text, double size, bool bold);
/* The box a text takes: its advance by its size. */
struct area canvas_text_area(struct canvas *canvas, const struct text *text);
/* Where the baseline is when text of `size` is centred on y. */
double canvas_baseline(double y, double size);
/* Is there neither text nor the frame's edge? */
bool canvas_is_free(const struct canvas *canvas, struct area area, double size);
/* Takes a place for text to come; canvas_give_back takes all places back that were taken since `texts` was that. */
void canvas_take(struct canvas *canvas, struct area area);
void canvas_give_back(struct canvas *canvas, unsigned texts);
/* Sets the text when its place is free. */
bool canvas_text(struct canvas *canvas, const struct text *text);
/* Draws it without a look: its place was taken before. */
void canvas_draw_text(struct canvas *canvas, const struct text *text);

/* The text itself when it is at most `width` wide, else as much of it as fits before a …; NULL when not even a character does. */
const char *canvas_shorten(struct canvas *canvas, const char *text, double size, bool bold, double width);
/* Breaks into at most `most` lines of at most `width`, the last shortened when that is not enough (then `*whole` is false). The
   number of lines; 0 when a line does not fit. */
unsigned canvas_wrap(struct canvas *canvas, const char *text, double size, bool bold, double width, unsigned most,
                     const char **line, bool *whole);
/* Sets lines around the middle (x, y), all of them or none. */
bool canvas_lines(struct canvas *canvas, const char *const *line, unsigned lines, struct text at);

/* Rectangles and lines by their corners. */
void canvas_fill(struct canvas *canvas, struct area area, struct color fill);
void canvas_rule(struct canvas *canvas, struct point from, struct point to, struct color color, double width);
double area_width(struct area area);
double area_height(struct area area);
struct area area_inset(struct area area, double by);
#endif
