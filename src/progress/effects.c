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
        if (effect->cumulative != cumulative || strcmp(effect->category->name, total->category) != 0) continue;
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

static bool occurs(const struct progress *progress, const struct effect_category *category, unsigned report)
{
    for (unsigned i = 0; i < progress->initiatives; i++)
        for (unsigned j = 0; j <= report; j++) {
            const struct sheet_year *sheet = progress->initiative[i].year[j].sheet;
            for (unsigned k = 0; sheet && k < sheet->effects; k++)
                if (sheet->effect[k].category == category) return true;
        }
    return false;
}

/* In the order of the plan's list. */
static void note_categories(struct progress *progress, unsigned report)
{
    const struct effect_list *list = &progress->plan->effects;
    for (unsigned i = 0; i < list->count; i++)
        if (occurs(progress, &list->category[i], report))
            progress->effect[progress->effects++] =
                (struct effects_total){.category = list->category[i].name, .unit = list->category[i].unit};
}

static int64_t scaled(struct effects_total *all, int64_t amount, int64_t factor)
{
    int64_t more = 0;
    if (__builtin_mul_overflow(amount, factor, &more)) all->too_large = true;
    return more;
}

static void add_up(struct effects_total *all, const struct effects_total *one, int64_t factor)
{
    add(all, &all->yearly, scaled(all, one->yearly, factor));
    add(all, &all->cumulative, scaled(all, one->cumulative, factor));
    add(all, &all->planned, scaled(all, one->planned, factor));
    add(all, &all->cost, scaled(all, one->cost, factor));
    add(all, &all->cumulative_planned, scaled(all, one->cumulative_planned, factor));
    add(all, &all->cumulative_cost, scaled(all, one->cumulative_cost, factor));
    all->too_large |= one->too_large;
}

/* How many of `to` the unit is; 0: not money, or not a whole number of it. */
static int64_t factor_of(const char *unit, const char *to)
{
    struct decimal one = {1, 0}, out = {0, 0};
    if (!strstr(unit, "円") || !value_convert(one, unit, to, &out)) return 0;
    int64_t units = out.units;
    for (int scale = out.scale; scale > 0; scale--) {
        if (units % 10) return 0;
        units /= 10;
    }
    return units;
}

/* Money is added up, in the smallest of its units; hours and sheets of paper are not. */
static void sum_money(struct progress *progress)
{
    const char *unit = NULL;
    for (unsigned i = 0; i < progress->effects; i++) {
        const char *own = progress->effect[i].unit;
        if (strstr(own, "円") && (!unit || !factor_of(own, unit))) unit = own;
    }
    progress->effect_all = (struct effects_total){.category = "計", .unit = unit ? unit : ""};
    for (unsigned i = 0; unit && i < progress->effects; i++) {
        int64_t factor = factor_of(progress->effect[i].unit, unit);
        if (!factor) continue;
        progress->has_effect_all = true;
        add_up(&progress->effect_all, &progress->effect[i], factor);
    }
}

void effects_sum(struct progress *progress)
{
    unsigned report = 0;
    progress->effect_all = (struct effects_total){.category = "計", .unit = ""};
    if (!parts_index(progress, progress->year, &report)) return;
    progress->effect = arena_array(progress->arena, progress->plan->effects.count, sizeof *progress->effect);
    note_categories(progress, report);
    for (unsigned i = 0; i < progress->effects; i++)
        for (unsigned j = 0; j < progress->initiatives; j++)
            sum_initiative(&progress->effect[i], &progress->initiative[j], report);
    sum_money(progress);
}
