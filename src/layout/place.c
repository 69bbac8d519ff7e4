/* place: the part of a grid between two cuts onto the page: fills, borders, cells; the head row and the labels of rows that go on
   are repeated as artifacts. Every fragment draws its own borders, so that breaks close. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"
#include "layout/flow.h"

struct part {
    struct layout *layout;
    const struct grid *grid;
    const struct grid_cut *from, *to;
    unsigned row, end; /* rows on this page */
    const double *top; /* per row and one more, from the part's upper edge */
    double x, y;
};
struct frame {
    double x, y, width, height;
};

static void add_rectangle(struct layout *layout, enum placed_kind kind, struct color color, struct frame f)
{
    struct placed *placed = page_add(layout, kind);
    if (placed->artifact == ARTIFACT_NONE) placed->artifact = ARTIFACT_LAYOUT;
    placed->color = color;
    placed->x = f.x;
    placed->y = f.y;
    placed->width = f.width;
    placed->height = f.height;
}

/* Borders stand astride the edge, so that those of neighbours coincide. */
static void place_borders(struct layout *layout, const struct style *style, struct frame f)
{
    for (int side = SIDE_TOP; side <= SIDE_LEFT; side++) {
        double t = style->border[side];
        if (t <= 0) continue;
        bool upright = side == SIDE_LEFT || side == SIDE_RIGHT;
        struct frame rule = {
            .x = (side == SIDE_RIGHT ? f.x + f.width : f.x) - t / 2,
            .y = (side == SIDE_BOTTOM ? f.y + f.height : f.y) - t / 2,
            .width = upright ? t : f.width + t,
            .height = upright ? f.height + t : t,
        };
        add_rectangle(layout, PLACED_RULE, style->border_color, rule);
    }
}

static struct frame frame_of(const struct part *p, const struct cell *cell)
{
    unsigned top = cell->row > p->row ? cell->row : p->row, bottom = cell->row + cell->rowspan;
    if (bottom > p->end) bottom = p->end;
    return (struct frame){
        .x = p->x + p->grid->x[cell->column],
        .y = p->y + p->top[top],
        .width = grid_cell_width(p->grid, cell),
        .height = p->top[bottom] - p->top[top],
    };
}

/* ---- a label whose rows go on ---- */

/* Does anything of what a row's label stands for go on after the cut? */
static bool label_goes_on(const struct part *p, unsigned index)
{
    const struct cell *label = &p->grid->cell[index];
    if (label->rowspan > 1) return true;
    for (unsigned i = index + 1; i < p->grid->cells && p->grid->cell[i].row == label->row; i++) {
        const struct cell *cell = &p->grid->cell[i];
        if (cell->label) break; /* from here on another label's */
        if (!flow_done(&cell->flow, grid_cell_cut(p->from, i))) return true;
    }
    return false;
}

static void repeat_label(const struct part *p, const struct cell *cell, struct frame f)
{
    struct layout *layout = p->layout;
    struct buf text = {0};
    struct flow flow = {0};
    double width = f.width - cell_padding_width(cell);
    element_text(cell->node, &text);
    buf_str(&text, print_continued(layout->print));
    const struct content *content = content_text(layout, cell->node, NULL, buf_text(&text), cell->style, width);
    buf_free(&text);
    build_lines(layout, &flow, content, width);
    if (flow.height > f.height - cell_padding_height(cell) + LAYOUT_EPSILON)
        return; /* no room: better none than clipped */
    enum artifact outer = layout->artifact;
    layout->artifact = ARTIFACT_REPEAT;
    flow_place(layout, &flow, flow_begin(), flow_end(&flow), f.x + cell->style->padding[SIDE_LEFT],
               f.y + cell->style->padding[SIDE_TOP]);
    layout->artifact = outer;
}

/* ---- cells ---- */

