/* progress as a whole: initiatives, tallies, revisions, outlook, effects, what is late, what has changed. */
#include "bench.h"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers" /* what a case does not name is not given */

enum { MET, NEAR, UNMET };
#define CONSTANT(text) \
    { \
        text, text, text, text, text \
    }
static const char *const TEN[YEARS] = CONSTANT("10件");
static const char *const WORDS[YEARS] = CONSTANT("検討");
static const char *const NOTHING[YEARS] = CONSTANT("—");

/* --- one initiative --- */

/* An indicator for each, in one year: the worst grade, or the first category. */
static void several_indicators(void **state)
{
    (void)state;
    static const struct {
        const char *const *target[3];
        const char *text[3];
        enum declared declared[3];
        enum outcome outcome;
        unsigned grade, deciding;
    } CASES[] = {
        {{TEN, TEN, TEN},             {"10件", "8件", "9件"},    {0},                                                       OUTCOME_GRADED,         NEAR,  1},
        {{TEN, TEN, TEN},             {"10件", "8件", "7件"},    {0},                                                       OUTCOME_GRADED,         UNMET, 2},
        {{TEN, TEN, TEN},             {NULL, "8件", NULL},         {0},                                                       OUTCOME_GRADED,         NEAR,  1},
        {{TEN, WORDS, NOTHING},       {"10件", "", NULL},          {0, DECLARED_UNMET},                                       OUTCOME_GRADED,         UNMET, 1},
        {{NOTHING, TEN, WORDS},       {NULL, NULL, "検討した"}, {0},                                                       OUTCOME_UNREPORTED,     0,     1},
        {{NOTHING, TEN, WORDS},       {NULL, "", "検討した"},   {0, DECLARED_HARD},                                        OUTCOME_UNDECIDABLE,    0,     2},
        {{TEN, TEN, TEN},             {"", "", ""},                 {DECLARED_NOT_SURVEYED, DECLARED_COUNTING, DECLARED_HARD}, OUTCOME_HARD,           0,     2},
        {{TEN, TEN, NOTHING},         {"", "", NULL},               {DECLARED_NOT_SURVEYED, DECLARED_COUNTING},                OUTCOME_COUNTING,       0,     1},
        {{NOTHING, TEN, NOTHING},     {NULL, "", NULL},             {0, DECLARED_NOT_SURVEYED},                                OUTCOME_NOT_SURVEYED,   0,     1},
        {{NOTHING, NOTHING, NOTHING}, {NULL, NULL, NULL},           {0},                                                       OUTCOME_NOT_APPLICABLE, 0,     0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = bench_new();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        for (unsigned j = 0; j < 3; j++) {
            bench_indicator(bench, ordinal, CASES[i].target[j]);
            if (CASES[i].text[j])
                bench_actual(bench, 2026, ordinal, j, CASES[i].text[j])->declared = CASES[i].declared[j];
        }
        bench_run(bench, 2026);
        const struct initiative_year *year = bench_year(bench, ordinal, 2026);
        if (year->verdict.outcome != CASES[i].outcome || year->verdict.grade != CASES[i].grade ||
            year->deciding != CASES[i].deciding)
            fail_msg("case %zu: outcome %d, grade %u of indicator %u", i, (int)year->verdict.outcome,
                     year->verdict.grade, year->deciding);
        bench_free(bench);
    }
}

static void continued_before_not_applicable(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    unsigned ordinal = bench_initiative(bench, 0, "課");
    bench_indicator(bench, ordinal, NOTHING);
    bench_indicator(bench, ordinal, (const char *const[]){"導入", "→", "→", "→", "→"});
    bench_actual(bench, 2027, ordinal, 1, "")->declared = DECLARED_CONTINUED;
    bench_run(bench, 2027);
    assert_int_equal(bench_year(bench, ordinal, 2027)->verdict.outcome, OUTCOME_CONTINUED);
    assert_int_equal(bench_year(bench, ordinal, 2028)->verdict.outcome, OUTCOME_NOT_DUE);
    bench_free(bench);
}

/* --- judgements of two to five grades --- */

static const struct grade TWO[] = {
    {"できた",          true,  false, {100, 0}, "達成",    true,  "■", 1},
    {"できなかった", false, false, {0, 0},   "未達成", false, "△", 7},
};
static const struct grade FIVE[] = {
    {"S", true,  false, {1105, 1}, NULL,           true,  "◎", 1},
    {"A", true,  false, {100, 0},  "達成",       true,  "○", 2},
    {"B", true,  false, {80, 0},   "一部達成", false, "◆", 3},
    {"C", true,  false, {60, 0},   "未達成",    false, "◇", 4},
    {"D", false, false, {0, 0},    NULL,           false, "△", 7},
};

static void schemes(void **state)
{
    (void)state;
    static const struct {
        struct judgement judgement;
        const char *text;
        enum declared declared;
        const char *grade;
    } CASES[] = {
        {{0, NULL},                    "10件",     0,               "達成"            },
        {{0, NULL},                    "8件",      0,               "おおむね達成"},
        {{0, NULL},                    "7件",      0,               "未達成"         },
        {{.count = 2, .grades = TWO},  "10件",     0,               "できた"         },
        {{.count = 2, .grades = TWO},  "9件",      0,               "できなかった"},
        {{.count = 2, .grades = TWO},  "",          DECLARED_PARTLY, "できなかった"},
        {{.count = 5, .grades = FIVE}, "11.05件",  0,               "S"                 },
        {{.count = 5, .grades = FIVE}, "11.049件", 0,               "A"                 },
        {{.count = 5, .grades = FIVE}, "8件",      0,               "B"                 },
        {{.count = 5, .grades = FIVE}, "7.9件",    0,               "C"                 },
        {{.count = 5, .grades = FIVE}, "5.9件",    0,               "D"                 },
        {{.count = 5, .grades = FIVE}, "",          DECLARED_MET,    "A"                 },
        {{.count = 5, .grades = FIVE}, "",          DECLARED_PARTLY, "B"                 },
        {{.count = 5, .grades = FIVE}, "",          DECLARED_UNMET,  "C"                 },
        {{.count = 3, .grades = FIVE}, "1件",      0,               "B"                 }, /* the last catches all, its threshold or not */
        {{.count = 4, .grades = FIVE}, "",          DECLARED_AHEAD,  "A"                 },
    };
    for (unsigned i = 0; i < 2 * sizeof CASES / sizeof *CASES; i++) {
        const unsigned at = i / 2;
        struct bench *bench = bench_new();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        struct indicator *indicator = bench_indicator(bench, ordinal, CASES[at].declared ? WORDS : TEN);
        *(i % 2 ? &bench->plan.judgement : &indicator->judgement) = CASES[at].judgement;
        bench_actual(bench, 2026, ordinal, 0, CASES[at].text)->declared = CASES[at].declared;
        const struct progress *progress = bench_run(bench, 2026);
        const struct indicator_progress *read = &progress->initiative[0].indicator[0];
        assert_string_equal(read->judgement->grades[read->reading[0].verdict.grade].name, CASES[at].grade);
        bench_free(bench);
    }
}

/* An indicator's own grade counts in the plan's judgement: by name, by state, by threshold, the last as the last. */
static void schemes_side_by_side(void **state)
{
    (void)state;
    static const struct grade OWN[] = {
        {"優",       true,  false, {120, 0}, NULL,     true,  "◎", 1},
        {"良",       true,  false, {90, 0},  "達成", true,  "○", 2},
        {"未達成", true,  false, {85, 0},  NULL,     false, "◆", 3},
        {"可",       true,  false, {80, 0},  NULL,     false, "◇", 4},
        {"不可",    false, false, {0, 0},   NULL,     false, "△", 7},
    };
    static const struct {
        const char *text;
        unsigned grade;
    } CASES[] = {
        {"12件",  MET  },
        {"9件",   MET  },
        {"8.9件", UNMET},
        {"8件",   NEAR },
        {"7件",   UNMET}
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = bench_new();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        bench_indicator(bench, ordinal, TEN)->judgement = (struct judgement){.count = 5, .grades = OWN};
        bench_actual(bench, 2026, ordinal, 0, CASES[i].text);
        bench_run(bench, 2026);
        assert_int_equal(bench_reading(bench, ordinal, 0, 2026)->verdict.grade, i);
        assert_int_equal(bench_year(bench, ordinal, 2026)->verdict.grade, CASES[i].grade);
        bench_free(bench);
    }
}

/* --- revised targets --- */

static void revisions(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        struct date published; /* year 0: not published */
        const char *target, *original;
        unsigned grade, against_original;
    } CASES[] = {
        {"both in force",         {2028, 9, 10}, "5件",  "10件", MET,   UNMET},
        {"not published yet",     {0},           "5件",  "10件", MET,   UNMET},
        {"the first only",        {2027, 9, 10}, "8件",  "10件", UNMET, UNMET},
        {"on the very day",       {2027, 3, 20}, "8件",  "10件", UNMET, UNMET},
        {"in the month, no day",  {2027, 3, 0},  "8件",  "10件", UNMET, UNMET},
        {"none, one day earlier", {2027, 3, 19}, "10件", NULL,    UNMET, UNMET},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = bench_new();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        struct indicator *indicator =
            bench_indicator(bench, ordinal, (const char *const[]){"10件", "5件", "→", "20件", "20件"});
        bench_revised(bench, indicator, 2027, (struct date){2028, 4, 1}, "8件"); /* 10 → 8 → 5, in any order */
        bench_revised(bench, indicator, 2027, (struct date){2027, 3, 20}, "10件");
        bench_actual(bench, 2027, ordinal, 0, "5件");
        bench_file(bench, 2027)->has_published = CASES[i].published.year != 0;
        bench_file(bench, 2027)->published = CASES[i].published;
        bench_run(bench, 2027);
        const struct reading *reading = bench_reading(bench, ordinal, 0, 2027);
        assert_string_equal(reading->target->text, CASES[i].target);
        assert_int_equal(!reading->original, !CASES[i].original);
        if (reading->original) assert_string_equal(reading->original->text, CASES[i].original);
        assert_int_equal(reading->verdict.grade, CASES[i].grade);
        assert_int_equal(reading->against_original.grade, CASES[i].against_original);
        assert_string_equal(reading[1].target->text, CASES[i].target); /* → goes with it */
        assert_null(reading[-1].original);
        bench_free(bench);
    }
}

