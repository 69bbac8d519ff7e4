/* progress: every rule of the judgement of one indicator in one year. A case is a row of targets, what was reported in the years up
   to the one that is judged, and what must come out. */
#include "bench.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what a case does not name is not given */

enum { MET, NEAR, UNMET }; /* grades of the default */

struct told {
    const char *text; /* NULL: no entry */
    enum declared state;
    const char *value; /* the number of a mixed row */
    unsigned months;
    bool confirmed;
    const char *decision;
    enum declared step[FEW];
    unsigned steps;
};
struct expected {
    enum outcome outcome;
    unsigned grade;
    enum reason reason;
    const char *rate, *distance; /* NULL: none */
};
struct row_case {
    const char *name;
    const char *target[YEARS];
    struct told told[YEARS];
    struct expected expected;
    const char *baseline;
    int baseline_year;
    bool baseline_about;
    const char *unit, *tolerance;
    enum direction direction;
    enum accumulation accumulation;
    enum basis basis;
    enum growth growth;
    int year; /* judged; 0: the first */
    int from;
};

static void report(struct bench *bench, int year, unsigned ordinal, const struct told *told)
{
    if (!told->text) return;
    struct actual *actual = bench_actual(bench, year, ordinal, 0, told->text);
    actual->declared = told->state;
    if (told->months) actual->months = told->months;
    actual->confirmed = told->confirmed;
    actual->decision = told->decision;
    if (told->value) bench_number(bench, actual, told->value);
    struct actual_step *steps = arena_array(bench->arena, FEW, sizeof *steps);
    for (unsigned i = 0; i < told->steps; i++)
        steps[i] = (struct actual_step){.declared = told->step[i], .text = ""};
    actual->steps = told->steps;
    actual->step = steps;
}

static const struct reading *judged(struct bench *bench, const struct row_case *one)
{
    unsigned ordinal = bench_initiative(bench, 0, "課");
    struct indicator *indicator = bench_indicator(bench, ordinal, one->target);
    if (one->from) bench_of(bench, ordinal)->from = one->from;
    indicator->unit = one->unit;
    indicator->direction = one->direction;
    indicator->accumulation = one->accumulation;
    indicator->basis = one->basis;
    indicator->growth = one->growth;
    if (one->tolerance) assert_true(decimal_parse(one->tolerance, &indicator->tolerance));
    if (one->baseline) bench_baseline(bench, indicator, one->baseline_year ? one->baseline_year : 2024, one->baseline);
    indicator->baseline.approximate = one->baseline_about;
    for (int i = 0; i < YEARS; i++)
        report(bench, FIRST + i, ordinal, &one->told[i]);
    int year = one->year ? one->year : FIRST;
    bench_run(bench, year);
    return bench_reading(bench, ordinal, 0, year);
}

static bool same_or_none(const char *seen, const char *wanted)
{
    return seen && wanted ? !strcmp(seen, wanted) : seen == wanted;
}

/* What came out otherwise than the case wants; NULL: nothing. */
static const char *difference(struct bench *bench, const struct row_case *one)
{
    const struct reading *reading = judged(bench, one);
    const struct verdict *verdict = &reading->verdict;
    const struct expected *wanted = &one->expected;
    const char *rate = reading->has_rate ? number_percents(bench->arena, reading->rate) : NULL;
    const char *distance = reading->has_distance ? number_text(bench->arena, reading->distance) : NULL;
    if (verdict->outcome != wanted->outcome) return arena_printf(bench->arena, "outcome %d", (int)verdict->outcome);
    if (verdict->reason != wanted->reason) return arena_printf(bench->arena, "reason %d", (int)verdict->reason);
    if (verdict->outcome == OUTCOME_GRADED && verdict->grade != wanted->grade)
        return arena_printf(bench->arena, "grade %u", verdict->grade);
    if (!same_or_none(rate, wanted->rate)) return arena_printf(bench->arena, "rate %s", rate ? rate : "none");
    if (!same_or_none(distance, wanted->distance))
        return arena_printf(bench->arena, "distance %s", distance ? distance : "none");
    return NULL;
}

static void check(const struct row_case *one)
{
    struct bench *bench = bench_new();
    const char *found = difference(bench, one);
    if (found) fail_msg("%s: %s", one->name, found);
    bench_free(bench);
}

#define CHECK_ALL(cases) \
    do { \
        for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
            check(&(cases)[i]); \
    } while (0)
#define GRADE(grade, reason, rate, distance) \
    { \
        OUTCOME_GRADED, (grade), REASON_##reason, (rate), (distance) \
    }
#define WITHOUT(outcome, reason) \
    { \
        OUTCOME_##outcome, 0, REASON_##reason, NULL, NULL \
    }
#define TAXES \
    { \
        "98.60%", "98.65%", "98.70%", "98.75%", "98.80%" \
    }
#define CONSTANT(text) \
    { \
        text, text, text, text, text \
    }

/* Rows of such different lengths make clang-format 14 crash. */
/* clang-format off */

/* --- numbers --- */

