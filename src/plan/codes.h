/* codes: the codes and ids by which a plan's groups and initiatives are called, and what is wrong with them. Private to src/plan/. */
#ifndef GYOKAKU_CODES_H
#define GYOKAKU_CODES_H
#include "plan/plan.h"

/* Is it but a mark among neighbours (ア, ①, (1), 12), which may come again elsewhere in a plan? */
bool codes_is_mark(const char *code);
/* Gives every initiative the code that is printed for it: its own; those around it before it, where several have the same mark. */
void codes_settle(struct arena *arena, const struct plan *plan, struct initiative *initiative);
/* May files and pages be called so? Not what a page of its own, or a system, is called. */
bool codes_may_be_id(const char *id);
#endif
