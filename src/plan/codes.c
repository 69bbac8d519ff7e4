/* codes: see codes.h. */
#include "plan/codes.h"
#include <glib.h>
#include <string.h>
#include "base/utf8.h"
#include "plan/groups.h"

enum { ID_LONGEST = 64, DIGITS_MOST = 2 };

/* Brackets and stops around a mark. */
static bool is_dressing(uint32_t c)
{
    return c == '(' || c == ')' || c == '.' || c == ' ' || c == '<' || c == '>' || c == '[' || c == ']' || c == 0x3001;
}

bool codes_is_mark(const char *code)
{
    unsigned digits = 0, others = 0;
    while (*code) {
        uint32_t c = utf8_halfwidth(utf8_next(&code));
        if (c >= '0' && c <= '9')
            digits++;
        else if (!is_dressing(c))
            others++;
    }
    return others ? others == 1 && !digits : digits && digits <= DIGITS_MOST;
}

/* 1-(2)-ア */
static const char *whole_code(struct arena *arena, const struct plan *plan, const struct initiative *initiative)
{
    const char *code = initiative->own_code;
    for (const struct group *group = groups_of(plan, initiative); group; group = groups_get(plan, group->parent))
        code = arena_printf(arena, "%s-%s", group->code, code);
    return code;
}

void codes_settle(struct arena *arena, const struct plan *plan, struct initiative *initiative)
{
    GHashTable *count = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < plan->initiatives; i++) {
        const char *own = initiative[i].own_code;
        unsigned before = own ? GPOINTER_TO_UINT(g_hash_table_lookup(count, own)) : 0;
        if (own) g_hash_table_insert(count, (gpointer)own, GUINT_TO_POINTER(before + 1));
    }
    for (unsigned i = 0; i < plan->initiatives; i++) {
        const char *own = initiative[i].own_code;
        bool again = own && GPOINTER_TO_UINT(g_hash_table_lookup(count, own)) > 1;
        if (own) initiative[i].code = again && codes_is_mark(own) ? whole_code(arena, plan, &initiative[i]) : own;
    }
    g_hash_table_destroy(count);
}

bool codes_may_be_id(const char *id)
{
    static const char *const TAKEN[] = {
        "index",    "plan",        "rules",   "changes", "data", "glossary", "accessibility", "missing", "initiatives",
        "policies", "departments", "results", "shares",  "con",  "prn",      "aux",           "nul",     "com1",
        "com2",     "com3",        "com4",    "com5",    "com6", "com7",     "com8",          "com9",    "lpt1",
        "lpt2",     "lpt3",        "lpt4",    "lpt5",    "lpt6", "lpt7",     "lpt8",          "lpt9"};
    static const char *const BEGINS[] = {"policy-", "department-"}; /* pages of groups and departments */
    size_t stem = strcspn(id, ".");
    for (size_t i = 0; i < sizeof BEGINS / sizeof *BEGINS; i++)
        if (!g_ascii_strncasecmp(id, BEGINS[i], strlen(BEGINS[i]))) return false;
    for (size_t i = 0; i < sizeof TAKEN / sizeof *TAKEN; i++)
        if (stem == strlen(TAKEN[i]) && !g_ascii_strncasecmp(id, TAKEN[i], stem)) return false;
    return strlen(id) <= ID_LONGEST && id[strlen(id) - 1] != '.';
}
