/* The adjustment of lines (行の調整処理: JIS X 4051, 4.19; JLREQ 3.8): 追い込み, 追い出し, hanging and justification; and what
   a paragraph's first line and phrases do to where lines end. */
#include "typesetting.h"

static const struct paragraph *set(struct bench *bench, const char *text, const char *family,
                                   const struct measure *measure)
{
    const struct paragraph *paragraph =
        typeset_lines(bench->typesetter, bench->arena, shape(bench, text, family, 10), measure);
    assert_whole(paragraph);
    return paragraph;
}

static void assert_set(struct bench *bench, const char *text, const struct measure *measure, const char *expected)
{
    assert_string_equal(all_lines(bench, set(bench, text, FIXED, measure)), expected);
}

/* ---- 追い込み and 追い出し ---- */

/* In a full-width face of 10 points: brackets, commas and stops have 5 points to lose, middle dots 2.5 on each side, a word
   space 2.5, 和欧間 0.625 of its 1.25. `start` is what ragged lines do. */
static void squeezing(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *text;
        double width;
        const char *justified, *start;
    } CASES[] = {
  /* 行頭禁則: what would have to leave the line stays when the line can give its width */
        {"あ、いうえ。お",    50,    "あ、いうえ。|お",    "あ、いうえ。|お"   },
        {"あ、いうえー。お", 57,    "あ、いう|えー。お", "あ、いう|えー。お"},
        {"あ、いうえっお",    55,    "あ、いうえっ|お",    "あ、いうえっ|お"   },
        {"あいうえお。か",    50,    "あいうえ|お。か",    "あいうえ|お。か"   }, /* nothing to give */
        {"あ、いうえ。お",    49.9,  "あ、いう|え。お",    "あ、いう|え。お"   }, /* not enough */
  /* JLREQ 3.8.3 a: word spaces, to a quarter em */
        {"あ い。う",            27.5,  "あ い。|う",            "あ い。|う"           },
        {"あ い。",               27.4,  "あ |い。",               "あ |い。"              },
 /* d: middle dots */
        {"あ・いう。え",       40,    "あ・いう。|え",       "あ・いう。|え"      },
        {"あ・いう。え",       39.9,  "あ・い|う。え",       "あ・い|う。え"      },
 /* e: before opening brackets, behind closing ones and commas; never behind a full stop */
        {"あ「いう」。え",    45,    "あ「いう」。|え",    "あ「いう」。|え"   },
        {"あ」いう。え",       40,    "あ」いう。|え",       "あ」いう。|え"      },
        {"あ。いう。え",       40,    "あ。い|う。え",       "あ。い|う。え"      },
 /* consecutive punctuation was set tight already and gives only what it has left (3.1.4) */
        {"あ」、いう。え",    45,    "あ」、いう。|え",    "あ」、いう。|え"   },
        {"あ」、いう。え",    44.9,  "あ」、い|う。え",    "あ」、い|う。え"   },
 /* f: 和欧間, to half of it */
        {"あA8いう。え",        46.25, "あA8いう。|え",        "あA8いう。|え"       },
        {"あA8いう。え",        46.2,  "あA8い|う。え",        "あA8い|う。え"       },
 /* no kinsoku: a justified line takes one more when it is adjusted less by that, a ragged one stays as it is */
        {"あ、いうえおか",    55,    "あ、いうえお|か",    "あ、いうえ|おか"   },
        {"あ、い、うえおか", 66,    "あ、い、うえお|か", "あ、い、うえ|おか"},
        {"あ、い、うえおか", 64,    "あ、い、うえ|おか", "あ、い、うえ|おか"},
 /* a better end is worth it, a worse one is not */
        {"あ、い、1,100か",     43,    "あ、い、|1,100か",     "あ、い、|1,100か"    },
        {"あ、い、うえ5年",   66.5,  "あ、い、うえ|5年",   "あ、い、うえ|5年"  },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct measure measure = {.width = CASES[i].width, .align = ALIGN_JUSTIFY};
        assert_set(bench, CASES[i].text, &measure, CASES[i].justified);
        measure.align = ALIGN_START;
        assert_set(bench, CASES[i].text, &measure, CASES[i].start);
    }
    /* no more than is needed: the line is as wide as it may be */
    const struct paragraph *paragraph =
        set(bench, "あ、いうえ。お", FIXED, &(struct measure){.width = 52, .align = ALIGN_START});
    assert_near(paragraph->line[0].width, 52, 1e-3);
    assert_near(paragraph->glyph[1].advance, 7, 1e-3);
    /* a proportional comma has a tenth of an em */
    struct measure tight = {.width = 46.5};
    assert_string_equal(all_lines(bench, set(bench, "漢、漢漢漢。漢", PROPORTIONAL, &tight)), "漢、漢漢|漢。漢");
    tight.width = 50.1;
    assert_string_equal(all_lines(bench, set(bench, "漢、漢漢漢。漢", PROPORTIONAL, &tight)), "漢、漢漢漢。|漢");
}

