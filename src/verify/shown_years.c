/* shown_years: the table of an indicator's years, whichever way it lies: each cell is found by its year's head and its row's label. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "progress/unit.h"
#include "progress/words.h"
#include "verify/shown_private.h"

enum years_field { FIELD_TARGET, FIELD_ORIGINAL, FIELD_ACTUAL, FIELD_DIFFERENCE, FIELD_RATE, FIELD_RESULT, FIELDS };
static const char *const LABEL[FIELDS] = {
    [FIELD_TARGET] = "目標値",         [FIELD_ORIGINAL] = "当初の目標値", [FIELD_ACTUAL] = "実績値",
    [FIELD_DIFFERENCE] = "目標との差", [FIELD_RATE] = "達成率",           [FIELD_RESULT] = "判定",
};
/* In the words of the body's form. */
static const char *label_of(const struct shown *shown, enum years_field field)
{
    static const char *const ID[FIELDS] = {[FIELD_TARGET] = "target", [FIELD_ACTUAL] = "actual"};
    const char *own = ID[field] ? form_labels_own(shown->truth->plan->labels, ID[field]) : NULL;
    return own ? own : LABEL[field];
}

struct cell_wanted {
    const struct shown *shown;
    const struct indicator_progress *indicator;
    const struct reading *reading;
    struct expect expect;
};

/* ---- what a cell must show ---- */

/* Signs of a revision may follow (※). */
static bool is_with_sign(const char *cell, const char *wanted)
{
    size_t length = strlen(wanted);
    if (text_find(cell, wanted) != cell) return false;
    for (const char *p = cell + length; *p; p++)
        if (!(*p & 0x80) && *p != '*' && *p != '+') return false;
    return strlen(cell + length) <= strlen("（※）");
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

static bool is_target(const struct cell_wanted *w, const char *cell)
{
    const char *wanted = text_solid(w->shown->finding->arena, w->expect.target);
    return *wanted ? is_with_sign(cell, wanted) : !has_digit(cell);
}

static bool is_original(const struct cell_wanted *w, const char *cell)
{
    const char *wanted = text_solid(w->shown->finding->arena, w->expect.original);
    return *wanted ? text_holds(cell, wanted) : !*cell;
}

/* Every line of it and what was declared; no other number but the year of 前倒し and 遅れて. */
static bool is_actual(const struct cell_wanted *w, const char *cell, const char *said)
{
    struct arena *arena = w->shown->finding->arena;
    const struct actual *actual = w->reading->actual;
    if (!actual || w->shown->kind == SHOWN_PLAN) return !*cell;
    struct numbers *numbers = numbers_new();
    const struct numbers *const sets[] = {numbers};
    char *line = arena_strdup(arena, w->expect.actual);
    bool fine = true;
    unsigned long seen = 0;
    numbers_add(numbers, w->expect.actual);
    if (actual->in) numbers_add(numbers, year_label(w->shown->truth->plan->year_kind, arena, actual->in));
    for (char *end; fine && line; line = end ? end + 1 : NULL) {
        end = strchr(line, '\n');
        if (end) *end = '\0';
        fine = text_holds(cell, text_solid(arena, line));
    }
    const char *declared = words_state(actual->declared, actual->own_state);
    if (declared && !actual->steps) fine = fine && text_find(cell, declared);
    fine = fine && !numbers_unknown(sets, 1, said, arena, &seen);
    numbers_free(numbers);
    return fine;
}

static bool is_same(const struct cell_wanted *w, const char *cell, const char *wanted)
{
    return text_equal(cell, text_solid(w->shown->finding->arena, wanted));
}

static bool is_field(const struct cell_wanted *w, enum years_field field, const struct grid_cell *at)
{
    const char *cell = at->text;
    switch (field) {
    case FIELD_TARGET:
        return is_target(w, cell);
    case FIELD_ORIGINAL:
        return is_original(w, cell);
    case FIELD_ACTUAL:
        return is_actual(w, cell, at->said);
    case FIELD_DIFFERENCE:
        return is_same(w, cell, w->expect.difference);
    case FIELD_RATE:
        return is_same(w, cell, w->expect.shown_rate);
    case FIELD_RESULT:
        return shown_is_result(w->shown, cell, w->expect.shown_result);
    case FIELDS:
        break;
    }
    return false;
}

static const char *said(const struct cell_wanted *w, enum years_field field)
{
    const char *const SAID[FIELDS] = {
        [FIELD_TARGET] = w->expect.target,   [FIELD_ORIGINAL] = w->expect.original,
        [FIELD_ACTUAL] = w->expect.actual,   [FIELD_DIFFERENCE] = w->expect.difference,
        [FIELD_RATE] = w->expect.shown_rate, [FIELD_RESULT] = w->expect.shown_result,
    };
    return SAID[field];
}

/* ---- where its cells are ---- */

/* The year that a cell belongs to, by its column's head or its row's; *other: the other head. -1: none. */
static int year_of_cell(const struct shown *shown, const struct grid *grid, const struct grid_cell *cell,
                        const struct grid_cell **other)
{
    const struct grid_cell *column = grid_column_head(grid, cell->column), *row = grid_row_head(grid, cell->row);
    int year = column && cell->columns == 1 ? shown_year(shown, grid_cell_meaning(column)) : -1;
    *other = row;
    if (year >= 0) return year;
    *other = column;
    return row ? shown_year(shown, grid_cell_meaning(row)) : -1;
}

/* How many years the table has in its heads that `seen` has not; marks them in `here`. -1: it has one that is seen already. */
static int new_years(const struct shown *shown, const struct grid *grid, const bool *seen, bool *here)
{
    int count = 0;
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct grid_cell *cell = &grid->cell[i];
        int year =
            cell->head && (cell->row == 0 || cell->column == 0) ? shown_year(shown, grid_cell_meaning(cell)) : -1;
        if (year < 0) continue;
        if (seen && seen[year]) return -1;
        count += !here[year];
        here[year] = true;
    }
    return count;
}

