/* test_pdf: a small document of every kind of element, written as PDF and read back by other people's programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>
#include <glib.h>
#include <libdeflate.h>
#include <libxml/parser.h>
#include <math.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "paper.h"
#include "pdf/boxes.h"
#include "pdf/cff.h"
#include "pdf/font.h"
#include "pdf/pdf.h"
#include "pdf/press.h"

#define LONG_SENTENCE "窓口を一つにまとめ、予約の状況を毎月確かめて、待つ時間を短くする。"
#define LONG_TEXT LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE LONG_SENTENCE
#define LONG_CELL LONG_TEXT LONG_TEXT LONG_TEXT LONG_TEXT

static const char DOCUMENT[] =
    "<document lang='ja' title='試験の文書' author='試験市' class='plan'>"
    "<page class='contents' title='目次'><header><p>頭書き</p></header><footer><p>足書き</p></footer>"
    "<aside class='mark'>見本</aside><h1>目次</h1><nav class='toc'><ol>"
    "<li><a href='#c1'>第1章<span class='page'/></a></li>"
    "<li><a href='#t1'>表<span class='page'/></a></li></ol></nav></page>"
    "<page class='body' title='本文' id='c1'><header><p>頭書き</p></header><footer><p>足書き</p></footer>"
    "<h1>第1章　𪚲と髙﨑</h1>"
    "<p>本文の<strong>強い</strong>語、<a href='https://example.jp/計画?a=(1)'>市の<strong>案内</strong></a>と"
    "<abbr title='継続'>→</abbr>、<span lang='en'>Plan</span>。葛\xF3\xA0\x84\x80城<br/>次の行</p>"
    "<ul><li>一つ目</li><li><p>二つ目</p></li></ul><ol><li>順に</li></ol>"
    "<h2>表の節</h2>"
    "<table id='t1'><caption>表題</caption>"
    "<thead><tr><th scope='col' rowspan='2' id='a'>年度</th><th scope='colgroup' colspan='2' id='b'>値</th></tr>"
    "<tr><th scope='col' id='d'>目標</th><th scope='col' id='e'>実績</th></tr></thead>"
    "<tbody><tr><th scope='row' headers='a' id='f'>8</th><td headers='b d f'>10件</td><td headers='b e f'/></tr>"
    "<tr><th scope='row'>9</th><td colspan='2'>" LONG_CELL "</td></tr></tbody></table>"
    "<div lang='en'><p>End</p></div><p><a href='#t1'>表へ戻る</a></p></page></document>";

static const char FIGURE[] =
    "<document lang='ja' title='図の文書' author='試験市'><page><h1>題</h1><figure><figcaption>図の題</figcaption>"
    "<chart kind='bars' alt='図'><series><point>甲1</point><point>乙二乙</point><point>丙3</point><point>a "
    "b</point></series>"
    "</chart></figure><p>後</p></page></document>";

/* --- the bench --- */

struct bench {
    struct fonts *fonts;
    struct diag *diag;
    char folder[64];
};

static int bench_up(void **state)
{
    struct bench *b = calloc(1, sizeof *b);
    b->diag = diag_new();
    b->fonts = fonts_new("fonts", b->diag);
    strcpy(b->folder, "/tmp/gyokaku-test-pdf-XXXXXX");
    *state = b;
    return b->fonts && mkdtemp(b->folder) ? 0 : 1;
}

static int bench_down(void **state)
{
    struct bench *b = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", b->folder);
    int failed = system(command);
    fonts_free(b->fonts);
    diag_free(b->diag);
    free(b);
    return failed;
}

struct made {
    struct arena *arena;
    xmlDoc *document;
    struct paper paper;
    struct buf pdf;
    struct pdf_figures figures;
    struct diag *diag;
};

static struct made lay(struct bench *b, const char *xml)
{
    struct made m = {.arena = arena_new(), .diag = diag_new()};
    m.document = xmlReadMemory(xml, (int)strlen(xml), "test", NULL, XML_PARSE_HUGE);
    assert_non_null(m.document);
    m.paper = (struct paper){.arena = m.arena, .fonts = b->fonts};
    m.paper.face = fonts_face(b->fonts, "BIZ UDPGothic", false);
    paper_lay(&m.paper, xmlDocGetRootElement(m.document));
    return m;
}

static bool write_pdf(struct bench *b, struct made *m)
{
    static const struct pdf_options OPTIONS = {.epoch = 1767225600}; /* 2026-01-01 */
    return pdf_write(m->arena, m->document, &m->paper.pages, b->fonts, &OPTIONS, &m->pdf, &m->figures, m->diag);
}

static struct made make(struct bench *b, const char *xml)
{
    struct made m = lay(b, xml);
    if (!write_pdf(b, &m)) diag_print(m.diag, stderr, false);
    assert_int_equal(diag_status(m.diag), 0);
    return m;
}

static void drop(struct made *m)
{
    buf_free(&m->pdf);
    paper_free(&m->paper);
    if (m->document) box_clear((xmlNode *)m->document);
    xmlFreeDoc(m->document);
    arena_free(m->arena);
    diag_free(m->diag);
}

/* Names one of the bench's files; what is in it, `content`, is written first where it is not NULL. */
static const char *put(struct bench *b, const char *name, const struct buf *content)
{
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", b->folder, name);
    if (!content) return path;
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(content->data, 1, content->size, out), content->size);
    assert_int_equal(fclose(out), 0);
    return path;
}

/* Runs a command in the bench's folder; its output, to be given back with free(). */
static char *run(struct bench *b, int *status, const char *format, ...)
{
    char command[1024];
    int used = snprintf(command, sizeof command, "cd %s && ", b->folder);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(command + used, sizeof command - (size_t)used, format, arguments);
    va_end(arguments);
    FILE *in = popen(command, "r");
    assert_non_null(in);
    struct buf out = {0};
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof piece, in)) > 0;)
        buf_put(&out, piece, n);
    *status = WEXITSTATUS(pclose(in));
    buf_text(&out);
    return out.data;
}

static bool has_tool(struct bench *b, const char *tool)
{
    int status;
    free(run(b, &status, "command -v %s", tool));
    return status == 0;
}

static void need(struct bench *b, const char *tool)
{
    if (has_tool(b, tool)) return;
    print_message("%s is not installed\n", tool);
    skip();
}

