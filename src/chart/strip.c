/* strip: a milestone's years side by side: what is to be done, and how it went. A year that goes on with the former one's (→) is an
   arrow through its cell. */
#include "chart/kinds.h"
#include <math.h>
#include <string.h>
#include "chart/header.h"
#include "chart/marks.h"

/* In ems. */
static const double HEAD_ROW = 1.5, HIGHEST = 14, PADDING = 0.5, RADIUS = 0.5, SIGN_GAP = 0.45, ARROW_HEAD = 0.55;
static const double CELL_GAP = 3; /* points */
enum { LINES = 3, HEAD_LINES = 2, FEWEST_LINES_HIGH = 9 };

#define GOES_ON "→"

struct strip {
    struct canvas *canvas;
    const struct data *data;
    const struct datum *datum; /* of the only series */
    double top, bottom, cell;  /* a cell's width with its gap */
    double size;               /* of the cells' text */
    double radius;             /* of the signs; 0: there are none */
    double sign_y, text_y;
    double head_size;
    unsigned head_lines;
    bool has_text;
};

static bool goes_on(const struct strip *strip, unsigned column)
{
    return column < strip->data->columns && !strcmp(strip->datum[column].text, GOES_ON);
}

static struct area cell_of(const struct strip *strip, unsigned column)
{
    double gap = fmin(CELL_GAP, strip->cell / 4);
    return area_inset((struct area){strip->cell * column + gap / 2 - CANVAS_STROKE, strip->top - CANVAS_STROKE,
                                    strip->cell * (column + 1) - gap / 2 + CANVAS_STROKE,
                                    strip->bottom + CANVAS_STROKE},
                      CANVAS_STROKE);
}

static unsigned wrap(const struct strip *strip, unsigned column, double size, const char **line, bool *whole)
{
    double width = area_width(cell_of(strip, column)) - PADDING * size;
    return canvas_wrap(strip->canvas, strip->datum[column].text, size, false, width, LINES, line, whole);
}

/* The largest of three sizes at which all texts are whole. */
static double size_of(const struct strip *strip)
{
    const double SIZE[] = {strip->canvas->size, (strip->canvas->size + strip->canvas->smallest) / 2,
                           strip->canvas->smallest};
    enum { SIZES = sizeof SIZE / sizeof *SIZE };
    for (unsigned i = 0; i < SIZES; i++) {
        bool all = true;
        for (unsigned k = 0; k < strip->data->columns && all; k++) {
            const char *line[LINES];
            bool whole = true;
            if (*strip->datum[k].text && !goes_on(strip, k)) all = wrap(strip, k, SIZE[i], line, &whole) && whole;
        }
        if (all) return SIZE[i];
    }
    return SIZE[SIZES - 1];
}

/* The bar through the cells that go on, with a head where they end. */
static void draw_arrow(const struct strip *strip, unsigned column, double y)
{
    struct canvas *canvas = strip->canvas;
    struct color deep = canvas_color(canvas, "deep");
    struct area cell = cell_of(strip, column);
    double head = fmin(ARROW_HEAD * strip->size, area_width(cell) / 2);
    bool ends = !goes_on(strip, column + 1);
    double from = column && goes_on(strip, column - 1) ? strip->cell * column : cell.left;
    double to = ends ? cell.right - head * 2 : strip->cell * (column + 1);
    static const double THICK = 0.32;
    double half = THICK * strip->size / 2;
    canvas_fill(canvas, (struct area){from, y - half, fmax(to, from), y + half}, deep);
    if (!ends) return;
    const struct point tip[] = {
        {to,              y - head},
        {to + head * 1.4, y       },
        {to,              y + head}
    };
    drawing_path(canvas->drawing, tip, sizeof tip / sizeof *tip,
                 (struct draw){.closed = true, .filled = true, .fill = deep});
}

static void draw_text(const struct strip *strip, unsigned column, const char *const *line, unsigned lines, double y)
{
    struct canvas *canvas = strip->canvas;
    struct area cell = cell_of(strip, column);
    struct text at = {NULL,  (cell.left + cell.right) / 2, y, strip->size, ANCHOR_MIDDLE,
                      false, canvas_color(canvas, "ink")};
    if (strip->datum[column].state == STATE_NONE) {
        double half = lines * CANVAS_LEADING * strip->size / 2;
        double side = fmin(PADDING * strip->size, area_width(cell) / 2);
        canvas_fill(canvas, (struct area){cell.left + side / 2, y - half, cell.right - side / 2, y + half},
                    canvas_color(canvas, "paper"));
    }
    canvas_lines(canvas, line, lines, at);
}

