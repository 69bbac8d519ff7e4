/* value_forms: cells that are not plain numbers, each with what it comes to; what only looks like one stays what it was; and texts of
   no sense at all, which may be anything but a crash. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "plan/value.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what a row does not name is not expected */

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct expected {
    const char *text;
    enum value_kind kind;
    int64_t units;
    int scale;
    const char *unit;
    enum bound bound;
    const char *flags; /* c: a change, r: running, k: a clock, o: a ratio, b: bare, a: approximate */
};
static const struct expected NUMBERS[] = {
  /* changes */
    {"15人削減",                 VALUE_QUANTITY, -15,         0, "人",          BOUND_NONE,     "c" },
    {"15人減",                    VALUE_QUANTITY, -15,         0, "人",          BOUND_NONE,     "c" },
    {"３件増",                   VALUE_QUANTITY, 3,           0, "件",          BOUND_NONE,     "c" },
    {"職員数15人削減",        VALUE_QUANTITY, -15,         0, "人",          BOUND_NONE,     "c" },
    {"前年度比10件増加",     VALUE_QUANTITY, 10,          0, "件",          BOUND_NONE,     "c" },
    {"10件以上の増加",        VALUE_QUANTITY, 10,          0, "件",          BOUND_AT_LEAST, "c" },
    {"15人以上削減",           VALUE_QUANTITY, -15,         0, "人",          BOUND_AT_LEAST, "c" },
    {"2.5ポイント向上",       VALUE_QUANTITY, 25,          1, "ポイント", BOUND_NONE,     "c" },
    {"約15人削減",              VALUE_QUANTITY, -15,         0, "人",          BOUND_NONE,     "ca"},
    {"1億2,000万円削減",       VALUE_QUANTITY, -120000000,  0, "円",          BOUND_NONE,     "c" },
 /* growth, as before */
    {"5%削減",                    VALUE_GROWTH,   -5,          0, NULL,           BOUND_NONE,     ""  },
    {"前年度比2%減",           VALUE_GROWTH,   -2,          0, NULL,           BOUND_NONE,     ""  },
    {"3割増",                     VALUE_GROWTH,   30,          0, NULL,           BOUND_NONE,     ""  },
 /* ranks */
    {"第3位",                     VALUE_QUANTITY, 3,           0, "位",          BOUND_NONE,     ""  },
    {"3位",                        VALUE_QUANTITY, 3,           0, "位",          BOUND_NONE,     ""  },
    {"全国10位以内",           VALUE_QUANTITY, 10,          0, "位",          BOUND_AT_MOST,  ""  },
    {"県内５位以上",          VALUE_QUANTITY, 5,           0, "位",          BOUND_AT_MOST,  ""  },
 /* durations */
    {"10分12秒",                  VALUE_QUANTITY, 612,         0, "秒",          BOUND_NONE,     "k" },
    {"1時間30分",                VALUE_QUANTITY, 5400,        0, "秒",          BOUND_NONE,     "k" },
    {"１時間０分５秒以内", VALUE_QUANTITY, 3605,        0, "秒",          BOUND_AT_MOST,  "k" },
    {"45分",                       VALUE_QUANTITY, 45,          0, "分",          BOUND_NONE,     ""  },
 /* ratios */
    {"1:3",                         VALUE_NUMBER,   3,           0, NULL,           BOUND_NONE,     "o" },
    {"１：２．８",             VALUE_NUMBER,   28,          1, NULL,           BOUND_NONE,     "o" },
    {"20:1",                        VALUE_NUMBER,   20,          0, NULL,           BOUND_NONE,     "o" },
 /* pairs */
    {"4,305人→4,245人",         VALUE_QUANTITY, 4245,        0, "人",          BOUND_NONE,     ""  },
    {"4,305 → 4,245人",          VALUE_QUANTITY, 4245,        0, "人",          BOUND_NONE,     ""  },
    {"98.41%⇒98.60%以上",       VALUE_PERCENT,  9860,        2, NULL,           BOUND_AT_LEAST, ""  },
 /* counts a year */
    {"年1回以上",               VALUE_QUANTITY, 1,           0, "回",          BOUND_AT_LEAST, ""  },
    {"1回以上/年",              VALUE_QUANTITY, 1,           0, "回",          BOUND_AT_LEAST, ""  },
    {"１回以上／年",          VALUE_QUANTITY, 1,           0, "回",          BOUND_AT_LEAST, ""  },
    {"年間3件",                  VALUE_QUANTITY, 3,           0, "件",          BOUND_NONE,     ""  },
    {"3件/年",                    VALUE_QUANTITY, 3,           0, "件/年",      BOUND_NONE,     ""  },
    {"月2回",                     VALUE_QUANTITY, 2,           0, "回/月",      BOUND_NONE,     ""  },
    {"2回以上/月",              VALUE_QUANTITY, 2,           0, "回/月",      BOUND_AT_LEAST, ""  },
    {"毎年度1億円",            VALUE_QUANTITY, 1,           0, "億円",       BOUND_NONE,     ""  },
 /* running totals */
    {"累計50件",                 VALUE_QUANTITY, 50,          0, "件",          BOUND_NONE,     "r" },
    {"延べ300人以上",          VALUE_QUANTITY, 300,         0, "人",          BOUND_AT_LEAST, "r" },
    {"延べ　約300人",          VALUE_QUANTITY, 300,         0, "人",          BOUND_NONE,     "ra"},
 /* 割, ‰, powers */
    {"3割5分",                    VALUE_PERCENT,  35,          0, NULL,           BOUND_NONE,     ""  },
    {"３割",                      VALUE_PERCENT,  30,          0, NULL,           BOUND_NONE,     ""  },
    {"10割",                       VALUE_PERCENT,  100,         0, NULL,           BOUND_NONE,     ""  },
    {"3割5分2厘",                VALUE_PERCENT,  352,         1, NULL,           BOUND_NONE,     ""  },
    {"8割以上",                  VALUE_PERCENT,  80,          0, NULL,           BOUND_AT_LEAST, ""  },
    {"5.2‰",                      VALUE_QUANTITY, 52,          1, "‰",          BOUND_NONE,     ""  },
    {"12千人",                    VALUE_QUANTITY, 12000,       0, "人",          BOUND_NONE,     ""  },
    {"3.5万件",                   VALUE_QUANTITY, 35000,       0, "件",          BOUND_NONE,     ""  },
    {"30億以上",                 VALUE_NUMBER,   3000000000,  0, NULL,           BOUND_AT_LEAST, "b" },
    {"140億以内",                VALUE_NUMBER,   14000000000, 0, NULL,           BOUND_AT_MOST,  "b" },
};
/* What looks like one of them and stays words. */
static const char *const WORDS[] = {"累計表の作成", "月例会の開催", "年3回の研修を実施",        "3施設廃止",
                                    "第2次計画",    "調査→検討",    "会員を10人増加させる取組", "日程調整",
                                    "週報の発行",   "未来計画",     "第1位の事業を検討",        "5人、3人削減"};
