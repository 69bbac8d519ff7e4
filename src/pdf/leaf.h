/* leaf: the pages of the file and what leads to them: link annotations, destinations, bookmarks, page labels (ISO 32000-1, 7.7.3,
   12.3–12.6). Coordinates are PDF's: points from the lower left corner, y upwards. Knows nothing of the document. */
#ifndef GYOKAKU_LEAF_H
#define GYOKAKU_LEAF_H
#include "pdf/object.h"

/* All pages share one resource dictionary: the number of an object whose entries may still be unknown. Before the first page. */
void leaf_resources(struct object_file *file, unsigned number);
/* A new page; its index, which is its StructParents as well. A size outside 3–14,400 points is an error of libharu's (object_error). */
int leaf_add(struct object_file *file, double width, double height);
/* The page's content, deflated at once: nothing of it is kept but the result. */
void leaf_content(struct object_file *file, int page, const struct buf *content);
/* Object number of a page. */
unsigned leaf_number(const struct object_file *file, int page);

struct leaf_rectangle {
    double left, bottom, right, top;
};
/* A link annotation; its index from 0. `contents` says in words where it leads (ISO 14289-1, 7.18.5). */
int leaf_link(struct object_file *file, int page, struct leaf_rectangle at, int target, double top,
              const char *contents);
/* The same to an address: ASCII, percent-encoded. */
int leaf_link_uri(struct object_file *file, int page, struct leaf_rectangle at, const char *uri, const char *contents);
unsigned leaf_link_number(const struct object_file *file, int link);
/* Tells every link its key in the parent tree: the first has `first`. */
void leaf_link_keys(struct object_file *file, int first);

enum { LEAF_NO_BOOKMARK = -1 };
/* A bookmark below another (or LEAF_NO_BOOKMARK); `top` as in leaf_link. */
int leaf_bookmark(struct object_file *file, int parent, const char *title, int target, double top, bool open);
/* From `page` on, pages are labelled with lower-case roman or decimal numbers from `first` on. */
void leaf_label(struct object_file *file, int page, bool roman, unsigned first);
#endif