static void narrow_rows(void **state)
{
    (void)state;
    static const struct row_case CASES[] = {
        {"98.60 is 98.60", TAXES, {{"98.60%"}}, GRADE(MET, COMPARE, NULL, "0.00")},
        {"98.5999 is less", TAXES, {{"98.5999%"}}, GRADE(UNMET, COMPARE, NULL, "△0.0001")},
        {"98.600001 is more", TAXES, {{"98.600001%"}}, GRADE(MET, COMPARE, NULL, "0.000001")},
        {"a standstill is 0 %", TAXES, {{"98.41%"}}, GRADE(UNMET, BASELINE, "0.0%", "△0.19"), .baseline = "98.41%"},
        {"four fifths of the way", TAXES, {{"98.562%"}}, GRADE(NEAR, BASELINE, "80.0%", "△0.038"), .baseline = "98.41%"},
        {"just below", TAXES, {{"98.5619%"}}, GRADE(UNMET, BASELINE, "79.9%", "△0.0381"), .baseline = "98.41%"},
        {"98.5999 on the way", TAXES, {{"98.5999%"}}, GRADE(NEAR, BASELINE, "99.9%", "△0.0001"), .baseline = "98.41%"},
        {"there", TAXES, {{"98.60%"}}, GRADE(MET, BASELINE, "100.0%", "0.00"), .baseline = "98.41%"},
        {"backwards rounds down", TAXES, {{"98.4099%"}}, GRADE(UNMET, BASELINE, "△0.1%", "△0.1901"), .baseline = "98.41%"},
        {"basis=target is obeyed", TAXES, {{"98.41%"}}, GRADE(NEAR, TARGET, "99.8%", "△0.19"), .basis = BASIS_TARGET},
        {"basis=compare is obeyed", CONSTANT("10件"), {{"9件"}}, GRADE(UNMET, COMPARE, NULL, "△1"),
         .basis = BASIS_COMPARE},
        {"basis=baseline is obeyed", {"10件", "20件", "30件", "40件", "50件"}, {{"9件"}},
         GRADE(NEAR, BASELINE, "80.0%", "△1"), .baseline = "5件", .basis = BASIS_BASELINE},
        {"basis=baseline without one", TAXES, {{"98.60%"}}, {OUTCOME_UNDECIDABLE, 0, REASON_NO_BASELINE, NULL, "0.00"},
         .basis = BASIS_BASELINE},
        {"baseline equal to the target", {"7社", "7社", "8社", "8社", "9社"}, {{"6社"}}, GRADE(UNMET, COMPARE, NULL, "△1"),
         .baseline = "7社"},
        {"and met", {"7社", "7社", "8社", "8社", "9社"}, {{"7社"}}, GRADE(MET, COMPARE, NULL, "0"), .baseline = "7社"},
        {"a later target is beyond it", {"7社", "7社", "8社", "8社", "9社"}, {{NULL}, {NULL}, {"7社"}},
         GRADE(UNMET, BASELINE, "0.0%", "△1"), .baseline = "7社", .year = 2028},
        {"a target behind the baseline", {"7社", "7社", "8社", "8社", "9社"}, {{"7社"}}, GRADE(MET, COMPARE, NULL, "0"),
         .baseline = "8社"},
        {"baseline below 80 % is wide", CONSTANT("3団体"), {{"2団体"}}, GRADE(UNMET, TARGET, "66.6%", "△1"),
         .baseline = "2団体"},
        {"constant is not narrow", CONSTANT("10件"), {{"8件"}}, GRADE(NEAR, TARGET, "80.0%", "△2")},
        {"first at 80 % of the last", {"80件", "85件", "90件", "95件", "100件"}, {{"79件"}},
         GRADE(UNMET, COMPARE, NULL, "△1")},
        {"first below 80 %", {"79件", "85件", "90件", "95件", "100件"}, {{"78件"}}, GRADE(NEAR, TARGET, "98.7%", "△1")},
        {"down, narrow", {"95件", "90件", "85件", "80件", "77件"}, {{"96件"}}, GRADE(UNMET, COMPARE, NULL, "1"),
         .direction = DIRECTION_DOWN},
        {"down a long way is not narrow", {"100件", "80件", "60件", "40件", "20件"}, {{"110件"}},
         GRADE(NEAR, TARGET_DOWN, "90.9%", "10"), .direction = DIRECTION_DOWN},
        {"down, from a near baseline", {"95件", "90件", "85件", "80件", "75件"}, {{"96件"}},
         GRADE(NEAR, BASELINE, "80.0%", "1"), .direction = DIRECTION_DOWN,
         .baseline = "100件"},
        {"down, from a far one", {"50件", "40件", "30件", "20件", "10件"}, {{"60件"}},
         GRADE(NEAR, TARGET_DOWN, "83.3%", "10"), .direction = DIRECTION_DOWN,
         .baseline = "100件"},
    };
    CHECK_ALL(CASES);
}

