/* editions: publications are folders named by their day; anything else is a path. */
#include "command/editions.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char PUBLISHED[] = "published";

/* Where the edition lies. */
static void path_of(struct job *job, const char *name, char *path, size_t size)
{
    struct date date;
    struct stat there;
    bool is_day = date_parse(name, &date);
    int length = is_day ? snprintf(path, size, "%s/%s/%s", job->options->input, PUBLISHED, name)
                        : snprintf(path, size, "%s", name);
    if (length < 0 || (size_t)length >= size || (is_day && stat(path, &there) != 0)) snprintf(path, size, "%s", name);
}

static bool is_folder(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && S_ISDIR(there.st_mode);
}

static bool is_there(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0;
}

bool editions_is_plan(struct job *job, const char *name)
{
    char path[JOB_LONGEST_PATH];
    path_of(job, name, path, sizeof path);
    return is_there(path) && !is_folder(path);
}

static bool read_all(const char *folder, const char *plan, bool plan_only, struct edition_input *out, struct diag *diag)
{
    char actuals[2 * JOB_LONGEST_PATH];
    out->plan = plan_read(plan, diag);
    if (!out->plan || plan_only) return out->plan != NULL;
    snprintf(actuals, sizeof actuals, "%s/actuals", folder);
    out->history = history_read(actuals, out->plan, 0, diag);
    if (out->history) out->progress = progress_new(out->plan, out->history, 0, diag);
    return out->history != NULL;
}

bool editions_read(struct job *job, const char *name, bool plan_only, struct edition_input *out, struct diag *diag)
{
    char path[JOB_LONGEST_PATH], plan[2 * JOB_LONGEST_PATH];
    path_of(job, name, path, sizeof path);
    if (!is_there(path)) {
        DIAG(diag, DIFF_NOTHING_THERE, NULL, 0, name);
        return false;
    }
    bool folder = is_folder(path);
    snprintf(plan, sizeof plan, folder ? "%s/plan.xml" : "%s", path);
    struct diag *own = diag_new();
    bool read = read_all(path, plan, plan_only || !folder, out, own);
    if (!read) diag_merge(diag, own);
    diag_free(own);
    if (!read) editions_free(out);
    return read;
}

struct diff_edition editions_view(const struct edition_input *input)
{
    return (struct diff_edition){input->plan, input->history, input->progress};
}

void editions_free(struct edition_input *input)
{
    progress_free(input->progress);
    history_free(input->history);
    plan_free(input->plan);
    *input = (struct edition_input){0};
}

/* ---- publications ---- */

void editions_day(struct date date, char day[EDITIONS_DAY])
{
    if (!date.month)
        snprintf(day, EDITIONS_DAY, "%04d", date.year);
    else if (!date.day)
        snprintf(day, EDITIONS_DAY, "%04d-%02d", date.year, date.month);
    else
        snprintf(day, EDITIONS_DAY, "%04d-%02d-%02d", date.year, date.month, date.day);
}

void editions_newest(struct job *job, const struct date *published, char day[EDITIONS_DAY])
{
    char path[JOB_LONGEST_PATH], limit[EDITIONS_DAY] = "";
    struct date date;
    *day = '\0';
    if (published) editions_day(*published, limit);
    if (!job_input_path(job, PUBLISHED, path, sizeof path)) return;
    DIR *folder = opendir(path);
    for (const struct dirent *entry; folder && (entry = readdir(folder));) {
        const char *name = entry->d_name;
        /* As text: a day without its month or day of the month comes before those that have them. */
        if (strlen(name) >= EDITIONS_DAY || !date_parse(name, &date) || strcmp(name, day) <= 0) continue;
        if (!*limit || strcmp(name, limit) < 0) memcpy(day, name, strlen(name) + 1);
    }
    if (folder) closedir(folder);
}
