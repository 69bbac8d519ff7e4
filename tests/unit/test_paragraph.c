/* Paragraph: glyphs, faces, widths and spacing. Where lines end is test_lines. */
#include "typesetting.h"

static double natural_width(struct bench *bench, const char *text, const char *family)
{
    const struct paragraph *paragraph = lines(bench, shape(bench, text, family, 10), 0, ALIGN_START);
    assert_whole(paragraph);
    return (double)paragraph->line[0].width / 10;
}

/* ---- faces and glyphs ---- */

static unsigned face_of_first(struct bench *bench, const char *text)
{
    const struct paragraph *paragraph = lines(bench, shape(bench, text, PROPORTIONAL, 10), 0, ALIGN_START);
    assert_int_equal(paragraph->glyphs, 1);
    assert_int_equal(paragraph->glyph[0].length, strlen(text));
    assert_int_not_equal(paragraph->glyph[0].id, 0);
    return paragraph->glyph[0].face;
}

static void faces_of_names(void **state)
{
    struct bench *bench = *state;
    unsigned gothic = fonts_face(bench->fonts, PROPORTIONAL, false);
    unsigned mincho = fonts_face(bench->fonts, "IPAmjMincho", false);
    assert_int_equal(face_of_first(bench, "髙"), gothic);
    assert_int_equal(face_of_first(bench, "﨑"), gothic);
    assert_int_equal(face_of_first(bench, "𠮷"), mincho);
    assert_int_equal(face_of_first(bench, "葛\U000E0100"), gothic);
    assert_int_equal(face_of_first(bench, "葛\U000E0102"), mincho);
    assert_int_equal(face_of_first(bench, "葛\U000E01EF"), gothic); /* no face knows it: the base character */
    assert_int_equal(face_of_first(bench, "か\u3099"), gothic);     /* decomposed, as some file names are */
    const struct shaped *plain = shape(bench, "葛", PROPORTIONAL, 10),
                        *variant = shape(bench, "葛\U000E0100", PROPORTIONAL, 10);
    assert_int_not_equal(plain->cluster[0].glyph, variant->cluster[0].glyph);
}

static void missing_characters(void **state)
{
    struct bench *bench = *state;
    const struct shaped *shaped = shape(bench, "あ\U0001F600い\uE000\u200B", PROPORTIONAL, 10);
    assert_int_equal(shaped->missing, 2);
    assert_int_equal(shaped->missing_at[0], 3);
    assert_int_equal(shaped->missing_at[1], 10);
    const struct paragraph *paragraph = lines(bench, shaped, 0, ALIGN_START);
    assert_whole(paragraph);
    assert_int_equal(paragraph->glyph[1].id, 0);
    assert_int_equal(shape(bench, "あ①髙𠮷葛\U000E0102 　\t\u00A0\u200B\u00AD\u200D", PROPORTIONAL, 10)->missing, 0);
}

static void invisible_characters(void **state)
{
    struct bench *bench = *state;
    double two = natural_width(bench, "漢字", PROPORTIONAL);
    static const char *const INVISIBLE[] = {"\u200B", "\u00AD", "\u200D", "\u2060",     "\uFEFF",
                                            "\u202A", "\x01",   "\uFE0F", "\U000E0100", "\u2028"};
    for (size_t i = 0; i < sizeof INVISIBLE / sizeof *INVISIBLE; i++) {
        const char *text = arena_printf(bench->arena, "漢字%s", INVISIBLE[i]);
        assert_near(natural_width(bench, text, PROPORTIONAL), two, 1e-4);
        text = arena_printf(bench->arena, "%s漢%s字", INVISIBLE[i], INVISIBLE[i]);
        assert_near(natural_width(bench, text, PROPORTIONAL), two, 1e-4);
    }
    assert_true(natural_width(bench, "漢 字", PROPORTIONAL) > two + 0.3);
}

