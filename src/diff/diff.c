/* diff: the whole, then each initiative with its partner, then what changed a grade and what the later edition has told itself. */
#include "diff/diff.h"
#include <stdlib.h>
#include <string.h>
#include "diff/compare.h"
#include "diff/pair.h"

/* One run. */
struct run {
    const struct diff_edition *old, *new;
    struct gathered gathered;
    struct pairing pairing;
};

/* ---- years ---- */

static const struct actuals *file_of(const struct diff_edition *edition, int year)
{
    for (unsigned i = 0; edition->history && i < edition->history->years; i++)
        if (edition->history->year[i]->year == year) return edition->history->year[i];
    return NULL;
}

static void tell_year(struct run *run, enum difference_kind kind, int year)
{
    compare_gather(&run->gathered,
                   (struct difference){.kind = kind, .document = DIFFERENCE_REPORT, .field = "actuals", .year = year});
}

/* Years that only one side has, in their order; of the plan alone there are none. */
static void tell_years(struct run *run)
{
    const struct history *old = run->old->history, *new = run->new->history;
    if (!old || !new) return;
    for (unsigned i = 0; i < old->years; i++)
        if (!file_of(run->new, old->year[i]->year)) tell_year(run, DIFFERENCE_REMOVED, old->year[i]->year);
    for (unsigned i = 0; i < new->years; i++)
        if (!file_of(run->old, new->year[i]->year)) tell_year(run, DIFFERENCE_ADDED, new->year[i]->year);
}

/* A list of what one edition says, still empty. */
static struct entries entries_of(const struct run *run, const struct diff_edition *edition)
{
    return (struct entries){.arena = run->gathered.arena, .year_kind = edition->plan->year_kind};
}

static void compare_whole(struct run *run)
{
    const struct difference like = {0};
    struct entries old = entries_of(run, run->old), new = entries_of(run, run->new);
    entry_whole(&old, run->old->plan);
    entry_whole(&new, run->new->plan);
    for (unsigned i = 0; run->new->history &&i < run->new->history->years; i++) {
        const struct actuals *before = file_of(run->old, run->new->history->year[i]->year);
        if (!before) continue;
        entry_year(&old, before);
        entry_year(&new, run->new->history->year[i]);
    }
    compare_entries(&run->gathered, &old, &new, &like, NULL);
    entry_free(&old);
    entry_free(&new);
}

/* ---- an initiative ---- */

/* Both sides of one; ordinals count over the whole plan. */
struct both {
    const struct initiative *old, *new;
    unsigned old_ordinal, new_ordinal;
    unsigned *old_number, *new_number; /* of their indicators */
    struct difference like;
};

static void tell_thing(struct run *run, const struct both *both, enum difference_kind kind, const char *field,
                       const struct indicator *indicator, int year)
{
    struct difference difference = both->like;
    difference.kind = kind;
    difference.field = field;
    difference.document = year ? DIFFERENCE_REPORT : DIFFERENCE_PLAN;
    difference.year = year;
    difference.indicator = indicator ? indicator->id : NULL;
    difference.definition = indicator ? indicator->definition : NULL;
    difference.old = kind == DIFFERENCE_RENUMBERED ? both->old->id : NULL;
    difference.new = kind == DIFFERENCE_RENUMBERED ? both->new->id : NULL;
    compare_gather(&run->gathered, difference);
}

static void tell_things(struct run *run, const struct both *both)
{
    if (strcmp(both->old->id, both->new->id) != 0) tell_thing(run, both, DIFFERENCE_RENUMBERED, "initiative", NULL, 0);
    for (unsigned i = 0; i < both->new->indicators; i++)
        if (!both->new_number[i]) tell_thing(run, both, DIFFERENCE_ADDED, "indicator", &both->new->indicator[i], 0);
    for (unsigned i = 0; i < both->old->indicators; i++)
        if (!both->old_number[i]) tell_thing(run, both, DIFFERENCE_REMOVED, "indicator", &both->old->indicator[i], 0);
}

