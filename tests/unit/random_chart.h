/* random_chart: <chart> elements at random, of every kind and every sort of unkindness, the same ones on every machine. */
#ifndef GYOKAKU_TEST_RANDOM_CHART_H
#define GYOKAKU_TEST_RANDOM_CHART_H
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"

struct dice {
    uint64_t state;
};

/* xorshift64*: the same charts on every machine */
static unsigned roll(struct dice *dice, unsigned sides)
{
    dice->state ^= dice->state >> 12;
    dice->state ^= dice->state << 25;
    dice->state ^= dice->state >> 27;
    return (unsigned)((dice->state * 2685821657736338717U) >> 33) % sides;
}

static void put_label(struct dice *dice, struct buf *out, unsigned most)
{
    static const char *const CHARACTER[] = {"令", "和", "年", "度", "収", "納", "率", "・", "、", "ー",
                                            "（", "）", "8",  "A",  "研", "究", "検", "討", "。", "々"};
    for (unsigned left = 1 + roll(dice, most); left; left--)
        buf_str(out, CHARACTER[roll(dice, sizeof CHARACTER / sizeof *CHARACTER)]);
}

/* What the values of a chart are like. */
struct nature {
    int exponent;
    bool negative, equal, missing;
};

static struct nature roll_nature(struct dice *dice)
{
    return (struct nature){(int)roll(dice, 16) - 3, !roll(dice, 4), !roll(dice, 6), !roll(dice, 10)};
}

/* A value as the element has it: whole thousandths, so that nothing depends on rounding. Returns whether there is one. */
static bool put_value(struct dice *dice, struct buf *out, struct nature nature)
{
    if (nature.missing || !roll(dice, 5)) return false;
    unsigned digits = nature.equal ? 500 : roll(dice, 1000);
    const char *sign = nature.negative && roll(dice, 2) ? "-" : "";
    if (!digits) sign = "";
    if (nature.exponent < 0)
        buf_printf(out, "%s0.%0*u", sign, 3 - nature.exponent, digits);
    else
        buf_printf(out, "%s%u%.*s", sign, digits, nature.exponent < 10 ? nature.exponent : 9, "000000000000");
    return true;
}

struct random_chart {
    struct buf xml;
    const char *kind;
    char *newest; /* the text of the newest actual value, or NULL */
    double width, height, size;
};

static void put_points(struct dice *dice, struct random_chart *chart, struct nature nature, char *const *at,
                       unsigned count, bool actual, bool long_texts)
{
    for (unsigned i = 0; i < count; i++) {
        if (!roll(dice, 8)) continue;
        struct buf value = {0};
        bool has = put_value(dice, &value, nature);
        struct buf text = {0};
        if (has) {
            buf_str(&text, buf_text(&value));
            buf_str(&text, roll(dice, 2) ? "件" : "%");
        } else if (roll(dice, 2)) {
            put_label(dice, &text, long_texts ? 40 : 6);
        }
        buf_printf(&chart->xml, "<point at='%s' value='%s'>", at[i], has ? buf_text(&value) : "");
        buf_str(&chart->xml, buf_text(&text));
        buf_str(&chart->xml, "</point>");
        if (actual && has) {
            free(chart->newest);
            chart->newest = strdup(buf_text(&text));
        }
        buf_free(&text);
        buf_free(&value);
    }
}

static void put_states(struct dice *dice, struct random_chart *chart, char *const *at, unsigned count)
{
    static const char *const STATE[] = {"met", "near", "unmet", "none", "unreported", ""};
    for (unsigned i = 0; i < count; i++) {
        buf_printf(&chart->xml, "<point at='%s' state='%s'>", at[i], STATE[roll(dice, 6)]);
        if (!roll(dice, 5))
            buf_str(&chart->xml, "→");
        else if (roll(dice, 5))
            put_label(dice, &chart->xml, roll(dice, 3) ? 12 : 40);
        buf_str(&chart->xml, "</point>");
    }
}

static void put_attribute(struct dice *dice, struct buf *out, const char *name, unsigned most)
{
    if (roll(dice, 3) == 0) return;
    buf_printf(out, " %s='", name);
    put_label(dice, out, most);
    buf_str(out, "'");
}

static void put_series(struct dice *dice, struct random_chart *chart, char *const *at, unsigned count)
{
    static const char *const MEASURED[] = {"target", "actual", "projection"}, *const GRADE[] = {"met", "near", "unmet",
                                                                                                "none", "unreported"};
    bool stacked = !strcmp(chart->kind, "stacked"), matrix = !strcmp(chart->kind, "matrix"),
         strip = !strcmp(chart->kind, "strip");
    unsigned series = stacked ? 1 + roll(dice, 9) : matrix ? 1 + roll(dice, 40) : strip ? 1 : 1 + roll(dice, 3);
    struct nature nature = roll_nature(dice);
    bool long_texts = !roll(dice, 4);
    for (unsigned i = 0; i < series; i++) {
        const char *role = stacked ? GRADE[roll(dice, 5)] : matrix ? "row" : strip ? "plan" : MEASURED[i];
        buf_printf(&chart->xml, "<series role='%s' name='", role);
        put_label(dice, &chart->xml, long_texts ? 40 : 8);
        buf_str(&chart->xml, "'>");
        if (matrix || strip)
            put_states(dice, chart, at, count);
        else
            put_points(dice, chart, nature, at, count, i == 1 && !stacked, long_texts);
        buf_str(&chart->xml, "</series>");
    }
}

static void random_new(struct random_chart *chart, uint64_t seed)
{
    static const char *const KIND[] = {"bars", "dots", "line", "strip", "stacked", "matrix"};
    enum { COMMON_COLUMNS = 12, MOST_COLUMNS = 30 };
    struct dice dice = {seed * 2862933555777941757U + 3037000493U};
    for (int i = 0; i < 8; i++)
        roll(&dice, 2);
    *chart = (struct random_chart){.kind = KIND[seed % 6]};
    char *at[MOST_COLUMNS];
    unsigned columns = 1 + roll(&dice, roll(&dice, 8) ? COMMON_COLUMNS : MOST_COLUMNS);
    bool long_labels = !roll(&dice, 3);
    for (unsigned i = 0; i < columns; i++) {
        struct buf label = {0};
        if (long_labels)
            put_label(&dice, &label, 40);
        else
            buf_printf(&label, "令和%u年度", 8 + i);
        at[i] = strdup(buf_text(&label));
        buf_free(&label);
    }
    buf_printf(&chart->xml, "<chart kind='%s' alt='x'", chart->kind);
    if (roll(&dice, 2))
        buf_str(&chart->xml, " unit='件'");
    else
        put_attribute(&dice, &chart->xml, "unit", roll(&dice, 4) ? 3 : 40);
    put_attribute(&dice, &chart->xml, "note", roll(&dice, 4) ? 12 : 40);
    if (roll(&dice, 2)) buf_printf(&chart->xml, " from='%u' to='%u'", roll(&dice, 100), roll(&dice, 300));
    buf_str(&chart->xml, ">");
    put_series(&dice, chart, at, columns);
    buf_str(&chart->xml, "</chart>");
    for (unsigned i = 0; i < columns; i++)
        free(at[i]);
    chart->width = 120 + roll(&dice, 581);
    chart->height = 60 + roll(&dice, 301);
    chart->size = 6 + roll(&dice, 13);
}

static void random_free(struct random_chart *chart)
{
    buf_free(&chart->xml);
    free(chart->newest);
}
#endif
