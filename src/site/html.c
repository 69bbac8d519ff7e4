/* html: element by element. What is the same in the document and in HTML is copied; the rest has a function in ELEMENT. */
#include "site/html.h"
#include <stdlib.h>
#include <string.h>
#include "base/markup.h"
#include "document/element.h"
#include "site/html_private.h"

static const char BLANKS[] = " \t\r\n", FRAGMENT[] = "gyokaku-";

static void put_node(struct html_writer *w, const xmlNode *node);

/* ---- attributes ---- */

static void put_words(struct html_writer *w, const char *words, bool *any)
{
    for (const char *p = words + strspn(words, BLANKS); *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        buf_str(w->out, *any ? " " : " class=\"");
        buf_str(w->out, w->prefix);
        markup_bytes(w->out, p, length);
        *any = true;
        p += length;
    }
}

void html_class(struct html_writer *w, const char *own, const char *words)
{
    bool any = false;
    put_words(w, own, &any);
    put_words(w, words, &any);
    if (any) buf_char(w->out, '"');
}

static void put_headers(struct html_writer *w, const char *ids)
{
    buf_str(w->out, " headers=\"");
    for (const char *p = ids + strspn(ids, BLANKS), *start = p; *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        const char *anchor = memchr(p, '/', length);
        anchor = anchor ? anchor + 1 : p;
        if (p != start) buf_char(w->out, ' ');
        markup_bytes(w->out, anchor, length - (size_t)(anchor - p));
        p += length;
    }
    buf_char(w->out, '"');
}

static void put_attribute(struct html_writer *w, const char *name, const char *value)
{
    static const struct {
        const char *name, *html;
    } SAME[] = {
        {"lang",     "lang"      },
        {"scope",    "scope"     },
        {"colspan",  "colspan"   },
        {"rowspan",  "rowspan"   },
        {"label",    "aria-label"},
        {"datetime", "datetime"  },
    };
    if (!strcmp(name, "id")) markup_attribute(w->out, "id", html_anchor(value));
    if (!strcmp(name, "headers")) put_headers(w, value);
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        if (!strcmp(name, SAME[i].name)) markup_attribute(w->out, SAME[i].html, value);
}

void html_open(struct html_writer *w, const xmlNode *element, const char *name, const char *class)
{
    buf_char(w->out, '<');
    buf_str(w->out, name);
    html_class(w, class ? class : "", element_attr(element, "class"));
    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (strcmp((const char *)a->name, "class") != 0)
            put_attribute(w, (const char *)a->name, element_attr(element, (const char *)a->name));
}

void html_close(struct html_writer *w, const char *name)
{
    static const char *const IN_TEXT[] = {"a", "abbr", "span", "strong", "time", "ruby", "rt"};
    buf_str(w->out, "</");
    buf_str(w->out, name);
    buf_char(w->out, '>');
    for (size_t i = 0; i < sizeof IN_TEXT / sizeof *IN_TEXT; i++)
        if (!strcmp(name, IN_TEXT[i])) return;
    buf_char(w->out, '\n');
}

/* ---- elements ---- */

void html_children(struct html_writer *w, const xmlNode *element)
{
    bool text = element_holds_text(element);
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            put_node(w, n);
        else if (text && (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE))
            markup_text(w->out, (const char *)n->content);
}

static void put_same(struct html_writer *w, const xmlNode *element)
{
    const char *name = (const char *)element->name;
    html_open(w, element, name, NULL);
    buf_char(w->out, '>');
    html_children(w, element);
    html_close(w, name);
}

static void put_break(struct html_writer *w, const xmlNode *br)
{
    (void)br;
    buf_str(w->out, "<br>");
}

/* The number of a page on paper is none on the web; a shape stands beside its word, and only the word is heard. */
static void put_span(struct html_writer *w, const xmlNode *span)
{
    if (element_has_class(span, "page")) return;
    html_open(w, span, "span", NULL);
    buf_str(w->out, element_has_class(span, "shape") ? " aria-hidden=\"true\">" : ">");
    html_children(w, span);
    html_close(w, "span");
}

static void put_link(struct html_writer *w, const xmlNode *a)
{
    html_open(w, a, "a", NULL);
    html_href(w, a);
    buf_char(w->out, '>');
    html_children(w, a);
    html_close(w, "a");
}

static bool has_letters(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p))) return true;
    return false;
}

/* A symbol is seen, its words are heard; an abbreviation of letters is one as HTML has it. */
static void put_abbreviation(struct html_writer *w, const xmlNode *abbr)
{
    const char *title = element_attr(abbr, "title");
    w->words.size = 0;
    element_text(abbr, &w->words);
    bool symbol = !has_letters(buf_text(&w->words));
    html_open(w, abbr, "abbr", symbol ? "symbol" : NULL);
    if (!symbol) markup_attribute(w->out, "title", title);
    buf_str(w->out, symbol ? "><span aria-hidden=\"true\">" : ">");
    html_children(w, abbr);
    if (symbol) {
        buf_str(w->out, "</span><span");
        html_class(w, "hidden", "");
        buf_char(w->out, '>');
        markup_text(w->out, title);
        buf_str(w->out, "</span>");
    }
    html_close(w, "abbr");
}

