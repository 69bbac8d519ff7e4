/* records: outputs against the record of their making: gone, changed by hand, older than the input, or nobody's. Private to src/verify/. */
#ifndef GYOKAKU_RECORDS_H
#define GYOKAKU_RECORDS_H
#include "verify/verify.h"

/* A file below the folder that is to be looked at. */
struct record_file {
    const char *name; /* from the folder on, with / */
    const char *path;
    int year;     /* that its record says, -1: none */
    bool old;     /* an earlier year's, made of other input: as published; neither it nor its copies are compared */
    bool foreign; /* there is a record, and it does not know the file */
};
struct record_files {
    unsigned count;
    struct record_file *file; /* by name */
};

/* All files below the folder, in the order of their names, in the finding's arena. What the record says is checked and told. */
struct record_files records_check(struct finding *finding, const char *folder, const struct manifest *record,
                                  const struct verify_source *source);
#endif
