/* box: what the stages after the templates note about a node of the document: its columns once it is regular, its places in the
   structure tree, and the page on which it came to lie. One a node, kept in its _private, made on first use. */
#ifndef GYOKAKU_BOX_H
#define GYOKAKU_BOX_H
#include <libxml/tree.h>
#include "base/arena.h"

struct box {
    int columns, cells;      /* table: of the regular grid */
    int element, slot;       /* structure tree: -1 until there is one */
    int page;                /* index of the paper page of its first line; -1: not placed */
    double y;                /* its top there, points from the page's top edge */
    struct box *next_anchor; /* others that begin at the same item of a flow */
};

/* The box of an element or text node; made in `arena` when it has none yet. */
struct box *box_of(struct arena *arena, const xmlNode *node);
/* The same, or NULL where none was made. */
struct box *box_find(const xmlNode *node);
/* Forgets all boxes below `node`: before the document is freed or laid out anew. */
void box_clear(xmlNode *node);
#endif
