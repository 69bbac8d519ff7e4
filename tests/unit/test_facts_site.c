/* facts_site and site.xsl: what each year brought, the dates of pages, departments, downloads; and that the pages say all that the
   report says, in the same words. */
#include "bench.h"
#include <stdio.h>
#include <stdlib.h>
#include "base/buf.h"
#include "document/element.h"
#include "document/facts_report.h"
#include "document/facts_site.h"
#include "document/template.h"
#include "documents.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what a case does not name is not given */

static const char *const CONSTANT[YEARS] = {"10件", "10件", "10件", "10件", "10件"};

/* ---- the bench ---- */

static struct bench *start(void)
{
    struct bench *bench = bench_published();
    bench->plan.municipality = "市";
    return bench;
}

static unsigned numeric(struct bench *bench, const char *department, const char *first, const char *second)
{
    unsigned ordinal = bench_initiative(bench, 0, department);
    bench_indicator(bench, ordinal, CONSTANT)->definition = "件数";
    if (first) bench_actual(bench, FIRST, ordinal, 0, first);
    if (second) bench_actual(bench, FIRST + 1, ordinal, 0, second);
    return ordinal;
}

static xmlDoc *facts_of(struct bench *bench, const struct site_options *options)
{
    bench_run(bench, FIRST + 1);
    return facts_site(&bench->plan, &bench->history, bench->progress, options);
}

static void end(struct bench *bench, xmlDoc *doc)
{
    xmlFreeDoc(doc);
    bench_free(bench);
}

/* The text that a path finds, or "". */
static void says(xmlDoc *doc, const char *path, const char *wanted)
{
    xmlXPathContext *context = xmlXPathNewContext(doc);
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)path, context);
    assert_non_null(found);
    xmlChar *text = xmlXPathCastToString(found);
    if (strcmp((const char *)text, wanted) != 0) print_error("%s\n", path);
    assert_string_equal((const char *)text, wanted);
    xmlFree(text);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
}

/* ---- years ---- */

static void test_every_year_has_its_entry(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned one = numeric(bench, "課", "10件", "1件");
    numeric(bench, "課", NULL, "10件");
    bench_sheet(bench, FIRST, one)->pace = lists_pace(&LISTS_PACES, "計画どおり");
    bench_sheet(bench, FIRST + 1, one)->pace = lists_pace(&LISTS_PACES, "遅れ");
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "count(//sheet[1]/entry)", "2");
    says(doc, "//sheet[1]/entry[1]/@label", "令和9年度"); /* the newest first */
    says(doc, "//sheet[1]/entry[1]/@previous", "令和8年度");
    says(doc, "//sheet[1]/entry[1]/@grade", "unmet");
    says(doc, "//sheet[1]/entry[1]/@previous-grade", "met");
    says(doc, "//sheet[1]/entry[1]/@progress-word", "遅れ");
    says(doc, "//sheet[1]/entry[1]/headline/@distance", "9件");
    says(doc, "//sheet[1]/entry[2]/@grade", "met");
    says(doc, "//sheet[1]/entry[2]/@previous", "");
    says(doc, "//sheet[1]/entry[2]/@previous-grade", "");
    says(doc, "//sheet[1]/entry[2]/@progress-word", "計画どおり");
    says(doc, "//sheet[1]/entry[2]/headline/@actual", "10件");
    says(doc, "//sheet[2]/entry[2]/@grade", "unreported");
    end(bench, doc);
}

static void test_no_entry_outside_its_years(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned later = numeric(bench, "課", NULL, "10件"), never = numeric(bench, "課", NULL, NULL);
    bench_of(bench, later)->from = FIRST + 1;
    bench_of(bench, never)->from = FIRST + 2;
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "count(//sheet[1]/entry)", "1");
    says(doc, "//sheet[1]/entry/@label", "令和9年度");
    says(doc, "count(//sheet[2]/entry)", "0");
    end(bench, doc);
}

static void test_results_of_each_year_add_up(void **state)
{
    (void)state;
    struct bench *bench = start();
    numeric(bench, "甲課", "10件", "1件");
    numeric(bench, "甲課", "10件", "10件");
    numeric(bench, "乙課", NULL, "10件");
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "count(//results)", "2");
    says(doc, "//results[1]/tally[@by='all']/count[@grade='met']/@n", "2");
    says(doc, "//results[2]/tally[@by='all']/count[@grade='met']/@n", "2");
    says(doc, "//results[1]/tally[@by='all']/other[@id='unreported']/@n", "1");
    says(doc, "//results[1]/tally[@label='甲課']/count[@grade='met']/@n", "2");
    says(doc, "//results[2]/tally[@label='甲課']/count[@grade='met']/@n", "1");
    says(doc, "count(//results/tally[sum(count/@n) + sum(other/@n) != @initiatives])", "0");
    says(doc, "//results[2]/@published", "2028-09-10");
    says(doc, "//results[2]/@as-of-text", "令和10年3月31日");
    end(bench, doc);
}