/* The last of the crumbs is the page itself, and no link. */
static void put_item(struct html_writer *w, const xmlNode *li)
{
    const xmlNode *nav = li->parent->parent;
    bool here = element_is(nav, "nav") && element_has_class(nav, "crumbs") && !element_next(li->next);
    html_open(w, li, "li", NULL);
    buf_str(w->out, here && !element_first(li) ? " aria-current=\"page\">" : ">");
    html_children(w, li);
    html_close(w, "li");
}

static const struct {
    const char *name;
    void (*put)(struct html_writer *, const xmlNode *);
} ELEMENT[] = {
    {"td",    put_same        }, /* most of all elements; the others that are copied end at the list's end */
    {"a",     put_link        },
    {"abbr",  put_abbreviation},
    {"br",    put_break       },
    {"chart", html_chart      },
    {"li",    put_item        },
    {"span",  put_span        },
    {"table", html_table      },
};

static void put_node(struct html_writer *w, const xmlNode *node)
{
    const char *name = (const char *)node->name;
    for (size_t i = 0; i < sizeof ELEMENT / sizeof *ELEMENT; i++)
        if (name[0] == ELEMENT[i].name[0] && !strcmp(name, ELEMENT[i].name)) {
            ELEMENT[i].put(w, node);
            return;
        }
    put_same(w, node);
}

/* ---- the page ---- */

/* `<link rel="…" href="…"` to a file of the folder, or `<script src="…"`, without `>`. */
static void put_file(struct html_writer *w, const char *start, const char *file)
{
    buf_str(w->out, start);
    html_relative(w->out, w->path, file);
    buf_char(w->out, '"');
}

/* For a script element: no < in it, so that nothing ends it. The caller frees it. */
static struct buf data_of(const char *json)
{
    struct buf data = {0};
    for (const char *p = json; *p; p++)
        if (*p == '<')
            buf_str(&data, "\\u003c");
        else
            buf_char(&data, *p);
    return data;
}

/* What a policy lets stand in the page: bytes with this digest (CSP 3, 2.3.1). */
static void put_digest(struct buf *out, const char *bytes, size_t count)
{
    guint8 digest[32];
    gsize size = sizeof digest;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)bytes, (gssize)count);
    g_checksum_get_digest(sum, digest, &size);
    char *text = g_base64_encode(digest, size);
    buf_str(out, " 'sha256-");
    buf_str(out, text);
    buf_char(out, '\'');
    g_free(text);
    g_checksum_free(sum);
}

