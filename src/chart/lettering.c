/* lettering: each text is shaped by itself, in the drawing's family. */
#include "chart/lettering.h"
#include <string.h>

const struct paragraph *lettering_line(struct arena *keep, struct arena *scratch, struct typesetter *typesetter,
                                       const struct drawing *drawing, const struct draw *draw,
                                       const struct shaped **shaped)
{
    uint32_t length = (uint32_t)strlen(draw->text);
    struct run run = {
        .to = length, .style = {.family = drawing->family, .bold = draw->bold, .size = draw->size}
    };
    const struct shaped *made = typeset_shape(typesetter, scratch, draw->text, length, &run, length > 0);
    if (shaped) *shaped = made;
    return typeset_lines(typesetter, keep, made, &(struct measure){0});
}

const struct paragraph *const *lettering_new(struct arena *arena, struct typesetter *typesetter,
                                             const struct drawing *drawing)
{
    const struct paragraph **text = arena_array(arena, drawing->count, sizeof *text);
    for (unsigned i = 0; i < drawing->count; i++)
        if (drawing->draw[i].kind == DRAW_TEXT)
            text[i] = lettering_line(arena, arena, typesetter, drawing, &drawing->draw[i], NULL);
    return text;
}
