/* words: ids for templates and data, and the words that forms use, for what progress and the input say in enums. Words, not
   sentences: those are in wording.xsl. All are constants; NULL: there is nothing to say. */
#ifndef GYOKAKU_WORDS_H
#define GYOKAKU_WORDS_H
#include "progress/progress.h"

/* Of a result that is no grade; NULL for a grade and for a year that is not due. */
const char *words_outcome_id(enum outcome outcome);
const char *words_outcome(enum outcome outcome);
const char *words_declared(enum declared declared);
/* The same of a cell or a step, whose word may be the scheme's own. */
const char *words_state(enum declared declared, const char *own);
const char *words_reason_id(enum reason reason);
const char *words_reason(enum reason reason);
/* 令和8年度、令和9年度: the years that a sum lacks. `first`: of the period. */
const char *words_missing_years(struct arena *arena, enum year_kind kind, int first, const struct reading *reading);
/* The same with what it names: the missing years of a sum. `first`: of the period. */
const char *words_reason_told(struct arena *arena, enum year_kind kind, int first, const struct reading *reading);
const char *words_certainty(enum certainty certainty);
/* What a cell asks of its number: 以上, 以下, 未満, 超, 範囲, 増減; NULL: nothing is said. */
const char *words_bound(const struct value *value);
const char *words_direction_id(enum direction direction);
const char *words_accumulation_id(enum accumulation accumulation);
/* What forms call the field or document of a correction; as written where it is none that is known. */
/* 累計 or 単年度: how an effect is counted. */
const char *words_effect_kind(const struct effect *effect);
const char *words_field(const char *field);
/* The same in the words of the body's form, where it has its own. */
const char *words_label(const struct form_labels *labels, const char *field);
const char *words_document(const char *document);
#endif
