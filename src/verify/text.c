/* text: see text.h. */
#include "verify/text.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"

/* ---- solid text ---- */

static bool is_nothing(unsigned c)
{
    static const struct {
        unsigned first, last;
    } NOTHING[] = {
        {0x0,     0x20   }, /* controls, blank */
        {0xA0,    0xA0   },
        {0xAD,    0xAD   }, /* soft hyphen */
        {0x2000,  0x200D },
        {0x2028,  0x2029 },
        {0x2060,  0x2060 },
        {0x3000,  0x3000 },
        {0xFE00,  0xFE0F }, /* variation selectors */
        {0xFEFF,  0xFEFF },
        {0xE0100, 0xE01EF},
    };
    for (size_t i = 0; i < sizeof NOTHING / sizeof *NOTHING; i++)
        if (c >= NOTHING[i].first && c <= NOTHING[i].last) return true;
    return false;
}

const char *text_solid(struct arena *arena, const char *text)
{
    struct buf solid = {0};
    for (const char *p = text ? text : "", *next = p; *p; p = next)
        if (!is_nothing(utf8_next(&next))) buf_put(&solid, p, (size_t)(next - p));
    const char *kept = arena_strndup(arena, buf_text(&solid), solid.size);
    buf_free(&solid);
    return kept;
}

/* ---- numbers ---- */

enum { FULL_WIDTH_ZERO = 0xFF10, FULL_WIDTH_NINE = 0xFF19, FULL_WIDTH_COMMA = 0xFF0C, FULL_WIDTH_POINT = 0xFF0E };

/* An ASCII digit, point or comma for what is one in any width; 0: nothing of a number. */
static char part_of_number(unsigned c)
{
    if (c < 0x80 && (g_ascii_isdigit(c) || c == '.' || c == ',')) return (char)c;
    if (c >= FULL_WIDTH_ZERO && c <= FULL_WIDTH_NINE) return (char)('0' + (c - FULL_WIDTH_ZERO));
    if (c == FULL_WIDTH_COMMA) return ',';
    return c == FULL_WIDTH_POINT ? '.' : '\0';
}

/* The next number from *text on, its separators left out, into `number`; *text is behind it. */
static bool next_number(const char **text, struct buf *number)
{
    number->size = 0;
    for (const char *next = *text; *next;) {
        char c = part_of_number(utf8_next(&next));
        const char *after = next;
        char follows = *next ? part_of_number(utf8_next(&after)) : '\0';
        bool digit = c >= '0' && c <= '9', inner = c && number->size && follows >= '0' && follows <= '9';
        if (digit || (c == '.' && inner)) buf_char(number, c);
        *text = next;
        if (number->size && !digit && !inner) break;
    }
    return number->size > 0;
}

struct numbers {
    GHashTable *set;
};

struct numbers *numbers_new(void)
{
    struct numbers *numbers = xcalloc(1, sizeof *numbers);
    numbers->set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return numbers;
}

void numbers_free(struct numbers *numbers)
{
    if (!numbers) return;
    g_hash_table_destroy(numbers->set);
    free(numbers);
}

void numbers_add(struct numbers *numbers, const char *text)
{
    struct buf number = {0};
    while (text && next_number(&text, &number))
        g_hash_table_add(numbers->set, g_strdup(buf_text(&number)));
    buf_free(&number);
}

const char *numbers_unknown(const struct numbers *const *sets, size_t count, const char *text, struct arena *arena,
                            unsigned long *seen)
{
    struct buf number = {0};
    const char *unknown = NULL;
    while (!unknown && next_number(&text, &number)) {
        const char *found = buf_text(&number);
        bool known = false;
        for (size_t i = 0; i < count && !known; i++)
            known = g_hash_table_contains(sets[i]->set, found);
        if (!known) unknown = arena_strdup(arena, found);
        ++*seen;
    }
    buf_free(&number);
    return unknown;
}

/* ---- equality ---- */

static bool is_same_byte(char a, char b)
{
    enum { ONE = 0x9F, OTHER = 0xAD };
    unsigned char x = (unsigned char)a, y = (unsigned char)b;
    return x == y || ((x == ONE || x == OTHER) && (y == ONE || y == OTHER));
}

bool text_equal(const char *a, const char *b)
{
    while (*a && is_same_byte(*a, *b)) {
        a++;
        b++;
    }
    return *a == *b;
}

static bool starts(const char *text, const char *with)
{
    while (*with && is_same_byte(*text, *with)) {
        text++;
        with++;
    }
    return !*with;
}

const char *text_find(const char *whole, const char *part)
{
    for (; *whole; whole++)
        if (starts(whole, part)) return whole;
    return *part ? NULL : whole;
}

/* ---- holding ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Does the number before `at` go on there: 1,|234, 98.|6, △|2? */
static bool joins_before(const char *whole, const char *at, const char *part)
{
    static const char MINUS[] = "△";
    size_t minus = strlen(MINUS), before = (size_t)(at - whole);
    if (!is_digit(*part) || !before) return false;
    if (is_digit(at[-1])) return true;
    if ((at[-1] == '.' || at[-1] == ',') && before > 1 && is_digit(at[-2])) return true;
    return before >= minus && !memcmp(at - minus, MINUS, minus);
}

static bool joins_after(const char *end, char last)
{
    if (!is_digit(last)) return false;
    return is_digit(*end) || ((*end == '.' || *end == ',') && is_digit(end[1]));
}

bool text_holds(const char *whole, const char *part)
{
    size_t length = strlen(part);
    if (!length) return true;
    for (const char *at = text_find(whole, part); at; at = text_find(at + 1, part))
        if (!joins_before(whole, at, part) && !joins_after(at + length, part[length - 1])) return true;
    return false;
}
