/* flow: how much of a flow goes into a height, and putting that much on the page. */
#include <math.h>
#include "chart/chart.h"
#include "layout/flow.h"

static double item_rest(const struct item *item, struct cut from, struct arena *scratch)
{
    return from.inside ? grid_rest(item->grid, from.inside, scratch) : item->height;
}

double flow_rest(const struct flow *flow, struct cut from, struct arena *scratch)
{
    if (flow_done(flow, from)) return 0;
    const struct item *item = &flow->item[from.item];
    return item_rest(item, from, scratch) + flow->height - (item->top + item->height);
}

/* The last place, while walking a flow, at which it may be broken. */
struct legal {
    bool found;
    unsigned item;
    double used;
};

/* Nothing more fits at item `i`: break at the last legal place; with `force` anywhere, so that every flow comes to its end. */
static struct cut give_up(struct layout *layout, const struct flow *flow, struct cut from, unsigned i, double y,
                          const struct legal *legal, bool force, double *used)
{
    *used = legal->used;
    if (legal->found) return (struct cut){legal->item, NULL};
    *used = 0;
    if (!force) return from;
    layout->sheet->forced++;
    if (i > from.item) { /* a chain of keep-with-next that is longer than the page */
        *used = y;
        return (struct cut){i, NULL};
    }
    *used = item_rest(&flow->item[i], from, layout->scratch);
    return (struct cut){i + 1, NULL}; /* one thing taller than the page */
}

struct cut flow_fit(struct layout *layout, const struct flow *flow, struct cut from, double available, bool force,
                    double *used)
{
    double y = 0;
    struct legal legal = {0};
    for (unsigned i = from.item; i < flow->count; i++) {
        const struct item *item = &flow->item[i];
        bool first = i == from.item;
        struct cut at = {i, first ? from.inside : NULL};
        if (!first && item->rule == BREAK_MUST) {
            *used = y;
            return at;
        }
        if (!first && item->rule == BREAK_MAY) legal = (struct legal){true, i, y};
        double space = first ? 0 : item->space, height = item_rest(item, at, layout->scratch);
        if (y + space + height <= available + LAYOUT_EPSILON) {
            y += space + height;
            continue;
        }
        if (item->kind == ITEM_GRID) {
            const struct grid_cut *inside;
            double part;
            bool must = force && !legal.found;
            if (grid_fit(layout, item->grid, at.inside, available - y - space, must, &inside, &part)) {
                y += space + part;
                if (!inside) continue;
                *used = y;
                return (struct cut){i, inside};
            }
        }
        return give_up(layout, flow, from, i, y, &legal, force, used);
    }
    *used = y;
    return flow_end(flow);
}

/* ---- placing ---- */

static double aligned(const struct content *content, unsigned line, double width)
{
    const struct line *of = &content->paragraph->line[line];
    double slack = width - (double)of->indent - (double)of->width;
    if (content->style->align == ALIGN_CENTER) return (double)of->indent + slack / 2;
    return content->style->align == ALIGN_END ? (double)of->indent + slack : (double)of->indent;
}

static void place_content(struct layout *layout, const struct content *content, unsigned line, double x, double y)
{
    struct placed *placed = page_add(layout, PLACED_LINE);
    placed->x = x;
    placed->y = y;
    placed->width = (double)content->paragraph->line[line].width;
    placed->height = content->style->leading;
    placed->baseline = layout_baseline(y, content->style);
    placed->content = content;
    placed->line = line;
    ruby_place(layout, content, line, x, layout_baseline(y, content->style));
}

/* The number is not known before all pages are: its place is noted. */
static void note_page_number(struct layout *layout, const struct item *item, double x, double y)
{
    const struct content *content = item->content;
    if (!content->page_number || item->line + 1 < content->paragraph->lines) return;
    const struct line *line = &content->paragraph->line[item->line];
    double end = (double)line->indent + (double)line->width;
    struct sheet *sheet = layout->sheet;
    GROW(sheet->number, sheet->numbers, sheet->number_capacity);
    sheet->number[sheet->numbers++] =
        (struct page_number){sheet->pages - 1, content, x + end, y, item->width - end, item->height};
}

static void place_line(struct layout *layout, const struct item *item, double x, double y)
{
    y += item->height - item->content->style->leading; /* what readings need more */
    if (item->marker) {
        double width = (double)item->marker->paragraph->line[0].width;
        place_content(layout, item->marker, 0, x - fmax(width, item->marker->style->size * 1.1), y);
    }
    place_content(layout, item->content, item->line, x + aligned(item->content, item->line, item->width), y);
    note_page_number(layout, item, x, y);
}

/* Only now is it drawn: measuring needs no more than its height. */
static void place_drawing(struct layout *layout, const struct item *item, double x, double y)
{
    const struct chart_looks looks = {layout->print, layout->typesetter, item->style, item->style->smallest};
    struct drawing *drawing = chart_draw(layout->sheet->keep, item->chart, &looks, item->width, item->height);
    struct placed *placed = page_add(layout, PLACED_DRAWING);
    placed->x = x;
    placed->y = y;
    placed->width = item->width;
    placed->height = item->height;
    placed->illustration = content_illustration(layout, item->chart, drawing);
}

static void note_anchors(struct layout *layout, const struct item *item, double y)
{
    struct sheet *sheet = layout->sheet;
    if (layout->artifact != ARTIFACT_NONE) return;
    for (struct box *box = item->anchors; box; box = box->next_anchor) {
        if (box->page >= 0) continue;
        box->page = (int)sheet->pages - 1;
        box->y = y;
        GROW(sheet->anchor, sheet->anchors, sheet->anchor_capacity);
        sheet->anchor[sheet->anchors++] = box;
    }
}

double flow_place(struct layout *layout, const struct flow *flow, struct cut from, struct cut to, double x, double y)
{
    double start = y;
    unsigned end = to.inside ? to.item + 1 : to.item;
    for (unsigned i = from.item; i < end && i < flow->count; i++) {
        const struct item *item = &flow->item[i];
        const struct grid_cut *begun = i == from.item ? from.inside : NULL, *stop = i == to.item ? to.inside : NULL;
        if (i != from.item) y += item->space;
        note_anchors(layout, item, y);
        if (item->kind == ITEM_GRID) {
            y += grid_place(layout, item->grid, begun, stop, x + item->x, y);
            continue;
        }
        if (item->kind == ITEM_DRAWING)
            place_drawing(layout, item, x + item->x, y);
        else
            place_line(layout, item, x + item->x, y);
        y += item->height;
    }
    return y - start;
}
