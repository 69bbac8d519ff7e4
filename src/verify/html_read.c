/* html_read: see html_read.h. */
#include "verify/html_read.h"
#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "verify/text.h"

enum { DEEPEST = 200, NUMBER_BASE = 10 };
struct walk {
    struct readout *out;
    struct buf *text; /* what is gathered */
    struct buf *full; /* what abbreviations in it stand for */
    bool drawn;       /* only what is drawn, without its title and description */
    bool too_deep;
};

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

static bool is_one_of(const xmlNode *node, const char *const *names)
{
    for (; *names; names++)
        if (is(node, *names)) return true;
    return false;
}

static bool has_class(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp((xmlNode *)node, (const xmlChar *)"class");
    bool has = value && strstr((const char *)value, name);
    xmlFree(value);
    return has;
}

/* ---- texts ---- */

static void note_abbreviation(const struct walk *walk, const xmlNode *node)
{
    xmlChar *full = xmlGetProp((xmlNode *)node, (const xmlChar *)"title");
    if (full) buf_str(walk->full, (const char *)full);
    xmlFree(full);
}

/* Readings above words say them a second time. */
static void gather(struct walk *walk, const xmlNode *node, unsigned depth)
{
    static const char *const UNREAD[] = {"rt", "rp", "script", "style", NULL};
    static const char *const BLOCKS[] = {"p", "li", "div", "br", "td", "th", "text", NULL};
    if (depth > DEEPEST) walk->too_deep = true;
    if (depth > DEEPEST || is_one_of(node, UNREAD)) return;
    if (walk->drawn && (is(node, "title") || is(node, "desc"))) return;
    if (is(node, "abbr")) note_abbreviation(walk, node);
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        buf_str(walk->text, (const char *)node->content);
    for (const xmlNode *kid = node->type == XML_ELEMENT_NODE ? node->children : NULL; kid; kid = kid->next)
        gather(walk, kid, depth + 1);
    if (is_one_of(node, BLOCKS)) buf_char(walk->text, '\n');
}

/* What the last solid_text gathered. */
static const char *said_text(const struct walk *walk)
{
    return arena_strdup(walk->out->arena, buf_text(walk->text));
}

static const char *solid_text(struct walk *walk, const xmlNode *node)
{
    walk->text->size = 0;
    gather(walk, node, 0);
    return text_solid(walk->out->arena, buf_text(walk->text));
}

/* The first title and desc in a figure. */
static void find_alt(struct walk *walk, const xmlNode *node, unsigned depth)
{
    if (depth > DEEPEST) return;
    if (is(node, "title") || is(node, "desc")) {
        gather(walk, node, depth);
        buf_char(walk->text, '\n');
        return;
    }
    for (const xmlNode *kid = node->type == XML_ELEMENT_NODE ? node->children : NULL; kid; kid = kid->next)
        find_alt(walk, kid, depth + 1);
}

/* ---- tables ---- */

static unsigned span_of(const xmlNode *cell, const char *name)
{
    xmlChar *value = xmlGetProp((xmlNode *)cell, (const xmlChar *)name);
    unsigned long span = value ? strtoul((const char *)value, NULL, NUMBER_BASE) : 1;
    xmlFree(value);
    return span < UINT_MAX ? (unsigned)span : UINT_MAX;
}

static void take_rows(struct walk *walk, const xmlNode *node, struct part_read *table, unsigned depth)
{
    if (depth > DEEPEST) return;
    for (const xmlNode *kid = node->children; kid; kid = kid->next) {
        if (is(kid, "caption")) table->text = solid_text(walk, kid);
        if (is(kid, "tr")) grid_row(table->grid);
        if (is(kid, "td") || is(kid, "th")) {
            walk->full->size = 0;
            struct grid_cell cell = {.text = solid_text(walk, kid), .head = is(kid, "th"), .place = xmlGetLineNo(kid)};
            cell.said = said_text(walk);
            cell.full = text_solid(walk->out->arena, buf_text(walk->full));
            cell.rows = span_of(kid, "rowspan");
            cell.columns = span_of(kid, "colspan");
            grid_add(walk->out->arena, table->grid, &cell);
        } else if (kid->type == XML_ELEMENT_NODE) {
            take_rows(walk, kid, table, depth + 1);
        }
    }
}

/* ---- the page ---- */

