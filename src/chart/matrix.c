/* matrix: rows by columns of states: a texture first, shape and tone, data second. Many rows stand in panels side by side. */
#include "chart/kinds.h"
#include <math.h>
#include "chart/header.h"
#include "chart/marks.h"

/* In ems. */
static const double HEAD_ROW = 1.5, ROW = 1.3, HIGHEST_ROW = 2.2, NARROWEST_NAME = 5, NARROWEST_CELL = 1.6,
                    WIDEST_CELL = 7;
static const double RADIUS = 0.4, PADDING = 0.45, PANEL_GAP = 1.6, NAME_GAP = 0.6, HEAD_GAP = 0.3, SHORTENED_FROM = 4;
/* Of a panel, at most, for the names. */
static const double NAME_SHARE = 0.55;
static const double CELL_GAP = 1; /* points */
enum { MOST_PANELS = 4 };

struct matrix {
    struct canvas *canvas;
    const struct data *data;
    unsigned panels, rows;        /* rows of a panel */
    double top, row, size, panel; /* a panel's width, without the gap */
    double name, cell;            /* widths */
};

static bool fits(const struct matrix *m, unsigned panels, double size)
{
    double width = (m->canvas->width - PANEL_GAP * size * (panels - 1)) / panels;
    unsigned rows = (m->data->count + panels - 1) / panels;
    return rows * ROW * size <= m->canvas->height - m->top &&
           width >= NARROWEST_NAME * size + NARROWEST_CELL * size * m->data->columns;
}

/* The fewest panels in which a row is as high as its text, in the larger size if that does. */
static void choose_panels(struct matrix *m)
{
    const double SIZE[] = {m->canvas->size, m->canvas->smallest};
    m->panels = 1;
    m->size = m->canvas->smallest;
    bool found = false;
    for (unsigned panels = 1; panels <= MOST_PANELS && !found; panels++)
        for (unsigned i = 0; i < sizeof SIZE / sizeof *SIZE && !found; i++)
            if (fits(m, panels, SIZE[i])) {
                m->panels = panels;
                m->size = SIZE[i];
                found = true;
            }
    m->rows = (m->data->count + m->panels - 1) / m->panels;
}

static void measure(struct matrix *m)
{
    double widest = 0;
    m->panel = (m->canvas->width - PANEL_GAP * m->size * (m->panels - 1)) / m->panels;
    m->row = fmin(fmax(m->canvas->height - m->top, 0) / m->rows, HIGHEST_ROW * m->size);
    for (unsigned i = 0; i < m->data->count; i++)
        widest = fmax(widest, canvas_text_width(m->canvas, m->data->series[i].name, m->size, false));
    bool named = m->row >= m->size;
    double least = named ? fmin(NARROWEST_NAME * m->size, m->panel / 2) : 0;
    double cells = NARROWEST_CELL * m->size * m->data->columns;
    m->name = named ? fmin(widest + NAME_GAP * m->size, fmax(fmin(m->panel * NAME_SHARE, m->panel - cells), least)) : 0;
    m->cell = fmin((m->panel - m->name) / m->data->columns, WIDEST_CELL * m->size);
    /* Cells that need no more leave their width to the names. */
    m->name = named ? fmin(widest + NAME_GAP * m->size, m->panel - m->cell * m->data->columns) : 0;
}

static double left_of(const struct matrix *m, unsigned panel)
{
    return (m->panel + PANEL_GAP * m->size) * panel;
}

static void draw_head(const struct matrix *m, unsigned panel)
{
    struct canvas *canvas = m->canvas;
    for (unsigned i = 0; i < m->data->columns; i++) {
        const char *at = canvas_shorten(canvas, m->data->at[i], m->size, false, m->cell - HEAD_GAP * m->size);
        if (!at || (at != m->data->at[i] && m->cell < SHORTENED_FROM * m->size)) continue;
        canvas_text(canvas, &(struct text){at, left_of(m, panel) + m->name + m->cell * (i + 0.5),
                                           canvas_baseline(m->top - HEAD_ROW * m->size / 2, m->size), m->size,
                                           ANCHOR_MIDDLE, false, canvas_color(canvas, "soft")});
    }
}