static bool has_sign(const struct strip *strip, unsigned column)
{
    enum state state = strip->datum[column].state;
    return state != STATE_PLANNED && state != STATE_NONE;
}

/* Signs stand at one height and texts around one middle in all cells. The sign goes first when the cells are too low for both. */
static void lay_rows(struct strip *strip)
{
    unsigned most = 1;
    bool signs = false;
    for (unsigned i = 0; i < strip->data->columns; i++) {
        const char *line[LINES];
        bool whole;
        unsigned lines = goes_on(strip, i) ? 1 : wrap(strip, i, strip->size, line, &whole);
        if (lines > most) most = lines;
        signs |= has_sign(strip, i);
    }
    struct area cell = cell_of(strip, 0);
    double height = area_height(cell) - PADDING * strip->size, text = most * CANVAS_LEADING * strip->size;
    strip->radius = fmin(RADIUS * strip->size, area_width(cell) / 2 - 1);
    double sign = strip->radius * 2 + SIGN_GAP * strip->size;
    bool both = signs && strip->radius > 1 && sign + text <= height;
    if (!both) sign = 0;
    if (!both && (text <= height || strip->radius * 2 > height)) strip->radius = 0;
    strip->has_text = text <= height;
    strip->text_y = (cell.top + cell.bottom + sign) / 2;
    strip->sign_y = strip->has_text ? (cell.top + cell.bottom - sign - text) / 2 + strip->radius : strip->text_y;
}

static void draw_content(const struct strip *strip, unsigned column)
{
    struct area cell = cell_of(strip, column);
    struct point at = {(cell.left + cell.right) / 2, strip->sign_y};
    if (has_sign(strip, column) && strip->radius > 1)
        marks_state(strip->canvas, strip->datum[column].state, at, strip->radius, NULL);
    if (!strip->has_text) return;
    if (goes_on(strip, column)) {
        draw_arrow(strip, column, strip->text_y);
        return;
    }
    const char *line[LINES];
    bool whole;
    unsigned lines = wrap(strip, column, strip->size, line, &whole);
    if (lines) draw_text(strip, column, line, lines, strip->text_y);
}

static void draw_head(const struct strip *strip, unsigned column)
{
    struct canvas *canvas = strip->canvas;
    struct area cell = cell_of(strip, column);
    const char *line[HEAD_LINES];
    bool whole;
    unsigned lines = canvas_wrap(canvas, strip->data->at[column], strip->head_size, false, area_width(cell),
                                 strip->head_lines, line, &whole);
    double y = strip->top - (strip->head_lines - 1 + HEAD_ROW) * strip->head_size / 2;
    canvas_lines(canvas, line, lines,
                 (struct text){NULL, (cell.left + cell.right) / 2, y, strip->head_size, ANCHOR_MIDDLE, false,
                               canvas_color(canvas, "ink")});
}

static bool heads_fit(const struct strip *strip, double size)
{
    double room = strip->cell - fmin(CELL_GAP, strip->cell / 4);
    for (unsigned i = 0; i < strip->data->columns; i++)
        if (canvas_text_width(strip->canvas, strip->data->at[i], size, false) > room) return false;
    return true;
}

/* One line for the years, smaller if need be; else two. */
static void lay_head(struct strip *strip, double header)
{
    const struct canvas *canvas = strip->canvas;
    strip->head_size = heads_fit(strip, canvas->size) ? canvas->size : canvas->smallest;
    bool low = canvas->height - header < FEWEST_LINES_HIGH * canvas->size;
    strip->head_lines = low || heads_fit(strip, strip->head_size) ? 1 : HEAD_LINES;
    strip->top = header + (strip->head_lines - 1 + HEAD_ROW) * strip->head_size;
}

void strip_draw(struct canvas *canvas, const struct data *data)
{
    struct strip strip = {.canvas = canvas, .data = data, .datum = data->series[0].datum};
    strip.cell = canvas->width / data->columns;
    lay_head(&strip, header_draw(canvas, data, NULL, NULL));
    strip.bottom = fmax(fmin(canvas->height, strip.top + HIGHEST * canvas->size), strip.top);
    strip.size = size_of(&strip);
    lay_rows(&strip);
    for (unsigned i = 0; i < data->columns; i++) {
        draw_head(&strip, i);
        if (strip.datum[i].given) marks_cell(canvas, strip.datum[i].state, cell_of(&strip, i));
    }
    for (unsigned i = 0; i < data->columns; i++)
        if (strip.datum[i].given) draw_content(&strip, i);
}
