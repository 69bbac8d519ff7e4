/* judgement: the scheme by which results are graded: what is met, how each grade looks. Everything that shows or counts grades asks
   here, and nothing goes by a grade's position or name. */
#ifndef GYOKAKU_JUDGEMENT_H
#define GYOKAKU_JUDGEMENT_H
#include "plan/plan.h"

enum { JUDGEMENT_TONES = 7, JUDGEMENT_GRADES_MOST = JUDGEMENT_TONES };

/* 達成 ≥ 100, おおむね達成 ≥ 80, 未達成 (domain.md). */
extern const struct judgement JUDGEMENT_DEFAULT;

/* The scheme in use: the plan's or the default; of an indicator its own, if it has one. */
const struct judgement *judgement_of_plan(const struct plan *plan);
const struct judgement *judgement_of_indicator(const struct plan *plan, const struct indicator *indicator);
/* How a tone is called in facts, style sheets and charts: met, met2, near, near2, near3, unmet2, unmet. */
const char *judgement_tone(unsigned tone);
/* The mark of a tone where the scheme gives none. */
const char *judgement_mark(unsigned tone);
/* Fills tones and marks that are not given (0 and NULL): those that are met from the best on, the others from the worst on. */
void judgement_look(struct grade *grade, unsigned count);
/* The grade of that state among the scheme's own; false: it has none. */
bool judgement_state(const struct judgement *judgement, const char *state, unsigned *out);
#endif
