/* regular: tables made regular as HTML's own algorithm would, before anything is tagged or laid out: rowspans cut to their
   tbody, colspans to the free run, holes filled with empty cells. */
#ifndef GYOKAKU_REGULAR_H
#define GYOKAKU_REGULAR_H
#include <libxml/tree.h>
#include "base/arena.h"

enum { REGULAR_MAX_COLUMNS = 1000 };

/* Every table below `node`, in place; their boxes get columns and cells, and every th and td its colspan and rowspan
   attributes where they are over 1. */
void regular_tables(struct arena *arena, xmlNode *node);
#endif
