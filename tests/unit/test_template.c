/* test_template: style sheets that are fine, that reach out of their folder, that are wrong: each ends, with its sentence and, where
   there is one, its file and line. Each case has its own folder of style sheets. */
#include "documents.h"
#include <sys/stat.h>
#include <unistd.h>
#include "document/template.h"

#define STYLE(content) \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n" content "\n</xsl:stylesheet>"
#define MAIN(content) "<xsl:template match='/'>" content "</xsl:template>"
#define DOCUMENT(content) \
    "<document lang='ja' title='t' author='a' class='plan'><page title='p'><h1>" content "</h1></page></document>"

/* ---- a folder with style sheets, and another beside it, as libxml2 sees it percent-encoded ---- */

#define BESIDE "../%E6%A7%98%E5%BC%8F%2010/x.xsl"

struct bench {
    char root[32], folder[64], beside[64], written[64];
};

static void put_file(const char *folder, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void drop_file(const char *folder, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
}

static int bench_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    *state = b;
    snprintf(b->root, sizeof b->root, "/tmp/template.XXXXXX");
    if (!mkdtemp(b->root)) return 1;
    snprintf(b->folder, sizeof b->folder, "%s/様式 1", b->root);
    snprintf(b->beside, sizeof b->beside, "%s/様式 10", b->root);
    snprintf(b->written, sizeof b->written, "%s/written", b->root);
    if (mkdir(b->folder, 0700) || mkdir(b->beside, 0700)) return 1;
    put_file(b->beside, "x.xsl", STYLE("<xsl:template name='word'>beside</xsl:template>"));
    put_file(b->folder, "word.xsl", STYLE("<xsl:template name='word'>inside</xsl:template>"));
    put_file(b->folder, "data.xml", "<data>inside</data>");
    return 0;
}

static int bench_down(void **state)
{
    struct bench *b = *state;
    drop_file(b->beside, "x.xsl");
    drop_file(b->folder, "word.xsl");
    drop_file(b->folder, "data.xml");
    drop_file(b->folder, "part.xsl");
    drop_file(b->folder, "said.xsl");
    drop_file(b->folder, "caller.xsl");
    drop_file(b->folder, "plan.xsl");
    rmdir(b->beside);
    rmdir(b->folder);
    int left = rmdir(b->root); /* nothing was written there */
    free(b);
    return left;
}

/* The document that plan.xsl makes, and what was said. */
static xmlDoc *run(const struct bench *b, const char *style_sheet, char **messages)
{
    struct diag *diag = diag_new();
    xmlDoc *facts = parsed("<facts><name>南&amp;北</name></facts>");
    put_file(b->folder, "plan.xsl", style_sheet);
    xmlDoc *document = template_apply(b->folder, "plan.xsl", facts, diag);
    assert_int_equal(document != NULL, diag_status(diag) == 0);
    *messages = messages_of(diag);
    diag_free(diag);
    xmlFreeDoc(facts);
    return document;
}

static void makes(const struct bench *b, const char *style_sheet, const char *heading, const char *said)
{
    char *messages;
    xmlDoc *document = run(b, style_sheet, &messages);
    if (!document || (said ? !is_said(messages, said) : *messages != 0)) fail_msg("%s\n%s", style_sheet, messages);
    xmlChar *text = xmlNodeGetContent(node_of(document, "//h1"));
    assert_string_equal((const char *)text, heading);
    assert_null(node_of(document, "//@at")); /* places are for faults only */
    xmlFree(text);
    xmlFreeDoc(document);
    free(messages);
}

/* `place` is "plan.xsl:2", a file of the folder, or NULL. */
static void fails(const struct bench *b, const char *style_sheet, const char *said, const char *place)
{
    char *messages, begins[160] = "";
    xmlDoc *document = run(b, style_sheet, &messages);
    if (place) snprintf(begins, sizeof begins, "%s/%s: ", b->folder, place);
    if (document || !is_said(messages, said) || strncmp(messages, begins, strlen(begins)) != 0)
        fail_msg("%s\nexpected %s [%s], said %s", style_sheet, begins, said, messages);
    if (!strstr(messages, "エラー1件")) fail_msg("%s\nmore than one message: %s", style_sheet, messages);
    free(messages);
}

/* ---- fine ---- */

