/* facts_charts: <picture> after <picture>, each with its <file>s and a copy of its <chart>. */
#include "document/facts_charts.h"
#include "document/facts_private.h"

static void add_picture(struct arena *scratch, xmlNode *root, const struct chart_picture *picture)
{
    xmlNode *node = facts_add(root, "picture", NULL);
    facts_set(node, "name", picture->name);
    facts_set(node, "of", picture->of);
    if (*picture->caption) facts_set(node, "caption", picture->caption);
    for (unsigned i = 0; i < CHART_FILES; i++) {
        xmlNode *file = facts_add(node, "file", NULL);
        facts_set(file, "form", picture->file[i].form);
        facts_set(file, "path", picture->file[i].path);
        facts_set_number(file, "bytes", (long long)picture->file[i].bytes);
        facts_set(file, "size", facts_size(scratch, picture->file[i].bytes));
    }
    xmlAddChild(node, xmlDocCopyNode((xmlNode *)picture->chart, node->doc, 1));
}

void facts_add_pictures(xmlDoc *facts, const struct chart_picture *picture, unsigned count)
{
    struct arena *scratch = arena_new();
    for (unsigned i = 0; i < count; i++)
        add_picture(scratch, xmlDocGetRootElement(facts), &picture[i]);
    arena_free(scratch);
}
