/* explain: what each rule looks for, why it matters and what to do about it, in explain.def; and the same in general for every other
   message. */
#ifndef GYOKAKU_EXPLAIN_H
#define GYOKAKU_EXPLAIN_H
#include "base/buf.h"
#include "base/diag.h"

struct explanation {
    const char *looks, *why, *act, *example; /* a sentence or two each */
};
/* What is known of a rule; NULL: nothing of its own. */
const struct explanation *explain_rule(enum diag_id id);
/* Appends all that can be said of a message: its severity and sentence, its explanation or what to do in general. Plain text. */
void explain_put(enum diag_id id, struct buf *out);
/* Appends the manual of all rules that have an explanation: Markdown. */
void explain_manual(struct buf *out);
#endif
