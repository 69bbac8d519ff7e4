/* repeats: shingles. Every run of RUN letters of a text is hashed; equal hashes lie side by side once all are sorted, which gives the
   pairs of texts worth comparing without comparing each text with each. */
#include "check/repeats.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
#include "base/utf8.h"
#include "check/script.h"

enum {
    RUN = 4,            /* letters of a shingle */
    LETTERS_LEAST = 24, /* of a text that is compared */
    SHINGLES_MOST = 1 << 19,
    SHARED_LEAST = 6,   /* shingles that two texts have in common before they are compared */
    SHARE_PERCENT = 55, /* of the shorter one's, of texts that are alike */
};

struct shingle {
    uint64_t hash;
    uint32_t text;
};
struct pair {
    uint32_t earlier, later;
};
/* A text as it is compared. */
struct sketch {
    uint64_t whole; /* of all its letters */
    unsigned letters;
    unsigned first, end; /* its shingles, ascending, each once */
};
struct work {
    struct arena *arena;
    struct sketch *sketch;
    struct shingle *shingle; /* by text, then by hash */
    unsigned shingles, capacity;
    uint64_t keep; /* one of so many shingles is kept */
};

static int by_hash(const void *left, const void *right)
{
    const struct shingle *a = left, *b = right;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->text > b->text) - (a->text < b->text);
}

static int by_pair(const void *left, const void *right)
{
    const struct pair *a = left, *b = right;
    if (a->later != b->later) return a->later < b->later ? -1 : 1;
    return (a->earlier > b->earlier) - (a->earlier < b->earlier);
}

/* The letters of a text, without punctuation and blanks; the caller frees them. */
static uint32_t *letters_of(const char *text, unsigned *count)
{
    uint32_t *letter = xmalloc((strlen(text) + 1) * sizeof *letter);
    *count = 0;
    while (*text) {
        uint32_t c = utf8_halfwidth(utf8_next(&text));
        if (script_is_word(c)) letter[(*count)++] = c;
    }
    return letter;
}

static void add_shingle(struct work *work, uint64_t hash, unsigned text)
{
    GROW(work->shingle, work->shingles, work->capacity);
    work->shingle[work->shingles++] = (struct shingle){hash, text};
}

/* Sorts a text's shingles and drops those it has twice. */
static void end_text(struct work *work, struct sketch *sketch)
{
    struct shingle *first = work->shingle + sketch->first;
    unsigned count = work->shingles - sketch->first, kept = 0;
    if (count) qsort(first, count, sizeof *first, by_hash);
    for (unsigned i = 0; i < count; i++)
        if (!i || first[i].hash != first[i - 1].hash) first[kept++] = first[i];
    work->shingles = sketch->first + kept;
    sketch->end = work->shingles;
}

static void read_text(struct work *work, const char *text, unsigned index)
{
    struct sketch *sketch = &work->sketch[index];
    uint32_t *letter = letters_of(text, &sketch->letters);
    sketch->first = work->shingles;
    sketch->whole = XXH3_64bits(letter, sketch->letters * sizeof *letter);
    /* The whole counts as one more, always kept, so that exact copies meet. */
    if (sketch->letters >= LETTERS_LEAST) add_shingle(work, sketch->whole, index);
    for (unsigned i = 0; sketch->letters >= LETTERS_LEAST && i + RUN <= sketch->letters; i++) {
        uint64_t hash = XXH3_64bits(letter + i, RUN * sizeof *letter);
        if (hash % work->keep == 0) add_shingle(work, hash, index);
    }
    end_text(work, sketch);
    free(letter);
}

/* Of those that share a shingle each is paired with the first and with the one before it: as many pairs as shingles, at most two each. */
static struct pair *pairs_of(const struct work *work, unsigned *count)
{
    struct shingle *all = arena_array(work->arena, work->shingles, sizeof *all);
    struct pair *pair = arena_array(work->arena, work->shingles, 2 * sizeof *pair);
    if (work->shingles) memcpy(all, work->shingle, work->shingles * sizeof *all);
    if (work->shingles) qsort(all, work->shingles, sizeof *all, by_hash);
    *count = 0;
    for (unsigned i = 0, start = 0; i < work->shingles; i++) {
        if (all[i].hash != all[start].hash) start = i;
        if (i == start) continue;
        pair[(*count)++] = (struct pair){all[i - 1].text, all[i].text};
        if (i - 1 > start) pair[(*count)++] = (struct pair){all[start].text, all[i].text};
    }
    if (*count) qsort(pair, *count, sizeof *pair, by_pair);
    return pair;
}

static bool has_shingle(const struct work *work, const struct sketch *sketch, uint64_t hash)
{
    unsigned low = sketch->first, high = sketch->end;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (work->shingle[middle].hash == hash) return true;
        if (work->shingle[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* How many percents of the shorter one's shingles the other has; 0: too few to tell. */
static unsigned alike(const struct work *work, const struct sketch *a, const struct sketch *b)
{
    const struct sketch *shorter = a->end - a->first <= b->end - b->first ? a : b, *longer = shorter == a ? b : a;
    unsigned size = shorter->end - shorter->first, shared = 0;
    for (unsigned i = shorter->first; i < shorter->end; i++)
        shared += has_shingle(work, longer, work->shingle[i].hash);
    return shared < SHARED_LEAST ? 0 : shared * 100 / size;
}

/* Of all earlier texts that a text resembles, the one it resembles most. */
static void judge(const struct work *work, const struct pair *pair, unsigned pairs, struct repeat *repeat)
{
    unsigned best = 0;
    for (unsigned i = 0, end = 0; i < pairs; i = end) {
        while (end < pairs && !by_pair(&pair[i], &pair[end]))
            end++;
        if (!i || pair[i].later != pair[i - 1].later) best = 0;
        const struct sketch *a = &work->sketch[pair[i].earlier], *b = &work->sketch[pair[i].later];
        bool exact = a->whole == b->whole && a->letters == b->letters;
        if (repeat[pair[i].later].exact || end - i < (exact ? 1 : SHARED_LEAST / 2)) continue;
        unsigned share = exact ? 101 : alike(work, a, b);
        if (share < SHARE_PERCENT || share <= best) continue;
        best = share;
        repeat[pair[i].later] = (struct repeat){(int)pair[i].earlier, exact};
    }
}

const struct repeat *repeats_find(struct arena *arena, const char *const *text, unsigned count)
{
    struct work work = {.arena = arena_new(), .keep = 1};
    struct repeat *repeat = arena_array(arena, count, sizeof *repeat);
    size_t bytes = 0;
    for (unsigned i = 0; i < count; i++) {
        repeat[i].of = REPEATS_NONE;
        bytes += strlen(text[i]);
    }
    work.keep += bytes / 3 / SHINGLES_MOST;
    work.sketch = arena_array(work.arena, count, sizeof *work.sketch);
    for (unsigned i = 0; i < count; i++)
        read_text(&work, text[i], i);
    unsigned pairs;
    const struct pair *pair = pairs_of(&work, &pairs);
    judge(&work, pair, pairs, repeat);
    free(work.shingle);
    arena_free(work.arena);
    return repeat;
}
