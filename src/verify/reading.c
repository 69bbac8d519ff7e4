/* reading: see reading.h. */
#include "verify/reading.h"
#include <string.h>

enum { FIRST_CAPACITY = 32, LARGEST_SPAN = 200 };

struct part_read *reading_add(struct readout *reading, enum part_of kind, long place)
{
    if (reading->parts == reading->capacity) {
        unsigned capacity = reading->capacity ? reading->capacity * 2 : FIRST_CAPACITY;
        struct part_read *part = arena_array(reading->arena, capacity, sizeof *part);
        if (reading->parts) memcpy(part, reading->part, reading->parts * sizeof *part);
        reading->part = part;
        reading->capacity = capacity;
    }
    struct part_read *part = &reading->part[reading->parts++];
    *part = (struct part_read){.kind = kind, .text = "", .said = "", .alt = "", .place = place};
    return part;
}

/* ---- tables ---- */

struct grid *grid_new(struct arena *arena)
{
    return arena_alloc(arena, sizeof(struct grid));
}

void grid_row(struct grid *grid)
{
    grid->rows++;
}

const struct grid_cell *grid_column_head(const struct grid *grid, unsigned column)
{
    for (unsigned i = 0; i < grid->cells && grid->cell[i].row == 0; i++) {
        const struct grid_cell *cell = &grid->cell[i];
        if (cell->head && column >= cell->column && column - cell->column < cell->columns) return cell;
    }
    return NULL;
}

/* The first cell of a row or of one behind it. */
static unsigned first_of(const struct grid *grid, unsigned row)
{
    unsigned low = 0, high = grid->cells;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (grid->cell[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const char *grid_cell_meaning(const struct grid_cell *cell)
{
    return cell->full && *cell->full ? cell->full : cell->text;
}

const struct grid_cell *grid_row_head(const struct grid *grid, unsigned row)
{
    for (unsigned i = first_of(grid, row); i < grid->cells && grid->cell[i].row == row; i++)
        if (grid->cell[i].head) return &grid->cell[i];
    return NULL;
}

static void reach(struct arena *arena, struct grid *grid, unsigned column, unsigned columns, unsigned row)
{
    if (column + columns > grid->reaches) {
        unsigned reaches = (column + columns) * 2;
        unsigned *more = arena_array(arena, reaches, sizeof *more);
        if (grid->reaches) memcpy(more, grid->reach, grid->reaches * sizeof *more);
        grid->reach = more;
        grid->reaches = reaches;
    }
    for (unsigned i = 0; i < columns; i++)
        grid->reach[column + i] = row;
}

static unsigned span(unsigned wanted)
{
    if (!wanted) return 1;
    return wanted < LARGEST_SPAN ? wanted : LARGEST_SPAN;
}

void grid_add(struct arena *arena, struct grid *grid, const struct grid_cell *cell)
{
    if (grid->cells == grid->capacity) {
        unsigned capacity = grid->capacity ? grid->capacity * 2 : FIRST_CAPACITY;
        struct grid_cell *more = arena_array(arena, capacity, sizeof *more);
        if (grid->cells) memcpy(more, grid->cell, grid->cells * sizeof *more);
        grid->cell = more;
        grid->capacity = capacity;
    }
    unsigned row = grid->rows ? grid->rows - 1 : 0, column = 0;
    while (column < grid->reaches && grid->reach[column] > row)
        column++;
    struct grid_cell *added = &grid->cell[grid->cells++];
    *added = *cell;
    added->row = row;
    added->column = column;
    added->rows = span(cell->rows);
    added->columns = span(cell->columns);
    reach(arena, grid, column, added->columns, row + added->rows);
    if (column + added->columns > grid->columns) grid->columns = column + added->columns;
}
