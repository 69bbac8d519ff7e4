/* facts_site: the order of the site's facts: those of the newest report, with each sheet's years; then the results of every year, the
   departments, what there is to download and the dates of the pages. */
#include "document/facts_site.h"
#include "document/facts_site_private.h"
#include "plan/groups.h"
#include "progress/number.h"
#include "progress/tally.h"

/* ---- the results of each year ---- */

static void add_results(struct site *site, xmlNode *root, int year)
{
    struct report *report = &site->report;
    struct arena *arena = report->facts.scratch;
    const struct actuals *file = report_file_of(report->history, year);
    unsigned rows = 0;
    const struct tally *tally = tally_count(report->progress, year, &rows);
    xmlNode *node = facts_add(root, "results", NULL);
    facts_set_number(node, "year", year);
    facts_set(node, "label", year_label(site->report.facts.plan->year_kind, arena, year));
    facts_set(node, "short", year_short(site->report.facts.plan->year_kind, arena, year));
    facts_set_flag(node, "reported", file != NULL);
    if (file) facts_set(node, "as-of", report_plain_date(arena, file->as_of));
    if (file) facts_set(node, "as-of-text", date_text(arena, file->as_of));
    if (file && file->has_published) facts_set(node, "published", report_plain_date(arena, file->published));
    if (file && file->has_published) facts_set(node, "published-text", date_text(arena, file->published));
    if (file) report_add_given(node, "overview", &file->overview);
    if (file) report_add_opinions(report, node, file->opinion, file->opinions);
    for (unsigned i = 0; i < rows; i++)
        report_add_tally(report, node, &tally[i], NULL);
}

/* ---- what there is to download ---- */

static void add_download(struct site *site, xmlNode *root, const struct site_download *download)
{
    struct arena *arena = site->report.facts.scratch;
    xmlNode *node = facts_add(root, "download", NULL);
    facts_set(node, "what", download->what);
    if (download->year) facts_set_number(node, "year", download->year);
    if (download->year) facts_set(node, "label", year_label(site->report.facts.plan->year_kind, arena, download->year));
    facts_set(node, "name", download->name);
    facts_set(node, "path", download->path);
    facts_set(node, "kind", download->kind);
    facts_set_number(node, "bytes", (long long)download->bytes);
    facts_set(node, "size", facts_size(arena, download->bytes));
    if (download->pages) facts_set(node, "pages", number_text(arena, (struct decimal){download->pages, 0}));
}

static void add_options(struct site *site, xmlNode *root, const struct site_options *options)
{
    for (unsigned i = 0; options && i < options->downloads; i++)
        add_download(site, root, &options->download[i]);
    for (unsigned i = 0; options && i < options->columns; i++) {
        xmlNode *node = facts_add(root, "column", options->column[i].meaning);
        facts_set(node, "file", options->column[i].file);
        facts_set(node, "name", options->column[i].name);
    }
}

/* ---- dates ---- */

static void add_dates(struct site *site, xmlNode *root)
{
    xmlNode *all = facts_add(root, "dates", NULL), *plan = facts_add(root, "dates", NULL);
    facts_set(all, "of", "all");
    site_set_dates(site, all, site_updated_all(site));
    facts_set(plan, "of", "plan");
    site_set_dates(site, plan, site_updated_plan(site));
}

/* The page of an outermost group shows its initiatives. */
static void set_group_dates(struct site *site, xmlNode *root)
{
    const struct plan *plan = site->report.facts.plan;
    unsigned index = 0;
    for (xmlNode *node = root->children; node; node = node->next) {
        if (!xmlStrEqual(node->name, (const xmlChar *)"policy")) continue;
        while (!groups_is_outermost(&plan->group[index]))
            index++;
        const struct group *group = &plan->group[index++];
        struct date updated = site_updated_plan(site);
        for (unsigned i = 0; i < group->initiatives; i++)
            updated = site_later(updated, site->updated[group->first + i]);
        site_set_dates(site, node, updated);
    }
}

/* ---- the whole ---- */

xmlDoc *facts_site(const struct plan *plan, const struct history *history, const struct progress *progress,
                   const struct site_options *options)
{
    struct site site = {.report = report_start(plan, history, progress)};
    xmlDoc *doc = facts_start(&site.report.facts);
    xmlNode *root = xmlDocGetRootElement(doc);
    site_find_dates(&site);
    site_find_offices(&site);
    report_add_front(&site.report, root);
    set_group_dates(&site, root);
    site_add_sheets(&site, root);
    report_add_back(&site.report, root);
    for (unsigned i = 0; i <= site.report.index; i++)
        add_results(&site, root, progress->year_of[i]);
    site_add_offices(&site, root);
    add_options(&site, root, options);
    add_dates(&site, root);
    arena_free(site.report.facts.scratch);
    return facts_finish(doc);
}
