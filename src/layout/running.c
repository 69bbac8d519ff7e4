/* running: headers, footers and marks (案, 見本) of a page. They wait until the page has its number. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"
#include "layout/flow.h"

static const double MARK_RISE = 4; /* points: a mark's box stands so much above the header's line */

static void place_running(struct layout *layout, const xmlNode *element, const struct style *parent,
                          enum artifact artifact, double x, double y, double width)
{
    struct flow flow = {0};
    const struct style *style = print_style(layout->print, element, parent, layout->step);
    build_content(layout, &flow, element, style, width);
    layout->artifact = artifact;
    flow_place(layout, &flow, flow_begin(), flow_end(&flow), x, y);
    layout->artifact = ARTIFACT_NONE;
}

/* As wide as its words, and at least as its style says. */
static double mark_width(struct layout *layout, const xmlNode *mark, const struct style *style)
{
    double widest = 0, unbreakable = 0, around = style->padding[SIDE_LEFT] + style->padding[SIDE_RIGHT];
    content_extent(layout, mark, style, &widest, &unbreakable);
    return fmax(style->width, widest + around + LAYOUT_EPSILON);
}

/* Marks stand at the right of the header, from the right. Returns the left edge of the last. */
static double place_marks(struct layout *layout, const struct sheet *sheet, const struct style *style)
{
    const struct master *master = sheet->master;
    double right = master->width - master->right;
    for (const xmlNode *n = element_first(sheet->element); n; n = element_next(n->next)) {
        if (!element_is(n, "aside")) continue;
        const struct style *own = print_style(layout->print, n, style, layout->step);
        double width = mark_width(layout, n, own);
        struct grid *box = grid_box(layout, n, own, width);
        layout->artifact = ARTIFACT_HEADER;
        grid_place(layout, box, NULL, NULL, right - width, fmax(master->header - MARK_RISE, 0));
        layout->artifact = ARTIFACT_NONE;
        right -= width + own->gap;
    }
    return right;
}

static void place_all(struct layout *layout, const struct sheet *sheet, const struct style *style)
{
    const struct master *master = sheet->master;
    double right = place_marks(layout, sheet, style);
    for (const xmlNode *n = element_first(sheet->element); n; n = element_next(n->next)) {
        if (element_is(n, "header"))
            place_running(layout, n, style, ARTIFACT_HEADER, master->left, master->header, right - master->left);
        if (element_is(n, "footer"))
            place_running(layout, n, style, ARTIFACT_FOOTER, master->left, master->height - master->footer,
                          master->width - master->left - master->right);
    }
}

void running_place(struct layout *layout, struct page *page)
{
    const struct sheet *sheet = layout->sheet;
    struct page filled = *page;
    page->placed = NULL;
    page->count = page->capacity = 0;
    layout->page = page;
    layout_use_master(layout, sheet->master);
    layout->page_label = page->label;
    place_all(layout, sheet, sheet->style);
    layout->page_label = NULL;
    unsigned count = page->count + filled.count;
    page->placed = xrealloc(page->placed, count, sizeof *page->placed);
    if (filled.count) memcpy(page->placed + page->count, filled.placed, filled.count * sizeof *filled.placed);
    page->count = page->capacity = count;
    free(filled.placed);
    arena_clear(layout->scratch);
}
