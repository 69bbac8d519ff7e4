/* explain: finds the rule and writes what base/explain.h knows of it. */
#include "command/explain.h"
#include <stdio.h>
#include <string.h>
#include "base/explain.h"
#include "plan/likeness.h"

static void tell_unknown(struct job *job, const char *name)
{
    const char *known[DIAG_COUNT];
    for (unsigned id = 0; id < DIAG_COUNT; id++)
        known[id] = diag_name((enum diag_id)id);
    const char *guess = likeness_best(name, known, DIAG_COUNT);
    if (guess)
        DIAG(job->diag, EXPLAIN_GUESS, NULL, 0, name, guess);
    else
        DIAG(job->diag, EXPLAIN_UNKNOWN, NULL, 0, name);
}

void explain(struct job *job)
{
    const char *name = job->options->operand[0];
    struct buf text = {0};
    enum diag_id id;
    if (!strcmp(name, "all"))
        explain_manual(&text);
    else if (diag_find(name, &id))
        explain_put(id, &text);
    else
        tell_unknown(job, name);
    if (text.size) fwrite(text.data, 1, text.size, stdout);
    buf_free(&text);
}
