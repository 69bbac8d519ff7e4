/* recognise_sheet: the form of one initiative: rows of a label and what belongs to it, in any order, some labels missing. */
#include <string.h>
#include "desk/draft.h"

struct form {
    struct draft *draft;
    struct draft_sheet *sheet;
    struct passage *open; /* where what follows belongs; NULL: nowhere */
    bool prose;           /* it is running text, which another line or label may follow */
};

static struct slice cell_from(struct row *row, unsigned *i)
{
    for (; *i < row->cells; (*i)++)
        if (!slice_is_empty(slice_of(&row->cell[*i]))) return slice_of(&row->cell[(*i)++]);
    return (struct slice){0};
}

static struct slice first_of(struct row *row)
{
    unsigned i = 0;
    return cell_from(row, &i);
}

static enum label label_at(const struct source *source, unsigned at)
{
    return at < source->rows ? label_of(first_of(source->row[at])) : LABEL_NONE;
}

static bool is_form_label(enum label label)
{
    return label == LABEL_ITEM || label == LABEL_INITIATIVE || label == LABEL_DEPARTMENT;
}

/* 基本方針1 with a name, and the form's labels below. */
static bool starts_with_policy(const struct source *source, unsigned at)
{
    struct numbered numbered;
    bool marked = at < source->rows && label_number(first_of(source->row[at]), NUMBERING_POLICY, &numbered);
    return marked && (is_form_label(label_at(source, at + 1)) || is_form_label(label_at(source, at + 2)));
}

/* The same without that line. */
static bool starts_with_item(const struct source *source, unsigned at)
{
    enum label label = label_at(source, at), below = label_at(source, at + 1);
    return (label == LABEL_ITEM || label == LABEL_INITIATIVE) && is_form_label(below) && below > label;
}

bool recognise_sheet_starts(const struct source *source, unsigned at)
{
    return starts_with_policy(source, at) || (starts_with_item(source, at) && !recognise_is_outline(source->row[at]));
}

static struct draft_indicator *new_indicator(struct form *form)
{
    struct draft_indicator *indicator = arena_alloc(form->draft->arena, sizeof *indicator);
    indicator->years = form->sheet->years;
    list_add(form->draft->arena, &form->sheet->indicators, indicator);
    return indicator;
}

static struct draft_indicator *last_indicator(struct form *form)
{
    struct list *indicators = &form->sheet->indicators;
    return indicators->count ? indicators->item[indicators->count - 1] : NULL;
}

/* Rows of a cell a year. False: the row says what another has said. */
static bool open_years(struct form *form, enum label label, const struct row *row)
{
    struct draft_indicator *last = last_indicator(form);
    if (label == LABEL_YEAR) {
        if (form->sheet->years && last && !last->values) return false;
        form->sheet->years = row;
        return true;
    }
    if (label == LABEL_ACTUAL) return true; /* its cells are for the actuals' files */
    if (!last) last = new_indicator(form);
    if (last->values) return false;
    last->values = row;
    return true;
}

/* A passage that is filled once; NULL: it was. */
static struct passage *once(struct passage *passage)
{
    return passage->count ? NULL : passage;
}

static struct passage *open_prose(struct draft_sheet *sheet, enum label label)
{
    unsigned index = (unsigned)(label - LABEL_FIELDS);
    if (sheet->has_field[index]) return NULL;
    sheet->has_field[index] = true;
    return &sheet->field[index];
}

/* What the label opens. False: nothing, the row stays left over. */
static bool open_field(struct form *form, enum label label, const struct row *row)
{
    struct draft_sheet *sheet = form->sheet;
    form->open = NULL;
    form->prose = label >= LABEL_FIELDS && label < LABEL_FIELDS_END;
    switch (label) {
    case LABEL_ITEM:
        form->open = once(&sheet->item);
        break;
    case LABEL_INITIATIVE:
        form->open = once(&sheet->name);
        break;
    case LABEL_DEPARTMENT:
        form->open = once(&sheet->department);
        break;
    case LABEL_DEFINITION:
        form->open = &new_indicator(form)->definition;
        break;
    case LABEL_YEAR:
    case LABEL_TARGET:
    case LABEL_ACTUAL:
        return open_years(form, label, row);
    default:
        if (form->prose) form->open = open_prose(sheet, label);
    }
    return form->open != NULL;
}

