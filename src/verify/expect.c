/* expect: see expect.h. */
#include "verify/expect.h"
#include <string.h>
#include "plan/charges.h"
#include "progress/number.h"
#include "progress/unit.h"
#include "progress/words.h"

static const char NOT_YET[] = "報告前", LIST_MARK[] = "・", ABOUT[] = "約", PERCENT[] = "%";

/* ---- texts ---- */

const char *expect_result(const struct verdict *verdict, const struct judgement *judgement)
{
    if (verdict->outcome == OUTCOME_GRADED) return judgement->grades[verdict->grade].name;
    const char *word = words_outcome(verdict->outcome);
    return word ? word : "";
}

const struct actuals *expect_file(const struct truth *truth, int year)
{
    for (unsigned i = 0; i < truth->history->years; i++)
        if (truth->history->year[i]->year == year && year <= truth->progress->year) return truth->history->year[i];
    return NULL;
}

const char *expect_departments(struct arena *arena, const struct initiative *initiative)
{
    return charges_text(arena, initiative, NULL);
}

static const char *with_line(struct arena *arena, const char *text, const char *mark, const char *line)
{
    return arena_printf(arena, "%s%s%s%s", text, *text ? "\n" : "", mark, line);
}

const char *expect_field(struct arena *arena, const struct field *field)
{
    const char *text = "";
    for (unsigned i = 0; i < field->count; i++)
        for (unsigned k = 0; k < field->blocks[i].count; k++)
            text = with_line(arena, text, field->blocks[i].list ? LIST_MARK : "", field->blocks[i].text[k]);
    return text;
}

const char *expect_own(struct arena *arena, const struct form_fields *fields, const char *column)
{
    const char *text = "";
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->id != FIELD_OWN || strcmp(fields_column(arena, field), column) != 0) continue;
        bool number = field->unit && field->text.count;
        text =
            with_line(arena, text, "", number ? number_plain(arena, field->number) : expect_field(arena, &field->text));
    }
    return text;
}

const char *expect_own_texts(struct arena *arena, const struct form_fields *fields)
{
    const char *text = "";
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        const char *name = arena_printf(arena, "%s：", field->name);
        if (field->id == FIELD_OWN) text = with_line(arena, text, name, expect_field(arena, &field->text));
    }
    return text;
}

const char *expect_own_numbers(struct arena *arena, const struct form_fields *fields)
{
    const char *text = "";
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->id != FIELD_OWN || !field->unit || !field->text.count) continue;
        const char *number = arena_printf(arena, "%s%s", number_plain(arena, field->number), field->unit);
        text = with_line(arena, text, arena_printf(arena, "%s：", field->name), number);
    }
    return text;
}

