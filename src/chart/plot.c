/* plot: from the frame inwards: header at the top, columns' labels at the bottom, ticks on the left, and a line's height free for
   labels above the highest and below the lowest mark. */
#include "chart/plot.h"
#include <math.h>

/* In ems. */
static const double HEADROOM = 1.5, FOOTROOM = 1.3, LOW_MARK = 2, FOOT_ROW = 1.45, TICK_GAP = 0.5, TICK_DISTANCE = 2.6,
                    EDGE = 0.3;
/* Of the width: beyond it ticks have no labels, as the values have theirs. */
static const double TICKS_SHARE = 0.25;
/* Of a column: what its label may take, what is hatched. */
static const double LABEL_SHARE = 0.94, HATCH_SHARE = 0.62;
enum { MOST_INTERVALS = 5, LABEL_LINES = 2, WORD_LINES = 3 };

double plot_x(const struct plot *plot, unsigned column)
{
    return plot->area.left + plot->column * (column + 0.5);
}

double plot_y(const struct plot *plot, double value)
{
    return plot->area.bottom - axis_share(&plot->axis, value) * area_height(plot->area);
}

static bool is_cut(const struct plot *plot)
{
    return plot->axis.first > 0 || plot->axis.last < 0;
}

double plot_base(const struct plot *plot)
{
    return is_cut(plot) ? plot->area.bottom : plot_y(plot, 0);
}

/* ---- the columns' labels ---- */

/* All columns' labels in one way: `lines` at most, at one size. */
struct foot {
    double size;
    unsigned lines, every; /* every how many columns have one, counted from the newest actual or the last */
};

static bool foot_fits(struct plot *plot, struct foot foot)
{
    const char *line[LABEL_LINES];
    bool whole;
    double width = plot->column * LABEL_SHARE * foot.every;
    for (unsigned i = 0; i < plot->data->columns; i++) {
        const char *at = plot->data->at[i];
        if (foot.lines == 1 && canvas_text_width(plot->canvas, at, foot.size, false) > width) return false;
        if (foot.lines > 1 && *at &&
            (!canvas_wrap(plot->canvas, at, foot.size, false, width, foot.lines, line, &whole) || !whole))
            return false;
    }
    return true;
}

/* The first way that fits; else names are shortened. Two lines only where the frame is high enough for them. */
static struct foot choose_foot(struct plot *plot)
{
    enum { FEWEST_LINES_HIGH = 10, MOST_EVERY = 3, SHORTEST = 3 };
    double size = plot->canvas->size, smallest = plot->canvas->smallest;
    bool high = plot->canvas->height >= FEWEST_LINES_HIGH * size;
    const struct foot WAY[] = {
        {size,     1,           1         },
        {smallest, 1,           1         },
        {size,     LABEL_LINES, 1         },
        {smallest, 1,           2         },
        {smallest, 1,           MOST_EVERY},
    };
    for (unsigned i = 0; i < sizeof WAY / sizeof *WAY; i++)
        if ((WAY[i].lines == 1 || high) && foot_fits(plot, WAY[i])) return WAY[i];
    struct foot foot = {smallest, high ? LABEL_LINES : 1, 1};
    while (plot->column * foot.every < SHORTEST * smallest && foot.every < plot->data->columns)
        foot.every++;
    return foot;
}

static void draw_foot(struct plot *plot, struct foot foot)
{
    struct canvas *canvas = plot->canvas;
    int newest = data_newest(plot->data);
    unsigned kept = newest >= 0 ? (unsigned)newest : plot->data->columns - 1;
    double width = plot->column * LABEL_SHARE * foot.every;
    for (unsigned i = 0; i < plot->data->columns; i++) {
        const char *line[LABEL_LINES];
        bool whole;
        if (i % foot.every != kept % foot.every) continue;
        unsigned lines = canvas_wrap(canvas, plot->data->at[i], foot.size, false, width, foot.lines, line, &whole);
        double middle = canvas->height - (foot.lines - 1 + FOOT_ROW) * foot.size / 2;
        canvas_lines(
            canvas, line, lines,
            (struct text){NULL, plot_x(plot, i), middle, foot.size, ANCHOR_MIDDLE, false, canvas_color(canvas, "ink")});
    }
}

/* ---- the axis ---- */

