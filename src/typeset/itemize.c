/* itemize: what each character of a text needs to be shaped: its run, face, script, level, and where graphemes and
   line breaks are. Knows no glyphs. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "typeset/shaped.h"

enum {
    LONGEST_GRAPHEME = 32,     /* marks piled up beyond this begin a cluster of their own; real text has four at most */
    ZERO_WIDTH_SPACE = 0x200B, /* stands for what has no shape */
    OGHAM_SPACE = 0x1680       /* the one visible blank */
};

/* ---- characters, graphemes, breaks ---- */

enum { KANA_BLOCK = 0x30, BLOCK_BITS = 8, IN_BLOCK = 0xFF };

void itemize_prepare(struct typesetter *typesetter)
{
    for (uint32_t i = 0; i <= IN_BLOCK; i++)
        typesetter->kana[i] = (uint8_t)class_of((KANA_BLOCK << BLOCK_BITS) | i);
}

static uint8_t class_at(const struct typesetter *typesetter, uint32_t c)
{
    return c >> BLOCK_BITS == KANA_BLOCK ? typesetter->kana[c & IN_BLOCK] : (uint8_t)class_of(c);
}

static void decode(struct typesetter *typesetter, const char *text, uint32_t length, const struct run *runs,
                   unsigned count)
{
    unsigned run = 0;
    typesetter->characters = 0;
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        uint32_t at = (uint32_t)(p - text);
        while (run + 1 < count && at >= runs[run].to)
            run++;
        GROW(typesetter->character, typesetter->characters, typesetter->character_capacity);
        uint32_t c = g_utf8_get_char(p);
        typesetter->character[typesetter->characters++] =
            (struct character){.c = c, .at = at, .run = run, .face = -1, .cl = class_at(typesetter, c)};
    }
}

static void find_boundaries(struct typesetter *typesetter, const char *text, uint32_t length)
{
    size_t count = typesetter->characters + 1;
    if (count > typesetter->attribute_capacity) {
        typesetter->attribute_capacity = count;
        typesetter->attributes = xrealloc(typesetter->attributes, count, sizeof(PangoLogAttr));
    }
    PangoLogAttr *attribute = typesetter->attributes;
    memset(attribute, 0, count * sizeof *attribute);
    pango_get_log_attrs(text, (int)length, -1, pango_language_from_string("ja"), attribute, (int)count);
    unsigned grapheme = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        struct character *character = &typesetter->character[i];
        bool other_run = i > 0 && character[-1].run != character->run;
        bool too_long = ++grapheme >= LONGEST_GRAPHEME;
        character->starts = i == 0 || attribute[i].is_cursor_position || other_run || too_long;
        character->breaks = attribute[i].is_line_break;
        character->alone = too_long;
        if (character->starts) grapheme = 0;
    }
}

/* ---- direction and script ---- */

