/* record_indicator: an indicator year by year: targets, what was reported, the result and what it rests on. All numbers of it are in
   its unit. */
#include "data/record_private.h"
#include <string.h>
#include "plan/decimal.h"
#include "progress/unit.h"
#include "progress/words.h"

enum { MONTHS_OF_A_YEAR = 12 };
static const char MONEY[] = "円";

/* ---- values ---- */

static const char *kind_of(const struct value *value)
{
    static const char *const KIND[] = {
        [VALUE_PERCENT] = "percent",     [VALUE_QUANTITY] = "quantity", [VALUE_NUMBER] = "number",
        [VALUE_MILESTONE] = "milestone", [VALUE_GROWTH] = "growth",     [VALUE_CONTINUE] = "continue",
        [VALUE_NONE] = "none",
    };
    return KIND[value->kind];
}

/* What is computed with: number, and high and approximate where it is not exact. */
static void set_number(const struct source *source, json_t *object, const struct indicator_progress *indicator,
                       const struct value *value)
{
    struct decimal low = {0}, high = {0};
    if (!unit_number(indicator, value, &low)) return;
    record_set_decimal(source, object, "number", low);
    if (unit_high(indicator, value, &high) && decimal_compare(low, high) != 0)
        record_set_decimal(source, object, "high", high);
    record_set_flag(object, "approximate", value->approximate);
    record_set(object, "bound", words_bound(value));
}

static json_t *steps_of(const struct value *value)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < value->steps; i++)
        json_array_append_new(list, json_string_nocheck(value->step[i]));
    return list;
}

static json_t *record_value(const struct source *source, const struct indicator_progress *indicator,
                            const struct value *value, const struct value *counts)
{
    json_t *object = json_object();
    record_set(object, "kind", kind_of(value));
    record_set(object, "text", value->text);
    record_set_list(object, "steps", steps_of(value));
    set_number(source, object, indicator, counts);
    if (value->kind == VALUE_GROWTH) record_set_decimal(source, object, "wantedGrowth", value->number);
    if (counts && counts != value) record_set(object, "continues", counts->text);
    return object;
}

/* ---- what was reported ---- */

