/* settle_outline: the outline's table beside the sheets. What it says as the sheets do, the plan prints again; where it says something
   else about the same thing, that is kept; what it alone knows stays left over. */
#include <string.h>
#include "base/utf8.h"
#include "desk/draft.h"

enum { PERCENT = 100, ALIKE = 50 };

static struct draft_policy *policy_of(struct draft *draft, const struct outline_policy *row)
{
    for (unsigned i = 0; i < draft->policies.count; i++) {
        struct draft_policy *policy = draft->policies.item[i];
        if (passage_same(policy->name, row->name)) return policy;
    }
    return NULL;
}

static struct draft_item *item_of(const struct draft_policy *policy, unsigned number)
{
    for (unsigned i = 0; i < policy->items.count; i++) {
        struct draft_item *item = policy->items.item[i];
        if (item->number == number) return item;
    }
    return NULL;
}

static bool number_is_used(const struct draft_item *item, unsigned number)
{
    for (unsigned i = 0; i < item->sheets.count; i++)
        if (((struct draft_sheet *)item->sheets.item[i])->number == number) return true;
    return false;
}

/* The share of pairs of neighbouring characters of the shorter text that the longer one has, in percent. */
static unsigned likeness(const char *a, const char *b)
{
    bool swap = strlen(a) > strlen(b);
    const char *part = swap ? b : a, *whole = swap ? a : b;
    unsigned pairs = 0, found = 0;
    for (const char *second = part; *part; part = second, pairs++) {
        char pair[9] = {0};
        utf8_next(&second);
        const char *end = second;
        if (!*end) break;
        utf8_next(&end);
        memcpy(pair, part, (size_t)(end - part));
        found += strstr(whole, pair) != NULL;
    }
    return pairs ? found * PERCENT / pairs : 0;
}

/* The row and the sheet are the same initiative. */
static void pair_up(struct draft *draft, struct draft_item *item, struct draft_sheet *sheet,
                    struct outline_initiative *row)
{
    bool same = !strcmp(passage_text(draft->arena, row->name), passage_text(draft->arena, sheet->name));
    if (same)
        passage_take(draft->source, row->name, FATE_GENERATED, "initiative/name");
    else
        sheet->outline_name = row->name;
    sheet->outside_outline = false;
    bool numbered = !number_is_used(item, row->numbered.number);
    if (numbered) sheet->number = row->numbered.number;
    if (numbered) slice_take(draft->source, row->numbered.mark, FATE_GENERATED, "initiative/@number");
}

/* The sheet that is most like the row among those without one; at least half alike. NULL: none. */
static struct draft_sheet *most_like(struct draft *draft, const struct draft_item *item,
                                     const struct outline_initiative *row)
{
    struct draft_sheet *best = NULL;
    unsigned most = ALIKE - 1;
    const char *name = passage_key(draft->arena, row->name);
    for (unsigned i = 0; i < item->sheets.count; i++) {
        struct draft_sheet *sheet = item->sheets.item[i];
        const char *other = passage_key(draft->arena, sheet->name);
        unsigned alike = !strcmp(name, other) ? PERCENT + 1 : likeness(name, other);
        if (!sheet->outside_outline || alike <= most) continue;
        most = alike;
        best = sheet;
    }
    return best;
}

static bool is_exact(const struct draft_sheet *sheet, const struct outline_initiative *row)
{
    return sheet && passage_same(sheet->name, row->name);
}

/* First those that agree, so that none is given away to one that is only alike. */
static void settle_initiatives(struct draft *draft, struct draft_item *item, const struct outline_item *rows)
{
    struct list others = {0};
    for (unsigned i = 0; i < rows->initiatives.count; i++) {
        struct outline_initiative *row = rows->initiatives.item[i];
        struct draft_sheet *sheet = row->name.count ? most_like(draft, item, row) : NULL;
        if (is_exact(sheet, row))
            pair_up(draft, item, sheet, row);
        else if (row->name.count)
            list_add(draft->arena, &others, row);
    }
    for (unsigned i = 0; i < others.count; i++) {
        struct draft_sheet *sheet = most_like(draft, item, others.item[i]);
        if (sheet) pair_up(draft, item, sheet, others.item[i]);
    }
}

static void settle_item(struct draft *draft, const struct draft_policy *policy, const struct outline_item *row)
{
    struct draft_item *item = item_of(policy, row->number);
    if (!item) return;
    if (!strcmp(passage_text(draft->arena, row->label), settle_label(draft, item)))
        passage_take(draft->source, row->label, FATE_GENERATED, "item");
    else if (!item->outline.count)
        item->outline = row->label;
    settle_initiatives(draft, item, row);
}

static void settle_policy(struct draft *draft, const struct outline_policy *row)
{
    struct draft_policy *policy = policy_of(draft, row);
    if (!policy) return;
    bool writes = policy->name.slice[0].cell == row->name.slice[0].cell;
    if (!writes) passage_take(draft->source, row->name, FATE_GENERATED, "policy/name");
    for (unsigned i = 0; i < policy->items.count; i++) {
        const struct draft_item *item = policy->items.item[i];
        for (unsigned j = 0; j < item->sheets.count; j++)
            ((struct draft_sheet *)item->sheets.item[j])->outside_outline = true;
    }
    for (unsigned i = 0; i < row->items.count; i++)
        settle_item(draft, policy, row->items.item[i]);
}

static void settle_heading(struct draft *draft, const struct draft_heading *heading)
{
    for (unsigned i = 0; i < heading->parts.count; i++) {
        const struct draft_part *part = heading->parts.item[i];
        for (unsigned j = 0; j < part->outline.count; j++)
            settle_policy(draft, part->outline.item[j]);
    }
    for (unsigned i = 0; i < heading->sections.count; i++)
        settle_heading(draft, heading->sections.item[i]);
}

/* Sheets that the outline does not number get what it leaves free, in their order. */
static void number_rest(const struct draft_item *item)
{
    for (unsigned i = 0; i < item->sheets.count; i++) {
        struct draft_sheet *sheet = item->sheets.item[i];
        for (unsigned number = 1; !sheet->number; number++)
            if (!number_is_used(item, number)) sheet->number = number;
    }
}

void settle_outline(struct draft *draft)
{
    for (unsigned i = 0; i < draft->chapters.count; i++)
        settle_heading(draft, draft->chapters.item[i]);
    for (unsigned i = 0; i < draft->policies.count; i++) {
        const struct draft_policy *policy = draft->policies.item[i];
        for (unsigned j = 0; j < policy->items.count; j++)
            number_rest(policy->items.item[j]);
    }
}
