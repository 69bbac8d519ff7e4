/* test_facts: from the plans of two cities to facts, and through each city's own templates to documents: both held against their
   schemas, and no text of a plan may be lost on the way. Runs in the project's folder. */
#include "documents.h"
#include "document/box.h"
#include "document/element.h"
#include "document/facts.h"
#include "document/regular.h"
#include "document/template.h"

/* ---- two cities ---- */

struct city {
    const char *plan, *templates;
    int sheets, policies, years, targets, outside, outline_rows, revised;
    const char *first_year;
    xmlDoc *facts, *document;
};
static const struct city CITIES[] = {
    {.plan = "input/plan.xml",
     .templates = "templates",
     .sheets = 31,
     .policies = 4,
     .years = 5,
     .targets = 155,
     .outline_rows = 30,
     .revised = 1,
     .first_year = "令和8年度"},
    { .plan = "tests/cities/hokuto/input/plan.xml",
     .templates = "tests/cities/hokuto/templates",
     .sheets = 9,
     .policies = 3,
     .years = 6,
     .targets = 76,
     .outside = 2,
     .outline_rows = 8,
     .revised = 2,
     .first_year = "令和7年度"},
};
enum { COUNT = sizeof CITIES / sizeof *CITIES };

static int cities_up(void **state)
{
    struct city *cities = malloc(sizeof CITIES);
    memcpy(cities, CITIES, sizeof CITIES);
    *state = cities;
    for (struct city *city = cities; city < cities + COUNT; city++) {
        struct diag *diag = diag_new();
        struct plan *plan = plan_read(city->plan, diag);
        city->facts = plan ? facts_plan(plan) : NULL;
        plan_free(plan);
        city->document = city->facts ? template_apply(city->templates, "plan.xsl", city->facts, diag) : NULL;
        if (!city->document) diag_print(diag, stderr, true);
        diag_free(diag);
        if (!city->document) return 1;
    }
    return 0;
}

static int cities_down(void **state)
{
    struct city *cities = *state;
    for (struct city *city = cities; city < cities + COUNT; city++) {
        xmlFreeDoc(city->facts);
        xmlFreeDoc(city->document);
    }
    free(cities);
    return 0;
}

/* ---- schemas ---- */

static void schemas_accept_them(void **state)
{
    struct city *cities = *state;
    struct schema facts = schema_read("build/schema/facts.rng"), document = schema_read("build/schema/document.rng");
    for (struct city *city = cities; city < cities + COUNT; city++) {
        assert_true(schema_accepts(&facts, city->facts, 1));
        assert_true(schema_accepts(&document, city->document, 1));
        assert_false(schema_accepts(&facts, city->document, 0));
    }
    xmlDoc *spoilt = xmlCopyDoc(cities->facts, 1);
    xmlUnsetProp(node_of(spoilt, "//cell"), (const xmlChar *)"label");
    assert_false(schema_accepts(&facts, spoilt, 0));
    xmlFreeDoc(spoilt);
    schema_free(&facts);
    schema_free(&document);
}

static void looks_are_valid(void **state)
{
    struct city *cities = *state;
    struct schema print = schema_read("build/schema/print.rng"), theme = schema_read("build/schema/theme.rng");
    for (struct city *city = cities; city < cities + COUNT; city++) {
        char path[128];
        snprintf(path, sizeof path, "%s/print.xml", city->templates);
        xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
        assert_true(schema_accepts(&print, doc, 1));
        xmlSetProp(node_of(doc, "//style"), (const xmlChar *)"colour", (const xmlChar *)"ink");
        assert_false(schema_accepts(&print, doc, 0));
        xmlFreeDoc(doc);
        snprintf(path, sizeof path, "%s/theme.xml", city->templates);
        doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
        assert_true(schema_accepts(&theme, doc, 1));
        xmlFreeDoc(doc);
    }
    schema_free(&print);
    schema_free(&theme);
}

/* ---- counts ---- */

static void counts(void **state)
{
    struct city *cities = *state;
    for (struct city *city = cities; city < cities + COUNT; city++) {
        const struct {
            const char *path;
            int number;
        } EXPECTED[] = {
            {"count(//sheet)",                                                                              city->sheets      },
            {"count(/facts/policy)",                                                                        city->policies    },
            {"count(//sheet[@first-of-policy='yes'])",                                                      city->policies    },
            {"count(//sheet[@first-of-policy and policy/@number=preceding-sibling::sheet/policy/@number])", 0                 },
            {"number(//years/@count)",                                                                      city->years       },
            {"count(//years/year)",                                                                         city->years       },
            {"count(//indicator[count(cell) != count(//years/year)])",                                      0                 },
            {"count(//cell[not(@year=//years/year/@n)])",                                                   0                 },
            {"count(//target[@kind != 'outside'])",                                                         city->targets     },
            {"count(//target[@kind='outside'])",                                                            city->outside     },
            {"count(//target[@kind != 'outside' and not(step) and not(text())])",                           0                 },
            {"count(//outline//row)",                                                                       city->outline_rows},
            {"count(//outline/policy[@rows != count(item/row)])",                                           0                 },
            {"count(//outline/policy/item[@rows != count(row)])",                                           0                 },
            {"count(//row[not(@sheet=//sheet/@id)])",                                                       0                 },
            {"count(//revised)",                                                                            city->revised     },
            {"count(//target[@revised])",                                                                   city->revised     },
            {"count(//chapter[@sheets])",                                                                   1                 },
            {"number(//sheet[last()]/@number)",                                                             city->sheets      },
        };
        for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++)
            if ((int)number_of(city->facts, EXPECTED[i].path) != EXPECTED[i].number)
                fail_msg("%s: %s is %g", city->plan, EXPECTED[i].path, number_of(city->facts, EXPECTED[i].path));
        assert_string_equal(element_attr(node_of(city->facts, "//years/year"), "label"), city->first_year);
    }
}

