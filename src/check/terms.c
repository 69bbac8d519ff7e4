/* terms: one thing under two names that look almost the same, and one word in two spellings, across all texts of a plan. */
#include <string.h>
#include "check/compounds.h"
#include "check/prose.h"
#include "check/rules.h"
#include "check/spellings.h"

/* A spelling with how often it occurs and where first. */
struct use {
    const char *word;
    unsigned count;
    const struct plan_text *first;
};

/* Nine places of a sentence: the rarer spelling's line is the message's own. */
#define TELL_USES(check, id, rare, other) \
    DIAG_ABOUT((check)->diag, id, arena_printf((check)->scratch, "terms/%s/%s", (rare)->word, (other)->word), \
               (check)->plan->file, (rare)->first->line, (rare)->word, prose_number(check, (long)(rare)->count), \
               (rare)->first->field, (other)->word, prose_number(check, (long)(other)->count), (other)->first->field, \
               prose_number(check, (other)->first->line))

/* --- near-identical terms --- */

/* Texts of one sheet are called alike up to the first character that is no part of its number. */
static bool is_same_sheet(const char *field, const char *before)
{
    size_t length = strspn(field, "0123456789-");
    return length && length == strspn(before, "0123456789-") && !strncmp(field, before, length);
}

static void check_compounds(const struct check *check)
{
    const struct plan *plan = check->plan;
    struct compounds_text *text = arena_array(check->scratch, plan->texts, sizeof *text);
    for (unsigned i = 0, group = 0; i < plan->texts; i++) {
        group += !i || !is_same_sheet(plan->text[i].field, plan->text[i - 1].field);
        text[i] = (struct compounds_text){plan->text[i].text, group};
    }
    unsigned pairs;
    const struct compound_pair *pair = compounds_find(check->scratch, text, plan->texts, &pairs);
    for (unsigned i = 0; i < pairs; i++) {
        const struct compound *a = pair[i].rare, *b = pair[i].other;
        struct use rare = {a->text, a->count, &plan->text[a->first]},
                   other = {b->text, b->count, &plan->text[b->first]};
        TELL_USES(check, CHECK_TERM, &rare, &other);
    }
}

/* --- spellings of a list --- */

static void count_uses(const struct plan *plan, const struct spelling_group *group, unsigned word, struct use *use)
{
    const char *spelt = group->word[word].word;
    *use = (struct use){.word = spelt};
    for (unsigned i = 0; i < plan->texts; i++) {
        const char *text = plan->text[i].text;
        for (const char *at = text; (at = spellings_find(group, word, text, at)); at += strlen(spelt))
            if (!use->count++) use->first = &plan->text[i];
    }
}

static void check_group(const struct check *check, const struct spelling_group *group)
{
    struct use *use = arena_array(check->scratch, group->words, sizeof *use), *most = use;
    for (unsigned i = 0; i < group->words; i++) {
        count_uses(check->plan, group, i, &use[i]);
        if (use[i].count > most->count) most = &use[i];
    }
    for (unsigned i = 0; i < group->words; i++)
        if (&use[i] != most && use[i].count) TELL_USES(check, CHECK_SPELLING, &use[i], most);
}

void terms_check(const struct check *check)
{
    check_compounds(check);
    for (unsigned i = 0; i < check->spellings->groups; i++)
        check_group(check, &check->spellings->group[i]);
}
