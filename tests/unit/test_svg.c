/* test_svg: a drawing as SVG: well-formed, its words as text, every operation there, and the same words and paths that the PDF shows. */
#include "looks_bench.h"
#include <libxml/parser.h>
#include <math.h>
#include <string.h>
#include "chart/chart.h"
#include "chart/lettering.h"
#include "chart/svg.h"
#include "document/element.h"
#include "pdf/painter.h"
#include "random_chart.h"

static xmlDoc *written(const struct svg *svg, const struct drawing *drawing, struct buf *out)
{
    svg_draw(svg, drawing, out);
    assert_false(out->bad);
    xmlDoc *doc = xmlReadMemory(buf_text(out), (int)out->size, "svg", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(doc);
    assert_true(element_is(xmlDocGetRootElement(doc), "svg"));
    return doc;
}

static struct svg looks_of(const struct looks_bench *b)
{
    return (struct svg){.theme = print_theme(b->print),
                        .title = "題",
                        .description = "説明",
                        .id = "chart-1",
                        .prefix = "",
                        .scale = 2};
}

static const struct point SOME[] = {
    {1,  2   },
    {10, 20.5},
    {-3, 4   }
};

/* ---- each operation by itself ---- */

static void assert_drawn(const struct looks_bench *b, struct draw draw, const char *wanted)
{
    struct svg svg = looks_of(b);
    struct drawing drawing = {.width = 100, .height = 50, .count = 1, .draw = &draw, .family = "BIZ UDPGothic"};
    struct buf out = {0};
    xmlFreeDoc(written(&svg, &drawing, &out));
    if (!strstr(buf_text(&out), wanted)) fail_msg("no %s in\n%s", wanted, buf_text(&out));
    buf_free(&out);
}

static void every_operation(void **state)
{
    const struct looks_bench *b = *state;
    struct color ink = print_color(b->print, "ink"), rule = print_color(b->print, "rule"), odd = {1, 2, 3};
    assert_drawn(
        b, (struct draw){.kind = DRAW_PATH, .points = 3, .point = SOME, .filled = true, .closed = true, .fill = ink},
        "<path class=\"fill-ink\" fill=\"#1c2430\" d=\"M1 2L10 20.5L-3 4Z\"/>");
    assert_drawn(b,
                 (struct draw){.kind = DRAW_PATH,
                               .points = 2,
                               .point = SOME,
                               .stroked = true,
                               .stroke = rule,
                               .stroke_width = 0.5,
                               .dashed = true,
                               .dash = 3,
                               .gap = 2},
                 "<path class=\"stroke-rule\" stroke=\"#8a94a3\" stroke-width=\"0.5\" stroke-dasharray=\"3 2\" d=\"M1 "
                 "2L10 20.5\"/>");
    assert_drawn(b,
                 (struct draw){.kind = DRAW_PATH,
                               .points = 2,
                               .point = SOME,
                               .filled = true,
                               .stroked = true,
                               .fill = odd,
                               .stroke = ink,
                               .stroke_width = 1},
                 "<path class=\"stroke-ink\" fill=\"#010203\" stroke=\"#1c2430\" d=");
    assert_drawn(b,
                 (struct draw){.kind = DRAW_TEXT,
                               .points = 1,
                               .point = SOME,
                               .text = "<b>&\"\x01",
                               .size = 8,
                               .bold = true,
                               .anchor = ANCHOR_END,
                               .ink = ink},
                 "<text class=\"fill-ink\" fill=\"#1c2430\" x=\"1\" y=\"2\" font-size=\"8\" font-weight=\"bold\" "
                 "text-anchor=\"end\">&lt;b&gt;&amp;&quot;\xEF\xBF\xBD</text>");
    assert_drawn(b, (struct draw){.kind = DRAW_CLIP, .points = 2, .point = SOME},
                 "<clipPath id=\"chart-1-clip-1\"><path d=\"M1 2L10 2L10 20.5L1 20.5Z\"/></clipPath>\n"
                 "<g clip-path=\"url(#chart-1-clip-1)\">\n</g>\n</svg>");
    assert_drawn(b, (struct draw){.kind = DRAW_UNCLIP}, "</desc>\n</svg>"); /* of nothing */
    assert_drawn(b, (struct draw){.kind = DRAW_PATH, .points = 2, .point = SOME}, "</desc>\n</svg>");
    assert_drawn(b, (struct draw){.kind = DRAW_PATH, .points = 1, .point = SOME, .stroked = true}, "</desc>\n</svg>");
}

static void has_title_and_description(void **state)
{
    const struct looks_bench *b = *state;
    struct svg svg = looks_of(b);
    struct drawing drawing = {.width = 100, .height = 50, .family = "F"};
    struct buf out = {0};
    svg.prefix = "gyokaku-";
    svg.title = "<script>";
    xmlFreeDoc(written(&svg, &drawing, &out));
    assert_string_equal(
        buf_text(&out),
        "<svg class=\"gyokaku-chart\" width=\"200\" height=\"100\" viewBox=\"0 0 100 50\" role=\"img\" "
        "aria-labelledby=\"chart-1-title\" aria-describedby=\"chart-1-desc\" fill=\"none\" "
        "stroke-miterlimit=\"10\" font-family=\"'F', sans-serif\">\n"
        "<title id=\"chart-1-title\">&lt;script&gt;</title>\n<desc id=\"chart-1-desc\">説明</desc>\n</svg>\n");
    buf_free(&out);
    svg.description = NULL;
    xmlFreeDoc(written(&svg, &drawing, &out));
    assert_null(strstr(buf_text(&out), "desc"));
    buf_free(&out);
}

static void no_number_is_noted(void **state)
{
    const struct looks_bench *b = *state;
    struct svg svg = looks_of(b);
    struct point nowhere[] = {
        {0,   0},
        {NAN, 1}
    };
    struct draw draw = {.kind = DRAW_PATH, .points = 2, .point = nowhere, .stroked = true};
    struct drawing drawing = {.width = 100, .height = 50, .count = 1, .draw = &draw, .family = "F"};
    struct buf out = {0};
    svg_draw(&svg, &drawing, &out);
    assert_true(out.bad);
    buf_free(&out);
}

/* ---- the same as in PDF ---- */

static void ignore(void *tagger, const char *text, size_t size)
{
    (void)tagger, (void)text, (void)size;
}

static unsigned count(const char *text, const char *what)
{
    unsigned found = 0;
    for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
        found++;
    return found;
}

/* What pdf/painter.c makes of it: the number of its paths, and the text of its glyphs, one text a line. */
static unsigned painted(const struct looks_bench *b, struct drawing *drawing, struct buf *words)
{
    struct arena *arena = arena_new();
    const struct paragraph *const *text = lettering_new(arena, b->typesetter, drawing);
    for (unsigned i = 0; i < drawing->count; i++) {
        if (!text[i]) continue;
        for (uint32_t g = 0; g < text[i]->glyphs; g++)
            buf_put(words, text[i]->text + text[i]->glyph[g].at, text[i]->glyph[g].length);
        buf_char(words, '\n');
    }
    struct illustration illustration = {NULL, drawing, text};
    struct buf out = {0};
    struct font_set *fonts = font_set_new(b->fonts);
    painter_draw(&(struct painter){&illustration, 0, drawing->height, &out, fonts, ignore, NULL});
    const char *operators = buf_text(&out);
    unsigned paths =
        count(operators, "\nf\n") + count(operators, " f\n") + count(operators, " S\n") + count(operators, " B\n");
    font_set_free(fonts);
    buf_free(&out);
    arena_free(arena);
    return paths;
}

/* The texts of the SVG as a parser reads them, and how many paths there are outside of clips. */
static unsigned read_back(xmlDoc *svg, struct buf *words)
{
    unsigned paths = 0;
    for (const xmlNode *n = element_first(xmlDocGetRootElement(svg)); n;) {
        if (element_is(n, "text")) {
            xmlChar *text = xmlNodeGetContent((xmlNode *)n);
            buf_str(words, (const char *)text);
            buf_char(words, '\n');
            xmlFree(text);
        }
        paths += element_is(n, "path");
        const xmlNode *down = element_is(n, "g") ? element_first(n) : NULL;
        while (!down && n && !(down = element_next(n->next)) && element_is(n->parent, "g"))
            n = n->parent;
        n = down;
    }
    return paths;
}

static void agrees_with_pdf(void **state)
{
    enum { CHARTS = 300 };
    const struct looks_bench *b = *state;
    struct svg svg = looks_of(b);
    unsigned texts = 0;
    for (unsigned i = 0; i < CHARTS; i++) {
        struct random_chart chart;
        random_new(&chart, i);
        const struct style style = {.family = "BIZ UDPGothic", .size = chart.size, .leading = chart.size * 1.4};
        const struct chart_looks looks = {b->print, b->typesetter, &style, 0};
        struct arena *arena = arena_new();
        xmlDoc *document = xmlReadMemory(chart.xml.data, (int)chart.xml.size, "t", NULL, 0);
        assert_non_null(document);
        struct drawing *drawing = chart_draw(arena, xmlDocGetRootElement(document), &looks, chart.width, chart.height);
        struct buf out = {0}, here = {0}, there = {0};
        xmlDoc *doc = written(&svg, drawing, &out);
        assert_int_equal(read_back(doc, &here), painted(b, drawing, &there));
        assert_string_equal(buf_text(&here), buf_text(&there));
        texts += count(buf_text(&here), "\n");
        xmlFreeDoc(doc);
        xmlFreeDoc(document);
        buf_free(&out);
        buf_free(&here);
        buf_free(&there);
        drawing_free(drawing);
        arena_free(arena);
        random_free(&chart);
    }
    assert_in_range(texts, CHARTS, 1000000);
}

/* Every colour of the sample's charts has a name, so that it is another in the dark. */
static void every_color_has_a_class(void **state)
{
    const struct looks_bench *b = *state;
    struct svg svg = looks_of(b);
    for (unsigned i = 0; i < 60; i++) {
        struct random_chart chart;
        random_new(&chart, i);
        const struct style style = {.family = "BIZ UDPGothic", .size = 8, .leading = 11};
        const struct chart_looks looks = {b->print, b->typesetter, &style, 0};
        struct arena *arena = arena_new();
        xmlDoc *document = xmlReadMemory(chart.xml.data, (int)chart.xml.size, "t", NULL, 0);
        struct drawing *drawing = chart_draw(arena, xmlDocGetRootElement(document), &looks, 300, 150);
        struct buf out = {0};
        svg_draw(&svg, drawing, &out);
        unsigned hexes = count(buf_text(&out), "fill=\"#") + count(buf_text(&out), "stroke=\"#");
        assert_int_equal(count(buf_text(&out), "fill-") + count(buf_text(&out), "\"stroke-") +
                             count(buf_text(&out), " stroke-") - count(buf_text(&out), " stroke-width") -
                             count(buf_text(&out), " stroke-dasharray") - count(buf_text(&out), " stroke-miterlimit"),
                         hexes);
        buf_free(&out);
        xmlFreeDoc(document);
        drawing_free(drawing);
        arena_free(arena);
        random_free(&chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_operation),         cmocka_unit_test(has_title_and_description),
        cmocka_unit_test(no_number_is_noted),      cmocka_unit_test(agrees_with_pdf),
        cmocka_unit_test(every_color_has_a_class),
    };
    return cmocka_run_group_tests(tests, looks_up, looks_down);
}