/* JLREQ 3.1.5, 3.1.9: what stands at a line's start and end stands flush, squeezed or not. */
static void line_edges(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *text, *expected;
        double first, second; /* widths */
    } CASES[] = {
        {"あいう「え",    "あいう|「え",    30,   15},
        {"あいう」え",    "あいう」|え",    35,   10},
        {"あい、（え",    "あい、|（え",    25,   15},
        {"あいう・え",    "あいう・|え",    37.5, 10},
        {"あいう。「え", "あいう。|「え", 35,   15},
        {"・・・・え",    "・・・・|え",    35,   10},
        {"ああああ：え", "あああ|あ：え", 30,   30},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct paragraph *paragraph = set(bench, CASES[i].text, FIXED, &(struct measure){.width = 40});
        assert_string_equal(all_lines(bench, paragraph), CASES[i].expected);
        assert_near(paragraph->line[0].width, CASES[i].first, 1e-2);
        assert_near(paragraph->line[1].width, CASES[i].second, 1e-2);
    }
}

/* ---- hanging ---- */

static void hanging(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *text, *expected;
        double width, hang; /* of the first line */
    } CASES[] = {
        {"あいうえお。か",    "あいうえお。|か",    50, 5},
        {"あいうえお、か",    "あいうえお、|か",    50, 5},
        {"あいうえお，か",    "あいうえお，|か",    50, 5},
        {"あいうえお．か",    "あいうえお．|か",    50, 5},
        {"あいうえお。",       "あいうえお。",        50, 5},
        {"あいうえお。 か",   "あいうえお。 |か",   50, 5},
        {"あいうえお」か",    "あいうえ|お」か",    40, 0}, /* brackets do not */
        {"あいうえお。」か", "あいうえ|お。」か", 40, 0}, /* nor a stop that is followed by one */
        {"あ、いうえ。お",    "あ、いうえ。|お",    50, 0}, /* squeezing comes first */
        {"あいうえ。お",       "あいうえ。お",        60, 0}, /* room for it */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        bool wide = CASES[i].width > 50;
        struct measure measure = {.width = wide ? 60 : 50, .hang = true};
        const struct paragraph *paragraph = set(bench, CASES[i].text, FIXED, &measure);
        assert_string_equal(all_lines(bench, paragraph), CASES[i].expected);
        assert_near(paragraph->line[0].width, CASES[i].width, 1e-2);
        assert_near(paragraph->line[0].hang, CASES[i].hang, 1e-2);
        measure.hang = false;
        assert_near(set(bench, CASES[i].text, FIXED, &measure)->line[0].hang, 0, 0);
    }
    /* a justified line is widened up to the margin, and what hangs stands beyond it */
    struct measure measure = {.width = 51, .align = ALIGN_JUSTIFY, .hang = true};
    const struct paragraph *paragraph = set(bench, "あいうえお。か", FIXED, &measure);
    assert_near(paragraph->line[0].width, 51, 1e-3);
    assert_near(paragraph->line[0].hang, 5, 1e-2);
    assert_near(paragraph->glyph[0].advance, 10.25, 1e-3);
    assert_near(paragraph->glyph[4].advance, 10, 1e-3); /* not between them */
}

