/* svg: operation by operation, as pdf/painter.c has them in PDF. Knows nothing of charts. */
#include "chart/svg.h"
#include <math.h>
#include <string.h>
#include "base/markup.h"
#include "chart/contour.h"

struct pen {
    const struct svg *svg;
    struct buf *out;
    bool file;
    unsigned clips, open; /* so far; now */
};

/* ---- colour ---- */

static void put_hex(struct buf *out, struct color color)
{
    static const char HEX[] = "0123456789abcdef";
    const unsigned char part[] = {color.red, color.green, color.blue};
    buf_char(out, '#');
    for (size_t i = 0; i < sizeof part; i++)
        buf_put(out, (const char[]){HEX[part[i] >> 4], HEX[part[i] & 0xF]}, 2);
}

/* The colours as classes; a colour that the theme has no name for stays as it is in the dark, too. */
static void put_classes(struct pen *pen, const struct color *fill, const struct color *stroke)
{
    const struct {
        const char *property;
        const struct color *color;
    } PAINT[] = {
        {"fill-",   fill  },
        {"stroke-", stroke},
    };
    bool any = false;
    if (pen->file) return;
    for (size_t i = 0; i < sizeof PAINT / sizeof *PAINT; i++) {
        const char *name = PAINT[i].color ? theme_name(pen->svg->theme, *PAINT[i].color) : NULL;
        if (!name) continue;
        buf_str(pen->out, any ? " " : " class=\"");
        buf_str(pen->out, pen->svg->prefix);
        buf_str(pen->out, PAINT[i].property);
        markup_text(pen->out, name);
        any = true;
    }
    if (any) buf_char(pen->out, '"');
}

static void put_paint(struct pen *pen, const char *property, const struct color *color)
{
    if (!color) return;
    buf_char(pen->out, ' ');
    buf_str(pen->out, property);
    buf_str(pen->out, "=\"");
    put_hex(pen->out, *color);
    buf_char(pen->out, '"');
}

/* ---- operations ---- */

static void put_points(struct buf *out, const struct point *point, unsigned points, bool closed)
{
    buf_str(out, " d=\"");
    for (unsigned i = 0; i < points; i++) {
        buf_char(out, i ? 'L' : 'M');
        buf_real(out, point[i].x);
        buf_char(out, ' ');
        buf_real(out, point[i].y);
    }
    buf_str(out, closed ? "Z\"" : "\"");
}

static void put_stroke(struct buf *out, const struct draw *draw)
{
    if (draw->stroke_width != 1) markup_number(out, "stroke-width", draw->stroke_width);
    if (!draw->dashed) return;
    buf_str(out, " stroke-dasharray=\"");
    buf_real(out, draw->dash);
    buf_char(out, ' ');
    buf_real(out, draw->gap);
    buf_char(out, '"');
}

static void draw_path(struct pen *pen, const struct draw *draw)
{
    if (!(draw->filled || draw->stroked) || draw->points < 2) return;
    const struct color *fill = draw->filled ? &draw->fill : NULL, *stroke = draw->stroked ? &draw->stroke : NULL;
    buf_str(pen->out, "<path");
    put_classes(pen, fill, stroke);
    put_paint(pen, "fill", fill);
    put_paint(pen, "stroke", stroke);
    if (stroke) put_stroke(pen->out, draw);
    put_points(pen->out, draw->point, draw->points, draw->closed);
    buf_str(pen->out, "/>\n");
}

static void draw_text(struct pen *pen, const struct draw *draw)
{
    static const char *const ANCHOR[] = {[ANCHOR_START] = NULL, [ANCHOR_MIDDLE] = "middle", [ANCHOR_END] = "end"};
    buf_str(pen->out, "<text");
    put_classes(pen, &draw->ink, NULL);
    put_paint(pen, "fill", &draw->ink);
    markup_number(pen->out, "x", draw->point[0].x);
    markup_number(pen->out, "y", draw->point[0].y);
    markup_number(pen->out, "font-size", draw->size);
    if (draw->bold) markup_attribute(pen->out, "font-weight", "bold");
    if (ANCHOR[draw->anchor]) markup_attribute(pen->out, "text-anchor", ANCHOR[draw->anchor]);
    buf_char(pen->out, '>');
    markup_text(pen->out, draw->text);
    buf_str(pen->out, "</text>\n");
}

/* ---- text as outlines ---- */

/* Hundredths of a point are fine enough for letters, and a fifth of the file less than thousandths. */
static void put_numbers(struct buf *out, char command, const struct point *point, unsigned points)
{
    static const double HUNDREDTHS = 100;
    buf_char(out, command);
    for (unsigned i = 0; i < points; i++) {
        if (i) buf_char(out, ' ');
        buf_real(out, round(point[i].x * HUNDREDTHS) / HUNDREDTHS);
        buf_char(out, ' ');
        buf_real(out, round(point[i].y * HUNDREDTHS) / HUNDREDTHS);
    }
}

static void outline_move(void *out, struct point to)
{
    put_numbers(out, 'M', &to, 1);
}

static void outline_line(void *out, struct point to)
{
    put_numbers(out, 'L', &to, 1);
}

static void outline_quadratic(void *out, struct point control, struct point to)
{
    put_numbers(out, 'Q', (const struct point[]){control, to}, 2);
}

