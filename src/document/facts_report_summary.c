/* facts_report_summary: the year at a glance: tallies, the change since the year before, what is late or unmet, effects. */
#include <string.h>
#include "document/facts_report_private.h"
#include "plan/groups.h"
#include "progress/number.h"
#include "progress/tally.h"

/* ---- tallies ---- */

static unsigned sum_of(const unsigned *count, unsigned counts)
{
    unsigned sum = 0;
    for (unsigned i = 0; i < counts; i++)
        sum += count[i];
    return sum;
}

/* Cut, so that nothing under 100 shows as 100.0. */
static const char *share(struct report *report, unsigned n, unsigned of)
{
    enum { TENTHS_OF_WHOLE = 1000 };
    return of ? number_rate(report->facts.scratch, (int64_t)n * TENTHS_OF_WHOLE / of) : NULL;
}

static void add_counts(struct report *report, xmlNode *node, const struct tally *tally, const struct tally *before)
{
    const struct judgement *judgement = report->progress->judgement;
    for (unsigned i = 0; i < judgement->count; i++) {
        struct standing standing = report_grade(report->facts.scratch, i, judgement);
        xmlNode *count = facts_add(node, "count", NULL);
        facts_set(count, "grade", standing.id);
        facts_set(count, "word", standing.word);
        facts_set(count, "met", standing.met);
        facts_set_number(count, "n", tally->graded[i]);
        facts_set(count, "rate", share(report, tally->graded[i], tally->denominator));
        facts_set_number(count, "measured", tally->measured[i]);
        facts_set_number(count, "declared", tally->graded[i] - tally->measured[i]);
        if (before) facts_set_number(count, "before", before->graded[i]);
    }
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++) {
        if (!report->progress->occurs[i]) continue;
        struct standing standing = report_outcome(i);
        xmlNode *other = facts_add(node, "other", NULL);
        facts_set(other, "id", standing.id);
        facts_set(other, "word", standing.word);
        facts_set_number(other, "n", tally->outcome[i]);
        if (before) facts_set_number(other, "before", before->outcome[i]);
    }
}

/* What counts as 達成, in whatever grades. */
static void set_met(struct report *report, xmlNode *node, const struct tally *tally, const struct tally *before)
{
    const struct judgement *judgement = report->progress->judgement;
    facts_set_number(node, "met", tally_met(tally->graded, judgement));
    facts_set_number(node, "met-measured", tally_met(tally->measured, judgement));
    facts_set_number(node, "met-declared", tally_met(tally->graded, judgement) - tally_met(tally->measured, judgement));
    facts_set(node, "met-rate", share(report, tally_met(tally->graded, judgement), tally->denominator));
    if (before) facts_set_number(node, "met-before", tally_met(before->graded, judgement));
}

static void set_group(xmlNode *node, const struct group *group)
{
    facts_set_number(node, "number", group->number);
    facts_set_group(node, group);
    facts_set(node, "place", groups_place(group));
}

void report_add_tally(struct report *report, xmlNode *root, const struct tally *tally, const struct tally *before)
{
    static const char *const BY[] = {
        [TALLY_ALL] = "all",
        [TALLY_GROUP] = "policy",
        [TALLY_DEPARTMENT] = "department",
    };
    unsigned grades = report->progress->judgement->count, graded = sum_of(tally->graded, grades);
    unsigned measured = sum_of(tally->measured, grades);
    xmlNode *node = facts_add(root, "tally", NULL);
    bool inner = tally->group && !groups_is_outermost(tally->group);
    facts_set(node, "by", inner ? "group" : BY[tally->by]);
    facts_set(node, "label", tally->by == TALLY_ALL ? "全体" : tally->label);
    if (tally->group) set_group(node, tally->group);
    facts_set_number(node, "initiatives", tally->initiatives);
    facts_set_number(node, "of", tally->denominator);
    facts_set_number(node, "graded", graded);
    facts_set_number(node, "measured", measured);
    facts_set_number(node, "declared", graded - measured);
    facts_set_number(node, "differing", tally->differing);
    set_met(report, node, tally, before);
    add_counts(report, node, tally, before);
}

/* The row of the year before; NULL: it had none (a department may come to be in charge, or cease to be). */
static const struct tally *tally_before(const struct report *report, const struct tally *tally)
{
    const struct progress *progress = report->progress;
    for (unsigned i = 0; report->has_before && i < progress->tallies_before; i++) {
        const struct tally *before = &progress->tally_before[i];
        if (before->by == tally->by && before->group == tally->group && !strcmp(before->label, tally->label))
            return before;
    }
    return NULL;
}

void report_add_tallies(struct report *report, xmlNode *root)
{
    const struct progress *progress = report->progress;
    for (unsigned i = 0; i < progress->tallies; i++)
        report_add_tally(report, root, &progress->tally[i], tally_before(report, &progress->tally[i]));
    if (!report->has_before) return;
    xmlNode *change = facts_add(root, "change", NULL);
    facts_set_number(change, "better", progress->change.better);
    facts_set_number(change, "same", progress->change.same);
    facts_set_number(change, "worse", progress->change.worse);
    facts_set_number(change, "other", progress->change.other);
}