/* A sheet that only one side has is told as one thing. */
static void add_sheets(struct run *run, const struct both *both, int year, struct entries *old, struct entries *new)
{
    const struct sheet_year *before = history_sheet(run->old->history, year, both->old_ordinal);
    const struct sheet_year *now = history_sheet(run->new->history, year, both->new_ordinal);
    if (before && now) {
        entry_sheet(old, before, year, both->old_number);
        entry_sheet(new, now, year, both->new_number);
    } else if (before || now) {
        tell_thing(run, both, now ? DIFFERENCE_ADDED : DIFFERENCE_REMOVED, "sheet", NULL, year);
    }
    entry_grade(old, run->old->progress, both->old_ordinal, year);
    entry_grade(new, run->new->progress, both->new_ordinal, year);
}

static void compare_both(struct run *run, const struct both *both)
{
    struct entries old = entries_of(run, run->old), new = entries_of(run, run->new);
    tell_things(run, both);
    entry_initiative(&old, both->old, both->old_number);
    entry_initiative(&new, both->new, both->new_number);
    for (unsigned i = 0; run->new->history &&i < run->new->history->years; i++) {
        int year = run->new->history->year[i]->year;
        if (file_of(run->old, year)) add_sheets(run, both, year, &old, &new);
    }
    compare_entries(&run->gathered, &old, &new, &both->like, both->new);
    entry_free(&old);
    entry_free(&new);
}

/* ---- targets that were changed by a decision ---- */

static bool is_known(const struct indicator *indicator, const struct revision *revision)
{
    for (unsigned i = 0; i < indicator->revisions; i++)
        if (indicator->revision[i].year == revision->year &&
            !strcmp(indicator->revision[i].value.text, revision->value.text))
            return true;
    return false;
}

/* The decision that took the old target away: the later edition tells it, the earlier one did not. */
static const struct revision *revision_of(const struct both *both, const struct difference *difference)
{
    for (unsigned i = 0; i < both->new->indicators; i++) {
        const struct indicator *indicator = &both->new->indicator[i];
        if (strcmp(indicator->id, difference->indicator) != 0) continue;
        const struct indicator *before = NULL;
        for (unsigned j = 0; j < both->old->indicators; j++)
            if (both->old_number[j] == i + 1) before = &both->old->indicator[j];
        for (unsigned k = 0; before && k < indicator->revisions; k++) {
            const struct revision *revision = &indicator->revision[k];
            if (revision->year == difference->year && difference->old &&
                !strcmp(revision->value.text, difference->old) && !is_known(before, revision))
                return revision;
        }
    }
    return NULL;
}

/* ---- what changed a grade ---- */

/* How directly a difference bears on the grade of `year`; 0: not at all. */
static unsigned bearing(const struct difference *difference, int year)
{
    static const struct {
        const char *field;
        unsigned same_year, earlier;
    } BEARING[] = {
        {"actual",     9, 3},
        {"sheet",      8, 3},
        {"target",     7, 2},
        {"indicator",  6, 6},
        {"rule",       5, 5},
        {"baseline",   4, 4},
        {"definition", 1, 1},
    };
    if (difference->kind == DIFFERENCE_WRITING) return 0;
    for (size_t i = 0; i < sizeof BEARING / sizeof *BEARING; i++) {
        if (strcmp(BEARING[i].field, difference->field) != 0 || difference->year > year) continue;
        return difference->year == year ? BEARING[i].same_year : BEARING[i].earlier;
    }
    return 0;
}

static void find_cause(struct difference *grade, struct difference *const *list, unsigned count)
{
    unsigned most = 0;
    for (unsigned i = 0; i < count; i++) {
        unsigned weight = bearing(list[i], grade->year);
        if (weight <= most) continue;
        most = weight;
        grade->cause = list[i];
    }
}

static void explain(struct run *run, const struct both *both, unsigned from)
{
    struct gathered *gathered = &run->gathered;
    for (unsigned i = from; i < gathered->count; i++) {
        struct difference *one = gathered->list[i];
        if (!strcmp(one->field, "grade")) find_cause(one, gathered->list + from, gathered->count - from);
        if (strcmp(one->field, "target") != 0 || one->kind != DIFFERENCE_VALUE) continue;
        one->revision = revision_of(both, one);
        if (one->revision) one->kind = DIFFERENCE_REVISED;
    }
}

static void compare_initiative(struct run *run, unsigned old, unsigned new)
{
    struct arena *arena = run->gathered.arena;
    struct both both = {
        .old = run->pairing.old.initiative[old],
        .new = run->pairing.new.initiative[new],
        .old_ordinal = old,
        .new_ordinal = new,
    };
    unsigned from = run->gathered.count;
    both.old_number = arena_array(arena, both.old->indicators, sizeof *both.old_number);
    both.new_number = arena_array(arena, both.new->indicators, sizeof *both.new_number);
    both.like = (struct difference){.old_ref = both.old->id, .ref = both.new->id, .name = both.new->name};
    pair_indicators(both.old, both.new, both.old_number, both.new_number);
    compare_both(run, &both);
    explain(run, &both, from);
}

