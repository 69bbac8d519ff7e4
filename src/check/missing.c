/* missing: initiatives of which a year says nothing, by the department that is to be asked; and indicators left out of an entry. */
#include <glib.h>
#include <string.h>
#include "base/buf.h"
#include "check/entry.h"
#include "check/rules.h"
#include "plan/charges.h"

enum { NAMED_MOST = 20 };

static bool is_missing(const struct initiative_progress *one, unsigned index)
{
    return one->year[index].due && !one->year[index].sheet && one->year[index].verdict.outcome == OUTCOME_UNREPORTED;
}

/* One message for all that the department has not told. */
static void tell_department(const struct check *check, const struct actuals *file, unsigned index,
                            const char *department, GPtrArray *missing)
{
    struct buf ids = {0};
    for (guint i = 0; i < missing->len && i < NAMED_MOST; i++) {
        const struct initiative_progress *one = missing->pdata[i];
        if (ids.size) buf_str(&ids, "、");
        buf_str(&ids, one->initiative->code);
    }
    if (missing->len > NAMED_MOST) buf_str(&ids, "ほか");
    const char *about = arena_printf(check->scratch, "department/%s/%d", department, check->progress->year_of[index]);
    DIAG_ABOUT(check->diag, CHECK_MISSING, about, file->file, 0, department,
               year_label(check->plan->year_kind, check->scratch, check->progress->year_of[index]), buf_text(&ids),
               arena_printf(check->scratch, "%u", missing->len));
    buf_free(&ids);
}

static void tell_year(const struct check *check, const struct actuals *file, unsigned index)
{
    const struct progress *progress = check->progress;
    GHashTable *by_department = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *lists = g_ptr_array_new();
    for (unsigned i = 0; i < progress->initiatives; i++) {
        struct initiative_progress *one = &progress->initiative[i];
        if (!is_missing(one, index)) continue;
        const char *department = charges_in(one->initiative, progress->year_of[index]);
        GPtrArray *list = g_hash_table_lookup(by_department, department);
        if (!list) {
            list = g_ptr_array_new();
            g_hash_table_insert(by_department, (gpointer)department, list);
            g_ptr_array_add(lists, list);
        }
        g_ptr_array_add(list, one);
    }
    for (guint i = 0; i < lists->len; i++) {
        const struct initiative_progress *first = g_ptr_array_index((GPtrArray *)lists->pdata[i], 0);
        tell_department(check, file, index, charges_in(first->initiative, progress->year_of[index]), lists->pdata[i]);
        g_ptr_array_free(lists->pdata[i], TRUE);
    }
    g_ptr_array_free(lists, TRUE);
    g_hash_table_destroy(by_department);
}

/* An entry that tells of some of its indicators only. */
static void check_entry(const struct check *check, const struct entry *entry)
{
    const struct initiative_progress *one = entry->one;
    unsigned index = (unsigned)(entry->year - one->year);
    for (unsigned i = 0; i < one->indicators; i++) {
        const struct reading *reading = &one->indicator[i].reading[index];
        if (reading->actual || reading->verdict.outcome != OUTCOME_UNREPORTED) continue;
        const struct indicator *indicator = one->indicator[i].indicator;
        const char *about =
            arena_printf(check->scratch, "%s/actual/%s/%d", one->initiative->id, indicator->id, entry->year->year);
        DIAG_ABOUT(check->diag, CHECK_ACTUAL_MISSING, about, entry->file->file, entry->sheet->line,
                   one->initiative->code, entry_year_label(check, entry), indicator->definition);
    }
}

void missing_check(const struct check *check)
{
    for (unsigned i = 0; i < check->history->years; i++) {
        const struct actuals *file = check->history->year[i];
        unsigned index = (unsigned)(file->year - check->plan->first);
        if (file->year >= check->plan->first && index < check->progress->years) tell_year(check, file, index);
    }
    entry_each(check, check_entry);
}
