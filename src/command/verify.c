/* verify: see verify.h. Reads the input as each report saw it. */
#include "command/verify.h"
#include <stdio.h>
#include "command/inputs.h"
#include "command/ledger.h"
#include "verify/verify.h"

enum { YEARS_MOST = 64 };
/* A year's report of the past: its actuals and results. */
struct past {
    int year;
    struct history *history;
    struct progress *progress;
    struct truth truth;
};
struct verifier {
    struct job *job;
    unsigned years;
    struct past past[YEARS_MOST];
};

static struct digest digest_inputs(void *self, int year)
{
    return inputs_digest(((struct verifier *)self)->job->options, year);
}

static bool has_sample(const struct history *history)
{
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->sample) return true;
    return false;
}

/* What there is to say about the input is said when outputs are made: here only what keeps it from being read. */
static void tell_errors(struct job *job, struct diag *said)
{
    if (diag_status(said)) diag_merge(job->diag, said);
    diag_free(said);
}

static bool read_past(struct job *job, struct past *past)
{
    char path[JOB_LONGEST_PATH];
    int year = past->year ? past->year : job->options->year;
    struct diag *said = diag_new();
    if (job_input_path(job, "actuals", path, sizeof path)) past->history = history_read(path, job->plan, year, said);
    const struct history *history = past->history;
    bool other = history && year && history->years && history->year[history->years - 1]->year != year;
    if (history && !history->years) year = job->plan->first - 1; /* nothing is due, and nothing was reported */
    if (history && !other) past->progress = progress_new(job->plan, past->history, year, said);
    tell_errors(job, said);
    if (!past->progress) return false;
    past->truth = (struct truth){job->plan, past->history, past->progress, history->years > 0, has_sample(history)};
    return true;
}

/* 0: what the command itself would report. */
static const struct truth *truth_of(void *self, int year)
{
    struct verifier *verifier = self;
    for (unsigned i = 0; i < verifier->years; i++)
        if (verifier->past[i].year == year) return verifier->past[i].progress ? &verifier->past[i].truth : NULL;
    if (verifier->years == YEARS_MOST) return NULL;
    struct past *past = &verifier->past[verifier->years++];
    *past = (struct past){.year = year};
    return read_past(verifier->job, past) ? &past->truth : NULL;
}

static bool read_plan(struct job *job)
{
    char path[JOB_LONGEST_PATH];
    struct diag *said = diag_new();
    if (job_input_path(job, "plan.xml", path, sizeof path)) job->plan = plan_read(path, said);
    if (job_read_labels(job, said) && job->plan) job->plan->labels = job->labels;
    tell_errors(job, said);
    clock_stage(&job->clock, "計画", "");
    return job->plan;
}

static void print_figures(const struct verify_figures *figures)
{
    char files[16], compared[24], different[24];
    snprintf(files, sizeof files, "%u", figures->files);
    snprintf(compared, sizeof compared, "%lu", figures->compared);
    snprintf(different, sizeof different, "%lu", figures->different);
    diag_say(stdout, DIAG_VERIFY_FIGURES, (const char *const[]){files, compared, different, NULL});
}

void verify_outputs(struct job *job)
{
    struct verifier verifier = {.job = job};
    struct verify_figures figures;
    if (!read_plan(job)) return;
    struct verify_source source = {
        .self = &verifier,
        .inputs = digest_inputs,
        .truth = truth_of,
        .is_record = ledger_is_record,
        .newest = inputs_newest_year(job->options),
        .templates = job->options->templates,
    };
    struct manifest *record = ledger_read(job->options, job->diag);
    verify_folder(job->options->output, record, &source, &figures, job->diag);
    clock_stage(&job->clock, "照合", "");
    if (!job->options->quiet) print_figures(&figures);
    manifest_free(record);
    for (unsigned i = 0; i < verifier.years; i++) {
        progress_free(verifier.past[i].progress);
        history_free(verifier.past[i].history);
    }
}
