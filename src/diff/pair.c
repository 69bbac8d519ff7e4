/* pair: by number and by name. Numbers move when an initiative is put in before others, names when they are corrected. */
#include "diff/pair.h"
#include <glib.h>
#include <string.h>

static struct side side_of(struct arena *arena, const struct plan *plan)
{
    struct side side = {.count = plan->initiatives};
    side.initiative = arena_array(arena, side.count, sizeof(const struct initiative *));
    side.partner = arena_array(arena, side.count, sizeof *side.partner);
    for (unsigned i = 0; i < side.count; i++)
        side.initiative[i] = &plan->initiative[i];
    for (unsigned i = 0; i < side.count; i++)
        side.partner[i] = -1;
    return side;
}

static void join(struct pairing *pairing, unsigned old, unsigned new)
{
    pairing->old.partner[old] = (int)new;
    pairing->new.partner[new] = (int)old;
}

/* Index + 1 of each old initiative by number. */
static GHashTable *by_number(const struct side *side)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < side->count; i++)
        g_hash_table_insert(table, (gpointer)side->initiative[i]->id, GUINT_TO_POINTER(i + 1));
    return table;
}

/* The same of those without a partner by name; of several of one name the first. */
static GHashTable *by_name(const struct side *side)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = side->count; i-- > 0;)
        if (side->partner[i] < 0)
            g_hash_table_insert(table, (gpointer)side->initiative[i]->name, GUINT_TO_POINTER(i + 1));
    return table;
}

static bool same_text(const struct field *a, const struct field *b)
{
    if (!a->count || a->count != b->count) return false;
    for (unsigned i = 0; i < a->count; i++) {
        if (a->blocks[i].count != b->blocks[i].count) return false;
        for (unsigned j = 0; j < a->blocks[i].count; j++)
            if (strcmp(a->blocks[i].text[j], b->blocks[i].text[j]) != 0) return false;
    }
    return true;
}

static bool same_field(const struct initiative *a, const struct initiative *b, enum field_id id)
{
    return same_text(fields_text(&a->fields, id), fields_text(&b->fields, id));
}

/* Under one number with two names: is it still the same undertaking? */
static bool are_alike(const struct initiative *a, const struct initiative *b)
{
    if (!strcmp(a->name, b->name) || same_field(a, b, FIELD_CURRENT) || same_field(a, b, FIELD_ACTION)) return true;
    for (unsigned i = 0; i < a->indicators; i++)
        for (unsigned j = 0; j < b->indicators; j++)
            if (!strcmp(a->indicator[i].definition, b->indicator[j].definition)) return true;
    return false;
}

/* By number, all of the same name or all that are alike. */
static void join_by_number(struct pairing *pairing, GHashTable *number, bool same_name)
{
    for (unsigned i = 0; i < pairing->new.count; i++) {
        const struct initiative *new = pairing->new.initiative[i];
        unsigned found = GPOINTER_TO_UINT(g_hash_table_lookup(number, new->id));
        if (!found || pairing->new.partner[i] >= 0 || pairing->old.partner[found - 1] >= 0) continue;
        const struct initiative *old = pairing->old.initiative[found - 1];
        if (same_name ? !strcmp(old->name, new->name) : are_alike(old, new)) join(pairing, found - 1, i);
    }
}

static void join_by_name(struct pairing *pairing)
{
    GHashTable *name = by_name(&pairing->old);
    for (unsigned i = 0; i < pairing->new.count; i++) {
        const char *own = pairing->new.initiative[i]->name;
        unsigned found = GPOINTER_TO_UINT(g_hash_table_lookup(name, own));
        if (!found || pairing->new.partner[i] >= 0) continue;
        join(pairing, found - 1, i);
        g_hash_table_remove(name, own);
    }
    g_hash_table_destroy(name);
}

struct pairing pair_initiatives(struct arena *arena, const struct plan *old, const struct plan *new)
{
    struct pairing pairing = {side_of(arena, old), side_of(arena, new)};
    GHashTable *number = by_number(&pairing.old);
    join_by_number(&pairing, number, true);
    join_by_name(&pairing);
    join_by_number(&pairing, number, false);
    g_hash_table_destroy(number);
    return pairing;
}

/* ---- indicators ---- */

static bool same_indicator(const struct indicator *a, const struct indicator *b, bool by_definition)
{
    return by_definition ? !strcmp(a->definition, b->definition) : !strcmp(a->id, b->id);
}

static void join_indicators(const struct initiative *old, const struct initiative *new, unsigned *old_number,
                            unsigned *new_number, bool by_definition)
{
    for (unsigned i = 0; i < new->indicators; i++)
        for (unsigned j = 0; j < old->indicators && !new_number[i]; j++)
            if (!old_number[j] && same_indicator(&old->indicator[j], &new->indicator[i], by_definition))
                old_number[j] = new_number[i] = i + 1;
}

void pair_indicators(const struct initiative *old, const struct initiative *new, unsigned *old_number,
                     unsigned *new_number)
{
    join_indicators(old, new, old_number, new_number, true);
    join_indicators(old, new, old_number, new_number, false);
}
