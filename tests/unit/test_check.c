/* The settings of a check: what diag makes of them; its reader and its schema judge a file that holds everything, changed in one place
   after another, alike. And the sentences around a place. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/relaxng.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/explain.h"
#include "check/sentence.h"
#include "check/settings.h"
#include "mutants.h"
#include "written.h"
#include "plan/about.h"

#define COMPLETE "tests/unit/complete-check.xml"

/* --- diag --- */

static void rulings_hold_from_settling(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    diag_rank(diag, DIAG_GOAL_UNIT, SEVERITY_ERROR);
    diag_rank(diag, DIAG_XML_EMPTY, SEVERITY_WARNING); /* not open: nothing happens */
    diag_accept(diag, DIAG_ROW_MIXED, "1-1-1", "so it is");
    DIAG_ABOUT(diag, GOAL_UNIT, "1-1-1", "plan.xml", 1, NULL);
    DIAG_ABOUT(diag, ROW_MIXED, "1-1-1", "plan.xml", 2, NULL);
    DIAG_ABOUT(diag, ROW_MIXED, "1-1-2", "plan.xml", 3, NULL);
    DIAG(diag, ROW_MIXED, "plan.xml", 4, NULL);
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), 4);
    for (int i = 0; i < 2; i++) {
        diag_settle(diag);
        assert_int_equal(diag_count(diag, SEVERITY_ERROR), 1);
        assert_int_equal(diag_count(diag, SEVERITY_WARNING), 2);
        assert_int_equal(diag_accepted(diag), 1);
        assert_int_equal(diag_status(diag), 1);
    }
    DIAG(diag, XML_EMPTY, "plan.xml", 5, NULL);
    diag_strict(diag);
    diag_settle(diag);
    assert_int_equal(diag_count(diag, SEVERITY_ERROR), 4);
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), 0);
    unsigned count;
    const struct diag_message *message = diag_list(diag, &count);
    assert_int_equal(count, 5);
    assert_string_equal(message[1].accepted, "so it is");
    assert_null(message[2].accepted);
    diag_free(diag);
}

static void rules_are_found_by_name(void **state)
{
    (void)state;
    enum diag_id id;
    for (unsigned i = 0; i < DIAG_COUNT; i++) {
        assert_true(diag_find(diag_name((enum diag_id)i), &id));
        assert_int_equal(id, i);
    }
    assert_false(diag_find("", &id));
    assert_null(explain_rule(DIAG_XML_EMPTY));
    assert_non_null(explain_rule(DIAG_CHECK_ERA));
}

/* --- sentences --- */

static void sentence_is(const char *text, const char *word, const char *wanted)
{
    size_t length;
    const char *start = sentence_around(text, strstr(text, word), &length);
    assert_int_equal(length, strlen(wanted));
    assert_memory_equal(start, wanted, length);
}

static void sentences_end_at_stops(void **state)
{
    (void)state;
    sentence_is("甲。乙が丙。丁", "丙", "乙が丙");
    sentence_is("甲。乙が丙。丁", "乙", "乙が丙");
    sentence_is("甲\n乙", "乙", "乙");
    sentence_is("甲\n乙", "甲", "甲");
    sentence_is("甲", "甲", "甲");
}

static bool names_other(const char *text)
{
    return sentence_names_other_year(YEAR_FISCAL, text, strstr(text, "率"), 2027);
}

static void other_years_are_seen(void **state)
{
    (void)state;
    assert_true(names_other("前年度の率"));
    assert_true(names_other("令和8年度の率"));
    assert_true(names_other("令和19年度の率"));
    assert_true(names_other("率は2026年度のもの"));
    assert_false(names_other("令和9年度の率"));
    assert_false(names_other("2027年度の率"));
    assert_false(names_other("令和8年度は別。この率。"));
    assert_false(names_other("年度の率"));
}