static void levels(void **state)
{
    (void)state;
    static const struct row_case CASES[] = {
        {"99.97 shows as 99.9", CONSTANT("10000件"), {{"9997件"}}, GRADE(NEAR, TARGET, "99.9%", "△3")},
        {"99.9999 too", CONSTANT("1000000件"), {{"999999件"}}, GRADE(NEAR, TARGET, "99.9%", "△1")},
        {"79.99 is not 80", CONSTANT("10000件"), {{"7999件"}}, GRADE(UNMET, TARGET, "79.9%", "△2,001")},
        {"more than all", CONSTANT("8件"), {{"9件"}}, GRADE(MET, TARGET, "112.5%", "1")},
        {"nothing is 0, not unreported", CONSTANT("8件"), {{"0件"}}, GRADE(UNMET, TARGET, "0.0%", "△8")},
        {"△ and full-width", CONSTANT("８５％"), {{"△８．５％"}}, GRADE(UNMET, TARGET, "△10.0%", "△93.5")},
        {"a negative rate rounds down", CONSTANT("300件"), {{"▲1件"}}, GRADE(UNMET, TARGET, "△0.4%", "△301")},
        {"target 0, met", CONSTANT("0件"), {{"0件"}}, GRADE(MET, COMPARE, NULL, "0")},
        {"target 0, unmet", CONSTANT("0件"), {{"−1件"}}, GRADE(UNMET, COMPARE, NULL, "△1")},
        {"target 0 downwards", CONSTANT("0件"), {{"1件"}}, GRADE(UNMET, COMPARE, NULL, "1"), .direction = DIRECTION_DOWN},
        {"target 0 reached downwards", CONSTANT("0件"), {{"0件"}}, GRADE(MET, COMPARE, NULL, "0"), .direction = DIRECTION_DOWN},
        {"negative target, met", CONSTANT("△2億円"), {{"△1億円"}}, GRADE(MET, COMPARE, NULL, "1")},
        {"negative target, unmet", CONSTANT("△2億円"), {{"△3億円"}}, GRADE(UNMET, COMPARE, NULL, "△1")},
        {"down, met", CONSTANT("20件"), {{"10件"}}, GRADE(MET, TARGET_DOWN, "200.0%", "△10"), .direction = DIRECTION_DOWN},
        {"down, near", CONSTANT("20件"), {{"25件"}}, GRADE(NEAR, TARGET_DOWN, "80.0%", "5"), .direction = DIRECTION_DOWN},
        {"down, unmet", CONSTANT("20件"), {{"26件"}}, GRADE(UNMET, TARGET_DOWN, "76.9%", "6"), .direction = DIRECTION_DOWN},
        {"down to nothing", CONSTANT("20件"), {{"0件"}}, GRADE(MET, TARGET_DOWN, NULL, "△20"), .direction = DIRECTION_DOWN},
        {"keep exactly", CONSTANT("50%"), {{"50.1%"}}, GRADE(UNMET, KEEP, NULL, "0.1"), .direction = DIRECTION_KEEP},
        {"keep within, above", CONSTANT("50%"), {{"52.5%"}}, GRADE(MET, KEEP, NULL, "2.5"), .direction = DIRECTION_KEEP,
         .tolerance = "2.5"},
        {"keep within, below", CONSTANT("50%"), {{"47.5%"}}, GRADE(MET, KEEP, NULL, "△2.5"), .direction = DIRECTION_KEEP,
         .tolerance = "2.5"},
        {"keep, outside", CONSTANT("50%"), {{"47.49%"}}, GRADE(UNMET, KEEP, NULL, "△2.51"), .direction = DIRECTION_KEEP,
         .tolerance = "2.5"},
        {"cumulative cells are totals", {"3件", "6件", "9件", "12件", "15件"}, {{"3件"}, {"6件"}},
         GRADE(MET, TARGET, "100.0%", "0"), .accumulation = ACCUMULATION_CUMULATIVE, .year = 2027},
        {"stock", {"6,000", "8,500", "11,000", "13,500", "16,000"}, {{"5,500人"}, {"6,800人"}},
         GRADE(NEAR, TARGET, "80.0%", "△1,700"), .unit = "人", .accumulation = ACCUMULATION_STOCK, .year = 2027},
        {"the number of a mixed row", CONSTANT("10件"), {{"説明会を実施", DECLARED_MET, .value = "9件"}},
         GRADE(NEAR, TARGET, "90.0%", "△1")},
        {"a stop without a number", CONSTANT("10件"), {{"", DECLARED_STOPPED}}, GRADE(UNMET, STOPPED, NULL, NULL)},
    };
    CHECK_ALL(CASES);
}

