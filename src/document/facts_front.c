/* facts_front: what stands before and after the sheets: chapters, groups, outlines, viewpoints; contact, licence, a correction. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "document/facts_private.h"
#include "plan/groups.h"

enum { IDEOGRAPHIC_COMMA = 0x3001 };

/* ---- outlines: 基本方針 | 項目 | 主な取組み, with the rows that each cell spans ---- */

static bool in_outline(const struct initiative *initiative)
{
    return !initiative->outline_name || *initiative->outline_name;
}

/* Does it begin with the number as a number of its own: 「1 …」, 「１．…」, but not 「1つの…」? */
static bool is_numbered(const char *label, unsigned number)
{
    unsigned value = 0;
    uint32_t c;
    while ((c = utf8_halfwidth(utf8_next(&label))) >= '0' && c <= '9' && value <= number)
        value = value * 10 + (c - '0');
    return value == number && (c == '\0' || c == ' ' || c == '.' || c == ')' || c == IDEOGRAPHIC_COMMA);
}

/* Number and name; a label of the plan's own that already begins with the number stands as it is. */
static const char *row_label(struct facts *facts, const struct initiative *initiative)
{
    const char *label = initiative->outline_name;
    if (label && is_numbered(label, initiative->number)) return label;
    const char *said = facts_said(facts, label ? label : initiative->name);
    if (initiative->own_code) return arena_printf(facts->scratch, "%s %s", initiative->code, said);
    return arena_printf(facts->scratch, "%u %s", initiative->number, said);
}

static unsigned group_rows(const struct facts *facts, const struct group *group)
{
    unsigned rows = 0;
    for (unsigned i = 0; i < group->initiatives; i++)
        rows += in_outline(&facts->plan->initiative[group->first + i]);
    return rows;
}

static void add_outline_row(struct facts *facts, xmlNode *parent, const struct initiative *initiative, unsigned level)
{
    xmlNode *row = facts_add(parent, "row", row_label(facts, initiative));
    facts_set(row, "sheet", arena_printf(facts->scratch, "s%s", initiative->id));
    if (level < facts->plan->levels) facts_set_number(row, "columns", facts->plan->levels - level + 1);
}

/* The element of a group: the first two levels have names of their own where a plan has just those. */
static const char *outline_element(const struct plan *plan, const struct group *group)
{
    static const char *const NAMED[] = {"policy", "item"};
    return groups_are_plain(plan) ? NAMED[group->level] : "group";
}

/* `level` is that of the column behind the group's parent: a group that leaves some out takes their columns, too. */
static xmlNode *add_outline_group(struct facts *facts, xmlNode *parent, const struct group *group, unsigned level)
{
    xmlNode *node = facts_add(parent, outline_element(facts->plan, group), NULL);
    facts_set_number(node, "number", group->number);
    facts_set_number(node, "rows", group_rows(facts, group));
    if (group->level > level) facts_set_number(node, "columns", group->level - level + 1);
    facts_set(node, "path", group->path);
    facts_set(node, "kind", group->kind);
    if (group->has_code) facts_set(node, "code", group->code);
    if (!group->level) facts_set(node, "name", group->name);
    if (group->level || group->has_code)
        facts_set(node, "label", group->outline_name ? group->outline_name : group->label);
    return node;
}

static void add_outline_rows(struct facts *facts, xmlNode *parent, int group, unsigned first, unsigned count);

/* Which group of `outer` holds the initiative; GROUP_NONE: it stands directly there. */
static int group_below(const struct plan *plan, const struct initiative *initiative, int outer)
{
    int group = initiative->group, inner = GROUP_NONE;
    for (; group != outer; group = plan->group[group].parent)
        inner = group;
    return inner;
}

/* A group deeper by one, if any of it is listed. Groups are at most six deep. */
static void add_outline_part(struct facts *facts, xmlNode *parent, int outer, int index) // NOLINT(misc-no-recursion)
{
    const struct group *group = &facts->plan->group[index];
    unsigned level = outer == GROUP_NONE ? 0 : facts->plan->group[outer].level + 1;
    if (!group_rows(facts, group)) return;
    xmlNode *node = add_outline_group(facts, parent, group, level);
    add_outline_rows(facts, node, index, group->first, group->initiatives);
}

