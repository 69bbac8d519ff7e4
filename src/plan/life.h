/* life: in which years of the plan an initiative runs: one may be added, ended, merged or split on the way. */
#ifndef GYOKAKU_LIFE_H
#define GYOKAKU_LIFE_H
#include "plan/plan.h"

/* Is it part of the plan in that year: neither to come nor over? It may still have nothing to do then (from, to). */
bool life_has_begun(const struct initiative *initiative, int year);
bool life_is_over(const struct initiative *initiative, int year);
bool life_runs(const struct initiative *initiative, int year);
/* The last year in which anything is to be done: `to`, or the year in which it was ended. */
int life_last(const struct initiative *initiative);
/* Is any initiative of the plan added, ended, or carried on by another? */
bool life_any(const struct plan *plan);
#endif
