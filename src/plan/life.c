/* life: see life.h; and its reading. */
#include "plan/life.h"
#include <stdlib.h>
#include <string.h>
#include "plan/groups.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

bool life_has_begun(const struct initiative *initiative, int year)
{
    return !initiative->began || year >= initiative->began;
}

bool life_is_over(const struct initiative *initiative, int year)
{
    return initiative->ended && year > initiative->ended;
}

bool life_runs(const struct initiative *initiative, int year)
{
    return life_has_begun(initiative, year) && !life_is_over(initiative, year);
}

int life_last(const struct initiative *initiative)
{
    return initiative->ended && initiative->ended < initiative->to ? initiative->ended : initiative->to;
}

bool life_any(const struct plan *plan)
{
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (plan->initiative[i].began || plan->initiative[i].ended) return true;
    return plan->successions > 0;
}

/* --- one initiative --- */

void read_life(struct reader *reader, const xmlNode *node, const char *known, struct initiative *out)
{
    long line = xmlGetLineNo(node);
    out->began = read_year(node, "began");
    out->ended = read_year(node, "ended");
    out->ended_why = text_attribute(reader, node, "reason", arena_printf(reader->arena, "%sを終えた理由", known));
    if (out->began && out->ended && out->began > out->ended)
        DIAG(reader->diag, LIFE_ORDER, reader->file, line, known, arena_printf(reader->arena, "%d", out->began),
             arena_printf(reader->arena, "%d", out->ended));
    out->into = read_words(reader, node, "into");
    out->succeeds = read_words(reader, node, "succeeds");
    if (!out->ended && (out->ended_why || out->into.count))
        DIAG(reader->diag, LIFE_NOT_ENDED, reader->file, line, known, out->ended_why ? "reason" : "into");
}

/* --- between initiatives --- */

struct links {
    struct diag *diag;
    struct plan *plan;
    struct succession *link;
    unsigned count, capacity;
};

/* What initiative `own` refers to, each a link from it or to it. */
static void add_links(struct links *links, unsigned own, const char *name, const struct word_list *refs, bool to_it)
{
    const struct plan *plan = links->plan;
    for (unsigned i = 0; i < refs->count; i++) {
        bool many = false;
        unsigned other = groups_refer(plan, refs->word[i], &many);
        long line = plan->initiative[own].line;
        if (other == plan->initiatives && many)
            DIAG(links->diag, SHEET_AMBIGUOUS, plan->file, line, refs->word[i]);
        else if (other == plan->initiatives)
            DIAG(links->diag, LIFE_UNKNOWN, plan->file, line, plan->initiative[own].code, name, refs->word[i]);
        if (other == plan->initiatives) continue;
        GROW(links->link, links->count, links->capacity);
        links->link[links->count++] = to_it ? (struct succession){other, own} : (struct succession){own, other};
    }
}

static int by_ends(const void *left, const void *right)
{
    const struct succession *a = left, *b = right;
    if (a->from != b->from) return a->from < b->from ? -1 : 1;
    return a->to < b->to ? -1 : a->to > b->to;
}

/* Both ends may say the same: it is kept once. */
static void keep(struct links *links)
{
    if (links->count) qsort(links->link, links->count, sizeof *links->link, by_ends);
    struct succession *kept = arena_array(links->plan->arena, links->count, sizeof *kept);
    for (unsigned i = 0; i < links->count; i++)
        if (!i || by_ends(&links->link[i - 1], &links->link[i]) != 0) kept[links->plan->successions++] = links->link[i];
    links->plan->succession = kept;
}

/* The first link from `ordinal`, in the sorted list. */
static unsigned first_from(const struct plan *plan, unsigned ordinal)
{
    unsigned low = 0, high = plan->successions;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (plan->succession[middle].from < ordinal)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Takes away, one after the other, what nothing leads to; what is left stands on a circle or behind one. */
static void take_away(const struct plan *plan, unsigned *leading, unsigned *queue)
{
    unsigned end = 0;
    for (unsigned i = 0; i < plan->successions; i++)
        leading[plan->succession[i].to]++;
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (!leading[i]) queue[end++] = i;
    for (unsigned at = 0; at < end; at++)
        for (unsigned k = first_from(plan, queue[at]); k < plan->successions && plan->succession[k].from == queue[at];
             k++)
            if (!--leading[plan->succession[k].to]) queue[end++] = plan->succession[k].to;
}

/* Backwards along what is left, one comes to a circle, and to the place where one has been. */
static void check_circles(struct plan *plan, struct diag *diag)
{
    unsigned *leading = arena_array(plan->arena, plan->initiatives, sizeof *leading), at = 0;
    unsigned *before = arena_array(plan->arena, plan->initiatives, sizeof *before);
    bool *been = arena_array(plan->arena, plan->initiatives, sizeof *been);
    take_away(plan, leading, before);
    for (unsigned k = 0; k < plan->successions; k++)
        if (leading[plan->succession[k].from]) before[plan->succession[k].to] = plan->succession[k].from;
    while (at < plan->initiatives && !leading[at])
        at++;
    if (at == plan->initiatives) return;
    for (; !been[at]; at = before[at])
        been[at] = true;
    DIAG(diag, LIFE_CIRCLE, plan->file, plan->initiative[at].line, plan->initiative[at].code);
}

void read_successions(struct plan *plan, struct diag *diag)
{
    struct links links = {.diag = diag, .plan = plan};
    for (unsigned i = 0; i < plan->initiatives; i++) {
        add_links(&links, i, "into", &plan->initiative[i].into, false);
        add_links(&links, i, "succeeds", &plan->initiative[i].succeeds, true);
    }
    keep(&links);
    free(links.link);
    if (plan->successions) check_circles(plan, diag);
}

/* --- the whole plan --- */

void read_plan_revisions(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    struct plan_revision *revision = arena_array(reader->arena, nodes_count(root, "revision"), sizeof *revision);
    for (const xmlNode *node = nodes_first(root, "revision"); node; node = nodes_next(node))
        revision[plan->revisions++] = (struct plan_revision){
            .date = read_date(node, "date"),
            .title = text_attribute(reader, node, "title", "計画の改定の題名"),
            .text = text_field(reader, node, "計画の改定"),
        };
    plan->revision = revision;
}
