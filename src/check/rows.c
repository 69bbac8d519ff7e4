/* rows: what a row of targets leaves unsaid: its unit, and the plan that it is taken from. */
#include <glib.h>
#include <string.h>
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
        if (target->value.kind == VALUE_NUMBER && !first) first = target;
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
        DIAG_ABOUT(check->diag, CHECK_UNIT_DEFINITION, about, check->plan->file, target->line, initiative->id,
                   target->value.text, unit);
    else if (!indicator->unit)
        DIAG_ABOUT(check->diag, CHECK_UNIT_NOWHERE, about, check->plan->file, target->line, initiative->id,
                   target->value.text);
}

/* --- plans --- */

static void check_cited(const struct check *check, const struct prose_sheet *sheet, const char *related,
                        const struct indicator *indicator, const char *cited)
{
    const char *bare = cited ? prose_bare(check, cited) : NULL;
    if (!cited || strstr(related, bare) || strstr(prose_bare(check, check->plan->title), bare)) return;
    const char *id = sheet->initiative->id;
    DIAG_ABOUT(check->diag, CHECK_RELATED, arena_printf(check->scratch, "%s/related", id), check->plan->file,
               indicator->line, id, cited, id);
}

static void check_indicator(const struct check *check, const struct patterns *patterns, const struct prose_sheet *sheet,
                            const struct indicator *indicator)
{
    const char *related = prose_bare(check, prose_words(check, fields_text(&sheet->initiative->fields, FIELD_RELATED)));
    check_unit(check, patterns, sheet->initiative, indicator);
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
