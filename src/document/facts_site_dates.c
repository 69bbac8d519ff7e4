/* facts_site_dates: when a page was first published and when what it shows last changed. Computed from the input's own dates, never
   from the clock or from files, so that the same input makes the same pages. */
#include <string.h>
#include "document/facts_site_private.h"

struct date site_later(struct date a, struct date b)
{
    return report_after(b, a) ? b : a;
}

static void raise(struct date *date, struct date other)
{
    *date = site_later(*date, other);
}

/* ---- corrections ---- */

/* Those of one initiative; `ref` NULL: all there are. */
static void raise_by(struct date *date, const struct correction *correction, unsigned corrections, const char *ref)
{
    for (unsigned i = 0; i < corrections; i++)
        if (!ref || (correction[i].ref && !strcmp(correction[i].ref, ref))) raise(date, correction[i].date);
}

static void raise_by_corrections(const struct site *site, struct date *date, const char *ref)
{
    const struct plan *plan = site->report.facts.plan;
    const struct history *history = site->report.history;
    raise_by(date, plan->correction, plan->corrections, ref);
    for (unsigned i = 0; i < history->years; i++)
        raise_by(date, history->year[i]->correction, history->year[i]->corrections, ref);
}

/* ---- publications ---- */

/* Each year's report; without any, the plan itself. */
static struct date first_published(const struct site *site)
{
    const struct history *history = site->report.history;
    bool any = false;
    struct date first = site->report.facts.plan->date;
    for (unsigned i = 0; i < history->years; i++) {
        const struct actuals *file = history->year[i];
        if (!file->has_published || (any && !report_after(first, file->published))) continue;
        first = file->published;
        any = true;
    }
    return first;
}

static struct date last_published(const struct site *site)
{
    const struct history *history = site->report.history;
    struct date last = site_updated_plan(site);
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->has_published) raise(&last, history->year[i]->published);
    return last;
}

/* ---- an initiative ---- */

static void raise_by_entries(const struct site *site, struct date *date, const struct initiative_progress *one)
{
    for (unsigned i = 0; i <= site->report.index; i++) {
        const struct sheet_year *sheet = one->year[i].sheet;
        if (sheet && sheet->has_entered) raise(date, sheet->entered);
        if (sheet && sheet->has_checked) raise(date, sheet->checked);
    }
}

static void raise_by_revisions(const struct site *site, struct date *date, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->indicators; i++) {
        const struct indicator *indicator = &initiative->indicator[i];
        for (unsigned k = 0; k < indicator->revisions; k++)
            if (report_in_force(&site->report, &indicator->revision[k])) raise(date, indicator->revision[k].date);
    }
}

void site_find_dates(struct site *site)
{
    const struct progress *progress = site->report.progress;
    site->first = first_published(site);
    site->updated = arena_array(site->report.facts.scratch, progress->initiatives + 1, sizeof *site->updated);
    struct date published = last_published(site);
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const struct initiative_progress *one = &progress->initiative[i];
        site->updated[i] = published;
        raise_by_entries(site, &site->updated[i], one);
        raise_by_revisions(site, &site->updated[i], one->initiative);
        raise_by_corrections(site, &site->updated[i], one->initiative->id);
    }
}

/* ---- pages ---- */

struct date site_updated_plan(const struct site *site)
{
    return site_later(site->first, site->report.facts.plan->date);
}

struct date site_updated_all(const struct site *site)
{
    struct date date = last_published(site);
    for (unsigned i = 0; i < site->report.progress->initiatives; i++)
        raise(&date, site->updated[i]);
    raise_by_corrections(site, &date, NULL);
    return date;
}

void site_set_dates(struct site *site, xmlNode *node, struct date updated)
{
    struct arena *arena = site->report.facts.scratch;
    facts_set(node, "published", report_plain_date(arena, site->first));
    facts_set(node, "published-text", date_text(arena, site->first));
    facts_set(node, "updated", report_plain_date(arena, updated));
    facts_set(node, "updated-text", date_text(arena, updated));
}
