/* recognise_table: the table of policies, and the outline of policies, items and initiatives. In text out of a word processor the
   cells of an outline have lost their columns where cells were merged, so a cell is known by its number rather than its place. */
#include <string.h>
#include "desk/draft.h"

struct outline {
    struct draft *draft;
    struct list *policies; /* struct outline_policy */
    struct outline_policy *policy;
    struct outline_item *item;
    struct outline_initiative *initiative;
    struct passage pending; /* a policy's name that is not whole yet */
    unsigned first_column;
};

/* The labels of a row's cells, empty ones passed over; at most `most`. */
static unsigned labels_of(const struct row *row, enum label *label, unsigned most)
{
    unsigned count = 0;
    for (unsigned i = 0; i < row->cells; i++) {
        struct slice slice = slice_of(&row->cell[i]);
        if (slice_is_empty(slice)) continue;
        if (count == most) return most + 1;
        label[count++] = label_of(slice);
    }
    return count;
}

bool recognise_is_policies(const struct row *row)
{
    enum label label[2];
    return labels_of(row, label, 2) == 2 && label[0] == LABEL_POLICY && label[1] == LABEL_APPROACH;
}

/* The first column may be called anything. */
bool recognise_is_outline(const struct row *row)
{
    enum label label[3];
    return labels_of(row, label, 3) == 3 && label[1] == LABEL_ITEM && label[2] == LABEL_INITIATIVE;
}

static void take_row(struct draft *draft, struct row *row, const char *place)
{
    for (unsigned i = 0; i < row->cells; i++)
        slice_take(draft->source, slice_of(&row->cell[i]), FATE_LABEL, place);
}

static bool table_goes_on(const struct draft *draft, unsigned at)
{
    if (at >= draft->source->rows) return false;
    const struct row *row = draft->source->row[at];
    return row->table && !row->after_blank && !recognise_is_policies(row) && !recognise_is_outline(row) &&
           !recognise_sheet_starts(draft->source, at);
}

static const struct draft_policy *known_policy(const struct draft *draft, struct passage name)
{
    for (unsigned i = 0; i < draft->policies.count; i++) {
        const struct draft_policy *policy = draft->policies.item[i];
        if (passage_same(policy->name, name)) return policy;
    }
    return NULL;
}

/* The name without 基本方針1 before it; the number is printed again if it is the expected one. */
static struct slice without_mark(struct draft *draft, struct slice name, unsigned number)
{
    struct numbered numbered;
    bool marked = label_number(name, NUMBERING_POLICY, &numbered) || label_number(name, NUMBERING_CHAPTER, &numbered);
    if (!marked || numbered.number != number || slice_is_empty(numbered.text)) return name;
    slice_take(draft->source, numbered.mark, FATE_GENERATED, "policy/@number");
    return numbered.text;
}

unsigned recognise_policies(struct draft *draft, unsigned at)
{
    take_row(draft, draft->source->row[at], "policies");
    for (at++; table_goes_on(draft, at); at++) {
        struct row *row = draft->source->row[at];
        struct draft_policy *policy = arena_alloc(draft->arena, sizeof *policy);
        policy->number = draft->policies.count + 1;
        for (unsigned i = 0; i < row->cells; i++) {
            struct slice slice = slice_of(&row->cell[i]);
            if (slice_is_empty(slice)) continue;
            if (!policy->name.count)
                policy->name = passage_one(draft->arena, without_mark(draft, slice, policy->number));
            else
                passage_add(draft->arena, &policy->approach, slice);
        }
        if (policy->name.count && !known_policy(draft, policy->name)) list_add(draft->arena, &draft->policies, policy);
    }
    return at;
}

/* ---- the outline ---- */

static void open_policy(struct outline *outline, struct passage name)
{
    outline->policy = arena_alloc(outline->draft->arena, sizeof *outline->policy);
    outline->policy->name = name;
    outline->item = NULL;
    outline->initiative = NULL;
    list_add(outline->draft->arena, outline->policies, outline->policy);
}

