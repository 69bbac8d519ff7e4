/* rules: what a document must be before it is laid out: its vocabulary, and what the vocabulary cannot say of headings, ids, links
   and tables (ISO 14289-1, 7.4 and 7.5; JIS X 8341-3). Knows nothing of pages on paper. */
#include "document/rules.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"
#include "document/ruby.h"
#include "document/rules_private.h"

static const char BLANKS[] = " \t\r\n";
/* The id that every page of a site has: its main part. */
static const char MAIN_ID[] = "main";

/* ---- telling ---- */

/* "file:line", the file being whatever stands before the last colon. A point's at is its place on an axis: no line. */
static bool read_place(struct arena *arena, const char *at, const char **file, long *line)
{
    const char *colon = strrchr(at, ':');
    if (!colon || colon == at || !colon[1] || colon[1 + strspn(colon + 1, "0123456789")]) return false;
    *file = arena_strndup(arena, at, (size_t)(colon - at));
    *line = strtol(colon + 1, NULL, 10);
    return true;
}

void rules_tell(struct rules_run *run, const xmlNode *node, enum diag_id id, const char *const *args)
{
    const char *file = run->file;
    long line = 0;
    for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent)
        if (read_place(run->arena, element_attr(n, "at"), &file, &line)) break;
    char *message = arena_printf(run->arena, "%d %s:%ld", (int)id, file, line);
    for (const char *const *arg = args; *arg; arg++)
        message = arena_printf(run->arena, "%s %s", message, *arg);
    if (g_hash_table_add(run->told, message)) diag_report(run->diag, id, file, line, args);
    run->fine = false;
}

const char *rules_name(struct rules_run *run, const xmlNs *ns, const xmlChar *name)
{
    if (!ns || !ns->prefix) return (const char *)name;
    return arena_printf(run->arena, "%s:%s", (const char *)ns->prefix, (const char *)name);
}

/* ---- ids ---- */

struct walk {
    struct rules_run *run;
    bool site;
    GHashTable *ids;       /* id → element */
    GHashTable *short_ids; /* site: as one page has them */
    GHashTable *pages;     /* site: paths and titles */
    int heading;           /* the level of the last one */
};

/* On the web an id is written without what stands before its slash. */
static void note_short_id(struct walk *walk, const xmlNode *element, const char *id)
{
    const char *slash = strchr(id, '/'), *part = slash ? slash + 1 : id;
    if (!strcmp(part, MAIN_ID) || !g_hash_table_add(walk->short_ids, (gpointer)part))
        TELL(walk->run, element, DOCUMENT_ID_TWICE, part);
}

/* A page's path and title are no other page's. */
static void note_page(struct walk *walk, const xmlNode *page)
{
    static const char *const NAME[] = {"path", "title"};
    for (size_t i = 0; i < sizeof NAME / sizeof *NAME; i++) {
        const char *value = element_attr(page, NAME[i]);
        const char *key = arena_printf(walk->run->arena, "%s %s", NAME[i], value);
        if (*value && !g_hash_table_add(walk->pages, (gpointer)key))
            TELL(walk->run, page, DOCUMENT_PAGE_TWICE, NAME[i], value);
    }
}

static void note_ids(struct walk *walk, const xmlNode *element)
{
    const char *id = element_attr(element, "id");
    if (walk->site && element_is(element, "page")) {
        g_hash_table_remove_all(walk->short_ids);
        note_page(walk, element);
    }
    if (*id && !g_hash_table_insert(walk->ids, (gpointer)id, (gpointer)element))
        TELL(walk->run, element, DOCUMENT_ID_TWICE, id);
    if (*id && walk->site) note_short_id(walk, element, id);
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next))
        note_ids(walk, n);
}

static const xmlNode *table_of(const xmlNode *node)
{
    while (node && !element_is(node, "table"))
        node = node->parent;
    return node;
}

/* ---- links, headers, headings ---- */

/* file:data/plan.csv: a file in the site's folder, by its path there. */
static bool is_file(const char *href)
{
    static const char PREFIX[] = "file:",
                      PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
    const char *path = href + sizeof PREFIX - 1;
    return g_str_has_prefix(href, PREFIX) && *path && *path != '/' && *path != '.' && !path[strspn(path, PLAIN)] &&
           !strstr(path, "/.") && !strstr(path, "//");
}

