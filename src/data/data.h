/* data: the open data, CSV and JSON, made of plan, actuals and results alone. Its columns are explained in columns.c, its JSON in
   templates/schema/data.schema.json. Knows nothing of facts, documents or pages. */
#ifndef GYOKAKU_DATA_H
#define GYOKAKU_DATA_H
#include "base/buf.h"
#include "progress/progress.h"

struct data_file {
    const char *name; /* a constant: indicators.csv … */
    struct buf content;
};
enum { DATA_FILES = 7 };

/* All files of the open data, in a fixed order; the caller frees each content with buf_free. effects.csv and opinions.csv are left out
   when there is nothing to put in them. `progress` NULL: nothing was reported yet, and `history` is not looked at. Returns how many
   of `files` (room for DATA_FILES) are filled. Cannot fail. */
unsigned data_make(const struct plan *plan, const struct history *history, const struct progress *progress,
                   struct data_file *files);

/* What columns.csv says, for those who show it otherwise: the columns of the files of those names, in their order, in `arena`. */
struct data_column {
    const char *file, *name, *meaning;
};
unsigned data_columns(const struct plan *plan, const struct history *history, const struct data_file *files,
                      unsigned count, struct arena *arena, const struct data_column **columns);
#endif
