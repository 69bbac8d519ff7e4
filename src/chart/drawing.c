/* drawing: operations are appended and never looked at again here. Knows nothing of charts. */
#include "chart/drawing.h"
#include <stdlib.h>
#include <string.h>

struct drawing *drawing_new(struct arena *arena, double width, double height, const char *family)
{
    struct drawing *drawing = arena_alloc(arena, sizeof *drawing);
    *drawing = (struct drawing){.width = width, .height = height, .arena = arena, .family = family};
    return drawing;
}

void drawing_free(struct drawing *drawing)
{
    if (!drawing) return;
    free(drawing->draw);
    drawing->draw = NULL;
    drawing->count = drawing->capacity = 0;
}

static void append(struct drawing *drawing, enum draw_kind kind, const struct point *point, unsigned points,
                   struct draw looks)
{
    struct point *copy = arena_array(drawing->arena, points, sizeof *copy);
    memcpy(copy, point, points * sizeof *copy);
    looks.kind = kind;
    looks.point = copy;
    looks.points = points;
    GROW(drawing->draw, drawing->count, drawing->capacity);
    drawing->draw[drawing->count++] = looks;
}

void drawing_path(struct drawing *drawing, const struct point *point, unsigned points, struct draw looks)
{
    append(drawing, DRAW_PATH, point, points, looks);
}

void drawing_line(struct drawing *drawing, struct point from, struct point to, struct draw looks)
{
    const struct point both[] = {from, to};
    append(drawing, DRAW_PATH, both, 2, looks);
}

void drawing_rectangle(struct drawing *drawing, struct point upper_left, struct point lower_right, struct draw looks)
{
    const struct point corner[] = {
        upper_left,
        {lower_right.x, upper_left.y },
        lower_right,
        {upper_left.x,  lower_right.y},
    };
    looks.closed = true;
    append(drawing, DRAW_PATH, corner, sizeof corner / sizeof *corner, looks);
}

void drawing_text(struct drawing *drawing, struct point at, const char *text, struct draw looks)
{
    looks.text = arena_strdup(drawing->arena, text);
    append(drawing, DRAW_TEXT, &at, 1, looks);
}

void drawing_place(struct drawing *drawing, const struct drawing *other, double x, double y)
{
    for (unsigned i = 0; i < other->count; i++) {
        struct draw draw = other->draw[i];
        struct point *moved = arena_array(drawing->arena, draw.points, sizeof *moved);
        for (unsigned k = 0; k < draw.points; k++)
            moved[k] = (struct point){draw.point[k].x + x, draw.point[k].y + y};
        draw.point = moved;
        if (draw.text) draw.text = arena_strdup(drawing->arena, draw.text);
        GROW(drawing->draw, drawing->count, drawing->capacity);
        drawing->draw[drawing->count++] = draw;
    }
}

double drawing_before(enum anchor anchor)
{
    static const double BEFORE[] = {[ANCHOR_START] = 0, [ANCHOR_MIDDLE] = 0.5, [ANCHOR_END] = 1};
    return BEFORE[anchor];
}
