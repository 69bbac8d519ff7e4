/* facts_report_interim: a year without a target: what it leads to and by when, how far it has come; and the whole period. */
#include "document/facts_report_private.h"
#include "progress/number.h"
#include "progress/unit.h"

static const char ABOUT[] = "約";

/* NULL: it has a target of its own, or nothing is asked of it. */
static const char *stand_id(enum stand stand)
{
    static const char *const ID[] = {
        [STAND_PROGRESS] = "progress",
        [STAND_FINAL] = "final",
        [STAND_LINEAR] = "linear",
        [STAND_NOTHING] = NULL,
    };
    return ID[stand];
}

static void set_way(struct report *report, xmlNode *node, const struct reading *reading)
{
    bool about = (reading->number && reading->number->approximate) || reading->next->approximate;
    const char *rate = number_percents(report->facts.scratch, reading->way);
    facts_set(node, "way", arena_printf(report->facts.scratch, "%s%s", about ? ABOUT : "", rate));
}

void report_set_interim(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                        const struct reading *reading)
{
    const struct indicator *of = indicator->indicator;
    if (reading->has_whole) {
        struct arena *arena = report->facts.scratch;
        facts_set(node, "whole", report_told(report, indicator, &of->whole.value));
        facts_set(node, "whole-total",
                  report_amount(report, reading->whole_total, unit_of_value(of, &of->whole.value)));
        facts_set(node, "whole-rate", number_percents(arena, reading->whole));
    }
    if (!stand_id(reading->stand) || !reading->next) return;
    facts_set(node, "stand", stand_id(reading->stand));
    facts_set(node, "next", report_told(report, indicator, reading->next));
    facts_set(node, "until", year_label(report->facts.plan->year_kind, report->facts.scratch, reading->until));
    if (reading->has_way && reading->verdict.outcome == OUTCOME_INTERIM) set_way(report, node, reading);
    if (reading->against) facts_set(node, "against", report_told(report, indicator, reading->against));
}
