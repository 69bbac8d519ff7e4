/* grade: thresholds and states of a judgement, which is data of the plan. Knows nothing of years and indicators. */
#include "progress/grade.h"
#include <string.h>
#include "progress/rate.h"

static const struct grade DEFAULT_GRADES[] = {
    {"達成",             true,  {100, 0}, "達成"      },
    {"おおむね達成", true,  {80, 0},  "一部達成"},
    {"未達成",          false, {0, 0},   "未達成"   },
};
static const struct judgement DEFAULT = {sizeof DEFAULT_GRADES / sizeof *DEFAULT_GRADES, DEFAULT_GRADES};
static const struct ratio WHOLE = {1, 1};

const struct judgement *progress_default_judgement(void)
{
    return &DEFAULT;
}

const struct judgement *grade_judgement(const struct judgement *judgement, const struct judgement *otherwise)
{
    return judgement->count ? judgement : otherwise;
}

/* The first grade for whose threshold the ratio is at least `order`: 0 reaches it, 1 exceeds it. */
static unsigned grade_from(const struct judgement *judgement, struct ratio ratio, int order)
{
    for (unsigned i = 0; i < judgement->count; i++) {
        const struct grade *grade = &judgement->grades[i];
        if (grade->has_at_least && rate_compare(ratio, grade->at_least) >= order) return i;
    }
    return judgement->count - 1;
}

unsigned grade_of_rate(const struct judgement *judgement, struct ratio ratio)
{
    return grade_from(judgement, ratio, 0);
}

unsigned grade_below_rate(const struct judgement *judgement, struct ratio ratio)
{
    return grade_from(judgement, ratio, 1);
}

static bool find_state(const struct judgement *judgement, const char *state, unsigned *out)
{
    for (unsigned i = 0; i < judgement->count; i++) {
        const struct grade *grade = &judgement->grades[i];
        if (!grade->state || strcmp(grade->state, state) != 0) continue;
        *out = i;
        return true;
    }
    return false;
}

unsigned grade_met(const struct judgement *judgement)
{
    unsigned found = 0;
    return find_state(judgement, "達成", &found) ? found : grade_of_rate(judgement, WHOLE);
}

unsigned grade_partly(const struct judgement *judgement)
{
    unsigned found = 0, met = grade_met(judgement);
    if (find_state(judgement, "一部達成", &found)) return found;
    return met + 1 < judgement->count ? met + 1 : judgement->count - 1;
}

unsigned grade_unmet(const struct judgement *judgement)
{
    unsigned found = 0;
    return find_state(judgement, "未達成", &found) ? found : judgement->count - 1;
}

unsigned grade_counts_as(const struct judgement *from, unsigned index, const struct judgement *to)
{
    if (from == to) return index;
    const struct grade *grade = &from->grades[index];
    for (unsigned i = 0; i < to->count; i++)
        if (!strcmp(to->grades[i].name, grade->name)) return i;
    unsigned found = 0;
    if (grade->state && find_state(to, grade->state, &found)) return found;
    struct ratio threshold = {0, 1};
    if (!grade->has_at_least || !rate_of(grade->at_least, (struct decimal){100, 0}, &threshold)) return to->count - 1;
    return grade_of_rate(to, threshold);
}
