/* build: elements → flow: a list of lines, grids and drawings with spaces and break rules. Mixes no page geometry in. */
#include <math.h>
#include <string.h>
#include "document/element.h"
#include "layout/flow.h"

enum { KEPT_LINES = 2 };                 /* of a paragraph, on each side of a break */
static const double MARKER_INDENT = 1.2; /* em, where the style of a list says none */

struct build {
    struct layout *layout;
    struct flow *flow;
    double space;         /* before the next item */
    enum break_rule rule; /* before the next item */
    struct box *anchors;  /* of the next item */
    const struct content *marker;
};

static struct item *add_item(struct build *b, enum item_kind kind, double height, double x, double width)
{
    struct flow *flow = b->flow;
    if (flow->count == flow->capacity) {
        unsigned capacity = flow->capacity ? flow->capacity * 2 : 8;
        struct item *grown = arena_array(b->layout->scratch, capacity, sizeof *grown);
        if (flow->count) memcpy(grown, flow->item, flow->count * sizeof *grown);
        flow->item = grown;
        flow->capacity = capacity;
    }
    struct item *item = &flow->item[flow->count++];
    double top = flow->height + (flow->count > 1 ? b->space : 0);
    *item = (struct item){
        .kind = kind,
        .rule = b->rule,
        .space = b->space,
        .height = height,
        .x = x,
        .width = width,
        .top = top,
        .anchors = b->anchors,
        .marker = b->marker,
    };
    flow->height = top + height;
    b->anchors = NULL;
    b->marker = NULL;
    b->space = 0;
    b->rule = BREAK_MAY;
    return item;
}

static void add_lines(struct build *b, const struct content *content, double x, double width)
{
    unsigned lines = content->paragraph->lines;
    for (unsigned i = 0; i < lines; i++) {
        if (i && (i < KEPT_LINES || lines - i < KEPT_LINES)) b->rule = BREAK_NO;
        struct item *item = add_item(b, ITEM_LINE, ruby_line_height(content, i), x, width);
        item->content = content;
        item->line = i;
    }
}

static void add_grid(struct build *b, struct grid *grid, double x, double width)
{
    struct item *item = add_item(b, ITEM_GRID, grid_height(grid), x, width);
    item->grid = grid;
}

static void add_drawing(struct build *b, const xmlNode *chart, const struct style *style, double x, double width)
{
    struct item *item = add_item(b, ITEM_DRAWING, content_chart_height(b->layout, chart, style), x, width);
    item->chart = chart;
    item->style = style;
}

/* A block that is not taller than its keep-together is not broken. */
static void keep_together(struct build *b, unsigned first, double limit)
{
    struct flow *flow = b->flow;
    if (limit <= 0 || flow->count <= first + 1 || flow->height - flow->item[first].top > limit) return;
    for (unsigned i = first + 1; i < flow->count; i++)
        if (flow->item[i].rule == BREAK_MAY) flow->item[i].rule = BREAK_NO;
}

/* ---- blocks ---- */

static void build_block(struct build *b, const xmlNode *element, const struct style *parent, double x, double width);

/* Lists have labels but in a table of contents, whose entries are their own. */
static bool has_markers(const xmlNode *list)
{
    bool is_list = element_is(list, "ul") || element_is(list, "ol");
    return is_list && !(list->parent && element_is(list->parent, "nav"));
}

static double list_indent(const xmlNode *element, const struct style *style)
{
    if (style->indent > 0 || !has_markers(element)) return style->indent;
    return MARKER_INDENT * style->size;
}

static void set_marker(struct build *b, const xmlNode *li, const struct style *list, unsigned number, double indent)
{
    char text[16];
    if (element_is(li->parent, "ol"))
        snprintf(text, sizeof text, "%u.", number);
    else
        snprintf(text, sizeof text, "・");
    const struct style *style = print_style(b->layout->print, li, list, b->layout->step);
    b->marker = content_text(b->layout, li, NULL, text, style, indent);
}

