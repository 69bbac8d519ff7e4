/* test_png: drawings as pixels and as outlines: each operation where it belongs and nowhere else, clips, the same bytes every time, every
   kind of chart however unkind; and pictures with their ground and marks. */
#include "looks_bench.h"
#include <cairo.h>
#include <libxml/parser.h>
#include <math.h>
#include <string.h>
#include "chart/lettering.h"
#include "chart/picture.h"
#include "chart/png.h"
#include "chart/svg.h"
#include "document/element.h"
#include "random_chart.h"

static const struct color RED = {200, 0, 0}, BLUE = {0, 0, 200}, WHITE = {255, 255, 255};

/* ---- a drawing of 20 by 10 points, two pixels each ---- */

struct sheet {
    struct arena *arena;
    struct drawing *drawing;
    cairo_surface_t *image;
};

static struct sheet sheet_new(void)
{
    struct sheet sheet = {.arena = arena_new()};
    sheet.drawing = drawing_new(sheet.arena, 20, 10, "BIZ UDPGothic");
    return sheet;
}

static void sheet_free(struct sheet *sheet)
{
    cairo_surface_destroy(sheet->image);
    drawing_free(sheet->drawing);
    arena_free(sheet->arena);
}

struct reader {
    const struct buf *file;
    size_t at;
};

static cairo_status_t give(void *data, unsigned char *out, unsigned length)
{
    struct reader *reader = data;
    if (reader->at + length > reader->file->size) return CAIRO_STATUS_READ_ERROR;
    memcpy(out, reader->file->data + reader->at, length);
    reader->at += length;
    return CAIRO_STATUS_SUCCESS;
}

static void painted(const struct looks_bench *b, struct arena *arena, const struct drawing *drawing, double scale,
                    struct buf *out)
{
    const struct paragraph *const *lettering = lettering_new(arena, b->typesetter, drawing);
    png_draw(&(struct png){b->fonts, lettering, scale}, drawing, out);
}

