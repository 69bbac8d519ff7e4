/* test_fit: the steps of a <fit>: in what order a document gives way, how far, and what print.xml may not ask for. */
#include "laying.h"
#include "documents.h"
#include <glib/gstdio.h>
#include <unistd.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define FIT(steps) "<fit of='page' class='sheet' share='90'>" steps "</fit>"
#define NINE "<step/><step/><step/><step/><step/><step/><step/><step/><step/>"

/* ---- looks made for one test ---- */

/* A folder with the theme of tests/unit/looks and a print.xml that has these fits and styles. The caller frees the name. */
static char *looks_of(const char *fits, const char *styles)
{
    char *folder = g_dir_make_tmp("fit-XXXXXX", NULL), *here = g_get_current_dir();
    char *theme = g_build_filename(here, "tests/unit/looks/theme.xml", NULL),
         *link = g_build_filename(folder, "theme.xml", NULL);
    char *path = g_build_filename(folder, "print.xml", NULL);
    struct buf text = {0};
    buf_printf(&text,
               "<print version='1'><master name='a4' width='595' height='842' top='60' right='48' bottom='54' "
               "left='48' header='30' "
               "footer='36' numbering='decimal'/>\n%s\n<style of='document' face='text' size='10' leading='16'/>"
               "<style of='page' class='sheet' scale='yes'/><style of='p' after='6'/><style of='div' padding='10 8'/>"
               "<style of='th td' padding='10 8'/><style of='table' columns='1*'/>\n%s</print>",
               fits, styles);
    assert_true(g_file_set_contents(path, text.data, (gssize)text.size, NULL));
    assert_int_equal(symlink(theme, link), 0);
    buf_free(&text);
    g_free(path), g_free(link), g_free(theme), g_free(here);
    return folder;
}

static void looks_remove(char *folder)
{
    char *theme = g_build_filename(folder, "theme.xml", NULL), *path = g_build_filename(folder, "print.xml", NULL);
    g_unlink(theme), g_unlink(path), g_rmdir(folder);
    g_free(theme), g_free(path), g_free(folder);
}

static struct print *read_looks(struct bench *b, const char *fits, const char *styles, struct diag *diag)
{
    char *folder = looks_of(fits, styles);
    struct print *print = print_read(folder, b->fonts, diag);
    looks_remove(folder);
    return print;
}

/* ---- what print.xml may ask for ---- */

static void steps_have_limits(void **state)
{
    static const struct {
        const char *said; /* NULL: nothing */
        const char *fits, *styles;
    } CASE[] = {
        {NULL,                      FIT("<step/><step padding='0.5'/><step padding='0.5' leading='0.9'/>"),    ""                                                                  },
        {NULL,                      "<fit of='page' class='sheet' share='90' steps='1 0.97 0.8'/>",            ""                                                                  },
        {NULL,                      "<fit of='page' class='sheet' share='90' smallest='7.5' steps='1 0.75'/>", ""                                                                  },
        {"style-value",             "<fit of='page' class='sheet' share='90' steps='1 0.74'/>",                ""                                                                  },
        {"style-value",             "<fit of='page' class='sheet' share='90' steps=''/>",                      ""                                                                  },
        {"style-value",             "<fit of='page' class='sheet' share='90' smallest='x' steps='1'/>",        ""                                                                  },
        {"style-steps",             "<fit of='page' class='sheet' share='90' steps='1 1 1 1 1 1 1 1 1'/>",     ""                                                                  },
        {"style-steps",             FIT(NINE),                                                                 ""                                                                  },
        {"style-attribute-missing", FIT(""),                                                                   ""                                                                  },
        {"style-element",           "<fit of='page' class='sheet' share='90' steps='1'><step/></fit>",         ""                                                                  },
        {"style-element",           FIT("<step/><stop/>"),                                                     ""                                                                  },
        {"style-attribute",         FIT("<step/><step spacing='0.9'/>"),                                       ""                                                                  },
        {"style-value",             FIT("<step padding='0.49'/>"),                                             ""                                                                  },
        {"style-value",             FIT("<step leading='0.74'/>"),                                             ""                                                                  },
        {"style-value",             FIT("<step size='0.7'/>"),                                                 ""                                                                  },
        {"style-value",             FIT("<step size='1.1'/>"),                                                 ""                                                                  },
        {"style-value",             FIT("<step size='nan'/>"),                                                 ""                                                                  },
        {"style-step-order",        FIT("<step size='0.9'/><step padding='0.9'/>"),                            ""                                                                  },
        {"style-step-order",        FIT("<step padding='0.8'/><step padding='0.9' size='0.9'/>"),              ""                                                                  },
        {"style-step-small",        FIT("<step/><step size='0.9'/>"),                                          "<style of='td' class='x' size='8.5' scale='yes'/>"                 },
        {"style-step-small",        FIT("<step/><step size='0.9'/>"),
         "<style of='td' scale='yes'/><style of='p td' size='8.5'/>"                                                                                                               },
        {"style-step-small",        "<fit of='page' class='sheet' share='90' smallest='18' steps='1 0.9'/>",
         "<style of='p' size='19' leading='30' scale='yes'/>"                                                                                                                      },
        {NULL,                      FIT("<step/><step size='0.9'/>"),                                          "<style of='td' class='x' size='8.5'/>"                             },
        {NULL,                      FIT("<step/><step size='0.9'/>"),                                          "<style of='td' scale='yes'/><style of='td' size='8.5' scale='no'/>"},
        {"style-step-tight",        FIT("<step/><step leading='0.9'/>"),
         "<style of='td' size='10' leading='13' scale='yes'/>"                                                                                                                     },
        {NULL,                      FIT("<step/><step leading='0.9' size='0.9'/>"),                            "<style of='td' size='10' leading='13' scale='yes'/>"               },
    };
    for (size_t i = 0; i < COUNT(CASE); i++) {
        struct diag *diag = diag_new();
        struct print *print = read_looks(*state, CASE[i].fits, CASE[i].styles, diag);
        char *messages = messages_of(diag);
        if ((print != NULL) != !CASE[i].said || (CASE[i].said && !is_said(messages, CASE[i].said)))
            fail_msg("case %zu, %s: %s", i, CASE[i].said ? CASE[i].said : "fine", messages);
        free(messages);
        print_free(print);
        diag_free(diag);
    }
}

