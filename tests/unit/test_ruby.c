/* test_ruby: readings in strings, whole or cut through by a template, and what a document makes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <string.h>
#include "base/annotation.h"
#include "document/element.h"
#include "document/rules.h"
#include "document/ruby.h"

#define READ(base, reading) ANNOTATION_START base ANNOTATION_SEPARATOR reading ANNOTATION_END

/* ---- strings ---- */

static void put_parts(const char *text, struct buf *out)
{
    struct annotation part;
    while (annotation_next(&text, &part)) {
        assert_true(part.base_size > 0);
        buf_char(out, '[');
        buf_put(out, part.base, part.base_size);
        if (part.reading) buf_char(out, '|');
        if (part.reading) buf_put(out, part.reading, part.reading_size);
        buf_char(out, ']');
    }
}

static void stretches(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text, *parts, *base;
    } CASES[] = {
        {"", "", ""},
        {"市", "[市]", "市"},
        {READ("南", "みなみ") "市", "[南|みなみ][市]", "南市"},
        {"北" READ("南", "みなみ") READ("市", "し"), "[北][南|みなみ][市|し]", "北南市"},
        {"－\uFFFC" READ("\uFFFC", "ー"), "[－\uFFFC][\uFFFC|ー]", "－\uFFFC\uFFFC"}, /* beside the marks in the code */
        /* cut through: what is read stays, readings without it go */
        {ANNOTATION_START "南", "[南]", "南"},
        {ANNOTATION_START "南" ANNOTATION_SEPARATOR, "[南]", "南"},
        {ANNOTATION_START "南" ANNOTATION_SEPARATOR "みな", "[南|みな]", "南"},
        {"南" ANNOTATION_SEPARATOR "みなみ" ANNOTATION_END "市", "[南][市]", "南市"},
        {ANNOTATION_SEPARATOR "みなみ", "", ""},
        {ANNOTATION_END "市" ANNOTATION_END, "[市]", "市"},
        {READ("", "みなみ") "市", "[市]", "市"},
        {READ("南", "") "市", "[南][市]", "南市"},
        {ANNOTATION_START READ("南", "みなみ"), "[南|みなみ]", "南"},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct buf parts = {0}, base = {0};
        put_parts(CASES[i].text, &parts);
        annotation_base(CASES[i].text, &base);
        assert_string_equal(buf_text(&parts), CASES[i].parts);
        assert_string_equal(buf_text(&base), CASES[i].base);
        buf_free(&parts);
        buf_free(&base);
    }
    struct buf put = {0};
    annotation_put(&put, "南", "みなみ");
    assert_string_equal(buf_text(&put), READ("南", "みなみ"));
    buf_free(&put);
}

/* ---- documents ---- */

#define HEAD "<document lang='ja' title='" READ("南", "みなみ") "市' author='x' class='plan'>"
#define MINAMI "<ruby>南<rt>みなみ</rt></ruby>"

/* The children of the document, as XML, once its strings are unfolded. */
static xmlChar *unfolded(const char *body)
{
    struct buf text = {0}, out = {0};
    buf_printf(&text, "%s%s</document>", HEAD, body);
    xmlDoc *document = xmlReadMemory(text.data, (int)text.size, "t", NULL, 0);
    assert_non_null(document);
    document->encoding = xmlStrdup(BAD_CAST "UTF-8");
    ruby_unfold(document);
    const xmlNode *root = xmlDocGetRootElement(document);
    assert_string_equal(element_attr(root, "title"), "南市");
    for (xmlNode *node = root->children; node; node = node->next) {
        xmlBuffer *dump = xmlBufferCreate();
        xmlNodeDump(dump, document, node, 0, 0);
        buf_str(&out, (const char *)xmlBufferContent(dump));
        xmlBufferFree(dump);
    }
    xmlChar *result = xmlStrdup(BAD_CAST buf_text(&out));
    assert_null(annotation_find((const char *)result));
    buf_free(&text);
    buf_free(&out);
    xmlFreeDoc(document);
    return result;
}

