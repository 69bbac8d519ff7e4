/* html_table: a table; in one of class="stack" every cell says in data-label which column it is of, for screens too narrow for columns
   (style sheets show it there). Knows nothing of widths. */
#include <stdlib.h>
#include <string.h>
#include "base/markup.h"
#include "document/element.h"
#include "document/regular.h"
#include "site/html_private.h"

enum { MOST_HEAD_ROWS = 8, FEW_COLUMNS = 3 };

struct grid {
    struct html_writer *writer;
    struct arena *arena;
    unsigned columns;
    unsigned *busy; /* a column: rows that a cell above still takes */
    unsigned head_rows;
    const xmlNode **head[MOST_HEAD_ROWS]; /* a row of thead: for every column its cell */
    const char **label;                   /* a column: what its cells are labelled, once it was asked */
};

static unsigned span_of(const xmlNode *cell, const char *name)
{
    unsigned long span = strtoul(element_attr(cell, name), NULL, 10);
    return span < 1 ? 1 : span > REGULAR_MAX_COLUMNS ? REGULAR_MAX_COLUMNS : (unsigned)span;
}

static const xmlNode *first_row(const xmlNode *table)
{
    for (const xmlNode *part = element_first(table); part; part = element_next(part->next))
        if (!element_is(part, "caption")) return element_first(part);
    return NULL;
}

static unsigned columns_of(const xmlNode *table)
{
    unsigned columns = 0;
    for (const xmlNode *cell = element_first(first_row(table)); cell; cell = element_next(cell->next))
        columns += span_of(cell, "colspan");
    return columns > REGULAR_MAX_COLUMNS ? REGULAR_MAX_COLUMNS : columns;
}

/* ---- labels ---- */

/* The first column that is free from `column` on, for a cell of so many rows; *span is cut to the free run. */
static unsigned take(struct grid *grid, unsigned column, unsigned *span, unsigned rows)
{
    unsigned end;
    while (column < grid->columns && grid->busy[column])
        column++;
    for (end = column; end < grid->columns && end < column + *span && !grid->busy[end]; end++)
        grid->busy[end] = rows;
    *span = end - column;
    return column;
}

static void end_row(struct grid *grid)
{
    for (unsigned i = 0; i < grid->columns; i++)
        grid->busy[i] -= grid->busy[i] > 0;
}

static void read_head(struct grid *grid, const xmlNode *thead)
{
    unsigned rows = 0;
    for (unsigned r = 0; r < MOST_HEAD_ROWS; r++)
        grid->head[r] = arena_array(grid->arena, grid->columns, sizeof **grid->head);
    for (const xmlNode *tr = element_first(thead); tr && rows < MOST_HEAD_ROWS; tr = element_next(tr->next), rows++) {
        unsigned column = 0;
        for (const xmlNode *cell = element_first(tr); cell; cell = element_next(cell->next)) {
            unsigned span = span_of(cell, "colspan"), down = span_of(cell, "rowspan");
            column = take(grid, column, &span, down);
            for (unsigned r = rows; r < rows + down && r < MOST_HEAD_ROWS; r++)
                for (unsigned c = column; c < column + span; c++)
                    grid->head[r][c] = cell;
            column += span;
        }
        end_row(grid);
    }
    grid->head_rows = rows;
    memset(grid->busy, 0, grid->columns * sizeof *grid->busy);
}

/* Appends the text of a header cell after the separator, when there is text before. */
static void add_words(struct buf *out, const xmlNode *cell, const char *separator)
{
    struct buf words = {0};
    element_text(cell, &words);
    if (words.size && out->size) buf_str(out, separator);
    buf_put(out, words.data, words.size);
    buf_free(&words);
}

/* The one header cell over all of these columns, or NULL: several, or none. */
static const xmlNode *only_one(const struct grid *grid, unsigned row, unsigned column, unsigned span)
{
    for (unsigned c = column + 1; c < column + span; c++)
        if (grid->head[row][c] != grid->head[row][column]) return NULL;
    return grid->head[row][column];
}

/* From the top down what heads all the columns (令和9年度・実績値); when nothing does, those of the lowest row in a list. */
static void put_label_words(const struct grid *grid, unsigned column, unsigned span, struct buf *out)
{
    const xmlNode *last = NULL;
    for (unsigned row = 0; row < grid->head_rows; row++) {
        const xmlNode *cell = only_one(grid, row, column, span);
        if (cell && cell != last) add_words(out, cell, "・");
        if (cell) last = cell;
    }
    if (out->size || !grid->head_rows) return;
    const xmlNode *const *lowest = grid->head[grid->head_rows - 1];
    for (unsigned c = column; c < column + span; c++)
        if (lowest[c] && (c == column || lowest[c] != lowest[c - 1])) add_words(out, lowest[c], "、");
}

