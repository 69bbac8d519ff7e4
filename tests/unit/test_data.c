/* data: cells and rows of the CSV files, what stands where there is no number, and the same in JSON. */
#include "bench.h"
#include <jansson.h>
#include "data/csv.h"
#include "data/data.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

/* ---- csv ---- */

static void cell_is(const char *text, const char *wanted)
{
    struct buf buf = {0};
    struct csv csv = {.out = &buf};
    csv_text(&csv, text);
    assert_string_equal(buf_text(&buf), wanted);
    buf_free(&buf);
}

static void test_quoting(void **state)
{
    (void)state;
    cell_is(NULL, "");
    cell_is("", "");
    cell_is("窓口", "窓口");
    cell_is("a,b", "\"a,b\"");
    cell_is("a\nb", "\"a\nb\"");
    cell_is("a\rb", "\"a\rb\"");
    cell_is("\"", "\"\"\"\"");
    cell_is("a\"b\"", "\"a\"\"b\"\"\"");
    cell_is(" a", "\" a\"");
}

static void test_formulas(void **state)
{
    (void)state;
    cell_is("=1", "\"'=1\"");
    cell_is("+1", "\"'+1\"");
    cell_is("-1", "\"'-1\"");
    cell_is("@a", "\"'@a\"");
    cell_is("\ta", "\"'\ta\"");
    cell_is("\ra", "\"'\ra\"");
    cell_is("＝1", "\"'＝1\"");
    cell_is("＋1", "\"'＋1\"");
    cell_is("－1", "\"'－1\"");
    cell_is("＠a", "\"'＠a\"");
    cell_is("=\"a\"", "\"'=\"\"a\"\"\"");
    cell_is("'=1", "\"''=1\""); /* or a reader would make =1 of it */
    cell_is("'a", "'a");
    cell_is("1-1-1", "1-1-1");
    cell_is("△2億円", "△2億円");
}

static void test_rows(void **state)
{
    (void)state;
    struct buf buf = {0};
    struct csv csv = {.out = &buf};
    csv_start(&csv);
    csv_text(&csv, "甲");
    csv_number(&csv, "-2");
    csv_number(&csv, NULL);
    csv_integer(&csv, 2026);
    csv_end(&csv);
    csv_text(&csv, NULL);
    csv_end(&csv);
    assert_string_equal(buf_text(&buf), "\xEF\xBB\xBF甲,-2,,2026\r\n\r\n");
    buf_free(&buf);
}

/* ---- the files ---- */

struct made {
    struct bench *bench;
    struct data_file file[DATA_FILES];
    unsigned files;
};

static void make(struct made *made, int year)
{
    made->bench->plan.title = "計画", made->bench->plan.municipality = "市", made->bench->plan.code = "192082";
    const struct progress *progress = year ? bench_run(made->bench, year) : NULL;
    made->files = data_make(&made->bench->plan, &made->bench->history, progress, made->file);
    assert_true(made->files <= DATA_FILES);
}

static void give_back(struct made *made)
{
    for (unsigned i = 0; i < made->files; i++)
        buf_free(&made->file[i].content);
    bench_free(made->bench);
}

/* NULL: no such file. */
static const char *text_of(struct made *made, const char *name)
{
    for (unsigned i = 0; i < made->files; i++)
        if (!strcmp(made->file[i].name, name)) return buf_text(&made->file[i].content);
    return NULL;
}

/* The cell of a column in a row from 1; of files whose cells hold no comma and no line break. */
static const char *cell(struct made *made, const char *name, unsigned row, const char *column)
{
    const char *head = text_of(made, name) + 3, *line = head;
    unsigned place = 0;
    size_t size = 0;
    for (;; head += size + 1, place++) {
        size = strcspn(head, ",\r");
        if (size == strlen(column) && !strncmp(head, column, size)) break;
        if (head[size] != ',') fail_msg("no column %s", column);
    }
    for (; row; row--)
        line = strstr(line, "\r\n") + 2;
    for (; place; place--)
        line += strcspn(line, ",") + 1;
    return arena_strndup(made->bench->arena, line, strcspn(line, ",\r"));
}

