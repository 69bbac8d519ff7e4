/* header: the lines above a chart: unit, note and legend. */
#ifndef GYOKAKU_CHART_HEADER_H
#define GYOKAKU_CHART_HEADER_H
#include "chart/canvas.h"
#include "chart/data.h"

/* Draws the sign of a series into an area of the legend. */
typedef void header_sign(struct canvas *canvas, const struct data *data, const struct series *series, struct area area);

/* Sets them from the frame's top down; `shown` says which series the legend names (NULL: no legend). Where the row is full, the legend
   takes several or names are shortened, and the note gets a row of its own. Returns where the chart itself may begin. */
double header_draw(struct canvas *canvas, const struct data *data, const bool *shown, header_sign *sign);
#endif
