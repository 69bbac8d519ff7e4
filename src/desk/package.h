/* package: the files inside a .docx, taken out as if its author were hostile: bounded in number, size and growth, never written
   anywhere. Knows nothing of what is in them; the only place that knows libzip. */
#ifndef GYOKAKU_PACKAGE_H
#define GYOKAKU_PACKAGE_H
#include <stdbool.h>
#include "base/buf.h"
#include "base/diag.h"

struct package;
/* `bytes` are borrowed until package_free, which takes NULL. NULL: told, with the name `file`. */
struct package *package_open(const char *file, const struct buf *bytes, struct diag *diag);
void package_free(struct package *package);
bool package_has(const struct package *package, const char *name);
/* Appends a file of it. False: told. */
bool package_read(struct package *package, const char *name, struct buf *out);
#endif
