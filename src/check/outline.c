/* outline: what a plan calls itself, its items and its initiatives, in headings, in the table of contents, in the outline's table and on
   sheets. */
#include <glib.h>
#include <string.h>
#include "check/prose.h"
#include "check/rules.h"
#include "plan/groups.h"

/* A name as one place has it, and as another has it, which is taken for the right one. */
struct names {
    const char *name, *right;
    const struct plan_text *place, *right_place;
};

/* Both with their places; false: they are the same, or not both are given. */
static bool differ(const struct check *check, const char *name, const char *right, struct names *out)
{
    if (!name || !*name || !right || !*right || !strcmp(name, right)) return false;
    *out = (struct names){name, right, prose_place(check->plan, name), prose_place(check->plan, right)};
    return out->place && out->right_place;
}

static bool only_blanks_and_signs(const struct check *check, const struct names *names)
{
    return !strcmp(prose_bare(check, names->name), prose_bare(check, names->right));
}

#define TELL_NAMES(check, id, about, names) \
    DIAG_ABOUT((check)->diag, id, about, (check)->plan->file, (names)->place->line, (names)->place->field, \
               (names)->name, (names)->right_place->field, (names)->right, \
               prose_number(check, (names)->right_place->line))

/* --- the plan's own number --- */

/* 第5次 and what follows it, blanks aside; false: the text has none. The caller frees *rest. */
static bool ordinal_of(const char *text, char **number, char **rest)
{
    GRegex *pattern = g_regex_new("第\\s*([0-9]+|[一二三四五六七八九十]+)\\s*(次|期)(.*)", G_REGEX_DOTALL, 0, NULL);
    GMatchInfo *match = NULL;
    char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    bool found = g_regex_match(pattern, plain, 0, &match);
    if (found) {
        *number = g_match_info_fetch(match, 1);
        char *after = g_match_info_fetch(match, 3);
        char **part = g_regex_split_simple("\\s+", after, 0, 0);
        *rest = g_strjoinv("", part);
        g_strfreev(part);
        g_free(after);
    }
    g_match_info_free(match);
    g_regex_unref(pattern);
    g_free(plain);
    return found;
}

/* Is this the plan's name with another number? */
static bool is_numbered_otherwise(const char *title, const char *heading)
{
    char *number = NULL, *rest = NULL, *other = NULL, *other_rest = NULL;
    bool both = heading && ordinal_of(title, &number, &rest) && ordinal_of(heading, &other, &other_rest);
    bool told = both && *rest && g_str_has_prefix(other_rest, rest) && strcmp(number, other) != 0;
    g_free(number);
    g_free(rest);
    g_free(other);
    g_free(other_rest);
    return told;
}

static bool check_number(const struct check *check, const char *heading)
{
    struct names names;
    if (!is_numbered_otherwise(check->plan->title, heading)) return false;
    if (!differ(check, heading, check->plan->title, &names)) return false;
    TELL_NAMES(check, CHECK_ORDINAL, names.place->field, &names);
    return true;
}

static void check_heading(const struct check *check, const char *title, const char *toc_title)
{
    struct names names;
    bool title_wrong = check_number(check, title), toc_wrong = check_number(check, toc_title);
    if (title_wrong || toc_wrong || !differ(check, toc_title, title, &names)) return;
    if (only_blanks_and_signs(check, &names))
        TELL_NAMES(check, CHECK_NAME_SIGNS, names.place->field, &names);
    else
        TELL_NAMES(check, CHECK_TOC_TITLE, names.place->field, &names);
}

/* --- groups and initiatives --- */

static void check_group_name(const struct check *check, const struct group *group, const char *name)
{
    struct names names;
    if (!differ(check, name, group->label, &names)) {
        if (!name || !*name || !strcmp(name, group->label)) return;
        /* The label is put together of the number and the name: the name's place is the label's. */
        names =
            (struct names){name, group->label, prose_place(check->plan, name), prose_place(check->plan, group->name)};
        if (!names.place || !names.right_place) return;
    }
    if (only_blanks_and_signs(check, &names))
        TELL_NAMES(check, CHECK_NAME_SIGNS, names.place->field, &names);
    else
        TELL_NAMES(check, CHECK_ITEM_NAME, names.place->field, &names);
}

/* Does an outline's table list this outermost group? */
static bool parts_list(const struct part *part, unsigned parts, unsigned group)
{
    for (unsigned i = 0; i < parts; i++) {
        if (part[i].kind != PART_OUTLINE) continue;
        if (!part[i].groups) return true;
        for (unsigned j = 0; j < part[i].groups; j++)
            if (part[i].group[j] == group) return true;
    }
    return false;
}

static bool is_outlined(const struct plan *plan, const struct initiative *initiative)
{
    const struct group *outermost = groups_outermost(plan, initiative);
    unsigned group = outermost ? groups_index(plan, outermost) : plan->groups;
    for (unsigned i = 0; i < plan->chapters; i++) {
        const struct chapter *chapter = &plan->chapter[i];
        if (parts_list(chapter->part, chapter->parts, group)) return true;
        for (unsigned j = 0; j < chapter->sections; j++)
            if (parts_list(chapter->section[j].part, chapter->section[j].parts, group)) return true;
    }
    return false;
}

static void check_initiative_name(const struct check *check, const struct prose_sheet *sheet, bool outlined)
{
    const struct initiative *initiative = sheet->initiative;
    const char *about = arena_printf(check->scratch, "%s/outline-name", initiative->id);
    struct names names;
    if (!initiative->outline_name || !outlined) return;
    if (!*initiative->outline_name) {
        DIAG_ABOUT(check->diag, CHECK_NOT_IN_OUTLINE, about, check->plan->file, initiative->line, initiative->code,
                   initiative->name);
        return;
    }
    if (!differ(check, initiative->outline_name, initiative->name, &names)) return;
    if (only_blanks_and_signs(check, &names))
        TELL_NAMES(check, CHECK_NAME_SIGNS, about, &names);
    else
        TELL_NAMES(check, CHECK_INITIATIVE_NAME, about, &names);
}

void outline_check(const struct check *check)
{
    const struct plan *plan = check->plan;
    for (unsigned i = 0; i < plan->chapters; i++) {
        const struct chapter *chapter = &plan->chapter[i];
        check_heading(check, chapter->title, chapter->toc_title);
        for (unsigned j = 0; j < chapter->sections; j++)
            check_heading(check, chapter->section[j].title, chapter->section[j].toc_title);
    }
    unsigned sheets;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    for (unsigned i = 0; i < sheets; i++) {
        const struct group *group = sheet[i].group;
        bool first = !i || sheet[i - 1].group != group;
        if (first && group) check_group_name(check, group, group->outline_name);
        if (group) check_group_name(check, group, sheet[i].initiative->item_name);
        check_initiative_name(check, &sheet[i], is_outlined(plan, sheet[i].initiative));
    }
}
