/* actuals: what the sample's years and another city's become; what faults are called (tests/hostile/actuals: each folder holds the
   years that are read and messages.txt, what is said of them); and mutants of a file that holds every element, judged by the reader
   and by the schema, which must agree. Runs in the project's folder. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glib.h>
#include <libxml/relaxng.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "mutants.h"
#include "written.h"
#include "plan/actuals.h"
#include "plan/datatype.h"

static const char HOSTILE[] = "tests/hostile/actuals", HOSTILE_PLAN[] = "tests/hostile/actuals/plan.xml",
                  COMPLETE[] = "tests/unit/complete-actuals.xml";

/* --- reading, and what was said --- */

struct said {
    struct plan *plan;
    struct history *history;
    char *messages; /* of the actuals, as diag_print writes them */
};

static struct said read_years(const char *plan, const char *folder, int last)
{
    struct said said = {0};
    size_t size = 0;
    struct diag *of_plan = diag_new(), *diag = diag_new();
    said.plan = plan_read(plan, of_plan);
    assert_non_null(said.plan);
    said.history = history_read(folder, said.plan, last, diag);
    FILE *out = open_memstream(&said.messages, &size);
    diag_print(diag, out, false);
    fclose(out);
    assert_int_equal(said.history != NULL, diag_status(diag) == 0);
    diag_free(diag);
    diag_free(of_plan);
    return said;
}

static void forget(struct said *said)
{
    history_free(said->history);
    plan_free(said->plan);
    free(said->messages);
}

static struct said read_city(const char *input, int last)
{
    char *plan = g_strdup_printf("%s/plan.xml", input), *folder = g_strdup_printf("%s/actuals", input);
    struct said said = read_years(plan, folder, last);
    if (!said.history) fail_msg("%s", said.messages);
    g_free(plan);
    g_free(folder);
    return said;
}

static unsigned ordinal_of(const struct plan *plan, const char *id)
{
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (!strcmp(plan->initiative[i].id, id)) return i;
    fail_msg("no initiative %s", id);
    return 0;
}

static const struct sheet_year *sheet_of(const struct said *said, int year, const char *id)
{
    return history_sheet(said->history, year, ordinal_of(said->plan, id));
}

/* The first actual of a sheet. */
static const struct actual *actual_of(const struct said *said, int year, const char *id)
{
    const struct sheet_year *sheet = sheet_of(said, year, id);
    assert_non_null(sheet);
    assert_true(sheet->actuals > 0);
    return sheet->actual;
}

/* --- the sample --- */

static void the_sample_years(void **state)
{
    (void)state;
    struct said said = read_city("input", 0);
    assert_string_equal(said.messages, "");
    assert_int_equal(said.history->years, 2);
    const struct actuals *first = said.history->year[0], *second = said.history->year[1];
    assert_int_equal(first->year, 2026);
    assert_int_equal(second->year, 2027);
    assert_true(first->sample && second->sample && first->has_published && second->has_published);
    assert_int_equal(first->as_of.day, 31);
    assert_int_equal(first->published.month, 9);
    assert_int_equal(first->overview.count, 2);
    assert_int_equal(second->overview.blocks[2].count, 3);
    assert_true(second->overview.blocks[2].list);
    assert_int_equal(first->opinions, 2);
    assert_int_equal(first->corrections, 2);
    assert_string_equal(first->correction[0].right, "108,743件");
    assert_null(sheet_of(&said, 2026, "4-2-3"));
    assert_null(sheet_of(&said, 2027, "3-1-3"));
    assert_null(sheet_of(&said, 2028, "1-1-1"));
    assert_int_equal(sheet_of(&said, 2027, "2-2-2")->actuals, 0);
    forget(&said);
}