bool shown_takes_years(const struct shown *shown, struct years_tables *tables, const struct part_read *table)
{
    unsigned all = shown->truth->progress->years;
    struct arena *arena = shown->finding->arena;
    bool *here = arena_array(arena, all, sizeof *here);
    int count = new_years(shown, table->grid, tables->seen, here);
    if (count < 0) { /* the tables before this one were something else */
        memset(here, 0, all * sizeof *here);
        tables->tables = tables->years = 0;
        tables->seen = NULL;
        count = new_years(shown, table->grid, NULL, here);
    }
    if (!count) return false;
    if (!tables->seen) tables->seen = arena_array(arena, all, sizeof *tables->seen);
    for (unsigned i = 0; i < all; i++)
        tables->seen[i] |= here[i];
    tables->years += (unsigned)count;
    GROW(tables->table, tables->tables, tables->capacity);
    tables->table[tables->tables++] = table;
    return tables->years == all;
}

void shown_years_free(struct years_tables *tables)
{
    free(tables->table);
    *tables = (struct years_tables){0};
}

struct years {
    const struct shown *shown;
    const char *id;
    const struct years_tables *tables;
    struct cell_wanted *wanted; /* one a year */
    bool *labelled;             /* of each field: some head has its label */
    bool *met;                  /* field × year */
};

static void check_cell(const struct years *years, enum years_field field, int year, const struct grid_cell *cell)
{
    const struct shown *shown = years->shown;
    const struct cell_wanted *w = &years->wanted[year];
    const char *where = arena_printf(shown->finding->arena, "%s（%s）", years->id, w->expect.era);
    const struct spot spot = shown_spot(shown, cell->place, where);
    years->met[(unsigned)field * shown->truth->progress->years + (unsigned)year] = true;
    finding_fine(shown->finding, is_field(w, field, cell), &spot, label_of(shown, field), said(w, field), cell->text);
}

static void check_labelled(const struct years *years, const struct grid *grid)
{
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct grid_cell *cell = &grid->cell[i], *other = NULL;
        int year = cell->head ? -1 : year_of_cell(years->shown, grid, cell, &other);
        if (year < 0 || !other) continue;
        for (enum years_field field = 0; field < FIELDS; field++) {
            if (!text_equal(other->text, label_of(years->shown, field))) continue;
            years->labelled[field] = true;
            check_cell(years, field, year, cell);
        }
    }
}

