/* facts_report: the order of the report's facts: the year and its scheme, the year at a glance, the plan's chapters and sheets with
   what the year brought, what was changed. */
#include "document/facts_report.h"
#include "document/facts_report_private.h"

/* ---- what the parts share ---- */

void report_set_standing(xmlNode *node, struct standing standing)
{
    facts_set(node, "grade", standing.id);
    facts_set(node, "word", standing.word);
    facts_set(node, "shape", standing.shape);
    facts_set(node, "met", standing.met);
}

void report_add_given(xmlNode *parent, const char *name, const struct field *field)
{
    if (field->count) facts_add_field(parent, name, field);
}

void report_add_opinions(struct report *report, xmlNode *parent, const struct opinion *opinion, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        xmlNode *node = facts_add(parent, "opinion", NULL);
        facts_set(node, "by", opinion[i].by);
        facts_set(node, "date-text", date_text(report->facts.scratch, opinion[i].date));
        facts_add_field(node, "text", &opinion[i].text);
        report_add_given(node, "response", &opinion[i].response);
    }
}

/* ---- the year ---- */

const struct actuals *report_file_of(const struct history *history, int year)
{
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->year == year) return history->year[i];
    return NULL;
}

const char *report_plain_date(struct arena *arena, struct date date)
{
    if (!date.month) return arena_printf(arena, "%04d", date.year);
    if (!date.day) return arena_printf(arena, "%04d-%02d", date.year, date.month);
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void add_report(struct report *report, xmlNode *root)
{
    struct arena *arena = report->facts.scratch;
    xmlNode *node = facts_add(root, "report", NULL);
    facts_set_number(node, "year", report->progress->year);
    facts_set(node, "label", year_label(report->facts.plan->year_kind, arena, report->progress->year));
    if (report->has_before)
        facts_set(node, "previous", year_label(report->facts.plan->year_kind, arena, report->progress->year - 1));
    if (!report->actuals) return;
    facts_set(node, "as-of", report_plain_date(arena, report->actuals->as_of));
    facts_set(node, "as-of-text", date_text(arena, report->actuals->as_of));
    if (report->published) facts_set(node, "published-text", date_text(arena, *report->published));
}

/* A report with made-up numbers is a sample, whatever the plan is. */
static void add_plan(struct report *report, xmlNode *root)
{
    xmlNode *node = facts_add_plan(&report->facts, root);
    bool sample = false;
    for (unsigned i = 0; i < report->history->years; i++)
        sample = sample || report->history->year[i]->sample;
    facts_set_flag(node, "sample", sample && !report->facts.plan->sample);
    facts_set_flag(node, "actuals-sample", sample);
}

static void add_years(struct report *report, xmlNode *root)
{
    int year = report->facts.plan->first;
    for (xmlNode *node = facts_add_years(&report->facts, root)->children; node; node = node->next, year++) {
        facts_set_flag(node, "due", year <= report->progress->year);
        facts_set_flag(node, "reported", report_file_of(report->history, year) != NULL);
    }
}

static void add_overview(struct report *report, xmlNode *root)
{
    if (!report->actuals) return;
    report_add_given(root, "overview", &report->actuals->overview);
    report_add_opinions(report, root, report->actuals->opinion, report->actuals->opinions);
}

/* ---- the whole ---- */

static const struct date *published(const struct actuals *actuals)
{
    return actuals && actuals->has_published ? &actuals->published : NULL;
}

struct report report_start(const struct plan *plan, const struct history *history, const struct progress *progress)
{
    struct report report = {
        .facts = {.plan = plan, .years = history->years, .year = history->year, .scratch = arena_new()},
        .history = history,
        .progress = progress,
        .actuals = report_file_of(history, progress->year),
        .since = published(report_file_of(history, progress->year - 1)),
        .has_before = progress->tallies_before > 0,
    };
    report.published = published(report.actuals);
    while (report.index + 1 < progress->years && progress->year_of[report.index] < progress->year)
        report.index++;
    return report;
}

void report_add_front(struct report *report, xmlNode *root)
{
    add_plan(report, root);
    add_report(report, root);
    add_years(report, root);
    report_add_judgement(report, root);
    report_add_tallies(report, root);
    report_add_year_tallies(report, root);
    report_add_late(report, root);
    report_add_effects(report, root);
    add_overview(report, root);
    facts_add_chapters(&report->facts, root);
    facts_add_groups(&report->facts, root);
}

void report_add_back(struct report *report, xmlNode *root)
{
    report_add_revisions(report, root);
    facts_add_back(&report->facts, root);
    report_add_corrections(report, root);
}

xmlDoc *facts_report(const struct plan *plan, const struct history *history, const struct progress *progress)
{
    struct report report = report_start(plan, history, progress);
    xmlDoc *doc = facts_start(&report.facts);
    xmlNode *root = xmlDocGetRootElement(doc);
    report_add_front(&report, root);
    report_add_sheets(&report, root);
    report_add_back(&report, root);
    arena_free(report.facts.scratch);
    return facts_finish(doc);
}
