/* facts_check: diag's list → XML. */
#include "document/facts_check.h"
#include "base/explain.h"
#include "document/facts_private.h"
#include "plan/about.h"

static void add_finding(xmlNode *root, const struct plan *plan, const struct diag_message *message, struct arena *arena)
{
    const char *const *department = NULL;
    xmlNode *node = facts_add(root, "finding", message->text);
    facts_set(node, "rule", diag_name(message->id));
    facts_set(node, "severity", message->accepted ? "accepted" : diag_severity_id(message->severity));
    facts_set(node, "word", diag_severity_word(message->severity));
    facts_set(node, "file", message->file);
    if (message->line > 0) facts_set_number(node, "line", message->line);
    facts_set(node, "about", message->about);
    facts_set_flag(node, "open", message->about && diag_is_open(message->id));
    facts_set(node, "accepted", message->accepted);
    if (about_departments(plan, message->about, arena, &department)) facts_set(node, "department", *department);
}

static void add_rule(xmlNode *root, enum diag_id id)
{
    const struct explanation *explanation = explain_rule(id);
    if (!explanation) return;
    xmlNode *node = facts_add(root, "rule", NULL);
    facts_set(node, "id", diag_name(id));
    facts_set(node, "looks", explanation->looks);
    facts_set(node, "why", explanation->why);
    facts_set(node, "act", explanation->act);
}

xmlDoc *facts_check(const struct plan *plan, const struct diag *diag)
{
    bool occurs[DIAG_COUNT] = {false};
    unsigned count;
    const struct diag_message *message = diag_list(diag, &count);
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *root = xmlNewNode(NULL, (const xmlChar *)"facts");
    xmlDocSetRootElement(doc, root);
    facts_set(root, "lang", plan->lang);
    facts_set(root, "title", plan->title);
    facts_set(root, "municipality", plan->municipality);
    struct arena *arena = arena_new();
    for (unsigned i = 0; i < count; i++) {
        add_finding(root, plan, &message[i], arena);
        occurs[message[i].id] = true;
    }
    for (unsigned id = 0; id < DIAG_COUNT; id++)
        if (occurs[id]) add_rule(root, (enum diag_id)id);
    arena_free(arena);
    return doc;
}
