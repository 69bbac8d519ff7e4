/* facts_report: what templates are given of a year: atoms, tallies that add up, the order of lists, what is new since the last
   report; and that a plan's facts stay as they are. Plans and actuals come from the bench. */
#include "bench.h"
#include <stdlib.h>
#include "document/facts.h"
#include "document/facts_report.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what a case does not name is not given */

static const char *const CONSTANT[YEARS] = {"10件", "10件", "10件", "10件", "10件"};
static const char *const RISING[YEARS] = {"98.60%", "98.65%", "98.70%", "98.75%", "98.80%"};
static const char *const WORDS[YEARS] = {"調査", "導入", "→", "—", "検証"};

/* ---- reading the facts ---- */

static xmlNode *next_named(xmlNode *node, const char *name)
{
    while (node && strcmp((const char *)node->name, name) != 0)
        node = node->next;
    return node;
}

static xmlNode *child(const xmlNode *parent, const char *name)
{
    return parent ? next_named(parent->children, name) : NULL;
}

static unsigned count_of(const xmlNode *parent, const char *name)
{
    unsigned count = 0;
    for (xmlNode *node = child(parent, name); node; node = next_named(node->next, name))
        count++;
    return count;
}

/* The one with attribute `key` = `wanted`. */
static xmlNode *with(const xmlNode *parent, const char *name, const char *key, const char *wanted)
{
    for (xmlNode *node = child(parent, name); node; node = next_named(node->next, name)) {
        xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)key);
        bool same = value && !strcmp((const char *)value, wanted);
        xmlFree(value);
        if (same) return node;
    }
    return NULL;
}

/* "" for none. Lives in the bench's arena. */
static const char *get(struct bench *bench, const xmlNode *node, const char *name)
{
    xmlChar *value = node ? xmlGetNoNsProp(node, (const xmlChar *)name) : NULL;
    const char *copy = arena_strdup(bench->arena, value ? (const char *)value : "");
    xmlFree(value);
    return copy;
}

static const char *text(struct bench *bench, const xmlNode *node)
{
    xmlChar *value = node ? xmlNodeGetContent(node) : NULL;
    const char *copy = arena_strdup(bench->arena, value ? (const char *)value : "");
    xmlFree(value);
    return copy;
}

static long number(struct bench *bench, const xmlNode *node, const char *name)
{
    return strtol(get(bench, node, name), NULL, 10);
}

#define SAYS(node, name, wanted) assert_string_equal(get(bench, (node), (name)), (wanted))

/* ---- the bench ---- */

static struct bench *start(void)
{
    struct bench *bench = bench_published();
    return bench;
}

static unsigned numeric(struct bench *bench, unsigned policy, const char *department, const char *first,
                        const char *second)
{
    unsigned ordinal = bench_initiative(bench, policy, department);
    bench_indicator(bench, ordinal, CONSTANT);
    if (first) bench_actual(bench, FIRST, ordinal, 0, first);
    if (second) bench_actual(bench, FIRST + 1, ordinal, 0, second);
    return ordinal;
}

static xmlNode *facts_of(struct bench *bench, xmlDoc **doc, int year)
{
    bench_run(bench, year);
    *doc = facts_report(&bench->plan, &bench->history, bench->progress);
    return xmlDocGetRootElement(*doc);
}

static xmlNode *cell_of(const xmlNode *root, const char *sheet, const char *year)
{
    return with(child(with(root, "sheet", "ref", sheet), "indicator"), "cell", "year", year);
}

static void end(struct bench *bench, xmlDoc *doc)
{
    xmlFreeDoc(doc);
    bench_free(bench);
}

/* ---- atoms ---- */