/* What all initiatives came to in each year up to the report's. */
void report_add_year_tallies(struct report *report, xmlNode *root)
{
    const struct progress *progress = report->progress;
    for (unsigned i = 0; i < progress->years && progress->year_of[i] <= progress->year; i++) {
        unsigned rows;
        const struct tally *tally = progress_tally(progress, progress->year_of[i], &rows);
        if (!rows) continue;
        xmlNode *node = facts_add(root, "year-tally", NULL);
        facts_set_number(node, "n", progress->year_of[i]);
        facts_set(node, "label",
                  year_label(report->facts.plan->year_kind, report->facts.scratch, progress->year_of[i]));
        facts_set(node, "short",
                  year_short(report->facts.plan->year_kind, report->facts.scratch, progress->year_of[i]));
        facts_set_number(node, "initiatives", tally->initiatives);
        add_counts(report, node, tally, NULL);
    }
}

/* ---- late and unmet ---- */

/* Why it is late, and what will be done. */
static void add_late_fields(xmlNode *node, const struct form_fields *fields)
{
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->text.count && (field->id == FIELD_REASON || field->id == FIELD_NEXT))
            facts_add_form_field(node, "year-field", field);
    }
}

static void add_late(struct report *report, xmlNode *root, const struct initiative_progress *one)
{
    struct arena *arena = report->facts.scratch;
    const struct initiative_year *year = &one->year[report->index];
    const struct indicator_progress *deciding = one->indicators ? &one->indicator[year->deciding] : NULL;
    const struct reading *reading = deciding ? &deciding->reading[report->index] : NULL;
    xmlNode *node = facts_add(root, "late", NULL);
    facts_set(node, "id", arena_printf(arena, "s%s", one->initiative->id));
    facts_set(node, "ref", one->initiative->id);
    facts_set(node, "code", one->initiative->code);
    facts_set(node, "name", one->initiative->name);
    facts_set(node, "department", facts_departments(&report->facts, one->initiative));
    report_set_standing(node, report_standing(arena, &year->verdict, report->progress->judgement));
    if (reading) {
        report_set_values(report, node, deciding, reading);
        report_set_result(report, node, deciding, reading);
    }
    facts_set_number(node, "years-late", year->years_late);
    facts_set_flag(node, "said", year->said_late);
    if (reading && reading->actual)
        facts_set(node, "state-word", words_state(reading->actual->declared, reading->actual->own_state));
    if (reading && reading->actual && reading->actual->in)
        facts_set(node, "in-label", year_label(report->facts.plan->year_kind, arena, reading->actual->in));
    if (!year->sheet) return;
    if (year->sheet->pace) facts_set(node, "progress-word", year->sheet->pace->word);
    add_late_fields(node, &year->sheet->fields);
}

void report_add_late(struct report *report, xmlNode *root)
{
    for (unsigned i = 0; i < report->progress->late; i++)
        add_late(report, root, report->progress->late_initiative[i]);
}

/* ---- effects ---- */

const char *report_whole(struct report *report, int64_t amount, const char *unit)
{
    const char *digits = number_text(report->facts.scratch, (struct decimal){amount, 0});
    return arena_printf(report->facts.scratch, "%s%s", digits, unit);
}

static void set_amount(struct report *report, xmlNode *node, const char *unit, const char *name, int64_t amount)
{
    struct arena *arena = report->facts.scratch;
    facts_set_number(node, name, amount);
    facts_set(node, arena_printf(arena, "%s-text", name), report_whole(report, amount, unit));
    facts_set(node, arena_printf(arena, "%s-short", name), number_short(arena, (struct decimal){amount, 0}, unit));
}

static void add_effect(struct report *report, xmlNode *root, const struct effects_total *total)
{
    xmlNode *node = facts_add(root, "effect", NULL);
    int64_t net = 0, cumulative_net = 0;
    facts_set(node, "category", total->category);
    facts_set(node, "unit", total->unit);
    bool fits = !total->too_large && !__builtin_sub_overflow(total->yearly, total->cost, &net) &&
                !__builtin_sub_overflow(total->cumulative, total->cumulative_cost, &cumulative_net);
    facts_set_flag(node, "too-large", !fits);
    if (!fits) return;
    set_amount(report, node, total->unit, "yearly", total->yearly);
    set_amount(report, node, total->unit, "planned", total->planned);
    set_amount(report, node, total->unit, "cost", total->cost);
    set_amount(report, node, total->unit, "net", net);
    set_amount(report, node, total->unit, "cumulative", total->cumulative);
    set_amount(report, node, total->unit, "cumulative-planned", total->cumulative_planned);
    set_amount(report, node, total->unit, "cumulative-cost", total->cumulative_cost);
    set_amount(report, node, total->unit, "cumulative-net", cumulative_net);
}

void report_add_effects(struct report *report, xmlNode *root)
{
    const struct progress *progress = report->progress;
    for (unsigned i = 0; i < progress->effects; i++)
        add_effect(report, root, &progress->effect[i]);
    if (progress->has_effect_all) add_effect(report, root, &progress->effect_all);
}
