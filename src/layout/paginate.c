/* paginate: one <page> of the document, page by page of paper: its flow, and where it is cut. */
#include "document/element.h"
#include "layout/flow.h"

enum { MOST_PAGES = 200000 };

static double text_width(const struct master *master)
{
    return master->width - master->left - master->right;
}

static void begin_page(struct layout *layout)
{
    struct sheet *sheet = layout->sheet;
    GROW(sheet->page, sheet->pages, sheet->page_capacity);
    layout->page = &sheet->page[sheet->pages++];
    *layout->page = (struct page){.master = sheet->master, .element = sheet->element};
}

struct sheet *paginate(struct layout *layout, const xmlNode *element, const struct style *root)
{
    const struct style *style = print_style(layout->print, element, root, layout->step);
    const struct master *master = print_master(layout->print, style->master);
    struct sheet *sheet = layout->sheet = sheet_new(element, style, master);
    struct flow flow = {0};
    struct cut at = flow_begin();
    layout_use_master(layout, master);
    build_content(layout, &flow, element, style, text_width(master));
    do {
        double used;
        begin_page(layout);
        struct cut to = balance_fit(layout, &flow, at, &used);
        layout->page->overfull = used > layout->page_height + LAYOUT_EPSILON;
        flow_place(layout, &flow, at, to, master->left, master->top);
        at = to;
    } while (!flow_done(&flow, at) && sheet->pages < MOST_PAGES);
    arena_clear(layout->scratch);
    layout->sheet = NULL;
    return sheet;
}

bool paginate_fits_one(struct layout *layout, const xmlNode *element, const struct style *root)
{
    const struct style *style = print_style(layout->print, element, root, layout->step);
    const struct master *master = print_master(layout->print, style->master);
    struct flow flow = {0};
    layout_use_master(layout, master);
    build_content(layout, &flow, element, style, text_width(master));
    arena_clear(layout->scratch);
    return flow.height <= layout->page_height;
}
