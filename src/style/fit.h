/* fit: the steps by which the pages of a <fit> give way, and their limits. Knows nothing of pages. */
#ifndef GYOKAKU_FIT_H
#define GYOKAKU_FIT_H
#include "style/print.h"
#include "style/rules.h"

/* Reads the steps of a <fit>: steps="1 0.97" (size and leading together) or <step> children, and its `smallest`. Faults are told. */
void fit_read_steps(struct fit *fit, const xmlNode *element, struct arena *arena, const char *file, struct diag *diag);
/* Every scaled style that the rules settle by themselves, at every step: told where its text or leading would become too small.
   What only a document settles, fit_scale stops at the same limits. */
void fit_check(const struct fit *fit, const struct rules *rules, struct arena *arena, const char *file,
               struct diag *diag);
/* Takes the step on a style: its size and its leading where it sets them, and its upright spaces where it is in a fitted page. */
void fit_scale(const struct fit_step *step, struct style *style, bool size, bool leading);
#endif
