/* phrases: both texts cut into phrases, what they share at both ends taken off, a shortest edit script of the rest (Myers, "An O(ND)
   difference algorithm and its variations", 1986), and its runs told with a little of what stands around. Knows nothing of plans. */
#include "diff/phrases.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "typeset/phrase.h"

enum {
    MOST_EDITS = 600, /* beyond them the texts are as good as different */
    NEAR = 2,         /* places so few phrases apart are told as one */
    AROUND = 3,       /* phrases of context on either side */
    AROUND_BYTES = 60 /* and no more than these, of about 20 characters */
};

/* ---- a text as phrases ---- */

struct phrase {
    const char *at;
    size_t size;
    uint32_t hash;
};
struct phrases {
    const char *text;
    struct phrase *phrase;
    unsigned count;
};

static uint32_t hash_of(const char *bytes, size_t size)
{
    uint32_t hash = 2166136261U; /* FNV-1a */
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619U;
    return hash;
}

static void add_phrase(struct phrases *phrases, const char *from, const char *to)
{
    size_t size = (size_t)(to - from);
    if (size) phrases->phrase[phrases->count++] = (struct phrase){from, size, hash_of(from, size)};
}

/* The phrases of one line, which begins at `line` and has `count` characters. */
static void cut_line(struct phrases *phrases, const char *line, const uint32_t *c, size_t count, bool *begins)
{
    const char *p = line, *from = line;
    phrase_find(c, count, begins);
    for (size_t i = 0; i < count; i++) {
        if (i && begins[i]) {
            add_phrase(phrases, from, p);
            from = p;
        }
        utf8_next(&p);
    }
    add_phrase(phrases, from, p);
}

static struct phrases phrases_of(struct arena *arena, const char *text)
{
    size_t length = strlen(text), count = 0;
    struct phrases phrases = {.text = text, .phrase = arena_array(arena, length + 1, sizeof *phrases.phrase)};
    uint32_t *c = arena_array(arena, length + 1, sizeof *c);
    bool *begins = arena_array(arena, length + 1, sizeof *begins);
    const char *line = text;
    for (const char *p = text; *p;) {
        const char *at = p;
        uint32_t one = utf8_next(&p);
        if (one != '\n') {
            c[count++] = one;
            continue;
        }
        cut_line(&phrases, line, c, count, begins);
        add_phrase(&phrases, at, p);
        line = p;
        count = 0;
    }
    cut_line(&phrases, line, c, count, begins);
    return phrases;
}

static bool same(const struct phrase *a, const struct phrase *b)
{
    return a->hash == b->hash && a->size == b->size && !memcmp(a->at, b->at, a->size);
}

/* ---- the shortest edit script ---- */

/* What is compared: what the texts do not share at their ends. */
struct middle {
    const struct phrase *old, *new;
    int olds, news;
    bool *removed, *added; /* of each phrase of the whole texts, from the middle's first on */
};

/* How far each diagonal reaches after `edits` edits, for every number of edits: row d begins at d * d and has 2d + 1 places. */
static int *row_of(int *reach, int edits)
{
    return reach + (size_t)edits * (size_t)edits + edits; /* of diagonal 0 */
}

static bool from_above(const int *row, int edits, int diagonal)
{
    return diagonal == -edits || (diagonal != edits && row[diagonal - 1] < row[diagonal + 1]);
}

static int follow(const struct middle *m, int x, int diagonal)
{
    int y = x - diagonal;
    while (x < m->olds && y < m->news && same(&m->old[x], &m->new[y]))
        x++, y++;
    return x;
}

/* Fills the rows up to the one that arrives, and says which; −1: too many edits. */
static int search(const struct middle *m, int *reach, int most)
{
    for (int d = 0; d <= most; d++) {
        int *row = row_of(reach, d), *last = d ? row_of(reach, d - 1) : NULL;
        for (int k = -d; k <= d; k += 2) {
            int x = 0;
            if (last) x = from_above(last, d, k) ? last[k + 1] : last[k - 1] + 1;
            row[k] = follow(m, x, k);
            if (row[k] >= m->olds && row[k] - k >= m->news) return d;
        }
    }
    return -1;
}

static void walk_back(struct middle *m, int *reach, int edits)
{
    int x = m->olds, y = m->news;
    for (int d = edits; d > 0; d--) {
        const int *last = row_of(reach, d - 1);
        int k = x - y;
        bool above = from_above(last, d, k);
        int before = above ? k + 1 : k - 1;
        x = last[before];
        y = x - before;
        if (above)
            m->added[y] = true;
        else
            m->removed[x] = true;
    }
}

static void mark(struct middle *m)
{
    int most = m->olds + m->news < MOST_EDITS ? m->olds + m->news : MOST_EDITS;
    int *reach = xcalloc((size_t)(most + 1) * (size_t)(most + 1), sizeof *reach);
    int edits = search(m, reach, most);
    if (edits >= 0) {
        walk_back(m, reach, edits);
    } else {
        memset(m->removed, true, (size_t)m->olds * sizeof *m->removed);
        memset(m->added, true, (size_t)m->news * sizeof *m->added);
    }
    free(reach);
}

/* ---- places ---- */