static void text_becomes_ruby_where_it_is_read(void **state)
{
    /* clang-format off */
    static const struct {
        const char *from, *to;
    } CASES[] = {
        {"<p>" READ("南", "みなみ") "</p>", "<p>" MINAMI "</p>"},
        {"<p>この" READ("南", "みなみ") "と" READ("南", "みなみ") "市</p>", "<p>この" MINAMI "と" MINAMI "市</p>"},
        {"<h1><a href='#x'>" READ("南", "みなみ") "<br/>市</a></h1>", "<h1><a href=\"#x\">" MINAMI "<br/>市</a></h1>"},
        {"<p><strong>a</strong>" READ("南", "みなみ") "<span/></p>", "<p><strong>a</strong>" MINAMI "<span/></p>"},
        /* elsewhere only what is read */
        {"<p class='" READ("南", "みなみ") "'/>", "<p class=\"南\"/>"},
        {"<header><p>" READ("南", "みなみ") "市</p></header>", "<header><p>南市</p></header>"},
        {"<aside class='mark'>" READ("南", "みなみ") "</aside>", "<aside class=\"mark\">南</aside>"},
        {"<nav><ol><li><a>" READ("南", "みなみ") "市<span/></a></li></ol></nav>", "<nav><ol><li><a>南市<span/></a></li></ol></nav>"},
        {"<chart alt='" READ("南", "みなみ") "'><point at='x'>" READ("南", "みなみ") "</point></chart>", "<chart alt=\"南\"><point at=\"x\">南</point></chart>"},
        {"<p><abbr title='x'>" READ("南", "みなみ") "</abbr></p>", "<p><abbr title=\"x\">南</abbr></p>"},
        {"<p><ruby>" READ("南", "みなみ") "<rt>な</rt></ruby></p>", "<p><ruby>南<rt>な</rt></ruby></p>"},
        {"<p>" MINAMI "市</p>", "<p>" MINAMI "市</p>"},
        {"<p>" ANNOTATION_START "南" ANNOTATION_SEPARATOR "</p>", "<p>南</p>"},
        {"<p>" ANNOTATION_SEPARATOR "みなみ" ANNOTATION_END "</p>", "<p/>"},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        xmlChar *got = unfolded(CASES[i].from);
        assert_string_equal((const char *)got, CASES[i].to);
        xmlFree(got);
    }
}

/* What measures, announces or compares sees what is read only. */
static void text_of_an_element_has_no_readings(void **state)
{
    (void)state;
    static const char TEXT[] = "<h1>この<ruby>南<rt>みなみ</rt>北<rt>きた</rt></ruby>市</h1>";
    xmlDoc *document = xmlReadMemory(TEXT, sizeof TEXT - 1, "t", NULL, 0);
    struct buf text = {0};
    element_text(xmlDocGetRootElement(document), &text);
    assert_string_equal(buf_text(&text), "この南北市");
    buf_free(&text);
    xmlFreeDoc(document);
}

static bool is_accepted(const char *ruby)
{
    struct buf text = {0};
    struct diag *diag = diag_new();
    buf_printf(&text, "%s<page title='t'><p>%s</p></page></document>",
               "<document lang='ja' title='t' author='a' class='plan'>", ruby);
    xmlDoc *document = xmlReadMemory(text.data, (int)text.size, "t", NULL, 0);
    bool fine = rules_check(document, "t.xsl", diag);
    xmlFreeDoc(document);
    diag_free(diag);
    buf_free(&text);
    return fine;
}

static void every_base_has_its_reading(void **state)
{
    (void)state;
    assert_true(is_accepted(MINAMI));
    assert_true(is_accepted("<ruby lang='ja'>\n南<rt>みなみ</rt>\n北<rt class='x'>きた</rt>\n</ruby>"));
    assert_false(is_accepted("<ruby><rt>みなみ</rt></ruby>"));
    assert_false(is_accepted("<ruby>南<rt>みなみ</rt><rt>な</rt></ruby>"));
    assert_false(is_accepted("<ruby>南<rt>みなみ</rt>北</ruby>"));
    assert_false(is_accepted("<ruby>南<rt> </rt></ruby>"));
    assert_false(is_accepted("<ruby>南<rt/></ruby>"));
    assert_false(is_accepted("<ruby>南</ruby>"));
    assert_false(is_accepted("<ruby>" MINAMI "<rt>x</rt></ruby>"));
    assert_false(is_accepted("<rt>みなみ</rt>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stretches),
        cmocka_unit_test(text_becomes_ruby_where_it_is_read),
        cmocka_unit_test(text_of_an_element_has_no_readings),
        cmocka_unit_test(every_base_has_its_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
