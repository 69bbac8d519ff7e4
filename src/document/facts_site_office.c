/* facts_site_office: the departments that answer for initiatives, each with all of its own, also those it shares with others. */
#include <string.h>
#include "document/facts_site_private.h"

const struct office *site_office(const struct site *site, const char *name)
{
    for (unsigned i = 0; i < site->offices; i++)
        if (!strcmp(site->office[i].name, name)) return &site->office[i];
    return NULL;
}

static bool answers_for(const char *name, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->charges; i++)
        if (!strcmp(initiative->charge[i].name, name)) return true;
    return false;
}

static bool has_any(const struct site *site, const char *name)
{
    const struct progress *progress = site->report.progress;
    for (unsigned i = 0; i < progress->initiatives; i++)
        if (answers_for(name, progress->initiative[i].initiative)) return true;
    return false;
}

/* In the plan's order, those that it does not list as they come. A number belongs to the place in the plan's list, so that a page's
   address does not change with who has initiatives. */
void site_find_offices(struct site *site)
{
    const struct plan *plan = site->report.facts.plan;
    const struct progress *progress = site->report.progress;
    unsigned most = plan->departments, next = plan->departments;
    for (unsigned i = 0; i < progress->initiatives; i++)
        most += progress->initiative[i].initiative->charges;
    site->office = arena_array(site->report.facts.scratch, most + 1, sizeof *site->office);
    for (unsigned i = 0; i < plan->departments; i++) {
        const struct department *department = &plan->department[i];
        if (!site_office(site, department->name) && has_any(site, department->name))
            site->office[site->offices++] = (struct office){i + 1, department->name, department->tel};
    }
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const struct initiative *initiative = progress->initiative[i].initiative;
        for (unsigned k = 0; k < initiative->charges; k++)
            if (!site_office(site, initiative->charge[k].name))
                site->office[site->offices++] = (struct office){++next, initiative->charge[k].name, NULL};
    }
}

void site_add_offices(struct site *site, xmlNode *root)
{
    const struct progress *progress = site->report.progress;
    for (unsigned i = 0; i < site->offices; i++) {
        const struct office *office = &site->office[i];
        xmlNode *node = facts_add(root, "office", NULL);
        struct date updated = site_updated_plan(site);
        facts_set_number(node, "number", office->number);
        facts_set(node, "name", office->name);
        facts_set(node, "tel", office->tel);
        for (unsigned k = 0; k < progress->initiatives; k++) {
            if (!answers_for(office->name, progress->initiative[k].initiative)) continue;
            facts_set(facts_add(node, "member", NULL), "ref", progress->initiative[k].initiative->id);
            updated = site_later(updated, site->updated[k]);
        }
        site_set_dates(site, node, updated);
    }
}
