/* verify: is what lies in the output folder what the input says? Reads published files back and compares; sees no writer, so that what
   one of them gets wrong is not excused by itself. */
#ifndef GYOKAKU_VERIFY_H
#define GYOKAKU_VERIFY_H
#include "base/manifest.h"
#include "verify/expect.h"
#include "verify/finding.h"

/* What the command knows and verify must not: how inputs are read and what a digest of them is made of. */
struct verify_source {
    void *self;
    /* The digest of the inputs of outputs that tell of no year after `year` (0: of none). */
    struct digest (*inputs)(void *self, int year);
    /* Plan, actuals and results as of the report of `year` (0: the newest); borrowed. NULL: that year has no actuals, or told. */
    const struct truth *(*truth)(void *self, int year);
    /* Is the name of a file one of the records themselves? */
    bool (*is_record)(const char *name);
    int newest;            /* year of actuals; 0: none */
    const char *templates; /* folder */
};
struct verify_figures {
    unsigned files;         /* that were read */
    unsigned long compared; /* values */
    unsigned long different;
};

/* Compares everything below `folder`, as `record` says it was made and as the input says it should be. Differences are told as errors. */
void verify_folder(const char *folder, const struct manifest *record, const struct verify_source *source,
                   struct verify_figures *figures, struct diag *diag);
#endif
