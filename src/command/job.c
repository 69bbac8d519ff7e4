/* job: reading for a command, with the time each stage took. */
#define _DEFAULT_SOURCE
#include "command/job.h"
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>
#include "check/glyphs.h"
#include "command/charts.h"
#include "command/web.h"

static const char LABELS_FILE[] = "labels.xml";

void job_free(struct job *job)
{
    web_free(job->web);
    charts_free(job->charts);
    outputs_free(job->outputs);
    typesetter_free(job->typesetter);
    print_free(job->print);
    fonts_free(job->fonts);
    progress_free(job->progress);
    history_free(job->history);
    plan_free(job->plan);
    form_labels_free(job->labels);
    settings_free(job->settings);
    spellings_free(job->spellings);
}

bool job_input_path(struct job *job, const char *name, char *path, size_t size)
{
    int length = snprintf(path, size, "%s/%s", job->options->input, name);
    if (length >= 0 && (size_t)length < size) return true;
    DIAG(job->diag, FILE_MISSING, job->options->input, 0, NULL);
    return false;
}

/* Terms with several spellings, for those who look for them. */
bool job_read_spellings(struct job *job)
{
    char path[JOB_LONGEST_PATH];
    if (!job_input_path(job, "terms.xml", path, sizeof path)) return false;
    job->spellings = spellings_read(path, job->diag);
    return job->spellings != NULL;
}

/* What the city accepts holds for all that is read after it. */
static bool read_settings(struct job *job)
{
    char path[JOB_LONGEST_PATH];
    if (!job_input_path(job, "check.xml", path, sizeof path)) return false;
    job->settings = settings_read(path, job->diag);
    return job->settings != NULL;
}

bool job_read_labels(struct job *job, struct diag *diag)
{
    char path[JOB_LONGEST_PATH];
    if (job->labels) return true;
    if (!job_input_path(job, LABELS_FILE, path, sizeof path)) return false;
    if (access(path, F_OK) != 0 &&
        (size_t)snprintf(path, sizeof path, "%s/%s", job->options->templates, LABELS_FILE) >= sizeof path)
        return false;
    job->labels = form_labels_read(path, diag);
    return job->labels != NULL;
}

bool job_read_plan(struct job *job)
{
    char path[JOB_LONGEST_PATH];
    if (job->plan) return true;
    bool settled = read_settings(job);
    settled &= job_read_labels(job, job->diag);
    if (!job_input_path(job, "plan.xml", path, sizeof path)) return false;
    job->plan = plan_read(path, job->diag);
    if (job->plan) job->plan->labels = job->labels;
    clock_stage(&job->clock, "計画", "");
    return job->plan && settled;
}

bool job_read_history(struct job *job)
{
    char path[JOB_LONGEST_PATH];
    int year = job->options->year;
    if (job->history) return true;
    if (!job_input_path(job, "actuals", path, sizeof path)) return false;
    job->history = history_read(path, job->plan, year, job->diag);
    clock_stage(&job->clock, "実績", "");
    return job->history != NULL;
}

bool job_has_year(const struct job *job)
{
    const struct history *history = job->history;
    if (!history->years) return false;
    return !job->options->year || history->year[history->years - 1]->year == job->options->year;
}

bool job_compute(struct job *job)
{
    char path[JOB_LONGEST_PATH], year[16];
    if (job->progress) return true;
    if (!job_has_year(job)) {
        snprintf(year, sizeof year, "%d", job->options->year ? job->options->year : job->plan->first);
        if (job_input_path(job, "actuals", path, sizeof path)) DIAG(job->diag, HISTORY_NO_YEAR, path, 0, year);
        return false;
    }
    job->progress = progress_new(job->plan, job->history, job->options->year, job->diag);
    clock_stage(&job->clock, "計算", "");
    return true;
}

bool job_read_looks(struct job *job)
{
    if (job->typesetter) return true;
    job->fonts = fonts_new(job->options->fonts, job->diag);
    if (!job->fonts) return false;
    job->print = print_read(job->options->templates, job->fonts, job->diag);
    clock_stage(&job->clock, "書体と体裁", "");
    unsigned face = fonts_face(job->fonts, "", false);
    bool shown = glyphs_check(job->plan->file, job->plan->text, job->plan->texts, job->fonts, face, job->diag);
    for (unsigned i = 0; job->history && i < job->history->years; i++) {
        const struct actuals *actuals = job->history->year[i];
        shown &= glyphs_check(actuals->file, actuals->text, actuals->texts, job->fonts, face, job->diag);
    }
    clock_stage(&job->clock, "文字の点検", "");
    job->typesetter = typesetter_new(job->fonts);
    return job->print && shown;
}

bool job_cleans_up(const struct job *job)
{
#ifdef __SANITIZE_ADDRESS__
    (void)job;
    return true;
#else
    return job->more;
#endif
}

void job_forget_input(struct job *job)
{
    if (job->more) return;
    progress_free(job->progress);
    history_free(job->history);
    plan_free(job->plan);
    job->progress = NULL;
    job->history = NULL;
    job->plan = NULL;
    malloc_trim(0); /* what comes next is larger: its memory should not stand beside this */
}
