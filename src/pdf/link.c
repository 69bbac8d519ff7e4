/* link: an <a> is resolved once, however many lines it runs over. */
#include "pdf/link.h"
#include <glib.h>
#include <libxml/uri.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"

static const double ABOVE = 12; /* points that are shown above a target */
#define URI_RESERVED ":/?#[]@!$&'()*+,;=%"

struct target {
    const char *uri; /* or NULL */
    int page;        /* -1: nowhere */
    double top;
    const char *contents; /* the link's text */
};
/* The part of a link that lies on one line. */
struct fragment {
    const xmlNode *a;
    int page, order;
    struct leaf_rectangle at;
};
struct links {
    struct arena *arena;
    struct object_file *file;
    struct structure *structure;
    struct diag *diag;
    GHashTable *ids;     /* id → element */
    GHashTable *targets; /* <a> → struct target */
    int fragments, capacity;
    struct fragment *fragment;
};

static void gather_ids(struct links *links, const xmlNode *node)
{
    const char *id = element_attr(node, "id");
    if (*id && !g_hash_table_contains(links->ids, id)) g_hash_table_insert(links->ids, (gpointer)id, (gpointer)node);
    for (const xmlNode *child = element_first(node); child; child = element_next(child->next))
        gather_ids(links, child);
}

struct links *links_new(struct arena *arena, const xmlNode *root, struct object_file *file, struct structure *structure,
                        struct diag *diag)
{
    struct links *links = xcalloc(1, sizeof *links);
    links->arena = arena;
    links->file = file;
    links->structure = structure;
    links->diag = diag;
    links->ids = g_hash_table_new(g_str_hash, g_str_equal);
    links->targets = g_hash_table_new(NULL, NULL);
    gather_ids(links, root);
    return links;
}

void links_free(struct links *links)
{
    if (!links) return;
    g_hash_table_destroy(links->ids);
    g_hash_table_destroy(links->targets);
    free(links->fragment);
    free(links);
}

double link_top(const struct object_file *file, int page, double y)
{
    double height = leaf_at(file, page)->height;
    return fmin(height - y + ABOVE, height);
}

/* The element, or the first below it, that came to lie on a page: groups need not be placed themselves. */
static const struct box *placed_box(const xmlNode *element)
{
    const struct box *box = box_find(element);
    if (box && box->page >= 0) return box;
    for (const xmlNode *child = element_first(element); child; child = element_next(child->next)) {
        box = placed_box(child);
        if (box) return box;
    }
    return NULL;
}

static void find_place(struct links *links, struct target *target, const char *href)
{
    const xmlNode *element = g_hash_table_lookup(links->ids, href + 1);
    const struct box *box = element ? placed_box(element) : NULL;
    if (!box || box->page >= leaf_count(links->file)) {
        DIAG(links->diag, PDF_LINK_NOWHERE, NULL, 0, href);
        return;
    }
    target->page = box->page;
    target->top = link_top(links->file, box->page, box->y);
}

/* Addresses in a PDF are ASCII (12.6.4.7). */
static const char *ascii_uri(struct arena *arena, const char *href)
{
    xmlChar *escaped = xmlURIEscapeStr(BAD_CAST href, BAD_CAST URI_RESERVED);
    const char *uri = arena_strdup(arena, escaped ? (const char *)escaped : href);
    xmlFree(escaped);
    return uri;
}

static const struct target *target_of(struct links *links, const xmlNode *a)
{
    struct target *target = g_hash_table_lookup(links->targets, a);
    if (target) return target;
    target = arena_alloc(links->arena, sizeof *target);
    *target = (struct target){.page = -1};
    const char *href = element_attr(a, "href");
    if (*href == '#')
        find_place(links, target, href);
    else
        target->uri = ascii_uri(links->arena, href);
    struct buf text = {0};
    element_text(a, &text);
    target->contents = arena_strdup(links->arena, buf_text(&text));
    buf_free(&text);
    g_hash_table_insert(links->targets, (gpointer)a, target);
    return target;
}

void link_add(struct links *links, const xmlNode *a, int page, struct leaf_rectangle at)
{
    GROW(links->fragment, links->fragments, links->capacity);
    links->fragment[links->fragments] = (struct fragment){a, page, links->fragments, at};
    links->fragments++;
}

static int by_page(const void *a, const void *b)
{
    const struct fragment *x = a, *y = b;
    return x->page != y->page ? (x->page > y->page) - (x->page < y->page)
                              : (x->order > y->order) - (x->order < y->order);
}

static void annotate(struct links *links, const struct fragment *fragment)
{
    const struct box *box = box_find(fragment->a);
    const struct target *target = target_of(links, fragment->a);
    if (!box || box->element < 0 || (!target->uri && target->page < 0)) return;
    int link = leaf_link(links->file, (struct leaf_link){
                                          .page = fragment->page,
                                          .at = fragment->at,
                                          .uri = target->uri,
                                          .target = target->page,
                                          .top = target->top,
                                          .contents = target->contents,
                                      });
    structure_link(links->structure, box->element, fragment->page, link);
}

void links_finish(struct links *links)
{
    if (links->fragments) qsort(links->fragment, (size_t)links->fragments, sizeof *links->fragment, by_page);
    for (int i = 0; i < links->fragments; i++)
        annotate(links, &links->fragment[i]);
}
