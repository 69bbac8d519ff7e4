/* web: the command that makes the web pages. They are written after all other outputs, which they offer for download. */
#ifndef GYOKAKU_WEB_H
#define GYOKAKU_WEB_H
#include "command/job.h"

/* Makes output/site/ (with --fragment output/fragment/) of all years that have actuals, in memory; nothing if it is as it was made last
   time from the same inputs. Faults are told to the job's diag. */
void web_site(struct job *job);
/* Writes what web_site made, if anything, once the other outputs are written, and puts it into the record of outputs. */
void web_commit(struct job *job);
/* NULL is fine. */
void web_free(struct web *web);
#endif