static void tabular_digits(void **state)
{
    struct bench *bench = *state;
    static const char TEXT[] = "0123456789";
    struct run run = {
        .to = 10, .style = {.family = PROPORTIONAL, .size = 10, .tabular = true}
    };
    const struct shaped *shaped = typeset_shape(bench->typesetter, bench->arena, TEXT, 10, &run, 1);
    const struct paragraph *tabular = lines(bench, shaped, 0, ALIGN_START);
    const struct paragraph *loose = lines(bench, shape(bench, TEXT, PROPORTIONAL, 10), 0, ALIGN_START);
    assert_whole(tabular);
    for (unsigned i = 0; i < 10; i++) {
        assert_near(tabular->glyph[i].advance, tabular->glyph[0].advance, 1e-6);
        assert_int_equal(tabular->glyph[i].id, loose->glyph[i].id);
        double middle = (double)(tabular->glyph[i].advance - loose->glyph[i].advance) / 2;
        assert_near(tabular->glyph[i].dx, middle, 1e-5);
    }
    assert_true(loose->glyph[1].advance < loose->glyph[0].advance);
}

static void runs_have_their_own_style(void **state)
{
    struct bench *bench = *state;
    struct run runs[] = {
        {.from = 0, .to = 6,  .style = {.family = FIXED, .size = 5}               },
        {.from = 6, .to = 12, .style = {.family = FIXED, .bold = true, .size = 10}}
    };
    const struct shaped *shaped = typeset_shape(bench->typesetter, bench->arena, "大綱計画", 12, runs, 2);
    const struct paragraph *paragraph = typeset_lines(bench->typesetter, bench->arena, shaped, &(struct measure){0});
    assert_whole(paragraph);
    assert_near(paragraph->line[0].width, 30, 1e-4);
    assert_near(paragraph->glyph[1].size, 5, 1e-6);
    assert_near(paragraph->glyph[2].size, 10, 1e-6);
    assert_int_not_equal(paragraph->glyph[1].face, paragraph->glyph[2].face);
}

/* ---- spacing ---- */

/* ---- runs that stay together ---- */

static const struct shaped *shape_held(struct bench *bench, const char *text, uint32_t from, uint32_t to, float least)
{
    uint32_t length = (uint32_t)strlen(text);
    struct text_style style = {.family = FIXED, .size = 10};
    struct run runs[] = {
        {.from = 0,       .to = from, .style = style},
        {.from = from,    .to = to,   .style = style, .together = true, .least = least},
        {.from = to, .to = length,           .style = style               },
    };
    return typeset_shape(bench->typesetter, bench->arena, text, length, runs, 3);
}

/* 旧［南西］町: what the two lack of 4 em is spread half an em before, one between, half an em behind. */
static void least_width_is_spread(void **state)
{
    struct bench *bench = *state;
    static const char TEXT[] = "旧南西町";
    const struct paragraph *wide = lines(bench, shape_held(bench, TEXT, 3, 9, 4), 0, ALIGN_START);
    assert_whole(wide);
    assert_int_equal(wide->glyphs, 4);
    assert_near(wide->line[0].width, 60, 1e-3);
    for (unsigned i = 1; i <= 2; i++) {
        assert_near(wide->glyph[i].advance, 20, 1e-3);
        assert_near(wide->glyph[i].dx, 5, 1e-3);
    }
    assert_near(wide->glyph[3].dx, 0, 1e-6);
    /* wide enough already; and remembered apart from the other */
    const struct paragraph *narrow = lines(bench, shape_held(bench, TEXT, 3, 9, 1.5F), 0, ALIGN_START);
    assert_near(narrow->line[0].width, 40, 1e-3);
    assert_near(lines(bench, shape_held(bench, TEXT, 3, 9, 4), 0, ALIGN_START)->line[0].width, 60, 1e-3);
    assert_near(natural_width(bench, TEXT, FIXED), 4, 1e-3);
}

/* A cluster of several glyphs is moved as one. */
static void clusters_of_pieces_are_spread(void **state)
{
    struct bench *bench = *state;
    static const char TEXT[] = "か\u3099A\u0323\u0301";
    uint32_t length = sizeof TEXT - 1;
    struct run plain =
                   {
                       .to = length, .style = {.family = PROPORTIONAL, .size = 10}
    },
               held = plain;
    held.together = true;
    held.least = 6;
    const struct paragraph *a =
        lines(bench, typeset_shape(bench->typesetter, bench->arena, TEXT, length, &plain, 1), 0, ALIGN_START);
    const struct paragraph *b =
        lines(bench, typeset_shape(bench->typesetter, bench->arena, TEXT, length, &held, 1), 0, ALIGN_START);
    assert_whole(b);
    assert_int_equal(a->glyphs, b->glyphs);
    assert_near(b->line[0].width, 60, 1e-3);
    double room = (double)(b->glyph[0].dx - a->glyph[0].dx);
    for (unsigned i = 0; i < a->glyphs; i++)
        assert_near(b->glyph[i].dx - a->glyph[i].dx, room, 1e-3);
    assert_true(room > 5);
}

