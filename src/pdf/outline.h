/* outline: bookmarks from the document's headings (ISO 32000-1, 12.3.3), and page labels (12.4.2). */
#ifndef GYOKAKU_OUTLINE_H
#define GYOKAKU_OUTLINE_H
#include <libxml/tree.h>
#include "pdf/object.h"

/* Bookmarks of h1–h4 that lie on a page, nested by level; what is below the second level is closed. */
void outline_bookmarks(struct object_file *file, const xmlNode *root);
void outline_labels(struct object_file *file);
#endif
