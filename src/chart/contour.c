/* contour: HarfBuzz tells a glyph's contours in units of its em, y upwards; here they are set in their place. */
#include "chart/contour.h"

struct outliner {
    const struct contour_pen *pen;
    double x, y, scale; /* of the glyph's origin, in points; points of a unit */
};

static struct point place(const struct outliner *o, float x, float y)
{
    return (struct point){o->x + (double)x * o->scale, o->y - (double)y * o->scale};
}

/* ---- what HarfBuzz calls ---- */

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *unused)
{
    const struct outliner *o = data;
    (void)funcs, (void)state, (void)unused;
    o->pen->move(o->pen->self, place(o, x, y));
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *unused)
{
    const struct outliner *o = data;
    (void)funcs, (void)state, (void)unused;
    o->pen->line(o->pen->self, place(o, x, y));
}

static void quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float control_x, float control_y,
                         float x, float y, void *unused)
{
    const struct outliner *o = data;
    (void)funcs, (void)state, (void)unused;
    o->pen->quadratic(o->pen->self, place(o, control_x, control_y), place(o, x, y));
}

/* NOLINTNEXTLINE(readability-function-size): as HarfBuzz calls it */
static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float control1_x, float control1_y,
                     float control2_x, float control2_y, float x, float y, void *unused)
{
    const struct outliner *o = data;
    (void)funcs, (void)state, (void)unused;
    o->pen->cubic(o->pen->self, place(o, control1_x, control1_y), place(o, control2_x, control2_y), place(o, x, y));
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *unused)
{
    const struct outliner *o = data;
    (void)funcs, (void)state, (void)unused;
    o->pen->close(o->pen->self);
}

static hb_draw_funcs_t *new_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    return funcs;
}

/* ---- the text ---- */

static void draw_glyph(const struct fonts *fonts, const struct glyph *glyph, hb_draw_funcs_t *funcs, struct outliner *o)
{
    hb_font_t *font = fonts_hb_font(fonts, glyph->face);
    o->scale = (double)glyph->size / hb_face_get_upem(fonts_hb_face(fonts, glyph->face));
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph->id, funcs, o);
#else
    hb_font_get_glyph_shape(font, glyph->id, funcs, o);
#endif
}

void contour_text(const struct fonts *fonts, const struct draw *draw, const struct paragraph *text,
                  const struct contour_pen *pen)
{
    hb_draw_funcs_t *funcs = new_funcs();
    for (uint32_t i = 0; i < text->lines; i++) {
        const struct line *line = &text->line[i];
        double x = draw->point[0].x - drawing_before(draw->anchor) * (double)line->width;
        double y = draw->point[0].y + i * draw->size;
        for (uint32_t k = line->first; k < line->first + line->count; k++) {
            const struct glyph *glyph = &text->glyph[k];
            struct outliner outliner = {.pen = pen, .x = x + (double)glyph->dx, .y = y - (double)glyph->dy};
            draw_glyph(fonts, glyph, funcs, &outliner);
            x += (double)glyph->advance;
        }
    }
    hb_draw_funcs_destroy(funcs);
}
