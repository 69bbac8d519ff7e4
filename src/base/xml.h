/* xml: an XML file as a tree, read as if its author were hostile: no DTD, no entities but the five, no network, limits on size, depth
   and count. Knows nothing of what the file says. */
#ifndef GYOKAKU_XML_H
#define GYOKAKU_XML_H
#include <libxml/tree.h>
#include "base/buf.h"
#include "base/diag.h"

/* The caller frees it with xmlFreeDoc. NULL: every fault was told, in Japanese, with its line. `limit` is in bytes. */
xmlDoc *xml_read(const char *path, size_t limit, struct diag *diag);
/* The same with names in a dictionary that other documents share (NULL: its own): libxslt tells the parameters of style sheets that
   import each other apart by address. */
xmlDoc *xml_read_shared(const char *path, size_t limit, xmlDict *names, struct diag *diag);
/* Bytes that were read elsewhere, in UTF-8, under the same rules; `path` names them in messages. */
xmlDoc *xml_read_bytes(const char *path, struct buf *bytes, struct diag *diag);
#endif
