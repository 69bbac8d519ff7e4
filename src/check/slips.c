/* slips: a number with a digit too many or too few, by what it stands beside; a unit that is not last year's. */
#include <glib.h>
#include <string.h>
#include "check/entry.h"
#include "check/rules.h"
#include "progress/rate.h"
#include "progress/unit.h"

enum { POWERS = 3, LONG = 100 };

/* --- digits --- */

/* A number that an actual stands beside. */
struct beside {
    const char *what; /* as the message calls it; NULL: there is none */
    const char *text;
    struct decimal number;
};

/* Are there three digits of it, wherever the point is? */
static bool is_long(struct decimal number)
{
    int64_t units = number.units < 0 ? -number.units : number.units;
    return units >= LONG;
}

static bool between(struct ratio ratio, struct decimal low, struct decimal high)
{
    return rate_compare(ratio, low) >= 0 && rate_compare(ratio, high) <= 0;
}

/* Roughly 10, 100 or 1,000 times, or a 10th, 100th or 1,000th; small counts only when it is exactly so many times. 0: neither. */
static int power_of(struct decimal number, struct decimal base)
{
    struct ratio ratio;
    if (rate_sign(base) <= 0 || rate_sign(number) <= 0 || !rate_of(number, base, &ratio)) return 0;
    int64_t percents = 100;
    for (int power = 1; power <= POWERS; power++) {
        percents *= 10;
        int scale = power + 1; /* a tenth: 8.00 to 12.50 % */
        bool exact = rate_compare(ratio, (struct decimal){percents, 0}) == 0;
        bool above = between(ratio, (struct decimal){percents / 10 * 8, 0}, (struct decimal){percents / 100 * 125, 0});
        bool below = between(ratio, (struct decimal){800, scale}, (struct decimal){1250, scale});
        if (exact || (above && is_long(number))) return power;
        if (below && is_long(base) && is_long(number)) return -power;
    }
    return 0;
}

/* Is it of the size of the other, within three times? Then it stands there rightly. */
static bool is_near(struct decimal number, const struct beside *beside)
{
    struct ratio ratio;
    if (!beside->what || rate_sign(beside->number) <= 0 || !rate_of(number, beside->number, &ratio)) return false;
    return between(ratio, (struct decimal){33, 0}, (struct decimal){300, 0});
}

static struct beside beside_of(const struct figure *figure, const struct value *value, const char *what)
{
    struct beside beside = {0};
    if (!value || !value_is_numeric(value) || !unit_number(figure->indicator, value, &beside.number)) return beside;
    beside.what = what;
    beside.text = value->text;
    return beside;
}

static struct beside former_of(const struct check *check, const struct figure *figure)
{
    const struct reading *before = figure->before;
    const struct baseline *baseline = &figure->indicator->indicator->baseline;
    if (before && before->number) {
        const char *what =
            arena_printf(check->scratch, "%sの実績", year_label(check->plan->year_kind, check->scratch, before->year));
        return beside_of(figure, before->number, what);
    }
    return beside_of(figure, baseline->given ? &baseline->value : NULL, "基準値");
}

static void check_digits(const struct check *check, const struct figure *figure)
{
    static const char *const TIMES[] = {"1,000分の1", "100分の1", "10分の1", "", "10倍", "100倍", "1,000倍"};
    struct decimal number;
    struct beside other[2];
    if (!figure->reading->number || !unit_number(figure->indicator, figure->reading->number, &number)) return;
    other[0] = beside_of(figure, figure->reading->target, "目標値");
    other[1] = former_of(check, figure);
    if (is_near(number, &other[0]) || is_near(number, &other[1])) return;
    for (unsigned i = 0; i < 2; i++) {
        int power = other[i].what ? power_of(number, other[i].number) : 0;
        if (!power) continue;
        DIAG_ABOUT(check->diag, CHECK_DIGITS, figure->about, figure->entry->file->file, figure->reading->actual->line,
                   figure->name, entry_year_label(check, figure->entry), figure->reading->number->text, other[i].what,
                   other[i].text, TIMES[power + POWERS]);
        return;
    }
}

/* --- units --- */

/* 万円 and 億円 are one way to write, 4億8,360万円 too; 円, 千円 and 百万円 are another each. NULL: there is none. */
static const char *unit_of(const struct value *value)
{
    static const char *const MONEY[][2] = {
        {"百万円", "百万円"},
        {"千円",    "千円"   },
        {"万円",    "億円"   },
        {"億円",    "億円"   },
    };
    if (!value) return NULL;
    if (value->kind == VALUE_PERCENT) return "%";
    for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
        if (value->kind == VALUE_QUANTITY && g_str_has_suffix(value->text, MONEY[i][0])) return MONEY[i][1];
    return value->kind == VALUE_QUANTITY ? value->unit : NULL;
}

static void check_unit(const struct check *check, const struct figure *figure)
{
    const struct reading *before = figure->before;
    const char *now = unit_of(figure->reading->number), *then = before ? unit_of(before->number) : NULL;
    if (!now || !then || !strcmp(now, then)) return;
    DIAG_ABOUT(check->diag, CHECK_UNIT_CHANGED, figure->about, figure->entry->file->file, figure->reading->actual->line,
               figure->name, entry_year_label(check, figure->entry), figure->reading->number->text,
               year_label(check->plan->year_kind, check->scratch, before->year), before->number->text);
}

static void check_figure(const struct check *check, const struct figure *figure)
{
    check_digits(check, figure);
    check_unit(check, figure);
}

static void check_entry(const struct check *check, const struct entry *entry)
{
    entry_figures(check, entry, check_figure);
}

void slips_check(const struct check *check)
{
    entry_each(check, check_entry);
}
