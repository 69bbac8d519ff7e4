/* columns: the columns of every CSV file: heads, kinds and what columns.csv says of them. The one table of it; the files that write
   the rows follow its order. Private to src/data/. */
#ifndef GYOKAKU_COLUMNS_H
#define GYOKAKU_COLUMNS_H
#include "data/csv.h"
#include "data/source.h"

enum columns_file {
    COLUMNS_INDICATORS,
    COLUMNS_INITIATIVES,
    COLUMNS_TALLIES,
    COLUMNS_EFFECTS,
    COLUMNS_OPINIONS,
    COLUMNS_FILES
};

enum { COLUMNS_LEVELS = 2 }; /* levels that all rows of initiatives have columns for */
const char *columns_file_name(enum columns_file file);
/* The mark and the row of heads. */
void columns_start(const struct source *source, struct csv *csv, enum columns_file file);
/* What all rows begin with: code, municipality, plan. */
void columns_plan(const struct source *source, struct csv *csv);
/* The year, Western and in its era. */
void columns_year(const struct source *source, struct csv *csv, int year);
/* columns.csv: every column of the files that `made` names. */
void columns_csv(const struct source *source, const bool made[COLUMNS_FILES], struct buf *out);
#endif
