/* What comparing rests on: numbers in texts, cells of tables, strict CSV. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>
#include "verify/csv_read.h"
#include "verify/html_read.h"
#include "verify/text.h"

struct bench {
    struct diag *diag;
    struct finding finding;
};

static int set_up(void **state)
{
    static struct bench bench;
    bench.diag = diag_new();
    bench.finding = (struct finding){.diag = bench.diag, .arena = arena_new()};
    *state = &bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    arena_free(bench->finding.arena);
    diag_free(bench->diag);
    return 0;
}

static void texts_hold_whole_numbers(void **state)
{
    struct bench *bench = *state;
    assert_true(text_holds("98.61%（達成）", "98.61%"));
    assert_true(text_holds("1件、12件", "12件"));
    assert_false(text_holds("198.61%", "98.61%"));
    assert_false(text_holds("98.61%", "98.6"));
    assert_false(text_holds("1,234件", "234件"));
    assert_false(text_holds("△2件", "2件"));
    assert_false(text_holds("12", "1"));
    assert_true(text_holds("令和8年度.5", "8年度"));
    assert_string_equal(text_solid(bench->finding.arena, " 第\u30005 次\n\u00adあ\U000e0100 "), "第5次あ");
}

static void lost_bytes_are_the_same(void **state)
{
    (void)state;
    assert_true(text_equal("実績", "宭績"));
    assert_false(text_equal("実績", "実積"));
    assert_false(text_equal("実績", "実績値"));
    assert_false(text_equal("1", "2"));
    assert_string_equal(text_find("値の実績", "宭績"), "実績");
    assert_null(text_find("値の実", "実績"));
}

static const char *unknown(struct bench *bench, const char *known, const char *text)
{
    struct numbers *numbers = numbers_new();
    const struct numbers *const sets[] = {numbers};
    unsigned long seen = 0;
    numbers_add(numbers, known);
    const char *found = numbers_unknown(sets, 1, text, bench->finding.arena, &seen);
    numbers_free(numbers);
    return found;
}

static void numbers_are_known(void **state)
{
    struct bench *bench = *state;
    assert_null(unknown(bench, "110,000件 98.60%", "１１０，０００、98.60。"));
    assert_string_equal(unknown(bench, "98.60%", "98.6%"), "98.6");
    assert_string_equal(unknown(bench, "12 34", "1234"), "1234");
    assert_string_equal(unknown(bench, "1,234", "令和9年度"), "9");
    assert_null(unknown(bench, "3 5", "3.と5、"));
    assert_null(unknown(bench, "", "数のない文"));
}

static struct listing *read_csv(struct bench *bench, const char *text)
{
    struct buf content = {0};
    buf_str(&content, text);
    struct listing *listing = csv_read(&bench->finding, "a.csv", &content);
    buf_free(&content);
    return listing;
}

static void csv_is_strict(void **state)
{
    static const char *const WRONG[] = {
        "", "a,b\r\n1\r\n", "a,b\r\n1,2,3\r\n", "a\r\n\"1\r\n", "a\r\n1\"2\r\n", "a\r\n\xE3\x81\r\n"};
    struct bench *bench = *state;
    struct listing *listing = read_csv(bench, "\xEF\xBB\xBF"
                                              "a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n2, \r\n");
    assert_non_null(listing);
    assert_int_equal(listing_rows(listing), 2);
    listing_free(listing);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        unsigned before = diag_count(bench->diag, SEVERITY_ERROR);
        assert_null(read_csv(bench, WRONG[i]));
        assert_int_equal(diag_count(bench->diag, SEVERITY_ERROR), before + 1);
    }
}

static unsigned long differences(struct bench *bench, const char *wanted, const char *found)
{
    static const char *const COLUMN[] = {"a", "b"};
    struct listing *left = listing_new(bench->finding.arena, COLUMN, 2, 1), *right = read_csv(bench, found);
    unsigned long before = bench->finding.different;
    for (const char *p = wanted; *p; p += 2) {
        const char key[] = {p[0], '\0'}, value[] = {p[1], '\0'};
        const char *cell[] = {arena_strdup(bench->finding.arena, key), arena_strdup(bench->finding.arena, value)};
        listing_add(left, cell, 0);
    }
    listing_compare(&bench->finding, "a.csv", left, right);
    listing_free(left);
    listing_free(right);
    return bench->finding.different - before;
}

static void listings_are_compared(void **state)
{
    struct bench *bench = *state;
    assert_int_equal(differences(bench, "x1y2", "c,b,a\r\n,2,y\r\n,1,x\r\n"), 0);
    assert_int_equal(differences(bench, "x1y2", "a,b\r\nx,2\r\ny,1\r\n"), 2);
    assert_int_equal(differences(bench, "x1y2", "a,b\r\nx,1\r\n"), 1);
    assert_int_equal(differences(bench, "x1", "a,b\r\nx,1\r\nz,1\r\n"), 1);
    assert_int_equal(differences(bench, "x1x2", "a,b\r\nx,1\r\nx,2\r\n"), 0);
    assert_int_equal(differences(bench, "x1x2", "a,b\r\nx,2\r\nx,1\r\n"), 2);
    assert_int_equal(differences(bench, "x1", "a,c\r\nx,1\r\n"), 1);
    assert_int_equal(differences(bench, "x=", "a,b\r\nx,\"'=\"\r\n"), 0);
}

static void pages_are_read(void **state)
{
    static const char PAGE[] =
        "<!DOCTYPE html><html><head><title>題</title></head><body><nav><p>案内</p></nav><main><h1>1-1-1 "
        "<ruby>名<rt>めい</rt></ruby></h1>"
        "<table><caption>表</caption><tr><th rowspan=2>甲</th><th>乙</th></tr><tr><td> 1 </td></tr></table>"
        "<figure><svg><title>図</title><desc>数は5</desc><text>5</text></svg></figure><p>終わり</main></body></html>";
    struct bench *bench = *state;
    struct readout out = {.arena = bench->finding.arena, .file = "a.html"};
    struct buf content = {0};
    buf_str(&content, PAGE);
    assert_true(html_read(&bench->finding, &content, &out));
    buf_free(&content);
    assert_int_equal(out.parts, 5);
    assert_string_equal(out.part[1].text, "1-1-1名");
    assert_int_equal(out.part[1].level, 1);
    const struct grid *grid = out.part[2].grid;
    assert_string_equal(out.part[2].text, "表");
    assert_int_equal(grid->cells, 3);
    assert_int_equal(grid->cell[2].column, 1);
    assert_string_equal(grid_column_head(grid, 1)->text, "乙");
    assert_string_equal(grid->cell[2].text, "1");
    assert_null(grid_row_head(grid, 1));
    assert_string_equal(out.part[3].text, "5");
    assert_non_null(strstr(out.part[3].alt, "数は5"));
    assert_string_equal(out.part[4].text, "終わり");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(texts_hold_whole_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lost_bytes_are_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_are_known, set_up, tear_down),
        cmocka_unit_test_setup_teardown(csv_is_strict, set_up, tear_down),
        cmocka_unit_test_setup_teardown(listings_are_compared, set_up, tear_down),
        cmocka_unit_test_setup_teardown(pages_are_read, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
