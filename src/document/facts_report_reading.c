/* facts_report_reading: one indicator in one year: the units in which its numbers are told, and its result as display atoms. */
#include <string.h>
#include "document/facts_report_private.h"
#include "progress/grade.h"
#include "progress/number.h"

static const char PERCENT[] = "%", POINTS[] = "ポイント", ABOUT[] = "約", RANK[] = "位";

const char *report_amount(struct report *report, struct decimal number, const char *unit)
{
    return number_amount(report->facts.scratch, number, unit);
}

/* ---- values as text ---- */

const char *report_line(struct report *report, const struct value *value)
{
    struct arena *arena = report->facts.scratch;
    char *line = arena_strdup(arena, value->text), *out = line;
    for (unsigned i = 0; i < value->steps; i++)
        line = i ? (char *)arena_printf(arena, "%s、%s", line, value->step[i]) : arena_strdup(arena, value->step[i]);
    if (value->steps) return line;
    for (const char *in = line; *in; in++)
        if (*in != '\n') *out++ = *in;
    *out = '\0';
    return line;
}

/* 10人を上回る: a bound in a verb needs marks to stand in a sentence. */
static bool ends_like_a_sentence(const struct value *value)
{
    static const char *const VERBS[] = {"る", "ない"};
    size_t length = strlen(value->text);
    for (size_t i = 0; value->bound != BOUND_NONE && i < sizeof VERBS / sizeof *VERBS; i++) {
        size_t verb = strlen(VERBS[i]);
        if (length > verb && !strcmp(value->text + length - verb, VERBS[i])) return true;
    }
    return false;
}

/* Only the author's own text is printed in the table of years; in a sentence a bare 46 is 46億円. */
const char *report_told(struct report *report, const struct indicator_progress *indicator, const struct value *value)
{
    const char *text = report_line(report, value), *unit = indicator->indicator->unit;
    if (ends_like_a_sentence(value)) return arena_printf(report->facts.scratch, "「%s」", text);
    if (value->kind != VALUE_NUMBER || !unit || !*text) return text;
    bool digit = text[strlen(text) - 1] >= '0' && text[strlen(text) - 1] <= '9';
    return digit ? arena_printf(report->facts.scratch, "%s%s", text, unit) : text;
}

void report_set_values(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                       const struct reading *reading)
{
    const struct actual *actual = reading->actual;
    if (reading->has_totals && reading->has_distance) { /* what the distance is between */
        const char *unit = unit_compared(indicator, reading);
        facts_set(node, "target", report_amount(report, reading->target_total, unit));
        facts_set(node, "actual", report_amount(report, reading->actual_total, unit));
        facts_set_flag(node, "total", true);
        return;
    }
    if (reading->against && reading->against->kind != VALUE_NONE)
        facts_set(node, "target", report_told(report, indicator, reading->against));
    if (!actual) return;
    if (actual->value.text && *actual->value.text && !actual->steps)
        facts_set(node, "actual", report_told(report, indicator, &actual->value));
    if (actual->has_number) facts_set(node, "number-text", report_told(report, indicator, &actual->number));
}

const struct value *report_cell_value(const struct indicator_progress *indicator, const struct reading *reading)
{
    static const struct value ARROW = {.kind = VALUE_CONTINUE, .text = "→"};
    if (!reading->continues) return reading->target;
    const struct target *target = facts_target_of(indicator->indicator, reading->year);
    return target && target->value.kind == VALUE_CONTINUE ? &target->value : &ARROW;
}

/* ---- the result ---- */

static void set_distance(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                         const struct reading *reading, const char *about)
{
    struct arena *arena = report->facts.scratch;
    struct decimal distance = reading->distance, size = distance;
    const char *unit = unit_compared(indicator, reading);
    if (size.units < 0) size.units = -size.units;
    if (!strcmp(unit, PERCENT)) unit = POINTS;
    facts_set(node, "distance", arena_printf(arena, "%s%s", about, report_amount(report, size, unit)));
    facts_set(node, "difference", arena_printf(arena, "%s%s", about, report_amount(report, distance, unit)));
    facts_set(node, "side", distance.units < 0 ? "below" : distance.units ? "above" : "equal");
    facts_set_flag(node, "short-of", !reading->reached);
    facts_set_flag(node, "rank", !strcmp(unit, RANK));
    bool keeps = indicator->indicator->direction == DIRECTION_KEEP;
    if (keeps && reading->against && reading->against->bound == BOUND_WITHIN) facts_set(node, "bound", "within");
}

void report_set_result(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                       const struct reading *reading)
{
    bool about =
        (reading->number && reading->number->approximate) || (reading->against && reading->against->approximate);
    const char *sign = about ? ABOUT : "";
    if (reading->has_rate && reading->verdict.outcome == OUTCOME_GRADED) {
        const char *rate = number_percents(report->facts.scratch, reading->rate);
        facts_set(node, "rate", arena_printf(report->facts.scratch, "%s%s", sign, rate));
    }
    if (reading->has_distance) set_distance(report, node, indicator, reading, sign);
}

const char *report_reason(struct report *report, const struct reading *reading)
{
    const struct plan *plan = report->facts.plan;
    return words_reason_told(report->facts.scratch, plan->year_kind, plan->first, reading);
}

/* What the change is told in: the base's unit for a wish, else what the targets ask in. */
static const char *unit_of_change(const struct indicator_progress *indicator, const struct reading *reading)
{
    bool wish = reading->verdict.reason == REASON_WISH && reading->base;
    const char *unit = wish ? unit_of_value(indicator->indicator, reading->base) : unit_compared(indicator, reading);
    if (wish && indicator->clock) unit = unit_of_row(indicator);
    return strcmp(unit, PERCENT) ? unit : POINTS;
}

void report_set_change(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                       const struct reading *reading)
{
    struct decimal size = reading->change;
    if (!reading->has_change) return;
    if (size.units < 0) size.units = -size.units;
    facts_set(node, "change", report_amount(report, size, unit_of_change(indicator, reading)));
    facts_set(node, "change-side", reading->change.units < 0 ? "less" : reading->change.units ? "more" : "same");
    facts_set_flag(node, "unreached", !reading->reached);
    if (!reading->base) return;
    facts_set(node, "base", report_told(report, indicator, reading->base));
    if (reading->base_year)
        facts_set(node, "base-year",
                  year_label(report->facts.plan->year_kind, report->facts.scratch, reading->base_year));
}
