/* changes: what changed between two editions as JSON. Knows no command and no file. */
#ifndef GYOKAKU_CHANGES_H
#define GYOKAKU_CHANGES_H
#include "base/buf.h"
#include "diff/diff.h"

/* Appends one object, a line at the end; `pages` as in diff.h. */
void changes_json(const struct diff *diff, const struct diff_pages *pages, struct buf *out);
#endif
