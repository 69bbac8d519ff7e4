/* publish: the files are written into a folder of another name, which gets its own when all of them are safe. */
#define _XOPEN_SOURCE 700
#include "command/publish.h"
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "command/editions.h"

enum { LARGEST_FILE = 1 << 28, MOST_OPEN = 8 };
static const char *const FOLDERS[] = {"", "actuals/"};

/* What goes where. */
struct copy {
    struct job *job;
    struct arena *arena;
    const char *final, *temporary; /* folders */
    GPtrArray *name;               /* of the files, below the input's folder, in order; strings of the arena */
};

/* ---- which files ---- */

/* What the program reads: not hidden, not what an editor left (plan.xml~, plan.xml.bak, #plan.xml#, ~$plan.xml). */
static bool is_input(const char *name)
{
    static const char SUFFIX[] = ".xml";
    size_t length = strlen(name);
    bool fits = length >= sizeof SUFFIX && !strcmp(name + length - (sizeof SUFFIX - 1), SUFFIX);
    return fits && !strchr(".#~", *name);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Those of one folder, `in` with a slash at its end or "". */
static void find_files(struct copy *copy, const char *root, const char *in)
{
    struct stat there;
    DIR *folder = opendir(arena_printf(copy->arena, "%s/%s", root, in));
    for (const struct dirent *entry; folder && (entry = readdir(folder));) {
        const char *path = arena_printf(copy->arena, "%s/%s%s", root, in, entry->d_name);
        if (is_input(entry->d_name) && stat(path, &there) == 0 && S_ISREG(there.st_mode))
            g_ptr_array_add(copy->name, arena_printf(copy->arena, "%s%s", in, entry->d_name));
    }
    if (folder) closedir(folder);
}

static GPtrArray *find_all(struct copy *copy, const char *root)
{
    GPtrArray *before = copy->name;
    copy->name = g_ptr_array_new();
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++)
        find_files(copy, root, FOLDERS[i]);
    g_ptr_array_sort(copy->name, by_name);
    GPtrArray *found = copy->name;
    copy->name = before;
    return found;
}

static bool read_file(struct copy *copy, const char *folder, const char *name, struct buf *out)
{
    return file_read(arena_printf(copy->arena, "%s/%s", folder, name), LARGEST_FILE, out, copy->job->diag);
}

/* ---- a copy of that day ---- */

static bool same_file(struct copy *copy, const char *name)
{
    struct buf own = {0}, other = {0};
    bool same = read_file(copy, copy->job->options->input, name, &own) && read_file(copy, copy->final, name, &other) &&
                own.size == other.size && (!own.size || !memcmp(own.data, other.data, own.size));
    buf_free(&own);
    buf_free(&other);
    return same;
}

static bool same_as_copy(struct copy *copy)
{
    GPtrArray *there = find_all(copy, copy->final);
    bool same = there->len == copy->name->len;
    for (guint i = 0; same && i < there->len; i++)
        same = !strcmp(there->pdata[i], copy->name->pdata[i]) && same_file(copy, there->pdata[i]);
    g_ptr_array_free(there, TRUE);
    return same;
}

/* ---- a new copy ---- */

static int remove_one(const char *path, const struct stat *there, int kind, struct FTW *walk)
{
    (void)there, (void)kind, (void)walk;
    return remove(path);
}

/* Also what a run that was killed has left. */
static void remove_temporary(const struct copy *copy)
{
    nftw(copy->temporary, remove_one, MOST_OPEN, FTW_DEPTH | FTW_PHYS);
}

static bool write_files(struct copy *copy)
{
    struct outputs *outputs = outputs_new(copy->temporary);
    bool fine = true;
    for (guint i = 0; fine && i < copy->name->len; i++) {
        struct buf content = {0};
        fine = read_file(copy, copy->job->options->input, copy->name->pdata[i], &content);
        if (fine) outputs_add(outputs, copy->name->pdata[i], &content);
    }
    fine = fine && outputs_commit(outputs, copy->job->diag);
    outputs_free(outputs);
    return fine;
}

static void make_copy(struct copy *copy)
{
    remove_temporary(copy);
    bool written = write_files(copy);
    if (written && rename(copy->temporary, copy->final) != 0) {
        DIAG(copy->job->diag, OUTPUT_FAILED, copy->final, 0, file_reason(errno));
        written = false;
    }
    if (!written) remove_temporary(copy);
}

static void copy_input(struct copy *copy)
{
    struct stat there;
    if (stat(copy->final, &there) != 0)
        make_copy(copy);
    else if (same_as_copy(copy))
        DIAG(copy->job->diag, PUBLISH_SAME, copy->final, 0, NULL);
    else if (diag_status(copy->job->diag) == 0)
        DIAG(copy->job->diag, PUBLISH_DIFFERS, copy->final, 0, NULL);
}

/* ---- the whole ---- */

/* NULL: told. */
static const struct date *day_of(struct job *job)
{
    const struct history *history = job->history;
    if (!history->years) return &job->plan->date;
    const struct actuals *newest = history->year[history->years - 1];
    if (newest->has_published) return &newest->published;
    DIAG(job->diag, PUBLISH_NO_DATE, newest->file, 0, NULL);
    return NULL;
}

void publish(struct job *job)
{
    if (!job_read_plan(job) || !job_read_history(job)) return;
    const struct date *date = day_of(job);
    if (!date) return;
    char day[EDITIONS_DAY];
    editions_day(*date, day);
    struct copy copy = {.job = job, .arena = arena_new()};
    copy.final = arena_printf(copy.arena, "%s/published/%s", job->options->input, day);
    copy.temporary = arena_printf(copy.arena, "%s/published/.%s.part", job->options->input, day);
    copy.name = find_all(&copy, job->options->input);
    copy_input(&copy);
    if (diag_status(job->diag) == 0) puts(copy.final);
    g_ptr_array_free(copy.name, TRUE);
    arena_free(copy.arena);
}
