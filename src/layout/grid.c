/* grid: the cells of tables, columns and boxes; their widths, and their heights with rowspans. Knows nothing of pages. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"
#include "layout/flow.h"

static const double NARROWEST = 4; /* points: no column is narrower before everything is scaled to the width */
static const double ROUNDING_ROOM =
    0.5; /* points: added to widths by content, so that no line breaks for a rounding error */
static const double TALLEST_HEAD = 0.4; /* of the page: a head that is taller does not repeat */

/* ---- widths ---- */

struct widths {
    struct layout *layout;
    struct grid *grid;
    double room;             /* points for all columns, without gaps */
    int *kind;               /* of struct column_width */
    double *amount;          /* points or shares */
    double *fixed;           /* points, once known */
    double *widest, *narrow; /* by content */
};

static void read_kinds(struct widths *w, const struct style *style)
{
    static const struct column_width BY_CONTENT = {COLUMN_AUTO, 0};
    for (unsigned c = 0; c < w->grid->columns; c++) {
        unsigned given = c < style->columns ? c : style->columns - 1; /* the last repeats */
        struct column_width width = style->columns ? style->column[given] : BY_CONTENT;
        w->kind[c] = (int)width.kind;
        w->amount[c] = width.amount;
    }
}

/* What the cells of columns by content would like; a spanning cell's wish is shared equally. */
static void measure_content(struct widths *w)
{
    for (unsigned i = 0; i < w->grid->cells; i++) {
        const struct cell *cell = &w->grid->cell[i];
        bool wanted = false;
        for (unsigned k = 0; k < cell->colspan; k++)
            wanted |= w->kind[cell->column + k] == COLUMN_AUTO;
        if (!wanted) continue;
        double wide = 0, piece = 0, padding = cell_padding_width(cell) + ROUNDING_ROOM;
        content_extent(w->layout, cell->node, cell->style, &wide, &piece);
        for (unsigned k = 0; k < cell->colspan; k++) {
            unsigned c = cell->column + k;
            w->widest[c] = fmax(w->widest[c], (wide + padding) / cell->colspan);
            w->narrow[c] = fmax(w->narrow[c], (fmin(piece, wide) + padding) / cell->colspan);
        }
    }
}

/* Columns by content share what is left after the fixed ones: all they like, or in between, or at least their longest piece. */
static void settle_content(struct widths *w, double left, bool shares)
{
    double widest = 0, narrow = 0;
    for (unsigned c = 0; c < w->grid->columns; c++) {
        if (w->kind[c] != COLUMN_AUTO) continue;
        widest += w->widest[c];
        narrow += w->narrow[c];
    }
    double room = shares ? fmin(left, widest) : left;
    double stretch = widest > 0 ? room / widest : 1,
           between = widest > narrow ? (room - narrow) / (widest - narrow) : 0;
    for (unsigned c = 0; c < w->grid->columns; c++) {
        if (w->kind[c] != COLUMN_AUTO) continue;
        if (room >= widest)
            w->fixed[c] = w->widest[c] * stretch;
        else
            w->fixed[c] = w->narrow[c] + (w->widest[c] - w->narrow[c]) * fmax(between, 0);
    }
}

static double sum_of(const struct widths *w, int kind, const double *list)
{
    double sum = 0;
    for (unsigned c = 0; c < w->grid->columns; c++)
        if (w->kind[c] == kind) sum += list[c];
    return sum;
}

/* Left edges, scaled so that the columns take exactly the room there is. */
static void set_edges(struct widths *w)
{
    struct grid *grid = w->grid;
    double sum = 0;
    for (unsigned c = 0; c < grid->columns; c++)
        sum += fmax(w->fixed[c], NARROWEST);
    double scale = w->room / sum;
    grid->x[0] = 0;
    for (unsigned c = 0; c < grid->columns; c++)
        grid->x[c + 1] = grid->x[c] + fmax(w->fixed[c], NARROWEST) * scale + grid->gap;
}

