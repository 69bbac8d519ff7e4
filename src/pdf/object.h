/* object: the objects of a PDF file (ISO 32000-1, 7.3): dictionaries whose bodies are written by their owners, deflated streams,
   strings. Knows nothing of pages, tags or fonts; of all that lies above, nothing sees libharu. */
#ifndef GYOKAKU_OBJECT_H
#define GYOKAKU_OBJECT_H
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buf.h"

struct object_file;
/* A file without pages; what its objects need lives in `arena`; its streams are deflated by `threads` threads besides the
   caller's. NULL: the libharu that was loaded is not the one that this was built for. */
struct object_file *object_file_new(struct arena *arena, unsigned threads);
void object_file_free(struct object_file *file);
/* libharu keeps only its first error: its number, 0 while all is well. */
unsigned long object_error(const struct object_file *file);
/* Was there a coordinate that is no number or too large for a page? */
bool object_bad_number(const struct object_file *file);
unsigned object_count(const struct object_file *file);

/* Appends the entries of a dictionary, without << and >>. Called once, when the file is saved: the numbers of all objects are known then. */
typedef void object_writer(const void *source, struct buf *body);
/* A new dictionary; its number. `source` must live until the file is saved. */
unsigned object_new(struct object_file *file, object_writer *writer, const void *source);
/* A new dictionary whose entries are known now; they are copied. */
unsigned object_dictionary(struct object_file *file, const char *entries);
/* `count` dictionaries whose entries `writer` appends one after the other, in order, when the file is saved; the first one's number.
   libharu knows nothing of them, so they cost no memory; they may be referred to by what is written then. From the first list
   on no other object can be made. */
enum { OBJECT_LISTS = 4 };
typedef void object_list_writer(const void *source, unsigned index, struct buf *body);
unsigned object_list(struct object_file *file, unsigned count, object_list_writer *writer, const void *source);
/* A new stream, deflated, with `entries` in its dictionary. */
unsigned object_stream(struct object_file *file, const char *entries, const void *data, size_t size);
/* A new stream as it is: metadata, which readers that know no PDF look for (ISO 19005-2, 6.6.2). */
unsigned object_plain_stream(struct object_file *file, const char *entries, const void *data, size_t size);

/* Entries of the catalogue and of the document information dictionary. */
void object_catalog(struct object_file *file, const char *key, unsigned number);
void object_catalog_list(struct object_file *file, const char *key, unsigned number);
void object_catalog_text(struct object_file *file, const char *key, const char *text);
void object_info(struct object_file *file, const char *key, const char *text);

/* Strings may have 32,767 bytes (ISO 19005-2, 6.1.13). Is `text` within that as a text string? */
bool object_text_fits(const char *text);
/* Appends to a body: a reference; a text string (7.9.2.2), cut where it is too long; a byte string; a name (7.3.5). */
void object_put_reference(struct buf *body, unsigned number);
void object_put_text(struct buf *body, const char *text);
void object_put_bytes(struct buf *body, const char *bytes, size_t size);
void object_put_name(struct buf *body, const char *name);
/* Appends UTF-16BE as hexadecimal digits, without brackets. */
void object_put_utf16(struct buf *body, const char *text, size_t size);
/* Appends four hexadecimal digits. */
void object_put_hex16(struct buf *body, unsigned value);
#endif
