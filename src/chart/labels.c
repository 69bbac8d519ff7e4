/* labels: a greedy search, repeated with shorter and smaller labels until all have found a place. */
#include "chart/labels.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What a label's place costs: nothing while it covers no mark. */
static const double COST_LEFT_OUT = 8, COST_WORST = 1.2, COST_LINE = 1, COST_AREA = 6, COST_OF_RISE = 0.12,
                    COST_OF_ORDER = 0.01;
/* Every next way to set the labels, shorter or smaller, is a little worse. */
static const double COST_OF_WAY = 0.25;

/* A way to set all labels. */
struct way {
    double size;
    bool brief; /* without the unit */
};

void labels_free(struct labels *labels)
{
    free(labels->label);
    free(labels->area);
    free(labels->line);
}

struct label *labels_add(struct labels *labels, const char *text)
{
    GROW(labels->label, labels->count, labels->capacity);
    struct label *label = &labels->label[labels->count++];
    *label = (struct label){.text = text, .ink = canvas_color(labels->canvas, "ink")};
    return label;
}

void labels_spot(struct label *label, double x, double y, enum anchor anchor, int rise)
{
    if (label->spots < LABEL_SPOTS) label->spot[label->spots++] = (struct spot){x, y, anchor, rise};
}

void labels_avoid_area(struct labels *labels, struct area area)
{
    GROW(labels->area, labels->areas, labels->area_capacity);
    labels->area[labels->areas++] = area;
}

void labels_avoid_line(struct labels *labels, struct point from, struct point to)
{
    GROW(labels->line, labels->lines, labels->line_capacity);
    labels->line[labels->lines++] = (struct line_mark){from, to};
}

/* ---- what a place costs ---- */

static double shared(struct area a, struct area b)
{
    double width = fmin(a.right, b.right) - fmax(a.left, b.left);
    double height = fmin(a.bottom, b.bottom) - fmax(a.top, b.top);
    return width > 0 && height > 0 ? width * height : 0;
}

/* One side of Liang and Barsky's clipping: narrows [from, to] to where `start + t × way` is at most `limit`. */
static void clip(double start, double way, double limit, double *from, double *to)
{
    if (fabs(way) < 1e-12) {
        if (start > limit) *to = -1;
        return;
    }
    double t = (limit - start) / way;
    if (way > 0)
        *to = fmin(*to, t);
    else
        *from = fmax(*from, t);
}

static bool crosses(struct area area, const struct line_mark *line)
{
    double from = 0, to = 1, x = line->to.x - line->from.x, y = line->to.y - line->from.y;
    clip(line->from.x, x, area.right, &from, &to);
    clip(-line->from.x, -x, -area.left, &from, &to);
    clip(line->from.y, y, area.bottom, &from, &to);
    clip(-line->from.y, -y, -area.top, &from, &to);
    return from < to;
}

static double cost_of(const struct labels *labels, struct area area)
{
    double cost = 0, size = area_width(area) * area_height(area);
    for (unsigned i = 0; i < labels->areas; i++)
        cost += COST_AREA * shared(area, labels->area[i]) / size;
    for (unsigned i = 0; i < labels->lines; i++)
        if (crosses(area, &labels->line[i])) cost += COST_LINE;
    return cost;
}

/* ---- one label ---- */

/* The text at a spot; moved sideways, not out of the room. */
static struct text text_at(struct labels *labels, const struct label *label, const struct spot *spot, const char *text,
                           double size)
{
    struct text set = {text, spot->x, 0, size, spot->anchor, label->bold, label->ink};
    if (spot->rise > 0)
        set.y = spot->y - CANVAS_DESCENT * size - (spot->rise - 1) * CANVAS_LEADING * size;
    else if (spot->rise < 0)
        set.y = spot->y + CANVAS_ASCENT * size + (-spot->rise - 1) * CANVAS_LEADING * size;
    else
        set.y = canvas_baseline(spot->y, size);
    struct area area = canvas_text_area(labels->canvas, &set);
    if (area.right > labels->room.right) set.x -= area.right - labels->room.right;
    area = canvas_text_area(labels->canvas, &set);
    if (area.left < labels->room.left) set.x += labels->room.left - area.left;
    return set;
}

static bool is_inside(struct area area, struct area room)
{
    static const double ROUNDING = 1e-6;
    return area.left >= room.left - ROUNDING && area.right <= room.right + ROUNDING &&
           area.top >= room.top - ROUNDING && area.bottom <= room.bottom + ROUNDING;
}

