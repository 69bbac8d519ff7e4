/* import: hands the document to the desk and shows what comes back. */
#include "command/import.h"
#include <stdio.h>
#include "desk/desk.h"

void import_plan(struct job *job)
{
    struct buf plan = {0}, table = {0};
    const struct options *options = job->options;
    bool made = job_read_labels(job, job->diag) && desk_import(options->operand[0], job->labels, options->keep_going,
                                                               &plan, options->verbose ? &table : NULL, job->diag);
    clock_stage(&job->clock, "取込み", "");
    if (table.size) fwrite(table.data, 1, table.size, stderr);
    if (made) fwrite(plan.data, 1, plan.size, stdout);
    buf_free(&plan);
    buf_free(&table);
}