#define CELL_IS(made, row, column, wanted) \
    assert_string_equal(cell((made), "indicators.csv", (row), (column)), (wanted))

static struct made start(void)
{
    return (struct made){.bench = bench_new()};
}

static void test_numbers_and_states(void **state)
{
    (void)state;
    struct made made = start();
    struct bench *bench = made.bench;
    unsigned one = bench_initiative(bench, 0, "課");
    bench_indicator(bench, one, (const char *const[]){"110000件", "△2件", "—", "→", "8件"});
    bench_actual(bench, FIRST, one, 0, "９８.５０件")->certainty = CERTAINTY_PRELIMINARY;
    bench_file(bench, FIRST + 1);
    make(&made, FIRST + 1);
    CELL_IS(&made, 1, "年度", "2026");
    CELL_IS(&made, 1, "和暦年度", "令和8年度");
    CELL_IS(&made, 1, "単位", "件");
    CELL_IS(&made, 1, "目標値", "110000");
    CELL_IS(&made, 1, "目標値（原文）", "110000件");
    CELL_IS(&made, 1, "実績値", "98.50");
    CELL_IS(&made, 1, "実績値（原文）", "９８.５０件");
    CELL_IS(&made, 1, "判定", "未達成");
    CELL_IS(&made, 1, "状態", "");
    CELL_IS(&made, 1, "確定区分", "速報");
    CELL_IS(&made, 2, "目標値", "-2");
    CELL_IS(&made, 2, "実績値", "");
    CELL_IS(&made, 2, "状態", "未報告");
    CELL_IS(&made, 2, "判定", "未報告");
    CELL_IS(&made, 3, "目標値", "");
    CELL_IS(&made, 3, "目標値（原文）", "—");
    CELL_IS(&made, 3, "状態", "対象外");
    CELL_IS(&made, 5, "状態", "報告前");
    CELL_IS(&made, 5, "判定", "");
    CELL_IS(&made, 5, "注記", "");
    assert_null(text_of(&made, "effects.csv"));
    assert_null(text_of(&made, "opinions.csv"));
    give_back(&made);
}

/* Every state a number can be missing for. */
static void test_why_there_is_none(void **state)
{
    (void)state;
    static const struct {
        enum declared declared;
        const char *word;
    } CASES[] = {
        {DECLARED_HARD,         "評価困難"},
        {DECLARED_NOT_SURVEYED, "未調査"   },
        {DECLARED_COUNTING,     "集計中"   }
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct made made = start();
        unsigned one = bench_initiative(made.bench, 0, "課");
        bench_indicator(made.bench, one, (const char *const[]){"5件", "5件", "5件", "5件", "5件"});
        bench_state(made.bench, FIRST, one, CASES[i].declared);
        make(&made, FIRST);
        CELL_IS(&made, 1, "実績値", "");
        CELL_IS(&made, 1, "状態", CASES[i].word);
        CELL_IS(&made, 1, "判定", CASES[i].word);
        give_back(&made);
    }
}

static void test_about(void **state)
{
    (void)state;
    struct made made = start();
    unsigned one = bench_initiative(made.bench, 0, "課");
    bench_indicator(made.bench, one, (const char *const[]){"約80団体", "4～7団体", "5団体以上", "5団体", "5団体"});
    bench_actual(made.bench, FIRST, one, 0, "約79団体");
    make(&made, FIRST);
    CELL_IS(&made, 1, "目標値", "80");
    CELL_IS(&made, 1, "目標値（原文）", "約80団体");
    CELL_IS(&made, 1, "実績値", "79");
    CELL_IS(&made, 1, "状態", "判定できない");
    CELL_IS(&made, 2, "目標値", "4");
    CELL_IS(&made, 2, "目標値（原文）", "4～7団体");
    CELL_IS(&made, 3, "目標値", "5");
    CELL_IS(&made, 3, "目標値（原文）", "5団体以上");
    assert_non_null(strstr(text_of(&made, "data.json"), "\"number\":\"4\""));
    assert_non_null(strstr(text_of(&made, "data.json"), "\"high\":\"7\""));
    give_back(&made);
}

