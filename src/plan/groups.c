/* groups: see groups.h. */
#include "plan/groups.h"

const struct group *groups_get(const struct plan *plan, int index)
{
    return index == GROUP_NONE ? NULL : &plan->group[index];
}

const struct group *groups_of(const struct plan *plan, const struct initiative *initiative)
{
    return groups_get(plan, initiative->group);
}

const struct group *groups_at(const struct plan *plan, const struct group *group, unsigned level)
{
    while (group && group->level > level)
        group = groups_get(plan, group->parent);
    return group && group->level == level ? group : NULL;
}

const struct group *groups_outermost(const struct plan *plan, const struct initiative *initiative)
{
    return groups_at(plan, groups_of(plan, initiative), 0);
}

unsigned groups_index(const struct plan *plan, const struct group *group)
{
    return (unsigned)(group - plan->group);
}

bool groups_holds(const struct group *group, unsigned ordinal)
{
    return ordinal >= group->first && ordinal - group->first < group->initiatives;
}

unsigned groups_count(const struct plan *plan, unsigned level)
{
    unsigned count = 0;
    for (unsigned i = 0; i < plan->groups; i++)
        count += plan->group[i].level == level;
    return count;
}
