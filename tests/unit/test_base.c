/* test_base: numbers without the locale, messages, characters, outputs that are written all or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        unsigned char *memory = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)memory % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 255, size);
    }
    assert_string_equal(arena_printf(arena, "%s-%d", "x", 7), "x-7");
    assert_string_equal(arena_strndup(arena, "abcdef", 3), "abc");
    arena_free(arena);
    arena_free(NULL);
}

static void reals_have_at_most_three_decimals(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } CASE[] = {
        {0,       "0"      },
        {1,       "1"      },
        {-1.5,    "-1.5"   },
        {0.001,   "0.001"  },
        {0.0004,  "0"      },
        {-0.0004, "0"      },
        {12.3456, "12.346" },
        {100.05,  "100.05" },
        {1e6,     "1000000"}
    };
    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        struct buf buf = {0};
        buf_real(&buf, CASE[i].value);
        assert_string_equal(buf_text(&buf), CASE[i].text);
        assert_false(buf.bad);
        buf_free(&buf);
    }
}

static void what_is_no_number_is_noticed(void **state)
{
    (void)state;
    const double BAD[] = {NAN, INFINITY, -INFINITY, 1e10};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct buf buf = {0};
        buf_real(&buf, BAD[i]);
        assert_true(buf.bad);
        buf_free(&buf);
    }
}

/* What diag_print writes. */
static char *printed(struct diag *diag, bool quiet)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    FILE *file = tmpfile();
    diag_print(diag, file, quiet);
    rewind(file);
    for (int c; (c = getc(file)) != EOF;)
        putc(c, out);
    fclose(file);
    fclose(out);
    return text;
}

static void messages_are_sorted_and_counted(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    DIAG(diag, LAYOUT_OVERFULL, "b.xml", 2, "3", "題");
    DIAG(diag, FILE_MISSING, "b.xml", 0, NULL);
    DIAG(diag, STYLE_COLOR, "a.xml", 10, "赤");
    DIAG(diag, STYLE_COLOR, "a.xml", 9, "青");
    char *text = printed(diag, false);
    const char *nine = strstr(text, "a.xml:9: エラー: 色「青」"), *ten = strstr(text, "a.xml:10: エラー: 色「赤」");
    const char *missing = strstr(text, "b.xml: エラー: "), *overfull = strstr(text, "b.xml:2: 警告: 3ページ「題」");
    assert_true(nine && ten && missing && overfull && nine < ten && ten < missing && missing < overfull);
    assert_non_null(strstr(text, "エラー3件、警告1件"));
    assert_int_equal(diag_status(diag), 1);
    free(text);
    text = printed(diag, true);
    assert_null(strstr(text, "警告:"));
    free(text);
    DIAG(diag, FILE_UNREADABLE, "c", 0, "x");
    assert_int_equal(diag_status(diag), 3);
    diag_free(diag);
}

static void messages_of_a_kind_are_cut_at_fifty(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    for (int i = 1; i <= 60; i++)
        DIAG(diag, STYLE_COLOR, "a.xml", i, "x");
    char *text = printed(diag, false);
    assert_non_null(strstr(text, "a.xml:50:"));
    assert_null(strstr(text, "a.xml:51:"));
    assert_non_null(strstr(text, "ほかに10件"));
    free(text);
    diag_free(diag);
}

/* Every sentence of the table ends as a sentence, and its placeholders count up from {1}. */
static void every_message_is_a_sentence(void **state)
{
    (void)state;
    for (int id = 0; id < DIAG_COUNT; id++) {
        const char *sentence = diag_sentence(id);
        size_t length = strlen(sentence), stop = strlen("。");
        if (length < stop || strcmp(sentence + length - stop, "。")) fail_msg("%s: no 。 at its end", diag_name(id));
        bool used[10] = {false};
        for (const char *p = sentence; *p; p++)
            if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}') used[p[1] - '0'] = true;
        for (int n = 2; n < 10; n++)
            if (used[n] && !used[n - 1]) fail_msg("%s: {%d} without {%d}", diag_name(id), n, n - 1);
        for (int other = 0; other < id; other++)
            if (!strcmp(diag_name(id), diag_name(other))) fail_msg("%s: twice", diag_name(id));
    }
}