static const struct {
    const char *text;
    enum wish wish;
    enum wish_base base;
} WISHES[] = {
    {"増加",                WISH_MORE,     WISH_OF_EITHER  },
    {"減少",                WISH_LESS,     WISH_OF_EITHER  },
    {"前年度を上回る", WISH_MORE,     WISH_OF_PREVIOUS},
    {"前年度実績以上", WISH_AT_LEAST, WISH_OF_PREVIOUS},
    {"前年度比減",       WISH_LESS,     WISH_OF_PREVIOUS},
    {"前年度より増加", WISH_MORE,     WISH_OF_PREVIOUS},
    {"前年以下",          WISH_AT_MOST,  WISH_OF_PREVIOUS},
    {"維持",                WISH_KEEP,     WISH_OF_EITHER  },
    {"現状維持",          WISH_KEEP,     WISH_OF_BASELINE},
    {"基準値を上回る", WISH_MORE,     WISH_OF_BASELINE},
    {"維持管理計画",    WISH_NONE,     WISH_OF_EITHER  },
    {"研究・検討",       WISH_NONE,     WISH_OF_EITHER  },
};
static const struct {
    const char *text;
    struct mark mark;
} MARKS[] = {
    {"有",       {MARK_THERE, 0}      },
    {"無",       {MARK_THERE, 1}      },
    {"○",       {MARK_ROUND, 1}      },
    {"×",        {MARK_ROUND, 3}      },
    {"済",       {MARK_DONE, 0}       },
    {"未",       {MARK_DONE, 1}       },
    {"未実施", {MARK_CARRIED_OUT, 1}},
    {"Ａ",       {MARK_LETTER, 'A'}   },
    {"S",         {MARK_LETTER, 0}     },
    {"検討",    {MARK_NONE, 0}       },
    {"ABC",       {MARK_NONE, 0}       },
};

