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

/* Of a row that asks for less, 17人 are so many fewer, as 17人削減 and △17人 are. */
static void count_as_change(const struct value *like, const struct value *number, struct span *more)
{
    if (!like->change || like->number.units >= 0 || number->change || more->low.units <= 0) return;
    *more = (struct span){
        {-more->high.units, more->high.scale},
        {-more->low.units,  more->low.scale }
    };
}

/* What year `i` asks as a part of the sum up to `index`; `wanted`: its actual is needed. NULL: nothing in numbers. */
static const struct value *part_asked(const struct series *series, const struct row *row, unsigned i, unsigned index,
                                      bool *wanted)
{
    bool own = row->stand[i] == STAND_OWN, leads = !own && row->stand[i] != STAND_NOTHING;
    const struct value *asked = own || i == index ? row->target[i] : NULL;
    if (leads && i == index && !asked) asked = row->next[i];
    if (leads && row->until[i] < series->first + (int)i)
        asked = NULL; /* the last one, which was added in its own year */
    if (asked && !value_is_numeric(asked)) asked = NULL;
    *wanted = asked || leads;
    return asked;
}

enum reason totals_at(const struct series *series, const struct row *row, unsigned index, struct totals *out)
{
    const struct value *like = first_number(series, row);
    struct totals totals = {0};
    struct span more = {0};
    *out = totals;
    if (!like) return REASON_NOT_A_NUMBER;
    for (unsigned i = 0; i <= index; i++) {
        bool wanted = false;
        const struct value *asked = part_asked(series, row, i, index, &wanted), *number = series->number[i];
        enum reason fault = asked ? row_in_unit(series, asked, like, &more) : REASON_NONE;
        if (fault) return fault;
        if (asked && !add(&totals.target, more)) return REASON_TOO_LARGE;
        totals.approximate |= asked && asked->approximate;
        if (!number && wanted) totals.missing |= 1U << i; /* an unknown part is no zero */
        if (!number) continue;
        fault = row_in_unit(series, number, like, &more);
        if (fault && !wanted) continue; /* a year of words may count something else */
        if (fault) return fault;
        count_as_change(like, number, &more);
        if (!add(&totals.actual, more)) return REASON_TOO_LARGE;
        totals.approximate |= value_is_about(number);
    }
    *out = totals;
    return totals.missing ? REASON_SUM_MISSING : REASON_NONE;
}
