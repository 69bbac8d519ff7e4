/* since: what changed since the last publication, for those who make a report or pages. */
#ifndef GYOKAKU_SINCE_H
#define GYOKAKU_SINCE_H
#include <libxml/tree.h>
#include "command/job.h"

/* Adds to the facts of the job's report what changed since the newest copy in input/published that is older than the report. Without one
   nothing; one that cannot be read is told, as a warning. Plan, actuals and results must be there. */
void since_add(struct job *job, xmlDoc *facts);
#endif