static const char *label_of(struct grid *grid, unsigned column, unsigned span)
{
    if (!span) return "";
    if (span == 1 && grid->label[column]) return grid->label[column];
    struct buf words = {0};
    put_label_words(grid, column, span, &words);
    const char *label = arena_strdup(grid->arena, buf_text(&words));
    buf_free(&words);
    if (span == 1) grid->label[column] = label;
    return label;
}

/* ---- writing ---- */

static void put_cell(struct html_writer *w, const xmlNode *cell, const char *label)
{
    const char *name = (const char *)cell->name;
    html_open(w, cell, name, NULL);
    if (*label) markup_attribute(w->out, "data-label", label);
    buf_char(w->out, '>');
    html_children(w, cell);
    html_close(w, name);
}

/* `grid` is NULL where cells have no labels. */
static void put_row(struct html_writer *w, const xmlNode *tr, struct grid *grid)
{
    unsigned column = 0;
    html_open(w, tr, "tr", NULL);
    buf_char(w->out, '>');
    for (const xmlNode *cell = element_first(tr); cell; cell = element_next(cell->next)) {
        const char *label = "";
        if (grid) {
            unsigned span = span_of(cell, "colspan");
            column = take(grid, column, &span, span_of(cell, "rowspan"));
            if (element_is(cell, "td")) label = label_of(grid, column, span);
            column += span;
        }
        put_cell(w, cell, label);
    }
    if (grid) end_row(grid);
    html_close(w, "tr");
}

static void put_part(struct html_writer *w, const xmlNode *part, struct grid *grid)
{
    const char *name = (const char *)part->name;
    html_open(w, part, name, NULL);
    buf_str(w->out, ">\n");
    for (const xmlNode *tr = element_first(part); tr; tr = element_next(tr->next))
        put_row(w, tr, grid);
    html_close(w, name);
    if (grid) memset(grid->busy, 0, grid->columns * sizeof *grid->busy);
}

/* The caption names the box that scrolls: it needs an id. */
static void put_caption(struct html_writer *w, const xmlNode *caption, const char *made_id)
{
    html_open(w, caption, "caption", NULL);
    if (*made_id) markup_attribute(w->out, "id", made_id);
    buf_char(w->out, '>');
    html_children(w, caption);
    html_close(w, "caption");
}

static void put_parts(struct html_writer *w, const xmlNode *table, struct grid *grid, const char *made_id)
{
    html_open(w, table, "table", NULL);
    buf_str(w->out, ">\n");
    for (const xmlNode *part = element_first(table); part; part = element_next(part->next)) {
        bool head = element_is(part, "thead");
        if (grid && head) read_head(grid, part);
        if (element_is(part, "caption"))
            put_caption(w, part, made_id);
        else
            put_part(w, part, head ? NULL : grid);
    }
    html_close(w, "table");
}

static void put_stack(struct html_writer *w, const xmlNode *table)
{
    struct arena *arena = w->site->labels; /* tables do not stand in tables */
    arena_clear(arena);
    struct grid grid = {.writer = w, .arena = arena, .columns = columns_of(table)};
    grid.busy = arena_array(grid.arena, grid.columns, sizeof *grid.busy);
    grid.label = arena_array(grid.arena, grid.columns, sizeof *grid.label);
    put_parts(w, table, &grid, "");
}

/* What may be wider than a phone scrolls by itself, by keyboard, too (WCAG 2.2, 1.4.10 and 2.1.1). */
static void put_box(struct html_writer *w, const xmlNode *table)
{
    const xmlNode *caption = element_first(table);
    bool named = element_is(caption, "caption") && columns_of(table) > FEW_COLUMNS;
    char made_id[32] = "";
    if (named && !*element_attr(caption, "id")) g_snprintf(made_id, sizeof made_id, "table-%u", ++w->tables);
    buf_str(w->out, "<div");
    html_class(w, "table", "");
    if (named) {
        buf_str(w->out, " role=\"group\" tabindex=\"0\"");
        markup_attribute(w->out, "aria-labelledby", *made_id ? made_id : html_anchor(element_attr(caption, "id")));
    }
    buf_str(w->out, ">\n");
    put_parts(w, table, NULL, made_id);
    html_close(w, "div");
}

void html_table(struct html_writer *w, const xmlNode *table)
{
    if (element_has_class(table, "stack"))
        put_stack(w, table);
    else
        put_box(w, table);
}
