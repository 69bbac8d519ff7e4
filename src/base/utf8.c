/* utf8: classes of Japanese characters and the normalisations that formats.md allows. */
#include "base/utf8.h"
#include <glib.h>
#include <string.h>

uint32_t utf8_next(const char **p)
{
    uint32_t c = g_utf8_get_char(*p);
    *p = g_utf8_next_char(*p);
    return c;
}

size_t utf8_put(char out[4], uint32_t c)
{
    char bytes[6];
    int size = g_unichar_to_utf8(c, bytes);
    if (size > 4) return 0;
    memcpy(out, bytes, (size_t)size);
    return (size_t)size;
}

struct range {
    uint32_t first, last;
};

static bool in_ranges(const struct range *range, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= range[i].first && c <= range[i].last) return true;
    return false;
}

bool utf8_is_japanese(uint32_t c)
{
    static const struct range JAPANESE[] = {
        {0x2E80,  0x2FDF }, /* radicals */
        {0x3000,  0x30FF }, /* CJK punctuation, hiragana, katakana */
        {0x3190,  0x31FF }, /* kanbun, strokes, phonetic extensions */
        {0x3200,  0x4DBF }, /* enclosed forms, extension A */
        {0x4E00,  0x9FFF },
        {0xF900,  0xFAFF },
        {0xFE30,  0xFE4F },
        {0xFF01,  0xFFEF }, /* full- and half-width forms */
        {0x1B000, 0x1B16F}, /* kana supplement */
        {0x1F200, 0x1F2FF},
        {0x20000, 0x3FFFF},
        {0xE0100, 0xE01EF}, /* variation selectors after an ideograph */
        {0x2460,  0x24FF }, /* circled numbers */
        {0x25A0,  0x25FF }, /* ■ ◆ △ */
    };
    return in_ranges(JAPANESE, sizeof JAPANESE / sizeof *JAPANESE, c);
}

/* Compatibility ideographs that are mere copies for round trips with Korean and Taiwanese codes. The rest of the block stands for
   shapes that Japanese names are told apart by: the CP932 and JIS X 0213 variants (神 U+FA19, 﨑 U+FA11), and these few below U+FA0E. */
static bool is_copy(uint32_t c)
{
    static const uint32_t JAPANESE_VARIANT[] = {0xF91D, 0xF928, 0xF929, 0xF936, 0xF970, 0xF9D0, 0xF9DC};
    for (size_t i = 0; i < sizeof JAPANESE_VARIANT / sizeof *JAPANESE_VARIANT; i++)
        if (JAPANESE_VARIANT[i] == c) return false;
    return (c >= 0xF900 && c <= 0xFA0D) || (c >= 0xFA70 && c <= 0xFAD9);
}

/* GLib's compatibility mapping of one character, or itself when it maps to several or none. */
static uint32_t decompose(uint32_t c, GNormalizeMode mode)
{
    char text[7] = {0};
    text[g_unichar_to_utf8(c, text)] = '\0';
    char *normal = g_utf8_normalize(text, -1, mode);
    uint32_t mapped = normal && g_utf8_strlen(normal, -1) == 1 ? g_utf8_get_char(normal) : c;
    g_free(normal);
    return mapped;
}

uint32_t utf8_unified(uint32_t c)
{
    bool radical = (c >= 0x2F00 && c <= 0x2FDF) || c == 0x2E9F || c == 0x2EF3;
    if (radical) return decompose(c, G_NORMALIZE_NFKC);
    return is_copy(c) ? decompose(c, G_NORMALIZE_NFC) : c;
}

uint32_t utf8_halfwidth(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
    return c == 0x3000 ? ' ' : c;
}
