/* own: the fields that a body added to its sheets, as columns of a table: 人件費（千円）. */
#ifndef GYOKAKU_OWN_H
#define GYOKAKU_OWN_H
#include "plan/actuals.h"

struct own_column {
    const char *name;
    bool number; /* it has a unit */
};
/* In the order in which they are first met; in the arena. */
struct own_columns {
    unsigned count;
    const struct own_column *column;
};
/* Those of all initiatives of the plan; of all sheets of all years (`history` may be NULL). */
struct own_columns own_of_plan(const struct plan *plan, struct arena *arena);
struct own_columns own_of_years(const struct history *history, struct arena *arena);
#endif
