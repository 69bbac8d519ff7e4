/* ruby: readings above what they read (JLREQ 3.3, JIS X 4051, 12): how wide the two are together, and where the reading stands.
   Group ruby: the shorter of the two is spread over the longer 1:2:1, and nothing hangs over the neighbours. */
#include <math.h>
#include <string.h>
#include "document/element.h"
#include "layout/flow.h"

static const double HALF = 0.5;    /* of the base's size */
static const double ASCENT = 0.88; /* as in layout_baseline */

static double width_of(struct layout *layout, const char *text, uint32_t length, struct text_style style, float least)
{
    struct run run = {.to = length, .style = style, .together = true, .least = least};
    double widest = 0, unbreakable = 0;
    typeset_extent(typeset_shape(layout->typesetter, layout->scratch, text, length, &run, 1), &widest, &unbreakable);
    return widest;
}

static const struct style *reading_style(struct layout *layout, const xmlNode *rt, const struct style *base)
{
    struct arena *arena = content_arena(layout);
    struct style *style = arena_alloc(arena, sizeof *style);
    *style = *print_style(layout->print, rt, base, layout->step);
    style->size = style->leading = base->size * HALF;
    style->align = ALIGN_START;
    return style;
}

/* The text node that the reading is tagged by. */
static const xmlNode *text_node(const xmlNode *rt)
{
    const xmlNode *node = rt->children;
    while (node && node->type == XML_ELEMENT_NODE)
        node = node->next;
    return node ? node : rt;
}

struct ruby ruby_measure(struct layout *layout, const xmlNode *rt, const char *base, uint32_t length,
                         const struct style *style)
{
    struct buf reading = {0};
    for (const xmlNode *node = rt->children; node; node = node->next)
        if (node->content) element_put_collapsed(&reading, (const char *)node->content);
    while (reading.size && reading.data[reading.size - 1] == ' ')
        reading.size--;
    struct ruby ruby = {.node = text_node(rt), .style = reading_style(layout, rt, style)};
    ruby.text = arena_strndup(layout->scratch, reading.size ? reading.data : "", reading.size);
    buf_free(&reading);
    double own = width_of(layout, base, length, content_text_style(style), 0);
    double above = width_of(layout, ruby.text, (uint32_t)strlen(ruby.text), content_text_style(ruby.style), 0);
    ruby.width = fmax(own, above);
    ruby.least = (float)(above / style->size);
    ruby.least_above = (float)(own / ruby.style->size);
    return ruby;
}

const struct content *ruby_content(struct layout *layout, const struct ruby *ruby)
{
    struct arena *arena = content_arena(layout);
    uint32_t length = (uint32_t)strlen(ruby->text);
    const char *text = arena_strdup(arena, ruby->text);
    struct run run = {
        .to = length, .style = content_text_style(ruby->style), .together = true, .least = ruby->least_above};
    const struct shaped *shaped = typeset_shape(layout->typesetter, layout->scratch, text, length, &run, 1);
    struct span *span = arena_alloc(arena, sizeof *span);
    struct content *content = arena_alloc(arena, sizeof *content);
    *span = (struct span){.to = length, .node = ruby->node, .color = ruby->style->color};
    content_tell_missing(layout, shaped);
    *content = (struct content){
        .paragraph = typeset_lines(layout->typesetter, arena, shaped, &(struct measure){0}),
        .spans = 1,
        .span = span,
        .style = ruby->style,
    };
    return content;
}

/* ---- placing ---- */

/* The first reading whose base begins at byte `from` or later. */
static unsigned reading_from(const struct content *content, uint32_t from)
{
    unsigned low = 0, high = content->readings;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (content->reading[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What a line needs above it beyond its leading. Readings may stand in the leading of the line before; a block's first line has
   them in its own box, whatever is above it. */
static double more_room(const struct style *style, bool first)
{
    double reading = style->size * HALF, above = (style->leading - style->size) / 2;
    return fmax(0, reading - (first ? above : 2 * above));
}

double ruby_line_height(const struct content *content, unsigned index)
{
    const struct paragraph *paragraph = content->paragraph;
    const struct line *line = &paragraph->line[index];
    double leading = content->style->leading;
    if (!content->readings || !line->count) return leading;
    uint32_t first = paragraph->glyph[line->first].at, last = first;
    for (uint32_t i = line->first; i < line->first + line->count; i++) { /* from right to left they descend */
        uint32_t at = paragraph->glyph[i].at;
        first = at < first ? at : first;
        last = at > last ? at : last;
    }
    unsigned reading = reading_from(content, first);
    bool any = reading < content->readings && content->reading[reading].from <= last;
    return any ? leading + more_room(content->style, index == 0) : leading;
}

static void place_reading(struct layout *layout, const struct content *reading, double x, double baseline)
{
    const struct style *style = reading->style;
    struct placed *placed = page_add(layout, PLACED_LINE);
    placed->x = x;
    placed->y = baseline - style->size / HALF * ASCENT - style->size;
    placed->width = (double)reading->paragraph->line[0].width;
    placed->height = style->size;
    placed->baseline = layout_baseline(placed->y, style);
    placed->content = reading;
    placed->line = 0;
}

void ruby_place(struct layout *layout, const struct content *content, unsigned index, double x, double baseline)
{
    const struct paragraph *paragraph = content->paragraph;
    const struct line *line = &paragraph->line[index];
    for (uint32_t i = line->first; content->readings && i < line->first + line->count; i++) {
        const struct glyph *glyph = &paragraph->glyph[i];
        unsigned reading = glyph->length ? reading_from(content, glyph->at) : content->readings;
        if (reading < content->readings && content->reading[reading].from == glyph->at)
            place_reading(layout, content->reading[reading].content, x, baseline);
        x += (double)glyph->advance;
    }
}