/* Is it a policy's name, or the beginning of one that the next lines complete? */
static bool read_policy(struct outline *outline, struct slice line)
{
    struct draft *draft = outline->draft;
    struct passage name = {0};
    for (unsigned i = 0; i < outline->pending.count; i++)
        passage_add(draft->arena, &name, outline->pending.slice[i]);
    passage_add(draft->arena, &name, line);
    const char *key = passage_key(draft->arena, name);
    for (unsigned i = 0; i < draft->policies.count; i++) {
        const struct draft_policy *policy = draft->policies.item[i];
        const char *whole = passage_key(draft->arena, policy->name);
        if (strncmp(whole, key, strlen(key)) != 0) continue;
        bool complete = strlen(whole) == strlen(key);
        outline->pending = complete ? (struct passage){0} : name;
        if (complete) open_policy(outline, name);
        return true;
    }
    return false;
}

static bool read_item(struct outline *outline, struct slice line)
{
    struct draft *draft = outline->draft;
    struct numbered numbered;
    if (!outline->policy || !label_number(line, NUMBERING_CIRCLED, &numbered)) return false;
    outline->item = arena_alloc(draft->arena, sizeof *outline->item);
    *outline->item = (struct outline_item){.number = numbered.number, .label = passage_one(draft->arena, line)};
    outline->initiative = NULL;
    list_add(draft->arena, &outline->policy->items, outline->item);
    return true;
}

static bool read_initiative(struct outline *outline, struct slice line)
{
    struct draft *draft = outline->draft;
    struct numbered numbered;
    bool marked = label_number(line, NUMBERING_CHAPTER, &numbered) || label_number(line, NUMBERING_SECTION, &numbered);
    if (!outline->item || !marked) return false;
    outline->initiative = arena_alloc(draft->arena, sizeof *outline->initiative);
    outline->initiative->numbered = numbered;
    passage_add(draft->arena, &outline->initiative->name, numbered.text);
    list_add(draft->arena, &outline->item->initiatives, outline->initiative);
    return true;
}

static void read_line(struct outline *outline, struct slice line)
{
    struct draft *draft = outline->draft;
    struct slice policy = without_mark(draft, line, outline->policies->count + 1);
    if (read_item(outline, line) || read_policy(outline, policy) || read_initiative(outline, line)) return;
    bool names_policy = line.cell->column == outline->first_column && !draft->policies.count;
    if (names_policy)
        open_policy(outline, passage_one(draft->arena, policy));
    else if (outline->initiative)
        passage_add(draft->arena, &outline->initiative->name, line); /* goes on from the line before */
    else if (outline->item)
        passage_add(draft->arena, &outline->item->label, line);
}

static void read_head(struct draft *draft, struct row *row, struct draft_part *part)
{
    for (unsigned i = 0, seen = 0; i < row->cells; i++) {
        struct slice slice = slice_of(&row->cell[i]);
        if (slice_is_empty(slice)) continue;
        bool other = !seen++ && strcmp(slice_text(draft->arena, slice), label_words(LABEL_POLICY)) != 0;
        if (other)
            part->head = passage_one(draft->arena, slice);
        else
            slice_take(draft->source, slice, FATE_LABEL, "outline");
    }
}

unsigned recognise_outline(struct draft *draft, unsigned at, struct draft_part *part)
{
    struct outline outline = {.draft = draft, .policies = &part->outline};
    struct row *head = draft->source->row[at];
    read_head(draft, head, part);
    for (unsigned i = head->cells; i > 0; i--)
        if (!slice_is_empty(slice_of(&head->cell[i - 1]))) outline.first_column = head->cell[i - 1].column;
    for (at++; table_goes_on(draft, at); at++) {
        struct row *row = draft->source->row[at];
        for (unsigned i = 0; i < row->cells; i++)
            for (struct slice rest = slice_of(&row->cell[i]), line; slice_line_next(&rest, &line);)
                read_line(&outline, line);
    }
    return at;
}