static struct axis make_axis(const struct plot *plot, double height)
{
    const struct data *data = plot->data;
    double low = 0, high = 0;
    bool any = data_range(data, &low, &high);
    bool cut = !plot->form->from_zero && (data->has_from || data->has_to);
    if (!cut) {
        low = fmin(low, 0);
        high = fmax(high, 0);
    }
    if (cut && data->has_from) low = any ? fmin(low, data->from) : data->from;
    if (cut && data->has_to) high = any ? fmax(high, data->to) : data->to;
    double intervals = height / (TICK_DISTANCE * plot->canvas->size);
    return axis_over(low, high, (unsigned)fmin(fmax(intervals, 1), MOST_INTERVALS));
}

static double tick_width(struct plot *plot)
{
    double widest = 0;
    for (int64_t tick = plot->axis.first; plot->has_values && tick <= plot->axis.last; tick++) {
        const char *text = axis_text(plot->canvas->scratch, &plot->axis, tick, plot->data->unit);
        widest = fmax(widest, canvas_text_width(plot->canvas, text, plot->canvas->smallest, false));
    }
    return widest <= plot->canvas->width * TICKS_SHARE ? widest : 0;
}

static void draw_grid(struct plot *plot, bool labelled)
{
    struct canvas *canvas = plot->canvas;
    double size = canvas->smallest;
    for (int64_t tick = plot->axis.first; plot->has_values && tick <= plot->axis.last; tick++) {
        double y = plot_y(plot, axis_value(&plot->axis, tick));
        canvas_rule(canvas, (struct point){plot->area.left, y}, (struct point){plot->area.right, y},
                    canvas_color(canvas, "hair"), CANVAS_HAIRLINE);
        if (!labelled) continue;
        const char *text = axis_text(canvas->scratch, &plot->axis, tick, plot->data->unit);
        canvas_text(canvas, &(struct text){text, plot->area.left - TICK_GAP * size, canvas_baseline(y, size), size,
                                           ANCHOR_END, false, canvas_color(canvas, "soft")});
    }
}

/* ---- columns without a value ---- */

/* What the element says instead of a value: 対象外, 集計中. */
static const char *said(const struct plot *plot, unsigned column)
{
    for (unsigned i = plot->data->count; i-- > 0;)
        if (*plot->data->series[i].datum[column].text) return plot->data->series[i].datum[column].text;
    return "";
}

static void draw_empty(struct plot *plot, unsigned column)
{
    struct canvas *canvas = plot->canvas;
    double half = plot->column * HATCH_SHARE / 2, x = plot_x(plot, column), size = canvas->smallest;
    struct area area = {x - half, plot->area.top, x + half, plot->area.bottom};
    marks_hatch(canvas, area, 0);
    const char *line[WORD_LINES];
    bool whole;
    double middle = (area.top + area.bottom) / 2;
    unsigned lines =
        canvas_wrap(canvas, said(plot, column), size, false, plot->column * LABEL_SHARE, WORD_LINES, line, &whole);
    double widest = 0, high = lines * CANVAS_LEADING * size / 2;
    for (unsigned i = 0; i < lines; i++)
        widest = fmax(widest, canvas_text_width(canvas, line[i], size, false) / 2 + 1);
    if (!lines || high > area_height(area) / 2) return;
    canvas_fill(canvas, (struct area){x - widest, middle - high, x + widest, middle + high},
                canvas_color(canvas, "paper"));
    canvas_lines(canvas, line, lines,
                 (struct text){NULL, x, middle, size, ANCHOR_MIDDLE, false, canvas_color(canvas, "soft")});
}

/* ---- all ---- */

static double header_of(struct plot *plot)
{
    const struct data *data = plot->data;
    bool *shown = arena_array(plot->canvas->scratch, data->count, sizeof *shown);
    for (unsigned i = 0; i < data->count; i++)
        for (unsigned k = 0; k < data->columns; k++)
            shown[i] |= data->series[i].datum[k].has_value;
    return header_draw(plot->canvas, data, shown, plot->form->sign);
}

/* Would the lowest mark's label hang below the lowest tick? */
static bool needs_footroom(const struct plot *plot, double low)
{
    if (!plot->has_values || (plot->form->from_zero && !(low < 0))) return false;
    return axis_share(&plot->axis, low) * area_height(plot->area) < LOW_MARK * plot->canvas->size;
}

/* A line's height above the highest mark; a second for bars where a column's labels have no room side by side, and columns are so few that
   they cannot be told apart by leaving some out. */