static void test_rates_are_cut_and_distances_told(void **state)
{
    (void)state;
    static const struct {
        const char *target, *actual, *unit, *rate, *distance, *difference, *side, *misses;
        enum direction direction;
        enum basis basis;
    } CASES[] = {
        {"1000件",       "999件",          NULL,     "99.9%",          "1件",                "△1件",             "below", "yes"                                },
        {"10000件",      "9999件",         NULL,     "99.9%",          "1件",                "△1件",             "below", "yes"                                },
        {"3団体",       "2団体",         NULL,     "66.6%",          "1団体",             "△1団体",          "below", "yes"                                },
        {"3団体",       "3団体",         NULL,     "100.0%",         "0団体",             "0団体",             "equal", ""                                   },
        {"98.65%",        "98.61%",          NULL,     "99.9%",          "0.04ポイント",    "△0.04ポイント", "below", "yes"                                },
        {"98.65%",        "98.70%",          NULL,     "100.0%",         "0.05ポイント",    "0.05ポイント",    "above", ""                                   },
        {"1,000人",      "12,345人",       NULL,     "1,234.5%",       "11,345人",           "11,345人",           "above", ""                                   },
        {"46",            "4,583,412千円", "億円", "99.6%",          "1,658.8万円",       "△1,658.8万円",    "below", "yes"                                },
        {"10件",         "12件",           NULL,     "83.3%",          "2件",                "2件",                "above", "yes",                                 DIRECTION_DOWN},
        {"10件",               "8件",                          NULL,              "125.0%", "2件", "△2件",                "below",              "",                             DIRECTION_DOWN},
        {"10件", "9件",                  NULL,                    "",                              "1件",                              "△1件",                              "below",  "yes",DIRECTION_UP, BASIS_COMPARE},
        {"0件",          "△2件",               NULL,          "",                          "2件",                                          "△2件",                                             "below",                                 "yes"                                                                                      },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = start();
        const char *row[YEARS] = {CASES[i].target, CASES[i].target, CASES[i].target, CASES[i].target, CASES[i].target};
        unsigned ordinal = bench_initiative(bench, 0, "課");
        struct indicator *indicator = bench_indicator(bench, ordinal, row);
        indicator->unit = CASES[i].unit;
        indicator->direction = CASES[i].direction;
        indicator->basis = CASES[i].basis ? CASES[i].basis : BASIS_TARGET;
        bench_actual(bench, FIRST, ordinal, 0, CASES[i].actual);
        xmlDoc *doc;
        const xmlNode *root = facts_of(bench, &doc, FIRST), *cell = cell_of(root, "1-1-1", "2026");
        const xmlNode *both[] = {cell, child(child(root, "sheet"), "headline")};
        for (size_t k = 0; k < sizeof both / sizeof *both; k++) {
            SAYS(both[k], "rate", CASES[i].rate);
            SAYS(both[k], "distance", CASES[i].distance);
            SAYS(both[k], "difference", CASES[i].difference);
            SAYS(both[k], "side", CASES[i].side);
            SAYS(both[k], "short-of", CASES[i].misses);
        }
        end(bench, doc);
    }
}

static void test_within_the_tolerance_is_not_short(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned ordinal = numeric(bench, 0, "課", "9件", "8件");
    struct indicator *indicator = (struct indicator *)bench_of(bench, ordinal)->indicator;
    indicator->direction = DIRECTION_KEEP;
    indicator->tolerance = (struct decimal){1, 0};
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1);
    SAYS(child(child(root, "sheet"), "indicator"), "tolerance", "1");
    SAYS(cell_of(root, "1-1-1", "2026"), "distance", "1件");
    SAYS(cell_of(root, "1-1-1", "2026"), "short-of", "");
    SAYS(cell_of(root, "1-1-1", "2027"), "short-of", "yes");
    end(bench, doc);
}

static void test_about_is_said(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned ordinal = numeric(bench, 0, "課", "約12件", "約12件");
    ((struct actual *)bench_sheet(bench, FIRST, ordinal)->actual)->confirmed = true;
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1);
    SAYS(cell_of(root, "1-1-1", "2026"), "rate", "約120.0%");
    SAYS(cell_of(root, "1-1-1", "2026"), "distance", "約2件");
    /* Not confirmed: compared, not graded. */
    SAYS(cell_of(root, "1-1-1", "2027"), "grade", "undecidable");
    SAYS(cell_of(root, "1-1-1", "2027"), "reason", "approximate");
    SAYS(cell_of(root, "1-1-1", "2027"), "rate", "");
    SAYS(cell_of(root, "1-1-1", "2027"), "distance", "約2件");
    end(bench, doc);
}

static void test_values_are_plain_and_in_one_unit(void **state)
{
    (void)state;
    static const char *const ROW[YEARS] = {"45", "46", "47", "48", "49"};
    struct bench *bench = start();
    unsigned ordinal = bench_initiative(bench, 0, "課");
    struct indicator *indicator = bench_indicator(bench, ordinal, ROW);
    indicator->unit = "億円";
    bench_baseline(bench, indicator, 2024, "4,263,148千円");
    bench_actual(bench, FIRST, ordinal, 0, "4,521,870千円");
    bench_actual(bench, FIRST + 1, ordinal, 0, "4,583,412千円");
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1), *node = child(child(root, "sheet"), "indicator");
    const xmlNode *cell = cell_of(root, "1-1-1", "2027");
    SAYS(node, "unit", "億円");
    SAYS(node, "chart", "line");
    SAYS(node, "outlook-year", "令和12年度");
    assert_string_equal(get(bench, node, "outlook-text"), "49.3億円");
    SAYS(child(node, "baseline"), "value", "42.63148");
    SAYS(child(cell, "target"), "value", "46");
    assert_string_equal(text(bench, child(cell, "target")), "46"); /* the author's own */
    SAYS(child(cell, "actual"), "value", "45.83412");
    SAYS(child(cell_of(root, "1-1-1", "2026"), "actual"), "value", "45.2187"); /* converting leaves no noughts */
    assert_string_equal(text(bench, child(cell, "actual")), "4,583,412千円");
    SAYS(child(child(root, "sheet"), "headline"), "target", "46億円");
    SAYS(child(cell_of(root, "1-1-1", "2030"), "projection"), "value", "49.3");
    assert_null(child(cell, "projection"));
    end(bench, doc);
}

