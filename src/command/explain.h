/* explain: the command that says what a rule is about. */
#ifndef GYOKAKU_COMMAND_EXPLAIN_H
#define GYOKAKU_COMMAND_EXPLAIN_H
#include "command/job.h"

/* Writes to standard output what there is to say of the rule that the operand names; of "all", the manual of the rules of check. A name
   that is none is told, with the nearest. */
void explain(struct job *job);
#endif