static void no_line_ends_inside(void **state)
{
    struct bench *bench = *state;
    static const char TEXT[] = "一二三四五六七八九十";
    for (uint32_t from = 0; from <= 15; from += 3)
        for (double width = 45; width < 100; width += 5) {
            const struct shaped *shaped = shape_held(bench, TEXT, from, from + 12, 0);
            const struct paragraph *paragraph = lines(bench, shaped, width, ALIGN_JUSTIFY);
            assert_whole(paragraph);
            for (uint32_t i = 0; i < paragraph->lines; i++) {
                uint32_t begins = paragraph->glyph[paragraph->line[i].first].at;
                assert_true(begins <= from || begins >= from + 12);
            }
            for (uint32_t i = from / 3; i + 1 < from / 3 + 4; i++) /* nor is anything widened but behind it */
                assert_near(paragraph->glyph[i].advance, 10, 1e-4);
        }
    double widest, unbreakable;
    typeset_extent(shape_held(bench, TEXT, 6, 18, 0), &widest, &unbreakable);
    assert_near(widest, 100, 1e-3);
    assert_near(unbreakable, 40, 1e-3);
    typeset_extent(shape(bench, TEXT, FIXED, 10), &widest, &unbreakable);
    assert_near(unbreakable, 10, 1e-3);
}

static void japanese_latin_space(void **state)
{
    struct bench *bench = *state;
    assert_near(natural_width(bench, "漢A漢", FIXED), 1 + 0.125 + 0.5 + 0.125 + 1, 1e-4);
    assert_near(natural_width(bench, "8年", FIXED), 0.5 + 0.125 + 1, 1e-4);
    assert_near(natural_width(bench, "漢、A", FIXED), 1 + 1 + 0.5, 1e-4); /* a comma has its own blank */
    assert_near(natural_width(bench, "漢 A", FIXED), 1 + 0.5 + 0.5, 1e-4);
    assert_near(natural_width(bench, "漢８漢", FIXED), 3, 1e-4);
}

