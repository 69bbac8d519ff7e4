/* element: questions about the nodes of a document that every later stage asks. No allocation but where said. */
#ifndef GYOKAKU_ELEMENT_H
#define GYOKAKU_ELEMENT_H
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/buf.h"

/* An attribute's value, borrowed from the tree; "" when there is none. */
const char *element_attr(const xmlNode *element, const char *name);
bool element_is(const xmlNode *node, const char *name);
/* Is `word` one of the blank-separated words of class? */
bool element_has_class(const xmlNode *element, const char *word);
/* Text nodes of nothing but blanks, which the vocabulary gives no meaning. */
bool element_is_blank(const xmlNode *node);
/* A block holds either blocks or text (document.rnc): does this one hold text? */
bool element_holds_text(const xmlNode *element);
/* a, span, abbr, strong, br, time, ruby */
bool element_is_inline(const xmlNode *node);
/* header, footer, aside class="mark": set on every page, artifacts in the PDF. */
bool element_is_running(const xmlNode *node);
/* The heading level of h1–h4, else 0. */
int element_heading(const xmlNode *node);
/* Appends `text` with each run of blanks as one; none at the start, after a blank or after a forced break. */
void element_put_collapsed(struct buf *out, const char *text);
/* Appends the text below `node`, blanks collapsed as layout does, <br/> as a blank; page-number spans, charts and
   readings (rt) are left out. */
void element_text(const xmlNode *node, struct buf *out);
/* The next element among siblings, from `node` on. */
xmlNode *element_next(const xmlNode *node);
xmlNode *element_first(const xmlNode *parent);
#endif
