/* axis: round ticks (1, 2 or 5 times a power of ten) that cover a range, and their labels. A tick is a whole number of steps and
   a step a whole number of powers of ten, so labels are exact decimals. Knows no positions. */
#ifndef GYOKAKU_CHART_AXIS_H
#define GYOKAKU_CHART_AXIS_H
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"

struct axis {
    int64_t first, last; /* ticks, in steps */
    int mantissa;        /* a step is mantissa × 10^exponent: 1, 2, 5 */
    int exponent;
};

/* Ticks from at most `low` to at least `high`, with at most `intervals` (at least 2) steps between them. A range without
   extent is widened. */
struct axis axis_over(double low, double high, unsigned intervals);
/* The number of a tick, first ≤ tick ≤ last. */
double axis_value(const struct axis *axis, int64_t tick);
/* Where a value stands: 0 at the first tick, 1 at the last. */
double axis_share(const struct axis *axis, double value);
/* "12,000", "98.40", "△5", "15万", "0.5億". Not shortened beside a `unit` that is itself a multiple (千円). */
const char *axis_text(struct arena *arena, const struct axis *axis, int64_t tick, const char *unit);
#endif
