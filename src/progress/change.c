/* change: how many initiatives stand better, the same or worse than a year before. */
#include "plan/life.h"
#include "progress/parts.h"

void change_count(struct progress *progress)
{
    unsigned now = 0, before = 0;
    struct change *change = &progress->change;
    if (!progress->tallies_before || !parts_index(progress, progress->year, &now) ||
        !parts_index(progress, progress->year - 1, &before))
        return;
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const struct verdict *a = &progress->initiative[i].year[before].verdict;
        const struct verdict *b = &progress->initiative[i].year[now].verdict;
        if (!life_runs(progress->initiative[i].initiative, progress->year)) continue;
        if (a->outcome != OUTCOME_GRADED || b->outcome != OUTCOME_GRADED)
            change->other++;
        else if (a->grade == b->grade)
            change->same++;
        else if (b->grade < a->grade)
            change->better++;
        else
            change->worse++;
    }
}
