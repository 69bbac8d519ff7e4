/* finding: what a comparison compared, and the differences it found, as messages. Knows nothing of formats. */
#ifndef GYOKAKU_FINDING_H
#define GYOKAKU_FINDING_H
#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"

struct finding {
    struct diag *diag;
    struct arena *arena;    /* scratch, for as long as one file is read */
    unsigned long compared; /* values that were looked at */
    unsigned long different;
};

/* Where a value stands: a file, its line (0: none), and what a clerk looks for there: "1-1-1の令和9年度", "12ページの…". */
struct spot {
    const char *file;
    long line;
    const char *where;
};

/* Counts one comparison; a difference is told. NULL is "". Are they the same, byte for byte? */
bool finding_same(struct finding *finding, const struct spot *spot, const char *what, const char *wanted,
                  const char *found);
/* The same when only the outcome is known. */
bool finding_fine(struct finding *finding, bool fine, const struct spot *spot, const char *what, const char *wanted,
                  const char *found);
/* Tells any other difference. */
#define FINDING(finding, id, spot, ...) \
    finding_tell((finding), DIAG_##id, (spot), (const char *const[]){(spot)->where, __VA_ARGS__, NULL})
void finding_tell(struct finding *finding, enum diag_id id, const struct spot *spot, const char *const *args);
#endif
