/* import: a word processor's document as plan.xml on standard output. */
#ifndef GYOKAKU_IMPORT_H
#define GYOKAKU_IMPORT_H
#include "command/job.h"

void import_plan(struct job *job);
#endif
