/* settle: sheets below their policies and items, with their numbers; and what the plan will say again by itself is taken as such, but
   only where it says the same. */
#include <string.h>
#include "desk/draft.h"

char *settle_label(struct draft *draft, const struct draft_item *item)
{
    const char *name = passage_text(draft->arena, item->name);
    return arena_printf(draft->arena, "%s%s", label_circled(draft->arena, item->number), name);
}

/* ---- policies ---- */

static struct draft_policy *policy_named(struct draft *draft, struct passage name)
{
    for (unsigned i = 0; i < draft->policies.count; i++) {
        struct draft_policy *policy = draft->policies.item[i];
        if (passage_same(policy->name, name)) return policy;
    }
    return NULL;
}

static struct draft_policy *policy_numbered(struct draft *draft, unsigned number)
{
    for (unsigned i = 0; i < draft->policies.count; i++) {
        struct draft_policy *policy = draft->policies.item[i];
        if (policy->number == number) return policy;
    }
    return NULL;
}

static struct draft_policy *new_policy(struct draft *draft, const struct draft_sheet *sheet)
{
    struct draft_policy *policy = arena_alloc(draft->arena, sizeof *policy);
    policy->number = sheet->policy.number;
    if (!policy->number)
        for (policy->number = 1; policy_numbered(draft, policy->number);)
            policy->number++;
    policy->name = passage_one(draft->arena, sheet->policy.text);
    list_add(draft->arena, &draft->policies, policy);
    return policy;
}

/* The policy of a sheet; `last` is that of the sheet before, for one that does not say. */
static struct draft_policy *policy_of(struct draft *draft, struct draft_sheet *sheet, struct draft_policy *last)
{
    struct passage name = passage_one(draft->arena, sheet->policy.text);
    if (!sheet->policy.number && last) return last;
    struct draft_policy *policy = name.count ? policy_named(draft, name) : NULL;
    bool same = policy != NULL;
    if (!policy) policy = policy_numbered(draft, sheet->policy.number);
    bool is_new = !policy;
    if (is_new) policy = new_policy(draft, sheet);
    if (policy->number == sheet->policy.number)
        slice_take(draft->source, sheet->policy.mark, FATE_GENERATED, "policy/@number");
    bool writes = is_new || (policy->name.count && policy->name.slice[0].cell == sheet->policy.text.cell);
    if (same && !writes) passage_take(draft->source, name, FATE_GENERATED, "policy/name");
    return policy;
}

/* ---- items ---- */

/* The item's name in a sheet, without its number. */
static struct passage name_in(struct draft *draft, const struct draft_sheet *sheet, unsigned *number)
{
    struct numbered numbered;
    struct passage name = {0};
    *number = 0;
    for (unsigned i = 0; i < sheet->item.count; i++) {
        bool marked = i == 0 && label_number(sheet->item.slice[0], NUMBERING_CIRCLED, &numbered);
        if (marked) *number = numbered.number;
        passage_add(draft->arena, &name, marked ? numbered.text : sheet->item.slice[i]);
    }
    return name;
}

static struct draft_item *item_of(struct draft *draft, struct draft_policy *policy, struct draft_sheet *sheet,
                                  struct draft_item *last)
{
    unsigned number, most = 0, unused;
    struct passage name = name_in(draft, sheet, &number);
    bool below_last = last && policy->items.count && policy->items.item[policy->items.count - 1] == last;
    if (!name.count && below_last) return last;
    for (unsigned i = 0; i < policy->items.count; i++) {
        struct draft_item *item = policy->items.item[i];
        bool same = number ? item->number == number : passage_same(name, name_in(draft, item->sheets.item[0], &unused));
        if (same) return item;
        if (item->number > most) most = item->number;
    }
    struct draft_item *item = arena_alloc(draft->arena, sizeof *item);
    item->number = number ? number : most + 1;
    list_add(draft->arena, &policy->items, item);
    return item;
}

