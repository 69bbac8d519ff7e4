/* facts_report_judgement: the scheme by which the report judges, that of an indicator which has its own, and what a result can be
   that is no grade. Printed wherever grades are shown (domain.md "Judgement"). */
#include "document/facts_report_private.h"
#include "progress/number.h"

/* 100%以上, 80%以上100%未満, 80%未満 */
static const char *rule_of(struct arena *arena, const struct judgement *judgement, unsigned index)
{
    const struct grade *grade = &judgement->grades[index], *above = index ? grade - 1 : NULL;
    const char *least = grade->has_at_least ? arena_printf(arena, "%s%%以上", number_text(arena, grade->at_least)) : "";
    if (!above || !above->has_at_least) return least;
    return arena_printf(arena, "%s%s%%未満", least, number_text(arena, above->at_least));
}

static void add_grades(struct report *report, xmlNode *parent, const struct judgement *judgement)
{
    struct arena *arena = report->facts.scratch;
    for (unsigned i = 0; i < judgement->count; i++) {
        struct standing standing = report_grade(arena, i, judgement);
        xmlNode *node = facts_add(parent, "grade", NULL);
        facts_set(node, "id", standing.id);
        facts_set_number(node, "index", i + 1);
        facts_set(node, "word", standing.word);
        facts_set(node, "shape", standing.shape);
        facts_set(node, "rule", rule_of(arena, judgement, i));
        facts_set(node, "state", judgement->grades[i].state);
    }
}

static void add_own_schemes(struct report *report, xmlNode *parent, const struct initiative_progress *initiative)
{
    const char *ref = initiative->initiative->id;
    for (unsigned i = 0; i < initiative->indicators; i++) {
        if (initiative->indicator[i].judgement == report->progress->judgement) continue;
        xmlNode *scheme = facts_add(parent, "scheme", NULL);
        facts_set(scheme, "indicator", arena_printf(report->facts.scratch, "%s/%u", ref, i + 1));
        facts_set(scheme, "id", arena_printf(report->facts.scratch, "s%s", ref));
        facts_set(scheme, "name", initiative->initiative->name);
        add_grades(report, scheme, initiative->indicator[i].judgement);
    }
}

void report_add_judgement(struct report *report, xmlNode *root)
{
    const struct progress *progress = report->progress;
    xmlNode *judgement = facts_add(root, "judgement", NULL);
    add_grades(report, judgement, progress->judgement);
    for (unsigned i = 0; i < progress->initiatives; i++)
        add_own_schemes(report, judgement, &progress->initiative[i]);
    xmlNode *outcomes = facts_add(root, "outcomes", NULL);
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++) {
        if (!progress->occurs[i]) continue;
        struct standing standing = report_outcome(i);
        xmlNode *node = facts_add(outcomes, "outcome", NULL);
        facts_set(node, "id", standing.id);
        facts_set(node, "word", standing.word);
        facts_set(node, "mark", standing.shape);
    }
}
