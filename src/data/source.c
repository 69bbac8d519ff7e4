/* source: see source.h. */
#include "data/source.h"
#include <string.h>
#include "base/buf.h"
#include "plan/charges.h"
#include "plan/groups.h"
#include "progress/number.h"
#include "progress/unit.h"
#include "progress/words.h"

static const char NOT_YET[] = "報告前"; /* of a year after the data's */
static const char LIST_MARK[] = "・";

struct place source_place(const struct source *source, const struct initiative_progress *initiative)
{
    return (struct place){groups_of(source->plan, initiative->initiative), initiative};
}

static const char WHOLE[] = "全体";

const char *source_tally_by(const struct tally *tally)
{
    if (tally->group) return tally->group->kind;
    return tally->by == TALLY_ALL ? WHOLE : "担当課";
}

const char *source_tally_name(const struct source *source, const struct tally *tally)
{
    if (tally->group) return groups_title(source->arena, tally->group);
    return tally->by == TALLY_ALL ? WHOLE : tally->label;
}

const char *source_level(const struct source *source, const struct initiative *initiative, unsigned level)
{
    const struct group *group = groups_at(source->plan, groups_of(source->plan, initiative), level);
    return group ? group->label : "";
}

const struct actuals *source_file(const struct source *source, int year)
{
    for (unsigned i = 0; i < source->history->years; i++)
        if (source->history->year[i]->year == year && year <= source->progress->year) return source->history->year[i];
    return NULL;
}

/* ---- texts ---- */

static const char *keep(const struct source *source, struct buf *buf)
{
    const char *text = arena_strndup(source->arena, buf_text(buf), buf->size);
    buf_free(buf);
    return text;
}

static void put_line(struct buf *buf, const char *mark, const char *text)
{
    if (buf->size) buf_char(buf, '\n');
    buf_str(buf, mark);
    buf_str(buf, text);
}

const char *source_field(const struct source *source, const struct field *field)
{
    struct buf buf = {0};
    if (!field->count) return "";
    if (field->count == 1 && field->blocks->count == 1 && !field->blocks->list) return field->blocks->text[0];
    for (unsigned i = 0; i < field->count; i++)
        for (unsigned k = 0; k < field->blocks[i].count; k++)
            put_line(&buf, field->blocks[i].list ? LIST_MARK : "", field->blocks[i].text[k]);
    return keep(source, &buf);
}

/* A number field that was left empty has none. */
static const char *said(const struct source *source, const struct form_field *field)
{
    bool number = field->unit && field->text.count;
    return number ? number_plain(source->arena, field->number) : source_field(source, &field->text);
}

const char *source_own(const struct source *source, const struct form_fields *fields, const char *column)
{
    const char *text = "";
    for (unsigned i = 0; i < fields->count; i++) {
        const struct form_field *field = &fields->field[i];
        if (field->id != FIELD_OWN || strcmp(fields_column(source->arena, field), column) != 0) continue;
        text = *text ? arena_printf(source->arena, "%s\n%s", text, said(source, field)) : said(source, field);
    }
    return text;
}

const char *source_departments(const struct source *source, const struct initiative *initiative)
{
    return charges_text(source->arena, initiative, NULL);
}

const char *source_era(const struct source *source, int year)
{
    const struct plan *plan = source->plan;
    return year < plan->first || year > plan->last ? year_label(source->plan->year_kind, source->arena, year)
                                                   : source->era[year - plan->first];
}

const char *source_date(const struct source *source, struct date date)
{
    if (!date.month) return arena_printf(source->arena, "%04d", date.year);
    if (!date.day) return arena_printf(source->arena, "%04d-%02d", date.year, date.month);
    return arena_printf(source->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *source_own_grade(const struct source *source, const struct sheet_year *sheet)
{
    const struct evaluation *own = actuals_own_evaluation(source->plan, sheet);
    return own ? own->grade : NULL;
}

/* ---- one indicator in one year ---- */

const char *source_number(const struct source *source, const struct indicator_progress *indicator,
                          const struct value *value)
{
    struct decimal number = {0};
    return unit_number(indicator, value, &number) ? number_plain(source->arena, number) : NULL;
}

const struct value *source_target_cell(const struct indicator_progress *indicator, const struct reading *reading)
{
    static const struct value ARROW = {.kind = VALUE_CONTINUE, .text = "→"};
    const struct indicator *of = indicator->indicator;
    if (!reading->continues) return reading->target;
    for (unsigned i = 0; i < of->targets; i++)
        if (of->target[i].year == reading->year && of->target[i].value.kind == VALUE_CONTINUE)
            return &of->target[i].value;
    return &ARROW;
}

const char *source_actual_text(const struct source *source, const struct actual *actual)
{
    struct buf buf = {0};
    if (!actual) return NULL;
    const char *text = actual->value.text ? actual->value.text : "";
    if (!actual->steps && !actual->has_number) return text;
    for (unsigned i = 0; i < actual->steps; i++)
        put_line(&buf, "", actual->step[i].text);
    if (!actual->steps && *text) put_line(&buf, "", text);
    if (actual->has_number) put_line(&buf, "", actual->number.text);
    return keep(source, &buf);
}

static const char *declared_of_steps(const struct source *source, const struct actual *actual)
{
    struct buf buf = {0};
    for (unsigned i = 0; i < actual->steps; i++) {
        const char *word = words_state(actual->step[i].declared, actual->step[i].own_state);
        if (buf.size && word) buf_str(&buf, "、");
        if (word) buf_str(&buf, word);
    }
    return keep(source, &buf);
}

const char *source_state(const struct source *source, const struct reading *reading)
{
    const struct actual *actual = reading->actual;
    const struct value *asked = reading->against ? reading->against : reading->next;
    bool nothing_asked = !asked || asked->kind == VALUE_NONE;
    if (reading->verdict.outcome == OUTCOME_NOT_DUE)
        return nothing_asked ? words_outcome(OUTCOME_NOT_APPLICABLE) : NOT_YET;
    if (reading->verdict.outcome != OUTCOME_GRADED) return words_outcome(reading->verdict.outcome);
    if (actual && actual->steps) return declared_of_steps(source, actual);
    const char *declared = actual ? words_state(actual->declared, actual->own_state) : NULL;
    return declared ? declared : "";
}

const char *source_verdict(const struct verdict *verdict, const struct judgement *judgement)
{
    if (verdict->outcome == OUTCOME_GRADED) return judgement->grades[verdict->grade].name;
    const char *word = words_outcome(verdict->outcome);
    return word ? word : "";
}