/* ---- charts ---- */

static void test_the_chart_suits_the_row(void **state)
{
    (void)state;
    static const struct {
        const char *row[YEARS], *first, *second;
        const char *chart, *values, *low, *high;
    } CASES[] = {
        {{"98.60%", "98.65%", "98.70%", "98.75%", "98.80%"},           "98.52%", "98.61%", "dots",  "numeric",   "98.45", "98.85"},
        {{"7社", "7社", "8社", "8社", "9社"},                     "7社",   "4社",   "bars",  "numeric",   "",      ""     },
        {{"99.0%", "99.2%", "99.5%", "99.8%", "100.0%"},               "99.1%",  NULL,     "dots",  "numeric",   "98.8",  "100"  },
        {{"1件", "1件", "1件", "1件", "1件"},                     "0件",   "2件",   "bars",  "numeric",   "",      ""     },
        {{"80件", "85件", "90件", "95件", "100件"},
         "20件",                                                                NULL,
         "bars",                                                                                    "numeric",
         "",                                                                                                              ""     }, /* narrow, but does not look it */
        {{"10件", "10件", "10件", "10件", "10件"},                "9件",   NULL,     "bars",  "numeric",   "",      ""     }, /* looks it, but is not */
        {{"調査", "調査", "導入", "→", "—"},                 NULL,     NULL,     "strip", "milestone", "",      ""     },
        {{"5%増加", "5%増加", "5%増加", "5%増加", "5%増加"}, "100件", NULL,     "strip", "growth",    "",      ""     },
        {{"5%増加", "5%増加", "5%増加", "5%増加", "5%増加"}, "100件", "104件", "bars",  "growth",    "",      ""     },
        {{"1件", "調査・検討", "方針決定", "1件", "1件"},  "1件",   NULL,     "strip", "mixed",     "",      ""     },
        {{"1件", "1件", "方針決定", "1件", "1件"},             "1件",   "1件",   "bars",  "mixed",     "",      ""     },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = start();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        bench_indicator(bench, ordinal, CASES[i].row);
        if (CASES[i].first) bench_actual(bench, FIRST, ordinal, 0, CASES[i].first);
        if (CASES[i].second) bench_actual(bench, FIRST + 1, ordinal, 0, CASES[i].second);
        xmlDoc *doc;
        const xmlNode *node = child(child(facts_of(bench, &doc, FIRST + 1), "sheet"), "indicator");
        SAYS(node, "chart", CASES[i].chart);
        SAYS(node, "values", CASES[i].values);
        SAYS(node, "low", CASES[i].low);
        SAYS(node, "high", CASES[i].high);
        end(bench, doc);
    }
}

/* ---- words and states ---- */

static void test_states_arrows_and_steps(void **state)
{
    (void)state;
    static const char *const STEPS[YEARS] = {"把握|検討", "把握", "把握", "把握", "把握"};
    struct bench *bench = start();
    unsigned words = bench_initiative(bench, 0, "課"), steps = bench_initiative(bench, 0, "課");
    bench_indicator(bench, words, WORDS);
    bench_indicator(bench, steps, STEPS);
    struct actual *late = bench_actual(bench, FIRST, words, 0, "調べ始めた。");
    late->declared = DECLARED_LATE;
    late->in = 2028;
    struct actual *hard = bench_actual(bench, FIRST + 1, words, 0, "");
    hard->declared = DECLARED_HARD;
    hard->why = "国の制度が変わったため";
    static const struct actual_step DONE[] = {
        {.declared = DECLARED_MET,    .text = "終えた。"      },
        {.declared = DECLARED_PARTLY, .text = "半分終えた。"}
    };
    struct actual *both = bench_actual(bench, FIRST, steps, 0, "終えた。");
    both->steps = 2;
    both->step = DONE;
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1), *cell = cell_of(root, "1-1-1", "2026");
    SAYS(cell, "grade", "unmet");
    SAYS(cell, "measured", "no");
    SAYS(child(cell, "actual"), "declared-word", "遅れて");
    SAYS(child(cell, "actual"), "in-label", "令和10年度");
    const xmlNode *sheet = with(root, "sheet", "ref", "1-1-1");
    SAYS(sheet, "grade", "hard");
    SAYS(sheet, "previous-word", "未達成");
    SAYS(child(sheet, "headline"), "kind", "other");
    SAYS(child(sheet, "headline"), "why", "国の制度が変わったため");
    /* The arrow is the author's; what it continues stands beside it. */
    const xmlNode *arrow = child(cell_of(root, "1-1-1", "2028"), "target");
    assert_string_equal(text(bench, arrow), "→");
    SAYS(arrow, "kind", "continue");
    SAYS(arrow, "continues", "導入");
    SAYS(child(cell_of(root, "1-1-1", "2029"), "target"), "kind", "none");
    const xmlNode *stepped = cell_of(root, "1-1-2", "2026"), *actual = child(stepped, "actual");
    SAYS(stepped, "word", "おおむね達成");
    SAYS(stepped, "partly", "yes");
    assert_int_equal(count_of(actual, "step"), 2);
    SAYS(child(actual, "step")->next, "state-word", "一部達成");
    assert_int_equal(count_of(child(stepped, "target"), "step"), 2);
    SAYS(with(root, "sheet", "ref", "1-1-2"), "grade", "unreported");
    SAYS(child(with(root, "sheet", "ref", "1-1-2"), "headline"), "kind", "none");
    assert_null(child(cell_of(root, "1-1-2", "2027"), "actual"));
    end(bench, doc);
}

