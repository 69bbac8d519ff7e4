/* stacked: one bar a row of the data, cut into shares; counts inside where they have room, else below with a leader. */
#include "chart/kinds.h"
#include <math.h>
#include "chart/header.h"
#include "chart/marks.h"

/* In ems. */
static const double THICKEST = 2.4, ROW_GAP = 0.5, LABEL_GAP = 0.7, INSIDE_PADDING = 0.6, LEADER = 0.45,
                    OUTSIDE_ROW = 1.7;
static const double SIGN_RADIUS = 0.36, SIGN_GAP = 0.4;
/* Of the width, at most, for the rows' labels. */
static const double LABEL_SHARE = 0.32;
static const double JOINT = 0.8; /* points of paper between two shares */
enum { LABEL_LINES = 2 };

struct stacked {
    struct canvas *canvas;
    const struct data *data;
    double top, row, bar, left, size;
};
/* A count that found no room inside. */
struct outside {
    const char *text;
    double x, at, width; /* the share's middle, the text's middle */
};

static double value_of(const struct series *series, unsigned row)
{
    const struct datum *datum = &series->datum[row];
    return datum->has_value && datum->value > 0 ? datum->value : 0;
}

static double sum_of(const struct data *data, unsigned row)
{
    double sum = 0;
    for (unsigned i = 0; i < data->count; i++)
        sum += value_of(&data->series[i], row);
    return sum;
}

/* How many series before it are of the same state. */
static unsigned turn_of(const struct data *data, const struct series *series)
{
    unsigned turn = 0;
    for (const struct series *other = data->series; other < series; other++)
        turn += other->state == series->state;
    return turn;
}

/* Is the share dark enough to want other ink than its state's? */
static bool is_dark(const struct series *series)
{
    return series->state == STATE_MET || series->state == STATE_NEAR;
}

static void sign(struct canvas *canvas, const struct data *data, const struct series *series, struct area area)
{
    struct color ink = marks_share(canvas, series->state, turn_of(data, series), area);
    struct point at = {(area.left + area.right) / 2, (area.top + area.bottom) / 2};
    marks_state(canvas, series->state, at, SIGN_RADIUS * canvas->size, is_dark(series) ? &ink : NULL);
}

/* ---- a row ---- */

static double middle_of(const struct stacked *s, unsigned row)
{
    return s->top + s->row * row + s->bar / 2;
}

static void draw_label(const struct stacked *s, unsigned row)
{
    struct canvas *canvas = s->canvas;
    double width = s->left - LABEL_GAP * s->size;
    const char *line[LABEL_LINES];
    bool whole;
    unsigned most = s->row >= LABEL_LINES * CANVAS_LEADING * s->size ? LABEL_LINES : 1;
    unsigned lines = canvas_wrap(canvas, s->data->at[row], s->size, false, width, most, line, &whole);
    double high = lines * CANVAS_LEADING * s->size;
    double y = fmax(middle_of(s, row), s->top + high / 2 - (s->row - s->bar) / 2);
    canvas_lines(canvas, line, lines,
                 (struct text){NULL, width, y, s->size, ANCHOR_END, false, canvas_color(canvas, "ink")});
}

/* Texts below the bar, pushed apart from left to right, then back from the right edge. */
static void push_apart(struct outside *out, unsigned count, double left, double right, double gap)
{
    double edge = left;
    for (unsigned i = 0; i < count; i++) {
        out[i].at = fmax(out[i].x, edge + out[i].width / 2);
        edge = out[i].at + out[i].width / 2 + gap;
    }
    edge = right;
    for (unsigned i = count; i-- > 0;) {
        out[i].at = fmin(out[i].at, edge - out[i].width / 2);
        edge = out[i].at - out[i].width / 2 - gap;
    }
}

static void draw_outside(const struct stacked *s, unsigned row, struct outside *out, unsigned count)
{
    struct canvas *canvas = s->canvas;
    double size = canvas->smallest, foot = middle_of(s, row) + s->bar / 2, y = foot + (LEADER + CANVAS_ASCENT) * size;
    push_apart(out, count, s->left, canvas->width, INSIDE_PADDING * size);
    for (unsigned i = 0; i < count; i++) {
        struct text text = {out[i].text, out[i].at, y, size, ANCHOR_MIDDLE, false, canvas_color(canvas, "ink")};
        if (out[i].at - out[i].width / 2 < s->left - 1 || !canvas_text(canvas, &text)) continue;
        canvas_rule(canvas, (struct point){out[i].x, foot}, (struct point){out[i].at, foot + LEADER * size},
                    canvas_color(canvas, "soft"), CANVAS_HAIRLINE);
    }
}

