/* desk: from a word processor's document to a plan.xml; the door of this room. */
#ifndef GYOKAKU_DESK_H
#define GYOKAKU_DESK_H
#include <stdbool.h>
#include "base/buf.h"
#include "base/diag.h"
#include "plan/form_labels.h"

/* Appends the plan that `path` holds (text or .docx) to `out`, and to `table`, if not NULL, where each character went (tab-separated).
   `labels` are the body's own words for the fields of its form. What the source leaves open is told as questions. False: told; with `keep_going` characters that have no place in a plan are only
   warned of, and put into comments. */
bool desk_import(const char *path, const struct form_labels *labels, bool keep_going, struct buf *out,
                 struct buf *table, struct diag *diag);
#endif
