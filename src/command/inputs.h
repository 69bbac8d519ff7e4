/* inputs: what a folder of outputs was made from, as one digest: if it is the same as last time, nothing need be made. */
#ifndef GYOKAKU_INPUTS_H
#define GYOKAKU_INPUTS_H
#include "base/folder.h"
#include "command/job.h"

/* Adds every file below `path`, or the file itself, with its name; in the order of their names. What cannot be read counts as a change. */
void inputs_add(struct digester *digester, const char *path);
/* Adds a word, and where it ends. */
void inputs_word(struct digester *digester, const char *word);
/* Adds the program itself: another build may make other files. */
void inputs_program(struct digester *digester);

/* What an output is made of that tells of no year after `year` (0: of none): the program's version, the plan and what lies beside it,
   the actuals up to that year, the templates and the fonts' settings. The folders' own places do not count, nor do an editor's
   hidden files and copies. */
struct digest inputs_digest(const struct options *options, int year);
/* The newest year that the options let be read and that has a file of actuals; 0: none. */
int inputs_newest_year(const struct options *options);
#endif