/* A row of the city's own: a short heading that the form does not know. */
static bool open_own(struct form *form, struct slice heading, struct row *row)
{
    enum { LONGEST = 48 };
    unsigned i = 0, filled = 0;
    while (!slice_is_empty(cell_from(row, &i)))
        filled++;
    bool short_line = slice_size(heading) <= LONGEST && !strstr(slice_text(form->draft->arena, heading), "。");
    if (filled < 2 || !short_line || heading.cell != &row->cell[0]) return false;
    struct draft_field *field = arena_alloc(form->draft->arena, sizeof *field);
    field->name = passage_one(form->draft->arena, heading);
    list_add(form->draft->arena, &form->sheet->fields, field);
    form->open = &field->text;
    form->prose = true;
    return true;
}

static void read_row(struct form *form, struct row *row)
{
    struct arena *arena = form->draft->arena;
    unsigned i = 0;
    struct slice cell = cell_from(row, &i);
    enum label label = label_of(cell);
    if (!label && row->cells == 1 && form->open && form->prose) {
        passage_add(arena, form->open, cell); /* the field goes on in a line of its own */
        return;
    }
    if (label ? !open_field(form, label, row) : !open_own(form, cell, row)) {
        form->open = NULL;
        return;
    }
    if (label) slice_take(form->draft->source, cell, FATE_LABEL, label_words(label));
    bool years = !form->open;
    while (!years && !slice_is_empty(cell = cell_from(row, &i))) {
        enum label next = form->prose || label <= LABEL_DEPARTMENT ? label_of(cell) : LABEL_NONE;
        bool opens = next >= LABEL_DEPARTMENT && next < LABEL_FIELDS_END;
        if (opens && open_field(form, next, row))
            slice_take(form->draft->source, cell, FATE_LABEL, label_words(next));
        else if (form->open)
            passage_add(arena, form->open, cell);
    }
}

static void read_policy(struct draft_sheet *sheet, struct row *row)
{
    unsigned i = 0;
    label_number(cell_from(row, &i), NUMBERING_POLICY, &sheet->policy);
    if (slice_is_empty(sheet->policy.text)) sheet->policy.text = cell_from(row, &i);
}

/* A chapter that follows the sheets. */
static bool is_next_chapter(const struct draft *draft, struct row *row)
{
    struct numbered numbered;
    return row->level == 1 ||
           (!row->table && row->after_blank && label_number(first_of(row), NUMBERING_CHAPTER, &numbered) &&
            numbered.number == draft->chapters.count + 1);
}

unsigned recognise_sheet(struct draft *draft, unsigned at)
{
    struct source *source = draft->source;
    struct draft_sheet *sheet = arena_alloc(draft->arena, sizeof *sheet);
    struct form form = {.draft = draft, .sheet = sheet};
    unsigned start = at;
    sheet->line = source->row[at]->line;
    list_add(draft->arena, &draft->sheets, sheet);
    if (starts_with_policy(source, at)) read_policy(sheet, source->row[at++]);
    for (; at < source->rows; at++) {
        struct row *row = source->row[at];
        bool has = label_at(source, at) == LABEL_ITEM ? sheet->item.count : sheet->name.count;
        bool another = starts_with_policy(source, at) || (has && starts_with_item(source, at)) ||
                       recognise_is_policies(row) || recognise_is_outline(row) || is_next_chapter(draft, row);
        if (another && at > start) break;
        read_row(&form, row);
    }
    return at;
}
