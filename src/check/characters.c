/* characters: half-width katakana, characters that only some machines have, letters that look like others, and brackets, colons and digits
   of two widths in one plan; だ・である beside です・ます. Each kind is told once, with how often and where first. */
#include <glib.h>
#include <string.h>
#include "check/rules.h"
#include "check/sheets.h"

/* Where something occurs: how often, and the first place. */
struct place {
    unsigned count;
    const struct plan_text *text;
    gunichar c, other;
};

static void note(struct place *place, const struct plan_text *text, gunichar c, gunichar other)
{
    if (!place->count++) *place = (struct place){1, text, c, other};
}

static const char *written(const struct check *check, gunichar c)
{
    char bytes[8] = "";
    bytes[g_unichar_to_utf8(c, bytes)] = '\0';
    return arena_strdup(check->scratch, bytes);
}

static const char *number_of(const struct check *check, unsigned number)
{
    return arena_printf(check->scratch, "%u", number);
}

/* --- single characters --- */

static bool is_half_katakana(gunichar c)
{
    return c >= 0xFF61 && c <= 0xFF9F;
}

/* Squared and parenthesised words, Roman numerals of one cell: read out as nothing, and missing on some machines. Circled digits are in
   every Japanese set and are left alone. */
static bool is_dependent(gunichar c)
{
    return (c >= 0x3200 && c <= 0x32FF) || (c >= 0x3300 && c <= 0x33FF) || (c >= 0x2160 && c <= 0x217F) ||
           (c >= 0xE000 && c <= 0xF8FF);
}

/* Which scripts a character may be mistaken for, and what it then stands beside. */
enum script {
    SCRIPT_OTHER,
    SCRIPT_HIRAGANA,
    SCRIPT_KATAKANA,
    SCRIPT_KANJI,
    SCRIPT_LATIN,
    SCRIPT_GREEK,
    SCRIPT_CYRILLIC
};
static enum script script_of(gunichar c)
{
    if (c >= 0x3041 && c <= 0x3096) return SCRIPT_HIRAGANA;
    if (c >= 0x30A1 && c <= 0x30FA) return SCRIPT_KATAKANA;
    if (c >= 0x4E00 && c <= 0x9FFF) return SCRIPT_KANJI;
    if (g_ascii_isalpha((gchar)c) && c < 0x80) return SCRIPT_LATIN;
    if (c >= 0x0370 && c <= 0x03FF) return SCRIPT_GREEK;
    return c >= 0x0400 && c <= 0x04FF ? SCRIPT_CYRILLIC : SCRIPT_OTHER;
}

static const struct likeness {
    gunichar c, meant;
} LOOKS[] = {
    {0x529B, 0x30AB}, /* 力 カ */
    {0x4E8C, 0x30CB}, /* 二 ニ */
    {0x53E3, 0x30ED}, /* 口 ロ */
    {0x5DE5, 0x30A8}, /* 工 エ */
    {0x5915, 0x30BF}, /* 夕 タ */
    {0x516B, 0x30CF}, /* 八 ハ */
    {0x535C, 0x30C8}, /* 卜 ト */
    {0x4E00, 0x30FC}, /* 一 ー */
};

/* A kanji between two katakana that is one of them but for its code; へ and ヘ, べ and ベ, ぺ and ペ; Greek and Cyrillic beside Latin. */
static gunichar meant_for(gunichar before, gunichar c, gunichar after)
{
    bool in_katakana = script_of(before) == SCRIPT_KATAKANA && (script_of(after) == SCRIPT_KATAKANA || after == 0x30FC);
    for (size_t i = 0; in_katakana && i < sizeof LOOKS / sizeof *LOOKS; i++)
        if (LOOKS[i].c == c) return LOOKS[i].meant;
    if (in_katakana && c >= 0x3078 && c <= 0x307A) return c + 0x60;
    if (c >= 0x30D8 && c <= 0x30DA && script_of(before) == SCRIPT_HIRAGANA && script_of(after) == SCRIPT_HIRAGANA)
        return c - 0x60;
    bool foreign = script_of(c) == SCRIPT_GREEK || script_of(c) == SCRIPT_CYRILLIC;
    return foreign && (script_of(before) == SCRIPT_LATIN || script_of(after) == SCRIPT_LATIN) ? 'A' : 0;
}

/* --- widths --- */

static const struct {
    const char *name;
    const char *half, *full;
} WIDTHS[] = {
    {"括弧",          "()",         "（）"                        },
    {"コロン",       ":",          "："                           },
    {"数字",          "0123456789", "０１２３４５６７８９"},
    {"パーセント", "%",          "％"                           },
};
enum { WIDTH_KINDS = sizeof WIDTHS / sizeof *WIDTHS };

