/* entry: what a department told of one year, with the names by which messages call it. Rules about actuals are called once an entry,
   or once an indicator of it. */
#ifndef GYOKAKU_CHECK_ENTRY_H
#define GYOKAKU_CHECK_ENTRY_H
#include "check/check.h"

struct entry {
    const struct actuals *file;
    const struct initiative_progress *one;
    const struct initiative_year *year;
    const struct sheet_year *sheet;
    const struct sheet_year *before; /* of the year before; NULL: none */
};
/* One indicator of an entry that has an actual. */
struct figure {
    const struct entry *entry;
    const struct indicator_progress *indicator;
    const struct reading *reading;
    const struct reading *before; /* of the year before; NULL: the period's first year */
    const char *name;             /* 1-1-1, or 1-1-1の指標2 where there are several */
    const char *about;            /* 1-1-1/actual/1/2027 */
};

/* Calls `visit` for every sheet of every year, the years ascending. */
void entry_each(const struct check *check, void (*visit)(const struct check *, const struct entry *));
/* Calls `visit` for every actual of an entry. */
void entry_figures(const struct check *check, const struct entry *entry,
                   void (*visit)(const struct check *, const struct figure *));

/* 1-1-1/done/2027, in scratch. */
const char *entry_about(const struct check *check, const struct entry *entry, const char *field);
/* 令和9年度, in scratch. */
const char *entry_year_label(const struct check *check, const struct entry *entry);

/* A field of words of an entry, as forms call it. */
struct entry_field {
    const char *name;  /* for `about`: done, reason, problem, next, evaluation, … */
    const char *label; /* 実施内容, 要因, 課題, 次年度の取組み, 評価（主管課） … */
    const char *text;  /* its blocks, a line each; in scratch */
    long line;
};
/* Those that hold words, in scratch; how many there are. */
const struct entry_field *entry_fields(const struct check *check, const struct sheet_year *sheet, unsigned *count);
#endif
