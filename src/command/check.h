/* check: the command that asks everything of the input and makes nothing but a list of what it found. */
#ifndef GYOKAKU_COMMAND_CHECK_H
#define GYOKAKU_COMMAND_CHECK_H
#include "command/job.h"

/* Reads the plan and all actuals, computes, and asks. What was found is told, and listed in check.html; with --format json it is
   written to standard output instead of being told. Status 1: errors, with --strict also warnings. */
void check_input(struct job *job);
/* The same without a format of its own, for commands that go on with the input. False: there are errors. */
bool check_before(struct job *job);
#endif
