/* kinds: the six kinds of chart, one file each. Each draws `data` on an empty canvas; there is at least one column. */
#ifndef GYOKAKU_CHART_KINDS_H
#define GYOKAKU_CHART_KINDS_H
#include "chart/canvas.h"
#include "chart/data.h"

/* Columns from zero: target outlined, actual solid. */
void bars_draw(struct canvas *canvas, const struct data *data);
/* Target and actual on a narrow band. */
void dots_draw(struct canvas *canvas, const struct data *data);
/* Over the years, with a dashed projection from the last actual value. */
void line_draw(struct canvas *canvas, const struct data *data);
/* A milestone's years as cells. */
void strip_draw(struct canvas *canvas, const struct data *data);
/* Shares of a whole, one bar a column of the data. */
void stacked_draw(struct canvas *canvas, const struct data *data);
/* The least height in points at which all counts of so many bars can be read, when text is of `size` and at least `smallest` points. */
double stacked_height(unsigned rows, double size, double smallest);
/* Rows by columns of states. */
void matrix_draw(struct canvas *canvas, const struct data *data);
#endif
