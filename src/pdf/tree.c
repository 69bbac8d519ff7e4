/* tree: walks the document in its order, so that this is the order in which it is read. Knows nothing of pages. */
#include "pdf/tree.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"
#include "document/ruby.h"

struct walk {
    struct structure *structure;
    struct arena *arena;
    struct diag *diag;
    bool fine;
};

/* Strings over the limit of ISO 19005-2, 6.1.13, would have to be cut, and an alternative text that is cut says something else. */
static const char *checked(struct walk *walk, const char *text)
{
    if (object_text_fits(text)) return text;
    enum { SHOWN_CHARACTERS = 20 };
    size_t shown = (size_t)(g_utf8_offset_to_pointer(text, SHOWN_CHARACTERS) - text);
    DIAG(walk->diag, PDF_TEXT_LONG, NULL, 0, arena_strndup(walk->arena, text, shown));
    walk->fine = false;
    return text;
}

/* --- attributes (14.8.5) --- */

static void set_attributes(struct walk *walk, int element, struct buf *object)
{
    structure_attributes(walk->structure, element, buf_text(object));
    buf_free(object);
}

static void list_attributes(struct walk *walk, int element, const xmlNode *node)
{
    struct buf object = {0};
    buf_printf(&object, "<</O/List/ListNumbering/%s>>", element_is(node, "ol") ? "Decimal" : "Disc");
    set_attributes(walk, element, &object);
}

static void put_headers(struct buf *object, const char *ids)
{
    static const char BLANKS[] = " \t\r\n";
    buf_str(object, "/Headers[");
    for (ids += strspn(ids, BLANKS); *ids; ids += strspn(ids, BLANKS)) {
        size_t length = strcspn(ids, BLANKS);
        object_put_bytes(object, ids, length);
        ids += length;
    }
    buf_char(object, ']');
}

static void put_span(struct buf *object, const char *key, const char *count)
{
    long spanned = strtol(count, NULL, 10);
    if (spanned > 1) buf_printf(object, "/%s %ld", key, spanned);
}

/* Which cells a header is the header of (table 349): its column or its row; headers of groups say the same of what they span. */
static const char *scope_of(const xmlNode *th)
{
    const char *scope = element_attr(th, "scope");
    if (*scope) return !strncmp(scope, "col", 3) ? "Column" : "Row";
    return th->parent && element_is(th->parent->parent, "thead") ? "Column" : "Row";
}

static void cell_attributes(struct walk *walk, int element, const xmlNode *cell)
{
    struct buf object = {0};
    buf_str(&object, "<</O/Table");
    size_t bare = object.size;
    if (element_is(cell, "th")) buf_printf(&object, "/Scope/%s", scope_of(cell));
    put_span(&object, "ColSpan", element_attr(cell, "colspan"));
    put_span(&object, "RowSpan", element_attr(cell, "rowspan"));
    if (*element_attr(cell, "headers")) put_headers(&object, element_attr(cell, "headers"));
    bool any = object.size > bare;
    buf_str(&object, ">>");
    if (any) set_attributes(walk, element, &object);
    buf_free(&object);
    if (*element_attr(cell, "id")) structure_id(walk->structure, element, element_attr(cell, "id"));
}

/* A figure's alternative text is that of its chart. */
static void figure_alternative(struct walk *walk, int element, const xmlNode *figure)
{
    for (const xmlNode *child = element_first(figure); child; child = element_next(child->next))
        if (element_is(child, "chart"))
            structure_alternative(walk->structure, element, checked(walk, element_attr(child, "alt")));
}

static void span_expansion(struct walk *walk, int element, const xmlNode *node)
{
    if (*element_attr(node, "title"))
        structure_expansion(walk->structure, element, checked(walk, element_attr(node, "title")));
}

typedef void attribute_setter(struct walk *walk, int element, const xmlNode *node);
static attribute_setter *const SETTER[ROLE_COUNT] = {
    [ROLE_L] = list_attributes,         [ROLE_TH] = cell_attributes,  [ROLE_TD] = cell_attributes,
    [ROLE_FIGURE] = figure_alternative, [ROLE_SPAN] = span_expansion,
};

