/* listing: rows with named columns, read from a file or expected of it, and the comparison of two. Knows nothing of plans. */
#ifndef GYOKAKU_LISTING_H
#define GYOKAKU_LISTING_H
#include "verify/finding.h"

/* All strings live in the arena it was made with, or are borrowed. The first `keys` columns tell rows apart; rows of the same key
   are told apart by their order. */
struct listing;
struct listing *listing_new(struct arena *arena, const char *const *column, unsigned columns, unsigned keys);
/* A row of as many cells as there are columns; NULL is "". `line`: where it stands in its file, 0: it says itself. */
void listing_add(struct listing *listing, const char *const *cell, long line);
/* Its strings stay in the arena; NULL is fine. */
void listing_free(struct listing *listing);
unsigned listing_rows(const struct listing *listing);

/* Compares every cell of `wanted` with the cell of the same key and column name in `found`, and tells rows and columns that are
   missing or too many. Further columns of `found` are nobody's business. */
void listing_compare(struct finding *finding, const char *file, const struct listing *wanted,
                     const struct listing *found);
#endif