/* The name that most of its sheets use, from a sheet whose whole label is as the plan prints it, if there is one. */
static void name_item(struct draft *draft, struct draft_item *item)
{
    unsigned best = 0, unused;
    for (unsigned i = 0; i < item->sheets.count; i++) {
        struct draft_item trial = {.number = item->number, .name = name_in(draft, item->sheets.item[i], &unused)};
        unsigned score = 0;
        for (unsigned j = 0; j < item->sheets.count; j++)
            score += 2 * passage_same(trial.name, name_in(draft, item->sheets.item[j], &unused));
        const char *label = passage_text(draft->arena, ((struct draft_sheet *)item->sheets.item[i])->item);
        score += !strcmp(label, settle_label(draft, &trial));
        if (!trial.name.count || score <= best) continue;
        best = score;
        item->name = trial.name;
    }
}

static void take_labels(struct draft *draft, struct draft_item *item)
{
    const char *label = settle_label(draft, item);
    for (unsigned i = 0; i < item->sheets.count; i++) {
        struct draft_sheet *sheet = item->sheets.item[i];
        sheet->item_differs = sheet->item.count && strcmp(passage_text(draft->arena, sheet->item), label) != 0;
        if (!sheet->item.count || sheet->item_differs) continue;
        bool writes = item->name.slice[0].cell == sheet->item.slice[0].cell;
        struct slice mark = sheet->item.slice[0];
        if (writes) mark.to = item->name.slice[0].from;
        slice_take(draft->source, mark, FATE_GENERATED, "item");
        for (unsigned j = 1; j < sheet->item.count && !writes; j++)
            slice_take(draft->source, sheet->item.slice[j], FATE_GENERATED, "item");
    }
}

/* ---- years ---- */

static void add_years(struct draft *draft, const struct row *years)
{
    for (unsigned i = 0; years && i < years->cells; i++) {
        int year = label_year(slice_of(&years->cell[i]));
        if (!year) continue;
        slice_take(draft->source, slice_of(&years->cell[i]), FATE_GENERATED, "period");
        if (!draft->first || year < draft->first) draft->first = year;
        if (year > draft->last) draft->last = year;
    }
}

static void settle_years(struct draft *draft)
{
    for (unsigned i = 0; i < draft->sheets.count; i++) {
        struct draft_sheet *sheet = draft->sheets.item[i];
        add_years(draft, sheet->years);
        for (unsigned j = 0; j < sheet->indicators.count; j++)
            add_years(draft, ((struct draft_indicator *)sheet->indicators.item[j])->years);
    }
}

static void each_item(struct draft *draft, void (*call)(struct draft *, struct draft_item *))
{
    for (unsigned i = 0; i < draft->policies.count; i++) {
        struct draft_policy *policy = draft->policies.item[i];
        for (unsigned j = 0; j < policy->items.count; j++)
            call(draft, policy->items.item[j]);
    }
}

static void name_sheets(struct draft *draft)
{
    for (unsigned i = 0; i < draft->policies.count; i++) {
        const struct draft_policy *policy = draft->policies.item[i];
        for (unsigned j = 0; j < policy->items.count; j++) {
            const struct draft_item *item = policy->items.item[j];
            for (unsigned k = 0; k < item->sheets.count; k++) {
                struct draft_sheet *sheet = item->sheets.item[k];
                sheet->id = arena_printf(draft->arena, "%u-%u-%u", policy->number, item->number, sheet->number);
            }
        }
    }
}

void settle(struct draft *draft)
{
    struct draft_policy *policy = NULL;
    struct draft_item *item = NULL;
    settle_years(draft);
    for (unsigned i = 0; i < draft->sheets.count; i++) {
        struct draft_sheet *sheet = draft->sheets.item[i];
        policy = policy_of(draft, sheet, policy);
        item = item_of(draft, policy, sheet, item);
        list_add(draft->arena, &item->sheets, sheet);
        settle_targets(draft, sheet);
    }
    each_item(draft, name_item);
    each_item(draft, take_labels);
    settle_headings(draft);
    settle_outline(draft);
    name_sheets(draft);
}
