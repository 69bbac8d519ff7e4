/* groups: the way from an initiative or a group outwards. All take indices of the plan's lists and hand back what the plan owns. */
#ifndef GYOKAKU_GROUPS_H
#define GYOKAKU_GROUPS_H
#include "plan/plan.h"

/* The group by index; NULL for GROUP_NONE. */
const struct group *groups_get(const struct plan *plan, int index);
/* The innermost group of an initiative; NULL: it stands directly in the plan. */
const struct group *groups_of(const struct plan *plan, const struct initiative *initiative);
/* The group at `level` (0: the outermost) that is `group` or holds it; NULL: it has none there. `group` may be NULL. */
const struct group *groups_at(const struct plan *plan, const struct group *group, unsigned level);
/* The outermost group of an initiative, which stands directly in the plan; NULL: none, the initiative itself does. */
const struct group *groups_outermost(const struct plan *plan, const struct initiative *initiative);
/* Its place in the plan's list. */
unsigned groups_index(const struct plan *plan, const struct group *group);
/* Does the group hold the initiative with that ordinal, at any depth? */
bool groups_holds(const struct group *group, unsigned ordinal);
/* The initiative that a reference means: by its id, else by its code, where only one has it. Its ordinal; the number of initiatives: none,
   or more than one, which *many says. */
unsigned groups_refer(const struct plan *plan, const char *ref, bool *many);
/* Makes ready what groups_refer looks up, once all initiatives are there. */
void groups_sort_refs(struct plan *plan);
/* Does it stand directly in the plan? */
bool groups_is_outermost(const struct group *group);
/* How many groups stand directly in the plan. */
unsigned groups_outermost_count(const struct plan *plan);
/* Does the plan have policies, items in them and initiatives in those, and nothing else? */
bool groups_are_plain(const struct plan *plan);
/* How lists of all groups call it: by its name; by its place, too, where names may come again. In `arena`, or the group's. */
const char *groups_title(struct arena *arena, const struct group *group);
/* Is any initiative printed by another name than its id? */
bool groups_have_ids(const struct plan *plan);
/* What tells a group from others of its level: its code as given, else its path. */
const char *groups_place(const struct group *group);
#endif
