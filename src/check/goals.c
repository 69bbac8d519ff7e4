/* goals: the numbers of a final goal beside the targets of the last year. */
#include <glib.h>
#include <string.h>
#include "check/numbers.h"
#include "check/prose.h"
#include "check/rules.h"
#include "check/script.h"
#include "plan/decimal.h"

/* The numbers of a row; false: it has none. */
struct row {
    const char *unit; /* %; NULL: none is told */
    const struct target *last;
    struct decimal sum, least, most;
};

static const char *unit_of(const struct value *value, const struct indicator *indicator)
{
    if (value->kind == VALUE_PERCENT) return "%";
    return value->kind == VALUE_QUANTITY ? value->unit : indicator->unit;
}

static bool row_of(const struct indicator *indicator, struct row *out)
{
    *out = (struct row){0};
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        struct decimal number = target->value.number, sum;
        if (!value_is_numeric(&target->value)) continue;
        if (!out->last || decimal_compare(number, out->least) < 0) out->least = number;
        if (!out->last || decimal_compare(number, out->most) > 0) out->most = number;
        if (decimal_add(out->sum, number, &sum)) out->sum = sum;
        out->last = target;
        out->unit = unit_of(&target->value, indicator);
    }
    return out->last != NULL;
}

/* Is this what the row comes to: its last number, within its last range, or all of them together? */
static bool comes_to(const struct row *row, struct decimal number)
{
    const struct value *last = &row->last->value;
    bool within = decimal_compare(number, last->number) >= 0 && decimal_compare(number, last->high) <= 0;
    return within || decimal_compare(number, row->last->value.number) == 0 || decimal_compare(number, row->sum) == 0;
}

static void tell_differs(const struct check *check, const struct initiative *initiative, long line, const char *text,
                         const struct row *row)
{
    DIAG_ABOUT(check->diag, CHECK_GOAL_TARGET, arena_printf(check->scratch, "%s/goal", initiative->id),
               check->plan->file, line, initiative->code, text,
               year_label(check->plan->year_kind, check->scratch, row->last->year), row->last->value.text,
               prose_number(check, row->last->line));
}

/* --- <goal-value> --- */

static const struct indicator *indicator_of(const struct initiative *initiative, const struct goal_value *goal)
{
    for (unsigned i = 0; i < initiative->indicators; i++)
        if (!goal->indicator || !strcmp(initiative->indicator[i].id, goal->indicator)) return &initiative->indicator[i];
    return NULL;
}

static void check_goal_value(const struct check *check, const struct initiative *initiative,
                             const struct goal_value *goal)
{
    const struct indicator *indicator = indicator_of(initiative, goal);
    struct row row;
    struct decimal number;
    if (!indicator || !value_is_numeric(&goal->value) || !row_of(indicator, &row)) return;
    const char *unit = unit_of(&goal->value, indicator);
    if (!unit || !row.unit) {
        number = goal->value.number;
    } else if (!value_convert(goal->value.number, unit, row.unit, &number)) {
        return;
    }
    if (!comes_to(&row, number)) tell_differs(check, initiative, goal->line, goal->value.text, &row);
}

static bool is_goal_value(const struct initiative *initiative, struct decimal number)
{
    for (unsigned i = 0; i < initiative->goal_values; i++) {
        const struct value *value = &initiative->goal_value[i].value;
        if (value_is_numeric(value) && decimal_compare(value->number, number) == 0) return true;
    }
    return false;
}

/* --- numbers of the words --- */

/* △ and its kin in front: the number is below zero. */
static void apply_sign(const char *text, struct number *number)
{
    static const char *const MINUS[] = {"△", "▲", "−", "－", "-"};
    for (size_t i = 0; i < sizeof MINUS / sizeof *MINUS; i++) {
        size_t length = strlen(MINUS[i]);
        bool stands = (size_t)(number->start - text) >= length;
        if (!stands || strncmp(number->start - length, MINUS[i], length) != 0) continue;
        number->value.units = -number->value.units;
        number->start -= length;
        return;
    }
}

