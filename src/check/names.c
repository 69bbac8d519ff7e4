/* names: what the plan calls itself, its items and its initiatives, in one place and in another: title and chapters, contents, outline and
   sheets. */
#include <glib.h>
#include <string.h>
#include "check/rules.h"
#include "check/sheets.h"

/* --- the plan's own name --- */

struct ordinal {
    char *number, *name;
};

/* 第4次南アルプス市行政改革実施計画 → 4 and the rest. False: the text says no 第…次. */
static bool read_ordinal(const GRegex *pattern, const char *plain, struct ordinal *out)
{
    GMatchInfo *match = NULL;
    bool found = g_regex_match(pattern, plain, 0, &match);
    if (found) *out = (struct ordinal){g_match_info_fetch(match, 1), g_match_info_fetch(match, 2)};
    g_match_info_free(match);
    return found;
}

static void ordinal_free(struct ordinal *ordinal)
{
    g_free(ordinal->number);
    g_free(ordinal->name);
}

/* A heading that begins with the plan's name under another number. */
static void compare_heading(const struct check *check, const GRegex *pattern, const struct ordinal *own,
                            const struct plan_text *text)
{
    struct ordinal here;
    if (!read_ordinal(pattern, sheets_plain(check, text->text), &here)) return;
    if (g_str_has_prefix(here.name, own->name) && strcmp(here.number, own->number) != 0)
        DIAG_ABOUT(check->diag, CHECK_ORDINAL, text->field, check->plan->file, text->line, text->field, text->text,
                   check->plan->title);
    ordinal_free(&here);
}

static void check_title(const struct check *check)
{
    GRegex *pattern = g_regex_new("第([0-9]+|[一二三四五六七八九十]+)次(.+)", G_REGEX_OPTIMIZE, 0, NULL);
    struct ordinal own;
    if (read_ordinal(pattern, sheets_plain(check, check->plan->title), &own)) {
        for (unsigned i = 0; i < check->plan->texts; i++)
            if (strstr(check->plan->text[i].field, "題")) compare_heading(check, pattern, &own, &check->plan->text[i]);
        ordinal_free(&own);
    }
    g_regex_unref(pattern);
}

/* --- contents --- */

static void compare_toc(const struct check *check, const char *about, const char *title, const char *toc)
{
    if (!toc || !strcmp(sheets_plain(check, title), sheets_plain(check, toc))) return;
    DIAG_ABOUT(check->diag, CHECK_CONTENTS, about, check->plan->file, 0, title, toc);
}

static void check_contents(const struct check *check)
{
    const struct plan *plan = check->plan;
    for (unsigned c = 0; c < plan->chapters; c++) {
        const struct chapter *chapter = &plan->chapter[c];
        const char *about = arena_printf(check->scratch, "chapter/%u", c + 1);
        compare_toc(check, about, chapter->title, chapter->toc_title);
        for (unsigned s = 0; s < chapter->sections; s++)
            compare_toc(check, arena_printf(check->scratch, "%s/section/%u", about, s + 1), chapter->section[s].title,
                        chapter->section[s].toc_title);
    }
}

/* --- items --- */

/* Items that are named alike but for blanks and the width of characters are counted, and told once for the plan. */
struct spacing {
    unsigned count;
    const char *one, *other;
    long line;
};

static void compare_item(const struct check *check, const char *about, long line, const char *where, const char *said,
                         const char *label, struct spacing *spacing)
{
    if (!said || !strcmp(said, label)) return;
    if (strcmp(sheets_plain(check, said), sheets_plain(check, label)) != 0) {
        DIAG_ABOUT(check->diag, CHECK_ITEM_NAME, about, check->plan->file, line, label, where, said);
    } else if (!spacing->count++) {
        spacing->one = label;
        spacing->other = said;
        spacing->line = line;
    }
}

static void check_item(const struct check *check, const struct policy *policy, const struct item *item,
                       struct spacing *spacing)
{
    const char *about = arena_printf(check->scratch, "%u-%u", policy->number, item->number);
    compare_item(check, about, item->line, "体系の表", item->outline_name, item->label, spacing);
    for (unsigned i = 0; i < item->initiatives; i++) {
        const struct initiative *one = &item->initiative[i];
        compare_item(check, one->id, one->line, arena_printf(check->scratch, "%sの個票", one->id), one->item_name,
                     item->label, spacing);
    }
}

static void check_items(const struct check *check)
{
    struct spacing spacing = {0};
    for (unsigned p = 0; p < check->plan->policies; p++)
        for (unsigned i = 0; i < check->plan->policy[p].items; i++)
            check_item(check, &check->plan->policy[p], &check->plan->policy[p].item[i], &spacing);
    if (spacing.count)
        DIAG_ABOUT(check->diag, CHECK_ITEM_SPACING, "plan", check->plan->file, spacing.line,
                   arena_printf(check->scratch, "%u", spacing.count), spacing.one, spacing.other);
}

/* --- initiatives --- */

static void check_initiative(const struct check *check, const struct initiative *one)
{
    if (!one->outline_name) return;
    if (!*one->outline_name)
        DIAG_ABOUT(check->diag, CHECK_OUTLINE_MISSING, one->id, check->plan->file, one->line, one->id, one->name);
    else if (strcmp(one->outline_name, one->name) != 0)
        DIAG_ABOUT(check->diag, CHECK_OUTLINE_NAME, one->id, check->plan->file, one->line, one->id, one->name,
                   one->outline_name);
}

void names_check(const struct check *check)
{
    unsigned count;
    const struct sheet_of *sheet = sheets_all(check, &count);
    check_title(check);
    check_contents(check);
    check_items(check);
    for (unsigned i = 0; i < count; i++)
        check_initiative(check, sheet[i].initiative);
}
