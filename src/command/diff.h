/* diff: the command that tells two editions apart. */
#ifndef GYOKAKU_COMMAND_DIFF_H
#define GYOKAKU_COMMAND_DIFF_H
#include "command/job.h"

/* Compares the editions that the two operands name (editions.h). The list goes to standard output, with --format json as data, and to
   diff.html in the outputs. Status 0, whether anything differs or not: a difference is no fault. */
void diff_editions(struct job *job);
#endif
