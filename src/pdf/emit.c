/* emit: one page at a time. What is open (a slot's marked content or an artifact, a text object) stays open while the next item
   belongs to it, so that a paragraph is one marked content, not one a line. */
#include "pdf/emit.h"
#include <glib.h>
#include <math.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"
#include "pdf/boxes.h"
#include "pdf/codes.h"
#include "pdf/painter.h"

enum { NO_SLOT = -1, SHOWN_CHARACTERS = 20, USUAL_CONTENT = 1 << 14 /* bytes */ };

/* Properties of artifacts (14.8.2.2.2). */
static const char *const ARTIFACT[] = {
    [ARTIFACT_LAYOUT] = "/Type/Layout",
    [ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header/Attached[/Top]",
    [ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
    [ARTIFACT_REPEAT] = "/Type/Pagination",
};

struct pen {
    const struct emission *emission;
    const struct page *page;
    int index; /* of the page */
    struct buf *out;
    struct codes codes;
    struct boxes boxes; /* collected, not yet filled */
    double height;      /* of the page: PDF counts from below */
    bool open, in_text, inked, fine;
    int slot;
    enum artifact artifact;
    struct color ink;
    const xmlNode *link; /* whose fragment runs on this line, from `link_start` */
    double link_start;
};

/* --- what is open --- */

static void end_text(struct pen *pen)
{
    codes_end(&pen->codes);
    if (pen->in_text) buf_str(pen->out, "ET\n");
    pen->in_text = false;
}

static void begin_text(struct pen *pen)
{
    if (pen->in_text) return;
    boxes_fill(&pen->boxes, pen->out);
    buf_str(pen->out, "BT\n");
    codes_begin(&pen->codes);
    pen->in_text = true;
}

static void close_content(struct pen *pen)
{
    end_text(pen);
    boxes_fill(&pen->boxes, pen->out);
    if (pen->open) buf_str(pen->out, "EMC\n");
    pen->open = false;
}

static void open_artifact(struct pen *pen, enum artifact artifact)
{
    if (pen->open && pen->slot == NO_SLOT && pen->artifact == artifact) return;
    close_content(pen);
    buf_printf(pen->out, "/Artifact<<%s>>BDC\n", ARTIFACT[artifact]);
    pen->open = true;
    pen->slot = NO_SLOT;
    pen->artifact = artifact;
}

/* Begins marked content at the slot's tail; its property list is left open. */
static void begin_slot(struct pen *pen, int slot)
{
    struct structure *structure = pen->emission->structure;
    close_content(pen);
    buf_printf(pen->out, "/%s<</MCID %d", role_name(structure_slot_role(structure, slot)),
               structure_content(structure, slot, pen->index));
    pen->open = true;
    pen->slot = slot;
    pen->artifact = ARTIFACT_NONE;
}

static void open_slot(struct pen *pen, int slot)
{
    if (pen->open && pen->slot == slot) return;
    begin_slot(pen, slot);
    buf_str(pen->out, ">>BDC\n");
}

/* Glyphs that only together are `text` (14.9.4) get a Span of their own. Some readers look for its ActualText at the element, others at
   the marked content, and only where that is in no other. */
static void open_replaced(struct pen *pen, int slot, const char *bytes, size_t size)
{
    char *text = g_strndup(bytes, size);
    begin_slot(pen, structure_replacement(pen->emission->structure, slot, pen->index, text));
    buf_str(pen->out, "/ActualText");
    object_put_text(pen->out, text);
    buf_str(pen->out, ">>BDC\n");
    g_free(text);
}

/* The colour stays set through text objects and marked content; it is told when it changes. */
static void use_color(struct pen *pen, struct color color)
{
    if (pen->inked && color_equal(pen->ink, color)) return;
    codes_end(&pen->codes);
    boxes_fill(&pen->boxes, pen->out);
    painter_color(pen->out, color, "rg\n");
    pen->ink = color;
    pen->inked = true;
}

/* --- drawn items --- */

static enum artifact drawn_as(const struct placed *placed)
{
    return placed->artifact == ARTIFACT_NONE ? ARTIFACT_LAYOUT : placed->artifact;
}

static void emit_rectangle(struct pen *pen, const struct placed *placed)
{
    open_artifact(pen, drawn_as(placed));
    end_text(pen);
    use_color(pen, placed->color);
    double bottom = pen->height - placed->y - placed->height;
    if (!boxes_add(&pen->boxes, placed->x, bottom, placed->width, placed->height)) pen->out->bad = true;
}

/* Round dots on a grid of the page, so that the dots of all lines stand below each other. */
static void emit_leader(struct pen *pen, const struct placed *placed)
{
    static const double DIAMETER = 0.8, STEP = 3.2;
    double from = ceil((placed->x + DIAMETER) / STEP) * STEP, to = placed->x + placed->width - DIAMETER;
    if (!(to > from)) return;
    open_artifact(pen, drawn_as(placed));
    end_text(pen);
    boxes_fill(&pen->boxes, pen->out);
    double y = pen->height - placed->baseline + DIAMETER / 2;
    buf_str(pen->out, "q ");
    painter_color(pen->out, placed->color, "RG 1 J ");
    painter_numbers(pen->out, &DIAMETER, 1);
    buf_str(pen->out, "w[0 ");
    painter_numbers(pen->out, &STEP, 1);
    buf_str(pen->out, "]0 d ");
    painter_numbers(pen->out, (const double[]){from, y}, 2);
    buf_str(pen->out, "m ");
    painter_numbers(pen->out, (const double[]){to, y}, 2);
    buf_str(pen->out, "l S Q\n");
}

/* --- lines --- */

/* The span that byte `at` belongs to: spans are ascending and cover the text, and glyphs are nearly always ascending, too. */
static const struct span *span_at(const struct content *content, const struct span *guess, uint32_t at)
{
    if (guess && guess->from <= at && at < guess->to) return guess;
    unsigned low = 0, high = content->spans;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (content->span[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return &content->span[low < content->spans ? low : content->spans - 1];
}

static void tell_untagged(struct pen *pen, const char *text, size_t size)
{
    char excerpt[SHOWN_CHARACTERS * 6 + 1];
    glong characters = MIN(g_utf8_strlen(text, (gssize)size), SHOWN_CHARACTERS);
    g_utf8_strncpy(excerpt, text, (gsize)characters);
    DIAG(pen->emission->diag, PDF_UNTAGGED, NULL, 0, pen->page->label, excerpt);
    pen->fine = false;
}

/* The slot that what comes from `node` fills; NO_SLOT for artifacts, and for what has none, of which `text` is told. */
static int slot_of(struct pen *pen, const struct placed *placed, const xmlNode *node, const char *text, size_t size)
{
    if (placed->artifact != ARTIFACT_NONE) return NO_SLOT;
    const struct box *box = node ? box_find(node) : NULL;
    if (box && box->slot >= 0) return box->slot;
    tell_untagged(pen, text, size);
    return NO_SLOT;
}

/* Opens what the cluster at glyph `index` belongs to. */
static void open_cluster(struct pen *pen, const struct placed *placed, const struct span *span, int slot,
                         uint32_t index)
{
    const struct paragraph *paragraph = placed->content->paragraph;
    const struct glyph *glyph = &paragraph->glyph[index];
    if (slot == NO_SLOT) {
        open_artifact(pen, drawn_as(placed));
    } else if (codes_needs_actual_text(paragraph, &paragraph->line[placed->line], index)) {
        open_replaced(pen, slot, paragraph->text + glyph->at, glyph->length);
    } else {
        open_slot(pen, slot);
    }
    begin_text(pen);
    use_color(pen, span->color);
}

/* Ends the fragment of a link at `x` and begins that of another (or none). */
static void change_link(struct pen *pen, const struct placed *placed, const xmlNode *link, double x)
{
    if (link == pen->link) return;
    if (pen->link) {
        struct leaf_rectangle at = {.left = pen->link_start,
                                    .bottom = pen->height - placed->y - placed->height,
                                    .right = x,
                                    .top = pen->height - placed->y};
        link_add(pen->emission->links, pen->link, pen->index, at);
    }
    pen->link = link;
    pen->link_start = x;
}

static void emit_line(struct pen *pen, const struct placed *placed)
{
    const struct content *content = placed->content;
    const struct paragraph *paragraph = content->paragraph;
    const struct line *line = &paragraph->line[placed->line];
    const struct span *span = NULL; /* until the first glyph has one */
    double x = placed->x, y = pen->height - placed->baseline;
    int slot = NO_SLOT;
    if (!content->span) return; /* an empty line */
    for (uint32_t i = line->first; i < line->first + line->count; i++) {
        const struct glyph *glyph = &paragraph->glyph[i];
        const struct span *next = span_at(content, span, glyph->at);
        if (!span || next != span) {
            slot = slot_of(pen, placed, next->node, paragraph->text + next->from, next->to - next->from);
            change_link(pen, placed, slot == NO_SLOT ? NULL : next->link, x);
        }
        span = next;
        if (glyph->length || i == line->first) open_cluster(pen, placed, span, slot, i);
        codes_show(&pen->codes, paragraph, line, i, x, y);
        x += (double)glyph->advance;
    }
    codes_end(&pen->codes);
    change_link(pen, placed, NULL, x);
}

/* --- drawings --- */

struct tagger {
    struct pen *pen;
    int slot;
};

static void replace(void *tagger, const char *text, size_t size)
{
    const struct tagger *t = tagger;
    if (t->slot == NO_SLOT) return; /* nobody reads artifacts */
    if (text)
        open_replaced(t->pen, t->slot, text, size);
    else
        open_slot(t->pen, t->slot);
}

static bool is_below(const xmlNode *node, const xmlNode *ancestor)
{
    while (node && node != ancestor)
        node = node->parent;
    return node != NULL;
}

/* What encloses everything of the figure, its caption too (14.8.5.4.3): that lies on the same page. */
static struct leaf_rectangle bounding_box(const struct pen *pen, const xmlNode *figure)
{
    const struct page *page = pen->page;
    struct leaf_rectangle box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (unsigned i = 0; i < page->count; i++) {
        const struct placed *placed = &page->placed[i];
        bool line = placed->kind == PLACED_LINE && placed->content->spans;
        const xmlNode *node = line                             ? placed->content->span->node
                              : placed->kind == PLACED_DRAWING ? placed->illustration->chart
                                                               : NULL;
        if (placed->artifact != ARTIFACT_NONE || !is_below(node, figure)) continue;
        box.left = fmin(box.left, placed->x);
        box.right = fmax(box.right, placed->x + placed->width);
        box.bottom = fmin(box.bottom, pen->height - placed->y - placed->height);
        box.top = fmax(box.top, pen->height - placed->y);
    }
    return box;
}

/* Layout attributes of an illustration (14.8.5.4). */
static void describe_figure(struct pen *pen, int slot, const xmlNode *figure)
{
    struct structure *structure = pen->emission->structure;
    if (structure_slot_role(structure, slot) != ROLE_FIGURE) return;
    struct leaf_rectangle box = bounding_box(pen, figure);
    struct buf object = {0};
    buf_str(&object, "<</O/Layout/Placement/Block/BBox[");
    painter_numbers(&object, (const double[]){box.left, box.bottom, box.right, box.top}, 4);
    buf_str(&object, "]>>");
    pen->out->bad |= object.bad;
    structure_attributes(structure, structure_slot_element(structure, slot), buf_text(&object));
    buf_free(&object);
}

/* A drawing is one marked content of its figure, whose alternative text says what it shows. */
static void emit_drawing(struct pen *pen, const struct placed *placed)
{
    const xmlNode *chart = placed->illustration->chart;
    const char *alternative = element_attr(chart, "alt");
    struct tagger tagger = {pen, slot_of(pen, placed, chart, alternative, strlen(alternative))};
    if (tagger.slot == NO_SLOT) {
        open_artifact(pen, drawn_as(placed));
    } else {
        open_slot(pen, tagger.slot);
        describe_figure(pen, tagger.slot, chart->parent);
    }
    end_text(pen);
    boxes_fill(&pen->boxes, pen->out);
    const struct painter painter = {
        .illustration = placed->illustration,
        .left = placed->x,
        .top = pen->height - placed->y,
        .out = pen->out,
        .fonts = pen->emission->fonts,
        .replace = replace,
        .tagger = &tagger,
    };
    painter_draw(&painter);
}

static void emit_placed(struct pen *pen, const struct placed *placed)
{
    switch (placed->kind) {
    case PLACED_FILL:
    case PLACED_RULE:
        emit_rectangle(pen, placed);
        return;
    case PLACED_LEADER:
        emit_leader(pen, placed);
        return;
    case PLACED_LINE:
        emit_line(pen, placed);
        return;
    case PLACED_DRAWING:
        emit_drawing(pen, placed);
        return;
    }
}

bool emit_page(const struct emission *emission, int index, const struct page *page)
{
    struct buf out = {0};
    struct pen pen = {
        .emission = emission,
        .page = page,
        .index = index,
        .out = &out,
        .codes = {.fonts = emission->fonts, .out = &out},
        .height = page->master->height,
        .fine = true,
    };
    buf_reserve(&out, USUAL_CONTENT);
    structure_page(emission->structure, index);
    for (unsigned i = 0; i < page->count; i++)
        emit_placed(&pen, &page->placed[i]);
    close_content(&pen);
    boxes_free(&pen.boxes);
    if (out.bad) {
        DIAG(emission->diag, PDF_COORDINATE, NULL, 0, page->label);
        buf_free(&out);
        return false;
    }
    const struct leaf leaf = {page->master->width, page->master->height, page->number, page->roman};
    leaf_add(emission->file, index, leaf, &out);
    return pen.fine;
}
