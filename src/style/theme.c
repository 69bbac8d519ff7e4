/* theme: colours and faces by name. Knows nothing of what they are used for. */
#include "style/theme.h"
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

static void add_color(struct theme *theme, const char *name, const char *text, const char *file, long line,
                      struct diag *diag)
{
    struct color value;
    if (!text || !theme_color(theme, text, &value)) {
        DIAG(diag, STYLE_COLOR, file, line, text ? text : "");
        return;
    }
    GROW(theme->color, theme->colors, theme->color_capacity);
    theme->color[theme->colors++] = (struct theme_color){name, value};
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
        add_color(theme, name, theme_attribute(arena, element, "value"), file, line, diag);
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
    for (unsigned i = theme->colors; i-- > 0;)
        if (!strcmp(theme->color[i].name, text)) {
            *out = theme->color[i].value;
            return true;
        }
    return parse_hex(text, out);
}

const char *theme_family(const struct theme *theme, const char *name)
{
    for (unsigned i = theme->faces; i-- > 0;)
        if (!strcmp(theme->face[i].name, name)) return theme->face[i].family;
    return NULL;
}
