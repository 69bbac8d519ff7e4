/* gallery: figures are found by walking the document, drawings by looking at what is placed. */
#include "command/gallery.h"
#include <stdlib.h>
#include <string.h>
#include "document/element.h"

void gallery_start(struct gallery *gallery)
{
    *gallery = (struct gallery){.arena = arena_new(), .names = g_hash_table_new(g_str_hash, g_str_equal)};
}

void gallery_end(struct gallery *gallery)
{
    g_hash_table_destroy(gallery->names);
    arena_free(gallery->arena);
    free(gallery->exhibit);
}

/* ---- names ---- */

static const char *wanted_name(const xmlNode *chart)
{
    const char *name = element_attr(chart->parent, "id");
    if (!*name) name = element_attr(chart, "name");
    for (const xmlNode *up = chart; !*name && up && up->type == XML_ELEMENT_NODE; up = up->parent)
        name = element_attr(up, "id");
    return *name ? name : "chart";
}

/* What every file system and every URL takes as it is. */
static const char *plain_name(struct arena *arena, const char *name)
{
    char *plain = arena_strdup(arena, name);
    for (char *p = plain; *p; p++)
        if (!g_ascii_isalnum(*p) && *p != '_' && (*p != '.' || p == plain)) *p = '-';
    return plain;
}

/* Two names that differ only in their case are one on some file systems. */
static bool take_name(struct gallery *gallery, const char *name)
{
    char *key = arena_strdup(gallery->arena, name);
    for (char *p = key; *p; p++)
        *p = g_ascii_tolower(*p);
    return g_hash_table_add(gallery->names, key);
}

/* The names of all files that are made of it: a chart called x-outline must not meet the outlines of x. */
static bool is_free(struct gallery *gallery, const char *name)
{
    static const char OUTLINE[] = "-outline";
    const char *outlines = arena_printf(gallery->arena, "%s%s", name, OUTLINE);
    char *lower = g_ascii_strdown(name, -1), *lower_outlines = g_ascii_strdown(outlines, -1);
    bool is_taken =
        g_hash_table_contains(gallery->names, lower) || g_hash_table_contains(gallery->names, lower_outlines);
    g_free(lower);
    g_free(lower_outlines);
    return !is_taken && take_name(gallery, name) && take_name(gallery, outlines);
}

static const char *name_of(struct gallery *gallery, const xmlNode *chart)
{
    const char *plain = plain_name(gallery->arena, wanted_name(chart)), *name = plain;
    for (unsigned i = 2; !is_free(gallery, name); i++)
        name = arena_printf(gallery->arena, "%s-%u", plain, i);
    return name;
}

/* ---- what is said of it ---- */

static const char *text_of(struct gallery *gallery, const xmlNode *element)
{
    struct buf words = {0};
    if (element) element_text(element, &words);
    const char *text = arena_strndup(gallery->arena, words.size ? words.data : "", words.size);
    buf_free(&words);
    return text;
}

static const xmlNode *child_of(const xmlNode *parent, const char *name)
{
    const xmlNode *child = element_first(parent);
    while (child && !element_is(child, name))
        child = element_next(child->next);
    return child;
}

static const char *marks_of(struct gallery *gallery, const xmlNode *page)
{
    const char *marks = "";
    for (const xmlNode *n = element_first(page); n; n = element_next(n->next))
        if (element_is(n, "aside"))
            marks = arena_printf(gallery->arena, "%s%s%s", marks, *marks ? "　" : "", text_of(gallery, n));
    return marks;
}

static const struct drawing *drawing_of(const struct pages *pages, const xmlNode *chart)
{
    for (unsigned i = 0; pages && i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        for (unsigned k = 0; k < page->count; k++)
            if (page->placed[k].kind == PLACED_DRAWING && page->placed[k].illustration->chart == chart)
                return page->placed[k].illustration->drawing;
    }
    return NULL;
}

static void add(struct gallery *gallery, const xmlNode *page, const xmlNode *chart, const struct pages *pages)
{
    GROW(gallery->exhibit, gallery->count, gallery->capacity);
    gallery->exhibit[gallery->count++] = (struct exhibit){
        .name = name_of(gallery, chart),
        .of = element_attr(page, "title"),
        .caption = text_of(gallery, child_of(chart->parent, "figcaption")),
        .marks = marks_of(gallery, page),
        .drawing = drawing_of(pages, chart),
        .chart = chart,
    };
}

static void walk(struct gallery *gallery, const xmlNode *page, const xmlNode *element, const struct pages *pages)
{
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next))
        if (element_is(n, "chart"))
            add(gallery, page, n, pages);
        else
            walk(gallery, page, n, pages);
}

void gallery_add(struct gallery *gallery, xmlDoc *document, const struct pages *pages)
{
    for (const xmlNode *page = element_first(xmlDocGetRootElement(document)); page; page = element_next(page->next))
        walk(gallery, page, page, pages);
}
