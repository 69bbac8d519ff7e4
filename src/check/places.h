/* places: where something was met, gathered for one message: how often, where first, and the first few places by name. */
#ifndef GYOKAKU_PLACES_H
#define GYOKAKU_PLACES_H
#include "base/arena.h"
#include "base/buf.h"
#include "plan/plan.h"

/* All texts of one input file; borrowed. */
struct places_file {
    const char *name;
    const struct plan_text *text;
    unsigned texts;
};
/* Starts as {0}. */
struct places {
    unsigned count, named;
    const char *file; /* of the first */
    const struct plan_text *first, *last;
    struct buf names;
};

void places_add(struct places *places, const char *file, const struct plan_text *text);
/* 1-1-1の現状、1-1-2の課題など: in the arena; frees the names. */
const char *places_end(struct places *places, struct arena *arena);
#endif
