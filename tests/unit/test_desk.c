/* How cells of a document are numbered and dated, what slices are, and that nobody takes a character twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "desk/label.h"

static struct slice slice_in(struct source *source, const char *text)
{
    struct row *row = source_row(source, 1, 1);
    source_fill(source, &row->cell[0], text, strlen(text));
    return slice_of(&row->cell[0]);
}

static void numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum numbering numbering;
        unsigned number; /* 0: it is none */
        const char *rest;
    } CASES[] = {
        {"③ 行政評価",           NUMBERING_CIRCLED,   3,  "行政評価"  },
        {"㉑次",                     NUMBERING_CIRCLED,   21, "次"           },
        {"行政評価",               NUMBERING_CIRCLED,   0,  NULL            },
        {"2 第 5次大綱",           NUMBERING_CHAPTER,   2,  "第 5次大綱"},
        {"第１２章　概要",      NUMBERING_CHAPTER,   12, "概要"        },
        {"3",                          NUMBERING_CHAPTER,   3,  ""              },
        {"3施設",                    NUMBERING_CHAPTER,   0,  NULL            },
        {"1. 位置付け",            NUMBERING_CHAPTER,   0,  NULL            },
        {"１．位置付け",         NUMBERING_SECTION,   1,  "位置付け"  },
        {"（2）期間",              NUMBERING_SECTION,   2,  "期間"        },
        {"1.5倍",                     NUMBERING_SECTION,   0,  NULL            },
        {"基本方針1\n財源",      NUMBERING_POLICY,    1,  "財源"        },
        {"基本方針",               NUMBERING_POLICY,    0,  NULL            },
        {"視点 5 説明責任",      NUMBERING_VIEWPOINT, 5,  "説明責任"  },
        {"1234 大きすぎる番号", NUMBERING_CHAPTER,   0,  NULL            },
    };
    struct source *source = source_new("x");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct numbered out = {0};
        bool found = label_number(slice_in(source, CASES[i].text), CASES[i].numbering, &out);
        assert_int_equal(found, CASES[i].number > 0);
        if (!found) continue;
        assert_int_equal(out.number, CASES[i].number);
        assert_string_equal(slice_text(source->arena, out.text), CASES[i].rest);
    }
    source_free(source);
}

static void years_and_dates(void **state)
{
    (void)state;
    struct source *source = source_new("x");
    struct date date;
    assert_int_equal(label_year(slice_in(source, "令和８年度")), 2026);
    assert_int_equal(label_year(slice_in(source, "令和元年度")), 2019);
    assert_int_equal(label_year(slice_in(source, "R12")), 2030);
    assert_int_equal(label_year(slice_in(source, "2028年度")), 2028);
    assert_int_equal(label_year(slice_in(source, "98.60%")), 0);
    assert_int_equal(label_year(slice_in(source, "令和8年度から")), 0);
    assert_true(label_date(slice_in(source, "令和 8年 3月"), &date));
    assert_int_equal(date.year * 100 + date.month, 202603);
    assert_false(label_date(slice_in(source, "令和8年13月"), &date));
    assert_false(label_date(slice_in(source, "令和8年度"), &date));
    source_free(source);
}

static void labels(void **state)
{
    (void)state;
    struct source *source = source_new("x");
    assert_int_equal(label_of(slice_in(source, "目　次")), LABEL_CONTENTS);
    assert_int_equal(label_of(slice_in(source, "担当課")), LABEL_DEPARTMENT);
    assert_int_equal(label_of(slice_in(source, "課題である")), LABEL_NONE);
    assert_string_equal(label_words(LABEL_DEPARTMENT), "主管課");
    source_free(source);
}

static void passages(void **state)
{
    (void)state;
    struct source *source = source_new("x");
    struct passage broken = {0};
    passage_add(source->arena, &broken, slice_in(source, " 第 5次\n計画 "));
    passage_add(source->arena, &broken, slice_in(source, "OJT"));
    passage_add(source->arena, &broken, slice_in(source, "の活用"));
    assert_string_equal(passage_text(source->arena, broken), "第 5次計画 OJT の活用");
    assert_true(passage_same(broken, passage_one(source->arena, slice_in(source, "第5次計画OJTの　活用"))));
    assert_false(passage_same(broken, passage_one(source->arena, slice_in(source, "第５次計画OJTの活用"))));
    assert_false(passage_same(broken, (struct passage){0}));
    source_free(source);
}

static void taken_once(void **state)
{
    (void)state;
    struct source *source = source_new("x");
    struct slice slice = slice_in(source, "abc");
    slice_take(source, (struct slice){slice.cell, 1, 2}, FATE_WRITTEN, "first");
    slice_take(source, slice, FATE_LABEL, "second");
    assert_int_equal(source->passing[slice.cell->passing[1]].fate, FATE_WRITTEN);
    assert_string_equal(source->passing[slice.cell->passing[2]].place, "second");
    source_free(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),  cmocka_unit_test(years_and_dates), cmocka_unit_test(labels),
        cmocka_unit_test(passages), cmocka_unit_test(taken_once),
    };
    return cmocka_run_group_tests_name("desk", tests, NULL, NULL);
}