const char *expect_date(struct arena *arena, struct date date)
{
    if (!date.month) return arena_printf(arena, "%04d", date.year);
    if (!date.day) return arena_printf(arena, "%04d-%02d", date.year, date.month);
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Counted anew: what the scheme calls met. */
static unsigned met_of(const struct judgement *judgement, const unsigned *graded)
{
    unsigned met = 0;
    for (const struct grade *grade = judgement->grades; grade < judgement->grades + judgement->count; grade++, graded++)
        met += grade->met ? *graded : 0;
    return met;
}

const char *expect_share(struct arena *arena, const struct judgement *judgement, const struct tally *tally)
{
    enum { WHOLE = 1000 };
    if (!tally->denominator) return "";
    return number_rate(arena, (int64_t)met_of(judgement, tally->graded) * WHOLE / tally->denominator);
}

const char *expect_amount(struct arena *arena, struct decimal number, const char *unit)
{
    return number_amount(arena, number, unit);
}

/* ---- one indicator in one year ---- */

static const char *plain(struct arena *arena, const struct indicator_progress *indicator, const struct value *value)
{
    struct decimal number = {0};
    return unit_number(indicator, value, &number) ? number_plain(arena, number) : "";
}

/* By the author's own words, so that the reader of cells is not asked what it made of them. */
static const char *bound_word(const struct value *value)
{
    static const char *const WORD[][2] = {
        {"以上",          "以上"},
        {"以下",          "以下"},
        {"以内",          "以下"},
        {"未満",          "未満"},
        {"超えない",    "以下"},
        {"上回らない", "以下"},
        {"下回らない", "以上"},
        {"超",             "超"   },
        {"上回る",       "超"   },
        {"下回る",       "未満"},
    };
    if (!value || !value_is_numeric(value)) return "";
    if (value->bound == BOUND_WITHIN) return "範囲";
    if (value->change) return "増減";
    if (value->unit && !strcmp(value->unit, "位")) return "以下";
    for (size_t i = 0; i < sizeof WORD / sizeof *WORD; i++)
        if (strstr(value->text, WORD[i][0])) return WORD[i][1];
    return "";
}

static const char *upper(struct arena *arena, const struct indicator_progress *indicator, const struct value *value)
{
    struct decimal number = {0};
    bool range = value && value->bound == BOUND_WITHIN;
    return range && unit_high(indicator, value, &number) ? number_plain(arena, number) : "";
}

/* The cell itself: where it continues another, the arrow that stands there. */
static const char *target_text(const struct indicator_progress *indicator, const struct reading *reading)
{
    const struct indicator *of = indicator->indicator;
    if (!reading->continues) return reading->target ? reading->target->text : "";
    for (unsigned i = 0; i < of->targets; i++)
        if (of->target[i].year == reading->year && of->target[i].value.kind == VALUE_CONTINUE)
            return of->target[i].value.text;
    return "→";
}

static const char *actual_text(struct arena *arena, const struct actual *actual)
{
    const char *text = actual->steps || !actual->value.text ? "" : actual->value.text;
    for (unsigned i = 0; i < actual->steps; i++)
        text = with_line(arena, text, "", actual->step[i].text);
    return actual->has_number ? with_line(arena, text, "", actual->number.text) : text;
}

static const char *state_of(struct arena *arena, const struct reading *reading)
{
    const struct actual *actual = reading->actual;
    const char *text = "";
    if (reading->verdict.outcome == OUTCOME_NOT_DUE) {
        const struct value *asks = reading->against ? reading->against : reading->next;
        bool asked = asks && asks->kind != VALUE_NONE;
        return asked ? NOT_YET : words_outcome(OUTCOME_NOT_APPLICABLE);
    }
    if (reading->verdict.outcome != OUTCOME_GRADED) return words_outcome(reading->verdict.outcome);
    if (!actual) return text;
    for (unsigned i = 0; i < actual->steps; i++) {
        const char *word = words_state(actual->step[i].declared, actual->step[i].own_state);
        if (word) text = arena_printf(arena, "%s%s%s", text, *text ? "、" : "", word);
    }
    const char *declared = actual->steps ? text : words_state(actual->declared, actual->own_state);
    return declared ? declared : "";
}

static const char *undecided_of(const struct truth *truth, struct arena *arena, const struct reading *reading)
{
    if (reading->verdict.outcome != OUTCOME_UNDECIDABLE) return "";
    return words_reason_told(arena, truth->plan->year_kind, truth->plan->first, reading);
}

static bool is_revised(const struct truth *truth, const struct indicator *indicator, const struct reading *reading)
{
    (void)truth;
    for (unsigned i = 0; i < indicator->revisions; i++)
        if (indicator->revision[i].year == reading->year) return reading->original != NULL;
    return false;
}

static void set_shown(struct arena *arena, const struct indicator_progress *indicator, const struct reading *reading,
                      struct expect *out)
{
    bool about =
        (reading->number && reading->number->approximate) || (reading->against && reading->against->approximate);
    const char *sign = about ? ABOUT : "", *unit = unit_compared(indicator, reading);
    if (reading->has_rate && reading->verdict.outcome == OUTCOME_GRADED) {
        out->rate = number_plain(arena, reading->rate);
        out->shown_rate = arena_printf(arena, "%s%s", sign, number_percents(arena, reading->rate));
    }
    if (!strcmp(unit, PERCENT)) unit = "ポイント";
    if (reading->has_distance)
        out->difference = arena_printf(arena, "%s%s", sign, expect_amount(arena, reading->distance, unit));
    if (reading->due) out->shown_result = out->result;
}

void expect_reading(const struct truth *truth, struct arena *arena, const struct indicator_progress *indicator,
                    const struct reading *reading, struct expect *out)
{
    const struct value *original = reading->original;
    *out = (struct expect){
        .era = year_label(truth->plan->year_kind, arena, reading->year),
        .target = target_text(indicator, reading),
        .target_number = plain(arena, indicator, reading->target),
        .undecided = undecided_of(truth, arena, reading),
        .bound = bound_word(reading->target),
        .high = upper(arena, indicator, reading->target),
        .original = original ? original->text : "",
        .original_number = plain(arena, indicator, original),
        .actual = reading->actual ? actual_text(arena, reading->actual) : "",
        .actual_number = plain(arena, indicator, reading->number),
        .state = state_of(arena, reading),
        .result = expect_result(&reading->verdict, indicator->judgement),
        .rate = "",
        .shown_rate = "",
        .difference = "",
        .shown_result = "",
        .revised = is_revised(truth, indicator->indicator, reading),
    };
    set_shown(arena, indicator, reading, out);
}