static void fine_style_sheets(void **state)
{
    const struct bench *b = *state;
    makes(b, STYLE(MAIN(DOCUMENT("<xsl:value-of select='/facts/name'/>"))), "南&北", NULL);
    makes(b, STYLE("<xsl:import href='word.xsl'/>" MAIN(DOCUMENT("<xsl:call-template name='word'/>"))), "inside", NULL);
    makes(b, STYLE("<xsl:include href='word.xsl'/>" MAIN(DOCUMENT("<xsl:call-template name='word'/>"))), "inside",
          NULL);
    makes(b, STYLE(MAIN("<xsl:message>お知らせ</xsl:message>" DOCUMENT("a"))), "a", "template-message");
}

/* ---- out of the folder ---- */

static void reading_elsewhere(void **state)
{
    const struct bench *b = *state;
    fails(b, STYLE("<xsl:import href='/etc/passwd'/>" MAIN(DOCUMENT("a"))), "template-outside", NULL);
    fails(b, STYLE("<xsl:import href='" BESIDE "'/>" MAIN(DOCUMENT("a"))), "template-outside", NULL);
    fails(b, STYLE("<xsl:include href='" BESIDE "'/>" MAIN(DOCUMENT("a"))), "template-outside", NULL);
    fails(b, STYLE("<xsl:import href='http://example.jp/x.xsl'/>" MAIN(DOCUMENT("a"))), "template-outside", NULL);
    fails(b, STYLE(MAIN(DOCUMENT("<xsl:value-of select=\"document('/etc/passwd')\"/>"))), "template-forbidden",
          "plan.xsl:2");
    fails(b, STYLE(MAIN(DOCUMENT("<xsl:value-of select=\"document('data.xml')\"/>"))), "template-forbidden",
          "plan.xsl:2");
    fails(b, "<!DOCTYPE x [<!ENTITY e SYSTEM '/etc/passwd'>]>" STYLE(MAIN(DOCUMENT("&e;"))), "xml-dtd", "plan.xsl:1");
}

static void writing_anywhere(void **state)
{
    const struct bench *b = *state;
    char text[1024];
    snprintf(text, sizeof text,
             "<xsl:stylesheet version='1.1' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" MAIN(
                 "<xsl:document href='%s'>a</xsl:document>" DOCUMENT("b")) "</xsl:stylesheet>",
             b->written);
    fails(b, text, "template-forbidden", NULL);
    snprintf(text, sizeof text,
             "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
             "xmlns:e='http://exslt.org/common' extension-element-prefixes='e'>" MAIN(
                 "<e:document href='%s'>a</e:document>" DOCUMENT("b")) "</xsl:stylesheet>",
             b->written);
    fails(b, text, "template-fault", NULL);
    assert_int_not_equal(access(b->written, F_OK), 0);
}

/* ---- wrong ---- */

static void wrong_style_sheets(void **state)
{
    const struct bench *b = *state;
    fails(b,
          STYLE(MAIN("<xsl:call-template name='again'/>") "<xsl:template name='again'>"
                                                          "<xsl:call-template name='again'/></xsl:template>"),
          "template-endless", "plan.xsl:2");
    fails(b, STYLE("<xsl:template match='/|facts'>\n<xsl:apply-templates select='/facts'/></xsl:template>"),
          "template-endless", "plan.xsl:3");
    fails(b, STYLE(MAIN("<p>a</q>")), "xml-tag-mismatch", "plan.xsl:2");
    fails(b, STYLE(MAIN("\n<xsl:call-template name='missing'/>" DOCUMENT("a"))), "template-missing-name", "plan.xsl:3");
    fails(b, STYLE(MAIN("\n\n<xsl:value-of select='facts['/>" DOCUMENT("a"))), "template-xpath", "plan.xsl:4");
    fails(b, STYLE(MAIN("\n<xsl:value-of select='no-such()'/>" DOCUMENT("a"))), "template-xpath", "plan.xsl:3");
    fails(b, STYLE(MAIN("\n<xsl:value-of select='$missing'/>" DOCUMENT("a"))), "template-xpath", "plan.xsl:3");
    fails(b, STYLE(MAIN("\n<xsl:value-of test='1'/>" DOCUMENT("a"))), "template-fault", "plan.xsl:3");
    fails(b, STYLE(MAIN("\n<xsl:value-of select='key()'/>" DOCUMENT("a"))), "template-fault", "plan.xsl:3");
    fails(b, STYLE(MAIN("\n<xsl:value-of select='x:y()'/>" DOCUMENT("a"))), "template-fault", "plan.xsl:3");
    fails(b, STYLE(MAIN("\n<p class='{'/>" DOCUMENT("a"))), "template-fault", "plan.xsl:3");
    fails(b, STYLE("<xsl:template match='a['/>"), "template-fault", "plan.xsl:2");
    fails(b, STYLE(MAIN("<xsl:message terminate='yes'>止める</xsl:message>")), "template-fault", NULL);
    fails(b, STYLE(""), "document-empty", "plan.xsl");
    fails(b, STYLE(MAIN(DOCUMENT("a") DOCUMENT("b"))), "document-once", "plan.xsl");
    fails(b, STYLE(MAIN("\n" DOCUMENT("<xsl:valueof select='/facts/name'/>"))), "template-fault", "plan.xsl:3");
    fails(b, STYLE(MAIN("")), "document-empty", "plan.xsl");
    fails(b, "<facts/>", "template-fault", NULL);
}