/* A city's own label: some cell of the year must show it. */
static bool is_in(const struct years *years, const struct grid *grid, enum years_field field, int year)
{
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct grid_cell *cell = &grid->cell[i], *other = NULL;
        if (cell->head || year_of_cell(years->shown, grid, cell, &other) != year) continue;
        if (is_field(&years->wanted[year], field, cell)) return true;
    }
    return false;
}

static bool is_anywhere(const struct years *years, enum years_field field, int year)
{
    for (unsigned i = 0; i < years->tables->tables; i++)
        if (is_in(years, years->tables->table[i]->grid, field, year)) return true;
    return false;
}

/* Of a plan only targets are wanted. */
static bool is_due(const struct years *years, enum years_field field, unsigned year)
{
    bool wanted = field == FIELD_TARGET || years->shown->kind != SHOWN_PLAN;
    return wanted && *said(&years->wanted[year], field);
}

static void check_others(const struct years *years, long place)
{
    const struct shown *shown = years->shown;
    unsigned count = shown->truth->progress->years;
    for (enum years_field field = 0; field < FIELDS; field++)
        for (unsigned year = 0; year < count; year++) {
            if (years->met[(unsigned)field * count + year] || !is_due(years, field, year)) continue;
            const struct cell_wanted *w = &years->wanted[year];
            const char *where = arena_printf(shown->finding->arena, "%s（%s）", years->id, w->expect.era);
            const struct spot spot = shown_spot(shown, place, where);
            bool found = !years->labelled[field] && is_anywhere(years, field, (int)year);
            finding_fine(shown->finding, found, &spot, label_of(shown, field), said(w, field), "");
        }
}

/* The plan shows the targets that it has now; a report those in force on its date. */
static void set_planned(struct cell_wanted *w)
{
    const struct indicator *indicator = w->indicator->indicator;
    w->expect.target = "";
    for (unsigned i = 0; i < indicator->targets; i++)
        if (indicator->target[i].year == w->reading->year &&
            !indicator->target[i].whole) /* that has a row of its own */
            w->expect.target = indicator->target[i].value.text;
    w->expect.shown_result = w->expect.difference = w->expect.shown_rate = w->expect.original = "";
}

void shown_years(const struct shown *shown, const struct initiative_progress *one, unsigned indicator,
                 const struct years_tables *tables)
{
    const struct indicator_progress *of = &one->indicator[indicator];
    struct arena *arena = shown->finding->arena;
    struct years years = {.shown = shown, .id = one->initiative->code, .tables = tables};
    years.wanted = arena_array(arena, of->readings, sizeof *years.wanted);
    years.labelled = arena_array(arena, FIELDS, sizeof *years.labelled);
    years.met = arena_array(arena, (size_t)FIELDS * shown->truth->progress->years, sizeof *years.met);
    for (unsigned i = 0; i < of->readings; i++) {
        struct cell_wanted *w = &years.wanted[i];
        *w = (struct cell_wanted){.shown = shown, .indicator = of, .reading = &of->reading[i]};
        expect_reading(shown->truth, arena, of, w->reading, &w->expect);
        if (shown->kind == SHOWN_PLAN) set_planned(w);
    }
    if (one->indicators > 1) years.id = arena_printf(arena, "%sの指標%u", years.id, indicator + 1);
    for (unsigned i = 0; i < tables->tables; i++)
        check_labelled(&years, tables->table[i]->grid);
    check_others(&years, tables->table[0]->place);
}

/* ---- figures ---- */

/* A number that a figure must tell; NULL: this year has none. */
static const char *told(const struct indicator_progress *indicator, const struct reading *reading, bool target)
{
    struct decimal number = {0};
    const struct actual *actual = reading->actual;
    if (target && (reading->continues || !unit_number(indicator, reading->target, &number))) return NULL;
    if (target) return reading->target->text;
    if (!actual || !unit_number(indicator, reading->number, &number)) return NULL;
    return actual->has_number ? actual->number.text : actual->value.text;
}

