/* rows: what a row of targets leaves unsaid: its unit, the plan that it is taken from, whether a figure in words is to be counted. */
#include <glib.h>
#include <string.h>
#include "check/numbers.h"
#include "check/prose.h"
#include "check/rules.h"

#define UNIT_PATTERN "[（(](?:単位[:：・]?)?([^（）()0-9０-９]{1,5})[）)]$"
#define PLAN_WORDS "[\\p{Han}\\p{Katakana}ー・]{0,40}(?:計画|プラン|ビジョン|構想|戦略|大綱|指針)"
/* A source is a document; a definition names one only where it has a number, as 研修計画の策定 is something that is done. */
#define SOURCE_PATTERN "(?:第[0-9０-９]+[次期])?" PLAN_WORDS
#define DEFINITION_PATTERN "第[0-9０-９]+[次期]" PLAN_WORDS

struct patterns {
    GRegex *unit, *source, *definition;
};

/* What the pattern finds, or its first part, in scratch; NULL: nothing. */
static const char *found(const struct check *check, const GRegex *pattern, const char *text, int part)
{
    GMatchInfo *match = NULL;
    char *words = g_regex_match(pattern, text, 0, &match) ? g_match_info_fetch(match, part) : NULL;
    const char *copy = words ? arena_strdup(check->scratch, words) : NULL;
    g_free(words);
    g_match_info_free(match);
    return copy;
}

/* --- units --- */

/* The first target of a row whose numbers stand alone; NULL: one has a unit, or there are no numbers. */
static const struct target *first_bare(const struct indicator *indicator)
{
    const struct target *first = NULL;
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        if (target->value.kind == VALUE_PERCENT || target->value.kind == VALUE_QUANTITY) return NULL;
        if (target->value.kind == VALUE_NUMBER && !target->value.ratio && !first) first = target;
    }
    return first;
}

static void check_unit(const struct check *check, const struct patterns *patterns, const struct initiative *initiative,
                       const struct indicator *indicator)
{
    const struct target *target = first_bare(indicator);
    if (!target) return;
    const char *about = arena_printf(check->scratch, "%s/indicator/%s", initiative->id, indicator->id);
    const char *unit = found(check, patterns->unit, indicator->definition, 1);
    if (unit)
        DIAG_ABOUT(check->diag, CHECK_UNIT_DEFINITION, about, check->plan->file, target->line, initiative->code,
                   target->value.text, unit);
    else if (!indicator->unit)
        DIAG_ABOUT(check->diag, CHECK_UNIT_NOWHERE, about, check->plan->file, target->line, initiative->code,
                   target->value.text);
}

/* --- words that hold a figure --- */

/* A year, a date or the number of a plan counts nothing: 令和12年度, 2026年4月, 第2次. */
static bool names_only(const char *text, const struct number *number)
{
    static const char *const FRONT[] = {"第", "令和", "平成", "R"};
    static const char *const BEHIND[] = {"年", "月", "日", "次", "期", "号", "/", "-"};
    for (size_t i = 0; i < sizeof FRONT / sizeof *FRONT; i++) {
        size_t length = strlen(FRONT[i]);
        if ((size_t)(number->start - text) >= length && !strncmp(number->start - length, FRONT[i], length)) return true;
    }
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++)
        if (!strncmp(number->end, BEHIND[i], strlen(BEHIND[i]))) return true;
    return false;
}

static bool holds_figure(const struct value *value)
{
    const char *at = value->text;
    struct number number;
    while (numbers_next(&at, &number))
        if (!names_only(value->text, &number)) return true;
    return false;
}

/* Once a row: what is meant to be counted would be declared, a year later, by a state. */
static void check_figures(const struct check *check, const struct initiative *initiative,
                          const struct indicator *indicator)
{
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        if (target->value.kind != VALUE_MILESTONE || !holds_figure(&target->value)) continue;
        const char *about = arena_printf(check->scratch, "%s/indicator/%s", initiative->id, indicator->id);
        DIAG_ABOUT(check->diag, CHECK_FIGURE_IN_WORDS, about, check->plan->file, target->line, initiative->code,
                   target->value.text);
        return;
    }
}

/* --- plans --- */

static void check_cited(const struct check *check, const struct prose_sheet *sheet, const char *related,
                        const struct indicator *indicator, const char *cited)
{
    const char *bare = cited ? prose_bare(check, cited) : NULL;
    if (!cited || strstr(related, bare) || strstr(prose_bare(check, check->plan->title), bare)) return;
    const char *id = sheet->initiative->id, *code = sheet->initiative->code;
    DIAG_ABOUT(check->diag, CHECK_RELATED, arena_printf(check->scratch, "%s/related", id), check->plan->file,
               indicator->line, code, cited, code);
}

static void check_indicator(const struct check *check, const struct patterns *patterns, const struct prose_sheet *sheet,
                            const struct indicator *indicator)
{
    const char *related = prose_bare(check, prose_words(check, fields_text(&sheet->initiative->fields, FIELD_RELATED)));
    check_unit(check, patterns, sheet->initiative, indicator);
    check_figures(check, sheet->initiative, indicator);
    const char *cited = indicator->source ? found(check, patterns->source, indicator->source, 0) : NULL;
    if (!cited) cited = found(check, patterns->definition, indicator->definition, 0);
    check_cited(check, sheet, related, indicator, cited);
}

void rows_check(const struct check *check)
{
    struct patterns patterns = {
        .unit = g_regex_new(UNIT_PATTERN, 0, 0, NULL),
        .source = g_regex_new(SOURCE_PATTERN, G_REGEX_OPTIMIZE, 0, NULL),
        .definition = g_regex_new(DEFINITION_PATTERN, G_REGEX_OPTIMIZE, 0, NULL),
    };
    unsigned sheets;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    for (unsigned i = 0; i < sheets; i++)
        for (unsigned j = 0; j < sheet[i].initiative->indicators; j++)
            check_indicator(check, &patterns, &sheet[i], &sheet[i].initiative->indicator[j]);
    g_regex_unref(patterns.unit);
    g_regex_unref(patterns.source);
    g_regex_unref(patterns.definition);
}
