/* test_html: pages as HTML: frame, links, ids, tables as cards, fragments; and whatever the strings of a document are, the markup is
   the same and the strings come out as text. libxml2's HTML parser is the second pair of eyes; the Nu checker sees whole sites. */
#include "looks_bench.h"
#include <libxml/HTMLparser.h>
#include <string.h>
#include "documents.h"
#include "document/element.h"
#include "document/rules.h"
#include "site/html.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define SITE "<document lang='ja' title='t' author='a' class='site'>"
#define PAGE(content) SITE "<page title='p' path='a/b.html' id='here'><h1>a</h1>" content "</page>" OTHERS "</document>"
#define OTHERS \
    "<page title='q' path='index.html' id='top'><h1 id='top/x'>b</h1></page>" \
    "<page title='r' path='a/c.html' id='1-1-1'><h1 id='1-1-1/fy2026'>c</h1></page>"

static const struct html_options NONE;

/* The first page of a document; the caller frees it. */
static char *page_of(const struct looks_bench *b, const char *text, const struct html_options *options)
{
    struct buf out = {0};
    struct diag *diag = diag_new();
    xmlDoc *doc = parsed(text);
    if (!rules_check(doc, "site.xsl", diag)) fail_msg("%s\n%s", text, messages_of(diag));
    struct html_site *site = html_site_new(doc, b->print, b->typesetter, diag);
    html_page(site, element_first(xmlDocGetRootElement(doc)), options, &out);
    assert_false(out.bad);
    char *html = strdup(buf_text(&out));
    html_site_free(site);
    xmlFreeDoc(doc);
    buf_free(&out);
    diag_free(diag);
    return html;
}

static void assert_has(const char *html, const char *wanted)
{
    if (!strstr(html, wanted)) fail_msg("no %s in\n%s", wanted, html);
}

/* ---- the frame ---- */

static void frame(void **state)
{
    const struct html_options options = {
        false, "style.css", "site.js", "feed.xml", "知らせ\"<", "{\"a\":\"</script>\"}", NULL};
    char *html =
        page_of(*state,
                SITE "<page title='題&lt;' path='a/b.html' class='x y' description='要&quot;約'><p class='skip'>"
                     "<a href='#main'>s</a></p><header><p>h</p></header><nav class='crumbs' label='l'><ol><li>"
                     "<a href='#top'>t</a></li><li>u</li></ol></nav><aside class='mark'>案</aside><h1>a</h1>"
                     "<footer><p>f</p></footer></page>" OTHERS "</document>",
                &options);
    assert_string_equal(
        html,
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; script-src "
        "'self' 'sha256-wQD0APT+qWb2/V0M/LX+AQUnYHr8K8SPG0qrEd4cgcI='; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>題&lt;</title>\n"
        "<meta name=\"description\" content=\"要&quot;約\">\n<link rel=\"stylesheet\" href=\"../style.css\">\n"
        "<script src=\"../site.js\" defer></script>\n"
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"../feed.xml\" title=\"知らせ&quot;&lt;\">\n"
        "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script>\"}</script>\n</head>\n<body class=\"x y\">\n"
        "<p class=\"skip\"><a href=\"#main\">s</a></p>\n<header><p>h</p>\n</header>\n"
        "<nav class=\"crumbs\" aria-label=\"l\"><ol><li><a href=\"../index.html\">t</a></li>\n"
        "<li aria-current=\"page\">u</li>\n</ol>\n</nav>\n<main id=\"main\">\n<p class=\"mark\">案</p>\n<h1>a</h1>\n"
        "</main>\n<footer><p>f</p>\n</footer>\n</body>\n</html>\n");
    free(html);
}

static void bare_frame(void **state)
{
    char *html = page_of(*state, SITE "<page title='p' path='a.html' lang='en'><h1>a</h1></page></document>", &NONE);
    static const char *const ABSENT[] = {"stylesheet", "<script", "atom", "description", "class="};
    assert_has(html, "<html lang=\"en\">");
    assert_has(html, "<body>\n");
    for (size_t i = 0; i < COUNT(ABSENT); i++)
        assert_null(strstr(html, ABSENT[i]));
    free(html);
}

/* A page that is one file: its style is in it, and the policy names these bytes and allows nothing else. */
static void styled_frame(void **state)
{
    const struct html_options options = {.style = "p{}"};
    char *html = page_of(*state, SITE "<page title='p' path='a.html'><h1>a</h1></page></document>", &options);
    assert_has(html, "<style>p{}</style>");
    assert_has(html, "style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; script-src 'none'; ");
    assert_null(strstr(html, "'self'; "));
    free(html);
}

