/* elements: the tables, from the leaves up to plan, actuals and check. The schemas of the same names in input/schema say the same to XML
   editors. */
#include "plan/elements.h"
#include <stddef.h>

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define ATTRIBUTES(...) ((const struct attribute[]){__VA_ARGS__, {.name = NULL}})
#define CHILDREN(...) ((const struct child[]){__VA_ARGS__, {.name = NULL}})

/* --- text --- */

static const struct element NOTHING = {.content = HOLDS_NOTHING};
static const struct element SOME_WORDS = {.content = HOLDS_WORDS};
static const struct element A_DATE = {.content = HOLDS_WORDS, .type = TYPE_DATE};

/* Words that may have readings. */
static const struct element RUBY = {.content = HOLDS_RUBY, .children = CHILDREN({"rt", ONE_OR_MORE, &SOME_WORDS})};
static const struct element SPOKEN = {.content = HOLDS_WORDS, .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY})};
static const struct element MAYBE_SPOKEN = {
    .content = HOLDS_MAYBE_WORDS,
    .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element A_WORD = {
    .content = HOLDS_WORDS,
    .type = TYPE_WORD,
    .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element LINE = {
    .content = HOLDS_LINE,
    .children = CHILDREN({"br", ANY_NUMBER, &NOTHING}, {"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element LIST = {.content = HOLDS_ELEMENTS, .children = CHILDREN({"li", ONE_OR_MORE, &LINE})};
static const struct child PROSE_CHILDREN[] = {
    {"br",   ANY_NUMBER, &NOTHING},
    {"ruby", ANY_NUMBER, &RUBY   },
    {"p",    ANY_NUMBER, &LINE   },
    {"ul",   ANY_NUMBER, &LIST   },
    {NULL,   OPTIONAL,   NULL    },
};
static const struct element PROSE = {.content = HOLDS_PROSE, .children = PROSE_CHILDREN};
static const struct element EXTRA_FIELD = {
    .content = HOLDS_PROSE,
    .attributes = ATTRIBUTES({"name", TYPE_WORDS, true, NULL}),
    .children = PROSE_CHILDREN,
};

/* --- the plan's head --- */

static const struct element MUNICIPALITY = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES({"code", TYPE_CODE, false, NULL}),
    .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element STATE = {.content = HOLDS_WORDS, .type = TYPE_ONE_OF, .one_of = WORDS("案", "確定")};
static const struct element PERIOD = {
    .content = HOLDS_NOTHING,
    .attributes = ATTRIBUTES({"first", TYPE_YEAR, true, NULL}, {"last", TYPE_YEAR, true, NULL}),
};
static const struct element FORM = {
    .content = HOLDS_NOTHING,
    .attributes = ATTRIBUTES({"href", TYPE_ADDRESS, true, NULL}),
};
static const struct element CONTACT = {
    .children =
        CHILDREN({"department", OPTIONAL, &SPOKEN}, {"address", OPTIONAL, &SPOKEN}, {"tel", OPTIONAL, &SOME_WORDS},
                 {"fax", OPTIONAL, &SOME_WORDS}, {"mail", OPTIONAL, &SOME_WORDS}, {"form", OPTIONAL, &FORM}),
};
static const struct element LICENCE = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES({"href", TYPE_ADDRESS, false, NULL}),
    .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element DEPARTMENT = {
    .children = CHILDREN({"name", ONCE, &A_WORD}, {"tel", OPTIONAL, &SOME_WORDS}),
};
static const struct element DEPARTMENTS = {.children = CHILDREN({"department", ONE_OR_MORE, &DEPARTMENT})};

/* --- chapters --- */

static const struct element OUTLINE = {
    .content = HOLDS_NOTHING,
    .attributes = ATTRIBUTES({"policies", TYPE_NUMBERS, false, NULL}, {"head", TYPE_WORDS, false, NULL}),
};
/* clang-format off */
#define PARTS                                                                                    \
    {"p", ANY_NUMBER, &LINE}, {"ul", ANY_NUMBER, &LIST}, {"policies", ANY_NUMBER, &NOTHING},     \
    {"outline", ANY_NUMBER, &OUTLINE}, {"viewpoints", ANY_NUMBER, &NOTHING}, {"sheets", ANY_NUMBER, &NOTHING}
/* clang-format on */
static const struct element SECTION = {
    .children = CHILDREN({"title", ONCE, &SPOKEN}, {"toc-title", OPTIONAL, &SPOKEN}, PARTS),
};
static const struct element CHAPTER = {
    .children =
        CHILDREN({"title", ONCE, &SPOKEN}, {"toc-title", OPTIONAL, &SPOKEN}, PARTS, {"section", ANY_NUMBER, &SECTION}),
};
static const struct element VIEWPOINT = {
    .content = HOLDS_BLOCKS,
    .attributes = ATTRIBUTES({"number", TYPE_NUMBER, true, NULL}),
    .children = CHILDREN({"name", ONCE, &SPOKEN}, {"p", ANY_NUMBER, &LINE}, {"ul", ANY_NUMBER, &LIST}),
};

/* --- judgement --- */

static const struct element GRADE = {
    .content = HOLDS_NOTHING,
    .attributes = ATTRIBUTES({"name", TYPE_WORDS, true, NULL}, {"at-least", TYPE_DECIMAL, false, NULL},
                             {"state", TYPE_ONE_OF, true, WORDS("達成", "一部達成", "未達成")}),
};
static const struct element JUDGEMENT = {.children = CHILDREN({"grade", ONE_OR_MORE, &GRADE})};
static const struct element DIRECTIONS = {.children = CHILDREN({"direction", ONE_OR_MORE, &SPOKEN})};

/* --- indicators --- */

static const struct element BASELINE = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES({"year", TYPE_YEAR, true, NULL}, {"as-of", TYPE_DATE, false, NULL},
                             {"approx", TYPE_ONE_OF, false, WORDS("yes", "no")}),
};
static const struct element TARGET = {
    .content = HOLDS_CELL,
    .attributes = ATTRIBUTES({"year", TYPE_YEAR, true, NULL}),
    .children = CHILDREN({"step", ANY_NUMBER, &SPOKEN}, {"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element REVISED = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES({"year", TYPE_YEAR, true, NULL}, {"date", TYPE_DATE, true, NULL},
                             {"decided-by", TYPE_WORDS, false, NULL}, {"reason", TYPE_WORDS, false, NULL}),
    .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element INDICATOR = {
    .attributes = ATTRIBUTES({"id", TYPE_ID, false, NULL}, {"unit", TYPE_WORDS, false, NULL},
                             {"direction", TYPE_ONE_OF, false, WORDS("up", "down", "keep")},
                             {"accumulation", TYPE_ONE_OF, false, WORDS("yearly", "sum", "cumulative", "stock")},
                             {"basis", TYPE_ONE_OF, false, WORDS("target", "baseline", "compare")},
                             {"growth", TYPE_ONE_OF, false, WORDS("previous", "baseline")},
                             {"tolerance", TYPE_DECIMAL, false, NULL}),
    .children = CHILDREN({"source", OPTIONAL, &SPOKEN}, {"definition", ONCE, &SPOKEN},
                         {"baseline", OPTIONAL, &BASELINE}, {"judgement", OPTIONAL, &JUDGEMENT},
                         {"target", ONE_OR_MORE, &TARGET}, {"revised", ANY_NUMBER, &REVISED}),
};

/* --- policies --- */

static const struct element GOAL_VALUE = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES({"indicator", TYPE_ID, false, NULL},
                             {"op", TYPE_ONE_OF, false, WORDS("ge", "le", "eq", "gt", "lt")}),
};
static const struct element INITIATIVE = {
    .attributes = ATTRIBUTES({"number", TYPE_NUMBER, true, NULL}, {"department", TYPE_WORDS, true, NULL},
                             {"from", TYPE_YEAR, false, NULL}, {"to", TYPE_YEAR, false, NULL}),
    .children =
        CHILDREN({"name", ONCE, &SPOKEN}, {"outline-name", OPTIONAL, &MAYBE_SPOKEN}, {"item-name", OPTIONAL, &SPOKEN},
                 {"current", OPTIONAL, &PROSE}, {"challenge", OPTIONAL, &PROSE}, {"action", OPTIONAL, &PROSE},
                 {"goal", OPTIONAL, &PROSE}, {"goal-value", ANY_NUMBER, &GOAL_VALUE}, {"related", OPTIONAL, &PROSE},
                 {"field", ANY_NUMBER, &EXTRA_FIELD}, {"indicator", ONE_OR_MORE, &INDICATOR}),
};
static const struct element ITEM = {
    .attributes = ATTRIBUTES({"number", TYPE_NUMBER, true, NULL}),
    .children = CHILDREN({"name", ONCE, &SPOKEN}, {"outline-name", OPTIONAL, &SPOKEN},
                         {"initiative", ONE_OR_MORE, &INITIATIVE}),
};
static const struct element POLICY = {
    .attributes = ATTRIBUTES({"number", TYPE_NUMBER, true, NULL}),
    .children = CHILDREN({"name", ONCE, &SPOKEN}, {"approach", OPTIONAL, &PROSE}, {"item", ONE_OR_MORE, &ITEM}),
};

static const struct element CORRECTION = {
    .attributes = ATTRIBUTES({"date", TYPE_DATE, true, NULL}, {"document", TYPE_WORDS, false, NULL},
                             {"ref", TYPE_ID, false, NULL}, {"field", TYPE_WORDS, false, NULL},
                             {"indicator", TYPE_ID, false, NULL}, {"year", TYPE_YEAR, false, NULL}),
    .children = CHILDREN({"wrong", ONCE, &SPOKEN}, {"right", ONCE, &SPOKEN}, {"reason", OPTIONAL, &SPOKEN}),
};

const struct element ELEMENTS_PLAN = {
    .attributes = ATTRIBUTES({"version", TYPE_ONE_OF, true, WORDS("1")}, {"xml:lang", TYPE_LANGUAGE, true, NULL},
                             {"sample", TYPE_ONE_OF, false, WORDS("yes")}),
    .children = CHILDREN({"title", ONCE, &SPOKEN}, {"municipality", ONCE, &MUNICIPALITY}, {"state", ONCE, &STATE},
                         {"date", ONCE, &A_DATE}, {"period", ONCE, &PERIOD}, {"contact", OPTIONAL, &CONTACT},
                         {"licence", OPTIONAL, &LICENCE}, {"departments", OPTIONAL, &DEPARTMENTS},
                         {"chapter", ANY_NUMBER, &CHAPTER}, {"viewpoint", ANY_NUMBER, &VIEWPOINT},
                         {"judgement", OPTIONAL, &JUDGEMENT}, {"directions", OPTIONAL, &DIRECTIONS},
                         {"policy", ONE_OR_MORE, &POLICY}, {"correction", ANY_NUMBER, &CORRECTION}),
};

/* --- actuals --- */

static const struct element ACTUAL_STEP = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES(
        {"state", TYPE_ONE_OF, true, WORDS("達成", "一部達成", "未達成", "前倒し", "遅れて", "継続", "中断")}),
    .children = CHILDREN({"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element ACTUAL = {
    .content = HOLDS_MAYBE_CELL,
    .attributes = ATTRIBUTES(
        {"indicator", TYPE_ID, false, NULL}, {"as-of", TYPE_DATE, false, NULL},
        {"status", TYPE_ONE_OF, false, WORDS("速報", "確定")},
        {"state", TYPE_ONE_OF, false,
         WORDS("達成", "一部達成", "未達成", "前倒し", "遅れて", "継続", "中断", "評価困難", "未調査", "集計中")},
        {"in", TYPE_YEAR, false, NULL}, {"why", TYPE_WORDS, false, NULL}, {"source", TYPE_WORDS, false, NULL},
        {"evidence", TYPE_WORDS, false, NULL}, {"months", TYPE_MONTHS, false, NULL},
        {"decision", TYPE_WORDS, false, NULL}, {"confirmed", TYPE_ONE_OF, false, WORDS("yes", "no")},
        {"value", TYPE_WORDS, false, NULL}),
    .children = CHILDREN({"step", ANY_NUMBER, &ACTUAL_STEP}, {"ruby", ANY_NUMBER, &RUBY}),
};
static const struct element SURVEY = {
    .content = HOLDS_NOTHING,
    .attributes =
        ATTRIBUTES({"indicator", TYPE_ID, false, NULL}, {"date", TYPE_DATE, true, NULL}, {"n", TYPE_MANY, true, NULL}),
};
static const struct element PROGRESS = {
    .content = HOLDS_WORDS,
    .type = TYPE_ONE_OF,
    .one_of = WORDS("計画どおり", "遅れ", "前倒し", "完了", "未着手"),
};
static const struct element EVALUATION = {
    .content = HOLDS_PROSE,
    .attributes =
        ATTRIBUTES({"by", TYPE_ONE_OF, true, WORDS("主管課", "本部", "外部")}, {"grade", TYPE_WORDS, false, NULL}),
    .children = PROSE_CHILDREN,
};
static const struct element COST = {.content = HOLDS_WORDS, .type = TYPE_THOUSANDS};
static const struct element EFFECT = {
    .content = HOLDS_WORDS,
    .type = TYPE_THOUSANDS,
    .attributes = ATTRIBUTES({"category", TYPE_ONE_OF, true, WORDS("歳入増", "歳出減")},
                             {"kind", TYPE_ONE_OF, false, WORDS("yearly", "cumulative")},
                             {"planned", TYPE_THOUSANDS, false, NULL}, {"cost", TYPE_THOUSANDS, false, NULL},
                             {"rule", TYPE_WORDS, false, NULL}),
};
static const struct element OPINION = {
    .attributes = ATTRIBUTES({"by", TYPE_WORDS, true, NULL}, {"date", TYPE_DATE, true, NULL}),
    .children = CHILDREN({"text", ONCE, &PROSE}, {"response", OPTIONAL, &PROSE}),
};
static const struct element SHEET = {
    .attributes = ATTRIBUTES({"ref", TYPE_ID, true, NULL}, {"entered", TYPE_DATE, false, NULL},
                             {"checked", TYPE_DATE, false, NULL}),
    .children =
        CHILDREN({"actual", ANY_NUMBER, &ACTUAL}, {"survey", ANY_NUMBER, &SURVEY}, {"progress", OPTIONAL, &PROGRESS},
                 {"done", OPTIONAL, &PROSE}, {"evaluation", ANY_NUMBER, &EVALUATION}, {"reason", OPTIONAL, &PROSE},
                 {"problem", OPTIONAL, &PROSE}, {"direction", OPTIONAL, &SPOKEN}, {"next", OPTIONAL, &PROSE},
                 {"cost", OPTIONAL, &COST}, {"effect", ANY_NUMBER, &EFFECT}, {"opinion", ANY_NUMBER, &OPINION}),
};

const struct element ELEMENTS_ACTUALS = {
    .attributes = ATTRIBUTES({"version", TYPE_ONE_OF, true, WORDS("1")}, {"year", TYPE_YEAR, true, NULL},
                             {"as-of", TYPE_DATE, true, NULL}, {"published", TYPE_DATE, false, NULL},
                             {"sample", TYPE_ONE_OF, false, WORDS("yes")}),
    .children = CHILDREN({"overview", OPTIONAL, &PROSE}, {"opinion", ANY_NUMBER, &OPINION},
                         {"sheet", ANY_NUMBER, &SHEET}, {"correction", ANY_NUMBER, &CORRECTION}),
};

/* --- check --- */

static const struct element RULE_SEVERITY = {
    .content = HOLDS_NOTHING,
    .attributes = ATTRIBUTES({"rule", TYPE_ID, true, NULL}, {"as", TYPE_ONE_OF, true, WORDS("warning", "error")}),
};
static const struct element ACCEPT = {
    .content = HOLDS_NOTHING,
    .attributes = ATTRIBUTES({"rule", TYPE_ID, true, NULL}, {"about", TYPE_WORDS, true, NULL},
                             {"reason", TYPE_WORDS, true, NULL}),
};
static const struct element WORD_LIST = {.children = CHILDREN({"word", ONE_OR_MORE, &SOME_WORDS})};

const struct element ELEMENTS_CHECK = {
    .attributes = ATTRIBUTES({"version", TYPE_ONE_OF, true, WORDS("1")}),
    .children = CHILDREN({"severity", ANY_NUMBER, &RULE_SEVERITY}, {"accept", ANY_NUMBER, &ACCEPT},
                         {"good-words", OPTIONAL, &WORD_LIST}, {"bad-words", OPTIONAL, &WORD_LIST}),
};

/* --- terms --- */

static const struct element SPELLING = {
    .content = HOLDS_WORDS,
    .attributes = ATTRIBUTES({"except", TYPE_WORDS, false, NULL}),
};
static const struct element TERM = {.children = CHILDREN({"word", ONE_OR_MORE, &SPELLING})};

const struct element ELEMENTS_TERMS = {
    .attributes =
        ATTRIBUTES({"version", TYPE_ONE_OF, true, WORDS("1")}, {"built-in", TYPE_ONE_OF, false, WORDS("yes", "no")}),
    .children = CHILDREN({"term", ANY_NUMBER, &TERM}),
};