static void test_money_in_one_unit(void **state)
{
    (void)state;
    struct made made = start();
    unsigned one = bench_initiative(made.bench, 0, "課");
    bench_indicator(made.bench, one, (const char *const[]){"45", "45", "45", "45", "45"})->unit = "億円";
    bench_actual(made.bench, FIRST, one, 0, "4,263,148千円");
    make(&made, FIRST);
    CELL_IS(&made, 1, "単位", "億円");
    assert_non_null(strstr(text_of(&made, "indicators.csv"), ",45,45,,42.63148,\"4,263,148千円\","));
    give_back(&made);
}

static void test_steps_growth_arrow(void **state)
{
    (void)state;
    struct made made = start();
    struct bench *bench = made.bench;
    unsigned one = bench_initiative(bench, 0, "課"), two = bench_initiative(bench, 0, "課");
    struct actual_step step[] = {
        {.declared = DECLARED_MET,   .text = "見直した"      },
        {.declared = DECLARED_UNMET, .text = "選んでいない"}
    };
    bench_indicator(bench, one, (const char *const[]){"見直し|選定", "導入", "→", "3件", "→"});
    bench_indicator(bench, two, (const char *const[]){"実施事業3%増加", "5件", "5件", "5件", "5件"});
    struct actual *actual = bench_actual(bench, FIRST, one, 0, "");
    actual->steps = 2;
    actual->step = step;
    make(&made, FIRST);
    const char *csv = text_of(&made, "indicators.csv"), *json = text_of(&made, "data.json");
    assert_non_null(strstr(csv, ",,見直し|選定,,,\"見直した\n選んでいない\",達成、未達成,,未達成,"));
    assert_non_null(strstr(csv, ",,→,,,,報告前,,,,,,,,\r\n"));  /* goes on from words */
    assert_non_null(strstr(csv, ",3,→,,,,報告前,,,,,,,,\r\n")); /* from a number */
    assert_non_null(strstr(csv, ",,実施事業3%増加,,,,未報告,,未報告,,,,,,\r\n"));
    assert_non_null(strstr(json, "\"wantedGrowth\":\"3\""));
    assert_non_null(strstr(json, "\"continues\":\"3件\""));
    give_back(&made);
}

static void test_revised(void **state)
{
    (void)state;
    struct made made = start();
    unsigned one = bench_initiative(made.bench, 0, "課");
    struct indicator *indicator =
        bench_indicator(made.bench, one, (const char *const[]){"5件", "6件", "7件", "8件", "9件"});
    bench_revised(made.bench, indicator, FIRST, (struct date){2026, 10, 1}, "10件");
    bench_revised(made.bench, indicator, FIRST + 1, (struct date){2026, 10, 1}, "未定");
    bench_actual(made.bench, FIRST, one, 0, "5件");
    make(&made, FIRST);
    CELL_IS(&made, 1, "目標値", "5");
    CELL_IS(&made, 1, "当初目標値", "10");
    CELL_IS(&made, 1, "判定", "達成");
    CELL_IS(&made, 1, "割合", "100.0");
    CELL_IS(&made, 2, "当初目標値", "未定");
    CELL_IS(&made, 3, "当初目標値", "");
    give_back(&made);
}

