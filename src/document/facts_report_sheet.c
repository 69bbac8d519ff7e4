/* facts_report_sheet: an initiative's sheet in the report: what the plan says, the answer of the year first, then what the
   department, the headquarters and others say of it. */
#include <string.h>
#include "document/facts_report_private.h"

/* ---- the result of the whole ---- */

/* Who said the grade that differs. */
static const char *own_by(const struct initiative_year *year)
{
    for (unsigned i = 0; year->own_grade && i < year->sheet->evaluations; i++)
        if (year->sheet->evaluation[i].grade == year->own_grade) return year->sheet->evaluation[i].by;
    return NULL;
}

static void set_previous(xmlNode *sheet, struct standing standing)
{
    facts_set(sheet, "previous-grade", standing.id);
    facts_set(sheet, "previous-word", standing.word);
    facts_set(sheet, "previous-shape", standing.shape);
}

void report_set_year(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative)
{
    struct arena *arena = report->facts.scratch;
    const struct judgement *judgement = report->progress->judgement;
    const struct initiative_year *year = &initiative->year[report->index];
    report_set_standing(sheet, report_standing(arena, &year->verdict, judgement));
    if (report->has_before)
        set_previous(sheet, report_standing(arena, &initiative->year[report->index - 1].verdict, judgement));
    if (year->verdict.outcome == OUTCOME_GRADED) facts_set(sheet, "measured", year->verdict.measured ? "yes" : "no");
    facts_set_flag(sheet, "partly", year->verdict.partly);
    facts_set(sheet, "own-grade", year->own_grade);
    facts_set(sheet, "own-by", own_by(year));
    if (year->declared && year->computed.outcome == OUTCOME_GRADED)
        facts_set(sheet, "computed-word", report_standing(arena, &year->computed, judgement).word);
    facts_set_number(sheet, "years-late", year->years_late);
    if (!year->sheet) return;
    facts_set(sheet, "direction", year->sheet->direction);
    if (year->sheet->pace) facts_set(sheet, "progress-word", year->sheet->pace->word);
    if (year->sheet->has_entered) facts_set(sheet, "entered-text", date_text(arena, year->sheet->entered));
    if (year->sheet->has_checked) facts_set(sheet, "checked-text", date_text(arena, year->sheet->checked));
}

/* A row of the matrix. */
void report_add_years(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative)
{
    struct arena *arena = report->facts.scratch;
    for (unsigned i = 0; i < report->progress->years; i++) {
        const struct initiative_year *year = &initiative->year[i];
        xmlNode *node = facts_add(sheet, "year", NULL);
        facts_set_number(node, "n", year->year);
        facts_set(node, "label", year_label(report->facts.plan->year_kind, arena, year->year));
        facts_set(node, "short", year_short(report->facts.plan->year_kind, arena, year->year));
        facts_set_flag(node, "due", year->shown);
        report_set_standing(node, report_standing(arena, &year->verdict, report->progress->judgement));
    }
}

/* ---- the headline: what the indicator that decided came to ---- */

static const char *headline_kind(const struct initiative_progress *initiative, const struct verdict *verdict)
{
    static const char *const KIND[OUTCOME_COUNT] = {
        [OUTCOME_UNREPORTED] = "none",     [OUTCOME_UNDECIDABLE] = "other",  [OUTCOME_HARD] = "other",
        [OUTCOME_COUNTING] = "other",      [OUTCOME_NOT_SURVEYED] = "other", [OUTCOME_CONTINUED] = "milestone",
        [OUTCOME_NOT_APPLICABLE] = "none", [OUTCOME_NOT_DUE] = "none",       [OUTCOME_INTERIM] = "way",
        [OUTCOME_NOT_EVALUATED] = "none",  [OUTCOME_NOT_BEGUN] = "none",     [OUTCOME_OVER] = "none",
    };
    if (verdict->outcome != OUTCOME_GRADED) return KIND[verdict->outcome];
    if (!initiative->indicators) return "declared";
    return verdict->measured ? "numeric" : "milestone";
}

static void set_declared(struct report *report, xmlNode *node, const struct actual *actual)
{
    facts_set(node, "state-word", words_state(actual->declared, actual->own_state));
    facts_set(node, "why", actual->why);
    facts_set(node, "decision", actual->decision);
    if (actual->in)
        facts_set(node, "in-label", year_label(report->facts.plan->year_kind, report->facts.scratch, actual->in));
}

