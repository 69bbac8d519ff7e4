/* phrases: what two texts differ in, put into the old one, makes the new one; places are small, and named with what is around. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buf.h"
#include "diff/phrases.h"

/* The new text, made of the old one and the places; and each place's own bytes are where it says they are. */
static void expect_rebuilt(const char *old, const char *new, const struct hunk *hunk, unsigned count)
{
    struct buf made = {0};
    size_t at = 0;
    for (unsigned i = 0; i < count; i++) {
        assert_true(hunk[i].old_from >= at && (hunk[i].old_size || hunk[i].new_size));
        assert_memory_equal(old + hunk[i].old_from, hunk[i].removed, hunk[i].old_size);
        assert_memory_equal(new + hunk[i].new_from, hunk[i].added, hunk[i].new_size);
        assert_int_equal(strlen(hunk[i].removed), hunk[i].old_size);
        assert_int_equal(strlen(hunk[i].added), hunk[i].new_size);
        buf_put(&made, old + at, hunk[i].old_from - at);
        assert_int_equal(made.size, hunk[i].new_from);
        buf_str(&made, hunk[i].added);
        at = hunk[i].old_from + hunk[i].old_size;
    }
    buf_str(&made, old + at);
    assert_string_equal(buf_text(&made), new);
    buf_free(&made);
}

/* ---- what is told ---- */

static void told(void **state)
{
    (void)state;
    static const struct {
        const char *old, *new;
        unsigned count;
        const char *before, *removed, *added, *after; /* of the first */
    } CASES[] = {
        {"同じ文である。",                                             "同じ文である。",                                             0, "",                      "",                        "",                        ""               },
        {"",                                                                  "",                                                                  0, "",                      "",                        "",                        ""               },
        {"",                                                                  "新しい文。",                                                   1, "",                      "",                        "新しい文。",         ""               },
        {"古い文。",                                                      "",                                                                  1, "",                      "古い文。",            "",                        ""               },
        {"納税相談を年間1,862件受け、",                            "納税相談を年間1,863件受け、",                            1, "納税相談を",       "年間1,862件受け、",
         "年間1,863件受け、",                                                                                                                                                                                                  ""               },
        {"市民の声を聴き、計画に反映する。\n次の段落。", "市民の声を聴き、大綱に反映する。\n次の段落。", 1,
         "市民の声を聴き、",                                                                                                                                           "計画に",               "大綱に",               "反映する。"},
        {"一つ目の段落。",                                             "一つ目の段落。\n二つ目の段落。",                      1, "一つ目の段落。", "",                        "\n二つ目の段落。", ""               },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *arena = arena_new();
        const struct hunk *hunk;
        unsigned count = phrases_differ(arena, CASES[i].old, CASES[i].new, &hunk);
        assert_int_equal(count, CASES[i].count);
        expect_rebuilt(CASES[i].old, CASES[i].new, hunk, count);
        if (count) {
            assert_string_equal(hunk->before, CASES[i].before);
            assert_string_equal(hunk->removed, CASES[i].removed);
            assert_string_equal(hunk->added, CASES[i].added);
            assert_string_equal(hunk->after, CASES[i].after);
        }
        arena_free(arena);
    }
}

/* Two places far apart are two, and what is between them is not told. */
static void apart(void **state)
{
    (void)state;
    static const char OLD[] = "計画の対象を広げる。滞納者からの納税相談を受け、分割による納付の約束と猶予の制度の案内を"
                              "行った。財産の調査は電子照会に切り替えた。";
    static const char NEW[] = "計画の範囲を広げる。滞納者からの納税相談を受け、分割による納付の約束と猶予の制度の案内を"
                              "行った。財産の調査は電子申請に切り替えた。";
    struct arena *arena = arena_new();
    const struct hunk *hunk;
    unsigned count = phrases_differ(arena, OLD, NEW, &hunk);
    assert_int_equal(count, 2);
    expect_rebuilt(OLD, NEW, hunk, count);
    assert_true(hunk[0].cut_after && !hunk[0].cut_before && hunk[1].cut_before && !hunk[1].cut_after);
    for (unsigned i = 0; i < count; i++)
        assert_null(strstr(hunk[i].removed, "滞納者"));
    arena_free(arena);
}

/* ---- any texts ---- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void put_random(struct buf *out, uint32_t *seed, unsigned words)
{
    static const char *const WORD[] = {"計画", "の", "収納率", "を",       "98.52%", "に", "、", "。", "\n",
                                       "LINE", " ",  "改める", "ふるさと", "𠮷野家", "ー", "（", "）"};
    for (unsigned i = 0; i < words; i++)
        buf_str(out, WORD[next_random(seed) % (sizeof WORD / sizeof *WORD)]);
}

/* A copy in which some stretches are left out, put in or exchanged, each character whole. */
static void put_spoilt(struct buf *out, uint32_t *seed, const char *text, unsigned rate)
{
    for (const char *p = text; *p;) {
        size_t size = 1;
        while (((unsigned char)p[size] & 0xC0) == 0x80)
            size++;
        unsigned deed = next_random(seed) % rate;
        if (deed == 0) put_random(out, seed, 2);
        if (deed > 1) buf_put(out, p, size);
        p += size;
    }
}

static void rebuilt(void **state)
{
    (void)state;
    enum { PAIRS = 3000 };
    uint32_t seed = 1;
    for (unsigned i = 0; i < PAIRS; i++) {
        struct arena *arena = arena_new();
        struct buf old = {0}, new = {0};
        const struct hunk *hunk;
        put_random(&old, &seed, next_random(&seed) % 200);
        put_spoilt(&new, &seed, buf_text(&old), 3 + next_random(&seed) % 100);
        unsigned count = phrases_differ(arena, buf_text(&old), buf_text(&new), &hunk);
        assert_int_equal(count == 0, !strcmp(buf_text(&old), buf_text(&new)));
        expect_rebuilt(buf_text(&old), buf_text(&new), hunk, count);
        buf_free(&old);
        buf_free(&new);
        arena_free(arena);
    }
}

/* Nothing in common, and more than is searched: one place. */
static void strangers(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf old = {0}, new = {0};
    const struct hunk *hunk;
    for (unsigned i = 0; i < 2000; i++) {
        buf_printf(&old, "古い%u。", i);
        buf_printf(&new, "新しい%u。", i);
    }
    assert_int_equal(phrases_differ(arena, buf_text(&old), buf_text(&new), &hunk), 1);
    expect_rebuilt(buf_text(&old), buf_text(&new), hunk, 1);
    buf_free(&old);
    buf_free(&new);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told),
        cmocka_unit_test(apart),
        cmocka_unit_test(rebuilt),
        cmocka_unit_test(strangers),
    };
    return cmocka_run_group_tests_name("phrases", tests, NULL, NULL);
}
