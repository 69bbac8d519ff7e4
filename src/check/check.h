/* check: the plan and the actuals read as a strict colleague would: what contradicts itself, although its form is right. It reports, with
   place and both readings, and changes nothing. Knows nothing of documents and pages. */
#ifndef GYOKAKU_CHECK_H
#define GYOKAKU_CHECK_H
#include "check/settings.h"
#include "check/spellings.h"
#include "plan/actuals.h"
#include "plan/plan.h"
#include "progress/progress.h"

/* What every rule looks at; all borrowed. */
struct check {
    const struct plan *plan;
    const struct history *history;   /* NULL: there are no actuals */
    const struct progress *progress; /* NULL as well then */
    const struct settings *settings;
    const struct spellings *spellings;
    struct arena *scratch; /* for words of messages; goes with the run */
    struct diag *diag;
};

/* Asks everything of rules.h. What is found is told; nothing is changed. */
void check_run(const struct check *check);
#endif
