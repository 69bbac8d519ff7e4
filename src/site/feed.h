/* feed: what tells others of the pages: the Atom feed (RFC 4287) and the site map (sitemaps.org 0.9). Knows nothing of plans. */
#ifndef GYOKAKU_FEED_H
#define GYOKAKU_FEED_H
#include <libxml/tree.h>
#include "base/buf.h"

/* Appends the feed that feed.xsl made: an id, which it gives as the name of the entry, becomes a urn:uuid of that name and `owner`; links
   become absolute when `base`, the address of the site's folder with / at its end, is not NULL. The document is changed. */
void feed_put(xmlDoc *feed, const char *owner, const char *base, struct buf *out);
/* Appends the site map of a document's pages, with the date of the last change that each shows (p class="dates"). */
void feed_put_map(const xmlDoc *site, const char *base, struct buf *out);
#endif
