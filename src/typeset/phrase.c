/* phrase: where phrases (文節) begin: where kana give way to ideographs, katakana, letters or digits. Knows no words. */
#include "typeset/phrase.h"

static bool is_hiragana(uint32_t c)
{
    enum { FIRST = 0x3041, LAST = 0x309F };
    return c >= FIRST && c <= LAST;
}

void phrase_find(const uint32_t *c, size_t count, bool *begins)
{
    for (size_t i = 0; i < count; i++)
        begins[i] = !i || (is_hiragana(c[i - 1]) && !is_hiragana(c[i]));
}
