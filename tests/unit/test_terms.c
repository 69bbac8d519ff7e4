/* Texts that repeat each other, terms that are almost the same, words in several spellings: small cases, hostile ones and large ones; and
   the reader of terms.xml beside its schema. */
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
#include "base/buf.h"
#include "base/utf8.h"
#include "check/compounds.h"
#include "check/numbers.h"
#include "check/repeats.h"
#include "check/script.h"
#include "check/spellings.h"
#include "mutants.h"
#include "written.h"

#define COMPLETE "tests/unit/complete-terms.xml"

static uint32_t state_of_random = 20260331;

static uint32_t random_below(uint32_t limit)
{
    state_of_random = state_of_random * 1664525U + 1013904223U;
    return (state_of_random >> 8) % limit;
}

/* `count` characters, kanji mostly, of an alphabet of `letters`. */
static char *random_text(unsigned count, unsigned letters)
{
    struct buf text = {0};
    char bytes[4];
    for (unsigned i = 0; i < count; i++)
        buf_put(&text, bytes, utf8_put(bytes, 0x4E00 + random_below(letters)));
    char *copy = strdup(buf_text(&text));
    buf_free(&text);
    return copy;
}

/* --- repeats --- */

static const char LONG[] = "市税を納めない世帯が毎年度増えており、担当する職員の負担が重くなっている。";

static void copies_are_found(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const char *const text[] = {
        LONG,
        "使われていない土地が四十か所あり、境界の定まらない土地も多く残っている。",
        "市税を納めない世帯が 毎年度増えており 担当する職員の負担が重くなっている",
        "このほか、市税を納めない世帯が毎年度増えており、担当する職員の負担も重い。",
        "増えている。",
        "増えている。",
        "",
    };
    const struct repeat *repeat = repeats_find(arena, text, 7);
    assert_int_equal(repeat[0].of, REPEATS_NONE);
    assert_int_equal(repeat[1].of, REPEATS_NONE);
    assert_int_equal(repeat[2].of, 0);
    assert_true(repeat[2].exact);
    assert_int_equal(repeat[3].of, 0);
    assert_false(repeat[3].exact);
    for (unsigned i = 4; i < 7; i++)
        assert_int_equal(repeat[i].of, REPEATS_NONE);
    repeats_find(arena, text, 0);
    arena_free(arena);
}

/* Texts that have nothing to do with each other, one that is the longest a cell may be, and two copies, one with a word changed. */
static void copies_are_found_among_many(void **state)
{
    (void)state;
    enum { COUNT = 3000, HUGE = 100000 };
    char *text[COUNT];
    for (unsigned i = 0; i < COUNT; i++)
        text[i] = random_text(i == 7 ? HUGE : 40 + random_below(60), 2000);
    free(text[2500]);
    text[2500] = strdup(text[11]);
    free(text[2600]);
    text[2600] = g_strconcat(text[12], "別の言葉", NULL);
    struct arena *arena = arena_new();
    const struct repeat *repeat = repeats_find(arena, (const char *const *)text, COUNT);
    unsigned found = 0;
    for (unsigned i = 0; i < COUNT; i++)
        found += repeat[i].of != REPEATS_NONE;
    assert_int_equal(found, 2);
    assert_int_equal(repeat[2500].of, 11);
    assert_true(repeat[2500].exact);
    assert_int_equal(repeat[2600].of, 12);
    assert_false(repeat[2600].exact);
    arena_free(arena);
    for (unsigned i = 0; i < COUNT; i++)
        free(text[i]);
}

/* All texts from one mould: each repeats the first, and the work does not grow with the square. */
static void a_mould_is_found(void **state)
{
    (void)state;
    enum { COUNT = 2000 };
    const char *text[COUNT];
    struct arena *arena = arena_new();
    for (unsigned i = 0; i < COUNT; i++)
        text[i] = i % 2 ? LONG : arena_printf(arena, "%s第%u号", LONG, i);
    const struct repeat *repeat = repeats_find(arena, text, COUNT);
    assert_int_equal(repeat[0].of, REPEATS_NONE);
    for (unsigned i = 1; i < COUNT; i++)
        assert_true(repeat[i].of >= 0 && (unsigned)repeat[i].of < i);
    assert_int_equal(repeat[3].of, 1);
    assert_true(repeat[3].exact);
    arena_free(arena);
}

/* --- compounds --- */

