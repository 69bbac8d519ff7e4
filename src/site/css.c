/* css: colour by name, so that a page and its charts change together. Where the user has colours of their own (forced colours), what
   is drawn in ink is drawn in theirs, and every ground is theirs. */
#include "site/css.h"
#include <string.h>

struct sheet {
    const struct theme *theme;
    struct buf *out;
    const char *root, *prefix;
};

static bool has_dark(const struct theme *theme)
{
    for (unsigned i = 0; i < theme->colors; i++)
        if (!color_equal(theme->color[i].value, theme->color[i].dark)) return true;
    return false;
}

/* Names are NCNames (theme.rng): of what they may hold beyond letters, a full stop would end a name in CSS. */
static void put_name(struct buf *out, const char *name)
{
    for (; *name; name++) {
        if (strchr("!\"#$%&'()*+,./:;<=>?@[\\]^`{|}~ ", *name)) buf_char(out, '\\');
        buf_char(out, *name);
    }
}

static void put_string(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("\"\\\n", *text)) continue; /* no family's name has them */
        buf_char(out, *text);
    }
}

static void put_variable(struct buf *out, const char *name, struct color color)
{
    buf_str(out, "  --");
    put_name(out, name);
    buf_printf(out, ": #%02x%02x%02x;\n", color.red, color.green, color.blue);
}

static bool is_last_of_name(const struct theme *theme, unsigned at)
{
    for (unsigned i = at + 1; i < theme->colors; i++)
        if (!strcmp(theme->color[i].name, theme->color[at].name)) return false;
    return true;
}

static void put_colors(struct sheet *sheet, bool dark)
{
    for (unsigned i = 0; i < sheet->theme->colors; i++) {
        const struct theme_color *color = &sheet->theme->color[i];
        if (is_last_of_name(sheet->theme, i)) put_variable(sheet->out, color->name, dark ? color->dark : color->value);
    }
}

static void put_faces(struct sheet *sheet)
{
    for (unsigned i = 0; i < sheet->theme->faces; i++) {
        buf_str(sheet->out, "  --font-");
        put_name(sheet->out, sheet->theme->face[i].name);
        buf_str(sheet->out, ": \"");
        put_string(sheet->out, sheet->theme->face[i].family);
        buf_str(sheet->out, "\";\n");
    }
}

static void put_rule(struct sheet *sheet, const char *class, const char *name, const char *property, const char *value)
{
    buf_str(sheet->out, ".");
    buf_str(sheet->out, sheet->prefix);
    buf_str(sheet->out, class);
    put_name(sheet->out, name);
    buf_str(sheet->out, " { ");
    buf_str(sheet->out, property);
    buf_str(sheet->out, ": ");
    if (value) {
        buf_str(sheet->out, value);
    } else {
        buf_str(sheet->out, "var(--");
        put_name(sheet->out, name);
        buf_str(sheet->out, ")");
    }
    buf_str(sheet->out, "; }\n");
}

static void put_classes(struct sheet *sheet)
{
    for (unsigned i = 0; i < sheet->theme->colors; i++) {
        const char *name = sheet->theme->color[i].name;
        if (!is_last_of_name(sheet->theme, i)) continue;
        put_rule(sheet, "fill-", name, "fill", NULL);
        put_rule(sheet, "stroke-", name, "stroke", NULL);
        put_rule(sheet, "text-", name, "color", NULL);
        put_rule(sheet, "ground-", name, "background-color", NULL);
    }
}

/* Nearer to ink than to paper? Then it is drawn in the colour of text: just as chart/canvas.c chooses the ink on a ground. */
static const char *forced(const struct theme *theme, struct color color)
{
    struct color ink = {0, 0, 0}, paper = {255, 255, 255};
    theme_color(theme, "ink", &ink);
    theme_color(theme, "paper", &paper);
    return color_contrast(color, paper) > color_contrast(color, ink) ? "CanvasText" : "Canvas";
}

static void put_forced(struct sheet *sheet)
{
    buf_str(sheet->out, "@media (forced-colors: active) {\n");
    for (unsigned i = 0; i < sheet->theme->colors; i++) {
        const struct theme_color *color = &sheet->theme->color[i];
        if (!is_last_of_name(sheet->theme, i)) continue;
        put_rule(sheet, "fill-", color->name, "fill", forced(sheet->theme, color->value));
        put_rule(sheet, "stroke-", color->name, "stroke", "CanvasText");
    }
    buf_str(sheet->out, "}\n");
}

void css_theme(const struct theme *theme, bool fragment, struct buf *out)
{
    struct sheet sheet = {theme, out, fragment ? ".gyokaku" : ":root", fragment ? "gyokaku-" : ""};
    bool dark = has_dark(theme);
    buf_printf(out, "%s {\n  color-scheme: %s;\n", sheet.root, dark ? "light dark" : "light");
    put_colors(&sheet, false);
    put_faces(&sheet);
    buf_str(out, "}\n");
    if (dark) {
        buf_printf(out, "@media screen and (prefers-color-scheme: dark) {\n%s {\n", sheet.root);
        put_colors(&sheet, true);
        buf_str(out, "}\n}\n");
    }
    put_classes(&sheet);
    put_forced(&sheet);
}