static void test_growth_says_what_was_needed(void **state)
{
    (void)state;
    static const char *const ROW[YEARS] = {"3%増加", "3%増加", "3%増加", "3%増加", "3%増加"};
    struct bench *bench = start();
    unsigned ordinal = bench_initiative(bench, 0, "課");
    bench_indicator(bench, ordinal, ROW);
    bench_actual(bench, FIRST, ordinal, 0, "128事業");
    bench_actual(bench, FIRST + 1, ordinal, 0, "131事業");
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1), *cell = cell_of(root, "1-1-1", "2027");
    SAYS(cell, "rate", "78.1%");
    SAYS(child(cell, "growth"), "rate", "2.3%");
    SAYS(child(cell, "growth"), "needed", "132事業");
    SAYS(child(cell, "growth"), "missing", "1事業");
    SAYS(cell_of(root, "1-1-1", "2026"), "reason", "first-year");
    assert_null(child(cell_of(root, "1-1-1", "2026"), "growth"));
    end(bench, doc);
}

static void test_sums_are_told_as_totals(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned ordinal = numeric(bench, 0, "課", "17件", "14件");
    ((struct indicator *)bench_of(bench, ordinal)->indicator)->accumulation = ACCUMULATION_SUM;
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1), *headline = child(child(root, "sheet"), "headline");
    const xmlNode *cell = cell_of(root, "1-1-1", "2027");
    SAYS(headline, "total", "yes");
    SAYS(headline, "target", "20件");
    SAYS(headline, "actual", "31件");
    SAYS(headline, "distance", "11件");
    SAYS(headline, "rate", "155.0%");
    assert_string_equal(text(bench, child(cell, "actual")), "14件");
    SAYS(child(cell, "total"), "actual", "31件");
    end(bench, doc);
}

static void test_years_outside_from_and_to(void **state)
{
    (void)state;
    static const char *const ROW[YEARS] = {NULL, "10件", "10件", NULL, NULL};
    struct bench *bench = start();
    unsigned ordinal = bench_initiative(bench, 0, "課");
    bench_indicator(bench, ordinal, ROW);
    bench_of(bench, ordinal)->from = 2027;
    bench_of(bench, ordinal)->to = 2028;
    bench_actual(bench, FIRST + 1, ordinal, 0, "10件");
    numeric(bench, 0, "課", "10件", "10件");
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1), *sheet = child(root, "sheet");
    SAYS(sheet, "previous-grade", "not-applicable");
    SAYS(sheet, "grade", "met");
    SAYS(cell_of(root, "1-1-1", "2026"), "due", "");
    SAYS(cell_of(root, "1-1-1", "2026"), "word", "対象外");
    SAYS(child(cell_of(root, "1-1-1", "2026"), "target"), "kind", "outside");
    SAYS(child(cell_of(root, "1-1-1", "2029"), "target"), "kind", "outside");
    SAYS(cell_of(root, "1-1-1", "2029"), "grade", ""); /* not yet a year of which anything is said */
    SAYS(with(sheet, "year", "n", "2026"), "word", "対象外");
    SAYS(with(sheet, "year", "n", "2027"), "shape", "■");
    SAYS(with(sheet, "year", "n", "2028"), "grade", "");
    /* In 2026 only the other one counted. */
    const xmlNode *met = with(child(root, "tally"), "count", "grade", "met");
    SAYS(met, "n", "2");
    SAYS(met, "before", "1");
    SAYS(with(child(root, "tally"), "other", "id", "not-applicable"), "before", "1");
    end(bench, doc);
}

/* ---- tallies ---- */

static void check_row(struct bench *bench, const xmlNode *tally)
{
    long counted = 0, graded = 0, measured = 0, outside = 0;
    for (const xmlNode *node = tally->children; node; node = node->next) {
        counted += number(bench, node, "n");
        if (strcmp((const char *)node->name, "count") != 0) continue;
        graded += number(bench, node, "n");
        measured += number(bench, node, "measured");
        assert_int_equal(number(bench, node, "n"), number(bench, node, "measured") + number(bench, node, "declared"));
    }
    outside = number(bench, with(tally, "other", "id", "not-applicable"), "n");
    assert_int_equal(counted, number(bench, tally, "initiatives"));
    assert_int_equal(graded, number(bench, tally, "graded"));
    assert_int_equal(measured, number(bench, tally, "measured"));
    assert_int_equal(graded - measured, number(bench, tally, "declared"));
    assert_int_equal(counted - outside, number(bench, tally, "of"));
    assert_int_equal(count_of(tally, "count"), 3);
    assert_int_equal(count_of(tally, "other"), 7);
}