/* The pairs of one text, as "rare/other ", in their order. */
static const char *pairs_of(struct arena *arena, const char *text)
{
    unsigned count;
    const struct compounds_text one = {text, 0};
    const struct compound_pair *pair = compounds_find(arena, &one, 1, &count);
    const char *all = "";
    for (unsigned i = 0; i < count; i++)
        all = arena_printf(arena, "%s%s/%s ", all, pair[i].rare->text, pair[i].other->text);
    return all;
}

static void near_terms_are_paired(void **state)
{
    (void)state;
    static const struct {
        const char *text, *pairs;
    } CASES[] = {
        {"市民活動支援センター。市民活動センター。",                                     "市民活動センター/市民活動支援センター "},
        {"市人材育成・確保基本方針と市人材育成基本方針と市人材育成基本方針",
         "市人材育成・確保基本方針/市人材育成基本方針 "                                                                                           },
        {"ICTとCTとICT",                                                                                   "CT/ICT "                                                 },
        {"ITとICT、ICカードとAI",                                                                      ""                                                        },
        {"戦力的配置と戦略的配置",                                                                "戦略的/戦力的 "                                    },
        {"効果的に、効率的に、能率的に",                                                       ""                                                        },
        {"ペーパレス、ペーパーレス、ペーパーレス",                                        "ペーパレス/ペーパーレス "                     },
        {"デジタル・ツール、デジタルツール",                                                 "デジタルツール/デジタル・ツール "         },
        {"総務省計画及び総務省計画並びに総務計画",                                        ""                                                        },
        {"市税収納率向上、徴収率",                                                                "徴収率/収納率 "                                    },
        {"加入率、利用率、業務効率、運営効率",                                              ""                                                        },
        {"令和8年度、令和9年度、第1次計画、第2次計画",                                    ""                                                        },
        {"・・・",                                                                                        ""                                                        },
        {"",                                                                                                 ""                                                        },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *arena = arena_new();
        assert_string_equal(pairs_of(arena, CASES[i].text), CASES[i].pairs);
        arena_free(arena);
    }
}

static void terms_are_counted(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct compounds_text text[] = {
        {"市民活動支援センターと市民活動支援センター", 0},
        {"収納率",                                                       1},
        {"市民活動センター、徴収率",                            2}
    };
    unsigned count;
    const struct compound_pair *pair = compounds_find(arena, text, 3, &count);
    assert_int_equal(count, 1); /* the measures are of two groups */
    assert_int_equal(pair->rare->count, 1);
    assert_int_equal(pair->rare->first, 2);
    assert_int_equal(pair->other->count, 2);
    assert_int_equal(pair->other->first, 0);
    assert_int_equal(pair->other->letters, 10);
    arena_free(arena);
}

/* One cell without an end, many terms over few letters: no more pairs than terms could have, and it ends. */
static void terms_of_anything(void **state)
{
    (void)state;
    for (unsigned letters = 1; letters < 5000; letters *= 7) {
        struct arena *arena = arena_new();
        char *text = random_text(100000, letters);
        size_t size = strlen(text);
        for (size_t i = 0; letters > 1 && i + 3 <= size; i += 3 * (1 + random_below(20)))
            memcpy(text + i, "、", 3);
        unsigned count;
        const struct compounds_text one = {text, 0};
        const struct compound_pair *pair = compounds_find(arena, &one, 1, &count);
        for (unsigned i = 0; i < count; i++)
            assert_true(pair[i].rare != pair[i].other && pair[i].rare->count <= pair[i].other->count);
        free(text);
        arena_free(arena);
    }
}

/* --- spellings --- */

static unsigned uses(const struct spelling_group *group, unsigned word, const char *text)
{
    unsigned count = 0;
    for (const char *at = text; (at = spellings_find(group, word, text, at)); at++)
        count++;
    return count;
}

