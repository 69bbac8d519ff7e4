/* paper: a stand-in for layout, so that tests of the PDF need neither print styles nor line breaking: every block in one face and
   size, cut into lines of so many glyphs, from the top of small pages down. */
#ifndef GYOKAKU_TEST_PAPER_H
#define GYOKAKU_TEST_PAPER_H
#include <hb.h>
#include <hb-ot.h>
#include <libxml/tree.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"
#include "layout/page.h"

enum { PAPER_CHART_WIDTH = 200, PAPER_CHART_HEIGHT = 60 };
enum { PAPER_GLYPHS = 24, PAPER_MARGIN = 30, PAPER_SIZE = 10, PAPER_LEADING = 15 };

struct paper {
    struct arena *arena;
    struct fonts *fonts;
    unsigned face;
    struct pages pages;
    double y;
};
static const struct master PAPER_MASTER = {.name = "test", .width = 320, .height = 240};
static const struct color PAPER_INK = {0x11, 0x22, 0x33}, PAPER_RULE = {0x99, 0x99, 0x99};

/* --- paragraphs --- */

static struct glyph paper_glyph(const struct paper *paper, hb_font_t *font, hb_glyph_info_t info,
                                hb_glyph_position_t at)
{
    int upem = (int)hb_face_get_upem(hb_font_get_face(font));
    float unit = (float)PAPER_SIZE / (float)upem;
    return (struct glyph){.id = info.codepoint,
                          .at = info.cluster,
                          .face = (uint16_t)paper->face,
                          .size = PAPER_SIZE,
                          .advance = (float)at.x_advance * unit,
                          .dx = (float)at.x_offset * unit,
                          .dy = (float)at.y_offset * unit};
}

/* Shapes `text`; a line ends at '\n' and after PAPER_GLYPHS glyphs, never inside a cluster. */
static struct paragraph *paper_paragraph(struct paper *paper, const char *text, size_t length)
{
    hb_font_t *font = hb_font_create(fonts_hb_face(paper->fonts, paper->face));
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, (int)length, 0, (int)length);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    unsigned count;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    struct glyph *glyph = arena_array(paper->arena, count + 1, sizeof *glyph);
    struct line *line = arena_array(paper->arena, count + 1, sizeof *line);
    uint32_t glyphs = 0, lines = 0;
    for (unsigned i = 0; i < count; i++) {
        bool first = !i || info[i].cluster != info[i - 1].cluster;
        bool forced = text[info[i].cluster] == '\n';
        if (forced || (first && line[lines].count >= PAPER_GLYPHS)) line[++lines].first = glyphs;
        if (forced) continue;
        unsigned next = i + 1;
        while (next < count && info[next].cluster == info[i].cluster)
            next++;
        glyph[glyphs] = paper_glyph(paper, font, info[i], position[i]);
        if (first) glyph[glyphs].length = (uint16_t)((next < count ? info[next].cluster : length) - info[i].cluster);
        line[lines].count++;
        line[lines].width += glyph[glyphs++].advance;
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    struct paragraph *paragraph = arena_alloc(paper->arena, sizeof *paragraph);
    *paragraph = (struct paragraph){text, (uint32_t)length, glyphs, lines + 1, glyph, line};
    return paragraph;
}

struct paper_gathering {
    struct buf text;
    struct span span[64];
    unsigned spans;
};

static void paper_gather(struct paper_gathering *g, const xmlNode *parent, const xmlNode *link)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        uint32_t from = (uint32_t)g->text.size;
        if (element_is(node, "br"))
            buf_char(&g->text, '\n');
        else if (node->type == XML_TEXT_NODE)
            buf_str(&g->text, (const char *)node->content);
        else
            paper_gather(g, node, element_is(node, "a") ? node : link);
        if (node->type == XML_TEXT_NODE || element_is(node, "br"))
            g->span[g->spans++] = (struct span){from, (uint32_t)g->text.size, node, link, PAPER_INK};
    }
}

static const struct content *paper_finish(struct paper *paper, struct paper_gathering *g)
{
    struct content *content = arena_alloc(paper->arena, sizeof *content);
    struct span *span = arena_array(paper->arena, g->spans + 1, sizeof *span);
    memcpy(span, g->span, g->spans * sizeof *span);
    const char *text = arena_strndup(paper->arena, buf_text(&g->text), g->text.size);
    *content =
        (struct content){.paragraph = paper_paragraph(paper, text, g->text.size), .spans = g->spans, .span = span};
    buf_free(&g->text);
    return content;
}

static const struct content *paper_content(struct paper *paper, const xmlNode *block)
{
    struct paper_gathering g = {{0}, {{0}}, 0};
    paper_gather(&g, block, NULL);
    return paper_finish(paper, &g);
}

