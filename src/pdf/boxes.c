/* boxes: those that touch and are alike across become one, first along rows, then along columns. */
#include "pdf/boxes.h"
#include <math.h>
#include <stdlib.h>
#include "base/arena.h"

static const double HUNDREDTHS = 100, LARGEST = 1e7; /* hundredths */

bool boxes_add(struct boxes *boxes, double x, double y, double width, double height)
{
    const double edge[] = {fmin(x, x + width), fmin(y, y + height), fmax(x, x + width), fmax(y, y + height)};
    for (unsigned i = 0; i < 4; i++)
        if (!(fabs(edge[i] * HUNDREDTHS) <= LARGEST)) return false;
    GROW(boxes->box, boxes->count, boxes->capacity);
    boxes->box[boxes->count++] = (struct box_edges){lround(edge[0] * HUNDREDTHS), lround(edge[1] * HUNDREDTHS),
                                                    lround(edge[2] * HUNDREDTHS), lround(edge[3] * HUNDREDTHS)};
    return true;
}

static int compare(long a, long b)
{
    return (a > b) - (a < b);
}

/* From the top down, from left to right: those that touch along a row follow each other. */
static int by_row(const void *a, const void *b)
{
    const struct box_edges *x = a, *y = b;
    int order = -compare(x->top, y->top);
    if (!order) order = -compare(x->bottom, y->bottom);
    if (!order) order = compare(x->left, y->left);
    return order ? order : compare(x->right, y->right);
}

static int by_column(const void *a, const void *b)
{
    const struct box_edges *x = a, *y = b;
    int order = compare(x->left, y->left);
    if (!order) order = compare(x->right, y->right);
    if (!order) order = -compare(x->top, y->top);
    return order ? order : -compare(x->bottom, y->bottom);
}

static bool join_row(struct box_edges *into, const struct box_edges *next)
{
    if (into->top != next->top || into->bottom != next->bottom || next->left > into->right) return false;
    if (next->right > into->right) into->right = next->right;
    return true;
}

static bool join_column(struct box_edges *into, const struct box_edges *next)
{
    if (into->left != next->left || into->right != next->right || next->top < into->bottom) return false;
    if (next->bottom < into->bottom) into->bottom = next->bottom;
    return true;
}

static void join(struct boxes *boxes, int order(const void *, const void *),
                 bool joined(struct box_edges *, const struct box_edges *))
{
    qsort(boxes->box, boxes->count, sizeof *boxes->box, order);
    unsigned kept = 0;
    for (unsigned i = 1; i < boxes->count; i++)
        if (!joined(&boxes->box[kept], &boxes->box[i])) boxes->box[++kept] = boxes->box[i];
    boxes->count = kept + 1;
}

static void put(struct buf *out, long hundredths)
{
    buf_real(out, (double)hundredths / HUNDREDTHS);
    buf_char(out, ' ');
}

void boxes_fill(struct boxes *boxes, struct buf *out)
{
    if (!boxes->count) return;
    join(boxes, by_column, join_column);
    join(boxes, by_row, join_row);
    for (unsigned i = 0; i < boxes->count; i++) {
        const struct box_edges *box = &boxes->box[i];
        put(out, box->left);
        put(out, box->bottom);
        put(out, box->right - box->left);
        put(out, box->top - box->bottom);
        buf_str(out, "re\n");
    }
    buf_str(out, "f\n");
    boxes->count = 0;
}

void boxes_free(struct boxes *boxes)
{
    free(boxes->box);
}
