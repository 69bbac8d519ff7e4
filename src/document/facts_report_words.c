/* facts_report_words: how a result is shown: id, word and shape. Words, not sentences: those are in wording.xsl. */
#include "document/facts_report_private.h"

static const char *const MARK[OUTCOME_COUNT] = {
    [OUTCOME_UNREPORTED] = "…",     [OUTCOME_UNDECIDABLE] = "？", [OUTCOME_HARD] = "…",
    [OUTCOME_COUNTING] = "…",       [OUTCOME_NOT_SURVEYED] = "…", [OUTCOME_CONTINUED] = "→",
    [OUTCOME_NOT_APPLICABLE] = "—", [OUTCOME_INTERIM] = "▷",      [OUTCOME_NOT_EVALUATED] = "／",
};

struct standing report_outcome(enum outcome outcome)
{
    return (struct standing){words_outcome_id(outcome), words_outcome(outcome), MARK[outcome]};
}

/* The best is met, the worst unmet; those between are near, near2 …, each with a shape of its own as long as there are any. */
struct standing report_grade(struct arena *arena, unsigned grade, const struct judgement *judgement)
{
    static const char *const BETWEEN[] = {"◆", "◇", "▽", "○"};
    enum { SHAPES = sizeof BETWEEN / sizeof *BETWEEN };
    const char *word = judgement->grades[grade].name;
    if (!grade) return (struct standing){"met", word, "■"};
    if (grade + 1 == judgement->count) return (struct standing){"unmet", word, "△"};
    const char *id = grade == 1 ? "near" : arena_printf(arena, "near%u", grade);
    return (struct standing){id, word, BETWEEN[grade <= SHAPES ? grade - 1 : SHAPES - 1]};
}

struct standing report_standing(struct arena *arena, const struct verdict *verdict, const struct judgement *judgement)
{
    if (verdict->outcome == OUTCOME_GRADED) return report_grade(arena, verdict->grade, judgement);
    return report_outcome(verdict->outcome);
}