static void set_widths(struct layout *layout, struct grid *grid, const struct style *style, double width)
{
    struct arena *scratch = layout->scratch;
    unsigned n = grid->columns;
    struct widths w = {
        .layout = layout,
        .grid = grid,
        .room = fmax(width - grid->gap * (n - 1), n),
        .kind = arena_array(scratch, n, sizeof(int)),
        .amount = arena_array(scratch, n, sizeof(double)),
        .fixed = arena_array(scratch, n, sizeof(double)),
        .widest = arena_array(scratch, n, sizeof(double)),
        .narrow = arena_array(scratch, n, sizeof(double)),
    };
    read_kinds(&w, style);
    for (unsigned c = 0; c < n; c++)
        if (w.kind[c] == COLUMN_POINTS) w.fixed[c] = w.amount[c];
    double shares = sum_of(&w, COLUMN_SHARE, w.amount), left = w.room - sum_of(&w, COLUMN_POINTS, w.amount);
    measure_content(&w);
    settle_content(&w, fmax(left, 0), shares > 0);
    left -= sum_of(&w, COLUMN_AUTO, w.fixed);
    for (unsigned c = 0; c < n; c++)
        if (w.kind[c] == COLUMN_SHARE && shares > 0) w.fixed[c] = fmax(left, 0) * w.amount[c] / shares;
    set_edges(&w);
}

double grid_cell_width(const struct grid *grid, const struct cell *cell)
{
    return grid->x[cell->column + cell->colspan] - grid->gap - grid->x[cell->column];
}

/* ---- heights ---- */

struct cut grid_cell_cut(const struct grid_cut *cut, unsigned cell)
{
    for (unsigned i = 0; cut && i < cut->open; i++)
        if (cut->cell[i].cell == cell) return cut->cell[i].at;
    return flow_begin();
}

static double cell_need(const struct cell *cell, struct cut at, struct arena *scratch)
{
    bool begun = at.item || at.inside;
    if (begun && flow_done(&cell->flow, at)) return 0;
    double need = flow_rest(&cell->flow, at, scratch) + cell_padding_height(cell);
    return begun ? need : fmax(need, cell->style->height);
}

/* Heights of the rows [begin, end) of one group: single-row cells first, then by rising span; what a spanning cell lacks is
   shared equally among its rows. Cells that began on a former page count with what is left of them. */
static void group_heights(const struct grid *grid, const struct grid_cut *from, unsigned begin, unsigned end,
                          double *height, struct arena *scratch)
{
    unsigned first = grid->first[grid->group[begin]], last = grid->first[end], longest = 1;
    for (unsigned r = begin; r < end; r++)
        height[r] = 0;
    for (unsigned span = 1; span <= longest; span++)
        for (unsigned i = first; i < last; i++) {
            const struct cell *cell = &grid->cell[i];
            unsigned top = cell->row > begin ? cell->row : begin, bottom = cell->row + cell->rowspan;
            if (bottom <= top) continue;
            if (bottom - top > longest) longest = bottom - top;
            if (bottom - top != span) continue;
            double lacking = cell_need(cell, grid_cell_cut(from, i), scratch);
            for (unsigned r = top; r < bottom; r++)
                lacking -= height[r];
            for (unsigned r = top; r < bottom && lacking > 0; r++)
                height[r] += lacking / span;
        }
}

double *grid_rows_left(const struct grid *grid, const struct grid_cut *from, struct arena *scratch)
{
    if (!from) return grid->row_height;
    double *height = arena_array(scratch, grid->rows + 1, sizeof *height);
    unsigned row = from->row;
    memcpy(height + row, grid->row_height + row, (grid->rows - row) * sizeof *height);
    if (row < grid->rows) group_heights(grid, from, row, grid->group_end[row], height, scratch);
    return height;
}

double grid_height(const struct grid *grid)
{
    return grid->rows ? grid->below[0] : 0;
}

bool grid_repeats_head(const struct grid *grid, const struct grid_cut *from)
{
    return from && grid->head_rows && from->row >= grid->head_rows;
}

