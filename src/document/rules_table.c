/* rules_table: every cell with content is reached by a header cell, by scope or by headers (ISO 14289-1, 7.5; HTML, 4.9.12.2), on the grid
   that regular.c will make. Knows nothing of widths. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "document/element.h"
#include "document/regular.h"
#include "document/rules_private.h"

enum { SHOWN_CHARACTERS = 20 };

struct cell {
    const xmlNode *node;
    unsigned row, column, rows, columns;
    unsigned end; /* the row after its thead or tbody */
};
struct grid {
    struct cell *cell;
    unsigned cells, rows, columns;        /* so far */
    unsigned busy[REGULAR_MAX_COLUMNS];   /* rows that a cell above still takes */
    unsigned header[REGULAR_MAX_COLUMNS]; /* the first row with a th for the column */
    unsigned *row_header;                 /* for a row: the first column with a th for it */
};

static unsigned span_of(const xmlNode *cell, const char *name, unsigned most)
{
    unsigned long span = strtoul(element_attr(cell, name), NULL, 10);
    if (span < 1) return 1;
    return span > most ? most : (unsigned)span;
}

static unsigned count(const xmlNode *parent, const char *name)
{
    unsigned found = 0;
    for (const xmlNode *n = element_first(parent); n; n = element_next(n->next))
        found += element_is(n, name);
    return found;
}

static void place_row(struct grid *grid, const xmlNode *tr, unsigned end)
{
    unsigned column = 0;
    for (const xmlNode *n = element_first(tr); n; n = element_next(n->next)) {
        while (column < REGULAR_MAX_COLUMNS && grid->busy[column])
            column++;
        if (column == REGULAR_MAX_COLUMNS) break;
        struct cell *cell = &grid->cell[grid->cells++];
        *cell = (struct cell){.node = n, .row = grid->rows, .column = column, .end = end};
        cell->rows = span_of(n, "rowspan", end - grid->rows);
        unsigned wanted = span_of(n, "colspan", REGULAR_MAX_COLUMNS - column);
        for (; cell->columns < wanted && !grid->busy[column]; column++, cell->columns++)
            grid->busy[column] = cell->rows;
        if (column > grid->columns) grid->columns = column;
    }
    for (unsigned c = 0; c < grid->columns; c++)
        grid->busy[c] -= grid->busy[c] > 0;
    grid->rows++;
}

static void place_cells(struct grid *grid, const xmlNode *table)
{
    for (const xmlNode *part = element_first(table); part; part = element_next(part->next)) {
        unsigned end = grid->rows + count(part, "tr");
        for (const xmlNode *tr = element_first(part); tr; tr = element_next(tr->next))
            if (element_is(tr, "tr")) place_row(grid, tr, end);
    }
}

static void note_headers(struct grid *grid)
{
    for (unsigned c = 0; c < grid->columns; c++)
        grid->header[c] = UINT_MAX;
    for (unsigned r = 0; r < grid->rows; r++)
        grid->row_header[r] = UINT_MAX;
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct cell *cell = &grid->cell[i];
        const char *scope = element_attr(cell->node, "scope");
        if (!element_is(cell->node, "th")) continue;
        if (!strncmp(scope, "col", 3))
            for (unsigned c = cell->column; c < cell->column + cell->columns; c++)
                if (cell->row < grid->header[c]) grid->header[c] = cell->row;
        unsigned end = strcmp(scope, "rowgroup") ? cell->row + cell->rows : cell->end;
        if (!strncmp(scope, "row", 3))
            for (unsigned r = cell->row; r < end; r++)
                if (cell->column < grid->row_header[r]) grid->row_header[r] = cell->column;
    }
}

static bool is_reached(const struct grid *grid, const struct cell *cell)
{
    if (*element_attr(cell->node, "headers")) return true; /* whether they are there is asked elsewhere */
    for (unsigned c = cell->column; c < cell->column + cell->columns; c++)
        if (grid->header[c] < cell->row) return true;
    for (unsigned r = cell->row; r < cell->row + cell->rows; r++)
        if (grid->row_header[r] < cell->column) return true;
    return false;
}

static const char *shortened(struct arena *arena, const xmlNode *node)
{
    struct buf text = {0};
    element_text(node, &text);
    const char *whole = buf_text(&text), *end = whole;
    for (int i = 0; i < SHOWN_CHARACTERS && *end; i++)
        end = g_utf8_next_char(end);
    const char *result = arena_printf(arena, "%.*s%s", (int)(end - whole), whole, *end ? "…" : "");
    buf_free(&text);
    return result;
}

static bool is_filled(const xmlNode *cell)
{
    return element_first(cell) || element_holds_text(cell);
}

static unsigned count_cells(const xmlNode *table)
{
    unsigned cells = 0;
    for (const xmlNode *part = element_first(table); part; part = element_next(part->next))
        for (const xmlNode *tr = element_first(part); tr; tr = element_next(tr->next))
            for (const xmlNode *n = element_first(tr); n; n = element_next(n->next))
                cells++;
    return cells;
}

static unsigned count_rows(const xmlNode *table)
{
    unsigned rows = 0;
    for (const xmlNode *part = element_first(table); part; part = element_next(part->next))
        rows += count(part, "tr");
    return rows;
}

void rules_table(struct rules_run *run, const xmlNode *table)
{
    if (!run->grid) run->grid = arena_alloc(run->arena, sizeof *run->grid);
    struct grid *grid = run->grid; /* no column is busy after the last row of a table */
    grid->cells = grid->rows = grid->columns = 0;
    grid->cell = arena_array(run->arena, count_cells(table), sizeof *grid->cell);
    grid->row_header = arena_array(run->arena, count_rows(table), sizeof *grid->row_header);
    place_cells(grid, table);
    note_headers(grid);
    for (unsigned i = 0; i < grid->cells; i++) {
        const struct cell *cell = &grid->cell[i];
        if (element_is(cell->node, "td") && is_filled(cell->node) && !is_reached(grid, cell))
            TELL(run, cell->node, DOCUMENT_CELL, shortened(run->arena, cell->node));
    }
}