static void fragment(void **state)
{
    const struct html_options options = {.fragment = true, .css = "style.css", .script = "site.js"};
    char *html = page_of(*state,
                         SITE "<page title='p' path='a/b.html' class='x y'><header><p>h</p></header>"
                              "<aside class='mark'>案</aside><h1 class=' k  l '>a<abbr title='w'>—</abbr></h1>"
                              "<p><a href='#top'>b</a></p><footer><p>f</p></footer></page>" OTHERS "</document>",
                         &options);
    assert_string_equal(html,
                        "<div class=\"gyokaku gyokaku-x gyokaku-y\" lang=\"ja\">\n<p class=\"gyokaku-mark\">案</p>\n"
                        "<h1 class=\"gyokaku-k gyokaku-l\">a<abbr class=\"gyokaku-symbol\"><span aria-hidden=\"true\">"
                        "—</span><span class=\"gyokaku-hidden\">w</span></abbr></h1>\n"
                        "<p><a href=\"../index.html\">b</a></p>\n</div>\n");
    free(html);
}

/* ---- elements ---- */

static const struct {
    const char *content, *html;
} PART[] = {
  /* links: between folders, within the page, files, outside */
    {"<p><a href='#top'>x</a></p>",                                                                   "<a href=\"../index.html\">x</a>"                                                                                   },
    {"<p><a href='#top/x'>x</a></p>",                                                                 "<a href=\"../index.html#x\">x</a>"                                                                                 },
    {"<p><a href='#1-1-1'>x</a></p>",                                                                 "<a href=\"c.html\">x</a>"                                                                                          },
    {"<p><a href='#1-1-1/fy2026'>x</a></p>",                                                          "<a href=\"c.html#fy2026\">x</a>"                                                                                   },
    {"<p><a href='#here'>x</a></p>",                                                                  "<a href=\"b.html\">x</a>"                                                                                          },
    {"<p id='here/y'><a href='#here/y'>x</a></p>",                                                    "<p id=\"y\"><a href=\"#y\">x</a></p>"                                                                              },
    {"<p id='here/あ%&amp;'><a href='#here/あ%&amp;'>x</a></p>",
     "<p id=\"あ%&amp;\"><a href=\"#あ%25&amp;\">x</a></p>"                                                                                                                                                             },
    {"<p><a href='#main'>x</a></p>",                                                                  "<a href=\"#main\">x</a>"                                                                                           },
    {"<nav class='site' label='n'><ul><li><a href='#here'>x</a></li></ul></nav>",
     "<a href=\"b.html\" aria-current=\"page\">x</a>"                                                                                                                                                                     },
    {"<nav class='site' label='n'><ul><li>x</li></ul></nav>",                                         "<nav class=\"site\" aria-label=\"n\"><ul><li>x</li>"                                                               },
    {"<p><a href='file:data/a.csv'>x</a></p>",                                                        "<a href=\"../data/a.csv\">x</a>"                                                                                   },
    {"<p><a href='file:a/plan.pdf'>x</a></p>",                                                        "<a href=\"plan.pdf\">x</a>"                                                                                        },
    {"<p><a href='https://e.jp/?a=1&amp;b=&quot;&lt; %zz%41あ'>x</a></p>",
     "<a href=\"https://e.jp/?a=1&amp;b=%22%3C%20%25zz%41あ\">x</a>"                                                                                                                                                     },
    {"<p><a href='mailto:a@e.jp' class='m'>x</a></p>",                                                "<a class=\"m\" href=\"mailto:a@e.jp\">x</a>"                                                                       },
 /* text and what has a meaning of its own */
    {"<p>a<br/>b &lt;i&gt; &amp;amp; \" '</p>",                                                       "<p>a<br>b &lt;i&gt; &amp;amp; &quot; '</p>"                                                                        },
    {"<p>a <strong>b</strong> <span class='k' lang='en'>c</span></p>",
     "<p>a <strong>b</strong> <span class=\"k\" lang=\"en\">c</span></p>"                                                                                                                                                 },
    {"<p>a<span class='page'/></p>",                                                                  "<p>a</p>"                                                                                                          },
    {"<p><abbr title='情報通信技術'>ICT</abbr></p>",                                            "<abbr title=\"情報通信技術\">ICT</abbr>"                                                                     },
    {"<p><abbr title='対象外' class='k'>—</abbr></p>",
     "<abbr class=\"symbol k\"><span aria-hidden=\"true\">—</span><span class=\"hidden\">対象外</span></abbr>"                                                                                                       },
    {"<p><time datetime='2027-09-10'>令和9年</time></p>",                                          "<time datetime=\"2027-09-10\">令和9年</time>"                                                                   },
    {"\n <details>\n <summary>a</summary>\n <p>b</p>\n </details>\n",
     "<details><summary>a</summary>\n<p>b</p>\n</details>\n"                                                                                                                                                              },
    {"<p><![CDATA[<b>]]></p>",                                                                        "<p>&lt;b&gt;</p>"                                                                                                  },
    {"<ul><li>a</li><li><p>b</p></li></ul>",                                                          "<ul><li>a</li>\n<li><p>b</p>\n</li>\n</ul>"                                                                        },
 /* characters that HTML does not allow */
    {"<p>a&#x80;b&#x9f;c&#xa0;d&#xfdd0;e&#xfdf0;f&#x1fffe;g&#x10ffff;h&#x7f;i&#13;j&#x20000;（</p>", "<p>a\xEF\xBF\xBD"
                                                                                                     "b\xEF\xBF\xBD"
                                                                                                     "c\xC2\xA0"
                                                                                                     "d\xEF\xBF\xBD"
                                                                                                     "e\xEF\xB7\xB0"
                                                                                                     "f\xEF\xBF\xBD"
                                                                                                     "g\xEF\xBF\xBD"
                                                                                                     "h\xEF\xBF\xBD"
                                                                                                     "i j𠀀（</p>"},
};

