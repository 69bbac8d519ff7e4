/* pdf: pages → one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. The structure tree is written from the
   document's elements, in their order; pages only add marked content to it. */
#ifndef GYOKAKU_PDF_H
#define GYOKAKU_PDF_H
#include <libxml/tree.h>
#include "base/buf.h"
#include "base/diag.h"
#include "layout/page.h"
#include "typeset/fonts.h"

struct pdf_options {
    long long epoch; /* seconds since 1970, UTC: CreationDate and ModDate */
};
struct pdf_figures {
    double emit, subset, save; /* seconds, for -v */
    unsigned objects;
};

/* Writes the file into `out`: the same bytes for the same arguments. Title, author and language are those of the document's
   root. Boxes are made in `arena`. False: told diag. `figures` may be NULL. */
bool pdf_write(struct arena *arena, xmlDoc *document, const struct pages *pages, const struct fonts *fonts,
               const struct pdf_options *options, struct buf *out, struct pdf_figures *figures, struct diag *diag);
#endif
