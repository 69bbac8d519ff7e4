/* template: facts → document through a style sheet of the template folder, confined to that folder. */
#ifndef GYOKAKU_TEMPLATE_H
#define GYOKAKU_TEMPLATE_H
#include <libxml/tree.h>
#include "base/diag.h"

/* Applies `folder`/`name` (plan.xsl) to the facts. Style sheets may import from that folder only, read nothing else, write
   nothing, reach no network. The document is checked against its rules (rules.h); a fault names the template's file and line. The caller
   frees the document with xmlFreeDoc. NULL: told diag. */
xmlDoc *template_apply(const char *folder, const char *name, xmlDoc *facts, struct diag *diag);
/* The same for a style sheet that makes XML of another kind than documents: nothing is checked but that there is a root. */
xmlDoc *template_transform(const char *folder, const char *name, xmlDoc *facts, struct diag *diag);
#endif
