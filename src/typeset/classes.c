/* classes: what kind of character a character is when Japanese lines are made, and what two neighbours mean for
   each other. Tables from JLREQ, appendix A; knows no fonts and no widths. */
#include "typeset/classes.h"
#include <glib.h>
#include <stddef.h>
#include <uchar.h>

/* ---- the class of a character ---- */

enum {
    FIRST_IDEOGRAPH = 0x4E00,
    LAST_IDEOGRAPH = 0x9FFF,
    ASCII_END = 0x80,
    DELETE = 0x7F,
    ORDINAL = 0x7B2C, /* 第, which makes 第5次 of a number */
    FIRST_HIRAGANA = 0x3041,
    LAST_HIRAGANA = 0x309F
};

/* JLREQ, appendix A; JIS X 4051, 7.3. With their half-width forms and what CP932 has in their place. */
static const char32_t *const LISTED[] = {
    [CLASS_SMALL_KANA] = U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ",
    [CLASS_PROLONGED] = U"ーｰ",
    [CLASS_ITERATION] = U"々〻ゝゞヽヾ゛゜ﾞﾟ",
    [CLASS_COMMA] = U"、，､",
    [CLASS_STOP] = U"。．｡",
    [CLASS_OPENING] = U"「『（【〔〈《［｛〖〘｟〝“‘«｢",
    [CLASS_CLOSING] = U"」』）】〕〉》］｝〗〙｠〞〟”’»｣",
    [CLASS_MIDDLE] = U"・：；･",
    [CLASS_DIVIDING] = U"？！‼⁇⁈⁉",
    [CLASS_HYPHEN] = U"〜～‐–゠",
    [CLASS_INSEPARABLE] = U"…‥―—〳〴〵",
    [CLASS_PREFIX] = U"￥＄￡＃№¥£€",
    [CLASS_POSTFIX] = U"％‰℃°′″￠¢",
};

/* Whole blocks, for what is not listed; ascending. */
static const struct {
    uint32_t first, last;
    enum char_class cl;
} BLOCK[] = {
    {0xC0,    0xD6,    CLASS_LATIN     },
    {0xD8,    0xF6,    CLASS_LATIN     },
    {0xF8,    0x24F,   CLASS_LATIN     },
    {0x370,   0x52F,   CLASS_LATIN     }, /* Greek, Cyrillic */
    {0x1E00,  0x1FFF,  CLASS_LATIN     },
    {0x2000,  0x2006,  CLASS_BLANK     },
    {0x2008,  0x200A,  CLASS_BLANK     },
    {0x2E80,  0x2FDF,  CLASS_JAPANESE  },
    {0x3000,  0x3000,  CLASS_BLANK     },
    {0x3006,  0x3007,  CLASS_JAPANESE  },
    {0x3021,  0x3029,  CLASS_JAPANESE  },
    {0x3041,  0x3096,  CLASS_JAPANESE  },
    {0x309F,  0x30FF,  CLASS_JAPANESE  },
    {0x3400,  0x4DBF,  CLASS_JAPANESE  },
    {0xF900,  0xFAFF,  CLASS_JAPANESE  },
    {0xFF10,  0xFF19,  CLASS_WIDE_DIGIT},
    {0xFF21,  0xFF3A,  CLASS_JAPANESE  }, /* full-width letters are set as Japanese ones */
    {0xFF41,  0xFF5A,  CLASS_JAPANESE  },
    {0xFF66,  0xFF9D,  CLASS_JAPANESE  },
    {0x1B000, 0x1B16F, CLASS_JAPANESE  },
    {0x20000, 0x3FFFF, CLASS_JAPANESE  },
};

/* Brackets and points of ASCII have no class: UAX #14 knows where they go, and no space of ours belongs there. */
static enum char_class class_of_ascii(uint32_t c)
{
    if (g_ascii_isdigit((gchar)c)) return CLASS_DIGIT;
    if (g_ascii_isalpha((gchar)c) || c == '%') return CLASS_LATIN;
    if (c == '\n') return CLASS_NEWLINE;
    return c <= ' ' || c == DELETE ? CLASS_BLANK : CLASS_OTHER;
}