static void parts(void **state)
{
    for (size_t i = 0; i < COUNT(PART); i++) {
        char text[4096];
        snprintf(text, sizeof text, PAGE("%s"), PART[i].content);
        char *html = page_of(*state, text, &NONE);
        assert_has(html, PART[i].html);
        free(html);
    }
}

/* ---- tables ---- */

static void cards_know_their_columns(void **state)
{
    char *html = page_of(
        *state,
        PAGE("<table class='stack'><caption>t</caption><thead>"
             "<tr><th scope='col' rowspan='2' id='here/y'>年度<br/>x</th><th scope='colgroup' colspan='2'>前&lt;</th>"
             "<th scope='colgroup' colspan='2'>後</th></tr>"
             "<tr><th scope='col'>目標</th><th scope='col'>実績</th><th scope='col'>目標</th><th "
             "scope='col'>実績</th></tr></thead>"
             "<tbody><tr><th scope='row' rowspan='2'>r</th><td>1</td><td>2</td><td colspan='2'>3</td></tr>"
             "<tr><td>4</td><td colspan='2'>5</td><td>6</td></tr></tbody>"
             "<tbody><tr><td headers='here/y'>7</td><td>8</td><td/></tr></tbody></table>"),
        &NONE);
    static const char *const WANTED[] = {
        "<table class=\"stack\">\n<caption>t</caption>\n",
        "<th scope=\"col\" rowspan=\"2\" id=\"y\">年度<br>x</th>",
        "<th scope=\"row\" rowspan=\"2\">r</th>\n<td data-label=\"前&lt;・目標\">1</td>\n",
        "<td data-label=\"前&lt;・実績\">2</td>\n<td colspan=\"2\" data-label=\"後\">3</td>\n",
        "<tr><td data-label=\"前&lt;・目標\">4</td>\n<td colspan=\"2\" data-label=\"実績、目標\">5</td>\n",
        "<td data-label=\"後・実績\">6</td>\n",
        "<td headers=\"y\" data-label=\"年度 x\">7</td>\n<td data-label=\"前&lt;・目標\">8</td>\n",
        "<td data-label=\"前&lt;・実績\"></td>\n",
    };
    for (size_t i = 0; i < COUNT(WANTED); i++)
        assert_has(html, WANTED[i]);
    assert_null(strstr(html, "<div"));
    free(html);
}

