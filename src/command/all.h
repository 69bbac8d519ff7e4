/* all: everything that the input has something for. */
#ifndef GYOKAKU_ALL_H
#define GYOKAKU_ALL_H
#include "command/job.h"

/* The plan and, when there are actuals, the newest year's report, its charts, and the web pages, which offer both papers. */
void all_make(struct job *job);
#endif
