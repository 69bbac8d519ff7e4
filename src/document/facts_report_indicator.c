/* facts_report_indicator: an indicator year by year: target, what was reported, and the result with what it rests on. */
#include "document/facts_report_private.h"
#include "plan/decimal.h"
#include "plan/life.h"
#include "progress/number.h"

enum { MONTHS_OF_A_YEAR = 12 };

/* ---- the target ---- */

static void set_value(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                      const struct value *value)
{
    struct decimal number = {0};
    if (unit_number(indicator, value, &number)) facts_set(node, "value", number_plain(report->facts.scratch, number));
}

/* What is asked as a level, so that it can be drawn beside what was reached: of a change what it leads to. */
static void set_asked(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                      const struct reading *reading)
{
    const struct value *target = reading->target, *actual = reading->number;
    struct decimal wanted = {0}, from = {0};
    bool level = target && target->change && actual && !actual->change && reading->base;
    if (!level) {
        set_value(report, node, indicator, target);
        return;
    }
    if (!unit_number(indicator, target, &wanted) || !unit_number(indicator, reading->base, &from)) return;
    if (decimal_add(from, wanted, &wanted)) facts_set(node, "value", number_plain(report->facts.scratch, wanted));
}

static bool is_revised(const struct report *report, const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->revisions; i++)
        if (indicator->revision[i].year == year && report_in_force(report, &indicator->revision[i])) return true;
    return false;
}

static void add_target(struct report *report, xmlNode *cell, const struct initiative *initiative,
                       const struct indicator_progress *indicator, const struct reading *reading)
{
    const struct value *target = report_cell_value(indicator, reading);
    bool revised = is_revised(report, indicator->indicator, reading->year);
    bool within = reading->year >= initiative->from && reading->year <= initiative->to;
    const char *absent = !within ? "outside" : reading->stand == STAND_NOTHING ? "unset" : "ahead";
    xmlNode *node = facts_add_target(cell, target, target && revised, absent);
    set_asked(report, node, indicator, reading);
    if (reading->continues && reading->target) facts_set(node, "continues", report_line(report, reading->target));
    if (!reading->original) return;
    struct arena *arena = report->facts.scratch;
    xmlNode *original = facts_add_value(cell, "original", reading->original);
    set_value(report, original, indicator, reading->original);
    report_set_standing(original, report_standing(arena, &reading->against_original, indicator->judgement));
}

/* ---- what was reported ---- */

static void add_actual(struct report *report, xmlNode *cell, const struct indicator_progress *indicator,
                       const struct reading *reading)
{
    const struct actual *actual = reading->actual;
    if (!actual) return;
    xmlNode *node = facts_add(cell, "actual", NULL);
    if (!actual->steps && actual->value.text) facts_put_lines(node, actual->value.text);
    for (unsigned i = 0; i < actual->steps; i++) {
        xmlNode *step = facts_add(node, "step", NULL);
        facts_put_lines(step, actual->step[i].text);
        facts_set(step, "state-word", words_state(actual->step[i].declared, actual->step[i].own_state));
    }
    set_value(report, node, indicator, reading->number);
    if (actual->has_number) facts_set(node, "number-text", actual->number.text);
    facts_set(node, "declared-word", words_state(actual->declared, actual->own_state));
    facts_set(node, "certainty-word", words_certainty(actual->certainty));
    facts_set(node, "as-of-text", facts_written_date(&report->facts, actual->as_of));
    facts_set(node, "source", actual->source);
    facts_set(node, "evidence", actual->evidence);
    facts_set(node, "why", actual->why);
    facts_set(node, "decision", actual->decision);
    if (actual->in)
        facts_set(node, "in-label", year_label(report->facts.plan->year_kind, report->facts.scratch, actual->in));
    if (actual->months && actual->months < MONTHS_OF_A_YEAR) facts_set_number(node, "months", actual->months);
    facts_set_flag(node, "confirmed", actual->confirmed);
}

/* ---- totals, growth ---- */

static void add_total(struct report *report, xmlNode *cell, const struct indicator_progress *indicator,
                      const struct reading *reading)
{
    if (!reading->has_totals) return;
    const char *unit = unit_compared(indicator, reading);
    xmlNode *node = facts_add(cell, "total", NULL);
    facts_set(node, "target", report_amount(report, reading->target_total, unit));
    facts_set(node, "actual", report_amount(report, reading->actual_total, unit));
}

/* needed − actual, when that is more than nothing and whole: 「あと1事業」 */
static void set_missing(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                        const struct reading *reading)
{
    struct decimal number = {0}, missing = {0};
    if (!unit_number(indicator, reading->number, &number) || number.scale) return;
    number.units = -number.units;
    if (!decimal_add((struct decimal){reading->needed, 0}, number, &missing)) return;
    bool down = reading->against->number.units < 0;
    if (down) missing.units = -missing.units;
    if (missing.units > 0) facts_set(node, "missing", report_amount(report, missing, unit_of_row(indicator)));
}

static void add_growth(struct report *report, xmlNode *cell, const struct indicator_progress *indicator,
                       const struct reading *reading)
{
    if (!reading->has_growth && !reading->has_needed) return;
    xmlNode *node = facts_add(cell, "growth", NULL);
    if (reading->has_growth) facts_set(node, "rate", number_rate(report->facts.scratch, reading->growth_tenths));
    if (!reading->has_needed) return;
    struct decimal needed = {reading->needed, 0};
    facts_set(node, "needed", report_amount(report, needed, unit_of_row(indicator)));
    facts_set_number(node, "needed-value", reading->needed);
    set_missing(report, node, indicator, reading);
}

/* ---- the years ---- */

