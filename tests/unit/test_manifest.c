/* The record of outputs: what is put comes back, and what somebody else wrote into it is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/manifest.h"

static char path[] = "/tmp/manifest-XXXXXX";

static int make_file(void **state)
{
    (void)state;
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

static void write_file(const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static struct digest digest_of(const char *text)
{
    struct digester *digester = digester_new();
    digester_put(digester, text, strlen(text));
    return digester_end(digester);
}

static void put(struct manifest *manifest, const char *name, const char *text, int year)
{
    struct buf content = {0};
    struct digest inputs = digest_of("inputs");
    buf_str(&content, text);
    manifest_put(manifest, name, &content, year, &inputs);
    buf_free(&content);
}

static void what_is_put_comes_back(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct manifest *manifest = manifest_new();
    struct buf text = {0};
    unsigned count;
    put(manifest, "report.pdf", "old", 2026);
    put(manifest, "data/a b.csv", "", 0);
    put(manifest, "report.pdf", "new", 2027);
    manifest_text(manifest, &text);
    write_file(buf_text(&text));
    buf_free(&text);
    manifest_free(manifest);
    manifest = manifest_read(path, diag);
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), 0);
    const struct manifest_entry *const *entry = manifest_entries(manifest, &count);
    assert_int_equal(count, 2);
    assert_string_equal(entry[0]->name, "data/a b.csv");
    assert_int_equal(entry[0]->size, 0);
    const struct manifest_entry *report = manifest_find(manifest, "report.pdf");
    assert_ptr_equal(report, entry[1]);
    assert_int_equal(report->year, 2027);
    assert_int_equal(report->size, 3);
    assert_string_equal(report->digest.text, digest_of("new").text);
    assert_string_equal(report->inputs.text, digest_of("inputs").text);
    assert_null(manifest_find(manifest, "plan.pdf"));
    manifest_free(manifest);
    diag_free(diag);
}

/* How many entries are read, and whether the file was refused. */
static unsigned read_text(const char *text, bool *refused)
{
    struct diag *diag = diag_new();
    unsigned count;
    write_file(text);
    struct manifest *manifest = manifest_read(path, diag);
    manifest_entries(manifest, &count);
    *refused = diag_count(diag, SEVERITY_WARNING) > 0;
    manifest_free(manifest);
    diag_free(diag);
    return count;
}

#define HASH "0123456789abcdef0123456789abcdef"
static void damaged_records_are_none(void **state)
{
    static const char *const DAMAGED[] = {
        "",
        "gyokaku outputs 1",
        "something else\n",
        "gyokaku outputs 1\n" HASH " 1 2027 " HASH " plan.pdf",
        "gyokaku outputs 1\n" HASH " 1 2027 plan.pdf\n",
        "gyokaku outputs 1\n" HASH " -1 2027 " HASH " plan.pdf\n",
        "gyokaku outputs 1\n" HASH " 99999999999999999999 2027 " HASH " plan.pdf\n",
        "gyokaku outputs 1\n" HASH " 1 20270 " HASH " plan.pdf\n",
        "gyokaku outputs 1\n" HASH "0 1 2027 " HASH " plan.pdf\n",
        "gyokaku outputs 1\n" HASH " 1 2027 " HASH " ../plan.pdf\n",
        "gyokaku outputs 1\n" HASH " 1 2027 " HASH " a/./plan.pdf\n",
        "gyokaku outputs 1\n" HASH " 1 2027 " HASH " /etc/passwd\n",
        "gyokaku outputs 1\n" HASH " 1 2027 " HASH " \n",
        "gyokaku outputs 1\n" HASH " 1 2027 " HASH " plan.pdf\n\n",
    };
    bool refused;
    (void)state;
    for (size_t i = 0; i < sizeof DAMAGED / sizeof *DAMAGED; i++) {
        assert_int_equal(read_text(DAMAGED[i], &refused), 0);
        assert_true(refused);
    }
    assert_int_equal(read_text("gyokaku outputs 1\n" HASH " 1 2027 " HASH " a/..b/.c\n", &refused), 1);
    assert_false(refused);
}

static void records_of_pages_are_read(void **state)
{
    bool refused;
    (void)state;
    assert_int_equal(read_text("gyokaku manifest 1\ninputs " HASH "\n" HASH " 10 1795399543123456789 data/a.csv\n" HASH
                               " 10 1795399543123456789 index.html\n",
                               &refused),
                     2);
    assert_false(refused);
    assert_int_equal(read_text("gyokaku manifest 1\ninputs " HASH "\n" HASH " 10 index.html\n", &refused), 0);
    assert_true(refused);
}

static void no_file_is_an_empty_record(void **state)
{
    struct diag *diag = diag_new();
    unsigned count;
    (void)state;
    struct manifest *manifest = manifest_read("/nonexistent/gyokaku.manifest", diag);
    manifest_entries(manifest, &count);
    assert_int_equal(count, 0);
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), 0);
    manifest_free(manifest);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_comes_back),
        cmocka_unit_test(damaged_records_are_none),
        cmocka_unit_test(records_of_pages_are_read),
        cmocka_unit_test(no_file_is_an_empty_record),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
