/* schema: the command that writes what the files of input/ may hold, for XML editors, into INPUT/schema/. */
#ifndef GYOKAKU_COMMAND_SCHEMA_H
#define GYOKAKU_COMMAND_SCHEMA_H
#include "command/job.h"

/* Writes at once, and tells the job's diag when it could not. */
void schema_write(struct job *job);
#endif
