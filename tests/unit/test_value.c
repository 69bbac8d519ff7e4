/* value: every kind, and above all what must not be taken for a number, or for words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "plan/value.h"

/* what looks like a number and is none */
static const char *const MALFORMED[] = {"1,10件",        "1,1000件",   "12,3456",
                                        "1234,567",      "0,123",      ",100",
                                        "98..6%",        "98.%",       ".5%",
                                        "98。6%",        "98・6%",     "1.234.567円",
                                        "1、200件",      "1 200件",    "1　200件",
                                        "12O件",         "12o件",      "１２Ｏ件",
                                        "1l件",          "1I0件",      "l2件",
                                        "O.5%",          "1〇件",      "〇5件",
                                        "1○0件",         "1/2",        "10:30",
                                        "4-7社",         "7社～4社",   "4社～7団体",
                                        "—5件",          "ー5件",      "±5%",
                                        "¥1,000",        "98%6",       "2億3億円",
                                        "1億20,000万円", "前年比103%", "対前年度比 3%以上",
                                        "5件6"};
static const char *const EMPTY[] = {"", " \n\t ", "　"};
static const char *const TOO_LARGE[] = {"9999999999999999999件", "0.1234567890", "999999999999999999兆円",
                                        "99999999999億1円"};
/* words, also where a number begins them */
static const char *const MILESTONES[] = {"研究・検討",
                                         "改定案の作成、内部・外部調整",
                                         "3施設の廃止方針を決定",
                                         "2か所で試行",
                                         "3施設廃止",
                                         "2回実施",
                                         "80%達成",
                                         "24時間365日対応",
                                         "1、2号棟の改修",
                                         "1/2補助の検討",
                                         "2026年度導入",
                                         "1件、検討を継続",
                                         "3%増加に向けた検討",
                                         "令和12年度までに3%増加",
                                         "WEB形式を含む研修計画の検討",
                                         "第2次計画の策定",
                                         "約束の履行",
                                         "OJTの実施",
                                         "三者協議"};
static const char *const CONTINUES[] = {"→"};
static const char *const NONES[] = {"—", "－", "-", "ー"};