static void test_a_year_without_a_file_is_unreported(void **state)
{
    (void)state;
    struct bench *bench = start();
    numeric(bench, "課", NULL, "10件");
    bench->has_file[0] = false;
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "//results[1]/@reported", "");
    says(doc, "//results[2]/@reported", "yes");
    says(doc, "//results[1]/@published", "");
    says(doc, "//sheet/entry[2]/@grade", "unreported");
    says(doc, "//sheet/entry[1]/@previous", ""); /* nothing to compare with */
    says(doc, "//dates[@of='all']/@published", "2028-09-10");
    end(bench, doc);
}

/* ---- dates of pages ---- */

static void test_dates_follow_what_a_page_shows(void **state)
{
    (void)state;
    static const struct correction LATER[] = {
        {.date = {2028, 10, 20}, .ref = "1-1-1", .wrong = "誤", .right = "正"},
    };
    struct bench *bench = start();
    numeric(bench, "甲課", "10件", "10件");
    numeric(bench, "乙課", "10件", "10件");
    unsigned checked = numeric(bench, "丙課", "10件", "10件");
    struct sheet_year *sheet = bench_sheet(bench, FIRST + 1, checked);
    sheet->has_checked = true;
    sheet->checked = (struct date){2028, 9, 30};
    bench->file[1].corrections = 1;
    bench->file[1].correction = LATER;
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "//sheet[1]/@published", "2027-09-10");
    says(doc, "//sheet[1]/@published-text", "令和9年9月10日");
    says(doc, "//sheet[1]/@updated", "2028-10-20");
    says(doc, "//sheet[1]/@updated-text", "令和10年10月20日");
    says(doc, "//sheet[2]/@updated", "2028-09-10"); /* not by the correction of another */
    says(doc, "//sheet[3]/@updated", "2028-09-30");
    says(doc, "//policy/@updated", "2028-10-20");
    says(doc, "//office[@name='甲課']/@updated", "2028-10-20");
    says(doc, "//office[@name='乙課']/@updated", "2028-09-10");
    says(doc, "//dates[@of='all']/@updated", "2028-10-20");
    says(doc, "//dates[@of='plan']/@updated", "2027-09-10");
    end(bench, doc);
}

static void test_dates_of_a_plan_never_published(void **state)
{
    (void)state;
    struct bench *bench = start();
    numeric(bench, "課", "10件", "10件");
    bench->file[0].has_published = bench->file[1].has_published = false;
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "//sheet/@published", "2026-03"); /* as exact as the plan says it */
    says(doc, "//sheet/@published-text", "令和8年3月");
    says(doc, "//sheet/@updated", "2026-03");
    end(bench, doc);
}

static void test_a_revised_target_changes_its_page(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned one = numeric(bench, "課", "10件", "10件");
    numeric(bench, "課", "10件", "10件");
    bench->file[1].published = (struct date){2028, 9, 10};
    struct indicator *indicator = (struct indicator *)bench_of(bench, one)->indicator;
    bench_revised(bench, indicator, FIRST + 2, (struct date){2028, 9, 10}, "20件");
    bench_revised(bench, indicator, FIRST + 3, (struct date){2028, 12, 1}, "20件"); /* not in force yet */
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "//sheet[1]/@updated", "2028-09-10");
    end(bench, doc);
}

/* ---- departments ---- */

static void test_departments_keep_their_numbers(void **state)
{
    (void)state;
    static const struct department LISTED[] = {
        {"無役課", NULL   },
        {"甲課",    "055-1"},
        {"乙課",    NULL   }
    };
    static const struct charge BOTH[] = {
        {.name = "乙課", .note = ""},
        {.name = "丙課", .note = ""}
    };
    struct bench *bench = start();
    bench->plan.departments = 3;
    bench->plan.department = LISTED;
    numeric(bench, "甲課", "10件", "10件");
    unsigned shared = numeric(bench, "乙課", "10件", "10件");
    bench_of(bench, shared)->charges = 2;
    bench_of(bench, shared)->charge = BOTH;
    xmlDoc *doc = facts_of(bench, NULL);
    says(doc, "count(//office)", "3");
    says(doc, "//office[@name='甲課']/@number", "2"); /* its place in the plan's list */
    says(doc, "//office[@name='甲課']/@tel", "055-1");
    says(doc, "//office[@name='乙課']/@number", "3");
    says(doc, "//office[@name='丙課']/@number", "4"); /* not in the list */
    says(doc, "//office[@name='丙課']/member/@ref", "1-1-2");
    says(doc, "count(//sheet[@ref='1-1-2']/owner)", "2");
    says(doc, "//sheet[@ref='1-1-2']/owner[2]/@office", "4");
    end(bench, doc);
}

