/* verify: the command that compares what lies in the output folder with the input. */
#ifndef GYOKAKU_COMMAND_VERIFY_H
#define GYOKAKU_COMMAND_VERIFY_H
#include "command/job.h"

/* Makes nothing; prints how much was compared. Differences are errors, told to the job's diag. */
void verify_outputs(struct job *job);
#endif