static double headroom(const struct plot *plot)
{
    enum { FEW = 3 };
    const struct data *data = plot->data;
    double size = plot->canvas->size, column = plot->canvas->width / data->columns;
    for (unsigned k = 0; plot->form->from_zero && data->columns <= FEW && k < data->columns; k++) {
        double wide = 0;
        for (unsigned i = 0; i < data->count; i++)
            wide += canvas_text_width(plot->canvas, data->series[i].datum[k].text, size, true);
        if (wide > column / 2) return (HEADROOM + CANVAS_LEADING) * size;
    }
    return HEADROOM * size;
}

void plot_open(struct plot *plot, struct canvas *canvas, const struct data *data, const struct plot_form *form)
{
    *plot = (struct plot){
        .canvas = canvas, .data = data, .form = form, .labels = {.canvas = canvas, .unit = data->unit}
    };
    double low = 0, high = 0, size = canvas->size;
    plot->has_values = data_range(data, &low, &high);
    double top = header_of(plot), edge = EDGE * size;
    plot->area = (struct area){edge, top + headroom(plot), canvas->width - edge, canvas->height - FOOT_ROW * size};
    plot->axis = make_axis(plot, area_height(plot->area));
    double below = needs_footroom(plot, low) ? FOOTROOM * size : 0;
    double ticks = tick_width(plot);
    if (ticks > 0) plot->area.left = ticks + TICK_GAP * canvas->smallest;
    plot->column = area_width(plot->area) / data->columns;
    struct foot foot = choose_foot(plot);
    double foot_top = canvas->height - (foot.lines - 1 + FOOT_ROW) * foot.size;
    plot->area.bottom = fmax(foot_top - below, plot->area.top + 1);
    plot->axis = make_axis(plot, area_height(plot->area));
    draw_foot(plot, foot);
    draw_grid(plot, ticks > 0);
    for (unsigned i = 0; i < data->columns; i++)
        if (!data_has_value(data, i) && !data_is_open(data, i)) draw_empty(plot, i);
    plot->labels.room = (struct area){plot->area.left, top, canvas->width, foot_top};
}

static void add_label(struct plot *plot, const struct series *series, unsigned column, bool must)
{
    const struct datum *datum = &series->datum[column];
    enum { WORD = 2 }; /* a dash or an arrow alone says nothing here that the table does not say better */
    if (!*datum->text || (!datum->has_value && !data_has_value(plot->data, column))) return;
    if (!must && plot->column < plot->canvas->smallest) return; /* hundreds of columns: nothing could be told apart */
    if (!datum->has_value && g_utf8_strlen(datum->text, -1) < WORD) return;
    struct label *label = labels_add(&plot->labels, datum->text);
    label->must = must && datum->has_value;
    label->bold = series->role == ROLE_ACTUAL && datum->has_value;
    if (label->bold) label->ink = canvas_color(plot->canvas, "actual");
    if (series->role == ROLE_PROJECTION || !datum->has_value) label->ink = canvas_color(plot->canvas, "soft");
    plot->form->spots(plot, series, column, label);
}

/* The newest actual value before all; then the older ones, what is wanted of the newest year, of the last, and the rest. */
void plot_label(struct plot *plot)
{
    static const enum role ORDER[] = {ROLE_ACTUAL, ROLE_TARGET, ROLE_PROJECTION, ROLE_OTHER};
    int newest = data_newest(plot->data);
    for (unsigned i = 0; i < sizeof ORDER / sizeof *ORDER; i++)
        for (unsigned k = 0; k < plot->data->count; k++) {
            const struct series *series = &plot->data->series[k];
            if (series->role != ORDER[i]) continue;
            if (newest >= 0) add_label(plot, series, (unsigned)newest, ORDER[i] == ROLE_ACTUAL);
            for (unsigned c = plot->data->columns; c-- > 0;)
                if ((int)c != newest) add_label(plot, series, c, false);
        }
    double base = plot_base(plot);
    labels_avoid_line(&plot->labels, (struct point){plot->area.left, base}, (struct point){plot->area.right, base});
    labels_place(&plot->labels);
    labels_ground(&plot->labels);
}

void plot_close(struct plot *plot)
{
    struct canvas *canvas = plot->canvas;
    double y = plot_base(plot);
    bool cut = is_cut(plot);
    static const double DASH = 2, STROKE = 0.8;
    drawing_line(canvas->drawing, (struct point){plot->area.left, y}, (struct point){plot->area.right, y},
                 (struct draw){.stroked = true,
                               .stroke = canvas_color(canvas, cut ? "rule" : "ink"),
                               .stroke_width = STROKE,
                               .dashed = cut,
                               .dash = DASH,
                               .gap = DASH});
    labels_draw(&plot->labels);
    labels_free(&plot->labels);
}