#define ROW(cells) "<tbody><tr>" cells "</tr></tbody></table>"
static void wide_tables_scroll(void **state)
{
    char *html = page_of(*state, PAGE("<table><caption>t</caption>" ROW("<td/><td/><td/><td/>")), &NONE);
    assert_has(html, "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"table-1\">\n<table>\n"
                     "<caption id=\"table-1\">t</caption>");
    free(html);
    html = page_of(*state, PAGE("<table><caption id='here/c'>t</caption>" ROW("<td colspan='4'/>")), &NONE);
    assert_has(html, "aria-labelledby=\"c\">\n<table>\n<caption id=\"c\">t</caption>");
    free(html);
    html = page_of(*state, PAGE("<table><caption>t</caption>" ROW("<td/><td/><td/>")), &NONE);
    assert_has(html, "<div class=\"table\">\n<table>\n<caption>t</caption>");
    free(html);
    html = page_of(*state, PAGE("<table class='stack'><caption>t</caption>" ROW("<th scope='row'>a</th><td>b</td>")),
                   &NONE);
    assert_has(html, "<td>b</td>"); /* no thead: no label */
    free(html);
}

/* ---- charts ---- */

#define CHART \
    "<chart kind='bars' alt='値'><series role='target' name='n'><point at='R8' value='1'>1</point></series></chart>"
static void charts(void **state)
{
    char *html = page_of(*state,
                         PAGE("<figure><figcaption>図<br/>1</figcaption>" CHART "</figure><figure>" CHART "</figure>"
                              "<p id='here/chart-3'>x</p><p id='chart-4'>x</p>"),
                         &NONE);
    assert_has(html, "<figure><figcaption>図<br>1</figcaption>\n<svg class=\"chart\"");
    assert_has(html, "<title id=\"chart-1-title\">図 1</title>\n<desc id=\"chart-1-desc\">値</desc>\n");
    assert_has(html, "<title id=\"chart-2-title\">値</title>\n<text");
    free(html);
    /* a chart in a cell of cards, which is labelled meanwhile */
    html = page_of(
        *state,
        PAGE("<table class='stack'><thead><tr><th scope='col'>u</th><th scope='col'>v</th></tr></thead><tbody><tr>"
             "<td><figure>" CHART "</figure></td><td>w</td></tr></tbody></table>"),
        &NONE);
    assert_has(html, "</svg>\n</figure>\n</td>\n<td data-label=\"v\">w</td>");
    free(html);
}

/* ---- hostile strings ---- */

/* Everything a document can say, with %s at every place that is free text. */
static const char EVERYWHERE[] = SITE
    "<page title='T%s' path='a/b.html' description='D%s' id='here'><p class='skip'><a href='#main'>1%s</a></p>"
    "<header><p>%s</p><nav class='site' label='L%s'><ul><li>%s</li></ul></nav></header>"
    "<nav class='crumbs' label='L%s'><ol><li>%s</li></ol></nav><aside class='mark'>%s</aside><h1>1%s</h1>"
    "<p>%s<a href='https://e.jp/%s'>a%s</a><strong>%s</strong><abbr title='A%s'>a%s</abbr><abbr title='A%s'>—</abbr>"
    "<time datetime='2027'>%s</time><span>%s</span></p><details><summary>1%s</summary><p>%s</p></details>"
    "<table class='stack'><caption>1%s</caption><thead><tr><th "
    "scope='col'>%s</th></tr></thead><tbody><tr><td>%s</td></tr>"
    "</tbody></table><figure><figcaption>1%s</figcaption><chart kind='strip' alt='A%s' unit='%s' note='%s'>"
    "<series role='plan' name='N%s'><point at='P%s' state='met'>%s</point></series></chart></figure>"
    "<footer><p>%s</p></footer></page></document>";
enum { PLACES = 32 };

static char *everywhere(const char *string)
{
    char *escaped = (char *)xmlEncodeSpecialChars(NULL, (const xmlChar *)string);
    struct buf out = {0};
    unsigned places = 0;
    for (const char *p = EVERYWHERE; *p; p++) {
        bool place = p[0] == '%' && p[1] == 's';
        if (!place) {
            buf_char(&out, *p);
            continue;
        }
        for (const char *e = escaped; *e; e++)
            if (*e == '\'')
                buf_str(&out, "&apos;");
            else
                buf_char(&out, *e);
        p++;
        places++;
    }
    xmlFree(escaped);
    assert_int_equal(places, PLACES);
    char *text = strdup(buf_text(&out));
    buf_free(&out);
    return text;
}

/* The names of all elements and attributes in order; what a hostile string must not change. Words of charts may be shortened or left
   out: of an svg only its first three children count. */
