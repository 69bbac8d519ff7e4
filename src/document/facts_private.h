/* facts_private: the few steps by which facts are written. Only src/document/facts*.c include it. */
#ifndef GYOKAKU_FACTS_PRIVATE_H
#define GYOKAKU_FACTS_PRIVATE_H
#include <libxml/tree.h>
#include "plan/plan.h"

struct facts {
    const struct plan *plan;
    struct arena *scratch;            /* labels, until they are copied into the tree */
    unsigned sheets;                  /* written so far */
    const struct policy *last_policy; /* of the last sheet written */
};

/* A new last child; with text (never parsed: & stays &) or, NULL, empty. */
xmlNode *facts_add(xmlNode *parent, const char *name, const char *text);
/* Attributes; those that are NULL are left out. */
void facts_set(xmlNode *element, const char *name, const char *value);
void facts_set_number(xmlNode *element, const char *name, long long value);
void facts_set_flag(xmlNode *element, const char *name, bool value);
/* Text in which '\n' is <br/>. */
void facts_put_lines(xmlNode *parent, const char *text);
/* p and ul of a block, of a field. */
void facts_add_block(xmlNode *parent, const struct block *block);
void facts_add_field(xmlNode *parent, const char *name, const struct field *field);

/* facts_front.c: chapters, policies, outlines, viewpoints, and what stands at the end. */
void facts_add_chapters(struct facts *facts, xmlNode *root);
void facts_add_policies(struct facts *facts, xmlNode *root);
void facts_add_back(struct facts *facts, xmlNode *root);
/* facts_sheet.c: one sheet an initiative. */
void facts_add_sheets(struct facts *facts, xmlNode *root);
#endif