/* What a hostile field says comes out of JSON as it went in. */
static void test_hostile(void **state)
{
    (void)state;
    static const char NAME[] = "=cmd|' /C calc'!A0\"\\</script>\n\"\x01";
    struct made made = start();
    unsigned one = bench_initiative(made.bench, 0, "課");
    bench_of(made.bench, one)->name = NAME;
    bench_indicator(made.bench, one, (const char *const[]){"5件", NULL, NULL, NULL, NULL});
    bench_file(made.bench, FIRST)->sample = true;
    make(&made, FIRST);
    assert_non_null(strstr(text_of(&made, "indicators.csv"), ",\"'=cmd|' /C calc'!A0\"\"\\</script>\n\"\"\x01\",課,"));
    json_t *json = json_loads(text_of(&made, "data.json"), JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(json);
    assert_true(json_is_true(json_object_get(json, "sample")));
    json_t *policy = json_array_get(json_object_get(json, "policies"), 0);
    json_t *item = json_array_get(json_object_get(policy, "items"), 0);
    json_t *initiative = json_array_get(json_object_get(item, "initiatives"), 0);
    assert_string_equal(json_string_value(json_object_get(initiative, "name")), NAME);
    json_decref(json);
    assert_non_null(strstr(text_of(&made, "tallies.csv"), ",見本（架空の数値）\r\n"));
    assert_non_null(strstr(text_of(&made, "columns.csv"), ",見本（架空の数値）\r\n"));
    give_back(&made);
}

static void test_without_actuals(void **state)
{
    (void)state;
    struct made made = start();
    unsigned one = bench_initiative(made.bench, 0, "課");
    struct indicator *indicator =
        bench_indicator(made.bench, one, (const char *const[]){"5件", "→", "—", "7件", "9件"});
    bench_revised(made.bench, indicator, FIRST, (struct date){2026, 10, 1}, "10件");
    make(&made, 0);
    CELL_IS(&made, 1, "目標値", "5");
    CELL_IS(&made, 1, "当初目標値", "10");
    CELL_IS(&made, 1, "状態", "報告前");
    CELL_IS(&made, 1, "判定", "");
    CELL_IS(&made, 2, "目標値", "5");
    CELL_IS(&made, 2, "目標値（原文）", "→");
    CELL_IS(&made, 3, "状態", "対象外");
    assert_string_equal(strstr(text_of(&made, "tallies.csv"), "\r\n"), "\r\n"); /* only heads */
    give_back(&made);
}

/* The table of columns and the rows that are written go together. */
static void test_as_many_cells_as_heads(void **state)
{
    (void)state;
    struct made made = start();
    unsigned one = bench_initiative(made.bench, 0, "課");
    bench_indicator(made.bench, one, (const char *const[]){"5件", "5件", "5件", "5件", "5件"});
    bench_effect(made.bench, FIRST, one, (struct effect){.category = &LISTS_EFFECTS.category[0], .amount = -1350});
    struct opinion opinion = {
        .by = "会", .date = {2027, 8, 1}
    };
    struct actuals *file = bench_file(made.bench, FIRST);
    file->opinions = 1;
    file->opinion = &opinion;
    make(&made, FIRST);
    assert_int_equal(made.files, DATA_FILES);
    for (unsigned i = 0; i < made.files; i++) {
        const char *text = buf_text(&made.file[i].content);
        if (!strstr(made.file[i].name, ".csv") || !strcmp(made.file[i].name, "columns.csv")) continue;
        unsigned commas[2] = {0, 0}, row = 0;
        for (; *text && row < 2; text++) {
            commas[row] += *text == ',';
            row += *text == '\n';
        }
        if (row != 2 || commas[0] != commas[1]) fail_msg("%s: %u, %u", made.file[i].name, commas[0], commas[1]);
    }
    assert_string_equal(cell(&made, "effects.csv", 1, "効果額（千円）"), "-1350");
    assert_string_equal(cell(&made, "effects.csv", 1, "計画額（千円）"), "");
    assert_string_equal(cell(&made, "tallies.csv", 1, "件数"), "0");
    assert_string_equal(cell(&made, "tallies.csv", 4, "判定"), "未報告");
    assert_string_equal(cell(&made, "tallies.csv", 4, "件数"), "1");
    assert_string_equal(cell(&made, "tallies.csv", 4, "うち数値"), "");
    give_back(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quoting),
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_numbers_and_states),
        cmocka_unit_test(test_why_there_is_none),
        cmocka_unit_test(test_about),
        cmocka_unit_test(test_money_in_one_unit),
        cmocka_unit_test(test_steps_growth_arrow),
        cmocka_unit_test(test_revised),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_without_actuals),
        cmocka_unit_test(test_as_many_cells_as_heads),
    };
    return cmocka_run_group_tests_name("data", tests, NULL, NULL);
}
