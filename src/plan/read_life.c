/* read_life: what becomes of an initiative over the years: added, ended, merged, split; and the departments that answer for it, each with
   its role and its years. */
#include <string.h>
#include "plan/groups.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

static const char BLANKS[] = " \t\r\n", IN_CHARGE[] = "主管";

/* Ids or codes in an attribute, parted by blanks. */
static struct word_list references(struct reader *reader, const xmlNode *node, const char *name)
{
    const char *text = text_data(reader, node, name);
    if (!text) return (struct word_list){0};
    const char **word = arena_array(reader->arena, strlen(text), sizeof *word);
    struct word_list list = {.word = word};
    for (const char *p = text + strspn(text, BLANKS); *p; p += strspn(p, BLANKS)) {
        size_t length = strcspn(p, BLANKS);
        word[list.count++] = arena_strndup(reader->arena, p, length);
        p += length;
    }
    return list;
}

void read_life(struct reader *reader, const xmlNode *node, const char *known, struct initiative *out)
{
    out->began = read_year(node, "began");
    out->ended = read_year(node, "ended");
    out->ended_why = text_attribute(reader, node, "reason", arena_printf(reader->arena, "%sを終えた理由", known));
    out->into = references(reader, node, "into");
    out->succeeds = references(reader, node, "succeeds");
}

/* --- departments --- */

static const char *note_of(struct reader *reader, const xmlNode *node, const char *role)
{
    struct arena *arena = reader->arena;
    int from = read_year(node, "from"), to = read_year(node, "to");
    bool says = role && strcmp(role, IN_CHARGE) != 0;
    if (!says && !from && !to) return "";
    return arena_printf(arena, "（%s%s%s%s%s%s）", says ? role : "", says && (from || to) ? "、" : "",
                        from ? year_label(reader->year_kind, arena, from) : "", from ? "から" : "",
                        to ? year_label(reader->year_kind, arena, to) : "", to ? "まで" : "");
}

void read_department_elements(struct reader *reader, const xmlNode *node, const char *known, struct initiative *out)
{
    unsigned count = nodes_count(node, "department");
    if (!count && !out->departments) DIAG(reader->diag, INITIATIVE_DEPARTMENT, reader->file, xmlGetLineNo(node), known);
    if (!count) return;
    const char **name = arena_array(reader->arena, out->departments + count, sizeof *name);
    const char **note = arena_array(reader->arena, out->departments + count, sizeof *note);
    unsigned at = 0;
    for (; at < out->departments; at++) {
        name[at] = out->department[at];
        note[at] = "";
    }
    for (int others = 0; others < 2; others++) /* those in charge first */
        for (const xmlNode *child = nodes_first(node, "department"); child; child = nodes_next(child)) {
            const char *role = text_data(reader, child, "role");
            if ((role && strcmp(role, IN_CHARGE) != 0) != others) continue;
            name[at] = text_of(reader, child, arena_printf(reader->arena, "%sの担当", known));
            note[at++] = note_of(reader, child, role);
        }
    out->department = name;
    out->department_note = note;
    out->departments = at;
}

/* --- the whole plan --- */

void read_plan_revisions(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    struct plan_revision *revision = arena_array(reader->arena, nodes_count(root, "revision"), sizeof *revision);
    for (const xmlNode *node = nodes_first(root, "revision"); node; node = nodes_next(node))
        revision[plan->revisions++] = (struct plan_revision){
            .date = read_date(node, "date"),
            .title = text_attribute(reader, node, "title", "計画の改定の題"),
            .text = text_field(reader, node, "計画の改定"),
        };
    plan->revision = revision;
}

/* --- between initiatives --- */

static void check_references(const struct plan *plan, const struct initiative *initiative, const struct word_list *refs,
                             struct diag *diag)
{
    for (unsigned i = 0; i < refs->count; i++)
        if (!groups_initiative(plan, refs->word[i]))
            DIAG(diag, LIFE_UNKNOWN, plan->file, initiative->line, initiative->code, refs->word[i]);
}

/* Does it come from itself, over however many others? `steps` bounds the walk. */
static bool comes_from(const struct plan *plan, const struct initiative *from, const struct initiative *what, unsigned steps)
{
    for (unsigned i = 0; steps && i < from->succeeds.count; i++) {
        const struct initiative *other = groups_initiative(plan, from->succeeds.word[i]);
        if (other && (other == what || comes_from(plan, other, what, steps - 1))) return true;
    }
    return false;
}

void life_check(const struct plan *plan, struct diag *diag)
{
    enum { STEPS_MOST = 12 };
    for (unsigned i = 0; i < plan->initiatives; i++) {
        const struct initiative *initiative = &plan->initiative[i];
        check_references(plan, initiative, &initiative->into, diag);
        check_references(plan, initiative, &initiative->succeeds, diag);
        if (comes_from(plan, initiative, initiative, STEPS_MOST))
            DIAG(diag, LIFE_CIRCLE, plan->file, initiative->line, initiative->code);
    }
}
