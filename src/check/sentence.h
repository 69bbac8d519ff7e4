/* sentence: the sentence around a place in a text, and the years it speaks of. Knows the years of a plan, and nothing else of it. */
#ifndef GYOKAKU_SENTENCE_H
#define GYOKAKU_SENTENCE_H
#include <stdbool.h>
#include <stddef.h>
#include "plan/year.h"

/* Where the sentence around `at` begins; its length into *length. It ends with 。 or a line break. */
const char *sentence_around(const char *text, const char *at, size_t *length);
/* Does a sentence hold this word? */
bool sentence_holds(const char *sentence, size_t length, const char *word);
/* Does the sentence around `at` speak of a year that is not the fiscal year `year`: 前年度, 令和8年度, 2026年度? */
bool sentence_names_other_year(enum year_kind kind, const char *text, const char *at, int year);
#endif
