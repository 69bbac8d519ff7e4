/* milestone: words cannot be measured: the state that staff declare is the result, and none is ever guessed. */
#include <string.h>
#include "progress/grade.h"
#include "progress/judge.h"

/* What a declared state is in a cell of its own. Those that are not named here say nothing of it being reached. */
static const struct state {
    enum declared declared;
    enum reason reason;
    unsigned (*grade)(const struct judgement *);
} STATES[] = {
    {DECLARED_MET,     REASON_DECLARED, grade_met   },
    {DECLARED_PARTLY,  REASON_PARTLY,   grade_partly},
    {DECLARED_UNMET,   REASON_DECLARED, grade_unmet },
    {DECLARED_AHEAD,   REASON_AHEAD,    grade_met   },
    {DECLARED_LATE,    REASON_LATE,     grade_unmet },
    {DECLARED_STOPPED, REASON_STOPPED,  grade_unmet },
};

static struct verdict by_state(const struct judgement *judgement, enum declared declared, unsigned own_grade)
{
    if (declared == DECLARED_OWN) return judge_graded(own_grade, REASON_DECLARED, false);
    for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++) {
        const struct state *state = &STATES[i];
        if (state->declared != declared) continue;
        struct verdict verdict = judge_graded(state->grade(judgement), state->reason, false);
        verdict.partly = declared == DECLARED_PARTLY;
        return verdict;
    }
    enum outcome excuse = judge_excuse(declared);
    if (excuse != OUTCOME_GRADED) return (struct verdict){.outcome = excuse, .reason = REASON_DECLARED};
    return judge_undecidable(REASON_NO_STATE);
}

/* After a milestone nothing is 達成 again: what goes on is 継続; what falls short of it keeps its grade. */
static struct verdict continued(const struct judgement *judgement, enum declared state, unsigned own_grade)
{
    if (state == DECLARED_CONTINUED || state == DECLARED_MET || state == DECLARED_AHEAD)
        return (struct verdict){.outcome = OUTCOME_CONTINUED, .reason = REASON_DECLARED};
    return by_state(judgement, state, own_grade);
}

/* The worst of the steps. One whose state is missing could be worse than all others, unless one is 未達成 already. */
static struct verdict steps(const struct judgement *judgement, const struct value *target, bool continues,
                            const struct actual *actual)
{
    struct verdict worst = {.outcome = OUTCOME_NOT_APPLICABLE};
    bool missing = actual->steps < target->steps;
    for (unsigned i = 0; i < actual->steps; i++) {
        enum declared state = actual->step[i].declared;
        unsigned own = actual->step[i].own_grade;
        struct verdict step = continues ? continued(judgement, state, own) : by_state(judgement, state, own);
        missing |= step.outcome == OUTCOME_UNDECIDABLE;
        bool worse = step.outcome == OUTCOME_GRADED && worst.outcome == OUTCOME_GRADED ? step.grade > worst.grade
                                                                                       : step.outcome < worst.outcome;
        if (worse) worst = step;
    }
    bool unmet = worst.outcome == OUTCOME_GRADED && worst.grade >= grade_unmet(judgement);
    if (missing && !unmet) return judge_undecidable(REASON_NO_STATE);
    if (worst.outcome == OUTCOME_GRADED) worst.reason = REASON_STEPS;
    return worst;
}

/* The cell has the words of the year before. */
static bool repeats(const struct row *row, unsigned index)
{
    const struct value *before = index ? row->target[index - 1] : NULL;
    bool own = index && row->stand[index] == STAND_OWN && row->stand[index - 1] == STAND_OWN;
    return own && before && !strcmp(before->text, row->target[index]->text);
}

static bool is_marked(const struct value *target, const struct actual *actual)
{
    return target->mark.set != MARK_NONE && target->mark.set == actual->value.mark.set;
}

/* ○ of ○, B of A: a sign says the state itself. */
static struct verdict by_mark(const struct judgement *judgement, const struct value *target,
                              const struct actual *actual)
{
    bool met = actual->value.mark.place <= target->mark.place;
    return judge_graded(met ? grade_met(judgement) : grade_unmet(judgement), REASON_MARK, false);
}

/* A year whose words repeat those of the year before goes on like a → when staff say so. */
struct verdict milestone_judge(const struct series *series, const struct row *row, unsigned index)
{
    const struct judgement *judgement = series->judgement;
    const struct value *target = row->target[index];
    const struct actual *actual = series->actual[index];
    bool continues = row->continues[index];
    bool goes_on = actual->declared == DECLARED_CONTINUED && repeats(row, index);
    if (goes_on || (continues && actual->declared != DECLARED_NOTHING))
        return continued(judgement, actual->declared, actual->own_grade);
    if (actual->steps) return steps(judgement, target, continues, actual);
    bool decided = actual->decision && *actual->decision && word_decides(target->text);
    bool open = actual->declared == DECLARED_NOTHING || actual->declared == DECLARED_MET;
    if (decided && open && !continues) return judge_graded(grade_met(judgement), REASON_DECISION, false);
    if (actual->declared == DECLARED_NOTHING && is_marked(target, actual)) return by_mark(judgement, target, actual);
    return by_state(judgement, actual->declared, actual->own_grade);
}