static void punctuation_is_set_tight(void **state)
{
    struct bench *bench = *state;
    static const struct {
        const char *text;
        double width; /* em, in a full-width face */
    } CASES[] = {
        {"あ」い",       3   }, /* alone: its own blank stays */
        {"あ」「い",    3.5 },
        {"あ」、い",    3.5 },
        {"あ、「い",    3.5 },
        {"あ。」い",    3.5 },
        {"あ（「い",    3.5 },
        {"あ」）。い", 4   },
        {"あ・「い",    3.5 },
        {"あ」・い",    3.5 },
        {"あ」？い",    3.5 },
        {"「あ",          1.5 }, /* flush at the line's start */
        {"あ。",          1.5 }, /* no blank at its end */
        {"あ・",          1.75},
        {"・あ",          1.75},
        {"あ、  ",        1.5 },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_near(natural_width(bench, CASES[i].text, FIXED), CASES[i].width, 2e-3);
    /* a proportional bracket is half an em wide and has nothing to give; its comma has a tenth */
    assert_near(natural_width(bench, "漢」「漢", PROPORTIONAL), 3, 2e-3);
    assert_near(natural_width(bench, "漢、「漢", PROPORTIONAL), 1 + 0.6 + 0.5 + 1, 2e-3);
    assert_near(natural_width(bench, "漢、」漢", PROPORTIONAL), 1 + 0.5 + 0.5 + 1, 2e-3);
}

/* The ink of a flush bracket begins where its blank ended, and never before the margin. */
static void flush_bracket_keeps_its_ink(void **state)
{
    struct bench *bench = *state;
    const struct paragraph *paragraph = lines(bench, shape(bench, "《あ", FIXED, 10), 0, ALIGN_START);
    const struct glyph *bracket = &paragraph->glyph[0];
    hb_glyph_extents_t ink;
    assert_true(hb_font_get_glyph_extents(fonts_hb_font(bench->fonts, bracket->face), bracket->id, &ink));
    double start = (double)bracket->dx + ink.x_bearing * 10.0 / 2048;
    assert_true(start >= 0 && start < 1);
    assert_true(bracket->dx < -4.9f);
}

/* ---- scripts of other directions ---- */

static void right_to_left(void **state)
{
    struct bench *bench = *state;
    const struct shaped *shaped = shape(bench, "あ\u05D0\u05D1\u05D2い", FIXED, 10); /* alef bet gimel */
    const struct paragraph *paragraph = lines(bench, shaped, 0, ALIGN_START);
    assert_whole(paragraph);
    assert_int_equal(shaped->missing, 3);
    double pen[5], x = 0;
    for (unsigned i = 0; i < 5; x += (double)paragraph->glyph[i++].advance)
        pen[i] = x + (double)paragraph->glyph[i].dx;
    assert_true(pen[0] < pen[3] && pen[3] < pen[2] && pen[2] < pen[1] && pen[1] < pen[4]);
}

/* ---- everything ends, and no byte is lost ---- */

static void hostile_texts(void **state)
{
    struct bench *bench = *state;
    static const char *const PIECES[] = {
        "\x01",
        "\x7F",
        "\r",
        "\t",
        "\xC2\x85",
        "\u00AD",
        "\u00A0",
        "\u200B",
        "\u200D",
        "\u200E",
        "\u202E",
        "\u2066",
        "\u2069",
        "\u2028",
        "\u2029",
        "\uFE0F",
        "\uFEFF",
        "\uFFFD",
        "\uFFFE",
        "\uFFF9",
        "\U000E0100",
        "\U000E0001",
        "\u0300",
        "\u3099",
        "\u20DD",
        "سلام",
        "ไทย",
        "हिन्दी",
        "가\u1100\u1161",
        "\U0001F468\u200D\U0001F469",
        "\U0001F1EF\U0001F1F5",
        "あ",
        "A",
        "1,0",
        "「",
        "。",
        " ",
        "　",
        "\n",
        "ﬁ",
        "か\u309A",
        "\U0010FFFF",
    };
    enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, ROUNDS = 400, LONGEST = 60 };
    uint32_t seed = 7;
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct buf text = {0};
        for (unsigned i = next_random(&seed) % LONGEST; i > 0; i--)
            buf_str(&text, PIECES[next_random(&seed) % PIECE_COUNT]);
        const struct shaped *shaped = shape(bench, buf_text(&text), PROPORTIONAL, 10);
        for (double width = 0; width < 200; width = width * 2 + 3) {
            assert_whole(lines(bench, shaped, width, ALIGN_JUSTIFY));
            assert_whole(lines(bench, shaped, width, ALIGN_START));
        }
        buf_free(&text);
        bench_clear(bench);
    }
}

static void a_nul_is_a_character(void **state)
{
    struct bench *bench = *state;
    static const char TEXT[] = "\xD7\x90\0あ";
    struct run run = {
        .to = sizeof TEXT - 1, .style = {.family = FIXED, .size = 10}
    };
    const struct shaped *shaped = typeset_shape(bench->typesetter, bench->arena, TEXT, sizeof TEXT - 1, &run, 1);
    assert_int_equal(shaped->clusters, 3);
    assert_whole(lines(bench, shaped, 0, ALIGN_START));
}

static void long_texts(void **state)
{
    struct bench *bench = *state;
    static const char *const REPEATED[] = {"行政改革、", "a", "\u0301", "\u200B",     "\U000E0100",
                                           "「",         " ", "\n",     "\U0001F600", "\u05D0a"};
    enum { CHARACTERS = 100000 };
    for (size_t i = 0; i < sizeof REPEATED / sizeof *REPEATED; i++) {
        struct buf text = {0};
        buf_str(&text, "あ");
        while (text.size < CHARACTERS)
            buf_str(&text, REPEATED[i]);
        const struct shaped *shaped = shape(bench, buf_text(&text), PROPORTIONAL, 10);
        double widest, unbreakable;
        typeset_extent(shaped, &widest, &unbreakable);
        assert_true(unbreakable <= widest);
        assert_whole(lines(bench, shaped, 100, ALIGN_JUSTIFY));
        buf_free(&text);
        bench_clear(bench);
    }
}

