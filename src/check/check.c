/* check: runs the rules one after the other. */
#include "check/check.h"
#include <stddef.h>
#include "check/rules.h"

/* In the order in which a reader would ask; what they tell is sorted by place when it is printed. */
static void (*const OF_PLAN[])(const struct check *) = {
    outline_check, twins_check, subject_check, goals_check,      stages_check,     rows_check,
    terms_check,   era_check,   widths_check,  characters_check, lookalikes_check, style_check,
};
static void (*const OF_ACTUALS[])(const struct check *) = {
    missing_check, repeated_check, slips_check, declared_check, figures_check, sources_check, effects_check,
};

void check_run(const struct check *check)
{
    for (size_t i = 0; i < sizeof OF_PLAN / sizeof *OF_PLAN; i++)
        OF_PLAN[i](check);
    for (size_t i = 0; check->history && i < sizeof OF_ACTUALS / sizeof *OF_ACTUALS; i++)
        OF_ACTUALS[i](check);
}