/* A new fiscal year begins in April; the first year of an era has no number. */
static void labels(void **state)
{
    const struct city *hokuto = (const struct city *)*state + 1;
    static const char *const THERE[] = {
        "//plan[@date-text='令和7年3月28日']",
        "//plan[@first='令和7年度' and @last='令和12年度']",
        "//year[@n='2030' and @label='令和12年度' and @short='R12']",
        "//baseline[@year='令和5年度' and @as-of='令和6年5月']",
        "//revised[@year='令和9年度' and @date='令和8年3月18日' and @decided-by and @reason]",
        "//baseline[@approx='yes']",
        "//sheet[@ref='1-1-2']/department[.='行政経営課、財政課']",
        "//sheet[@ref='1-1-2']/item[.='① 歳入の確保']",
        "//sheet[@ref='1-2-1']/item[.='②歳出の見直し']",
        "//outline//item[@label='① 待たない、書かない、回らない窓口']",
        "//outline//row[@sheet='s2-1-1' and .='1 書かない窓口の導入']",
        "//sheet/field[@label='期待される効果']/ul/li",
        "//field[@id='current']/p[br]",
        "//target[@kind='milestone'][count(step)=3]",
        "//target[@kind='none' and .='—']",
    };
    for (size_t i = 0; i < sizeof THERE / sizeof *THERE; i++)
        if (!node_of(hokuto->facts, THERE[i])) fail_msg("not there: %s", THERE[i]);
    assert_null(node_of(hokuto->facts, "//outline//row[@sheet='s3-2-1']")); /* <outline-name/> */
}

/* ---- every text arrives ---- */

/* Without blanks, which templates and layout may set as they like. */
static char *squeezed(xmlNode *node)
{
    static const char WIDE[] = "　",
                      MARK[] = "\xEF\xBF"; /* and the marks of readings, which the document has as elements */
    xmlChar *text = xmlNodeGetContent(node);
    char *out = (char *)text;
    for (const char *p = (const char *)text; *p;) {
        size_t wide = strncmp(p, WIDE, strlen(WIDE)) ? 0 : strlen(WIDE);
        if (!strncmp(p, MARK, strlen(MARK)) && (unsigned char)p[2] >= 0xB9 && (unsigned char)p[2] <= 0xBB) wide = 3;
        if (!wide && !strchr(" \t\r\n", *p)) *out++ = *p;
        p += wide ? wide : 1;
    }
    *out = '\0';
    return (char *)text;
}

/* What readers must see of the facts: all text but the figures that goals promise in words anyway, and these attributes. */
static const char SHOWN[] =
    "//text()[normalize-space() and "
    "not(parent::goal-value or ancestor::labels)]|//@title|//@toc-title|//@municipality|//@date-text|//@name|//"
    "@label[not(parent::field[@id])]"
    "|//@head|//@as-of|//@date|//@decided-by|//@reason|//@address|//@tel|//@fax|//@mail|//@form|//baseline/@year|//"
    "revised/@year";

static const xmlNode *sheet_of(const xmlNode *node)
{
    for (; node; node = node->parent)
        if (element_is(node, "sheet")) return node;
    return NULL;
}

/* A text of the facts that is not in the document, that of a sheet not on its page; NULL: all are there. */
static char *lost_text(xmlDoc *facts, xmlDoc *document)
{
    xmlXPathContext *context = xmlXPathNewContext(facts);
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)SHOWN, context);
    char *whole = squeezed(xmlDocGetRootElement(document)), *page = NULL, *lost = NULL;
    const xmlNode *last_sheet = NULL;
    assert_true(found->nodesetval->nodeNr > 100);
    for (int i = 0; i < found->nodesetval->nodeNr && !lost; i++) {
        const xmlNode *sheet = sheet_of(found->nodesetval->nodeTab[i]);
        if (sheet && sheet != last_sheet) {
            char path[64];
            snprintf(path, sizeof path, "//page[@id='%s']", element_attr(sheet, "id"));
            xmlFree(page);
            page = squeezed(node_of(document, path));
            last_sheet = sheet;
        }
        char *text = squeezed(found->nodesetval->nodeTab[i]);
        if (!strstr(sheet ? page : whole, text))
            lost = text;
        else
            xmlFree(text);
    }
    xmlFree(whole);
    xmlFree(page);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return lost;
}