/* Nothing from elsewhere and nothing inline, but a style sheet that was given, and data: it is never run, yet not every checker knows. */
static void put_policy(struct buf *out, const struct buf *data, const char *style)
{
    buf_str(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src");
    if (style)
        put_digest(out, style, strlen(style));
    else
        buf_str(out, " 'self'");
    buf_str(out, style ? "; script-src 'none'" : "; script-src 'self'");
    if (data->size) put_digest(out, data->data, data->size);
    buf_str(out, "; img-src 'self' data:; base-uri 'none'; form-action 'none'\">\n");
}

static void put_data(struct buf *out, const struct buf *data)
{
    if (!data->size) return;
    buf_str(out, "<script type=\"application/ld+json\">");
    buf_put(out, data->data, data->size);
    buf_str(out, "</script>\n");
}

static void put_head(struct html_writer *w, const struct html_options *options)
{
    const char *description = element_attr(w->page, "description");
    struct buf data = data_of(options->json_ld ? options->json_ld : "");
    buf_str(w->out, "<head>\n<meta charset=\"utf-8\">\n");
    put_policy(w->out, &data, options->style);
    buf_str(w->out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    markup_text(w->out, element_attr(w->page, "title"));
    buf_str(w->out, "</title>\n");
    if (*description) {
        buf_str(w->out, "<meta name=\"description\"");
        markup_attribute(w->out, "content", description);
        buf_str(w->out, ">\n");
    }
    if (options->css) {
        put_file(w, "<link rel=\"stylesheet\" href=\"", options->css);
        buf_str(w->out, ">\n");
    }
    if (options->style) {
        buf_str(w->out, "<style>");
        buf_str(w->out, options->style);
        buf_str(w->out, "</style>\n");
    }
    if (options->script) {
        put_file(w, "<script src=\"", options->script);
        buf_str(w->out, " defer></script>\n");
    }
    if (options->feed) {
        put_file(w, "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"", options->feed);
        if (options->feed_title) markup_attribute(w->out, "title", options->feed_title);
        buf_str(w->out, ">\n");
    }
    put_data(w->out, &data);
    buf_free(&data);
    buf_str(w->out, "</head>\n");
}

static bool is_crumbs(const xmlNode *node)
{
    return element_is(node, "nav") && element_has_class(node, "crumbs");
}

/* Where the children of a page go. A mark belongs to what it marks, wherever that is pasted. */
enum part { BEFORE, MAIN, AFTER };

static enum part part_of(const xmlNode *child)
{
    if (element_is(child, "footer")) return AFTER;
    bool skip = element_is(child, "p") && element_has_class(child, "skip");
    return skip || element_is(child, "header") || is_crumbs(child) ? BEFORE : MAIN;
}

static void put_part(struct html_writer *w, enum part part)
{
    for (const xmlNode *n = element_first(w->page); n; n = element_next(n->next)) {
        if (part_of(n) != part) continue;
        if (!element_is(n, "aside")) {
            put_node(w, n);
            continue;
        }
        html_open(w, n, "p", NULL);
        buf_char(w->out, '>');
        html_children(w, n);
        html_close(w, "p");
    }
}

static const char *language(const struct html_writer *w)
{
    const char *own = element_attr(w->page, "lang");
    return *own ? own : element_attr(w->site->root, "lang");
}

static void put_whole(struct html_writer *w, const struct html_options *options)
{
    buf_str(w->out, "<!DOCTYPE html>\n<html");
    markup_attribute(w->out, "lang", language(w));
    buf_str(w->out, ">\n");
    put_head(w, options);
    buf_str(w->out, "<body");
    html_class(w, "", element_attr(w->page, "class"));
    buf_str(w->out, ">\n");
    put_part(w, BEFORE);
    buf_str(w->out, "<main id=\"main\">\n");
    put_part(w, MAIN);
    buf_str(w->out, "</main>\n");
    put_part(w, AFTER);
    buf_str(w->out, "</body>\n</html>\n");
}

static void put_fragment(struct html_writer *w)
{
    buf_str(w->out, "<div class=\"gyokaku");
    if (*element_attr(w->page, "class")) buf_char(w->out, ' ');
    for (const char *p = element_attr(w->page, "class"); *p;) {
        size_t length = strcspn(p, BLANKS);
        buf_str(w->out, FRAGMENT);
        markup_bytes(w->out, p, length);
        p += length;
        p += strspn(p, BLANKS);
        if (*p) buf_char(w->out, ' ');
    }
    buf_char(w->out, '"');
    markup_attribute(w->out, "lang", language(w));
    buf_str(w->out, ">\n");
    put_part(w, MAIN);
    buf_str(w->out, "</div>\n");
}

void html_page(struct html_site *site, const xmlNode *page, const struct html_options *options, struct buf *out)
{
    struct html_writer writer = {
        .site = site,
        .page = page,
        .path = element_attr(page, "path"),
        .prefix = options->fragment ? FRAGMENT : "",
        .out = out,
    };
    if (options->fragment)
        put_fragment(&writer);
    else
        put_whole(&writer, options);
    buf_free(&writer.words);
}

/* ---- the site ---- */

struct html_site *html_site_new(xmlDoc *document, const struct print *print, struct typesetter *typesetter,
                                struct diag *diag)
{
    static const double LABEL_SIZE = 13.1, LEADING = 1.4;
    const struct theme *theme = print_theme(print);
    struct html_site *site = xcalloc(1, sizeof *site);
    *site = (struct html_site){
        .root = xmlDocGetRootElement(document),
        .target = g_hash_table_new(g_str_hash, g_str_equal),
        .arena = arena_new(),
        .drawing = arena_new(),
        .labels = arena_new(),
        .typesetter = typesetter,
        .print = print,
        .diag = diag,
    };
    const char *family = theme_family(theme, "label");
    if (!family) family = theme->faces ? theme->face[0].family : "";
    site->label = (struct style){.family = family, .size = LABEL_SIZE, .leading = LABEL_SIZE * LEADING};
    html_note_targets(site);
    return site;
}

struct html_site *html_site_twin(const struct html_site *site, struct typesetter *typesetter)
{
    struct html_site *twin = xmalloc(sizeof *twin);
    *twin = *site;
    twin->is_twin = true;
    twin->typesetter = typesetter;
    twin->drawing = arena_new();
    twin->labels = arena_new();
    return twin;
}

void html_site_free(struct html_site *site)
{
    if (!site) return;
    if (!site->is_twin) {
        g_hash_table_destroy(site->target);
        arena_free(site->arena);
    }
    arena_free(site->drawing);
    arena_free(site->labels);
    free(site);
}
