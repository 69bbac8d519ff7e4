/* data: what a <chart> element says, read once into a table of series by columns. Knows nothing of how it is drawn. */
#ifndef GYOKAKU_CHART_DATA_H
#define GYOKAKU_CHART_DATA_H
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/arena.h"

/* The state of a year, or the grade that a series of shares counts. */
enum state {
    STATE_PLANNED,
    STATE_MET, /* the seven tones of grades, the best first */
    STATE_MET2,
    STATE_NEAR,
    STATE_NEAR2,
    STATE_NEAR3,
    STATE_UNMET2,
    STATE_UNMET,
    STATE_NONE,
    STATE_UNREPORTED,
    STATE_COUNT
};
enum role { ROLE_OTHER, ROLE_TARGET, ROLE_ACTUAL, ROLE_PROJECTION, ROLE_COUNT };

struct datum {
    bool given; /* the series has a point in this column */
    bool has_value;
    bool open;    /* no value is said, not even that there is none: the column is left blank, not hatched */
    double value; /* finite */
    enum state state;
    const char *text; /* never NULL; blanks collapsed */
};
struct series {
    enum role role;
    enum state state;
    const char *name;
    struct datum *datum; /* one a column */
};
struct data {
    const char *kind, *unit, *note; /* "" when there is none */
    bool has_from, has_to;
    double from, to;
    unsigned columns, count;
    const char **at; /* the columns' labels, in the order of the element */
    struct series *series;
};

/* Points of several series that have the same `at` share a column. Lives in `arena`. */
struct data *data_read(struct arena *arena, const xmlNode *chart);
/* The series of that role, or NULL. */
const struct series *data_role(const struct data *data, enum role role);
/* The last column in which an actual value is drawn, or -1. */
int data_newest(const struct data *data);
/* Does any series have a value there? */
bool data_has_value(const struct data *data, unsigned column);
/* Is nothing asked and nothing told in the column so far? */
bool data_is_open(const struct data *data, unsigned column);
/* The least and the greatest value. False: there is none. */
bool data_range(const struct data *data, double *low, double *high);
#endif
