/* sheets: the plan's initiatives one after the other, and their texts as rules compare them. Knows no rule. */
#ifndef GYOKAKU_CHECK_SHEETS_H
#define GYOKAKU_CHECK_SHEETS_H
#include "check/check.h"

struct sheet_of {
    const struct policy *policy;
    const struct item *item;
    const struct initiative *initiative;
};
/* All of them in the plan's order, in scratch; how many into *count. */
const struct sheet_of *sheets_all(const struct check *check, unsigned *count);

/* A field's blocks, a line each, in scratch; "" for an empty one. */
const char *sheets_field(const struct check *check, const struct field *field);
/* Without blanks, full-width forms of ASCII as ASCII, brackets alike: what differs then differs in words. In scratch. */
const char *sheets_plain(const struct check *check, const char *text);
/* The beginning of a text for a message, at most so many characters, with … where it goes on. In scratch. */
const char *sheets_brief(const struct check *check, const char *text, unsigned most);
/* "130" of a line, in scratch. */
const char *sheets_line(const struct check *check, long line);
#endif
