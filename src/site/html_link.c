/* html_link: an id of the document → a URL relative to the page. Knows nothing of files. */
#include <string.h>
#include "base/markup.h"
#include "document/element.h"
#include "site/html_private.h"

const char *html_anchor(const char *id)
{
    const char *slash = strchr(id, '/');
    return slash ? slash + 1 : id;
}

static void note(struct html_site *site, const xmlNode *element, const xmlNode *page)
{
    const char *id = element_attr(element, "id");
    if (*id) {
        struct html_target *target = arena_alloc(site->arena, sizeof *target);
        *target = (struct html_target){page, element_attr(page, "path"), element == page ? NULL : html_anchor(id)};
        g_hash_table_insert(site->target, (gpointer)id, target);
    }
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next))
        note(site, n, page);
}

void html_note_targets(struct html_site *site)
{
    for (const xmlNode *page = element_first(site->root); page; page = element_next(page->next))
        note(site, page, page);
}

void html_relative(struct buf *out, const char *from, const char *to)
{
    size_t common = 0;
    for (size_t i = 0; from[i] && from[i] == to[i]; i++)
        if (from[i] == '/') common = i + 1;
    for (const char *p = from + common; (p = strchr(p, '/')); p++)
        buf_str(out, "../");
    markup_url(out, to + common);
}

static bool in_nav(const xmlNode *a)
{
    for (const xmlNode *up = a->parent; up; up = up->parent)
        if (element_is(up, "nav")) return true;
    return false;
}

static void put_local(struct html_writer *w, const xmlNode *a, const char *id)
{
    const struct html_target *target = g_hash_table_lookup(w->site->target, id);
    bool here = !target || target->page == w->page; /* only #main is in no table: every page has one */
    const char *anchor = target ? target->anchor : id;
    buf_str(w->out, " href=\"");
    if (!here || !anchor) html_relative(w->out, w->path, target->path);
    if (anchor) {
        buf_char(w->out, '#');
        markup_fragment(w->out, anchor);
    }
    buf_char(w->out, '"');
    if (here && !anchor && in_nav(a)) buf_str(w->out, " aria-current=\"page\"");
}

static const char FILE_PREFIX[] = "file:";

void html_src(struct html_writer *w, const char *file)
{
    buf_str(w->out, " src=\"");
    html_relative(w->out, w->path, file + sizeof FILE_PREFIX - 1);
    buf_char(w->out, '"');
}

void html_href(struct html_writer *w, const xmlNode *a)
{
    const char *href = element_attr(a, "href");
    if (*href == '#') {
        put_local(w, a, href + 1);
        return;
    }
    buf_str(w->out, " href=\"");
    if (!strncmp(href, FILE_PREFIX, sizeof FILE_PREFIX - 1))
        html_relative(w->out, w->path, href + sizeof FILE_PREFIX - 1);
    else
        markup_url(w->out, href);
    buf_char(w->out, '"');
}