/* --- the walk --- */

static void walk_node(struct walk *walk, const xmlNode *node, int parent);

static void walk_children(struct walk *walk, const xmlNode *node, int element)
{
    for (const xmlNode *child = node->children; child; child = child->next)
        walk_node(walk, child, element);
}

/* The element's own place; where the role asks for more than one element, the innermost, which takes the kids. */
static int add_element(struct walk *walk, const xmlNode *node, int parent, enum role role)
{
    struct structure *structure = walk->structure;
    bool to_target = role == ROLE_LINK && element_is(node->parent, "li") && role_of(node->parent) == ROLE_TOCI;
    if (to_target) parent = structure_element(structure, parent, ROLE_REFERENCE);
    int element = structure_element(structure, parent, role);
    struct box *box = box_of(walk->arena, node);
    box->element = element;
    if (SETTER[role]) SETTER[role](walk, element, node);
    if (*element_attr(node, "lang")) structure_language(structure, element, element_attr(node, "lang"));
    if (role != ROLE_LI) return element;
    box->slot = structure_slot(structure, structure_element(structure, element, ROLE_LBL));
    return structure_element(structure, element, ROLE_LBODY);
}

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* Between blocks blanks mean nothing; among text they may be set. */
static bool is_set(const xmlNode *text)
{
    return !element_is_blank(text) || element_is_inline(text->parent) || element_holds_text(text->parent);
}

static bool is_group(enum role role)
{
    return role == ROLE_NONE || role == ROLE_SECT || role == ROLE_DIV;
}

/* A Ruby for each pair of base and reading: it holds one RB and one RT (14.8.4.4.3), where HTML's holds any number of pairs. */
static void walk_ruby(struct walk *walk, const xmlNode *node, int parent)
{
    int ruby = -1, base = -1;
    for (const xmlNode *child = node->children; child; child = child->next) {
        bool is_base = ruby_is_base(child), begins = is_base && base < 0;
        if (!is_base && child->type != XML_ELEMENT_NODE) continue;
        if (begins) ruby = add_element(walk, node, parent, ROLE_RUBY);
        if (begins) base = structure_element(walk->structure, ruby, ROLE_RB);
        walk_node(walk, child, is_base ? base : ruby);
        if (!is_base) base = -1;
    }
}

static void walk_element(struct walk *walk, const xmlNode *node, int parent)
{
    enum role role = role_of(node);
    struct box *box = box_of(walk->arena, node);
    if (role == ROLE_RUBY) {
        walk_ruby(walk, node, parent);
        return;
    }
    int element = role == ROLE_NONE ? parent : add_element(walk, node, parent, role);
    bool page_number = element_is(node, "span") && element_has_class(node, "page");
    if (page_number || element_is(node, "chart")) {
        box->slot = structure_slot(walk->structure, element);
        return;
    }
    /* Groups hold blocks; should one hold text, that is a paragraph. */
    if (is_group(role) && !element_is_inline(node) && element_holds_text(node))
        element = structure_element(walk->structure, element, ROLE_P);
    walk_children(walk, node, element);
}

static void walk_node(struct walk *walk, const xmlNode *node, int parent)
{
    struct box *box = box_of(walk->arena, node);
    box->element = box->slot = -1;
    if (is_text(node) && is_set(node))
        box->slot = structure_slot(walk->structure, parent);
    else if (node->type == XML_ELEMENT_NODE && !element_is_running(node))
        walk_element(walk, node, parent);
}

bool tree_build(struct structure *structure, struct arena *arena, const xmlNode *root, struct diag *diag)
{
    struct walk walk = {.structure = structure, .arena = arena, .diag = diag, .fine = true};
    /* The root's own language is the catalogue's. */
    int document = structure_element(structure, STRUCTURE_ROOT, ROLE_DOCUMENT);
    box_of(arena, root)->element = document;
    walk_children(&walk, root, document);
    return walk.fine;
}