/* Ground for a count where the share is hatched. */
static void draw_ground(const struct stacked *s, struct area ground, struct area area)
{
    ground.top = fmax(ground.top - 1, area.top + CANVAS_STROKE);
    ground.bottom = fmin(ground.bottom + 1, area.bottom - CANVAS_STROKE);
    ground.left -= 1;
    ground.right += 1;
    canvas_fill(s->canvas, ground, canvas_color(s->canvas, "paper"));
}

/* Returns whether the count stands inside; its state's shape before it where there is room for both. */
static bool draw_share(const struct stacked *s, const struct series *series, unsigned row, struct area area)
{
    struct canvas *canvas = s->canvas;
    bool dark = is_dark(series), open = series->state == STATE_NONE || series->state == STATE_PLANNED;
    bool hatched = series->state == STATE_NONE || series->state == STATE_UNMET || (!dark && turn_of(s->data, series));
    struct color ink = marks_share(canvas, series->state, turn_of(s->data, series), area);
    const char *text = series->datum[row].text;
    if (!*text) return true;
    double width = canvas_text_width(canvas, text, s->size, true), room = area_width(area) - INSIDE_PADDING * s->size;
    if (width > room || s->size > area_height(area)) return false;
    double sign = (SIGN_RADIUS * 2 + SIGN_GAP) * s->size, y = (area.top + area.bottom) / 2;
    bool shape = width + sign <= room && !open;
    double x = (area.left + area.right + (shape ? sign : 0)) / 2;
    struct text set = {text, x, canvas_baseline(y, s->size), s->size, ANCHOR_MIDDLE, true, ink};
    struct area ground = canvas_text_area(canvas, &set);
    if (shape) ground.left -= sign;
    if (hatched) draw_ground(s, ground, area);
    struct point at = {x - width / 2 - sign + SIGN_RADIUS * s->size, y};
    if (shape) marks_state(canvas, series->state, at, SIGN_RADIUS * s->size, dark ? &ink : NULL);
    return canvas_text(canvas, &set);
}

static void draw_row(const struct stacked *s, unsigned row)
{
    struct canvas *canvas = s->canvas;
    double sum = sum_of(s->data, row), width = canvas->width - s->left, before = 0, y = middle_of(s, row);
    struct area whole = {s->left, y - s->bar / 2, canvas->width, y + s->bar / 2};
    draw_label(s, row);
    if (!(sum > 0)) {
        marks_cell(canvas, STATE_NONE, area_inset(whole, CANVAS_HAIRLINE / 2));
        return;
    }
    struct outside *out = arena_array(canvas->scratch, s->data->count, sizeof *out);
    unsigned outsiders = 0;
    for (unsigned i = 0; i < s->data->count; i++) {
        const struct series *series = &s->data->series[i];
        double value = value_of(series, row);
        if (!(value > 0)) continue;
        struct area area = {s->left + before / sum * width, whole.top, s->left + (before + value) / sum * width,
                            whole.bottom};
        before += value;
        if (before < sum) area.right = fmax(area.right - JOINT, area.left + area_width(area) / 2);
        const char *text = series->datum[row].text;
        if (!draw_share(s, series, row, area))
            out[outsiders++] = (struct outside){text, (area.left + area.right) / 2, 0,
                                                canvas_text_width(canvas, text, canvas->smallest, false)};
    }
    draw_outside(s, row, out, outsiders);
}

/* ---- all ---- */

static double label_width(const struct stacked *s)
{
    double widest = 0;
    for (unsigned i = 0; i < s->data->columns; i++)
        widest = fmax(widest, canvas_text_width(s->canvas, s->data->at[i], s->size, false));
    return fmin(widest + LABEL_GAP * s->size, s->canvas->width * LABEL_SHARE);
}

void stacked_draw(struct canvas *canvas, const struct data *data)
{
    struct stacked s = {.canvas = canvas, .data = data, .size = canvas->size};
    bool *shown = arena_array(canvas->scratch, data->count, sizeof *shown);
    for (unsigned i = 0; i < data->count; i++)
        for (unsigned k = 0; k < data->columns; k++)
            shown[i] |= data->series[i].datum[k].given;
    s.top = header_draw(canvas, data, shown, sign);
    if (s.top > 0) s.top += ROW_GAP * s.size;
    s.row = fmax(canvas->height - s.top, 0) / data->columns;
    if (s.row < CANVAS_LEADING * s.size) s.size = canvas->smallest;
    /* A row leaves space below its bar for counts that stand outside. */
    double outside = OUTSIDE_ROW * canvas->smallest;
    s.row = fmin(s.row, THICKEST * s.size + outside + ROW_GAP * s.size);
    s.bar = fmin(fmax(s.row - outside, s.row * 0.5), THICKEST * s.size);
    s.left = label_width(&s);
    for (unsigned i = 0; i < data->columns; i++)
        draw_row(&s, i);
}
