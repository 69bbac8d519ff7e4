/* check_page: findings → facts → HTML with the theme's colours. Fonts are not looked for: a page in a browser needs none. */
#include "command/check_page.h"
#include <libxml/xmlsave.h>
#include <unistd.h>
#include "base/xml.h"
#include "document/facts_check.h"
#include "document/template.h"
#include "site/css.h"
#include "style/theme.h"

enum { LARGEST_TEXT = 1 << 24 };
static const char NAME[] = "check.html", SHEET[] = "check.xsl", STYLE[] = "style";

static const char *template_path(const struct job *job, struct arena *arena, const char *name)
{
    return arena_printf(arena, "%s/%s", job->options->templates, name);
}

/* The theme's colours, then check.css. */
static bool put_looks(struct job *job, struct arena *arena, struct buf *out)
{
    const char *path = template_path(job, arena, "theme.xml");
    xmlDoc *document = xml_read(path, LARGEST_TEXT, job->diag);
    struct theme theme = {0};
    struct buf own = {0};
    const xmlNode *node = document ? xmlDocGetRootElement(document)->children : NULL;
    for (; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE) theme_add(&theme, arena, node, path, job->diag);
    css_theme(&theme, false, out);
    bool read = file_read(template_path(job, arena, "check.css"), LARGEST_TEXT, &own, job->diag);
    if (read) buf_put(out, own.data, own.size);
    buf_free(&own);
    theme_clear(&theme);
    xmlFreeDoc(document);
    return document && read;
}

/* As HTML, to which libxml2 adds the encoding. The style goes into the empty <style>. */
static void put_html(xmlDoc *page, struct buf *looks, struct buf *out)
{
    xmlNode *root = xmlDocGetRootElement(page);
    xmlBuffer *text = xmlBufferCreate();
    for (xmlNode *head = root->children; head; head = head->next)
        for (xmlNode *node = head->children; node; node = node->next)
            if (!xmlStrcmp(node->name, (const xmlChar *)STYLE))
                xmlNodeAddContent(node, (const xmlChar *)buf_text(looks));
    xmlSaveCtxt *save = xmlSaveToBuffer(text, "UTF-8", XML_SAVE_AS_HTML | XML_SAVE_NO_DECL);
    xmlSaveTree(save, root);
    xmlSaveClose(save);
    buf_str(out, "<!DOCTYPE html>\n");
    buf_put(out, xmlBufferContent(text), (size_t)xmlBufferLength(text));
    buf_char(out, '\n');
    xmlBufferFree(text);
}

/* A template folder that was copied from an older one has none: then there is no page. */
static bool has_template(const struct job *job, struct arena *arena)
{
    return access(template_path(job, arena, SHEET), R_OK) == 0;
}

bool check_page(struct job *job)
{
    struct arena *arena = arena_new();
    if (!has_template(job, arena)) {
        arena_free(arena);
        return true;
    }
    struct buf looks = {0}, html = {0};
    xmlDoc *facts = facts_check(job->plan, job->diag);
    xmlDoc *page = template_transform(job->options->templates, SHEET, facts, job->diag);
    bool made = page && put_looks(job, arena, &looks);
    if (made) put_html(page, &looks, &html);
    if (made) outputs_add(job->outputs, NAME, &html);
    xmlFreeDoc(page);
    xmlFreeDoc(facts);
    buf_free(&looks);
    arena_free(arena);
    return made;
}
