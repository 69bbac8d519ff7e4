/* shown_private: what the parts of shown share. Private to src/verify/. */
#ifndef GYOKAKU_SHOWN_PRIVATE_H
#define GYOKAKU_SHOWN_PRIVATE_H
#include "verify/shown.h"

/* Where a part stands, for messages: in a PDF the page is part of `where`, else the line is the spot's own. */
struct spot shown_spot(const struct shown *shown, long place, const char *where);
/* The year of the plan's period whose name is in a head, as an index; -1: none. */
int shown_year(const struct shown *shown, const char *head);
/* The initiative whose number is in a head or heading, as an index; -1: none. 1-1-1 is not in 1-1-11. */
int shown_initiative(const struct shown *shown, const char *head);
/* The initiative whose own page it is, by ordinal; −1: it is none. */
int shown_own(const struct shown *shown);
/* Does the cell show this result: the word alone, or behind a sign? "": is it free of any result? */
bool shown_is_result(const struct shown *shown, const char *cell, const char *word);
/* Is the cell nothing but a grade or a category? */
bool shown_any_result(const struct shown *shown, const char *cell);

/* ---- shown_years.c: the tables of an initiative's years, and its figures ---- */

/* The tables of an indicator's years: one, or several that share the years among them, one after another. */
struct years_tables {
    bool *seen; /* of each year: some table has it */
    unsigned years, tables, capacity;
    const struct part_read **table;
};
/* Takes the table if it has years that those before it have not, and none that they have; then whether all years are there now. */
bool shown_takes_years(const struct shown *shown, struct years_tables *tables, const struct part_read *table);
void shown_years_free(struct years_tables *tables);
void shown_years(const struct shown *shown, const struct initiative_progress *one, unsigned indicator,
                 const struct years_tables *tables);
/* Does some figure between two parts tell every number of each indicator? */
void shown_figures(const struct shown *shown, const struct initiative_progress *one, unsigned from, unsigned to);

/* ---- shown_tables.c: counts, the matrix of results, and lists of initiatives ---- */

struct shown_met {
    bool *tally;      /* each row of the year's tallies */
    bool *initiative; /* each initiative's row in the matrix */
};
void shown_table(const struct shown *shown, const struct part_read *table, struct shown_met *met);
/* Tells the rows that no table had. */
void shown_tables_end(const struct shown *shown, const struct shown_met *met);

/* ---- shown_sheets.c: the sheets of initiatives ---- */

/* Numbers of parts that belong to no initiative, too. */
void shown_sheets(const struct shown *shown);
#endif