double grid_rest(const struct grid *grid, const struct grid_cut *from, struct arena *scratch)
{
    const double *height = grid_rows_left(grid, from, scratch);
    double sum = grid_repeats_head(grid, from) ? grid->head_height : 0;
    unsigned end = from->row < grid->rows ? grid->group_end[from->row] : grid->rows;
    for (unsigned r = from->row; r < end; r++)
        sum += height[r];
    return sum + grid->below[end];
}

/* ---- making ---- */

static struct grid *grid_new(struct arena *arena, unsigned cells, unsigned rows, unsigned columns)
{
    struct grid *grid = arena_alloc(arena, sizeof *grid);
    grid->rows = rows;
    grid->columns = columns;
    grid->cell = arena_array(arena, cells, sizeof *grid->cell);
    grid->x = arena_array(arena, columns + 1, sizeof *grid->x);
    grid->first = arena_array(arena, rows + 1, sizeof *grid->first);
    grid->group = arena_array(arena, rows + 1, sizeof *grid->group);
    grid->group_end = arena_array(arena, rows + 1, sizeof *grid->group_end);
    grid->row_height = arena_array(arena, rows + 1, sizeof *grid->row_height);
    grid->below = arena_array(arena, rows + 1, sizeof *grid->below);
    grid->row_keep = arena_array(arena, rows + 1, sizeof *grid->row_keep);
    grid->group_keep = arena_array(arena, rows + 1, sizeof *grid->group_keep);
    grid->body_end = arena_array(arena, rows + 1, sizeof *grid->body_end);
    return grid;
}

/* Which rows the rowspans tie together, and where each row's cells begin. */
static void set_groups(struct grid *grid)
{
    for (unsigned r = 0, i = 0; r <= grid->rows; r++) {
        while (i < grid->cells && grid->cell[i].row < r)
            i++;
        grid->first[r] = i;
    }
    for (unsigned begin = 0; begin < grid->rows;) {
        unsigned end = begin + 1;
        for (unsigned r = begin; r < end; r++)
            for (unsigned i = grid->first[r]; i < grid->first[r + 1]; i++)
                if (grid->cell[i].row + grid->cell[i].rowspan > end) end = grid->cell[i].row + grid->cell[i].rowspan;
        for (unsigned r = begin; r < end; r++) {
            grid->group[r] = begin;
            grid->group_end[r] = end;
        }
        begin = end;
    }
}

/* A tbody that is no taller than its keep-together is a group, as if one cell spanned its rows. */
static void tie_short_bodies(struct grid *grid)
{
    for (unsigned begin = 0; begin < grid->rows; begin++) {
        unsigned end = grid->body_end[begin];
        if (!end || grid->below[begin] - grid->below[end] > grid->group_keep[begin]) continue;
        for (unsigned r = begin; r < end; r++) {
            grid->group[r] = begin;
            grid->group_end[r] = end;
        }
    }
}

/* Cells are there, in row order, and columns have their widths: flows and heights. */
static struct grid *finish(struct layout *layout, struct grid *grid)
{
    set_groups(grid);
    for (unsigned i = 0; i < grid->cells; i++) {
        struct cell *cell = &grid->cell[i];
        double width = grid_cell_width(grid, cell) - cell_padding_width(cell);
        build_content(layout, &cell->flow, cell->node, cell->style, width);
    }
    for (unsigned r = 0; r < grid->rows; r = grid->group_end[r])
        group_heights(grid, NULL, r, grid->group_end[r], grid->row_height, layout->scratch);
    for (unsigned r = grid->rows; r-- > 0;)
        grid->below[r] = grid->below[r + 1] + grid->row_height[r];
    tie_short_bodies(grid);
    grid->head_height = grid->below[0] - grid->below[grid->head_rows];
    if (grid->head_height > layout->page_height * TALLEST_HEAD) {
        grid->head_rows = 0;
        grid->head_height = 0;
    }
    return grid;
}

/* ---- tables ---- */

static unsigned count_rows(const xmlNode *part)
{
    unsigned rows = 0;
    for (const xmlNode *child = element_first(part); child; child = element_next(child->next)) {
        if (element_is(child, "tr"))
            rows++;
        else if (element_is(child, "thead") || element_is(child, "tbody"))
            rows += count_rows(child);
    }
    return rows;
}

