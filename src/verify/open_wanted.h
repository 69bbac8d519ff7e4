/* open_wanted: the rows that the open data must have, in the words of its columns. Private to src/verify/. */
#ifndef GYOKAKU_OPEN_WANTED_H
#define GYOKAKU_OPEN_WANTED_H
#include "verify/expect.h"
#include "verify/listing.h"

/* The columns that are compared, keys first; open_json.c gives the same of JSON. */
enum open_kind { OPEN_INDICATORS, OPEN_INITIATIVES, OPEN_YEARS, OPEN_TALLIES, OPEN_EFFECTS, OPEN_OPINIONS, OPEN_KINDS };
struct listing *open_listing(struct arena *arena, enum open_kind kind);

/* Each is freed with listing_free. OPEN_YEARS are the initiatives' years, which in CSV are columns: open_wanted_wide has those beside the
   initiatives' own. */
struct listing *open_wanted(const struct truth *truth, struct arena *arena, enum open_kind kind);
struct listing *open_wanted_wide(const struct truth *truth, struct arena *arena);
#endif
