/* tree: the document's elements → the structure tree and its slots, whole, before any page is written. */
#ifndef GYOKAKU_TREE_H
#define GYOKAKU_TREE_H
#include <libxml/tree.h>
#include "base/diag.h"
#include "pdf/structure.h"

/* Walks the document below `root`. The box of each element gets its structure element; the boxes of text nodes, list items (for their
   labels), page numbers and charts get their slots. Boxes and strings live in `arena`. False: told diag. */
bool tree_build(struct structure *structure, struct arena *arena, const xmlNode *root, struct diag *diag);
#endif
