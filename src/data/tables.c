/* tables: see tables.h. indicators.csv and initiatives.csv: what the plan asks and what came of it. */
#include "data/tables.h"
#include <string.h>
#include "data/columns.h"
#include "plan/groups.h"
#include "plan/life.h"
#include "progress/number.h"
#include "progress/unit.h"
#include "progress/words.h"

static void put_place(const struct source *source, struct csv *csv, const struct place *place)
{
    const struct initiative *initiative = place->initiative->initiative;
    columns_plan(source, csv);
    csv_text(csv, initiative->code);
    csv_integer(csv, place->initiative->ordinal + 1);
    csv_text(csv, source_level(source, initiative, 0));
    csv_text(csv, source_level(source, initiative, 1));
    csv_text(csv, initiative->name);
    csv_text(csv, source_departments(source, initiative));
}

/* The codes of those that carry it on, or that it carries on. */
static const char *relatives(const struct source *source, unsigned own, bool into)
{
    const struct plan *plan = source->plan;
    const char *text = "";
    for (unsigned i = 0; i < plan->successions; i++) {
        const struct succession *one = &plan->succession[i];
        if ((into ? one->from : one->to) != own) continue;
        const char *code = plan->initiative[into ? one->to : one->from].code;
        text = arena_printf(source->arena, "%s%s%s", text, *text ? "、" : "", code);
    }
    return text;
}

static void put_life(const struct source *source, struct csv *csv, const struct initiative *initiative)
{
    unsigned own = (unsigned)(initiative - source->plan->initiative);
    const int year[] = {initiative->began, initiative->ended};
    for (size_t i = 0; i < sizeof year / sizeof *year; i++)
        if (year[i])
            csv_integer(csv, year[i]);
        else
            csv_text(csv, NULL);
    csv_text(csv, initiative->ended_why);
    csv_text(csv, relatives(source, own, true));
    csv_text(csv, relatives(source, own, false));
}

/* What stands behind all other cells: columns_more says which. */
static void put_more(const struct source *source, struct csv *csv, const struct initiative *initiative)
{
    for (unsigned level = COLUMNS_LEVELS; level < source->plan->levels; level++)
        csv_text(csv, source_level(source, initiative, level));
    if (groups_have_ids(source->plan)) csv_text(csv, initiative->id);
    if (life_any(source->plan)) put_life(source, csv, initiative);
}

/* ---- indicators.csv ---- */

/* A target that was no number is told in words rather than not at all. */
static void put_original(const struct source *source, struct csv *csv, const struct indicator_progress *indicator,
                         const struct value *original)
{
    const char *number = source_number(source, indicator, original);
    if (number)
        csv_number(csv, number);
    else
        csv_text(csv, original ? original->text : NULL);
}

static const char *as_of(const struct source *source, const struct reading *reading)
{
    const struct actuals *file = source_file(source, reading->year);
    if (!reading->actual || reading->actual->as_of) return reading->actual ? reading->actual->as_of : NULL;
    return file ? source_date(source, file->as_of) : NULL;
}

static void put_reading(const struct source *source, struct csv *csv, const struct indicator_progress *indicator,
                        const struct reading *reading)
{
    const struct actual *actual = reading->actual;
    const struct value *cell = source_target_cell(indicator, reading);
    bool has_rate = reading->has_rate && reading->verdict.outcome == OUTCOME_GRADED;
    csv_number(csv, source_number(source, indicator, reading->target));
    csv_text(csv, cell ? cell->text : NULL);
    put_original(source, csv, indicator, reading->original);
    csv_number(csv, source_number(source, indicator, reading->number));
    csv_text(csv, source_actual_text(source, actual));
    csv_text(csv, source_state(source, reading));
    csv_number(csv, has_rate ? number_plain(source->arena, reading->rate) : NULL);
    csv_text(csv, source_verdict(&reading->verdict, indicator->judgement));
    csv_text(csv, as_of(source, reading));
    csv_text(csv, actual ? words_certainty(actual->certainty) : NULL);
}

/* 以上, 以下 … beside the number of the target, and the upper end of a range. */
static void put_bound(const struct source *source, struct csv *csv, const struct indicator_progress *indicator,
                      const struct value *target)
{
    struct decimal high = {0};
    bool range = target && target->bound == BOUND_WITHIN && unit_high(indicator, target, &high);
    csv_text(csv, words_bound(target));
    csv_number(csv, range ? number_plain(source->arena, high) : NULL);
}

static const char *undecided(const struct source *source, const struct reading *reading)
{
    if (reading->verdict.outcome != OUTCOME_UNDECIDABLE) return NULL;
    return words_reason_told(source->arena, source->plan->year_kind, source->plan->first, reading);
}

