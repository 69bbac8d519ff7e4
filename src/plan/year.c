/* year: fiscal years and dates, and the eras that people read. Knows the calendar and nothing of plans. */
#include "plan/year.h"
#include <stddef.h>
#include <string.h>

enum { MONTHS = 12, FEBRUARY = 2, FIRST_YEAR = 1000, LAST_YEAR = 2999 };

/* The first day of each era, newest first. */
static const struct era {
    const char *name, *letter;
    struct date first;
} ERAS[] = {
    {"令和", "R", {2019, 5, 1}  },
    {"平成", "H", {1989, 1, 8}  },
    {"昭和", "S", {1926, 12, 25}},
    {"大正", "T", {1912, 7, 30} },
    {"明治", "M", {1868, 10, 23}},
};

static int days_of_month(int year, int month)
{
    static const int DAYS[MONTHS + 1] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month] + (month == FEBRUARY && leap);
}

/* Exactly `digits` ASCII digits at *p, which moves past them; -1 when there are fewer. */
static int fixed_digits(const char **p, int digits)
{
    int value = 0;
    for (; digits > 0; digits--, (*p)++) {
        if (**p < '0' || **p > '9') return -1;
        value = value * 10 + (**p - '0');
    }
    return value;
}

bool date_parse(const char *text, struct date *out)
{
    struct date date = {.year = fixed_digits(&text, 4)};
    if (date.year < FIRST_YEAR || date.year > LAST_YEAR) return false;
    if (*text == '-') {
        text++;
        date.month = fixed_digits(&text, 2);
        if (date.month < 1 || date.month > MONTHS) return false;
        if (*text == '-') {
            text++;
            date.day = fixed_digits(&text, 2);
            if (date.day < 1 || date.day > days_of_month(date.year, date.month)) return false;
        }
    }
    if (*text) return false;
    *out = date;
    return true;
}

static bool is_before(struct date a, struct date b)
{
    if (a.year != b.year) return a.year < b.year;
    if (a.month != b.month) return a.month < b.month;
    return a.day < b.day;
}

/* The era in force at the end of what is given, so that 2019 and FY2019 are 令和元年; NULL before 1868. */
static const struct era *era_of(struct date date)
{
    if (!date.month) date.month = MONTHS;
    if (!date.day) date.day = days_of_month(date.year, date.month);
    for (size_t i = 0; i < sizeof ERAS / sizeof *ERAS; i++)
        if (!is_before(date, ERAS[i].first)) return &ERAS[i];
    return NULL;
}

/* 令和8, 令和元, or 1850 before the eras that are known. */
static const char *era_year(struct arena *arena, struct date date)
{
    const struct era *era = era_of(date);
    if (!era) return arena_printf(arena, "%d", date.year);
    int year = date.year - era->first.year + 1;
    return year == 1 ? arena_printf(arena, "%s元", era->name) : arena_printf(arena, "%s%d", era->name, year);
}

const char *date_text(struct arena *arena, struct date date)
{
    const char *year = era_year(arena, date);
    if (!date.month) return arena_printf(arena, "%s年", year);
    if (!date.day) return arena_printf(arena, "%s年%d月", year, date.month);
    return arena_printf(arena, "%s年%d月%d日", year, date.month, date.day);
}

const char *year_label(enum year_kind kind, struct arena *arena, int year)
{
    if (kind == YEAR_CALENDAR) return arena_printf(arena, "%d年", year);
    return arena_printf(arena, "%s年度", era_year(arena, (struct date){.year = year}));
}

const char *year_short(enum year_kind kind, struct arena *arena, int year)
{
    if (kind == YEAR_CALENDAR) return arena_printf(arena, "%d", year);
    const struct era *era = era_of((struct date){.year = year});
    return era ? arena_printf(arena, "%s%d", era->letter, year - era->first.year + 1) : arena_printf(arena, "%d", year);
}

long long date_epoch(struct date date)
{
    enum { SECONDS_A_DAY = 86400, YEARS_TO_1970 = 1970 };
    int month = date.month ? date.month : 1, day = date.day ? date.day : 1;
    int leaps = (date.year - 1) / 4 - (date.year - 1) / 100 + (date.year - 1) / 400; /* 29 Februaries before the year */
    static const int LEAPS_TO_1970 = 1969 / 4 - 1969 / 100 + 1969 / 400;
    long long days = (date.year - YEARS_TO_1970) * 365LL + leaps - LEAPS_TO_1970 + day - 1;
    for (int m = 1; m < month; m++)
        days += days_of_month(date.year, m);
    return days * SECONDS_A_DAY;
}
