/* split: where a grid that does not fit is broken. Whole rows while they fit; the row that does not is split when it is taller than
   what is kept together and every unfinished cell can go on legally; else the break is at a row edge. Trying changes nothing. */
#include <math.h>
#include "layout/flow.h"

static const double SHORT_ROW = 40; /* points: one so short does not stand alone on its side of a break */

/* One try to fit a grid into a height. */
struct attempt {
    struct layout *layout;
    const struct grid *grid;
    const struct grid_cut *from;
    unsigned row;   /* the first on this page */
    unsigned stuck; /* the first that does not fit */
    double available;
    const double *height; /* per row, of what is left */
    double *top;          /* per row, on this page */
};

/* The cells that cross the cut at `end`, each with the place where it stops. */
struct crossing {
    struct grid_cut *cut;
    double last_height;
};

static bool same_place(struct cut a, struct cut b)
{
    return a.item == b.item && a.inside == b.inside;
}

/* How far a cell comes down to `bottom`. False: it cannot advance by so much as a line, and need not. */
static bool advance_cell(const struct attempt *a, unsigned index, double bottom, bool force, struct open_cell *open,
                         double *height)
{
    const struct cell *cell = &a->grid->cell[index];
    struct cut at = grid_cell_cut(a->from, index);
    double top = a->top[cell->row > a->row ? cell->row : a->row], used = 0;
    *open = (struct open_cell){index, at};
    if (!flow_done(&cell->flow, at)) {
        double room = bottom - top - cell_padding_height(cell);
        open->at = flow_fit(a->layout, &cell->flow, at, room, force, &used);
        if (same_place(open->at, at) && !force) return false;
    }
    *height = used + cell_padding_height(cell);
    return true;
}

/* A row is finished when all cells that end with it are. Those that go on below it stay open. */
static void settle_split_row(const struct grid *grid, struct grid_cut *cut, unsigned row)
{
    for (unsigned k = 0; k < cut->open; k++) {
        const struct cell *cell = &grid->cell[cut->cell[k].cell];
        if (cell->row + cell->rowspan == row + 1 && !flow_done(&cell->flow, cut->cell[k].at)) return;
    }
    unsigned kept = 0;
    for (unsigned k = 0; k < cut->open; k++) {
        const struct cell *cell = &grid->cell[cut->cell[k].cell];
        if (cell->row + cell->rowspan > row + 1) cut->cell[kept++] = cut->cell[k];
    }
    cut->open = kept;
    cut->row = row + 1;
}

/* The cut at the upper edge of `row`, or with `inside` somewhere in it. NULL: not here. */
static struct grid_cut *cut_at(const struct attempt *a, unsigned row, bool inside, bool force)
{
    const struct grid *grid = a->grid;
    struct arena *scratch = a->layout->scratch;
    unsigned first = grid->first[grid->group[row]], last = inside ? grid->first[row + 1] : grid->first[row];
    struct grid_cut *cut = arena_alloc(scratch, sizeof *cut);
    cut->row = row;
    cut->end = inside ? row + 1 : row;
    cut->cell = arena_array(scratch, last > first ? last - first : 1, sizeof *cut->cell);
    double bottom = inside ? a->available : a->top[row], tallest = 0;
    for (unsigned i = first; i < last; i++) {
        const struct cell *cell = &grid->cell[i];
        if (cell->row + cell->rowspan <= row) continue;
        double height;
        if (!advance_cell(a, i, bottom, force, &cut->cell[cut->open++], &height)) return NULL;
        double above = a->top[row] - a->top[cell->row > a->row ? cell->row : a->row];
        tallest = fmax(tallest, height - above);
    }
    if (inside) {
        settle_split_row(grid, cut, row);
        cut->last_height = force ? tallest : fmin(tallest, a->available - a->top[row]);
    } else {
        cut->last_height = a->height[row - 1];
    }
    return cut->row >= grid->rows && !force ? NULL : cut;
}

/* Would a break at this edge cut a merged cell that is short enough to be kept whole? */
static bool cuts_short_cell(const struct attempt *a, unsigned edge)
{
    const struct grid *grid = a->grid;
    for (unsigned i = grid->first[grid->group[edge]]; i < grid->first[edge]; i++) {
        const struct cell *cell = &grid->cell[i];
        unsigned end = cell->row + cell->rowspan;
        if (cell->row < a->row || end <= edge) continue;
        if (grid->below[cell->row] - grid->below[end] <= grid->group_keep[cell->row]) return true;
    }
    return false;
}

