/* link: where the document's links lead, and their annotations. */
#ifndef GYOKAKU_LINK_H
#define GYOKAKU_LINK_H
#include <libxml/tree.h>
#include "base/diag.h"
#include "layout/page.h"
#include "pdf/leaf.h"
#include "pdf/structure.h"

struct links;
struct links *links_new(struct arena *arena, const xmlNode *root, const struct pages *pages, struct object_file *file,
                        struct structure *structure, struct diag *diag);
void links_free(struct links *links);

/* An annotation for the part of `a` that lies in that rectangle of the page. A link whose target is on no page gets none, which is
   told once. */
void link_add(struct links *links, const xmlNode *a, int page, struct leaf_rectangle at);
/* The height on its page at which to show what begins at `box`: a little above it. PDF's coordinates. */
double link_top(const struct pages *pages, int page, double y);
#endif