static void abouts_name_initiatives(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct plan *plan = plan_read("tests/check/base/plan.xml", diag);
    struct arena *arena = arena_new();
    const char *const *name;
    assert_non_null(plan);
    assert_string_equal(about_initiative(plan, "1-1-2/goal")->id, "1-1-2");
    assert_string_equal(about_initiative(plan, "1-1-2の現状")->id, "1-1-2");
    assert_null(about_initiative(plan, "1-1-20"));
    assert_null(about_initiative(plan, "1-1"));
    assert_null(about_initiative(plan, NULL));
    assert_null(about_initiative(NULL, "1-1-2"));
    assert_int_equal(about_departments(plan, "1-1-2", arena, &name), 2);
    assert_string_equal(name[1], "情報課");
    assert_int_equal(about_departments(plan, "department/納税課/2027", arena, &name), 1);
    assert_string_equal(name[0], "納税課");
    assert_int_equal(about_departments(plan, "第1章の本文", arena, &name), 0);
    arena_free(arena);
    plan_free(plan);
    diag_free(diag);
}

/* --- the reader and the schema --- */

struct judges {
    xmlRelaxNG *schema;
    char path[64];
    unsigned mutants, refused, disagreements;
};

static void ignore(void *user, xmlError *error)
{
    (void)user, (void)error;
}

static bool schema_accepts(const struct judges *judges, const char *bytes, int size)
{
    xmlDoc *document = xmlReadMemory(bytes, size, NULL, NULL, 0);
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(judges->schema);
    xmlRelaxNGSetValidStructuredErrors(context, ignore, NULL);
    bool valid = xmlRelaxNGValidateDoc(context, document) == 0;
    xmlRelaxNGFreeValidCtxt(context);
    xmlFreeDoc(document);
    return valid;
}

static void judge(const char *bytes, int size, const char *what, void *user)
{
    struct judges *judges = user;
    bool valid = schema_accepts(judges, bytes, size);
    assert_true(g_file_set_contents(judges->path, bytes, size, NULL));
    struct diag *diag = diag_new();
    struct settings *settings = settings_read(judges->path, diag);
    judges->mutants++;
    judges->refused += !valid;
    if (valid != (settings != NULL)) {
        judges->disagreements++;
        print_error("%s: the schema says %s, the reader %s\n", what, valid ? "yes" : "no", settings ? "yes" : "no");
    }
    assert_int_equal(settings == NULL, diag_count(diag, SEVERITY_ERROR) > 0);
    settings_free(settings);
    diag_free(diag);
}

static const char *const VALUES[] = {
    "", " ", "1", "0", "zzz", "あ い", "error", "warning", "off", " error ", "digit-slip", "-a", "a.b-c_d", NULL,
};

static void reader_and_schema_agree(void **state)
{
    (void)state;
    assert_int_equal(written_lacks(ROOT_check, COMPLETE, NULL), 0);
    struct judges judges = {.path = "/tmp/gyokaku-test-XXXXXX"};
    close(mkstemp(judges.path));
    judges.schema = written_schema(ROOT_check);
    assert_non_null(judges.schema);
    struct diag *diag = diag_new();
    struct settings *settings = settings_read(COMPLETE, diag);
    assert_non_null(settings);
    assert_int_equal(settings->accepts, 1);
    assert_int_equal(settings->words[TONE_GOOD], 2);
    assert_string_equal(settings->word[TONE_BAD][0], "目標を下回った");
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), 0);
    settings_tell_unused(settings, diag);
    assert_int_equal(diag_count(diag, SEVERITY_WARNING), 1);
    settings_free(settings);
    diag_free(diag);
    mutants_all(&(struct mutants){COMPLETE, VALUES, judge, &judges});
    unlink(judges.path);
    xmlRelaxNGFree(judges.schema);
    assert_true(judges.mutants > 150);
    assert_true(judges.refused > judges.mutants / 4 && judges.refused < judges.mutants);
    assert_int_equal(judges.disagreements, 0);
}

static void settings_need_no_file(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct settings *settings = settings_read("tests/unit/none-such.xml", diag);
    assert_non_null(settings);
    assert_int_equal(settings->accepts, 0);
    assert_true(settings->words[TONE_GOOD] > 5 && settings->words[TONE_BAD] > 5);
    assert_int_equal(diag_status(diag), 0);
    settings_free(settings);
    diag_free(diag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rulings_hold_from_settling), cmocka_unit_test(rules_are_found_by_name),
        cmocka_unit_test(sentences_end_at_stops),     cmocka_unit_test(other_years_are_seen),
        cmocka_unit_test(abouts_name_initiatives),    cmocka_unit_test(settings_need_no_file),
        cmocka_unit_test(reader_and_schema_agree),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
