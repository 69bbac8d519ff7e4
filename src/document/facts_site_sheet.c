/* facts_site_sheet: an initiative's page: what the plan says, its indicators over all years, and an entry for each year with the
   answer of that year and what people say of it. */
#include "document/facts_site_private.h"

/* The year `index` as its own report would see it. The targets are those in force now, as in the newest report. */
static void add_entry(const struct site *site, xmlNode *sheet, const struct initiative_progress *one, unsigned index)
{
    const struct initiative_year *year = &one->year[index];
    struct report report = site->report;
    report.index = index;
    report.has_before = index > 0 && report_file_of(report.history, year->year - 1);
    xmlNode *node = facts_add(sheet, "entry", NULL);
    facts_set_number(node, "year", year->year);
    facts_set(node, "label", year_label(report.facts.plan->year_kind, report.facts.scratch, year->year));
    if (report.has_before)
        facts_set(node, "previous", year_label(report.facts.plan->year_kind, report.facts.scratch, year->year - 1));
    report_set_year(&report, node, one);
    report_add_headline(&report, node, one);
    if (year->sheet) report_add_texts(&report, node, year->sheet);
}

static void add_owners(const struct site *site, xmlNode *sheet, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->charges; i++) {
        const struct office *office = site_office(site, initiative->charge[i].name);
        xmlNode *node = facts_add(sheet, "owner", office->name);
        facts_set_number(node, "office", office->number);
        if (*initiative->charge[i].note) facts_set(node, "note", initiative->charge[i].note);
    }
}

static void add_sheet(struct site *site, xmlNode *root, const struct initiative_progress *one)
{
    struct report *report = &site->report;
    xmlNode *sheet = facts_add_sheet(&report->facts, root, one->initiative);
    report_set_year(report, sheet, one);
    site_set_dates(site, sheet, site->updated[one->ordinal]);
    add_owners(site, sheet, one->initiative);
    report_add_years(report, sheet, one);
    report_add_twin(report, sheet, one);
    for (unsigned i = 0; i < one->indicators; i++)
        report_add_indicator(report, sheet, one, i);
    for (unsigned i = report->index + 1; i-- > 0;) /* the newest first */
        if (one->year[i].due) add_entry(site, sheet, one, i);
}

void site_add_sheets(struct site *site, xmlNode *root)
{
    for (unsigned i = 0; i < site->report.progress->initiatives; i++)
        add_sheet(site, root, &site->report.progress->initiative[i]);
}
