/* year: dates that exist, and the eras' edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "plan/body.h"
#include "plan/year.h"

static void dates_that_exist(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct date date;
    } FINE[] = {
        {"2026",       {2026, 0, 0}  },
        {"2026-03",    {2026, 3, 0}  },
        {"2026-03-31", {2026, 3, 31} },
        {"2028-02-29", {2028, 2, 29} },
        {"2000-02-29", {2000, 2, 29} },
        {"2025-11",    {2025, 11, 0} },
        {"2026-12-31", {2026, 12, 31}},
    };
    for (size_t i = 0; i < sizeof FINE / sizeof *FINE; i++) {
        struct date date = {0};
        assert_true(date_parse(FINE[i].text, &date));
        assert_memory_equal(&date, &FINE[i].date, sizeof date);
    }
}

static void dates_that_do_not(void **state)
{
    (void)state;
    static const char *const FAULTS[] = {
        "",           "26",         "２０２６",  "2026-3",  "2026-13",     "2026-00",  "2026-02-29", "2100-02-29",
        "2026-04-31", "2026-01-00", "2026-03-1", "2026/03", "2026-03-31 ", " 2026-03", "2026-",      "2026-03-",
        "20260331",   "令和8年",    "0999",      "3000",    "-2026",       "2026-0３",
    };
    struct date date = {1, 2, 3};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++)
        if (date_parse(FAULTS[i], &date)) fail_msg("「%s」 was taken for a date", FAULTS[i]);
    assert_int_equal(date.year, 1);
}

static void dates_in_eras(void **state)
{
    (void)state;
    static const struct {
        struct date date;
        const char *text;
    } CASES[] = {
        {{2026, 3, 31},  "令和8年3月31日"  },
        {{2026, 3, 0},   "令和8年3月"       },
        {{2026, 0, 0},   "令和8年"           },
        {{2019, 4, 30},  "平成31年4月30日" },
        {{2019, 5, 1},   "令和元年5月1日" },
        {{2019, 4, 0},   "平成31年4月"      },
        {{2019, 5, 0},   "令和元年5月"     },
        {{2019, 0, 0},   "令和元年"         },
        {{1989, 1, 7},   "昭和64年1月7日"  },
        {{1989, 1, 8},   "平成元年1月8日" },
        {{1926, 12, 24}, "大正15年12月24日"},
        {{1850, 1, 1},   "1850年1月1日"      },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(date_text(arena, CASES[i].date), CASES[i].text);
    arena_free(arena);
}

static void fiscal_years(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(year_label(YEAR_FISCAL, arena, 2026), "令和8年度");
    assert_string_equal(year_label(YEAR_FISCAL, arena, 2019), "令和元年度");
    assert_string_equal(year_label(YEAR_FISCAL, arena, 2018), "平成30年度");
    assert_string_equal(year_label(YEAR_FISCAL, arena, 1988), "昭和63年度");
    assert_string_equal(year_label(YEAR_FISCAL, arena, 1989), "平成元年度");
    assert_string_equal(year_short(YEAR_FISCAL, arena, 2026), "R8");
    assert_string_equal(year_short(YEAR_FISCAL, arena, 2019), "R1");
    assert_string_equal(year_short(YEAR_FISCAL, arena, 2018), "H30");
    arena_free(arena);
}

static void calendar_years(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(year_label(YEAR_CALENDAR, arena, 2026), "2026年");
    assert_string_equal(year_short(YEAR_CALENDAR, arena, 2026), "2026");
    arena_free(arena);
}

static void bodies(void **state)
{
    (void)state;
    assert_string_equal(body_kind("南アルプス市"), "市");
    assert_string_equal(body_kind("京都府"), "府");
    assert_string_equal(body_kind("見晴町"), "町");
    assert_string_equal(body_kind("三川広域環境組合"), "組合");
    assert_string_equal(body_kind("三川広域連合"), "広域連合");
    assert_string_equal(body_kind("緑野病院"), "病院");
    assert_string_equal(body_kind("市"), "団体");
    assert_string_equal(body_kind(""), "団体");
}

static void seconds_of_a_date(void **state)
{
    (void)state;
    assert_int_equal(date_epoch((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_epoch((struct date){2026, 3, 0}), 1772323200);
    assert_int_equal(date_epoch((struct date){2024, 2, 29}), 1709164800);
    assert_int_equal(date_epoch((struct date){2024, 3, 1}), 1709251200);
    assert_int_equal(date_epoch((struct date){2000, 0, 0}), 946684800);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seconds_of_a_date),
        cmocka_unit_test(dates_that_exist),
        cmocka_unit_test(dates_that_do_not),
        cmocka_unit_test(dates_in_eras),
        cmocka_unit_test(fiscal_years),
        cmocka_unit_test(calendar_years),
        cmocka_unit_test(bodies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
