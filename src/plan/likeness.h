/* likeness: which known word a misspelt one is most likely meant to be. */
#ifndef GYOKAKU_LIKENESS_H
#define GYOKAKU_LIKENESS_H

/* The word of `known` (`count` of them; NULLs are passed over) that differs from `word` (UTF-8) by the fewest characters inserted,
   left out or replaced, capitals aside; NULL when more than a third of the characters would have to change. */
const char *likeness_best(const char *word, const char *const *known, unsigned count);
#endif
