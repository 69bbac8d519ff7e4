/* read_judgement: <judgement> of a plan or an indicator, with what is wrong between its grades. */
#include <string.h>
#include "plan/decimal.h"
#include "plan/judgement.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

static const struct decimal WHOLE = {100, 0};

#define TELL(reader, id, node, ...) DIAG((reader)->diag, id, (reader)->file, xmlGetLineNo(node), __VA_ARGS__)

/* --- one grade --- */

static void read_limit(const xmlNode *node, struct reader *reader, struct grade *out)
{
    const char *at_least = text_data(reader, node, "at-least"), *above = text_data(reader, node, "above");
    if (at_least && above) TELL(reader, GRADE_TWO_LIMITS, node, out->name);
    out->above = above != NULL;
    out->has_limit = (above && decimal_parse(above, &out->limit)) || (at_least && decimal_parse(at_least, &out->limit));
}

/* What counts as 達成, where the scheme does not say: what asks for all of the target, and what is called so. */
static bool is_met(const xmlNode *node, const struct grade *grade)
{
    static const char *const ANSWERS[] = {"", "no", "yes", NULL};
    unsigned answer = read_choice(node, "met", ANSWERS);
    if (answer) return answer == 2;
    bool whole = grade->has_limit && decimal_compare(grade->limit, WHOLE) >= 0;
    return whole || (grade->state && !strcmp(grade->state, WORDS_REACHED[0]));
}

static struct grade read_grade(struct reader *reader, const xmlNode *node, const char *owner)
{
    const char *field = arena_printf(reader->arena, "%s評価の区分", owner);
    const char *name = text_attribute(reader, node, "name", arena_printf(reader->arena, "%sの名前", field));
    const char *tone = text_data(reader, node, "tone");
    struct grade grade = {
        .name = name ? name : "",
        .state = text_data(reader, node, "state"),
        .mark = text_attribute(reader, node, "mark", arena_printf(reader->arena, "%sの印", field)),
        .tone = tone ? (unsigned)(*tone - '0') : 0,
    };
    read_limit(node, reader, &grade);
    grade.met = is_met(node, &grade);
    return grade;
}

/* A grade above one that is met is met as well, unless it says otherwise. */
static void raise_met(const xmlNode *list, struct grade *grade, unsigned count)
{
    unsigned last = 0;
    for (unsigned i = 0; i < count; i++)
        if (grade[i].met) last = i;
    const xmlNode *node = nodes_first(list, "grade");
    for (unsigned i = 0; i < last && node; i++, node = nodes_next(node))
        if (!xmlHasProp(node, (const xmlChar *)"met")) grade[i].met = true;
}

/* --- between the grades --- */

/* Does a rate that falls from above through `a` come to it before `b`? */
static bool stands_above(const struct grade *a, const struct grade *b)
{
    int order = decimal_compare(a->limit, b->limit);
    return order > 0 || (!order && a->above && !b->above);
}

/* Limits fall from grade to grade; only the last has none. A scheme without any limit grades by what is declared alone. */
static void check_limits(struct reader *reader, const xmlNode *list, const struct grade *grade, unsigned count)
{
    const xmlNode *node = nodes_first(list, "grade");
    bool any = false;
    for (unsigned i = 0; i < count; i++)
        any |= grade[i].has_limit;
    for (unsigned i = 0; any && i < count; i++, node = nodes_next(node)) {
        bool last = i + 1 == count;
        if (last && grade[i].has_limit) TELL(reader, GRADE_LAST, node, grade[i].name);
        if (!last && !grade[i].has_limit) TELL(reader, GRADE_LIMIT, node, grade[i].name);
        bool comparable = i && grade[i - 1].has_limit && grade[i].has_limit;
        if (comparable && !stands_above(&grade[i - 1], &grade[i]))
            TELL(reader, GRADE_ORDER, node, grade[i].name, grade[i - 1].name);
    }
}

static void check_names(struct reader *reader, const xmlNode *list, const struct grade *grade, unsigned count)
{
    const xmlNode *node = nodes_first(list, "grade");
    for (unsigned i = 0; i < count; i++, node = nodes_next(node))
        for (unsigned j = 0; j < i; j++) {
            if (!strcmp(grade[i].name, grade[j].name)) TELL(reader, GRADE_TWICE, node, grade[i].name);
            if (!strcmp(grade[i].mark, grade[j].mark))
                TELL(reader, GRADE_MARK_TWICE, node, grade[i].name, grade[j].name, grade[i].mark);
            if (grade[i].tone == grade[j].tone) TELL(reader, GRADE_TONE_TWICE, node, grade[i].name, grade[j].name);
        }
}