#define DONATIONS {"45", "46", "47", "48", "49"}
static void units(void **state)
{
    (void)state;
    static const struct row_case CASES[] = {
        {"千円 against 億円, at a standstill", DONATIONS, {{"4,263,148千円"}}, GRADE(UNMET, BASELINE, "0.0%", "△2.36852"),
         .unit = "億円", .baseline = "4,263,148千円"},
        {"千円 against 億円, met", DONATIONS, {{"4,500,000千円"}}, GRADE(MET, BASELINE, "100.0%", "0.00000"),
         .unit = "億円", .baseline = "4,263,148千円"},
        {"one thousand yen short", DONATIONS, {{"4,499,999千円"}}, GRADE(NEAR, BASELINE, "99.9%", "△0.00001"),
         .unit = "億円", .baseline = "4,263,148千円"},
        {"bare, in the indicator's unit", DONATIONS, {{"44.9"}}, GRADE(NEAR, BASELINE, "95.7%", "△0.1"), .unit = "億円",
         .baseline = "4,263,148千円"},
        {"another unit", CONSTANT("10件"), {{"10人"}}, WITHOUT(UNDECIDABLE, UNITS)},
        {"money against things", DONATIONS, {{"46件"}}, WITHOUT(UNDECIDABLE, UNITS), .unit = "億円"},
        {"too many digits to convert", CONSTANT("1円"), {{"999,999,999,999億円"}}, WITHOUT(UNDECIDABLE, TOO_LARGE)},
        {"too many digits for a rate", CONSTANT("0.000000001件"), {{"999,999,999,999,999件"}},
         WITHOUT(UNDECIDABLE, TOO_LARGE)},
        {"a denominator too large", CONSTANT("999,999,999,999,999,999件"), {{"0.000000001件"}},
         {OUTCOME_UNDECIDABLE, 0, REASON_TOO_LARGE, NULL, NULL}},
        {"a numerator too large", CONSTANT("999,999,999.999999989件"), {{"999,999,999,999,999,999件"}},
         WITHOUT(UNDECIDABLE, TOO_LARGE)},
        {"many digits that are exact", CONSTANT("999,999,999,999,999,999件"), {{"999,999,999,999,999,998件"}},
         GRADE(NEAR, TARGET, "99.9%", "△1")},
        {"a sum too large", CONSTANT("900,000,000,000,000,000円"),
         {{"900,000,000,000,000,000円"}, {"900,000,000,000,000,000円"}}, WITHOUT(UNDECIDABLE, TOO_LARGE),
         .accumulation = ACCUMULATION_SUM, .year = 2027},
    };
    CHECK_ALL(CASES);
}

static void sums(void **state)
{
    (void)state;
#define SALES {"1件", "民営化可能性調査・検討", "民営化・廃止方針決定", "1件", "1件"}
    static const struct row_case CASES[] = {
        {"first year", SALES, {{"0件"}}, GRADE(UNMET, TARGET, "0.0%", "△1"), .accumulation = ACCUMULATION_SUM},
        {"words in between", SALES, {{"1件"}, {"", DECLARED_MET}, {"", DECLARED_MET}, {"1件"}},
         GRADE(MET, TARGET, "100.0%", "0"), .accumulation = ACCUMULATION_SUM, .year = 2029},
        {"what was missed is made up for", SALES, {{"0件"}, {"", DECLARED_MET}, {"", DECLARED_MET}, {"1件"}, {"2件"}},
         GRADE(MET, TARGET, "100.0%", "0"), .accumulation = ACCUMULATION_SUM, .year = 2030},
        {"and counts while it is not", SALES, {{"0件"}, {"", DECLARED_MET}, {"", DECLARED_MET}, {"1件"}},
         GRADE(UNMET, TARGET, "50.0%", "△1"), .accumulation = ACCUMULATION_SUM, .year = 2029},
        {"a number in a year of words", SALES, {{"0件"}, {"前倒しで譲渡", DECLARED_MET, .value = "1件"}, {""}, {"1件"}},
         GRADE(MET, TARGET, "100.0%", "0"), .accumulation = ACCUMULATION_SUM, .year = 2029},
        {"the year of words itself", SALES, {{"1件"}, {"調査を実施", DECLARED_MET}}, GRADE(MET, DECLARED, NULL, NULL),
         .accumulation = ACCUMULATION_SUM, .year = 2027},
        {"an unreported year is no zero", SALES, {{NULL}, {NULL}, {NULL}, {"3件"}}, WITHOUT(UNDECIDABLE, SUM_MISSING),
         .accumulation = ACCUMULATION_SUM, .year = 2029},
        {"growing cells are no narrow row", {"10件", "11件", "12件", "12件", "12件"}, {{"9件"}},
         GRADE(NEAR, TARGET, "90.0%", "△1"), .accumulation = ACCUMULATION_SUM},
    };
    CHECK_ALL(CASES);
    struct bench *bench = bench_new();
    const struct reading *reading = judged(bench, &CASES[3]);
    assert_true(reading->has_totals);
    assert_string_equal(number_text(bench->arena, reading->target_total), "2");
    assert_string_equal(number_text(bench->arena, reading->actual_total), "1");
    assert_true(reading[-1].has_totals); /* a year of words keeps the totals */
    assert_string_equal(number_text(bench->arena, reading[-1].target_total), "1");
    bench_free(bench);
}

