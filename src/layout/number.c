/* number: page labels, and the page numbers in tables of contents, which wait until all pages are there. Entries are set with room
   for them, so that no line moves. */
#include <math.h>
#include <stdlib.h>
#include "document/element.h"
#include "layout/flow.h"

static const double LEADER_GAP = 6;   /* points: between the text, the dots and the number */
static const double NUMBER_ROOM = 22; /* points: kept for the number, so that all leaders end together */

/* What a page is called: enough to make its label again. */
struct label {
    unsigned number;
    bool roman;
};
struct numbering {
    const xmlNode *root;
    GHashTable *ids;  /* id → element; made when first asked for */
    unsigned last[2]; /* of the decimal and the roman numbers */
    unsigned pages, capacity;
    struct label *label;
};

struct numbering *numbering_new(const xmlNode *root)
{
    struct numbering *numbering = xcalloc(1, sizeof *numbering);
    numbering->root = root;
    return numbering;
}

void numbering_free(struct numbering *numbering)
{
    if (!numbering) return;
    if (numbering->ids) g_hash_table_destroy(numbering->ids);
    free(numbering->label);
    free(numbering);
}

/* ---- labels ---- */

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

static const char *label_text(struct label label, struct arena *arena)
{
    return label.roman ? roman(arena, label.number) : arena_printf(arena, "%u", label.number);
}

/* Front matter counts in roman for itself, so that its length moves no page number after it. */
void numbering_next(struct numbering *numbering, struct page *page, bool is_roman, struct arena *arena)
{
    struct label label = {++numbering->last[is_roman], is_roman};
    GROW(numbering->label, numbering->pages, numbering->capacity);
    numbering->label[numbering->pages++] = label;
    page->number = label.number;
    page->roman = label.roman;
    page->label = label_text(label, arena);
}

/* ---- numbers in the contents ---- */

static void collect_ids(GHashTable *ids, const xmlNode *element)
{
    const char *id = element_attr(element, "id");
    if (*id) g_hash_table_insert(ids, (void *)id, (void *)element);
    for (const xmlNode *child = element_first(element); child; child = element_next(child->next))
        collect_ids(ids, child);
}

static const xmlNode *link_around(const xmlNode *node)
{
    while (node && !element_is(node, "a"))
        node = node->parent;
    return node;
}

static const char *target_label(const struct numbering *numbering, const xmlNode *link, struct arena *arena)
{
    const char *href = link ? element_attr(link, "href") : "";
    const xmlNode *target = *href == '#' ? g_hash_table_lookup(numbering->ids, href + 1) : NULL;
    const struct box *box = target ? box_find(target) : NULL;
    return box && box->page >= 0 ? label_text(numbering->label[box->page], arena) : "";
}

static void fill_number(struct numbering *numbering, struct layout *layout, const struct page_number *noted)
{
    struct sheet *sheet = layout->sheet;
    const struct style *style = noted->content->style;
    const xmlNode *node = noted->content->page_number, *link = link_around(node);
    const char *label = target_label(numbering, link, layout->scratch);
    const struct content *content = content_text(layout, node, link, label, style, 0);
    double width = (double)content->paragraph->line[0].width;
    double baseline = layout_baseline(noted->y, style);
    double leader = noted->width - LEADER_GAP - fmax(width + LEADER_GAP, NUMBER_ROOM);
    layout->page = &sheet->page[noted->page];
    if (style->leader && leader > LEADER_GAP) {
        struct placed *placed = page_add(layout, PLACED_LEADER);
        placed->artifact = ARTIFACT_LAYOUT;
        placed->x = noted->x + LEADER_GAP;
        placed->y = noted->y;
        placed->width = leader;
        placed->height = noted->height;
        placed->baseline = baseline;
        placed->color = style->color;
    }
    struct placed *line = page_add(layout, PLACED_LINE);
    line->x = noted->x + noted->width - width;
    line->y = noted->y;
    line->width = width;
    line->height = noted->height;
    line->baseline = baseline;
    line->content = content;
}

void numbering_fill(struct numbering *numbering, struct layout *layout)
{
    if (!numbering->ids) {
        numbering->ids = g_hash_table_new(g_str_hash, g_str_equal);
        collect_ids(numbering->ids, numbering->root);
    }
    for (unsigned i = 0; i < layout->sheet->numbers; i++)
        fill_number(numbering, layout, &layout->sheet->number[i]);
    arena_clear(layout->scratch);
}
