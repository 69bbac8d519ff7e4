/* year: fiscal years and dates, Western in the data, in eras where people read them. */
#ifndef GYOKAKU_YEAR_H
#define GYOKAKU_YEAR_H
#include <stdbool.h>
#include "base/arena.h"

/* Day or month 0: not given. */
struct date {
    int year, month, day;
};

/* "2026", "2026-03" or "2026-03-31"; full-width digits are a fault. False unless the whole text is such a date that exists. */
bool date_parse(const char *text, struct date *out);
/* 令和8年3月31日, 令和8年3月, 令和8年; 元年 for the first. An era begins on its day (2019-05-01 is 令和元年). */
const char *date_text(struct arena *arena, struct date date);

/* Seconds from 1970-01-01 to the start of the date, UTC; its first day where month or day is not given. */
long long date_epoch(struct date date);

/* What the years of a plan are: those that start in April, or those of the calendar. */
enum year_kind { YEAR_FISCAL, YEAR_CALENDAR };
/* A fiscal year, from April: 令和8年度; short: R8. FY2019 is 令和元年度 (R1). A calendar year: 2026年; short: 2026. */
const char *year_label(enum year_kind kind, struct arena *arena, int year);
const char *year_short(enum year_kind kind, struct arena *arena, int year);
#endif