static void draw_name(const struct matrix *m, const char *name, double x, double y)
{
    struct canvas *canvas = m->canvas;
    const char *fitting =
        m->name > 0 ? canvas_shorten(canvas, name, m->size, false, m->name - NAME_GAP * m->size) : NULL;
    if (fitting)
        canvas_text(canvas, &(struct text){fitting, x, canvas_baseline(y, m->size), m->size, ANCHOR_START, false,
                                           canvas_color(canvas, "ink")});
}

/* Do all texts of the matrix fit beside their shapes? All or none are set, or the texture is lost. */
static bool texts_fit(const struct matrix *m)
{
    double room = m->cell - CELL_GAP - (PADDING * 3 + RADIUS * 2) * m->size;
    for (unsigned i = 0; i < m->data->count; i++)
        for (unsigned k = 0; k < m->data->columns; k++)
            if (canvas_text_width(m->canvas, m->data->series[i].datum[k].text, m->size, false) > room) return false;
    return m->row - CELL_GAP >= m->size;
}

static void draw_cell(const struct matrix *m, const struct datum *datum, struct area cell, bool with_text)
{
    struct canvas *canvas = m->canvas;
    double radius = fmin(RADIUS * m->size, fmin(area_width(cell), area_height(cell)) / 2 - CANVAS_STROKE);
    double y = (cell.top + cell.bottom) / 2, middle = (cell.left + cell.right) / 2;
    bool shape = datum->state != STATE_PLANNED && datum->state != STATE_NONE && radius > 0.5;
    marks_cell(canvas, datum->state, cell);
    if (!with_text || !*datum->text) {
        if (shape) marks_state(canvas, datum->state, (struct point){middle, y}, radius, NULL);
        return;
    }
    struct text text = {datum->text,   middle, canvas_baseline(y, m->size), m->size,
                        ANCHOR_MIDDLE, false,  canvas_color(canvas, "ink")};
    if (shape) {
        text.anchor = ANCHOR_START;
        text.x = cell.left + (PADDING * 2 + RADIUS * 2) * m->size;
        marks_state(canvas, datum->state, (struct point){cell.left + (PADDING + RADIUS) * m->size, y}, radius, NULL);
    } else if (datum->state == STATE_NONE) {
        canvas_fill(canvas, canvas_text_area(canvas, &text), canvas_color(canvas, "paper"));
    }
    canvas_text(canvas, &text);
}

static void draw_row(const struct matrix *m, unsigned index, bool with_text)
{
    const struct series *series = &m->data->series[index];
    double left = left_of(m, index / m->rows), y = m->top + m->row * (index % m->rows),
           gap = fmin(CELL_GAP, m->row / 4) / 2;
    draw_name(m, series->name, left, y + m->row / 2);
    for (unsigned i = 0; i < m->data->columns; i++) {
        struct area cell = {left + m->name + m->cell * i, y, left + m->name + m->cell * (i + 1), y + m->row};
        if (series->datum[i].given) draw_cell(m, &series->datum[i], area_inset(cell, gap), with_text);
    }
}

void matrix_draw(struct canvas *canvas, const struct data *data)
{
    struct matrix m = {.canvas = canvas, .data = data};
    m.top = header_draw(canvas, data, NULL, NULL) + HEAD_ROW * canvas->smallest;
    choose_panels(&m);
    m.top += HEAD_ROW * (m.size - canvas->smallest);
    measure(&m);
    bool with_text = texts_fit(&m);
    for (unsigned i = 0; i < m.panels; i++)
        draw_head(&m, i);
    for (unsigned i = 0; i < data->count; i++)
        draw_row(&m, i, with_text);
}