static void forms_that_hold_a_number(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(NUMBERS); i++) {
        const struct expected *c = &NUMBERS[i];
        struct value value;
        if (value_parse(arena, c->text, &value) != VALUE_FINE) fail_msg("「%s」: a fault", c->text);
        if (value.kind != c->kind) fail_msg("「%s」: kind %d, expected %d", c->text, value.kind, c->kind);
        if (value.number.units != c->units || value.number.scale != c->scale)
            fail_msg("「%s」: %lld / 10^%d", c->text, (long long)value.number.units, value.number.scale);
        if (strcmp(value.unit ? value.unit : "", c->unit ? c->unit : ""))
            fail_msg("「%s」: unit %s", c->text, value.unit);
        if (value.bound != c->bound) fail_msg("「%s」: bound %d", c->text, value.bound);
        const bool flag[] = {value.change, value.running, value.clock, value.ratio, value.bare, value.approximate};
        for (size_t k = 0; k < COUNT(flag); k++)
            if (flag[k] != (strchr(c->flags, "crkoba"[k]) != NULL)) fail_msg("「%s」: %c", c->text, "crkoba"[k]);
        assert_string_equal(value.text, c->text);
    }
    arena_free(arena);
}

static void words_stay_words(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        struct value value;
        if (value_parse(arena, WORDS[i], &value) != VALUE_FINE) fail_msg("「%s」: a fault", WORDS[i]);
        if (value.kind != VALUE_MILESTONE) fail_msg("「%s」: kind %d", WORDS[i], value.kind);
        if (value.wish || value.mark.set) fail_msg("「%s」: a wish or a mark", WORDS[i]);
    }
    arena_free(arena);
}

static void wishes_and_marks(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value value;
    for (size_t i = 0; i < COUNT(WISHES); i++) {
        assert_int_equal(value_parse(arena, WISHES[i].text, &value), VALUE_FINE);
        assert_int_equal(value.kind, VALUE_MILESTONE);
        if (value.wish != WISHES[i].wish) fail_msg("「%s」: wish %d", WISHES[i].text, value.wish);
        if (value.wish && value.wish_base != WISHES[i].base)
            fail_msg("「%s」: base %d", WISHES[i].text, value.wish_base);
    }
    for (size_t i = 0; i < COUNT(MARKS); i++) {
        assert_int_equal(value_parse(arena, MARKS[i].text, &value), VALUE_FINE);
        if (value.mark.set != MARKS[i].mark.set || value.mark.place != MARKS[i].mark.place)
            fail_msg("「%s」: mark %d, %d", MARKS[i].text, value.mark.set, value.mark.place);
    }
    assert_int_equal(value_parse(arena, "未定", &value), VALUE_FINE);
    assert_int_equal(value.kind, VALUE_NONE);
    arena_free(arena);
}

static void a_pair_holds_both(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value value;
    assert_int_equal(value_parse(arena, "4,305→4,245人", &value), VALUE_FINE);
    assert_non_null(value.from);
    assert_int_equal(value.from->number.units, 4305);
    assert_string_equal(value.from->unit, "人");
    assert_string_equal(value.from->text, "4,305");
    assert_int_not_equal(value_parse(arena, "4,305人→4,245件", &value) == VALUE_FINE && value_is_numeric(&value), 1);
    arena_free(arena);
}