/* The objects in readable form. */
static char *readable(struct bench *b, const struct buf *pdf)
{
    put(b, "a.pdf", pdf);
    int status;
    char *text = run(b, &status, "qpdf --qdf --object-streams=disable a.pdf - | tr -d '\\000'"); /* of fonts */
    assert_int_equal(status, 0);
    return text;
}

static unsigned count_of(const char *text, const char *what)
{
    unsigned count = 0;
    for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
        count++;
    return count;
}

/* --- the file as a whole --- */

static void test_sound(void **state)
{
    struct bench *b = *state;
    need(b, "qpdf");
    struct made m = make(b, DOCUMENT);
    assert_true(m.paper.pages.count >= 4);
    put(b, "a.pdf", &m.pdf);
    int status;
    char *said = run(b, &status, "qpdf --check a.pdf 2>&1");
    assert_int_equal(status, 0);
    assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
    free(said);
    m.pdf.size -= m.pdf.size / 3; /* and a file that is cut is told from a whole one */
    put(b, "a.pdf", &m.pdf);
    free(run(b, &status, "qpdf --check a.pdf 2>&1"));
    assert_int_not_equal(status, 0);
    drop(&m);
}

static void test_same_bytes(void **state)
{
    struct bench *b = *state;
    struct made first = make(b, DOCUMENT), second = make(b, DOCUMENT);
    assert_int_equal(first.pdf.size, second.pdf.size);
    assert_memory_equal(first.pdf.data, second.pdf.data, first.pdf.size);
    /* a second writing of the same pages finds nothing that the first has left */
    second.pdf.size = 0;
    assert_true(write_pdf(b, &second));
    assert_int_equal(first.pdf.size, second.pdf.size);
    assert_memory_equal(first.pdf.data, second.pdf.data, first.pdf.size);
    struct buf other = {0};
    const struct pdf_options later = {.epoch = 1767225601};
    assert_true(
        pdf_write(second.arena, second.document, &second.paper.pages, b->fonts, &later, &other, NULL, second.diag));
    assert_true(other.size != first.pdf.size || memcmp(other.data, first.pdf.data, other.size));
    buf_free(&other);
    drop(&first);
    drop(&second);
}

/* VERAPDF names the jar of org.verapdf.apps:cli. */
static int verapdf(struct bench *b, const char *flavour, const char *name)
{
    int status;
    char *said = run(b, &status, "java -jar '%s' -f %s --format text %s 2>&1", getenv("VERAPDF"), flavour, name);
    int passed = strncmp(said, "PASS", 4) == 0;
    if (!passed && strncmp(said, "FAIL", 4)) print_message("%s\n", said);
    free(said);
    return passed;
}

/* Puts `to` in the place of `from`, which is as long and must be there once. */
static void change(struct buf *bytes, const char *from, const char *to)
{
    char *found = NULL;
    for (size_t at = 0; !found && at + strlen(from) <= bytes->size; at++)
        if (!memcmp(bytes->data + at, from, strlen(from))) found = bytes->data + at;
    assert_non_null(found);
    memcpy(found, to, strlen(to));
}

static void test_conforms(void **state)
{
    struct bench *b = *state;
    const char *jar = getenv("VERAPDF");
    if (!jar || !*jar) {
        print_message("VERAPDF names no jar\n");
        skip();
    }
    struct made m = make(b, DOCUMENT);
    put(b, "good.pdf", &m.pdf);
    assert_true(verapdf(b, "ua1", "good.pdf"));
    assert_true(verapdf(b, "2a", "good.pdf"));
    struct made figure = make(b, FIGURE);
    put(b, "figure.pdf", &figure.pdf);
    assert_true(verapdf(b, "ua1", "figure.pdf"));
    assert_true(verapdf(b, "2a", "figure.pdf"));
    drop(&figure);
    /* the judge does judge: a file that says otherwise, and headings that skip a level */
    change(&m.pdf, "<pdfuaid:part>1", "<pdfuaid:part>7");
    change(&m.pdf, "<pdfaid:conformance>A", "<pdfaid:conformance>Z");
    put(b, "bad.pdf", &m.pdf);
    assert_false(verapdf(b, "ua1", "bad.pdf"));
    assert_false(verapdf(b, "2a", "bad.pdf"));
    struct made skipping =
        make(b, "<document lang='ja' title='t' author='a'><page><h1>甲</h1><h3>乙</h3></page></document>");
    put(b, "bad.pdf", &skipping.pdf);
    assert_false(verapdf(b, "ua1", "bad.pdf"));
    assert_true(verapdf(b, "2a", "bad.pdf"));
    drop(&skipping);
    drop(&m);
}

/* --- structure --- */

/* The tree as poppler reads it, without the numbers of objects. */
static char *tree_of(struct bench *b, const struct buf *pdf)
{
    int status;
    put(b, "a.pdf", pdf);
    char *said = run(b, &status, "pdfinfo -struct-text a.pdf");
    assert_int_equal(status, 0);
    GRegex *number = g_regex_new("Object \\d+ \\d+", 0, 0, NULL);
    char *tree = g_regex_replace_literal(number, said, -1, 0, "(link)", 0, NULL);
    g_regex_unref(number);
    free(said);
    return tree;
}

