/* show: pages as text. Knows nothing of how they were made. */
#include "layout/show.h"
#include "base/buf.h"
#include "document/element.h"

static const char *const KIND[] = {
    [PLACED_FILL] = "fill", [PLACED_RULE] = "rule",       [PLACED_LEADER] = "leader",
    [PLACED_LINE] = "line", [PLACED_DRAWING] = "drawing",
};
static const char *const ARTIFACT[] = {
    [ARTIFACT_NONE] = "",          [ARTIFACT_LAYOUT] = " layout", [ARTIFACT_HEADER] = " header",
    [ARTIFACT_FOOTER] = " footer", [ARTIFACT_REPEAT] = " repeat",
};

static void put_text(struct buf *out, const struct placed *placed)
{
    const struct paragraph *paragraph = placed->content->paragraph;
    const struct line *line = &paragraph->line[placed->line];
    buf_str(out, " |");
    for (uint32_t i = line->first; i < line->first + line->count; i++)
        buf_put(out, paragraph->text + paragraph->glyph[i].at, paragraph->glyph[i].length);
    buf_str(out, "|");
}

static void put_words(struct buf *out, const struct drawing *drawing)
{
    buf_str(out, " |");
    for (unsigned i = 0; i < drawing->count; i++) {
        if (drawing->draw[i].kind != DRAW_TEXT) continue;
        buf_str(out, drawing->draw[i].text);
        buf_char(out, '|');
    }
}

static void put_tenth(struct buf *out, double value)
{
    static const double TENTHS = 10;
    long long rounded = (long long)(value * TENTHS + (value < 0 ? -0.5 : 0.5));
    buf_char(out, ' ');
    buf_real(out, (double)rounded / TENTHS);
}

static void put_placed(struct buf *out, const struct placed *placed)
{
    buf_printf(out, "  %s%s", KIND[placed->kind], ARTIFACT[placed->artifact]);
    put_tenth(out, placed->x);
    put_tenth(out, placed->y);
    put_tenth(out, placed->width);
    put_tenth(out, placed->height);
    if (placed->kind == PLACED_LINE) put_text(out, placed);
    if (placed->kind == PLACED_DRAWING) put_words(out, placed->illustration->drawing);
    buf_char(out, '\n');
}

void show_pages(const struct pages *pages, FILE *out)
{
    struct buf text = {0};
    for (unsigned i = 0; i < pages->count; i++) {
        const struct page *page = &pages->page[i];
        buf_printf(&text, "page %u %s %s 「%s」\n", i + 1, page->label, page->master->name,
                   element_attr(page->element, "title"));
        for (unsigned k = 0; k < page->count; k++)
            put_placed(&text, &page->placed[k]);
    }
    fwrite(text.data, 1, text.size, out);
    buf_free(&text);
}
