/* theme: colours and faces by name (templates/theme.xml), one source for the PDF, the charts and the CSS. */
#ifndef GYOKAKU_THEME_H
#define GYOKAKU_THEME_H
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"

/* sRGB, 0–255. */
struct color {
    unsigned char red, green, blue;
};
static inline bool color_equal(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Starts as {0}; names live in the arena that was given. A later entry of the same name wins. */
struct theme {
    unsigned colors, color_capacity, faces, face_capacity;
    struct theme_color {
        const char *name;
        struct color value, dark; /* on paper and a light screen; on a dark screen */
    } * color;
    struct theme_face {
        const char *name, *family;
    } * face;
};

/* An attribute's value, copied into the arena; NULL where there is none. */
const char *theme_attribute(struct arena *arena, const xmlNode *element, const char *name);
/* Adds a <color name value dark> (without `dark` it is the same in the dark) or <face name family>. False when it is neither; faults of its attributes are told. */
bool theme_add(struct theme *theme, struct arena *arena, const xmlNode *element, const char *file, struct diag *diag);
void theme_clear(struct theme *theme);
/* #rrggbb, or a colour by name. False when there is none. */
bool theme_color(const struct theme *theme, const char *text, struct color *out);
/* The first name of a colour, or NULL: a mixture. */
const char *theme_name(const struct theme *theme, struct color color);
/* WCAG 2.2, contrast ratio: 1–21. */
double color_contrast(struct color a, struct color b);
/* The family of a face by name, or NULL. */
const char *theme_family(const struct theme *theme, const char *name);
#endif