static const char TREE[] =
    "Document\n"
    "  Sect\n"
    "    H1 (block)\n      \"目次\"\n"
    "    TOC\n"
    "      TOCI\n        Reference (inline)\n          Link (inline)\n            \"第1章\"\n            \"12\"\n"
    "            (link)\n            (link)\n"
    "      TOCI\n        Reference (inline)\n          Link (inline)\n            \"表\"\n            \"12\"\n"
    "            (link)\n            (link)\n"
    "  Sect\n"
    "    H1 (block)\n      \"第1章　𪚲と髙﨑\"\n"
    "    P (block)\n      \"本文の\"\n      \"強い\"\n      \"語、\"\n"
    "      Link (inline)\n        \"市の\"\n        \"案内\"\n        (link)\n"
    "      \"と\"\n      Span (inline)\n        \"→\"\n      \"、\"\n      Span (inline)\n        \"Plan\"\n"
    "      \"。葛\xF3\xA0\x84\x80城\"\n      \"次の行\"\n"
    "    L (block):\n       /ListNumbering /Disc\n"
    "      LI (block)\n        Lbl (block)\n          \"・\"\n        LBody (block)\n          \"一つ目\"\n"
    "      LI (block)\n        Lbl (block)\n          \"・\"\n        LBody (block)\n          P (block)\n"
    "            \"二つ目\"\n"
    "    L (block):\n       /ListNumbering /Decimal\n"
    "      LI (block)\n        Lbl (block)\n          \"・\"\n        LBody (block)\n          \"順に\"\n"
    "    H2 (block)\n      \"表の節\"\n"
    "    Table (block)\n"
    "      Caption\n        \"表題\"\n"
    "      THead\n"
    "        TR\n"
    "          TH <a>:\n             /Scope /Column\n             /RowSpan 2\n            \"年度\"\n"
    "          TH <b>:\n             /Scope /Column\n             /ColSpan 2\n            \"値\"\n"
    "        TR\n"
    "          TH <d>:\n             /Scope /Column\n            \"目標\"\n"
    "          TH <e>:\n             /Scope /Column\n            \"実績\"\n"
    "      TBody\n"
    "        TR\n"
    "          TH <f>:\n             /Scope /Row\n             /Headers [(a)]\n            \"8\"\n"
    "          TD:\n             /Headers [(b) (d) (f)]\n            \"10件\"\n"
    "          TD:\n             /Headers [(b) (e) (f)]\n"
    "        TR\n"
    "          TH:\n             /Scope /Row\n            \"9\"\n"
    "          TD:\n             /ColSpan 2\n            \"";
static const char TREE_END[] = "    Div\n      P (block)\n        \"End\"\n"
                               "    P (block)\n      Link (inline)\n        \"表へ戻る\"\n        (link)\n";

static void test_tag_tree(void **state)
{
    struct bench *b = *state;
    need(b, "pdfinfo");
    struct made m = make(b, DOCUMENT);
    char *tree = tree_of(b, &m.pdf);
    char *start = g_strndup(tree, sizeof TREE - 1);
    assert_string_equal(start, TREE);
    assert_true(g_str_has_suffix(tree, TREE_END));
    /* the cell that runs over pages is one cell, and says what it says exactly */
    GString *cell = g_string_new(tree + sizeof TREE - 1);
    g_string_truncate(cell, cell->len - (sizeof TREE_END - 1));
    assert_true(count_of(cell->str, "\n") >= 3);
    g_string_replace(cell, "\"\n            \"", "", 0);
    assert_string_equal(cell->str, LONG_CELL "\"\n");
    g_string_free(cell, TRUE);
    g_free(start);
    g_free(tree);
    drop(&m);
}

/* Tags that the tree's dump does not show. */
static void test_attributes(void **state)
{
    struct bench *b = *state;
    need(b, "qpdf");
    struct made m = make(b, DOCUMENT);
    char *text = readable(b, &m.pdf);
    assert_int_equal(count_of(text, "/E <feff7d997d9a>"), 1); /* 継続 */
    assert_int_equal(count_of(text, "/Lang (en)"), 2);
    assert_int_equal(count_of(text, "/Lang (ja)"), 1);
    assert_int_equal(count_of(text, "/IDTree"), 1);
    assert_int_equal(count_of(text, "/Marked true"), 1);
    assert_int_equal(count_of(text, "/DisplayDocTitle true"), 1);
    assert_int_equal(count_of(text, "/Tabs /S"), m.paper.pages.count);
    free(text);
    drop(&m);
}

/* Running content and everything drawn is marked as artifact, and nothing else is. */
static void test_artifacts(void **state)
{
    struct bench *b = *state;
    need(b, "qpdf");
    struct made m = make(b, DOCUMENT);
    unsigned pages = m.paper.pages.count;
    char *text = readable(b, &m.pdf), *tree = tree_of(b, &m.pdf);
    assert_int_equal(count_of(text, "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"),
                     pages + 1); /* the mark */
    assert_int_equal(count_of(text, "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"), pages);
    assert_int_equal(count_of(text, "BDC\n"), count_of(text, "EMC\n"));
    assert_int_equal(count_of(text, "BT\n"), count_of(text, "ET\n"));
    assert_null(strstr(tree, "頭書き"));
    assert_null(strstr(tree, "見本"));
    int status;
    char *words = run(b, &status, "pdftotext -raw a.pdf -");
    assert_int_equal(count_of(words, "頭書き"), pages);
    free(words);
    free(text);
    g_free(tree);
    drop(&m);
}

/* What print leaves out is not in the tree; but a cell that is empty is. */
static void test_dropped(void **state)
{
    struct bench *b = *state;
    need(b, "pdfinfo");
    struct made m = lay(b, "<document lang='ja' title='t' author='a'><page><h1>題</h1><p>隠す</p>"
                           "<table><tbody><tr><th scope='row'>頭</th><td/></tr></tbody></table>"
                           "<table><tbody><tr><th scope='row'>消える</th><td/></tr></tbody></table></page></document>");
    struct page *page = &m.paper.pages.page[0];
    for (unsigned i = 0; i < page->count; i++) {
        if (page->placed[i].kind != PLACED_LINE) continue;
        const char *text = page->placed[i].content->paragraph->text;
        if (!strcmp(text, "隠す") || !strcmp(text, "消える")) page->placed[i].kind = PLACED_FILL;
    }
    assert_true(write_pdf(b, &m));
    char *tree = tree_of(b, &m.pdf);
    assert_string_equal(tree, "Document\n  Sect\n    H1 (block)\n      \"題\"\n"
                              "    Table (block)\n      TBody\n        TR\n"
                              "          TH:\n             /Scope /Row\n            \"頭\"\n          TD\n");
    g_free(tree);
    drop(&m);
}

/* --- navigation --- */