void report_add_headline(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative)
{
    const struct initiative_year *year = &initiative->year[report->index];
    xmlNode *node = facts_add(sheet, "headline", NULL);
    facts_set(node, "kind", headline_kind(initiative, &year->verdict));
    if (!initiative->indicators) return;
    const struct indicator_progress *indicator = &initiative->indicator[year->deciding];
    const struct reading *reading = &indicator->reading[report->index];
    facts_set_number(node, "indicator", year->deciding + 1);
    facts_set(node, "direction", words_direction_id(indicator->indicator->direction));
    report_set_values(report, node, indicator, reading);
    facts_set_flag(node, "continues", reading->continues);
    if (reading->actual) set_declared(report, node, reading->actual);
    report_set_result(report, node, indicator, reading);
    report_set_change(report, node, indicator, reading);
    report_set_interim(report, node, indicator, reading);
    facts_set(node, "reason", words_reason_id(reading->verdict.reason));
    facts_set(node, "reason-word", report_reason(report, reading));
}

/* ---- what people say of the year ---- */

static void add_evaluations(xmlNode *sheet, const struct sheet_year *year)
{
    for (unsigned i = 0; i < year->evaluations; i++) {
        xmlNode *node = facts_add_field(sheet, "evaluation", &year->evaluation[i].text);
        facts_set(node, "by", year->evaluation[i].by);
        facts_set(node, "grade", year->evaluation[i].grade);
        facts_set(node, "why", year->evaluation[i].why);
    }
}

static void add_effects(struct report *report, xmlNode *sheet, const struct sheet_year *year)
{
    for (unsigned i = 0; i < year->effects; i++) {
        const struct effect *effect = &year->effect[i];
        const char *unit = effect->category->unit;
        int64_t net = effect->amount;
        xmlNode *node = facts_add(sheet, "effect", NULL);
        facts_set(node, "category", effect->category->name);
        facts_set(node, "kind", effect->cumulative ? "cumulative" : "yearly");
        facts_set(node, "kind-word", words_effect_kind(effect));
        if (effect->has_planned) facts_set(node, "planned-text", report_whole(report, effect->planned, unit));
        if (effect->has_cost) facts_set(node, "cost-text", report_whole(report, effect->cost, unit));
        facts_set(node, "amount-text", report_whole(report, effect->amount, unit));
        if (!effect->has_cost || !__builtin_sub_overflow(effect->amount, effect->cost, &net))
            facts_set(node, "net-text", report_whole(report, net, unit));
        facts_set(node, "rule", effect->rule);
    }
}

void report_add_texts(struct report *report, xmlNode *sheet, const struct sheet_year *year)
{
    for (unsigned i = 0; i < year->fields.count; i++)
        if (year->fields.field[i].text.count) facts_add_form_field(sheet, "year-field", &year->fields.field[i]);
    add_evaluations(sheet, year);
    if (year->has_cost) {
        xmlNode *cost = facts_add(sheet, "cost", NULL);
        facts_set_number(cost, "value", year->cost);
        facts_set(cost, "text", report_whole(report, year->cost, "千円"));
        for (unsigned i = 0; i < year->costs; i++) {
            xmlNode *source = facts_add(cost, "source", NULL);
            facts_set(source, "name", year->source[i].source);
            facts_set(source, "text", report_whole(report, year->source[i].amount, "千円"));
        }
    }
    add_effects(report, sheet, year);
    report_add_opinions(report, sheet, year->opinion, year->opinions);
}

/* ---- the sheet ---- */

void report_add_twin(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative)
{
    if (!initiative->twin) return;
    const struct initiative *other = initiative->twin->initiative;
    xmlNode *twin = facts_add(sheet, "twin", NULL);
    facts_set(twin, "id", arena_printf(report->facts.scratch, "s%s", other->id));
    facts_set(twin, "ref", other->id);
    facts_set(twin, "code", other->code);
    facts_set(twin, "name", other->name);
}

static void add_sheet(struct report *report, xmlNode *root, const struct initiative_progress *one)
{
    xmlNode *sheet = facts_add_sheet(&report->facts, root, one->initiative);
    const struct sheet_year *year = one->year[report->index].sheet;
    report_set_year(report, sheet, one);
    report_add_years(report, sheet, one);
    report_add_headline(report, sheet, one);
    if (year) report_add_texts(report, sheet, year);
    report_add_twin(report, sheet, one);
    for (unsigned i = 0; i < one->indicators; i++)
        report_add_indicator(report, sheet, one, i);
}

void report_add_sheets(struct report *report, xmlNode *root)
{
    for (unsigned i = 0; i < report->progress->initiatives; i++)
        add_sheet(report, root, &report->progress->initiative[i]);
}