struct expected {
    const char *text;
    int64_t units;
    int scale;
    const char *unit;
    bool approximate;
    int64_t high;
    enum bound bound;
};
static const struct expected PERCENTS[] = {
    {"98.60%",             9860, 2, NULL, false, 9860, BOUND_NONE    },
    {"８５％",          85,   0, NULL, false, 85,   BOUND_NONE    },
    {"９８．６０％", 9860, 2, NULL, false, 9860, BOUND_NONE    },
    {"85 %",               85,   0, NULL, false, 85,   BOUND_NONE    },
    {"85パーセント",  85,   0, NULL, false, 85,   BOUND_NONE    },
    {"99%以上",          99,   0, NULL, false, 99,   BOUND_AT_LEAST},
    {"-0.5%",              -5,   1, NULL, false, -5,   BOUND_NONE    },
    {"−0.5%",            -5,   1, NULL, false, -5,   BOUND_NONE    },
    {"△0.5%",            -5,   1, NULL, false, -5,   BOUND_NONE    },
    {"80%～85%",          80,   0, NULL, false, 85,   BOUND_WITHIN  },
    {"70%以上80%未満", 70,   0, NULL, false, 80,   BOUND_WITHIN  },
};
static const struct expected QUANTITIES[] = {
    {"110,000件",               110000,    0, "件",                false, 110000,    BOUND_NONE    },
    {"１１０，０００件", 110000,    0, "件",                false, 110000,    BOUND_NONE    },
    {"7社",                     7,         0, "社",                false, 7,         BOUND_NONE    },
    {"△2億円",               -2,        0, "億円",             false, -2,        BOUND_NONE    },
    {"▲ 2億円",              -2,        0, "億円",             false, -2,        BOUND_NONE    },
    {"4,263,148千円",          4263148,   0, "千円",             false, 4263148,   BOUND_NONE    },
    {"12.5百万円",            125,       1, "百万円",          false, 125,       BOUND_NONE    },
    {"1億2,000万円",          120000000, 0, "円",                false, 120000000, BOUND_NONE    },
    {"１億２千万円",       120000000, 0, "円",                false, 120000000, BOUND_NONE    },
    {"3千万円",               30000000,  0, "円",                false, 30000000,  BOUND_NONE    },
    {"1.5億3円",               150000003, 0, "円",                false, 150000003, BOUND_NONE    },
    {"3万人",                  30000,     0, "人",                false, 30000,     BOUND_NONE    },
    {"2.5千人",                2500,      0, "人",                false, 2500,      BOUND_NONE    },
    {"約80団体",              80,        0, "団体",             true,  80,        BOUND_NONE    },
    {"100団体以上",          100,       0, "団体",             false, 100,       BOUND_AT_LEAST},
    {"80団体程度",           80,        0, "団体",             true,  80,        BOUND_NONE    },
    {"3施設以上",            3,         0, "施設",             false, 3,         BOUND_AT_LEAST},
    {"5自治会以上",         5,         0, "自治会",          false, 5,         BOUND_AT_LEAST},
    {"およそ80団体",        80,        0, "団体",             true,  80,        BOUND_NONE    },
    {"7社程度",               7,         0, "社",                true,  7,         BOUND_NONE    },
    {"100件超",                100,       0, "件",                false, 100,       BOUND_MORE    },
    {"4～7社",                 4,         0, "社",                false, 7,         BOUND_WITHIN  },
    {"4社〜7社",              4,         0, "社",                false, 7,         BOUND_WITHIN  },
    {"4から7社",              4,         0, "社",                false, 7,         BOUND_WITHIN  },
    {"2か所",                  2,         0, "か所",             false, 2,         BOUND_NONE    },
    {"2ヶ所",                  2,         0, "ヶ所",             false, 2,         BOUND_NONE    },
    {"6か月",                  6,         0, "か月",             false, 6,         BOUND_NONE    },
    {"3つ",                     3,         0, "つ",                false, 3,         BOUND_NONE    },
    {"12件（累計）",        12,        0, "件",                false, 12,        BOUND_NONE    },
    {"5l",                       5,         0, "l",                  false, 5,         BOUND_NONE    },
    {"500m2",                    500,       0, "m2",                 false, 500,       BOUND_NONE    },
    {"80t-CO2",                  80,        0, "t-CO2",              false, 80,        BOUND_NONE    },
    {"3件/年",                 3,         0, "件/年",            false, 3,         BOUND_NONE    },
    {"0.5ポイント",          5,         1, "ポイント",       false, 5,         BOUND_NONE    },
    {"500ダウンロード",    500,       0, "ダウンロード", false, 500,       BOUND_NONE    },
    {"0件",                     0,         0, "件",                false, 0,         BOUND_NONE    },
};
static const struct expected BOUNDED[] = {
    {"10時間以内",           10,  0, "時間", false, 10,  BOUND_AT_MOST },
    {"50件を超える",        50,  0, "件",    false, 50,  BOUND_MORE    },
    {"10人を上回る",        10,  0, "人",    false, 10,  BOUND_MORE    },
    {"5件を下回る",         5,   0, "件",    false, 5,   BOUND_LESS    },
    {"5件を下回らない",   5,   0, "件",    false, 5,   BOUND_AT_LEAST},
    {"140億円を超えない", 140, 0, "億円", false, 140, BOUND_AT_MOST },
    {"30億円以上",           30,  0, "億円", false, 30,  BOUND_AT_LEAST},
    {"１００件未満",       100, 0, "件",    false, 100, BOUND_LESS    },
    {"4社から7社",           4,   0, "社",    false, 7,   BOUND_WITHIN  },
    {"約4～7社",              4,   0, "社",    true,  7,   BOUND_WITHIN  },
    {"30団体以上程度",     30,  0, "団体", true,  30,  BOUND_AT_LEAST},
};
static const struct expected NUMBERS[] = {
    {"45",                 45,                 0, NULL, false, 45,                 BOUND_NONE},
    {"6,000",              6000,               0, NULL, false, 6000,               BOUND_NONE},
    {"　1　",            1,                  0, NULL, false, 1,                  BOUND_NONE},
    {"0",                  0,                  0, NULL, false, 0,                  BOUND_NONE},
    {"0.123456789",        123456789,          9, NULL, false, 123456789,          BOUND_NONE},
    {"999999999999999999", 999999999999999999, 0, NULL, false, 999999999999999999, BOUND_NONE},
    {"1億2,000万",       120000000,          0, NULL, false, 120000000,          BOUND_NONE},
    {"▲5",               -5,                 0, NULL, false, -5,                 BOUND_NONE},
    {"+5",                 5,                  0, NULL, false, 5,                  BOUND_NONE},
};
static const struct expected GROWTHS[] = {
    {"実施事業3%増加",                    3,   0, NULL, false, 3,   BOUND_NONE    },
    {"アクセス数 前年比3%増加",       3,   0, NULL, false, 3,   BOUND_NONE    },
    {"アクセス数　前年比３％増加", 3,   0, NULL, false, 3,   BOUND_NONE    },
    {"前年度比2.5%減",                     -25, 1, NULL, false, -25, BOUND_NONE    },
    {"対前年比 5%以上の削減",          -5,  0, NULL, false, -5,  BOUND_AT_LEAST},
    {"約3%増",                                3,   0, NULL, true,  3,   BOUND_NONE    },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void faults(const char *const *texts, size_t count, enum value_fault expected)
{
    struct arena *arena = arena_new();
    struct value value;
    for (size_t i = 0; i < count; i++) {
        enum value_fault fault = value_parse(arena, texts[i], &value);
        if (fault != expected) fail_msg("「%s」: fault %d, expected %d", texts[i], fault, expected);
    }
    arena_free(arena);
}

static void kinds(const char *const *texts, size_t count, enum value_kind expected)
{
    struct arena *arena = arena_new();
    struct value value = {0};
    faults(texts, count, VALUE_FINE);
    for (size_t i = 0; i < count; i++) {
        value_parse(arena, texts[i], &value);
        if (value.kind != expected) fail_msg("「%s」: kind %d, expected %d", texts[i], value.kind, expected);
        assert_false(value.approximate);
        assert_int_equal(value.number.units, 0);
    }
    arena_free(arena);
}

static void numbers(const struct expected *cases, size_t count, enum value_kind kind)
{
    struct arena *arena = arena_new();
    for (const struct expected *c = cases; c < cases + count; c++) {
        struct value value;
        if (value_parse(arena, c->text, &value) != VALUE_FINE) fail_msg("「%s」: a fault", c->text);
        if (value.kind != kind) fail_msg("「%s」: kind %d, expected %d", c->text, value.kind, kind);
        if (value.number.units != c->units || value.number.scale != c->scale || value.high.units != c->high)
            fail_msg("「%s」: %lld / 10^%d", c->text, (long long)value.number.units, value.number.scale);
        if (value.approximate != c->approximate) fail_msg("「%s」: approximate %d", c->text, value.approximate);
        if (value.bound != c->bound) fail_msg("「%s」: bound %d, expected %d", c->text, value.bound, c->bound);
        if (strcmp(value.unit ? value.unit : "", c->unit ? c->unit : ""))
            fail_msg("「%s」: unit %s", c->text, value.unit);
    }
    arena_free(arena);
}

static void cells_that_are_no_number(void **state)
{
    (void)state;
    faults(MALFORMED, COUNT(MALFORMED), VALUE_MALFORMED);
    faults(EMPTY, COUNT(EMPTY), VALUE_EMPTY);
    faults(TOO_LARGE, COUNT(TOO_LARGE), VALUE_TOO_LARGE);
}

static void cells_of_words_and_signs(void **state)
{
    (void)state;
    kinds(MILESTONES, COUNT(MILESTONES), VALUE_MILESTONE);
    kinds(CONTINUES, COUNT(CONTINUES), VALUE_CONTINUE);
    kinds(NONES, COUNT(NONES), VALUE_NONE);
}

static void cells_of_numbers(void **state)
{
    (void)state;
    numbers(PERCENTS, COUNT(PERCENTS), VALUE_PERCENT);
    numbers(QUANTITIES, COUNT(QUANTITIES), VALUE_QUANTITY);
    numbers(BOUNDED, COUNT(BOUNDED), VALUE_QUANTITY);
    numbers(NUMBERS, COUNT(NUMBERS), VALUE_NUMBER);
    numbers(GROWTHS, COUNT(GROWTHS), VALUE_GROWTH);
}

static void the_authors_text_is_kept(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value value;
    assert_int_equal(value_parse(arena, "\n  ８５％ ", &value), VALUE_FINE);
    assert_string_equal(value.text, "８５％");
    assert_int_equal(value_parse(arena, "1億2,000万円", &value), VALUE_FINE);
    assert_string_equal(value.text, "1億2,000万円");
    assert_int_equal(value_parse(arena, "５００ｍ", &value), VALUE_FINE);
    assert_string_equal(value.unit, "ｍ");
    assert_int_equal(value_parse(arena, "研究・検討 ", &value), VALUE_FINE);
    assert_string_equal(value.text, "研究・検討");
    arena_free(arena);
}

static void order_is_exact(void **state)
{
    (void)state;
    static const struct {
        struct decimal a, b;
        int order;
    } PAIRS[] = {
        {{9860, 2},                {986, 1},                0 },
        {{9861, 2},                {986, 1},                1 },
        {{-15, 1},                 {-12, 1},                -1},
        {{-5, 1},                  {3, 1},                  -1},
        {{-5, 1},                  {0, 0},                  -1},
        {{-19, 1},                 {-2, 0},                 1 },
        {{999999999999999999, 0},  {999999999999999999, 9}, 1 },
        {{999999999999999999, 9},  {999999999999999998, 9}, 1 },
        {{-999999999999999999, 0}, {999999999999999999, 0}, -1},
    };
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        int order = decimal_compare(PAIRS[i].a, PAIRS[i].b), back = decimal_compare(PAIRS[i].b, PAIRS[i].a);
        assert_int_equal((order > 0) - (order < 0), PAIRS[i].order);
        assert_int_equal((back > 0) - (back < 0), -PAIRS[i].order);
    }
}

