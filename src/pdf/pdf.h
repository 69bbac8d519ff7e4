/* pdf: pages → one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once. The structure tree is written from the
   document's elements, in their order; pages only add marked content to it, one after the other, and are not kept. */
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
    double emit, subset, save; /* seconds, for -v: in pdf_page; of fonts; of all else at the end */
    unsigned objects;
};

struct pdf;
/* A file for `document`, whose root says title, author and language: makes the structure tree's elements and their slots, which are
   noted in boxes (document/box.h). `document` and `fonts` must outlive it. `threads`: how many may be used besides the
   caller's; 0: none. NULL: told diag. */
struct pdf *pdf_new(xmlDoc *document, const struct fonts *fonts, unsigned threads, struct diag *diag);
/* Emits `page` as page `index` (from 0, in the file's order). Pages may come in any order, each once; afterwards the page and all it
   points to but the document may be freed. False: told diag; then only pdf_free is of use. */
bool pdf_page(struct pdf *pdf, unsigned index, const struct page *page);
/* All pages up to the last are there, and every heading's and target's box has its final page and y: takes from the document what else is
   needed of it. Afterwards it may be freed. */
void pdf_close_document(struct pdf *pdf, const struct pdf_options *options);
/* After pdf_close_document: appends the file to `out`, which must be empty. The same document, and the same pages in the same order, give the same bytes, whatever the number of threads.
   Another order of pages gives other codes in the fonts and nothing else. `figures` may be NULL. False: told diag. */
bool pdf_finish(struct pdf *pdf, struct buf *out, struct pdf_figures *figures);
/* The document's boxes, if it was not closed, are forgotten. NULL is fine. */
void pdf_free(struct pdf *pdf);

/* All of that at once, for pages that are there already, without other threads. Boxes are made in `arena`, and stay. */
bool pdf_write(struct arena *arena, xmlDoc *document, const struct pages *pages, const struct fonts *fonts,
               const struct pdf_options *options, struct buf *out, struct pdf_figures *figures, struct diag *diag);
#endif
