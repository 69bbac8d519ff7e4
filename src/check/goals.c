/* goals: a final goal beside the targets of its initiative: its figures, and how far it goes; and targets that stand still, hide their unit
   or lean on a plan that the sheet does not name. */
#include <glib.h>
#include <string.h>
#include "check/rules.h"
#include "check/sheets.h"
#include "plan/decimal.h"

/* --- figures --- */

enum { DIGITS_MOST = 24 };

static const char *unit_of(const struct indicator *indicator, const struct value *target)
{
    if (target->kind == VALUE_PERCENT) return "%";
    return target->kind == VALUE_QUANTITY ? target->unit : indicator->unit;
}

/* The last target that is a number in this unit; NULL: there is none. */
static const struct target *last_in_unit(const struct initiative *one, const char *unit, const struct indicator **of)
{
    const struct target *last = NULL;
    for (unsigned k = 0; k < one->indicators; k++)
        for (unsigned t = 0; t < one->indicator[k].targets; t++) {
            const struct target *target = &one->indicator[k].target[t];
            const char *own = value_is_numeric(&target->value) ? unit_of(&one->indicator[k], &target->value) : NULL;
            if (!own || strcmp(own, unit) != 0 || (last && target->year < last->year)) continue;
            last = target;
            *of = &one->indicator[k];
        }
    return last;
}

/* Does any target, or their sum, come to this? */
static const struct target *target_of(const struct indicator *indicator, struct decimal figure)
{
    struct decimal sum = {0, 0};
    for (unsigned t = 0; t < indicator->targets; t++) {
        const struct target *target = &indicator->target[t];
        if (!value_is_numeric(&target->value)) continue;
        if (!decimal_compare(target->value.number, figure)) return target;
        if (decimal_add(sum, target->value.number, &sum) && !decimal_compare(sum, figure)) return target;
    }
    return NULL;
}

static void compare_figure(const struct check *check, const struct initiative *one, const char *figure,
                           const char *unit)
{
    const struct indicator *of = NULL;
    struct value value;
    const struct target *last = last_in_unit(one, unit, &of);
    if (!last || value_parse(check->scratch, figure, &value) != VALUE_FINE || !value_is_numeric(&value)) return;
    const struct target *same = target_of(of, value.number);
    const char *about = arena_printf(check->scratch, "%s/goal", one->id);
    if (!decimal_compare(value.number, last->value.number)) return;
    if (!same)
        DIAG_ABOUT(check->diag, CHECK_GOAL_UNBACKED, about, check->plan->file, one->goal.line, one->id, figure,
                   of->definition, last->value.text);
    else if (of->accumulation != ACCUMULATION_SUM)
        DIAG_ABOUT(check->diag, CHECK_GOAL_FIGURE, about, check->plan->file, one->goal.line, one->id, figure,
                   year_label(check->scratch, last->year), last->value.text);
}

/* A number and the unit behind it, as far as a target has that unit. */
static void check_figures(const struct check *check, const GRegex *pattern, const struct initiative *one)
{
    const char *text = sheets_plain(check, sheets_field(check, &one->goal));
    GMatchInfo *match = NULL;
    for (g_regex_match(pattern, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        char *number = g_match_info_fetch(match, 1), *behind = g_match_info_fetch(match, 2);
        const char *unit = NULL;
        for (unsigned k = 0; k < one->indicators && !unit; k++)
            for (unsigned t = 0; t < one->indicator[k].targets && !unit; t++) {
                const char *own = unit_of(&one->indicator[k], &one->indicator[k].target[t].value);
                if (own && value_is_numeric(&one->indicator[k].target[t].value) && g_str_has_prefix(behind, own))
                    unit = own;
            }
        if (unit && strlen(number) < DIGITS_MOST)
            compare_figure(check, one, arena_printf(check->scratch, "%s%s", number, unit), unit);
        g_free(number);
        g_free(behind);
    }
    g_match_info_free(match);
}

/* --- how far --- */

/* Words for how far something goes; where several end at one place, the longer. */
static const struct stage {
    const char *word;
    unsigned rank;
} STAGES[] = {
    {"研究", 1},
    {"調査", 1},
    {"検討", 2},
    {"選定", 2},
    {"方針", 3},
    {"方向", 3},
    {"決定", 3},
    {"決め", 3},
    {"判断", 3},
    {"可否", 3},
    {"準備", 3},
    {"導入", 4},
    {"運用", 4},
    {"施行", 4},
    {"実施", 4},
};

/* The last place of a word. 基本方針 is a document's name. */
static const char *last_place(const char *text, const char *word)
{
    static const char DOCUMENT[] = "基本";
    const size_t length = sizeof DOCUMENT - 1;
    for (const char *at = g_strrstr(text, word); at; at = g_strrstr_len(text, at - text, word))
        if ((size_t)(at - text) < length || memcmp(at - length, DOCUMENT, length) != 0) return at;
    return NULL;
}

/* The last such word of a text. Its rank; 0: it has none. */
static unsigned last_stage(const char *text)
{
    const char *last = NULL;
    unsigned rank = 0;
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES; i++) {
        const char *at = last_place(text, STAGES[i].word);
        if (!at || (last && at < last)) continue;
        last = at;
        rank = STAGES[i].rank;
    }
    return rank;
}

