/* test_optional: what a plan may leave out or write in its own way. The reader accepts each of these plans, so each must become a
   document under the sample's style sheets. Runs in the project's folder. */
#include "documents.h"
#include <glib.h>
#include <unistd.h>
#include "document/facts.h"
#include "document/template.h"

static const char COMPLETE[] = "tests/unit/complete-plan.xml", FACTS[] = "build/schema/facts.rng",
                  DOCUMENT[] = "build/schema/document.rng";

/* In complete-plan.xml the only initiative is left out of the outline. */
static const char OUT_OF_OUTLINE[] = "<outline-name/>",
                  SHEETS[] = "<chapter><title>取組み内容</title><sheets/></chapter>";

/* ---- plans ---- */

/* `text` with its only `from` replaced; frees `text`. */
static char *changed(char *text, const char *from, const char *to)
{
    char *at = strstr(text, from);
    if (!at || strstr(at + 1, from)) fail_msg("not there once: %s", from);
    char *result = g_strdup_printf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    g_free(text);
    return result;
}

/* The same without everything from `from` to the end of `to`. */
static char *without(char *text, const char *from, const char *to)
{
    char *at = strstr(text, from), *end = at ? strstr(at, to) : NULL;
    if (!end) fail_msg("not there: %s", from);
    memmove(at, end + strlen(to), strlen(end + strlen(to)) + 1);
    return text;
}

static char *complete(void)
{
    char *text = NULL;
    assert_true(g_file_get_contents(COMPLETE, &text, NULL, NULL));
    return text;
}

static char *in_outline(void)
{
    return changed(complete(), OUT_OF_OUTLINE, "");
}

/* ---- the road from a plan to its document ---- */

static xmlDoc *facts_of(char *text)
{
    char path[] = "/tmp/gyokaku-test-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    struct diag *diag = diag_new();
    struct plan *plan = plan_read(path, diag);
    unlink(path);
    if (!plan) fail_msg("%s\n%s", messages_of(diag), text);
    xmlDoc *facts = facts_plan(plan);
    plan_free(plan);
    diag_free(diag);
    g_free(text);
    return facts;
}

static xmlDoc *document_of(char *text)
{
    xmlDoc *facts = facts_of(text);
    struct schema schema = schema_read(FACTS);
    assert_true(schema_accepts(&schema, facts, 1));
    schema_free(&schema);
    struct diag *diag = diag_new();
    xmlDoc *document = template_apply("templates", "plan.xsl", facts, diag);
    if (!document) fail_msg("%s", messages_of(diag));
    schema = schema_read(DOCUMENT);
    assert_true(schema_accepts(&schema, document, 1));
    schema_free(&schema);
    diag_free(diag);
    xmlFreeDoc(facts);
    return document;
}

/* Becomes a document in which the path finds so many. */
static void becomes(char *text, const char *path, int count)
{
    xmlDoc *document = document_of(text);
    char *counting = g_strdup_printf("count(%s)", path);
    assert_int_equal((int)number_of(document, counting), count);
    g_free(counting);
    xmlFreeDoc(document);
}

static void says(xmlDoc *doc, const char *path, const char *expected)
{
    xmlNode *node = node_of(doc, path);
    if (!node) fail_msg("nothing at %s", path);
    xmlChar *text = xmlNodeGetContent(node);
    assert_string_equal((const char *)text, expected);
    xmlFree(text);
}

/* ---- left out ---- */

static void parts_left_out(void **state)
{
    (void)state;
    becomes(complete(), "//table[@class='outline']", 0);
    becomes(in_outline(), "(//table[@class='outline'])[1]//td/a", 1);
    becomes(without(in_outline(), "<viewpoint ", "</viewpoint>"), "//table[@class='viewpoints']", 0);
    becomes(without(in_outline(), "<approach>", "</approach>"), "(//table[@class='policies'])[1]//td[not(node())]", 2);
    becomes(without(in_outline(), "<chapter>", "</chapter>"), "//page[@class='sheet']", 5);
}

/* Rows of the outline lead nowhere when the sheets are not printed. */
static void sheets_left_out(void **state)
{
    (void)state;
    becomes(changed(in_outline(), SHEETS, ""), "(//table[@class='outline'])[1]//td[not(a)]", 1);
}

