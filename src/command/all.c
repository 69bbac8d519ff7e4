/* all: the commands one after the other; what they read is read once. */
#include "command/all.h"
#include "command/charts.h"
#include "command/check.h"
#include "command/open_data.h"
#include "command/paper.h"
#include "command/web.h"

void all_make(struct job *job)
{
    if (!check_before(job)) return;
    bool has_report = job_has_year(job) || job->options->year;
    job->more = true; /* pages come last, and are of all years */
    paper_plan(job);
    if (diag_status(job->diag) == 0) open_data(job);
    if (has_report && diag_status(job->diag) == 0) paper_report(job);
    if (has_report && diag_status(job->diag) == 0) paper_briefing(job);
    if (has_report && diag_status(job->diag) == 0) charts_make(job);
    job->more = false;
    if (has_report && diag_status(job->diag) == 0) web_site(job);
}