static void set_reason(struct report *report, xmlNode *node, const struct reading *reading)
{
    facts_set(node, "reason", words_reason_id(reading->verdict.reason));
    facts_set(node, "reason-word", report_reason(report, reading));
}

static void add_cell(struct report *report, xmlNode *parent, const struct initiative *initiative,
                     const struct indicator_progress *indicator, const struct reading *reading)
{
    struct arena *arena = report->facts.scratch;
    const struct verdict *verdict = &reading->verdict;
    xmlNode *cell = facts_add_cell(&report->facts, parent, reading->year);
    facts_set(cell, "short", year_short(report->facts.plan->year_kind, arena, reading->year));
    facts_set_flag(cell, "due", reading->due);
    report_set_standing(cell, report_standing(arena, verdict, indicator->judgement));
    report_set_result(report, cell, indicator, reading);
    if (verdict->outcome == OUTCOME_GRADED) facts_set(cell, "measured", verdict->measured ? "yes" : "no");
    facts_set_flag(cell, "partly", verdict->partly);
    set_reason(report, cell, reading);
    report_set_change(report, cell, indicator, reading);
    report_set_interim(report, cell, indicator, reading);
    add_target(report, cell, initiative, indicator, reading);
    add_actual(report, cell, indicator, reading);
    add_total(report, cell, indicator, reading);
    add_growth(report, cell, indicator, reading);
}

static void add_surveys(struct report *report, xmlNode *node, const struct initiative_progress *initiative,
                        unsigned index)
{
    struct arena *arena = report->facts.scratch;
    for (unsigned i = 0; i <= report->index; i++) {
        const struct sheet_year *sheet = initiative->year[i].sheet;
        for (unsigned k = 0; sheet && k < sheet->surveys; k++) {
            const struct survey *survey = &sheet->survey[k];
            if (survey->indicator != index) continue;
            xmlNode *child = facts_add(node, "survey", NULL);
            facts_set(child, "year", year_label(report->facts.plan->year_kind, arena, initiative->year[i].year));
            facts_set(child, "date-text", date_text(arena, survey->date));
            facts_set(child, "n", number_text(arena, (struct decimal){survey->n, 0}));
            facts_set_number(child, "value", survey->n);
        }
    }
}

/* ---- how it is judged, where it leads ---- */

/* By what the newest result rests on: the rules are progress's. */
static void set_basis(xmlNode *node, const struct indicator_progress *indicator)
{
    for (unsigned i = indicator->readings; i-- > 0;) {
        const struct verdict *verdict = &indicator->reading[i].verdict;
        if (verdict->outcome != OUTCOME_GRADED) continue;
        enum reason reason = verdict->measured ? verdict->reason : REASON_DECLARED;
        facts_set(node, "basis", words_reason_id(reason));
        facts_set(node, "basis-word", words_reason(reason));
        return;
    }
}

static void set_outlook(struct report *report, xmlNode *node, const struct indicator_progress *indicator, int last)
{
    struct arena *arena = report->facts.scratch;
    struct decimal outlook = {0};
    if (!unit_outlook(indicator, &outlook)) return;
    facts_set(node, "outlook", number_plain(arena, outlook));
    facts_set(node, "outlook-text", report_amount(report, outlook, unit_of_row(indicator)));
    facts_set(node, "outlook-year", year_label(report->facts.plan->year_kind, arena, last));
}

static void add_projection(struct report *report, xmlNode *cell, const struct indicator_progress *indicator)
{
    struct decimal outlook = {0};
    if (!unit_outlook(indicator, &outlook)) return;
    xmlNode *node = facts_add(cell, "projection", report_amount(report, outlook, unit_of_row(indicator)));
    facts_set(node, "value", number_plain(report->facts.scratch, outlook));
}

static int last_year(const struct report *report, const struct initiative *initiative)
{
    int last = report->facts.plan->last;
    return life_last(initiative) < last ? life_last(initiative) : last;
}

void report_add_indicator(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative,
                          unsigned index)
{
    const struct indicator_progress *one = &initiative->indicator[index];
    const struct indicator *indicator = one->indicator;
    int last = last_year(report, initiative->initiative);
    xmlNode *node = facts_add_indicator(&report->facts, sheet, indicator, index + 1);
    if (indicator->has_whole) set_value(report, node->last, one, &indicator->whole.value);
    if (indicator->baseline.given && !indicator->baseline.of_cell)
        set_value(report, indicator->has_whole ? node->last->prev : node->last, one, &indicator->baseline.value);
    const char *unit = unit_of_row(one);
    if (*unit) xmlSetProp(node, (const xmlChar *)"unit", (const xmlChar *)unit);
    facts_set(node, "direction", words_direction_id(indicator->direction));
    facts_set(node, "accumulation", words_accumulation_id(indicator->accumulation));
    if (indicator->direction == DIRECTION_KEEP)
        facts_set(node, "tolerance", number_text(report->facts.scratch, indicator->tolerance));
    if (one->judgement != report->progress->judgement)
        facts_set(node, "scheme", arena_printf(report->facts.scratch, "%s/%u", initiative->initiative->id, index + 1));
    report_set_chart(report, node, one);
    set_basis(node, one);
    set_outlook(report, node, one, last);
    for (unsigned i = 0; i < one->readings; i++) {
        add_cell(report, node, initiative->initiative, one, &one->reading[i]);
        if (one->reading[i].year == last) add_projection(report, node->last, one);
    }
    for (unsigned i = 0; i < indicator->revisions; i++)
        if (report_in_force(report, &indicator->revision[i]))
            facts_add_revision(&report->facts, node, &indicator->revision[i]);
    add_surveys(report, node, initiative, index);
}
