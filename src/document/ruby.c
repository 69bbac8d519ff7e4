/* ruby: readings in a document. Knows the elements by name only. */
#include "document/ruby.h"
#include <string.h>
#include "base/annotation.h"
#include "base/buf.h"
#include "document/element.h"

enum { DEEPEST = 200 /* beyond what the rules allow: such a document is refused whatever it says */ };

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

bool ruby_is_base(const xmlNode *node)
{
    return element_is(node->parent, "ruby") && is_text(node) && !element_is_blank(node);
}

/* Where only the words themselves are wanted, or can be. */
static bool holds_plain_text(const xmlNode *element)
{
    static const char *const PLAIN[] = {"header", "footer", "aside", "nav", "abbr", "chart", "ruby"};
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        if (element_is(element, PLAIN[i])) return true;
    return false;
}

static void unfold_attributes(xmlNode *element)
{
    for (xmlAttr *a = element->properties; a; a = a->next)
        for (xmlNode *value = a->children; value; value = value->next) {
            const char *said = (const char *)value->content;
            if (!said || !annotation_find(said)) continue;
            struct buf base = {0};
            annotation_base(said, &base);
            xmlNodeSetContentLen(value, BAD_CAST buf_text(&base), (int)base.size);
            buf_free(&base);
        }
}

static void add_text(xmlNode *before, const char *text, size_t size)
{
    xmlNode *node = xmlNewDocTextLen(before->doc, BAD_CAST text, (int)size);
    node->parent = before->parent; /* by hand: libxml2 would merge it into its neighbour */
    node->prev = before->prev;
    node->next = before;
    if (before->prev)
        before->prev->next = node;
    else
        before->parent->children = node;
    before->prev = node;
}

static void add_ruby(xmlNode *before, const struct annotation *part)
{
    xmlNode *ruby = xmlNewDocNode(before->doc, NULL, BAD_CAST "ruby", NULL);
    xmlAddChild(ruby, xmlNewDocTextLen(before->doc, BAD_CAST part->base, (int)part->base_size));
    xmlNode *reading = xmlNewChild(ruby, NULL, BAD_CAST "rt", NULL);
    xmlAddChild(reading, xmlNewDocTextLen(before->doc, BAD_CAST part->reading, (int)part->reading_size));
    xmlAddPrevSibling(before, ruby);
}

/* The text node gives way to texts and <ruby>. */
static void unfold_text(xmlNode *text, bool plain)
{
    const char *said = (const char *)text->content;
    if (!said || !annotation_find(said)) return;
    struct annotation part;
    struct buf run = {0};
    for (bool more = true; more;) {
        more = annotation_next(&said, &part);
        bool reading = more && part.reading && !plain;
        if (more && !reading) buf_put(&run, part.base, part.base_size);
        if ((!more || reading) && run.size) add_text(text, run.data, run.size);
        if (!more || reading) run.size = 0;
        if (reading) add_ruby(text, &part);
    }
    buf_free(&run);
    xmlUnlinkNode(text);
    xmlFreeNode(text);
}

static void unfold(xmlNode *node, bool plain, int depth)
{
    if (depth > DEEPEST) return;
    unfold_attributes(node);
    plain = plain || holds_plain_text(node);
    for (xmlNode *child = node->children, *next; child; child = next) {
        next = child->next;
        if (is_text(child))
            unfold_text(child, plain);
        else if (child->type == XML_ELEMENT_NODE)
            unfold(child, plain, depth + 1);
    }
}

void ruby_unfold(xmlDoc *document)
{
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    if (root) unfold(root, false, 1);
}
