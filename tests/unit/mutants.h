/* mutants: a document that holds every element of a format, changed in one place after another. Knows nothing of plans. */
#ifndef GYOKAKU_TEST_MUTANTS_H
#define GYOKAKU_TEST_MUTANTS_H
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdbool.h>

/* Is given each mutant as bytes, and what was done to it. */
typedef void mutants_judge(const char *bytes, int size, const char *what, void *user);

/* What an attribute or the words of an element may be changed to; ends with NULL. */
struct mutants {
    const char *path;
    const char *const *values;
    mutants_judge *judge;
    void *user;
};

/* One element of each kind, a kind being a name below a name. */
static GPtrArray *mutants_kinds(xmlDoc *document)
{
    GPtrArray *kinds = g_ptr_array_new();
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    xmlXPathContext *context = xmlXPathNewContext(document);
    xmlXPathObject *all = xmlXPathEvalExpression((const xmlChar *)"//*", context);
    for (int i = 0; i < all->nodesetval->nodeNr; i++) {
        xmlNode *node = all->nodesetval->nodeTab[i];
        const char *parent = node->parent->type == XML_ELEMENT_NODE ? (const char *)node->parent->name : "";
        if (g_hash_table_add(known, g_strdup_printf("%s/%s", parent, (const char *)node->name)))
            g_ptr_array_add(kinds, node);
    }
    xmlXPathFreeObject(all);
    xmlXPathFreeContext(context);
    g_hash_table_destroy(known);
    return kinds;
}

/* --- one change; false: it does not apply --- */

typedef bool mutants_change(xmlNode *node, const void *with);

static bool mutants_drop(xmlNode *node, const void *with)
{
    (void)with;
    if (node->parent->type != XML_ELEMENT_NODE) return false;
    xmlUnlinkNode(node);
    xmlFreeNode(node);
    return true;
}

static bool mutants_duplicate(xmlNode *node, const void *with)
{
    (void)with;
    return node->parent->type == XML_ELEMENT_NODE && xmlAddNextSibling(node, xmlCopyNode(node, 1));
}

static bool mutants_rename(xmlNode *node, const void *with)
{
    xmlNodeSetName(node, with);
    return true;
}

static bool mutants_fill(xmlNode *node, const void *with)
{
    xmlNodeSetContent(node, with);
    return true;
}

static bool mutants_add_words(xmlNode *node, const void *with)
{
    return xmlAddChild(node, xmlNewText(with)) != NULL;
}

/* Another kind of element inside: never one that this one stands in. */
static bool mutants_add_element(xmlNode *node, const void *with)
{
    for (const xmlNode *above = node; above->type == XML_ELEMENT_NODE; above = above->parent)
        if (above == with) return false;
    return xmlAddChild(node, xmlCopyNode((xmlNode *)with, 1)) != NULL;
}

/* --- all of them --- */

/* Changes the element of a kind, or its attribute (from 0; −1: the element), in a fresh copy. */
static void mutants_try(const struct mutants *mutants, unsigned kind, int attribute, const char *name,
                        mutants_change *change, const void *with, int other)
{
    xmlDoc *document = xmlReadFile(mutants->path, NULL, 0);
    GPtrArray *kinds = mutants_kinds(document);
    xmlNode *element = kinds->pdata[kind], *node = element;
    if (attribute >= 0) node = (xmlNode *)element->properties;
    for (int i = 0; i < attribute; i++)
        node = node->next;
    if (other >= 0) with = kinds->pdata[other];
    char *what =
        g_strdup_printf("%s: %s/%s%s%s %s", name, (const char *)element->parent->name, (const char *)element->name,
                        attribute >= 0 ? "/@" : "", attribute >= 0 ? (const char *)node->name : "",
                        other >= 0 ? (const char *)((const xmlNode *)with)->name
                        : with     ? (const char *)with
                                   : "");
    if (change(node, with)) {
        xmlChar *text = NULL;
        int size = 0;
        xmlDocDumpMemoryEnc(document, &text, &size, "UTF-8");
        mutants->judge((const char *)text, size, what, mutants->user);
        xmlFree(text);
    }
    g_free(what);
    g_ptr_array_free(kinds, TRUE);
    xmlFreeDoc(document);
}

static bool mutants_drop_attribute(xmlNode *node, const void *with)
{
    (void)with;
    return xmlRemoveProp((xmlAttr *)node) == 0;
}

static void mutants_element(const struct mutants *mutants, unsigned kind, unsigned kinds)
{
    mutants_try(mutants, kind, -1, "drop", mutants_drop, NULL, -1);
    mutants_try(mutants, kind, -1, "duplicate", mutants_duplicate, NULL, -1);
    mutants_try(mutants, kind, -1, "rename", mutants_rename, "zzzzzz", -1);
    mutants_try(mutants, kind, -1, "empty", mutants_fill, NULL, -1);
    mutants_try(mutants, kind, -1, "words in", mutants_add_words, "文", -1);
    for (unsigned other = 0; other < kinds; other++)
        mutants_try(mutants, kind, -1, "put in", mutants_add_element, NULL, (int)other);
}

static void mutants_values(const struct mutants *mutants, unsigned kind, const xmlNode *element)
{
    int attributes = 0;
    for (const xmlAttr *attribute = element->properties; attribute; attribute = attribute->next, attributes++) {
        mutants_try(mutants, kind, attributes, "drop", mutants_drop_attribute, NULL, -1);
        mutants_try(mutants, kind, attributes, "rename", mutants_rename, "zzzzzz", -1);
        for (const char *const *value = mutants->values; *value; value++)
            mutants_try(mutants, kind, attributes, "value", mutants_fill, *value, -1);
    }
    if (xmlChildElementCount((xmlNode *)element)) return;
    for (const char *const *value = mutants->values; *value; value++)
        mutants_try(mutants, kind, -1, "words", mutants_fill, *value, -1);
}

static void mutants_all(const struct mutants *mutants)
{
    xmlDoc *document = xmlReadFile(mutants->path, NULL, 0);
    GPtrArray *kinds = mutants_kinds(document);
    for (unsigned kind = 0; kind < kinds->len; kind++) {
        mutants_element(mutants, kind, kinds->len);
        mutants_values(mutants, kind, kinds->pdata[kind]);
    }
    g_ptr_array_free(kinds, TRUE);
    xmlFreeDoc(document);
}
#endif