static unsigned put_indicator(const struct source *source, struct csv *csv, const struct place *place,
                              const struct indicator_progress *indicator)
{
    struct buf buf = {0};
    struct csv start = {.out = &buf};
    put_place(source, &start, place);
    csv_text(&start, indicator->indicator->id);
    csv_text(&start, indicator->indicator->definition);
    csv_text(&start, unit_of_row(indicator));
    for (unsigned i = 0; i < indicator->readings; i++) {
        const struct reading *reading = &indicator->reading[i];
        csv_cells(csv, &start);
        columns_year(source, csv, reading->year);
        put_reading(source, csv, indicator, reading);
        csv_text(csv, source->note);
        put_bound(source, csv, indicator, reading->target);
        csv_text(csv, undecided(source, reading));
        put_more(source, csv, place->initiative->initiative);
        csv_end(csv);
    }
    buf_free(&buf);
    return indicator->readings;
}

unsigned tables_indicators(const struct source *source, struct buf *out)
{
    struct csv csv = {.out = out};
    unsigned rows = 0;
    columns_start(source, &csv, COLUMNS_INDICATORS);
    for (unsigned i = 0; i < source->progress->initiatives; i++) {
        struct place place = source_place(source, &source->progress->initiative[i]);
        for (unsigned k = 0; k < place.initiative->indicators; k++)
            rows += put_indicator(source, &csv, &place, &place.initiative->indicator[k]);
    }
    return rows;
}

/* ---- initiatives.csv ---- */

static const char *other_fields(const struct source *source, const struct initiative *initiative)
{
    const char *text = "";
    for (unsigned i = 0; i < initiative->fields.count; i++) {
        const struct form_field *field = &initiative->fields.field[i];
        if (field->id != FIELD_OWN) continue;
        text = arena_printf(source->arena, "%s%s%s：%s", text, *text ? "\n" : "", field->name,
                            source_field(source, &field->text));
    }
    return text;
}

static void put_fields(const struct source *source, struct csv *csv, const struct field_kinds *kinds,
                       const struct form_fields *fields)
{
    for (unsigned i = 0; i < kinds->count; i++)
        if (kinds->kind[i].id != FIELD_OWN) csv_text(csv, source_field(source, fields_text(fields, kinds->kind[i].id)));
}

/* The body's own fields, a column each. */
static void put_own(const struct source *source, struct csv *csv, const struct own_columns *own,
                    const struct form_fields *fields)
{
    for (unsigned i = 0; i < own->count; i++) {
        const char *text = source_own(source, fields, own->column[i].name);
        bool number = own->column[i].number && strspn(text, "-.0123456789") == strlen(text);
        if (number)
            csv_number(csv, *text ? text : NULL);
        else
            csv_text(csv, text);
    }
}

static const char *evaluations(const struct source *source, const struct sheet_year *sheet)
{
    const char *text = "";
    for (unsigned i = 0; sheet && i < sheet->evaluations; i++) {
        const struct evaluation *one = &sheet->evaluation[i];
        const char *grade = one->grade ? arena_printf(source->arena, "（%s）", one->grade) : "";
        text = arena_printf(source->arena, "%s%s%s%s：%s", text, i ? "\n" : "", one->by, grade,
                            source_field(source, &one->text));
    }
    return text;
}

static void put_year(const struct source *source, struct csv *csv, const struct initiative_year *year)
{
    static const struct sheet_year NOTHING = {0};
    const struct sheet_year *sheet = year->sheet ? year->sheet : &NOTHING;
    csv_text(csv, source_verdict(&year->verdict, source->progress->judgement));
    csv_text(csv, source_own_grade(source, sheet));
    csv_text(csv, sheet->direction);
    csv_text(csv, sheet->pace ? sheet->pace->word : NULL);
    csv_number(csv, sheet->has_cost ? number_plain(source->arena, (struct decimal){sheet->cost, 0}) : NULL);
    put_fields(source, csv, &FIELDS_OF_YEAR, &sheet->fields);
    csv_text(csv, evaluations(source, sheet));
}

static void put_own_of_year(const struct source *source, struct csv *csv, const struct own_columns *own,
                            const struct sheet_year *sheet)
{
    static const struct form_fields NOTHING = {0};
    put_own(source, csv, own, sheet ? &sheet->fields : &NOTHING);
}

unsigned tables_initiatives(const struct source *source, struct buf *out)
{
    const struct progress *progress = source->progress;
    const struct own_columns own = own_of_plan(source->plan, source->arena),
                             of_year = own_of_years(source->history, source->arena);
    struct csv csv = {.out = out};
    columns_start(source, &csv, COLUMNS_INITIATIVES);
    for (unsigned i = 0; i < progress->initiatives; i++) {
        struct place place = source_place(source, &progress->initiative[i]);
        const struct initiative *initiative = place.initiative->initiative;
        put_place(source, &csv, &place);
        csv_integer(&csv, initiative->from);
        csv_integer(&csv, initiative->to);
        put_fields(source, &csv, &FIELDS_OF_PLAN, &initiative->fields);
        csv_text(&csv, other_fields(source, initiative));
        for (unsigned k = 0; k < progress->years; k++)
            put_year(source, &csv, &place.initiative->year[k]);
        csv_text(&csv, source->note);
        put_own(source, &csv, &own, &initiative->fields);
        for (unsigned k = 0; k < progress->years; k++)
            put_own_of_year(source, &csv, &of_year, place.initiative->year[k].sheet);
        put_more(source, &csv, initiative);
        csv_end(&csv);
    }
    return progress->initiatives;
}