static void build_children(struct build *b, const xmlNode *element, const struct style *style, double x, double width)
{
    unsigned number = 0;
    double indent = list_indent(element, style);
    for (const xmlNode *child = element_first(element); child; child = element_next(child->next)) {
        if (element_is(child, "li") && has_markers(element)) set_marker(b, child, style, ++number, indent);
        build_block(b, child, style, x, width);
    }
}

static void build_inside(struct build *b, const xmlNode *element, const struct style *style, double x, double width)
{
    unsigned first = b->flow->count;
    if (element_is(element, "chart"))
        add_drawing(b, element, style, x, width);
    else if (!element_holds_text(element))
        build_children(b, element, style, x, width);
    else
        add_lines(b, content_inline(b->layout, element, style, width), x, width);
    if (element_is(element, "figure"))
        keep_together(b, first, b->layout->page_height); /* a caption stays with its chart */
}

static bool is_boxed(const struct style *style)
{
    double sum = 0;
    for (int side = SIDE_TOP; side <= SIDE_LEFT; side++)
        sum += style->padding[side] + style->border[side];
    return style->filled || sum > 0;
}

static void build_table(struct build *b, const xmlNode *table, const struct style *style, double x, double width)
{
    unsigned first = b->flow->count;
    for (const xmlNode *child = element_first(table); child; child = element_next(child->next))
        if (element_is(child, "caption")) build_block(b, child, style, x, width);
    if (b->flow->count > first) b->rule = BREAK_NO; /* a caption stays with its table */
    add_grid(b, grid_table(b->layout, table, style, width), x, width);
}

/* Links and bookmarks lead to elements with an id, and to headings. */
static void set_anchor(struct build *b, const xmlNode *element)
{
    if (layout_measures(b->layout)) return;
    if (!*element_attr(element, "id") && !element_heading(element)) return;
    struct box *box = box_of(b->layout->boxes, element);
    box->next_anchor = b->anchors;
    b->anchors = box;
}

static bool is_left_out(const xmlNode *element, const struct style *style)
{
    if (style->display == DISPLAY_NONE || element_is_running(element)) return true;
    const struct box *box = element_is(element, "table") ? box_find(element) : NULL;
    return box && !box->cells; /* a table without rows */
}

static void build_block(struct build *b, const xmlNode *element, const struct style *parent, double x, double width)
{
    const struct style *style = print_style(b->layout->print, element, parent, b->layout->step);
    if (is_left_out(element, style)) return;
    unsigned first = b->flow->count;
    double indent = list_indent(element, style);
    b->space = fmax(b->space, style->before);
    if (style->break_before && first) b->rule = BREAK_MUST;
    set_anchor(b, element);
    x += indent;
    width -= indent;
    if (style->width > 0) width = fmin(width, style->width);
    width = fmax(width, 1);
    if (element_is(element, "table"))
        build_table(b, element, style, x, width);
    else if (style->display == DISPLAY_COLUMNS && !element_is(element, "chart"))
        add_grid(b, grid_columns(b->layout, element, style, width), x, width);
    else if (is_boxed(style))
        add_grid(b, grid_box(b->layout, element, style, width), x, width);
    else
        build_inside(b, element, style, x, width);
    keep_together(b, first, style->keep_together);
    b->space = fmax(b->space, style->after);
    if (style->keep_with_next && b->flow->count > first) b->rule = BREAK_NO;
}

void build_content(struct layout *layout, struct flow *flow, const xmlNode *element, const struct style *style,
                   double width)
{
    struct build b = {.layout = layout, .flow = flow};
    if (element_is(element, "page")) set_anchor(&b, element);
    build_inside(&b, element, style, 0, fmax(width, 1));
}

void build_lines(struct layout *layout, struct flow *flow, const struct content *content, double width)
{
    struct build b = {.layout = layout, .flow = flow};
    add_lines(&b, content, 0, width);
}
