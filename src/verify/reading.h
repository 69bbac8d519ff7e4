/* reading: what a reader of a page meets, in order: headings, texts, figures and tables with their cells' places. PDF and HTML are both
   read into it (pdf_read.h, html_read.h), so that one comparison serves both. Knows nothing of plans. */
#ifndef GYOKAKU_READING_H
#define GYOKAKU_READING_H
#include <stdbool.h>
#include "base/arena.h"

enum part_of { PART_OF_HEADING, PART_OF_TEXT, PART_OF_FIGURE, PART_OF_TABLE };
struct grid_cell {
    const char *text; /* solid (text.h) */
    const char *said; /* with its blanks, a line for each paragraph */
    const char *full; /* what its abbreviations stand for, solid; "": it has none */
    bool head;
    unsigned row, column, rows, columns; /* where it starts, how far it reaches */
    long place;
};
struct grid {
    unsigned rows, columns;
    unsigned cells, capacity;
    struct grid_cell *cell; /* row by row */
    unsigned *reach;        /* of each column: the first row that no cell above reaches into */
    unsigned reaches;
};
struct part_read {
    enum part_of kind;
    unsigned level;   /* of a heading, 1–6 */
    const char *text; /* solid; of a table its caption; of a figure what is written in it */
    const char *said; /* the same with its blanks; "" of a figure and a table */
    const char *alt;  /* of a figure, as written; "" */
    long place;       /* the page in a PDF, the line in HTML; 0: unknown */
    struct grid *grid;
};
struct reading_page {
    const char *text;  /* all that is on it, line by line */
    const char *label; /* i, ii, 1, 2 … */
};
struct readout {
    struct arena *arena; /* everything lives here; not owned */
    const char *file;
    bool paged; /* places are pages */
    unsigned parts, capacity;
    struct part_read *part;
    unsigned pages;
    struct reading_page *page; /* of a PDF */
};

struct part_read *reading_add(struct readout *reading, enum part_of kind, long place);
/* A table: rows from the top, cells from the left; a cell takes the next place that none above reaches into. */
struct grid *grid_new(struct arena *arena);
void grid_row(struct grid *grid);
void grid_add(struct arena *arena, struct grid *grid, const struct grid_cell *cell);
/* What a cell means: the words that its abbreviation stands for, else its text. */
const char *grid_cell_meaning(const struct grid_cell *cell);
/* The head of a column: of the first row, the head cell that covers it; of a row: its first head cell. NULL: it has none. */
const struct grid_cell *grid_column_head(const struct grid *grid, unsigned column);
const struct grid_cell *grid_row_head(const struct grid *grid, unsigned row);
#endif
