/* bars: columns from zero, side by side: the target outlined on the left, what came of it solid on the right. */
#include "chart/kinds.h"
#include <math.h>
#include "chart/plot.h"

/* Of a column for all its bars; of an em: the widest bar, the gap between two, between bar and label. */
static const double BARS_SHARE = 0.66, WIDEST = 2.6, GAP = 0.12, LABEL_GAP = 0.25;

/* From left to right. */
static const unsigned PLACE[ROLE_COUNT] = {
    [ROLE_OTHER] = 0, [ROLE_TARGET] = 1, [ROLE_ACTUAL] = 2, [ROLE_PROJECTION] = 3};

static bool is_left(const struct series *series)
{
    return PLACE[series->role] <= PLACE[ROLE_TARGET];
}

/* The bars of a column, and how many of them stand left of this series'. A missing actual value keeps no place. */
static unsigned bars_in(const struct data *data, const struct series *series, unsigned column, unsigned *before)
{
    unsigned count = 0;
    *before = 0;
    for (const struct series *other = data->series; other < data->series + data->count; other++) {
        if (!other->datum[column].has_value && other != series) continue;
        unsigned mine = PLACE[series->role], its = PLACE[other->role];
        *before += its < mine || (its == mine && other < series);
        count++;
    }
    return count;
}

static unsigned most_bars(const struct data *data)
{
    unsigned most = 2, count = 0;
    for (unsigned i = 0; i < data->columns; i++, count = 0) {
        for (unsigned k = 0; k < data->count; k++)
            count += data->series[k].datum[i].has_value;
        if (count > most) most = count;
    }
    return most;
}

static struct area bar_of(const struct plot *plot, const struct series *series, unsigned column)
{
    unsigned before, count = bars_in(plot->data, series, column, &before), most = most_bars(plot->data);
    double em = plot->canvas->size, gap = fmin(GAP * em, plot->column * GAP / most);
    double width = fmin(plot->column * BARS_SHARE / most - gap, WIDEST * em);
    double left = plot_x(plot, column) - (width * count + gap * (count - 1)) / 2 + (width + gap) * before;
    const struct datum *datum = &series->datum[column];
    double base = plot_base(plot), end = datum->has_value ? plot_y(plot, datum->value) : base;
    return (struct area){left, fmin(base, end), left + width, fmax(base, end)};
}

/* Above the bar, outwards of it, then in lines above all bars of the column; below where the bar hangs. */
static void spots(const struct plot *plot, const struct series *series, unsigned column, struct label *label)
{
    enum { LINES = 3 };
    struct area bar = bar_of(plot, series, column);
    bool hangs = series->datum[column].has_value && series->datum[column].value < 0;
    int up = hangs ? -1 : 1;
    double gap = up * LABEL_GAP * plot->canvas->size, y = (hangs ? bar.bottom : bar.top) - gap, far = y;
    for (unsigned i = 0; i < plot->data->count; i++) {
        const struct series *other = &plot->data->series[i];
        if (!other->datum[column].has_value) continue;
        struct area beside = bar_of(plot, other, column);
        far = hangs ? fmax(far, beside.bottom - gap) : fmin(far, beside.top - gap);
    }
    bool left = is_left(series);
    labels_spot(label, (bar.left + bar.right) / 2, y, ANCHOR_MIDDLE, up);
    labels_spot(label, left ? bar.right : bar.left, y, left ? ANCHOR_END : ANCHOR_START, up);
    for (int i = 1; i <= LINES; i++) {
        labels_spot(label, plot_x(plot, column), far, ANCHOR_MIDDLE, up * i);
        labels_spot(label, left ? bar.right : bar.left, far, left ? ANCHOR_END : ANCHOR_START, up * i);
    }
}

static void sign(struct canvas *canvas, const struct data *data, const struct series *series, struct area area)
{
    static const double SHARE = 0.7;
    (void)data;
    area.left = area.right - area_width(area) * SHARE;
    marks_bar(canvas, series->role, area_inset(area, CANVAS_STROKE / 2));
}

static void each_bar(struct plot *plot, void (*act)(struct plot *plot, const struct series *series, struct area bar))
{
    for (unsigned i = 0; i < plot->data->count; i++)
        for (unsigned k = 0; k < plot->data->columns; k++) {
            const struct series *series = &plot->data->series[i];
            if (series->datum[k].has_value) act(plot, series, bar_of(plot, series, k));
        }
}

static void avoid(struct plot *plot, const struct series *series, struct area bar)
{
    (void)series;
    labels_avoid_area(&plot->labels, bar);
}

static void draw(struct plot *plot, const struct series *series, struct area bar)
{
    if (area_height(bar) > 0) marks_bar(plot->canvas, series->role, bar);
}

void bars_draw(struct canvas *canvas, const struct data *data)
{
    static const struct plot_form FORM = {.from_zero = true, .sign = sign, .spots = spots};
    struct plot plot;
    plot_open(&plot, canvas, data, &FORM);
    each_bar(&plot, avoid);
    plot_label(&plot);
    each_bar(&plot, draw);
    plot_close(&plot);
}