/* Is there room at the spot for less than `*cost`, when it costs `base` before what it covers? */
static bool try_text(struct labels *labels, struct label *label, const struct text *text, double base, double *cost)
{
    struct area area = canvas_text_area(labels->canvas, text);
    if (!is_inside(area, labels->room) || !canvas_is_free(labels->canvas, area, text->size)) return false;
    double here = base + cost_of(labels, area);
    if (here >= *cost) return false;
    *cost = here;
    label->placed = *text;
    label->set = true;
    return true;
}

/* A label that must be there: anywhere in the room, the nearer to its mark the better. */
static void search(struct labels *labels, struct label *label, const char *text, double size)
{
    enum { STEPS = 12 };
    static const double COST_OF_DISTANCE = 2;
    text = canvas_shorten(labels->canvas, text, size, label->bold, area_width(labels->room));
    if (!text || !label->spots) return;
    struct point wish = {label->spot[0].x, label->spot[0].y};
    double best = INFINITY, reach = area_width(labels->room) + area_height(labels->room);
    for (unsigned i = 0; i <= STEPS; i++)
        for (unsigned k = 0; k <= STEPS; k++) {
            double high = area_height(labels->room) - size;
            struct spot spot = {labels->room.left + area_width(labels->room) * i / STEPS,
                                labels->room.top + high * k / STEPS, ANCHOR_MIDDLE, -1};
            struct text set = text_at(labels, label, &spot, text, size);
            double away = COST_OF_DISTANCE * (fabs(spot.x - wish.x) + fabs(spot.y - wish.y)) / reach;
            try_text(labels, label, &set, away, &best);
        }
}

/* "110,000件" → "110,000" */
static const char *without_unit(struct labels *labels, const char *text)
{
    size_t length = strlen(text), unit = strlen(labels->unit);
    if (!unit || unit >= length || strcmp(text + length - unit, labels->unit) != 0) return text;
    return arena_strndup(labels->canvas->scratch, text, length - unit);
}

static double place(struct labels *labels, struct label *label, struct way way)
{
    const char *text = way.brief ? without_unit(labels, label->text) : label->text;
    double cost = label->must ? INFINITY : COST_WORST;
    label->set = false;
    for (unsigned i = 0; i < label->spots; i++) {
        struct text set = text_at(labels, label, &label->spot[i], text, way.size);
        int rise = abs(label->spot[i].rise);
        try_text(labels, label, &set, COST_OF_ORDER * i + (rise > 1 ? COST_OF_RISE * rise : 0), &cost);
    }
    if (!label->set && label->must) search(labels, label, text, way.size);
    if (!label->set) return COST_LEFT_OUT * (label->must ? (double)labels->count + 1 : 1);
    canvas_take(labels->canvas, canvas_text_area(labels->canvas, &label->placed));
    return isfinite(cost) ? cost : COST_LEFT_OUT / 2;
}

/* ---- all ---- */

static double place_all(struct labels *labels, struct way way)
{
    double cost = 0;
    for (unsigned i = 0; i < labels->count; i++)
        cost += place(labels, &labels->label[i], way);
    return cost;
}

void labels_place(struct labels *labels)
{
    const struct canvas *canvas = labels->canvas;
    const double least = fmin(fmax(CANVAS_SMALLEST, canvas->looks->smallest), canvas->smallest);
    const struct way WAY[] = {
        {canvas->size,                          false},
        {(canvas->size + canvas->smallest) / 2, false},
        {canvas->smallest,                      false},
        {canvas->size,                          true },
        {canvas->smallest,                      true },
        {least,                                 true },
    };
    enum { WAYS = sizeof WAY / sizeof *WAY };
    unsigned best = 0, before = canvas->texts;
    double least_cost = INFINITY;
    for (unsigned i = 0; i < WAYS && least_cost > COST_OF_WAY * i; i++) {
        double cost = place_all(labels, WAY[i]) + COST_OF_WAY * i;
        canvas_give_back(labels->canvas, before);
        if (cost >= least_cost) continue;
        least_cost = cost;
        best = i;
    }
    place_all(labels, WAY[best]);
}

void labels_ground(const struct labels *labels)
{
    static const double MARGIN = 0.8;
    const struct canvas *canvas = labels->canvas;
    for (unsigned i = 0; i < labels->count; i++) {
        const struct label *label = &labels->label[i];
        if (!label->set) continue;
        struct area area = canvas_text_area(labels->canvas, &label->placed);
        area =
            (struct area){fmax(area.left - MARGIN, 0), area.top, fmin(area.right + MARGIN, canvas->width), area.bottom};
        canvas_fill(labels->canvas, area, canvas_color(canvas, "paper"));
    }
}

void labels_draw(const struct labels *labels)
{
    for (unsigned i = 0; i < labels->count; i++)
        if (labels->label[i].set) canvas_draw_text(labels->canvas, &labels->label[i].placed);
}