/* A text is shaped once for all sizes, and once for each face; a remembered text needs nothing of its first one. */
static void texts_are_remembered(void **state)
{
    struct bench *bench = *state;
    char text[] = "行政改革12";
    struct run run = {
        .to = sizeof text - 1, .style = {.family = FIXED, .size = 10}
    };
    const struct shaped *first = typeset_shape(bench->typesetter, bench->arena, text, run.to, &run, 1);
    run.style.size = 20;
    const struct shaped *larger = typeset_shape(bench->typesetter, bench->arena, "行政改革12", run.to, &run, 1);
    assert_ptr_equal(larger->cluster, first->cluster);
    assert_near(lines(bench, larger, 0, ALIGN_START)->line[0].width,
                2 * (double)lines(bench, first, 0, ALIGN_START)->line[0].width, 1e-3);
    run.style.tabular = true;
    assert_ptr_not_equal(typeset_shape(bench->typesetter, bench->arena, text, run.to, &run, 1)->cluster,
                         first->cluster);
    run.style.tabular = false;
    text[sizeof text - 2] = '3';
    assert_ptr_not_equal(typeset_shape(bench->typesetter, bench->arena, text, run.to, &run, 1)->cluster,
                         first->cluster);
    assert_whole(lines(bench, larger, 30, ALIGN_START));
}

static void the_same_twice(void **state)
{
    struct bench *bench = *state;
    static const char TEXT[] = "令和8年度の「収納率」は、98.60%（前年度98.41%）。𠮷葛\U000E0102\u05D0\u05D1";
    const struct paragraph *a = lines(bench, shape(bench, TEXT, PROPORTIONAL, 9.5), 60, ALIGN_JUSTIFY);
    struct typesetter *other = typesetter_new(bench->fonts);
    struct run run = {
        .to = sizeof TEXT - 1, .style = {.family = PROPORTIONAL, .size = 9.5}
    };
    const struct shaped *shaped = typeset_shape(other, bench->arena, TEXT, sizeof TEXT - 1, &run, 1);
    const struct paragraph *b =
        typeset_lines(other, bench->arena, shaped, &(struct measure){.width = 60, .align = ALIGN_JUSTIFY});
    assert_int_equal(a->glyphs, b->glyphs);
    assert_int_equal(a->lines, b->lines);
    assert_memory_equal(a->glyph, b->glyph, a->glyphs * sizeof *a->glyph);
    typesetter_free(other);
}

static void little_memory(void **state)
{
    struct bench *bench = *state;
    assert_true(sizeof(struct cluster) <= 24);
    uint32_t seed = 3;
    const char *text = random_text(bench, "行政改革大綱の、取組みを進める", 200, &seed);
    struct arena *arena = arena_new(), *empty = arena_new();
    struct run run = {
        .to = (uint32_t)strlen(text), .style = {.family = FIXED, .size = 10}
    };
    arena_alloc(empty, 1);
    typeset_shape(bench->typesetter, arena, text, run.to, &run, 1);
    assert_int_equal(arena_size(arena), arena_size(empty)); /* it fits the arena's first block */
    arena_free(arena);
    arena_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_of_names),
        cmocka_unit_test(missing_characters),
        cmocka_unit_test(invisible_characters),
        cmocka_unit_test(tabular_digits),
        cmocka_unit_test(runs_have_their_own_style),
        cmocka_unit_test(least_width_is_spread),
        cmocka_unit_test(clusters_of_pieces_are_spread),
        cmocka_unit_test(no_line_ends_inside),
        cmocka_unit_test(japanese_latin_space),
        cmocka_unit_test(punctuation_is_set_tight),
        cmocka_unit_test(flush_bracket_keeps_its_ink),
        cmocka_unit_test(right_to_left),
        cmocka_unit_test(hostile_texts),
        cmocka_unit_test(a_nul_is_a_character),
        cmocka_unit_test(long_texts),
        cmocka_unit_test(texts_are_remembered),
        cmocka_unit_test(the_same_twice),
        cmocka_unit_test(little_memory),
    };
    return cmocka_run_group_tests_name("paragraph", tests, bench_open, bench_close);
}
