/* lists: the defaults, and how a word is found. */
#include "plan/lists.h"
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* clang-format off */
static const struct pace_word PACES[] = {
#define PROGRESS(pace, word) {word, PACE_##pace},
#include "plan/words.def"
};
static const struct effect_category EFFECTS[] = {
#define EFFECT(word) {word, "千円"},
#include "plan/words.def"
};
/* clang-format on */

const struct pace_list LISTS_PACES = {COUNT(PACES), PACES};
const struct effect_list LISTS_EFFECTS = {COUNT(EFFECTS), EFFECTS};

const struct pace_word *lists_pace(const struct pace_list *list, const char *word)
{
    for (unsigned i = 0; i < list->count; i++)
        if (!strcmp(list->word[i].word, word)) return &list->word[i];
    return NULL;
}

const struct effect_category *lists_effect(const struct effect_list *list, const char *name)
{
    for (unsigned i = 0; i < list->count; i++)
        if (!strcmp(list->category[i].name, name)) return &list->category[i];
    return NULL;
}

bool lists_direction(const struct word_list *list, const char *word)
{
    static const char OPEN[] = "（", CLOSE[] = "）";
    if (word_list_has(list, word)) return true;
    const char *open = strstr(word, OPEN);
    size_t length = strlen(word), close = strlen(CLOSE);
    if (!open || open == word || length < close || strcmp(word + length - close, CLOSE) != 0) return false;
    if (open + strlen(OPEN) == word + length - close) return false;
    for (unsigned i = 0; i < list->count; i++)
        if (strlen(list->word[i]) == (size_t)(open - word) && !strncmp(list->word[i], word, (size_t)(open - word)))
            return true;
    return false;
}
