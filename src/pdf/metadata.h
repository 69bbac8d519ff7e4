/* metadata: what the file says of itself: title, author, language and dates, the standards it keeps to (ISO 19005-2, 6.6;
   ISO 14289-1, 5), and what its colours mean. */
#ifndef GYOKAKU_METADATA_H
#define GYOKAKU_METADATA_H
#include "pdf/object.h"

struct metadata {
    const char *title, *author, *lang;
    long long epoch; /* seconds since 1970, UTC */
    int pages;       /* how many, for programs that do not read PDF */
};
/* Enters all of it in the file's catalogue and information dictionary. */
void metadata_add(struct object_file *file, const struct metadata *metadata);
#endif
