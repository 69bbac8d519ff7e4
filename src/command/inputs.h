/* inputs: what a folder of outputs was made from, as one digest: if it is the same as last time, nothing need be made. */
#ifndef GYOKAKU_INPUTS_H
#define GYOKAKU_INPUTS_H
#include "base/folder.h"

/* Adds every file below `path`, or the file itself, with its name; in the order of their names. What cannot be read counts as a change. */
void inputs_add(struct digester *digester, const char *path);
/* Adds a word, and where it ends. */
void inputs_word(struct digester *digester, const char *word);
/* Adds the program itself: another build may make other files. */
void inputs_program(struct digester *digester);
#endif
