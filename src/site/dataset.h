/* dataset: what search engines are told of the open data (schema.org, Dataset), as JSON-LD. Knows nothing of plans. */
#ifndef GYOKAKU_DATASET_H
#define GYOKAKU_DATASET_H
#include <libxml/tree.h>
#include "base/buf.h"

/* Appends JSON-LD of the site's facts `doc` (facts-site.rnc) and of its `page` about the data, whose heading and description it takes. `base`: the
   address of the site's folder with / at its end, or NULL: addresses are then relative. */
void dataset_put(const xmlDoc *doc, const xmlNode *page, const char *base, struct buf *out);
#endif
