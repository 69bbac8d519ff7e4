/* facts_diff: a change is one element, whatever it is of; templates choose which go where. */
#include "document/facts_diff.h"
#include <stdio.h>
#include <string.h>
#include "base/buf.h"
#include "document/facts_diff_private.h"
#include "document/facts_private.h"
#include "progress/words.h"

static const char *const KIND[DIFFERENCE_KINDS] = {
    [DIFFERENCE_VALUE] = "value",     [DIFFERENCE_WORDS] = "words",           [DIFFERENCE_TEXT] = "text",
    [DIFFERENCE_WRITING] = "writing", [DIFFERENCE_REVISED] = "revised",       [DIFFERENCE_ADDED] = "added",
    [DIFFERENCE_REMOVED] = "removed", [DIFFERENCE_RENUMBERED] = "renumbered",
};

/* ---- one change ---- */

static const char *document_of(const struct difference *difference)
{
    return difference->document == DIFFERENCE_REPORT ? "report" : "plan";
}

static void set_place(xmlNode *node, enum year_kind kind, struct arena *arena, const struct difference *difference)
{
    facts_set(node, "kind", KIND[difference->kind]);
    facts_set(node, "document", document_of(difference));
    facts_set(node, "document-word", words_document(document_of(difference)));
    facts_set(node, "ref", difference->ref ? difference->ref : difference->old_ref);
    if (difference->ref && difference->old_ref && strcmp(difference->ref, difference->old_ref) != 0)
        facts_set(node, "old-ref", difference->old_ref);
    facts_set(node, "name", difference->name);
    facts_set(node, "field", difference->field);
    facts_set(node, "field-word",
              strcmp(difference->field, "extra") ? words_field(difference->field) : difference->part);
    if (strcmp(difference->field, "extra") != 0) facts_set(node, "part", difference->part);
    if (difference->several) facts_set(node, "indicator", difference->indicator);
    if (difference->several || !strcmp(difference->field, "indicator"))
        facts_set(node, "definition", difference->definition);
    if (!difference->year) return;
    facts_set_number(node, "year", difference->year);
    facts_set(node, "label", year_label(kind, arena, difference->year));
}

static void set_cause(xmlNode *node, enum year_kind kind, struct arena *arena, const struct difference *cause)
{
    if (!cause) return;
    facts_set(node, "cause", words_field(cause->field));
    if (cause->year) facts_set(node, "cause-label", year_label(kind, arena, cause->year));
}

static void set_revision(xmlNode *node, struct arena *arena, const struct revision *revision)
{
    if (!revision) return;
    facts_set(node, "date-text", date_text(arena, revision->date));
    facts_set(node, "decided-by", revision->decided_by);
    facts_set(node, "reason", revision->reason);
}

/* Lines are shown as ／: attributes and phrases have none. */
static const char *one_line(struct arena *arena, const char *text)
{
    static const char END[] = "／";
    struct buf buf = {0};
    if (!text || !strchr(text, '\n')) return text;
    for (; *text; text++)
        if (*text == '\n')
            buf_str(&buf, END);
        else
            buf_char(&buf, *text);
    const char *line = arena_strndup(arena, buf.data, buf.size);
    buf_free(&buf);
    return line;
}

static void add_hunk(xmlNode *change, struct arena *arena, const struct hunk *hunk)
{
    xmlNode *node = facts_add(change, "hunk", NULL);
    facts_set(node, "before", one_line(arena, hunk->before));
    facts_set(node, "removed", one_line(arena, hunk->removed));
    facts_set(node, "added", one_line(arena, hunk->added));
    facts_set(node, "after", one_line(arena, hunk->after));
    facts_set_flag(node, "cut-before", hunk->cut_before);
    facts_set_flag(node, "cut-after", hunk->cut_after);
}

static xmlNode *add_change(xmlNode *parent, enum year_kind kind, struct arena *arena,
                           const struct difference *difference)
{
    xmlNode *node = facts_add(parent, "change", NULL);
    set_place(node, kind, arena, difference);
    set_cause(node, kind, arena, difference->cause);
    set_revision(node, arena, difference->revision);
    if (difference->kind != DIFFERENCE_TEXT) {
        facts_set(node, "old", one_line(arena, difference->old));
        facts_set(node, "new", one_line(arena, difference->new));
    }
    for (unsigned i = 0; i < difference->hunks; i++)
        add_hunk(node, arena, &difference->hunk[i]);
    return node;
}

/* ---- a comparison ---- */

static const char *edition_date(struct arena *arena, const struct diff_edition *edition, bool plain)
{
    const struct history *history = edition->history;
    const struct actuals *newest = history && history->years ? history->year[history->years - 1] : NULL;
    struct date date = edition->plan->date;
    if (newest) date = newest->has_published ? newest->published : newest->as_of;
    if (!plain) return date_text(arena, date);
    if (!date.month) return arena_printf(arena, "%04d", date.year);
    if (!date.day) return arena_printf(arena, "%04d-%02d", date.year, date.month);
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void add_edition(xmlNode *root, struct arena *arena, const char *name, const struct diff_edition *edition)
{
    xmlNode *node = facts_add(root, name, NULL);
    facts_set(node, "file", edition->plan->file);
    facts_set(node, "date", edition_date(arena, edition, true));
    facts_set(node, "date-text", edition_date(arena, edition, false));
}

xmlDoc *facts_diff(const struct facts_diff *diff)
{
    const struct plan *plan = diff->new->plan;
    struct facts facts = {.plan = plan, .scratch = arena_new()};
    xmlDoc *doc = facts_start(&facts);
    xmlNode *root = xmlDocGetRootElement(doc);
    facts_set(root, "title", plan->title);
    facts_set(root, "municipality", plan->municipality);
    add_edition(root, facts.scratch, "old", diff->old);
    add_edition(root, facts.scratch, "new", diff->new);
    for (unsigned i = 0; i < diff->diff->count; i++) {
        const struct difference *difference = diff->diff->list[i];
        xmlNode *node = add_change(root, plan->year_kind, facts.scratch, difference);
        facts_set_flag(node, "announced", difference->announced != NULL);
        facts_set(node, "page", diff_page(&diff->pages, difference));
    }
    facts_diff_add_proposals(root, diff, facts.scratch, edition_date(facts.scratch, diff->new, true));
    arena_free(facts.scratch);
    return facts_finish(doc);
}

/* ---- a report ---- */

static bool is_told_here(const struct difference *difference)
{
    if (difference->kind == DIFFERENCE_WRITING || difference->kind == DIFFERENCE_REVISED) return false;
    return !difference->announced && strcmp(difference->field, "actuals") != 0;
}

void facts_diff_add_since(xmlDoc *facts, const struct diff *diff, struct date date)
{
    struct arena *arena = arena_new();
    xmlNode *since = NULL;
    for (unsigned i = 0; i < diff->count; i++) {
        if (!is_told_here(diff->list[i])) continue;
        if (!since) since = facts_add(xmlDocGetRootElement(facts), "since", NULL);
        add_change(since, diff->year_kind, arena, diff->list[i]);
    }
    if (since) facts_set(since, "date-text", date_text(arena, date));
    arena_free(arena);
}
