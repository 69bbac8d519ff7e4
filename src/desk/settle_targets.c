/* settle_targets: whose year a target's cell is; and headings beside the contents. */
#include <string.h>
#include "desk/draft.h"

/* ---- targets ---- */

struct cells {
    unsigned count;
    struct cell **cell;
    int *year;
};

/* The cells of a row that have text, but not its label; `years`: only those that are a year. */
static struct cells cells_of(struct draft *draft, const struct row *row, bool years)
{
    struct cells cells = {0};
    unsigned most = row ? row->cells : 0;
    cells.cell = arena_array(draft->arena, most, sizeof *cells.cell);
    cells.year = arena_array(draft->arena, most, sizeof *cells.year);
    bool label_seen = false;
    for (unsigned i = 0; i < most; i++) {
        struct slice slice = slice_of(&row->cell[i]);
        if (slice_is_empty(slice)) continue;
        bool is_label = !label_seen && label_of(slice) != LABEL_NONE;
        label_seen = true;
        int year = label_year(slice);
        if (is_label || (years && !year)) continue;
        cells.year[cells.count] = year;
        cells.cell[cells.count++] = &row->cell[i];
    }
    return cells;
}

/* As many values as years stand in their order; else each belongs to the year of its column. */
static int year_of(const struct cells *years, const struct cells *values, unsigned index)
{
    if (years->count == values->count) return years->year[index];
    for (unsigned i = 0; i < years->count; i++)
        if (years->cell[i]->column == values->cell[index]->column) return years->year[i];
    return 0;
}

static bool has_target(const struct draft_indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->targets.count; i++)
        if (((struct draft_target *)indicator->targets.item[i])->year == year) return true;
    return false;
}

static void settle_indicator(struct draft *draft, struct draft_sheet *sheet, struct draft_indicator *indicator)
{
    const struct row *row = indicator->years ? indicator->years : sheet->years;
    struct cells years = cells_of(draft, row, true), values = cells_of(draft, indicator->values, false);
    for (unsigned i = 0; i < values.count; i++) {
        int year = row ? year_of(&years, &values, i) : draft->first + (int)i;
        if (!year || year > draft->last || has_target(indicator, year)) continue;
        struct draft_target *target = arena_alloc(draft->arena, sizeof *target);
        *target = (struct draft_target){year, passage_one(draft->arena, slice_of(values.cell[i]))};
        list_add(draft->arena, &indicator->targets, target);
    }
    for (unsigned i = 0; i < years.count; i++) {
        if (!sheet->from || years.year[i] < sheet->from) sheet->from = years.year[i];
        if (years.year[i] > sheet->to) sheet->to = years.year[i];
    }
}

void settle_targets(struct draft *draft, struct draft_sheet *sheet)
{
    for (unsigned i = 0; i < sheet->indicators.count; i++)
        settle_indicator(draft, sheet, sheet->indicators.item[i]);
    if (!sheet->from) sheet->from = draft->first;
    if (!sheet->to) sheet->to = draft->last;
}

/* ---- headings ---- */

static void settle_entry(struct draft *draft, struct draft_heading *heading, struct draft_entry *entry, unsigned number)
{
    bool unmarked = !entry->numbered.number;
    if (unmarked || entry->numbered.number == number)
        slice_take(draft->source, entry->numbered.mark, FATE_GENERATED, "contents");
    bool writes =
        heading->title.count && entry->text.count && heading->title.slice[0].cell == entry->text.slice[0].cell;
    if (writes || heading->contents.count) return;
    if (!strcmp(passage_text(draft->arena, entry->text), passage_text(draft->arena, heading->title)))
        passage_take(draft->source, entry->text, FATE_GENERATED, "contents");
    else
        heading->contents = entry->text;
}

static void take_mark(struct draft *draft, const struct draft_heading *heading)
{
    slice_take(draft->source, heading->mark.mark, FATE_GENERATED, "title");
    for (unsigned i = 0; i < heading->sections.count; i++)
        take_mark(draft, heading->sections.item[i]);
}

void settle_headings(struct draft *draft)
{
    unsigned chapters = 0, sections = 0;
    for (unsigned i = 0; i < draft->entries.count; i++) {
        struct draft_entry *entry = draft->entries.item[i];
        chapters += !entry->section;
        sections = entry->section ? sections + 1 : 0;
        if (!chapters || chapters > draft->chapters.count) continue;
        struct draft_heading *chapter = draft->chapters.item[chapters - 1];
        if (sections > chapter->sections.count) continue;
        struct draft_heading *heading = sections ? chapter->sections.item[sections - 1] : chapter;
        settle_entry(draft, heading, entry, sections ? sections : chapters);
    }
    for (unsigned i = 0; i < draft->chapters.count; i++)
        take_mark(draft, draft->chapters.item[i]);
}