/* ---- the first line ---- */

static void first_lines(void **state)
{
    struct bench *bench = *state;
    const struct measure measure = {.width = 50, .indent = 10};
    assert_set(bench, "あいうえおかきく", &measure, "あいうえ|おかきく");
    assert_set(bench, "あ\nいうえおか", &measure, "あ|いうえおか"); /* a forced break begins no paragraph */
    const struct paragraph *paragraph = set(bench, "「あいう」「えお", FIXED, &measure);
    assert_string_equal(all_lines(bench, paragraph), "「あいう」|「えお");
    assert_near(paragraph->line[0].indent, 10, 0);
    assert_near(paragraph->line[1].indent, 0, 0);
    assert_near(paragraph->line[0].width, 40, 1e-2);
    assert_near(paragraph->glyph[0].dx, -5, 1e-2); /* its blank is not added to the indent (JLREQ 3.1.5) */
    assert_near(paragraph->glyph[5].dx, -5, 1e-2);
    assert_int_equal(set(bench, "あい", FIXED, &(struct measure){.width = 10, .indent = 30})->lines, 2);
}

/* ---- phrases ---- */

static const char *phrased(struct bench *bench, const char *text, double width)
{
    struct run run = {
        .to = (uint32_t)strlen(text), .style = {.family = FIXED, .size = 10, .phrases = true}
    };
    const struct shaped *shaped = typeset_shape(bench->typesetter, bench->arena, text, run.to, &run, 1);
    const struct paragraph *paragraph = lines(bench, shaped, width, ALIGN_START);
    assert_whole(paragraph);
    return all_lines(bench, paragraph);
}

static void phrases(void **state)
{
    struct bench *bench = *state;
    assert_string_equal(phrased(bench, "市民の声を聴く", 50), "市民の声を|聴く");
    assert_string_equal(phrased(bench, "市民の声を聴く", 40), "市民の|声を聴く");
    assert_set(bench, "市民の声を聴く", &(struct measure){.width = 40}, "市民の声|を聴く");
    assert_string_equal(phrased(bench, "市民会議（案）の声", 65), "市民会議|（案）の声");
    assert_string_equal(phrased(bench, "市民、企業・大学", 60), "市民、企業・|大学");
    assert_string_equal(phrased(bench, "市の情報公開制度", 70),
                        "市の情報公開制|度"); /* 市の would be too short a line */
    assert_string_equal(phrased(bench, "情報公開の制度", 60), "情報公開の|制度");
    assert_string_equal(phrased(bench, "情報公開の制度、", 70), "情報公開の|制度、");
}

/* ---- justification ---- */

enum kind { WORD, MIDDLE, POINT, STOP, LATIN, CHARACTERS, NONE, KINDS };

/* Written here once more, so that the program's tables are not their own witness. */
static enum kind kind_of(uint32_t left, uint32_t right)
{
    static const char LATIN_ONES[] = "Ab8", CLOSING[] = "」）", OPENING[] = "「（";
#define IN(set, c) (g_utf8_strchr(set, -1, c) != NULL)
    if (left == ' ') return WORD;
    if (right == ' ' || (IN(LATIN_ONES, left) && IN(LATIN_ONES, right))) return NONE;
    bool punctuation_left = IN("」）「（、。・", left), punctuation_right = IN("」）「（、。・", right);
    if (punctuation_left && punctuation_right) return NONE; /* judged by test_paragraph */
    if ((IN(LATIN_ONES, left) || IN(LATIN_ONES, right)) && (punctuation_left || punctuation_right)) return NONE;
    if (IN(LATIN_ONES, left) || IN(LATIN_ONES, right)) return LATIN;
    if (left == 0x30FB || right == 0x30FB) return MIDDLE;
    if (IN("。", left)) return STOP;
    if (IN(CLOSING, left) || IN("、", left) || IN(OPENING, right)) return POINT;
    return punctuation_left || punctuation_right ? NONE : CHARACTERS;
#undef IN
}

