/* stacked: one bar a row of the data, cut into shares; counts inside where they have room. The others stand below the bar with a leader
   where rows are high, else beside it, each after its series' sign. */
#include "chart/kinds.h"
#include <math.h>
#include "chart/header.h"
#include "chart/marks.h"

/* In ems. */
static const double THICKEST = 2.4, ROW_GAP = 0.5, LABEL_GAP = 0.7, INSIDE_PADDING = 0.6, LEADER = 0.45,
                    OUTSIDE_ROW = 1.7;
static const double SIGN_RADIUS = 0.36, SIGN_GAP = 0.4;
/* A count beside the bar: its sign, what is between the sign and the number, between two counts. */
static const double BESIDE_SIGN = 1.1, BESIDE_GAP = 0.3, BESIDE_APART = 0.7;
/* Of the width, at most, for the rows' labels, for the counts beside; of a low row, for its bar. */
static const double LABEL_SHARE = 0.32, BESIDE_SHARE = 0.5, LOW_BAR = 0.8;
/* Of the smallest text: a row in which a count can still be read, the rows of a legend. */
static const double LOWEST_ROW = 1.75, LEGEND_ROWS = 4.5;
static const double JOINT = 0.8; /* points of paper between two shares */
enum { LABEL_LINES = 2 };

struct stacked {
    struct canvas *canvas;
    const struct data *data;
    double top, row, bar, left, right, size; /* of the bars: from left to right */
    bool beside;                             /* counts without room inside stand right of the bar, not below */
};
/* A count that found no room inside. */
struct outside {
    const struct series *series;
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
    unsigned turn = turn_of(data, series);
    struct color ink = marks_share(canvas, series->state, turn, area);
    if (turn) return; /* its pattern says more than the shape that it shares with the first of its state */
    struct point at = {(area.left + area.right) / 2, (area.top + area.bottom) / 2};
    marks_state(canvas, series->state, at, SIGN_RADIUS * canvas->size, is_dark(series) ? &ink : NULL);
}

/* ---- shares ---- */

static double middle_of(const struct stacked *s, unsigned row)
{
    return s->top + s->row * row + s->bar / 2;
}

/* The shares of a row from left to right; those of no size have no width. */
static void lay_shares(const struct stacked *s, unsigned row, struct area *area)
{
    double sum = sum_of(s->data, row), width = s->right - s->left, before = 0, y = middle_of(s, row);
    for (unsigned i = 0; i < s->data->count; i++) {
        double value = value_of(&s->data->series[i], row);
        area[i] = (struct area){s->left + before / sum * width, y - s->bar / 2,
                                s->left + (before + value) / sum * width, y + s->bar / 2};
        before += value;
        if (before < sum) area[i].right = fmax(area[i].right - JOINT, area[i].left + area_width(area[i]) / 2);
    }
}

static bool fits_inside(const struct stacked *s, const struct series *series, unsigned row, struct area area)
{
    double width = canvas_text_width(s->canvas, series->datum[row].text, s->size, true);
    return width <= area_width(area) - INSIDE_PADDING * s->size && s->size <= area_height(area);
}

/* The counts of a row that find no room inside; how many. `area`: its shares. */
static unsigned outsiders_of(const struct stacked *s, unsigned row, const struct area *area, struct outside *out)
{
    unsigned count = 0;
    for (unsigned i = 0; i < s->data->count; i++) {
        const struct series *series = &s->data->series[i];
        const char *text = series->datum[row].text;
        if (!(value_of(series, row) > 0) || !*text || fits_inside(s, series, row, area[i])) continue;
        out[count++] = (struct outside){series, text, (area[i].left + area[i].right) / 2, 0,
                                        canvas_text_width(s->canvas, text, s->canvas->smallest, false)};
    }
    return count;
}

/* ---- a row ---- */

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

static void draw_below(const struct stacked *s, unsigned row, struct outside *out, unsigned count)
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