static void outline_cubic(void *out, struct point control1, struct point control2, struct point to)
{
    put_numbers(out, 'C', (const struct point[]){control1, control2, to}, 3);
}

static void outline_close(void *out)
{
    buf_char(out, 'Z');
}

static void draw_outlines(struct pen *pen, const struct draw *draw, const struct paragraph *text)
{
    const struct contour_pen outline = {pen->out,          outline_move,  outline_line,
                                        outline_quadratic, outline_cubic, outline_close};
    buf_str(pen->out, "<path");
    put_classes(pen, &draw->ink, NULL);
    put_paint(pen, "fill", &draw->ink);
    buf_str(pen->out, " d=\"");
    contour_text(pen->svg->fonts, draw, text, &outline);
    buf_str(pen->out, "\"/>\n");
}

/* ---- operations, continued ---- */

static void put_clip_id(struct pen *pen)
{
    markup_text(pen->out, pen->svg->id);
    buf_str(pen->out, "-clip-");
    buf_int(pen->out, pen->clips);
}

static void draw_clip(struct pen *pen, const struct draw *draw)
{
    const struct point *corner = draw->point;
    pen->clips++;
    pen->open++;
    buf_str(pen->out, "<clipPath id=\"");
    put_clip_id(pen);
    buf_str(pen->out, "\"><path");
    put_points(pen->out,
               (const struct point[]){
                   corner[0], {corner[1].x, corner[0].y},
                    corner[1], {corner[0].x, corner[1].y}
    },
               4, true);
    buf_str(pen->out, "/></clipPath>\n<g clip-path=\"url(#");
    put_clip_id(pen);
    buf_str(pen->out, ")\">\n");
}

static void draw_unclip(struct pen *pen)
{
    if (!pen->open) return;
    buf_str(pen->out, "</g>\n");
    pen->open--;
}

static void draw_operation(struct pen *pen, const struct drawing *drawing, unsigned index)
{
    const struct draw *draw = &drawing->draw[index];
    switch (draw->kind) {
    case DRAW_PATH:
        draw_path(pen, draw);
        return;
    case DRAW_TEXT:
        if (pen->svg->lettering)
            draw_outlines(pen, draw, pen->svg->lettering[index]);
        else
            draw_text(pen, draw);
        return;
    case DRAW_CLIP:
        draw_clip(pen, draw);
        return;
    case DRAW_UNCLIP:
        draw_unclip(pen);
        return;
    }
}

/* ---- the element ---- */

/* ` name="ID-PART"` */
static void put_id(struct pen *pen, const char *name, const char *part)
{
    buf_char(pen->out, ' ');
    buf_str(pen->out, name);
    buf_str(pen->out, "=\"");
    markup_text(pen->out, pen->svg->id);
    buf_char(pen->out, '-');
    buf_str(pen->out, part);
    buf_char(pen->out, '"');
}

static void put_words(struct pen *pen, const char *element, const char *words)
{
    buf_char(pen->out, '<');
    buf_str(pen->out, element);
    put_id(pen, "id", element);
    buf_char(pen->out, '>');
    markup_text(pen->out, words);
    buf_str(pen->out, "</");
    buf_str(pen->out, element);
    buf_str(pen->out, ">\n");
}

/* Lines meet as in PDF (miter limit 10); nothing is filled that does not say so. The family is for programs without the style sheet. */
static void put_start(struct pen *pen, const struct drawing *drawing)
{
    /* What Windows, macOS and Linux have in the place of a Japanese sans serif. */
    static const char INSTEAD[] = "'BIZ UDPゴシック', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', ";
    struct buf *out = pen->out;
    buf_str(out, "<svg");
    if (pen->file) {
        markup_attribute(out, "xmlns", "http://www.w3.org/2000/svg");
    } else {
        buf_str(out, " class=\"");
        buf_str(out, pen->svg->prefix);
        buf_str(out, "chart\"");
    }
    markup_number(out, "width", drawing->width * pen->svg->scale);
    markup_number(out, "height", drawing->height * pen->svg->scale);
    buf_str(out, " viewBox=\"0 0 ");
    buf_real(out, drawing->width);
    buf_char(out, ' ');
    buf_real(out, drawing->height);
    buf_str(out, "\" role=\"img\"");
    put_id(pen, "aria-labelledby", "title");
    if (pen->svg->description) put_id(pen, "aria-describedby", "desc");
    buf_str(out, " fill=\"none\" stroke-miterlimit=\"10\" font-family=\"'");
    markup_text(out, drawing->family);
    buf_str(out, "', ");
    if (pen->file) buf_str(out, INSTEAD);
    buf_str(out, "sans-serif\">\n");
}

static void put_element(struct pen *pen, const struct drawing *drawing)
{
    put_start(pen, drawing);
    put_words(pen, "title", pen->svg->title);
    if (pen->svg->description) put_words(pen, "desc", pen->svg->description);
    for (unsigned i = 0; i < drawing->count; i++)
        draw_operation(pen, drawing, i);
    while (pen->open)
        draw_unclip(pen);
    buf_str(pen->out, "</svg>\n");
}

void svg_draw(const struct svg *svg, const struct drawing *drawing, struct buf *out)
{
    put_element(&(struct pen){.svg = svg, .out = out}, drawing);
}

void svg_file(const struct svg *svg, const struct drawing *drawing, struct buf *out)
{
    put_element(&(struct pen){.svg = svg, .out = out, .file = true}, drawing);
}
