/* facts_check: what a check found, as the XML that its page's template is given. Knows no rule. */
#ifndef GYOKAKU_FACTS_CHECK_H
#define GYOKAKU_FACTS_CHECK_H
#include <libxml/tree.h>
#include "plan/plan.h"

/* <facts lang title municipality><finding …/>…<rule …/>…</facts>: findings sorted by file and line, each with the first
   department that answers for it; the rules that occur, with what is known of them. The caller frees it with xmlFreeDoc. Never NULL. */
xmlDoc *facts_check(const struct plan *plan, const struct diag *diag);
#endif