static void copies_are_unified_and_names_are_not(void **state)
{
    (void)state;
    assert_int_equal(utf8_unified(0x2F08), 0x4EBA); /* ⼈ */
    assert_int_equal(utf8_unified(0xF900), 0x8C48); /* 豈 */
    assert_int_equal(utf8_unified(0xFA11), 0xFA11); /* 﨑, an ideograph of its own */
    assert_int_equal(utf8_unified(0xFA19), 0xFA19); /* 神, a shape that names are told apart by */
    assert_int_equal(utf8_unified(0xF929), 0xF929); /* 朗 of CP932 */
    assert_int_equal(utf8_unified(0x9AD9), 0x9AD9); /* 髙 */
    assert_int_equal(utf8_unified('a'), 'a');
    assert_int_equal(utf8_halfwidth(0xFF11), '1');
    assert_int_equal(utf8_halfwidth(0x3042), 0x3042);
    assert_true(utf8_is_japanese(0x3042) && utf8_is_japanese(0x20BB7) && !utf8_is_japanese('a'));
}

/* ---- outputs ---- */

static unsigned files_in(const char *folder)
{
    unsigned count = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..");
    closedir(dir);
    return count;
}

static bool commit(const char *folder, const char *name, const char *content, struct diag *diag)
{
    struct outputs *outputs = outputs_new(folder);
    struct buf buf = {0};
    buf_str(&buf, content);
    outputs_add(outputs, name, &buf);
    assert_null(buf.data);
    bool written = outputs_commit(outputs, diag);
    outputs_free(outputs);
    return written;
}

static void outputs_are_whole(void **state)
{
    (void)state;
    char folder[] = "/tmp/gyokaku-test-XXXXXX", path[64];
    struct diag *diag = diag_new();
    struct buf read = {0};
    assert_non_null(mkdtemp(folder));
    assert_true(commit(folder, "sub/a.txt", "one", diag));
    assert_true(commit(folder, "sub/a.txt", "two", diag));
    snprintf(path, sizeof path, "%s/sub/a.txt", folder);
    assert_true(file_read(path, 100, &read, diag));
    assert_string_equal(buf_text(&read), "two");
    buf_free(&read);
    assert_false(file_read(path, 2, &read, diag)); /* larger than allowed */
    assert_int_equal(diag_count(diag, SEVERITY_ERROR), 1);
    snprintf(path, sizeof path, "%s/sub", folder);
    assert_int_equal(files_in(path), 1); /* no temporary file stays */
    diag_free(diag);
    snprintf(path, sizeof path, "rm -r %s", folder);
    assert_int_equal(system(path), 0);
}

static void a_folder_in_the_way_is_a_failure(void **state)
{
    (void)state;
    char folder[] = "/tmp/gyokaku-test-XXXXXX", path[64];
    struct diag *diag = diag_new();
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.txt", folder);
    assert_int_equal(mkdir(path, 0777), 0);
    assert_false(commit(folder, "a.txt", "x", diag));
    assert_int_equal(diag_status(diag), 3);
    assert_int_equal(files_in(folder), 1);
    diag_free(diag);
    rmdir(path);
    rmdir(folder);
}

static void either_all_outputs_are_new_or_none(void **state)
{
    (void)state;
    char folder[] = "/tmp/gyokaku-test-XXXXXX", first[64], second[64];
    struct diag *diag = diag_new();
    struct buf one = {0}, two = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(first, sizeof first, "%s/a.txt", folder);
    snprintf(second, sizeof second, "%s/b.txt", folder);
    assert_true(commit(folder, "a.txt", "old", diag));
    assert_int_equal(mkdir(second, 0777), 0); /* b.txt cannot be replaced */
    struct outputs *outputs = outputs_new(folder);
    buf_str(&one, "new");
    buf_str(&two, "new");
    outputs_add(outputs, "a.txt", &one);
    outputs_add(outputs, "b.txt", &two);
    assert_false(outputs_commit(outputs, diag));
    outputs_free(outputs);
    assert_true(file_read(first, 100, &one, diag));
    assert_string_equal(buf_text(&one), "old");
    buf_free(&one);
    assert_int_equal(files_in(folder), 2);
    diag_free(diag);
    unlink(first);
    rmdir(second);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),    cmocka_unit_test(reals_have_at_most_three_decimals),
        cmocka_unit_test(what_is_no_number_is_noticed),         cmocka_unit_test(messages_are_sorted_and_counted),
        cmocka_unit_test(messages_of_a_kind_are_cut_at_fifty),  cmocka_unit_test(every_message_is_a_sentence),
        cmocka_unit_test(copies_are_unified_and_names_are_not), cmocka_unit_test(outputs_are_whole),
        cmocka_unit_test(a_folder_in_the_way_is_a_failure),     cmocka_unit_test(either_all_outputs_are_new_or_none),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
