/* nodes: the children of an element, by name. */
#ifndef GYOKAKU_NODES_H
#define GYOKAKU_NODES_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <string.h>

/* Is it an element of that name? */
static inline bool nodes_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !node->ns && !strcmp((const char *)node->name, name);
}

/* The first of `node` and its younger siblings that is an element `name`; NULL: none. */
static inline const xmlNode *nodes_from(const xmlNode *node, const char *name)
{
    while (node && !nodes_is(node, name))
        node = node->next;
    return node;
}

static inline const xmlNode *nodes_first(const xmlNode *parent, const char *name)
{
    return parent ? nodes_from(parent->children, name) : NULL;
}

/* The next of the same name. */
static inline const xmlNode *nodes_next(const xmlNode *node)
{
    return nodes_from(node->next, (const char *)node->name);
}

static inline unsigned nodes_count(const xmlNode *parent, const char *name)
{
    unsigned count = 0;
    for (const xmlNode *node = nodes_first(parent, name); node; node = nodes_from(node->next, name))
        count++;
    return count;
}

#endif
