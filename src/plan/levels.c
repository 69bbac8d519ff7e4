/* levels: see levels.h. */
#include "plan/levels.h"
#include <string.h>
#include "base/buf.h"
#include "plan/nodes.h"

static const char *const DEFAULTS[] = {"基本方針", "項目", "主な取組み"};
enum { DEFAULT_LEVELS = 2 };

/* 「基本目標」「施策」 */
static const char *quoted(struct arena *arena, const struct plan *plan)
{
    struct buf list = {0};
    for (unsigned i = 0; i < plan->levels; i++)
        buf_printf(&list, "「%s」", plan->level[i]);
    const char *text = arena_strdup(arena, plan->levels ? buf_text(&list) : "なし");
    buf_free(&list);
    return text;
}

static void check_names(struct reader *reader, const xmlNode *list, unsigned count, const char *const *name)
{
    long line = xmlGetLineNo(list);
    if (count > LEVELS_MOST + 1)
        DIAG(reader->diag, LEVELS_MANY, reader->file, line, arena_printf(reader->arena, "%u", count),
             arena_printf(reader->arena, "%d", LEVELS_MOST));
    for (unsigned i = 0; i < count; i++)
        for (unsigned j = 0; j < i; j++)
            if (!strcmp(name[i], name[j])) DIAG(reader->diag, LEVEL_TWICE, reader->file, line, name[i]);
}

void levels_read(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    const xmlNode *list = nodes_first(root, "levels");
    unsigned count = nodes_count(list, "level");
    plan->levels = DEFAULT_LEVELS;
    plan->level = DEFAULTS;
    if (!count) return;
    const char **name = arena_array(reader->arena, count, sizeof *name), **next = name;
    for (const xmlNode *node = nodes_first(list, "level"); node; node = nodes_next(node))
        *next++ = text_of(reader, node, "階層の名前");
    check_names(reader, list, count, name);
    plan->own_levels = true;
    plan->levels = count - 1;
    plan->level = name;
}

/* <policy> and <item> are the first two of three levels. */
static unsigned named_level(struct reader *reader, const struct plan *plan, const xmlNode *node)
{
    if (plan->levels != DEFAULT_LEVELS)
        DIAG(reader->diag, LEVEL_POLICY, reader->file, xmlGetLineNo(node), (const char *)node->name,
             quoted(reader->arena, plan));
    unsigned level = nodes_is(node, "item");
    return level < plan->levels ? level : plan->levels;
}

/* Which of the plan's levels is called so; the number of them: none. */
static unsigned level_called(const struct plan *plan, const char *name)
{
    unsigned level = 0;
    while (level < plan->levels && strcmp(plan->level[level], name) != 0)
        level++;
    return level;
}

static unsigned told_level(struct reader *reader, const struct plan *plan, const xmlNode *node, const char *name,
                           const struct group *outer)
{
    unsigned level = level_called(plan, name);
    if (level == plan->levels)
        DIAG(reader->diag, LEVEL_UNKNOWN, reader->file, xmlGetLineNo(node), name, quoted(reader->arena, plan));
    else if (outer && level <= outer->level)
        DIAG(reader->diag, LEVEL_ORDER, reader->file, xmlGetLineNo(node), name, outer->kind);
    return level;
}

unsigned levels_of(struct reader *reader, const struct plan *plan, const xmlNode *node, const struct group *outer)
{
    unsigned next = outer ? outer->level + 1 : 0;
    const char *name = text_data(reader, node, "level");
    if (!nodes_is(node, "group")) return named_level(reader, plan, node);
    if (name) return told_level(reader, plan, node, name, outer);
    if (next < plan->levels) return next;
    if (next == plan->levels)
        DIAG(reader->diag, LEVEL_DEEP, reader->file, xmlGetLineNo(node), quoted(reader->arena, plan));
    return plan->levels;
}
