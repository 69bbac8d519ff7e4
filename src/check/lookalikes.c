/* lookalikes: a character that looks like the right one and is another, known by the script of its neighbours: 一 in a run of katakana,
   カ among kanji, ヘ after a noun, а (Cyrillic) in a run of letters. A search does not find such words, and a reader speaks them wrong. */
#include <glib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/places.h"
#include "check/prose.h"
#include "check/rules.h"
#include "check/script.h"

/* Neighbours of a character; 0 at an end. */
struct window {
    uint32_t before, c, behind;
};

static const struct {
    uint32_t wrong, right;
    enum script script; /* of both neighbours, and of the right one */
} TABLE[] = {
    {0x4E00, 0x30FC, SCRIPT_KATAKANA}, /* 一 ー */
    {0x529B, 0x30AB, SCRIPT_KATAKANA}, /* 力 カ */
    {0x4E8C, 0x30CB, SCRIPT_KATAKANA}, /* 二 ニ */
    {0x53E3, 0x30ED, SCRIPT_KATAKANA}, /* 口 ロ */
    {0x535C, 0x30C8, SCRIPT_KATAKANA}, /* 卜 ト */
    {0x5DE5, 0x30A8, SCRIPT_KATAKANA}, /* 工 エ */
    {0x5915, 0x30BF, SCRIPT_KATAKANA}, /* 夕 タ */
    {0x516B, 0x30CF, SCRIPT_KATAKANA}, /* 八 ハ */
    {0x308A, 0x30EA, SCRIPT_KATAKANA}, /* り リ */
    {0x3079, 0x30D9, SCRIPT_KATAKANA}, /* べ ベ */
    {0x307A, 0x30DA, SCRIPT_KATAKANA}, /* ぺ ペ */
    {0x30AB, 0x529B, SCRIPT_KANJI   }, /* カ 力 */
    {0x30CB, 0x4E8C, SCRIPT_KANJI   }, /* ニ 二 */
    {0x30ED, 0x53E3, SCRIPT_KANJI   }, /* ロ 口 */
    {0x30A8, 0x5DE5, SCRIPT_KANJI   }, /* エ 工 */
    {0x30BF, 0x5915, SCRIPT_KANJI   }, /* タ 夕 */
    {0x30CF, 0x516B, SCRIPT_KANJI   }, /* ハ 八 */
    {0x30FC, 0x4E00, SCRIPT_KANJI   }, /* ー 一 */
    {0x30D8, 0x3078, SCRIPT_HIRAGANA}, /* ヘ へ */
    {0x30D9, 0x3079, SCRIPT_HIRAGANA}, /* ベ べ */
    {0x30DA, 0x307A, SCRIPT_HIRAGANA}, /* ペ ぺ */
    {0x30EA, 0x308A, SCRIPT_HIRAGANA}, /* リ り */
};

/* Greek and Cyrillic capitals and letters with the Latin ones that they look like. */
static const char FOREIGN[] = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТУХаеорсухіѕ";
static const char LATIN[] = "ABEZHIKMNOPTYXoABEKMHOPCTYXaeopcyxis";

static enum script script(uint32_t c)
{
    return c ? script_of(c) : SCRIPT_OTHER;
}

/* 一カ所, 三カ年, メニュー一カ月: ka that counts. */
static bool counts(const struct window *window)
{
    static const char COUNTED[] = "所月年国条箇";
    bool ka = window->c == 0x30AB && window->behind && g_utf8_strchr(COUNTED, -1, window->behind);
    bool before_ka = window->c == 0x4E00 && (window->behind == 0x30AB || window->behind == 0x30F6);
    return ka || before_ka;
}

/* The particle へ stands behind a noun, and the next word begins with anything but katakana. */
static bool is_particle(const struct window *window)
{
    enum script before = script(window->before), behind = script(window->behind);
    return window->c == 0x30D8 && (before == SCRIPT_KANJI || before == SCRIPT_HIRAGANA) && behind != SCRIPT_KATAKANA &&
           behind != SCRIPT_OTHER;
}

