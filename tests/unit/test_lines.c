/* Lines: where they end (JIS X 4051, JLREQ 3.1), how they are justified, and pango as the oracle of everything but
   our own rules. */
#include "typesetting.h"
#include <pango/pangocairo.h>

/* Written here once more, from the standard, so that the program's own tables are not their own witness. */
static const char NOT_AT_START[] =
    "、。，．・：；？！」』）］｝〕〉》】’”〟ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゝゞヽヾ々〜～％℃‰";
static const char NOT_AT_END[] = "「『（［｛〔〈《【‘“〝￥＄￡";
static const char ALPHABET[] = "行政改革大綱計画令和年度取組みの、を。は（に）「と」『で』【が】・ッャゅょー々…―：！？"
                               "％￥〜 AIDXabc0123456789,.%/-:()　１２，";

static bool in(const char *set, uint32_t c)
{
    return c && g_utf8_strchr(set, -1, c);
}

/* May a line end before the character at `p`? */
static bool legal(const char *text, const char *p)
{
    uint32_t left = g_utf8_get_char(g_utf8_prev_char(p)), right = g_utf8_get_char(p);
    bool inseparable = left == right && in("…―", left);
    (void)text;
    return !inseparable && !in(NOT_AT_START, right) && !in(NOT_AT_END, left) && right != ' ' && right != 0x3000;
}

static unsigned visible_clusters(const struct paragraph *paragraph, const struct line *line)
{
    unsigned count = 0;
    for (uint32_t i = line->first; i < line->first + line->count; i++)
        count += paragraph->glyph[i].length && !in(" 　", g_utf8_get_char(paragraph->text + paragraph->glyph[i].at));
    return count;
}

/* Kinsoku holds, or the line had no legal end at all. */
static void assert_kinsoku(const struct paragraph *paragraph, uint32_t line)
{
    if (paragraph->line[line].last) return;
    const struct line *this = &paragraph->line[line];
    const char *start = paragraph->text + paragraph->glyph[this->first].at;
    const char *end = paragraph->text + paragraph->glyph[paragraph->line[line + 1].first].at;
    if (legal(paragraph->text, end)) return;
    for (const char *p = g_utf8_next_char(start); p < end; p = g_utf8_next_char(p))
        if (legal(paragraph->text, p)) fail_msg("「%.*s」 could have ended at 「%.6s」", (int)(end - start), start, p);
}

static void kinsoku_at_every_width(void **state)
{
    struct bench *bench = *state;
    static const char *const FRAMES[] = {"行政改革%s計画", "取組み%s%sの実施", "あ%sA%s1%s漢"};
    for (const char *set = NOT_AT_START, *end = set + sizeof NOT_AT_START - 1; set;
         set = set == NOT_AT_START ? NOT_AT_END : NULL) {
        end = set + strlen(set);
        for (const char *p = set; p < end; p = g_utf8_next_char(p))
            for (size_t frame = 0; frame < sizeof FRAMES / sizeof *FRAMES; frame++) {
                const char *c = arena_strndup(bench->arena, p, (size_t)(g_utf8_next_char(p) - p));
                char text[128];
                snprintf(text, sizeof text, FRAMES[frame], c, c, c);
                const struct shaped *shaped = shape(bench, text, FIXED, 10);
                for (double width = 5; width < 90; width += 2.5) {
                    const struct paragraph *paragraph = lines(bench, shaped, width, ALIGN_START);
                    assert_whole(paragraph);
                    for (uint32_t i = 0; i < paragraph->lines; i++)
                        assert_kinsoku(paragraph, i);
                }
            }
        bench_clear(bench);
    }
}

/* What stands in the margin is one comma or stop, which does not fit without its blank. */
static void assert_hanging(const struct paragraph *paragraph, const struct line *line, double limit)
{
    const struct glyph *last = &paragraph->glyph[line->first + line->count - 1];
    while (!last->length || in(" 　", g_utf8_get_char(paragraph->text + last->at)))
        last--;
    assert_true(in("、。，．", g_utf8_get_char(paragraph->text + last->at)));
    assert_true((double)(line->width + line->hang) > limit);
    assert_true(line->hang < last->size);
}

/* One of the ways in which lines are set. */
static struct measure random_measure(uint32_t *seed)
{
    enum { WIDEST = 60 };
    double width = 10 + (double)(next_random(seed) % (WIDEST * 100)) / 10;
    uint32_t bits = next_random(seed);
    return (struct measure){
        .width = width,
        .indent = bits & 1 ? fmin(10, width / 2) : 0,
        .align = bits & 2 ? ALIGN_JUSTIFY : ALIGN_START,
        .hang = bits & 4,
    };
}