/* ---- downloads ---- */

static void test_sizes_as_readers_know_them(void **state)
{
    (void)state;
    static const struct {
        size_t bytes;
        const char *text;
    } SIZE[] = {
        {0,       "0B"    },
        {999,     "999B"  },
        {1000,    "1KB"   },
        {1499,    "1KB"   },
        {1500,    "2KB"   },
        {999499,  "999KB" },
        {999500,  "1.0MB" },
        {1249999, "1.2MB" },
        {1250000, "1.3MB" },
        {9999999, "10.0MB"},
    };
    struct bench *bench = start();
    numeric(bench, "課", "10件", "10件");
    bench_run(bench, FIRST + 1);
    for (size_t i = 0; i < sizeof SIZE / sizeof *SIZE; i++) {
        struct site_download one = {
            .what = "report", .year = FIRST, .path = "report-2026.pdf", .kind = "PDF", .bytes = SIZE[i].bytes};
        struct site_options options = {.downloads = 1, .download = &one};
        xmlDoc *doc = facts_site(&bench->plan, &bench->history, bench->progress, &options);
        says(doc, "//download/@size", SIZE[i].text);
        says(doc, "//download/@label", "令和8年度");
        says(doc, "count(//download/@pages)", "0");
        xmlFreeDoc(doc);
    }
    bench_free(bench);
}

/* ---- the whole road, from the sample ---- */

struct road {
    struct diag *diag;
    struct plan *plan;
    struct history *history;
    struct progress *progress;
};

static struct road road_of(const char *input)
{
    char path[256];
    struct road road = {.diag = diag_new()};
    snprintf(path, sizeof path, "%s/plan.xml", input);
    road.plan = plan_read(path, road.diag);
    assert_non_null(road.plan);
    snprintf(path, sizeof path, "%s/actuals", input);
    road.history = history_read(path, road.plan, 0, road.diag);
    assert_non_null(road.history);
    road.progress = progress_new(road.plan, road.history, 0, road.diag);
    return road;
}

static void road_end(struct road *road)
{
    progress_free(road->progress);
    history_free(road->history);
    plan_free(road->plan);
    diag_free(road->diag);
}

static xmlDoc *site_of(struct road *road, const struct site_options *options)
{
    xmlDoc *facts = facts_site(road->plan, road->history, road->progress, options);
    xmlDoc *doc = template_apply("templates", "site.xsl", facts, road->diag);
    assert_non_null(doc);
    xmlFreeDoc(facts);
    return doc;
}

static xmlDoc *report_of(struct road *road)
{
    xmlDoc *facts = facts_report(road->plan, road->history, road->progress);
    xmlDoc *doc = template_apply("templates", "report.xsl", facts, road->diag);
    assert_non_null(doc);
    xmlFreeDoc(facts);
    return doc;
}

static void test_facts_and_pages_are_as_their_schemas_say(void **state)
{
    (void)state;
    static const char *const INPUT[] = {"input", "tests/cities/hokuto/input", "tests/golden/small"};
    static const struct site_download FILES[] = {
        {"report",     2027, NULL,        "report-2027.pdf",     "PDF", 1200000, 48},
        {"indicators", 0,    NULL,        "data/indicators.csv", "CSV", 1,       0 },
        {"other",      0,    "別の物", "other.pdf",           "PDF", 5000,    1 },
    };
    static const struct site_column COLUMN = {"indicators.csv", "団体コード", "6桁の番号"};
    struct site_options options = {3, 1, FILES, &COLUMN};
    struct schema facts_schema = schema_read("build/schema/facts-site.rng");
    struct schema document_schema = schema_read("build/schema/document.rng");
    for (size_t i = 0; i < sizeof INPUT / sizeof *INPUT; i++) {
        struct road road = road_of(INPUT[i]);
        xmlDoc *facts = facts_site(road.plan, road.history, road.progress, &options), *doc = site_of(&road, &options);
        assert_true(schema_accepts(&facts_schema, facts, 1));
        assert_true(schema_accepts(&document_schema, doc, 1));
        xmlNewProp(node_of(facts, "//entry"), (const xmlChar *)"published", (const xmlChar *)"2027-01-01");
        assert_false(schema_accepts(&facts_schema, facts, 0)); /* an entry has no such date */
        xmlFreeDoc(facts);
        xmlFreeDoc(doc);
        road_end(&road);
    }
    schema_free(&facts_schema);
    schema_free(&document_schema);
}

