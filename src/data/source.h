/* source: what all files of the open data are made of, and what they say alike: texts of fields and cells, states, notes. Private to
   src/data/. Strings live in the source's arena or are borrowed. */
#ifndef GYOKAKU_SOURCE_H
#define GYOKAKU_SOURCE_H
#include "plan/own.h"
#include "progress/progress.h"

struct source {
    const struct plan *plan;
    const struct progress *progress;
    const struct history *history; /* the years that progress has seen; empty when nothing was reported */
    struct arena *arena;           /* scratch */
    const char *const *era;        /* 令和8年度 …, of the period */
    const char *note;              /* 見本（架空の数値） or "" */
    bool sample;
};

/* Where a row of data stands in the plan. */
struct place {
    const struct group *group; /* the innermost */
    const struct initiative_progress *initiative;
};
struct place source_place(const struct source *source, const struct initiative_progress *initiative);

/* What a row of counts is of, and which one: 全体; the kind of a group; 担当課. */
const char *source_tally_by(const struct tally *tally);
const char *source_tally_name(const struct source *source, const struct tally *tally);
/* The group at a level around an initiative, as cells print it: the name of an outermost one, else the label; "" where it has none. */
const char *source_level(const struct source *source, const struct initiative *initiative, unsigned level);

/* The actuals' file of a year that progress has seen; NULL: there is none. */
const struct actuals *source_file(const struct source *source, int year);
/* Paragraphs and 「・」 items, one a line; "" when there is nothing. */
const char *source_field(const struct source *source, const struct field *field);
/* What the body's own fields of that column (own.h) say: a plain number, or words; "" when there is nothing. */
const char *source_own(const struct source *source, const struct form_fields *fields, const char *column);
/* 納税課、管財課 */
const char *source_departments(const struct source *source, const struct initiative *initiative);
/* 令和8年度 */
const char *source_era(const struct source *source, int year);
/* 2028-03-31, 2028-03, 2028 */
const char *source_date(const struct source *source, struct date date);
/* The grade that the department itself gave; NULL: none. */
const char *source_own_grade(const struct source *source, const struct sheet_year *sheet);

/* ---- one indicator in one year ---- */

/* The number in the row's unit, plain and exact; NULL: there is none. */
const char *source_number(const struct source *source, const struct indicator_progress *indicator,
                          const struct value *value);
/* What the author wrote as the target: → where the cell continues another. NULL: no target in that year. */
const struct value *source_target_cell(const struct indicator_progress *indicator, const struct reading *reading);
/* What was reported, steps and a number beside words in lines of their own; NULL: nothing. */
const char *source_actual_text(const struct source *source, const struct actual *actual);
/* Why there is no number or no grade, or what staff declared; "" when the numbers say all there is to say. */
const char *source_state(const struct source *source, const struct reading *reading);
/* A grade's name, or the category of a result that is none; "" for a year that is not reported yet. */
const char *source_verdict(const struct verdict *verdict, const struct judgement *judgement);
#endif