/* Would the table begin with a single short row above this edge? */
static bool leaves_first_alone(const struct attempt *a, unsigned edge)
{
    unsigned first = a->grid->head_rows;
    return a->row <= first && edge == first + 1 && edge < a->grid->rows && a->height[first] < SHORT_ROW;
}

/* Would it end with one below it, where to let another go down with it costs this page little? */
static bool leaves_last_alone(const struct attempt *a, unsigned edge)
{
    unsigned last = a->grid->rows - 1;
    return edge == last && a->height[last] < SHORT_ROW;
}

/* The lowest row edge at which the grid may break: first one that cuts no short merged cell and leaves no short row alone, at
   little cost; then one that at least leaves the first row not alone; at a page's top any. */
static struct grid_cut *cut_at_edge(const struct attempt *a, bool inside_group, bool force)
{
    enum { BALANCED, CELLS_WHOLE, LEGAL, ANY };
    const struct grid *grid = a->grid;
    unsigned group = grid->group[a->stuck];
    for (int pass = BALANCED; pass <= (force ? ANY : LEGAL); pass++)
        for (unsigned edge = a->stuck; edge > a->row && edge > grid->head_rows; edge--) {
            bool cuts_group = grid->group[edge] != edge && grid->group[edge] == group;
            if (cuts_group && !inside_group) continue;
            if (pass < ANY && leaves_first_alone(a, edge)) continue;
            if (pass < LEGAL && cuts_short_cell(a, edge)) continue;
            if (pass == BALANCED && leaves_last_alone(a, edge)) continue;
            if (pass == BALANCED && a->top[a->stuck] - a->top[edge] > 2 * SHORT_ROW) break;
            struct grid_cut *cut = cut_at(a, edge, false, false);
            if (cut) return cut;
        }
    return NULL;
}

/* At a page's top something is always taken: that is what makes every layout end. */
static struct grid_cut *cut_anyhow(const struct attempt *a)
{
    a->layout->sheet->forced++;
    bool edge = a->stuck > a->row && a->stuck > a->grid->head_rows;
    return cut_at(a, a->stuck, !edge, true);
}

/* A group that rowspans tie together stays whole up to its limit, unless a new page would not help it. */
static bool may_cut_group(const struct attempt *a, bool force)
{
    const struct grid *grid = a->grid;
    unsigned begin = grid->group[a->stuck], end = grid->group_end[a->stuck];
    bool tied = end - begin > 1;
    bool keep = tied && grid->below[begin] - grid->below[end] <= grid->group_keep[a->stuck];
    return !keep || (force && a->row >= begin);
}

static struct grid_cut *find_cut(const struct attempt *a, bool force)
{
    const struct grid *grid = a->grid;
    bool inside_group = may_cut_group(a, force);
    bool tall = a->height[a->stuck] > grid->row_keep[a->stuck] + LAYOUT_EPSILON;
    struct grid_cut *cut = NULL;
    if (inside_group && tall && a->stuck >= grid->head_rows) cut = cut_at(a, a->stuck, true, false);
    if (!cut) cut = cut_at_edge(a, inside_group, force);
    if (!cut && force && a->stuck >= grid->head_rows && !tall) cut = cut_at(a, a->stuck, true, false);
    return cut || !force ? cut : cut_anyhow(a);
}

bool grid_fit(struct layout *layout, const struct grid *grid, const struct grid_cut *from, double available, bool force,
              const struct grid_cut **to, double *used)
{
    struct attempt a = {
        .layout = layout,
        .grid = grid,
        .from = from,
        .row = from ? from->row : 0,
        .available = available,
        .height = grid_rows_left(grid, from, layout->scratch),
        .top = arena_array(layout->scratch, grid->rows + 1, sizeof(double)),
    };
    double y = grid_repeats_head(grid, from) ? grid->head_height : 0;
    for (a.stuck = a.row; a.stuck < grid->rows; a.stuck++) {
        a.top[a.stuck] = y;
        if (y + a.height[a.stuck] > available + LAYOUT_EPSILON) break;
        y += a.height[a.stuck];
    }
    a.top[a.stuck] = y;
    *to = NULL;
    *used = y;
    if (a.stuck == grid->rows) return true;
    struct grid_cut *cut = find_cut(&a, force);
    if (!cut) return false;
    *used = a.top[cut->end - 1] + cut->last_height;
    if (cut->row < grid->rows) *to = cut;
    return true;
}
