/* ask: what the source does not say and only its author knows. Nothing is guessed: each is a question, with its place. */
#include <string.h>
#include "base/utf8.h"
#include "desk/draft.h"
#include "plan/value.h"
#include "plan/year.h"

enum { ARGUMENTS_MOST = 4 };

static void add(struct draft *draft, struct list *questions, enum diag_id id, long line, const char *const *args)
{
    struct question *question = arena_alloc(draft->arena, sizeof *question);
    const char **kept = arena_array(draft->arena, ARGUMENTS_MOST + 1, sizeof *kept);
    for (unsigned i = 0; i < ARGUMENTS_MOST && args[i]; i++)
        kept[i] = arena_strdup(draft->arena, args[i]);
    *question = (struct question){.id = id, .line = line, .args = kept};
    list_add(draft->arena, questions, question);
    diag_report(draft->diag, id, draft->source->file, line, kept);
}
#define ASK(draft, questions, id, line, ...) \
    add((draft), (questions), DIAG_ASK_##id, (line), (const char *const[]){__VA_ARGS__, NULL})

/* ---- the plan ---- */

static void ask_plan(struct draft *draft)
{
    struct list *questions = &draft->questions;
    if (!draft->title.count) ASK(draft, questions, TITLE, 0, NULL);
    if (!draft->municipality.count) ASK(draft, questions, MUNICIPALITY, 0, NULL);
    ASK(draft, questions, CODE, passage_line(draft->municipality), NULL);
    if (!draft->state.count) ASK(draft, questions, STATE, 0, NULL);
    if (!draft->date.year) ASK(draft, questions, DATE, 0, NULL);
    for (unsigned i = 0; i < draft->chapters.count; i++)
        if (((struct draft_heading *)draft->chapters.item[i])->invented) ASK(draft, questions, CHAPTER, 0, NULL);
}

/* ---- indicators ---- */

static bool has_unit(const struct value *value)
{
    return value->kind == VALUE_PERCENT || (value->kind == VALUE_QUANTITY && value->unit);
}

static bool same_unit(const struct value *a, const struct value *b)
{
    struct decimal converted;
    if (a->kind == VALUE_PERCENT || b->kind == VALUE_PERCENT) return a->kind == b->kind;
    return a->unit && b->unit && value_convert(a->number, a->unit, b->unit, &converted);
}

/* Figures of the text with the unit of the targets: 「98.41%」「24.87%」. NULL: none. */
static const char *figures_like(struct draft *draft, struct passage text, const struct value *target)
{
    struct buf found = {0};
    const char *all = passage_text(draft->arena, text);
    unsigned count = 0;
    enum { SHOWN_MOST = 4, UNIT_LONGEST = 8 };
    for (const char *p = all; *p && has_unit(target) && count < SHOWN_MOST;) {
        size_t digits = strspn(p, "0123456789,.");
        const char *start = p, *end = p + digits, *best = NULL;
        if (!digits) utf8_next(&p);
        for (unsigned i = 0; digits && *end && i < UNIT_LONGEST && !best; i++) {
            struct value value;
            utf8_next(&end);
            char *figure = arena_strndup(draft->arena, start, (size_t)(end - start));
            if (value_parse(draft->arena, figure, &value) != VALUE_FINE || !has_unit(&value)) continue;
            if (same_unit(&value, target)) best = end;
        }
        if (digits) p = best ? best : start + digits;
        if (!best) continue;
        buf_printf(&found, "「%.*s」", (int)(best - start), start);
        count++;
    }
    const char *kept = count ? arena_strdup(draft->arena, buf_text(&found)) : NULL;
    buf_free(&found);
    return kept;
}

/* Does the cell say two things, which other cells of the row say one by one, or which a blank or a line break parts? */
static bool runs_together(struct draft *draft, const struct draft_indicator *indicator,
                          const struct draft_target *target)
{
    const char *text = passage_key(draft->arena, target->text);
    const char *whole =
        arena_printf(draft->arena, "%.*s", (int)slice_size(target->text.slice[0]), slice_bytes(target->text.slice[0]));
    if (strpbrk(whole, " \n") || strstr(whole, "\u3000")) return true;
    for (unsigned i = 0; i < indicator->targets.count; i++)
        for (unsigned j = 0; j < indicator->targets.count; j++) {
            const struct draft_target *first = indicator->targets.item[i], *second = indicator->targets.item[j];
            const char *a = passage_key(draft->arena, first->text), *b = passage_key(draft->arena, second->text);
            if (strlen(a) + strlen(b) != strlen(text)) continue;
            if (!strncmp(text, a, strlen(a)) && !strcmp(text + strlen(a), b)) return true;
        }
    return false;
}

static void ask_missing(struct draft *draft, const struct draft_sheet *sheet, struct draft_indicator *indicator,
                        long line)
{
    for (int year = sheet->from; year <= sheet->to; year++) {
        bool there = false;
        for (unsigned i = 0; i < indicator->targets.count; i++)
            there |= ((struct draft_target *)indicator->targets.item[i])->year == year;
        if (!there)
            ASK(draft, &indicator->questions, TARGET, line, sheet->id, year_label(YEAR_FISCAL, draft->arena, year));
    }
}

/* What the numbers of a row leave open. */
static void ask_numbers(struct draft *draft, const struct draft_sheet *sheet, struct draft_indicator *indicator,
                        const struct value *value, long line)
{
    struct list *questions = &indicator->questions;
    const char *figures = figures_like(draft, sheet->field[0], value);
    bool growth = value->kind == VALUE_GROWTH, rank = value->unit && !strcmp(value->unit, "位");
    if (!growth && !rank && !value->change && value->bound == BOUND_NONE)
        ASK(draft, questions, DIRECTION, line, sheet->id, value->text);
    if (!growth && !value->running) ASK(draft, questions, ACCUMULATION, line, sheet->id, value->text);
    if (value->from) return; /* 4,305人→4,245人 says it */
    if (figures)
        ASK(draft, questions, BASELINE_FIGURE, line, sheet->id, figures);
    else
        ASK(draft, questions, BASELINE, line, sheet->id);
    if (value->kind == VALUE_NUMBER && !value->ratio) ASK(draft, questions, UNIT, line, sheet->id, value->text);
}

static void ask_indicator(struct draft *draft, const struct draft_sheet *sheet, struct draft_indicator *indicator)
{
    struct value value, number = {.kind = VALUE_NONE};
    long line = indicator->values ? indicator->values->line : sheet->line;
    if (!indicator->definition.count) ASK(draft, &indicator->questions, DEFINITION, line, sheet->id);
    ask_missing(draft, sheet, indicator, line);
    for (unsigned i = 0; i < indicator->targets.count; i++) {
        const struct draft_target *target = indicator->targets.item[i];
        const char *text = passage_text(draft->arena, target->text);
        bool fine = value_parse(draft->arena, text, &value) == VALUE_FINE;
        bool numeric = fine && (value_is_numeric(&value) || value.kind == VALUE_GROWTH);
        if (numeric && number.kind == VALUE_NONE) number = value;
        if (fine && value.kind == VALUE_MILESTONE && runs_together(draft, indicator, target))
            ASK(draft, &indicator->questions, STEPS, passage_line(target->text), sheet->id,
                year_label(YEAR_FISCAL, draft->arena, target->year), text);
    }
    if (number.kind != VALUE_NONE) ask_numbers(draft, sheet, indicator, &number, line);
}

/* ---- sheets ---- */

static void ask_sheet(struct draft *draft, struct draft_sheet *sheet)
{
    struct list *questions = &sheet->questions;
    if (!sheet->item.count) ASK(draft, questions, ITEM, sheet->line, sheet->id);
    if (!sheet->name.count) ASK(draft, questions, NAME, sheet->line, sheet->id);
    if (!sheet->department.count) ASK(draft, questions, DEPARTMENT, sheet->line, sheet->id);
    if (!sheet->indicators.count) ASK(draft, questions, INDICATOR, sheet->line, sheet->id);
    bool other = sheet->outline_name.count && !passage_same(sheet->outline_name, sheet->name);
    if (other)
        ASK(draft, questions, OUTLINE_NAME, passage_line(sheet->outline_name), sheet->id,
            passage_text(draft->arena, sheet->outline_name), passage_text(draft->arena, sheet->name));
    for (unsigned i = 0; i < sheet->indicators.count; i++)
        ask_indicator(draft, sheet, sheet->indicators.item[i]);
}

void ask(struct draft *draft)
{
    ask_plan(draft);
    for (unsigned i = 0; i < draft->sheets.count; i++)
        ask_sheet(draft, draft->sheets.item[i]);
}