static void test_downloads_say_what_they_are(void **state)
{
    (void)state;
    static const struct site_download FILES[] = {
        {"report",     2027, NULL, "report-2027.pdf",     "PDF", 1200000, 48},
        {"indicators", 0,    NULL, "data/indicators.csv", "CSV", 81200,   0 },
    };
    struct site_options options = {.downloads = 2, .download = FILES};
    struct road road = road_of("input");
    xmlDoc *doc = site_of(&road, &options);
    says(doc, "//page[@id='index']//a[@href='file:report-2027.pdf']",
         "令和9年度 進行管理・評価報告書（PDF：1.2MB、48ページ）");
    says(doc, "count(//page[@id='index']//a[starts-with(@href,'file:data/')])", "0");
    says(doc, "//page[@id='data']//a[@href='file:data/indicators.csv']",
         "指標ごと、年度ごとの目標値、実績値及び判定（CSV：81KB）");
    xmlFreeDoc(doc);
    doc = site_of(&road, NULL); /* nothing to offer: no empty section */
    says(doc, "count(//ul[@class='downloads'])", "0");
    xmlFreeDoc(doc);
    road_end(&road);
}

static void test_pages_are_marked_and_named(void **state)
{
    (void)state;
    struct road road = road_of("input");
    xmlDoc *doc = site_of(&road, NULL);
    says(doc, "count(//page[not(aside='案') or not(aside='見本（架空の数値）')])", "0");
    says(doc, "//page[@id='1-1-1']/@title",
         "1-1-1 "
         "きめ細かな納税相談・滞納処分の適正な執行（令和9年度評価）｜第5次南アルプス市行政改革実施計画（案）【見本】"
         "｜南アルプス市");
    says(doc, "count(//page[count(.//h1) != 1])", "0");
    says(doc, "count(//page[not(@description)])", "0");
    says(doc, "count(//page[@class='initiative'][not(p[@class='dates']/span[2]/time/@datetime)])", "0");
    says(doc, "//page[@id='index']/h1", "令和9年度は、31の取組のうち11が達成");
    says(doc, "count(//table[@id='list']/tbody/tr)", "31");
    says(doc, "count(//page[@id='index']//table[@class='matrix']//a[contains(@href,'/fy')])", "62");
    xmlFreeDoc(doc);
    road_end(&road);
}

/* A target of growth that was not reached is not said to have been. */
static void test_unmet_is_not_said_to_be_reached(void **state)
{
    (void)state;
    struct road road = road_of("input");
    xmlDoc *doc = site_of(&road, NULL), *report = report_of(&road);
    static const char REACHED[] = "届きました";
    char path[256];
    snprintf(path, sizeof path, "count(//div[contains(@class,'unmet')]/p[@class='headline'][contains(.,'%s')])",
             REACHED);
    says(doc, path, "0");
    says(report, path, "0");
    snprintf(path, sizeof path, "count(//div[contains(@class,' met')]/p[@class='headline'][contains(.,'%s')]) > 0",
             REACHED);
    says(doc, path, "true"); /* the path finds what it looks for */
    says(report, path, "true");
    says(doc, "//page[@id='2-1-1']/div/p[@class='headline']",
         "令和9年度の目標「実施事業3%増加」に対し、実績は131事業です。達成率は78.1%です。");
    xmlFreeDoc(report);
    xmlFreeDoc(doc);
    road_end(&road);
}

/* ---- no fact is only in the PDF ---- */

/* Without any blank, as pages and paper break lines elsewhere. */
static void put_plain(struct buf *out, const xmlNode *node)
{
    struct buf text = {0};
    element_text(node, &text);
    for (const char *p = buf_text(&text); *p;) {
        static const char WIDE[] = "　";
        if (!strncmp(p, WIDE, sizeof WIDE - 1))
            p += sizeof WIDE - 1;
        else if (*p == ' ' || *p == '\n')
            p++;
        else
            buf_char(out, *p++);
    }
    buf_free(&text);
}

