/* tables: the CSV files, row by row, in the order that columns.c sets. Each returns how many rows it wrote; `out` starts empty.
   Private to src/data/. */
#ifndef GYOKAKU_TABLES_H
#define GYOKAKU_TABLES_H
#include "base/buf.h"
#include "data/source.h"

/* A row an initiative, indicator and year of the period. */
unsigned tables_indicators(const struct source *source, struct buf *out);
/* A row an initiative. */
unsigned tables_initiatives(const struct source *source, struct buf *out);
/* A row a year with actuals, group and result. */
unsigned tables_tallies(const struct source *source, struct buf *out);
/* A row an effect, an opinion. */
unsigned tables_effects(const struct source *source, struct buf *out);
unsigned tables_opinions(const struct source *source, struct buf *out);
#endif
