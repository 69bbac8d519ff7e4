/* sentence: looks for full stops and for 年度. */
#include "check/sentence.h"
#include <glib.h>
#include <string.h>
#include "plan/year.h"

static const char STOP[] = "。";

static bool ends_at(const char *p)
{
    return *p == '\n' || !strncmp(p, STOP, sizeof STOP - 1);
}

const char *sentence_around(const char *text, const char *at, size_t *length)
{
    const char *start = at, *end = at;
    while (start > text && !ends_at(start))
        start--;
    if (start < at && *start == '\n')
        start++;
    else if (start < at && ends_at(start))
        start += sizeof STOP - 1;
    while (*end && !ends_at(end))
        end++;
    *length = (size_t)(end - start);
    return start;
}

bool sentence_holds(const char *sentence, size_t length, const char *word)
{
    return g_strstr_len(sentence, (gssize)length, word) != NULL;
}

bool sentence_names_other_year(enum year_kind kind, const char *text, const char *at, int year)
{
    static const char *const OTHERS[] = {"前年度", "昨年度", "前々年度", "次年度", "翌年度", "来年度", "最終年度"};
    size_t length;
    const char *sentence = sentence_around(text, at, &length);
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (sentence_holds(sentence, length, OTHERS[i])) return true;
    struct arena *arena = arena_new();
    const char *own = year_label(kind, arena, year), *western = arena_printf(arena, "%d年度", year);
    bool other = false;
    for (const char *p = sentence; (p = g_strstr_len(p, sentence + length - p, "年度")); p += strlen("年度")) {
        size_t before = (size_t)(p - sentence) + strlen("年度");
        bool digit = p > sentence && g_ascii_isdigit(p[-1]);
        bool is_own =
            (before >= strlen(own) && !strncmp(sentence + before - strlen(own), own, strlen(own))) ||
            (before >= strlen(western) && !strncmp(sentence + before - strlen(western), western, strlen(western)));
        other |= digit && !is_own;
    }
    arena_free(arena);
    return other;
}
