/* phrase: three ways to know a place. Punctuation and scripts decide by rule; behind hiragana, where particles and
   okurigana look alike, a linear model does (phrase_model.def); names too long for a label are divided between their
   words. Knows nothing of fonts and lines. */
#include "typeset/phrase.h"
#include "typeset/classes.h"
#include <string.h>
#include <uchar.h>

/* ---- the script of a character ---- */

/* The letters are those of phrase_model.def. */
enum script {
    OUTSIDE = '^',
    OTHER = '.',
    KANJI = 'K',
    KATAKANA = 'C',
    LATIN = 'A',
    DIGIT = '0',
    HIRAGANA = 'h',
    INVISIBLE = 'i',
    BLANK = ' '
};

static bool within(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

static bool listed(const char32_t *list, uint32_t c)
{
    for (; *list; list++)
        if (*list == c) return true;
    return false;
}

static bool is_latin(uint32_t c)
{
    uint32_t letter = c | 0x20;
    return within(letter, 'a', 'z') || within(c, 0xFF21, 0xFF3A) || within(c, 0xFF41, 0xFF5A);
}

static enum script script_of(uint32_t c)
{
    if (within(c, 0x3041, 0x3096)) return HIRAGANA;
    if (within(c, 0x4E00, 0x9FFF)) return KANJI;
    if (within(c, 0x30A1, 0x30FA) || c == U'ー' || within(c, 0xFF66, 0xFF9F)) return KATAKANA;
    if (is_latin(c)) return LATIN;
    if (within(c, '0', '9') || within(c, 0xFF10, 0xFF19)) return DIGIT;
    if (c == ' ' || c == 0x3000 || c == '\t' || c == '\n') return BLANK;
    if (c == U'々' || within(c, 0x3400, 0x4DBF) || within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x3FFFF))
        return KANJI;
    return class_is_invisible(c) ? INVISIBLE : OTHER;
}

/* ---- the model, asked behind hiragana ---- */

enum { NGRAM = 4, KINDS = 2 + 3 + 4 + 5 };

/* Where the characters of a kind lie: they begin `start` behind the place and are `length` many. */
struct kind {
    int start;
    size_t length;
};
static const struct kind KIND[KINDS] = {
    {-1, 1},
    {0,  1},
    {-2, 2},
    {-1, 2},
    {0,  2},
    {-3, 3},
    {-2, 3},
    {-1, 3},
    {0,  3},
    {-4, 4},
    {-3, 4},
    {-2, 4},
    {-1, 4},
    {0,  4},
};

/* By kind, then by characters. */
struct weight {
    unsigned char kind;
    char16_t text[NGRAM];
    int weight;
};
#define W(kind, text, weight) {kind, u"" text, weight},
#define BIAS(weight)
static const struct weight WEIGHT[] = {
#include "typeset/phrase_model.def"
};
#undef W
#undef BIAS
#define W(kind, text, weight)
#define BIAS(weight) (weight)
static const int BIAS_WEIGHT =
#include "typeset/phrase_model.def"
    ;
#undef W
#undef BIAS

static int compared(const struct weight *weight, size_t kind, const char16_t *text)
{
    if (weight->kind != kind) return weight->kind < kind ? -1 : 1;
    for (size_t i = 0; i < NGRAM; i++)
        if (weight->text[i] != text[i]) return weight->text[i] < text[i] ? -1 : 1;
    return 0;
}