static void test_tallies_add_up(void **state)
{
    (void)state;
    struct bench *bench = start();
    static const char *const NONE[YEARS] = {"10件", "—", "10件", "10件", "10件"};
    numeric(bench, 0, "甲課", "10件", "10件");
    numeric(bench, 0, "乙課", "10件", "8件");
    unsigned own = numeric(bench, 1, "甲課", "10件", "1件");
    bench_evaluation(bench, FIRST + 1, own, "主管課", "達成");
    numeric(bench, 1, "乙課", NULL, NULL);
    unsigned words = bench_initiative(bench, 2, "乙課"), outside = bench_initiative(bench, 2, "甲課");
    bench_indicator(bench, words, WORDS);
    bench_state(bench, FIRST, words, DECLARED_MET);
    bench_state(bench, FIRST + 1, words, DECLARED_MET);
    bench_indicator(bench, outside, NONE);
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1);
    long sum[3] = {0};
    unsigned rows = 0;
    static const char *const BY[] = {"all", "policy", "department"};
    for (xmlNode *tally = child(root, "tally"); tally; tally = next_named(tally->next, "tally"), rows++) {
        check_row(bench, tally);
        for (size_t i = 0; i < 3; i++)
            if (!strcmp(get(bench, tally, "by"), BY[i])) sum[i] += number(bench, tally, "initiatives");
    }
    assert_int_equal(rows, 1 + 3 + 2);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(sum[i], 6);
    const xmlNode *all = child(root, "tally"), *met = with(all, "count", "grade", "met");
    SAYS(all, "label", "全体");
    SAYS(all, "of", "5");
    SAYS(all, "differing", "1");
    SAYS(met, "n", "2");
    SAYS(met, "rate", "40.0%");
    SAYS(met, "measured", "1");
    SAYS(met, "declared", "1");
    SAYS(met, "before", "4");
    SAYS(with(all, "count", "grade", "unmet"), "before", "0");
    SAYS(with(root, "tally", "label", "基本方針二"), "number", "2");
    SAYS(with(root, "sheet", "ref", "2-1-1"), "own-grade", "達成");
    SAYS(with(root, "sheet", "ref", "2-1-1"), "own-by", "主管課");
    const xmlNode *change = child(root, "change");
    assert_int_equal(number(bench, change, "better") + number(bench, change, "same") + number(bench, change, "worse") +
                         number(bench, change, "other"),
                     6);
    SAYS(change, "worse", "2");
    end(bench, doc);
}

static void test_shares_are_cut(void **state)
{
    (void)state;
    struct bench *bench = start();
    numeric(bench, 0, "課", "10件", NULL);
    numeric(bench, 0, "課", "10件", NULL);
    numeric(bench, 0, "課", "1件", NULL);
    xmlDoc *doc;
    const xmlNode *all = child(facts_of(bench, &doc, FIRST), "tally");
    SAYS(with(all, "count", "grade", "met"), "rate", "66.6%");
    SAYS(with(all, "count", "grade", "unmet"), "rate", "33.3%");
    end(bench, doc);
}

/* ---- the first year, years without a file ---- */

static void test_first_year_has_nothing_before(void **state)
{
    (void)state;
    struct bench *bench = start();
    numeric(bench, 0, "課", "10件", "10件");
    bench->has_file[1] = false;
    bench->file[0].sample = true;
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST), *report = child(root, "report");
    SAYS(report, "year", "2026");
    SAYS(report, "label", "令和8年度");
    SAYS(report, "previous", "");
    SAYS(report, "as-of", "2027-03-31");
    SAYS(report, "as-of-text", "令和9年3月31日");
    SAYS(report, "published-text", "令和9年9月10日");
    assert_null(child(root, "change"));
    SAYS(with(child(root, "tally"), "count", "grade", "met"), "before", "");
    SAYS(child(root, "sheet"), "previous-grade", "");
    SAYS(with(child(root, "years"), "year", "n", "2026"), "reported", "yes");
    SAYS(with(child(root, "years"), "year", "n", "2027"), "reported", "");
    SAYS(with(child(root, "years"), "year", "n", "2027"), "due", "");
    SAYS(child(root, "plan"), "sample", "yes");
    SAYS(child(root, "plan"), "actuals-sample", "yes");
    xmlFreeDoc(doc);
    bench->has_file[0] = false; /* no file at all: everything is 未報告 */
    root = facts_of(bench, &doc, FIRST);
    SAYS(child(root, "report"), "as-of", "");
    SAYS(child(root, "sheet"), "word", "未報告");
    xmlFreeDoc(doc);
    bench->has_file[1] = true; /* a second year without a first: nothing to compare with */
    root = facts_of(bench, &doc, FIRST + 1);
    SAYS(child(root, "report"), "previous", "");
    SAYS(child(root, "sheet"), "grade", "met");
    SAYS(child(root, "sheet"), "previous-grade", "");
    SAYS(child(root, "plan"), "sample", "");
    end(bench, doc);
}

