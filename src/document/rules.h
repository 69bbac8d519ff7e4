/* rules: the vocabulary of documents (document.rnc) and what it cannot say: headings that skip no level, ids that are there,
   tables whose cells all have headers, alternative texts. */
#ifndef GYOKAKU_RULES_H
#define GYOKAKU_RULES_H
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/diag.h"

/* Checks the whole document and tells every fault. Elements that carry at="file:line" (template.h) are named by it; `file` is
   the style sheet, for those without. */
bool rules_check(xmlDoc *document, const char *file, struct diag *diag);
#endif
