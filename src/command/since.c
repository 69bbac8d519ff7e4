/* since: the copy is read, compared and forgotten. */
#include "command/since.h"
#include "command/editions.h"
#include "document/facts_diff.h"

/* Of the year that is reported; NULL: not said. */
static const struct date *published(const struct job *job)
{
    const struct history *history = job->history;
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->year == job->progress->year && history->year[i]->has_published)
            return &history->year[i]->published;
    return NULL;
}

void since_add(struct job *job, xmlDoc *facts)
{
    char day[EDITIONS_DAY];
    struct date date;
    struct edition_input before = {0};
    editions_newest(job, published(job), day);
    if (!*day || !date_parse(day, &date)) return;
    struct diag *unheard = diag_new();
    if (editions_read(job, day, false, &before, unheard)) {
        const struct diff_edition old = editions_view(&before);
        const struct diff_edition new = {job->plan, job->history, job->progress};
        struct diff *diff = diff_new(&old, &new);
        facts_diff_add_since(facts, diff, date);
        diff_free(diff);
    } else {
        DIAG(job->diag, SINCE_UNREADABLE, job->options->input, 0, day, job->options->input);
    }
    editions_free(&before);
    diag_free(unheard);
    clock_stage(&job->clock, "前回の公表との比較", "");
}
