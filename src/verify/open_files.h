/* open_files: the open data read back, CSV and JSON alike: each file against what the input says. */
#ifndef GYOKAKU_OPEN_FILES_H
#define GYOKAKU_OPEN_FILES_H
#include "base/buf.h"
#include "verify/expect.h"
#include "verify/finding.h"

/* `name` is the last part of the path. Files that are not known (columns.csv, which explains the others) are left to the record of
   outputs. */
void open_files_check(struct finding *finding, const struct truth *truth, const char *path, const char *name,
                      const struct buf *content);
#endif
