/* recognise_front: the title page and the contents. */
#include <stdio.h>
#include <string.h>
#include "desk/draft.h"
#include "plan/wordlist.h"

static struct slice first_of(struct row *row)
{
    for (unsigned i = 0; i < row->cells; i++)
        if (!slice_is_empty(slice_of(&row->cell[i]))) return slice_of(&row->cell[i]);
    return (struct slice){0};
}

static bool ends_with(const char *text, const char *const *end, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(text), tail = strlen(end[i]);
        if (size >= tail && !strcmp(text + size - tail, end[i])) return true;
    }
    return false;
}

static bool is_municipality(const char *key)
{
    static const char *const KINDS[] = {"市", "町", "村", "区"};
    enum { LONGEST = 45 };
    return strlen(key) <= LONGEST && ends_with(key, KINDS, 4);
}

/* Splits (案) off the end of a line; false: there is none. */
static bool split_state(struct draft *draft, struct slice *line, struct slice *state)
{
    static const char *const OPEN[] = {"(", "（"}, *const CLOSE[] = {")", "）"};
    for (unsigned i = 0; i < 4; i++) {
        char mark[32];
        unsigned size =
            (unsigned)snprintf(mark, sizeof mark, "%s%s%s", OPEN[i % 2], WORDS_PLAN_STATES[i / 2], CLOSE[i % 2]);
        if (slice_size(*line) < size || memcmp(slice_bytes(*line) + slice_size(*line) - size, mark, size) != 0)
            continue;
        *state = (struct slice){line->cell, line->to - size, line->to};
        *line = slice_trim((struct slice){line->cell, line->from, line->to - size});
        return true;
    }
    const char *key = slice_key(draft->arena, *line);
    if (strcmp(key, word_plan_state(true)) && strcmp(key, word_plan_state(false))) return false;
    *state = *line;
    *line = (struct slice){0};
    return true;
}

/* The word alone is written; its brackets are printed with it again. */
static void set_state(struct draft *draft, struct slice state)
{
    const char *text = slice_text(draft->arena, state), *word = strstr(text, word_plan_state(true));
    draft->decided = !word;
    if (!word) word = strstr(text, word_plan_state(false));
    unsigned size = (unsigned)strlen(word_plan_state(!draft->decided));
    if (!word || draft->state.count) return;
    unsigned from = state.from + (unsigned)(word - text);
    passage_add(draft->arena, &draft->state, (struct slice){state.cell, from, from + size});
    slice_take(draft->source, (struct slice){state.cell, state.from, from}, FATE_GENERATED, "state");
    slice_take(draft->source, (struct slice){state.cell, from + size, state.to}, FATE_GENERATED, "state");
}

static void title_line(struct draft *draft, struct slice line, bool follows)
{
    static const char *const KINDS[] = {"計画", "プラン", "大綱", "方針", "指針", "プログラム"};
    const char *title = passage_key(draft->arena, draft->title), *key = slice_key(draft->arena, line);
    struct date date;
    bool whole = ends_with(title, KINDS, 6);
    if (label_date(line, &date) && !draft->date.year) {
        draft->date = date;
        draft->date_text = passage_one(draft->arena, line);
    } else if (is_municipality(key) && !draft->municipality.count && (whole || !follows)) {
        draft->municipality = passage_one(draft->arena, line);
    } else if (!draft->title.count || !whole) {
        passage_add(draft->arena, &draft->title, line);
    }
}

static bool body_begins(const struct draft *draft, unsigned at)
{
    struct row *row = draft->source->row[at];
    struct numbered numbered;
    bool chapter = row->level == 1 ||
                   (!row->table && label_number(first_of(row), NUMBERING_CHAPTER, &numbered) && numbered.number == 1);
    return chapter || recognise_sheet_starts(draft->source, at) || recognise_is_policies(row) ||
           recognise_is_outline(row);
}

static unsigned title_page(struct draft *draft)
{
    unsigned at = 0;
    for (; at < draft->source->rows && !body_begins(draft, at); at++) {
        struct row *row = draft->source->row[at];
        struct slice line = first_of(row), state;
        if (label_of(line) == LABEL_CONTENTS) break;
        if (split_state(draft, &line, &state)) set_state(draft, state);
        if (!slice_is_empty(line)) title_line(draft, line, draft->title.count && !row->after_blank);
    }
    return at;
}

/* ---- contents ---- */

/* A page's number in a cell of its own, or behind dots; it is taken off the line. */
static bool split_page(struct draft *draft, struct row *row, struct slice *line)
{
    bool page = false;
    for (unsigned i = 0; i < row->cells; i++) {
        struct slice slice = slice_of(&row->cell[i]);
        if (slice.from == line->from && slice.cell == line->cell) continue;
        if (!label_is_page(slice)) continue;
        slice_take(draft->source, slice, FATE_GENERATED, "contents");
        page = true;
    }
    static const char *const DOTS[] = {"…", "‥", "・・", ".."};
    for (unsigned i = 0; i < 4 && !page; i++) {
        const char *text = slice_text(draft->arena, *line), *dots = strstr(text, DOTS[i]),
                   *digits = text + strlen(text);
        while (digits > text && strchr("0123456789", digits[-1]))
            digits--;
        page = dots && *digits;
        if (!page) continue;
        struct slice rest = {line->cell, line->from + (unsigned)(dots - text), line->to};
        slice_take(draft->source, rest, FATE_GENERATED, "contents");
        *line = slice_trim((struct slice){line->cell, line->from, rest.from});
    }
    return page;
}

static unsigned contents(struct draft *draft, unsigned at)
{
    slice_take(draft->source, first_of(draft->source->row[at]), FATE_LABEL, "contents");
    unsigned last = 0;
    for (at++; at < draft->source->rows; at++) {
        struct row *row = draft->source->row[at];
        struct slice line = first_of(row);
        struct draft_entry entry = {0};
        if (recognise_sheet_starts(draft->source, at) || recognise_is_policies(row)) break;
        bool page = split_page(draft, row, &line), chapter = label_number(line, NUMBERING_CHAPTER, &entry.numbered);
        entry.section = !chapter && label_number(line, NUMBERING_SECTION, &entry.numbered);
        bool again = chapter && entry.numbered.number <= last;
        if (!page && (again || row->level == 1 || !(chapter || entry.section))) break;
        if (chapter && !again) last = entry.numbered.number;
        entry.text = passage_one(draft->arena, chapter || entry.section ? entry.numbered.text : line);
        struct draft_entry *kept = arena_alloc(draft->arena, sizeof *kept);
        *kept = entry;
        list_add(draft->arena, &draft->entries, kept);
    }
    return at;
}

unsigned recognise_front(struct draft *draft)
{
    unsigned at = title_page(draft);
    bool has_contents = at < draft->source->rows && label_of(first_of(draft->source->row[at])) == LABEL_CONTENTS;
    return has_contents ? contents(draft, at) : at;
}
