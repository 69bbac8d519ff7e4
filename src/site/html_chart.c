/* html_chart: a <chart> as inline SVG, in a frame that suits a screen. The text of the chart is read by nobody but the eye: its title and
   description say all of it. */
#include <string.h>
#include "base/markup.h"
#include "chart/chart.h"
#include "chart/svg.h"
#include "document/element.h"
#include "site/html_private.h"

/* In pixels of the narrowest phone (320, less the margins): nothing is drawn that could not be read there, and text that is made smaller to
   fit has 11 pixels. With less height than 11 lines charts would make their text smaller still. */
static const struct {
    const char *kind;
    double width, height, row; /* `row` for every series (a matrix) or column (shares) */
} FRAME[] = {
    {"bars",    288, 210, 0 },
    {"dots",    288, 210, 0 },
    {"line",    288, 210, 0 },
    {"strip",   288, 145, 0 },
    {"stacked", 288, 60,  38},
    {"matrix",  288, 48,  24},
};
static const double LOWEST = 145, SMALLEST = 11;
/* Every series of shares beyond those whose names have room in the frame above. */
static const double LEGEND_ROW = 16;
enum { LEGEND_ITEMS = 4 };
/* Where there is room. */
static const double SCALE = 1.25;

static unsigned count(const xmlNode *parent)
{
    unsigned found = 0;
    for (const xmlNode *n = element_first(parent); n; n = element_next(n->next))
        found++;
    return found;
}

static struct drawing *draw(struct html_writer *w, const xmlNode *chart)
{
    const char *kind = element_attr(chart, "kind");
    const struct chart_looks looks = {w->site->print, w->site->typesetter, &w->site->label, SMALLEST};
    size_t i = 0;
    while (i + 1 < sizeof FRAME / sizeof *FRAME && strcmp(FRAME[i].kind, kind) != 0)
        i++;
    unsigned rows = !strcmp(kind, "matrix") ? count(chart) : count(element_first(chart));
    arena_clear(w->site->drawing);
    double height = FRAME[i].height + FRAME[i].row * rows;
    if (!strcmp(kind, "stacked") && count(chart) > LEGEND_ITEMS) height += LEGEND_ROW * (count(chart) - LEGEND_ITEMS);
    return chart_draw(w->site->drawing, chart, &looks, FRAME[i].width, height < LOWEST ? LOWEST : height);
}

static const xmlNode *caption_of(const xmlNode *chart)
{
    for (const xmlNode *n = element_first(chart->parent); n; n = element_next(n->next))
        if (element_is(n, "figcaption")) return n;
    return NULL;
}

static bool is_taken(const struct html_writer *w, const char *id)
{
    const struct html_target *target = g_hash_table_lookup(w->site->target, id);
    return target && target->page == w->page;
}

/* From the file that it lies in. */
static void put_image(struct html_writer *w, const xmlNode *chart)
{
    buf_str(w->out, "<img");
    html_class(w, "chart", "");
    html_src(w, element_attr(chart, "src"));
    markup_attribute(w->out, "alt", element_attr(chart, "alt"));
    buf_str(w->out, ">\n");
}

static void put_drawing(struct html_writer *w, const xmlNode *chart)
{
    char id[32];
    const char *alt = element_attr(chart, "alt");
    const xmlNode *caption = caption_of(chart);
    do
        g_snprintf(id, sizeof id, "chart-%u", ++w->charts);
    while (is_taken(w, id));
    w->words.size = 0;
    if (caption) element_text(caption, &w->words);
    struct svg svg = {
        .theme = print_theme(w->site->print),
        .title = caption ? buf_text(&w->words) : alt,
        .description = caption ? alt : NULL,
        .id = id,
        .prefix = w->prefix,
        .scale = SCALE,
    };
    struct drawing *drawing = draw(w, chart);
    svg_draw(&svg, drawing, w->out);
    drawing_free(drawing);
}

void html_chart(struct html_writer *w, const xmlNode *chart)
{
    if (*element_attr(chart, "src"))
        put_image(w, chart);
    else
        put_drawing(w, chart);
}
