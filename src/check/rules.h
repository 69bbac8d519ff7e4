/* rules: the list of what is asked. Each function looks at one kind of contradiction, tells check->diag what it finds, with DIAG_ABOUT,
   and changes nothing. */
#ifndef GYOKAKU_CHECK_RULES_H
#define GYOKAKU_CHECK_RULES_H
#include "check/check.h"

/* The actuals, beside the plan and what was computed; called only where there are actuals. */
void repeated_check(const struct check *check); /* left in place from an earlier year */
void slips_check(const struct check *check);    /* a digit too many or too few; another unit than last year's */
void declared_check(const struct check *check); /* a declared grade, state or praise beside the computed grade */
void missing_check(const struct check *check);  /* initiatives and indicators of which nothing is told */
void figures_check(const struct check *check);  /* numbers of the words beside the actual */
void sources_check(const struct check *check);  /* sources of another year */

/* The plan, and the actuals where there are any. */
void era_check(const struct check *check); /* a year of an era beside its Western year */
#endif
