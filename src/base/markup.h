/* markup: text and attributes of HTML, SVG and XML, whatever the text is: nothing of it becomes markup. Knows nothing of elements. */
#ifndef GYOKAKU_MARKUP_H
#define GYOKAKU_MARKUP_H
#include "base/buf.h"

/* Appends valid UTF-8 as text or as an attribute's value: & < > " as references; characters that HTML does not allow (controls,
   noncharacters: HTML, 13.1.4) as U+FFFD, a carriage return as a blank. */
void markup_text(struct buf *out, const char *text);
void markup_bytes(struct buf *out, const char *text, size_t size);
/* ` name="value"` with the blank before it. */
void markup_attribute(struct buf *out, const char *name, const char *value);
/* ` name="…"` with a number of at most three decimals. */
void markup_number(struct buf *out, const char *name, double value);
/* A part of a URL: what may not stand there is percent-encoded (RFC 3986, 2.1), what then means something to markup escaped. */
void markup_url(struct buf *out, const char *url);
/* The same for what stands after a #. */
void markup_fragment(struct buf *out, const char *id);
#endif