static json_t *reported_steps(const struct actual *actual)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < actual->steps; i++) {
        json_t *object = json_object();
        record_set(object, "text", actual->step[i].text);
        record_set(object, "state", words_state(actual->step[i].declared, actual->step[i].own_state));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *record_actual(const struct source *source, const struct indicator_progress *indicator,
                             const struct reading *reading)
{
    const struct actual *actual = reading->actual;
    json_t *object = json_object();
    record_set(object, "text", source_actual_text(source, actual));
    record_set_list(object, "steps", reported_steps(actual));
    set_number(source, object, indicator, reading->number);
    if (actual->has_number) record_set(object, "numberText", actual->number.text);
    record_set(object, "declared", words_state(actual->declared, actual->own_state));
    if (actual->in) record_set_integer(object, "in", actual->in);
    record_set(object, "asOf", actual->as_of);
    record_set(object, "certainty", words_certainty(actual->certainty));
    record_set(object, "source", actual->source);
    record_set(object, "evidence", actual->evidence);
    record_set(object, "why", actual->why);
    record_set(object, "decision", actual->decision);
    if (actual->months && actual->months < MONTHS_OF_A_YEAR) record_set_integer(object, "months", actual->months);
    record_set_flag(object, "confirmed", actual->confirmed);
    return object;
}

/* ---- the result ---- */

/* A number that was compared, in the indicator's unit. */
static void set_compared(const struct source *source, json_t *object, const char *key,
                         const struct indicator_progress *indicator, const struct reading *reading,
                         struct decimal number)
{
    const char *unit = unit_of_row(indicator);
    if (!unit_convert(number, unit_compared(indicator, reading), unit, &number)) return;
    for (; strstr(unit, MONEY) && number.scale > 0 && number.units % 10 == 0; number.scale--) /* of 千円 in 億円 */
        number.units /= 10;
    record_set_decimal(source, object, key, number);
}

static void set_result(const struct source *source, json_t *object, const struct indicator_progress *indicator,
                       const struct reading *reading)
{
    const struct verdict *verdict = &reading->verdict;
    record_set(object, "state", source_state(source, reading));
    record_set(object, "result", source_verdict(verdict, indicator->judgement));
    if (verdict->outcome == OUTCOME_GRADED) {
        json_object_set_new_nocheck(object, "measured", json_boolean(verdict->measured));
        if (reading->has_rate) record_set_decimal(source, object, "rate", reading->rate);
    }
    record_set_flag(object, "partly", verdict->partly);
    record_set(object, "reason", words_reason_id(verdict->reason));
    record_set(object, "reasonText",
               words_reason_told(source->arena, source->plan->year_kind, source->plan->first, reading));
    if (reading->has_distance) set_compared(source, object, "distance", indicator, reading, reading->distance);
    if (reading->has_totals) {
        set_compared(source, object, "targetTotal", indicator, reading, reading->target_total);
        set_compared(source, object, "actualTotal", indicator, reading, reading->actual_total);
    }
    if (reading->has_growth) record_set_decimal(source, object, "growth", (struct decimal){reading->growth_tenths, 1});
    if (reading->has_needed) record_set_decimal(source, object, "needed", (struct decimal){reading->needed, 0});
}

static json_t *record_reading(const struct source *source, const struct indicator_progress *indicator,
                              const struct reading *reading)
{
    const struct value *cell = source_target_cell(indicator, reading), *original = reading->original;
    json_t *object = record_year(source, reading->year);
    if (cell) json_object_set_new_nocheck(object, "target", record_value(source, indicator, cell, reading->target));
    if (original) {
        json_t *before = record_value(source, indicator, original, original);
        record_set(before, "result", source_verdict(&reading->against_original, indicator->judgement));
        json_object_set_new_nocheck(object, "original", before);
    }
    if (reading->actual) json_object_set_new_nocheck(object, "actual", record_actual(source, indicator, reading));
    set_result(source, object, indicator, reading);
    return object;
}

/* ---- the whole ---- */

static json_t *record_baseline(const struct source *source, const struct indicator_progress *indicator)
{
    const struct baseline *baseline = &indicator->indicator->baseline;
    json_t *object = record_value(source, indicator, &baseline->value, &baseline->value);
    record_set_integer(object, "year", baseline->year);
    record_set(object, "asOf", baseline->as_of);
    if (baseline->approximate) record_set_flag(object, "approximate", true);
    return object;
}

/* All of them, also those decided after the report was published: what the plan says is open. */
static json_t *revisions(const struct source *source, const struct indicator *indicator)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < indicator->revisions; i++) {
        const struct revision *revision = &indicator->revision[i];
        json_t *object = record_year(source, revision->year);
        record_set_date(source, object, "date", revision->date);
        record_set(object, "decidedBy", revision->decided_by);
        record_set(object, "reason", revision->reason);
        record_set(object, "before", revision->value.text);
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *surveys(const struct source *source, const struct initiative_progress *initiative, unsigned index)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < source->progress->years; i++) {
        const struct sheet_year *sheet = initiative->year[i].sheet;
        for (unsigned k = 0; sheet && k < sheet->surveys; k++) {
            if (sheet->survey[k].indicator != index) continue;
            json_t *object = record_year(source, initiative->year[i].year);
            record_set_date(source, object, "date", sheet->survey[k].date);
            record_set_integer(object, "n", sheet->survey[k].n);
            json_array_append_new(list, object);
        }
    }
    return list;
}

json_t *record_indicator(const struct source *source, const struct initiative_progress *initiative, unsigned index)
{
    const struct indicator_progress *one = &initiative->indicator[index];
    const struct indicator *indicator = one->indicator;
    struct decimal outlook = {0};
    json_t *object = json_object(), *years = json_array();
    record_set(object, "id", indicator->id);
    record_set(object, "source", indicator->source);
    record_set(object, "definition", indicator->definition);
    record_set(object, "unit", unit_of_row(one));
    record_set(object, "direction", words_direction_id(indicator->direction));
    record_set(object, "accumulation", words_accumulation_id(indicator->accumulation));
    if (indicator->direction == DIRECTION_KEEP) record_set_decimal(source, object, "tolerance", indicator->tolerance);
    if (one->judgement != source->progress->judgement)
        json_object_set_new_nocheck(object, "judgement", record_judgement(source, one->judgement));
    if (indicator->baseline.given && !indicator->baseline.of_cell)
        json_object_set_new_nocheck(object, "baseline", record_baseline(source, one));
    for (unsigned i = 0; i < one->readings; i++)
        json_array_append_new(years, record_reading(source, one, &one->reading[i]));
    json_object_set_new_nocheck(object, "years", years);
    if (unit_outlook(one, &outlook)) record_set_decimal(source, object, "outlook", outlook);
    record_set_list(object, "revisions", revisions(source, indicator));
    record_set_list(object, "surveys", surveys(source, initiative, index));
    return object;
}
