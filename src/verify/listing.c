/* listing: see listing.h. */
#include "verify/listing.h"
#include <glib.h>
#include <string.h>

struct row {
    const char **cell;
    long line;
    bool met; /* it was wanted */
};
struct listing {
    struct arena *arena;
    unsigned columns, keys;
    const char *const *column;
    GPtrArray *row;
};

struct listing *listing_new(struct arena *arena, const char *const *column, unsigned columns, unsigned keys)
{
    struct listing *listing = arena_alloc(arena, sizeof *listing);
    *listing = (struct listing){.arena = arena, .columns = columns, .keys = keys, .column = column};
    listing->row = g_ptr_array_new();
    return listing;
}

void listing_free(struct listing *listing)
{
    if (listing) g_ptr_array_free(listing->row, TRUE);
}

void listing_add(struct listing *listing, const char *const *cell, long line)
{
    struct row *row = arena_alloc(listing->arena, sizeof *row);
    row->cell = arena_array(listing->arena, listing->columns, sizeof *row->cell);
    row->line = line;
    for (unsigned i = 0; i < listing->columns; i++)
        row->cell[i] = cell[i] ? cell[i] : "";
    g_ptr_array_add(listing->row, row);
}

unsigned listing_rows(const struct listing *listing)
{
    return listing->row->len;
}

/* ---- comparing ---- */

/* `wanted` beside `found`: at[i] is the column of found that has the name of wanted's column i, or -1. */
struct pair {
    struct finding *finding;
    const char *file;
    const struct listing *wanted, *found;
    int *at;
    GHashTable *row; /* key → row of found */
};

static int column_of(const struct listing *listing, const char *name)
{
    for (unsigned i = 0; i < listing->columns; i++)
        if (!strcmp(listing->column[i], name)) return (int)i;
    return -1;
}

/* 1-1-1／1／2027, as people read it, and with its number where several rows have it. */
static const char *key_of(struct arena *arena, const char **cell, const int *at, unsigned keys, GHashTable *seen)
{
    const char *key = "";
    for (unsigned i = 0; i < keys; i++) {
        const char *part = at ? cell[at[i]] : cell[i];
        if (*part) key = arena_printf(arena, "%s%s%s", key, *key ? "／" : "", part);
    }
    guint times = GPOINTER_TO_UINT(g_hash_table_lookup(seen, key)) + 1;
    g_hash_table_insert(seen, (gpointer)key, GUINT_TO_POINTER(times));
    return times > 1 ? arena_printf(arena, "%s（%u件目）", key, times) : key;
}

static bool find_columns(struct pair *pair)
{
    const struct spot spot = {.file = pair->file, .where = ""};
    bool keyed = true;
    pair->at = arena_array(pair->finding->arena, pair->wanted->columns, sizeof *pair->at);
    for (unsigned i = 0; i < pair->wanted->columns; i++) {
        pair->at[i] = column_of(pair->found, pair->wanted->column[i]);
        if (pair->at[i] >= 0) continue;
        FINDING(pair->finding, VERIFY_COLUMN, &spot, pair->wanted->column[i]);
        if (i < pair->wanted->keys) keyed = false;
    }
    return keyed;
}

static void index_found(struct pair *pair)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < pair->found->row->len; i++) {
        struct row *row = pair->found->row->pdata[i];
        const char *key = key_of(pair->finding->arena, row->cell, pair->at, pair->wanted->keys, seen);
        g_hash_table_insert(pair->row, (gpointer)key, row);
    }
    g_hash_table_destroy(seen);
}

static void compare_row(struct pair *pair, const char *key, const struct row *wanted, struct row *found)
{
    const struct spot spot = {pair->file, found->line, key};
    found->met = true;
    for (unsigned i = pair->wanted->keys; i < pair->wanted->columns; i++)
        if (pair->at[i] >= 0)
            finding_same(pair->finding, &spot, pair->wanted->column[i], wanted->cell[i], found->cell[pair->at[i]]);
}

static void compare_rows(struct pair *pair)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < pair->wanted->row->len; i++) {
        const struct row *wanted = pair->wanted->row->pdata[i];
        const char *key = key_of(pair->finding->arena, wanted->cell, NULL, pair->wanted->keys, seen);
        struct row *found = g_hash_table_lookup(pair->row, key);
        const struct spot spot = {.file = pair->file, .where = key};
        if (found)
            compare_row(pair, key, wanted, found);
        else
            FINDING(pair->finding, VERIFY_ROW_MISSING, &spot, NULL);
    }
    g_hash_table_destroy(seen);
}

static void tell_others(struct pair *pair)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < pair->found->row->len; i++) {
        const struct row *row = pair->found->row->pdata[i];
        const char *key = key_of(pair->finding->arena, row->cell, pair->at, pair->wanted->keys, seen);
        const struct spot spot = {pair->file, row->line, key};
        if (!row->met) FINDING(pair->finding, VERIFY_ROW_EXTRA, &spot, NULL);
    }
    g_hash_table_destroy(seen);
}

void listing_compare(struct finding *finding, const char *file, const struct listing *wanted,
                     const struct listing *found)
{
    struct pair pair = {.finding = finding, .file = file, .wanted = wanted, .found = found};
    if (!find_columns(&pair)) return;
    pair.row = g_hash_table_new(g_str_hash, g_str_equal);
    index_found(&pair);
    compare_rows(&pair);
    tell_others(&pair);
    g_hash_table_destroy(pair.row);
}
