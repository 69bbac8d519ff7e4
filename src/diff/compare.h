/* compare: two lists of what can be told → differences. Private to src/diff/. */
#ifndef GYOKAKU_DIFF_COMPARE_H
#define GYOKAKU_DIFF_COMPARE_H
#include "diff/entry.h"

/* Differences while they are gathered; they lie in the arena, the list is freed by its owner. */
struct gathered {
    struct arena *arena;
    unsigned count, capacity;
    struct difference **list;
};
/* A copy of `difference` as the next one. */
struct difference *compare_gather(struct gathered *gathered, struct difference difference);

/* What both lists say of one place in other words; `like` has what all differences share. `new_initiative` says the indicators' names; NULL:
   of the whole. */
void compare_entries(struct gathered *gathered, const struct entries *old, const struct entries *new,
                     const struct difference *like, const struct initiative *new_initiative);
#endif