static void test_links(void **state)
{
    struct bench *b = *state;
    need(b, "qpdf");
    struct made m = make(b, "<document lang='ja' title='t' author='a'><page><h1>題</h1>"
                            "<p>前<a href='https://example.jp/計画?a=1&amp;b=%20'>" LONG_SENTENCE "</a></p>"
                            "<p><a href='mailto:a@example.jp'>電子メール</a></p><p><a href='#z'>先へ</a></p>"
                            "<p><a href='#nowhere'>無い所へ</a></p></page><page><h1 id='z'>先</h1></page></document>");
    char *text = readable(b, &m.pdf);
    assert_int_equal(count_of(text, "/URI (https://example.jp/%E8%A8%88%E7%94%BB?a=1&b=%20)"), 2); /* one a line */
    assert_int_equal(count_of(text, "/URI (mailto:a@example.jp)"), 1);
    assert_int_equal(count_of(text, "/Contents <feff51483078>"), 1); /* 先へ */
    assert_int_equal(count_of(text, "/Subtype /Link"), 4);
    assert_int_equal(count_of(text, "/Type /OBJR"), 4);
    assert_int_equal(count_of(text, "/StructParent "), 4);
    assert_int_equal(count_of(text, "/XYZ"), 3);               /* a link and two bookmarks */
    assert_int_equal(diag_count(m.diag, SEVERITY_WARNING), 1); /* #nowhere */
    free(text);
    drop(&m);
}

static void test_outline(void **state)
{
    struct bench *b = *state;
    need(b, "mutool");
    struct made m =
        make(b, "<document lang='ja' title='t' author='a'><page class='contents'><h1>甲</h1><h2>乙</h2><h3>丙</h3>"
                "<h2>丁</h2></page><page><h1>戊</h1><h3>己</h3><h2>庚</h2></page></document>");
    put(b, "a.pdf", &m.pdf);
    int status;
    char *outline = run(b, &status, "mutool show a.pdf outline | cut -d'#' -f1");
    assert_string_equal(outline, "-\t\"甲\"\t\n+\t\t\"乙\"\t\n|\t\t\t\"丙\"\t\n|\t\t\"丁\"\t\n"
                                 "-\t\"戊\"\t\n|\t\t\"己\"\t\n|\t\t\"庚\"\t\n");
    free(outline);
    char *text = readable(b, &m.pdf);
    assert_int_equal(count_of(text, "/S /r\n"), 1);
    assert_int_equal(count_of(text, "/S /D\n"), 1);
    free(text);
    drop(&m);
}

/* --- page by page --- */

enum { MANY_PAGES = 150 /* more than may wait for the press */ };

static char *many_pages(void)
{
    GString *xml = g_string_new("<document lang='ja' title='多い' author='試験市'>");
    for (unsigned i = 0; i < MANY_PAGES; i++)
        g_string_append_printf(
            xml, "<page><h1 id='p%u'>第%uの題</h1><p>" LONG_TEXT "</p><p><a href='#p%u'>%u番へ</a></p></page>", i, i,
            (i * 7) % MANY_PAGES, i);
    g_string_append(xml, "</document>");
    return g_string_free(xml, FALSE);
}

/* As a layout that streams would do it: the boxes are the file's, the pages come in `order` (NULL: theirs), and of them nothing is
   left when the file is finished. */
static struct made stream(struct bench *b, const char *xml, unsigned threads, const unsigned *order)
{
    static const struct pdf_options OPTIONS = {.epoch = 1767225600};
    struct made m = {.arena = arena_new(), .diag = diag_new()};
    m.document = xmlReadMemory(xml, (int)strlen(xml), "test", NULL, XML_PARSE_HUGE);
    struct pdf *pdf = pdf_new(m.document, b->fonts, threads, m.diag);
    assert_non_null(pdf);
    m.paper = (struct paper){.arena = arena_new(), .fonts = b->fonts};
    m.paper.face = fonts_face(b->fonts, "BIZ UDPGothic", false);
    paper_lay(&m.paper, xmlDocGetRootElement(m.document));
    for (unsigned i = 0; i < m.paper.pages.count; i++) {
        unsigned index = order ? order[i] : i;
        assert_true(pdf_page(pdf, index, &m.paper.pages.page[index]));
    }
    paper_free(&m.paper);
    arena_free(m.paper.arena);
    m.paper.pages = (struct pages){0};
    pdf_close_document(pdf, &OPTIONS);
    xmlFreeDoc(m.document); /* of what is needed of it nothing is borrowed any more */
    m.document = NULL;
    assert_true(pdf_finish(pdf, &m.pdf, &m.figures));
    pdf_free(pdf);
    return m;
}

static void test_threads(void **state)
{
    struct bench *b = *state;
    static const unsigned THREADS[] = {0, 1, 4};
    char *xml = many_pages();
    struct made whole = make(b, xml);
    assert_true(whole.paper.pages.count >= MANY_PAGES);
    for (unsigned i = 0; i < sizeof THREADS / sizeof *THREADS; i++) {
        struct made m = stream(b, xml, THREADS[i], NULL);
        assert_int_equal(m.pdf.size, whole.pdf.size);
        assert_memory_equal(m.pdf.data, whole.pdf.data, m.pdf.size);
        drop(&m);
    }
    /* given up half way, with jobs that nobody takes: nothing is left behind (AddressSanitizer) */
    struct pdf *pdf = pdf_new(whole.document, b->fonts, 1, whole.diag);
    for (unsigned i = 0; i < MANY_PAGES / 2; i++)
        assert_true(pdf_page(pdf, i, &whole.paper.pages.page[i]));
    pdf_free(pdf);
    drop(&whole);
    g_free(xml);
}

static char *words_of(struct bench *b, const struct buf *pdf)
{
    int status;
    put(b, "a.pdf", pdf);
    char *words = run(b, &status, "pdftotext -raw a.pdf -");
    assert_int_equal(status, 0);
    return words;
}

/* Codes are given in the order in which pages come, and nothing else is: text, reading order and what leads to pages are the same. */
static void test_page_order(void **state)
{
    struct bench *b = *state;
    need(b, "qpdf");
    need(b, "pdftotext");
    struct made forward = stream(b, DOCUMENT, 0, NULL);
    unsigned order[16], count = 0;
    char *words = words_of(b, &forward.pdf), *tree = tree_of(b, &forward.pdf);
    for (const char *p = words; (p = strchr(p, '\f')); p++)
        count++;
    assert_in_range(count, 4, 16);
    for (unsigned turn = 0; turn < 2; turn++) {
        for (unsigned i = 0; i < count; i++)
            order[i] = turn ? (i * 3 + 1) % count : count - 1 - i;
        if (turn && count % 3 == 0) continue; /* not every page would come */
        struct made m = stream(b, DOCUMENT, turn, order), again = stream(b, DOCUMENT, 2, order);
        assert_true(m.pdf.size != forward.pdf.size || memcmp(m.pdf.data, forward.pdf.data, m.pdf.size));
        assert_int_equal(m.pdf.size, again.pdf.size);
        assert_memory_equal(m.pdf.data, again.pdf.data, m.pdf.size);
        char *other_words = words_of(b, &m.pdf), *other_tree = tree_of(b, &m.pdf);
        assert_string_equal(other_words, words);
        assert_string_equal(other_tree, tree);
        int status;
        free(run(b, &status, "qpdf --check a.pdf 2>&1"));
        assert_int_equal(status, 0);
        free(other_words);
        g_free(other_tree);
        drop(&again);
        drop(&m);
    }
    free(words);
    g_free(tree);
    drop(&forward);
}

