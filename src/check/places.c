/* places: names joined by 、. */
#include "check/places.h"
#include <string.h>

enum { NAMED_MOST = 12 };

void places_add(struct places *places, const char *file, const struct plan_text *text)
{
    bool same = places->last && !strcmp(places->last->field, text->field);
    if (!places->count++) {
        places->first = text;
        places->file = file;
    }
    places->last = text;
    if (same) return;
    if (places->named++ >= NAMED_MOST) return;
    if (places->names.size) buf_str(&places->names, "、");
    buf_str(&places->names, text->field);
}

const char *places_end(struct places *places, struct arena *arena)
{
    if (places->named > NAMED_MOST) buf_str(&places->names, "など");
    const char *names = arena_strdup(arena, buf_text(&places->names));
    buf_free(&places->names);
    return names;
}