struct table {
    struct layout *layout;
    struct grid *grid;
    unsigned *busy; /* per column: rows still taken by a cell above */
    unsigned row;
};

static unsigned span_of(const xmlNode *cell, const char *name)
{
    const char *text = element_attr(cell, name);
    return *text ? (unsigned)strtoul(text, NULL, 10) : 1;
}

static void read_row(struct table *t, const xmlNode *tr, const struct style *style, bool head)
{
    unsigned column = 0;
    for (const xmlNode *node = element_first(tr); node; node = element_next(node->next)) {
        while (t->busy[column] > 0)
            column++;
        struct cell *cell = &t->grid->cell[t->grid->cells++];
        *cell = (struct cell){
            .row = t->row,
            .column = column,
            .rowspan = span_of(node, "rowspan"),
            .colspan = span_of(node, "colspan"),
            .node = node,
            .style = print_style(t->layout->print, node, style, t->layout->step),
            .head = head,
            .label = element_is(node, "th"),
        };
        for (unsigned k = 0; k < cell->colspan; k++)
            t->busy[column + k] = cell->rowspan;
        column += cell->colspan;
    }
    for (unsigned c = 0; c < t->grid->columns; c++)
        if (t->busy[c] > 0) t->busy[c]--;
}

static void read_part(struct table *t, const xmlNode *part, const struct style *style)
{
    bool head = element_is(part, "thead");
    unsigned begin = t->row;
    for (const xmlNode *tr = element_first(part); tr; tr = element_next(tr->next)) {
        const struct style *own = print_style(t->layout->print, tr, style, t->layout->step);
        if (element_is(tr, "thead") || element_is(tr, "tbody")) read_part(t, tr, own);
        if (!element_is(tr, "tr")) continue;
        t->grid->row_keep[t->row] = own->keep_together;
        t->grid->group_keep[t->row] = style->keep_together;
        read_row(t, tr, own, head);
        t->row++;
    }
    if (head) t->grid->head_rows = t->row;
    if (element_is(part, "tbody") && t->row > begin) t->grid->body_end[begin] = t->row;
}

struct grid *grid_table(struct layout *layout, const xmlNode *table, const struct style *style, double width)
{
    const struct box *box = box_find(table);
    struct grid *grid = grid_new(layout->scratch, (unsigned)box->cells, count_rows(table), (unsigned)box->columns);
    struct table t = {layout, grid, arena_array(layout->scratch, grid->columns + 1, sizeof *t.busy), 0};
    read_part(&t, table, style);
    set_widths(layout, grid, style, width);
    return finish(layout, grid);
}

/* ---- columns and boxes: grids of one row ---- */

struct grid *grid_columns(struct layout *layout, const xmlNode *element, const struct style *style, double width)
{
    static const struct column_width EQUAL = {COLUMN_SHARE, 1};
    unsigned count = 0;
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next))
        count++;
    struct grid *grid = grid_new(layout->scratch, count, 1, count);
    grid->gap = fmin(style->gap, width / (2 * count));
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next)) {
        const struct style *own = print_style(layout->print, n, style, layout->step);
        grid->cell[grid->cells] =
            (struct cell){.column = grid->cells, .rowspan = 1, .colspan = 1, .node = n, .style = own};
        grid->cells++;
    }
    struct style columns = *style;
    if (!columns.columns) {
        columns.columns = 1;
        columns.column = &EQUAL;
    }
    set_widths(layout, grid, &columns, width);
    return finish(layout, grid);
}

struct grid *grid_box(struct layout *layout, const xmlNode *element, const struct style *style, double width)
{
    struct grid *grid = grid_new(layout->scratch, 1, 1, 1);
    grid->cell[grid->cells++] = (struct cell){.rowspan = 1, .colspan = 1, .node = element, .style = style};
    grid->x[1] = width;
    grid->row_keep[0] = style->keep_together;
    return finish(layout, grid);
}
