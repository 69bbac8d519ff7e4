/* totals: cells of a sum are increments; what is judged is what they come to since the plan began. A target that years without one lead to
   is asked of all of them together: it is added once, in the year that is judged. */
#include "plan/decimal.h"
#include "progress/judge.h"

static bool add(struct span *total, struct span more)
{
    return decimal_add(total->low, more.low, &total->low) && decimal_add(total->high, more.high, &total->high);
}

/* The unit of the whole row. */
static const struct value *first_number(const struct series *series, const struct row *row)
{
    for (unsigned i = 0; i < series->years; i++)
        if (row->target[i] && value_is_numeric(row->target[i])) return row->target[i];
    return NULL;
}

enum reason totals_at(const struct series *series, const struct row *row, unsigned index, struct span *target,
                      struct span *actual, bool *approximate)
{
    const struct value *like = first_number(series, row);
    struct span targets = {0}, actuals = {0}, more = {0};
    bool about = false;
    if (!like) return REASON_NOT_A_NUMBER;
    for (unsigned i = 0; i <= index; i++) {
        bool own = row->stand[i] == STAND_OWN, leads = !own && row->stand[i] != STAND_NOTHING;
        const struct value *asked = own || i == index ? row->target[i] : NULL;
        if (leads && i == index && !asked) asked = row->next[i];
        if (leads && row->until[i] < series->first + (int)i)
            asked = NULL; /* the last one, which was added in its own year */
        bool adds = asked && value_is_numeric(asked), wanted = adds || leads;
        if (adds) {
            enum reason fault = row_in_unit(series, asked, like, &more);
            if (fault) return fault;
            if (!add(&targets, more)) return REASON_TOO_LARGE;
            about |= asked->approximate;
        }
        if (!series->number[i]) {
            if (wanted) return REASON_BASE_MISSING; /* an unknown part is no zero */
            continue;
        }
        enum reason fault = row_in_unit(series, series->number[i], like, &more);
        if (fault && !wanted) continue; /* a year of words may count something else */
        if (fault) return fault;
        if (!add(&actuals, more)) return REASON_TOO_LARGE;
        about |= value_is_about(series->number[i]);
    }
    *target = targets;
    *actual = actuals;
    *approximate = about;
    return REASON_NONE;
}
