/* leaf: the pages of the file and what leads to them: link annotations, destinations, bookmarks, page labels (ISO 32000-1, 7.7.3,
   12.3–12.6). Coordinates are PDF's: points from the lower left corner, y upwards. Knows nothing of the document. */
#ifndef GYOKAKU_LEAF_H
#define GYOKAKU_LEAF_H
#include "pdf/object.h"

/* What is kept of a page until the file is finished; sizes in points. */
struct leaf {
    double width, height;
    unsigned number; /* its label, counted in roman numbers or in arabic ones */
    bool roman;
};
/* Page `index`, in any order, each once, with its content, which is taken over and deflated. Pages that are never added have no size,
   which is an error of libharu's (object_error) as is one outside 3–14,400 points. */
void leaf_add(struct object_file *file, int index, struct leaf leaf, struct buf *content);
int leaf_count(const struct object_file *file);
/* Valid until the next leaf_add. */
const struct leaf *leaf_at(const struct object_file *file, int index);
/* All pages are there: makes their objects. A page's StructParents is its index. They share one resource dictionary. */
void leaf_finish(struct object_file *file, unsigned resources);
/* Object number of a page, after leaf_finish; of all below, too. */
unsigned leaf_number(const struct object_file *file, int page);

struct leaf_rectangle {
    double left, bottom, right, top;
};
/* A link annotation; strings are borrowed until the file is saved. */
struct leaf_link {
    int page;
    struct leaf_rectangle at;
    const char *uri; /* ASCII, percent-encoded; NULL: it leads to `top` of page `target` */
    int target;
    double top;
    const char *contents; /* says in words where it leads (ISO 14289-1, 7.18.5) */
};
/* Adds a link; its index from 0. Page by page: those of a page follow each other. */
int leaf_link(struct object_file *file, struct leaf_link link);
/* Makes the annotations, once all other objects are made but lists (object_list). The first has key `first` in the parent tree. */
void leaf_finish_links(struct object_file *file, int first);
/* After that: the object number of a link. */
unsigned leaf_link_number(const struct object_file *file, int link);

enum { LEAF_NO_BOOKMARK = -1 };
/* A bookmark below another (or LEAF_NO_BOOKMARK); `top` as in leaf_link. */
int leaf_bookmark(struct object_file *file, int parent, const char *title, int target, double top, bool open);
/* From `page` on, pages are labelled with lower-case roman or decimal numbers from `first` on. */
void leaf_label(struct object_file *file, int page, bool roman, unsigned first);
#endif