/* The least and the most that gaps of each kind were changed on a line. */
struct changes {
    double least[KINDS], most[KINDS];
    unsigned count[KINDS];
};

static struct changes changes_of(const struct paragraph *paragraph, const struct line *line,
                                 const struct paragraph *natural)
{
    struct changes c = {{0}, {0}, {0}};
    uint32_t end = line->first + line->count;
    while (paragraph->text[paragraph->glyph[end - 1].at] == ' ')
        end--;
    for (uint32_t i = line->first + 1; i < end; i++) {
        const char *right = paragraph->text + paragraph->glyph[i].at, *left = g_utf8_prev_char(right);
        enum kind kind = kind_of(g_utf8_get_char(left), g_utf8_get_char(right));
        double change = (double)paragraph->glyph[i - 1].advance - (double)natural->glyph[i - 1].advance;
        if (i == line->first + 1) change -= (double)paragraph->glyph[i - 1].dx - (double)natural->glyph[i - 1].dx;
        if (!c.count[kind] || change < c.least[kind]) c.least[kind] = change;
        if (!c.count[kind] || change > c.most[kind]) c.most[kind] = change;
        c.count[kind]++;
    }
    return c;
}

/* One kind of gap is changed only when all before it in `order` have given, or got, all they can. */
static void assert_order(const struct changes *c, const enum kind *order, const double *limit, unsigned kinds)
{
    for (unsigned k = 0; k < kinds; k++) {
        double least = c->least[order[k]], most = c->most[order[k]];
        if (!c->count[order[k]]) continue;
        assert_near(least, most, 2e-3); /* shared evenly */
        assert_true(limit[k] > 0 ? least > -2e-3 && most < limit[k] + 2e-3 : most < 2e-3 && least > limit[k] - 2e-3);
        if (fabs(most) < 2e-3) continue;
        for (unsigned before = 0; before < k; before++)
            if (c->count[order[before]]) assert_near(c->least[order[before]], limit[before], 2e-3);
    }
}

/* 10 points, full width: a word space is 5, so that it gives 2.5 and takes none; a middle dot gives 2.5, brackets and commas 5. */
static void order_of_adjustment(void **state)
{
    struct bench *bench = *state;
    static const enum kind SQUEEZED[] = {WORD, MIDDLE, POINT, LATIN}, WIDENED[] = {MIDDLE, CHARACTERS},
                           POINTS[] = {POINT, CHARACTERS}, STOPS[] = {STOP, CHARACTERS};
    static const double LOSES[] = {-2.5, -2.5, -5, -0.625}, GAINS[] = {1.2, 0.9};
    uint32_t seed = 11;
    unsigned squeezed = 0, widened = 0, ragged = 0;
    for (unsigned round = 0; round < 400; round++) {
        const char *text = random_text(
            bench, "行政改革の大綱と実施計画を、年度ごとに定める。「取組み」は（案）・主管課が進めるものA8b ", 200,
            &seed);
        const struct shaped *shaped = shape(bench, text, FIXED, 10);
        const struct paragraph *natural = lines(bench, shaped, 0, ALIGN_START),
                               *even = lines(bench, shaped, 237, ALIGN_JUSTIFY);
        assert_whole(even);
        for (uint32_t i = 0; i + 1 < even->lines; i++) {
            struct changes c = changes_of(even, &even->line[i], natural);
            assert_true(!c.count[NONE] || c.least[NONE] > -5 - 2e-3);
            bool narrower =
                c.least[WORD] < -2e-3 || c.least[MIDDLE] < -2e-3 || c.least[POINT] < -2e-3 || c.least[LATIN] < -2e-3;
            if (narrower) {
                squeezed++;
                assert_near(even->line[i].width, 237, 0.01);
                assert_order(&c, SQUEEZED, LOSES, 4);
                assert_near(c.most[CHARACTERS], 0, 2e-3);
                assert_near(c.most[STOP], 0, 2e-3);
                continue;
            }
            if (c.count[LATIN]) assert_near(c.most[LATIN], 0, 2e-3); /* spared: wider it reads as a blank */
            assert_order(&c, WIDENED, GAINS, 2);
            assert_order(&c, POINTS, GAINS, 2);
            assert_order(&c, STOPS, GAINS, 2);
            *(fabs((double)even->line[i].width - 237) < 0.01 ? &widened : &ragged) += 1;
        }
        uint32_t last = even->lines - 1;
        if (even->line[last].count > 2) { /* never widened */
            struct changes c = changes_of(even, &even->line[last], natural);
            for (unsigned kind = 0; kind < KINDS; kind++)
                assert_true(c.most[kind] < 2e-3);
        }
        bench_clear(bench);
    }
    assert_true(squeezed > 100 && widened > 1000 && widened > 10 * ragged);
}