static void check_met(struct reader *reader, const xmlNode *list, const struct grade *grade, unsigned count)
{
    const xmlNode *node = nodes_first(list, "grade");
    unsigned met = 0;
    for (unsigned i = 0; i < count; i++, node = nodes_next(node)) {
        if (grade[i].met && i > met) TELL(reader, GRADE_MET_ORDER, node, grade[i].name, grade[i - 1].name);
        met += grade[i].met;
    }
    if (!met) TELL(reader, GRADE_NONE_MET, list, NULL);
    if (met == count && count > 1) TELL(reader, GRADE_ALL_MET, list, NULL);
}

/* --- the body's own words --- */

static void read_states(struct reader *reader, const xmlNode *list, const char *owner, struct judgement *out)
{
    struct state_word *state = arena_array(reader->arena, nodes_count(list, "state"), sizeof *state);
    const char *field = arena_printf(reader->arena, "%s状態の言葉", owner);
    for (const xmlNode *node = nodes_first(list, "state"); node; node = nodes_next(node)) {
        const char *name = text_attribute(reader, node, "name", field), *grade = text_data(reader, node, "grade");
        unsigned i = 0;
        if (!name || !grade) continue;
        while (i < out->count && strcmp(out->grades[i].name, grade) != 0)
            i++;
        if (i == out->count)
            TELL(reader, STATE_GRADE, node, name, grade);
        else
            state[out->states++] = (struct state_word){name, i};
    }
    out->state = state;
}

/* --- how the whole is judged --- */

static void read_ways(struct reader *reader, const xmlNode *list, struct judgement *out)
{
    static const char *const SOURCES[] = {[SOURCE_COMPUTED] = "computed", [SOURCE_DECLARED] = "declared", NULL};
    static const char *const OFS[] = {
        [OF_RULE] = "", [OF_TARGET] = "target", [OF_BASELINE] = "baseline", [OF_GAP] = "gap", NULL};
    static const char *const COMBINES[] = {
        [COMBINE_WORST] = "worst", [COMBINE_FIRST] = "first", [COMBINE_MEAN] = "mean-points", NULL};
    out->source = (enum judgement_source)read_choice(list, "source", SOURCES);
    out->milestones_declared = read_choice(list, "milestones", (const char *const[]){"state", "declared", NULL}) == 1;
    out->half_up = read_choice(list, "rounding", (const char *const[]){"down", "half-up", NULL}) == 1;
    out->of = (enum judgement_of)read_choice(list, "of", OFS);
    out->combine = (enum combine)read_choice(list, "combine", COMBINES);
    out->by = read_words(reader, list, "by");
}

void read_judgement_by(struct reader *reader, const xmlNode *root, const struct plan *plan)
{
    const struct judgement *judgement = &plan->judgement;
    for (unsigned i = 0; i < judgement->by.count; i++)
        if (!word_list_has(&plan->evaluators, judgement->by.word[i]))
            TELL(reader, JUDGEMENT_BY, nodes_first(root, "judgement"), judgement->by.word[i]);
}

struct judgement read_judgement(struct reader *reader, const xmlNode *parent, const char *owner)
{
    const xmlNode *list = nodes_first(parent, "judgement");
    unsigned count = nodes_count(list, "grade");
    struct grade *grade = arena_array(reader->arena, count, sizeof *grade);
    struct judgement judgement = {.count = count, .grades = grade};
    if (!list) return judgement;
    if (!count) judgement = JUDGEMENT_DEFAULT;
    read_ways(reader, list, &judgement);
    if (!count) return judgement;
    if (count > JUDGEMENT_GRADES_MOST) {
        TELL(reader, GRADES_MANY, list, arena_printf(reader->arena, "%d", JUDGEMENT_GRADES_MOST));
        return (struct judgement){0};
    }
    unsigned i = 0;
    for (const xmlNode *node = nodes_first(list, "grade"); node; node = nodes_next(node))
        grade[i++] = read_grade(reader, node, owner);
    raise_met(list, grade, count);
    judgement_look(grade, count);
    check_limits(reader, list, grade, count);
    check_names(reader, list, grade, count);
    check_met(reader, list, grade, count);
    read_states(reader, list, owner, &judgement);
    return judgement;
}
