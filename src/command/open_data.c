/* open_data: the files of data/, with the schema that explains them to programs. */
#include "command/open_data.h"
#include <stdio.h>
#include "data/data.h"

static const char SCHEMA[] = "data.schema.json";
enum { LARGEST_SCHEMA = 1 << 20 };

static void into_outputs(void *job, const char *name, struct buf *content)
{
    outputs_add(((struct job *)job)->outputs, name, content);
}

static bool read_schema(struct job *job, struct buf *schema)
{
    char path[JOB_LONGEST_PATH];
    int length = snprintf(path, sizeof path, "%s/schema/%s", job->options->templates, SCHEMA);
    if (length >= 0 && (size_t)length < sizeof path) return file_read(path, LARGEST_SCHEMA, schema, job->diag);
    DIAG(job->diag, FILE_MISSING, job->options->templates, 0, NULL);
    return false;
}

bool open_data_each(struct job *job, void (*add)(void *self, const char *name, struct buf *content), void *self)
{
    struct data_file files[DATA_FILES] = {{0}};
    struct buf schema = {0};
    char path[64];
    if (!read_schema(job, &schema)) return false;
    snprintf(path, sizeof path, "data/%s", SCHEMA);
    add(self, path, &schema);
    buf_free(&schema);
    unsigned count = data_make(job->plan, job->history, job->progress, files);
    for (unsigned i = 0; i < count; i++) {
        snprintf(path, sizeof path, "data/%s", files[i].name);
        add(self, path, &files[i].content);
        buf_free(&files[i].content);
    }
    return true;
}

void open_data(struct job *job)
{
    if (!job_read_plan(job) || !job_read_history(job)) return;
    bool has_report = job_has_year(job) || job->options->year;
    if (has_report && !job_compute(job)) return;
    if (!open_data_each(job, into_outputs, job)) return;
    clock_stage(&job->clock, "オープンデータ", "");
}