/* A proportional word space is a third of an em and takes up to a half before anything else is widened. */
static void word_spaces_come_first(void **state)
{
    struct bench *bench = *state;
    static const struct {
        double width, word, comma, character; /* advances */
    } CASES[] = {
        {60.333, 4.333, 6,   10   },
        {61.5,   5,     6.5, 10   },
        {63,     5,     7.2, 10.4 },
        {63.9,   5,     7.2, 10.85},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct measure measure = {.width = CASES[i].width, .align = ALIGN_JUSTIFY};
        const struct paragraph *paragraph = set(bench, "漢漢 漢漢、漢漢漢漢", PROPORTIONAL, &measure);
        assert_string_equal(all_lines(bench, paragraph), "漢漢 漢漢、漢|漢漢漢");
        assert_near(paragraph->glyph[2].advance, CASES[i].word, 0.01);
        assert_near(paragraph->glyph[5].advance, CASES[i].comma, 0.01);
        assert_near(paragraph->glyph[0].advance, CASES[i].character, 0.01);
        assert_near(paragraph->glyph[4].advance, 10, 1e-4); /* nothing before a comma */
    }
}

/* What readers of PDF see: between the bodies of two neighbours that no blank parts there is never 0.15 em or more, and they overlap
   by no more than their blanks. */
static void gaps_are_no_blanks(void **state)
{
    struct bench *bench = *state;
    uint32_t seed = 3;
    for (unsigned round = 0; round < 300; round++) {
        const char *text = random_text(bench, "行政改革の大綱とを、、。。「」（）・：A8 ー！", 150, &seed);
        const struct shaped *shaped = shape(bench, text, round % 2 ? FIXED : PROPORTIONAL, 10);
        struct measure measure = {.width = 60 + (double)(round % 97), .align = ALIGN_JUSTIFY, .hang = round % 3};
        const struct paragraph *paragraph = typeset_lines(bench->typesetter, bench->arena, shaped, &measure);
        assert_int_equal(paragraph->glyphs, shaped->clusters);
        for (uint32_t k = 0; k < paragraph->lines; k++)
            for (uint32_t i = paragraph->line[k].first; i + 1 < paragraph->line[k].first + paragraph->line[k].count;
                 i++) {
                const struct glyph *glyph = &paragraph->glyph[i];
                const struct cluster *left = &shaped->cluster[i], *right = left + 1;
                if (text[left->at] == ' ' || text[right->at] == ' ') continue;
                double body = (double)left->advance * 10;
                double gap = (double)glyph->advance - body + (double)glyph[1].dx - (double)glyph->dx;
                assert_true(gap < 1.5 - 1e-3);
                assert_true(gap > -(left->blank + right->blank) * 0.01 - 1e-2);
            }
        bench_clear(bench);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(squeezing),
        cmocka_unit_test(line_edges),
        cmocka_unit_test(hanging),
        cmocka_unit_test(first_lines),
        cmocka_unit_test(phrases),
        cmocka_unit_test(order_of_adjustment),
        cmocka_unit_test(word_spaces_come_first),
        cmocka_unit_test(gaps_are_no_blanks),
    };
    return cmocka_run_group_tests_name("adjust", tests, bench_open, bench_close);
}