enum char_class class_of(uint32_t c)
{
    if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) return CLASS_JAPANESE; /* most of any text */
    if (c < ASCII_END) return class_of_ascii(c);
    for (size_t i = 0; i < sizeof LISTED / sizeof *LISTED; i++)
        for (const char32_t *p = LISTED[i]; p && *p; p++)
            if (*p == c) return (enum char_class)i;
    for (size_t i = 0; i < sizeof BLOCK / sizeof *BLOCK && c >= BLOCK[i].first; i++)
        if (c <= BLOCK[i].last) return BLOCK[i].cl;
    return class_is_invisible(c) ? CLASS_BLANK : CLASS_OTHER;
}

static bool is_visible_format(uint32_t c)
{
    return (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 || c == 0x8E2 ||
           c == 0x110BD || c == 0x110CD;
}

bool class_is_invisible(uint32_t c)
{
    if (c >= ' ' && c < DELETE) return false;
    if (c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH) return false;
    bool selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
    bool filler = c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x17B4 || c == 0x17B5;
    if (selector || filler) return true;
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return true;
    case G_UNICODE_FORMAT:
        return !is_visible_format(c);
    default:
        return false;
    }
}

/* ---- sets of classes ---- */

#define SET(cl) (1u << (cl))

/* JIS X 4051, 4.3 (行頭禁則) and 4.4 (行末禁則). */
static const unsigned NOT_AT_START = SET(CLASS_CLOSING) | SET(CLASS_HYPHEN) | SET(CLASS_DIVIDING) | SET(CLASS_MIDDLE) |
                                     SET(CLASS_STOP) | SET(CLASS_COMMA) | SET(CLASS_ITERATION) | SET(CLASS_PROLONGED) |
                                     SET(CLASS_SMALL_KANA) | SET(CLASS_POSTFIX);
static const unsigned NOT_AT_END = SET(CLASS_OPENING) | SET(CLASS_PREFIX);
static const unsigned POINTS = SET(CLASS_STOP) | SET(CLASS_COMMA);
static const unsigned BLANK_BEHIND = SET(CLASS_CLOSING) | SET(CLASS_STOP) | SET(CLASS_COMMA);
static const unsigned DIGITS = SET(CLASS_DIGIT) | SET(CLASS_WIDE_DIGIT);
static const unsigned KANA_AND_IDEOGRAPHS =
    SET(CLASS_JAPANESE) | SET(CLASS_SMALL_KANA) | SET(CLASS_PROLONGED) | SET(CLASS_ITERATION);
static const unsigned WESTERN = SET(CLASS_LATIN) | SET(CLASS_DIGIT);

/* A line is widened between two Japanese characters, behind closing and before opening brackets; never inside a bracket, a
   word or a number (JLREQ 3.8.4, table 6). What lies beside punctuation is taken first. */
static const unsigned STRETCH_BEHIND = KANA_AND_IDEOGRAPHS | BLANK_BEHIND | SET(CLASS_MIDDLE) | SET(CLASS_DIVIDING) |
                                       SET(CLASS_POSTFIX) | SET(CLASS_BLANK);
static const unsigned STRETCH_BEFORE =
    KANA_AND_IDEOGRAPHS | SET(CLASS_OPENING) | SET(CLASS_MIDDLE) | SET(CLASS_DIVIDING) | SET(CLASS_PREFIX);
static const unsigned POINT_BEHIND = BLANK_BEHIND | SET(CLASS_MIDDLE);
static const unsigned POINT_BEFORE = SET(CLASS_OPENING) | SET(CLASS_MIDDLE);

/* A line is narrowed behind closing brackets, commas and middle dots, and before opening brackets and middle dots; the blank
   behind a full stop stays (JLREQ 3.8.3, table 5; JIS X 4051, 4.19). */
static const unsigned SQUEEZE_BEHIND = SET(CLASS_CLOSING) | SET(CLASS_COMMA) | SET(CLASS_MIDDLE);
static const unsigned SQUEEZE_BEFORE = SET(CLASS_OPENING) | SET(CLASS_MIDDLE);

static bool in(unsigned set, enum char_class cl)
{
    return (set & SET(cl)) != 0;
}

/* ---- breaking ---- */

/* 110,000 and １１０，０００ in full-width digits, which UAX #14 takes for ideographs. */
static bool inside_number(const struct neighbour *before, const struct neighbour *left, const struct neighbour *right)
{
    if (!in(DIGITS, right->cl)) return false;
    return in(DIGITS, left->cl) || (in(POINTS, left->cl) && in(DIGITS, before->cl));
}