/* A page that never comes has no size; that is told, and no file is made of it. */
static void test_page_missing(void **state)
{
    struct bench *b = *state;
    struct made m = lay(b, DOCUMENT);
    const struct pdf_options options = {0};
    struct pdf *pdf = pdf_new(m.document, b->fonts, 1, m.diag);
    for (unsigned i = 0; i < m.paper.pages.count; i++)
        if (i != 1) assert_true(pdf_page(pdf, i, &m.paper.pages.page[i]));
    assert_int_equal(diag_status(m.diag), 0);
    pdf_close_document(pdf, &options);
    assert_false(pdf_finish(pdf, &m.pdf, NULL));
    assert_int_not_equal(diag_status(m.diag), 0);
    pdf_free(pdf);
    drop(&m);
}

static struct buf sheet_of(unsigned number)
{
    struct buf raw = {0};
    for (unsigned i = 0; i < 40 + number * 7; i++)
        buf_printf(&raw, "%u ", i * number);
    return raw;
}

/* Taken in another order than given, by threads or without them: each job gives back its own. */
static void test_press(void **state)
{
    enum { JOBS = 200, ROOM = 1 << 16 };
    (void)state;
    struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
    char *room = malloc(ROOM);
    for (unsigned threads = 0; threads < 4; threads++) {
        struct press *press = press_new(threads);
        struct press_job *job[JOBS];
        for (unsigned i = 0; i < JOBS; i++) {
            struct buf raw = sheet_of(i);
            job[i] = press_add(press, i % 2 ? PRESS_PATIENT : PRESS_QUICK, &raw);
            assert_null(raw.data);
        }
        for (unsigned i = 0; i < JOBS; i++) {
            unsigned which = (i * 77 + 199) % JOBS; /* 77 and 200 have no divisor in common: each once, not in order */
            struct buf deflated = press_take(press, job[which]), raw = sheet_of(which);
            size_t size = 0;
            assert_int_equal(libdeflate_zlib_decompress(inflate, deflated.data, deflated.size, room, ROOM, &size), 0);
            assert_int_equal(size, raw.size);
            assert_memory_equal(room, raw.data, size);
            buf_free(&deflated);
            buf_free(&raw);
        }
        press_free(press);
    }
    free(room);
    libdeflate_free_decompressor(inflate);
}

enum { GRID = 24 };

static void cover(bool grid[GRID][GRID], int x, int y, int width, int height)
{
    for (int i = y; i < y + height; i++)
        for (int k = x; k < x + width; k++)
            grid[i][k] = true;
}

/* How many rectangles the operators draw, and what they cover. */
static unsigned cover_all(bool grid[GRID][GRID], const char *operators)
{
    unsigned count = 0;
    int x, y, width, height, used;
    for (; sscanf(operators, "%d %d %d %d re\n%n", &x, &y, &width, &height, &used) == 4; operators += used) {
        cover(grid, x, y, width, height);
        count++;
    }
    assert_string_equal(operators, count ? "f\n" : "");
    return count;
}

/* Whatever is joined, the same is covered. */
static void test_boxes(void **state)
{
    (void)state;
    struct boxes boxes = {0};
    struct buf out = {0};
    GRand *random = g_rand_new_with_seed(7);
    for (unsigned turn = 0; turn < 300; turn++) {
        bool wanted[GRID][GRID] = {{0}}, found[GRID][GRID] = {{0}};
        unsigned count = (unsigned)g_rand_int_range(random, 1, 30);
        for (unsigned i = 0; i < count; i++) {
            int x = g_rand_int_range(random, 0, 20), y = g_rand_int_range(random, 0, 20);
            int width = g_rand_int_range(random, 1, 5), height = g_rand_int_range(random, 1, 5);
            cover(wanted, x, y, width, height);
            assert_true(boxes_add(&boxes, x, y, width, height));
        }
        out.size = 0;
        boxes_fill(&boxes, &out);
        assert_in_range(cover_all(found, buf_text(&out)), 1, count);
        assert_memory_equal(wanted, found, sizeof wanted);
    }
    g_rand_free(random);
    /* the borders of two rows of two cells: three lines each way; and a gap stays a gap */
    for (int cell = 0; cell < 4; cell++) {
        int x = 10 * (cell % 2), y = 10 * (cell / 2);
        boxes_add(&boxes, x, y, 11, 1);
        boxes_add(&boxes, x, y + 10, 11, 1);
        boxes_add(&boxes, x, y, 1, 11);
        boxes_add(&boxes, x + 10, y, 1, 11);
    }
    out.size = 0;
    boxes_fill(&boxes, &out);
    assert_string_equal(buf_text(&out), "0 20 21 1 re\n0 0 1 21 re\n10 0 1 21 re\n20 0 1 21 re\n0 10 21 1 re\n"
                                        "0 0 21 1 re\nf\n");
    boxes_add(&boxes, 0, 0, 4, 1);
    boxes_add(&boxes, 4.01, 0, 4, 1);
    out.size = 0;
    boxes_fill(&boxes, &out);
    assert_string_equal(buf_text(&out), "0 0 4 1 re\n4.01 0 4 1 re\nf\n");
    assert_false(boxes_add(&boxes, NAN, 0, 1, 1));
    assert_false(boxes_add(&boxes, 0, 0, 1e12, 1));
    out.size = 0;
    boxes_fill(&boxes, &out);
    assert_int_equal(out.size, 0);
    boxes_free(&boxes);
    buf_free(&out);
}

/* --- figures --- */

static const struct placed *drawing_of(struct made *m)
{
    const struct page *page = &m->paper.pages.page[0];
    for (unsigned i = 0; i < page->count; i++)
        if (page->placed[i].kind == PLACED_DRAWING) return &page->placed[i];
    fail();
    return NULL;
}

