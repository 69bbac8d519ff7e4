/* label: words and numbers at the beginning of cells. */
#include "desk/label.h"
#include <string.h>
#include "base/utf8.h"

enum { LARGEST_NUMBER = 999, MONTHS = 12 };

/* Unicode has circled numbers to 50, in three places. */
static const struct {
    unsigned first, count;
    uint32_t circled;
} CIRCLED[] = {
    {1,  20, 0x2460},
    {21, 15, 0x3251},
    {36, 15, 0x32B1}
};

/* clang-format off */
static const struct {
    enum label label;
    const char *words;
} LABELS[] = {
#define PLAN_FIELD(id, element, label, ...) {LABEL_##id, label},
#include "plan/fields.def"
#define LABEL(kind, words) {LABEL_##kind, words},
#include "desk/label.def"
#undef LABEL
};
/* clang-format on */
enum { LABELS_COUNT = sizeof LABELS / sizeof *LABELS };

/* The labels that the body may have words of its own for, by their ids in labels.xml. */
static enum label label_by_id(const char *id)
{
    /* clang-format off */
    static const struct {
        enum label label;
        const char *id;
    } IDS[] = {
#define PLAN_FIELD(id, element, ...) {LABEL_##id, element},
#include "plan/fields.def"
        {LABEL_INITIATIVE, "name"},
        {LABEL_DEPARTMENT, "department"},
        {LABEL_ITEM, "item"},
        {LABEL_DEFINITION, "definition"},
        {LABEL_TARGET, "target"},
        {LABEL_ACTUAL, "actual"},
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof IDS / sizeof *IDS; i++)
        if (!strcmp(IDS[i].id, id)) return IDS[i].label;
    return LABEL_NONE;
}

/* The body's own words go before the program's. */
static enum label own_label(const struct form_labels *labels, struct arena *arena, const char *key)
{
    enum label label = LABEL_NONE;
    for (unsigned i = 0; labels && i < labels->count && !label; i++)
        if (!strcmp(slice_key_of(arena, labels->word[i].word), key)) label = label_by_id(labels->word[i].id);
    return label;
}

enum label label_of(struct slice slice)
{
    enum { LONGEST = 64 };
    if (slice_is_empty(slice) || slice_size(slice) > LONGEST) return LABEL_NONE;
    struct arena *arena = arena_new();
    const char *key = slice_key(arena, slice);
    enum label label = LABEL_NONE;
    label = own_label(slice.cell->row->labels, arena, key);
    for (unsigned i = 0; i < LABELS_COUNT && !label; i++)
        if (!strcmp(LABELS[i].words, key)) label = LABELS[i].label;
    arena_free(arena);
    return label;
}

const char *label_words(enum label label)
{
    for (unsigned i = 0; i < LABELS_COUNT; i++)
        if (LABELS[i].label == label) return LABELS[i].words;
    return "";
}

/* ---- reading a slice character by character ---- */

struct reading {
    const char *at, *end;
};

static struct reading reading_of(struct slice slice)
{
    return (struct reading){slice_bytes(slice), slice_bytes(slice) + slice_size(slice)};
}

static uint32_t peek(const struct reading *reading)
{
    const char *p = reading->at;
    return p < reading->end ? utf8_halfwidth(utf8_next(&p)) : 0;
}

static uint32_t next(struct reading *reading)
{
    return reading->at < reading->end ? utf8_halfwidth(utf8_next(&reading->at)) : 0;
}

/* True if there was any. */
static bool skip_blanks(struct reading *reading)
{
    const char *start = reading->at;
    while (peek(reading) == ' ' || peek(reading) == '\n' || peek(reading) == 0xA0)
        next(reading);
    return reading->at > start;
}

/* Passes over `words`, if they come next. */
static bool accept(struct reading *reading, const char *words)
{
    size_t size = strlen(words);
    bool there = (size_t)(reading->end - reading->at) >= size && !memcmp(reading->at, words, size);
    if (there) reading->at += size;
    return there;
}

static bool accept_sign(struct reading *reading, uint32_t sign)
{
    bool there = peek(reading) == sign;
    if (there) next(reading);
    return there;
}

/* Digits of either width; 0: none, or too large a number. */
static unsigned digits(struct reading *reading, unsigned largest)
{
    unsigned value = 0;
    while (peek(reading) >= '0' && peek(reading) <= '9') {
        uint32_t digit = next(reading) - '0';
        value = value > largest ? value : value * 10 + digit;
    }
    return value <= largest ? value : 0;
}

/* ---- numbers before texts ---- */

static unsigned circled(struct reading *reading)
{
    uint32_t c = next(reading);
    for (unsigned i = 0; i < sizeof CIRCLED / sizeof *CIRCLED; i++)
        if (c >= CIRCLED[i].circled && c - CIRCLED[i].circled < CIRCLED[i].count)
            return c - CIRCLED[i].circled + CIRCLED[i].first;
    return 0;
}

