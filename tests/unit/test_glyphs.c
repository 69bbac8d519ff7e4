/* glyphs: what is told about characters that no font has. The fonts here are a stand-in that has ASCII, kana and one variant of 葛. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "check/glyphs.h"

enum { KATSURA = 0x845B, ITS_VARIANT = 0xE0100, FACE = 3 };

int fonts_face_for(struct fonts *fonts, unsigned face, uint32_t c, uint32_t selector)
{
    assert_null(fonts);
    assert_int_equal(face, FACE);
    if (selector && (c != KATSURA || selector != ITS_VARIANT)) return -1;
    return c < 0x7F || (c >= 0x3000 && c < 0x3100) || c == KATSURA ? 0 : -1;
}

/* The messages about a plan of these texts; the caller frees them. */
static char *messages(const struct plan_text *text, unsigned texts, bool complete)
{
    const struct plan plan = {.file = "plan.xml", .text = text, .texts = texts};
    struct diag *diag = diag_new();
    char *said = NULL;
    size_t size = 0;
    assert_int_equal(glyphs_check(plan.file, plan.text, plan.texts, NULL, FACE, diag), complete);
    assert_int_equal(diag_status(diag), complete ? 0 : 1);
    FILE *out = open_memstream(&said, &size);
    diag_print(diag, out, false);
    fclose(out);
    diag_free(diag);
    return said;
}

static unsigned count(const char *text, const char *part)
{
    unsigned found = 0;
    for (const char *p = strstr(text, part); p; p = strstr(p + 1, part))
        found++;
    return found;
}

static void what_the_fonts_have_is_not_told(void **state)
{
    (void)state;
    static const struct plan_text TEXTS[] = {
        {"計画の題名",   "abc あいう。",                  1, true},
        {"1-1-1の現状",    "a\nb\tc",                           2, true},
        {"1-1-1の課題",    "a\xE2\x80\x8D\xEF\xBB\xBF\xC2\xAD", 3, true},
        {"1-1-1の主管課", "\xE8\x91\x9B\xF3\xA0\x84\x80",      4, true}, /* 葛 U+E0100 */
    };
    char *said = messages(TEXTS, sizeof TEXTS / sizeof *TEXTS, true);
    assert_string_equal(said, "");
    free(said);
}

static void each_missing_character_is_told_once_a_field(void **state)
{
    (void)state;
    static const struct plan_text TEXTS[] = {
        {"1-1-1の現状", "あ𠮷い𠮷鰯", 2, true},
        {"1-1-1の現状", "𠮷",              2, true},
        {"1-1-1の課題", "𠮷",              3, true},
    };
    char *said = messages(TEXTS, sizeof TEXTS / sizeof *TEXTS, false);
    assert_int_equal(count(said, "plan.xml:2: エラー: 1-1-1の現状の「𠮷」（U+20BB7）"), 1);
    assert_int_equal(count(said, "plan.xml:2: エラー: 1-1-1の現状の「鰯」（U+9C2F）"), 1);
    assert_int_equal(count(said, "plan.xml:3: エラー: 1-1-1の課題の「𠮷」（U+20BB7）"), 1);
    assert_int_equal(count(said, "[glyph-missing]"), 3);
    free(said);
}

/* fonts.h: a selector that no face knows falls back to the base, so only the base decides. */
static void a_selector_belongs_to_its_base(void **state)
{
    (void)state;
    static const struct plan_text TEXTS[] = {
        {"計画の題名", "鰯\xEF\xB8\x80", 1, true}
    };
    char *said = messages(TEXTS, 1, false);
    assert_int_equal(count(said, "「鰯」（U+9C2F）"), 1);
    assert_int_equal(count(said, "[glyph-missing]"), 1);
    free(said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_fonts_have_is_not_told),
        cmocka_unit_test(each_missing_character_is_told_once_a_field),
        cmocka_unit_test(a_selector_belongs_to_its_base),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
