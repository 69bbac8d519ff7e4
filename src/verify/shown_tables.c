/* shown_tables: tables that tell of several initiatives: counts by group and department, results by year, lists. */
#include <string.h>
#include "progress/words.h"
#include "plan/groups.h"
#include "verify/shown_private.h"

/* ---- counts ---- */

static bool is_tally(const struct shown *shown, const struct grid *grid)
{
    const struct judgement *judgement = shown->truth->progress->judgement;
    unsigned found = 0;
    for (unsigned i = 0; i < grid->cells && grid->cell[i].row == 0; i++)
        for (unsigned k = 0; k < judgement->count && grid->cell[i].head; k++)
            found += text_equal(grid_cell_meaning(&grid->cell[i]), judgement->grades[k].name);
    return found == judgement->count;
}

static const char *count_text(struct arena *arena, unsigned count)
{
    return arena_printf(arena, "%u", count);
}

/* What stands in the column of that name; NULL: a column of the city's own. */
static const char *counted(const struct shown *shown, const struct tally *tally, const char *head)
{
    struct arena *arena = shown->finding->arena;
    const struct judgement *judgement = shown->truth->progress->judgement;
    for (unsigned i = 0; i < judgement->count; i++)
        if (text_equal(head, judgement->grades[i].name)) return count_text(arena, tally->graded[i]);
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++)
        if (text_equal(head, words_outcome(i))) return count_text(arena, tally->outcome[i]);
    if (text_equal(head, "計")) return count_text(arena, tally->initiatives);
    if (text_find(head, "対象外を除く") || text_find(head, "対象外等を除く"))
        return count_text(arena, tally->denominator);
    if (text_find(head, "割合")) return expect_share(arena, judgement, tally);
    return NULL;
}

/* 全体, a group's or a department's row; the group's number may stand before its name. */
static bool is_row_of(const struct shown *shown, const struct tally *tally, const char *head)
{
    struct arena *arena = shown->finding->arena;
    const char *label = text_solid(arena, tally->label);
    if (tally->by == TALLY_ALL) return text_equal(head, "全体");
    bool inner = tally->group && tally->group->parent != GROUP_NONE;
    if (!inner && text_equal(head, label)) return true;
    if (!tally->group) return false;
    const char *place = text_solid(arena, groups_place(tally->group));
    return text_equal(head, arena_printf(arena, "%s%s", place, label));
}

/* A row of a year: of all, or on a group's own page of that group. */
static const struct tally *tally_of_year(const struct shown *shown, int index)
{
    unsigned rows = 0;
    const struct tally *tally = progress_tally(shown->truth->progress, shown->truth->progress->year_of[index], &rows);
    for (unsigned i = 0; i < rows; i++) {
        bool wanted = shown->group ? tally[i].group == shown->group : tally[i].by == TALLY_ALL;
        if (wanted) return &tally[i];
    }
    return NULL;
}

static const struct tally *tally_of_row(const struct shown *shown, const char *head, struct shown_met *met)
{
    const struct progress *progress = shown->truth->progress;
    for (unsigned i = 0; i < progress->tallies; i++) {
        if (!is_row_of(shown, &progress->tally[i], head)) continue;
        met->tally[i] = true;
        return &progress->tally[i];
    }
    int year = shown_year(shown, head);
    return year >= 0 ? tally_of_year(shown, year) : NULL;
}

static void check_tally(const struct shown *shown, const struct grid *grid, struct shown_met *met)
{
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct grid_cell *cell = &grid->cell[i], *row = grid_row_head(grid, cell->row);
        const struct grid_cell *column = grid_column_head(grid, cell->column);
        if (cell->head || !row || !column) continue;
        const struct tally *tally = tally_of_row(shown, grid_cell_meaning(row), met);
        const char *wanted = tally ? counted(shown, tally, grid_cell_meaning(column)) : NULL;
        const struct spot spot = shown_spot(
            shown, cell->place, arena_printf(shown->finding->arena, "件数の表（%s）", grid_cell_meaning(row)));
        if (wanted) finding_same(shown->finding, &spot, grid_cell_meaning(column), wanted, cell->text);
    }
}

/* ---- results ---- */

