/* feed: ids that last, absolute links, the list of pages. */
#include "site/feed.h"
#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <string.h>
#include "base/folder.h"
#include "document/element.h"

/* ---- the feed ---- */

/* The same entry has the same id for ever: made of its name, not of chance (RFC 9562, version 8). */
static void put_uuid(const char *owner, const char *name, char *room, size_t size)
{
    struct digester *digester = digester_new();
    digester_put(digester, owner, strlen(owner) + 1);
    digester_put(digester, name, strlen(name));
    struct digest digest = digester_end(digester);
    digest.text[12] = '8';
    digest.text[16] = "89ab"[(digest.text[16] >= 'a' ? digest.text[16] - 'a' + 10 : digest.text[16] - '0') & 3];
    snprintf(room, size, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", digest.text, digest.text + 8, digest.text + 12,
             digest.text + 16, digest.text + 20);
}

static void set_id(xmlNode *id, const char *owner)
{
    char uuid[64];
    xmlChar *name = xmlNodeGetContent(id);
    put_uuid(owner, (const char *)name, uuid, sizeof uuid);
    xmlFree(name);
    xmlNodeSetContent(id, BAD_CAST uuid);
}

static void set_link(xmlNode *link, const char *base)
{
    struct buf url = {0};
    buf_str(&url, base);
    buf_str(&url, element_attr(link, "href"));
    xmlSetProp(link, BAD_CAST "href", BAD_CAST buf_text(&url));
    buf_free(&url);
}

static void settle(xmlNode *node, const char *owner, const char *base)
{
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (element_is(node, "id"))
            set_id(node, owner);
        else if (element_is(node, "link") && base)
            set_link(node, base);
        else
            settle(node->children, owner, base);
    }
}

void feed_put(xmlDoc *feed, const char *owner, const char *base, struct buf *out)
{
    xmlChar *text = NULL;
    int size = 0;
    settle(xmlDocGetRootElement(feed)->children, owner, base);
    xmlDocDumpMemoryEnc(feed, &text, &size, "UTF-8");
    buf_put(out, text, (size_t)size);
    xmlFree(text);
}

/* ---- the site map ---- */

/* The last <time> of what says the page's dates. */
static const char *last_change(const xmlNode *element, bool inside)
{
    const char *found = NULL;
    inside = inside || (element_is(element, "p") && element_has_class(element, "dates"));
    if (inside && element_is(element, "time")) return element_attr(element, "datetime");
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next)) {
        const char *date = last_change(n, inside);
        if (date) found = date;
    }
    return found;
}

static void put_page(xmlTextWriter *xml, const xmlNode *page, const char *base)
{
    struct buf url = {0};
    const char *path = element_attr(page, "path"), *date = last_change(page, false);
    if (!strcmp(path, "404.html")) return; /* nothing to be found */
    buf_str(&url, base);
    buf_str(&url, path);
    xmlTextWriterStartElement(xml, BAD_CAST "url");
    xmlTextWriterWriteElement(xml, BAD_CAST "loc", BAD_CAST buf_text(&url));
    if (date) xmlTextWriterWriteElement(xml, BAD_CAST "lastmod", BAD_CAST date);
    xmlTextWriterEndElement(xml);
    buf_free(&url);
}

void feed_put_map(const xmlDoc *site, const char *base, struct buf *out)
{
    xmlBuffer *buffer = xmlBufferCreate();
    xmlTextWriter *xml = xmlNewTextWriterMemory(buffer, 0);
    xmlTextWriterStartDocument(xml, NULL, "UTF-8", NULL);
    xmlTextWriterStartElement(xml, BAD_CAST "urlset");
    xmlTextWriterWriteAttribute(xml, BAD_CAST "xmlns", BAD_CAST "http://www.sitemaps.org/schemas/sitemap/0.9");
    for (const xmlNode *page = element_first(xmlDocGetRootElement(site)); page; page = element_next(page->next))
        put_page(xml, page, base);
    xmlTextWriterEndDocument(xml);
    xmlFreeTextWriter(xml);
    buf_put(out, xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
    xmlBufferFree(buffer);
}
