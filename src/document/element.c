/* element: questions about the nodes of a document that every later stage asks. */
#include "document/element.h"
#include <string.h>

static const char BLANKS[] = " \t\r\n";

const char *element_attr(const xmlNode *element, const char *name)
{
    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (!strcmp((const char *)a->name, name))
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return "";
}

bool element_is(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

bool element_has_class(const xmlNode *element, const char *word)
{
    const char *p = element_attr(element, "class");
    size_t wanted = strlen(word);
    for (p += strspn(p, BLANKS); *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        if (length == wanted && !memcmp(p, word, wanted)) return true;
        p += length;
    }
    return false;
}

bool element_is_blank(const xmlNode *node)
{
    const char *text = (const char *)node->content;
    return !text || !text[strspn(text, BLANKS)];
}

/* A style sheet with cdata-section-elements makes CDATA sections of texts. */
static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

bool element_is_inline(const xmlNode *node)
{
    static const char *const INLINE[] = {"a", "span", "abbr", "strong", "br", "time", "ruby"};
    for (size_t i = 0; i < sizeof INLINE / sizeof *INLINE; i++)
        if (element_is(node, INLINE[i])) return true;
    return false;
}

bool element_holds_text(const xmlNode *element)
{
    for (const xmlNode *n = element->children; n; n = n->next)
        if ((is_text(n) && !element_is_blank(n)) || element_is_inline(n)) return true;
    return false;
}

bool element_is_running(const xmlNode *node)
{
    return element_is(node, "header") || element_is(node, "footer") ||
           (element_is(node, "aside") && element_has_class(node, "mark"));
}

int element_heading(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE) return 0;
    const char *name = (const char *)node->name;
    return name[0] == 'h' && name[1] >= '1' && name[1] <= '4' && !name[2] ? name[1] - '0' : 0;
}

void element_put_collapsed(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (!strchr(BLANKS, *text))
            buf_char(out, *text);
        else if (out->size && !strchr(" \n", out->data[out->size - 1]))
            buf_char(out, ' ');
    }
}

void element_text(const xmlNode *node, struct buf *out)
{
    if (is_text(node)) element_put_collapsed(out, (const char *)node->content);
    if (element_is(node, "br")) element_put_collapsed(out, " ");
    if (node->type != XML_ELEMENT_NODE || (element_is(node, "span") && element_has_class(node, "page"))) return;
    if (element_is(node, "chart")) return; /* its points are data, not text */
    if (element_is(node, "rt")) return;    /* says again what stands before it */
    for (const xmlNode *n = node->children; n; n = n->next)
        element_text(n, out);
}

xmlNode *element_next(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return (xmlNode *)node;
}

xmlNode *element_first(const xmlNode *parent)
{
    return parent ? element_next(parent->children) : NULL;
}
