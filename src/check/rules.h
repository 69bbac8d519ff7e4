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
void effects_check(const struct check *check);  /* effects a thousand times too large */

/* The plan. */
void outline_check(const struct check *check); /* its own names, in headings, in the outline's table, on sheets */
void twins_check(const struct check *check);   /* sheets that measure or say the same */
void subject_check(const struct check *check); /* a field about another sheet's subject */
void goals_check(const struct check *check);   /* numbers of a final goal beside the targets */
void stages_check(const struct check *check);  /* study, policy, decision, done: the goal beside the targets */
void rows_check(const struct check *check);    /* units and plans that a row of targets leaves unsaid */
void terms_check(const struct check *check);   /* one thing under two names, one word in two spellings */
void widths_check(const struct check *check);  /* full- and half-width forms mixed */
void style_check(const struct check *check);   /* です, ます beside である */

/* The plan, and the actuals where there are any. */
void characters_check(const struct check *check); /* that depend on the machine */
void lookalikes_check(const struct check *check); /* of another script than their neighbours */
void era_check(const struct check *check);        /* a year of an era beside its Western year */
#endif
