/* chart: reads the element and hands it to its kind. */
#include "chart/chart.h"
#include <math.h>
#include <string.h>
#include "chart/canvas.h"
#include "chart/data.h"
#include "chart/kinds.h"

static const struct {
    const char *name;
    void (*draw)(struct canvas *canvas, const struct data *data);
} KIND[] = {
    {"bars",    bars_draw   },
    {"dots",    dots_draw   },
    {"line",    line_draw   },
    {"strip",   strip_draw  },
    {"stacked", stacked_draw},
    {"matrix",  matrix_draw },
};

struct drawing *chart_draw(struct arena *arena, const xmlNode *chart, const struct chart_looks *looks, double width,
                           double height)
{
    struct canvas *canvas = canvas_new(arena, looks, width, height);
    const struct data *data = data_read(canvas->scratch, chart);
    for (size_t i = 0; data->columns && i < sizeof KIND / sizeof *KIND; i++)
        if (!strcmp(data->kind, KIND[i].name)) KIND[i].draw(canvas, data);
    return canvas_finish(canvas);
}

/* The most points that a series of it has. */
static unsigned most_points(const xmlNode *chart)
{
    unsigned most = 0;
    for (const xmlNode *series = chart->children; series; series = series->next) {
        unsigned count = 0;
        for (const xmlNode *point = series->children; point; point = point->next)
            count += point->type == XML_ELEMENT_NODE;
        if (count > most) most = count;
    }
    return most;
}

double chart_height(const xmlNode *chart, const struct style *style, double smallest, double height)
{
    xmlChar *kind = xmlGetNoNsProp(chart, (const xmlChar *)"kind");
    bool rows = kind && !strcmp((const char *)kind, "stacked");
    xmlFree(kind);
    double size, small;
    canvas_sizes(style, smallest, height, &size, &small);
    return rows ? fmax(height, stacked_height(most_points(chart), size, small)) : height;
}