static void back_matter_left_out(void **state)
{
    (void)state;
    becomes(complete(), "//table[@class='contact']//tr", 6);
    char *text = without(complete(), "<contact>", "</contact>");
    becomes(changed(text, "<licence", "<contact/>\n  <licence"), "//table[@class='contact']", 0);
    text = without(without(complete(), "<contact>", "</contact>"), "<licence", "</licence>");
    text = without(changed(text, "<tel>000-000-0002</tel>", ""), "<correction", "</correction>");
    text = without(without(text, "<revision", "</revision>"), "<revision", "</revision>");
    becomes(text, "//page[@class='back'] | //a[@href='#back']", 0);
}

/* ---- in its own way ---- */

static void labels_of_the_outline(void **state)
{
    static const struct {
        const char *name, *row;
    } LABEL[] = {
        {"",                                              "1 納税相談"    },
        {"<outline-name>納税</outline-name>",           "1 納税"          },
        {"<outline-name>1 納税</outline-name>",         "1 納税"          },
        {"<outline-name>１．納税</outline-name>",     "１．納税"      },
        {"<outline-name>1　納税</outline-name>",       "1　納税"        },
        {"<outline-name>11 納税</outline-name>",        "1 11 納税"       },
        {"<outline-name>1つの窓口</outline-name>",    "1 1つの窓口"   },
        {"<outline-name>1年目の納税</outline-name>", "1 1年目の納税"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof LABEL / sizeof *LABEL; i++) {
        xmlDoc *facts = facts_of(changed(complete(), OUT_OF_OUTLINE, LABEL[i].name));
        says(facts, "//outline//row", LABEL[i].row);
        xmlFreeDoc(facts);
    }
}

/* A name that begins with its number is still a name. */
static void name_beginning_with_its_number(void **state)
{
    (void)state;
    xmlDoc *facts = facts_of(changed(in_outline(), "<name>納税相談</name>", "<name>1 か所の窓口</name>"));
    says(facts, "//outline//row", "1 1 か所の窓口");
    xmlFreeDoc(facts);
}

static void characters_of_markup(void **state)
{
    (void)state;
    xmlDoc *document =
        document_of(changed(complete(), "<name>納税相談</name>", "<name>A&amp;B &lt;{x}&gt; \"y\"</name>"));
    says(document, "//page[@class='sheet']/h3", "1-1-1　A&B <{x}> \"y\"");
    says(document, "//page[@class='sheet']/@title", "A&B <{x}> \"y\"");
    xmlFreeDoc(document);
}

static void place_of_a_correction(void **state)
{
    static const char PLACE[] = "//table[@class='corrections']//td[1]";
    (void)state;
    xmlDoc *document = document_of(complete());
    says(document, PLACE, "1-1-1 令和8年度 目標値（市税収納率）");
    xmlFreeDoc(document);
    document = document_of(changed(complete(), "document=\"plan\"", "document=\"report\""));
    says(document, PLACE, "評価報告書 1-1-1 令和8年度 目標値（市税収納率）");
    xmlFreeDoc(document);
    document = document_of(changed(complete(), "field=\"target\"", "field=\"別表\""));
    says(document, PLACE, "1-1-1 令和8年度 別表（市税収納率）");
    xmlFreeDoc(document);
}

/* The judge of all this refuses facts that lack something. */
static void schema_refuses(void **state)
{
    (void)state;
    xmlDoc *facts = facts_of(complete());
    struct schema schema = schema_read(FACTS);
    assert_true(schema_accepts(&schema, facts, 1));
    xmlUnsetProp(node_of(facts, "/facts/plan"), (const xmlChar *)"title");
    assert_false(schema_accepts(&schema, facts, 0));
    schema_free(&schema);
    xmlFreeDoc(facts);
}

int main(void)
{
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(parts_left_out),
        cmocka_unit_test(sheets_left_out),
        cmocka_unit_test(back_matter_left_out),
        cmocka_unit_test(labels_of_the_outline),
        cmocka_unit_test(name_beginning_with_its_number),
        cmocka_unit_test(characters_of_markup),
        cmocka_unit_test(place_of_a_correction),
        cmocka_unit_test(schema_refuses),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
