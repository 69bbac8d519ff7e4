/* groups: see groups.h. */
#include "plan/groups.h"
#include <string.h>

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
    const struct group *group = groups_of(plan, initiative);
    while (group && group->parent != GROUP_NONE)
        group = &plan->group[group->parent];
    return group;
}

unsigned groups_index(const struct plan *plan, const struct group *group)
{
    return (unsigned)(group - plan->group);
}

bool groups_holds(const struct group *group, unsigned ordinal)
{
    return ordinal >= group->first && ordinal - group->first < group->initiatives;
}

unsigned groups_refer(const struct plan *plan, const char *ref, bool *many)
{
    unsigned found = plan->initiatives, codes = 0;
    *many = false;
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (!strcmp(plan->initiative[i].id, ref)) return i;
    for (unsigned i = 0; i < plan->initiatives; i++) {
        const struct initiative *one = &plan->initiative[i];
        if (strcmp(one->code, ref) != 0 && (!one->own_code || strcmp(one->own_code, ref) != 0)) continue;
        found = i;
        codes++;
    }
    *many = codes > 1;
    return codes == 1 ? found : plan->initiatives;
}

bool groups_is_outermost(const struct group *group)
{
    return group->parent == GROUP_NONE;
}

unsigned groups_outermost_count(const struct plan *plan)
{
    unsigned count = 0;
    for (unsigned i = 0; i < plan->groups; i++)
        count += groups_is_outermost(&plan->group[i]);
    return count;
}

bool groups_are_plain(const struct plan *plan)
{
    enum { PLAIN = 2 };
    for (unsigned i = 0; i < plan->groups; i++)
        if (groups_is_outermost(&plan->group[i]) != !plan->group[i].level) return false;
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (plan->initiative[i].group == GROUP_NONE || plan->group[plan->initiative[i].group].level + 1 != PLAIN)
            return false;
    return plan->levels == PLAIN;
}

const char *groups_place(const struct group *group)
{
    return group->has_code ? group->code : group->path;
}

const char *groups_title(struct arena *arena, const struct group *group)
{
    if (groups_is_outermost(group) && !group->has_code) return group->name;
    return arena_printf(arena, "%s　%s", groups_place(group), group->name);
}

bool groups_have_ids(const struct plan *plan)
{
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (strcmp(plan->initiative[i].id, plan->initiative[i].code) != 0) return true;
    return false;
}

const struct initiative *groups_initiative(const struct plan *plan, const char *ref)
{
    bool many = false;
    unsigned ordinal = groups_refer(plan, ref, &many);
    return ordinal < plan->initiatives ? &plan->initiative[ordinal] : NULL;
}
