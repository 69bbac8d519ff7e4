/* paginate: page by page through the document: masters, running content and marks, the step of type size, page numbers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"
#include "layout/flow.h"

enum { MOST_PAGES = 200000 };
static const double MARK_RISE = 4;    /* points: a mark's box stands so much above the header's line */
static const double LEADER_GAP = 6;   /* points: between the text, the dots and the number */
static const double NUMBER_ROOM = 22; /* points: kept for the number, so that all leaders end together */

struct placed *page_add(struct layout *layout, enum placed_kind kind)
{
    struct page *page = &layout->pages->page[layout->pages->count - 1];
    GROW(page->placed, page->count, page->capacity);
    struct placed *placed = &page->placed[page->count++];
    *placed = (struct placed){.kind = kind, .artifact = layout->artifact};
    return placed;
}

void pages_free(struct pages *pages)
{
    if (!pages) return;
    for (unsigned i = 0; i < pages->count; i++) {
        struct page *page = &pages->page[i];
        for (unsigned k = 0; k < page->count; k++)
            if (page->placed[k].kind == PLACED_DRAWING) drawing_free(page->placed[k].illustration->drawing);
        free(page->placed);
    }
    free(pages->page);
    arena_free(pages->arena);
    free(pages);
}

/* ---- running content ---- */

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

