/* paper: the commands that make PDF files for paper and screen. */
#ifndef GYOKAKU_PAPER_H
#define GYOKAKU_PAPER_H
#include "command/job.h"

/* plan.pdf: the plan itself, without anything of a year. Faults are told to the job's diag; what was made is in its outputs. */
void paper_plan(struct job *job);
/* report-YEAR.pdf, and report.pdf when it is the newest. */
void paper_report(struct job *job);
/* briefing.pdf: slides for the council, of the newest year; of an earlier one it is briefing-YEAR.pdf. */
void paper_briefing(struct job *job);
#endif