static cairo_surface_t *image_of(const struct buf *file)
{
    struct reader reader = {.file = file};
    cairo_surface_t *image = cairo_image_surface_create_from_png_stream(give, &reader);
    assert_int_equal(cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
    assert_int_equal(reader.at, file->size);
    return image;
}

static void paint(const struct looks_bench *b, struct sheet *sheet)
{
    struct buf out = {0};
    painted(b, sheet->arena, sheet->drawing, 2, &out);
    assert_false(out.bad);
    sheet->image = image_of(&out);
    assert_int_equal(cairo_image_surface_get_width(sheet->image), 40);
    assert_int_equal(cairo_image_surface_get_height(sheet->image), 20);
    buf_free(&out);
}

static struct color pixel(const struct sheet *sheet, int x, int y)
{
    const unsigned char *row =
        cairo_image_surface_get_data(sheet->image) + y * cairo_image_surface_get_stride(sheet->image);
    uint32_t value;
    memcpy(&value, row + 4 * x, sizeof value);
    return (struct color){(value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF};
}

/* All pixels of [left, right) × [top, bottom) have that colour. */
static void assert_color(const struct sheet *sheet, int left, int top, int right, int bottom, struct color color)
{
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++) {
            struct color found = pixel(sheet, x, y);
            if (!color_equal(found, color)) fail_msg("%d %d: #%02x%02x%02x", x, y, found.red, found.green, found.blue);
        }
}

/* ---- operations ---- */

static void fills_and_strokes(void **state)
{
    const struct looks_bench *b = *state;
    struct sheet sheet = sheet_new();
    drawing_rectangle(sheet.drawing, (struct point){2, 2}, (struct point){6, 5},
                      (struct draw){.filled = true, .fill = RED});
    drawing_rectangle(sheet.drawing, (struct point){10, 2}, (struct point){16, 8},
                      (struct draw){.filled = true, .fill = RED, .stroked = true, .stroke = BLUE, .stroke_width = 2});
    drawing_rectangle(sheet.drawing, (struct point){0, 8}, (struct point){2, 10}, (struct draw){0});
    paint(b, &sheet);
    assert_color(&sheet, 4, 4, 12, 10, RED);
    assert_color(&sheet, 0, 0, 18, 4, WHITE);
    assert_color(&sheet, 0, 10, 18, 20, WHITE);
    assert_color(&sheet, 12, 0, 18, 20, WHITE);
    assert_color(&sheet, 22, 6, 30, 14, RED);
    assert_color(&sheet, 18, 2, 22, 18, BLUE); /* mitred corners, too */
    assert_color(&sheet, 18, 2, 34, 6, BLUE);
    assert_color(&sheet, 34, 0, 40, 20, WHITE);
    sheet_free(&sheet);
}

static void dashes(void **state)
{
    const struct looks_bench *b = *state;
    struct sheet sheet = sheet_new();
    struct draw looks = {.stroked = true, .stroke = BLUE, .stroke_width = 1, .dashed = true, .dash = 3, .gap = 2};
    drawing_line(sheet.drawing, (struct point){0, 2.5}, (struct point){20, 2.5}, looks);
    looks.dashed = false; /* the next one is solid */
    drawing_line(sheet.drawing, (struct point){0, 7.5}, (struct point){20, 7.5}, looks);
    paint(b, &sheet);
    for (int x = 0; x < 40; x += 10) {
        assert_color(&sheet, x, 4, x + 6, 6, BLUE);
        assert_color(&sheet, x + 6, 4, x + 10, 6, WHITE);
    }
    assert_color(&sheet, 0, 14, 40, 16, BLUE);
    sheet_free(&sheet);
}

static void add(struct drawing *drawing, enum draw_kind kind, struct point from, struct point to)
{
    struct point *corner = arena_array(drawing->arena, 2, sizeof *corner);
    corner[0] = from;
    corner[1] = to;
    GROW(drawing->draw, drawing->count, drawing->capacity);
    drawing->draw[drawing->count++] = (struct draw){.kind = kind, .points = kind == DRAW_CLIP ? 2 : 0, .point = corner};
}

static void clips(void **state)
{
    const struct looks_bench *b = *state;
    struct sheet sheet = sheet_new();
    const struct draw red = {.filled = true, .fill = RED}, blue = {.filled = true, .fill = BLUE};
    const struct point start = {0, 0}, end = {20, 10};
    add(sheet.drawing, DRAW_UNCLIP, start, start); /* of nothing */
    add(sheet.drawing, DRAW_CLIP, (struct point){2, 2}, (struct point){12, 8});
    add(sheet.drawing, DRAW_CLIP, (struct point){4, 0}, (struct point){20, 6});
    drawing_rectangle(sheet.drawing, start, end, red);
    add(sheet.drawing, DRAW_UNCLIP, start, start);
    drawing_rectangle(sheet.drawing, (struct point){0, 6}, end, blue);
    add(sheet.drawing, DRAW_UNCLIP, start, start);
    drawing_rectangle(sheet.drawing, (struct point){16, 0}, (struct point){18, 10}, red);
    add(sheet.drawing, DRAW_CLIP, start, start); /* not taken back */
    paint(b, &sheet);
    assert_color(&sheet, 8, 4, 24, 12, RED);
    assert_color(&sheet, 0, 0, 8, 12, WHITE);
    assert_color(&sheet, 4, 12, 24, 16, BLUE);
    assert_color(&sheet, 0, 16, 32, 20, WHITE);
    assert_color(&sheet, 24, 0, 32, 20, WHITE);
    assert_color(&sheet, 32, 0, 36, 20, RED);
    sheet_free(&sheet);
}

/* 一 is a level stroke across its em; its anchor says where the em is. */
static void text_stands_at_its_anchor(void **state)
{
    const struct looks_bench *b = *state;
    static const double LEFT[] = {[ANCHOR_START] = 10, [ANCHOR_MIDDLE] = 7, [ANCHOR_END] = 4};
    for (enum anchor anchor = ANCHOR_START; anchor <= ANCHOR_END; anchor++) {
        struct sheet sheet = sheet_new();
        drawing_text(sheet.drawing, (struct point){10, 8}, "一",
                     (struct draw){.size = 6, .anchor = anchor, .ink = BLUE, .bold = true});
        paint(b, &sheet);
        int first = 40, last = -1;
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 40; x++) {
                if (pixel(&sheet, x, y).red > 128) continue;
                first = x < first ? x : first;
                last = x > last ? x : last;
                assert_in_range(y, 16 - 9, 16 - 2);
            }
        assert_in_range(first, (int)(2 * LEFT[anchor]), (int)(2 * LEFT[anchor]) + 2);
        assert_in_range(last, (int)(2 * LEFT[anchor]) + 9, (int)(2 * LEFT[anchor]) + 11);
        sheet_free(&sheet);
    }
}

static void no_number_is_noted(void **state)
{
    const struct looks_bench *b = *state;
    const double NOWHERE[] = {NAN, INFINITY, -1e8};
    for (size_t i = 0; i < sizeof NOWHERE / sizeof *NOWHERE; i++) {
        struct sheet sheet = sheet_new();
        struct buf out = {0};
        drawing_line(sheet.drawing, (struct point){0, 0}, (struct point){1, NOWHERE[i]},
                     (struct draw){.stroked = true, .stroke_width = 1});
        painted(b, sheet.arena, sheet.drawing, 2, &out);
        assert_true(out.bad);
        assert_int_equal(out.size, 0);
        buf_free(&out);
        sheet_free(&sheet);
    }
}

/* A matrix of a thousand rows is an image all the same. */
static void sides_have_a_limit(void **state)
{
    const struct looks_bench *b = *state;
    struct arena *arena = arena_new();
    struct drawing *drawing = drawing_new(arena, 10, 32000, "BIZ UDPGothic");
    struct buf out = {0};
    drawing_rectangle(drawing, (struct point){0, 0}, (struct point){10, 32000},
                      (struct draw){.filled = true, .fill = RED});
    painted(b, arena, drawing, 2, &out);
    assert_false(out.bad);
    cairo_surface_t *image = image_of(&out);
    assert_int_equal(cairo_image_surface_get_width(image), 5);
    assert_int_equal(cairo_image_surface_get_height(image), 16000);
    cairo_surface_destroy(image);
    buf_free(&out);
    drawing_free(drawing);
    arena_free(arena);
}

