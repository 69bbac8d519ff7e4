/* facts_report_words: how a result is shown: id, word and shape. Words, not sentences: those are in wording.xsl. */
#include "document/facts_report_private.h"
#include "plan/judgement.h"

static const char *const MARK[OUTCOME_COUNT] = {
    [OUTCOME_UNREPORTED] = "…",     [OUTCOME_UNDECIDABLE] = "？", [OUTCOME_HARD] = "…",
    [OUTCOME_COUNTING] = "…",       [OUTCOME_NOT_SURVEYED] = "…", [OUTCOME_CONTINUED] = "→",
    [OUTCOME_NOT_APPLICABLE] = "—", [OUTCOME_INTERIM] = "▷",      [OUTCOME_NOT_EVALUATED] = "／",
    [OUTCOME_NOT_BEGUN] = "◁",      [OUTCOME_OVER] = "◇",
};

struct standing report_outcome(enum outcome outcome)
{
    return (struct standing){words_outcome_id(outcome), words_outcome(outcome), MARK[outcome], NULL};
}

/* A grade is known by its tone, which no other grade of the scheme has. */
struct standing report_grade(struct arena *arena, unsigned grade, const struct judgement *judgement)
{
    (void)arena;
    const struct grade *own = &judgement->grades[grade];
    return (struct standing){judgement_tone(own->tone), own->name, own->mark, own->met ? "yes" : "no"};
}

struct standing report_standing(struct arena *arena, const struct verdict *verdict, const struct judgement *judgement)
{
    if (verdict->outcome == OUTCOME_GRADED) return report_grade(arena, verdict->grade, judgement);
    return report_outcome(verdict->outcome);
}
