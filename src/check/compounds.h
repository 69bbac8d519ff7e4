/* compounds: terms of kanji and katakana, and of capitals, that are almost the same as another term of the same texts. Knows nothing of
   what they name. */
#ifndef GYOKAKU_COMPOUNDS_H
#define GYOKAKU_COMPOUNDS_H
#include "base/arena.h"

struct compound {
    const char *text;
    unsigned letters;
    unsigned count; /* how often it occurs */
    unsigned first; /* the first text that has it */
};
/* The rarer one first; of two that are as rare, the later one. */
struct compound_pair {
    const struct compound *rare, *other;
};
struct compounds_text {
    const char *text;
    unsigned group; /* texts that belong together, as those of one sheet */
};

/* Pairs of terms that differ by one part in the middle (市民活動センター, 市民活動支援センター), by one letter where one of them is a slip
   (戦力的 beside 戦略的), by ー, by a first or last capital left out (CT, ICT), or that are two measures of one thing in one group
   (収納率, 徴収率). In the order in which they come up; *count of them, in `arena`. Time grows with the bytes. */
const struct compound_pair *compounds_find(struct arena *arena, const struct compounds_text *text, unsigned texts,
                                           unsigned *count);
#endif
