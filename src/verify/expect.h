/* expect: what the input says of an indicator in a year, of an initiative and of a tally, as the words and numbers that outputs must
   show. From plan, actuals and results alone: it sees no writer, so that a writer's fault cannot be its own excuse. */
#ifndef GYOKAKU_EXPECT_H
#define GYOKAKU_EXPECT_H
#include "progress/progress.h"

/* What is compared against: all of one year's report. */
struct truth {
    const struct plan *plan;
    const struct history *history;
    const struct progress *progress;
    bool reported; /* some year has actuals: else there is only a plan */
    bool sample;   /* some number of it is made up: every page and row says so */
};

/* One indicator in one year. Strings are in the arena or borrowed; "" where there is nothing. Numbers are plain, in the row's unit. */
struct expect {
    const char *era;                    /* 令和9年度 */
    const char *target, *target_number; /* as written, steps and all a line each: → where it continues */
    const char *undecided;              /* why there is no grade; "" */
    const char *bound, *high;           /* 以上, 以下 …; the upper end of a range */
    const char *original, *original_number;
    const char *actual, *actual_number;  /* as reported, steps and a number beside words a line each */
    const char *state, *rate, *result;   /* as in the open data */
    const char *shown_rate, *difference; /* as on pages: 約83.3%, △0.04ポイント */
    const char *shown_result;            /* "" when the year is not due */
    bool revised;
};
void expect_reading(const struct truth *truth, struct arena *arena, const struct indicator_progress *indicator,
                    const struct reading *reading, struct expect *out);

/* A grade's name, or the category of a result that is none; "" when it is not due. */
const char *expect_result(const struct verdict *verdict, const struct judgement *judgement);
/* The actuals' file of a year that is part of the truth; NULL: none. */
const struct actuals *expect_file(const struct truth *truth, int year);
/* 納税課、管財課 */
const char *expect_departments(struct arena *arena, const struct initiative *initiative);
/* Paragraphs and 「・」 items, one a line. */
const char *expect_field(struct arena *arena, const struct field *field);
/* 2028-03-31, 2028-03, 2028 */
/* The body's own fields: one column of them, as a plain number or words; all that there are, 人件費：1,200千円, a line each; and the
   numbers of those that have a unit, 人件費：1200千円. */
const char *expect_own(struct arena *arena, const struct form_fields *fields, const char *column);
const char *expect_own_texts(struct arena *arena, const struct form_fields *fields);
const char *expect_own_numbers(struct arena *arena, const struct form_fields *fields);
const char *expect_date(struct arena *arena, struct date date);
/* The share of the grades that are met in tenths of a percent: 35.4%; "" without a denominator. */
const char *expect_share(struct arena *arena, const struct judgement *judgement, const struct tally *tally);
/* An amount as pages show it: money in 万 and 億 where that shortens, else with its separators. */
const char *expect_amount(struct arena *arena, struct decimal number, const char *unit);
#endif
