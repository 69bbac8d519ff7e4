/* charts: every chart of the year as files to be pasted elsewhere: SVG, SVG without text, PNG; and a page that shows them. */
#ifndef GYOKAKU_CHARTS_H
#define GYOKAKU_CHARTS_H
#include "command/job.h"

struct charts;
/* Makes the folder charts/ of the report's figures, and of the briefing's where the templates have one. Faults are told to the job's diag; what is to
   be written is in job->charts. */
void charts_make(struct job *job);
/* Writes the files that changed; when the outputs have been written. */
void charts_commit(struct job *job);
/* NULL is fine. */
void charts_free(struct charts *charts);
#endif