/* What stands in the group, in the plan's order. */
static void add_outline_rows(struct facts *facts, xmlNode *parent, int group, unsigned first,
                             unsigned count) // NOLINT(misc-no-recursion)
{
    const struct plan *plan = facts->plan;
    unsigned level = group == GROUP_NONE ? 0 : plan->group[group].level + 1;
    for (unsigned i = first; i < first + count; i++) {
        const struct initiative *initiative = &plan->initiative[i];
        int below = group_below(plan, initiative, group);
        if (below == GROUP_NONE) {
            if (in_outline(initiative)) add_outline_row(facts, parent, initiative, level);
            continue;
        }
        add_outline_part(facts, parent, group, below);
        i += plan->group[below].initiatives - 1;
    }
}

static void add_outline(struct facts *facts, xmlNode *parent, const struct part *part, const char *id)
{
    xmlNode *outline = facts_add(parent, "outline", NULL);
    facts_set(outline, "id", id);
    facts_set(outline, "head", part->head);
    if (!part->groups) add_outline_rows(facts, outline, GROUP_NONE, 0, facts->plan->initiatives);
    for (unsigned i = 0; i < facts->plan->groups; i++)
        for (unsigned k = 0; k < part->groups; k++)
            if (part->group[k] == i) add_outline_part(facts, outline, GROUP_NONE, (int)i);
}

/* ---- chapters ---- */

static void add_parts(struct facts *facts, xmlNode *parent, const struct part *part, unsigned count, const char *id)
{
    static const char *const GENERATED[] = {
        [PART_GROUPS] = "policies",
        [PART_VIEWPOINTS] = "viewpoints",
        [PART_SHEETS] = "sheets",
    };
    for (unsigned i = 0; i < count; i++) {
        const char *own = arena_printf(facts->scratch, "%s-t%u", id, i + 1);
        if (part[i].kind == PART_TEXT)
            facts_add_block(parent, &part[i].text);
        else if (part[i].kind == PART_OUTLINE)
            add_outline(facts, parent, &part[i], own);
        else
            facts_set(facts_add(parent, GENERATED[part[i].kind], NULL), "id", own);
    }
}

static void set_titles(xmlNode *node, const char *title, const char *toc_title)
{
    facts_set(node, "title", title);
    facts_set(node, "toc-title", toc_title ? toc_title : title);
}

static void add_chapter(struct facts *facts, xmlNode *root, const struct chapter *chapter, unsigned number)
{
    const char *id = arena_printf(facts->scratch, "c%u", number);
    xmlNode *node = facts_add(root, "chapter", NULL);
    bool sheets = plan_holds_sheets(chapter->part, chapter->parts);
    facts_set(node, "id", id);
    facts_set_number(node, "number", number);
    set_titles(node, chapter->title, chapter->toc_title);
    add_parts(facts, node, chapter->part, chapter->parts, id);
    for (unsigned i = 0; i < chapter->sections; i++) {
        const struct section *section = &chapter->section[i];
        const char *own = arena_printf(facts->scratch, "%s-%u", id, i + 1);
        xmlNode *child = facts_add(node, "section", NULL);
        facts_set(child, "id", own);
        facts_set_number(child, "number", i + 1);
        set_titles(child, section->title, section->toc_title);
        add_parts(facts, child, section->part, section->parts, own);
        sheets = sheets || plan_holds_sheets(section->part, section->parts);
    }
    facts_set_flag(node, "sheets", sheets);
}

void facts_add_chapters(struct facts *facts, xmlNode *root)
{
    for (unsigned i = 0; i < facts->plan->chapters; i++)
        add_chapter(facts, root, &facts->plan->chapter[i], i + 1);
}

void facts_set_group(xmlNode *node, const struct group *group)
{
    facts_set_number(node, "level", group->level + 1);
    facts_set(node, "kind", group->kind);
    facts_set(node, "code", group->code);
    facts_set(node, "mark", group->mark);
    facts_set(node, "id", group->id);
}