/* A cell of a paper that has a milestone shows what became of its indicator. */
static bool is_indicator_result(const struct shown *shown, const struct grid_cell *cell,
                                const struct initiative_progress *one, unsigned index)
{
    if (shown->kind != SHOWN_PAPER || shown_any_result(shown, cell->text)) return false;
    for (unsigned k = 0; k < one->indicators; k++) {
        const struct indicator_progress *indicator = &one->indicator[k];
        const struct reading *reading = &indicator->reading[index];
        const char *wanted = reading->due ? expect_result(&reading->verdict, indicator->judgement) : "";
        if (*wanted && shown_is_result(shown, cell->text, wanted)) return true;
    }
    return false;
}

/* In a year's column that year's; elsewhere, where a cell is nothing but a result, the report's. */
static void check_result(const struct shown *shown, const struct grid *grid, const struct grid_cell *cell,
                         const struct initiative_progress *one, struct shown_met *met)
{
    const struct progress *progress = shown->truth->progress;
    const struct grid_cell *column = grid_column_head(grid, cell->column);
    struct arena *arena = shown->finding->arena;
    int index = column ? shown_year(shown, grid_cell_meaning(column)) : -1;
    if (index < 0 && !shown_any_result(shown, cell->text)) return;
    if (index >= 0) met->initiative[one->ordinal] = true;
    if (index < 0) index = progress->year - progress->year_of[0];
    const struct initiative_year *year = &one->year[index];
    const char *wanted = year->shown ? expect_result(&year->verdict, progress->judgement) : "";
    const char *where = arena_printf(arena, "%s（%s）", one->initiative->code,
                                     year_label(shown->truth->plan->year_kind, arena, year->year));
    const struct spot spot = shown_spot(shown, cell->place, where);
    bool fine = shown_is_result(shown, cell->text, wanted) ||
                (*wanted && shown_is_result(shown, grid_cell_meaning(cell), wanted)) ||
                is_indicator_result(shown, cell, one, (unsigned)index);
    finding_fine(shown->finding, fine, &spot, "判定", wanted, cell->text);
}

/* No number in an initiative's row but its own. */
static void check_numbers(const struct shown *shown, const struct grid_cell *cell,
                          const struct initiative_progress *one)
{
    const struct numbers *const sets[] = {shown->known->initiative[one->ordinal], shown->known->wording};
    struct finding *finding = shown->finding;
    const char *unknown =
        numbers_unknown(sets, sizeof sets / sizeof *sets, cell->said, finding->arena, &finding->compared);
    const struct spot spot =
        shown_spot(shown, cell->place, arena_printf(finding->arena, "%sの行", one->initiative->code));
    if (unknown) FINDING(finding, VERIFY_NUMBER, &spot, unknown);
}

static void check_rows(const struct shown *shown, const struct grid *grid, struct shown_met *met)
{
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct grid_cell *cell = &grid->cell[i], *row = grid_row_head(grid, cell->row);
        int index = row ? shown_initiative(shown, row->text) : -1;
        if (index < 0) continue;
        const struct initiative_progress *one = &shown->truth->progress->initiative[index];
        check_numbers(shown, cell, one);
        if (!cell->head) check_result(shown, grid, cell, one, met);
    }
}

void shown_table(const struct shown *shown, const struct part_read *table, struct shown_met *met)
{
    if (is_tally(shown, table->grid))
        check_tally(shown, table->grid, met);
    else
        check_rows(shown, table->grid, met);
}

/* ---- what is missing ---- */

static void tell_missing(const struct shown *shown, const char *where)
{
    const struct spot spot = shown_spot(shown, 0, where);
    FINDING(shown->finding, VERIFY_ROW_MISSING, &spot, NULL);
}

void shown_tables_end(const struct shown *shown, const struct shown_met *met)
{
    const struct progress *progress = shown->truth->progress;
    struct arena *arena = shown->finding->arena;
    bool counts = shown->kind == SHOWN_REPORT || shown->kind == SHOWN_COUNTS;
    for (unsigned i = 0; counts && i < progress->tallies; i++)
        if (!met->tally[i])
            tell_missing(shown, arena_printf(arena, "件数の表（%s）",
                                             *progress->tally[i].label ? progress->tally[i].label : "全体"));
    bool matrix = shown->kind == SHOWN_REPORT || shown->kind == SHOWN_START;
    for (unsigned i = 0; matrix && i < progress->initiatives; i++)
        if (!met->initiative[i])
            tell_missing(shown, arena_printf(arena, "判定の一覧（%s）", progress->initiative[i].initiative->code));
}