static void money_converts_exactly(void **state)
{
    (void)state;
    struct decimal out;
    assert_true(value_convert((struct decimal){4263148, 0}, "千円", "億円", &out));
    assert_true(out.units == 4263148 && out.scale == 5);
    assert_true(value_convert((struct decimal){45, 0}, "億円", "千円", &out));
    assert_true(out.units == 4500000 && out.scale == 0);
    assert_true(value_convert((struct decimal){1255, 2}, "百万円", "万円", &out));
    assert_int_equal(decimal_compare(out, (struct decimal){1255, 0}), 0);
    assert_true(value_convert((struct decimal){1200, 8}, "円", "億円", &out) == false); /* 12 places would be needed */
    assert_true(value_convert((struct decimal){7, 0}, "社", "社", &out));
    assert_true(value_convert((struct decimal){7, 0}, "ヶ所", "か所", &out));
    assert_false(value_convert((struct decimal){7, 0}, "社", "件", &out));
    assert_false(value_convert((struct decimal){7, 0}, "円", "%", &out));
    assert_false(value_convert((struct decimal){999999999999, 0}, "億円", "円", &out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_that_are_no_number), cmocka_unit_test(cells_of_words_and_signs),
        cmocka_unit_test(cells_of_numbers),         cmocka_unit_test(the_authors_text_is_kept),
        cmocka_unit_test(order_is_exact),           cmocka_unit_test(money_converts_exactly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