/* ---- every kind of chart ---- */

static unsigned elements(const xmlNode *parent, const char *name)
{
    unsigned found = 0;
    for (const xmlNode *n = element_first(parent); n; n = element_next(n->next))
        found += element_is(n, name) + elements(n, name);
    return found;
}

static unsigned texts_of(const struct drawing *drawing)
{
    unsigned texts = 0;
    for (unsigned i = 0; i < drawing->count; i++)
        texts += drawing->draw[i].kind == DRAW_TEXT;
    return texts;
}

static xmlDoc *written(const struct svg *svg, const struct drawing *drawing)
{
    struct buf out = {0};
    svg_file(svg, drawing, &out);
    assert_false(out.bad);
    assert_null(strstr(buf_text(&out), "class="));
    xmlDoc *doc = xmlReadMemory(out.data, (int)out.size, "svg", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(doc);
    assert_string_equal(xmlDocGetRootElement(doc)->ns->href, "http://www.w3.org/2000/svg");
    buf_free(&out);
    return doc;
}

/* The two files have the same paths; what is a text in the one is one more path in the other. */
static void assert_outlines(const struct looks_bench *b, const struct drawing *drawing,
                            const struct paragraph *const *lettering)
{
    struct svg svg = {.title = "題", .description = "説明", .id = "chart-1", .scale = 1, .fonts = b->fonts};
    xmlDoc *plain = written(&svg, drawing);
    svg.lettering = lettering;
    xmlDoc *outlined = written(&svg, drawing);
    const xmlNode *text = xmlDocGetRootElement(plain), *path = xmlDocGetRootElement(outlined);
    assert_int_equal(elements(text, "text"), texts_of(drawing));
    assert_int_equal(elements(path, "text"), 0);
    assert_int_equal(elements(path, "path"), elements(text, "path") + texts_of(drawing));
    xmlFreeDoc(plain);
    xmlFreeDoc(outlined);
}

static void assert_inside(const struct drawing *drawing)
{
    for (unsigned i = 0; i < drawing->count; i++)
        for (unsigned k = 0; drawing->draw[i].kind == DRAW_TEXT && k < drawing->draw[i].points; k++) {
            assert_true(drawing->draw[i].point[k].x >= 0 && drawing->draw[i].point[k].x <= drawing->width);
            assert_true(drawing->draw[i].point[k].y >= 0 && drawing->draw[i].point[k].y <= drawing->height);
        }
}

static void pictures_of_every_kind(void **state)
{
    enum { CHARTS = 120 };
    const struct looks_bench *b = *state;
    static const char *const MARKS[] = {"", "案　見本（架空の数値）",
                                        "とても長い印は、絵に入らないときは小さくして、全部を絵の中に収める。"
                                        "とても長い印は、絵に入らないときは小さくして、全部を絵の中に収める。"};
    const struct style style = {.family = "BIZ UDPGothic", .size = PICTURE_TYPE};
    const struct chart_looks looks = {b->print, b->typesetter, &style, 0};
    for (unsigned i = 0; i < CHARTS; i++) {
        struct random_chart chart;
        random_new(&chart, i);
        struct arena *arena = arena_new();
        struct buf once = {0}, again = {0};
        const char *marks = MARKS[i % 3];
        xmlDoc *document = xmlReadMemory(chart.xml.data, (int)chart.xml.size, "t", NULL, 0);
        struct drawing *drawing = picture_of_chart(arena, xmlDocGetRootElement(document), &looks, marks);
        const struct draw *ground = &drawing->draw[0], *last = &drawing->draw[drawing->count - 1];
        assert_true(ground->filled && color_equal(ground->fill, print_color(b->print, "paper")));
        assert_true(ground->point[2].x == drawing->width && ground->point[2].y == drawing->height);
        if (*marks) assert_string_equal(last->text, marks);
        if (*marks) assert_true(last->size <= 10 && last->size > 3);
        assert_inside(drawing);
        assert_outlines(b, drawing, lettering_new(arena, b->typesetter, drawing));
        painted(b, arena, drawing, 1, &once);
        painted(b, arena, drawing, 1, &again);
        assert_false(once.bad);
        assert_int_equal(once.size, again.size);
        assert_memory_equal(once.data, again.data, once.size);
        cairo_surface_t *image = image_of(&once);
        assert_int_equal(cairo_image_surface_get_width(image), (int)ceil(drawing->width));
        cairo_surface_destroy(image);
        buf_free(&once);
        buf_free(&again);
        xmlFreeDoc(document);
        drawing_free(drawing);
        arena_free(arena);
        random_free(&chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_and_strokes),
        cmocka_unit_test(dashes),
        cmocka_unit_test(clips),
        cmocka_unit_test(text_stands_at_its_anchor),
        cmocka_unit_test(no_number_is_noted),
        cmocka_unit_test(sides_have_a_limit),
        cmocka_unit_test(pictures_of_every_kind),
    };
    return cmocka_run_group_tests(tests, looks_up, looks_down);
}
