/* picture: the ground, then the chart, then the marks above it. */
#include "chart/picture.h"
#include <math.h>
#include <string.h>
#include "chart/data.h"
#include "chart/lettering.h"

/* Points, the margin and the row of marks included. */
static const struct frame {
    const char *kind;
    double width, height, row; /* `row` for every series (a matrix) or column (shares) */
} FRAME[] = {
    {"bars",    480, 270, 0 },
    {"dots",    480, 270, 0 },
    {"line",    480, 270, 0 },
    {"strip",   480, 172, 0 },
    {"stacked", 480, 84,  36},
    {"matrix",  480, 72,  24},
};
static const double MARGIN = 12;
/* Of the row of marks, from the margin down. */
static const double MARK_ROW = 16, MARK_SIZE = 10, MARK_BASELINE = 9;

/* On a drawing with larger type, marks are larger as well. */
static double scale_of_marks(const struct drawing *chart)
{
    double type = PICTURE_TYPE;
    for (unsigned i = 0; i < chart->count; i++)
        if (chart->draw[i].kind == DRAW_TEXT) type = fmax(type, chart->draw[i].size);
    return type / PICTURE_TYPE;
}

/* Marks are never left out or cut: too long for the picture, they are set smaller. */
static void draw_marks(struct drawing *picture, const struct chart_looks *looks, const char *marks, double scale)
{
    struct draw draw = {
        .kind = DRAW_TEXT,
        .text = marks,
        .anchor = ANCHOR_END,
        .size = MARK_SIZE * scale,
        .bold = true,
        .ink = print_color(looks->print, "mark"),
    };
    struct arena *scratch = arena_new();
    double room = picture->width - 2 * MARGIN;
    double width = (double)lettering_line(scratch, scratch, looks->typesetter, picture, &draw, NULL)->line[0].width;
    if (width > room) draw.size *= room / width;
    arena_free(scratch);
    drawing_text(picture, (struct point){picture->width - MARGIN, MARGIN + MARK_BASELINE * scale}, marks, draw);
}

struct drawing *picture_of_drawing(struct arena *arena, const struct drawing *chart, const struct chart_looks *looks,
                                   const char *marks)
{
    double scale = scale_of_marks(chart), top = MARGIN + (*marks ? MARK_ROW * scale : 0);
    struct drawing *picture =
        drawing_new(arena, chart->width + 2 * MARGIN, chart->height + top + MARGIN, chart->family);
    drawing_rectangle(picture, (struct point){0, 0}, (struct point){picture->width, picture->height},
                      (struct draw){.filled = true, .fill = print_color(looks->print, "paper")});
    drawing_place(picture, chart, MARGIN, top);
    if (*marks) draw_marks(picture, looks, marks, scale);
    return picture;
}

static struct frame frame_of(const xmlNode *chart)
{
    struct arena *scratch = arena_new();
    const struct data *data = data_read(scratch, chart);
    size_t i = 0;
    while (i + 1 < sizeof FRAME / sizeof *FRAME && strcmp(FRAME[i].kind, data->kind) != 0)
        i++;
    struct frame frame = FRAME[i];
    frame.height += frame.row * (strcmp(frame.kind, "matrix") ? data->columns : data->count);
    arena_free(scratch);
    return frame;
}

struct drawing *picture_of_chart(struct arena *arena, const xmlNode *chart, const struct chart_looks *looks,
                                 const char *marks)
{
    struct frame frame = frame_of(chart);
    double height = frame.height - 2 * MARGIN - (*marks ? MARK_ROW : 0);
    struct drawing *inner = chart_draw(arena, chart, looks, frame.width - 2 * MARGIN, height);
    struct drawing *picture = picture_of_drawing(arena, inner, looks, marks);
    drawing_free(inner);
    return picture;
}
