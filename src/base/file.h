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
/* What was added under that name, or NULL; borrowed until the outputs are freed. */
const struct buf *outputs_find(const struct outputs *outputs, const char *name);
/* The output `index` in their order, with its name; NULL: there are no more. */
const struct buf *outputs_at(const struct outputs *outputs, unsigned index, const char **name);
/* Writes and renames everything. False: told diag, former files are whole, no temporary file is left. */
bool outputs_commit(struct outputs *outputs, struct diag *diag);
/* NULL is fine. Outputs that were not committed are dropped. */
void outputs_free(struct outputs *outputs);

/* What those who write share. Why the system refused, in the words of our messages; its own words where a clerk would hardly ever see
   them. */
const char *file_reason(int error);
/* FOLDER/NAMESUFFIX; the caller frees it. */
char *file_join(const char *folder, const char *name, const char *suffix);
/* FOLDER/.NAME.part for FOLDER/NAME: always the same name, so that what a killed run left is written over by the next one. The caller
   frees it. */
char *file_temporary(const char *path);
/* Makes every folder above `path`, as mkdir -p does; `path` is changed meanwhile. False: errno. */
bool file_make_folders(char *path);
/* Writes all of it. False: errno. */
bool file_put(int fd, const char *data, size_t size);
#endif