/* Behind its sign, which a chart has its own way to write. */
static const char *without_sign(const char *number)
{
    const char *digit = strpbrk(number, "0123456789");
    return digit ? digit : number;
}

/* Is it a bound's word that begins there? A chart keeps the unit of 15時間以内. */
static bool is_bound(const char *text)
{
    static const char *const BOUND[] = {"以上", "以下", "以内", "未満", "超", "を", "程度"};
    for (size_t i = 0; i < sizeof BOUND / sizeof *BOUND; i++)
        if (!strncmp(text, BOUND[i], strlen(BOUND[i]))) return true;
    return false;
}

/* A crowded chart leaves out the units: then the digits are what it shows. */
static bool is_drawn(struct arena *arena, const char *drawn, const char *wanted)
{
    const char *number = without_sign(wanted);
    size_t digits = strspn(number, "0123456789,.");
    const char *unit = number + digits;
    for (const char *at = text_find(drawn, unit); *unit && at; at = text_find(at + 1, unit))
        if (at > drawn && at[-1] >= '0' && at[-1] <= '9' && !is_bound(at + strlen(unit)))
            return text_find(drawn, number) != NULL;
    return text_find(drawn, arena_strndup(arena, number, digits)) != NULL;
}

/* Steps and changes are drawn as their words, which a crowded chart may leave out; all of them are in the alternative text. */
static bool has_words(const struct indicator_progress *indicator)
{
    for (unsigned i = 0; i < indicator->readings; i++) {
        const struct value *target = indicator->reading[i].target;
        if (target && target->kind != VALUE_NONE && (!value_is_numeric(target) || target->change)) return true;
    }
    return false;
}

/* A chart of wider numbers than this, in halves of a character, draws what it has room for, and always the newest actual value: the
   alternative text tells all. */
enum { WIDTH_DRAWN = 60 };

static size_t width_of(const char *text)
{
    size_t width = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        width += (unsigned char)*p < 0x80 ? 1 : 2;
    return width;
}

static bool may_be_left_out(const struct indicator_progress *indicator, const struct reading *reading, bool target)
{
    const char *number = told(indicator, reading, target);
    size_t width = number ? width_of(number) : 0;
    const struct reading *newest = NULL;
    for (unsigned i = 0; i < indicator->readings; i++)
        if (told(indicator, &indicator->reading[i], false)) newest = &indicator->reading[i];
    return indicator->readings * width > WIDTH_DRAWN && (target || newest != reading);
}

static void check_told(const struct shown *shown, const struct initiative_progress *one,
                       const struct indicator_progress *indicator, const struct reading *reading, bool target,
                       unsigned from, unsigned to)
{
    struct arena *arena = shown->finding->arena;
    const char *wanted = told(indicator, reading, target);
    if (!wanted) return;
    const char *solid = text_solid(arena, wanted);
    bool described = false, drawn = has_words(indicator) || may_be_left_out(indicator, reading, target);
    long place = 0;
    for (unsigned i = from; i < to; i++) {
        const struct part_read *part = &shown->reading->part[i];
        if (part->kind != PART_OF_FIGURE) continue;
        place = part->place;
        described = described || text_holds(text_solid(arena, part->alt), solid);
        drawn = drawn || is_drawn(arena, part->text, solid);
    }
    const char *where = arena_printf(arena, "%s（%s）", one->initiative->code,
                                     year_label(shown->truth->plan->year_kind, arena, reading->year));
    const struct spot spot = shown_spot(shown, place, where);
    finding_fine(shown->finding, described, &spot, "図の代替テキスト", wanted, "");
    finding_fine(shown->finding, drawn, &spot, "図の数値", wanted, "");
}

void shown_figures(const struct shown *shown, const struct initiative_progress *one, unsigned from, unsigned to)
{
    bool any = false;
    for (unsigned i = from; i < to; i++)
        any = any || shown->reading->part[i].kind == PART_OF_FIGURE;
    for (unsigned k = 0; any && k < one->indicators; k++)
        for (unsigned i = 0; i < one->indicator[k].readings; i++)
            for (int target = 0; target < 2; target++)
                check_told(shown, one, &one->indicator[k], &one->indicator[k].reading[i], target, from, to);
}