static void approximate_values(void **state)
{
    (void)state;
#define ABOUT(rate, distance) {OUTCOME_UNDECIDABLE, 0, REASON_APPROXIMATE, (rate), (distance)}
    static const struct row_case CASES[] = {
        {"約 is compared", CONSTANT("100団体"), {{"約80団体"}}, ABOUT("80.0%", "△20")},
        {"約, confirmed", CONSTANT("100団体"), {{"約80団体", .confirmed = true}}, GRADE(NEAR, TARGET, "80.0%", "△20")},
        {"以上", CONSTANT("100件"), {{"100件以上"}}, ABOUT("100.0%", "0")},
        {"a range counts from its lower end", CONSTANT("5社"), {{"4～7社", .confirmed = true}},
         GRADE(NEAR, TARGET, "80.0%", "△1")},
        {"and downwards from its upper", CONSTANT("5社"), {{"4～7社", .confirmed = true}},
         GRADE(UNMET, TARGET_DOWN, "71.4%", "2"), .direction = DIRECTION_DOWN},
        {"kept only with both ends", CONSTANT("5社"), {{"4～7社", .confirmed = true}}, GRADE(UNMET, KEEP, NULL, "△1"),
         .direction = DIRECTION_KEEP, .tolerance = "1"},
        {"an approximate target", CONSTANT("約80団体"), {{"80団体"}}, ABOUT("100.0%", "0")},
        {"an approximate baseline decides nothing", CONSTANT("3"), {{"3件"}}, GRADE(MET, TARGET, "100.0%", "0"),
         .unit = "件", .baseline = "2件程度", .baseline_about = true},
        {"unless the way is measured from it", TAXES, {{"98.60%"}}, ABOUT("100.0%", "0.00"), .baseline = "98.41%",
         .baseline_about = true},
        {"an approximate part of a sum", CONSTANT("1件"), {{"約1件"}, {"1件"}}, ABOUT("100.0%", "0"),
         .accumulation = ACCUMULATION_SUM, .year = 2027},
    };
    CHECK_ALL(CASES);
}

/* --- growth --- */

#define THREE_MORE CONSTANT("実施事業3%増加")
static void growth(void **state)
{
    (void)state;
    static const struct row_case CASES[] = {
        {"achieved ÷ wanted", THREE_MORE, {{"100事業"}, {"102事業"}}, GRADE(UNMET, GROWTH, "66.6%", NULL), .year = 2027},
        {"met", THREE_MORE, {{"100事業"}, {"103事業"}}, GRADE(MET, GROWTH, "100.0%", NULL), .year = 2027},
        {"a level says nothing", THREE_MORE, {{"100事業"}, {"100事業"}}, GRADE(UNMET, GROWTH, "0.0%", NULL), .year = 2027},
        {"backwards", THREE_MORE, {{"100事業"}, {"99事業"}}, GRADE(UNMET, GROWTH, "△33.4%", NULL), .year = 2027},
        {"the first year", THREE_MORE, {{"100事業"}}, WITHOUT(UNDECIDABLE, FIRST_YEAR)},
        {"the first year of the initiative", THREE_MORE, {{NULL}, {"100事業"}}, WITHOUT(UNDECIDABLE, FIRST_YEAR),
         .year = 2027, .from = 2027},
        {"a baseline of just the year before", THREE_MORE, {{"103事業"}}, GRADE(MET, GROWTH, "100.0%", NULL),
         .baseline = "100事業", .baseline_year = 2025},
        {"one of an earlier year", THREE_MORE, {{"103事業"}}, WITHOUT(UNDECIDABLE, FIRST_YEAR), .baseline = "100事業",
         .baseline_year = 2024},
        {"from the baseline", THREE_MORE, {{"100事業"}, {"105事業"}}, GRADE(NEAR, GROWTH, "83.3%", NULL),
         .baseline = "102.4390244事業", .growth = GROWTH_BASELINE, .year = 2027},
        {"from a baseline that is not there", THREE_MORE, {{"100事業"}}, WITHOUT(UNDECIDABLE, NO_BASELINE),
         .growth = GROWTH_BASELINE},
        {"from zero", THREE_MORE, {{"0事業"}, {"5事業"}}, WITHOUT(UNDECIDABLE, FROM_ZERO), .year = 2027},
        {"from a part year", THREE_MORE, {{"50事業", .months = 6}, {"103事業"}}, WITHOUT(UNDECIDABLE, PART_YEAR),
         .year = 2027},
        {"a part year itself", THREE_MORE, {{"100事業"}, {"103事業", .months = 6}}, WITHOUT(UNDECIDABLE, PART_YEAR),
         .year = 2027},
        {"the base is missing", THREE_MORE, {{NULL}, {"103事業"}}, WITHOUT(UNDECIDABLE, BASE_MISSING), .year = 2027},
        {"the base is still counted", THREE_MORE, {{"90事業", DECLARED_COUNTING}, {"103事業"}},
         WITHOUT(UNDECIDABLE, BASE_MISSING), .year = 2027},
        {"words", THREE_MORE, {{"100事業"}, {"増加した"}}, WITHOUT(UNDECIDABLE, NOT_A_NUMBER), .year = 2027},
        {"less is wanted", CONSTANT("紙の使用量5%削減"), {{"1000枚"}, {"940枚"}}, GRADE(MET, GROWTH, "120.0%", NULL),
         .year = 2027},
        {"no growth is wanted", CONSTANT("0%増加"), {{"1000枚"}, {"999枚"}}, GRADE(UNMET, GROWTH, NULL, NULL),
         .year = 2027},
        {"after an introduction", {"調査", "導入", "アクセス数 前年比3%増加", "→", "→"},
         {{"", DECLARED_MET}, {"導入", DECLARED_MET, .value = "1,200件"}, {"1,236件"}},
         GRADE(MET, GROWTH, "100.0%", NULL), .year = 2028},
        {"introduced in autumn", {"調査", "導入", "アクセス数 前年比3%増加", "→", "→"},
         {{"", DECLARED_MET}, {"導入", DECLARED_MET, .value = "1,200件", .months = 6}, {"1,236件"}},
         WITHOUT(UNDECIDABLE, PART_YEAR), .year = 2028},
        {"→ after growth", {"3%増加", "→", "→", "→", "→"}, {{"100件"}, {"103件"}}, GRADE(MET, GROWTH, "100.0%", NULL),
         .year = 2027},
        {"about as many", THREE_MORE, {{"100事業"}, {"約103事業"}},
         {OUTCOME_UNDECIDABLE, 0, REASON_APPROXIMATE, "100.0%", NULL}, .year = 2027},
        {"other things", THREE_MORE, {{"100事業"}, {"103人"}}, WITHOUT(UNDECIDABLE, UNITS), .year = 2027},
        {"too many digits", CONSTANT("0.000000001%増加"), {{"7件"}, {"999,999,999,999,999,999件"}},
         WITHOUT(UNDECIDABLE, TOO_LARGE), .year = 2027},
    };
    CHECK_ALL(CASES);
}

