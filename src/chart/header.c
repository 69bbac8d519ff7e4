/* header: unit and note on the left, over the axis they speak of, the legend on the right. */
#include "chart/header.h"
#include <math.h>

/* In ems. */
static const double ROW = 1.5, SIGN_WIDTH = 1.5, SIGN_HEIGHT = 0.8, SIGN_GAP = 0.4, GAP = 1.1;
/* Of the width, that the unit may take beside a legend; of the height, that a legend of several rows may. */
static const double UNIT_SHARE = 0.3, LEGEND_SHARE = 0.28;
/* Where names would be shortened to less, in ems, rows may take more of the height. */
static const double SHORTEST_NAME = 4, LONG_LEGEND_SHARE = 0.5;
enum { MOST_ROWS = 3, MOST_LONG_ROWS = 8 };

struct header {
    struct canvas *canvas;
    const struct data *data;
    const bool *shown;
    header_sign *sign;
    double size;
    const char *unit;
    double unit_width, note_width, legend_width;
    unsigned items;
};

static void measure(struct header *header, double size)
{
    struct canvas *canvas = header->canvas;
    header->size = size;
    header->unit_width = canvas_text_width(canvas, header->unit, size, false);
    header->note_width = canvas_text_width(canvas, header->data->note, size, false);
    header->legend_width = 0;
    header->items = 0;
    for (unsigned i = 0; header->shown && i < header->data->count; i++) {
        if (!header->shown[i]) continue;
        double name = canvas_text_width(canvas, header->data->series[i].name, size, false);
        header->legend_width += (SIGN_WIDTH + SIGN_GAP) * size + name + (header->items++ ? GAP * size : 0);
    }
}

static double gap_after(const struct header *header, double width)
{
    return width > 0 ? width + GAP * header->size : 0;
}

static bool fits_one_row(const struct header *header)
{
    return gap_after(header, header->unit_width) + gap_after(header, header->note_width) + header->legend_width <=
           header->canvas->width;
}

static void words(struct header *header, const char *text, double x, double y, double width)
{
    const char *fitting = canvas_shorten(header->canvas, text, header->size, false, width);
    if (!fitting) return;
    canvas_text(header->canvas, &(struct text){fitting, x, canvas_baseline(y, header->size), header->size, ANCHOR_START,
                                               false, canvas_color(header->canvas, "soft")});
}

/* The width that the longest names may have so that all fit into `room`: the shorter ones keep theirs. */
static double widest_name(struct header *header, double room)
{
    double most = room / header->items;
    for (unsigned turn = 0; turn < header->items; turn++) {
        double rest = room;
        unsigned longer = 0;
        for (unsigned i = 0; i < header->data->count; i++) {
            if (!header->shown[i]) continue;
            double width = canvas_text_width(header->canvas, header->data->series[i].name, header->size, false);
            if (width > most)
                longer++;
            else
                rest -= width;
        }
        if (!longer || !(rest / longer > most)) break;
        most = rest / longer;
    }
    return most;
}

static double item_width(struct header *header, const struct series *series, double most)
{
    double name = canvas_text_width(header->canvas, series->name, header->size, false);
    return (SIGN_WIDTH + SIGN_GAP) * header->size + fmin(name, most);
}

/* Rows that the legend takes with whole names: the first begins at `left`, the others at the frame's edge. */
static unsigned rows_of(struct header *header, double left)
{
    unsigned rows = 1;
    double x = left, width = header->canvas->width;
    for (unsigned i = 0; i < header->data->count; i++) {
        if (!header->shown[i]) continue;
        double item = item_width(header, &header->data->series[i], INFINITY);
        if (x + item > width && x > 0) {
            rows++;
            x = 0;
        }
        x += item + GAP * header->size;
    }
    return rows;
}

static void item(struct header *header, const struct series *series, double x, double y, double most)
{
    struct canvas *canvas = header->canvas;
    static const double ROUNDING = 1e-6;
    double size = header->size, half = SIGN_HEIGHT * size / 2;
    const char *name = canvas_shorten(canvas, series->name, size, false, most + ROUNDING);
    if (!name) return;
    struct text text = {name,  x + (SIGN_WIDTH + SIGN_GAP) * size, canvas_baseline(y, size), size, ANCHOR_START,
                        false, canvas_color(canvas, "ink")};
    if (canvas_text(canvas, &text))
        header->sign(canvas, header->data, series, (struct area){x, y - half, x + SIGN_WIDTH * size, y + half});
}

static bool has_room(const struct header *header, unsigned rows, unsigned most, double share)
{
    return rows <= most && rows * ROW * header->size <= header->canvas->height * share;
}

/* The legend up to the right edge; too wide for a row, it takes several where the frame is high enough; else long names are
   shortened. Returns the middle of its last row. */
static double legend(struct header *header, double left, double y)
{
    double size = header->size, width = header->canvas->width, room = width - left, most = INFINITY;
    double x = width - header->legend_width;
    unsigned rows = header->legend_width > room ? rows_of(header, left) : 1;
    if (header->legend_width > room) x = left;
    if (rows > 1 && !has_room(header, rows, MOST_ROWS, LEGEND_SHARE)) {
        double names = room - (SIGN_WIDTH + SIGN_GAP) * size * header->items - GAP * size * (header->items - 1);
        most = widest_name(header, names);
        if (most < SHORTEST_NAME * size && has_room(header, rows, MOST_LONG_ROWS, LONG_LEGEND_SHARE))
            most = INFINITY;
        else
            rows = 1;
    }
    for (unsigned i = 0; i < header->data->count; i++) {
        if (!header->shown[i]) continue;
        double wide = item_width(header, &header->data->series[i], most);
        if (rows > 1 && x + wide > width && x > 0) {
            x = 0;
            y += ROW * size;
        }
        item(header, &header->data->series[i], x, y, fmin(most, width - x - (SIGN_WIDTH + SIGN_GAP) * size));
        x += wide + GAP * size;
    }
    return y;
}

double header_draw(struct canvas *canvas, const struct data *data, const bool *shown, header_sign *sign)
{
    struct header header = {.canvas = canvas, .data = data, .shown = shown, .sign = sign, .unit = ""};
    if (*data->unit) header.unit = arena_printf(canvas->scratch, "（%s）", data->unit);
    measure(&header, canvas->size);
    if (!fits_one_row(&header)) measure(&header, canvas->smallest);
    if (!*data->note && !*header.unit && !header.items) return 0;
    bool one_row = fits_one_row(&header);
    double row = ROW * header.size, y = row / 2, left = 0;
    if (*header.unit) {
        double most = header.items && !one_row ? canvas->width * UNIT_SHARE : canvas->width;
        words(&header, header.unit, 0, y, most);
        left = gap_after(&header, fmin(header.unit_width, most));
    }
    if (one_row) words(&header, data->note, left, y, header.note_width + 1);
    if (header.items) y = legend(&header, one_row ? left + gap_after(&header, header.note_width) : left, y);
    if (one_row || !*data->note) return y + row / 2;
    if (header.items || *header.unit) y += row;
    words(&header, data->note, 0, y, canvas->width);
    return y + row / 2;
}
