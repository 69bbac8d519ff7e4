/* plot: what bars, dots and lines share: header, axis, grid, columns, and the values beside their marks. */
#ifndef GYOKAKU_CHART_PLOT_H
#define GYOKAKU_CHART_PLOT_H
#include "chart/axis.h"
#include "chart/header.h"
#include "chart/labels.h"
#include "chart/marks.h"

struct plot;
/* Adds the spots a value's label would like. */
typedef void plot_spots(const struct plot *plot, const struct series *series, unsigned column, struct label *label);

/* How a kind of chart wants its plot. */
struct plot_form {
    bool from_zero; /* the axis begins at zero, or reaches it */
    header_sign *sign;
    plot_spots *spots;
};
struct plot {
    struct canvas *canvas;
    const struct data *data;
    const struct plot_form *form;
    struct area area; /* from the first tick to the last, from the first column to the last */
    struct axis axis;
    double column; /* width of one */
    bool has_values;
    struct labels labels;
};

/* Draws all but the marks: header, axis, grid, and hatching where there is no value. */
void plot_open(struct plot *plot, struct canvas *canvas, const struct data *data, const struct plot_form *form);
/* Finds places for the values' labels, after the marks to avoid are known. Marks are drawn after this. */
void plot_label(struct plot *plot);
/* Draws the labels and the axis' base, and gives memory back. */
void plot_close(struct plot *plot);

double plot_x(const struct plot *plot, unsigned column);
double plot_y(const struct plot *plot, double value);
/* Where bars stand and words go: zero, or the lowest tick. */
double plot_base(const struct plot *plot);
#endif