/* The farthest that the milestones of an initiative go, and the words. False: it has numbers, or no such word. */
static bool farthest(const struct initiative *one, unsigned *rank, const struct target **target)
{
    *rank = 0;
    for (unsigned k = 0; k < one->indicators; k++)
        for (unsigned t = 0; t < one->indicator[k].targets; t++) {
            const struct value *value = &one->indicator[k].target[t].value;
            if (value_is_numeric(value)) return false;
            unsigned own = value->kind == VALUE_MILESTONE ? last_stage(value->text) : 0;
            if (own < *rank || !own) continue;
            *rank = own;
            *target = &one->indicator[k].target[t];
        }
    return *rank > 0;
}

static void check_stage(const struct check *check, const struct initiative *one)
{
    unsigned rank;
    const struct target *target = NULL;
    const char *goal = sheets_plain(check, sheets_field(check, &one->goal));
    unsigned own = last_stage(goal);
    if (!own || !farthest(one, &rank, &target) || own == rank) return;
    const char *about = arena_printf(check->scratch, "%s/goal", one->id), *brief = sheets_brief(check, goal, 40);
    const char *year = year_label(check->scratch, target->year);
    if (own < rank)
        DIAG_ABOUT(check->diag, CHECK_GOAL_LESS, about, check->plan->file, one->goal.line, one->id, brief, year,
                   target->value.text);
    else
        DIAG_ABOUT(check->diag, CHECK_GOAL_MORE, about, check->plan->file, one->goal.line, one->id, brief, year,
                   target->value.text);
}

/* --- targets --- */

enum { YEARS_OF_STUDY = 3, STUDY = 2 };

/* The same study or deliberation year after year. */
static void check_study(const struct check *check, const struct initiative *one, const struct indicator *indicator)
{
    unsigned years = 0;
    for (unsigned t = 0; t < indicator->targets; t++) {
        const struct value *value = &indicator->target[t].value;
        unsigned rank = value->kind == VALUE_MILESTONE && value->steps < 2 ? last_stage(value->text) : 0;
        bool goes_on = t && !strcmp(value->text, indicator->target[t - 1].value.text);
        years = rank && rank <= STUDY ? (goes_on ? years + 1 : 1) : 0;
        if (years != YEARS_OF_STUDY) continue;
        DIAG_ABOUT(check->diag, CHECK_STUDY_REPEATED, one->id, check->plan->file, indicator->target[t].line, one->id,
                   value->text, arena_printf(check->scratch, "%u", years));
        return;
    }
}

/* （億円） at the end of a definition, and bare numbers in the cells. */
static void check_unit(const struct check *check, const GRegex *pattern, const struct initiative *one,
                       const struct indicator *indicator)
{
    GMatchInfo *match = NULL;
    const char *definition = sheets_plain(check, indicator->definition);
    bool bare = indicator->targets > 0;
    for (unsigned t = 0; t < indicator->targets; t++)
        bare =
            bare && (indicator->target[t].value.kind == VALUE_NUMBER || indicator->target[t].value.kind == VALUE_NONE);
    if (bare && g_regex_match(pattern, definition, 0, &match)) {
        char *unit = g_match_info_fetch(match, 1);
        DIAG_ABOUT(check->diag, CHECK_UNIT_HIDDEN, one->id, check->plan->file, indicator->line, one->id,
                   indicator->target[0].value.text, unit);
        g_free(unit);
    }
    if (match) g_match_info_free(match);
}

static void check_source(const struct check *check, const struct initiative *one, const struct indicator *indicator)
{
    if (one->related.count || !indicator->source || !strstr(indicator->source, "計画")) return;
    DIAG_ABOUT(check->diag, CHECK_RELATED_EMPTY, arena_printf(check->scratch, "%s/related", one->id), check->plan->file,
               indicator->line, one->id, indicator->source);
}

void goals_check(const struct check *check)
{
    unsigned count;
    const struct sheet_of *sheet = sheets_all(check, &count);
    GRegex *figure = g_regex_new("([0-9][0-9,]*(?:\\.[0-9]+)?)(?=([^0-9,.].{0,7}))", G_REGEX_OPTIMIZE, 0, NULL);
    GRegex *unit = g_regex_new("\\(([^()0-9]{1,4})\\)$", G_REGEX_OPTIMIZE, 0, NULL);
    for (unsigned i = 0; i < count; i++) {
        const struct initiative *one = sheet[i].initiative;
        check_figures(check, figure, one);
        check_stage(check, one);
        for (unsigned k = 0; k < one->indicators; k++) {
            check_study(check, one, &one->indicator[k]);
            check_unit(check, unit, one, &one->indicator[k]);
            check_source(check, one, &one->indicator[k]);
        }
    }
    g_regex_unref(unit);
    g_regex_unref(figure);
}
