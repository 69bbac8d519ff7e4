/* effects: 財政効果額 by category. An entry is what a year brought (yearly) or all so far (cumulative); both come out both ways. */
#include <string.h>
#include "progress/parts.h"

/* Of one initiative and category. A plan or a cost that nobody gave is not known, and replaces nothing. */
struct amounts {
    bool given, has_planned, has_cost;
    int64_t amount, planned, cost;
};

static void add(struct effects_total *total, int64_t *sum, int64_t more)
{
    if (__builtin_add_overflow(*sum, more, sum)) total->too_large = true;
}

static void subtract(struct effects_total *total, int64_t *sum, int64_t less)
{
    if (__builtin_sub_overflow(*sum, less, sum)) total->too_large = true;
}

static struct amounts amounts_of(struct effects_total *total, const struct sheet_year *sheet, bool cumulative)
{
    struct amounts amounts = {0};
    for (unsigned i = 0; sheet && i < sheet->effects; i++) {
        const struct effect *effect = &sheet->effect[i];
        if (effect->cumulative != cumulative || strcmp(effect->category, total->category) != 0) continue;
        amounts.given = true;
        amounts.has_planned |= effect->has_planned;
        amounts.has_cost |= effect->has_cost;
        add(total, &amounts.amount, effect->amount);
        if (effect->has_planned) add(total, &amounts.planned, effect->planned);
        if (effect->has_cost) add(total, &amounts.cost, effect->cost);
    }
    return amounts;
}

/* A cumulative entry holds all up to its year, however that was reported: it takes the place of what was added up. */
static void go_on(struct effects_total *total, const struct sheet_year *sheet, struct amounts *so_far)
{
    struct amounts yearly = amounts_of(total, sheet, false), cumulative = amounts_of(total, sheet, true);
    add(total, &so_far->amount, yearly.amount);
    add(total, &so_far->planned, yearly.planned);
    add(total, &so_far->cost, yearly.cost);
    if (cumulative.given) so_far->amount = cumulative.amount;
    if (cumulative.has_planned) so_far->planned = cumulative.planned;
    if (cumulative.has_cost) so_far->cost = cumulative.cost;
}

static void add_share(struct effects_total *total, int64_t *sum, int64_t now, int64_t before)
{
    subtract(total, &now, before);
    add(total, sum, now);
}

/* The share of the report's year is what it has more than there was before. */
static void sum_initiative(struct effects_total *total, const struct initiative_progress *initiative, unsigned report)
{
    struct amounts so_far = {0}, before = {0};
    for (unsigned i = 0; i <= report; i++) {
        before = so_far;
        go_on(total, initiative->year[i].sheet, &so_far);
    }
    add(total, &total->cumulative, so_far.amount);
    add(total, &total->cumulative_planned, so_far.planned);
    add(total, &total->cumulative_cost, so_far.cost);
    add_share(total, &total->yearly, so_far.amount, before.amount);
    add_share(total, &total->planned, so_far.planned, before.planned);
    add_share(total, &total->cost, so_far.cost, before.cost);
}

static void note_category(struct progress *progress, const char *category)
{
    for (unsigned i = 0; i < progress->effects; i++)
        if (!strcmp(progress->effect[i].category, category)) return;
    progress->effect[progress->effects++].category = category;
}

static unsigned entries(const struct progress *progress, unsigned report)
{
    unsigned count = 0;
    for (unsigned i = 0; i < progress->initiatives; i++)
        for (unsigned j = 0; j <= report; j++) {
            const struct sheet_year *sheet = progress->initiative[i].year[j].sheet;
            count += sheet ? sheet->effects : 0;
        }
    return count;
}

/* Those of the list first, in its order; any other as it comes. */
static void note_categories(struct progress *progress, unsigned report)
{
    const struct word_list first = word_list_of(WORDS_EFFECTS);
    for (unsigned pass = 0; pass <= first.count; pass++)
        for (unsigned i = 0; i < progress->initiatives; i++)
            for (unsigned j = 0; j <= report; j++) {
                const struct sheet_year *sheet = progress->initiative[i].year[j].sheet;
                for (unsigned k = 0; sheet && k < sheet->effects; k++)
                    if (pass == first.count || !strcmp(sheet->effect[k].category, first.word[pass]))
                        note_category(progress, sheet->effect[k].category);
            }
}

static void add_up(struct effects_total *all, const struct effects_total *one)
{
    add(all, &all->yearly, one->yearly);
    add(all, &all->cumulative, one->cumulative);
    add(all, &all->planned, one->planned);
    add(all, &all->cost, one->cost);
    add(all, &all->cumulative_planned, one->cumulative_planned);
    add(all, &all->cumulative_cost, one->cumulative_cost);
    all->too_large |= one->too_large;
}

void effects_sum(struct progress *progress)
{
    unsigned report = 0;
    progress->effect_all.category = "";
    if (!parts_index(progress, progress->year, &report)) return;
    progress->effect = arena_array(progress->arena, entries(progress, report), sizeof *progress->effect);
    note_categories(progress, report);
    for (unsigned i = 0; i < progress->effects; i++) {
        for (unsigned j = 0; j < progress->initiatives; j++)
            sum_initiative(&progress->effect[i], &progress->initiative[j], report);
        add_up(&progress->effect_all, &progress->effect[i]);
    }
}