static void revised_sum(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    unsigned ordinal = bench_initiative(bench, 0, "課");
    struct indicator *indicator = bench_indicator(bench, ordinal, (const char *const[])CONSTANT("1件"));
    indicator->accumulation = ACCUMULATION_SUM;
    bench_revised(bench, indicator, 2026, (struct date){2026, 9, 1}, "3件");
    bench_actual(bench, 2026, ordinal, 0, "1件");
    bench_actual(bench, 2027, ordinal, 0, "1件");
    bench_run(bench, 2027);
    const struct reading *reading = bench_reading(bench, ordinal, 0, 2027);
    assert_int_equal(reading->verdict.grade, MET);
    assert_int_equal(reading->against_original.grade, UNMET); /* 2 of 4 */
    bench_free(bench);
}

/* --- tallies --- */

/* Eight initiatives of all categories, three departments, two policies. */
static struct bench *town(void)
{
    static const struct {
        unsigned policy;
        const char *department;
        const char *const *target;
        const char *text;
        enum declared declared;
    } ALL[] = {
        {0, "財政課", TEN,     "10件",        0                    },
        {0, "財政課", TEN,     "8件",         0                    },
        {0, "人事課", WORDS,   "",             DECLARED_PARTLY      },
        {0, "管財課", WORDS,   "",             DECLARED_UNMET       },
        {1, "管財課", TEN,     NULL,           0                    },
        {1, "人事課", WORDS,   "検討した", 0                    },
        {1, "人事課", NOTHING, NULL,           0                    },
        {2, "財政課", TEN,     "",             DECLARED_NOT_SURVEYED},
    };
    static const struct department DEPARTMENTS[] = {{.name = "人事課"}, {.name = "秘書課"}, {.name = "財政課"}};
    struct bench *bench = bench_new();
    bench->plan.departments = 3;
    bench->plan.department = DEPARTMENTS;
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        unsigned ordinal = bench_initiative(bench, ALL[i].policy, ALL[i].department);
        bench_indicator(bench, ordinal, ALL[i].target);
        if (ALL[i].text) bench_actual(bench, 2026, ordinal, 0, ALL[i].text)->declared = ALL[i].declared;
    }
    return bench;
}

