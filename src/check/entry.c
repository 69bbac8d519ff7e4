/* entry: walks through the years, their sheets and their actuals. */
#include "check/entry.h"
#include "base/buf.h"

static const struct actuals *file_of(const struct history *history, int year)
{
    for (unsigned i = 0; i < history->years; i++)
        if (history->year[i]->year == year) return history->year[i];
    return NULL;
}

static void visit_initiative(const struct check *check, const struct actuals *file, unsigned index, unsigned ordinal,
                             void (*visit)(const struct check *, const struct entry *))
{
    const struct initiative_progress *one = &check->progress->initiative[ordinal];
    const struct initiative_year *year = &one->year[index];
    if (!year->sheet || !year->due) return;
    struct entry entry = {.file = file, .one = one, .year = year, .sheet = year->sheet};
    if (index) entry.before = one->year[index - 1].sheet;
    visit(check, &entry);
}

void entry_each(const struct check *check, void (*visit)(const struct check *, const struct entry *))
{
    const struct progress *progress = check->progress;
    for (unsigned i = 0; i < progress->years; i++) {
        const struct actuals *file = file_of(check->history, progress->year_of[i]);
        for (unsigned j = 0; file && j < progress->initiatives; j++)
            visit_initiative(check, file, i, j, visit);
    }
}

void entry_figures(const struct check *check, const struct entry *entry,
                   void (*visit)(const struct check *, const struct figure *))
{
    const struct initiative_progress *one = entry->one;
    unsigned index = (unsigned)(entry->year - one->year);
    for (unsigned i = 0; i < one->indicators; i++) {
        const struct indicator_progress *indicator = &one->indicator[i];
        const char *id = one->initiative->id, *code = one->initiative->code;
        if (!indicator->reading[index].actual) continue;
        visit(check, &(struct figure){
                         .entry = entry,
                         .indicator = indicator,
                         .reading = &indicator->reading[index],
                         .before = index ? &indicator->reading[index - 1] : NULL,
                         .name = one->indicators > 1 ? arena_printf(check->scratch, "%sの指標%u", code, i + 1) : code,
                         .about = arena_printf(check->scratch, "%s/actual/%s/%d", id, indicator->indicator->id,
                                               entry->year->year),
                     });
    }
}

const char *entry_about(const struct check *check, const struct entry *entry, const char *field)
{
    return arena_printf(check->scratch, "%s/%s/%d", entry->one->initiative->id, field, entry->year->year);
}

const char *entry_year_label(const struct check *check, const struct entry *entry)
{
    return year_label(check->plan->year_kind, check->scratch, entry->year->year);
}

/* --- words --- */

static const char *joined(const struct check *check, const struct field *field)
{
    struct buf text = {0};
    for (unsigned i = 0; i < field->count; i++)
        for (unsigned j = 0; j < field->blocks[i].count; j++) {
            if (text.size) buf_char(&text, '\n');
            buf_str(&text, field->blocks[i].text[j]);
        }
    const char *kept = arena_strndup(check->scratch, buf_text(&text), text.size);
    buf_free(&text);
    return kept;
}

static void add(const struct check *check, struct entry_field *out, unsigned *count, struct entry_field field,
                const struct field *words)
{
    if (!words->count) return;
    field.text = joined(check, words);
    field.line = words->line;
    out[(*count)++] = field;
}

const struct entry_field *entry_fields(const struct check *check, const struct sheet_year *sheet, unsigned *count)
{
    struct entry_field *out = arena_array(check->scratch, sheet->fields.count + sheet->evaluations, sizeof *out);
    *count = 0;
    for (unsigned i = 0; i < sheet->fields.count; i++) {
        const struct form_field *field = &sheet->fields.field[i];
        const char *name = field->element ? field->element : field->name;
        if (!field->unit)
            add(check, out, count, (struct entry_field){.name = name, .label = field->name}, &field->text);
    }
    for (unsigned i = 0; i < sheet->evaluations; i++) {
        const struct evaluation *evaluation = &sheet->evaluation[i];
        const char *label = arena_printf(check->scratch, "評価（%s）", evaluation->by);
        add(check, out, count, (struct entry_field){.name = "evaluation", .label = label}, &evaluation->text);
    }
    return out;
}
