/* twins: sheets that measure the same thing, and sheets that say the same thing. */
#include <glib.h>
#include <string.h>
#include "check/prose.h"
#include "check/repeats.h"
#include "check/rules.h"

enum { LETTERS_LEAST = 6 /* of a definition that tells one thing from another */ };

/* --- indicators --- */

struct measure {
    const struct initiative *initiative;
    const struct indicator *indicator;
};

/* In how many years both have a target; *same: it is the same one in each of them. */
static unsigned common_years(const struct indicator *a, const struct indicator *b, bool *same)
{
    unsigned years = 0;
    *same = true;
    for (unsigned i = 0, j = 0; i < a->targets && j < b->targets;) {
        int order = a->target[i].year - b->target[j].year;
        years += order == 0;
        if (order == 0) *same &= !strcmp(a->target[i].value.text, b->target[j].value.text);
        i += order <= 0;
        j += order >= 0;
    }
    return years;
}

static void tell_indicator(const struct check *check, const struct measure *first, const struct measure *later)
{
    const char *code = later->initiative->code, *definition = later->indicator->definition;
    const char *about = arena_printf(check->scratch, "%s/indicator/%s", later->initiative->id, later->indicator->id);
    const char *line = prose_number(check, first->indicator->line);
    bool same;
    if (!common_years(first->indicator, later->indicator, &same)) return;
    if (same)
        DIAG_ABOUT(check->diag, CHECK_TWIN_INDICATOR, about, check->plan->file, later->indicator->line, code,
                   definition, first->initiative->code, line);
    else
        DIAG_ABOUT(check->diag, CHECK_TWIN_TARGETS, about, check->plan->file, later->indicator->line, code, definition,
                   first->initiative->code, line);
}

static void check_indicator(const struct check *check, GHashTable *seen, const struct initiative *initiative,
                            const struct indicator *indicator)
{
    const char *key = prose_bare(check, indicator->definition);
    if (g_utf8_strlen(key, -1) < LETTERS_LEAST) return;
    struct measure *measure = arena_alloc(check->scratch, sizeof *measure), *first = g_hash_table_lookup(seen, key);
    *measure = (struct measure){initiative, indicator};
    if (first)
        tell_indicator(check, first, measure);
    else
        g_hash_table_insert(seen, (gpointer)key, measure);
}

static void check_indicators(const struct check *check)
{
    unsigned sheets;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < sheets; i++)
        for (unsigned j = 0; j < sheet[i].initiative->indicators; j++)
            check_indicator(check, seen, sheet[i].initiative, &sheet[i].initiative->indicator[j]);
    g_hash_table_destroy(seen);
}

/* --- texts --- */

static void check_texts(const struct check *check)
{
    unsigned count;
    const struct prose *prose = prose_list(check, &count);
    const char **text = arena_array(check->scratch, count, sizeof *text);
    for (unsigned i = 0; i < count; i++)
        text[i] = strcmp(prose[i].name, "related") != 0 ? prose[i].text : "";
    const struct repeat *repeat = repeats_find(check->scratch, text, count);
    for (unsigned i = 0; i < count; i++) {
        if (repeat[i].of == REPEATS_NONE) continue;
        const struct prose *one = &prose[i], *other = &prose[repeat[i].of];
        const char *line = prose_number(check, other->line);
        if (repeat[i].exact)
            DIAG_ABOUT(check->diag, CHECK_TEXT_COPIED, one->about, check->plan->file, one->line, one->where,
                       other->where, line);
        else
            DIAG_ABOUT(check->diag, CHECK_TEXT_ALIKE, one->about, check->plan->file, one->line, one->where,
                       other->where, line);
    }
}

void twins_check(const struct check *check)
{
    check_indicators(check);
    check_texts(check);
}
