/* actuals_private: what the files of reading actuals give each other. */
#ifndef GYOKAKU_ACTUALS_PRIVATE_H
#define GYOKAKU_ACTUALS_PRIVATE_H
#include <libxml/tree.h>
#include "plan/actuals.h"
#include "plan/text.h"

/* One file while it is read: the year it tells of, beside the plan and the years before it. */
struct year_reader {
    struct reader reader; /* the first member: texts, file, diag */
    const struct plan *plan;
    const struct actuals *const *before; /* years read so far, ascending */
    unsigned years_before;
    int year;
    const char *label; /* 令和8年度 */
    struct date as_of, published;
};
/* One actual beside its target. */
struct actual_place {
    const struct initiative *initiative;
    const struct indicator *indicator;
    const char *name;  /* 1-1-1, or 1-1-1の指標2 where there are several */
    const char *when;  /* 1-1-1の令和8年度 */
    const char *field; /* 1-1-1の令和8年度の実績値 */
};

#define TELL_YEAR(year, id, line, ...) DIAG((year)->reader.diag, id, (year)->reader.file, line, __VA_ARGS__)

/* 「a」「b」 */
const char *actuals_quoted(struct arena *arena, const char *const *names, unsigned count);
const struct opinion *actuals_opinions(struct year_reader *year, const xmlNode *parent, const char *owner,
                                       unsigned *count);

/* Converts every <sheet>, in the order of the plan's initiatives. What refers to nothing is told and left out. */
const struct sheet_year *actuals_sheets(struct year_reader *year, const xmlNode *root, unsigned *count);

/* Tells what is wrong with an actual beside its target: state, number, steps, unit, years, date. */
void actuals_check(struct year_reader *year, const struct actual *actual, const struct actual_place *place);
/* Is what the plan wants of the actual a step to be reached, so that its text is words whatever it begins with? */
bool actuals_wants_words(const struct year_reader *year, const struct indicator *indicator);

/* Is `a` before `b` for certain, whatever day a date without one means? A date that is not given is before nothing. */
bool actuals_before(struct date a, struct date b);
/* Tells a date that lies before the year or after its publication; `what` is whose date it is. */
void actuals_check_date(struct year_reader *year, struct date date, const char *what, long line);
#endif