static void what_growth_needs(void **state)
{
    (void)state;
    static const struct {
        const char *wanted, *base, *baseline;
        bool has;
        int64_t needed;
    } CASES[] = {
        {"3%増加",   "100事業", NULL, true,  103},
        {"3%増加",   "101事業", NULL, true,  105}, /* 104.03 */
        {"3%増加",   "7件",     NULL, true,  8  },
        {"0.5%増加", "200件",   NULL, true,  201},
        {"5%削減",   "101枚",   NULL, true,  95 }, /* 95.95 */
        {"3%増加",   "12.5件",  NULL, false, 0  },
        {"3%増加",   "45%",     NULL, false, 0  },
        {"3%増加",   "100千円", NULL, false, 0  },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = bench_new();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        bench_indicator(bench, ordinal, (const char *const[])CONSTANT(CASES[i].wanted));
        bench_actual(bench, 2026, ordinal, 0, CASES[i].base);
        bench_run(bench, 2027); /* nothing is reported yet, and what is needed is known */
        const struct reading *reading = bench_reading(bench, ordinal, 0, 2027);
        assert_int_equal(reading->verdict.outcome, OUTCOME_UNREPORTED);
        assert_int_equal(reading->has_needed, CASES[i].has);
        assert_int_equal(reading->needed, CASES[i].needed);
        bench_free(bench);
    }
}

/* --- words --- */

static void milestones(void **state)
{
    (void)state;
#define WAY {"研究・検討", "方針決定", "—", "導入可否", "導入"}
    static const struct row_case CASES[] = {
        {"met", WAY, {{"", DECLARED_MET}}, GRADE(MET, DECLARED, NULL, NULL)},
        {"partly", WAY, {{"", DECLARED_PARTLY}}, GRADE(NEAR, PARTLY, NULL, NULL)},
        {"unmet", WAY, {{"", DECLARED_UNMET}}, GRADE(UNMET, DECLARED, NULL, NULL)},
        {"ahead", WAY, {{"", DECLARED_AHEAD}}, GRADE(MET, AHEAD, NULL, NULL)},
        {"late", WAY, {{"", DECLARED_LATE}}, GRADE(UNMET, LATE, NULL, NULL)},
        {"stopped", WAY, {{"", DECLARED_STOPPED}}, GRADE(UNMET, STOPPED, NULL, NULL)},
        {"words are no state", WAY, {{"調査を実施"}}, WITHOUT(UNDECIDABLE, NO_STATE)},
        {"nor is a number", WAY, {{"3件"}}, WITHOUT(UNDECIDABLE, NO_STATE)},
        {"継続 says nothing of a step", WAY, {{"", DECLARED_CONTINUED}}, WITHOUT(UNDECIDABLE, NO_STATE)},
        {"nor of other words than the year before", WAY, {{NULL}, {"", DECLARED_CONTINUED}},
         WITHOUT(UNDECIDABLE, NO_STATE), .year = 2027},
        {"nor after —", WAY, {{NULL}, {NULL}, {NULL}, {"", DECLARED_CONTINUED}}, WITHOUT(UNDECIDABLE, NO_STATE),
         .year = 2029},
        {"a decision", WAY, {{NULL}, {"", DECLARED_MET, .decision = "導入しない"}}, GRADE(MET, DECISION, NULL, NULL),
         .year = 2027},
        {"a decision is a state", WAY, {{NULL}, {NULL}, {NULL}, {"", .decision = "導入しない"}},
         GRADE(MET, DECISION, NULL, NULL), .year = 2029},
        {"not where none is due", WAY, {{"", .decision = "導入する"}}, WITHOUT(UNDECIDABLE, NO_STATE)},
        {"nor against 未達成", WAY, {{NULL}, {"", DECLARED_UNMET, .decision = "延期"}},
         GRADE(UNMET, DECLARED, NULL, NULL), .year = 2027},
        {"a state and a number", WAY, {{"実施", DECLARED_PARTLY, .value = "1,200件"}}, GRADE(NEAR, PARTLY, NULL, NULL)},
    };
    CHECK_ALL(CASES);
    struct bench *bench = bench_new();
    const struct reading *mixed = judged(bench, &CASES[sizeof CASES / sizeof *CASES - 1]);
    assert_string_equal(mixed->number->text, "1,200件");
    assert_true(mixed->verdict.partly);
    assert_false(mixed->verdict.measured);
    bench_free(bench);
}