static void too_small_style_is_named(void **state)
{
    struct diag *diag = diag_new();
    assert_null(read_looks(*state, FIT("<step/><step size='0.9'/>"),
                           "<style of='td' class='x' in='y' size='8.5' scale='yes'/>", diag));
    char *messages = messages_of(diag);
    assert_non_null(strstr(messages, "print.xml:4:"));
    assert_non_null(strstr(messages, "「td class=x in=y」"));
    assert_non_null(strstr(messages, "2番目"));
    assert_non_null(strstr(messages, "7.65ポイント"));
    free(messages);
    diag_free(diag);
}

/* ---- what a step does to a style ---- */

static const struct style *style_at(struct print *print, const xmlNode *node, const struct fit_step *step)
{
    const struct style *parent = node->parent->type == XML_ELEMENT_NODE ? style_at(print, node->parent, step) : NULL;
    return print_style(print, node, parent, step);
}

static xmlNode *named(xmlNode *node, const char *name)
{
    if (node->type == XML_ELEMENT_NODE && element_is(node, name)) return node;
    for (xmlNode *child = node->children, *found; child; child = child->next)
        if ((found = named(child, name))) return found;
    return NULL;
}

static void near(double got, double want)
{
    if (fabs(got - want) > 0.001) fail_msg("%g, not %g", got, want);
}

static void step_takes_its_factors(void **state)
{
    static const struct fit_step STEP = {.padding = 0.5, .leading = 0.9, .size = 0.8, .smallest = 8};
    struct diag *diag = diag_new();
    struct print *print = read_looks(
        *state, FIT("<step/>"), "<style of='strong' size='9' leading='12'/><style of='aside' padding='10 8'/>", diag);
    xmlDoc *doc = document_of("<page class='sheet'><aside/><h4/><div><p><strong/></p></div></page>");
    xmlDoc *other = document_of("<page class='other'><div><p/></div></page>");
    xmlNode *root = xmlDocGetRootElement(doc), *elsewhere = xmlDocGetRootElement(other);
    const struct style *p = style_at(print, named(root, "p"), &STEP), *div = style_at(print, named(root, "div"), &STEP);
    near(p->size, 8); /* of text that is scaled once, however deep it is */
    near(p->leading, 14.4);
    near(p->after, 3);
    near(div->padding[SIDE_TOP], 5);
    near(div->padding[SIDE_BOTTOM], 5);
    near(div->padding[SIDE_LEFT], 8); /* lines stay as long as they are */
    const struct style *strong = style_at(print, named(root, "strong"), &STEP);
    near(strong->size, 8);                                                     /* not 7.2 */
    near(strong->leading, 10.8);                                               /* not under 1.25 × 8 */
    near(style_at(print, named(root, "aside"), &STEP)->padding[SIDE_TOP], 10); /* the same on all pages */
    near(style_at(print, named(elsewhere, "p"), &STEP)->size, 10);
    near(style_at(print, named(elsewhere, "p"), &STEP)->after, 6);
    near(style_at(print, named(elsewhere, "div"), &STEP)->padding[SIDE_TOP], 10);
    near(style_at(print, named(root, "p"), NULL)->size, 10);
    near(style_at(print, named(root, "p"), NULL)->after, 6);
    assert_ptr_equal(p, style_at(print, named(root, "p"), &STEP));
    assert_ptr_not_equal(p, style_at(print, named(root, "p"), NULL));
    xmlFreeDoc(doc);
    xmlFreeDoc(other);
    print_free(print);
    diag_free(diag);
}