static void random_texts(void **state)
{
    struct bench *bench = *state;
    enum { TEXTS = 1000, LONGEST = 400 };
    uint32_t seed = 20260401;
    unsigned hanging = 0;
    for (unsigned round = 0; round < TEXTS; round++) {
        const char *text = random_text(bench, ALPHABET, 1 + next_random(&seed) % LONGEST, &seed);
        struct run run = {
            .to = (uint32_t)strlen(text),
            .style = {.family = round % 2 ? FIXED : PROPORTIONAL, .size = 10, .phrases = round % 4 > 1}
        };
        const struct shaped *shaped = typeset_shape(bench->typesetter, bench->arena, text, run.to, &run, 1);
        assert_int_equal(shaped->missing, 0);
        for (unsigned i = 0; i < 3; i++) {
            struct measure measure = random_measure(&seed);
            const struct paragraph *paragraph = typeset_lines(bench->typesetter, bench->arena, shaped, &measure);
            assert_whole(paragraph);
            for (uint32_t k = 0; k < paragraph->lines; k++) {
                const struct line *line = &paragraph->line[k];
                double limit = measure.width - (k ? 0 : measure.indent);
                assert_kinsoku(paragraph, k);
                assert_near(line->indent, k ? 0 : measure.indent, 1e-4);
                if (visible_clusters(paragraph, line) > 1) assert_true((double)line->width <= limit + 0.01);
                if (line->hang > 0) assert_hanging(paragraph, line, limit);
                if (line->hang > 0) assert_true(measure.hang && ++hanging);
            }
        }
        bench_clear(bench);
    }
    assert_true(hanging > TEXTS / 10);
}

static void assert_lines(struct bench *bench, const char *text, double width, const char *expected)
{
    const struct paragraph *paragraph = lines(bench, shape(bench, text, FIXED, 10), width, ALIGN_START);
    assert_whole(paragraph);
    assert_string_equal(all_lines(bench, paragraph), expected);
}

static void numbers_and_words(void **state)
{
    struct bench *bench = *state;
    assert_lines(bench, "約110,000件とする", 60, "約110,000件|とする");
    assert_lines(bench, "件数は110,000件", 60, "件数は|110,000件");
    assert_lines(bench, "110,000件", 40, "110,000|件");  /* no room for both: before its unit, not inside the number */
    assert_lines(bench, "110,000件", 20, "110,|000|件"); /* last resort */
    assert_lines(bench, "１１０，０００件", 60, "１１０，００|０件"); /* too wide for the line */
    assert_lines(bench, "処理１，０００件", 60, "処理|１，０００件");
    assert_lines(bench, "これは第5次計画", 45, "これは|第5次計|画");
    assert_lines(bench, "率は98.60%を", 45, "率は|98.60%を");
    assert_lines(bench, "収納率98.6％", 55, "収納率|98.6％");
    assert_lines(bench, "市のwebsiteで", 40, "市の|website|で");
    assert_lines(bench, "websiteで", 20, "webs|ite|で");
    assert_lines(bench, "あいう……え", 40, "あい|う……え"); /* UAX #14, LB22 */
    assert_lines(bench, "あいう――え", 40, "あいう|――え");
    assert_lines(bench, "あいう。え", 30, "あい|う。え");
    assert_lines(bench, "あい。え", 25, "あい。|え"); /* without its blank the stop fits */
    assert_lines(bench, "あい「え", 30, "あい|「え");
    assert_lines(bench, "センター", 30, "セン|ター");
    assert_lines(bench, "。。。", 5, "。|。|。");
}

static void blanks_and_newlines(void **state)
{
    struct bench *bench = *state;
    assert_lines(bench, "", 50, "");
    assert_lines(bench, "あ\nい", 50, "あ|い");
    assert_lines(bench, "あ\n\nい\n", 50, "あ||い|");
    assert_lines(bench, "あい  うえ", 20, "あい  |うえ");
    assert_lines(bench, "あ   い", 5, "あ   |い");
    const struct paragraph *paragraph = lines(bench, shape(bench, "あい  うえ ", FIXED, 10), 20, ALIGN_START);
    assert_near(paragraph->line[0].width, 20, 1e-3);
    assert_near(paragraph->line[1].width, 20, 1e-3);
    assert_near(paragraph->glyph[2].advance, 0, 0);
    assert_false(paragraph->line[0].last);
    assert_true(paragraph->line[1].last);
}

