/* What the tests of typesetting share: one set of fonts, texts made at random, and what must hold for every
   paragraph. */
#ifndef GYOKAKU_TEST_TYPESETTING_H
#define GYOKAKU_TEST_TYPESETTING_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <fontconfig/fontconfig.h>
#include <math.h>
#include "base/buf.h"
#include "typeset/shaped.h"

/* Full-width faces, whose brackets have their blank halves; and proportional ones. */
#define FIXED "BIZ UDGothic"
#define PROPORTIONAL "BIZ UDPGothic"

#define assert_near(a, b, tolerance) assert_true(fabs((double)(a) - (double)(b)) <= (double)(tolerance))

struct bench {
    struct fonts *fonts;
    struct typesetter *typesetter;
    struct arena *arena;
};

static inline int bench_open(void **state)
{
    struct bench *bench = xcalloc(1, sizeof *bench);
    struct diag *diag = diag_new();
    bench->fonts = fonts_new("fonts", diag);
    diag_print(diag, stderr, false);
    diag_free(diag);
    if (!bench->fonts) return -1;
    bench->typesetter = typesetter_new(bench->fonts);
    bench->arena = arena_new();
    *state = bench;
    return 0;
}

static inline int bench_close(void **state)
{
    struct bench *bench = *state;
    arena_free(bench->arena);
    typesetter_free(bench->typesetter);
    fonts_free(bench->fonts);
    free(bench);
    FcFini();
    return 0;
}

/* Between texts, so that a long test does not grow. */
static inline void bench_clear(struct bench *bench)
{
    arena_free(bench->arena);
    bench->arena = arena_new();
}

static inline const struct shaped *shape(struct bench *bench, const char *text, const char *family, double size)
{
    uint32_t length = (uint32_t)strlen(text);
    struct run run = {
        .to = length, .style = {.family = family, .size = size}
    };
    return typeset_shape(bench->typesetter, bench->arena, text, length, &run, 1);
}

static inline struct paragraph *lines(struct bench *bench, const struct shaped *shaped, double width, enum align align)
{
    return typeset_lines(bench->typesetter, bench->arena, shaped, &(struct measure){.width = width, .align = align});
}

/* The text of a line. */
static inline const char *line_text(struct bench *bench, const struct paragraph *paragraph, uint32_t line)
{
    const struct line *of = &paragraph->line[line];
    if (!of->count) return "";
    const struct glyph *first = &paragraph->glyph[of->first], *last = first + of->count - 1;
    while (!last->length)
        last--;
    return arena_strndup(bench->arena, paragraph->text + first->at, last->at + last->length - first->at);
}

/* All lines, with | between them. */
static inline const char *all_lines(struct bench *bench, const struct paragraph *paragraph)
{
    const char *all = "";
    for (uint32_t i = 0; i < paragraph->lines; i++)
        all = arena_printf(bench->arena, "%s%s%s", all, i ? "|" : "", line_text(bench, paragraph, i));
    return all;
}

/* Every byte but newlines belongs to one cluster, in order; lines follow each other; widths are the sums of their
   advances. */
static inline void assert_whole(const struct paragraph *paragraph)
{
    uint32_t at = 0, glyph = 0;
    for (uint32_t i = 0; i < paragraph->lines; i++) {
        const struct line *line = &paragraph->line[i];
        assert_int_equal(line->first, glyph);
        double width = 0;
        for (; glyph < line->first + line->count; glyph++) {
            const struct glyph *g = &paragraph->glyph[glyph];
            width += (double)g->advance;
            if (!g->length) continue;
            assert_int_equal(g->at, at);
            at += g->length;
        }
        assert_near(width, (double)line->width + (double)line->hang, 0.01 + 1e-5 * width);
        assert_int_equal(line->last, at == paragraph->length || paragraph->text[at] == '\n');
        if (at < paragraph->length && paragraph->text[at] == '\n') at++;
    }
    assert_int_equal(at, paragraph->length);
    assert_int_equal(glyph, paragraph->glyphs);
}

/* The same numbers on every machine. */
static inline uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* `count` characters out of `alphabet`. */
static inline char *random_text(struct bench *bench, const char *alphabet, unsigned count, uint32_t *seed)
{
    char *text = arena_alloc(bench->arena, (size_t)count * 4 + 1), *end = text;
    long letters = g_utf8_strlen(alphabet, -1);
    for (unsigned i = 0; i < count; i++) {
        const char *p = g_utf8_offset_to_pointer(alphabet, (long)next_random(seed) % letters);
        size_t length = (size_t)(g_utf8_next_char(p) - p);
        memcpy(end, p, length);
        end += length;
    }
    return text;
}
#endif
