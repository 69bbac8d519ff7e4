/* save: all objects of a file into bytes: object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), with a
   file identifier made from those bytes. Knows nothing of what the objects are. */
#ifndef GYOKAKU_SAVE_H
#define GYOKAKU_SAVE_H
#include "pdf/object.h"

/* Appends the file to `out`, which must be empty. False: an object could not be written, or the file is over 4 GiB. */
bool save_file(struct object_file *file, struct buf *out);
#endif
