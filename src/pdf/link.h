/* link: where the document's links lead, and their annotations. */
#ifndef GYOKAKU_LINK_H
#define GYOKAKU_LINK_H
#include <libxml/tree.h>
#include "base/diag.h"
#include "pdf/leaf.h"
#include "pdf/structure.h"

struct links;
struct links *links_new(struct arena *arena, const xmlNode *root, struct object_file *file, struct structure *structure,
                        struct diag *diag);
void links_free(struct links *links);

/* Notes that a part of `a` lies in that rectangle of the page. */
void link_add(struct links *links, const xmlNode *a, int page, struct leaf_rectangle at);
/* All pages are there, and so is where targets lie: makes the annotations, page by page, on each in the order in which they were noted. A
   link whose target is on no page gets none, which is told once. */
void links_finish(struct links *links);
/* The height on its page at which to show what begins at `y` of the page's upper edge: a little above it. PDF's coordinates. */
double link_top(const struct object_file *file, int page, double y);
#endif
