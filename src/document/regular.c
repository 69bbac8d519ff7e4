/* regular: tables made regular as HTML's own algorithm would (HTML, 4.9.12: forming a table). */
#include "document/regular.h"
#include <stdlib.h>
#include <string.h>
#include "document/box.h"
#include "document/element.h"

/* A walk over the rows of one table: first to learn its width, then to change it. */
struct walk {
    struct arena *arena;
    unsigned *busy; /* per column: rows that a cell above still takes */
    unsigned limit; /* columns that cells may use */
    bool changing;
    unsigned width, cells;
};

static unsigned span_of(const xmlNode *cell, const char *name, unsigned most)
{
    unsigned long span = strtoul(element_attr(cell, name), NULL, 10);
    if (span < 1) return 1;
    return span > most ? most : (unsigned)span;
}

static void set_span(xmlNode *cell, const char *name, unsigned span)
{
    char text[16];
    snprintf(text, sizeof text, "%u", span);
    if (span > 1)
        xmlSetProp(cell, (const xmlChar *)name, (const xmlChar *)text);
    else
        xmlUnsetProp(cell, (const xmlChar *)name);
}

static void drop(xmlNode *node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static unsigned count_rows(const xmlNode *part)
{
    unsigned rows = 0;
    for (const xmlNode *n = element_first(part); n; n = element_next(n->next))
        rows += element_is(n, "tr") && element_first(n);
    return rows;
}

/* Columns [column, …) that are free, at most `wanted`. */
static unsigned free_run(const struct walk *w, unsigned column, unsigned wanted)
{
    unsigned run = 0;
    while (run < wanted && column + run < w->limit && !w->busy[column + run])
        run++;
    return run;
}

/* One row; `left` rows of its part remain, itself included. */
static void walk_row(struct walk *w, xmlNode *tr, unsigned left)
{
    unsigned column = 0;
    for (xmlNode *cell = element_first(tr), *next; cell; cell = next) {
        next = element_next(cell->next);
        while (column < w->limit && w->busy[column])
            column++;
        if (column >= w->limit) {
            if (w->changing) drop(cell);
            continue;
        }
        unsigned colspan = free_run(w, column, span_of(cell, "colspan", w->limit)),
                 rowspan = span_of(cell, "rowspan", left);
        if (w->changing) {
            set_span(cell, "colspan", colspan);
            set_span(cell, "rowspan", rowspan);
        }
        for (unsigned k = 0; k < colspan; k++)
            w->busy[column + k] = rowspan;
        column += colspan;
        w->cells++;
    }
    for (unsigned c = 0; c < w->limit; c++) {
        if (w->changing && !w->busy[c]) {
            xmlNewChild(tr, NULL, (const xmlChar *)"td", NULL);
            w->cells++;
        } else if (w->busy[c]) {
            if (c + 1 > w->width) w->width = c + 1;
            w->busy[c]--;
        }
    }
}

static void walk_part(struct walk *w, xmlNode *part)
{
    unsigned left = count_rows(part);
    for (xmlNode *n = element_first(part), *next; n; n = next) {
        next = element_next(n->next);
        if (element_is(n, "thead") || element_is(n, "tbody")) walk_part(w, n);
        if (!element_is(n, "tr")) continue;
        if (element_first(n))
            walk_row(w, n, left--);
        else if (w->changing)
            drop(n);
    }
}

static void regular_table(struct arena *arena, xmlNode *table)
{
    struct walk measure = {
        arena, arena_array(arena, REGULAR_MAX_COLUMNS, sizeof(unsigned)), REGULAR_MAX_COLUMNS, false, 0, 0};
    walk_part(&measure, table);
    struct walk change = {arena, measure.busy, measure.width, true, 0, 0};
    if (measure.width) walk_part(&change, table);
    struct box *box = box_of(arena, table);
    box->columns = (int)measure.width;
    box->cells = (int)change.cells;
}

void regular_tables(struct arena *arena, xmlNode *node)
{
    if (element_is(node, "table")) regular_table(arena, node);
    for (xmlNode *n = element_first(node); n; n = element_next(n->next))
        regular_tables(arena, n);
}
