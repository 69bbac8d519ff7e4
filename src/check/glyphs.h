/* glyphs: characters of a plan that no font has, found before any layout. */
#ifndef GYOKAKU_GLYPHS_H
#define GYOKAKU_GLYPHS_H
#include <stdbool.h>
#include "base/diag.h"
#include "plan/plan.h"
#include "typeset/fonts.h"

/* Reports each character of the texts of an input file (plan->text, actuals->text) that neither `face` nor its fallbacks have, once for each field. Characters without a shape
   (controls, joiners) are passed over; a variation selector counts with its base (UTS #37). False: there was one. */
bool glyphs_check(const char *file, const struct plan_text *text, unsigned texts, struct fonts *fonts, unsigned face,
                  struct diag *diag);
#endif