/* What the counts beside a bar take, in points. */
static double beside_width(const struct stacked *s, const struct outside *out, unsigned count)
{
    double width = 0, size = s->canvas->smallest;
    for (unsigned i = 0; i < count; i++)
        width += (BESIDE_APART + BESIDE_SIGN + BESIDE_GAP) * size + out[i].width;
    return width;
}

static void draw_beside(const struct stacked *s, unsigned row, const struct outside *out, unsigned count)
{
    struct canvas *canvas = s->canvas;
    double size = canvas->smallest, x = s->right, y = middle_of(s, row);
    double half = fmin(CANVAS_ASCENT * size, s->row) / 2;
    for (unsigned i = 0; i < count; i++) {
        x += BESIDE_APART * size;
        double end = x + BESIDE_SIGN * size;
        struct text text = {out[i].text, end + BESIDE_GAP * size,    canvas_baseline(y, size), size, ANCHOR_START,
                            false,       canvas_color(canvas, "ink")};
        if (canvas_text(canvas, &text)) sign(canvas, s->data, out[i].series, (struct area){x, y - half, end, y + half});
        x = end + BESIDE_GAP * size + out[i].width;
    }
}

/* The share without lines under its count. */
static void draw_ground(const struct stacked *s, struct area ground, struct area area, struct color color)
{
    ground.top = fmax(ground.top - 1, area.top + CANVAS_STROKE);
    ground.bottom = fmin(ground.bottom + 1, area.bottom - CANVAS_STROKE);
    ground.left -= 1;
    ground.right += 1;
    canvas_fill(s->canvas, ground, color);
}

/* The count stands inside where it fits; its state's shape before it where there is room for both. */
static void draw_share(const struct stacked *s, const struct series *series, unsigned row, struct area area)
{
    struct canvas *canvas = s->canvas;
    bool dark = is_dark(series), open = series->state == STATE_NONE || series->state == STATE_PLANNED;
    unsigned turn = turn_of(s->data, series);
    struct color ink = marks_share(canvas, series->state, turn, area);
    const char *text = series->datum[row].text;
    if (!*text || !fits_inside(s, series, row, area)) return;
    double width = canvas_text_width(canvas, text, s->size, true), room = area_width(area) - INSIDE_PADDING * s->size;
    double sign = (SIGN_RADIUS * 2 + SIGN_GAP) * s->size, y = (area.top + area.bottom) / 2;
    bool shape = width + sign <= room && !open;
    double x = (area.left + area.right + (shape ? sign : 0)) / 2;
    struct text set = {text, x, canvas_baseline(y, s->size), s->size, ANCHOR_MIDDLE, true, ink};
    struct area ground = canvas_text_area(canvas, &set);
    struct color color;
    if (shape) ground.left -= sign;
    if (marks_share_ground(canvas, series->state, turn, &color)) draw_ground(s, ground, area, color);
    struct point at = {x - width / 2 - sign + SIGN_RADIUS * s->size, y};
    if (shape) marks_state(canvas, series->state, at, SIGN_RADIUS * s->size, dark ? &ink : NULL);
    canvas_text(canvas, &set);
}

static void draw_row(const struct stacked *s, unsigned row)
{
    struct canvas *canvas = s->canvas;
    draw_label(s, row);
    if (!(sum_of(s->data, row) > 0)) {
        double y = middle_of(s, row);
        struct area whole = {s->left, y - s->bar / 2, s->right, y + s->bar / 2};
        marks_cell(canvas, STATE_NONE, area_inset(whole, CANVAS_HAIRLINE / 2));
        return;
    }
    struct area *area = arena_array(canvas->scratch, s->data->count, sizeof *area);
    struct outside *out = arena_array(canvas->scratch, s->data->count, sizeof *out);
    lay_shares(s, row, area);
    for (unsigned i = 0; i < s->data->count; i++)
        if (value_of(&s->data->series[i], row) > 0) draw_share(s, &s->data->series[i], row, area[i]);
    unsigned outsiders = outsiders_of(s, row, area, out);
    if (s->beside && s->row >= canvas->smallest)
        draw_beside(s, row, out, outsiders);
    else if (!s->beside)
        draw_below(s, row, out, outsiders);
}