/* The first operation of that kind. */
static struct draw *draw_of(struct made *m, enum draw_kind kind)
{
    struct draw *draw = drawing_of(m)->illustration->drawing->draw;
    while (draw->kind != kind)
        draw++;
    return draw;
}

static void test_figure(void **state)
{
    struct bench *b = *state;
    need(b, "pdfinfo");
    struct made m = make(b, FIGURE), again = make(b, FIGURE);
    assert_int_equal(m.pdf.size, again.pdf.size);
    assert_memory_equal(m.pdf.data, again.pdf.data, m.pdf.size);
    char *tree = tree_of(b, &m.pdf), *text = readable(b, &m.pdf);
    /* the box takes in the caption, whose line begins at y 45 */
    assert_string_equal(tree, "Document\n  Sect\n    H1 (block)\n      \"題\"\n"
                              "    Figure:\n       /Placement /Block\n       /BBox [30 120 230 195]\n"
                              "      Caption\n        \"図の題\"\n      \"甲1乙二乙丙3a b\"\n"
                              "    P (block)\n      \"後\"\n");
    assert_int_equal(count_of(text, "/Alt <feff56f3>"), 1);
    assert_int_equal(count_of(text, "/Figure<</MCID"), 1);
    int status;
    char *said = run(b, &status, "qpdf --check a.pdf 2>&1");
    assert_int_equal(status, 0);
    free(said);
    g_free(tree);
    free(text);
    drop(&again);
    drop(&m);
}