/* ---- lists ---- */

static void test_late_are_in_order(void **state)
{
    (void)state;
    static const char *const ORDER[] = {"1-1-4", "1-1-1", "1-1-2", "1-1-5", "1-1-6"};
    struct bench *bench = start();
    numeric(bench, 0, "課", "10件", "1件");
    numeric(bench, 0, "課", "10件", "1件");
    numeric(bench, 0, "課", "1件", "10件");                 /* no longer */
    numeric(bench, 0, "課", "1件", "1件");                  /* for two years */
    unsigned near = numeric(bench, 0, "課", "10件", "9件"); /* said to be late */
    bench_sheet(bench, FIRST + 1, near)->pace = lists_pace(&LISTS_PACES, "遅れ");
    unsigned silent = numeric(bench, 0, "課", "10件", NULL);
    bench_sheet(bench, FIRST + 1, silent)->pace = lists_pace(&LISTS_PACES, "遅れ");
    static const char *const WHY[] = {"人が足りない。"};
    static const struct block BLOCK = {.count = 1, .text = WHY};
    static const struct form_field REASON = {
        .id = FIELD_REASON,
        .element = "reason",
        .label = "要因",
        .name = "要因",
        .text = {.count = 1, .blocks = &BLOCK}
    };
    bench_sheet(bench, FIRST + 1, near)->fields = (struct form_fields){1, &REASON};
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1);
    unsigned i = 0;
    for (xmlNode *late = child(root, "late"); late; late = next_named(late->next, "late")) {
        assert_true(i < sizeof ORDER / sizeof *ORDER);
        SAYS(late, "ref", ORDER[i++]);
    }
    assert_int_equal(i, sizeof ORDER / sizeof *ORDER);
    const xmlNode *first = child(root, "late");
    SAYS(first, "id", "s1-1-4");
    SAYS(first, "years-late", "2");
    SAYS(first, "target", "10件");
    SAYS(first, "actual", "1件");
    SAYS(first, "distance", "9件");
    assert_null(child(first, "year-field"));
    const xmlNode *said = with(root, "late", "ref", "1-1-5");
    SAYS(said, "grade", "near");
    SAYS(said, "progress-word", "遅れ");
    assert_string_equal(text(bench, child(with(said, "year-field", "id", "reason"), "p")), "人が足りない。");
    SAYS(with(root, "late", "ref", "1-1-6"), "grade", "unreported");
    end(bench, doc);
}

static void test_effects(void **state)
{
    (void)state;
    struct bench *bench = start();
    unsigned one = numeric(bench, 0, "課", "10件", "10件");
    bench_effect(
        bench, FIRST, one,
        (struct effect){.category = &LISTS_EFFECTS.category[0], .amount = 1000, .has_cost = true, .cost = 1500});
    bench_effect(
        bench, FIRST + 1, one,
        (struct effect){.category = &LISTS_EFFECTS.category[0], .amount = 20480, .has_planned = true, .planned = 9000});
    bench_effect(bench, FIRST + 1, one,
                 (struct effect){.category = &LISTS_EFFECTS.category[1], .amount = 300, .has_cost = true, .cost = 500});
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1), *more = with(root, "effect", "category", "歳入増");
    SAYS(more, "yearly", "20480");
    SAYS(more, "yearly-text", "20,480千円");
    SAYS(more, "cumulative-text", "21,480千円");
    SAYS(more, "planned-text", "9,000千円");
    SAYS(more, "net-text", "20,480千円");
    SAYS(more, "cumulative-net-text", "19,980千円");
    const xmlNode *less = with(root, "effect", "category", "歳出減"), *all = with(root, "effect", "category", "計");
    SAYS(less, "net-text", "△200千円");
    SAYS(all, "yearly", "20780");
    SAYS(all, "net", "20280");
    assert_null(next_named(all->next, "effect"));
    const xmlNode *sheet = child(root, "sheet"), *entry = child(sheet, "effect");
    SAYS(entry, "amount-text", "20,480千円");
    SAYS(entry, "kind-word", "単年度");
    SAYS(entry, "cost-text", "");
    SAYS(next_named(entry->next, "effect"), "net-text", "△200千円");
    end(bench, doc);
}

static void test_twins_point_at_each_other(void **state)
{
    (void)state;
    struct bench *bench = start();
    for (unsigned i = 0; i < 3; i++) {
        unsigned ordinal = bench_initiative(bench, i, "課");
        bench_indicator(bench, ordinal, RISING)->definition = i == 1 ? "別の割合" : "同じ割合";
    }
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST);
    SAYS(child(with(root, "sheet", "ref", "1-1-1"), "twin"), "ref", "3-1-1");
    SAYS(child(with(root, "sheet", "ref", "3-1-1"), "twin"), "id", "s1-1-1");
    assert_null(child(with(root, "sheet", "ref", "2-1-1"), "twin"));
    end(bench, doc);
}