static uint32_t among_numbers(const struct window *window)
{
    enum script before = script(window->before), behind = script(window->behind);
    uint32_t c = utf8_halfwidth(window->c);
    if (before != SCRIPT_DIGIT) return 0;
    if (c == 'O' && (behind == SCRIPT_DIGIT || behind == SCRIPT_KANJI)) return '0';
    if ((c == 'l' || c == 'I') && behind == SCRIPT_DIGIT) return '1';
    return window->c == 0x30FC && behind == SCRIPT_DIGIT ? 0xFF0D /* － */ : 0;
}

static uint32_t among_letters(const struct window *window)
{
    if (window->c < 0x370 || window->c > 0x4FF) return 0;
    if (script(window->before) != SCRIPT_LATIN && script(window->behind) != SCRIPT_LATIN) return 0;
    const char *at = g_utf8_strchr(FOREIGN, -1, window->c);
    return at ? (uint32_t)LATIN[g_utf8_pointer_to_offset(FOREIGN, at)] : 0;
}

/* What was probably meant; 0: nothing else. */
static uint32_t meant(const struct window *window)
{
    enum script before = script(window->before), behind = script(window->behind);
    for (size_t i = 0; before == behind && i < sizeof TABLE / sizeof *TABLE; i++)
        if (TABLE[i].wrong == window->c && TABLE[i].script == before && !counts(window)) return TABLE[i].right;
    if (is_particle(window)) return 0x3078;
    uint32_t number = among_numbers(window);
    return number ? number : among_letters(window);
}

/* --- all texts --- */

struct sighting {
    uint32_t wrong, right;
    const char *around; /* with its neighbours, of the first */
    struct places places;
};

static void note(const struct check *check, GArray *met, const struct window *window, uint32_t right, const char *file,
                 const struct plan_text *text)
{
    struct sighting *found = NULL;
    for (unsigned i = 0; i < met->len && !found; i++) {
        struct sighting *one = &g_array_index(met, struct sighting, i);
        if (one->wrong == window->c && one->right == right) found = one;
    }
    if (!found) {
        char around[13] = {0};
        size_t size = window->before ? utf8_put(around, window->before) : 0;
        size += utf8_put(around + size, window->c);
        if (window->behind) utf8_put(around + size, window->behind);
        struct sighting fresh = {window->c, right, arena_strdup(check->scratch, around), {0}};
        g_array_append_val(met, fresh);
        found = &g_array_index(met, struct sighting, met->len - 1);
    }
    places_add(&found->places, file, text);
}

static void look_at(const struct check *check, GArray *met, const char *file, const struct plan_text *text)
{
    struct window window = {0};
    for (const char *p = text->text; window.c || *p;) {
        window = (struct window){window.c, window.behind, *p ? utf8_next(&p) : 0};
        if (!window.c) {
            if (!window.behind) break;
            continue;
        }
        uint32_t right = meant(&window);
        if (right) note(check, met, &window, right, file, text);
        if (!window.behind) break;
    }
}

static void tell(const struct check *check, struct sighting *sighting)
{
    char wrong[5] = {0}, right[5] = {0};
    utf8_put(wrong, sighting->wrong);
    utf8_put(right, sighting->right);
    struct places *places = &sighting->places;
    const char *names = places_end(places, check->scratch);
    DIAG_ABOUT(check->diag, CHECK_LOOKALIKE, arena_printf(check->scratch, "characters/%s/%s", wrong, right),
               places->file, places->first->line, sighting->around, wrong,
               arena_printf(check->scratch, "U+%04X", sighting->wrong), right,
               arena_printf(check->scratch, "U+%04X", sighting->right), prose_number(check, places->count), names);
}

void lookalikes_check(const struct check *check)
{
    GArray *met = g_array_new(FALSE, FALSE, sizeof(struct sighting));
    unsigned files;
    const struct places_file *file = prose_files(check, &files);
    for (unsigned i = 0; i < files; i++)
        for (unsigned j = 0; j < file[i].texts; j++)
            look_at(check, met, file[i].name, &file[i].text[j]);
    for (unsigned i = 0; i < met->len; i++)
        tell(check, &g_array_index(met, struct sighting, i));
    g_array_free(met, TRUE);
}
