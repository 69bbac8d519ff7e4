/* entry: an edition as a list of what can be told of it, each with its place. Private to src/diff/. */
#ifndef GYOKAKU_DIFF_ENTRY_H
#define GYOKAKU_DIFF_ENTRY_H
#include "diff/diff.h"

enum entry_form { ENTRY_VALUE, ENTRY_WORDS, ENTRY_TEXT };
struct entry {
    enum entry_form form;
    enum difference_document document;
    const char *field, *part;  /* part: NULL: there is only one */
    unsigned indicator;        /* what both sides call it, from 1; 0: of no indicator */
    int year;                  /* 0: of no year */
    const char *text;          /* never NULL; what is empty is not listed */
    const struct value *value; /* what the text was read as; NULL: it is no cell */
};
struct entries {
    struct arena *arena;
    enum year_kind year_kind;
    unsigned count, capacity;
    struct entry *entry; /* freed by entry_free */
};

void entry_add(struct entries *entries, struct entry entry);
void entry_free(struct entries *entries);
/* A field's paragraphs as lines, the items of its lists with ・. */
const char *entry_lines(struct arena *arena, const struct field *field);
/* 2028-03-31 as 令和10年3月31日; whole numbers with their unit. */
const char *entry_amount(struct arena *arena, int64_t amount, const char *unit);

/* What the plan says beside its initiatives. */
void entry_whole(struct entries *entries, const struct plan *plan);
/* An initiative in the plan. `number` gives each of its indicators the one that both sides know it by, 0: that is told otherwise. */
void entry_initiative(struct entries *entries, const struct initiative *initiative, const unsigned *number);

/* A year's file beside its sheets; what it says of an initiative. */
void entry_year(struct entries *entries, const struct actuals *actuals);
void entry_sheet(struct entries *entries, const struct sheet_year *sheet, int year, const unsigned *number);
/* Its grade, or the word for a result that is none. */
void entry_grade(struct entries *entries, const struct progress *progress, unsigned ordinal, int year);
#endif