/* ---- all ---- */

static double label_width(const struct stacked *s)
{
    double widest = 0;
    for (unsigned i = 0; i < s->data->columns; i++)
        widest = fmax(widest, canvas_text_width(s->canvas, s->data->at[i], s->size, false));
    return fmin(widest + LABEL_GAP * s->size, s->canvas->width * LABEL_SHARE);
}

/* What the counts without room inside want of a row, at most: below the bar, or beside it. */
static double widest_outside(const struct stacked *s, bool beside)
{
    double widest = 0, gap = INSIDE_PADDING * s->canvas->smallest;
    struct area *area = arena_array(s->canvas->scratch, s->data->count, sizeof *area);
    struct outside *out = arena_array(s->canvas->scratch, s->data->count, sizeof *out);
    for (unsigned row = 0; row < s->data->columns; row++) {
        if (!(sum_of(s->data, row) > 0)) continue;
        lay_shares(s, row, area);
        unsigned count = outsiders_of(s, row, area, out);
        double width = beside ? beside_width(s, out, count) : 0;
        for (unsigned i = 0; i < count && !beside; i++)
            width += out[i].width + (i ? gap : 0);
        widest = fmax(widest, width);
    }
    return widest;
}

/* A row leaves space below its bar for counts that stand outside. False: rows are too low or too narrow for that. */
static bool lay_below(struct stacked *s, double room)
{
    double outside = OUTSIDE_ROW * s->canvas->smallest;
    s->beside = false;
    s->row = fmin(room, THICKEST * s->size + outside + ROW_GAP * s->size);
    s->bar = fmin(s->row - outside, THICKEST * s->size);
    return s->row - outside >= s->size && widest_outside(s, false) <= s->right - s->left;
}

/* The bars leave space on the right: the narrower they are, the fewer counts find room inside. */
static void lay_beside(struct stacked *s, double room)
{
    enum { TURNS = 6 };
    s->beside = true;
    s->row = fmin(room, THICKEST * s->size + ROW_GAP * s->size);
    s->bar = s->row * LOW_BAR;
    if (s->row < s->canvas->smallest)
        return; /* nothing can be read in such a row: the table beside the chart says it */
    double most = s->canvas->width * BESIDE_SHARE, taken = 0;
    for (unsigned turn = 0; turn < TURNS; turn++) {
        double wanted = fmin(widest_outside(s, true), most);
        if (wanted <= taken) return;
        taken = wanted;
        s->right = s->canvas->width - taken;
    }
}

void stacked_draw(struct canvas *canvas, const struct data *data)
{
    struct stacked s = {.canvas = canvas, .data = data, .size = canvas->size, .right = canvas->width};
    bool *shown = arena_array(canvas->scratch, data->count, sizeof *shown);
    for (unsigned i = 0; i < data->count; i++)
        for (unsigned k = 0; k < data->columns; k++)
            shown[i] |= data->series[i].datum[k].given;
    s.top = header_draw(canvas, data, shown, sign);
    if (s.top > 0) s.top += ROW_GAP * s.size;
    double room = fmax(canvas->height - s.top, 0) / data->columns;
    if (room < CANVAS_LEADING * s.size / LOW_BAR) s.size = canvas->smallest;
    s.left = label_width(&s);
    if (!lay_below(&s, room)) lay_beside(&s, room);
    for (unsigned i = 0; i < data->columns; i++)
        draw_row(&s, i);
}

double stacked_height(unsigned rows, double size, double smallest)
{
    return LEGEND_ROWS * size + rows * LOWEST_ROW * smallest;
}