/* A link to a file is followed by its size and pages, which no input says. */
static bool offers_file(const xmlNode *node, unsigned depth)
{
    static const char *const FILES[] = {".pdf", ".csv", ".json", ".xml"};
    if (depth > DEEPEST || node->type != XML_ELEMENT_NODE) return false;
    xmlChar *href = is(node, "a") ? xmlGetProp((xmlNode *)node, (const xmlChar *)"href") : NULL;
    bool offers = false;
    for (size_t i = 0; href && i < sizeof FILES / sizeof *FILES; i++)
        offers = offers || strstr((const char *)href, FILES[i]);
    xmlFree(href);
    for (const xmlNode *kid = node->children; kid && !offers; kid = kid->next)
        offers = offers_file(kid, depth + 1);
    return offers;
}

static void take_part(struct walk *walk, const xmlNode *node, enum part_of kind, unsigned level)
{
    if (kind == PART_OF_TEXT && offers_file(node, 0)) return;
    struct part_read *part = reading_add(walk->out, kind, xmlGetLineNo(node));
    part->level = level;
    if (kind == PART_OF_TABLE) {
        part->grid = grid_new(walk->out->arena);
        take_rows(walk, node, part, 0);
        return;
    }
    if (kind == PART_OF_FIGURE) {
        walk->text->size = 0;
        find_alt(walk, node, 0);
        part->alt = arena_strdup(walk->out->arena, buf_text(walk->text));
    }
    walk->drawn = kind == PART_OF_FIGURE;
    part->text = solid_text(walk, node);
    walk->drawn = false;
    if (kind != PART_OF_FIGURE) part->said = said_text(walk);
}

/* What search engines show of the page. */
static void take_description(struct walk *walk, const xmlNode *head)
{
    for (const xmlNode *kid = head->children; kid; kid = kid->next) {
        xmlChar *text = is(kid, "meta") ? xmlGetProp((xmlNode *)kid, (const xmlChar *)"content") : NULL;
        xmlChar *name = text ? xmlGetProp((xmlNode *)kid, (const xmlChar *)"name") : NULL;
        if (name && !strcmp((const char *)name, "description")) {
            struct part_read *part = reading_add(walk->out, PART_OF_TEXT, xmlGetLineNo(kid));
            part->said = arena_strdup(walk->out->arena, (const char *)text);
            part->text = text_solid(walk->out->arena, part->said);
        }
        xmlFree(name);
        xmlFree(text);
        if (is(kid, "title")) take_part(walk, kid, PART_OF_TEXT, 0);
    }
}

static unsigned heading_level(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    bool heading = node->type == XML_ELEMENT_NODE && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
    return heading ? (unsigned)(name[1] - '0') : 0;
}

static void walk_page(struct walk *walk, const xmlNode *node, unsigned depth)
{
    static const char *const UNREAD[] = {"nav", "header", "footer", "script", "style", NULL};
    static const char *const TEXTS[] = {"p", "li", "dt", "dd", NULL};
    if (depth > DEEPEST) walk->too_deep = true;
    if (depth > DEEPEST || node->type != XML_ELEMENT_NODE || is_one_of(node, UNREAD)) return;
    unsigned level = heading_level(node);
    if (is(node, "head"))
        take_description(walk, node);
    else if (level)
        take_part(walk, node, PART_OF_HEADING, level);
    else if (is(node, "table"))
        take_part(walk, node, PART_OF_TABLE, 0);
    else if (is(node, "figure"))
        take_part(walk, node, PART_OF_FIGURE, 0);
    else if (is_one_of(node, TEXTS) && !has_class(node, "skip"))
        take_part(walk, node, PART_OF_TEXT, 0);
    else
        for (const xmlNode *kid = node->children; kid; kid = kid->next)
            walk_page(walk, kid, depth + 1);
}

bool html_read(struct finding *finding, const struct buf *content, struct readout *out)
{
    static const int OPTIONS = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT;
    const struct spot spot = {.file = out->file, .where = "HTML"};
    htmlDocPtr doc = content->size && content->size < INT_MAX
                         ? htmlReadMemory(content->data, (int)content->size, NULL, "UTF-8", OPTIONS)
                         : NULL;
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    struct buf text = {0}, full = {0};
    struct walk walk = {.out = out, .text = &text, .full = &full};
    if (root) walk_page(&walk, root, 0);
    bool fine = root && !walk.too_deep;
    if (!fine) FINDING(finding, VERIFY_UNREADABLE, &spot, NULL);
    xmlFreeDoc(doc);
    buf_free(&text);
    buf_free(&full);
    return fine;
}
