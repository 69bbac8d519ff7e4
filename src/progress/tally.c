/* tally: how many initiatives have which grade. Every initiative is counted once in each kind of row. */
#include <string.h>
#include "plan/charges.h"
#include "plan/groups.h"
#include "plan/life.h"
#include "progress/parts.h"

static bool could_be_graded(enum outcome outcome)
{
    return outcome != OUTCOME_NOT_APPLICABLE && outcome != OUTCOME_INTERIM && outcome != OUTCOME_NOT_EVALUATED &&
           outcome < OUTCOME_NOT_DUE;
}

static void count(struct tally *tally, const struct initiative_progress *one, unsigned index)
{
    const struct initiative_year *year = &one->year[index];
    const struct verdict *verdict = &year->verdict;
    if (!life_runs(one->initiative, year->year)) return;
    tally->initiatives++;
    tally->outcome[verdict->outcome]++;
    if (could_be_graded(verdict->outcome)) tally->denominator++;
    if (year->own_grade) tally->differing++;
    if (verdict->outcome != OUTCOME_GRADED) return;
    tally->graded[verdict->grade]++;
    if (verdict->measured) tally->measured[verdict->grade]++;
}

static struct tally row_new(const struct progress *progress, enum tally_by by, const char *label,
                            const struct group *group)
{
    unsigned grades = progress->judgement->count;
    return (struct tally){
        .by = by,
        .label = label,
        .group = group,
        .graded = arena_array(progress->arena, grades, sizeof(unsigned)),
        .measured = arena_array(progress->arena, grades, sizeof(unsigned)),
    };
}

/* The row of a department among those from `first` on; a new one at the end if it has none. */
static struct tally *department_row(const struct progress *progress, struct tally *tally, unsigned first,
                                    unsigned *rows, const char *department)
{
    for (unsigned i = first; i < *rows; i++)
        if (!strcmp(tally[i].label, department)) return &tally[i];
    tally[*rows] = row_new(progress, TALLY_DEPARTMENT, department, NULL);
    return &tally[(*rows)++];
}

/* The department that an initiative counts with in a year; NULL: it counts nowhere then. */
static const char *department_in(const struct progress *progress, unsigned ordinal, int year)
{
    const struct initiative *initiative = progress->initiative[ordinal].initiative;
    return life_runs(initiative, year) ? charges_in(initiative, year) : NULL;
}

static bool has_initiative(const struct progress *progress, int year, const char *department)
{
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const char *own = department_in(progress, i, year);
        if (own && !strcmp(own, department)) return true;
    }
    return false;
}

/* Departments in the plan's own order, those it does not list as they come. */
static void add_departments(const struct progress *progress, int year, struct tally *tally, unsigned first,
                            unsigned *rows)
{
    for (unsigned i = 0; i < progress->plan->departments; i++) {
        const char *name = progress->plan->department[i].name;
        if (has_initiative(progress, year, name)) department_row(progress, tally, first, rows, name);
    }
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const char *name = department_in(progress, i, year);
        if (name) department_row(progress, tally, first, rows, name);
    }
}

/* Those directly in the plan, then level by level their inner ones; the innermost level of all is listed with its initiatives. */
static void add_groups(const struct progress *progress, struct tally *tally, unsigned *rows)
{
    const struct plan *plan = progress->plan;
    for (unsigned i = 0; i < plan->groups; i++)
        if (groups_is_outermost(&plan->group[i]))
            tally[(*rows)++] = row_new(progress, TALLY_GROUP, plan->group[i].name, &plan->group[i]);
    for (unsigned level = 1; level + 1 < plan->levels; level++)
        for (unsigned i = 0; i < plan->groups; i++)
            if (plan->group[i].level == level && !groups_is_outermost(&plan->group[i]))
                tally[(*rows)++] = row_new(progress, TALLY_GROUP, plan->group[i].name, &plan->group[i]);
}

struct tally *tally_count(const struct progress *progress, int year, unsigned *rows)
{
    const struct plan *plan = progress->plan;
    unsigned index = 0;
    *rows = 0;
    if (!parts_index(progress, year, &index)) return NULL;
    struct tally *tally = arena_array(progress->arena, 1 + plan->groups + progress->initiatives, sizeof *tally);
    tally[(*rows)++] = row_new(progress, TALLY_ALL, "", NULL);
    add_groups(progress, tally, rows);
    unsigned departments = *rows;
    add_departments(progress, year, tally, departments, rows);
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const char *department = department_in(progress, i, year);
        if (!department) continue;
        count(&tally[0], &progress->initiative[i], index);
        count(department_row(progress, tally, departments, rows, department), &progress->initiative[i], index);
    }
    for (unsigned i = 1; i < departments; i++)
        for (unsigned k = 0; tally[i].group && k < tally[i].group->initiatives; k++)
            count(&tally[i], &progress->initiative[tally[i].group->first + k], index);
    return tally;
}

const struct tally *progress_tally(const struct progress *progress, int year, unsigned *rows)
{
    return tally_count(progress, year, rows);
}

unsigned tally_met(const unsigned *counts, const struct judgement *judgement)
{
    unsigned met = 0;
    for (unsigned i = 0; i < judgement->count; i++)
        if (judgement->grades[i].met) met += counts[i];
    return met;
}
