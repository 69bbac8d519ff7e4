/* figures: a number in the words of an entry that is meant to be the actual, and is not. */
#include <glib.h>
#include <string.h>
#include "check/entry.h"
#include "check/numbers.h"
#include "check/rules.h"
#include "check/sentence.h"

enum { DIGITS_LEAST = 3 };

/* Is what follows the number this unit? */
static bool has_unit(const struct number *number, const struct value *actual)
{
    if (actual->kind == VALUE_PERCENT) return g_str_has_prefix(number->end, "%") || g_str_has_prefix(number->end, "％");
    return actual->kind == VALUE_QUANTITY && g_str_has_prefix(number->end, actual->unit);
}

/* --- is it meant to be the actual? --- */

/* One digit is another, or two beside each other have changed places. */
static bool is_mistyped(const char *a, const char *b)
{
    unsigned differing = 0, first = 0;
    if (strlen(a) != strlen(b) || strlen(a) < DIGITS_LEAST) return false;
    for (unsigned i = 0; a[i]; i++) {
        if (a[i] == b[i]) continue;
        if (!differing++) first = i;
    }
    if (differing == 1) return true;
    return differing == 2 && a[first] == b[first + 1] && a[first + 1] == b[first];
}

static bool digits_differ_little(const struct number *number, struct decimal actual)
{
    struct number other = {0};
    char text[32];
    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, actual.units < 0 ? -actual.units : actual.units);
    g_strlcpy(other.digits, text, sizeof other.digits);
    return number->value.scale == actual.scale && is_mistyped(number->digits, other.digits);
}

static bool says(const struct number *number, const struct value *value)
{
    return value && value_is_numeric(value) && decimal_compare(number->value, value->number) == 0;
}

/* Is it a number that the initiative has elsewhere: a target, another year, another indicator, the baseline? */
static bool is_known(const struct figure *figure, const struct number *number)
{
    const struct initiative_progress *one = figure->entry->one;
    for (unsigned i = 0; i < one->indicators; i++) {
        const struct indicator_progress *indicator = &one->indicator[i];
        if (indicator->indicator->baseline.given && says(number, &indicator->indicator->baseline.value)) return true;
        for (unsigned j = 0; j < indicator->readings; j++) {
            const struct reading *reading = &indicator->reading[j];
            if (says(number, reading->target) || says(number, reading->original) || says(number, reading->number))
                return true;
        }
    }
    return false;
}

/* Is it the actual with fewer places behind the point, rounded or cut? */
static bool is_rounded(const struct number *number, struct decimal actual)
{
    int64_t step = 1, exact = number->value.units;
    if (number->value.scale >= actual.scale) return false;
    for (int scale = number->value.scale; scale < actual.scale; scale++) {
        step *= 10;
        if (exact > INT64_MAX / 100) return false;
        exact *= 10;
    }
    int64_t difference = actual.units - exact;
    return difference < step && difference >= -step / 2;
}

/* 実績は98.16%: the sentence says so before the number, and speaks of no other year. */
static bool is_named(enum year_kind kind, const char *text, const struct number *number, int year)
{
    size_t length;
    const char *sentence = sentence_around(text, number->start, &length);
    size_t before = (size_t)(number->start - sentence);
    bool named = sentence_holds(sentence, before, "実績は") || sentence_holds(sentence, before, "実績値は");
    return named && !sentence_names_other_year(kind, text, number->start, year);
}

static bool contradicts(enum year_kind kind, const struct figure *figure, const char *text, const struct number *number)
{
    const struct value *actual = figure->reading->number;
    if (!number->count || !has_unit(number, actual) || is_known(figure, number)) return false;
    if (is_rounded(number, actual->number)) return false;
    return digits_differ_little(number, actual->number) || is_named(kind, text, number, figure->reading->year);
}

static void check_field(const struct check *check, const struct figure *figure, const struct entry_field *field)
{
    const struct reading *reading = figure->reading;
    struct number number;
    for (const char *p = field->text; numbers_next(&p, &number);) {
        if (!contradicts(check->plan->year_kind, figure, field->text, &number)) continue;
        const char *written = arena_strndup(check->scratch, number.start, (size_t)(number.end - number.start));
        const char *unit = reading->number->kind == VALUE_PERCENT ? "%" : reading->number->unit;
        DIAG_ABOUT(check->diag, CHECK_FIGURE, entry_about(check, figure->entry, field->name), figure->entry->file->file,
                   field->line, figure->name, entry_year_label(check, figure->entry), field->label,
                   arena_printf(check->scratch, "%s%s", written, unit), reading->number->text);
    }
}

static void check_figure(const struct check *check, const struct figure *figure)
{
    unsigned fields;
    if (!figure->reading->number) return;
    const struct entry_field *field = entry_fields(check, figure->entry->sheet, &fields);
    for (unsigned i = 0; i < fields; i++)
        if (strcmp(field[i].name, "next") != 0) check_field(check, figure, &field[i]);
}

static void check_entry(const struct check *check, const struct entry *entry)
{
    entry_figures(check, entry, check_figure);
}

void figures_check(const struct check *check)
{
    entry_each(check, check_entry);
}
