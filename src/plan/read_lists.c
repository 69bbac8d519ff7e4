/* read_lists: <evaluators>, <directions>, <paces> and <effects> of a plan. */
#include <string.h>
#include "plan/lists.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

/* What <pace means=""> says. */
static const char *const MEANINGS[] = {
    [PACE_UNSAID] = "other", [PACE_WELL] = "well", [PACE_BADLY] = "badly", [PACE_LATE] = "late", NULL};

/* One list of the plan: its element, that of an entry, and what a message calls them. */
struct list {
    const char *element, *entry, *field;
};

/* One word with two meanings. */
static void tell_twice(struct reader *reader, const xmlNode *node, const struct list *list, const char *word)
{
    DIAG(reader->diag, LIST_TWICE, reader->file, xmlGetLineNo(node), list->field, word);
}

static struct word_list read_list(struct reader *reader, const xmlNode *root, struct list list,
                                  const char *const *otherwise)
{
    const xmlNode *parent = nodes_first(root, list.element);
    const char **word = arena_array(reader->arena, nodes_count(parent, list.entry), sizeof *word);
    struct word_list out = {.word = word};
    for (const xmlNode *node = nodes_first(parent, list.entry); node; node = nodes_next(node)) {
        const char *text = text_of(reader, node, list.field);
        word[out.count++] = text;
    }
    return out.count ? out : word_list_of(otherwise);
}

static struct pace_list read_paces(struct reader *reader, const xmlNode *root)
{
    static const struct list LIST = {"paces", "pace", "進み具合の言葉"};
    const xmlNode *parent = nodes_first(root, LIST.element);
    struct pace_word *word = arena_array(reader->arena, nodes_count(parent, LIST.entry), sizeof *word);
    struct pace_list out = {.word = word};
    for (const xmlNode *node = nodes_first(parent, LIST.entry); node; node = nodes_next(node)) {
        const char *text = text_of(reader, node, LIST.field);
        const struct pace_word *known = lists_pace(&LISTS_PACES, text);
        bool said = xmlHasProp(node, (const xmlChar *)"means") != NULL;
        enum pace pace = said || !known ? (enum pace)read_choice(node, "means", MEANINGS) : known->pace;
        const struct pace_word *twin = lists_pace(&out, text);
        if (twin && twin->pace != pace) tell_twice(reader, node, &LIST, text);
        word[out.count++] = (struct pace_word){text, pace};
    }
    return out.count ? out : LISTS_PACES;
}

static struct effect_list read_effects(struct reader *reader, const xmlNode *root)
{
    static const struct list LIST = {"effects", "category", "効果の区分"};
    const xmlNode *parent = nodes_first(root, LIST.element);
    struct effect_category *category = arena_array(reader->arena, nodes_count(parent, LIST.entry), sizeof *category);
    struct effect_list out = {.category = category};
    for (const xmlNode *node = nodes_first(parent, LIST.entry); node; node = nodes_next(node)) {
        const char *name = text_of(reader, node, LIST.field);
        const char *unit = text_attribute(reader, node, "unit", "効果の単位");
        if (!unit) unit = LISTS_EFFECTS.category[0].unit;
        const struct effect_category *twin = lists_effect(&out, name);
        if (twin && strcmp(twin->unit, unit) != 0) tell_twice(reader, node, &LIST, name);
        category[out.count++] = (struct effect_category){name, unit};
    }
    return out.count ? out : LISTS_EFFECTS;
}

void read_lists(struct reader *reader, const xmlNode *root, struct plan *plan)
{
    static const struct list EVALUATORS = {"evaluators", "evaluator", "評価する人の言葉"};
    static const struct list DIRECTIONS = {"directions", "direction", "今後の方向性の言葉"};
    plan->evaluators = read_list(reader, root, EVALUATORS, WORDS_EVALUATORS);
    plan->directions = read_list(reader, root, DIRECTIONS, WORDS_DIRECTIONS);
    plan->paces = read_paces(reader, root);
    plan->effects = read_effects(reader, root);
}
