/* gallery: which charts of a document are made into pictures, under which names, and what is said of each. Knows nothing of files. */
#ifndef GYOKAKU_GALLERY_H
#define GYOKAKU_GALLERY_H
#include <glib.h>
#include <libxml/tree.h>
#include "layout/page.h"

struct exhibit {
    const char *name;              /* for files: letters, digits, - _ and . ; its own in any case of letters */
    const char *of, *caption;      /* the page's title; the figure's, or "" */
    const char *marks;             /* of the page, or "" */
    const struct drawing *drawing; /* as it is on its page, or NULL: in a frame of its own */
    const xmlNode *chart;
};
/* Starts as {.arena = …, .names = …} by gallery_start; what it holds is borrowed from the documents and pages. */
struct gallery {
    struct arena *arena;
    GHashTable *names;
    unsigned count, capacity;
    struct exhibit *exhibit;
};
void gallery_start(struct gallery *gallery);
/* Adds the chart of every <figure>, in the document's order: named by the figure's id, or as the chart says, or by the id of what is around it; a second
   one of the same name gets -2. `pages`, or NULL: where those charts are placed whose drawings are to be kept as they are. */
void gallery_add(struct gallery *gallery, xmlDoc *document, const struct pages *pages);
void gallery_end(struct gallery *gallery);
#endif
