/* widths: full- and half-width forms of one sign mixed in one plan: one message a kind, with both counts and the rarer one's places. */
#include <glib.h>
#include "base/utf8.h"
#include "check/places.h"
#include "check/prose.h"
#include "check/rules.h"
#include "check/script.h"

enum kind { KIND_BRACKET, KIND_COLON, KIND_DIGIT, KIND_LETTER, KIND_PERCENT, KIND_SLASH, KIND_WAVE, KIND_COUNT };

/* For messages, what differs; as it stands in what a city accepts. */
static const struct {
    const char *name, *about, *wide, *narrow;
} KINDS[KIND_COUNT] = {
    [KIND_BRACKET] = {"丸括弧",       "brackets", "全角「（」",       "半角「(」"        },
    [KIND_COLON] = {"コロン",       "colons",   "全角「：」",       "半角「:」"        },
    [KIND_DIGIT] = {"数字",          "digits",   "全角",                "半角"               },
    [KIND_LETTER] = {"英字",          "letters",  "全角",                "半角"               },
    [KIND_PERCENT] = {"パーセント", "percents", "全角「％」",       "半角「%」"        },
    [KIND_SLASH] = {"斜線",          "slashes",  "全角「／」",       "半角「/」"        },
    [KIND_WAVE] = {"波線",          "waves",    "「～」（U+FF5E）", "「〜」（U+301C）"},
};

struct widths {
    struct places of[KIND_COUNT][2]; /* wide, narrow */
};

/* A run of digits or of letters of one width counts once: the character before it says where it begins. */
static bool begins(uint32_t before, uint32_t c)
{
    return !before || script_of(before) != script_of(c) || (before > 0x7F) != (c > 0x7F);
}

static enum kind kind_of(uint32_t before, uint32_t c, const char *behind)
{
    enum script script = script_of(c);
    if (script == SCRIPT_DIGIT) return begins(before, c) ? KIND_DIGIT : KIND_COUNT;
    if (script == SCRIPT_LATIN) return begins(before, c) ? KIND_LETTER : KIND_COUNT;
    if (c == 0xFF5E || c == 0x301C) return KIND_WAVE;
    switch (utf8_halfwidth(c)) {
    case '(':
        return KIND_BRACKET;
    case ':':
        /* 9:30 and https: are written so everywhere. */
        return c == ':' && before && script_of(before) != SCRIPT_OTHER && before < 0x80 && *behind &&
                       (g_ascii_isdigit(*behind) || *behind == '/')
                   ? KIND_COUNT
                   : KIND_COLON;
    case '%':
        return KIND_PERCENT;
    case '/':
        return c == '/' && (before < 0x80 || (unsigned char)*behind < 0x80) ? KIND_COUNT : KIND_SLASH;
    default:
        return KIND_COUNT;
    }
}

static void look_at(struct widths *widths, const char *file, const struct plan_text *text)
{
    uint32_t before = 0;
    for (const char *p = text->text; *p;) {
        uint32_t c = utf8_next(&p);
        enum kind kind = c == ' ' ? KIND_COUNT : kind_of(before, c, p);
        bool narrow = c <= 0x7F || c == 0x301C;
        if (kind != KIND_COUNT) places_add(&widths->of[kind][narrow], file, text);
        before = c;
    }
}

static void tell(const struct check *check, struct widths *widths, enum kind kind)
{
    struct places *wide = &widths->of[kind][0], *narrow = &widths->of[kind][1];
    bool mixed = wide->count && narrow->count, wide_is_rare = wide->count < narrow->count;
    struct places *rare = wide_is_rare ? wide : narrow;
    const char *wide_names = places_end(wide, check->scratch), *narrow_names = places_end(narrow, check->scratch);
    if (!mixed) return;
    DIAG_ABOUT(check->diag, CHECK_WIDTH, arena_printf(check->scratch, "characters/%s", KINDS[kind].about), rare->file,
               rare->first->line, KINDS[kind].name, KINDS[kind].wide, prose_number(check, wide->count),
               KINDS[kind].narrow, prose_number(check, narrow->count),
               wide_is_rare ? KINDS[kind].wide : KINDS[kind].narrow, wide_is_rare ? wide_names : narrow_names);
}

void widths_check(const struct check *check)
{
    struct widths widths = {0};
    const struct plan *plan = check->plan;
    for (unsigned i = 0; i < plan->texts; i++)
        look_at(&widths, plan->file, &plan->text[i]);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        tell(check, &widths, (enum kind)kind);
}
