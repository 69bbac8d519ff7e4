/* unit: see unit.h. */
#include "progress/unit.h"
#include <string.h>

static const char PERCENT[] = "%";

const char *unit_of_value(const struct indicator *indicator, const struct value *value)
{
    const char *unit = value->kind == VALUE_QUANTITY ? value->unit : indicator->unit;
    if (value->kind == VALUE_PERCENT) unit = PERCENT;
    return unit ? unit : "";
}

static const struct value *first_number(const struct indicator_progress *indicator)
{
    for (unsigned i = 0; i < indicator->readings; i++) {
        const struct value *target = indicator->reading[i].target;
        if (target && value_is_numeric(target)) return target;
    }
    if (indicator->indicator->has_whole) return &indicator->indicator->whole.value;
    for (unsigned i = 0; i < indicator->readings; i++)
        if (indicator->reading[i].number) return indicator->reading[i].number;
    const struct baseline *baseline = &indicator->indicator->baseline;
    return baseline->given && value_is_numeric(&baseline->value) ? &baseline->value : NULL;
}

bool unit_convert(struct decimal number, const char *from, const char *to, struct decimal *out)
{
    *out = number;
    if (!*from || !*to || !strcmp(from, to)) return true;
    if (!value_convert(number, from, to, out)) return false;
    for (; out->scale > 0 && out->units % 10 == 0; out->scale--) /* noughts that converting leaves */
        out->units /= 10;
    return true;
}

/* Durations of several parts are all told in seconds. */
static const char *in_seconds(const struct indicator_progress *indicator, const char *unit)
{
    static const char SECONDS[] = "秒";
    struct decimal ignored = {0};
    return indicator->clock && *unit && unit_convert(ignored, unit, SECONDS, &ignored) ? SECONDS : unit;
}

const char *unit_of_row(const struct indicator_progress *indicator)
{
    const struct value *first = first_number(indicator);
    const char *own = indicator->indicator->unit, *unit = first ? unit_of_value(indicator->indicator, first) : "";
    struct decimal nothing = {0};
    return in_seconds(indicator, own && unit_convert(nothing, unit, own, &nothing) ? own : unit);
}

bool unit_number(const struct indicator_progress *indicator, const struct value *value, struct decimal *out)
{
    if (!value || !value_is_numeric(value)) return false;
    return unit_convert(value->number, unit_of_value(indicator->indicator, value), unit_of_row(indicator), out);
}

bool unit_high(const struct indicator_progress *indicator, const struct value *value, struct decimal *out)
{
    if (!value || !value_is_numeric(value)) return false;
    return unit_convert(value->high, unit_of_value(indicator->indicator, value), unit_of_row(indicator), out);
}

/* progress gives it in the unit of the row's first number. */
bool unit_outlook(const struct indicator_progress *indicator, struct decimal *out)
{
    const struct value *first = first_number(indicator);
    if (!indicator->has_outlook || !first) return false;
    const char *unit = in_seconds(indicator, unit_of_value(indicator->indicator, first));
    return unit_convert(indicator->outlook, unit, unit_of_row(indicator), out);
}

const char *unit_compared(const struct indicator_progress *indicator, const struct reading *reading)
{
    bool own = indicator->indicator->accumulation != ACCUMULATION_SUM && reading->against;
    const struct value *like = own && value_is_numeric(reading->against) ? reading->against : first_number(indicator);
    return like ? in_seconds(indicator, unit_of_value(indicator->indicator, like)) : "";
}