static void extents(void **state)
{
    struct bench *bench = *state;
    double widest, unbreakable;
    typeset_extent(shape(bench, "件数は110,000件\nABC「計画」、と", FIXED, 20), &widest, &unbreakable);
    assert_near(widest, 2 * (30 + 1.25 + 35 + 1.25 + 10), 0.02);
    assert_near(unbreakable, 2 * (35 + 1.25 + 10), 0.02);
    uint32_t seed = 5;
    for (unsigned round = 0; round < 300; round++) {
        const char *text = random_text(bench, ALPHABET, 1 + next_random(&seed) % 80, &seed);
        const struct shaped *shaped = shape(bench, text, round % 2 ? FIXED : PROPORTIONAL, 10.3);
        typeset_extent(shaped, &widest, &unbreakable);
        assert_true(unbreakable <= widest + 1e-6);
        assert_int_equal(lines(bench, shaped, widest, ALIGN_START)->lines, 1);
        const struct paragraph *narrower = lines(bench, shaped, widest - 0.1, ALIGN_START);
        bool squeezed = narrower->line[0].width <= (float)widest - 0.1f + 1e-3f; /* kinsoku kept its last character */
        if (widest > 1) assert_true(narrower->lines > 1 || squeezed || shaped->clusters < 3);
        const struct paragraph *paragraph = lines(bench, shaped, unbreakable, ALIGN_START);
        for (uint32_t i = 0; i + 1 < paragraph->lines; i++) {
            uint32_t at = paragraph->glyph[paragraph->line[i + 1].first].at, k = 0;
            while (shaped->cluster[k].at != at)
                k++;
            assert_true(shaped->cluster[k].breaking >= BREAK_FREE);
        }
        bench_clear(bench);
    }
}

/* ---- the oracle ---- */

static PangoLayout *new_layout(struct bench *bench, const char *family, double size)
{
    PangoLayout *layout = pango_layout_new(fonts_pango(bench->fonts));
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, family);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    return layout;
}

static bool same_lines(const struct paragraph *paragraph, PangoLayout *layout)
{
    if (pango_layout_get_line_count(layout) != (int)paragraph->lines) return false;
    for (uint32_t i = 0; i < paragraph->lines; i++) {
        const PangoLayoutLine *line = pango_layout_get_line_readonly(layout, (int)i);
        const struct line *ours = &paragraph->line[i];
        if (ours->count && (uint32_t)line->start_index != paragraph->glyph[ours->first].at) return false;
    }
    return true;
}

/* Counts the texts whose lines are not pango's. Lines hold ten em or more, since pango breaks a word that is wider
   than its line where the script changes, not where the line is full; and full-width blanks are left out, which it
   does not let hang. At 16 points a design unit of these faces is a whole number of pango's units, so that rounding
   cannot differ; widths avoid whole ems. */
static const char PLAIN[] = "行政改革大綱計画令和年度取組みの、を。は（に）「と」『で』【が】・ッャゅょー"
                            "々…―：！？％￥"
                            "〜 AIDXabc0123456789,.%/-:()１２，";
static unsigned differing_from_pango(struct bench *bench, unsigned texts)
{
    unsigned differing = 0;
    uint32_t seed = 1978;
    for (unsigned round = 0; round < texts; round++) {
        const char *family = round % 2 ? FIXED : PROPORTIONAL;
        const char *text = random_text(bench, PLAIN, 1 + next_random(&seed) % 200, &seed);
        PangoLayout *layout = new_layout(bench, family, 16);
        double width = 160.3 + (double)(next_random(&seed) % 400);
        pango_layout_set_text(layout, text, -1);
        pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
        const struct paragraph *paragraph = lines(bench, shape(bench, text, family, 16), width, ALIGN_START);
        differing += !same_lines(paragraph, layout);
        g_object_unref(layout);
        bench_clear(bench);
    }
    return differing;
}

static void pango_agrees(void **state)
{
    struct bench *bench = *state;
    enum { TEXTS = 600 };
    bench->typesetter->plain = true;
    assert_int_equal(differing_from_pango(bench, TEXTS), 0);
    bench->typesetter->plain = false;
    assert_true(differing_from_pango(bench, TEXTS / 10) >
                TEXTS / 50); /* the comparison can fail: with our own rules it does */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinsoku_at_every_width), cmocka_unit_test(random_texts), cmocka_unit_test(numbers_and_words),
        cmocka_unit_test(blanks_and_newlines),    cmocka_unit_test(extents),      cmocka_unit_test(pango_agrees),
    };
    return cmocka_run_group_tests_name("lines", tests, bench_open, bench_close);
}
