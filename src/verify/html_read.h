/* html_read: a page of the site as a readout. Knows nothing of what it says. */
#ifndef GYOKAKU_HTML_READ_H
#define GYOKAKU_HTML_READ_H
#include "base/buf.h"
#include "verify/finding.h"
#include "verify/reading.h"

/* Into `out`, whose arena and file are set. Navigation, head, readings (rt) and offers of files are left out; of an SVG its title and description are the
   alternative text. Read as hostile: no network, no entities of its own, a limit on depth. False: told. */
bool html_read(struct finding *finding, const struct buf *content, struct readout *out);
#endif
