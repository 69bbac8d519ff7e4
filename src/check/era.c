/* era: a year of an era beside a Western year that is not the same one; a source of another year than the entry's. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "check/entry.h"
#include "check/rules.h"

/* --- two years side by side --- */

static const struct {
    const char *name;
    int before; /* the Western year before its first */
} ERAS[] = {
    {"令和", 2018},
    {"平成", 1988},
    {"昭和", 1925},
    {"大正", 1911},
    {"明治", 1867},
};
#define ERA "(?<era>令和|平成|昭和|大正|明治)(?<of>元|[0-9]{1,2})年(?<a>度?)"
#define WEST "(?<west>[12][0-9]{3})(?<b>(?:年度?)?)"
#define DAY "(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
/* 令和9年度（2027年度）, 2027年3月（令和9年3月） */
static const char PATTERN[] = "(?J)" ERA DAY " ?[（(](?:西暦)?" WEST "|" WEST DAY " ?[（(]" ERA;

/* A few digits, as the pattern found them. */
static int number(const char *digits)
{
    return (int)strtol(digits, NULL, 10);
}

static int western(const char *era, const char *of)
{
    int year = strcmp(of, "元") != 0 ? number(of) : 1;
    for (size_t i = 0; i < sizeof ERAS / sizeof *ERAS; i++)
        if (!strcmp(ERAS[i].name, era)) return ERAS[i].before + year;
    return 0;
}

/* A calendar year and a fiscal one are not compared: 令和10年3月 is in 2027年度. */
static void tell_pair(const struct check *check, const char *file, const struct plan_text *text,
                      const GMatchInfo *match)
{
    char *era = g_match_info_fetch_named(match, "era"), *of = g_match_info_fetch_named(match, "of");
    char *west = g_match_info_fetch_named(match, "west");
    char *fiscal = g_match_info_fetch_named(match, "a"), *west_fiscal = g_match_info_fetch_named(match, "b");
    bool same_kind = !*west_fiscal || (*fiscal != '\0') == !strcmp(west_fiscal, "年度");
    int meant = western(era, of);
    if (same_kind && meant != number(west))
        DIAG_ABOUT(check->diag, CHECK_ERA, text->field, file, text->line, text->field,
                   arena_printf(check->scratch, "%s%s年%s", era, of, fiscal), west,
                   arena_printf(check->scratch, "%d", meant));
    g_free(era);
    g_free(of);
    g_free(west);
    g_free(fiscal);
    g_free(west_fiscal);
}

static void check_texts(const struct check *check, const GRegex *pattern, const char *file,
                        const struct plan_text *text, unsigned texts)
{
    for (unsigned i = 0; i < texts; i++) {
        GMatchInfo *match = NULL;
        if (!strstr(text[i].text, "年")) continue;
        for (g_regex_match(pattern, text[i].text, 0, &match); g_match_info_matches(match);
             g_match_info_next(match, NULL))
            tell_pair(check, file, &text[i], match);
        g_match_info_free(match);
    }
}

void era_check(const struct check *check)
{
    GRegex *pattern = g_regex_new(PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
    check_texts(check, pattern, check->plan->file, check->plan->text, check->plan->texts);
    for (unsigned i = 0; check->history && i < check->history->years; i++) {
        const struct actuals *actuals = check->history->year[i];
        check_texts(check, pattern, actuals->file, actuals->text, actuals->texts);
    }
    g_regex_unref(pattern);
}

/* --- sources --- */

static void check_source(const struct check *check, const struct figure *figure)
{
    const struct actual *actual = figure->reading->actual;
    int year = figure->reading->year;
    const char *own = year_label(check->plan->year_kind, check->scratch, year),
               *before = year_label(check->plan->year_kind, check->scratch, year - 1);
    const struct {
        const char *what, *text;
    } NAMED[] = {
        {"出典", actual->source  },
        {"根拠", actual->evidence},
    };
    for (size_t i = 0; i < sizeof NAMED / sizeof *NAMED; i++) {
        const char *text = NAMED[i].text;
        if (!text || !strstr(text, before) || strstr(text, own)) continue;
        DIAG_ABOUT(check->diag, CHECK_SOURCE_YEAR, figure->about, figure->entry->file->file, actual->line, figure->name,
                   own, NAMED[i].what, text);
    }
}

static void check_entry(const struct check *check, const struct entry *entry)
{
    entry_figures(check, entry, check_source);
}

void sources_check(const struct check *check)
{
    entry_each(check, check_entry);
}
