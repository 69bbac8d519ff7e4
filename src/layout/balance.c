/* balance: where a page ends, so that the last one is no mere remnant. Knows how much is left, not what it is. */
#include <math.h>
#include "layout/flow.h"

static const double LEAST_USED =
    0.5; /* of what the page could hold: no page is left emptier for the sake of the next */
static const double LEAST_RETREAT = 1; /* points, from one try to the next */

/* What is left up to the next break that must be, or the end. */
static double piece_rest(const struct layout *layout, const struct flow *flow, struct cut from)
{
    double rest = flow_rest(flow, from, layout->scratch);
    for (unsigned i = from.item + 1; i < flow->count; i++)
        if (flow->item[i].rule == BREAK_MUST)
            return rest - flow_rest(flow, (struct cut){i, NULL}, layout->scratch) - flow->item[i].space;
    return rest;
}

static bool ends_as_asked(const struct flow *flow, struct cut to)
{
    return flow_done(flow, to) || (!to.inside && flow->item[to.item].rule == BREAK_MUST);
}

/* Gives up, and keeps the full page, where no legal break leaves enough for both pages. Each try takes less than the one before. */
struct cut balance_fit(struct layout *layout, const struct flow *flow, struct cut from, double *used)
{
    struct cut full = flow_fit(layout, flow, from, layout->page_height, true, used);
    if (ends_as_asked(flow, full)) return full;
    double rest = piece_rest(layout, flow, full), fill = *used, least_fill = fill * LEAST_USED;
    while (rest < layout->least - LAYOUT_EPSILON) {
        double part, room = fill - fmax(layout->least - rest, LEAST_RETREAT);
        struct cut to = flow_fit(layout, flow, from, room, false, &part);
        if (part < least_fill || part > room + LAYOUT_EPSILON) return full;
        rest = piece_rest(layout, flow, to);
        fill = part;
        if (rest > layout->page_height + LAYOUT_EPSILON) return full;
        if (rest < layout->least - LAYOUT_EPSILON) continue;
        *used = part;
        return to;
    }
    return full;
}
