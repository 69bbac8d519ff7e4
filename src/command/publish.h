/* publish: the command that keeps what is published, so that later editions can be compared with it. */
#ifndef GYOKAKU_PUBLISH_H
#define GYOKAKU_PUBLISH_H
#include "command/job.h"

/* Copies plan.xml and every other XML file of the input's folder, and those of actuals/, to published/DAY/ in the input: the day on which the newest actuals
   are published, of a plan alone the plan's. All or nothing; a copy of that day that is not the same is never touched: told. The
   input must be readable. Prints where the copy is. */
void publish(struct job *job);
#endif