/* 30億 of 百万円 is 30億円; of 件 it is 30億件; of nothing it stays a number. */
static void a_bare_number_takes_the_indicators_unit(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value value;
    assert_int_equal(value_parse(arena, "30億以上", &value), VALUE_FINE);
    value_complete(arena, &value, NULL);
    assert_int_equal(value.kind, VALUE_NUMBER);
    value_complete(arena, &value, "百万円");
    assert_int_equal(value.kind, VALUE_QUANTITY);
    assert_string_equal(value.unit, "円");
    assert_int_equal(value_parse(arena, "2万", &value), VALUE_FINE);
    value_complete(arena, &value, "件");
    assert_string_equal(value.unit, "件");
    assert_int_equal(value_parse(arena, "45", &value), VALUE_FINE);
    value_complete(arena, &value, "億円");
    assert_int_equal(value.kind, VALUE_NUMBER);
    arena_free(arena);
}

static void units_convert_exactly(void **state)
{
    (void)state;
    static const struct {
        struct decimal number;
        const char *from, *to;
        bool fits;
        struct decimal expected;
    } CASES[] = {
        {{45, 0},    "千人",  "人",    true,  {45000, 0}},
        {{45200, 0}, "人",     "千人", true,  {452, 1}  },
        {{52, 1},    "‰",     "%",      true,  {52, 2}   },
        {{2, 0},     "%",       "‰",    true,  {20, 0}   },
        {{3, 0},     "件/年", "件",    true,  {3, 0}    },
        {{3, 0},     "回/月", "回",    false, {0, 0}    },
        {{15, 1},    "時間",  "分",    true,  {90, 0}   },
        {{612, 0},   "秒",     "分",    true,  {102, 1}  },
        {{610, 0},   "秒",     "分",    false, {0, 0}    },
        {{3, 0},     "万件",  "千件", true,  {30, 0}   },
        {{3, 0},     "万件",  "千人", false, {0, 0}    },
        {{3, 0},     "時間",  "人",    false, {0, 0}    },
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct decimal out = {0, 0};
        bool fits = value_convert(CASES[i].number, CASES[i].from, CASES[i].to, &out);
        if (fits != CASES[i].fits) fail_msg("%s → %s: %d", CASES[i].from, CASES[i].to, fits);
        if (fits && decimal_compare(out, CASES[i].expected))
            fail_msg("%s → %s: %lld / 10^%d", CASES[i].from, CASES[i].to, (long long)out.units, out.scale);
    }
}

/* Pieces of cells in any order, and cut anywhere between characters: never a crash, always the author's text. */
static void random_texts(void **state)
{
    (void)state;
    static const char *const PIECES[] = {"1",      "10",       "９",   ".",
                                         ",",      "%",        "‰",    "割",
                                         "分",     "秒",       "時間", "→",
                                         ":",      "：",       "億",   "万",
                                         "円",     "人",       "位",   "第",
                                         "/年",    "年",       "月",   "累計",
                                         "延べ",   "以上",     "以下", "未満",
                                         "超",     "～",       "増",   "削減",
                                         "前年度", "を上回る", "維持", "△",
                                         "-",      "（",       "）",   " ",
                                         "　",     "の",       "約",   "有",
                                         "𠮷",     "ｱ",        "\n",   "A",
                                         "—",      "程度",     "から", "999999999999999999"};
    enum { ROUNDS = 60000, LONGEST = 7 };
    uint32_t seed = 20261201;
    for (int i = 0; i < ROUNDS; i++) {
        struct arena *arena = arena_new();
        const char *text = "";
        for (uint32_t n = 1 + (seed >> 16) % LONGEST; n > 0; n--) {
            seed = seed * 1664525U + 1013904223U;
            text = arena_printf(arena, "%s%s", text, PIECES[(seed >> 8) % COUNT(PIECES)]);
        }
        struct value value = {0};
        enum value_fault fault = value_parse(arena, text, &value);
        if (fault == VALUE_FINE && value_is_numeric(&value)) {
            assert_true(value.number.scale >= 0 && value.number.scale <= 9);
            if (decimal_compare(value.number, value.high) > 0) fail_msg("「%s」: upside down", text);
        }
        if (fault == VALUE_FINE) assert_non_null(strstr(text, value.text));
        value_complete(arena, &value, "億円");
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_that_hold_a_number),
        cmocka_unit_test(words_stay_words),
        cmocka_unit_test(wishes_and_marks),
        cmocka_unit_test(a_pair_holds_both),
        cmocka_unit_test(a_bare_number_takes_the_indicators_unit),
        cmocka_unit_test(units_convert_exactly),
        cmocka_unit_test(random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
