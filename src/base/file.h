/* file: reading a whole file, and writing outputs all or nothing. Knows nothing of what is in them. */
#ifndef GYOKAKU_FILE_H
#define GYOKAKU_FILE_H
#include "base/buf.h"
#include "base/diag.h"

/* Reads at most `limit` bytes of `path` into `out` (freed by the caller with buf_free). False: told diag. */
bool file_read(const char *path, size_t limit, struct buf *out, struct diag *diag);

/* Outputs are made in memory, written beside their places under temporary names, synced, and renamed when all of them are
   safe: a full disk, a folder without write access or an interrupt leaves every former file as it was. */
struct outputs;
struct outputs *outputs_new(const char *folder);
/* Takes over the bytes of `content` and empties it. `name` is relative to the folder, with / between parts. */
void outputs_add(struct outputs *outputs, const char *name, struct buf *content);
/* Writes and renames everything. False: told diag, former files are whole, no temporary file is left. */
bool outputs_commit(struct outputs *outputs, struct diag *diag);
/* NULL is fine. Outputs that were not committed are dropped. */
void outputs_free(struct outputs *outputs);
#endif
