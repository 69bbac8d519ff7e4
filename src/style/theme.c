/* theme: colours and faces by name. Knows nothing of what they are used for. */
#include "style/theme.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *theme_attribute(struct arena *arena, const xmlNode *element, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(element, (const xmlChar *)name);
    const char *copy = value ? arena_strdup(arena, (const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

static bool parse_hex(const char *text, struct color *out)
{
    enum { LENGTH = 7, BYTE = 255 };
    if (text[0] != '#' || strlen(text) != LENGTH || strspn(text + 1, "0123456789abcdefABCDEF") != LENGTH - 1)
        return false;
    unsigned long value = strtoul(text + 1, NULL, 16);
    *out =
        (struct color){(unsigned char)(value >> 16), (unsigned char)(value >> 8 & BYTE), (unsigned char)(value & BYTE)};
    return true;
}

static const struct theme_color *find_named(const struct theme *theme, const char *name, size_t length,
                                            const char *rest)
{
    for (unsigned i = theme->colors; i-- > 0;) {
        const char *own = theme->color[i].name;
        if (!strncmp(own, name, length) && !strcmp(own + length, rest)) return &theme->color[i];
    }
    return NULL;
}

/* A tone of a theme that knows fewer of them is that of its family: near2-tint looks like near-tint. */
static const struct theme_color *find(const struct theme *theme, const char *name)
{
    const struct theme_color *known = find_named(theme, name, strlen(name), "");
    size_t letters = strcspn(name, "0123456789");
    if (known || !name[letters] || !letters || *name == '#') return known;
    return find_named(theme, name, letters, name + letters + strspn(name + letters, "0123456789"));
}

/* #rrggbb or a name above. */
static bool read_color(const struct theme *theme, const char *text, bool dark, struct color *out)
{
    const struct theme_color *known = find(theme, text);
    if (known) *out = dark ? known->dark : known->value;
    return known || parse_hex(text, out);
}

static void add_color(struct theme *theme, const char *name, const char *text, const char *dark, const char *file,
                      long line, struct diag *diag)
{
    struct theme_color color = {.name = name};
    const char *other = dark ? dark : text;
    if (!text || !read_color(theme, text, false, &color.value)) {
        DIAG(diag, STYLE_COLOR, file, line, text ? text : "");
        return;
    }
    if (!read_color(theme, other, true, &color.dark)) {
        DIAG(diag, STYLE_COLOR, file, line, other);
        return;
    }
    GROW(theme->color, theme->colors, theme->color_capacity);
    theme->color[theme->colors++] = color;
}

static void add_face(struct theme *theme, const char *name, const char *family, const char *file, long line,
                     struct diag *diag)
{
    if (!family) {
        DIAG(diag, STYLE_ATTRIBUTE_MISSING, file, line, "face", "family");
        return;
    }
    GROW(theme->face, theme->faces, theme->face_capacity);
    theme->face[theme->faces++] = (struct theme_face){name, family};
}

bool theme_add(struct theme *theme, struct arena *arena, const xmlNode *element, const char *file, struct diag *diag)
{
    bool color = xmlStrEqual(element->name, (const xmlChar *)"color");
    if (!color && !xmlStrEqual(element->name, (const xmlChar *)"face")) return false;
    const char *name = theme_attribute(arena, element, "name");
    long line = xmlGetLineNo(element);
    if (!name)
        DIAG(diag, STYLE_ATTRIBUTE_MISSING, file, line, (const char *)element->name, "name");
    else if (color)
        add_color(theme, name, theme_attribute(arena, element, "value"), theme_attribute(arena, element, "dark"), file,
                  line, diag);
    else
        add_face(theme, name, theme_attribute(arena, element, "family"), file, line, diag);
    return true;
}

void theme_clear(struct theme *theme)
{
    free(theme->color);
    free(theme->face);
    *theme = (struct theme){0};
}

bool theme_color(const struct theme *theme, const char *text, struct color *out)
{
    return read_color(theme, text, false, out);
}

const char *theme_name(const struct theme *theme, struct color color)
{
    for (unsigned i = 0; i < theme->colors; i++)
        if (color_equal(theme->color[i].value, color)) return theme->color[i].name;
    return NULL;
}

/* Relative luminance. */
static double luminance(struct color color)
{
    static const double SHARE[] = {0.2126, 0.7152, 0.0722};
    const unsigned char channel[] = {color.red, color.green, color.blue};
    double sum = 0;
    for (unsigned i = 0; i < sizeof channel; i++) {
        double c = channel[i] / 255.0;
        sum += SHARE[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double color_contrast(struct color a, struct color b)
{
    static const double FLARE = 0.05;
    double light = luminance(a) + FLARE, dark = luminance(b) + FLARE;
    return light > dark ? light / dark : dark / light;
}

const char *theme_family(const struct theme *theme, const char *name)
{
    for (unsigned i = theme->faces; i-- > 0;)
        if (!strcmp(theme->face[i].name, name)) return theme->face[i].family;
    return NULL;
}
