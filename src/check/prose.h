/* prose: the sheets of a plan as one list, their fields as texts, and where a text stands, as messages say it. */
#ifndef GYOKAKU_PROSE_H
#define GYOKAKU_PROSE_H
#include "check/check.h"
#include "check/places.h"

/* One initiative with what stands around it. */
struct prose_sheet {
    const struct group *group; /* the innermost; NULL: none */
    const struct initiative *initiative;
};
/* One field of running words of a sheet that has any. */
struct prose {
    unsigned sheet;    /* its place in the list of sheets */
    const char *name;  /* current, challenge, action, goal, related; the heading of a field of the city's own */
    const char *where; /* 1-1-1の課題 */
    const char *about; /* 1-1-1/challenge */
    const char *text;  /* its paragraphs and items, a line each */
    long line;
};

/* Both in scratch, in the plan's order. */
const struct prose_sheet *prose_sheets(const struct check *check, unsigned *count);
const struct prose *prose_list(const struct check *check, unsigned *count);
/* The texts of the plan, and of each year's actuals, in scratch. */
const struct places_file *prose_files(const struct check *check, unsigned *count);
/* The paragraphs and items of a field, a line each, in scratch. */
const char *prose_words(const struct check *check, const struct field *field);

/* Where the very string `text` of the plan stands: its name for users and its line. One that is not among the plan's texts, as a label
   that was put together, is looked for by what it says. NULL: nowhere. */
const struct plan_text *prose_place(const struct plan *plan, const char *text);
/* The text as it compares: letters and digits only, full-width forms and circled numbers made plain. In scratch. */
const char *prose_bare(const struct check *check, const char *text);
/* A number as messages hold it, in scratch. */
const char *prose_number(const struct check *check, long number);
#endif