static unsigned lines_like(const char *text, const char *pattern)
{
    GMatchInfo *match;
    GRegex *regex = g_regex_new(pattern, G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
    unsigned count = 0;
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
        count++;
    g_match_info_free(match);
    g_regex_unref(regex);
    return count;
}

/* The operators of the figure's drawing alone. */
static char *operators_of(struct bench *b, const struct buf *pdf)
{
    char *text = readable(b, pdf), *begin = strstr(text, "/Figure<<");
    assert_non_null(begin);
    char *operators = g_strndup(begin, (gsize)(strstr(begin, "EMC") - begin));
    free(text);
    return operators;
}

#define NUMBERS "([-0-9.]+ )+"

static void test_painter(void **state)
{
    struct bench *b = *state;
    need(b, "qpdf");
    struct made m = make(b, FIGURE);
    char *text = operators_of(b, &m.pdf);
    /* nothing stands between a path's construction and its painting */
    assert_int_equal(lines_like(text, "^" NUMBERS "m (" NUMBERS "l )+(h )?[fSB]$"), 4);
    assert_int_equal(lines_like(text, " m "), 4);
    assert_int_equal(lines_like(text, "^30 180 m 230 180 l 230 120 l 30 120 l h B$"), 1);
    assert_int_equal(lines_like(text, "^\\[3 2 \\]0 d$"), 1);
    assert_int_equal(lines_like(text, "^\\[\\]0 d$"), 3); /* and back to solid, again after the clip */
    assert_int_equal(lines_like(text, "^0.067 0.133 0.2 RG$"), 2);
    assert_int_equal(lines_like(text, "^q 40 130 180 30 re W n$"), 1);
    assert_int_equal(lines_like(text, "^q\\b"), 2);
    assert_int_equal(lines_like(text, "^Q$"), 2);
    assert_int_equal(count_of(text, "BT\n"), count_of(text, "ET\n"));
    g_free(text);
    drop(&m);
    /* a drawing that leaves its clip open, and one that closes none */
    for (enum draw_kind kind = DRAW_CLIP; kind <= DRAW_UNCLIP; kind++) {
        m = lay(b, FIGURE);
        draw_of(&m, kind)->kind = DRAW_PATH;
        assert_true(write_pdf(b, &m));
        text = operators_of(b, &m.pdf);
        assert_int_equal(lines_like(text, "^q\\b"), lines_like(text, "^Q$"));
        g_free(text);
        drop(&m);
    }
}

/* Where a word lies, by other people's reckoning. */
static void edges_of(struct bench *b, const char *word, double *left, double *right)
{
    int status;
    char *said = run(b, &status, "pdftotext -bbox a.pdf - | grep '>%s<'", word);
    assert_int_equal(status, 0);
    const char *low = strstr(said, "xMin=\""), *high = strstr(said, "xMax=\"");
    assert_non_null(low);
    assert_non_null(high);
    *left = g_ascii_strtod(low + 6, NULL);
    *right = g_ascii_strtod(high + 6, NULL);
    free(said);
}

static void test_words_of_a_figure(void **state)
{
    struct bench *b = *state;
    need(b, "pdftotext");
    struct made m = make(b, FIGURE);
    double left, right;
    put(b, "a.pdf", &m.pdf);
    edges_of(b, "甲1", &left, &right);
    assert_float_equal(left, 30, 0.1);
    edges_of(b, "乙二乙", &left, &right);
    assert_float_equal((left + right) / 2, 130, 0.1);
    edges_of(b, "丙3", &left, &right);
    assert_float_equal(right, 230, 0.1);
    drop(&m);
    /* fewer characters than glyphs: an ActualText, in a Span of the figure's */
    m = lay(b, FIGURE);
    const struct illustration *illustration = drawing_of(&m)->illustration;
    const struct paragraph *const *shaped = illustration->text;
    while (!*shaped || strcmp((*shaped)->text, "乙二乙") != 0)
        shaped++;
    struct glyph *glyph = (struct glyph *)(*shaped)->glyph;
    ((struct paragraph *)*shaped)->text = "が二";
    glyph[1].at = 0;
    glyph[1].length = 0;
    glyph[2].at = 3;
    assert_true(write_pdf(b, &m));
    char *tree = tree_of(b, &m.pdf);
    assert_non_null(
        strstr(tree, "      \"甲1\"\n      Span (inline)\n        \"が\xE2\x80\x8B\"\n      \"二丙3a b\"\n"));
    int status;
    char *words = run(b, &status, "pdftotext -raw a.pdf -");
    assert_non_null(strstr(words, "が二"));
    free(words);
    g_free(tree);
    /* and what comes after it is the figure's again */
    ((struct paragraph *)*shaped)->text = "二が";
    glyph[1].at = glyph[2].at = 3;
    glyph[1].length = 3;
    glyph[2].length = 0;
    m.pdf.size = 0;
    assert_true(write_pdf(b, &m));
    tree = tree_of(b, &m.pdf);
    assert_non_null(
        strstr(tree, "      \"甲1二\"\n      Span (inline)\n        \"が\xE2\x80\x8B\"\n      \"丙3a b\"\n"));
    g_free(tree);
    /* in a repeated head it is an artifact, all of it */
    ((struct placed *)drawing_of(&m))->artifact = ARTIFACT_REPEAT;
    m.pdf.size = 0;
    assert_true(write_pdf(b, &m));
    tree = tree_of(b, &m.pdf);
    assert_null(strstr(tree, "甲"));
    assert_null(strstr(tree, "が"));
    assert_null(strstr(tree, "BBox"));
    g_free(tree);
    drop(&m);
}

/* --- text --- */

static const struct placed *line_with(struct made *m, const char *text)
{
    const struct page *page = &m->paper.pages.page[0];
    for (unsigned i = 0; i < page->count; i++) {
        const struct placed *placed = &page->placed[i];
        if (placed->kind == PLACED_LINE && !strcmp(placed->content->paragraph->text, text)) return placed;
    }
    fail();
    return NULL;
}

/* One character of two glyphs, and two characters of two glyphs. */
static void test_clusters(void **state)
{
    struct bench *b = *state;
    need(b, "pdftotext");
    struct made m = lay(b, "<document lang='ja' title='t' author='a'><page><h1>かあいう</h1></page></document>");
    struct paragraph *paragraph = (struct paragraph *)line_with(&m, "かあいう")->content->paragraph;
    struct glyph *glyph = (struct glyph *)paragraph->glyph;
    paragraph->text = "がかい\xE3\x82\x9Aう"; /* か゚ as two characters would be: い with U+309A */
    struct span *span = (struct span *)line_with(&m, paragraph->text)->content->span;
    const uint32_t at[] = {0, 0, 6, 6};
    const uint16_t length[] = {6, 0, 6, 0};
    paragraph->length = span->to = 12;
    for (unsigned i = 0; i < 4; i++) {
        glyph[i].at = at[i];
        glyph[i].length = length[i];
    }
    assert_true(write_pdf(b, &m));
    put(b, "a.pdf", &m.pdf);
    int status;
    char *words = run(b, &status, "pdftotext -raw a.pdf -");
    assert_string_equal(words, "がかい\xE3\x82\x9A\n\f");
    free(words);
    /* fewer characters than glyphs: only an ActualText says it */
    glyph[0].length = 3;
    m.pdf.size = 0;
    assert_true(write_pdf(b, &m));
    put(b, "a.pdf", &m.pdf);
    words = run(b, &status, "pdftotext -raw a.pdf -");
    assert_string_equal(words, "がい\xE3\x82\x9A\n\f");
    free(words);
    drop(&m);
}

static void test_codes(void **state)
{
    struct bench *b = *state;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct object_file *file = object_file_new(arena, 0);
    struct font_set *set = font_set_new(b->fonts);
    unsigned face = fonts_face(b->fonts, "BIZ UDPGothic", false);
    unsigned a = font_code(set, face, 20, "一", 3), radical = font_code(set, face, 20, "\xE2\xBC\x80", 3); /* U+2F00 */
    assert_int_equal(a, 1);
    assert_int_equal(radical, 2);
    assert_int_equal(font_code(set, face, 21, "二", 3), 3);
    assert_int_equal(font_code(set, face, 20, "一", 3), a);
    assert_int_equal(font_code(set, face, 20, "\xE2\xBC\x80", 3), radical);
    assert_float_equal(font_width(set, face, a), font_width(set, face, radical), 0);
    struct buf resources = {0};
    assert_true(font_embed(set, file, &resources, diag));
    assert_non_null(strstr(buf_text(&resources), "/Font<</F"));
    assert_int_equal(font_code(set, face, 0, "?", 1), 0); /* the empty box is never written */
    assert_false(font_embed(set, file, &resources, diag));
    assert_int_equal(diag_count(diag, SEVERITY_FAILURE), 1);
    font_set_free(set);
    /* a code has 16 bits: what no longer fits is told */
    set = font_set_new(b->fonts);
    for (unsigned i = 0; i < 65535; i++)
        assert_int_equal(font_code(set, face, 20, (const char *)&i, sizeof i), i + 1);
    unsigned last = 65535;
    assert_int_equal(font_code(set, face, 20, (const char *)&last, sizeof last), 0);
    assert_int_equal(font_code(set, face, 21, "x", 1), 0);
    assert_false(font_embed(set, file, &resources, diag));
    assert_int_equal(diag_count(diag, SEVERITY_FAILURE), 2);
    buf_free(&resources);
    font_set_free(set);
    object_file_free(file);
    diag_free(diag);
    arena_free(arena);
}

/* A CFF table with nothing in it but a charset, in one of its three formats. */
static size_t make_cff(unsigned char *bytes, bool keyed, const unsigned char *charset, size_t size)
{
    static const unsigned char HEAD[] = {1, 0,   4, 1, 0, 1, 1, 1,
                                         2, 'A', 0, 1, 1, 1, 10}, /* names; one dictionary of 9 */
        ROS[] = {139, 139, 139, 12, 30}, NO_ROS[] = {139, 139, 139, 12, 8}, PLACE[] = {28, 0, 24, 15};
    memcpy(bytes, HEAD, sizeof HEAD);
    memcpy(bytes + sizeof HEAD, keyed ? ROS : NO_ROS, sizeof ROS);
    memcpy(bytes + sizeof HEAD + sizeof ROS, PLACE, sizeof PLACE);
    memcpy(bytes + sizeof HEAD + sizeof ROS + sizeof PLACE, charset, size);
    return sizeof HEAD + sizeof ROS + sizeof PLACE + size;
}

static void test_cff(void **state)
{
    (void)state;
    static const unsigned char LIST[] = {0, 0, 7, 0, 9, 1, 4}, RANGE[] = {1, 0, 7, 2}, WIDE[] = {2, 1, 0, 0, 2};
    static const struct {
        const unsigned char *charset;
        size_t size;
        bool keyed;
        uint16_t cid[4];
    } CASES[] = {
        {LIST,  sizeof LIST,  true,  {0, 7, 9, 260}    },
        {RANGE, sizeof RANGE, true,  {0, 7, 8, 9}      },
        {WIDE,  sizeof WIDE,  true,  {0, 256, 257, 258}},
        {LIST,  sizeof LIST,  false, {0, 1, 2, 3}      },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        unsigned char whole[64];
        uint16_t cid[4];
        size_t size = make_cff(whole, CASES[i].keyed, CASES[i].charset, CASES[i].size);
        assert_true(cff_cids(whole, size, 4, cid));
        assert_memory_equal(cid, CASES[i].cid, sizeof cid);
        /* cut anywhere, it is refused, and nothing behind the cut is read: the piece is as long as it says */
        for (size_t cut = 0; CASES[i].keyed && cut < size; cut++) {
            unsigned char *piece = malloc(cut + 1);
            memcpy(piece, whole, cut);
            assert_false(cff_cids(piece, cut, 4, cid));
            free(piece);
        }
    }
}

/* --- what cannot be written is told, and nothing is --- */

static bool told(const struct diag *diag, enum diag_id id)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    diag_print(diag, out, false);
    fclose(out);
    char *rule = g_strdup_printf("[%s]", diag_name(id));
    bool found = strstr(text, rule);
    g_free(rule);
    free(text);
    return found;
}

