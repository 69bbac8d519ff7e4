/* grade: what a judgement says of a rate or of a declared state, and how two judgements stand to each other. */
#ifndef GYOKAKU_GRADE_H
#define GYOKAKU_GRADE_H
#include "progress/progress.h"

/* The first grade whose threshold the ratio reaches; the last one if none. */
unsigned grade_of_rate(const struct judgement *judgement, struct ratio ratio);
/* The same for a ratio that falls short by less than can be shown: a threshold must be exceeded, not reached. */
unsigned grade_below_rate(const struct judgement *judgement, struct ratio ratio);
/* Does it count as 達成? */
bool grade_is_met(const struct judgement *judgement, unsigned grade);
/* The percents that are shown of a rate: tenths, as the scheme rounds; with more places where they would round up to a limit that was not
   reached. False: too large. */
bool grade_shown_rate(const struct judgement *judgement, struct ratio ratio, struct decimal *out);
/* What 達成, 一部達成 and 未達成 count as: the grade that names the state; else the grade of 100 %, the one after it, the last. */
unsigned grade_met(const struct judgement *judgement);
unsigned grade_partly(const struct judgement *judgement);
unsigned grade_unmet(const struct judgement *judgement);
/* The grade of `to` that grade `index` of `from` counts as: of the same name, else of the same state, else of its threshold. */
unsigned grade_counts_as(const struct judgement *from, unsigned index, const struct judgement *to);
#endif
