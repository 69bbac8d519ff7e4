/* about: what a message is about ("1-1-1/goal", "1-1-1の現状"), back to the initiative of a plan. */
#ifndef GYOKAKU_ABOUT_H
#define GYOKAKU_ABOUT_H
#include "plan/plan.h"

/* The initiative whose id it begins with; NULL: there is none. Either may be NULL. */
const struct initiative *about_initiative(const struct plan *plan, const char *about);
#endif
