/* grade: thresholds and states of a judgement, which is data of the plan. Knows nothing of years and indicators. */
#include "progress/grade.h"
#include <string.h>
#include "plan/judgement.h"
#include "progress/rate.h"

static const struct ratio WHOLE = {1, 1};

/* The first grade whose limit the ratio reaches, or, when it falls short by less than can be shown, exceeds. */
static unsigned grade_from(const struct judgement *judgement, struct ratio ratio, bool short_of)
{
    for (unsigned i = 0; i < judgement->count; i++) {
        const struct grade *grade = &judgement->grades[i];
        bool strict = short_of || grade->above;
        if (grade->has_limit && rate_compare(ratio, grade->limit) >= (strict ? 1 : 0)) return i;
    }
    return judgement->count - 1;
}

unsigned grade_of_rate(const struct judgement *judgement, struct ratio ratio)
{
    return grade_from(judgement, ratio, false);
}

unsigned grade_below_rate(const struct judgement *judgement, struct ratio ratio)
{
    return grade_from(judgement, ratio, true);
}

/* Does the shown number reach a limit that the ratio does not? */
static bool flatters(const struct judgement *judgement, struct ratio ratio, struct decimal shown)
{
    for (unsigned i = 0; i < judgement->count; i++) {
        const struct grade *grade = &judgement->grades[i];
        if (grade->has_limit && rate_compare(ratio, grade->limit) < 0 && decimal_compare(shown, grade->limit) >= 0)
            return true;
    }
    return false;
}

bool grade_shown_rate(const struct judgement *judgement, struct ratio ratio, struct decimal *out)
{
    enum { PLACES = 1, PLACES_MOST = 4 };
    for (int places = PLACES; judgement->half_up && places <= PLACES_MOST; places++) {
        if (!rate_percents(ratio, places, true, out)) return false;
        if (!flatters(judgement, ratio, *out)) return true;
    }
    return rate_percents(ratio, PLACES, false, out);
}

bool grade_is_met(const struct judgement *judgement, unsigned grade)
{
    return judgement->grades[grade].met;
}

/* The best that a state without a rate can come to: what asks for just the target, not for more. */
unsigned grade_met(const struct judgement *judgement)
{
    unsigned found = 0;
    if (judgement_state(judgement, "達成", &found)) return found;
    unsigned grade = grade_of_rate(judgement, WHOLE);
    if (judgement->grades[grade].met) return grade;
    for (unsigned i = judgement->count; i-- > 0;)
        if (judgement->grades[i].met) return i;
    return 0;
}

unsigned grade_partly(const struct judgement *judgement)
{
    unsigned found = 0;
    if (judgement_state(judgement, "一部達成", &found)) return found;
    while (found + 1 < judgement->count && judgement->grades[found].met)
        found++;
    return found;
}

unsigned grade_unmet(const struct judgement *judgement)
{
    unsigned found = 0;
    return judgement_state(judgement, "未達成", &found) ? found : judgement->count - 1;
}

unsigned grade_counts_as(const struct judgement *from, unsigned index, const struct judgement *to)
{
    if (from == to) return index;
    const struct grade *grade = &from->grades[index];
    for (unsigned i = 0; i < to->count; i++)
        if (!strcmp(to->grades[i].name, grade->name)) return i;
    unsigned found = 0;
    if (grade->state && judgement_state(to, grade->state, &found)) return found;
    struct ratio limit = {0, 1};
    if (!grade->has_limit || !rate_of(grade->limit, (struct decimal){100, 0}, &limit))
        return grade->met ? grade_met(to) : to->count - 1;
    return grade_of_rate(to, limit);
}
