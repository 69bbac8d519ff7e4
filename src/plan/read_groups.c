/* read_groups: groups at all levels, and the flat lists of groups and initiatives. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "plan/codes.h"
#include "plan/groups.h"
#include "plan/levels.h"
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

/* The plan's lists while they grow. */
struct lists {
    struct reader *reader;
    const struct plan *plan;
    struct group *group;
    struct initiative *initiative;
    unsigned groups, group_capacity, initiatives, initiative_capacity;
    unsigned running; /* the last number of a plan that numbers through */
};
/* Where reading is: in which group, and the last numbers among its neighbours. */
struct inside {
    int group;
    unsigned group_number, initiative_number;
};

/* The number as given, or the next one. */
static unsigned number_of(const xmlNode *node, unsigned last)
{
    return xmlHasProp(node, (const xmlChar *)"number") ? read_number(node, "number") : last + 1;
}

static const char *path_of(struct reader *reader, const struct group *parent, unsigned number)
{
    return parent ? arena_printf(reader->arena, "%s-%u", parent->path, number)
                  : arena_printf(reader->arena, "%u", number);
}

static const char *label_of(struct reader *reader, const struct group *group)
{
    if (group->has_code) return text_prefixed(reader, arena_printf(reader->arena, "%s　", group->code), group->name);
    return group->level ? circled_label(reader, group->number, group->name) : group->name;
}

/* 基本方針1, 施策A-1; the code alone where it says the kind. */
static const char *mark_of(struct reader *reader, const struct group *group)
{
    const char *place = groups_place(group);
    return strstr(place, group->kind) ? place : arena_printf(reader->arena, "%s%s", group->kind, place);
}

static struct group read_group(struct lists *lists, const xmlNode *node, unsigned level, int parent, unsigned number)
{
    struct reader *reader = lists->reader;
    const struct group *outer = parent == GROUP_NONE ? NULL : &lists->group[parent];
    const char *path = path_of(reader, outer, number), *id = text_data(reader, node, "id");
    struct group group = {
        .kind = lists->plan->level[level],
        .level = level,
        .parent = parent,
        .id = id ? id : path,
        .path = path,
        .number = number,
        .line = xmlGetLineNo(node),
        .first = lists->initiatives,
    };
    const char *field = arena_printf(reader->arena, "%s%s", group.kind, path);
    const char *code = text_attribute(reader, node, "code", arena_printf(reader->arena, "%sの記号", field));
    group.has_code = code != NULL;
    group.code = code ? code : arena_printf(reader->arena, "%u", number);
    group.mark = mark_of(reader, &group);
    group.name = text_of(reader, nodes_first(node, "name"), arena_printf(reader->arena, "%sの名前", field));
    group.label = label_of(reader, &group);
    group.outline_name =
        read_optional(reader, node, "outline-name", arena_printf(reader->arena, "%sの一覧表での表示", field));
    group.approach =
        text_field(reader, nodes_first(node, "approach"), arena_printf(reader->arena, "%sの取組み方針", field));
    return group;
}

static void add_all(struct lists *lists, const xmlNode *parent, int group);

/* The grammar and the limits of reading keep the depth small. */
static void add_group(struct lists *lists, const xmlNode *node, struct inside *inside) // NOLINT(misc-no-recursion)
{
    const struct group *outer = inside->group == GROUP_NONE ? NULL : &lists->group[inside->group];
    unsigned level = levels_of(lists->reader, lists->plan, node, outer);
    inside->group_number = number_of(node, inside->group_number);
    struct group group = read_group(lists, node, level, inside->group, inside->group_number);
    GROW(lists->group, lists->groups, lists->group_capacity);
    unsigned own = lists->groups++;
    lists->group[own] = group;
    add_all(lists, node, (int)own);
    lists->group[own].initiatives = lists->initiatives - group.first;
    if (lists->initiatives == group.first)
        DIAG(lists->reader->diag, GROUP_EMPTY, lists->reader->file, group.line, group.mark);
}

static void add_initiative(struct lists *lists, const xmlNode *node, struct inside *inside)
{
    struct reader *reader = lists->reader;
    const struct group *outer = inside->group == GROUP_NONE ? NULL : &lists->group[inside->group];
    unsigned *last = lists->plan->running ? &lists->running : &inside->initiative_number;
    *last = number_of(node, *last);
    const struct initiative start = {
        .id = path_of(reader, lists->plan->running ? NULL : outer, *last),
        .number = *last,
        .group = inside->group,
    };
    GROW(lists->initiative, lists->initiatives, lists->initiative_capacity);
    lists->initiative[lists->initiatives++] = read_initiative(reader, node, &start, lists->plan);
}

/* What stands in the group, in the file's order. */
static void add_all(struct lists *lists, const xmlNode *parent, int group) // NOLINT(misc-no-recursion)
{
    struct inside inside = {.group = group};
    for (const xmlNode *node = parent->children; node; node = node->next) {
        if (nodes_is(node, "policy") || nodes_is(node, "item") || nodes_is(node, "group"))
            add_group(lists, node, &inside);
        if (nodes_is(node, "initiative")) add_initiative(lists, node, &inside);
    }
}

void read_groups(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    struct lists lists = {.reader = reader, .plan = plan};
    plan->running = read_choice(root, "numbering", (const char *const[]){"nested", "running", NULL}) == 1;
    levels_read(reader, root, plan);
    add_all(&lists, root, GROUP_NONE);
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
    codes_settle(reader->arena, plan, initiative);
    groups_sort_refs(plan);
    if (!plan->initiatives) DIAG(reader->diag, PLAN_EMPTY, reader->file, xmlGetLineNo(root), NULL);
}
