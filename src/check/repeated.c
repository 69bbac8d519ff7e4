/* repeated: what was left in place from the year before: a number that nobody would expect twice, and the words of an entry. */
#include <glib.h>
#include <string.h>
#include "check/entry.h"
#include "check/rules.h"

enum { DIGITS_TELLING = 3, WORDS_TELLING = 10 };

/* --- numbers --- */

/* How many digits say something: of 110,000 two. */
static unsigned telling_digits(struct decimal number)
{
    unsigned digits = 0;
    int64_t units = number.units < 0 ? -number.units : number.units;
    while (units && units % 10 == 0)
        units /= 10;
    for (; units; units /= 10)
        digits++;
    return digits;
}

/* A small count, or what the target asks for, comes again by itself. */
static bool is_expected(const struct reading *reading)
{
    const struct value *target = reading->target;
    if (telling_digits(reading->number->number) < DIGITS_TELLING) return true;
    return target && value_is_numeric(target) && decimal_compare(target->number, reading->number->number) == 0;
}

static void check_figure(const struct check *check, const struct figure *figure)
{
    const struct reading *now = figure->reading, *before = figure->before;
    if (!before || !now->number || !before->number || is_expected(now)) return;
    if (decimal_compare(now->number->number, before->number->number) != 0) return;
    DIAG_ABOUT(check->diag, CHECK_ACTUAL_SAME, figure->about, figure->entry->file->file, now->actual->line,
               figure->name, year_label(check->plan->year_kind, check->scratch, now->year), now->number->text,
               year_label(check->plan->year_kind, check->scratch, before->year), before->number->text);
}

/* --- words --- */

/* Long enough not to be said twice by chance (特になし). */
static bool is_telling(const char *text)
{
    return g_utf8_strlen(text, -1) >= WORDS_TELLING;
}

static void check_words(const struct check *check, const struct entry *entry)
{
    unsigned fields, earlier;
    if (!entry->before) return;
    const struct entry_field *now = entry_fields(check, entry->sheet, &fields),
                             *before = entry_fields(check, entry->before, &earlier);
    for (unsigned i = 0; i < fields; i++)
        for (unsigned j = 0; j < earlier; j++) {
            bool same = !strcmp(now[i].label, before[j].label) && !strcmp(now[i].text, before[j].text);
            if (!same || !is_telling(now[i].text)) continue;
            DIAG_ABOUT(check->diag, CHECK_TEXT_SAME, entry_about(check, entry, now[i].name), entry->file->file,
                       now[i].line, entry->one->initiative->code, entry_year_label(check, entry), now[i].label,
                       year_label(check->plan->year_kind, check->scratch, entry->year->year - 1));
            break;
        }
}

static void check_entry(const struct check *check, const struct entry *entry)
{
    entry_figures(check, entry, check_figure);
    check_words(check, entry);
}

void repeated_check(const struct check *check)
{
    entry_each(check, check_entry);
}
