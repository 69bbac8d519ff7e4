/* facts_report: a plan and what a year brought of it, as the XML that templates are given (facts.rnc): everything facts_plan says,
   and the results, tallies, lists and texts of the year. Values and atoms for display; no sentences, nothing left to compute. */
#ifndef GYOKAKU_FACTS_REPORT_H
#define GYOKAKU_FACTS_REPORT_H
#include <libxml/tree.h>
#include "progress/progress.h"

/* The facts of `progress->year`. The caller frees them with xmlFreeDoc. Never NULL. */
xmlDoc *facts_report(const struct plan *plan, const struct history *history, const struct progress *progress);
#endif
