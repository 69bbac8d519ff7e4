/* compare: entries of one place are those of the same field, part, indicator and year; where there are several, equal ones belong
   together first. */
#include "diff/compare.h"
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "progress/unit.h"

struct difference *compare_gather(struct gathered *gathered, struct difference difference)
{
    GROW(gathered->list, gathered->count, gathered->capacity);
    struct difference *one = arena_alloc(gathered->arena, sizeof *one);
    *one = difference;
    gathered->list[gathered->count++] = one;
    return one;
}

/* ---- the same, written otherwise? ---- */

static bool same_string(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

/* Half-width, without blanks and separators of thousands. */
static void put_plain(struct buf *out, const char *text)
{
    while (*text) {
        char bytes[4];
        uint32_t c = utf8_halfwidth(utf8_next(&text));
        if (c != ' ' && c != ',' && c != '\n' && c != '\t') buf_put(out, bytes, utf8_put(bytes, c));
    }
}

static bool same_letters(const char *a, const char *b)
{
    struct buf one = {0}, other = {0};
    put_plain(&one, a);
    put_plain(&other, b);
    bool same = !strcmp(buf_text(&one), buf_text(&other));
    buf_free(&one);
    buf_free(&other);
    return same;
}

static bool same_number(const struct value *a, const struct value *b)
{
    struct decimal low, high;
    if (!value_is_numeric(a) || a->kind != b->kind || a->approximate != b->approximate) return false;
    const char *from = a->unit ? a->unit : "", *to = b->unit ? b->unit : "";
    if (same_string(from, to)) return !decimal_compare(a->number, b->number) && !decimal_compare(a->high, b->high);
    return value_convert(a->number, from, to, &low) && value_convert(a->high, from, to, &high) &&
           !decimal_compare(low, b->number) && !decimal_compare(high, b->high);
}

static bool is_writing(const struct entry *old, const struct entry *new)
{
    if (old->value && new->value && same_number(old->value, new->value)) return true;
    return same_letters(old->text, new->text);
}

/* ---- places ---- */

static bool same_place(const struct entry *a, const struct entry *b)
{
    return a->year == b->year && a->indicator == b->indicator && a->document == b->document &&
           same_string(a->field, b->field) && same_string(a->part, b->part);
}

/* Partners of both lists, index + 1; lists are nearly alike, so that the search begins where the last one ended. */
struct partners {
    const struct entries *old, *new;
    unsigned *of_old, *of_new;
};

static void join_places(struct partners *partners, bool same_text)
{
    unsigned olds = partners->old->count, start = 0;
    for (unsigned i = 0; i < partners->new->count; i++) {
        if (partners->of_new[i]) continue;
        for (unsigned k = 0; k < olds; k++) {
            unsigned j = (start + k) % olds;
            const struct entry *old = &partners->old->entry[j], *new = &partners->new->entry[i];
            if (partners->of_old[j] || !same_place(old, new) || (same_text && strcmp(old->text, new->text) != 0))
                continue;
            partners->of_old[j] = i + 1;
            partners->of_new[i] = j + 1;
            start = j + 1;
            break;
        }
    }
}

/* `any` is one of the two, of which one may be NULL. */
static enum difference_kind kind_of(const struct entry *any, const struct entry *old, const struct entry *new)
{
    if (any->form == ENTRY_TEXT) return DIFFERENCE_TEXT;
    if (old && new &&is_writing(old, new)) return DIFFERENCE_WRITING;
    return any->form == ENTRY_VALUE ? DIFFERENCE_VALUE : DIFFERENCE_WORDS;
}

static void tell(struct gathered *gathered, const struct entry *any, const struct entry *old, const struct entry *new,
                 const struct difference *like, const struct initiative *initiative)
{
    struct difference difference = *like;
    difference.kind = kind_of(any, old, new);
    difference.document = any->document;
    difference.field = any->field;
    difference.part = any->part;
    difference.year = any->year;
    difference.old = old ? old->text : NULL;
    difference.new = new ? new->text : NULL;
    if (any->indicator) {
        const struct indicator *indicator = &initiative->indicator[any->indicator - 1];
        difference.indicator = indicator->id;
        difference.definition = indicator->definition;
        difference.several = initiative->indicators > 1;
    }
    if (difference.kind == DIFFERENCE_TEXT)
        difference.hunks =
            phrases_differ(gathered->arena, old ? old->text : "", new ? new->text : "", &difference.hunk);
    compare_gather(gathered, difference);
}

void compare_entries(struct gathered *gathered, const struct entries *old, const struct entries *new,
                     const struct difference *like, const struct initiative *new_initiative)
{
    struct arena *scratch = arena_new();
    struct partners partners = {old, new, arena_array(scratch, old->count, sizeof(unsigned)),
                                arena_array(scratch, new->count, sizeof(unsigned))};
    join_places(&partners, true);
    join_places(&partners, false);
    unsigned next = 0; /* what went is told where it stood */
    for (unsigned i = 0; i <= new->count; i++) {
        unsigned before = i < new->count ? partners.of_new[i] : old->count + 1;
        for (; before && next < before - 1; next++)
            if (!partners.of_old[next])
                tell(gathered, &old->entry[next], &old->entry[next], NULL, like, new_initiative);
        if (i == new->count) break;
        const struct entry *other = before ? &old->entry[before - 1] : NULL;
        if (!other || strcmp(other->text, new->entry[i].text) != 0)
            tell(gathered, &new->entry[i], other, &new->entry[i], like, new_initiative);
    }
    arena_free(scratch);
}
