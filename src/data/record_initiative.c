/* record_initiative: an initiative: its texts, and what was reported of it as a whole year by year. */
#include "data/record_private.h"
#include <string.h>
#include "plan/groups.h"
#include "progress/words.h"

/* Each with its role and its years, where it has them. */
static json_t *departments(const struct source *source, const struct initiative *initiative)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < initiative->charges; i++) {
        const struct charge *charge = &initiative->charge[i];
        const char *text = arena_printf(source->arena, "%s%s", charge->name, charge->note);
        json_array_append_new(list, json_string_nocheck(text));
    }
    return list;
}

/* The body's own; a number has its unit beside it. */
static json_t *fields(const struct source *source, const struct form_fields *fields)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->id != FIELD_OWN) continue;
        json_t *object = json_object();
        record_set(object, "name", field->name);
        record_set(object, "unit", field->unit);
        if (field->unit && field->text.count) record_set_decimal(source, object, "number", field->number);
        record_set_field(source, object, "text", &field->text);
        json_array_append_new(list, object);
    }
    return list;
}

static void set_field(const struct source *source, json_t *object, const struct form_fields *fields,
                      const struct field_kind *kind)
{
    if (kind->id != FIELD_OWN) record_set_field(source, object, kind->element, fields_text(fields, kind->id));
}

static json_t *goal_values(const struct initiative *initiative)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < initiative->goal_values; i++) {
        const struct goal_value *goal = &initiative->goal_value[i];
        json_t *object = json_object();
        record_set(object, "indicator", goal->indicator);
        record_set(object, "op", goal->op);
        record_set(object, "text", goal->value.text);
        json_array_append_new(list, object);
    }
    return list;
}

/* ---- a year ---- */

static json_t *evaluations(const struct source *source, const struct sheet_year *sheet)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < sheet->evaluations; i++) {
        json_t *object = json_object();
        record_set(object, "by", sheet->evaluation[i].by);
        record_set(object, "grade", sheet->evaluation[i].grade);
        record_set(object, "why", sheet->evaluation[i].why);
        record_set_field(source, object, "text", &sheet->evaluation[i].text);
        json_array_append_new(list, object);
    }
    return list;
}

static void set_thousands(const struct source *source, json_t *object, const char *key, bool given, int64_t amount)
{
    if (given) record_set_decimal(source, object, key, (struct decimal){amount, 0});
}

static json_t *costs(const struct source *source, const struct sheet_year *sheet)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < sheet->costs; i++) {
        json_t *object = json_object();
        record_set(object, "source", sheet->source[i].source);
        set_thousands(source, object, "amount", true, sheet->source[i].amount);
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *effects(const struct source *source, const struct sheet_year *sheet)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < sheet->effects; i++) {
        const struct effect *effect = &sheet->effect[i];
        json_t *object = json_object();
        record_set(object, "category", effect->category->name);
        record_set(object, "unit", effect->category->unit);
        record_set(object, "kind", words_effect_kind(effect));
        set_thousands(source, object, "amount", true, effect->amount);
        set_thousands(source, object, "planned", effect->has_planned, effect->planned);
        set_thousands(source, object, "cost", effect->has_cost, effect->cost);
        record_set(object, "rule", effect->rule);
        json_array_append_new(list, object);
    }
    return list;
}

static void set_sheet(const struct source *source, json_t *object, const struct sheet_year *sheet)
{
    if (sheet->has_entered) record_set_date(source, object, "entered", sheet->entered);
    if (sheet->has_checked) record_set_date(source, object, "checked", sheet->checked);
    record_set(object, "ownGrade", source_own_grade(source, sheet));
    record_set(object, "progress", sheet->pace ? sheet->pace->word : NULL);
    record_set(object, "direction", sheet->direction);
    for (unsigned i = 0; i < FIELDS_OF_YEAR.count; i++)
        set_field(source, object, &sheet->fields, &FIELDS_OF_YEAR.kind[i]);
    record_set_list(object, "fields", fields(source, &sheet->fields));
    set_thousands(source, object, "cost", sheet->has_cost, sheet->cost);
    record_set_list(object, "evaluations", evaluations(source, sheet));
    record_set_list(object, "costs", costs(source, sheet));
    record_set_list(object, "effects", effects(source, sheet));
    record_set_list(object, "opinions", record_opinions(source, sheet->opinion, sheet->opinions));
}

static json_t *years(const struct source *source, const struct initiative_progress *one)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < source->progress->years; i++) {
        const struct initiative_year *year = &one->year[i];
        json_t *object = record_year(source, year->year);
        record_set(object, "result", source_verdict(&year->verdict, source->progress->judgement));
        if (year->verdict.outcome == OUTCOME_GRADED)
            json_object_set_new_nocheck(object, "measured", json_boolean(year->verdict.measured));
        record_set_flag(object, "partly", year->verdict.partly);
        if (year->years_late) record_set_integer(object, "yearsLate", year->years_late);
        if (year->sheet) set_sheet(source, object, year->sheet);
        json_array_append_new(list, object);
    }
    return list;
}

/* ---- the whole ---- */

/* The ids of those that carry it on, or that it carries on. */
static json_t *relatives(const struct plan *plan, unsigned own, bool into)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < plan->successions; i++) {
        const struct succession *one = &plan->succession[i];
        if ((into ? one->from : one->to) == own)
            json_array_append_new(list, json_string_nocheck(plan->initiative[into ? one->to : one->from].id));
    }
    return list;
}

static void set_life(const struct source *source, json_t *object, const struct initiative *initiative)
{
    unsigned own = (unsigned)(initiative - source->plan->initiative);
    if (initiative->began) record_set_integer(object, "began", initiative->began);
    if (initiative->ended) record_set_integer(object, "ended", initiative->ended);
    record_set(object, "endedWhy", initiative->ended_why);
    record_set_list(object, "into", relatives(source->plan, own, true));
    record_set_list(object, "succeeds", relatives(source->plan, own, false));
}

json_t *record_initiative(const struct source *source, const struct initiative_progress *one)
{
    const struct initiative *initiative = one->initiative;
    json_t *object = json_object(), *indicators = json_array();
    record_set(object, "id", initiative->id);
    if (strcmp(initiative->code, initiative->id) != 0) record_set(object, "code", initiative->code);
    if (!groups_are_plain(source->plan) && initiative->group != GROUP_NONE)
        record_set(object, "group", groups_of(source->plan, initiative)->id);
    record_set_integer(object, "number", one->ordinal + 1);
    record_set(object, "name", initiative->name);
    record_set(object, "itemName", initiative->item_name);
    json_object_set_new_nocheck(object, "departments", departments(source, initiative));
    record_set_integer(object, "from", initiative->from);
    record_set_integer(object, "to", initiative->to);
    set_life(source, object, initiative);
    for (unsigned i = 0; i < FIELDS_OF_PLAN.count; i++) {
        set_field(source, object, &initiative->fields, &FIELDS_OF_PLAN.kind[i]);
        if (FIELDS_OF_PLAN.kind[i].id == FIELD_GOAL) record_set_list(object, "goalValues", goal_values(initiative));
    }
    record_set_list(object, "fields", fields(source, &initiative->fields));
    if (one->twin) record_set(object, "sharesIndicatorWith", one->twin->initiative->id);
    json_object_set_new_nocheck(object, "years", years(source, one));
    for (unsigned i = 0; i < one->indicators; i++)
        json_array_append_new(indicators, record_indicator(source, one, i));
    json_object_set_new_nocheck(object, "indicators", indicators);
    return object;
}
