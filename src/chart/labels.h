/* labels: values beside their marks. Every label has places it would like, best first; all are set in one size, the largest at
   which most find a place that is free of text, frame and marks. What finds none is left out, but never one that must be there.
   Knows nothing of scales. */
#ifndef GYOKAKU_CHART_LABELS_H
#define GYOKAKU_CHART_LABELS_H
#include "chart/canvas.h"

enum { LABEL_SPOTS = 16 };
/* A place: the label's box touches (x, y) with its edge. */
struct spot {
    double x, y;
    enum anchor anchor;
    int rise; /* 1: its lower edge is at y, 2: a line higher …; -1: its upper edge, -2: a line lower; 0: its middle */
};
struct label {
    const char *text;
    bool bold, must;
    struct color ink;
    unsigned spots;
    struct spot spot[LABEL_SPOTS];
    bool set;
    struct text placed;
};
struct labels {
    struct canvas *canvas;
    const char *unit; /* left off where room is short, as it stands above the axis; "" */
    struct area room; /* labels stay inside */
    unsigned count, capacity, areas, area_capacity, lines, line_capacity;
    struct label *label; /* the more important first */
    struct area *area;   /* marks that a label should not cover */
    struct line_mark {
        struct point from, to;
    } * line;
};

void labels_free(struct labels *labels);
/* A new label without spots; valid until the next. */
struct label *labels_add(struct labels *labels, const char *text);
void labels_spot(struct label *label, double x, double y, enum anchor anchor, int rise);
void labels_avoid_area(struct labels *labels, struct area area);
void labels_avoid_line(struct labels *labels, struct point from, struct point to);

/* Finds the places and takes them. */
void labels_place(struct labels *labels);
/* Blank ground under the labels, so that no grid line runs through them: before the marks are drawn. */
void labels_ground(const struct labels *labels);
void labels_draw(const struct labels *labels);
#endif
