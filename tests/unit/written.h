/* written: the schema that the program writes for XML editors, to judge what the reader judges; and does an example hold everything that
   the table of elements has? */
#ifndef GYOKAKU_TEST_WRITTEN_H
#define GYOKAKU_TEST_WRITTEN_H
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>
#include "plan/schema.h"

/* That of a kind of file; NULL: it is none. The caller frees it with xmlRelaxNGFree. */
static inline xmlRelaxNG *written_schema(enum root kind)
{
    struct buf text = {0};
    schema_put(kind, &text);
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(text.data, (int)text.size);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    buf_free(&text);
    return schema;
}

/* --- what an example holds --- */

static inline void written_note(GHashTable *held, const struct element *element, const char *name)
{
    g_hash_table_add(held, g_strdup_printf("%s/%s", element->shape, name));
}

static inline void written_hold(GHashTable *held, const struct element *element, const xmlNode *node)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
        char *name = g_strdup_printf("%s%s", attribute->ns ? "@xml:" : "@", (const char *)attribute->name);
        written_note(held, element, name);
        g_free(name);
    }
    for (const xmlNode *inner = node->children; inner; inner = inner->next)
        for (const struct child *child = element->children; child->name; child++) {
            if (inner->type != XML_ELEMENT_NODE || strcmp((const char *)inner->name, child->name) != 0) continue;
            written_note(held, element, child->name);
            written_hold(held, child->element, inner);
        }
}

static inline bool written_tells(GHashTable *held, const char *name)
{
    bool there = g_hash_table_contains(held, name);
    if (!there) print_error("the example has no %s\n", name);
    return !there;
}

/* Tells what is missing of a shape, and of all that it holds; each shape once. How many things. */
static inline unsigned written_missing(GHashTable *held, GHashTable *seen, const struct element *element)
{
    unsigned missing = 0;
    if (!g_hash_table_add(seen, (void *)element)) return 0;
    for (const struct attribute *attribute = element->attributes; attribute->name; attribute++) {
        char *name = g_strdup_printf("%s/@%s", element->shape, attribute->name);
        missing += written_tells(held, name);
        g_free(name);
    }
    for (const struct child *child = element->children; child->name; child++) {
        char *name = g_strdup_printf("%s/%s", element->shape, child->name);
        missing += written_tells(held, name) + written_missing(held, seen, child->element);
        g_free(name);
    }
    return missing;
}

/* How many elements and attributes of a kind of file its example lacks; `except`, or NULL: those that it cannot hold as well, "SHAPE/name",
   up to a NULL. */
static inline unsigned written_lacks(enum root kind, const char *path, const char *const *except)
{
    GHashTable *held = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *seen = g_hash_table_new(g_direct_hash, g_direct_equal);
    xmlDoc *document = xmlReadFile(path, NULL, 0);
    written_hold(held, ELEMENTS_ROOT[kind].element, xmlDocGetRootElement(document));
    for (; except && *except; except++)
        g_hash_table_add(held, g_strdup(*except));
    unsigned missing = written_missing(held, seen, ELEMENTS_ROOT[kind].element);
    xmlFreeDoc(document);
    g_hash_table_destroy(seen);
    g_hash_table_destroy(held);
    return missing;
}
#endif
