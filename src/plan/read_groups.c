/* read_groups: groups at all levels, and the flat lists of groups and initiatives. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

/* ① and the name. Unicode has circled numbers to 50, in three places. */
static const char *circled_label(struct reader *reader, unsigned number, const char *name)
{
    static const struct {
        unsigned first, last;
        uint32_t circled;
    } CIRCLED[] = {
        {1,  20, 0x2460},
        {21, 35, 0x3251},
        {36, 50, 0x32B1},
    };
    for (size_t i = 0; i < sizeof CIRCLED / sizeof *CIRCLED; i++) {
        if (number < CIRCLED[i].first || number > CIRCLED[i].last) continue;
        char circled[5] = {0};
        utf8_put(circled, CIRCLED[i].circled + number - CIRCLED[i].first);
        return text_prefixed(reader, circled, name);
    }
    return text_prefixed(reader, arena_printf(reader->arena, "(%u)", number), name);
}

/* How a level's elements are called, how messages call it, and what it says besides its name. */
struct form {
    const char *element, *name;
    bool circled; /* its number is printed as ① before its name */
};
static const struct form FORMS[] = {
    {"policy", "基本方針", false},
    {"item",   "項目",       true },
};
enum { LEVELS = sizeof FORMS / sizeof *FORMS };

/* The plan's lists while they grow. */
struct lists {
    struct reader *reader;
    const struct plan *plan;
    struct group *group;
    struct initiative *initiative;
    unsigned groups, group_capacity, initiatives, initiative_capacity;
};

/* 基本方針1, 項目1-2 */
static const char *group_field(struct reader *reader, const struct form *form, const char *id)
{
    return arena_printf(reader->arena, "%s%s", form->name, id);
}

static struct group read_group(struct reader *reader, const xmlNode *node, unsigned level, const char *outer)
{
    const struct form *form = &FORMS[level];
    unsigned number = read_number(node, "number");
    const char *id = read_ordinal_id(reader, outer, number), *field = group_field(reader, form, id);
    const char *name = text_of(reader, nodes_first(node, "name"), arena_printf(reader->arena, "%sの名前", field));
    return (struct group){
        .kind = form->name,
        .level = level,
        .id = id,
        .number = number,
        .line = xmlGetLineNo(node),
        .name = name,
        .label = form->circled ? circled_label(reader, number, name) : name,
        .outline_name =
            read_optional(reader, node, "outline-name", arena_printf(reader->arena, "%sの一覧表での表示", field)),
        .approach =
            text_field(reader, nodes_first(node, "approach"), arena_printf(reader->arena, "%sの取組み方針", field)),
    };
}

static void add_groups(struct lists *lists, const xmlNode *parent, unsigned level, int index);

static void add_group(struct lists *lists, const xmlNode *node, unsigned level, int parent)
{
    const char *outer = parent == GROUP_NONE ? NULL : lists->group[parent].id;
    GROW(lists->group, lists->groups, lists->group_capacity);
    unsigned own = lists->groups++, first = lists->initiatives;
    struct group group = read_group(lists->reader, node, level, outer);
    group.parent = parent;
    group.first = first;
    lists->group[own] = group;
    add_groups(lists, node, level + 1, (int)own);
    lists->group[own].initiatives = lists->initiatives - first;
}

static void add_initiative(struct lists *lists, const xmlNode *node, int group)
{
    const char *outer = group == GROUP_NONE ? NULL : lists->group[group].id;
    GROW(lists->initiative, lists->initiatives, lists->initiative_capacity);
    lists->initiative[lists->initiatives++] = read_initiative(lists->reader, node, outer, group, lists->plan);
}

/* What stands in the group `index`, whose inner groups are of `level`, in the file's order. The grammar keeps the depth small. */
static void add_groups(struct lists *lists, const xmlNode *parent, unsigned level,
                       int index) // NOLINT(misc-no-recursion)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (level < LEVELS && nodes_is(node, FORMS[level].element)) add_group(lists, node, level, index);
        if (level == LEVELS && nodes_is(node, "initiative")) add_initiative(lists, node, index);
    }
}

void read_groups(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    struct lists lists = {.reader = reader, .plan = plan};
    const char **level = arena_array(reader->arena, LEVELS, sizeof *level);
    for (unsigned i = 0; i < LEVELS; i++)
        level[i] = FORMS[i].name;
    plan->levels = LEVELS;
    plan->level = level;
    add_groups(&lists, root, 0, GROUP_NONE);
    struct group *group = arena_array(reader->arena, lists.groups, sizeof *group);
    struct initiative *initiative = arena_array(reader->arena, lists.initiatives, sizeof *initiative);
    if (lists.groups) memcpy(group, lists.group, lists.groups * sizeof *group);
    if (lists.initiatives) memcpy(initiative, lists.initiative, lists.initiatives * sizeof *initiative);
    free(lists.group);
    free(lists.initiative);
    plan->groups = lists.groups;
    plan->group = group;
    plan->initiatives = lists.initiatives;
    plan->initiative = initiative;
}
