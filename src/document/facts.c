/* facts: a plan as the XML that templates are given (templates/schema/facts.rnc). Everything that needs counting, an era, a label or a
   join is done here, so that templates compute nothing. */
#include "document/facts.h"
#include <stdio.h>
#include <string.h>
#include "document/facts_private.h"

/* ---- writing ---- */

const char *facts_said(const struct facts *facts, const char *text)
{
    if (!text) return NULL;
    const char *said = plan_said(&facts->plan->readings, text);
    for (unsigned i = 0; i < facts->years && said == text; i++)
        said = plan_said(&facts->year[i]->readings, text);
    return said;
}

/* Within facts_start and facts_finish, the document knows its facts. */
static const char *said_in(const xmlDoc *doc, const char *text)
{
    return doc->_private ? facts_said(doc->_private, text) : text;
}

xmlNode *facts_add(xmlNode *parent, const char *name, const char *text)
{
    text = said_in(parent->doc, text);
    xmlNode *node = xmlNewDocNode(parent->doc, NULL, (const xmlChar *)name, NULL);
    xmlAddChild(parent, node);
    if (text && *text) xmlAddChild(node, xmlNewDocText(parent->doc, (const xmlChar *)text));
    return node;
}

void facts_set(xmlNode *element, const char *name, const char *value)
{
    if (value) xmlNewProp(element, (const xmlChar *)name, (const xmlChar *)said_in(element->doc, value));
}

void facts_set_number(xmlNode *element, const char *name, long long value)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", value);
    facts_set(element, name, text);
}

void facts_set_flag(xmlNode *element, const char *name, bool value)
{
    if (value) facts_set(element, name, "yes");
}

void facts_put_lines(xmlNode *parent, const char *text)
{
    text = said_in(parent->doc, text);
    for (;;) {
        size_t length = strcspn(text, "\n");
        if (length) xmlAddChild(parent, xmlNewDocTextLen(parent->doc, (const xmlChar *)text, (int)length));
        if (!text[length]) return;
        facts_add(parent, "br", NULL);
        text += length + 1;
    }
}

void facts_add_block(xmlNode *parent, const struct block *block)
{
    xmlNode *into = block->list ? facts_add(parent, "ul", NULL) : parent;
    for (unsigned i = 0; i < block->count; i++)
        facts_put_lines(facts_add(into, block->list ? "li" : "p", NULL), block->text[i]);
}

xmlNode *facts_add_field(xmlNode *parent, const char *name, const struct field *field)
{
    xmlNode *node = facts_add(parent, name, NULL);
    for (unsigned i = 0; i < field->count; i++)
        facts_add_block(node, &field->blocks[i]);
    return node;
}

/* ---- the whole ---- */

xmlDoc *facts_start(struct facts *facts)
{
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"facts", NULL);
    xmlDocSetRootElement(doc, root);
    facts_set(root, "version", "1");
    doc->_private = facts;
    facts_set(root, "lang", facts->plan->lang);
    return doc;
}

xmlDoc *facts_finish(xmlDoc *doc)
{
    doc->_private = NULL;
    return doc;
}

/* The headings of the form. */
static void add_labels(const struct plan *plan, xmlNode *root)
{
    xmlNode *labels = facts_add(root, "labels", NULL);
    for (const char *const *id = WORDS_LABELS; *id; id++)
        facts_set(facts_add(labels, "label", form_labels_word(plan->labels, *id)), "of", *id);
}

xmlNode *facts_add_plan(struct facts *facts, xmlNode *root)
{
    const struct plan *plan = facts->plan;
    xmlNode *node = facts_add(root, "plan", NULL);
    facts_set(node, "title", plan->title);
    facts_set(node, "municipality", plan->municipality);
    facts_set(node, "code", plan->code);
    facts_set(node, "initiative", plan->level[plan->levels]);
    facts_set_flag(node, "own-levels", plan->own_levels);
    facts_set(node, "state", word_plan_state(plan->draft));
    facts_set_flag(node, "sample", plan->sample);
    facts_set(node, "date-text", date_text(facts->scratch, plan->date));
    facts_set(node, "body", plan->body);
    facts_set(node, "years", plan->year_kind == YEAR_CALENDAR ? "calendar" : NULL);
    facts_set(node, "first", year_label(facts->plan->year_kind, facts->scratch, plan->first));
    facts_set(node, "last", year_label(facts->plan->year_kind, facts->scratch, plan->last));
    add_labels(plan, root);
    return node;
}

xmlNode *facts_add_years(struct facts *facts, xmlNode *root)
{
    xmlNode *years = facts_add(root, "years", NULL);
    facts_set_number(years, "count", facts->plan->last - facts->plan->first + 1);
    for (int year = facts->plan->first; year <= facts->plan->last; year++) {
        xmlNode *node = facts_add(years, "year", NULL);
        facts_set_number(node, "n", year);
        facts_set(node, "label", year_label(facts->plan->year_kind, facts->scratch, year));
        facts_set(node, "short", year_short(facts->plan->year_kind, facts->scratch, year));
    }
    return years;
}

xmlDoc *facts_plan(const struct plan *plan)
{
    struct facts facts = {.plan = plan, .scratch = arena_new()};
    xmlDoc *doc = facts_start(&facts);
    xmlNode *root = xmlDocGetRootElement(doc);
    facts_add_plan(&facts, root);
    facts_add_years(&facts, root);
    facts_add_chapters(&facts, root);
    facts_add_groups(&facts, root);
    facts_add_sheets(&facts, root);
    facts_add_back(&facts, root);
    for (unsigned i = 0; i < plan->corrections; i++)
        facts_add_correction(&facts, root, &plan->correction[i]);
    arena_free(facts.scratch);
    return facts_finish(doc);
}

const char *facts_size(struct arena *arena, size_t bytes)
{
    enum { KILO = 1000, MEGA = 1000000, TENTH = MEGA / 10 };
    if (bytes < KILO) return arena_printf(arena, "%zuB", bytes);
    if (bytes < MEGA - KILO / 2) return arena_printf(arena, "%zuKB", (bytes + KILO / 2) / KILO);
    size_t tenths = bytes / TENTH + (bytes % TENTH >= TENTH / 2);
    return arena_printf(arena, "%zu.%zuMB", tenths / 10, tenths % 10);
}
