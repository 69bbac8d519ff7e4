/* page: what layout hands to the PDF: pages of placed items, plain data, each pointing back to its element. Points from the
   page's upper left corner, y downwards. */
#ifndef GYOKAKU_PAGE_H
#define GYOKAKU_PAGE_H
#include <libxml/tree.h>
#include "base/arena.h"
#include "chart/drawing.h"
#include "style/print.h"
#include "typeset/paragraph.h"

/* Bytes [from, to) of a paragraph and where they come from. */
struct span {
    uint32_t from, to;
    const xmlNode *node; /* the text node, or for generated text the element whose slot it fills (li: its label) */
    const xmlNode *link; /* the <a> around it, or NULL */
    struct color color;
};
/* A reading (<rt>), which stands above its base: one line, from its base's first glyph on and as wide. */
struct ruby_line {
    uint32_t from; /* byte where the base begins */
    const struct content *content;
};
/* A paragraph with its sources. */
struct content {
    const struct paragraph *paragraph;
    unsigned spans;
    const struct span *span; /* ascending, covering the text */
    const struct style *style;
    unsigned readings;
    const struct ruby_line *reading; /* ascending */
    const xmlNode *page_number; /* <span class="page"/> of a contents' entry, set at the last line's end; or NULL */
};

/* A chart as it is drawn. Its words are shaped already, so that whoever paints it only writes glyphs. */
struct illustration {
    const xmlNode *chart; /* whose slot it fills */
    struct drawing *drawing;
    const struct paragraph *const *text; /* one an operation of the drawing: of a text, one line; of all else NULL */
};

enum placed_kind {
    PLACED_FILL,   /* a filled rectangle */
    PLACED_RULE,   /* a border, as a filled rectangle */
    PLACED_LEADER, /* dots from x to x + width on the baseline of the line box (y, height) */
    PLACED_LINE,   /* line `line` of `content`; x is where its first glyph's pen starts, height the leading */
    PLACED_DRAWING /* `illustration` */
};
/* Not part of the text: what kind of artifact (ISO 32000-1, 14.8.2.2). */
enum artifact {
    ARTIFACT_NONE,
    ARTIFACT_LAYOUT, /* rules, fills, leaders */
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_REPEAT /* a head row or label repeated after a page break */
};
struct placed {
    enum placed_kind kind;
    enum artifact artifact;
    double x, y, width, height;
    double baseline; /* PLACED_LINE, PLACED_LEADER: the baseline's y */
    struct color color;
    const struct content *content;
    unsigned line;
    const struct illustration *illustration;
};
struct page {
    const struct master *master;
    const xmlNode *element; /* the <page> */
    const char *label;      /* iv, 12 */
    unsigned number;
    bool roman, overfull; /* something on it is taller than the page */
    unsigned count, capacity;
    struct placed *placed;
};
struct sheet;
struct pages {
    unsigned count, capacity;
    struct page *page;
    unsigned sheets, sheet_capacity;
    struct sheet **sheet; /* own what the pages point to */
};

void pages_free(struct pages *pages);
#endif
