/* pdf_read: a tagged PDF as a readout, through poppler: roles and order from its structure, texts from its pages. The only place that knows
   poppler. Knows nothing of what the file says. */
#ifndef GYOKAKU_PDF_READ_H
#define GYOKAKU_PDF_READ_H
#include "base/buf.h"
#include "verify/finding.h"
#include "verify/reading.h"

/* poppler-glib 22.12 takes the UTF-8 of an element's text for PDFDocEncoding and recodes it once more; what it has no character for (bytes
   9F and AD) is lost. The text is put back together; of the two characters that may stand in a place the one that is on the page is
   taken, and text_equal holds both for the same. A poppler that gives the text itself is understood, too. */
/* Into `out`, whose arena and file are set. `content` is changed (see pdf_read.c) and not needed afterwards. False: told. */
bool pdf_read(struct finding *finding, struct buf *content, struct readout *out);
#endif
