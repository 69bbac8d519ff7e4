/* facts_diff_proposals: a change as the <correction> that would publish it: text that is XML, for people to paste. */
#include <string.h>
#include "base/buf.h"
#include "base/markup.h"
#include "document/facts_diff_private.h"
#include "document/facts_private.h"

static const char NOTHING[] = "（記載なし）"; /* a correction has two readings */

static void put_attribute(struct buf *out, const char *name, const char *value)
{
    if (value) markup_attribute(out, name, value);
}

/* One line: a break is a blank. */
static void put_element(struct buf *out, const char *name, const char *const *part, unsigned parts)
{
    size_t start;
    buf_printf(out, "<%s>", name);
    start = out->size;
    for (unsigned i = 0; i < parts; i++)
        markup_text(out, part[i]);
    for (size_t i = start; i < out->size; i++)
        if (out->data[i] == '\n') out->data[i] = ' ';
    if (out->size == start) buf_str(out, NOTHING);
    buf_printf(out, "</%s>", name);
}

static void open_correction(struct buf *out, const struct difference *difference, const char *date)
{
    bool report = difference->document == DIFFERENCE_REPORT;
    buf_str(out, "<correction");
    markup_attribute(out, "date", date);
    markup_attribute(out, "document", report ? "report" : "plan");
    put_attribute(out, "ref", difference->ref);
    put_attribute(out, "field", strcmp(difference->field, "extra") != 0 ? difference->field : difference->part);
    if (difference->several) put_attribute(out, "indicator", difference->indicator);
    if (difference->year) buf_printf(out, " year=\"%d\"", difference->year);
    buf_char(out, '>');
}

static void add_proposal(xmlNode *root, struct arena *scratch, const struct difference *difference, struct buf *text)
{
    xmlNode *node = facts_add(root, "proposal", NULL);
    buf_str(text, "</correction>");
    xmlAddChild(node, xmlNewDocText(root->doc, (const xmlChar *)buf_text(text)));
    facts_set(node, "file",
              difference->document == DIFFERENCE_REPORT ? arena_printf(scratch, "actuals/%d.xml", difference->year)
                                                        : "plan.xml");
    buf_free(text);
}

static void propose_whole(xmlNode *root, struct arena *scratch, const struct difference *difference, const char *date)
{
    struct buf text = {0};
    open_correction(&text, difference, date);
    put_element(&text, "wrong", &difference->old, difference->old != NULL);
    put_element(&text, "right", &difference->new, difference->new != NULL);
    add_proposal(root, scratch, difference, &text);
}

static void propose_hunk(xmlNode *root, struct arena *scratch, const struct difference *difference,
                         const struct hunk *hunk, const char *date)
{
    struct buf text = {0};
    open_correction(&text, difference, date);
    put_element(&text, "wrong", (const char *const[]){hunk->before, hunk->removed, hunk->after}, 3);
    put_element(&text, "right", (const char *const[]){hunk->before, hunk->added, hunk->after}, 3);
    add_proposal(root, scratch, difference, &text);
}

void facts_diff_add_proposals(xmlNode *root, const struct facts_diff *diff, struct arena *scratch, const char *date)
{
    for (unsigned i = 0; i < diff->diff->count; i++) {
        const struct difference *difference = diff->diff->list[i];
        bool whole = difference->kind == DIFFERENCE_VALUE || difference->kind == DIFFERENCE_WORDS;
        if (difference->announced) continue;
        if (whole) propose_whole(root, scratch, difference, date);
        for (unsigned k = 0; k < difference->hunks; k++)
            propose_hunk(root, scratch, difference, &difference->hunk[k], date);
    }
}
