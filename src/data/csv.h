/* csv: cells and rows of RFC 4180 in UTF-8 with a byte order mark, for spreadsheets as well. Knows nothing of what is in them. */
#ifndef GYOKAKU_CSV_H
#define GYOKAKU_CSV_H
#include <stdbool.h>
#include "base/buf.h"

/* Starts as {&buf}. Rows end with CRLF; a line break inside a cell stays what it is, in quotes. */
struct csv {
    struct buf *out;
    unsigned cells; /* of the row so far */
};

/* The byte order mark. */
void csv_start(struct csv *csv);
/* A cell of text; NULL is empty. Where a spreadsheet would run it as a formula (behind any ' it begins with: = + - @ tab CR, also in
   full width) a ' is put in front; a reader takes one ' away from cells that begin like that, and has the text again. */
void csv_text(struct csv *csv, const char *text);
/* A cell of a column of numbers, plain ("-2", "98.60"); NULL is empty. */
void csv_number(struct csv *csv, const char *number);
void csv_integer(struct csv *csv, long long number);
/* Cells that were written elsewhere, at least one: what many rows begin with is worked out once. */
void csv_cells(struct csv *csv, const struct csv *cells);
void csv_end(struct csv *csv);
#endif
