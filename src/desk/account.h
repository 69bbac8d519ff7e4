/* account: where every character of a source went. */
#ifndef GYOKAKU_ACCOUNT_H
#define GYOKAKU_ACCOUNT_H
#include "desk/source.h"

/* Tells what nobody took: as errors, or, when the work goes on without it, as warnings and as comments that are appended to `out`.
   How many pieces there were. */
unsigned account_left(const struct source *source, bool keep_going, struct buf *out, struct diag *diag);
/* Appends a line for every piece of the source and what became of it, then the sums. */
void account_table(const struct source *source, struct buf *out);
#endif