/* ---- what changed ---- */

static void test_corrections_newest_first(void **state)
{
    (void)state;
    static const struct correction OF_PLAN[] = {
        {.date = {2027, 9, 10}, .document = "plan", .field = "definition", .wrong = "d", .right = "x"},
        {.date = {2026, 5, 1},  .document = "plan", .field = "序文",     .wrong = "e", .right = "x"},
    };
    static const struct correction OF_FIRST[] = {
        {.date = {2027, 10, 5}, .document = "report", .ref = "1-1-1",       .field = "actual",                  .wrong = "b", .right = "x"},
        {.date = {2027, 10, 5},                     .document = "report",                     .ref = "9-9-9", .wrong = "c", .right = "x"},
    };
    static const struct correction OF_SECOND[] = {
        {.date = {2028, 10, 1}, .document = "report", .year = "2027", .wrong = "a", .right = "x", .reason = "誤記"}
    };
    struct bench *bench = start();
    numeric(bench, 0, "課", "10件", "10件");
    bench->plan.corrections = 2;
    bench->plan.correction = OF_PLAN;
    bench->file[0].corrections = 2;
    bench->file[0].correction = OF_FIRST;
    bench->file[1].corrections = 1;
    bench->file[1].correction = OF_SECOND;
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1);
    static const char *const WRONG[] = {"a", "b", "c", "d", "e"}, *const SINCE[] = {"yes", "yes", "yes", "", ""};
    unsigned i = 0;
    for (xmlNode *node = child(root, "correction"); node; node = next_named(node->next, "correction"), i++) {
        assert_true(i < sizeof WRONG / sizeof *WRONG);
        assert_string_equal(text(bench, child(node, "wrong")), WRONG[i]);
        SAYS(node, "since", SINCE[i]); /* the day of publication itself is not after it */
    }
    assert_int_equal(i, 5);
    const xmlNode *first = child(root, "correction"), *second = next_named(first->next, "correction");
    SAYS(first, "date-text", "令和10年10月1日");
    SAYS(first, "year", "令和9年度");
    SAYS(second, "field-word", "実績値");
    SAYS(second, "document-word", "評価報告書");
    SAYS(second, "name", "取組");
    SAYS(second, "id", "s1-1-1");
    SAYS(next_named(second->next, "correction"), "id", ""); /* an id that the plan does not have */
    xmlFreeDoc(doc);
    root = facts_of(bench, &doc, FIRST); /* nothing was published before the first report */
    SAYS(child(root, "correction"), "since", "");
    end(bench, doc);
}

static void test_revisions_in_force(void **state)
{
    (void)state;
    struct bench *bench = start();
    static const char *const ROW[YEARS] = {"10件", "20件", "30件", "30件", "30件"};
    unsigned ordinal = bench_initiative(bench, 0, "課");
    struct indicator *indicator = bench_indicator(bench, ordinal, ROW);
    bench_revised(bench, indicator, 2027, (struct date){2027, 3, 20}, "40件"); /* 40 → 25 */
    bench_revised(bench, indicator, 2027, (struct date){2028, 2, 1}, "25件");  /* 25 → 20 */
    bench_revised(bench, indicator, 2028, (struct date){2028, 12, 1}, "35件"); /* after the report */
    bench_actual(bench, FIRST, ordinal, 0, "10件");
    bench_actual(bench, FIRST + 1, ordinal, 0, "22件");
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST + 1);
    assert_int_equal(count_of(root, "revision"), 2);
    const xmlNode *first = child(root, "revision"), *second = next_named(first->next, "revision");
    SAYS(first, "from", "40件");
    SAYS(first, "to", "25件");
    SAYS(first, "since", "");
    SAYS(second, "from", "25件");
    SAYS(second, "to", "20件");
    SAYS(second, "since", "yes");
    SAYS(second, "label", "令和9年度");
    const xmlNode *cell = cell_of(root, "1-1-1", "2027");
    SAYS(cell, "grade", "met");
    SAYS(child(cell, "target"), "revised", "yes");
    assert_string_equal(text(bench, child(cell, "target")), "20件");
    assert_string_equal(text(bench, child(cell, "original")), "40件");
    SAYS(child(cell, "original"), "grade", "unmet");
    /* Not yet in force: the target as it stood, and no mark. */
    const xmlNode *later = child(cell_of(root, "1-1-1", "2028"), "target");
    assert_string_equal(text(bench, later), "35件");
    SAYS(later, "revised", "");
    assert_int_equal(count_of(child(child(root, "sheet"), "indicator"), "revised"), 2);
    end(bench, doc);
}

/* ---- the scheme ---- */

