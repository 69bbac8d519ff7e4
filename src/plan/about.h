/* about: what a message is about ("1-1-1/goal", "1-1-1の現状", "department/納税課/2027"), back to who answers for it. */
#ifndef GYOKAKU_ABOUT_H
#define GYOKAKU_ABOUT_H
#include "plan/plan.h"

/* The initiative whose id it begins with; NULL: there is none. Either may be NULL. */
const struct initiative *about_initiative(const struct plan *plan, const char *about);
/* The departments that answer for it: those of the initiative, or the one it names. Their number; *out lives in the plan and `arena`. */
unsigned about_departments(const struct plan *plan, const char *about, struct arena *arena, const char *const **out);
#endif
