/* sheet: the paper pages of one <page> and what they are made of, given back together. */
#include <stdlib.h>
#include "layout/flow.h"

struct sheet *sheet_new(const xmlNode *element, const struct style *style, const struct master *master)
{
    struct sheet *sheet = xcalloc(1, sizeof *sheet);
    sheet->element = element;
    sheet->style = style;
    sheet->master = master;
    sheet->keep = arena_new();
    sheet->diag = diag_new();
    return sheet;
}

static void free_page(struct page *page)
{
    for (unsigned i = 0; i < page->count; i++)
        if (page->placed[i].kind == PLACED_DRAWING) drawing_free(page->placed[i].illustration->drawing);
    free(page->placed);
}

void sheet_free(struct sheet *sheet)
{
    if (!sheet) return;
    for (unsigned i = 0; i < sheet->pages; i++)
        free_page(&sheet->page[i]);
    free(sheet->page);
    free(sheet->number);
    free(sheet->anchor);
    diag_free(sheet->diag);
    arena_free(sheet->keep);
    free(sheet);
}

struct placed *page_add(struct layout *layout, enum placed_kind kind)
{
    struct page *page = layout->page;
    GROW(page->placed, page->count, page->capacity);
    struct placed *placed = &page->placed[page->count++];
    *placed = (struct placed){.kind = kind, .artifact = layout->artifact};
    return placed;
}
