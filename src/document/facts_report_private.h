/* facts_report_private: what the parts of the report's facts share. Only src/document/facts_report*.c include it. */
#ifndef GYOKAKU_FACTS_REPORT_PRIVATE_H
#define GYOKAKU_FACTS_REPORT_PRIVATE_H
#include "document/facts_private.h"
#include "progress/progress.h"
#include "progress/unit.h"
#include "progress/words.h"

struct report {
    struct facts facts;
    const struct history *history;
    const struct progress *progress;
    unsigned index;                       /* of the report's year in the period */
    const struct actuals *actuals;        /* of the report's year; NULL: no file */
    const struct date *published, *since; /* of the report, of the one before it; NULL: not said */
    bool has_before;                      /* there is a year before to compare with */
};

/* --- facts_report_words.c: what a result looks like --- */

/* How a result is shown; all NULL for a year that has none yet. */
struct standing {
    const char *id, *word, *shape, *met; /* met: yes or no of a grade, NULL of any other result */
};
struct standing report_standing(struct arena *arena, const struct verdict *verdict, const struct judgement *judgement);
struct standing report_grade(struct arena *arena, unsigned grade, const struct judgement *judgement);
struct standing report_outcome(enum outcome outcome);

/* --- facts_report.c --- */

/* What the newest year's report is about; its scratch is the caller's to free. */
struct report report_start(const struct plan *plan, const struct history *history, const struct progress *progress);
/* All that stands before the sheets, and after them. */
void report_add_front(struct report *report, xmlNode *root);
void report_add_back(struct report *report, xmlNode *root);
/* The file of a year; NULL: there is none. */
const struct actuals *report_file_of(const struct history *history, int year);
/* As in the data: 2028-03-31, 2028-03 or 2028. */
const char *report_plain_date(struct arena *arena, struct date date);
void report_set_standing(xmlNode *node, struct standing standing);
/* A field that is left out when nothing is given. */
void report_add_given(xmlNode *parent, const char *name, const struct field *field);
void report_add_opinions(struct report *report, xmlNode *parent, const struct opinion *opinion, unsigned count);
/* Does `a` come after `b`, by the parts that both give? */
bool report_after(struct date a, struct date b);

/* --- facts_report_judgement.c: the scheme, its own of an indicator, the results that are no grade --- */
void report_add_judgement(struct report *report, xmlNode *root);

/* --- facts_report_summary.c: tallies, change, late and unmet, effects --- */
/* One row; `before` is that of the year before, or NULL. */
void report_add_tally(struct report *report, xmlNode *root, const struct tally *tally, const struct tally *before);
void report_add_tallies(struct report *report, xmlNode *root);
void report_add_year_tallies(struct report *report, xmlNode *root);
void report_add_late(struct report *report, xmlNode *root);
void report_add_effects(struct report *report, xmlNode *root);
/* "19,480千円" */
const char *report_whole(struct report *report, int64_t amount, const char *unit);

/* --- facts_report_changes.c: what was corrected, what was revised --- */
void report_add_corrections(struct report *report, xmlNode *root);
void report_add_revisions(struct report *report, xmlNode *root);
/* Is it in force at the report's date? */
bool report_in_force(const struct report *report, const struct revision *revision);

/* --- facts_report_sheet.c: a sheet with what the department says of the year --- */
void report_add_sheets(struct report *report, xmlNode *root);
/* Of the year report->index: the result as attributes; the answer; what people say. */
void report_set_year(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative);
void report_add_headline(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative);
void report_add_texts(struct report *report, xmlNode *sheet, const struct sheet_year *year);
/* A row of the matrix; another initiative with the same indicator. */
void report_add_years(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative);
void report_add_twin(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative);

/* --- facts_report_reading.c: one indicator in one year as attributes --- */

/* What stands in the year's cell: the → of the author, not what it continues; NULL: no target. */
const struct value *report_cell_value(const struct indicator_progress *indicator, const struct reading *reading);
/* rate, distance, difference, side, short-of */
/* Why there is no grade, or how it came about, with the years that it names; NULL: nothing to say. */
const char *report_reason(struct report *report, const struct reading *reading);
/* By how much it is more or less than it was, and than what. */
void report_set_change(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                       const struct reading *reading);
void report_set_result(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                       const struct reading *reading);
/* 1,257件; 1,658.8万円 */
const char *report_amount(struct report *report, struct decimal number, const char *unit);
/* A value in a sentence: on one line, with the unit also where the form leaves it out. */
const char *report_told(struct report *report, const struct indicator_progress *indicator, const struct value *value);
/* Of a year without a target of its own: what it leads to, by when, how far it has come; of any: the part of the whole period's target. */
void report_set_interim(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                        const struct reading *reading);
/* What was asked and reported, with the unit also where the form leaves it out: target, actual, number-text. Of a sum the totals,
   and total. */
void report_set_values(struct report *report, xmlNode *node, const struct indicator_progress *indicator,
                       const struct reading *reading);
/* Text for an attribute: steps with 、 between them. */
const char *report_line(struct report *report, const struct value *value);

/* --- facts_report_indicator.c, facts_report_chart.c --- */
void report_add_indicator(struct report *report, xmlNode *sheet, const struct initiative_progress *initiative,
                          unsigned index);
/* chart, values, low, high */
void report_set_chart(struct report *report, xmlNode *node, const struct indicator_progress *indicator);
#endif