/* Text of the layout's own, which fills the slot of `node`. */
static const struct content *paper_generated(struct paper *paper, const xmlNode *node, const xmlNode *link,
                                             const char *text)
{
    struct paper_gathering g = {{0}, {{0}}, 1};
    buf_str(&g.text, text);
    g.span[0] = (struct span){0, (uint32_t)strlen(text), node, link, PAPER_INK};
    return paper_finish(paper, &g);
}

/* --- pages --- */

static struct page *paper_page(struct paper *paper)
{
    return &paper->pages.page[paper->pages.count - 1];
}

static struct placed *paper_add(struct paper *paper, enum placed_kind kind, enum artifact artifact)
{
    struct page *page = paper_page(paper);
    GROW(page->placed, page->count, page->capacity);
    struct placed *placed = &page->placed[page->count++];
    *placed = (struct placed){.kind = kind, .artifact = artifact, .color = PAPER_RULE};
    return placed;
}

static struct placed *paper_line(struct paper *paper, const struct content *content, unsigned line, double x, double y,
                                 enum artifact artifact)
{
    struct placed *placed = paper_add(paper, PLACED_LINE, artifact);
    placed->x = x;
    placed->y = y;
    placed->height = PAPER_LEADING;
    placed->baseline = y + PAPER_SIZE;
    placed->content = content;
    placed->line = line;
    return placed;
}

static void paper_rectangle(struct paper *paper, enum placed_kind kind, double width, double height)
{
    struct placed *placed = paper_add(paper, kind, ARTIFACT_LAYOUT);
    placed->x = PAPER_MARGIN;
    placed->y = paper->y;
    placed->width = width;
    placed->height = height;
    placed->baseline = paper->y + PAPER_SIZE;
}

/* A new page of the document's <page>, with its running content. */
static void paper_new_page(struct paper *paper, const xmlNode *element)
{
    GROW(paper->pages.page, paper->pages.count, paper->pages.capacity);
    unsigned index = paper->pages.count++;
    bool roman = element_has_class(element, "contents");
    const struct page *before = index ? &paper->pages.page[index - 1] : NULL;
    struct page *page = &paper->pages.page[index];
    *page = (struct page){.master = &PAPER_MASTER, .element = element, .roman = roman};
    page->number = before && before->roman == roman ? before->number + 1 : 1;
    page->label = arena_printf(paper->arena, "%s%u", roman ? "i" : "", page->number);
    for (const xmlNode *node = element_first(element); node; node = element_next(node->next)) {
        if (!element_is_running(node)) continue;
        bool foot = element_is(node, "footer");
        paper_line(paper, paper_content(paper, node), 0, PAPER_MARGIN, foot ? PAPER_MASTER.height - 20 : 5,
                   foot ? ARTIFACT_FOOTER : ARTIFACT_HEADER);
    }
    paper->y = PAPER_MARGIN;
}

/* Goes on on a new page where a line no longer fits. */
static void paper_room(struct paper *paper)
{
    if (paper->y + PAPER_LEADING > PAPER_MASTER.height - PAPER_MARGIN)
        paper_new_page(paper, paper_page(paper)->element);
}

static void paper_lines(struct paper *paper, const struct content *content)
{
    for (unsigned i = 0; i < content->paragraph->lines; i++) {
        paper_room(paper);
        paper_line(paper, content, i, PAPER_MARGIN + PAPER_SIZE * 2, paper->y, ARTIFACT_NONE);
        paper->y += PAPER_LEADING;
    }
}

/* The words of a chart's points below each other: the first at the left, then in the middle, at the right, at the left … */
static void paper_words(struct drawing *drawing, const xmlNode *chart)
{
    double y = PAPER_SIZE;
    enum anchor anchor = ANCHOR_START;
    for (const xmlNode *series = element_first(chart); series; series = element_next(series->next))
        for (const xmlNode *point = element_first(series); point; point = element_next(point->next)) {
            struct buf text = {0};
            element_text(point, &text);
            drawing_text(drawing, (struct point){anchor * PAPER_CHART_WIDTH / 2.0, y}, buf_text(&text),
                         (struct draw){.anchor = anchor, .size = PAPER_SIZE, .ink = PAPER_INK});
            buf_free(&text);
            y += PAPER_SIZE;
            anchor = anchor == ANCHOR_END ? ANCHOR_START : anchor + 1;
        }
}

