/* csv_read: a CSV file as a listing (RFC 4180, strictly; UTF-8 with or without a BOM). Knows nothing of what it says. */
#ifndef GYOKAKU_CSV_READ_H
#define GYOKAKU_CSV_READ_H
#include "base/buf.h"
#include "verify/listing.h"

/* The first row names the columns. A ' that guards a cell against being calculated is taken away again. NULL: told. */
struct listing *csv_read(struct finding *finding, const char *file, const struct buf *content);
#endif