static void test_schemes(void **state)
{
    (void)state;
    static const struct grade FOUR[] = {
        {"S", true,  false, {120, 0}, NULL,           true,  "◎", 1},
        {"A", true,  false, {100, 0}, "達成",       true,  "○", 2},
        {"B", true,  false, {755, 1}, "一部達成", false, "◆", 3},
        {"C", false, false, {0, 0},   "未達成",    false, "△", 7},
    };
    struct bench *bench = start();
    unsigned ordinal = numeric(bench, 0, "課", "8件", "12件");
    ((struct indicator *)bench_of(bench, ordinal)->indicator)->judgement =
        (struct judgement){.count = 4, .grades = FOUR};
    xmlDoc *doc;
    const xmlNode *root = facts_of(bench, &doc, FIRST), *judgement = child(root, "judgement");
    SAYS(with(judgement, "grade", "id", "met"), "rule", "100%以上");
    SAYS(with(judgement, "grade", "id", "near"), "rule", "80%以上100%未満");
    SAYS(with(judgement, "grade", "id", "unmet"), "rule", "80%未満");
    const xmlNode *own = with(judgement, "scheme", "indicator", "1-1-1/1");
    assert_int_equal(count_of(own, "grade"), 4);
    SAYS(with(own, "grade", "id", "near"), "rule", "75.5%以上100%未満");
    SAYS(with(own, "grade", "id", "near"), "state", "一部達成");
    SAYS(child(child(root, "sheet"), "indicator"), "scheme", "1-1-1/1");
    SAYS(cell_of(root, "1-1-1", "2026"), "word", "B");
    SAYS(child(root, "sheet"), "word", "おおむね達成"); /* in the plan's words */
    assert_int_equal(count_of(child(root, "outcomes"), "outcome"), 7);
    SAYS(with(child(root, "outcomes"), "outcome", "id", "not-applicable"), "mark", "—");
    end(bench, doc);
}

/* ---- the plan's own facts ---- */

/* A report says of a sheet's place and texts what the plan says, word for word. */
static void test_report_holds_the_plan(void **state)
{
    (void)state;
    struct bench *bench = start();
    static const char *const SAID[] = {"いつでも開いている。"};
    static const struct block BLOCK = {.count = 1, .text = SAID};
    static const struct form_field FIELDS[] = {
        {.id = FIELD_GOAL,                        .element = "goal", .label = "期間内の最終目標", .text = {.count = 1, .blocks = &BLOCK}},
        {.id = FIELD_OWN, .label = "対象者"                 },
    };
    unsigned ordinal = numeric(bench, 0, "課", "10件", "10件");
    ((struct initiative *)bench->plan.initiative)[ordinal].fields = (struct form_fields){2, FIELDS};
    xmlDoc *doc, *plain = facts_plan(&bench->plan);
    const xmlNode *root = facts_of(bench, &doc, FIRST), *sheet = child(root, "sheet");
    const xmlNode *same = child(xmlDocGetRootElement(plain), "sheet");
    static const char *const ATTRIBUTES[] = {"id", "ref", "number", "first-of-policy"};
    static const char *const CHILDREN[] = {"policy", "item", "name", "department"};
    for (size_t i = 0; i < sizeof ATTRIBUTES / sizeof *ATTRIBUTES; i++)
        assert_string_equal(get(bench, sheet, ATTRIBUTES[i]), get(bench, same, ATTRIBUTES[i]));
    for (size_t i = 0; i < sizeof CHILDREN / sizeof *CHILDREN; i++) {
        assert_non_null(child(sheet, CHILDREN[i]));
        assert_string_equal(text(bench, child(sheet, CHILDREN[i])), text(bench, child(same, CHILDREN[i])));
    }
    assert_int_equal(count_of(sheet, "field"), 2);
    assert_string_equal(text(bench, with(sheet, "field", "id", "goal")), "いつでも開いている。");
    assert_string_equal(text(bench, with(sheet, "field", "label", "対象者")), "");
    assert_null(child(same, "headline"));
    assert_null(child(xmlDocGetRootElement(plain), "tally"));
    xmlFreeDoc(plain);
    end(bench, doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rates_are_cut_and_distances_told),
        cmocka_unit_test(test_within_the_tolerance_is_not_short),
        cmocka_unit_test(test_about_is_said),
        cmocka_unit_test(test_values_are_plain_and_in_one_unit),
        cmocka_unit_test(test_the_chart_suits_the_row),
        cmocka_unit_test(test_states_arrows_and_steps),
        cmocka_unit_test(test_growth_says_what_was_needed),
        cmocka_unit_test(test_sums_are_told_as_totals),
        cmocka_unit_test(test_years_outside_from_and_to),
        cmocka_unit_test(test_tallies_add_up),
        cmocka_unit_test(test_shares_are_cut),
        cmocka_unit_test(test_first_year_has_nothing_before),
        cmocka_unit_test(test_late_are_in_order),
        cmocka_unit_test(test_effects),
        cmocka_unit_test(test_twins_point_at_each_other),
        cmocka_unit_test(test_corrections_newest_first),
        cmocka_unit_test(test_revisions_in_force),
        cmocka_unit_test(test_schemes),
        cmocka_unit_test(test_report_holds_the_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
