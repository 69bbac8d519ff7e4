/* ledger: see ledger.h. It lies visibly beside the outputs: a hidden file is lost when the folder is copied, and not hidden everywhere. */
#include "command/ledger.h"
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "command/inputs.h"

const char LEDGER_NAME[] = "gyokaku.manifest";
static const char SUFFIX[] = ".manifest";

/* Nothing of a year is in these, whatever else the command that made them has read. */
static const char *const WITHOUT_YEARS[] = {"plan.pdf"};

bool ledger_is_record(const char *name)
{
    size_t length = strlen(name), suffix = strlen(SUFFIX);
    return length > suffix && !strchr(name, '/') && !strcmp(name + length - suffix, SUFFIX);
}

struct manifest *ledger_read(const struct options *options, struct diag *diag)
{
    char *path = file_join(options->output, LEDGER_NAME, "");
    struct manifest *manifest = manifest_read(path, diag);
    free(path);
    return manifest;
}

static bool has_years(const char *name)
{
    for (size_t i = 0; i < sizeof WITHOUT_YEARS / sizeof *WITHOUT_YEARS; i++)
        if (!strcmp(name, WITHOUT_YEARS[i])) return false;
    return true;
}

static void add_record(struct outputs *outputs, const struct manifest *manifest)
{
    struct buf text = {0};
    manifest_text(manifest, &text);
    outputs_add(outputs, LEDGER_NAME, &text);
}

void ledger_add(struct job *job)
{
    const char *name;
    if (!outputs_at(job->outputs, 0, &name)) return;
    struct manifest *manifest = ledger_read(job->options, job->diag);
    int year = inputs_newest_year(job->options);
    struct digest with = inputs_digest(job->options, year), without = inputs_digest(job->options, 0);
    const struct buf *content;
    for (unsigned i = 0; (content = outputs_at(job->outputs, i, &name)); i++) {
        bool years = has_years(name);
        manifest_put(manifest, name, content, years ? year : 0, years ? &with : &without);
    }
    add_record(job->outputs, manifest);
    manifest_free(manifest);
}

static bool write_record(struct job *job, const struct manifest *manifest)
{
    struct outputs *outputs = outputs_new(job->options->output);
    add_record(outputs, manifest);
    bool fine = outputs_commit(outputs, job->diag);
    outputs_free(outputs);
    return fine;
}

/* Its own record tells when each page was written; ours is of what was written, the same in every run. */
bool ledger_record(struct job *job, const char *name)
{
    struct buf content = {0};
    char *path = file_join(job->options->output, name, "");
    struct manifest *pages = manifest_read(path, job->diag), *manifest = ledger_read(job->options, job->diag);
    struct buf former = {0}, now = {0};
    bool fine = true;
    int year = inputs_newest_year(job->options);
    struct digest inputs = inputs_digest(job->options, year);
    manifest_text(manifest, &former);
    manifest_text(pages, &content);
    manifest_put(manifest, name, &content, year, &inputs);
    manifest_text(manifest, &now);
    if (former.size != now.size || memcmp(former.data, now.data, now.size) != 0) fine = write_record(job, manifest);
    buf_free(&former);
    buf_free(&now);
    manifest_free(manifest);
    manifest_free(pages);
    buf_free(&content);
    free(path);
    return fine;
}
