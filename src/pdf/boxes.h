/* boxes: the rectangles of fills and borders → as few operators as show the same (ISO 32000-1, 8.5.2). Cells draw each its own
   borders, so that most lie twice on each other and go on in the next cell's. Knows nothing of pages. */
#ifndef GYOKAKU_BOXES_H
#define GYOKAKU_BOXES_H
#include "base/buf.h"

/* Hundredths of a point: twice as fine as what can be told apart at 2,400 dots an inch. */
struct box_edges {
    long left, bottom, right, top;
};
/* A run of rectangles in one colour with nothing drawn in between: their order does not show. Starts as {0}. */
struct boxes {
    unsigned count, capacity;
    struct box_edges *box;
};
/* Points, y upwards. False: a number that cannot be written. */
bool boxes_add(struct boxes *boxes, double x, double y, double width, double height);
/* Appends their path and f, and forgets them. */
void boxes_fill(struct boxes *boxes, struct buf *out);
void boxes_free(struct boxes *boxes);
#endif
