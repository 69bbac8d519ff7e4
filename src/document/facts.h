/* facts: a plan as the XML that templates are given (facts.rnc): values, display atoms, ids; no sentences, no layout, nothing
   left to compute. */
#ifndef GYOKAKU_FACTS_H
#define GYOKAKU_FACTS_H
#include <libxml/tree.h>
#include "plan/plan.h"

/* The facts of a plan without anything of a year. The caller frees them with xmlFreeDoc. Never NULL. */
xmlDoc *facts_plan(const struct plan *plan);
#endif