static void values_of_the_sample(void **state)
{
    (void)state;
    struct said said = read_city("input", 0);
    const struct actual *rate = actual_of(&said, 2026, "1-1-1"), *counted = actual_of(&said, 2027, "1-1-2");
    assert_int_equal(rate->value.kind, VALUE_PERCENT);
    assert_int_equal(rate->value.number.units, 9852);
    assert_int_equal(rate->certainty, CERTAINTY_FINAL);
    assert_int_equal(rate->months, 12);
    assert_string_equal(rate->as_of, "2027-05-31");
    assert_true(counted->confirmed && counted->value.approximate);
    assert_int_equal(counted->certainty, CERTAINTY_PRELIMINARY);
    assert_string_equal(actual_of(&said, 2026, "1-2-1")->value.unit, "千円");
    assert_int_equal(actual_of(&said, 2027, "2-1-2")->value.kind, VALUE_NUMBER);
    const struct actual *mixed = actual_of(&said, 2026, "1-4-1"), *part = actual_of(&said, 2027, "2-1-3");
    assert_int_equal(mixed->declared, DECLARED_MET);
    assert_true(mixed->has_number);
    assert_int_equal(mixed->number.number.units, 1);
    assert_int_equal(part->months, 6);
    assert_int_equal(part->number.number.units, 1840);
    const struct actual *steps = actual_of(&said, 2027, "2-2-1"), *ahead = actual_of(&said, 2027, "2-1-4");
    assert_int_equal(steps->steps, 2);
    assert_int_equal(steps->value.steps, 2);
    assert_int_equal(steps->step[0].declared, DECLARED_UNMET);
    assert_int_equal(steps->step[1].declared, DECLARED_MET);
    assert_int_equal(ahead->declared, DECLARED_AHEAD);
    assert_int_equal(ahead->in, 2026);
    assert_string_equal(actual_of(&said, 2026, "2-1-4")->decision, "導入する");
    const struct actual *hard = actual_of(&said, 2027, "3-2-2");
    assert_int_equal(hard->declared, DECLARED_HARD);
    assert_non_null(hard->why);
    assert_string_equal(hard->value.text, "");
    forget(&said);
}

static void every_state_is_in_the_sample(void **state)
{
    (void)state;
    struct said said = read_city("input", 0);
    bool met[DECLARED_COUNTING + 1] = {false};
    for (unsigned i = 0; i < said.history->years; i++)
        for (unsigned j = 0; j < said.history->year[i]->sheets; j++) {
            const struct sheet_year *sheet = &said.history->year[i]->sheet[j];
            for (unsigned k = 0; k < sheet->actuals; k++)
                met[sheet->actual[k].declared] = true;
        }
    for (unsigned declared = 0; declared <= DECLARED_COUNTING; declared++)
        if (!met[declared]) fail_msg("state %u is nowhere in the sample", declared);
    forget(&said);
}

static void sheets_of_the_sample(void **state)
{
    (void)state;
    struct said said = read_city("input", 0);
    const struct sheet_year *sheet = sheet_of(&said, 2026, "1-1-2"), *donations = sheet_of(&said, 2026, "1-2-1");
    assert_true(sheet->has_entered && sheet->has_checked);
    assert_int_equal(sheet->checked.day, 21);
    assert_string_equal(sheet->pace->word, "遅れ");
    assert_int_equal(sheet->pace->pace, PACE_LATE);
    assert_string_equal(sheet->direction, "見直し");
    assert_int_equal(sheet->evaluations, 2);
    assert_string_equal(sheet->evaluation[0].by, "主管課");
    assert_string_equal(sheet->evaluation[0].grade, "おおむね達成");
    assert_true(sheet->has_cost);
    assert_int_equal(sheet->cost, 2180);
    assert_int_equal(sheet->opinions, 1);
    assert_int_equal(sheet->opinion[0].response.count, 1);
    assert_int_equal(donations->effects, 1);
    assert_string_equal(donations->effect[0].category->name, "歳入増");
    assert_true(donations->effect[0].has_planned && donations->effect[0].has_cost && !donations->effect[0].cumulative);
    assert_int_equal(donations->effect[0].planned, 236852);
    assert_int_equal(donations->effect[0].amount, 258722);
    assert_true(sheet_of(&said, 2027, "1-4-1")->effect[0].cumulative);
    assert_int_equal(sheet_of(&said, 2026, "2-1-4")->cost, 12650); /* full-width in the file */
    const struct sheet_year *survey = sheet_of(&said, 2026, "4-1-4");
    assert_int_equal(survey->surveys, 1);
    assert_int_equal(survey->survey[0].n, 1034);
    assert_int_equal(survey->survey[0].date.day, 0);
    forget(&said);
}