static void steps(void **state)
{
    (void)state;
#define TWO CONSTANT("業務フロー見直し|業務選定")
    static const struct row_case CASES[] = {
        {"all met", TWO, {{"", .step = {DECLARED_MET, DECLARED_MET}, .steps = 2}}, GRADE(MET, STEPS, NULL, NULL)},
        {"the worst", TWO, {{"", .step = {DECLARED_UNMET, DECLARED_MET}, .steps = 2}}, GRADE(UNMET, STEPS, NULL, NULL)},
        {"partly", TWO, {{"", .step = {DECLARED_MET, DECLARED_PARTLY}, .steps = 2}}, GRADE(NEAR, STEPS, NULL, NULL)},
        {"one without a state", TWO, {{"", .step = {DECLARED_MET, DECLARED_NOTHING}, .steps = 2}},
         WITHOUT(UNDECIDABLE, NO_STATE)},
        {"one left out", TWO, {{"", .step = {DECLARED_MET}, .steps = 1}}, WITHOUT(UNDECIDABLE, NO_STATE)},
        {"nothing is worse than 未達成", TWO, {{"", .step = {DECLARED_NOTHING, DECLARED_UNMET}, .steps = 2}},
         GRADE(UNMET, STEPS, NULL, NULL)},
        {"one still counted", TWO, {{"", .step = {DECLARED_COUNTING, DECLARED_MET}, .steps = 2}},
         GRADE(MET, STEPS, NULL, NULL)},
        {"all still counted", TWO, {{"", .step = {DECLARED_COUNTING, DECLARED_COUNTING}, .steps = 2}},
         WITHOUT(COUNTING, DECLARED)},
        {"継続 of one step", TWO,
         {{NULL}, {"", .step = {DECLARED_CONTINUED, DECLARED_MET}, .steps = 2}}, WITHOUT(UNDECIDABLE, NO_STATE),
         .year = 2027},
        {"継続 of the cell", TWO, {{NULL}, {"", DECLARED_CONTINUED}}, WITHOUT(CONTINUED, DECLARED), .year = 2027},
        {"one state for the cell", TWO, {{"", DECLARED_PARTLY}}, GRADE(NEAR, PARTLY, NULL, NULL)},
    };
    CHECK_ALL(CASES);
    struct bench *bench = bench_new();
    assert_true(judged(bench, &CASES[2])->verdict.partly);
    bench_free(bench);
}

/* A cell that says what the year before said may go on like a →; it does so only when staff say 継続. */
static void repeated_words(void **state)
{
    (void)state;
#define AGAIN {"調査", "調査", "→", "調査", "調査・研究"}
    static const struct row_case CASES[] = {
        {"継続", AGAIN, {{NULL}, {"", DECLARED_CONTINUED}}, WITHOUT(CONTINUED, DECLARED), .year = 2027},
        {"after a →", AGAIN, {{NULL}, {NULL}, {NULL}, {"", DECLARED_CONTINUED}}, WITHOUT(CONTINUED, DECLARED),
         .year = 2029},
        {"not the first of them", AGAIN, {{"", DECLARED_CONTINUED}}, WITHOUT(UNDECIDABLE, NO_STATE)},
        {"nor words that only begin alike", AGAIN, {{NULL}, {NULL}, {NULL}, {NULL}, {"", DECLARED_CONTINUED}},
         WITHOUT(UNDECIDABLE, NO_STATE), .year = 2030},
        {"達成", AGAIN, {{NULL}, {"", DECLARED_MET}}, GRADE(MET, DECLARED, NULL, NULL), .year = 2027},
        {"中断", AGAIN, {{NULL}, {"", DECLARED_STOPPED}}, GRADE(UNMET, STOPPED, NULL, NULL), .year = 2027},
        {"no state", AGAIN, {{NULL}, {"調査を続けた"}}, WITHOUT(UNDECIDABLE, NO_STATE), .year = 2027},
        {"before the initiative begins", AGAIN, {{NULL}, {"", DECLARED_CONTINUED}}, WITHOUT(UNDECIDABLE, NO_STATE),
         .year = 2027, .from = 2027},
    };
    CHECK_ALL(CASES);
}