static void gather(struct buf *out, const xmlNode *node)
{
    if (element_is(node, "chart")) {
        buf_str(out, element_attr(node, "alt"));
    } else if (element_holds_text(node)) {
        put_plain(out, node);
        buf_char(out, '\n');
    } else {
        for (const xmlNode *n = element_first(node); n; n = element_next(n->next))
            gather(out, n);
    }
}

/* Every text of the report's page is somewhere in `site`. What is left out: what stands on every sheet of paper, titles and heads of
   tables, the form's labels (which stand there also over nothing), and the cell in which the source is followed by the definition,
   which the pages say apart. */
static unsigned missing_from(const char *site, const xmlNode *node)
{
    unsigned missing = 0;
    static const char *const NOT[] = {"header", "footer", "caption", "thead"};
    for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++)
        if (element_is(node, NOT[i])) return 0;
    if (element_is(node, "th") && element_has_class(node->parent->parent->parent, "entry")) return 0;
    if (element_is(node, "chart")) return strstr(site, element_attr(node, "alt")) == NULL;
    if (!element_holds_text(node)) {
        for (const xmlNode *n = element_first(node); n; n = element_next(n->next))
            missing += missing_from(site, n);
        return missing;
    }
    struct buf text = {0};
    if (!element_has_class(node, "wide")) put_plain(&text, node);
    if (text.size && !strstr(site, buf_text(&text))) {
        print_error("not on the pages: %s\n", buf_text(&text));
        missing = 1;
    }
    buf_free(&text);
    return missing;
}

static unsigned missing_facts(xmlDoc *report, xmlDoc *site)
{
    unsigned missing = 0, pages = 0;
    for (xmlNode *page = element_first(xmlDocGetRootElement(report)); page; page = element_next(page->next)) {
        static const char *const SUMMARY[] = {"summary", "tallies", "late", "effects", "changes"};
        const char *id = element_attr(page, "id");
        bool sheet = element_has_class(page, "sheet"), wanted = sheet;
        for (size_t i = 0; i < sizeof SUMMARY / sizeof *SUMMARY; i++)
            wanted = wanted || !strcmp(id, SUMMARY[i]);
        if (!wanted) continue;
        struct buf text = {0};
        for (xmlNode *n = element_first(xmlDocGetRootElement(site)); n; n = element_next(n->next)) {
            const char *own = element_attr(n, "id");
            bool here = sheet ? !strcmp(own, id + 1) : !strcmp(own, "results") || !strcmp(own, "changes");
            if (here) gather(&text, n);
        }
        missing += missing_from(buf_text(&text), page);
        buf_free(&text);
        pages++;
    }
    assert_true(pages > 3);
    return missing;
}

static void test_no_fact_is_only_in_the_report(void **state)
{
    (void)state;
    static const char *const INPUT[] = {"input", "tests/cities/hokuto/input", "tests/golden/small"};
    for (size_t i = 0; i < sizeof INPUT / sizeof *INPUT; i++) {
        struct road road = road_of(INPUT[i]);
        xmlDoc *site = site_of(&road, NULL), *report = report_of(&road);
        assert_int_equal(missing_facts(report, site), 0);
        xmlNode *headline = node_of(site, "//div[contains(@class, 'answer')]/p[@class='headline']");
        xmlNodeSetContent(headline, (const xmlChar *)"何も言わない。"); /* and would be seen to be missing */
        assert_true(missing_facts(report, site) > 0);
        xmlFreeDoc(report);
        xmlFreeDoc(site);
        road_end(&road);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_year_has_its_entry),
        cmocka_unit_test(test_no_entry_outside_its_years),
        cmocka_unit_test(test_results_of_each_year_add_up),
        cmocka_unit_test(test_a_year_without_a_file_is_unreported),
        cmocka_unit_test(test_dates_follow_what_a_page_shows),
        cmocka_unit_test(test_dates_of_a_plan_never_published),
        cmocka_unit_test(test_a_revised_target_changes_its_page),
        cmocka_unit_test(test_departments_keep_their_numbers),
        cmocka_unit_test(test_sizes_as_readers_know_them),
        cmocka_unit_test(test_facts_and_pages_are_as_their_schemas_say),
        cmocka_unit_test(test_downloads_say_what_they_are),
        cmocka_unit_test(test_pages_are_marked_and_named),
        cmocka_unit_test(test_unmet_is_not_said_to_be_reached),
        cmocka_unit_test(test_no_fact_is_only_in_the_report),
    };
    return cmocka_run_group_tests_name("facts_site", tests, NULL, NULL);
}
