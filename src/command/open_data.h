/* open_data: the command that makes the folder data: CSV and JSON. */
#ifndef GYOKAKU_OPEN_DATA_H
#define GYOKAKU_OPEN_DATA_H
#include "command/job.h"

/* The open data of plan and actuals; of the plan alone when there are no actuals. Faults are told to the job's diag; what was made is
   in its outputs. */
void open_data(struct job *job);

/* The same files for a folder of pages, as `add` is given them: names begin with data/, contents are handed over. Plan, actuals and results
   must be there. False: told. */
bool open_data_each(struct job *job, void (*add)(void *self, const char *name, struct buf *content), void *self);
#endif