static bool is_outside(const char *href)
{
    static const char *const OUTSIDE[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof OUTSIDE / sizeof *OUTSIDE; i++)
        if (g_str_has_prefix(href, OUTSIDE[i]) && href[strlen(OUTSIDE[i])]) return true;
    return false;
}

static void check_link(struct walk *walk, const xmlNode *element)
{
    const char *href = element_attr(element, "href");
    if (*href == '#') {
        bool there = g_hash_table_contains(walk->ids, href + 1) || (walk->site && !strcmp(href + 1, MAIN_ID));
        if (!there) TELL(walk->run, element, DOCUMENT_NO_TARGET, href);
        return;
    }
    if (is_outside(href) || (walk->site && is_file(href))) return;
    if (xmlHasProp(element, (const xmlChar *)"href")) TELL(walk->run, element, DOCUMENT_LINK, href);
}

static void check_headers(struct walk *walk, const xmlNode *cell)
{
    const char *p = element_attr(cell, "headers");
    for (p += strspn(p, BLANKS); *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        const char *id = arena_strndup(walk->run->arena, p, length);
        const xmlNode *header = g_hash_table_lookup(walk->ids, id);
        if (!header || header == cell || !element_is(header, "th") || table_of(header) != table_of(cell))
            TELL(walk->run, cell, DOCUMENT_NO_HEADER, id);
        p += length;
    }
}

static void check_heading(struct walk *walk, const xmlNode *element, int level)
{
    const char *last = walk->heading ? arena_printf(walk->run->arena, "h%d", walk->heading) : "文書の始め";
    if (level > walk->heading + 1) TELL(walk->run, element, DOCUMENT_HEADING, last, (const char *)element->name);
    walk->heading = level;
}

static bool is_empty(const xmlNode *element)
{
    struct buf text = {0};
    element_text(element, &text);
    bool empty = !text.size;
    buf_free(&text);
    return empty;
}

/* What is announced by its text must have some. */
static bool needs_text(const xmlNode *element)
{
    return element_heading(element) || element_is(element, "a") || element_is(element, "caption") ||
           element_is(element, "figcaption") || element_is(element, "summary");
}

static bool is_empty_reading(const xmlNode *rt)
{
    for (const xmlNode *n = rt->children; n; n = n->next)
        if (!element_is_blank(n)) return false;
    return true;
}

/* Readings without what they read, or the other way round. */
static bool is_unpaired(const xmlNode *ruby)
{
    const xmlNode *base = NULL;
    for (const xmlNode *n = ruby->children; n; n = n->next) {
        if (ruby_is_base(n)) base = n;
        if (!element_is(n, "rt")) continue;
        if (!base || is_empty_reading(n)) return true;
        base = NULL;
    }
    return base != NULL;
}

static void check_beyond(struct walk *walk, const xmlNode *element)
{
    if (walk->site && element_is(element, "page")) walk->heading = 0;
    int level = element_heading(element);
    if (level) check_heading(walk, element, level);
    if (needs_text(element) && is_empty(element))
        TELL(walk->run, element, DOCUMENT_NO_TEXT, (const char *)element->name);
    if (element_is(element, "ruby") && is_unpaired(element)) TELL(walk->run, element, DOCUMENT_RUBY, NULL);
    check_link(walk, element);
    check_headers(walk, element);
    if (element_is(element, "table")) rules_table(walk->run, element);
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next))
        check_beyond(walk, n);
}

/* ---- the whole ---- */

static void check_rest(struct rules_run *run, const xmlNode *root)
{
    struct walk walk = {
        .run = run,
        .site = !strcmp(element_attr(root, "class"), "site"),
        .ids = g_hash_table_new(g_str_hash, g_str_equal),
        .short_ids = g_hash_table_new(g_str_hash, g_str_equal),
        .pages = g_hash_table_new(g_str_hash, g_str_equal),
    };
    note_ids(&walk, root);
    check_beyond(&walk, root);
    g_hash_table_destroy(walk.ids);
    g_hash_table_destroy(walk.short_ids);
    g_hash_table_destroy(walk.pages);
}

bool rules_check(xmlDoc *document, const char *file, struct diag *diag)
{
    struct rules_run run = {.file = file, .diag = diag, .arena = arena_new(), .fine = true};
    run.told = g_hash_table_new(g_str_hash, g_str_equal);
    const xmlNode *root = xmlDocGetRootElement(document);
    rules_shape(&run, root);
    if (!run.stop) check_rest(&run, root);
    g_hash_table_destroy(run.told);
    arena_free(run.arena);
    return run.fine;
}
