/* late: which initiatives are late or not met, since when, and in which order they are listed. */
#include <stdlib.h>
#include <string.h>
#include "plan/life.h"
#include "progress/grade.h"
#include "progress/parts.h"

/* Of the grade that 未達成 is, or worse: what years are counted by. */
static bool is_unmet(const struct progress *progress, const struct verdict *verdict)
{
    return verdict->outcome == OUTCOME_GRADED && verdict->grade >= grade_unmet(progress->judgement);
}

/* Whatever does not count as 達成. */
static bool is_not_met(const struct progress *progress, const struct verdict *verdict)
{
    return verdict->outcome == OUTCOME_GRADED && !grade_is_met(progress->judgement, verdict->grade);
}

static bool says_late(const struct actual *actual)
{
    if (actual->declared == DECLARED_LATE) return true;
    for (unsigned i = 0; i < actual->steps; i++)
        if (actual->step[i].declared == DECLARED_LATE) return true;
    return false;
}

/* By 遅れて of an indicator, or by the department's own word for the whole sheet. */
bool late_said(const struct initiative_progress *initiative, unsigned index)
{
    const struct sheet_year *sheet = initiative->year[index].sheet;
    if (sheet && sheet->pace && sheet->pace->pace == PACE_LATE) return true;
    for (unsigned i = 0; i < initiative->indicators; i++) {
        const struct actual *actual = initiative->indicator[i].reading[index].actual;
        if (actual && says_late(actual)) return true;
    }
    return false;
}

unsigned late_years(const struct progress *progress, const struct initiative_progress *initiative, unsigned index)
{
    unsigned years = 0;
    for (unsigned i = index + 1; i-- > 0 && is_unmet(progress, &initiative->year[i].verdict);)
        years++;
    for (unsigned i = 0; i < initiative->indicators; i++) {
        const struct reading *reading = &initiative->indicator[i].reading[index];
        if (!reading->actual || !says_late(reading->actual)) continue;
        unsigned declared = reading->actual->in > reading->year ? (unsigned)(reading->actual->in - reading->year) : 1;
        if (declared > years) years = declared;
    }
    return years;
}

/* What is compared, taken out of the initiatives. */
struct entry {
    bool graded;
    unsigned grade, years, ordinal;
    const struct initiative_progress *initiative;
};

/* The ordinal is the order of ids in the plan: 1-10-1 comes after 1-9-1. */
static int by_weight(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->graded != b->graded) return a->graded ? -1 : 1;
    if (a->grade != b->grade) return a->grade > b->grade ? -1 : 1;
    if (a->years != b->years) return a->years > b->years ? -1 : 1;
    return a->ordinal < b->ordinal ? -1 : a->ordinal > b->ordinal;
}

void late_list(struct progress *progress)
{
    unsigned index = 0, count = 0;
    if (!parts_index(progress, progress->year, &index) || !progress->initiatives) return;
    struct entry *entry = arena_array(progress->arena, progress->initiatives, sizeof *entry);
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const struct initiative_progress *one = &progress->initiative[i];
        const struct initiative_year *year = &one->year[index];
        if (!life_runs(one->initiative, year->year)) continue;
        if (!is_not_met(progress, &year->verdict) && !year->said_late) continue;
        bool graded = year->verdict.outcome == OUTCOME_GRADED;
        entry[count++] = (struct entry){graded, graded ? year->verdict.grade : 0, year->years_late, one->ordinal, one};
    }
    qsort(entry, count, sizeof *entry, by_weight);
    progress->late_initiative = arena_array(progress->arena, count, sizeof(void *));
    for (unsigned i = 0; i < count; i++)
        progress->late_initiative[i] = entry[i].initiative;
    progress->late = count;
}
