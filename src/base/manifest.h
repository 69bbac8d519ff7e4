/* manifest: the record of what was made: each output's bytes, and the inputs they were made of. Knows nothing of what is in them. */
#ifndef GYOKAKU_MANIFEST_H
#define GYOKAKU_MANIFEST_H
#include "base/folder.h"

struct manifest_entry {
    const char *name; /* relative to the folder of the record, with / between parts, without . and .. */
    long long size;
    struct digest digest; /* of its bytes */
    int year;             /* the last year of actuals that it may hold; 0: none */
    struct digest inputs; /* of what it was made of; empty where the record does not say it for each file */
};
struct manifest;

/* An empty record. Never NULL. */
struct manifest *manifest_new(void);
/* The record at `path`, of outputs or of a folder of pages (base/folder.h). A file that is not there is an empty record; one that
   is damaged is, too, and told as a warning. */
struct manifest *manifest_read(const char *path, struct diag *diag);
void manifest_free(struct manifest *manifest);

/* All entries, by name. */
const struct manifest_entry *const *manifest_entries(const struct manifest *manifest, unsigned *count);
const struct manifest_entry *manifest_find(const struct manifest *manifest, const char *name);
/* Adds an output, or takes the place of the one with that name. All is copied; size and digest are those of `content`. */
void manifest_put(struct manifest *manifest, const char *name, const struct buf *content, int year,
                  const struct digest *inputs);
/* The record as text, the same for the same entries in any order. */
void manifest_text(const struct manifest *manifest, struct buf *out);
#endif
