/* phrases: where two texts differ, in phrases (文節): never whole paragraphs, never part of a word or number. Knows nothing of plans. */
#ifndef GYOKAKU_DIFF_PHRASES_H
#define GYOKAKU_DIFF_PHRASES_H
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* One place: in the old text the bytes [old_from, old_from + old_size) became the bytes [new_from, …) of the new one; either may be none. */
struct hunk {
    size_t old_from, old_size, new_from, new_size;
    const char *before, *removed, *added, *after; /* `before` and `after`: a few phrases of the same line, maybe "" */
    bool cut_before, cut_after;                   /* the line goes on beyond them */
};

/* The places in their order; lines end with '\n', which is a phrase of its own. Putting each `added` in the place of its `removed`
   makes the new text of the old one. Strings live in `arena`. Linear in the texts, but for the square of what differs, which is
   bounded: two texts that have next to nothing in common differ in one place. */
unsigned phrases_differ(struct arena *arena, const char *old, const char *new, const struct hunk **out);
#endif
