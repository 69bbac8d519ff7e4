/* annotation: readings (振り仮名) inside a string, in Unicode's own interlinear annotation characters (Unicode 23.8): U+FFF9, what is
   read, U+FFFA, how it is read, U+FFFB. So a text with readings is one string on its way from the input to the document. Input that
   holds these characters itself is refused (plan/text.c); strings that a template has cut through still give their base. */
#ifndef GYOKAKU_ANNOTATION_H
#define GYOKAKU_ANNOTATION_H
#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

#define ANNOTATION_START "\xEF\xBF\xB9"
#define ANNOTATION_SEPARATOR "\xEF\xBF\xBA"
#define ANNOTATION_END "\xEF\xBF\xBB"
enum { ANNOTATION_BYTES = 3 /* of each of the three */ };

/* A stretch of a text, borrowed from it: plain (`reading` NULL), or with its reading. Neither is empty. */
struct annotation {
    const char *base, *reading;
    size_t base_size, reading_size;
};

/* The first of the three characters in `text`, or NULL. */
const char *annotation_find(const char *text);
/* Does `text` begin with a base and its reading? Looks no further than one character. */
bool annotation_begins(const char *text);
/* The next stretch of *text, which moves behind it; false at the end. */
bool annotation_next(const char **text, struct annotation *out);
/* Appends the text without its readings. */
void annotation_base(const char *text, struct buf *out);
/* Appends a base with its reading. */
void annotation_put(struct buf *out, const char *base, const char *reading);
#endif
