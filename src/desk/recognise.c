/* recognise: what the rows of a source are in a plan: headings with what stands below them, tables, sheets. Knows how such plans are
   built, and none in particular. What it cannot place it leaves alone, and so it shows as left over. */
#include <string.h>
#include "desk/draft.h"

struct body {
    struct draft *draft;
    struct draft_heading *chapter, *section;
    bool has_sheets;
};

void list_add(struct arena *arena, struct list *list, void *item)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 4;
        void **more = arena_array(arena, list->capacity, sizeof *more);
        if (list->count) memcpy(more, list->item, list->count * sizeof *more);
        list->item = more;
    }
    list->item[list->count++] = item;
}

/* The only cell of a row that has any text; nothing if there are several. */
static struct slice only_cell(struct row *row)
{
    struct slice only = {0};
    for (unsigned i = 0; i < row->cells; i++) {
        struct slice slice = slice_of(&row->cell[i]);
        if (slice_is_empty(slice)) continue;
        if (only.cell) return (struct slice){0};
        only = slice;
    }
    return only;
}

/* ---- headings ---- */

/* What the contents say of chapter `chapter`, or of its section; NULL. */
static const struct draft_entry *entry_of(const struct draft *draft, unsigned chapter, unsigned section)
{
    unsigned chapters = 0, sections = 0;
    for (unsigned i = 0; i < draft->entries.count; i++) {
        const struct draft_entry *entry = draft->entries.item[i];
        chapters += !entry->section;
        sections = entry->section ? sections + 1 : 0;
        if (chapters == chapter && sections == section) return entry;
    }
    return NULL;
}

static bool is_sentence(struct slice slice)
{
    static const char STOP[] = "。";
    unsigned size = sizeof STOP - 1;
    return slice_size(slice) >= size && !memcmp(slice_bytes(slice) + slice_size(slice) - size, STOP, size);
}

/* Is the row the heading with that number of that kind? Without a number of its own, only if the document says so. */
static bool is_heading(struct row *row, enum numbering numbering, unsigned number, struct numbered *out)
{
    struct slice line = only_cell(row);
    unsigned level = numbering == NUMBERING_CHAPTER ? 1 : 2;
    if (slice_is_empty(line) || row->table || is_sentence(line)) return false;
    if (label_number(line, numbering, out) && out->number == number) return true;
    *out = (struct numbered){.text = line};
    return row->level == level;
}

/* Does the line go on where the title stops, by what the contents say? */
static bool continues(struct draft *draft, const struct draft_heading *heading, const struct draft_entry *entry,
                      struct slice line)
{
    if (!heading->title.count) return true; /* a number alone */
    if (!entry) return false;
    const char *title = passage_key(draft->arena, heading->title), *whole = passage_key(draft->arena, entry->text);
    const char *both = arena_printf(draft->arena, "%s%s", title, slice_key(draft->arena, line));
    return !strncmp(whole, both, strlen(both));
}

/* The title with the lines that it is broken over. The row behind them. */
static unsigned read_title(struct body *body, struct draft_heading *heading, const struct draft_entry *entry,
                           unsigned at)
{
    struct draft *draft = body->draft;
    for (; at < draft->source->rows; at++) {
        struct row *row = draft->source->row[at];
        struct slice line = only_cell(row);
        if (row->table || slice_is_empty(line) || !continues(draft, heading, entry, line)) break;
        passage_add(draft->arena, &heading->title, line);
    }
    return at;
}

/* A chapter or a section at row `at`; the row behind it, or `at` if there is none. */
static unsigned read_heading(struct body *body, unsigned at)
{
    struct draft *draft = body->draft;
    struct row *row = draft->source->row[at];
    struct draft_heading heading = {0};
    unsigned chapter = draft->chapters.count, section = body->chapter ? body->chapter->sections.count + 1 : 0;
    bool opens = is_heading(row, NUMBERING_CHAPTER, chapter + 1, &heading.mark);
    bool below = !opens && body->chapter && is_heading(row, NUMBERING_SECTION, section, &heading.mark);
    if (!opens && !below) return at;
    struct draft_heading *kept = arena_alloc(draft->arena, sizeof *kept);
    passage_add(draft->arena, &heading.title, heading.mark.text);
    *kept = heading;
    list_add(draft->arena, below ? &body->chapter->sections : &draft->chapters, kept);
    if (!below) body->chapter = kept;
    body->section = below ? kept : NULL;
    const struct draft_entry *entry = below ? entry_of(draft, chapter, section) : entry_of(draft, chapter + 1, 0);
    return read_title(body, kept, entry, at + 1);
}