static void add_levels(struct facts *facts, xmlNode *root)
{
    const struct plan *plan = facts->plan;
    for (unsigned i = 0; i < plan->levels; i++) {
        xmlNode *node = facts_add(root, "level", plan->level[i]);
        facts_set_number(node, "n", i + 1);
    }
}

/* The outermost groups; in them those of their inner ones that say what they are for. */
void facts_add_groups(struct facts *facts, xmlNode *root)
{
    const struct plan *plan = facts->plan;
    xmlNode *policy = NULL;
    add_levels(facts, root);
    for (unsigned i = 0; i < plan->groups; i++) {
        const struct group *group = &plan->group[i];
        bool outermost = groups_is_outermost(group);
        if (!outermost && !group->approach.count) continue;
        xmlNode *node = facts_add(outermost ? root : policy, outermost ? "policy" : "group", NULL);
        if (outermost) policy = node;
        facts_set_number(node, "number", group->number);
        facts_set(node, "name", group->name);
        facts_set_group(node, group);
        facts_add_field(node, "approach", &group->approach);
    }
    for (unsigned i = 0; i < plan->viewpoints; i++) {
        xmlNode *node = facts_add(root, "viewpoint", NULL);
        facts_set_number(node, "number", plan->viewpoint[i].number);
        facts_set(node, "name", plan->viewpoint[i].name);
        facts_add_field(node, "text", &plan->viewpoint[i].text);
    }
}

/* ---- what stands at the end ---- */

static void add_contact(xmlNode *root, const struct contact *contact)
{
    if (!contact->given) return;
    xmlNode *node = facts_add(root, "contact", NULL);
    facts_set(node, "department", contact->department);
    facts_set(node, "address", contact->address);
    facts_set(node, "tel", contact->tel);
    facts_set(node, "fax", contact->fax);
    facts_set(node, "mail", contact->mail);
    facts_set(node, "form", contact->form);
    if (node->properties) return;
    xmlUnlinkNode(node); /* <contact/> says nothing */
    xmlFreeNode(node);
}

/* The departments are listed for their telephone numbers: without any there is nothing to list. */
static void add_departments(xmlNode *root, const struct plan *plan)
{
    for (unsigned i = 0; i < plan->departments; i++) {
        if (!plan->department[i].tel) continue;
        facts_set(facts_add(root, "department", plan->department[i].name), "tel", plan->department[i].tel);
    }
}

xmlNode *facts_add_correction(struct facts *facts, xmlNode *root, const struct correction *correction)
{
    xmlNode *node = facts_add(root, "correction", NULL);
    int year = correction->year ? (int)strtol(correction->year, NULL, 10) : 0;
    facts_set(node, "date", date_text(facts->scratch, correction->date));
    facts_set(node, "document", correction->document);
    bool many = false;
    unsigned ordinal = correction->ref ? groups_refer(facts->plan, correction->ref, &many) : facts->plan->initiatives;
    facts_set(node, "ref", correction->ref);
    if (ordinal < facts->plan->initiatives) facts_set(node, "code", facts->plan->initiative[ordinal].code);
    facts_set(node, "field", correction->field);
    facts_set(node, "indicator", correction->indicator);
    if (year) facts_set(node, "year", year_label(facts->plan->year_kind, facts->scratch, year));
    facts_add(node, "wrong", correction->wrong);
    facts_add(node, "right", correction->right);
    if (correction->reason) facts_add(node, "reason", correction->reason);
    return node;
}

void facts_add_back(struct facts *facts, xmlNode *root)
{
    const struct plan *plan = facts->plan;
    add_contact(root, &plan->contact);
    if (plan->licence) facts_set(facts_add(root, "licence", plan->licence), "href", plan->licence_href);
    add_departments(root, plan);
    for (unsigned i = 0; i < plan->revisions; i++) {
        xmlNode *node = facts_add_field(root, "plan-revision", &plan->revision[i].text);
        facts_set(node, "date-text", date_text(facts->scratch, plan->revision[i].date));
        facts_set(node, "title", plan->revision[i].title);
    }
}
