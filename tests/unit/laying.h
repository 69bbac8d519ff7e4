/* laying: documents laid out with the looks of tests/unit/looks, and what was placed of them. For the tests of layout. */
#ifndef GYOKAKU_TEST_LAYING_H
#define GYOKAKU_TEST_LAYING_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"
#include "document/regular.h"
#include "layout/layout.h"

#define SENTENCE "相談の窓口を一つにまとめ、予約の状況を毎月確かめて、市民が待つ時間を短くする。"

/* ---- a laid-out document ---- */

struct bench {
    struct diag *diag;
    struct fonts *fonts;
    struct print *print;
    struct typesetter *typesetter;
};
struct laid {
    xmlDoc *document;
    struct arena *arena;
    struct pages *pages;
    struct layout_figures figures;
};

static inline int bench_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    b->diag = diag_new();
    b->fonts = fonts_new("fonts", b->diag);
    b->print = b->fonts ? print_read("tests/unit/looks", b->fonts, b->diag) : NULL;
    if (!b->print) {
        diag_print(b->diag, stderr, false);
        return 1;
    }
    b->typesetter = typesetter_new(b->fonts);
    *state = b;
    return 0;
}

static inline int bench_down(void **state)
{
    struct bench *b = *state;
    typesetter_free(b->typesetter);
    print_free(b->print);
    fonts_free(b->fonts);
    diag_free(b->diag);
    free(b);
    return 0;
}

static inline xmlDoc *document_of(const char *pages)
{
    struct buf xml = {0};
    buf_str(&xml, "<document lang='ja' title='t' author='a' class='plan'>");
    buf_str(&xml, pages);
    buf_str(&xml, "</document>");
    xmlDoc *document = xmlReadMemory(xml.data, (int)xml.size, "t", NULL, XML_PARSE_HUGE);
    buf_free(&xml);
    assert_non_null(document);
    return document;
}

static inline struct laid lay(struct bench *b, const char *pages)
{
    struct laid laid = {.arena = arena_new(), .document = document_of(pages)};
    regular_tables(laid.arena, xmlDocGetRootElement(laid.document));
    laid.pages = layout_pages(laid.arena, laid.document, b->print, b->typesetter, &laid.figures, b->diag);
    assert_non_null(laid.pages);
    return laid;
}

static inline struct laid lay_body(struct bench *b, const char *class, const char *body)
{
    struct buf page = {0};
    buf_printf(&page,
               "<page class='%s' title='t'><header><p>頭</p></header><footer><p><span class='page'/></p></footer>",
               class);
    buf_str(&page, "<h1>題</h1>");
    buf_str(&page, body);
    buf_str(&page, "</page>");
    struct laid laid = lay(b, buf_text(&page));
    buf_free(&page);
    return laid;
}

static inline void laid_free(struct laid *laid)
{
    pages_free(laid->pages);
    box_clear(xmlDocGetRootElement(laid->document));
    xmlFreeDoc(laid->document);
    arena_free(laid->arena);
}

/* ---- what was placed ---- */

/* Text of each text node as it was placed, in page order. */
static inline GHashTable *placed_texts(const struct pages *pages)
{
    GHashTable *texts = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < pages->count; i++)
        for (unsigned k = 0; k < pages->page[i].count; k++) {
            const struct placed *p = &pages->page[i].placed[k];
            if (p->kind != PLACED_LINE || p->artifact != ARTIFACT_NONE) continue;
            const struct paragraph *par = p->content->paragraph;
            const struct line *line = &par->line[p->line];
            for (uint32_t g = line->first; g < line->first + line->count; g++)
                for (unsigned s = 0; s < p->content->spans; s++) {
                    const struct span *span = &p->content->span[s];
                    const struct glyph *glyph = &par->glyph[g];
                    if (glyph->at < span->from || glyph->at >= span->to) continue;
                    struct buf *text = g_hash_table_lookup(texts, span->node);
                    if (!text) {
                        text = xcalloc(1, sizeof *text);
                        g_hash_table_insert(texts, (void *)span->node, text);
                    }
                    buf_put(text, par->text + glyph->at, glyph->length);
                }
        }
    return texts;
}

static inline char *without_blanks(const char *text)
{
    char *out = xmalloc(strlen(text) + 1), *o = out;
    for (; *text; text++)
        if (!strchr(" \t\r\n", *text)) *o++ = *text;
    *o = '\0';
    return out;
}

/* The number of text nodes whose text is not what was placed. */
static inline unsigned lost_texts(const xmlNode *node, GHashTable *texts)
{
    unsigned lost = 0;
    if (node->type == XML_TEXT_NODE && !element_is_blank(node)) {
        struct buf *placed = g_hash_table_lookup(texts, node);
        char *want = without_blanks((const char *)node->content), *got = without_blanks(placed ? buf_text(placed) : "");
        lost = strcmp(want, got) != 0;
        free(want);
        free(got);
    }
    if (node->type != XML_ELEMENT_NODE || element_is_running(node) || element_is(node, "chart")) return lost;
    for (const xmlNode *child = node->children; child; child = child->next)
        lost += lost_texts(child, texts);
    return lost;
}

static inline unsigned count_lost(const struct laid *laid)
{
    GHashTable *texts = placed_texts(laid->pages);
    unsigned lost = lost_texts(xmlDocGetRootElement(laid->document), texts);
    GHashTableIter iter;
    void *text;
    g_hash_table_iter_init(&iter, texts);
    while (g_hash_table_iter_next(&iter, NULL, &text)) {
        buf_free(text);
        free(text);
    }
    g_hash_table_destroy(texts);
    return lost;
}

static inline unsigned count_below_margin(const struct pages *pages)
{
    unsigned below = 0;
    for (unsigned i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        for (unsigned k = 0; k < page->count; k++) {
            const struct placed *p = &page->placed[k];
            bool running = p->artifact == ARTIFACT_HEADER || p->artifact == ARTIFACT_FOOTER;
            if (!running && p->y + p->height > page->master->height - page->master->bottom + 1) below++;
        }
    }
    return below;
}

/* ---- bodies ---- */

static inline void repeat(struct buf *out, const char *text, unsigned times)
{
    for (unsigned i = 0; i < times; i++)
        buf_str(out, text);
}

static inline unsigned pick(uint32_t *seed, unsigned limit)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % limit;
}
#endif