static void compare_initiatives(struct run *run)
{
    const struct side *old = &run->pairing.old, *new = &run->pairing.new;
    for (unsigned i = 0; i < new->count; i++) {
        if (new->partner[i] >= 0)
            compare_initiative(run, (unsigned)new->partner[i], i);
        else
            compare_gather(&run->gathered, (struct difference){.kind = DIFFERENCE_ADDED,
                                                               .ref = new->initiative[i]->id,
                                                               .name = new->initiative[i]->name,
                                                               .field = "initiative"});
    }
    for (unsigned i = 0; i < old->count; i++)
        if (old->partner[i] < 0)
            compare_gather(&run->gathered, (struct difference){.kind = DIFFERENCE_REMOVED,
                                                               .old_ref = old->initiative[i]->id,
                                                               .name = old->initiative[i]->name,
                                                               .field = "initiative"});
}

/* ---- what the later edition tells itself ---- */

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && !strcmp(a, b));
}

static bool is_of(const struct correction *correction, const struct difference *difference)
{
    if (!same(correction->ref, difference->ref) || !same(correction->field, difference->field)) return false;
    if (correction->year && strtol(correction->year, NULL, 10) != difference->year) return false;
    if (correction->document &&
        (!strcmp(correction->document, "report")) != (difference->document == DIFFERENCE_REPORT))
        return false;
    return !correction->indicator || same(correction->indicator, difference->indicator);
}

static bool had(const struct correction *list, unsigned count, const struct correction *correction)
{
    for (unsigned i = 0; i < count; i++)
        if (same(list[i].ref, correction->ref) && same(list[i].field, correction->field) &&
            same(list[i].wrong, correction->wrong) && same(list[i].right, correction->right))
            return true;
    return false;
}

/* By those of `list` that the earlier edition did not have. A text is told when there is one for each of its places. */
static void announce(struct run *run, unsigned *told, const struct correction *list, unsigned count,
                     const struct correction *before, unsigned befores)
{
    for (unsigned i = 0; i < count; i++) {
        if (had(before, befores, &list[i])) continue;
        for (unsigned j = 0; j < run->gathered.count; j++) {
            struct difference *difference = run->gathered.list[j];
            if (is_of(&list[i], difference) && ++told[j] >= difference->hunks) difference->announced = &list[i];
        }
    }
}

static void announce_all(struct run *run)
{
    const struct plan *old = run->old->plan, *new = run->new->plan;
    unsigned *told = arena_array(run->gathered.arena, run->gathered.count, sizeof *told);
    announce(run, told, new->correction, new->corrections, old->correction, old->corrections);
    for (unsigned i = 0; run->new->history &&i < run->new->history->years; i++) {
        const struct actuals *file = run->new->history->year[i], *before = file_of(run->old, file->year);
        announce(run, told, file->correction, file->corrections, before ? before->correction : NULL,
                 before ? before->corrections : 0);
    }
}

/* ---- the whole ---- */

const char *diff_page(const struct diff_pages *pages, const struct difference *difference)
{
    if (!pages->page || !difference->old_ref) return NULL;
    return pages->page(pages->self, difference->document, difference->old_ref);
}

struct diff *diff_new(const struct diff_edition *old, const struct diff_edition *new)
{
    struct arena *arena = arena_new();
    struct diff *diff = arena_alloc(arena, sizeof *diff);
    struct run run = {old, new, {.arena = arena}, pair_initiatives(arena, old->plan, new->plan)};
    tell_years(&run);
    compare_whole(&run);
    compare_initiatives(&run);
    announce_all(&run);
    const struct difference **list = arena_array(arena, run.gathered.count, sizeof(const struct difference *));
    for (unsigned i = 0; i < run.gathered.count; i++)
        list[i] = run.gathered.list[i];
    *diff = (struct diff){arena, new->plan->year_kind, run.gathered.count, list};
    free(run.gathered.list);
    return diff;
}

void diff_free(struct diff *diff)
{
    if (diff) arena_free(diff->arena);
}
