/* wordlist: the words that the files of input/ choose from, as lists (words.def). All are constants. */
#ifndef GYOKAKU_WORDLIST_H
#define GYOKAKU_WORDLIST_H
#include <stdbool.h>
#include <stddef.h>

/* Each ends with NULL. */
extern const char *const WORDS_REACHED[];  /* what a grade's state may be */
extern const char *const WORDS_STEP[];     /* what may be declared of a step */
extern const char *const WORDS_DECLARED[]; /* what may be declared of a cell */
extern const char *const WORDS_TIMED[];    /* those of them that come with a year */
extern const char *const WORDS_EXCUSES[];  /* those of them that come with a reason */
extern const char *const WORDS_CERTAINTIES[];
extern const char *const WORDS_PLAN_STATES[];
extern const char *const WORDS_PROGRESS[];
extern const char *const WORDS_EVALUATORS[]; /* the first: the department itself */
extern const char *const WORDS_DIRECTIONS[];
extern const char *const WORDS_EFFECTS[];
/* How an indicator is read, each at the place of its enum in plan.h; BASIS_BY_RULE has no word. */
extern const char *const WORDS_TRENDS[];
extern const char *const WORDS_ACCUMULATIONS[];
extern const char *const WORDS_BASES[];
extern const char *const WORDS_GROWTHS[];
extern const char *const WORDS_INTERIMS[];
extern const char *const WORDS_YEARS[];

/* A list that a plan may bring, and that has a default: borrowed words. */
struct word_list {
    unsigned count;
    const char *const *word;
};
/* Of words that end with NULL. */
struct word_list word_list_of(const char *const *words);
bool word_list_has(const struct word_list *list, const char *word);
/* The list that explanations call so ("directions"), or NULL. */
const char *const *word_list_find(const char *name, size_t length);

/* What the department's word for the whole sheet comes to. */
enum pace { PACE_UNSAID, PACE_WELL, PACE_BADLY, PACE_LATE };

/* How far the words of a milestone go. */
enum stage { STAGE_NONE, STAGE_STUDY, STAGE_CONSIDER, STAGE_POLICY, STAGE_DECISION, STAGE_DONE };
/* The longest such word that `text` begins with; its bytes, or 0. */
size_t word_stage(const char *text, enum stage *stage);
/* Is there a word in it that is complete with either decision: 導入可否, 方針決定? */
bool word_decides(const char *text);

/* 案 or 確定, as the plan's state is written. */
const char *word_plan_state(bool draft);
#endif
