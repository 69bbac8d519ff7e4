/* wordlist: words.def, read once for each list. */
#include "plan/wordlist.h"
#include <string.h>
#include "plan/plan.h"

/* clang-format off */
#define LISTED(id, word) word,

const char *const WORDS_REACHED[] = {
#define REACHED LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_STEP[] = {
#define REACHED LISTED
#define TIMED LISTED
#define GOING LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_DECLARED[] = {
#define REACHED LISTED
#define TIMED LISTED
#define GOING LISTED
#define EXCUSE LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_TIMED[] = {
#define TIMED LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_EXCUSES[] = {
#define EXCUSE LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_CERTAINTIES[] = {
#define CERTAINTY LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_PLAN_STATES[] = {
#define PLAN_STATE LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_PROGRESS[] = {
#define PROGRESS LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_EVALUATORS[] = {
#define EVALUATOR(word) word,
#include "plan/words.def"
    NULL};

const char *const WORDS_DIRECTIONS[] = {
#define DIRECTION(word) word,
#include "plan/words.def"
    NULL};

const char *const WORDS_EFFECTS[] = {
#define EFFECT(word) word,
#include "plan/words.def"
    NULL};

const char *const WORDS_TRENDS[] = {
#define TREND(id, word) [DIRECTION_##id] = (word),
#include "plan/words.def"
    NULL};

const char *const WORDS_ACCUMULATIONS[] = {
#define ACCUMULATION(id, word) [ACCUMULATION_##id] = (word),
#include "plan/words.def"
    NULL};

const char *const WORDS_BASES[] = {
#define BASIS LISTED
#include "plan/words.def"
    NULL};

const char *const WORDS_GROWTHS[] = {
#define GROWTH(id, word) [GROWTH_##id] = (word),
#include "plan/words.def"
    NULL};

const char *const WORDS_INTERIMS[] = {
#define INTERIM(id, word) [INTERIM_##id] = (word),
#include "plan/words.def"
    NULL};

const char *const WORDS_YEARS[] = {
#define YEARS(id, word) [YEAR_##id] = (word),
#include "plan/words.def"
    NULL};

enum { OPEN, DECIDES };
static const struct {
    enum stage stage;
    int decides;
    const char *word;
} STAGES[] = {
#define STAGE(stage, decides, word) {STAGE_##stage, decides, word},
#include "plan/words.def"
};
/* clang-format on */

enum { STAGE_WORDS = sizeof STAGES / sizeof *STAGES };

struct word_list word_list_of(const char *const *words)
{
    struct word_list list = {0, words};
    while (words[list.count])
        list.count++;
    return list;
}

bool word_list_has(const struct word_list *list, const char *word)
{
    for (unsigned i = 0; i < list->count; i++)
        if (!strcmp(word, list->word[i])) return true;
    return false;
}

const char *const *word_list_find(const char *name, size_t length)
{
    static const struct {
        const char *name;
        const char *const *words;
    } NAMED[] = {
        {"progress",   WORDS_PROGRESS  },
        {"evaluators", WORDS_EVALUATORS},
        {"directions", WORDS_DIRECTIONS},
        {"effects",    WORDS_EFFECTS   },
    };
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++)
        if (strlen(NAMED[i].name) == length && !strncmp(NAMED[i].name, name, length)) return NAMED[i].words;
    return NULL;
}

size_t word_stage(const char *text, enum stage *stage)
{
    size_t longest = 0;
    for (size_t i = 0; i < STAGE_WORDS; i++) {
        size_t length = strlen(STAGES[i].word);
        if (length <= longest || strncmp(text, STAGES[i].word, length) != 0) continue;
        longest = length;
        *stage = STAGES[i].stage;
    }
    return longest;
}

bool word_decides(const char *text)
{
    for (size_t i = 0; i < STAGE_WORDS; i++)
        if (STAGES[i].decides && strstr(text, STAGES[i].word)) return true;
    return false;
}

const char *word_plan_state(bool draft)
{
    return WORDS_PLAN_STATES[!draft];
}
