/* pair: which initiative, and which of its indicators, is which on the other side. Private to src/diff/. */
#ifndef GYOKAKU_DIFF_PAIR_H
#define GYOKAKU_DIFF_PAIR_H
#include "plan/plan.h"

struct side {
    unsigned count;
    const struct initiative **initiative; /* in the plan's order */
    int *partner;                         /* index on the other side; −1: none */
};
struct pairing {
    struct side old, new;
};

/* The same number and name; else the same name, under another number; else the same number, where name, text or an indicator's
   definition are still alike. In `arena`. */
struct pairing pair_initiatives(struct arena *arena, const struct plan *old, const struct plan *new);

/* Gives each indicator of both the number, from 1 in the order of `new`, that both are known by, 0: the other side has none. The same
   definition; else the same id. */
void pair_indicators(const struct initiative *old, const struct initiative *new, unsigned *old_number,
                     unsigned *new_number);
#endif