struct found {
    struct place katakana, dependent, looks;
    struct place half[WIDTH_KINDS], full[WIDTH_KINDS];
};

static void look_at(struct found *found, const struct plan_text *text, gunichar before, gunichar c, gunichar after)
{
    gunichar meant = meant_for(before, c, after);
    if (is_half_katakana(c)) note(&found->katakana, text, c, 0);
    if (is_dependent(c)) note(&found->dependent, text, c, 0);
    if (meant) note(&found->looks, text, c, meant);
    for (size_t k = 0; k < WIDTH_KINDS; k++) {
        if (g_utf8_strchr(WIDTHS[k].half, -1, c)) note(&found->half[k], text, c, 0);
        if (g_utf8_strchr(WIDTHS[k].full, -1, c)) note(&found->full[k], text, c, 0);
    }
}

static void look_through(struct found *found, const struct plan_text *text)
{
    gunichar before = 0;
    for (const char *p = text->text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        look_at(found, text, before, c, g_utf8_get_char(g_utf8_next_char(p)));
        before = c;
    }
}

static void tell_widths(const struct check *check, const struct found *found)
{
    for (size_t k = 0; k < WIDTH_KINDS; k++) {
        const struct place *half = &found->half[k], *full = &found->full[k];
        if (!half->count || !full->count) continue;
        const struct place *few = half->count < full->count ? half : full;
        DIAG_ABOUT(check->diag, CHECK_WIDTHS, arena_printf(check->scratch, "width/%s", WIDTHS[k].name),
                   check->plan->file, few->text->line, WIDTHS[k].name, number_of(check, half->count),
                   number_of(check, full->count), few == half ? "半角" : "全角", few->text->field);
    }
}

static void tell_characters(const struct check *check, const struct found *found)
{
    const char *file = check->plan->file;
    const struct place *place = &found->katakana;
    if (place->count)
        DIAG_ABOUT(check->diag, CHECK_HALF_KATAKANA, "plan", file, place->text->line, place->text->field,
                   written(check, place->c), number_of(check, place->count));
    place = &found->dependent;
    if (place->count)
        DIAG_ABOUT(check->diag, CHECK_DEPENDENT, "plan", file, place->text->line, place->text->field,
                   written(check, place->c), number_of(check, place->count));
    place = &found->looks;
    if (place->count)
        DIAG_ABOUT(check->diag, CHECK_LOOKALIKE, "plan", file, place->text->line, place->text->field,
                   written(check, place->c), place->other == 'A' ? "英字" : written(check, place->other),
                   number_of(check, place->count));
}

/* --- style --- */

static bool ends_so(const char *text, const char *end, const char *suffix)
{
    size_t length = strlen(suffix);
    return (size_t)(end - text) >= length && !memcmp(end - length, suffix, length);
}

/* です・ます and だ・である at the ends of sentences. */
static void count_ends(struct place *polite, struct place *plain, const struct plan_text *text)
{
    static const char *const POLITE[] = {"です。", "ます。", "ました。", "ません。"};
    static const char *const PLAIN[] = {"である。", "する。", "いる。", "ない。", "った。", "した。", "要る。"};
    for (const char *p = strstr(text->text, "。"); p; p = strstr(p, "。")) {
        p += strlen("。");
        bool is_polite = false;
        for (size_t i = 0; i < sizeof POLITE / sizeof *POLITE; i++)
            is_polite = is_polite || ends_so(text->text, p, POLITE[i]);
        if (is_polite) note(polite, text, 0, 0);
        for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN && !is_polite; i++)
            if (ends_so(text->text, p, PLAIN[i])) {
                note(plain, text, 0, 0);
                break;
            }
    }
}

static void tell_style(const struct check *check, const struct place *polite, const struct place *plain)
{
    if (!polite->count || !plain->count) return;
    const struct place *few = polite->count < plain->count ? polite : plain;
    DIAG_ABOUT(check->diag, CHECK_STYLE, "plan", check->plan->file, few->text->line, number_of(check, polite->count),
               number_of(check, plain->count), few == polite ? "です・ます" : "だ・である", few->text->field);
}

void characters_check(const struct check *check)
{
    struct found *found = arena_alloc(check->scratch, sizeof *found);
    struct place polite = {0}, plain = {0};
    for (unsigned i = 0; i < check->plan->texts; i++) {
        look_through(found, &check->plan->text[i]);
        count_ends(&polite, &plain, &check->plan->text[i]);
    }
    tell_characters(check, found);
    tell_widths(check, found);
    tell_style(check, &polite, &plain);
}
