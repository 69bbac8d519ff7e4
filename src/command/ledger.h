/* ledger: the record of all outputs, gyokaku.manifest in the output folder: which bytes we wrote, and what they were made of. */
#ifndef GYOKAKU_LEDGER_H
#define GYOKAKU_LEDGER_H
#include "base/manifest.h"
#include "command/job.h"

/* Adds the record to the job's outputs, as the last of them: so it is renamed when all it tells of is in its place. Lines of other
   commands' outputs stay. Nothing if there are no outputs. */
void ledger_add(struct job *job);
/* Records a folder of pages, once it is written, by its own record `name` ("site.manifest"). False: told. */
bool ledger_record(struct job *job, const char *name);
/* The record that lies in the output folder. */
struct manifest *ledger_read(const struct options *options, struct diag *diag);
/* Its name, and what is a record and no output. */
extern const char LEDGER_NAME[];
bool ledger_is_record(const char *name);
#endif