/* ---- what stands below a heading ---- */

static struct draft_heading *place_of(const struct body *body)
{
    return body->section ? body->section : body->chapter;
}

static struct draft_part *new_part(struct body *body, enum draft_part_kind kind)
{
    struct draft_part *part = arena_alloc(body->draft->arena, sizeof *part);
    part->kind = kind;
    if (place_of(body)) list_add(body->draft->arena, &place_of(body)->parts, part);
    return part;
}

/* Sheets have a chapter of their own: the one that the contents announce, or the heading that waits for them. */
static void place_sheets(struct body *body)
{
    struct draft *draft = body->draft;
    const struct draft_entry *entry = entry_of(draft, draft->chapters.count + 1, 0);
    bool waits = place_of(body) && !place_of(body)->parts.count && !place_of(body)->sections.count;
    if (body->has_sheets) return;
    body->has_sheets = true;
    if (entry || !waits) {
        struct draft_heading *chapter = arena_alloc(draft->arena, sizeof *chapter);
        chapter->invented = !entry;
        if (entry) chapter->title = entry->text;
        list_add(draft->arena, &draft->chapters, chapter);
        body->chapter = chapter;
        body->section = NULL;
    }
    new_part(body, DRAFT_SHEETS);
}

static bool read_viewpoint(struct body *body, struct row *row)
{
    struct draft *draft = body->draft;
    struct draft_viewpoint viewpoint = {0};
    for (unsigned i = 0; i < row->cells; i++) {
        struct slice slice = slice_of(&row->cell[i]);
        if (slice_is_empty(slice)) continue;
        if (!viewpoint.numbered.number && !label_number(slice, NUMBERING_VIEWPOINT, &viewpoint.numbered)) return false;
        if (!viewpoint.name.count)
            passage_add(draft->arena, &viewpoint.name,
                        viewpoint.numbered.mark.cell == slice.cell ? viewpoint.numbered.text : slice);
        else
            passage_add(draft->arena, &viewpoint.text, slice);
    }
    if (!viewpoint.name.count || !viewpoint.text.count) return false;
    for (unsigned i = 0; i < draft->viewpoints.count; i++) {
        const struct draft_viewpoint *other = draft->viewpoints.item[i];
        if (other->numbered.number == viewpoint.numbered.number) return false;
    }
    if (!draft->viewpoints.count) new_part(body, DRAFT_VIEWPOINTS);
    struct draft_viewpoint *kept = arena_alloc(draft->arena, sizeof *kept);
    *kept = viewpoint;
    list_add(draft->arena, &draft->viewpoints, kept);
    return true;
}

/* What is neither table nor heading is a paragraph of the text before the sheets. */
static void read_paragraph(struct body *body, struct row *row)
{
    struct slice line = only_cell(row);
    bool text = place_of(body) && !row->table && !slice_is_empty(line);
    bool after_sheets =
        text && place_of(body)->parts.count &&
        ((struct draft_part *)place_of(body)->parts.item[place_of(body)->parts.count - 1])->kind == DRAFT_SHEETS;
    if (text && !after_sheets) new_part(body, DRAFT_TEXT)->text = passage_one(body->draft->arena, line);
}

static unsigned read_block(struct body *body, unsigned at)
{
    struct draft *draft = body->draft;
    struct row *row = draft->source->row[at];
    if (recognise_sheet_starts(draft->source, at)) {
        place_sheets(body);
        return recognise_sheet(draft, at);
    }
    if (recognise_is_policies(row)) {
        if (!draft->policies.count) new_part(body, DRAFT_POLICIES);
        return recognise_policies(draft, at);
    }
    if (recognise_is_outline(row)) return recognise_outline(draft, at, new_part(body, DRAFT_OUTLINE));
    unsigned next = read_heading(body, at);
    if (next == at && !read_viewpoint(body, row)) read_paragraph(body, row);
    return next > at ? next : at + 1;
}

void recognise(struct draft *draft)
{
    struct body body = {.draft = draft};
    unsigned at = recognise_front(draft);
    while (at < draft->source->rows)
        at = read_block(&body, at);
}
