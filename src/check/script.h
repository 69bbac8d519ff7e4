/* script: which script a character belongs to, as far as the checks tell them apart. Knows nothing of words. */
#ifndef GYOKAKU_SCRIPT_H
#define GYOKAKU_SCRIPT_H
#include <stdbool.h>
#include <stdint.h>

enum script { SCRIPT_OTHER, SCRIPT_KANJI, SCRIPT_HIRAGANA, SCRIPT_KATAKANA, SCRIPT_LATIN, SCRIPT_DIGIT };

/* ー counts as katakana, 々 as kanji; full-width letters and digits as letters and digits. */
enum script script_of(uint32_t c);
/* The part of a text that may be judged by its script: a letter, a digit; no punctuation, no blank. */
bool script_is_word(uint32_t c);
#endif