/* 1人当たり, 1件あたり: what something is divided by. */
static bool is_divisor(const char *end)
{
    for (unsigned i = 0; i < 4 && *end; i++, end = g_utf8_next_char(end))
        if (g_str_has_prefix(end, "当たり") || g_str_has_prefix(end, "あたり")) return true;
    return false;
}

/* What stands behind a number that counts or measures, up to and with its unit; NULL: it is a year, an ordinal, a time. */
static const char *end_of_figure(const char *text, const struct number *number)
{
    static const char *const BEFORE[] = {"第", "令和", "平成", "R", "H", "Ｒ", "Ｈ"};
    static const char *const BEHIND[] = {"年", "月", "日",   "時",   "分", "次", "期", "章", "節", "つ",
                                         "階", "割", "世代", "か年", "度", "号", "条", "項", "級", "歳"};
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        size_t length = strlen(BEFORE[i]);
        if ((size_t)(number->start - text) >= length && !strncmp(number->start - length, BEFORE[i], length))
            return NULL;
    }
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++)
        if (g_str_has_prefix(number->end, BEHIND[i])) return NULL;
    if (is_divisor(number->end)) return NULL;
    if (g_str_has_prefix(number->end, "%")) return number->end + 1;
    if (g_str_has_prefix(number->end, "％")) return number->end + strlen("％");
    enum script script = *number->end ? script_of(g_utf8_get_char(number->end)) : SCRIPT_OTHER;
    const char *end = number->end;
    for (unsigned i = 0; i < 3 && *end && script_of(g_utf8_get_char(end)) == script; i++)
        end = g_utf8_next_char(end);
    return script == SCRIPT_KANJI || script == SCRIPT_KATAKANA ? end : NULL;
}

/* Does the figure have the row's unit? */
static bool has_unit(const struct number *number, const struct row *row)
{
    if (!row->unit) return false;
    if (!strcmp(row->unit, "%")) return g_str_has_prefix(number->end, "%") || g_str_has_prefix(number->end, "％");
    return g_str_has_prefix(number->end, row->unit);
}

/* What a number of the goal is to the rows: the one whose last target it should be; NULL: *fine, or nothing that is measured. */
static bool find_row(const struct initiative *initiative, const struct number *number, struct row *out, bool *fine)
{
    bool found = false;
    *fine = is_goal_value(initiative, number->value);
    for (unsigned i = 0; i < initiative->indicators; i++) {
        struct row row;
        if (!row_of(&initiative->indicator[i], &row)) continue;
        *fine |= comes_to(&row, number->value);
        bool between = decimal_compare(number->value, row.least) >= 0 && decimal_compare(number->value, row.most) <= 0;
        if (!between || !has_unit(number, &row)) continue;
        *out = row;
        found = true;
    }
    return found;
}

static void check_words(const struct check *check, const struct prose *prose, const struct initiative *initiative)
{
    struct number number;
    for (const char *p = prose->text; numbers_next(&p, &number);) {
        struct row row;
        bool fine;
        const char *end = number.count ? end_of_figure(prose->text, &number) : NULL;
        if (!end) continue;
        apply_sign(prose->text, &number);
        const char *figure = arena_strndup(check->scratch, number.start, (size_t)(end - number.start));
        bool found = find_row(initiative, &number, &row, &fine);
        if (fine) continue;
        if (found)
            tell_differs(check, initiative, prose->line, figure, &row);
        else
            DIAG_ABOUT(check->diag, CHECK_GOAL_FIGURE, prose->about, check->plan->file, prose->line, initiative->code,
                       figure);
    }
}

void goals_check(const struct check *check)
{
    unsigned sheets, count;
    const struct prose_sheet *sheet = prose_sheets(check, &sheets);
    const struct prose *prose = prose_list(check, &count);
    for (unsigned i = 0; i < sheets; i++)
        for (unsigned j = 0; j < sheet[i].initiative->goal_values; j++)
            check_goal_value(check, sheet[i].initiative, &sheet[i].initiative->goal_value[j]);
    for (unsigned i = 0; i < count; i++)
        if (!strcmp(prose[i].name, "goal")) check_words(check, &prose[i], sheet[prose[i].sheet].initiative);
}
