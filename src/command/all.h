/* all: everything that the input has something for. */
#ifndef GYOKAKU_ALL_H
#define GYOKAKU_ALL_H
#include "command/job.h"

/* First a check of the input, which ends it when there are errors. The plan and, when there are actuals, the newest year's report, slides, charts and the web pages, which offer both. */
void all_make(struct job *job);
#endif
