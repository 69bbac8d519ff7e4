/* declared: what a department says of its result, in a grade, a state of progress or in words, beside the grade that is computed. */
#include <string.h>
#include "check/entry.h"
#include "check/rules.h"
#include "check/sentence.h"
#include "progress/words.h"

/* --- the computed grade --- */

static const char *computed_of(const struct check *check, const struct entry *entry)
{
    const struct verdict *verdict = &entry->year->verdict;
    if (verdict->outcome != OUTCOME_GRADED) return words_outcome(verdict->outcome);
    return check->progress->judgement->grades[verdict->grade].name;
}

static bool is_best(const struct entry *entry)
{
    return entry->year->verdict.outcome == OUTCOME_GRADED && entry->year->verdict.grade == 0;
}

static bool is_worst(const struct check *check, const struct entry *entry)
{
    const struct verdict *verdict = &entry->year->verdict;
    return verdict->outcome == OUTCOME_GRADED && verdict->grade &&
           verdict->grade + 1 == check->progress->judgement->count;
}

/* --- the grade and the state that are declared --- */

static void check_grades(const struct check *check, const struct entry *entry)
{
    const char *computed = computed_of(check, entry);
    for (unsigned i = 0; computed && i < entry->sheet->evaluations; i++) {
        const struct evaluation *evaluation = &entry->sheet->evaluation[i];
        if (!evaluation->grade || !strcmp(evaluation->grade, computed)) continue;
        long line = evaluation->text.line ? evaluation->text.line : entry->sheet->line;
        DIAG_ABOUT(check->diag, CHECK_GRADE_DECLARED, entry_about(check, entry, "evaluation"), entry->file->file, line,
                   entry->one->initiative->code, entry_year_label(check, entry), evaluation->by, evaluation->grade,
                   computed);
    }
}

static void check_progress(const struct check *check, const struct entry *entry)
{
    const struct pace_word *said = entry->sheet->pace;
    if (!said || said->pace == PACE_UNSAID) return;
    if (!(said->pace == PACE_WELL ? is_worst(check, entry) : is_best(entry))) return;
    DIAG_ABOUT(check->diag, CHECK_PROGRESS, entry_about(check, entry, "progress"), entry->file->file,
               entry->sheet->line, entry->one->initiative->code, entry_year_label(check, entry), said->word,
               computed_of(check, entry));
}

/* --- words --- */

/* What is granted before the opposite is said: 予定どおり終えたが、見直しは遅れた. */
static bool is_conceded(const char *after)
{
    static const char *const BUT[] = {"が、", "ものの", "けれど", "一方", "にもかかわらず"};
    for (size_t i = 0; i < sizeof BUT / sizeof *BUT; i++)
        if (!strncmp(after, BUT[i], strlen(BUT[i]))) return true;
    return false;
}

/* The first of the words that a sentence of this year says; NULL: none. */
static const char *said_in(const struct check *check, const struct entry *entry, const char *text, enum tone tone)
{
    const struct settings *settings = check->settings;
    for (unsigned i = 0; i < settings->words[tone]; i++)
        for (const char *at = text, *word = settings->word[tone][i]; (at = strstr(at, word)); at++)
            if (!is_conceded(at + strlen(word)) &&
                !sentence_names_other_year(check->plan->year_kind, text, at, entry->year->year))
                return word;
    return NULL;
}

static void check_words(const struct check *check, const struct entry *entry, enum tone tone)
{
    unsigned fields;
    const struct entry_field *field = entry_fields(check, entry->sheet, &fields);
    for (unsigned i = 0; i < fields; i++) {
        bool of_result = !strcmp(field[i].name, "done") || !strcmp(field[i].name, "evaluation");
        const char *word = of_result ? said_in(check, entry, field[i].text, tone) : NULL;
        if (!word) continue;
        DIAG_ABOUT(check->diag, CHECK_PROSE_GRADE, entry_about(check, entry, field[i].name), entry->file->file,
                   field[i].line, entry->one->initiative->code, entry_year_label(check, entry), field[i].label, word,
                   computed_of(check, entry));
    }
}

static void check_entry(const struct check *check, const struct entry *entry)
{
    check_grades(check, entry);
    check_progress(check, entry);
    if (is_best(entry)) check_words(check, entry, TONE_BAD);
    if (is_worst(check, entry)) check_words(check, entry, TONE_GOOD);
}

void declared_check(const struct check *check)
{
    entry_each(check, check_entry);
}
