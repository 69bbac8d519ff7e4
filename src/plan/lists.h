/* lists: the words that a body chooses for its annual sheet beside those of wordlist.h: how far the work is, which effects are counted
   and in which unit, and directions in two parts. A plan that names none has the defaults of words.def. */
#ifndef GYOKAKU_LISTS_H
#define GYOKAKU_LISTS_H
#include "plan/plan.h"

/* The defaults. Never empty. */
extern const struct pace_list LISTS_PACES;
extern const struct effect_list LISTS_EFFECTS;

/* The word's entry; NULL when the plan has none of that name. */
const struct pace_word *lists_pace(const struct pace_list *list, const char *word);
const struct effect_category *lists_effect(const struct effect_list *list, const char *name);
/* A direction as it is listed, or one of the list with a second part in brackets: 継続（縮小）. */
bool lists_direction(const struct word_list *list, const char *word);
#endif
