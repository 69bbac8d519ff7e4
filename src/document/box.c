/* box: notes of later stages about a node, kept in its _private. Knows nothing of what the notes mean. */
#include "document/box.h"

struct box *box_of(struct arena *arena, const xmlNode *node)
{
    if (!node->_private) {
        struct box *box = arena_alloc(arena, sizeof *box);
        box->element = box->slot = box->page = -1;
        /* _private is the one field of a node that libxml2 leaves to applications: the document itself is not changed. */
        ((xmlNode *)node)->_private = box;
    }
    return node->_private;
}

struct box *box_find(const xmlNode *node)
{
    return node->_private;
}

void box_clear(xmlNode *node)
{
    node->_private = NULL;
    if (node->type == XML_ENTITY_REF_NODE) return; /* its children are the entity's declaration */
    for (xmlNode *child = node->children; child; child = child->next)
        box_clear(child);
}
