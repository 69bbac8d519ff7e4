/* groups: see groups.h. */
#include "plan/groups.h"
#include <stdlib.h>
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

/* --- references --- */

static int by_text(const void *left, const void *right)
{
    const struct plan_ref *a = left, *b = right;
    int order = strcmp(a->text, b->text);
    if (order) return order;
    return a->ordinal < b->ordinal ? -1 : a->ordinal > b->ordinal;
}

void groups_sort_refs(struct plan *plan)
{
    struct plan_ref *id = arena_array(plan->arena, plan->initiatives, sizeof *id);
    struct plan_ref *code = arena_array(plan->arena, 2 * (size_t)plan->initiatives, sizeof *code);
    plan->codes = 0;
    for (unsigned i = 0; i < plan->initiatives; i++) {
        const struct initiative *one = &plan->initiative[i];
        id[i] = (struct plan_ref){one->id, i};
        code[plan->codes++] = (struct plan_ref){one->code, i};
        if (one->own_code && strcmp(one->own_code, one->code) != 0)
            code[plan->codes++] = (struct plan_ref){one->own_code, i};
    }
    if (plan->initiatives) qsort(id, plan->initiatives, sizeof *id, by_text);
    if (plan->codes) qsort(code, plan->codes, sizeof *code, by_text);
    plan->by_id = id;
    plan->by_code = code;
}

/* The first that is not before `text`; `count`: none. */
static unsigned lower_bound(const struct plan_ref *list, unsigned count, const char *text)
{
    unsigned low = 0, high = count;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (strcmp(list[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

unsigned groups_refer(const struct plan *plan, const char *ref, bool *many)
{
    unsigned at = lower_bound(plan->by_id, plan->initiatives, ref);
    *many = false;
    if (at < plan->initiatives && !strcmp(plan->by_id[at].text, ref)) return plan->by_id[at].ordinal;
    at = lower_bound(plan->by_code, plan->codes, ref);
    if (at == plan->codes || strcmp(plan->by_code[at].text, ref) != 0) return plan->initiatives;
    *many = at + 1 < plan->codes && !strcmp(plan->by_code[at + 1].text, ref);
    return *many ? plan->initiatives : plan->by_code[at].ordinal;
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
