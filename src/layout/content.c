/* content: the inline content of a block → one string, its spans and its paragraph; the words of a drawing. White space collapses
   as in HTML. Knows nothing of pages. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "chart/chart.h"
#include "chart/lettering.h"
#include "document/element.h"
#include "document/ruby.h"
#include "layout/flow.h"

static const double PAGE_NUMBER_EMS = 4;
static const double CHART_HEIGHT = 120;  /* points, where the style of a chart says none */
static const double CHART_TALLEST = 0.9; /* of the page: room for its caption */
static const double CHART_SPREAD = 2;    /* widths by content: so many heights wide it is at ease, one at least */

/* What is gathered while walking the inline content. */
struct gathering {
    struct layout *layout;
    struct buf text;
    struct span *span;
    struct run *run;
    unsigned spans, span_capacity, runs, run_capacity;
    const struct style *run_style;
    const xmlNode *page_number;
    double width; /* of the block; 0: not known yet */
    struct ruby_line *reading;
    unsigned readings, reading_capacity;
};

struct text_style content_text_style(const struct style *style)
{
    return (struct text_style){
        .family = style->family,
        .bold = style->bold,
        .tabular = style->tabular,
        .phrases = style->phrases,
        .size = style->size,
    };
}

/* The bytes from `from` to the end of the text come from `node`. */
static void add_span(struct gathering *g, uint32_t from, const xmlNode *node, const xmlNode *link,
                     const struct style *style)
{
    uint32_t to = (uint32_t)g->text.size;
    if (to == from) return;
    GROW(g->span, g->spans, g->span_capacity);
    g->span[g->spans++] = (struct span){from, to, node, link, style->color};
    if (g->runs && g->run_style == style) {
        g->run[g->runs - 1].to = to;
        return;
    }
    GROW(g->run, g->runs, g->run_capacity);
    g->run[g->runs++] = (struct run){.from = from, .to = to, .style = content_text_style(style)};
    g->run_style = style;
}

/* A base stays together on its line, with its reading above. One that is wider than the block has its reading behind it, in
   brackets, and both are text as any other: so HTML's readers without ruby show it. */
static void add_reading(struct gathering *g, uint32_t from, const xmlNode *rt, const xmlNode *link,
                        const struct style *style)
{
    uint32_t length = (uint32_t)g->text.size - from;
    if (!length) return;
    struct run *run = &g->run[g->runs - 1];
    struct ruby ruby = ruby_measure(g->layout, rt, g->text.data + from, length, style);
    if (g->width > 0 && ruby.width > g->width) {
        uint32_t behind = (uint32_t)g->text.size;
        buf_printf(&g->text, "（%s）", ruby.text);
        add_span(g, behind, ruby.node, link, style);
        return;
    }
    run->together = true;
    run->least = ruby.least;
    GROW(g->reading, g->readings, g->reading_capacity);
    g->reading[g->readings++] = (struct ruby_line){from, g->width > 0 ? ruby_content(g->layout, &ruby) : NULL};
}

/* The pairs of a <ruby>: each base is a run of its own. */
static void gather_ruby(struct gathering *g, const xmlNode *ruby, const struct style *style, const xmlNode *link)
{
    uint32_t from = (uint32_t)g->text.size;
    g->run_style = NULL;
    for (const xmlNode *node = ruby->children; node; node = node->next) {
        if (element_is(node, "rt")) {
            add_reading(g, from, node, link, style);
            g->run_style = NULL;
            from = (uint32_t)g->text.size;
        } else if (ruby_is_base(node)) {
            uint32_t start = (uint32_t)g->text.size;
            element_put_collapsed(&g->text, (const char *)node->content);
            add_span(g, start, node, link, style);
        }
    }
}

static void gather(struct gathering *g, const xmlNode *parent, const struct style *style, const xmlNode *link)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        uint32_t from = (uint32_t)g->text.size;
        bool page = element_is(node, "span") && element_has_class(node, "page");
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            element_put_collapsed(&g->text, (const char *)node->content);
        else if (element_is(node, "br"))
            buf_char(&g->text, '\n');
        else if (page && g->layout->page_label)
            buf_str(&g->text, g->layout->page_label);
        else if (page)
            g->page_number = node;
        else if (element_is_inline(node)) {
            const struct style *own = print_style(g->layout->print, node, style, g->layout->step);
            if (element_is(node, "ruby"))
                gather_ruby(g, node, own, link);
            else
                gather(g, node, own, element_is(node, "a") ? node : link);
            continue;
        }
        add_span(g, from, node, link, style);
    }
}

/* Blanks at the end would hang over the margin: they are no text. */
static void trim(struct gathering *g)
{
    while (g->text.size && g->text.data[g->text.size - 1] == ' ')
        g->text.size--;
    uint32_t size = (uint32_t)g->text.size;
    while (g->spans && g->span[g->spans - 1].from >= size)
        g->spans--;
    if (g->spans && g->span[g->spans - 1].to > size) g->span[g->spans - 1].to = size;
    while (g->runs && g->run[g->runs - 1].from >= size)
        g->runs--;
    if (g->runs && g->run[g->runs - 1].to > size) g->run[g->runs - 1].to = size;
}

/* A character that no font has would show as an empty box: an error, once for each text. */
void content_tell_missing(struct layout *layout, const struct shaped *shaped)
{
    if (!shaped->missing || layout_measures(layout)) return;
    const char *at = shaped->text + shaped->missing_at[0];
    char character[8] = {0}, code[16];
    uint32_t c = g_utf8_get_char(at);
    character[g_unichar_to_utf8(c, character)] = '\0';
    snprintf(code, sizeof code, "U+%04X", (unsigned)c);
    DIAG(layout->sheet->diag, LAYOUT_GLYPH, NULL, 0, shaped->text, character, code);
}

