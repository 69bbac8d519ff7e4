/* check: input → findings → messages, JSON, and a page. */
#include "check/check.h"
#include <stdio.h>
#include "command/check.h"
#include "command/check_page.h"
#include "data/findings.h"

/* What there is: a plan without actuals is asked about the plan alone. */
static bool read_all(struct job *job)
{
    if (!job_read_plan(job) || !job_read_history(job) || !job_read_spellings(job)) return false;
    return !(job_has_year(job) || job->options->year) || job_compute(job);
}

static void ask(struct job *job)
{
    struct check check = {
        .plan = job->plan,
        .history = job->progress ? job->history : NULL,
        .progress = job->progress,
        .settings = job->settings,
        .spellings = job->spellings,
        .scratch = arena_new(),
        .diag = job->diag,
    };
    check_run(&check);
    arena_free(check.scratch);
    clock_stage(&job->clock, "点検", "");
}

/* With --year later files are not read: what was accepted of them is not missing. */
static void settle(struct job *job)
{
    diag_settle(job->diag);
    if (job->progress && !job->options->year) settings_tell_unused(job->settings, job->diag);
    if (job->options->strict) diag_strict(job->diag);
    diag_settle(job->diag);
}

bool check_before(struct job *job)
{
    bool read = read_all(job);
    if (read) ask(job);
    if (read) settle(job);
    if (!read || !check_page(job)) return false;
    job->keeps = diag_status(job->diag) == 1;
    clock_stage(&job->clock, "点検の結果", "");
    return diag_status(job->diag) == 0;
}

static void put_json(struct job *job)
{
    struct buf text = {0};
    diag_settle(job->diag);
    findings_json(job->diag, job->plan, &text);
    fwrite(text.data, 1, text.size, stdout);
    buf_free(&text);
    diag_list(job->diag, &job->told);
}

void check_input(struct job *job)
{
    check_before(job);
    if (job->options->json) put_json(job);
}