static void every_text_arrives(void **state)
{
    struct city *cities = *state;
    for (struct city *city = cities; city < cities + COUNT; city++) {
        char *lost = lost_text(city->facts, city->document);
        if (lost) fail_msg("%s: 「%s」 is not in the document", city->plan, lost);
    }
    /* what a form leaves out is seen: hokuto's has no place for 課題 */
    xmlDoc *facts = xmlCopyDoc(cities[1].facts, 1);
    xmlNewTextChild(node_of(facts, "//sheet[3]/field[@id='challenge']"), NULL, (const xmlChar *)"p",
                    (const xmlChar *)"様式にない欄");
    char *lost = lost_text(facts, cities[1].document);
    assert_string_equal(lost, "様式にない欄");
    xmlFree(lost);
    xmlFreeDoc(facts);
}

/* The other city has names that are hard to read. Where text is read they have their readings, elsewhere not; marks are gone. */
static void readings_become_ruby(void **state)
{
    struct city *cities = *state;
    xmlDoc *facts = cities[1].facts, *document = cities[1].document;
    static const char MARKS[] =
        "count(//@*[contains(., '\xEF\xBF\xB9') or contains(., '\xEF\xBF\xBA') or contains(., "
        "'\xEF\xBF\xBB')]|//text()[contains(., '\xEF\xBF\xB9') or contains(., '\xEF\xBF\xBB')])";
    assert_true(number_of(facts, MARKS) > 10);
    assert_int_equal((int)number_of(document, MARKS), 0);
    assert_int_equal((int)number_of(cities[0].document, "count(//ruby)"), 0);
    assert_int_equal((int)number_of(document, "count(//p/ruby[.='架空かくう' and rt='かくう'])"), 1);
    assert_true(number_of(document, "count(//td/ruby[rt='たかさき'])") > 1); /* from the list of departments */
    assert_int_equal((int)number_of(document, "count(//h2/ruby[rt='かさい']|//h3/ruby[rt='かさい'])"), 1);
    assert_true(number_of(document, "count(//a/ruby[rt='かさい'])") >= 1); /* the outline's link */
    assert_true(number_of(document, "count(/document[@author='架空市'])") > 0);
    assert_int_equal((int)number_of(document, "count(//nav//rt|//header//rt|//footer//rt)"), 0);
    assert_int_equal((int)number_of(document, "count(//rt[not(parent::ruby)]|//ruby[not(rt)])"), 0);
}

/* ---- forms ---- */

/* Templates write whole rectangles: nothing has to be filled in or cut. */
static void tables_are_regular(void **state)
{
    struct city *cities = *state;
    for (struct city *city = cities; city < cities + COUNT; city++) {
        xmlDoc *document = xmlCopyDoc(city->document, 1);
        struct arena *arena = arena_new();
        double cells = number_of(document, "count(//td|//th)"),
               spans = number_of(document, "sum(//@colspan|//@rowspan)");
        regular_tables(arena, xmlDocGetRootElement(document));
        double ones = number_of(city->document, "count(//@colspan[.='1']|//@rowspan[.='1'])");
        assert_int_equal((int)number_of(document, "count(//td|//th)"), (int)cells);
        assert_int_equal((int)number_of(document, "sum(//@colspan|//@rowspan)"), (int)(spans - ones));
        box_clear(xmlDocGetRootElement(document));
        xmlFreeDoc(document);
        arena_free(arena);
    }
}

/* The other city's form is another: its own words, order and looks, and nothing from outside its folder. */
static void forms_differ(void **state)
{
    struct city *cities = *state;
    assert_non_null(node_of(cities[0].document, "//th[.='現状']"));
    assert_non_null(node_of(cities[0].document, "//th[.='課題']"));
    assert_null(node_of(cities[1].document, "//*[.='課題']"));
    assert_non_null(node_of(cities[1].document, "//h4[.='事業概要']/following-sibling::h4[.='期待される効果']"));
    assert_non_null(
        node_of(cities[1].document, "//page[@class='sheet']/div[contains(@class, 'columns')]/div[2]//table"));
}

int main(void)
{
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(schemas_accept_them),
        cmocka_unit_test(looks_are_valid),
        cmocka_unit_test(counts),
        cmocka_unit_test(labels),
        cmocka_unit_test(every_text_arrives),
        cmocka_unit_test(readings_become_ruby),
        cmocka_unit_test(tables_are_regular),
        cmocka_unit_test(forms_differ),
    };
    return cmocka_run_group_tests(TESTS, cities_up, cities_down);
}