/* 5か年, 第5: a number with what it counts. */
static bool number_and_unit(const struct neighbour *left, const struct neighbour *right)
{
    return (in(DIGITS, left->cl) && right->cl == CLASS_JAPANESE) || (left->c == ORDINAL && in(DIGITS, right->cl));
}

enum breaking class_breaking(const struct neighbour *before, const struct neighbour *left,
                             const struct neighbour *right, bool allowed)
{
    if (right->cl == CLASS_BLANK || right->cl == CLASS_NEWLINE) return BREAK_NEVER; /* blanks end lines */
    bool inseparable = left->c == right->c && left->cl == CLASS_INSEPARABLE;
    if (in(NOT_AT_END, left->cl) || in(NOT_AT_START, right->cl) || inseparable) return BREAK_LAST_RESORT;
    if (inside_number(before, left, right)) return BREAK_WORD;
    if (number_and_unit(left, right)) return BREAK_UNIT;
    return allowed ? BREAK_FREE : BREAK_WORD;
}

bool class_ends_phrase(const struct neighbour *left, const struct neighbour *right)
{
    bool hiragana = right->c >= FIRST_HIRAGANA && right->c <= LAST_HIRAGANA;
    if (left->cl == CLASS_CLOSING) return !hiragana; /* （案）の: what follows belongs to what is in brackets */
    return in(POINTS, left->cl) || left->cl == CLASS_MIDDLE || left->cl == CLASS_DIVIDING || left->cl == CLASS_BLANK ||
           right->cl == CLASS_OPENING;
}

bool class_never_starts(enum char_class cl)
{
    return in(NOT_AT_START, cl);
}

bool class_hangs(enum char_class cl)
{
    return in(POINTS, cl);
}

/* ---- spacing ---- */

/* What neighbours lose when they stand side by side: 連続する約物 (JLREQ 3.1.4). */
static unsigned trimming(enum char_class left, enum char_class right)
{
    bool solid_behind = in(BLANK_BEHIND, right) || right == CLASS_MIDDLE || right == CLASS_DIVIDING;
    unsigned bits = in(BLANK_BEHIND, left) && solid_behind ? TRIM_LEFT : 0;
    bool blank_enough = in(BLANK_BEHIND, left) || left == CLASS_MIDDLE || left == CLASS_OPENING;
    return right == CLASS_OPENING && blank_enough ? bits | TRIM_RIGHT : bits;
}

/* What may still be widened or narrowed between them. */
static unsigned adjusting(enum char_class left, enum char_class right)
{
    unsigned bits = 0;
    if (in(STRETCH_BEHIND, left) && in(STRETCH_BEFORE, right))
        bits = in(POINT_BEHIND, left) || in(POINT_BEFORE, right) ? STRETCH_POINT : STRETCH_CHARACTERS;
    if (in(SQUEEZE_BEHIND, left)) bits |= SQUEEZE_LEFT;
    if (in(SQUEEZE_BEFORE, right) && left != CLASS_BLANK) bits |= SQUEEZE_RIGHT;
    return bits;
}

unsigned class_spacing(const struct neighbour *left, const struct neighbour *right)
{
    if (left->c == ' ') return SPACE_WORD;
    if (right->cl == CLASS_BLANK) return 0; /* beside a bracket that overlaps it, readers lose it */
    bool japanese_latin = in(KANA_AND_IDEOGRAPHS, left->cl) && in(WESTERN, right->cl);
    bool latin_japanese = in(WESTERN, left->cl) && in(KANA_AND_IDEOGRAPHS, right->cl);
    if (japanese_latin || latin_japanese) return SPACE_LATIN;
    unsigned trimmed = trimming(left->cl, right->cl), bits = trimmed | adjusting(left->cl, right->cl);
    if (trimmed & TRIM_LEFT) bits &= ~(unsigned)SQUEEZE_LEFT;
    if (trimmed & TRIM_RIGHT) bits &= ~(unsigned)SQUEEZE_RIGHT;
    return bits;
}

/* JLREQ 3.1.5; a middle dot that must start a line loses its blank as well. */
bool class_trims_at_start(enum char_class cl)
{
    return cl == CLASS_OPENING || cl == CLASS_MIDDLE;
}

/* JLREQ 3.1.9, and 3.8.3 b and c. */
bool class_trims_at_end(enum char_class cl)
{
    return in(BLANK_BEHIND, cl) || cl == CLASS_MIDDLE;
}
