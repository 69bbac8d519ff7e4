/* line: values over the years. The projection begins at the last actual value and is dashed. */
#include "chart/kinds.h"
#include <math.h>
#include "chart/plot.h"

/* In ems. */
static const double RADIUS = 0.3, GAP = 0.25;

/* A series' points from left to right. */
struct run_of_points {
    unsigned count;
    struct point *point;
};

static struct point point_of(const struct plot *plot, const struct series *series, unsigned column)
{
    const struct datum *datum = &series->datum[column];
    return (struct point){plot_x(plot, column), datum->has_value ? plot_y(plot, datum->value) : plot_base(plot)};
}

/* Where a projection begins: the last actual value before it, or -1. */
static int start_of(const struct plot *plot, const struct series *series)
{
    const struct series *actual = data_role(plot->data, ROLE_ACTUAL);
    if (series->role != ROLE_PROJECTION || !actual) return -1;
    unsigned first = 0;
    while (first < plot->data->columns && !series->datum[first].has_value)
        first++;
    if (first == plot->data->columns) return -1;
    for (unsigned i = first; i-- > 0;)
        if (actual->datum[i].has_value) return (int)i;
    return -1;
}

static struct run_of_points points_of(const struct plot *plot, const struct series *series)
{
    struct run_of_points run = {0, arena_array(plot->canvas->scratch, plot->data->columns + 1, sizeof *run.point)};
    int start = start_of(plot, series);
    if (start >= 0) run.point[run.count++] = point_of(plot, data_role(plot->data, ROLE_ACTUAL), (unsigned)start);
    for (unsigned i = 0; i < plot->data->columns; i++)
        if (series->datum[i].has_value) run.point[run.count++] = point_of(plot, series, i);
    return run;
}

/* Is the series mostly below the others in this column? */
static bool is_lower(const struct plot *plot, const struct series *series, unsigned column)
{
    for (unsigned i = 0; i < plot->data->count; i++) {
        const struct series *other = &plot->data->series[i];
        if (other != series && other->datum[column].has_value &&
            other->datum[column].value > series->datum[column].value)
            return true;
    }
    return false;
}

static void spots(const struct plot *plot, const struct series *series, unsigned column, struct label *label)
{
    struct point at = point_of(plot, series, column);
    bool lower = series->datum[column].has_value && is_lower(plot, series, column);
    double away = (RADIUS + GAP) * plot->canvas->size;
    for (int turn = 0; turn < 2; turn++) {
        int rise = lower == (turn == 1) ? 1 : -1;
        double y = at.y - rise * away;
        labels_spot(label, at.x, y, ANCHOR_MIDDLE, rise);
        labels_spot(label, at.x + away, y + rise * away / 2, ANCHOR_START, rise);
        labels_spot(label, at.x - away, y + rise * away / 2, ANCHOR_END, rise);
        labels_spot(label, at.x, y, ANCHOR_MIDDLE, rise * 2);
    }
    labels_spot(label, at.x + away, at.y, ANCHOR_START, 0);
    labels_spot(label, at.x - away, at.y, ANCHOR_END, 0);
    labels_spot(label, at.x, at.y - away, ANCHOR_MIDDLE, 3);
    labels_spot(label, at.x, at.y + away, ANCHOR_MIDDLE, -3);
}

static void sign(struct canvas *canvas, const struct data *data, const struct series *series, struct area area)
{
    (void)data;
    double y = (area.top + area.bottom) / 2;
    const struct point end[] = {
        {area.left,  y},
        {area.right, y}
    };
    marks_line(canvas, series->role, end, 2);
    marks_dot(canvas, series->role, (struct point){(area.left + area.right) / 2, y}, RADIUS * canvas->size);
}

static void avoid(struct plot *plot, const struct series *series)
{
    struct run_of_points run = points_of(plot, series);
    double radius = RADIUS * plot->canvas->size;
    for (unsigned i = 0; i < run.count; i++) {
        struct point at = run.point[i];
        labels_avoid_area(&plot->labels, (struct area){at.x - radius, at.y - radius, at.x + radius, at.y + radius});
        if (i) labels_avoid_line(&plot->labels, run.point[i - 1], at);
    }
}

static void draw(struct plot *plot, const struct series *series)
{
    struct run_of_points run = points_of(plot, series);
    marks_line(plot->canvas, series->role, run.point, run.count);
    for (unsigned i = 0; i < plot->data->columns; i++)
        if (series->datum[i].has_value)
            marks_dot(plot->canvas, series->role, point_of(plot, series, i), RADIUS * plot->canvas->size);
}

void line_draw(struct canvas *canvas, const struct data *data)
{
    static const enum role ORDER[] = {ROLE_OTHER, ROLE_TARGET, ROLE_PROJECTION, ROLE_ACTUAL};
    static const struct plot_form FORM = {.sign = sign, .spots = spots};
    struct plot plot;
    plot_open(&plot, canvas, data, &FORM);
    for (unsigned i = 0; i < data->count; i++)
        avoid(&plot, &data->series[i]);
    plot_label(&plot);
    for (unsigned i = 0; i < sizeof ORDER / sizeof *ORDER; i++)
        for (unsigned k = 0; k < data->count; k++)
            if (data->series[k].role == ORDER[i]) draw(&plot, &data->series[k]);
    plot_close(&plot);
}
