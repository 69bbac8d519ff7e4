/* facts_report_changes: what is no longer as it was published: corrections of the plan and of all years read, targets that were
   revised; those since the last publication are marked. */
#include <stdlib.h>
#include <string.h>
#include "document/facts_report_private.h"

/* ---- dates ---- */

static int order(int a, int b)
{
    return a < b ? -1 : a > b;
}

/* A part that one of them leaves out says nothing: 2027-03-20 is not after 2027-03. */
bool report_after(struct date a, struct date b)
{
    if (a.year != b.year) return a.year > b.year;
    if (!a.month || !b.month || a.month != b.month) return a.month && b.month && a.month > b.month;
    return a.day && b.day && a.day > b.day;
}

static bool is_new(const struct report *report, struct date date)
{
    return report->since && report_after(date, *report->since);
}

/* ---- corrections ---- */

struct entry {
    const struct correction *correction;
    unsigned place; /* in the input: entries of one day stay in its order */
};

static int newest_first(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    struct date one = a->correction->date, other = b->correction->date;
    int by_date = order(other.year, one.year);
    if (!by_date) by_date = order(other.month, one.month);
    if (!by_date) by_date = order(other.day, one.day);
    return by_date ? by_date : order((int)a->place, (int)b->place);
}

static const struct initiative *initiative_of(const struct progress *progress, const char *ref)
{
    for (unsigned i = 0; ref && i < progress->initiatives; i++)
        if (!strcmp(progress->initiative[i].initiative->id, ref)) return progress->initiative[i].initiative;
    return NULL;
}

static void add_correction(struct report *report, xmlNode *root, const struct correction *correction)
{
    xmlNode *node = facts_add_correction(&report->facts, root, correction);
    const struct initiative *initiative = initiative_of(report->progress, correction->ref);
    facts_set(node, "date-text", date_text(report->facts.scratch, correction->date));
    facts_set(node, "on", report_plain_date(report->facts.scratch, correction->date));
    facts_set(node, "document-word", words_document(correction->document));
    facts_set(node, "field-word", words_label(report->facts.plan->labels, correction->field));
    if (initiative) {
        facts_set(node, "id", arena_printf(report->facts.scratch, "s%s", initiative->id));
        facts_set(node, "name", initiative->name);
    }
    facts_set_flag(node, "since", is_new(report, correction->date));
}

static unsigned gather(struct entry *entry, unsigned count, const struct correction *correction, unsigned corrections)
{
    for (unsigned i = 0; i < corrections; i++, count++)
        entry[count] = (struct entry){&correction[i], count};
    return count;
}

void report_add_corrections(struct report *report, xmlNode *root)
{
    const struct plan *plan = report->facts.plan;
    const struct history *history = report->history;
    unsigned most = plan->corrections, count = 0;
    for (unsigned i = 0; i < history->years; i++)
        most += history->year[i]->corrections;
    if (!most) return;
    struct entry *entry = arena_array(report->facts.scratch, most, sizeof *entry);
    count = gather(entry, count, plan->correction, plan->corrections);
    for (unsigned i = 0; i < history->years; i++)
        count = gather(entry, count, history->year[i]->correction, history->year[i]->corrections);
    qsort(entry, count, sizeof *entry, newest_first);
    for (unsigned i = 0; i < count; i++)
        add_correction(report, root, entry[i].correction);
}

/* ---- revised targets ---- */

bool report_in_force(const struct report *report, const struct revision *revision)
{
    return !report->published || !report_after(revision->date, *report->published);
}

/* What the target became: what the next revision of that year changed again, else what the plan says now. */
static const struct value *became(const struct indicator *indicator, const struct revision *revision)
{
    const struct revision *next = NULL;
    for (unsigned i = 0; i < indicator->revisions; i++) {
        const struct revision *other = &indicator->revision[i];
        if (other->year != revision->year || !report_after(other->date, revision->date)) continue;
        if (!next || report_after(next->date, other->date)) next = other;
    }
    const struct target *target = facts_target_of(indicator, revision->year);
    return next ? &next->value : target ? &target->value : NULL;
}

static void add_revision(struct report *report, xmlNode *root, const struct initiative *initiative, unsigned index,
                         const struct revision *revision)
{
    struct arena *arena = report->facts.scratch;
    const struct value *to = became(&initiative->indicator[index], revision);
    xmlNode *node = facts_add(root, "revision", NULL);
    facts_set(node, "ref", initiative->id);
    facts_set(node, "code", initiative->code);
    facts_set(node, "id", arena_printf(arena, "s%s", initiative->id));
    facts_set(node, "name", initiative->name);
    facts_set_number(node, "indicator", index + 1);
    facts_set_number(node, "year", revision->year);
    facts_set(node, "label", year_label(report->facts.plan->year_kind, arena, revision->year));
    facts_set(node, "date-text", date_text(arena, revision->date));
    facts_set(node, "decided-by", revision->decided_by);
    facts_set(node, "reason", revision->reason);
    facts_set(node, "from", report_line(report, &revision->value));
    if (to) facts_set(node, "to", report_line(report, to));
    facts_set_flag(node, "since", is_new(report, revision->date));
}

void report_add_revisions(struct report *report, xmlNode *root)
{
    const struct progress *progress = report->progress;
    for (unsigned i = 0; i < progress->initiatives; i++) {
        const struct initiative *initiative = progress->initiative[i].initiative;
        for (unsigned j = 0; j < initiative->indicators; j++) {
            const struct indicator *indicator = &initiative->indicator[j];
            for (unsigned k = 0; k < indicator->revisions; k++)
                if (report_in_force(report, &indicator->revision[k]))
                    add_revision(report, root, initiative, j, &indicator->revision[k]);
        }
    }
}