struct arena *content_arena(const struct layout *layout)
{
    return layout_measures(layout) ? layout->scratch : layout->sheet->keep;
}

static void gathering_free(struct gathering *g)
{
    buf_free(&g->text);
    free(g->span);
    free(g->run);
    free(g->reading);
}

static const struct content *finish(struct gathering *g, const struct style *style, double width, double indent)
{
    struct layout *layout = g->layout;
    struct arena *arena = content_arena(layout);
    struct content *content = arena_alloc(arena, sizeof *content);
    uint32_t length = (uint32_t)g->text.size;
    const char *text = arena_strndup(arena, length ? g->text.data : "", length);
    const struct shaped *shaped = typeset_shape(layout->typesetter, layout->scratch, text, length, g->run, g->runs);
    struct span *span = arena_array(arena, g->spans, sizeof *span);
    if (g->spans) memcpy(span, g->span, g->spans * sizeof *span);
    if (g->page_number) width = fmax(width - PAGE_NUMBER_EMS * style->size, width / 2);
    struct measure measure = {.width = width, .indent = indent, .align = style->align, .hang = style->hang};
    content_tell_missing(layout, shaped);
    struct ruby_line *reading = arena_array(arena, g->readings, sizeof *reading);
    if (g->readings) memcpy(reading, g->reading, g->readings * sizeof *reading);
    *content = (struct content){
        .paragraph = typeset_lines(layout->typesetter, arena, shaped, &measure),
        .spans = g->spans,
        .span = span,
        .readings = g->readings,
        .reading = reading,
        .style = style,
        .page_number = g->page_number,
    };
    gathering_free(g);
    return content;
}

const struct content *content_inline(struct layout *layout, const xmlNode *block, const struct style *style,
                                     double width)
{
    struct gathering g = {.layout = layout, .width = width};
    gather(&g, block, style, NULL);
    trim(&g);
    return finish(&g, style, width, style->first_indent * style->size);
}

const struct content *content_text(struct layout *layout, const xmlNode *node, const xmlNode *link, const char *text,
                                   const struct style *style, double width)
{
    struct gathering g = {.layout = layout};
    buf_str(&g.text, text);
    add_span(&g, 0, node, link, style);
    return finish(&g, style, width, 0);
}

/* ---- drawings ---- */

double content_chart_height(const struct layout *layout, const xmlNode *chart, const struct style *style)
{
    double height = chart_height(chart, style, style->smallest, style->height > 0 ? style->height : CHART_HEIGHT);
    return fmin(height, layout->page_height * CHART_TALLEST);
}

static const struct paragraph *drawn_text(struct layout *layout, const struct drawing *drawing, const struct draw *draw)
{
    const struct shaped *shaped;
    const struct paragraph *text =
        lettering_line(layout->sheet->keep, layout->scratch, layout->typesetter, drawing, draw, &shaped);
    content_tell_missing(layout, shaped);
    return text;
}

const struct illustration *content_illustration(struct layout *layout, const xmlNode *chart, struct drawing *drawing)
{
    struct illustration *illustration = arena_alloc(layout->sheet->keep, sizeof *illustration);
    const struct paragraph **text = arena_array(layout->sheet->keep, drawing->count, sizeof *text);
    for (unsigned i = 0; i < drawing->count; i++)
        if (drawing->draw[i].kind == DRAW_TEXT) text[i] = drawn_text(layout, drawing, &drawing->draw[i]);
    *illustration = (struct illustration){chart, drawing, text};
    return illustration;
}

/* ---- for column widths ---- */

static void chart_extent(const struct layout *layout, const xmlNode *chart, const struct style *style, double *widest,
                         double *unbreakable)
{
    double height = content_chart_height(layout, chart, style);
    *widest = fmax(*widest, style->width > 0 ? style->width : height * CHART_SPREAD);
    *unbreakable = fmax(*unbreakable, fmin(height, *widest));
}

static void inline_extent(struct layout *layout, const xmlNode *block, const struct style *style, double *widest,
                          double *unbreakable)
{
    struct gathering g = {.layout = layout};
    gather(&g, block, style, NULL);
    trim(&g);
    uint32_t length = (uint32_t)g.text.size;
    const char *text = arena_strndup(layout->scratch, length ? g.text.data : "", length);
    const struct shaped *shaped = typeset_shape(layout->typesetter, layout->scratch, text, length, g.run, g.runs);
    double wide = 0, piece = 0;
    typeset_extent(shaped, &wide, &piece);
    double indent = style->first_indent * style->size;
    *widest = fmax(*widest, wide + indent);
    *unbreakable = fmax(*unbreakable, piece + indent);
    gathering_free(&g);
}

void content_extent(struct layout *layout, const xmlNode *element, const struct style *style, double *widest,
                    double *unbreakable)
{
    if (element_is(element, "chart")) {
        chart_extent(layout, element, style, widest, unbreakable);
        return;
    }
    if (element_holds_text(element)) {
        inline_extent(layout, element, style, widest, unbreakable);
        return;
    }
    for (const xmlNode *child = element_first(element); child; child = element_next(child->next)) {
        const struct style *own = print_style(layout->print, child, style, layout->step);
        double wide = 0, piece = 0;
        content_extent(layout, child, own, &wide, &piece);
        double around = own->indent + own->padding[SIDE_LEFT] + own->padding[SIDE_RIGHT];
        *widest = fmax(*widest, wide + around);
        *unbreakable = fmax(*unbreakable, piece + around);
    }
}
