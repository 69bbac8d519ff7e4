/* encoding: the bytes of an XML file, or of plain text, as UTF-8, whatever they were saved as. */
#ifndef GYOKAKU_ENCODING_H
#define GYOKAKU_ENCODING_H
#include "base/buf.h"
#include "base/diag.h"

/* Replaces `bytes` by the same text in UTF-8, without a byte order mark. False: `bytes` are no such text, and diag was told so with
   the line in `path`. Shift_JIS is what Japanese Windows writes under that name (CP932, with ① and ～), EUC-JP likewise. */
bool encoding_to_utf8(const char *path, struct buf *bytes, struct diag *diag);
/* The same for plain text, which declares nothing: UTF-8, UTF-16 with its mark, Shift_JIS or EUC-JP, whichever reads all of it. */
bool encoding_of_text(const char *path, struct buf *bytes, struct diag *diag);
/* The line, from 1, of the byte at `offset`. */
long encoding_line(const struct buf *bytes, size_t offset);
#endif
