/* test_css: the colours can be read, on light screens and dark ones (WCAG 2.2, 1.4.3 and 1.4.11), and the style sheet has them all. */
#include "looks_bench.h"
#include <string.h>
#include "site/css.h"

static const double TEXT = 4.5, GRAPHICS = 3;

static struct theme_color color_of(const struct theme *theme, const char *name)
{
    for (unsigned i = 0; i < theme->colors; i++)
        if (!strcmp(theme->color[i].name, name)) return theme->color[i];
    fail_msg("no colour %s", name);
    return (struct theme_color){0};
}

/* How many of the pairs `front` × `ground` fall short, light and dark. */
static unsigned too_faint(const struct theme *theme, const char *const *front, const char *const *ground, double least)
{
    unsigned faint = 0;
    for (; *front; front++)
        for (const char *const *g = ground; *g; g++) {
            struct theme_color one = color_of(theme, *front), other = color_of(theme, *g);
            double light = color_contrast(one.value, other.value), dark = color_contrast(one.dark, other.dark);
            if (light < least || dark < least) print_message("%s on %s: %.2f, %.2f\n", *front, *g, light, dark);
            faint += light < least;
            faint += dark < least;
        }
    return faint;
}

static const char *const WORDS[] = {"ink", "soft", "deep", "link", "mark", "near", "met", "unmet", "actual", NULL};
static const char *const GROUNDS[] = {"paper", "tint", "tint2", "met-tint", "near-tint", "unmet-tint", NULL};
static const char *const MARKS[] = {"rule", "deep", "actual", "target", "met", "near", "unmet", NULL};
static const char *const PAPER[] = {"paper", NULL}, *const INK[] = {"ink", NULL},
                         *const SOLID[] = {"deep", "met", NULL};
static const char *const MIDDLE[] = {"near-middle", NULL}, *const PALE[] = {"hair", NULL};

static void colors_can_be_read(void **state)
{
    const struct looks_bench *b = *state;
    const struct theme *theme = print_theme(b->print);
    assert_int_equal(too_faint(theme, WORDS, GROUNDS, TEXT), 0);
    assert_int_equal(too_faint(theme, PAPER, SOLID, TEXT), 0);
    assert_int_equal(too_faint(theme, INK, MIDDLE, TEXT), 0);
    assert_int_equal(too_faint(theme, MARKS, PAPER, GRAPHICS), 0);
    assert_int_equal(too_faint(theme, PALE, PAPER, TEXT), 2); /* the check sees what is too pale, both times */
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    const struct color black = {0, 0, 0}, white = {255, 255, 255}, grey = {0x77, 0x77, 0x77};
    assert_float_equal(color_contrast(black, white), 21, 1e-9);
    assert_float_equal(color_contrast(white, black), 21, 1e-9);
    assert_float_equal(color_contrast(white, grey), 4.478, 1e-3);
    assert_float_equal(color_contrast(grey, grey), 1, 1e-9);
}

/* A drawing knows its colours by value: what is one colour on paper must be one in the dark. */
static void colors_of_one_value_are_one_in_the_dark(void **state)
{
    const struct looks_bench *b = *state;
    const struct theme *theme = print_theme(b->print);
    for (unsigned i = 0; i < theme->colors; i++)
        for (unsigned k = 0; k < i; k++)
            if (color_equal(theme->color[i].value, theme->color[k].value))
                assert_true(color_equal(theme->color[i].dark, theme->color[k].dark));
}

static const char *sheet_of(const struct theme *theme, bool fragment, struct buf *out)
{
    css_theme(theme, fragment, out);
    return buf_text(out);
}

static void style_sheet_has_every_color(void **state)
{
    const struct looks_bench *b = *state;
    const struct theme *theme = print_theme(b->print);
    struct buf out = {0};
    char wanted[128];
    const char *css = sheet_of(theme, false, &out), *dark = strstr(css, "prefers-color-scheme: dark");
    assert_non_null(dark);
    assert_non_null(strstr(css, "color-scheme: light dark;"));
    for (unsigned i = 0; i < theme->colors; i++) {
        const struct theme_color *c = &theme->color[i];
        snprintf(wanted, sizeof wanted, "  --%s: #%02x%02x%02x;\n", c->name, c->value.red, c->value.green,
                 c->value.blue);
        assert_true(strstr(css, wanted) && strstr(css, wanted) < dark);
        snprintf(wanted, sizeof wanted, "  --%s: #%02x%02x%02x;\n", c->name, c->dark.red, c->dark.green, c->dark.blue);
        assert_non_null(strstr(dark, wanted));
        snprintf(wanted, sizeof wanted, "\n.fill-%s { fill: var(--%s); }\n", c->name, c->name);
        assert_non_null(strstr(css, wanted));
        snprintf(wanted, sizeof wanted, "\n.stroke-%s { stroke: var(--%s); }\n", c->name, c->name);
        assert_non_null(strstr(css, wanted));
    }
    assert_non_null(strstr(strstr(css, "forced-colors"), ".fill-ink { fill: CanvasText; }"));
    assert_non_null(strstr(strstr(css, "forced-colors"), ".fill-near-middle { fill: Canvas; }"));
    buf_free(&out);
}

static void fragment_keeps_to_itself(void **state)
{
    const struct looks_bench *b = *state;
    struct buf out = {0};
    const char *css = sheet_of(print_theme(b->print), true, &out);
    assert_null(strstr(css, ":root"));
    for (const char *p = css; (p = strstr(p, "\n.")); p++)
        assert_memory_equal(p, "\n.gyokaku", strlen("\n.gyokaku"));
    buf_free(&out);
}

static void theme_without_dark_is_light(void **state)
{
    (void)state;
    struct theme_color one[] = {
        {"a.b", {1, 2, 3},       {1, 2, 3}      },
        {"c",   {4, 5, 6},       {4, 5, 6}      },
        {"c",   {255, 255, 255}, {255, 255, 255}},
    };
    struct theme theme = {.colors = 3, .color = one};
    struct buf out = {0};
    const char *css = sheet_of(&theme, false, &out);
    assert_null(strstr(css, "dark"));
    assert_non_null(strstr(css, "  --a\\.b: #010203;\n"));
    assert_non_null(strstr(css, "  --c: #ffffff;\n"));
    assert_null(strstr(css, "#040506")); /* the later one of a name wins */
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colors_can_be_read),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(colors_of_one_value_are_one_in_the_dark),
        cmocka_unit_test(style_sheet_has_every_color),
        cmocka_unit_test(fragment_keeps_to_itself),
        cmocka_unit_test(theme_without_dark_is_light),
    };
    return cmocka_run_group_tests(tests, looks_up, looks_down);
}