static int weight_of(size_t kind, const char16_t *text)
{
    size_t low = 0, high = sizeof WEIGHT / sizeof *WEIGHT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compared(&WEIGHT[middle], kind, text);
        if (order == 0) return WEIGHT[middle].weight;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* What the model sees on both sides of a place: hiragana themselves and of all else the script; and kanji themselves. */
struct window {
    char16_t plain[2 * NGRAM], exact[2 * NGRAM];
};

static void window_look(struct window *window, const uint32_t *c, size_t count, size_t place)
{
    for (size_t i = 0; i < sizeof window->plain / sizeof *window->plain; i++) {
        bool inside = place + i >= NGRAM && place + i - NGRAM < count;
        uint32_t seen = inside ? c[place + i - NGRAM] : 0;
        enum script script = inside ? script_of(seen) : OUTSIDE;
        if (script == BLANK || script == INVISIBLE) script = OTHER;
        window->plain[i] = (char16_t)(script == HIRAGANA ? seen : (uint32_t)script);
        window->exact[i] = script == KANJI && seen < 0x10000 ? (char16_t)seen : window->plain[i];
    }
}

static bool model_begins(const uint32_t *c, size_t count, size_t place)
{
    struct window window;
    window_look(&window, c, count, place);
    int score = BIAS_WEIGHT;
    for (size_t kind = 0; kind < KINDS; kind++) {
        size_t first = (size_t)NGRAM + (size_t)KIND[kind].start, size = KIND[kind].length * sizeof(char16_t);
        char16_t plain[NGRAM] = {0}, exact[NGRAM] = {0};
        memcpy(plain, window.plain + first, size);
        memcpy(exact, window.exact + first, size);
        score += weight_of(kind, plain);
        if (KIND[kind].length < NGRAM && memcmp(plain, exact, size) != 0) score += weight_of(kind, exact);
    }
    return score > 0;
}

/* ---- words the model cannot know ---- */

enum { WORD = 5 };

/* Nouns of municipal names that are hiragana to the end, and so look like a word with its particle. */
static const char32_t NOUN[][WORD + 1] = {
    U"ふるさと", U"まちづくり", U"ものづくり", U"ひとづくり", U"こども",   U"みどり",     U"くらし",   U"ごみ",
    U"いじめ",   U"にぎわい",   U"ふれあい",   U"いきいき",   U"すこやか", U"わかりやす", U"きめ細か",
};

/* Where in a noun of the table the place is: its first character is 0. SIZE_MAX: in none. */
static size_t noun_around(const uint32_t *c, size_t count, size_t place, size_t *length)
{
    for (size_t n = 0; n < sizeof NOUN / sizeof *NOUN; n++) {
        size_t size = 0;
        while (NOUN[n][size])
            size++;
        for (size_t at = 0; at <= size && at <= place; at++) {
            size_t i = 0, first = place - at;
            while (i < size && first + i < count && NOUN[n][i] == c[first + i])
                i++;
            if (i < size) continue;
            *length = size;
            return at;
        }
    }
    return SIZE_MAX;
}

static bool begins_behind_hiragana(const uint32_t *c, size_t count, size_t place)
{
    size_t length = 0, at = noun_around(c, count, place, &length);
    if (at == 0) return true;
    if (at < length) return false;
    if (at == length && script_of(c[place]) != HIRAGANA) return false;                        /* ふるさと納税 */
    if (c[place - 1] == U'か' && place > 1 && script_of(c[place - 2]) == DIGIT) return false; /* 5か年 */
    return model_begins(c, count, place);
}

/* ---- punctuation and scripts ---- */

/* △, ①, →, ※: signs that stand for words. */
static bool is_sign(uint32_t c)
{
    return within(c, 0x2160, 0x27BF) || within(c, 0x3200, 0x33FF) || c == U'※';
}

static const char32_t OPENING[] = U"「『（［｛〔〈《【‘“〝([{";
static const char32_t CLOSING[] = U"」』）］｝〕〉》】’”〟)]}";
static const char32_t ENDING[] = U"、。，．・：；？！"; /* a phrase ends behind them */
/* What never begins a line, besides closing brackets and those. */
static const char32_t LEANING[] = U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝゞヽヾ～〜…―％℃%,.:;!?";

static bool leans(uint32_t c)
{
    return listed(LEANING, c) || listed(CLOSING, c) || listed(ENDING, c);
}

/* （案）, (%): so short that they belong to what is before them. */
static bool short_brackets(const uint32_t *c, size_t count, size_t opening)
{
    enum { SHORT = 2 };
    for (size_t i = opening + 1; i < count && i <= opening + SHORT + 1; i++)
        if (listed(CLOSING, c[i])) return true;
    return false;
}

/* A comma or a middle dot between two digits is part of a number. */
static bool inside_number(const uint32_t *c, size_t place)
{
    return place > 1 && script_of(c[place]) == DIGIT && script_of(c[place - 2]) == DIGIT;
}

static bool begins_by_rule(const uint32_t *c, size_t count, size_t place)
{
    uint32_t left = c[place - 1], right = c[place];
    enum script l = script_of(left), r = script_of(right);
    if (r == BLANK || r == INVISIBLE || leans(right) || listed(OPENING, left)) return false;
    if (l == BLANK) return true;
    if (listed(OPENING, right)) {
        bool ascii = left < 0x80 && right < 0x80; /* f(x) */
        return !ascii && l != INVISIBLE && !short_brackets(c, count, place);
    }
    if (listed(ENDING, left)) return !inside_number(c, place);
    if (listed(CLOSING, left)) return r != HIRAGANA && left >= 0x80;
    if (left == U'～' || left == U'〜') return r != DIGIT && !inside_number(c, place);
    if (l != HIRAGANA) return false;
    return r == OTHER ? is_sign(right) : begins_behind_hiragana(c, count, place);
}

/* ---- names that are too long ---- */

enum { LONGEST = 8 };

/* Kanji that lean on the word before them: アルプス市, 利用者数. */
static const char32_t SUFFIX[] = U"化性的者率課費料額数別等用市県町村区部局型内外中後前式分法員会金税権件年業所室係";
/* Kanji that end a word wherever they stand, 適正化|計画, 指定管理者|制度, unless a suffix follows or what makes a word
   of both: 化学, 文化財, 性能. */
static const char32_t ENDING_WORD[] = U"化性者";
static const char32_t NOT_AFTER[] = U"学石粧合繊身成財圏祭庁賞史物証宅向側層間格質能状急教長品力値剤陣々";

static bool is_compound(uint32_t c)
{
    enum script script = script_of(c);
    return script == KANJI || script == KATAKANA || script == LATIN || script == DIGIT || script == INVISIBLE;
}

static void divide(const uint32_t *c, size_t place, bool *begins)
{
    begins[place] = !leans(c[place]) && script_of(c[place]) != INVISIBLE;
}

static size_t distance(size_t place, size_t count)
{
    return 2 * place > count ? 2 * place - count : count - 2 * place;
}

/* Divides kanji [first, end) where a word is sure to end, until no part is longer than a label bears, each time nearest
   the middle. Other words of a compound would take a dictionary: it stays whole rather than break inside one. */
static void divide_kanji(const uint32_t *c, size_t first, size_t end, bool *begins)
{
    enum { SHORTEST = 2 };
    size_t count = end - first, best = 0;
    if (count <= LONGEST) return;
    for (size_t i = SHORTEST; i + SHORTEST <= count; i++) {
        uint32_t left = c[first + i - 1], right = c[first + i];
        bool ends = listed(ENDING_WORD, left) && !listed(NOT_AFTER, right) && !listed(SUFFIX, right);
        if (ends && (!best || distance(i, count) < distance(best, count))) best = i;
    }
    if (!best) return;
    divide(c, first + best, begins);
    divide_kanji(c, first, first + best, begins);
    divide_kanji(c, first + best, end, begins);
}

/* 第5次, 8年度: a number takes the word behind it along, so that a name may begin after it. */
static size_t counted_end(const uint32_t *c, size_t first, size_t end)
{
    size_t i = first;
    while (i < end && script_of(c[i]) == DIGIT)
        i++;
    if (i == first || i == end) return first;
    bool year = c[i] == U'年' && i + 1 < end && c[i + 1] == U'度';
    return i + (year ? 2 : 1);
}

/* The end of the run of one script that begins at `first`. */
static size_t run_end(const uint32_t *c, size_t first, size_t end)
{
    size_t i = first + 1;
    while (i < end && (script_of(c[i]) == script_of(c[first]) || script_of(c[i]) == INVISIBLE))
        i++;
    return i;
}

/* May 事務事業|マネジメント, マイナンバーカード|活用 be divided where two scripts meet? Both sides must be words. */
static bool scripts_divide(const uint32_t *c, size_t first, size_t place, size_t end)
{
    enum script l = script_of(c[place - 1]), r = script_of(c[place]);
    bool meet = (l == KANJI && r == KATAKANA) || (l == KATAKANA && r == KANJI);
    return meet && place - first >= 2 && run_end(c, place, end) - place >= 2;
}

/* A name, [first, end) without kana and points: its parts are runs of one script. */
static void divide_name(const uint32_t *c, size_t first, size_t end, bool *begins)
{
    for (size_t part = first, i; end - first > LONGEST && part < end; part = i) {
        i = run_end(c, part, end);
        size_t after = script_of(c[part]) == DIGIT ? counted_end(c, part, end) : part;
        if (after > i && after < end) {
            if (script_of(c[after]) == KANJI && end - after > 2) divide(c, after, begins);
            i = after;
            continue;
        }
        bool suffix = part > first && script_of(c[part]) == KANJI && listed(SUFFIX, c[part]);
        if (suffix && i - part > 2 && script_of(c[part - 1]) == KATAKANA)
            divide(c, ++part, begins); /* アルプス市|行政 */
        if (script_of(c[part]) == KANJI) divide_kanji(c, part, i, begins);
        bool word = i < end && !listed(SUFFIX, c[i]) && !suffix;
        if (word && scripts_divide(c, part, i, end)) divide(c, i, begins);
    }
}

static void divide_names(const uint32_t *c, size_t count, bool *begins)
{
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        if (!is_compound(c[first])) continue;
        while (end < count && is_compound(c[end]) && !begins[end])
            end++;
        divide_name(c, first, end, begins);
    }
}

void phrase_find(const uint32_t *c, size_t count, bool *begins)
{
    if (count) begins[0] = false;
    for (size_t i = 1; i < count; i++)
        begins[i] = begins_by_rule(c, count, i);
    divide_names(c, count, begins);
}