static void spellings_are_whole_words(void **state)
{
    (void)state;
    static const struct spelling KATAKANA[] = {
        {"LINE",      ""},
        {"ライン", ""}
    };
    static const struct spelling KANJI[] = {
        {"取組み",    ""                                  },
        {"取り組み", "に取り組み でも取り組み"},
        {"取組",       ""                                  }
    };
    const struct spelling_group line = {2, KATAKANA}, effort = {3, KANJI};
    assert_int_equal(uses(&line, 1, "ラインとオンラインとガイドライン、ライン"), 2);
    assert_int_equal(uses(&line, 0, "LINEとONLINEとLINES"), 1);
    assert_int_equal(uses(&effort, 0, "取組みと取組と取り組み"), 1);
    assert_int_equal(uses(&effort, 2, "取組みと取組と取り組み"), 1);
    assert_int_equal(uses(&effort, 1, "取り組みを進め、課題に取り組み、いつでも取り組み"), 1);
    assert_int_equal(uses(&effort, 1, ""), 0);
}

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
    struct spellings *spellings = spellings_read(judges->path, diag);
    judges->mutants++;
    judges->refused += !valid;
    if (valid != (spellings != NULL)) {
        judges->disagreements++;
        print_error("%s: the schema says %s, the reader %s\n", what, valid ? "yes" : "no", spellings ? "yes" : "no");
    }
    assert_int_equal(spellings == NULL, diag_count(diag, SEVERITY_ERROR) > 0);
    spellings_free(spellings);
    diag_free(diag);
}

static const char *const VALUES[] = {"", " ", "1", "yes", "no", "off", " no ", "あ い", NULL};

static void reader_and_schema_agree(void **state)
{
    (void)state;
    assert_int_equal(written_lacks(ROOT_terms, COMPLETE, NULL), 0);
    struct judges judges = {.path = "/tmp/gyokaku-test-XXXXXX"};
    close(mkstemp(judges.path));
    judges.schema = written_schema(ROOT_terms);
    assert_non_null(judges.schema);
    mutants_all(&(struct mutants){COMPLETE, VALUES, judge, &judges});
    unlink(judges.path);
    xmlRelaxNGFree(judges.schema);
    assert_true(judges.mutants > 40);
    assert_true(judges.refused > judges.mutants / 4 && judges.refused < judges.mutants);
    assert_int_equal(judges.disagreements, 0);
}

static void a_list_adds_to_what_is_built_in(void **state)
{
    (void)state;
    struct diag *diag = diag_new();
    struct spellings *none = spellings_read("tests/unit/none-such.xml", diag);
    struct spellings *alone = spellings_read(COMPLETE, diag), *more = spellings_read("input/terms.xml", diag);
    assert_true(none->groups > 10);
    for (unsigned i = 0; i < none->groups; i++)
        assert_true(none->group[i].words >= 2);
    assert_int_equal(alone->groups, 2);
    assert_string_equal(alone->group[1].word[0].except, "に取り組み 税込価格");
    assert_true(more->groups > none->groups);
    assert_int_equal(diag_status(diag), 0);
    spellings_free(none);
    spellings_free(alone);
    spellings_free(more);
    diag_free(diag);
}

/* --- numbers and scripts --- */

static void numbers_are_read(void **state)
{
    (void)state;
    struct number number;
    const char *p = "約１，２００件と99.5%、3,と12345678901234567890";
    assert_true(numbers_next(&p, &number));
    assert_string_equal(number.digits, "1200");
    assert_true(numbers_next(&p, &number));
    assert_int_equal(number.value.units, 995);
    assert_int_equal(number.value.scale, 1);
    assert_true(numbers_next(&p, &number));
    assert_int_equal(*number.end, ',');
    assert_true(numbers_next(&p, &number));
    assert_int_equal(number.count, 0);
    assert_false(numbers_next(&p, &number));
}

static void scripts_are_told_apart(void **state)
{
    (void)state;
    assert_int_equal(script_of(0x30FC), SCRIPT_KATAKANA);
    assert_int_equal(script_of(0x3005), SCRIPT_KANJI);
    assert_int_equal(script_of(0xFF21), SCRIPT_LATIN);
    assert_int_equal(script_of(0xFF11), SCRIPT_DIGIT);
    assert_int_equal(script_of(0x3078), SCRIPT_HIRAGANA);
    assert_int_equal(script_of(0x30FB), SCRIPT_OTHER);
    assert_false(script_is_word(0x3001));
    assert_true(script_is_word(0x416));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_are_found),          cmocka_unit_test(copies_are_found_among_many),
        cmocka_unit_test(a_mould_is_found),          cmocka_unit_test(near_terms_are_paired),
        cmocka_unit_test(terms_are_counted),         cmocka_unit_test(terms_of_anything),
        cmocka_unit_test(spellings_are_whole_words), cmocka_unit_test(reader_and_schema_agree),
        cmocka_unit_test(numbers_are_read),          cmocka_unit_test(a_list_adds_to_what_is_built_in),
        cmocka_unit_test(scripts_are_told_apart),
    };
    return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