static void add_up(const struct progress *progress, const struct tally *tally)
{
    unsigned graded = 0, all = 0;
    for (unsigned i = 0; i < progress->judgement->count; i++) {
        graded += tally->graded[i];
        assert_true(tally->measured[i] <= tally->graded[i]);
    }
    assert_int_equal(graded, tally->outcome[OUTCOME_GRADED]);
    for (unsigned i = 0; i < OUTCOME_COUNT; i++)
        all += tally->outcome[i];
    assert_int_equal(all, tally->initiatives);
    assert_int_equal(tally->denominator, tally->initiatives - tally->outcome[OUTCOME_NOT_APPLICABLE]);
}

static void tallies(void **state)
{
    (void)state;
    struct bench *bench = town();
    bench_evaluation(bench, 2026, 1, "外部", "未達成");
    bench_evaluation(bench, 2026, 1, "主管課", "達成");
    bench_evaluation(bench, 2026, 0, "主管課", "達成");
    bench_evaluation(bench, 2026, 4, "主管課", "達成");
    bench_evaluation(bench, 2026, 7, "主管課", "未調査");
    const struct progress *progress = bench_run(bench, 2026);
    assert_int_equal(progress->tallies, 1 + 3 + 3);
    unsigned sum[TALLY_DEPARTMENT + 1] = {0};
    for (unsigned i = 0; i < progress->tallies; i++) {
        add_up(progress, &progress->tally[i]);
        sum[progress->tally[i].by] += progress->tally[i].initiatives;
    }
    for (unsigned i = 0; i <= TALLY_DEPARTMENT; i++)
        assert_int_equal(sum[i], 8);
    const struct tally *all = &progress->tally[0];
    assert_int_equal(all->denominator, 7);
    assert_int_equal(all->graded[MET], 1);
    assert_int_equal(all->graded[NEAR], 2);
    assert_int_equal(all->measured[NEAR], 1); /* the other is declared */
    assert_int_equal(all->graded[UNMET], 1);
    assert_int_equal(all->measured[UNMET], 0);
    assert_int_equal(all->outcome[OUTCOME_UNREPORTED], 1);
    assert_int_equal(all->outcome[OUTCOME_UNDECIDABLE], 1);
    assert_int_equal(all->outcome[OUTCOME_NOT_SURVEYED], 1);
    assert_int_equal(all->differing, 2); /* 達成 against おおむね達成 and against 未報告 */
    assert_string_equal(bench_year(bench, 1, 2026)->own_grade, "達成");
    assert_null(bench_year(bench, 0, 2026)->own_grade);
    assert_null(bench_year(bench, 7, 2026)->own_grade);
    static const char *const ORDER[] = {"", "基本方針一", "基本方針二", "基本方針三", "人事課", "財政課", "管財課"};
    for (unsigned i = 0; i < progress->tallies; i++)
        assert_string_equal(progress->tally[i].label, ORDER[i]);
    assert_int_equal(progress->tallies_before, 0);
    bench_free(bench);
}

