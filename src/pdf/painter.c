/* painter: operation by operation. Colours and strokes are told when they change, and always before a path begins: between its
   construction and its painting no other operator may stand (8.5.2). */
#include "pdf/painter.h"
#include <math.h>
#include "pdf/codes.h"

/* A property of the graphics state as it was set last; unknown at the start and after a Q. */
struct ink {
    bool set;
    struct color color;
};
struct line_style {
    bool set;
    double width, dash, gap; /* no dash and no gap: solid */
};
struct brush {
    const struct painter *painter;
    struct buf *out;
    struct codes codes;
    struct ink fill, stroke;
    struct line_style line;
    bool in_text;
    unsigned clips; /* open */
};

void painter_numbers(struct buf *out, const double *number, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        buf_real(out, number[i]);
        buf_char(out, ' ');
    }
}

void painter_color(struct buf *out, struct color color, const char *operators)
{
    enum { FULL = 255 };
    const double part[] = {color.red / (double)FULL, color.green / (double)FULL, color.blue / (double)FULL};
    painter_numbers(out, part, sizeof part / sizeof *part);
    buf_str(out, operators);
}

static void end_text(struct brush *brush)
{
    codes_end(&brush->codes);
    if (brush->in_text) buf_str(brush->out, "ET\n");
    brush->in_text = false;
}

static void begin_text(struct brush *brush)
{
    if (brush->in_text) return;
    buf_str(brush->out, "BT\n");
    codes_begin(&brush->codes);
    brush->in_text = true;
}

/* ---- the state of the graphics ---- */

static void use_color(struct brush *brush, struct ink *ink, struct color color, const char *operators)
{
    if (ink->set && color_equal(ink->color, color)) return;
    codes_end(&brush->codes);
    painter_color(brush->out, color, operators);
    *ink = (struct ink){true, color};
}

static void use_line(struct brush *brush, const struct draw *draw)
{
    struct line_style line = {.set = true, .width = draw->stroke_width};
    if (draw->dashed) {
        line.dash = draw->dash;
        line.gap = draw->gap;
    }
    const struct line_style *now = &brush->line;
    if (!now->set || now->width != line.width) {
        painter_numbers(brush->out, &line.width, 1);
        buf_str(brush->out, "w\n");
    }
    if (!now->set || now->dash != line.dash || now->gap != line.gap) {
        buf_char(brush->out, '[');
        if (line.dash != 0 || line.gap != 0) painter_numbers(brush->out, (const double[]){line.dash, line.gap}, 2);
        buf_str(brush->out, "]0 d\n");
    }
    brush->line = line;
}

/* What Q brings back is not kept count of. */
static void forget(struct brush *brush)
{
    brush->fill.set = brush->stroke.set = brush->line.set = brush->codes.set = false;
}

static double page_x(const struct brush *brush, double x)
{
    return brush->painter->left + x;
}

static double page_y(const struct brush *brush, double y)
{
    return brush->painter->top - y;
}

/* ---- operations ---- */

/* Hundredths of a point are twice as fine as 2,400 dots an inch. */
static void put_place(struct brush *brush, double place)
{
    static const double HUNDREDTHS = 100;
    buf_real(brush->out, round(place * HUNDREDTHS) / HUNDREDTHS);
    buf_char(brush->out, ' ');
}

static void put_point(struct brush *brush, struct point point, const char *operator)
{
    put_place(brush, page_x(brush, point.x));
    put_place(brush, page_y(brush, point.y));
    buf_str(brush->out, operator);
}

/* By filled, then stroked (table 60). */
static const char *const PAINT[2][2] = {
    {NULL,  "S\n"},
    {"f\n", "B\n"},
};

static void draw_path(struct brush *brush, const struct draw *draw)
{
    const char *paint = PAINT[draw->filled][draw->stroked];
    if (!paint || draw->points < 2) return;
    end_text(brush);
    if (draw->filled) use_color(brush, &brush->fill, draw->fill, "rg\n");
    if (draw->stroked) {
        use_color(brush, &brush->stroke, draw->stroke, "RG\n");
        use_line(brush, draw);
    }
    for (unsigned i = 0; i < draw->points; i++)
        put_point(brush, draw->point[i], i ? "l " : "m ");
    if (draw->closed) buf_str(brush->out, "h ");
    buf_str(brush->out, paint);
}

/* ISO 32000-1, 8.5.4: the clip is the path that n ends without painting it; Q takes it back. */
static void draw_clip(struct brush *brush, const struct draw *draw)
{
    const struct point *corner = draw->point;
    end_text(brush);
    buf_str(brush->out, "q ");
    put_point(brush, (struct point){corner[0].x, corner[1].y}, "");
    painter_numbers(brush->out, (const double[]){corner[1].x - corner[0].x, corner[1].y - corner[0].y}, 2);
    buf_str(brush->out, "re W n\n");
    brush->clips++;
}

static void draw_unclip(struct brush *brush)
{
    if (!brush->clips) return;
    end_text(brush);
    buf_str(brush->out, "Q\n");
    brush->clips--;
    forget(brush);
}

static void replace(struct brush *brush, const char *text, size_t size)
{
    end_text(brush);
    brush->painter->replace(brush->painter->tagger, text, size);
}

static void draw_line(struct brush *brush, const struct paragraph *paragraph, const struct line *line,
                      struct color color, double x, double y)
{
    bool replaced = false;
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        const struct glyph *glyph = &paragraph->glyph[i];
        bool replaces = glyph->length && codes_needs_actual_text(paragraph, line, i);
        if (replaces)
            replace(brush, paragraph->text + glyph->at, glyph->length);
        else if (replaced && glyph->length)
            replace(brush, NULL, 0);
        if (glyph->length) replaced = replaces;
        begin_text(brush);
        use_color(brush, &brush->fill, color, "rg\n");
        codes_show(&brush->codes, paragraph, line, i, x, y);
        x += (double)glyph->advance;
    }
    codes_end(&brush->codes);
    if (replaced) replace(brush, NULL, 0);
}

static void draw_text(struct brush *brush, const struct draw *draw, const struct paragraph *paragraph)
{
    double x = page_x(brush, draw->point[0].x), y = page_y(brush, draw->point[0].y);
    for (uint32_t i = 0; i < paragraph->lines; i++) {
        const struct line *line = &paragraph->line[i];
        draw_line(brush, paragraph, line, draw->ink, x - drawing_before(draw->anchor) * (double)line->width,
                  y - i * draw->size);
    }
}

static void draw_operation(struct brush *brush, unsigned index)
{
    const struct illustration *illustration = brush->painter->illustration;
    const struct draw *draw = &illustration->drawing->draw[index];
    switch (draw->kind) {
    case DRAW_PATH:
        draw_path(brush, draw);
        return;
    case DRAW_TEXT:
        draw_text(brush, draw, illustration->text[index]);
        return;
    case DRAW_CLIP:
        draw_clip(brush, draw);
        return;
    case DRAW_UNCLIP:
        draw_unclip(brush);
        return;
    }
}

void painter_draw(const struct painter *painter)
{
    struct brush brush = {
        .painter = painter,
        .out = painter->out,
        .codes = {.fonts = painter->fonts, .out = painter->out},
    };
    buf_str(brush.out, "q\n");
    for (unsigned i = 0; i < painter->illustration->drawing->count; i++)
        draw_operation(&brush, i);
    while (brush.clips)
        draw_unclip(&brush);
    end_text(&brush);
    buf_str(brush.out, "Q\n");
}