#define ONE_LINE "<document lang='ja' title='t' author='a'><page><h1>題</h1></page></document>"

static void refuse(struct bench *b, const char *xml, void harm(struct made *m), enum diag_id id)
{
    struct made m = lay(b, xml);
    assert_false(told(m.diag, id));
    if (harm) harm(&m);
    assert_false(write_pdf(b, &m));
    assert_true(told(m.diag, id));
    drop(&m);
}

static void make_nan(struct made *m)
{
    ((struct placed *)line_with(m, "題"))->x = NAN;
}

static void make_far(struct made *m)
{
    m->paper.pages.page[0].placed[0].width = 1e12;
}

static void make_untagged(struct made *m)
{
    ((struct span *)line_with(m, "題")->content->span)->node = xmlDocGetRootElement(m->document);
}

static void make_target_far(struct made *m)
{
    box_find(element_first(element_first(xmlDocGetRootElement(m->document))))->y = 1e6;
}

static void make_huge(struct made *m)
{
    static const struct master HUGE_PAGE = {.name = "huge", .width = 20000, .height = 20000};
    m->paper.pages.page[0].master = &HUGE_PAGE;
}

static void make_point_nan(struct made *m)
{
    ((struct point *)draw_of(m, DRAW_PATH)->point)[2].y = NAN;
}

static void make_stroke_nan(struct made *m)
{
    draw_of(m, DRAW_PATH)->stroke_width = NAN;
}

static void make_dash_nan(struct made *m)
{
    draw_of(m, DRAW_PATH)->dashed = true;
    draw_of(m, DRAW_PATH)->gap = NAN;
}

static void make_clip_far(struct made *m)
{
    ((struct point *)draw_of(m, DRAW_CLIP)->point)[1].x = INFINITY;
}

static void make_word_nan(struct made *m)
{
    ((struct point *)draw_of(m, DRAW_TEXT)->point)[0].x = NAN;
}

static void make_chart_untagged(struct made *m)
{
    ((struct illustration *)drawing_of(m)->illustration)->chart = xmlDocGetRootElement(m->document);
}

static void test_refused_figures(void **state)
{
    struct bench *b = *state;
    refuse(b, FIGURE, make_point_nan, DIAG_PDF_COORDINATE);
    refuse(b, FIGURE, make_stroke_nan, DIAG_PDF_COORDINATE);
    refuse(b, FIGURE, make_dash_nan, DIAG_PDF_COORDINATE);
    refuse(b, FIGURE, make_clip_far, DIAG_PDF_COORDINATE);
    refuse(b, FIGURE, make_word_nan, DIAG_PDF_COORDINATE);
    refuse(b, FIGURE, make_chart_untagged, DIAG_PDF_UNTAGGED);
    refuse(b,
           "<document lang='ja' title='t' author='a'><page><h1>題</h1><figure><chart alt='図'><series>"
           "<point>\xEE\x80\x80</point></series></chart></figure></page></document>",
           NULL, DIAG_PDF_GLYPH);
}

static void test_refusals(void **state)
{
    struct bench *b = *state;
    refuse(b, "<document lang='ja' title='t' author='a'><page><h1>\xEE\x80\x80</h1></page></document>", NULL,
           DIAG_PDF_GLYPH);
    refuse(b, ONE_LINE, make_nan, DIAG_PDF_COORDINATE);
    refuse(b, ONE_LINE, make_far, DIAG_PDF_COORDINATE);
    refuse(b, ONE_LINE, make_target_far, DIAG_PDF_COORDINATE);
    refuse(b, ONE_LINE, make_untagged, DIAG_PDF_UNTAGGED);
    refuse(b, ONE_LINE, make_huge, DIAG_PDF_LIBRARY);
    struct buf xml = {0};
    buf_str(&xml, "<document lang='ja' title='t' author='a'><page><h1>題</h1><figure><chart alt='");
    for (unsigned i = 0; i < 17000; i++)
        buf_str(&xml, "図");
    buf_str(&xml, "'/></figure></page></document>");
    refuse(b, buf_text(&xml), NULL, DIAG_PDF_TEXT_LONG);
    buf_free(&xml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sound),      cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_conforms),   cmocka_unit_test(test_tag_tree),
        cmocka_unit_test(test_attributes), cmocka_unit_test(test_artifacts),
        cmocka_unit_test(test_dropped),    cmocka_unit_test(test_links),
        cmocka_unit_test(test_outline),    cmocka_unit_test(test_threads),
        cmocka_unit_test(test_page_order), cmocka_unit_test(test_page_missing),
        cmocka_unit_test(test_press),      cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_clusters),   cmocka_unit_test(test_codes),
        cmocka_unit_test(test_cff),        cmocka_unit_test(test_figure),
        cmocka_unit_test(test_painter),    cmocka_unit_test(test_words_of_a_figure),
        cmocka_unit_test(test_refusals),   cmocka_unit_test(test_refused_figures),
    };
    return cmocka_run_group_tests(tests, bench_up, bench_down);
}
