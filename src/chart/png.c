/* png: operation by operation, as pdf/painter.c has them in PDF. */
#include "chart/png.h"
#include <cairo.h>
#include <math.h>
#include <png.h>
#include <stdlib.h>
#include "base/arena.h"
#include "chart/contour.h"

/* Pixels of a side. */
static const double LONGEST = 16000;
static const double ROUNDING = 1e-6;

/* Points: beyond it, cairo's fixed-point numbers overflow. */
static const double FARTHEST = 1e5;

struct brush {
    const struct png *png;
    cairo_t *cairo;
    unsigned clips; /* open */
    bool bad;
};

static void use_color(struct brush *brush, struct color color)
{
    enum { FULL = 255 };
    cairo_set_source_rgb(brush->cairo, color.red / (double)FULL, color.green / (double)FULL, color.blue / (double)FULL);
}

/* ---- operations ---- */

static void draw_path(struct brush *brush, const struct draw *draw)
{
    if (!(draw->filled || draw->stroked) || draw->points < 2) return;
    cairo_new_path(brush->cairo);
    for (unsigned i = 0; i < draw->points; i++)
        cairo_line_to(brush->cairo, draw->point[i].x, draw->point[i].y);
    if (draw->closed) cairo_close_path(brush->cairo);
    if (draw->filled) {
        use_color(brush, draw->fill);
        cairo_fill_preserve(brush->cairo);
    }
    if (!draw->stroked) return;
    use_color(brush, draw->stroke);
    cairo_set_line_width(brush->cairo, draw->stroke_width);
    cairo_set_dash(brush->cairo, (const double[]){draw->dash, draw->gap}, draw->dashed ? 2 : 0, 0);
    cairo_stroke(brush->cairo);
}

static void outline_move(void *cairo, struct point to)
{
    cairo_move_to(cairo, to.x, to.y);
}

static void outline_line(void *cairo, struct point to)
{
    cairo_line_to(cairo, to.x, to.y);
}

static void outline_cubic(void *cairo, struct point control1, struct point control2, struct point to)
{
    cairo_curve_to(cairo, control1.x, control1.y, control2.x, control2.y, to.x, to.y);
}

/* The same curve with two control points, each two thirds of the way to the one. */
static void outline_quadratic(void *cairo, struct point control, struct point to)
{
    static const double WAY = 2.0 / 3;
    struct point from;
    cairo_get_current_point(cairo, &from.x, &from.y);
    cairo_curve_to(cairo, from.x + (control.x - from.x) * WAY, from.y + (control.y - from.y) * WAY,
                   to.x + (control.x - to.x) * WAY, to.y + (control.y - to.y) * WAY, to.x, to.y);
}

static void outline_close(void *cairo)
{
    cairo_close_path(cairo);
}

static void draw_text(struct brush *brush, const struct draw *draw, const struct paragraph *text)
{
    const struct contour_pen outline = {brush->cairo,      outline_move,  outline_line,
                                        outline_quadratic, outline_cubic, outline_close};
    cairo_new_path(brush->cairo);
    contour_text(brush->png->fonts, draw, text, &outline);
    use_color(brush, draw->ink);
    cairo_fill(brush->cairo);
}

static void draw_clip(struct brush *brush, const struct draw *draw)
{
    const struct point *corner = draw->point;
    cairo_save(brush->cairo);
    cairo_rectangle(brush->cairo, corner[0].x, corner[0].y, corner[1].x - corner[0].x, corner[1].y - corner[0].y);
    cairo_clip(brush->cairo);
    brush->clips++;
}

static void draw_unclip(struct brush *brush)
{
    if (!brush->clips) return;
    cairo_restore(brush->cairo);
    brush->clips--;
}

static bool is_placed(const struct draw *draw)
{
    for (unsigned i = 0; i < draw->points; i++)
        if (!(fabs(draw->point[i].x) < FARTHEST && fabs(draw->point[i].y) < FARTHEST)) return false;
    return true;
}

static void draw_operation(struct brush *brush, const struct drawing *drawing, unsigned index)
{
    const struct draw *draw = &drawing->draw[index];
    if (!is_placed(draw)) brush->bad = true;
    switch (draw->kind) {
    case DRAW_PATH:
        draw_path(brush, draw);
        return;
    case DRAW_TEXT:
        draw_text(brush, draw, brush->png->lettering[index]);
        return;
    case DRAW_CLIP:
        draw_clip(brush, draw);
        return;
    case DRAW_UNCLIP:
        draw_unclip(brush);
        return;
    }
}

/* ---- the file ---- */

/* All memory comes from functions that end the program when there is none, and what is written into a buffer is always written: libpng
   has nothing to complain of. */
static void *take_memory(png_structp file, png_alloc_size_t size)
{
    (void)file;
    return xmalloc(size);
}

static void give_memory(png_structp file, void *memory)
{
    (void)file;
    free(memory);
}

static void fail(png_structp file, const char *message)
{
    (void)file, (void)message;
    abort();
}

static void take(png_structp file, png_bytep data, size_t length)
{
    buf_put(png_get_io_ptr(file), data, length);
}

static void flush(png_structp file)
{
    (void)file;
}

/* cairo's pixels are 32 bits each, red in the middle: on a machine that counts bytes from the low end, that is blue first and a last
   byte to be left out. Charts are flat: without a filter they are smaller, and much faster to compress. */
static void write_image(cairo_surface_t *surface, double scale, struct buf *out)
{
    enum { BITS = 8, QUICK = 3 };
    static const double INCH = 72, METRES = 0.0254;
    int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface);
    png_uint_32 resolution = (png_uint_32)lround(scale * INCH / METRES);
    png_structp file =
        png_create_write_struct_2(PNG_LIBPNG_VER_STRING, NULL, fail, NULL, NULL, take_memory, give_memory);
    png_infop info = file ? png_create_info_struct(file) : NULL;
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    if (!info) { /* another libpng than the one this was compiled for */
        out->bad = true;
        return;
    }
    png_set_write_fn(file, out, take, flush);
    png_set_filter(file, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(file, QUICK);
    png_set_IHDR(file, info, (png_uint_32)width, (png_uint_32)height, BITS, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(file, info, resolution, resolution, PNG_RESOLUTION_METER);
    png_write_info(file, info);
    png_set_bgr(file);
    png_set_filler(file, 0, PNG_FILLER_AFTER);
    for (int y = 0; y < height; y++)
        png_write_row(file, pixels + (ptrdiff_t)y * stride);
    png_write_end(file, NULL);
    png_destroy_write_struct(&file, &info);
}

void png_draw(const struct png *png, const struct drawing *drawing, struct buf *out)
{
    double scale = fmin(png->scale, LONGEST / fmax(drawing->width, drawing->height));
    int width = (int)ceil(drawing->width * scale - ROUNDING), height = (int)ceil(drawing->height * scale - ROUNDING);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    struct brush brush = {.png = png, .cairo = cairo_create(surface)};
    cairo_set_source_rgb(brush.cairo, 1, 1, 1);
    cairo_paint(brush.cairo);
    cairo_scale(brush.cairo, scale, scale);
    for (unsigned i = 0; i < drawing->count; i++)
        draw_operation(&brush, drawing, i);
    bool painted = !brush.bad && cairo_status(brush.cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(brush.cairo);
    cairo_surface_flush(surface);
    if (painted)
        write_image(surface, scale, out);
    else
        out->bad = true;
    cairo_surface_destroy(surface);
}