static void outside_the_years(void **state)
{
    (void)state;
    struct bench *bench = town();
    bench_of(bench, 0)->from = 2027;
    const struct progress *progress = bench_run(bench, 2026);
    assert_int_equal(bench_year(bench, 0, 2026)->verdict.outcome, OUTCOME_NOT_APPLICABLE);
    assert_false(bench_year(bench, 0, 2026)->due);
    assert_int_equal(progress->tally[0].denominator, 6);
    for (int year = 2027; year <= LAST; year++)
        for (unsigned i = 0; i < progress->initiatives; i++) {
            assert_int_equal(bench_year(bench, i, year)->verdict.outcome, OUTCOME_NOT_DUE);
            assert_null(bench_reading(bench, i, 0, year)->actual);
        }
    bench_free(bench);
}

/* A year in the middle without a file, and a report of an earlier year that must not see the later file. */
static void years_and_files(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    unsigned ordinal = bench_initiative(bench, 0, "課");
    bench_indicator(bench, ordinal, TEN);
    assert_int_equal(bench_run(bench, 0)->year, FIRST); /* nothing at all is reported */
    assert_int_equal(bench_year(bench, ordinal, 2026)->verdict.outcome, OUTCOME_UNREPORTED);
    bench_actual(bench, 2026, ordinal, 0, "10件");
    bench_actual(bench, 2028, ordinal, 0, "5件");
    assert_int_equal(bench_run(bench, 0)->year, 2028);
    assert_int_equal(bench_year(bench, ordinal, 2027)->verdict.outcome, OUTCOME_UNREPORTED);
    assert_int_equal(bench_year(bench, ordinal, 2028)->verdict.grade, UNMET);
    assert_int_equal(bench->progress->tallies_before, 0);
    bench_run(bench, 2026);
    assert_int_equal(bench_year(bench, ordinal, 2028)->verdict.outcome, OUTCOME_NOT_DUE);
    assert_null(bench_year(bench, ordinal, 2028)->sheet);
    bench_free(bench);
}

