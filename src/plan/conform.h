/* conform: does a tree hold what its table of elements says, and nothing else? Knows no element by name. */
#ifndef GYOKAKU_CONFORM_H
#define GYOKAKU_CONFORM_H
#include <libxml/tree.h>
#include "base/diag.h"
#include "plan/elements.h"

/* Tells every fault of the tree below the root, which must be that of `kind`. Where a misspelt element or
   attribute has one likely reading, it is renamed in the tree, so that one slip is told once. False: the root is something else. */
bool conform_check(xmlDoc *document, enum root kind, const char *file, struct diag *diag);
#endif
