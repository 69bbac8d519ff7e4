/* repeats: texts that are, wholly or for the most part, another text. Knows nothing of what the texts are about. */
#ifndef GYOKAKU_REPEATS_H
#define GYOKAKU_REPEATS_H
#include <stdbool.h>
#include "base/arena.h"

enum { REPEATS_NONE = -1 };
struct repeat {
    int of;     /* the earlier text that this one repeats most; REPEATS_NONE */
    bool exact; /* letter for letter, punctuation and blanks aside */
};

/* One answer a text (UTF-8), in `arena`. A text nearly repeats another when most of the shorter one's runs of a few letters are in the
   longer one; texts of fewer letters than a sentence has are passed over. Time and memory grow with the bytes, whatever the texts are;
   very large inputs are compared by a part of their runs. */
const struct repeat *repeats_find(struct arena *arena, const char *const *text, unsigned count);
#endif
