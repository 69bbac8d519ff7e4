/* layout: document → pages. Pure: it leaves nothing on the nodes but, in their boxes, the page and height at which each
   heading and each element with an id begins. */
#ifndef GYOKAKU_LAYOUT_H
#define GYOKAKU_LAYOUT_H
#include "base/diag.h"
#include "layout/page.h"

struct layout_figures {
    struct fit_step step;     /* that was chosen */
    unsigned sheets, fitting; /* pages under a fit, and how many of them took one paper page */
    unsigned forced;          /* breaks at places that would rather not be broken */
};

/* Lays out a regular document (regular.h). Boxes are made in `arena`. NULL: told diag. pages_free gives it back. */
struct pages *layout_pages(struct arena *arena, xmlDoc *document, struct print *print, struct typesetter *typesetter,
                           struct layout_figures *figures, struct diag *diag);
#endif
