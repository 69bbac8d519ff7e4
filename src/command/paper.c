/* paper: plan.pdf, report-YEAR.pdf and report.pdf. */
#include "command/paper.h"
#include <stdio.h>
#include <unistd.h>
#include "command/edition.h"
#include "command/open_data.h"
#include "command/since.h"
#include "document/facts.h"
#include "document/facts_report.h"

void paper_plan(struct job *job)
{
    struct buf file = {0};
    if (!job_read_plan(job) || !job_read_looks(job)) return;
    struct date date = job->plan->date;
    xmlDoc *facts = facts_plan(job->plan);
    job_forget_input(job);
    if (edition_make(job, facts, "plan.xsl", date, &file)) outputs_add(job->outputs, "plan.pdf", &file);
}

/* Is there a file of a later year than the report's? Then report.pdf, the newest, is not ours to write. */
static bool has_later_year(struct job *job)
{
    char name[64], path[JOB_LONGEST_PATH];
    for (int year = job->progress->year + 1; year <= job->plan->last; year++) {
        snprintf(name, sizeof name, "actuals/%d.xml", year);
        if (job_input_path(job, name, path, sizeof path) && access(path, F_OK) == 0) return true;
    }
    return false;
}

static void add_report(struct job *job, int year, bool is_newest, struct buf *file)
{
    char name[32];
    struct buf copy = {0};
    snprintf(name, sizeof name, "report-%d.pdf", year);
    if (is_newest) {
        buf_put(&copy, file->data, file->size);
        outputs_add(job->outputs, "report.pdf", &copy);
    }
    outputs_add(job->outputs, name, file);
}

void paper_report(struct job *job)
{
    struct buf file = {0};
    if (!job_read_plan(job) || !job_read_history(job) || !job_compute(job) || !job_read_looks(job)) return;
    const struct actuals *newest = job->history->year[job->history->years - 1];
    struct date date = newest->has_published ? newest->published : newest->as_of;
    bool is_newest = !has_later_year(job);
    int year = job->progress->year;
    xmlDoc *facts = facts_report(job->plan, job->history, job->progress);
    since_add(job, facts);
    job_forget_input(job);
    if (edition_make(job, facts, "report.xsl", date, &file)) add_report(job, year, is_newest, &file);
}