struct place {
    unsigned old_from, old_to, new_from, new_to;
};

static bool is_line_end(const struct phrase *phrase)
{
    return *phrase->at == '\n';
}

/* Is what stands between two places so little, and of one line, that they are told as one? */
static bool are_near(const struct phrases *old, const struct place *a, const struct place *b)
{
    if (b->old_from - a->old_to > NEAR) return false;
    for (unsigned i = a->old_to; i < b->old_from; i++)
        if (is_line_end(&old->phrase[i])) return false;
    return true;
}

static const char *context_before(struct arena *arena, const struct phrases *text, unsigned from, bool *cut)
{
    unsigned first = from;
    const char *end = text->phrase[from].at;
    while (first && from - first < AROUND && !is_line_end(&text->phrase[first - 1]) &&
           end - text->phrase[first - 1].at <= AROUND_BYTES)
        first--;
    *cut = first && !is_line_end(&text->phrase[first - 1]);
    return arena_strndup(arena, text->phrase[first].at, (size_t)(end - text->phrase[first].at));
}

static const char *context_after(struct arena *arena, const struct phrases *text, unsigned to, bool *cut)
{
    unsigned last = to;
    const char *start = text->phrase[to].at;
    while (last < text->count && last - to < AROUND && !is_line_end(&text->phrase[last]) &&
           text->phrase[last].at + text->phrase[last].size - start <= AROUND_BYTES)
        last++;
    *cut = last < text->count && !is_line_end(&text->phrase[last]);
    return arena_strndup(arena, start, (size_t)(text->phrase[last].at - start));
}

static struct hunk hunk_of(struct arena *arena, const struct phrases *old, const struct phrases *new,
                           const struct place *place)
{
    const struct phrase *from = &old->phrase[place->old_from], *to = &old->phrase[place->old_to];
    const struct phrase *start = &new->phrase[place->new_from], *end = &new->phrase[place->new_to];
    struct hunk hunk = {
        .old_from = (size_t)(from->at - old->text),
        .old_size = (size_t)(to->at - from->at),
        .new_from = (size_t)(start->at - new->text),
        .new_size = (size_t)(end->at - start->at),
        .removed = arena_strndup(arena, from->at, (size_t)(to->at - from->at)),
        .added = arena_strndup(arena, start->at, (size_t)(end->at - start->at)),
    };
    hunk.before = context_before(arena, new, place->new_from, &hunk.cut_before);
    hunk.after = context_after(arena, new, place->new_to, &hunk.cut_after);
    return hunk;
}

/* The next run of phrases, both texts being walked side by side. */
static bool next_place(const struct phrases *old, const struct phrases *new, const bool *removed, const bool *added,
                       struct place *place)
{
    unsigned i = place->old_to, j = place->new_to;
    while (i < old->count && j < new->count && !removed[i] && !added[j])
        i++, j++;
    *place = (struct place){i, i, j, j};
    while (place->old_to < old->count && removed[place->old_to])
        place->old_to++;
    while (place->new_to < new->count && added[place->new_to])
        place->new_to++;
    return place->old_from < place->old_to || place->new_from < place->new_to;
}

static unsigned gather(const struct phrases *old, const struct phrases *new, const bool *removed, const bool *added,
                       struct place *list)
{
    unsigned count = 0;
    for (struct place place = {0}; next_place(old, new, removed, added, &place);) {
        if (count && are_near(old, &list[count - 1], &place)) {
            list[count - 1].old_to = place.old_to;
            list[count - 1].new_to = place.new_to;
        } else {
            list[count++] = place;
        }
    }
    return count;
}

/* The end of the text as a phrase without bytes, so that every place has an end. */
static void close_phrases(struct phrases *phrases)
{
    phrases->phrase[phrases->count] = (struct phrase){.at = phrases->text + strlen(phrases->text)};
}

unsigned phrases_differ(struct arena *arena, const char *old_text, const char *new_text, const struct hunk **out)
{
    struct arena *scratch = arena_new();
    struct phrases old = phrases_of(scratch, old_text), new = phrases_of(scratch, new_text);
    bool *removed = arena_array(scratch, (size_t)old.count + 1, sizeof *removed);
    bool *added = arena_array(scratch, (size_t) new.count + 1, sizeof *added);
    unsigned start = 0, end = 0, least = old.count < new.count ? old.count : new.count;
    close_phrases(&old);
    close_phrases(&new);
    while (start < least && same(&old.phrase[start], &new.phrase[start]))
        start++;
    while (end < least - start && same(&old.phrase[old.count - 1 - end], &new.phrase[new.count - 1 - end]))
        end++;
    struct middle middle = {
        old.phrase + start, new.phrase + start, (int)(old.count - start - end), (int)(new.count - start - end),
        removed + start,    added + start};
    mark(&middle);
    struct place *place = arena_array(scratch, (size_t)old.count + new.count + 1, sizeof *place);
    unsigned count = gather(&old, &new, removed, added, place);
    struct hunk *hunk = arena_array(arena, count, sizeof *hunk);
    for (unsigned i = 0; i < count; i++)
        hunk[i] = hunk_of(arena, &old, &new, &place[i]);
    *out = hunk;
    arena_free(scratch);
    return count;
}
