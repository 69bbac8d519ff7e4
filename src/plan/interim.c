/* interim: a year without a target looks ahead to the next one. */
#include "plan/interim.h"

/* → goes on with the target before it. */
static const struct target *resolved(const struct indicator *indicator, unsigned index)
{
    while (index && indicator->target[index].value.kind == VALUE_CONTINUE)
        index--;
    return &indicator->target[index];
}

static const struct target *own(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->targets; i++)
        if (indicator->target[i].year == year) return resolved(indicator, i);
    return NULL;
}

const struct target *interim_before(const struct indicator *indicator, int year)
{
    for (unsigned i = indicator->targets; i-- > 0;)
        if (indicator->target[i].year < year && indicator->target[i].value.kind != VALUE_NONE)
            return resolved(indicator, i);
    return NULL;
}

static struct standing_target next(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        if (target->year > year && target->value.kind != VALUE_NONE)
            return (struct standing_target){STAND_NOTHING, resolved(indicator, i), target->year};
    }
    return (struct standing_target){.stand = STAND_NOTHING};
}

/* Between words there is no straight line. */
static bool has_line(const struct indicator *indicator, const struct target *to)
{
    const struct target *from = interim_before(indicator, to->year);
    const struct baseline *baseline = &indicator->baseline;
    bool total = indicator->accumulation == ACCUMULATION_SUM || indicator->accumulation == ACCUMULATION_CUMULATIVE;
    if (!value_is_numeric(&to->value)) return false;
    if (from) return value_is_numeric(&from->value);
    return total || (baseline->given && baseline->year && value_is_numeric(&baseline->value));
}

/* After the last target only an indicator that says `final` itself goes on being held to it. */
static struct standing_target after_last(const struct indicator *indicator, int year)
{
    const struct target *last = interim_before(indicator, year);
    bool held = indicator->has_interim && indicator->interim == INTERIM_FINAL && last;
    if (!held) return (struct standing_target){.stand = STAND_NOTHING};
    return (struct standing_target){STAND_FINAL, last, last->year};
}

struct standing_target interim_at(const struct indicator *indicator, int year)
{
    const struct target *target = own(indicator, year);
    if (target) return (struct standing_target){STAND_OWN, target, year};
    struct standing_target standing = next(indicator, year);
    if (!standing.target) return after_last(indicator, year);
    switch (indicator->interim) {
    case INTERIM_PROGRESS:
        standing.stand = STAND_PROGRESS;
        break;
    case INTERIM_FINAL:
        standing.stand = STAND_FINAL;
        break;
    case INTERIM_LINEAR:
        standing.stand = has_line(indicator, standing.target) ? STAND_LINEAR : STAND_PROGRESS;
        break;
    case INTERIM_NONE:
        return (struct standing_target){.stand = STAND_NOTHING};
    }
    return standing;
}
