/* interim: what a year without a target comes to, whatever the plan says such a year means; and a target for the whole period. */
#include "bench.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what a case does not name is not given */

enum { MET, NEAR, UNMET, NO_GRADE = -1 };

struct gap_case {
    const char *name;
    enum interim interim;
    bool said; /* by the indicator itself */
    const char *target[YEARS], *actual[YEARS];
    int year;
    enum outcome outcome;
    int grade;
    const char *way, *rate, *against; /* NULL: none */
    const char *baseline;             /* of 2025 unless baseline_year */
    int baseline_year;
    enum direction direction;
    enum accumulation accumulation;
    const char *unit;
    enum declared declared;
    const char *whole, *whole_rate;
};

#define GAP(...) \
    { \
        __VA_ARGS__ \
    }
#define LATER(text) \
    { \
        NULL, NULL, NULL, NULL, text \
    }
#define DOWN .direction = DIRECTION_DOWN
#define KEEP .direction = DIRECTION_KEEP
#define SUM .accumulation = ACCUMULATION_SUM
#define CUMULATIVE .accumulation = ACCUMULATION_CUMULATIVE
#define STOCK .accumulation = ACCUMULATION_STOCK

/* clang-format off: a case a line or two */
static const struct gap_case PROGRESS[] = {
    GAP("up, no baseline: the part of the target", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {"20人"},
        .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "20.0%"),
    GAP("past the target", INTERIM_PROGRESS, .target = LATER("10人"), .actual = {"12人"}, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "120.0%"),
    GAP("nothing yet", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {"0人"}, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "0.0%"),
    GAP("up, from the baseline", INTERIM_PROGRESS, .target = LATER("150人"), .actual = {"110人", "120人"},
        .baseline = "100人", .year = 2027, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "40.0%"),
    GAP("up, behind the baseline", INTERIM_PROGRESS, .target = LATER("150人"), .actual = {"90人"}, .baseline = "100人",
        .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "△20.0%"),
    GAP("down, from the baseline", INTERIM_PROGRESS, .target = LATER("150人"), .actual = {"240人"}, .baseline = "300人",
        DOWN, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "40.0%"),
    GAP("down, behind the baseline", INTERIM_PROGRESS, .target = LATER("150人"), .actual = {"385人"},
        .baseline = "300人", DOWN, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "△56.7%"),
    GAP("down, no baseline: as the rate is", INTERIM_PROGRESS, .target = LATER("150人"), .actual = {"300人"}, DOWN,
        .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "50.0%"),
    GAP("down to nothing, no baseline: no way that can be told", INTERIM_PROGRESS, .target = LATER("0人"),
        .actual = {"3人"}, DOWN, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("keep: nowhere to go", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {"99人"}, KEEP, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("the target is the baseline", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {"99人"},
        .baseline = "100人", .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("state at a date, from the baseline", INTERIM_PROGRESS, .target = LATER("20か所"), .actual = {"12か所"},
        .baseline = "10か所", STOCK, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "20.0%"),
    GAP("sum: all so far", INTERIM_PROGRESS, .target = LATER("40件"), .actual = {"5件", "7件", "8件"}, SUM,
        .year = 2028, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "50.0%"),
    GAP("sum: a baseline is no start of it", INTERIM_PROGRESS, .target = LATER("40件"), .actual = {"10件"},
        .baseline = "30件", SUM, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "25.0%"),
    GAP("sum: in the year of the target it is judged", INTERIM_PROGRESS, .target = LATER("40件"), SUM,
        .actual = {"5件", "7件", "8件", "10件", "10件"}, .year = 2030, .outcome = OUTCOME_GRADED, .grade = MET,
        .rate = "100.0%", .against = "40件"),
    GAP("sum: a target in the middle, then one that comes on top", INTERIM_PROGRESS,
        .target = {NULL, "10件", NULL, "10件"}, SUM, .actual = {"5件", "5件", "4件"}, .year = 2028,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "70.0%"),
    GAP("sum: a year not known leaves the way unknown", INTERIM_PROGRESS, .target = LATER("40件"),
        .actual = {"5件", NULL, "8件"}, SUM, .year = 2028, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("cumulative: from nothing", INTERIM_PROGRESS, .target = LATER("300人"), .actual = {"32人"}, CUMULATIVE,
        .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "10.6%"),
    GAP("cumulative: from what there was before", INTERIM_PROGRESS, .target = LATER("300人"), .actual = {"150人"},
        .baseline = "100人", CUMULATIVE, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "25.0%"),
    GAP("other units", INTERIM_PROGRESS, .target = LATER("2億円"), .actual = {"50,000千円"}, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "25.0%"),
    GAP("to the next target, not to the last", INTERIM_PROGRESS, .target = {NULL, "50人", NULL, NULL, "100人"},
        .actual = {"20人"}, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "40.0%"),
    GAP("not reported", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {NULL, "20人"}, .year = 2026,
        .outcome = OUTCOME_UNREPORTED, .grade = NO_GRADE),
    GAP("not surveyed", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {""}, .declared = DECLARED_NOT_SURVEYED,
        .year = 2026, .outcome = OUTCOME_NOT_SURVEYED, .grade = NO_GRADE),
    GAP("stopped", INTERIM_PROGRESS, .target = LATER("100人"), .actual = {""}, .declared = DECLARED_STOPPED,
        .year = 2026, .outcome = OUTCOME_GRADED, .grade = UNMET),
    GAP("towards words: nothing has to be reported", INTERIM_PROGRESS, .target = LATER("条例の改正"),
        .actual = {NULL, "調査"}, .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("towards words", INTERIM_PROGRESS, .target = LATER("条例の改正"), .actual = {"調査"}, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("towards growth", INTERIM_PROGRESS, .target = LATER("3%増加"), .actual = {"20人"}, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("its own year is graded", INTERIM_PROGRESS, .target = LATER("100人"),
        .actual = {"20人", "40人", "60人", "80人", "90人"}, .year = 2030, .outcome = OUTCOME_GRADED, .grade = NEAR,
        .rate = "90.0%", .against = "100人"),
    GAP("after the last target", INTERIM_PROGRESS, .target = {"10人"}, .actual = {"10人", "12人"}, .year = 2027,
        .outcome = OUTCOME_NOT_APPLICABLE, .grade = NO_GRADE),
    GAP("— is a target: nothing is asked", INTERIM_PROGRESS, .target = {"—", NULL, "10人"}, .actual = {"3人"},
        .year = 2026, .outcome = OUTCOME_NOT_APPLICABLE, .grade = NO_GRADE, .against = "—"),
    GAP("→ goes on over a year without", INTERIM_PROGRESS, .target = {"10人", NULL, "→"}, .actual = {"10人", "5人"},
        .year = 2027, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "50.0%"),
};
static const struct gap_case FINAL[] = {
    GAP("up, no baseline", INTERIM_FINAL, .target = LATER("100人"), .actual = {"85人"}, .year = 2026,
        .outcome = OUTCOME_GRADED, .grade = NEAR, .rate = "85.0%", .against = "100人"),
    GAP("up, with a baseline", INTERIM_FINAL, .target = LATER("1.40"), .actual = {"0.93", "1.11", "1.00"},
        .baseline = "0.90", .year = 2027, .outcome = OUTCOME_GRADED, .grade = UNMET, .rate = "79.2%",
        .against = "1.40"),
    GAP("up, narrow: from the baseline", INTERIM_FINAL, .target = LATER("98.50%"), .actual = {"98.20%"},
        .baseline = "98.00%", .year = 2026, .outcome = OUTCOME_GRADED, .grade = UNMET, .rate = "40.0%",
        .against = "98.50%"),
    GAP("down, with a baseline", INTERIM_FINAL, .target = LATER("150人"), .actual = {"385人", "245人", "205人"},
        .baseline = "300人", DOWN, .year = 2028, .outcome = OUTCOME_GRADED, .grade = UNMET, .rate = "73.1%",
        .against = "150人"),
    GAP("down, no baseline", INTERIM_FINAL, .target = LATER("150人"), .actual = {"150人"}, DOWN, .year = 2026,
        .outcome = OUTCOME_GRADED, .grade = MET, .rate = "100.0%", .against = "150人"),
    GAP("sum: all so far against what is asked by then", INTERIM_FINAL, .target = LATER("40件"),
        .actual = {"5件", "7件", "8件"}, SUM, .year = 2028, .outcome = OUTCOME_GRADED, .grade = UNMET, .rate = "50.0%",
        .against = "40件"),
    GAP("cumulative", INTERIM_FINAL, .target = LATER("300人"), .actual = {"32人"}, CUMULATIVE, .year = 2026,
        .outcome = OUTCOME_GRADED, .grade = UNMET, .rate = "10.6%", .against = "300人"),
    GAP("not reported", INTERIM_FINAL, .target = LATER("100人"), .actual = {NULL, "1人"}, .year = 2026,
        .outcome = OUTCOME_UNREPORTED, .grade = NO_GRADE, .against = "100人"),
    GAP("words of a later year, declared", INTERIM_FINAL, .target = LATER("導入"), .actual = {""},
        .declared = DECLARED_UNMET, .year = 2026, .outcome = OUTCOME_GRADED, .grade = UNMET, .against = "導入"),
    GAP("after the last target: not held to it by the plan", INTERIM_FINAL, .target = {"10人"},
        .actual = {"10人", "8人"}, .year = 2027, .outcome = OUTCOME_NOT_APPLICABLE, .grade = NO_GRADE),
    GAP("after the last target: held to it by the indicator", INTERIM_FINAL, true, .target = {"10人"},
        .actual = {"10人", "8人"}, .year = 2027, .outcome = OUTCOME_GRADED, .grade = NEAR, .rate = "80.0%",
        .against = "10人"),
    GAP("the same of a sum: nothing more is asked", INTERIM_FINAL, true, .target = {"10件"}, .actual = {"6件", "3件"},
        SUM, .year = 2027, .outcome = OUTCOME_GRADED, .grade = NEAR, .rate = "90.0%", .against = "10件"),
};
static const struct gap_case LINEAR[] = {
    GAP("up, from the baseline", INTERIM_LINEAR, .target = LATER("150人"), .actual = {"110人", "118人"},
        .baseline = "100人", STOCK, .year = 2027, .outcome = OUTCOME_GRADED, .grade = NEAR, .rate = "98.3%",
        .against = "120人"),
    GAP("a point with a digit more", INTERIM_LINEAR, .target = {NULL, NULL, "10人"}, .actual = {"4人"},
        .baseline = "0人", .year = 2026, .outcome = OUTCOME_GRADED, .grade = MET, .rate = "121.2%", .against = "3.3人"),
    GAP("an older baseline", INTERIM_LINEAR, .target = LATER("160人"), .actual = {"120人"}, .baseline = "100人",
        .baseline_year = 2024, .year = 2026, .outcome = OUTCOME_GRADED, .grade = MET, .rate = "100.0%",
        .against = "120人"),
    GAP("down", INTERIM_LINEAR, .target = LATER("50人"), .actual = {"95人"}, .baseline = "100人", DOWN, .year = 2026,
        .outcome = OUTCOME_GRADED, .grade = NEAR, .rate = "94.7%", .against = "90人"),
    GAP("between two targets", INTERIM_LINEAR, .target = {"10件", NULL, NULL, NULL, "30件"},
        .actual = {"10件", "14件", "20件"}, .year = 2028, .outcome = OUTCOME_GRADED, .grade = MET, .rate = "100.0%",
        .against = "20件"),
    GAP("sum: its part of what is asked by then", INTERIM_LINEAR, .target = LATER("50件"), .actual = {"10件", "8件"},
        SUM, .year = 2027, .outcome = OUTCOME_GRADED, .grade = NEAR, .rate = "90.0%", .against = "20件"),
    GAP("cumulative: from nothing", INTERIM_LINEAR, .target = LATER("50件"), .actual = {"10件", "20件"}, CUMULATIVE,
        .year = 2027, .outcome = OUTCOME_GRADED, .grade = MET, .rate = "100.0%", .against = "20件"),
    GAP("no start: the way only", INTERIM_LINEAR, .target = LATER("50件"), .actual = {"10件"}, .year = 2026,
        .outcome = OUTCOME_INTERIM, .grade = NO_GRADE, .way = "20.0%"),
    GAP("towards words: not graded", INTERIM_LINEAR, .target = LATER("導入"), .actual = {"調査"}, .baseline = "1件",
        .year = 2026, .outcome = OUTCOME_INTERIM, .grade = NO_GRADE),
    GAP("not reported", INTERIM_LINEAR, .target = LATER("50件"), .actual = {NULL, "3件"}, .baseline = "0件",
        .year = 2026, .outcome = OUTCOME_UNREPORTED, .grade = NO_GRADE, .against = "10件"),
};
static const struct gap_case NONE[] = {
    GAP("nothing is asked", INTERIM_NONE, .target = LATER("100人"), .actual = {"20人"}, .baseline = "10人",
        .year = 2026, .outcome = OUTCOME_NOT_APPLICABLE, .grade = NO_GRADE),
    GAP("not even a report", INTERIM_NONE, .target = LATER("100人"), .actual = {NULL, "20人"}, .year = 2026,
        .outcome = OUTCOME_NOT_APPLICABLE, .grade = NO_GRADE),
    GAP("its own year is graded", INTERIM_NONE, .target = LATER("100人"), .actual = {NULL, NULL, NULL, NULL, "100人"},
        .year = 2030, .outcome = OUTCOME_GRADED, .grade = MET, .rate = "100.0%", .against = "100人"),
};
static const struct gap_case WHOLE[] = {
    GAP("beside increments: both are told", INTERIM_PROGRESS, .target = {"950", "1,030", "1,200", "840", "1,120"},
        .actual = {"2,085"}, .unit = "百万円", .whole = "5,140", .year = 2026, .outcome = OUTCOME_GRADED, .grade = MET,
        .rate = "219.4%", .against = "950", .whole_rate = "40.5%"),
    GAP("the running total", INTERIM_PROGRESS, .target = {"10件", "10件", "10件", "10件", "10件"},
        .actual = {"10件", "15件"}, SUM, .whole = "100件", .year = 2027, .outcome = OUTCOME_GRADED, .grade = MET,
        .rate = "125.0%", .against = "10件", .whole_rate = "25.0%"),
    GAP("a year not known: no total", INTERIM_PROGRESS, .target = {"10件", "10件", "10件"}, .actual = {NULL, "15件"},
        .whole = "100件", .year = 2027, .outcome = OUTCOME_GRADED, .grade = MET, .rate = "150.0%", .against = "10件"),
    GAP("cumulative: the total is reported", INTERIM_PROGRESS, .target = {"10件", "20件", "30件"},
        .actual = {"10件", "24件"}, CUMULATIVE, .whole = "96件", .year = 2027, .outcome = OUTCOME_GRADED, .grade = MET,
        .rate = "120.0%", .against = "20件", .whole_rate = "25.0%"),
    GAP("a reduction", INTERIM_PROGRESS, .target = {"△5人", "△5人"}, .actual = {"△8人", "△9人"}, SUM, DOWN,
        .whole = "△15人", .year = 2027, .outcome = OUTCOME_GRADED, .grade = MET, .against = "△5人",
        .whole_rate = "113.3%"),
};
/* clang-format on */

static const struct reading *judged(struct bench *bench, const struct gap_case *one)
{
    unsigned ordinal = bench_initiative(bench, 0, "課");
    struct indicator *indicator = bench_indicator(bench, ordinal, one->target);
    indicator->interim = one->interim;
    indicator->has_interim = one->said;
    indicator->direction = one->direction;
    indicator->accumulation = one->accumulation;
    indicator->unit = one->unit;
    if (one->baseline)
        bench_baseline(bench, indicator, one->baseline_year ? one->baseline_year : FIRST - 1, one->baseline);
    indicator->has_whole = one->whole;
    if (one->whole) indicator->whole = (struct target){.whole = true, .value = bench_value(bench, one->whole)};
    for (int i = 0; i < YEARS; i++)
        if (one->actual[i]) bench_actual(bench, FIRST + i, ordinal, 0, one->actual[i])->declared = one->declared;
    bench_run(bench, one->year);
    return bench_reading(bench, ordinal, 0, one->year);
}

static void same(const struct gap_case *one, const char *what, const char *seen, const char *wanted)
{
    bool equal = seen && wanted ? !strcmp(seen, wanted) : seen == wanted;
    if (!equal) fail_msg("%s: %s %s, wanted %s", one->name, what, seen ? seen : "none", wanted ? wanted : "none");
}

static void check(const struct gap_case *one)
{
    struct bench *bench = bench_new();
    const struct reading *reading = judged(bench, one);
    const struct verdict *verdict = &reading->verdict;
    if (verdict->outcome != one->outcome)
        fail_msg("%s: outcome %d (%d)", one->name, (int)verdict->outcome, verdict->reason);
    if (verdict->outcome == OUTCOME_GRADED && (int)verdict->grade != one->grade)
        fail_msg("%s: grade %u", one->name, verdict->grade);
    same(one, "way", reading->has_way ? number_percents(bench->arena, reading->way) : NULL, one->way);
    same(one, "rate", reading->has_rate ? number_percents(bench->arena, reading->rate) : NULL, one->rate);
    same(one, "against", reading->against ? reading->against->text : NULL, one->against);
    same(one, "whole", reading->has_whole ? number_percents(bench->arena, reading->whole) : NULL, one->whole_rate);
    bench_free(bench);
}

#define CHECK_ALL(cases) \
    do { \
        for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) \
            check(&(cases)[i]); \
    } while (0)

static void the_way_is_told(void **state)
{
    (void)state;
    CHECK_ALL(PROGRESS);
}

static void the_next_target_stands_there(void **state)
{
    (void)state;
    CHECK_ALL(FINAL);
}

static void the_line_is_asked(void **state)
{
    (void)state;
    CHECK_ALL(LINEAR);
}

static void nothing_is_asked(void **state)
{
    (void)state;
    CHECK_ALL(NONE);
}

static void the_whole_period_is_told(void **state)
{
    (void)state;
    CHECK_ALL(WHOLE);
}

/* --- initiatives and tallies --- */

static void initiatives_without_targets(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    const char *const nothing[YEARS] = {NULL};
    for (unsigned i = 0; i < 5; i++)
        bench_initiative(bench, 0, "課");
    bench_indicator(bench, 3, nothing); /* told, but never asked */
    bench_actual(bench, FIRST, 3, 0, "5件");
    bench_evaluation(bench, FIRST, 0, "主管課", "おおむね達成");
    bench_evaluation(bench, FIRST, 1, "主管課", "達成");
    bench_evaluation(bench, FIRST, 1, "本部", "未達成"); /* the last word counts */
    bench_sheet(bench, FIRST, 2);
    const struct progress *progress = bench_run(bench, FIRST);
    const struct initiative_year *year[] = {bench_year(bench, 0, FIRST), bench_year(bench, 1, FIRST),
                                            bench_year(bench, 2, FIRST), bench_year(bench, 3, FIRST),
                                            bench_year(bench, 4, FIRST)};
    assert_int_equal(year[0]->verdict.outcome, OUTCOME_GRADED);
    assert_int_equal(year[0]->verdict.grade, NEAR);
    assert_false(year[0]->verdict.measured);
    assert_int_equal(year[1]->verdict.grade, UNMET);
    assert_string_equal(year[1]->own_grade, "達成");
    assert_int_equal(year[2]->verdict.outcome, OUTCOME_NOT_EVALUATED);
    assert_int_equal(year[3]->verdict.outcome, OUTCOME_NOT_EVALUATED);
    assert_int_equal(year[4]->verdict.outcome, OUTCOME_UNREPORTED);
    assert_int_equal(bench_year(bench, 0, FIRST + 1)->verdict.outcome, OUTCOME_NOT_DUE);
    assert_true(progress->occurs[OUTCOME_NOT_EVALUATED]);
    assert_false(progress->occurs[OUTCOME_INTERIM]);
    assert_int_equal(progress->tally[0].initiatives, 5);
    assert_int_equal(progress->tally[0].denominator, 3); /* two grades, one not reported */
    assert_int_equal(progress->tally[0].outcome[OUTCOME_NOT_EVALUATED], 2);
    bench_free(bench);
}

static void interim_is_counted_apart(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    const char *const later[YEARS] = LATER("10件"), *const yearly[YEARS] = {"5件", "5件", "5件", "5件", "5件"};
    const char *const nothing[YEARS] = {"—", "—", "—", "—", "—"};
    for (unsigned i = 0; i < 3; i++)
        bench_initiative(bench, 0, "課");
    bench_indicator(bench, 0, later);
    bench_indicator(bench, 1, later);
    bench_indicator(bench, 1, yearly); /* what is graded decides */
    bench_indicator(bench, 2, later);
    bench_indicator(bench, 2, nothing); /* 期間の途中 before 対象外 */
    for (unsigned i = 0; i < 3; i++)
        bench_actual(bench, FIRST, i, 0, "2件");
    bench_actual(bench, FIRST, 1, 1, "5件");
    const struct progress *progress = bench_run(bench, FIRST);
    assert_int_equal(bench_year(bench, 0, FIRST)->verdict.outcome, OUTCOME_INTERIM);
    assert_int_equal(bench_year(bench, 1, FIRST)->verdict.outcome, OUTCOME_GRADED);
    assert_int_equal(bench_year(bench, 2, FIRST)->verdict.outcome, OUTCOME_INTERIM);
    assert_true(progress->occurs[OUTCOME_INTERIM]);
    assert_int_equal(progress->tally[0].outcome[OUTCOME_INTERIM], 2);
    assert_int_equal(progress->tally[0].denominator, 1);
    bench_free(bench);
}

/* Plans that have a target in each year know nothing of all this. */
static void old_plans_have_no_new_results(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    const char *const yearly[YEARS] = {"5件", "—", "5件", "→", "研究"};
    bench_initiative(bench, 0, "課");
    bench_indicator(bench, 0, yearly);
    const struct progress *progress = bench_run(bench, FIRST);
    assert_false(progress->occurs[OUTCOME_INTERIM]);
    assert_false(progress->occurs[OUTCOME_NOT_EVALUATED]);
    assert_true(progress->occurs[OUTCOME_CONTINUED]);
    bench_free(bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_way_is_told),          cmocka_unit_test(the_next_target_stands_there),
        cmocka_unit_test(the_line_is_asked),        cmocka_unit_test(nothing_is_asked),
        cmocka_unit_test(the_whole_period_is_told), cmocka_unit_test(initiatives_without_targets),
        cmocka_unit_test(interim_is_counted_apart), cmocka_unit_test(old_plans_have_no_new_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