static void changes(void **state)
{
    (void)state;
    struct bench *bench = town();
    bench_actual(bench, 2027, 0, 0, "9件");
    bench_actual(bench, 2027, 1, 0, "10件");
    bench_state(bench, 2027, 2, DECLARED_PARTLY);
    bench_state(bench, 2027, 3, DECLARED_MET);
    const struct progress *progress = bench_run(bench, 2027);
    assert_int_equal(progress->change.better, 2);
    assert_int_equal(progress->change.same, 1);
    assert_int_equal(progress->change.worse, 1);
    assert_int_equal(progress->change.other, 4);
    assert_int_equal(progress->tallies_before, progress->tallies);
    assert_int_equal(progress->tally_before[0].graded[UNMET], 1);
    assert_int_equal(progress->tally[0].graded[UNMET], 0);
    bench_free(bench);
}

/* --- late --- */

static void late_ones(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    for (unsigned i = 0; i < 7; i++)
        bench_indicator(bench, bench_initiative(bench, 0, "課"), i < 3 ? TEN : WORDS);
    bench_actual(bench, 2027, 0, 0, "10件"); /* fine */
    bench_actual(bench, 2027, 1, 0, "1件");  /* unmet this year */
    bench_actual(bench, 2026, 2, 0, "1件");  /* unmet both years */
    bench_actual(bench, 2027, 2, 0, "1件");
    struct actual *actual = bench_actual(bench, 2027, 3, 0, ""); /* three years late */
    actual->declared = DECLARED_LATE;
    actual->in = 2030;
    bench_state(bench, 2027, 4, DECLARED_PARTLY); /* the department calls it late */
    bench_sheet(bench, 2027, 4)->pace = lists_pace(&LISTS_PACES, "遅れ");
    bench_state(bench, 2027, 5, DECLARED_LATE);                           /* no year is said */
    bench_sheet(bench, 2027, 6)->pace = lists_pace(&LISTS_PACES, "遅れ"); /* not even reported */
    const struct progress *progress = bench_run(bench, 2027);
    static const unsigned ORDER[] = {3, 2, 1, 5, 4, 6}, LATE_YEARS[] = {3, 2, 1, 1, 0, 0};
    assert_int_equal(progress->late, 6);
    for (unsigned i = 0; i < progress->late; i++) {
        assert_int_equal(progress->late_initiative[i]->ordinal, ORDER[i]);
        assert_int_equal(progress->late_initiative[i]->year[1].years_late, LATE_YEARS[i]);
    }
    bench_free(bench);
}

static void twins(void **state)
{
    (void)state;
    struct bench *bench = bench_new();
    static const char *const DEFINITION[] = {"市民の割合", "寄附金額", "市民の割合", "", ""};
    for (unsigned i = 0; i < 5; i++)
        bench_indicator(bench, bench_initiative(bench, 0, "課"), TEN)->definition = DEFINITION[i];
    const struct progress *progress = bench_run(bench, 2026);
    assert_ptr_equal(progress->initiative[0].twin, &progress->initiative[2]);
    assert_ptr_equal(progress->initiative[2].twin, &progress->initiative[0]);
    assert_null(progress->initiative[1].twin);
    assert_null(progress->initiative[3].twin); /* no definition is none in common */
    bench_free(bench);
}

/* --- outlook --- */

