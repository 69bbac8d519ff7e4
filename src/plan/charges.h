/* charges: which departments answer for an initiative, in which year, in which role. */
#ifndef GYOKAKU_CHARGES_H
#define GYOKAKU_CHARGES_H
#include "plan/plan.h"

/* The department in charge in a year: the first of those whose years hold it; where none does, the first of all. "": none at all. */
const char *charges_in(const struct initiative *initiative, int year);
/* 納税課、管財課（関係）: all of them with their roles and years. In `arena`, or the plan's. `said`: what each is called instead of its
   name, one a charge; NULL: by its name. */
const char *charges_text(struct arena *arena, const struct initiative *initiative, const char *const *said);
#endif
