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
/* The outermost group of an initiative; NULL: it stands directly in the plan. */
const struct group *groups_outermost(const struct plan *plan, const struct initiative *initiative);
/* Its place in the plan's list. */
unsigned groups_index(const struct plan *plan, const struct group *group);
/* Does the group hold the initiative with that ordinal, at any depth? */
bool groups_holds(const struct group *group, unsigned ordinal);
/* How many groups there are at `level`. */
unsigned groups_count(const struct plan *plan, unsigned level);
#endif