/* ---- which step is chosen ---- */

/* The figures of ten sheets of so many paragraphs of one line. */
static struct layout_figures lay_sheets(struct bench *b, const char *fits, unsigned paragraphs)
{
    struct bench own = *b;
    struct buf pages = {0};
    for (unsigned i = 0; i < 10; i++) {
        buf_str(&pages, "<page class='sheet' title='s'>");
        repeat(&pages, "<p>文</p>", paragraphs);
        buf_str(&pages, "</page>");
    }
    own.print = read_looks(b, fits, "", b->diag);
    assert_non_null(own.print);
    struct laid laid = lay(&own, buf_text(&pages));
    struct layout_figures figures = laid.figures;
    assert_int_equal(count_lost(&laid), 0);
    laid_free(&laid);
    print_free(own.print);
    buf_free(&pages);
    return figures;
}

/* 728 points of text: a line takes 16 and 6 after it, of which each step takes its part. */
static void first_step_that_fits_is_taken(void **state)
{
    static const char FITS[] = FIT("<step/><step padding='0.5'/><step padding='0.5' leading='0.9'/>"
                                   "<step padding='0.5' leading='0.8' size='0.8'/>");
    static const struct {
        unsigned paragraphs;
        double padding, leading, size;
        unsigned fitting;
    } CASE[] = {
        {33, 1,   1,   1,   10}, /* 33 × 22 − 6 = 720 */
        {34, 0.5, 1,   1,   10}, /* 34 × 19 − 3 = 643 */
        {38, 0.5, 1,   1,   10}, /* 719 */
        {39, 0.5, 0.9, 1,   10}, /* 39 × 17.4 − 3 = 675.6 */
        {42, 0.5, 0.9, 1,   10}, /* 727.8 */
        {43, 0.5, 0.8, 0.8, 10}, /* 43 × 15.8 − 3 = 676.4 */
        {60, 1,   1,   1,   0 }, /* none helps: none is taken */
    };
    for (size_t i = 0; i < COUNT(CASE); i++) {
        struct layout_figures figures = lay_sheets(*state, FITS, CASE[i].paragraphs);
        near(figures.step.padding, CASE[i].padding);
        near(figures.step.leading, CASE[i].leading);
        near(figures.step.size, CASE[i].size);
        assert_int_equal(figures.sheets, 10);
        assert_int_equal(figures.fitting, CASE[i].fitting);
    }
}

static void list_of_steps_is_of_size_and_leading(void **state)
{
    struct layout_figures figures =
        lay_sheets(*state, "<fit of='page' class='sheet' share='90' steps='1 0.9 0.8'/>", 34);
    near(figures.step.padding, 1);
    near(figures.step.leading, 0.9);
    near(figures.step.size, 0.9);
    assert_int_equal(figures.fitting, 10);
}

/* Several names in class and in: all of them must be there. */
static void selectors_want_all_their_classes(void **state)
{
    struct diag *diag = diag_new();
    struct print *print = read_looks(*state, "",
                                     "<style of='p' size='9'/><style of='p' in='one two' size='10'/>"
                                     "<style of='p' class='three four' size='11'/>",
                                     diag);
    xmlDoc *doc = document_of("<page class='one'><div class='two'><p/></div><ul class='two'><p class='three'/></ul>"
                              "<ol><p class='four three'/></ol><section><p class='three'/></section></page>");
    xmlNode *root = xmlDocGetRootElement(doc);
    near(style_at(print, named(named(root, "div"), "p"), NULL)->size, 10);
    near(style_at(print, named(named(root, "ul"), "p"), NULL)->size, 10);
    near(style_at(print, named(named(root, "ol"), "p"), NULL)->size, 11);
    near(style_at(print, named(named(root, "section"), "p"), NULL)->size, 9);
    xmlFreeDoc(doc);
    print_free(print);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_have_limits),
        cmocka_unit_test(too_small_style_is_named),
        cmocka_unit_test(step_takes_its_factors),
        cmocka_unit_test(selectors_want_all_their_classes),
        cmocka_unit_test(first_step_that_fits_is_taken),
        cmocka_unit_test(list_of_steps_is_of_size_and_leading),
    };
    return cmocka_run_group_tests_name("fit", tests, bench_up, bench_down);
}
