/* value: the text of a cell → one of seven kinds. Works on characters made half-width; what it cuts out (units) comes from the
   author's own text. Knows nothing of XML, years or indicators. */
#include "plan/value.h"
#include <stddef.h>
#include <string.h>
#include "base/utf8.h"
#include "plan/decimal.h"
#include "plan/value_plain.h"

enum { UNIT_LONGEST = 8, UNIT_LONGEST_KANJI = 3 };
static const char ASCII_BLANKS[] = " \t\r\n";

/* The characters of a cell, half-width, and where each begins in the author's text. Both end with a sentinel. */
struct cell {
    struct arena *arena;
    const uint32_t *c;
    const char *const *at;
    size_t count;
};
/* A number with its unit, as in △2億円. */
struct amount {
    struct decimal number;
    bool percent;
    const char *unit; /* NULL: none */
};
enum outcome { READ, MALFORMED, TOO_LARGE };

/* --- characters and words --- */

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0;
}

static bool is_latin(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_hiragana(uint32_t c)
{
    return c >= 0x3041 && c <= 0x309F;
}

static bool is_kanji(uint32_t c)
{
    return c == 0x3005 || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_one_of(uint32_t c, const char *characters)
{
    while (*characters)
        if (utf8_next(&characters) == c) return true;
    return false;
}

/* Letters and circles that are typed for 0 and 1. */
static bool is_lookalike(uint32_t c)
{
    return is_one_of(c, "OoIl〇○◯");
}

static size_t skip_blanks(const struct cell *cell, size_t at)
{
    while (is_blank(cell->c[at]))
        at++;
    return at;
}

/* How many characters of the cell `word` covers at `at`; 0 when it is not there. */
static size_t match(const struct cell *cell, size_t at, const char *word)
{
    size_t length = 0;
    for (; *word; length++)
        if (at + length >= cell->count || utf8_next(&word) != cell->c[at + length]) return 0;
    return length;
}

static size_t match_any(const struct cell *cell, size_t at, const char *const *words)
{
    for (; *words; words++) {
        size_t length = match(cell, at, *words);
        if (length) return length;
    }
    return 0;
}

/* Past one bracketed remark, which says nothing that is computed with: 12件（累計）. */
static size_t skip_remark(const struct cell *cell, size_t at)
{
    if (cell->c[at] != '(') return at;
    size_t end = at + 1;
    while (end < cell->count && cell->c[end] != ')')
        end++;
    return end < cell->count ? end + 1 : at;
}

static bool is_end(const struct cell *cell, size_t at)
{
    return skip_blanks(cell, skip_remark(cell, skip_blanks(cell, at))) == cell->count;
}

/* --- words that shade a number --- */

const char *const VALUE_ABOUT[] = {"約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", NULL};
static const char *const ABOUT_AFTER[] = {"程度", "前後", "ほど", "くらい", "ぐらい", "強", "弱", "余り", "余", NULL};
/* Words behind a number that bound it, the longer before those that they begin with. */
static const struct {
    const char *word;
    enum bound bound;
} BOUNDS[] = {
    {"を下回らない", BOUND_AT_LEAST},
    {"を上回らない", BOUND_AT_MOST },
    {"を超えない",    BOUND_AT_MOST },
    {"を超える",       BOUND_MORE    },
    {"を上回る",       BOUND_MORE    },
    {"を下回る",       BOUND_LESS    },
    {"以上",             BOUND_AT_LEAST},
    {"以下",             BOUND_AT_MOST },
    {"以内",             BOUND_AT_MOST },
    {"未満",             BOUND_LESS    },
    {"超",                BOUND_MORE    },
};
static const char *const RANGE[] = {"～", "~", "〜", "から", "以上", NULL};

static enum bound bound_at(const struct cell *cell, size_t at, size_t *length)
{
    for (size_t i = 0; i < sizeof BOUNDS / sizeof *BOUNDS; i++)
        if ((*length = match(cell, at, BOUNDS[i].word))) return BOUNDS[i].bound;
    return BOUND_NONE;
}

/* Past a word that bounds or shades the number before it: 以上, 程度, 以上程度. */
static size_t skip_shade(const struct cell *cell, size_t at, struct value *out)
{
    size_t length = 0;
    enum bound bound = bound_at(cell, at, &length);
    at += length;
    size_t about = match_any(cell, at, ABOUT_AFTER);
    if (about) out->approximate = true;
    if (bound == BOUND_LESS && out->bound == BOUND_WITHIN) out->high_excluded = true;
    if (out->bound == BOUND_NONE) out->bound = bound;
    return at + about;
}

/* A unit ends where a shading word, a remark or the second number of a range begins. */
static bool is_tail(const struct cell *cell, size_t at)
{
    if (is_end(cell, at)) return true;
    size_t range = match_any(cell, at, RANGE);
    if (range && is_digit(cell->c[skip_blanks(cell, at + range)])) return true;
    struct value ignored = {0};
    size_t shade = skip_shade(cell, at, &ignored);
    return shade > at && is_end(cell, shade);
}

/* --- sentences --- */

/* Nouns that a sentence ends with when it has no particle: 2回実施, 3施設廃止. */
static const char *const DEEDS[] = {"実施", "導入", "廃止", "検討", "決定", "策定", "作成", "完了",   "開始", "試行",
                                    "調査", "研究", "開催", "達成", "増加", "減少", "増",   "減",     "削減", "縮減",
                                    "維持", "継続", "設置", "整備", "移行", "統合", "譲渡", "民営化", "改修", "改定",
                                    "改正", "選定", "対応", "連携", "評価", "審査", "計画", "工事",   "研修", "公開",
                                    "公表", "運用", "稼働", "構築", "確保", "拡充", "拡大", "目標",   NULL};

static bool ends_with_deed(const struct cell *cell, size_t from, size_t end)
{
    for (const char *const *deed = DEEDS; *deed; deed++)
        for (size_t at = from; at < end; at++)
            if (at + match(cell, at, *deed) == end) return true;
    return false;
}

/* か所, か月, 3つ: hiragana that counts and is no particle. */
static size_t counter_kana(const struct cell *cell, size_t at)
{
    static const char *const KANA[] = {"か所", "か月", "か国", "か年", "つ", "こ", NULL};
    return match_any(cell, at, KANA);
}

/* Ideographs in a row; what shades the number (以上, 程度) is no part of the unit. */
static size_t kanji_run(const struct cell *cell, size_t at)
{
    size_t length = 0;
    while (is_kanji(cell->c[at + length]) && !is_tail(cell, at + length))
        length++;
    return length;
}

/* The rule of value.h for what begins with a number and goes on: words from `at` on that are no unit. */
static bool reads_as_sentence(const struct cell *cell, size_t at)
{
    while (is_digit(cell->c[at]) || (cell->c[at] && is_one_of(cell->c[at], ".,、。・/:%")) || is_blank(cell->c[at]))
        at++;
    size_t end = cell->count;
    while (end > at && is_one_of(cell->c[end - 1], "。."))
        end--;
    size_t counter = counter_kana(cell, at);
    for (size_t i = at + counter; i < end; i++)
        if (is_hiragana(cell->c[i]) || is_one_of(cell->c[i], "、。・「」") || kanji_run(cell, i) > UNIT_LONGEST_KANJI)
            return true;
    return ends_with_deed(cell, at, end);
}

/* --- numbers --- */

/* Digits with right thousands separators, a fraction; nothing that looks like another digit right behind. */
static enum outcome read_number(const struct cell *cell, size_t *at, struct decimal *out)
{
    size_t i = *at, group = 0, groups = 0;
    struct decimal number = {0};
    if (!is_digit(cell->c[i])) return MALFORMED;
    for (; is_digit(cell->c[i]) || (cell->c[i] == ',' && is_digit(cell->c[i + 1])); i++) {
        if (cell->c[i] == ',') {
            if (groups++ ? group != 3 : group > 3 || (group == 1 && cell->c[*at] == '0')) return MALFORMED;
            group = 0;
            continue;
        }
        group++;
        if (!decimal_push(&number, (int)(cell->c[i] - '0'), false)) return TOO_LARGE;
    }
    if (groups && group != 3) return MALFORMED;
    if (cell->c[i] == '.') {
        if (!is_digit(cell->c[++i])) return MALFORMED;
        for (; is_digit(cell->c[i]); i++)
            if (!decimal_push(&number, (int)(cell->c[i] - '0'), true)) return TOO_LARGE;
    }
    uint32_t next = cell->c[i];
    if (next && is_one_of(next, ".,、。・/:'")) return MALFORMED;
    if (is_blank(next) && is_digit(cell->c[skip_blanks(cell, i)])) return MALFORMED;
    bool letter_is_unit = (next == 'l' || next == 'I') && (is_latin(cell->c[i + 1]) || is_tail(cell, i + 1));
    if (next && is_lookalike(next) && !letter_is_unit) return MALFORMED;
    *at = i;
    *out = number;
    return READ;
}

/* Powers of ten that stand between a number and its unit, the longer words first. */
static const struct power {
    const char *word;
    int zeros;
} POWERS[] = {
    {"千億", 11},
    {"百億", 10},
    {"十億", 9 },
    {"千万", 7 },
    {"百万", 6 },
    {"十万", 5 },
    {"兆",    12},
    {"億",    8 },
    {"万",    4 },
    {"千",    3 },
    {"百",    2 },
};

/* 億円, 百万円 … are units that convert, and stay as the author wrote them. */
static bool is_unit_of_money(const struct cell *cell, size_t at)
{
    static const char *const MONEY[] = {"百万円", "億円", "万円", "千円", NULL};
    return match_any(cell, at, MONEY) > 0;
}

static const struct power *power_at(const struct cell *cell, size_t at, size_t *length)
{
    for (size_t i = 0; i < sizeof POWERS / sizeof *POWERS; i++)
        if ((*length = match(cell, at, POWERS[i].word))) return &POWERS[i];
    return NULL;
}

/* 1億2,000万: each part times its power of ten, powers falling, each part below the power before it. */
static enum outcome read_composite(const struct cell *cell, size_t *at, struct decimal *out)
{
    enum outcome outcome = read_number(cell, at, out);
    if (outcome != READ || is_unit_of_money(cell, *at)) return outcome;
    size_t length = 0;
    const struct power *power = power_at(cell, *at, &length);
    if (!power) return READ;
    if (!decimal_shift(*out, power->zeros, out)) return TOO_LARGE;
    *at += length;
    while (is_digit(cell->c[*at])) {
        struct decimal part = {0};
        int above = power->zeros;
        outcome = read_number(cell, at, &part);
        if (outcome != READ) return outcome;
        power = power_at(cell, *at, &length);
        if (power && !decimal_shift(part, power->zeros, &part)) return TOO_LARGE;
        struct decimal bound = {1, 0};
        if (!decimal_shift(bound, above, &bound)) return TOO_LARGE;
        if (decimal_compare(part, bound) >= 0) return MALFORMED;
        if (!decimal_add(*out, part, out)) return TOO_LARGE;
        if (!power) break;
        *at += length;
    }
    return READ;
}

/* The end of a unit that begins at `at`: short, no particle, at most three kanji in a row, no deed behind. `at` itself: none. */
static size_t unit_end(const struct cell *cell, size_t at)
{
    size_t end = at + counter_kana(cell, at);
    if (cell->c[at] && is_lookalike(cell->c[at]) && !is_latin(cell->c[at])) return at;
    for (; !is_tail(cell, end); end++) {
        uint32_t c = cell->c[end];
        bool index =
            is_digit(c) && end > at && (is_latin(cell->c[end - 1]) || is_digit(cell->c[end - 1])); /* m2, CO2 */
        if ((is_digit(c) && !index) || is_blank(c) || is_hiragana(c) || is_one_of(c, "、。・,.:;!?'\"「」()+=<>"))
            return at;
        if (kanji_run(cell, end) > UNIT_LONGEST_KANJI) return at;
    }
    return end - at > UNIT_LONGEST || ends_with_deed(cell, at, end) ? at : end;
}

/* △ ▲ − and the hyphens that are typed for it, where a digit follows. */
static bool read_sign(const struct cell *cell, size_t *at)
{
    uint32_t sign = cell->c[*at];
    size_t next = skip_blanks(cell, *at + 1);
    if (!sign || !is_one_of(sign, "-−‐‑△▲+") || !is_digit(cell->c[next])) return false;
    *at = next;
    return sign != '+';
}

/* Sign, number and unit; `at` moves to the tail. */
static enum outcome read_amount(const struct cell *cell, size_t *at, struct amount *out)
{
    bool negative = read_sign(cell, at);
    enum outcome outcome = read_composite(cell, at, &out->number);
    if (outcome != READ) return outcome;
    if (negative) out->number.units = -out->number.units;
    size_t unit = skip_blanks(cell, *at), percent = match(cell, unit, "%");
    if (!percent) percent = match(cell, unit, "パーセント");
    if (percent) {
        out->percent = true;
        *at = unit + percent;
        return READ;
    }
    size_t end = is_tail(cell, unit) ? unit : unit_end(cell, unit);
    if (end > unit) {
        out->unit = arena_strndup(cell->arena, cell->at[unit], (size_t)(cell->at[end] - cell->at[unit]));
        *at = end;
    }
    return READ;
}

/* --- the kinds --- */

static bool consists_of(const struct cell *cell, const char *characters)
{
    for (size_t i = 0; i < cell->count; i++)
        if (!is_one_of(cell->c[i], characters)) return false;
    return cell->count > 0;
}

/* Does the cell promise a number at `at`? Look-alikes, stray signs and points do, so that they are told and not taken as words. */
static bool begins_number(const struct cell *cell, size_t at)
{
    uint32_t first = cell->c[at], second = first ? cell->c[skip_blanks(cell, at + 1)] : 0;
    if (is_digit(first)) return true;
    if (!first || !second) return false;
    if (is_one_of(first, "-−‐‑△▲+±–—―ー¥￥.,") && (is_digit(second) || second == '.')) return true;
    return is_lookalike(first) && (is_digit(second) || ((second == '.' || second == ',') && is_digit(cell->c[at + 2])));
}

static size_t skip_about(const struct cell *cell, size_t at, struct value *out)
{
    size_t length = match_any(cell, at, VALUE_ABOUT);
    if (length) out->approximate = true;
    return skip_blanks(cell, at + length);
}

/* The second number of 4～7社 or 70%以上80%未満; both ends in one unit, the lower first. */
static enum outcome read_upper(const struct cell *cell, size_t *at, struct amount *low, struct decimal *high)
{
    struct amount upper = {0};
    enum outcome outcome = read_amount(cell, at, &upper);
    if (outcome != READ) return outcome;
    bool bare = !low->unit && !low->percent;
    bool same = low->percent == upper.percent && (!low->unit || (upper.unit && !strcmp(low->unit, upper.unit)));
    if (!bare && !same) return MALFORMED;
    if (decimal_compare(low->number, upper.number) > 0) return MALFORMED;
    low->unit = upper.unit;
    low->percent = upper.percent;
    *high = upper.number;
    return READ;
}

static enum outcome read_numeric(const struct cell *cell, size_t at, struct value *out)
{
    struct amount amount = {0};
    enum outcome outcome = read_amount(cell, &at, &amount);
    if (outcome != READ) return outcome;
    struct decimal high = amount.number;
    at = skip_blanks(cell, at);
    size_t range = match_any(cell, at, RANGE), next = skip_blanks(cell, at + range);
    if (range && is_digit(cell->c[next])) {
        out->bound = BOUND_WITHIN;
        at = next;
        outcome = read_upper(cell, &at, &amount, &high);
        if (outcome != READ) return outcome;
        at = skip_blanks(cell, at);
    }
    if (!is_end(cell, skip_shade(cell, at, out))) return MALFORMED;
    out->kind = amount.percent ? VALUE_PERCENT : amount.unit ? VALUE_QUANTITY : VALUE_NUMBER;
    out->number = amount.number;
    out->high = high;
    out->unit = amount.unit;
    return READ;
}

/* Words of change and their direction, the longer first. */
static int change_at(const struct cell *cell, size_t at, size_t *length)
{
    static const char *const MORE[] = {"増加", "増", "向上", "上昇", "拡大", "アップ", NULL};
    static const char *const LESS[] = {"減少", "削減", "縮減", "低減", "低下", "減", "ダウン", NULL};
    if ((*length = match_any(cell, at, MORE))) return 1;
    return (*length = match_any(cell, at, LESS)) ? -1 : 0;
}

/* [words] percents [以上] [の] change: the wanted change in percent. False: the cell is something else. */
static bool read_growth(const struct cell *cell, struct value *out)
{
    size_t at = 0, length = 0;
    while (at < cell->count && !is_digit(cell->c[at]))
        at++;
    struct amount amount = {0};
    struct value growth = {.kind = VALUE_GROWTH, .text = out->text};
    for (size_t i = 0; i < at; i++)
        if (match_any(cell, i, VALUE_ABOUT)) growth.approximate = true;
    if (at == cell->count || read_amount(cell, &at, &amount) != READ || !amount.percent) return false;
    at = skip_shade(cell, skip_blanks(cell, at), &growth);
    at += match(cell, at, "の");
    int direction = change_at(cell, at, &length);
    if (!direction || !is_end(cell, skip_shade(cell, at + length, &growth))) return false;
    growth.number = amount.number;
    growth.number.units *= direction;
    growth.high = growth.number;
    /* At least so much of a change is what any wish for it means; at most so much nobody wishes. */
    if (growth.bound != BOUND_NONE && growth.bound != BOUND_AT_LEAST) growth.approximate = true;
    *out = growth;
    return true;
}

/* 前年比103% and 前年比3% are both in use, and mean the same: nobody can tell without 増 or 減. */
static bool is_ambiguous_ratio(const struct cell *cell)
{
    size_t at = 0;
    while (at < cell->count && !is_digit(cell->c[at]))
        at++;
    size_t before = at;
    while (before > 0 && is_blank(cell->c[before - 1]))
        before--;
    struct amount amount = {0};
    if (!before || cell->c[before - 1] != 0x6BD4 /* 比 */ || read_amount(cell, &at, &amount) != READ || !amount.percent)
        return false;
    struct value ignored = {0};
    return is_end(cell, at) || is_end(cell, skip_shade(cell, at, &ignored));
}

static enum value_fault classify(const struct cell *cell, struct value *out)
{
    if (consists_of(cell, "—―–-ー−‐")) {
        out->kind = VALUE_NONE;
        return VALUE_FINE;
    }
    if (consists_of(cell, "→⇒")) {
        out->kind = VALUE_CONTINUE;
        return VALUE_FINE;
    }
    if (read_growth(cell, out)) return VALUE_FINE;
    size_t start = skip_about(cell, 0, out);
    if (begins_number(cell, start)) {
        enum outcome outcome = read_numeric(cell, start, out);
        if (outcome == READ) return VALUE_FINE;
        if (!reads_as_sentence(cell, start)) return outcome == TOO_LARGE ? VALUE_TOO_LARGE : VALUE_MALFORMED;
    } else if (is_ambiguous_ratio(cell)) {
        return VALUE_MALFORMED;
    }
    *out = (struct value){.kind = VALUE_MILESTONE, .text = out->text};
    return VALUE_FINE;
}

enum value_fault value_plain(struct arena *arena, const char *text, struct value *out)
{
    text += strspn(text, ASCII_BLANKS);
    size_t length = strlen(text);
    while (length && strchr(ASCII_BLANKS, text[length - 1]))
        length--;
    *out = (struct value){.text = arena_strndup(arena, text, length)};
    uint32_t *c = arena_array(arena, length + 2, sizeof *c);
    const char **at = arena_array(arena, length + 2, sizeof *at);
    size_t count = 0;
    for (const char *p = out->text; *p; count++) {
        at[count] = p;
        c[count] = utf8_halfwidth(utf8_next(&p));
    }
    at[count] = out->text + length;
    size_t first = 0;
    while (is_blank(c[first]))
        first++;
    while (count > first && is_blank(c[count - 1]))
        c[--count] = 0;
    if (first == count) return VALUE_EMPTY;
    struct cell cell = {.arena = arena, .c = c + first, .at = at + first, .count = count - first};
    return classify(&cell, out);
}

bool value_is_about(const struct value *value)
{
    return value->approximate || value->bound != BOUND_NONE;
}

bool value_is_numeric(const struct value *value)
{
    return value->kind == VALUE_PERCENT || value->kind == VALUE_QUANTITY || value->kind == VALUE_NUMBER;
}