static bool may_be_right_to_left(uint32_t c)
{
    enum { FIRST_HEBREW = 0x590 };
    if (c < FIRST_HEBREW) return false;
    return c <= 0x8FF || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void find_levels(struct typesetter *typesetter, const char *text, uint32_t length)
{
    size_t i = 0, count = typesetter->characters;
    while (i < count && !may_be_right_to_left(typesetter->character[i].c))
        i++;
    if (i == count) return;
    PangoDirection base = PANGO_DIRECTION_LTR;
    guint8 *level = pango_log2vis_get_embedding_levels(text, (int)length, &base);
    for (i = 0; level && i < count; i++)
        typesetter->character[i].level = level[i] & 0x7F;
    g_free(level);
}

/* HB_SCRIPT_INVALID: common to several. Kana are taken for Han: they are one script to a Japanese font. */
static hb_script_t script_of(uint32_t c, enum char_class cl)
{
    enum { FIRST_BEYOND_ASCII = 0x80 };
    if (c < FIRST_BEYOND_ASCII) return g_ascii_isalpha((gchar)c) ? HB_SCRIPT_LATIN : HB_SCRIPT_INVALID;
    if (cl == CLASS_JAPANESE || cl == CLASS_SMALL_KANA) return HB_SCRIPT_HAN;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    switch (script) {
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_INHERITED:
    case HB_SCRIPT_UNKNOWN:
        return HB_SCRIPT_INVALID;
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_BOPOMOFO:
        return HB_SCRIPT_HAN;
    default:
        return script;
    }
}

/* What is common has the script before it; at the beginning, the first that comes. */
static void find_scripts(struct typesetter *typesetter)
{
    hb_script_t current = HB_SCRIPT_INVALID;
    size_t undecided = 0;
    for (size_t i = 0; i < typesetter->characters; i++) {
        hb_script_t script = script_of(typesetter->character[i].c, typesetter->character[i].cl);
        if (script != HB_SCRIPT_INVALID) current = script;
        if (current == HB_SCRIPT_INVALID) undecided++;
        typesetter->character[i].script = current;
    }
    hb_script_t first = undecided < typesetter->characters ? typesetter->character[undecided].script : HB_SCRIPT_HAN;
    for (size_t i = 0; i < undecided; i++)
        typesetter->character[i].script = first;
}

/* ---- faces ---- */

static bool is_selector(uint32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* Blanks and what is invisible: the shaper can do them in any face. */
static bool needs_no_glyph(uint32_t c)
{
    if (c == ' ') return true;
    return class_is_invisible(c) || (c != OGHAM_SPACE && g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR);
}

static bool face_has(struct fonts *fonts, int face, uint32_t c)
{
    return face >= 0 && fonts_face_for(fonts, (unsigned)face, c, 0) == face;
}

/* Has `face` all of a grapheme? A mark counts when the font has it composed with what it stands on. */
static bool covers(struct fonts *fonts, int face, const struct character *first, const struct character *end)
{
    for (const struct character *character = first; character < end; character++) {
        gunichar composed;
        if (needs_no_glyph(character->c) || face_has(fonts, face, character->c)) continue;
        bool mark = character > first && g_unichar_compose(character[-1].c, character->c, &composed);
        if (!mark || !face_has(fonts, face, composed)) return false;
    }
    return true;
}

static void note_missing(struct typesetter *typesetter, uint32_t at)
{
    GROW(typesetter->missing, typesetter->missings, typesetter->missing_capacity);
    typesetter->missing[typesetter->missings++] = at;
}

/* Each character from its own face: a mark that no face has together with its base is set behind it. */
static void choose_singly(struct typesetter *typesetter, unsigned wanted, struct character *first,
                          struct character *end)
{
    for (struct character *character = first; character < end; character++) {
        if (needs_no_glyph(character->c)) {
            character->face = character > first ? character[-1].face : (int)wanted;
            continue;
        }
        character->face = fonts_face_for(typesetter->fonts, wanted, character->c, 0);
        if (character->face < 0) {
            note_missing(typesetter, character->at);
            character->face = character > first ? character[-1].face : (int)wanted;
        }
        if (character > first && character->face != character[-1].face) character->starts = true;
    }
}

/* One face for a grapheme of several characters: that of the sequence (UTS #37), or the first that has base and
   marks. */
static void choose_together(struct typesetter *typesetter, unsigned wanted, struct character *first,
                            struct character *end)
{
    uint32_t selector = is_selector(first[1].c) ? first[1].c : 0;
    int face = needs_no_glyph(first->c) ? (int)wanted : fonts_face_for(typesetter->fonts, wanted, first->c, selector);
    bool whole = covers(typesetter->fonts, face, first, end);
    for (struct character *mark = first + 1; mark < end && !whole; mark++) {
        face = needs_no_glyph(mark->c) ? -1 : fonts_face_for(typesetter->fonts, wanted, mark->c, 0);
        whole = covers(typesetter->fonts, face, first, end);
    }
    if (!whole) {
        choose_singly(typesetter, wanted, first, end);
        return;
    }
    for (struct character *character = first; character < end; character++)
        character->face = face;
}

static void choose_faces(struct typesetter *typesetter)
{
    struct character *character = typesetter->character, *last = character + typesetter->characters;
    while (character < last) {
        struct character *end = character + 1;
        while (end < last && !end->starts)
            end++;
        unsigned wanted = typesetter->run_face[character->run].face;
        if (end == character + 1)
            choose_singly(typesetter, wanted, character, end);
        else
            choose_together(typesetter, wanted, character, end);
        character = end;
    }
}

/* What the shaper sees: what has no shape, and is not for the shaper to interpret, becomes U+200B, which it can do
   with every font. */
static uint32_t code_of(const struct character *character)
{
    if (character->cl != CLASS_BLANK || character->c == ' ') return character->c;
    if (character->c == '\t') return ' ';
    switch (g_unichar_type(character->c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return ZERO_WIDTH_SPACE;
    default:
        return character->c;
    }
}

static void encode(struct typesetter *typesetter)
{
    if (typesetter->characters > typesetter->code_capacity) {
        typesetter->code_capacity = typesetter->characters;
        typesetter->code = xrealloc(typesetter->code, typesetter->code_capacity, sizeof *typesetter->code);
    }
    for (size_t i = 0; i < typesetter->characters; i++)
        typesetter->code[i] = code_of(&typesetter->character[i]);
}

/* A copy with U+0001 for U+0000, at which pango would stop; NULL where there is none. */
static char *without_nul(const char *text, uint32_t length)
{
    if (!length || !memchr(text, '\0', length)) return NULL;
    char *copy = xmalloc(length);
    for (uint32_t i = 0; i < length; i++)
        copy[i] = text[i] ? text[i] : '\x01';
    return copy;
}

void itemize(struct typesetter *typesetter, const char *text, uint32_t length, const struct run *runs, unsigned count)
{
    char *copy = without_nul(text, length);
    if (copy) text = copy;
    decode(typesetter, text, length, runs, count);
    find_boundaries(typesetter, text, length);
    find_levels(typesetter, text, length);
    find_scripts(typesetter);
    choose_faces(typesetter);
    encode(typesetter);
    free(copy);
}
