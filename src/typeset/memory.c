/* memory: texts that were shaped already, by their bytes and the faces of their runs. Knows nothing of sizes or lines. */
#include <glib.h>
#include <stdlib.h>
#include "typeset/shaped.h"

enum {
    ROOM = 4 << 20,     /* bytes in all: every text of some eighty sheets, or all labels of thousands */
    LONGEST_TEXT = 4096 /* bytes of a text worth remembering */
};

/* A text and its look: the key, with the answer. */
struct known {
    guint hash;
    const struct shaped *shaped;
    const char *text;
    uint32_t length;
    unsigned runs;
    const struct run_face *run;
};
struct memory {
    struct arena *arena;
    GHashTable *known; /* of struct known, each its own key */
};

static guint known_hash(gconstpointer key)
{
    return ((const struct known *)key)->hash;
}

static bool same_face(const struct run_face *a, const struct run_face *b)
{
    return a->to == b->to && a->face == b->face && a->tabular == b->tabular && a->phrases == b->phrases &&
           a->together == b->together && a->least == b->least;
}

static gboolean known_equal(gconstpointer left, gconstpointer right)
{
    const struct known *a = left, *b = right;
    if (a->hash != b->hash || a->length != b->length || a->runs != b->runs) return FALSE;
    if (a->length && memcmp(a->text, b->text, a->length) != 0) return FALSE;
    for (unsigned i = 0; i < a->runs; i++)
        if (!same_face(&a->run[i], &b->run[i])) return FALSE;
    return TRUE;
}

struct memory *memory_new(void)
{
    struct memory *memory = xcalloc(1, sizeof *memory);
    memory->arena = arena_new();
    memory->known = g_hash_table_new(known_hash, known_equal);
    return memory;
}

void memory_free(struct memory *memory)
{
    if (!memory) return;
    g_hash_table_destroy(memory->known);
    arena_free(memory->arena);
    free(memory);
}

/* FNV-1a, eight bytes at a time. */
static guint hash_of(const char *text, uint32_t length, const struct run_face *run, unsigned runs)
{
    static const uint64_t BASIS = 0xCBF29CE484222325U, PRIME = 0x100000001B3U;
    uint64_t h = BASIS ^ length, word;
    for (; length >= sizeof word; text += sizeof word, length -= (uint32_t)sizeof word) {
        memcpy(&word, text, sizeof word);
        h = (h ^ word) * PRIME;
        h ^= h >> 29;
    }
    for (; length; text++, length--)
        h = (h ^ (unsigned char)*text) * PRIME;
    if (runs) h = (h ^ (uint64_t)run->face * 4 ^ (uint64_t)run->tabular * 2 ^ (uint64_t)run->phrases) * PRIME;
    return (guint)(h ^ h >> 32);
}

const struct shaped *memory_find(const struct memory *memory, const char *text, uint32_t length,
                                 const struct run_face *run, unsigned runs)
{
    if (length > LONGEST_TEXT) return NULL;
    struct known key = {hash_of(text, length, run, runs), NULL, text, length, runs, run};
    const struct known *known = g_hash_table_lookup(memory->known, &key);
    return known ? known->shaped : NULL;
}

struct arena *memory_arena(struct memory *memory, uint32_t length)
{
    return length <= LONGEST_TEXT && arena_size(memory->arena) < ROOM ? memory->arena : NULL;
}

void memory_add(struct memory *memory, const struct shaped *shaped, const struct run_face *run, unsigned runs)
{
    struct known *known = arena_alloc(memory->arena, sizeof *known);
    *known = (struct known){
        .hash = hash_of(shaped->text, shaped->length, run, runs),
        .shaped = shaped,
        .text = shaped->text,
        .length = shaped->length,
        .runs = runs,
        .run = shaped_keep(memory->arena, run, runs, sizeof *run),
    };
    g_hash_table_add(memory->known, known);
}