static void put_outline(const xmlNode *node, struct buf *out)
{
    buf_printf(out, "<%s", (const char *)node->name);
    for (const xmlAttr *a = node->properties; a; a = a->next)
        buf_printf(out, " %s", (const char *)a->name);
    if (element_is(node, "svg")) return;
    for (const xmlNode *n = element_first(node); n; n = element_next(n->next))
        put_outline(n, out);
    buf_str(out, ">");
}

static htmlDocPtr html_parsed(const char *html)
{
    htmlDocPtr doc = htmlReadMemory(html, (int)strlen(html), "t.html", "utf-8",
                                    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    assert_non_null(doc);
    return doc;
}

static unsigned count(const char *text, const char *what)
{
    unsigned found = 0;
    for (const char *p = text; (p = strstr(p, what)); p += strlen(what))
        found++;
    return found;
}

static void strings_stay_text(void **state)
{
    static const char *const HOSTILE[] = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='x",
        "</title></head><body>",
        "-->",
        "<!--",
        "]]>",
        "&lt;b&gt;&amp;",
        "&#60;b&#62;",
        "</svg><p>",
        "%s%n{}\\u003c",
        "javascript:alert(1)",
        "</style><style>",
        "x\t\ny",
        "\xC2\x80\xEF\xB7\x90",
    };
    char *plain_text = everywhere("x"), *plain = page_of(*state, plain_text, &NONE);
    htmlDocPtr doc = html_parsed(plain);
    struct buf wanted = {0};
    put_outline(xmlDocGetRootElement(doc), &wanted);
    assert_in_range(count(buf_text(&wanted), "<"), 40, 200);
    xmlFreeDoc(doc);
    for (size_t i = 0; i < COUNT(HOSTILE); i++) {
        const struct html_options options = {.feed = "f", .feed_title = HOSTILE[i], .json_ld = "{}"};
        char *text = everywhere(HOSTILE[i]), *html = page_of(*state, text, &NONE),
             *with = page_of(*state, text, &options);
        struct buf outline = {0};
        doc = html_parsed(html);
        put_outline(xmlDocGetRootElement(doc), &outline);
        if (strcmp(buf_text(&outline), buf_text(&wanted)) != 0)
            fail_msg("%s\n%s\n%s\n%s", HOSTILE[i], html, buf_text(&outline), buf_text(&wanted));
        xmlChar *said = xmlNodeGetContent(node_of(doc, "//details/p"));
        if (!strpbrk(HOSTILE[i], "\t\xC2")) assert_string_equal((const char *)said, HOSTILE[i]);
        xmlFree(said);
        assert_int_equal(count(with, "<"), count(html, "<") + 3); /* link, script and its end */
        buf_free(&outline);
        xmlFreeDoc(doc);
        free(text);
        free(html);
        free(with);
    }
    buf_free(&wanted);
    free(plain_text);
    free(plain);
}

/* A twin writes the same bytes. */
static void twins_agree(void **state)
{
    const struct looks_bench *b = *state;
    struct diag *diag = diag_new();
    xmlDoc *doc = parsed(PAGE("<p><a href='#1-1-1/fy2026'>x</a></p><figure>" CHART "</figure>"));
    struct typesetter *other = typesetter_twin(b->typesetter);
    struct html_site *site = html_site_new(doc, b->print, b->typesetter, diag), *twin = html_site_twin(site, other);
    struct buf one = {0}, two = {0};
    for (const xmlNode *page = element_first(xmlDocGetRootElement(doc)); page; page = element_next(page->next)) {
        html_page(site, page, &NONE, &one);
        html_page(twin, page, &NONE, &two);
    }
    assert_string_equal(buf_text(&one), buf_text(&two));
    buf_free(&one);
    buf_free(&two);
    html_site_free(twin);
    html_site_free(site);
    typesetter_free(other);
    xmlFreeDoc(doc);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frame),
        cmocka_unit_test(bare_frame),
        cmocka_unit_test(styled_frame),
        cmocka_unit_test(fragment),
        cmocka_unit_test(parts),
        cmocka_unit_test(cards_know_their_columns),
        cmocka_unit_test(wide_tables_scroll),
        cmocka_unit_test(charts),
        cmocka_unit_test(strings_stay_text),
        cmocka_unit_test(twins_agree),
    };
    return cmocka_run_group_tests(tests, looks_up, looks_down);
}