/* Each call calls twice, never too deep: only the number of steps ends it. */
static void never_ending(void **state)
{
    fails(*state,
          STYLE(MAIN(
              "<xsl:call-template name='twice'/>") "<xsl:template name='twice'><xsl:param name='n' select='0'/>"
                                                   "<xsl:if test='$n &lt; 99'><xsl:call-template name='twice'>"
                                                   "<xsl:with-param name='n' select='$n + 1'/></xsl:call-template>"
                                                   "<xsl:call-template name='twice'><xsl:with-param name='n' "
                                                   "select='$n + 1'/></xsl:call-template></xsl:if></xsl:template>"),
          "template-endless", NULL);
}

/* A parameter given in one style sheet to a template of another arrives: names are told apart by address. */
static void parameters_cross_files(void **state)
{
    const struct bench *b = *state;
    put_file(b->folder, "said.xsl",
             STYLE("<xsl:template name='said'><xsl:param name='what'/><xsl:value-of select='$what'/></xsl:template>"));
    put_file(b->folder, "caller.xsl",
             STYLE("<xsl:template name='caller'><xsl:call-template name='said'>"
                   "<xsl:with-param name='what' select=\"'arrived'\"/></xsl:call-template></xsl:template>"));
    makes(b,
          STYLE("<xsl:import href='said.xsl'/><xsl:import href='caller.xsl'/>" MAIN(
              DOCUMENT("<xsl:call-template name='caller'/>"))),
          "arrived", NULL);
}

/* Faults of the document are told at the line of the template that wrote the element. */
static void faults_of_the_document(void **state)
{
    const struct bench *b = *state;
    put_file(b->folder, "part.xsl",
             STYLE("<xsl:template name='part'>\n\n<p>a<xsl:copy-of select='/facts/name'/></p></xsl:template>"));
    fails(b, STYLE(MAIN("\n" DOCUMENT("a<p>b</p>"))), "document-element", "plan.xsl:3");
    fails(b,
          STYLE("<xsl:import href='part.xsl'/>" MAIN("<document lang='ja' title='t' author='a' class='plan'><page "
                                                     "title='p'><h1>a</h1><xsl:call-template name='part'/>"
                                                     "</page></document>")),
          "document-element", "part.xsl:4");
}

static void missing_style_sheet(void **state)
{
    const struct bench *b = *state;
    struct diag *diag = diag_new();
    xmlDoc *facts = parsed("<facts/>");
    assert_null(template_apply(b->folder, "report.xsl", facts, diag));
    char *messages = messages_of(diag);
    assert_true(is_said(messages, "file-missing"));
    free(messages);
    xmlFreeDoc(facts);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(fine_style_sheets),   cmocka_unit_test(reading_elsewhere),
        cmocka_unit_test(writing_anywhere),    cmocka_unit_test(wrong_style_sheets),
        cmocka_unit_test(never_ending),        cmocka_unit_test(faults_of_the_document),
        cmocka_unit_test(missing_style_sheet), cmocka_unit_test(parameters_cross_files),
    };
    return cmocka_run_group_tests(TESTS, bench_up, bench_down);
}
