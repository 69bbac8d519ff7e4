/* ruby: readings in a document: from strings, as facts carry them (base/annotation.h), to HTML's <ruby> and <rt>. */
#ifndef GYOKAKU_RUBY_H
#define GYOKAKU_RUBY_H
#include <libxml/tree.h>
#include <stdbool.h>

/* Every string of the document that has readings: text becomes <ruby>南<rt>みなみ</rt></ruby> where the text itself is read; in
   attributes, contents, running heads, marks, abbreviations and charts only what is read is left. */
void ruby_unfold(xmlDoc *document);

/* Is `node` a text directly in a <ruby>, which the next <rt> reads? Blanks between tags are none. */
bool ruby_is_base(const xmlNode *node);
#endif