static void texts_are_listed_in_order(void **state)
{
    (void)state;
    struct said said = read_city("input", 0);
    static const char *const NAMES[] = {"令和8年度の総括",
                                        "令和8年度の意見",
                                        "1-1-1の令和8年度の実績値",
                                        "1-1-1の令和8年度の実施内容",
                                        "1-1-1の令和8年度の評価（主管課）",
                                        "訂正の誤り"};
    const struct actuals *actuals = said.history->year[0];
    unsigned at = 0;
    long line = 0;
    for (unsigned i = 0; i < actuals->texts; i++) {
        const struct plan_text *text = &actuals->text[i];
        assert_true(*text->text && *text->field && text->line >= line);
        line = text->line;
        if (at < sizeof NAMES / sizeof *NAMES && !strcmp(text->field, NAMES[at])) at++;
    }
    assert_int_equal(at, sizeof NAMES / sizeof *NAMES);
    forget(&said);
}

/* --- another city --- */

static void another_city(void **state)
{
    (void)state;
    struct said said = read_city("tests/cities/hokuto/input", 0);
    assert_string_equal(said.messages, "");
    assert_int_equal(said.history->years, 2);
    assert_false(said.history->year[0]->sample || said.history->year[1]->has_published);
    const struct sheet_year *sheet = sheet_of(&said, 2025, "1-1-1");
    assert_int_equal(sheet->actuals, 2);
    assert_int_equal(sheet->actual[1].indicator, 1);
    assert_int_equal(sheet->actual[1].value.number.units, 483600000); /* 4億8,360万円, against targets in 百万円 */
    assert_string_equal(sheet->actual[1].value.unit, "円");
    assert_int_equal(actual_of(&said, 2025, "2-1-2")->value.number.units, 116);
    assert_int_equal(actual_of(&said, 2026, "2-2-1")->value.number.units, -2940); /* ▲ in the file */
    assert_string_equal(actual_of(&said, 2026, "2-2-1")->value.unit, "万円");
    assert_int_equal(sheet_of(&said, 2025, "3-1-2")->effect[0].amount, -6900);
    assert_true(fields_text(&sheet_of(&said, 2025, "1-1-2")->fields, FIELD_DONE)->blocks[0].list);
    assert_int_equal(actual_of(&said, 2026, "1-2-1")->number.number.units, 58);
    forget(&said);
}

static void later_years_are_not_read(void **state)
{
    (void)state;
    struct said said = read_city("input", 2026);
    assert_int_equal(said.history->years, 1);
    assert_null(sheet_of(&said, 2027, "1-1-1"));
    forget(&said);
    said = read_city("input", 2025);
    assert_int_equal(said.history->years, 0);
    forget(&said);
}

static void no_folder_is_no_history(void **state)
{
    (void)state;
    struct said said = read_years(HOSTILE_PLAN, "tests/hostile/actuals/none", 0);
    assert_non_null(said.history);
    assert_int_equal(said.history->years, 0);
    assert_string_equal(said.messages, "");
    forget(&said);
    said = read_years(HOSTILE_PLAN, HOSTILE_PLAN, 0);
    assert_null(said.history);
    assert_non_null(strstr(said.messages, "[file-unreadable]"));
    forget(&said);
}

static void amounts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t amount;
    } FINE[] = {
        {"0",               0           },
        {"1350",            1350        },
        {"1,350",           1350        },
        {"１，３５０", 1350        },
        {"△1,350",        -1350       },
        {"▲5",            -5          },
        {"−5",            -5          },
        {"-5",              -5          },
        {"－５",          -5          },
        {"12,345,678",      12345678    },
        {"007",             7           },
        {"999999999999",    999999999999},
        {"999,999,999,999", 999999999999},
    };
    static const char *const FAULTS[] = {
        "",    "-",  "1,20",          ",120", "1234,567",         "12.5", "1 200", "12円",
        "△△1", "1,", "1234567890123", "一",   "1,234,567,890,123"};
    for (size_t i = 0; i < sizeof FINE / sizeof *FINE; i++) {
        int64_t amount = -99;
        assert_true(datatype_thousands(FINE[i].text, &amount));
        assert_true(amount == FINE[i].amount);
    }
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        int64_t amount = -99;
        if (datatype_thousands(FAULTS[i], &amount)) fail_msg("「%s」 was taken for an amount", FAULTS[i]);
        assert_true(amount == -99);
    }
}

/* --- faults --- */

/* Messages without the folder in front of each line's file. */
static char *without_folder(const char *messages, const char *folder)
{
    char *prefix = g_strdup_printf("%s/", folder);
    char **lines = g_strsplit(messages, prefix, -1), *joined = g_strjoinv("", lines);
    g_strfreev(lines);
    g_free(prefix);
    return joined;
}

