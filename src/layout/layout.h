/* layout: document → pages. Pure: it leaves nothing on the nodes but, in their boxes, the page and height at which each
   heading and each element with an id begins. Pages do not depend on the number of threads. */
#ifndef GYOKAKU_LAYOUT_H
#define GYOKAKU_LAYOUT_H
#include "base/diag.h"
#include "layout/page.h"

struct layout_figures {
    struct fit_step step;     /* that was chosen */
    unsigned sheets, fitting; /* pages under a fit, and how many of them took one paper page */
    unsigned forced;          /* breaks at places that would rather not be broken */
    unsigned pages;
};
struct layout_looks {
    struct print *print;
    struct typesetter *typesetter;
    unsigned threads; /* besides the caller's; each gets twins of these two */
};
/* Who takes the pages, one at a time and on the caller's thread. `index` counts from 0 in the document's order; pages come in that
   order, but those whose page numbers are open come last. The page and all that it points to are given back when `page` returns.
   False: told; no more pages come. */
struct layout_sink {
    void *self;
    bool (*page)(void *self, unsigned index, const struct page *page);
};

/* Lays out a regular document (regular.h). Boxes are made in `arena`. False: told diag; what the sink got is then of no use. */
bool layout_stream(struct arena *arena, xmlDoc *document, const struct layout_looks *looks,
                   const struct layout_sink *sink, struct layout_figures *figures, struct diag *diag);
/* The same with all pages at once, for those who look at them. NULL: told diag. pages_free gives it back. */
struct pages *layout_pages(struct arena *arena, xmlDoc *document, struct print *print, struct typesetter *typesetter,
                           struct layout_figures *figures, struct diag *diag);
#endif
