/* dots: target and actual on a band that does not begin at zero, so that a narrow distance can be seen; a thin stem joins the two. */
#include "chart/kinds.h"
#include <math.h>
#include "chart/plot.h"

/* In ems. */
static const double RADIUS = 0.36, GAP = 0.22;

static struct point dot_of(const struct plot *plot, const struct series *series, unsigned column)
{
    const struct datum *datum = &series->datum[column];
    return (struct point){plot_x(plot, column), datum->has_value ? plot_y(plot, datum->value) : plot_base(plot)};
}

/* Is another series' dot of the column above this one? */
static bool is_lower(const struct plot *plot, const struct series *series, unsigned column)
{
    for (unsigned i = 0; i < plot->data->count; i++) {
        const struct series *other = &plot->data->series[i];
        if (other == series || !other->datum[column].has_value) continue;
        double above = other->datum[column].value - series->datum[column].value;
        if (above > 0 || (!(above < 0) && other < series)) return true;
    }
    return false;
}

static void spots(const struct plot *plot, const struct series *series, unsigned column, struct label *label)
{
    enum { LINES = 3 };
    struct point at = dot_of(plot, series, column);
    bool lower = series->datum[column].has_value && is_lower(plot, series, column);
    double away = (RADIUS + GAP) * plot->canvas->size;
    int first = lower ? -1 : 1;
    labels_spot(label, at.x, at.y - first * away, ANCHOR_MIDDLE, first);
    labels_spot(label, at.x + away, at.y, ANCHOR_START, 0);
    labels_spot(label, at.x - away, at.y, ANCHOR_END, 0);
    labels_spot(label, at.x + away, at.y - first * away / 2, ANCHOR_START, first);
    labels_spot(label, at.x - away, at.y - first * away / 2, ANCHOR_END, first);
    labels_spot(label, at.x, at.y + first * away, ANCHOR_MIDDLE, -first);
    for (int i = 2; i <= LINES; i++) {
        labels_spot(label, at.x, at.y - first * away, ANCHOR_MIDDLE, first * i);
        labels_spot(label, at.x, at.y + first * away, ANCHOR_MIDDLE, -first * i);
    }
}

static void sign(struct canvas *canvas, const struct data *data, const struct series *series, struct area area)
{
    (void)data;
    struct point at = {area.right - RADIUS * canvas->size, (area.top + area.bottom) / 2};
    marks_dot(canvas, series->role, at, RADIUS * canvas->size);
}

static void avoid(struct plot *plot, const struct series *series, unsigned column)
{
    struct point at = dot_of(plot, series, column);
    double radius = RADIUS * plot->canvas->size;
    labels_avoid_area(&plot->labels, (struct area){at.x - radius, at.y - radius, at.x + radius, at.y + radius});
}

static void draw(struct plot *plot, const struct series *series, unsigned column)
{
    marks_dot(plot->canvas, series->role, dot_of(plot, series, column), RADIUS * plot->canvas->size);
}

static void stem(struct plot *plot, const struct series *series, unsigned column)
{
    const struct series *target = data_role(plot->data, ROLE_TARGET);
    if (!target || series->role != ROLE_ACTUAL || !target->datum[column].has_value) return;
    canvas_rule(plot->canvas, dot_of(plot, target, column), dot_of(plot, series, column),
                canvas_color(plot->canvas, "rule"), CANVAS_STROKE);
}

static void each_dot(struct plot *plot, void (*act)(struct plot *plot, const struct series *series, unsigned column))
{
    for (unsigned i = 0; i < plot->data->count; i++)
        for (unsigned k = 0; k < plot->data->columns; k++)
            if (plot->data->series[i].datum[k].has_value) act(plot, &plot->data->series[i], k);
}

void dots_draw(struct canvas *canvas, const struct data *data)
{
    static const struct plot_form FORM = {.sign = sign, .spots = spots};
    struct plot plot;
    plot_open(&plot, canvas, data, &FORM);
    each_dot(&plot, avoid);
    plot_label(&plot);
    each_dot(&plot, stem);
    each_dot(&plot, draw);
    plot_close(&plot);
}