/* A folder's messages.txt; GYOKAKU_REWRITE writes it anew, for a look at the difference. */
static void check_folder(const char *name)
{
    char *folder = g_strdup_printf("%s/%s", HOSTILE, name), *path = g_strdup_printf("%s/messages.txt", folder);
    bool limited = !strcmp(name, "later-years"); /* holds a year that is no XML */
    char *years = g_build_filename(folder, "actuals", NULL), *expected = NULL;
    struct said said = read_years(HOSTILE_PLAN, years, limited ? 2027 : 0);
    char *got = without_folder(said.messages, years);
    if (getenv("GYOKAKU_REWRITE")) assert_true(g_file_set_contents(path, got, -1, NULL));
    if (!g_file_get_contents(path, &expected, NULL, NULL)) fail_msg("%s is missing", path);
    if (strcmp(got, expected) != 0) fail_msg("%s\nis said:\n%sexpected:\n%s", name, got, expected);
    g_free(expected);
    g_free(got);
    g_free(years);
    g_free(path);
    g_free(folder);
    forget(&said);
}

static void faults_are_told(void **state)
{
    (void)state;
    GDir *folders = g_dir_open(HOSTILE, 0, NULL);
    unsigned count = 0;
    assert_non_null(folders);
    for (const char *name = g_dir_read_name(folders); name; name = g_dir_read_name(folders)) {
        char *path = g_build_filename(HOSTILE, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
            check_folder(name);
            count++;
        }
        g_free(path);
    }
    g_dir_close(folders);
    assert_true(count >= 40);
}

/* Each message about actuals is provoked by one of the folders. */
static void every_message_is_provoked(void **state)
{
    (void)state;
    GString *all = g_string_new(NULL);
    GDir *folders = g_dir_open(HOSTILE, 0, NULL);
    for (const char *name = g_dir_read_name(folders); name; name = g_dir_read_name(folders)) {
        char *path = g_build_filename(HOSTILE, name, "messages.txt", NULL), *text = NULL;
        if (g_file_get_contents(path, &text, NULL, NULL)) g_string_append(all, text);
        g_free(text);
        g_free(path);
    }
    g_dir_close(folders);
    for (unsigned id = DIAG_VALUE_NOT_THOUSANDS; id <= DIAG_DIRECTION_UNKNOWN; id++) {
        char *tag = g_strdup_printf("[%s]", diag_name((enum diag_id)id));
        if (!strstr(all->str, tag)) fail_msg("no folder of %s provokes %s", HOSTILE, tag);
        g_free(tag);
    }
    g_string_free(all, TRUE);
}

/* --- the reader and the schema agree --- */

/* What a grammar cannot say: these the reader may report where the schema is content. */
static const char *const BEYOND_GRAMMAR[] = {
    "year-of-file",         "year-outside",
    "as-of-early",          "published-early",
    "date-early",           "date-late",
    "checked-early",        "sheet-unknown",
    "sheet-guess",          "sheet-twice",
    "sheet-year",           "actual-indicator",
    "actual-twice",         "actual-indicator-guess",
    "actual-ahead-year",    "actual-late-year",
    "actual-steps",         "actual-words",
    "actual-state-number",  "actual-number",
    "actual-value-words",   "actual-two-numbers",
    "actual-growth",        "actual-no-number-yet",
    "actual-symbol",        "actual-continued",
    "actual-unit",          "unit-missing",
    "unit-differs",         "cell-malformed",
    "cell-too-large",       "evaluation-grade",
    "correction-ref",       "direction-unknown",
    "list-unknown",         "state-unknown",
    "cost-twice",           "cost-sum",
    "correction-early",     "correction-indicator",
    "actual-continued-new", "ruby-no-base",
    "ruby-no-reading",      "ruby-on-value",
};

struct judges {
    xmlRelaxNG *schema;
    struct plan *plan;
    char *folder;
    unsigned mutants, refused, disagreements;
};

static bool is_beyond_grammar(const char *message)
{
    for (size_t i = 0; i < sizeof BEYOND_GRAMMAR / sizeof *BEYOND_GRAMMAR; i++) {
        char *tag = g_strdup_printf("[%s]", BEYOND_GRAMMAR[i]);
        bool ends = g_str_has_suffix(message, tag);
        g_free(tag);
        if (ends) return true;
    }
    return false;
}

