/* parts: what is counted over all initiatives once they are judged; private to this folder. All read and fill `progress`. */
#ifndef GYOKAKU_PARTS_H
#define GYOKAKU_PARTS_H
#include "progress/progress.h"
#include "progress/tally.h"

/* The index of a fiscal year in the period. False: outside. */
bool parts_index(const struct progress *progress, int year, unsigned *out);

/* Is it said to be late in that year: by 遅れて of an indicator, or by the department's word for the whole sheet? */
bool late_said(const struct initiative_progress *initiative, unsigned index);
/* The years in a row that end at `index` in which the initiative was unmet, or as many as 遅れて says. */
unsigned late_years(const struct progress *progress, const struct initiative_progress *initiative, unsigned index);
/* Late initiatives, and all whose grade is not met, of the report's year: by grade (the worst first, then those without), years late, id. */
void late_list(struct progress *progress);
/* Effects up to the report's year. */
void effects_sum(struct progress *progress);
/* Grades of the report's year against those of the year before. */
void change_count(struct progress *progress);
#endif