/* Marks (案, 見本) stand at the right of the header, from the right. Returns the left edge of the last. */
static double place_marks(struct layout *layout, const xmlNode *page, const struct style *style,
                          const struct master *master)
{
    double right = master->width - master->right;
    for (const xmlNode *n = element_first(page); n; n = element_next(n->next)) {
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

static void place_all_running(struct layout *layout, const xmlNode *page, const struct style *style,
                              const struct master *master)
{
    double right = place_marks(layout, page, style, master);
    for (const xmlNode *n = element_first(page); n; n = element_next(n->next)) {
        if (element_is(n, "header"))
            place_running(layout, n, style, ARTIFACT_HEADER, master->left, master->header, right - master->left);
        if (element_is(n, "footer"))
            place_running(layout, n, style, ARTIFACT_FOOTER, master->left, master->height - master->footer,
                          master->width - master->left - master->right);
    }
}

/* ---- pages ---- */

static const char *roman(struct arena *arena, unsigned number)
{
    static const struct {
        unsigned value;
        const char *text;
    } PART[] = {
        {100, "c" },
        {90,  "xc"},
        {50,  "l" },
        {40,  "xl"},
        {10,  "x" },
        {9,   "ix"},
        {5,   "v" },
        {4,   "iv"},
        {1,   "i" }
    };
    const char *text = "";
    for (size_t i = 0; i < sizeof PART / sizeof *PART; i++)
        for (; number >= PART[i].value; number -= PART[i].value)
            text = arena_printf(arena, "%s%s", text, PART[i].text);
    return text;
}

/* Front matter counts in roman for itself, so that its length moves no page number after it. */
static unsigned next_number(const struct pages *pages, bool is_roman)
{
    for (unsigned i = pages->count; i-- > 0;)
        if (pages->page[i].roman == is_roman) return pages->page[i].number + 1;
    return 1;
}

static void begin_page(struct layout *layout, const xmlNode *element, const struct style *style,
                       const struct master *master)
{
    struct pages *pages = layout->pages;
    unsigned number = next_number(pages, master->roman);
    GROW(pages->page, pages->count, pages->capacity);
    pages->page[pages->count++] = (struct page){
        .master = master,
        .element = element,
        .number = number,
        .roman = master->roman,
        .label = master->roman ? roman(layout->keep, number) : arena_printf(layout->keep, "%u", number),
    };
    layout->page_label = pages->page[pages->count - 1].label;
    place_all_running(layout, element, style, master);
    layout->page_label = NULL;
}

static double text_width(const struct master *master)
{
    return master->width - master->left - master->right;
}

static void use_master(struct layout *layout, const struct master *master)
{
    layout->page_height = master->height - master->top - master->bottom;
    layout->least = master->least;
}

static void check_overfull(struct layout *layout, const struct page *page, double used)
{
    if (used <= layout->page_height + LAYOUT_EPSILON) return;
    DIAG(layout->diag, LAYOUT_OVERFULL, NULL, 0, page->label, element_attr(page->element, "title"));
}

static void lay_out(struct layout *layout, const xmlNode *element, const struct style *root)
{
    const struct style *style = print_style(layout->print, element, root, layout->step);
    const struct master *master = print_master(layout->print, style->master);
    struct flow flow = {0};
    struct cut at = flow_begin();
    use_master(layout, master);
    build_content(layout, &flow, element, style, text_width(master));
    do {
        double used;
        begin_page(layout, element, style, master);
        struct cut to = balance_fit(layout, &flow, at, &used);
        check_overfull(layout, &layout->pages->page[layout->pages->count - 1], used);
        flow_place(layout, &flow, at, to, master->left, master->top);
        at = to;
    } while (!flow_done(&flow, at) && layout->pages->count < MOST_PAGES);
    arena_free(layout->scratch);
    layout->scratch = arena_new();
}

/* ---- the step of the fit ---- */

/* Would the page take one sheet of paper at this step? Nothing is placed for it. */
static bool fits_one(struct layout *layout, const xmlNode *element, const struct style *root)
{
    const struct style *style = print_style(layout->print, element, root, layout->step);
    const struct master *master = print_master(layout->print, style->master);
    struct flow flow = {0};
    use_master(layout, master);
    build_content(layout, &flow, element, style, text_width(master));
    arena_free(layout->scratch);
    layout->scratch = arena_new();
    return flow.height <= layout->page_height;
}

/* How many of the pages under the fit take one sheet at this step; counting ends when more than `spare` do not. */
static unsigned count_fitting(struct layout *layout, const xmlNode *root, const struct style *style, unsigned spare)
{
    unsigned fitting = 0, misfits = 0;
    for (const xmlNode *n = element_first(root); n && misfits <= spare; n = element_next(n->next)) {
        if (!print_fit(layout->print, n)) continue;
        if (fits_one(layout, n, style))
            fitting++;
        else
            misfits++;
    }
    return fitting;
}

/* The largest step at which enough of the pages under a fit take one sheet; as designed for a document without such pages. Where not even half
   of them do at the smallest step, small type would help nobody: then the first. */
static void choose_step(struct layout *layout, const xmlNode *root, const struct style *style)
{
    struct layout_figures *figures = layout->figures;
    const struct fit *fit = NULL;
    layout->step = NULL;
    for (const xmlNode *n = element_first(root); n; n = element_next(n->next)) {
        const struct fit *own = print_fit(layout->print, n);
        if (own) fit = own;
        figures->sheets += own != NULL;
    }
    if (!fit) return;
    unsigned wanted = (unsigned)ceil(fit->share * figures->sheets - LAYOUT_EPSILON);
    layout->measuring = true;
    for (unsigned step = 0; step < fit->steps; step++) {
        bool last = step + 1 == fit->steps;
        layout->step = &fit->step[step];
        figures->fitting = count_fitting(layout, root, style, last ? figures->sheets : figures->sheets - wanted);
        if (figures->fitting >= wanted) break;
    }
    if (figures->fitting * 2 < figures->sheets) {
        layout->step = &fit->step[0];
        figures->fitting = count_fitting(layout, root, style, figures->sheets);
    }
    layout->measuring = false;
}

/* ---- page numbers in contents ---- */

static void collect_ids(GHashTable *ids, xmlNode *element)
{
    const char *id = element_attr(element, "id");
    if (*id) g_hash_table_insert(ids, (void *)id, element);
    for (xmlNode *child = element_first(element); child; child = element_next(child->next))
        collect_ids(ids, child);
}

static const xmlNode *link_around(const xmlNode *node)
{
    while (node && !element_is(node, "a"))
        node = node->parent;
    return node;
}

static const char *target_label(const struct layout *layout, const xmlNode *link)
{
    const char *href = link ? element_attr(link, "href") : "";
    const xmlNode *target = *href == '#' ? g_hash_table_lookup(layout->ids, href + 1) : NULL;
    const struct box *box = target ? box_find(target) : NULL;
    return box && box->page >= 0 ? layout->pages->page[box->page].label : "";
}

static void place_number(struct layout *layout, const struct page_number *noted)
{
    const struct style *style = noted->content->style;
    const xmlNode *node = noted->content->page_number, *link = link_around(node);
    struct page *page = &layout->pages->page[noted->page];
    const struct content *content = content_text(layout, node, link, target_label(layout, link), style, 0);
    double width = (double)content->paragraph->line[0].width, right = noted->x + noted->width;
    double baseline = layout_baseline(noted->y, style);
    struct placed line = {
        .kind = PLACED_LINE,
        .x = right - width,
        .y = noted->y,
        .width = width,
        .height = noted->height,
        .baseline = baseline,
        .content = content,
    };
    struct placed leader = {
        .kind = PLACED_LEADER,
        .artifact = ARTIFACT_LAYOUT,
        .x = noted->x + LEADER_GAP,
        .y = noted->y,
        .width = noted->width - LEADER_GAP - fmax(width + LEADER_GAP, NUMBER_ROOM),
        .height = noted->height,
        .baseline = baseline,
        .color = style->color,
    };
    if (style->leader && leader.width > LEADER_GAP) {
        GROW(page->placed, page->count, page->capacity);
        page->placed[page->count++] = leader;
    }
    GROW(page->placed, page->count, page->capacity);
    page->placed[page->count++] = line;
}

/* All pages are known now. Entries are set with what was reserved for them, so no line moves. */
static void fill_page_numbers(struct layout *layout, xmlNode *root)
{
    layout->ids = g_hash_table_new(g_str_hash, g_str_equal);
    collect_ids(layout->ids, root);
    for (unsigned i = 0; i < layout->numbers; i++)
        place_number(layout, &layout->number[i]);
    g_hash_table_destroy(layout->ids);
    free(layout->number);
}

struct pages *layout_pages(struct arena *arena, xmlDoc *document, struct print *print, struct typesetter *typesetter,
                           struct layout_figures *figures, struct diag *diag)
{
    xmlNode *root = xmlDocGetRootElement(document);
    struct layout_figures unused;
    struct pages *pages = xcalloc(1, sizeof *pages);
    pages->arena = arena_new();
    struct layout layout = {
        .boxes = arena,
        .keep = pages->arena,
        .scratch = arena_new(),
        .print = print,
        .typesetter = typesetter,
        .pages = pages,
        .diag = diag,
        .figures = figures ? figures : &unused,
    };
    unsigned before = diag_count(diag, SEVERITY_ERROR);
    *layout.figures = (struct layout_figures){0};
    const struct style *style = print_style(print, root, NULL, NULL);
    choose_step(&layout, root, style);
    layout.figures->step = layout.step ? *layout.step : FIT_AS_DESIGNED;
    for (const xmlNode *n = element_first(root); n; n = element_next(n->next))
        lay_out(&layout, n, style);
    fill_page_numbers(&layout, root);
    arena_free(layout.scratch);
    if (diag_count(diag, SEVERITY_ERROR) == before) return pages;
    pages_free(pages);
    return NULL;
}