/* Middle and bottom alignment are for cells that stand whole on this page. */
static bool stands_whole(const struct part *p, const struct cell *cell, struct cut at, struct cut stop)
{
    if (at.item || at.inside || !flow_done(&cell->flow, stop)) return false;
    if (cell->row < p->row || cell->row + cell->rowspan > p->end) return false;
    bool last_row_is_split = p->to && p->to->row < p->end;
    bool first_row_was_split = p->from && p->from->end > p->row;
    if (last_row_is_split && cell->row + cell->rowspan >= p->end) return false;
    return !(first_row_was_split && cell->row <= p->row);
}

static double vertical_slack(const struct cell *cell, struct frame f)
{
    double slack = fmax(f.height - cell_padding_height(cell) - cell->flow.height, 0);
    if (cell->style->valign == VALIGN_MIDDLE) return slack / 2;
    return cell->style->valign == VALIGN_BOTTOM ? slack : 0;
}

static void place_cell(const struct part *p, unsigned index)
{
    const struct cell *cell = &p->grid->cell[index];
    struct frame f = frame_of(p, cell);
    struct cut at = grid_cell_cut(p->from, index), stop = flow_end(&cell->flow);
    for (unsigned k = 0; p->to && k < p->to->open; k++)
        if (p->to->cell[k].cell == index) stop = p->to->cell[k].at;
    if (at.item && flow_done(&cell->flow, at)) {
        bool repeats = cell->label && cell->style->repeat_label && p->layout->artifact == ARTIFACT_NONE;
        if (repeats && label_goes_on(p, index)) repeat_label(p, cell, f);
        return;
    }
    double slack = stands_whole(p, cell, at, stop) ? vertical_slack(cell, f) : 0;
    flow_place(p->layout, &cell->flow, at, stop, f.x + cell->style->padding[SIDE_LEFT],
               f.y + cell->style->padding[SIDE_TOP] + slack);
}

/* All fills, then all borders, then the text: what is drawn later lies on top. */
static void place_rows(const struct part *p)
{
    const struct grid *grid = p->grid;
    if (p->row >= p->end) return;
    unsigned first = grid->first[grid->group[p->row]], last = grid->first[p->end];
    enum { FILLS, BORDERS, TEXT, LAYERS };
    for (int layer = FILLS; layer < LAYERS; layer++)
        for (unsigned i = first; i < last; i++) {
            const struct cell *cell = &grid->cell[i];
            if (cell->row + cell->rowspan <= p->row) continue;
            if (layer == FILLS && cell->style->filled)
                add_rectangle(p->layout, PLACED_FILL, cell->style->fill, frame_of(p, cell));
            if (layer == BORDERS) place_borders(p->layout, cell->style, frame_of(p, cell));
            if (layer == TEXT) place_cell(p, i);
        }
}

static void place_head_again(const struct part *body, double *top)
{
    struct layout *layout = body->layout;
    double y = 0;
    for (unsigned r = 0; r < body->grid->head_rows; r++) {
        top[r] = y;
        y += body->grid->row_height[r];
    }
    top[body->grid->head_rows] = y;
    struct part head = *body;
    head.from = head.to = NULL;
    head.row = 0;
    head.end = body->grid->head_rows;
    enum artifact outer = layout->artifact;
    if (outer == ARTIFACT_NONE) layout->artifact = ARTIFACT_REPEAT;
    place_rows(&head);
    layout->artifact = outer;
}

double grid_place(struct layout *layout, const struct grid *grid, const struct grid_cut *from,
                  const struct grid_cut *to, double x, double y)
{
    double *top = arena_array(layout->scratch, grid->rows + 2, sizeof *top);
    const double *height = grid_rows_left(grid, from, layout->scratch);
    struct part part = {
        .layout = layout,
        .grid = grid,
        .from = from,
        .to = to,
        .row = from ? from->row : 0,
        .end = to ? to->end : grid->rows,
        .top = top,
        .x = x,
        .y = y,
    };
    double down = 0;
    if (grid_repeats_head(grid, from)) {
        place_head_again(&part, top);
        down = grid->head_height;
    }
    for (unsigned r = part.row; r < part.end; r++) {
        top[r] = down;
        down += to && r == part.end - 1 ? to->last_height : height[r];
    }
    top[part.end] = down;
    place_rows(&part);
    return down;
}
