/* paper: plan.pdf, report-YEAR.pdf and report.pdf, briefing.pdf, matrix.pdf. */
#include "command/paper.h"
#include <stdio.h>
#include <unistd.h>
#include "command/edition.h"
#include "command/open_data.h"
#include "command/since.h"
#include "document/facts.h"
#include "document/facts_report.h"

enum { MATRIX_MOST = 120 }; /* initiatives on one page */

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

/* A year's edition: its facts through `style_sheet`. False: told, or only shown. */
static bool make_of_year(struct job *job, const char *style_sheet, struct buf *file)
{
    const struct actuals *newest = job->history->year[job->history->years - 1];
    struct date date = newest->has_published ? newest->published : newest->as_of;
    xmlDoc *facts = facts_report(job->plan, job->history, job->progress);
    since_add(job, facts);
    job_forget_input(job);
    return edition_make(job, facts, style_sheet, date, file);
}

static bool read_year(struct job *job)
{
    return job_read_plan(job) && job_read_history(job) && job_compute(job) && job_read_looks(job);
}

void paper_report(struct job *job)
{
    struct buf file = {0};
    if (!read_year(job)) return;
    bool is_newest = !has_later_year(job);
    int year = job->progress->year;
    if (make_of_year(job, "report.xsl", &file)) add_report(job, year, is_newest, &file);
}

/* NAME.pdf of the newest year; of an earlier one it is NAME-YEAR.pdf. */
static void make_named(struct job *job, const char *name, const char *style_sheet)
{
    struct buf file = {0};
    char path[64];
    if (!read_year(job)) return;
    if (has_later_year(job))
        snprintf(path, sizeof path, "%s-%d.pdf", name, job->progress->year);
    else
        snprintf(path, sizeof path, "%s.pdf", name);
    if (make_of_year(job, style_sheet, &file)) outputs_add(job->outputs, path, &file);
}

void paper_briefing(struct job *job)
{
    bool more = job->more;
    job->more = true;
    make_named(job, "briefing", "briefing.xsl");
    job->more = more;
    if (diag_status(job->diag) == 0 && !job->options->show) paper_matrix(job);
}

/* Templates divide it; here it is only told. */
static void tell_many(struct job *job)
{
    char count[16], most[16];
    unsigned initiatives = job->progress->initiatives;
    if (initiatives <= MATRIX_MOST) return;
    snprintf(count, sizeof count, "%u", initiatives);
    snprintf(most, sizeof most, "%d", MATRIX_MOST);
    DIAG(job->diag, MATRIX_MANY, job->plan->file, 0, count, most);
}

void paper_matrix(struct job *job)
{
    if (!read_year(job)) return;
    tell_many(job);
    make_named(job, "matrix", "matrix.xsl");
}
