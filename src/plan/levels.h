/* levels: what the levels of a plan are called, and at which one a group stands. Private to src/plan/. */
#ifndef GYOKAKU_LEVELS_H
#define GYOKAKU_LEVELS_H
#include <libxml/tree.h>
#include "plan/text.h"

enum { LEVELS_MOST = 6 }; /* above an initiative */

/* The names that the plan says, or 基本方針, 項目, 主な取組み. */
void levels_read(struct reader *reader, const xmlNode *root, struct plan *plan);
/* The level of a group in `outer` (NULL: in the plan), one of the plan's; what is wrong with it is told. */
unsigned levels_of(struct reader *reader, const struct plan *plan, const xmlNode *node, const struct group *outer);
#endif
