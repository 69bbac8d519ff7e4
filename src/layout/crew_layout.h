/* crew_layout: what the stages of laying out a whole document share: the threads, each with a layout of its own. Private to
   src/layout. */
#ifndef GYOKAKU_CREW_LAYOUT_H
#define GYOKAKU_CREW_LAYOUT_H
#include "layout/flow.h"

struct crew_layout {
    unsigned threads;      /* besides the caller's */
    struct layout *worker; /* threads + 1 */
    unsigned elements;
    const xmlNode **element; /* the <page>s of the document */
    const xmlNode *root;
    struct layout_figures *figures;
};
/* The style that a worker's pages inherit from: each has its own, for styles are not shared between threads. */
const struct style *crew_layout_root(struct crew_layout *crew, unsigned worker);
#endif
