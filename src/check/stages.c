/* stages: how far the words of a milestone and of a goal go: from studying to having done it. In Japanese the last such word of a phrase
   governs it: 導入に向けた検討 is 検討. */
#include <glib.h>
#include <string.h>
#include "check/prose.h"
#include "check/rules.h"
#include "plan/wordlist.h"

enum { REPEATED_LEAST = 3 /* years of nothing but study */ };

/* The last stage a text speaks of, and the highest; the last one's word into `word`. */
static enum stage last_stage(const struct check *check, const char *text, enum stage *highest, const char **word)
{
    enum stage last = STAGE_NONE, stage = STAGE_NONE;
    *highest = STAGE_NONE;
    for (const char *p = text; *p;) {
        size_t length = word_stage(p, &stage);
        if (length) {
            last = stage;
            if (stage > *highest) *highest = stage;
            if (word) *word = arena_strndup(check->scratch, p, length);
        }
        p = length ? p + length : g_utf8_next_char(p);
    }
    return last;
}

/* The author's own words, the steps of a cell parted by 、. */
static const char *cell(const struct check *check, const struct target *target)
{
    char **step = g_strsplit(target->value.text, "\n", -1), *joined = g_strjoinv("、", step);
    const char *text = arena_strdup(check->scratch, joined);
    g_free(joined);
    g_strfreev(step);
    return text;
}

/* --- the goal beside the last target --- */

/* The last cell of a row that is a milestone, → and growth after it aside; NULL: a number is the last. */
static const struct target *last_milestone(const struct indicator *indicator)
{
    for (unsigned i = indicator->targets; i-- > 0;) {
        const struct target *target = &indicator->target[i];
        if (value_is_numeric(&target->value)) return NULL;
        if (target->value.kind == VALUE_MILESTONE) return target;
    }
    return NULL;
}

static void compare(const struct check *check, const struct prose *goal, const struct indicator *indicator)
{
    const struct target *target = last_milestone(indicator);
    const char *word = NULL;
    enum stage ignored, wanted = STAGE_NONE;
    enum stage aimed = last_stage(check, goal->text, &ignored, &word);
    if (target) wanted = last_stage(check, target->value.text, &ignored, NULL);
    if (!aimed || !wanted || aimed == wanted) return;
    const char *year = year_label(check->plan->year_kind, check->scratch, target->year),
               *line = prose_number(check, target->line);
    if (aimed < wanted)
        DIAG_ABOUT(check->diag, CHECK_GOAL_BELOW, goal->about, check->plan->file, goal->line, goal->where, word, year,
                   cell(check, target), line);
    else
        DIAG_ABOUT(check->diag, CHECK_GOAL_BEYOND, goal->about, check->plan->file, goal->line, goal->where, word, year,
                   cell(check, target), line);
}

/* --- years of study only --- */

static void check_row(const struct check *check, const struct initiative *initiative, const struct indicator *indicator)
{
    unsigned count = 0;
    const struct target *first = NULL, *last = NULL;
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        enum stage highest;
        if (target->value.kind != VALUE_MILESTONE) continue;
        last_stage(check, target->value.text, &highest, NULL);
        if (highest != STAGE_STUDY && highest != STAGE_CONSIDER) continue;
        if (!count++) first = target;
        last = target;
    }
    if (count < REPEATED_LEAST) return;
    DIAG_ABOUT(check->diag, CHECK_STUDY_ONLY,
               arena_printf(check->scratch, "%s/indicator/%s", initiative->id, indicator->id), check->plan->file,
               first->line, initiative->code, prose_number(check, count),
               year_label(check->plan->year_kind, check->scratch, first->year), cell(check, first),
               year_label(check->plan->year_kind, check->scratch, last->year), cell(check, last));
}

void stages_check(const struct check *check)
{
    unsigned sheets, count;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    const struct prose *prose = prose_list(check, &count);
    for (unsigned i = 0; i < count; i++) {
        const struct initiative *initiative = sheet[prose[i].sheet].initiative;
        if (!strcmp(prose[i].name, "goal") && initiative->indicators == 1)
            compare(check, &prose[i], initiative->indicator);
    }
    for (unsigned i = 0; i < sheets; i++)
        for (unsigned j = 0; j < sheet[i].initiative->indicators; j++)
            check_row(check, sheet[i].initiative, &sheet[i].initiative->indicator[j]);
}
