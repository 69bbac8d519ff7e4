/* html: a document of class="site" → the HTML of its pages (HTML Living Standard), written by ourselves. Every link is relative, so that
   the folder may lie anywhere; nothing is inline that a Content-Security-Policy of 'self' would refuse. Knows no file system. */
#ifndef GYOKAKU_HTML_H
#define GYOKAKU_HTML_H
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/buf.h"
#include "base/diag.h"
#include "style/print.h"
#include "typeset/paragraph.h"

/* Files are named by their paths in the site's folder; NULL: none. */
struct html_options {
    bool fragment; /* only the main part, in <div class="gyokaku">, every class with gyokaku- before it */
    const char *css, *script, *feed;
    const char *feed_title;
    const char *json_ld; /* valid JSON */
    const char *style;   /* CSS that goes into the page itself, without < */
};

/* What the pages of a document share: where each id is. Everything is borrowed for as long as it lives; the document has been
   checked (rules.h). For one thread. */
struct html_site *html_site_new(xmlDoc *document, const struct print *print, struct typesetter *typesetter,
                                struct diag *diag);
/* Appends the HTML of one <page>. */
void html_page(struct html_site *site, const xmlNode *page, const struct html_options *options, struct buf *out);
/* The same site for another thread. Must be freed before `site`. */
struct html_site *html_site_twin(const struct html_site *site, struct typesetter *typesetter);
/* NULL is fine. */
void html_site_free(struct html_site *site);
#endif