/* Does the reader find fault with the form of the file? Its first such message, or NULL. */
static char *fault_of_form(const char *messages)
{
    char **lines = g_strsplit(messages, "\n", -1), *fault = NULL;
    for (char **line = lines; *line && !fault; line++)
        if (strstr(*line, ": エラー: ") && !is_beyond_grammar(*line)) fault = g_strdup(*line);
    g_strfreev(lines);
    return fault;
}

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

static char *messages_of(const struct judges *judges, const char *bytes, int size)
{
    char *path = g_strdup_printf("%s/2027.xml", judges->folder), *messages = NULL;
    size_t length = 0;
    assert_true(g_file_set_contents(path, bytes, size, NULL));
    struct diag *diag = diag_new();
    history_free(history_read(judges->folder, judges->plan, 0, diag));
    FILE *out = open_memstream(&messages, &length);
    diag_print(diag, out, true);
    fclose(out);
    diag_free(diag);
    unlink(path);
    g_free(path);
    return messages;
}

static void judge(const char *bytes, int size, const char *what, void *user)
{
    struct judges *judges = user;
    bool valid = schema_accepts(judges, bytes, size);
    char *messages = messages_of(judges, bytes, size), *fault = fault_of_form(messages);
    judges->mutants++;
    judges->refused += !valid;
    if (valid == (fault != NULL)) {
        judges->disagreements++;
        print_error("%s: the schema says %s, the reader %s\n", what, valid ? "yes" : "no", fault ? fault : "yes");
    }
    g_free(fault);
    free(messages);
}

/* No dates that do not exist: they are beyond the grammar, but share their message with those within (folder dates has one). */
static const char *const VALUES[] = {
    "",
    " ",
    "zzz",
    "0",
    "1",
    "12",
    "13",
    "007",
    "1000",
    "2026",
    "2027",
    " 2027 ",
    "２０２７",
    "1.5",
    "-1",
    "△1,200",
    "１２，０００",
    "1,0",
    "yes",
    "no",
    "達成",
    "遅れて",
    "集計中",
    "速報",
    "計画どおり",
    "主管課",
    "歳出減",
    "yearly",
    "1件",
    "98.6%",
    "2028-06",

    "2028-06-30",
    "1-1-1",
    "1-1-2",
    "rate",
    "amount",
    "12345678",
    "1234567890123",
    "あ い",
    "→",
    "—",
    "a.b-c_d",
    "-a",
    NULL,
};

static void reader_and_schema_agree(void **state)
{
    (void)state;
    assert_int_equal(written_lacks(ROOT_actuals, COMPLETE, NULL), 0);
    char folder[] = "/tmp/gyokaku-test-XXXXXX", *text = NULL;
    gsize size = 0;
    struct diag *diag = diag_new();
    struct judges judges = {.schema = written_schema(ROOT_actuals), .plan = plan_read(HOSTILE_PLAN, diag)};
    diag_free(diag);
    assert_true(judges.schema && judges.plan);
    judges.folder = mkdtemp(folder);
    assert_true(g_file_get_contents(COMPLETE, &text, &size, NULL));
    assert_true(schema_accepts(&judges, text, (int)size));
    char *messages = messages_of(&judges, text, (int)size);
    assert_string_equal(messages, "");
    mutants_all(&(struct mutants){COMPLETE, VALUES, judge, &judges});
    if (getenv("GYOKAKU_TEST_VERBOSE")) print_message("%u mutants, %u refused\n", judges.mutants, judges.refused);
    free(messages);
    g_free(text);
    rmdir(folder);
    plan_free(judges.plan);
    xmlRelaxNGFree(judges.schema);
    assert_true(judges.mutants > 3000);
    assert_true(judges.refused > judges.mutants / 4 && judges.refused < judges.mutants);
    assert_int_equal(judges.disagreements, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_years),
        cmocka_unit_test(values_of_the_sample),
        cmocka_unit_test(every_state_is_in_the_sample),
        cmocka_unit_test(sheets_of_the_sample),
        cmocka_unit_test(texts_are_listed_in_order),
        cmocka_unit_test(another_city),
        cmocka_unit_test(later_years_are_not_read),
        cmocka_unit_test(no_folder_is_no_history),
        cmocka_unit_test(amounts),
        cmocka_unit_test(faults_are_told),
        cmocka_unit_test(every_message_is_provoked),
        cmocka_unit_test(reader_and_schema_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
