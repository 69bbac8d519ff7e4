/* rules: the list of what is asked. Each function looks at one kind of contradiction, tells check->diag what it finds, with DIAG_ABOUT,
   and changes nothing. */
#ifndef GYOKAKU_CHECK_RULES_H
#define GYOKAKU_CHECK_RULES_H
#include "check/check.h"

/* The actuals, beside the plan and what was computed; called only where there are actuals. */
void repeated_check(const struct check *check); /* left in place from an earlier year */
#endif