static void arrows_and_dashes(void **state)
{
    (void)state;
#define SEVEN {"7件", "→", "→", "→", "→"}
#define INTRODUCED {"導入方針決定", "導入", "→", "→", "—"}
    static const struct row_case CASES[] = {
        {"the same number", SEVEN, {{NULL}, {NULL}, {"6件"}}, GRADE(NEAR, TARGET, "85.7%", "△1"), .year = 2028},
        {"継続", INTRODUCED, {{NULL}, {NULL}, {"", DECLARED_CONTINUED}}, WITHOUT(CONTINUED, DECLARED), .year = 2028},
        {"never 達成 again", INTRODUCED, {{NULL}, {NULL}, {NULL}, {"", DECLARED_MET}}, WITHOUT(CONTINUED, DECLARED),
         .year = 2029},
        {"中断", INTRODUCED, {{NULL}, {NULL}, {NULL}, {"", DECLARED_STOPPED}}, GRADE(UNMET, STOPPED, NULL, NULL),
         .year = 2029},
        {"一部達成 falls short", INTRODUCED, {{NULL}, {NULL}, {"", DECLARED_PARTLY}}, GRADE(NEAR, PARTLY, NULL, NULL),
         .year = 2028},
        {"a decision is none", {"方針決定", "→", "→", "→", "→"}, {{NULL}, {"", .decision = "導入する"}},
         WITHOUT(UNDECIDABLE, NO_STATE), .year = 2027},
        {"no state", INTRODUCED, {{NULL}, {NULL}, {"運用中"}}, WITHOUT(UNDECIDABLE, NO_STATE), .year = 2028},
        {"—", INTRODUCED, {{NULL}, {NULL}, {NULL}, {NULL}, {NULL}}, WITHOUT(NOT_APPLICABLE, NONE), .year = 2030},
        {"— whatever is said", INTRODUCED, {{NULL}, {NULL}, {NULL}, {NULL}, {"", DECLARED_MET}},
         WITHOUT(NOT_APPLICABLE, NONE), .year = 2030},
        {"before it begins", {NULL, "7件", "7件", "7件", "7件"}, {{"7件"}}, WITHOUT(NOT_APPLICABLE, NONE), .from = 2027},
    };
    CHECK_ALL(CASES);
}

static void no_result(void **state)
{
    (void)state;
    static const struct row_case CASES[] = {
        {"no entry", CONSTANT("7件"), {{NULL}}, WITHOUT(UNREPORTED, NONE)},
        {"an empty entry", CONSTANT("7件"), {{""}}, WITHOUT(UNREPORTED, NONE)},
        {"an empty entry for words", CONSTANT("検討"), {{""}}, WITHOUT(UNREPORTED, NONE)},
        {"評価困難", CONSTANT("7件"), {{"", DECLARED_HARD}}, WITHOUT(HARD, DECLARED)},
        {"未調査", CONSTANT("7%"), {{"", DECLARED_NOT_SURVEYED}}, WITHOUT(NOT_SURVEYED, DECLARED)},
        {"集計中, with a number", CONSTANT("7件"), {{"5件", DECLARED_COUNTING}}, WITHOUT(COUNTING, DECLARED)},
        {"評価困難 of words", CONSTANT("検討"), {{"", DECLARED_HARD}}, WITHOUT(HARD, DECLARED)},
        {"集計中 of growth", THREE_MORE, {{"1件"}, {"", DECLARED_COUNTING}}, WITHOUT(COUNTING, DECLARED), .year = 2027},
        {"words for a number", CONSTANT("7件"), {{"増えた"}}, WITHOUT(UNDECIDABLE, NOT_A_NUMBER)},
        {"a state for a number", CONSTANT("7件"), {{"", DECLARED_MET}}, WITHOUT(UNDECIDABLE, NOT_A_NUMBER)},
        {"a dash for a number", CONSTANT("7件"), {{"—"}}, WITHOUT(UNDECIDABLE, NOT_A_NUMBER)},
    };
    CHECK_ALL(CASES);
    struct bench *bench = bench_new();
    const struct reading *reading = judged(bench, &CASES[0]);
    assert_true(reading[0].due);
    assert_int_equal(reading[1].verdict.outcome, OUTCOME_NOT_DUE); /* 2027 in the report of 2026 */
    assert_false(reading[1].due);
    bench_free(bench);
}

/* clang-format on */

/* A wrong expectation of each part is seen. */
static void cases_can_fail(void **state)
{
    (void)state;
    static const struct expected WRONG[] = {
        {OUTCOME_UNREPORTED, NEAR, REASON_TARGET, "90.0%", "△1"},
        GRADE(MET, TARGET, "90.0%", "△1"),
        GRADE(NEAR, COMPARE, "90.0%", "△1"),
        GRADE(NEAR, TARGET, "90.1%", "△1"),
        GRADE(NEAR, TARGET, NULL, "△1"),
        GRADE(NEAR, TARGET, "90.0%", "1"),
        GRADE(NEAR, TARGET, "90.0%", NULL),
    };
    struct row_case one = {"planted", CONSTANT("10件"), {{"9件"}}, GRADE(NEAR, TARGET, "90.0%", "△1")};
    check(&one);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct bench *bench = bench_new();
        one.expected = WRONG[i];
        if (!difference(bench, &one)) fail_msg("wrong expectation %zu was not seen", i);
        bench_free(bench);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(narrow_rows),
        cmocka_unit_test(levels),
        cmocka_unit_test(units),
        cmocka_unit_test(sums),
        cmocka_unit_test(approximate_values),
        cmocka_unit_test(growth),
        cmocka_unit_test(what_growth_needs),
        cmocka_unit_test(milestones),
        cmocka_unit_test(steps),
        cmocka_unit_test(repeated_words),
        cmocka_unit_test(arrows_and_dashes),
        cmocka_unit_test(no_result),
        cmocka_unit_test(cases_can_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