/* A frame that is filled and stroked, in a clip a dashed line and a solid one, another such after it, the words. */
static struct drawing *paper_chart(struct paper *paper, const xmlNode *chart)
{
    static const struct point CORNER =
                                  {
                                      PAPER_CHART_WIDTH, PAPER_CHART_HEIGHT
    },
                              CLIP[] = {{10, 20}, {190, 50}};
    struct drawing *drawing = drawing_new(paper->arena, PAPER_CHART_WIDTH, PAPER_CHART_HEIGHT, "");
    drawing_rectangle(drawing, (struct point){0, 0}, CORNER,
                      (struct draw){.filled = true, .fill = PAPER_RULE, .stroked = true, .stroke_width = 1});
    drawing_path(drawing, CLIP, 2, (struct draw){0});
    drawing->draw[drawing->count - 1].kind = DRAW_CLIP;
    drawing_line(drawing, CLIP[0], CORNER,
                 (struct draw){.stroked = true, .stroke_width = 1, .dashed = true, .dash = 3, .gap = 2});
    drawing_line(drawing, CLIP[0], CORNER, (struct draw){.stroked = true, .stroke = PAPER_INK, .stroke_width = 1});
    drawing_path(drawing, CLIP, 2, (struct draw){0});
    drawing->draw[drawing->count - 1].kind = DRAW_UNCLIP;
    drawing_line(drawing, CLIP[1], CORNER, (struct draw){.stroked = true, .stroke = PAPER_INK, .stroke_width = 1});
    paper_words(drawing, chart);
    return drawing;
}

static void paper_drawing(struct paper *paper, const xmlNode *chart)
{
    struct illustration *illustration = arena_alloc(paper->arena, sizeof *illustration);
    struct drawing *drawing = paper_chart(paper, chart);
    const struct paragraph **text = arena_array(paper->arena, drawing->count, sizeof *text);
    for (unsigned i = 0; i < drawing->count; i++)
        if (drawing->draw[i].kind == DRAW_TEXT)
            text[i] = paper_paragraph(paper, drawing->draw[i].text, strlen(drawing->draw[i].text));
    *illustration = (struct illustration){chart, drawing, text};
    struct placed *placed = paper_add(paper, PLACED_DRAWING, ARTIFACT_NONE);
    placed->x = PAPER_MARGIN;
    placed->y = paper->y;
    placed->width = PAPER_CHART_WIDTH;
    placed->height = PAPER_CHART_HEIGHT;
    placed->illustration = illustration;
    paper->y += PAPER_CHART_HEIGHT;
}

static void paper_blocks(struct paper *paper, const xmlNode *element)
{
    if (element_is(element, "chart")) {
        paper_drawing(paper, element);
        return;
    }
    struct box *box = box_of(paper->arena, element);
    box->page = (int)paper->pages.count - 1;
    box->y = paper->y;
    if (element_is(element, "td") || element_is(element, "th")) paper_rectangle(paper, PLACED_RULE, 200, 0.5);
    if (element_is(element, "li") && !element_is(element->parent->parent, "nav"))
        paper_line(paper, paper_generated(paper, element, NULL, "・"), 0, PAPER_MARGIN, paper->y, ARTIFACT_NONE);
    if (element_holds_text(element)) {
        paper_lines(paper, paper_content(paper, element));
        return;
    }
    for (const xmlNode *child = element_first(element); child; child = element_next(child->next))
        if (!element_is_running(child)) paper_blocks(paper, child);
}

/* The number of a contents' entry, at the end of its line. */
static void paper_number(struct paper *paper, const xmlNode *span)
{
    paper_room(paper);
    paper_rectangle(paper, PLACED_LEADER, 200, PAPER_LEADING);
    paper_line(paper, paper_generated(paper, span, span->parent, "12"), 0, 250, paper->y, ARTIFACT_NONE);
    paper->y += PAPER_LEADING;
}

static void paper_numbers(struct paper *paper, const xmlNode *node)
{
    if (element_is(node, "span") && element_has_class(node, "page") && !element_is(node->parent, "p"))
        paper_number(paper, node);
    for (const xmlNode *child = element_first(node); child; child = element_next(child->next))
        paper_numbers(paper, child);
}

/* Lays out the whole document. */
static void paper_lay(struct paper *paper, const xmlNode *root)
{
    for (const xmlNode *page = element_first(root); page; page = element_next(page->next)) {
        paper_new_page(paper, page);
        paper_rectangle(paper, PLACED_FILL, 100, 4);
        paper_blocks(paper, page);
        paper_numbers(paper, page);
    }
}

static void paper_free(struct paper *paper)
{
    for (unsigned i = 0; i < paper->pages.count; i++) {
        const struct page *page = &paper->pages.page[i];
        for (unsigned k = 0; k < page->count; k++)
            if (page->placed[k].kind == PLACED_DRAWING) drawing_free(page->placed[k].illustration->drawing);
        free(page->placed);
    }
    free(paper->pages.page);
}
#endif
