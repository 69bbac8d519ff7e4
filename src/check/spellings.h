/* spellings: words that are written in more than one way, which no rule can know: a built-in list, and input/terms.xml, which adds to it
   or stands in its place. Knows nothing of plans. */
#ifndef GYOKAKU_SPELLINGS_H
#define GYOKAKU_SPELLINGS_H
#include "base/arena.h"
#include "base/diag.h"

struct spelling {
    const char *word;
    const char *except; /* phrases, parted by blanks, within which it is another word; "" */
};
/* One word with all its spellings, at least two. */
struct spelling_group {
    unsigned words;
    const struct spelling *word;
};
struct spellings {
    struct arena *arena; /* owned */
    unsigned groups;
    const struct spelling_group *group;
};

/* Reads the file, which need not be there. NULL: told. spellings_free gives it back. */
struct spellings *spellings_read(const char *path, struct diag *diag);
void spellings_free(struct spellings *spellings);

/* The next place at or behind `from` in `text` where this word of the group stands: not a longer one of the group, not within an
   exception, not a part of a longer run of katakana, of letters, or of kanji where only kana make it another spelling. NULL: nowhere. */
const char *spellings_find(const struct spelling_group *group, unsigned word, const char *text, const char *from);
#endif
