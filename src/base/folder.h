/* folder: an output folder of many files of which only those are written whose content changed. A manifest says what we made there and
   from what; what it does not name is never touched. Knows nothing of what is in the files. */
#ifndef GYOKAKU_FOLDER_H
#define GYOKAKU_FOLDER_H
#include "base/buf.h"
#include "base/diag.h"

/* 128 bits, as hexadecimal digits: tells changes apart, proves nothing against a forger. */
struct digest {
    char text[33];
};
struct digester;
struct digester *digester_new(void);
void digester_put(struct digester *digester, const void *bytes, size_t size);
struct digest digester_end(struct digester *digester); /* frees it */

struct folder;
/* `path` need not exist; `manifest` is a file outside of it. A manifest that is damaged counts as none, with a warning. Never NULL. */
struct folder *folder_new(const char *path, const char *manifest, struct diag *diag);
void folder_free(struct folder *folder);

/* Was all of it made from inputs of this digest, and does every file still have the size and time that it had then? */
bool folder_is_current(const struct folder *folder, const struct digest *inputs);

/* Takes over the bytes of `content` and empties it. `name` is relative, with / between parts, without . and ..; each once. */
void folder_add(struct folder *folder, const char *name, struct buf *content);

struct folder_figures {
    unsigned written, removed, unchanged, foreign;
};
/* Writes the files whose content is not what lies there, removes those that the manifest names, that were not added again and that are as
   we left them, then writes the manifest. Killed at any moment, each file is the old or the new one, and the next run does the
   rest. `changed`, or NULL: a file that gets the names of all files written, a line each, and of those removed with a - before
   them. Files that are not ours are left alone, with a warning for each. False: told diag; no former file is damaged. */
bool folder_commit(struct folder *folder, const struct digest *inputs, const char *changed,
                   struct folder_figures *figures, struct diag *diag);
#endif
