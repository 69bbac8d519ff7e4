/* script: ranges of Unicode. */
#include "check/script.h"
#include <glib.h>
#include "base/utf8.h"

enum { ITERATION = 0x3005 /* 々 */, LONG = 0x30FC /* ー */ };

static bool within(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

enum script script_of(uint32_t c)
{
    uint32_t narrow = utf8_halfwidth(c);
    if (within(narrow, '0', '9')) return SCRIPT_DIGIT;
    if (within(narrow, 'A', 'Z') || within(narrow, 'a', 'z')) return SCRIPT_LATIN;
    if (within(c, 0x3041, 0x309F)) return SCRIPT_HIRAGANA;
    if (within(c, 0x30A1, 0x30FA) || c == LONG || within(c, 0x31F0, 0x31FF)) return SCRIPT_KATAKANA;
    bool kanji = within(c, 0x4E00, 0x9FFF) || within(c, 0x3400, 0x4DBF) || within(c, 0xF900, 0xFAFF) ||
                 within(c, 0x20000, 0x323AF) || c == ITERATION;
    return kanji ? SCRIPT_KANJI : SCRIPT_OTHER;
}

bool script_is_word(uint32_t c)
{
    return script_of(c) != SCRIPT_OTHER || g_unichar_isalnum(c);
}
