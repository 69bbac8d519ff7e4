/* judgement: the default scheme, and looks for two to seven grades. */
#include "plan/judgement.h"
#include <string.h>

static const struct grade DEFAULT_GRADES[] = {
    {"達成",             true,  false, {100, 0}, "達成",       true,  "■", 1},
    {"おおむね達成", true,  false, {80, 0},  "一部達成", false, "◆", 3},
    {"未達成",          false, false, {0, 0},   "未達成",    false, "△", 7},
};
const struct judgement JUDGEMENT_DEFAULT = {
    .count = sizeof DEFAULT_GRADES / sizeof *DEFAULT_GRADES,
    .grades = DEFAULT_GRADES,
};

const struct judgement *judgement_of_plan(const struct plan *plan)
{
    return plan->judgement.count ? &plan->judgement : &JUDGEMENT_DEFAULT;
}

const struct judgement *judgement_of_indicator(const struct plan *plan, const struct indicator *indicator)
{
    return indicator->judgement.count ? &indicator->judgement : judgement_of_plan(plan);
}

static const struct {
    const char *name, *mark;
} TONE[JUDGEMENT_TONES + 1] = {
    [1] = {"met",    "■"},
      [2] = {"met2",   "●"},
      [3] = {"near",   "◆"},
      [4] = {"near2",  "◇"},
    [5] = {"near3",  "▽"},
      [6] = {"unmet2", "▼"},
      [7] = {"unmet",  "△"},
};

const char *judgement_tone(unsigned tone)
{
    return TONE[tone].name;
}

const char *judgement_mark(unsigned tone)
{
    return TONE[tone].mark;
}

static bool is_taken(const struct grade *grade, unsigned count, unsigned tone)
{
    for (unsigned i = 0; i < count; i++)
        if (grade[i].tone == tone) return true;
    return false;
}

/* The first free tone from `tone` on, over the worst on to the best. */
static unsigned free_tone(const struct grade *grade, unsigned count, unsigned tone)
{
    while (is_taken(grade, count, tone))
        tone = tone % JUDGEMENT_TONES + 1;
    return tone;
}

/* The last is the worst; those between what is met and the worst begin in the middle, if there are few enough of them. */
void judgement_look(struct grade *grade, unsigned count)
{
    enum { MIDDLE = 3 };
    unsigned met = 0, others = 0;
    for (unsigned i = 0; i < count; i++)
        met += grade[i].met;
    others = count - met;
    if (others && !grade[count - 1].tone && !grade[count - 1].met)
        grade[count - 1].tone = free_tone(grade, count, JUDGEMENT_TONES);
    unsigned from = MIDDLE;
    while (from > 1 && from + others > JUDGEMENT_TONES + 1)
        from--;
    for (unsigned i = 0; i < count; i++)
        if (!grade[i].tone) grade[i].tone = free_tone(grade, count, grade[i].met ? 1 : from);
    for (unsigned i = 0; i < count; i++)
        if (!grade[i].mark) grade[i].mark = judgement_mark(grade[i].tone);
}

bool judgement_state(const struct judgement *judgement, const char *state, unsigned *out)
{
    for (unsigned i = 0; i < judgement->states; i++)
        if (!strcmp(judgement->state[i].name, state)) {
            *out = judgement->state[i].grade;
            return true;
        }
    for (unsigned i = 0; i < judgement->count; i++)
        if (judgement->grades[i].state && !strcmp(judgement->grades[i].state, state)) {
            *out = i;
            return true;
        }
    return false;
}
