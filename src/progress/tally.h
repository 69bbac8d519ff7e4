/* tally: the counts of any year of the period; those of the report's year are in progress.h's struct already. */
#ifndef GYOKAKU_TALLY_H
#define GYOKAKU_TALLY_H
#include "progress/progress.h"

/* Rows for all, each outermost group and each department in one year, in progress's arena; the same rows in the same order in every year.
   NULL and 0 rows when the year is outside the period. */
struct tally *tally_count(const struct progress *progress, int year, unsigned *rows);
/* How many of the counts, one a grade, are of grades that are met. */
unsigned tally_met(const unsigned *counts, const struct judgement *judgement);
#endif
