/* interim: which target an indicator has in a year, and what a year without one means. */
#ifndef GYOKAKU_INTERIM_H
#define GYOKAKU_INTERIM_H
#include "plan/plan.h"

/* How a year of an indicator stands to its targets. */
enum stand {
    STAND_OWN,      /* it has a target of its own, be it — */
    STAND_PROGRESS, /* not graded: how far it has come towards the next target */
    STAND_FINAL,    /* graded against the next target, as if it stood there already */
    STAND_LINEAR,   /* graded against the straight line to the next target */
    STAND_NOTHING   /* 対象外 */
};
struct standing_target {
    enum stand stand;
    const struct target
        *target; /* of → the one that it continues; its own, the next, of a final the last; NULL: none */
    int year;    /* in which `target` has to be reached */
};
/* Never asks for the initiative's period: the years outside it have no target either. */
struct standing_target interim_at(const struct indicator *indicator, int year);
/* The last target before `year` that asks for something, of → the one that it continues; NULL: none. */
const struct target *interim_before(const struct indicator *indicator, int year);
#endif