/* 第1章, 第1節; or a bare number that a blank, but no sign, separates from its title. */
static unsigned chapter(struct reading *reading)
{
    bool worded = accept(reading, "第");
    skip_blanks(reading);
    unsigned number = digits(reading, LARGEST_NUMBER);
    bool apart = skip_blanks(reading);
    if (worded) return accept(reading, "章") ? number : 0;
    return apart || reading->at == reading->end ? number : 0;
}

static unsigned section(struct reading *reading)
{
    bool worded = accept(reading, "第"), bracket = !worded && accept_sign(reading, '(');
    skip_blanks(reading);
    unsigned number = digits(reading, LARGEST_NUMBER);
    skip_blanks(reading);
    if (worded) return accept(reading, "節") ? number : 0;
    if (bracket) return accept_sign(reading, ')') ? number : 0;
    bool dot = accept_sign(reading, '.');
    bool goes_on = peek(reading) >= '0' && peek(reading) <= '9'; /* 1.5倍 */
    return dot && !goes_on ? number : 0;
}

/* A label's words and a number. */
static unsigned worded(struct reading *reading, enum label label)
{
    for (unsigned i = 0; i < LABELS_COUNT; i++) {
        struct reading trial = *reading;
        if (LABELS[i].label != label || !accept(&trial, LABELS[i].words)) continue;
        skip_blanks(&trial);
        unsigned number = digits(&trial, LARGEST_NUMBER);
        if (!number) continue;
        *reading = trial;
        return number;
    }
    return 0;
}

static unsigned number_of(struct reading *reading, enum numbering numbering)
{
    switch (numbering) {
    case NUMBERING_CIRCLED:
        return circled(reading);
    case NUMBERING_CHAPTER:
        return chapter(reading);
    case NUMBERING_SECTION:
        return section(reading);
    case NUMBERING_POLICY:
        return worded(reading, LABEL_POLICY);
    case NUMBERING_VIEWPOINT:
        return worded(reading, LABEL_VIEWPOINT);
    }
    return 0;
}

bool label_number(struct slice slice, enum numbering numbering, struct numbered *out)
{
    struct reading reading = reading_of(slice);
    unsigned number = slice_is_empty(slice) ? 0 : number_of(&reading, numbering);
    if (!number) return false;
    unsigned size = (unsigned)(reading.at - slice_bytes(slice));
    *out = (struct numbered){.number = number,
                             .mark = slice_trim((struct slice){slice.cell, slice.from, slice.from + size}),
                             .text = slice_after(slice, size)};
    return true;
}

char *label_circled(struct arena *arena, unsigned number)
{
    for (unsigned i = 0; i < sizeof CIRCLED / sizeof *CIRCLED; i++) {
        char sign[5] = {0};
        if (number - CIRCLED[i].first >= CIRCLED[i].count) continue;
        utf8_put(sign, CIRCLED[i].circled + number - CIRCLED[i].first);
        return arena_strdup(arena, sign);
    }
    return arena_printf(arena, "(%u)", number);
}

/* ---- years and dates ---- */

/* Era and its year, or a Western year; 0: neither. */
static int year(struct reading *reading)
{
    static const struct {
        const char *name;
        int before; /* the year before its first */
    } ERAS[] = {
        {"令和", 2018},
        {"R",      2018},
        {"平成", 1988},
        {"H",      1988},
        {"昭和", 1925},
        {"S",      1925}
    };
    enum { FIRST_WESTERN = 1900, LAST_WESTERN = 2999, LONGEST_ERA = 99 };
    for (unsigned i = 0; i < sizeof ERAS / sizeof *ERAS; i++) {
        if (!accept(reading, ERAS[i].name)) continue;
        skip_blanks(reading);
        unsigned number = accept(reading, "元") ? 1 : digits(reading, LONGEST_ERA);
        return number ? ERAS[i].before + (int)number : 0;
    }
    unsigned western = digits(reading, LAST_WESTERN);
    return western >= FIRST_WESTERN ? (int)western : 0;
}

int label_year(struct slice slice)
{
    struct reading reading = reading_of(slice);
    int number = slice_is_empty(slice) ? 0 : year(&reading);
    skip_blanks(&reading);
    if (!accept(&reading, "年度")) accept(&reading, "年");
    return reading.at == reading.end ? number : 0;
}

bool label_date(struct slice slice, struct date *out)
{
    struct reading reading = reading_of(slice);
    *out = (struct date){.year = slice_is_empty(slice) ? 0 : year(&reading)};
    skip_blanks(&reading);
    if (!out->year || !accept(&reading, "年")) return false;
    skip_blanks(&reading);
    out->month = (int)digits(&reading, MONTHS);
    skip_blanks(&reading);
    return out->month && accept(&reading, "月") && reading.at == reading.end;
}

bool label_is_page(struct slice slice)
{
    struct reading reading = reading_of(slice);
    return !slice_is_empty(slice) && digits(&reading, LARGEST_NUMBER) && reading.at == reading.end;
}
