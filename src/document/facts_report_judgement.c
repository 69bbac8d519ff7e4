/* facts_report_judgement: the scheme by which the report judges, that of an indicator which has its own, and what a result can be
   that is no grade. Printed wherever grades are shown (domain.md "Judgement"). */
#include "document/facts_report_private.h"
#include "progress/number.h"

/* 120%超, 100%以上120%以下, 80%以上100%未満, 80%未満; "" in a scheme without limits. */
static const char *rule_of(struct arena *arena, const struct judgement *judgement, unsigned index)
{
    const struct grade *grade = &judgement->grades[index], *above = index ? grade - 1 : NULL;
    const char *least = "";
    if (grade->has_limit)
        least = arena_printf(arena, "%s%%%s", number_text(arena, grade->limit), grade->above ? "超" : "以上");
    if (!above || !above->has_limit) return least;
    return arena_printf(arena, "%s%s%%%s", least, number_text(arena, above->limit), above->above ? "以下" : "未満");
}

/* 達成; of a scheme with words of its own all those that come to the grade: 計画どおり又は計画以上. NULL: none. */
static const char *states_of(struct arena *arena, const struct judgement *judgement, unsigned index)
{
    const char *states = judgement->grades[index].state;
    for (unsigned i = 0; i < judgement->states; i++) {
        if (judgement->state[i].grade != index) continue;
        const char *name = judgement->state[i].name;
        states = states ? arena_printf(arena, "%s又は%s", states, name) : name;
    }
    return states;
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
        facts_set(node, "state", states_of(arena, judgement, i));
        facts_set(node, "met", standing.met);
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
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_COUNT; i++) {
        if (!progress->occurs[i]) continue;
        struct standing standing = report_outcome(i);
        xmlNode *node = facts_add(outcomes, "outcome", NULL);
        facts_set(node, "id", standing.id);
        facts_set(node, "word", standing.word);
        facts_set(node, "mark", standing.shape);
    }
}
