/* paginate: one <page> of the document, page by page of paper: its flow, where it is cut, and the heading that pages which go on
   set again. */
#include "base/buf.h"
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

/* ---- a heading that is set again ---- */

static const double TALLEST_HEADING = 0.4; /* of the page: one that is taller is not repeated */

/* The first h1 of the <page>, if its style asks for it. */
static const xmlNode *repeated_heading(struct layout *layout, const xmlNode *element, const struct style *parent,
                                       const struct style **style)
{
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next)) {
        if (!element_is(n, "h1")) continue;
        *style = print_style(layout->print, n, parent, layout->step);
        return (*style)->repeat_heading ? n : NULL;
    }
    return NULL;
}

/* What pages that go on begin with: the heading's words and 「（続き）」. Its height with the space after it; 0: there is none. */
static double build_again(struct layout *layout, struct flow *again, const struct style *page, double width)
{
    const struct style *style;
    struct buf text = {0};
    const xmlNode *heading = repeated_heading(layout, layout->sheet->element, page, &style);
    if (!heading) return 0;
    element_text(heading, &text);
    buf_str(&text, print_continued(layout->print));
    build_lines(layout, again, content_text(layout, heading, NULL, buf_text(&text), style, width), width);
    buf_free(&text);
    double height = again->height + style->after;
    return height <= layout->page_height * TALLEST_HEADING ? height : 0;
}

/* An artifact (ISO 32000-1, 14.8.2.2): who listens has heard the heading. */
static void place_again(struct layout *layout, const struct flow *again, const struct master *master)
{
    layout->artifact = ARTIFACT_REPEAT;
    flow_place(layout, again, flow_begin(), flow_end(again), master->left, master->top);
    layout->artifact = ARTIFACT_NONE;
}

/* ---- pages ---- */

struct sheet *paginate(struct layout *layout, const xmlNode *element, const struct style *root)
{
    const struct style *style = print_style(layout->print, element, root, layout->step);
    const struct master *master = print_master(layout->print, style->master);
    struct sheet *sheet = layout->sheet = sheet_new(element, style, master);
    struct flow flow = {0}, again = {0};
    struct cut at = flow_begin();
    double used, down = 0;
    layout_use_master(layout, master);
    build_content(layout, &flow, element, style, text_width(master));
    do {
        begin_page(layout);
        if (sheet->pages == 2) {
            down = build_again(layout, &again, style, text_width(master));
            layout->page_height -= down;
        }
        if (down > 0) place_again(layout, &again, master);
        struct cut to = balance_fit(layout, &flow, at, &used);
        layout->page->overfull = used > layout->page_height + LAYOUT_EPSILON;
        flow_place(layout, &flow, at, to, master->left, master->top + down);
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