static void outlooks(void **state)
{
    (void)state;
    static const struct {
        const char *name, *target[YEARS], *text[YEARS], *baseline, *outlook;
        enum accumulation accumulation;
        int baseline_year;
        bool about;
    } CASES[] = {
        {"three points",                                            {"10件", "20件", "30件", "40件", "50件"},   {"11件", "20件", "29件"},                NULL,"47"   },
        {"off a line",                                              {"10.0件", "20件", "30件", "40件", "50件"}, {"10件", "20件", "25件"},                NULL,"40.8" },
        {"four points",
         {"70.50%", "71.00%", "71.50%", "72.00%", "72.50%"},
         {"70.1%", "70.4%", "70.2%", "70.9%"},
         NULL,"70.95"},
        {"two are too few",                                         {"10件", "20件", "30件", "40件", "50件"},   {"11件", "20件"},                         NULL,NULL   },
        {"a baseline is a point",                                   {"10件", "20件", "30件", "40件", "50件"},   {"11件", "20件"},                         "2件","47",    0, 2025},
        {"an approximate one is none",
         {"10件", "20件", "30件", "40件", "50件"},
         {"11件", "20件"},
         "約2件",NULL,
         0, 2025},
        {"about as many is none",                                                     {"10件", "20件", "30件", "40件", "50件"},                                                                                                          {"11件", "約20件", "29件"},                                                                                                                                                NULL,NULL},
        {"percents end at 100",                           {"60%", "70%", "80%", "90%", "100%"},{"70%", "80%", "95%"},NULL,"100"},
        {"and at 0",                                    {"60%", "70%", "80%", "90%", "100%"},                                                                                                                   {"50%", "30%", "10%"},                                                                                                                                                                                                                                                                                                     NULL,                                                                                                                                                                                                                                                                                                     "0"                                                                                                                                                                                                                                                                                                                                                                                                                                               },
        {"amounts may fall below",
         {"10億円", "20億円", "30億円", "40億円", "50億円"},
         {"5億円", "0億円", "△5億円"},
         NULL,"△15"},
        {"converted",
         {"45億円", "46億円", "47億円", "48億円", "49億円"},
         {"4,521,870千円", "4,583,412千円", "4,700,000千円"},
         NULL,                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               "48.7"                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           },
        {"a gap", {"10件", "20件", "30件", "40件", "50件"},                                                                                                       {"10件", "20件", NULL, "40件"},                                                                                                                                           NULL,"50"},
        {"constant",                        CONSTANT("10件"),{"8件", "9件", "10件"},NULL,                                                                                                                                                                                                                                                                                                                                                                                                                                                             NULL                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                    },
        {"a sum",                                {"10件", "20件", "30件", "40件", "50件"},                                                                                                               {"11件", "20件", "29件"},                                                                                                                                                                                                                                                                                             NULL,NULL,ACCUMULATION_SUM},
        {"words",                              {"10件", "検討", "30件", "40件", "50件"},{"11件", "20件", "29件"},NULL,NULL                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          },
        {"growth",CONSTANT("3%増加"),                                        {"11件", "20件", "29件"},                                                                                                                                                                                                                                                                                                                                                                          NULL,                                                                                                                                                                                                                      NULL},
        {"the last year is reached",
         {"1件", "2件", "3件", "4件", "5件"},
         {"1件", "2件", "3件", "4件", "5件"},
         NULL,NULL                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = bench_new();
        unsigned ordinal = bench_initiative(bench, 0, "課");
        struct indicator *indicator = bench_indicator(bench, ordinal, CASES[i].target);
        indicator->accumulation = CASES[i].accumulation;
        if (CASES[i].baseline) bench_baseline(bench, indicator, CASES[i].baseline_year, CASES[i].baseline);
        for (int j = 0; j < YEARS; j++)
            if (CASES[i].text[j]) bench_actual(bench, FIRST + j, ordinal, 0, CASES[i].text[j]);
        const struct indicator_progress *read = &bench_run(bench, 0)->initiative[0].indicator[0];
        const char *seen = read->has_outlook ? number_text(bench->arena, read->outlook) : "none";
        const char *wanted = CASES[i].outlook ? CASES[i].outlook : "none";
        if (strcmp(seen, wanted)) fail_msg("%s: %s, not %s", CASES[i].name, seen, wanted);
        bench_free(bench);
    }
}

/* --- effects --- */

static void effects(void **state)
{
    (void)state;
    struct bench *bench = town();
    bench_effect(bench, 2026, 0,
                 (struct effect){.category = &LISTS_EFFECTS.category[1], .amount = 500, .has_cost = true, .cost = 100});
    bench_effect(
        bench, 2027, 0,
        (struct effect){.category = &LISTS_EFFECTS.category[1], .amount = 700, .has_planned = true, .planned = 600});
    bench_effect(
        bench, 2026, 1,
        (struct effect){
            .category = &LISTS_EFFECTS.category[0], .cumulative = true, .amount = 1000, .has_cost = true, .cost = 50});
    bench_effect(
        bench, 2027, 1,
        (struct effect){
            .category = &LISTS_EFFECTS.category[0], .cumulative = true, .amount = 2500, .has_cost = true, .cost = 80});
    bench_effect(bench, 2026, 2,
                 (struct effect){.category = &LISTS_EFFECTS.category[0], .cumulative = true, .amount = 40});
    const struct progress *progress = bench_run(bench, 2027);
    static const struct effects_total WANTED[] = {
        {"歳入増", "千円", 1500, 2540, 0,   30, 0,   80,  false},
        {"歳出減", "千円", 700,  1200, 600, 0,  600, 100, false},
        {"計",       "千円", 2200, 3740, 600, 30, 600, 180, false},
    };
    assert_int_equal(progress->effects, 2);
    for (unsigned i = 0; i < 3; i++) {
        const struct effects_total *seen = i < 2 ? &progress->effect[i] : &progress->effect_all;
        assert_string_equal(seen->category, WANTED[i].category);
        assert_string_equal(seen->unit, WANTED[i].unit);
        assert_int_equal(seen->yearly, WANTED[i].yearly);
        assert_int_equal(seen->cumulative, WANTED[i].cumulative);
        assert_int_equal(seen->planned, WANTED[i].planned);
        assert_int_equal(seen->cost, WANTED[i].cost);
        assert_int_equal(seen->cumulative_planned, WANTED[i].cumulative_planned);
        assert_int_equal(seen->cumulative_cost, WANTED[i].cumulative_cost);
        assert_false(seen->too_large);
    }
    bench_effect(bench, 2027, 3, (struct effect){.category = &LISTS_EFFECTS.category[1], .amount = INT64_MAX});
    assert_true(bench_run(bench, 2027)->effect[1].too_large);
    assert_true(bench->progress->effect_all.too_large);
    assert_false(bench->progress->effect[0].too_large);
    bench_free(bench);
}

/* Money is added up in its smallest unit; hours stand by themselves. */
static void effects_of_several_units(void **state)
{
    (void)state;
    static const struct effect_category OWN[] = {
        {"収入", "千円"},
        {"支出", "円"   },
        {"時間", "時間"}
    };
    struct bench *bench = town();
    bench->plan.effects = (struct effect_list){.count = 3, .category = OWN};
    bench_effect(bench, 2027, 0, (struct effect){.category = &OWN[2], .amount = 12});
    bench_effect(bench, 2027, 1, (struct effect){.category = &OWN[1], .amount = 500});
    bench_effect(bench, 2027, 2, (struct effect){.category = &OWN[0], .amount = 2});
    const struct progress *progress = bench_run(bench, 2027);
    assert_int_equal(progress->effects, 3);
    assert_string_equal(progress->effect[2].unit, "時間");
    assert_int_equal(progress->effect[2].yearly, 12);
    assert_true(progress->has_effect_all);
    assert_string_equal(progress->effect_all.unit, "円");
    assert_int_equal(progress->effect_all.yearly, 2500);
    bench_free(bench);
}

/* An initiative that reports a year one time and all so far another time is counted once. */
static void effects_of_both_kinds(void **state)
{
    (void)state;
    enum { MOST_ENTRIES = 4 };
#define OF_YEAR(when, ...) \
    { \
        when, \
        { \
            __VA_ARGS__ \
        } \
    }
    static const struct {
        const char *name;
        struct {
            int year;
            struct effect effect;
        } entry[MOST_ENTRIES];
        int year;
        int64_t yearly, cumulative, planned, cumulative_planned, cost, cumulative_cost;
    } CASES[] = {
        {"the sample's 1-4-1",
         {OF_YEAR(2026, .amount = 1350, .has_planned = true, .planned = 1200, .has_cost = true, .cost = 300),
          OF_YEAR(2027, .cumulative = true, .amount = 2700, .has_planned = true, .planned = 2400, .has_cost = true,
                  .cost = 300)},
         2027, 1350,
         2700, 1200,
         2400, 0,
         300},
        {"in the year before it",
         {OF_YEAR(2026, .amount = 1350), OF_YEAR(2027, .cumulative = true, .amount = 2700)},
         2026, 1350,
         1350, 0,
         0,    0,
         0  },
        {"yearly again",
         {OF_YEAR(2026, .amount = 1), OF_YEAR(2027, .cumulative = true, .amount = 20), OF_YEAR(2028, .amount = 300)},
         2028, 300,
         320,  0,
         0,    0,
         0  },
        {"and cumulative again",
         {OF_YEAR(2026, .amount = 1), OF_YEAR(2027, .cumulative = true, .amount = 20), OF_YEAR(2028, .amount = 300),
          OF_YEAR(2029, .cumulative = true, .amount = 400)},
         2029, 80,
         400,  0,
         0,    0,
         0  },
        {"a year without",
         {OF_YEAR(2026, .amount = 1), OF_YEAR(2027, .amount = 20), OF_YEAR(2029, .cumulative = true, .amount = 400)},
         2029, 379,
         400,  0,
         0,    0,
         0  },
        {"nothing in the report's year",
         {OF_YEAR(2026, .amount = 1), OF_YEAR(2027, .cumulative = true, .amount = 20)},
         2028, 0,
         20,   0,
         0,    0,
         0  },
        {"less than before",
         {OF_YEAR(2026, .amount = 500), OF_YEAR(2027, .cumulative = true, .amount = 200)},
         2027, -300,
         200,  0,
         0,    0,
         0  },
        {"both in one year",
         {OF_YEAR(2026, .amount = 100), OF_YEAR(2027, .amount = 60), OF_YEAR(2027, .cumulative = true, .amount = 160)},
         2027, 60,
         160,  0,
         0,    0,
         0  },
        {"what is not given stays",
         {OF_YEAR(2026, .amount = 100, .has_planned = true, .planned = 90, .has_cost = true, .cost = 10),
          OF_YEAR(2027, .cumulative = true, .amount = 160)},
         2027, 60,
         160,  0,
         90,   0,
         10 },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct bench *bench = town();
        for (unsigned j = 0; j < MOST_ENTRIES && CASES[i].entry[j].year; j++) {
            struct effect effect = CASES[i].entry[j].effect;
            effect.category = &LISTS_EFFECTS.category[1];
            bench_effect(bench, CASES[i].entry[j].year, 0, effect);
        }
        /* Another initiative, and another category of the same one, are not replaced. */
        bench_effect(bench, 2026, 1, (struct effect){.category = &LISTS_EFFECTS.category[1], .amount = 7000});
        bench_effect(bench, 2026, 0, (struct effect){.category = &LISTS_EFFECTS.category[0], .amount = 90000});
        const struct progress *progress = bench_run(bench, CASES[i].year);
        const struct effects_total *seen = &progress->effect[1];
        int64_t other = CASES[i].year == 2026 ? 7000 : 0;
        if (seen->yearly != CASES[i].yearly + other || seen->cumulative != CASES[i].cumulative + 7000 ||
            seen->planned != CASES[i].planned || seen->cumulative_planned != CASES[i].cumulative_planned ||
            seen->cost != CASES[i].cost || seen->cumulative_cost != CASES[i].cumulative_cost)
            fail_msg("%s: %lld of the year, %lld so far", CASES[i].name, (long long)seen->yearly,
                     (long long)seen->cumulative);
        assert_int_equal(progress->effect[0].cumulative, 90000);
        assert_int_equal(progress->effect_all.cumulative, CASES[i].cumulative + 97000);
        bench_free(bench);
    }
}

/* --- messages --- */

static void warnings(void **state)
{
    (void)state;
    struct bench *bench = town();
    bench_run(bench, 2026);
    assert_int_equal(diag_count(bench->diag, SEVERITY_WARNING), 1); /* 検討した, without a state */
    bench_actual(bench, 2027, 0, 0, "約8件");
    bench_actual(bench, 2027, 1, 0, "10件");
    bench_run(bench, 2027);
    assert_int_equal(diag_count(bench->diag, SEVERITY_WARNING), 1 + 2);
    assert_int_equal(diag_status(bench->diag), 0);
    bench_free(bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_indicators),
        cmocka_unit_test(continued_before_not_applicable),
        cmocka_unit_test(schemes),
        cmocka_unit_test(schemes_side_by_side),
        cmocka_unit_test(revisions),
        cmocka_unit_test(revised_sum),
        cmocka_unit_test(tallies),
        cmocka_unit_test(outside_the_years),
        cmocka_unit_test(years_and_files),
        cmocka_unit_test(changes),
        cmocka_unit_test(late_ones),
        cmocka_unit_test(twins),
        cmocka_unit_test(outlooks),
        cmocka_unit_test(effects),
        cmocka_unit_test(effects_of_several_units),
        cmocka_unit_test(effects_of_both_kinds),
        cmocka_unit_test(warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
