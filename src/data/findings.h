/* findings: what a check found, as JSON for other programs. */
#ifndef GYOKAKU_FINDINGS_H
#define GYOKAKU_FINDINGS_H
#include "base/buf.h"
#include "plan/plan.h"

/* Appends {"counts": {"error", "warning", "accepted"}, "findings": [{"rule", "severity", "file", "line", "about", "departments",
   "message", "accepted"}…]}, keys in this order, findings sorted by file and line; keys without a value are left out. `plan` may be NULL:
   it could not be read. */
void findings_json(const struct diag *diag, const struct plan *plan, struct buf *out);
#endif
