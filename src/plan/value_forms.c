/* value_forms: cells that are not plain numbers: ranks, durations, changes, pairs, counts a year, running totals, wishes, marks. Each form
   is told by the words around a number and leaves the number itself to value.c; what is no form of these is a plain cell. */
#include <string.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "plan/decimal.h"
#include "plan/value_plain.h"

/* A cell: the author's text, and the same half-width without the blanks around it. */
struct form {
    struct arena *arena;
    const char *text;
};

/* --- texts --- */

static const char *after(const char *text, const char *word)
{
    size_t length = strlen(word);
    return strncmp(text, word, length) ? NULL : text + length;
}

/* Past the first of the words that `text` begins with; NULL: none. The longer stand first. */
static const char *after_any(const char *text, const char *const *words)
{
    const char *rest = NULL;
    for (; *words && !rest; words++)
        rest = after(text, *words);
    return rest;
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t\r\n");
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* `text` without `word` at its end; NULL: it ends otherwise, or is nothing else. */
static const char *before(struct arena *arena, const char *text, const char *word)
{
    size_t length = strlen(text), tail = strlen(word);
    if (length <= tail || strcmp(text + length - tail, word) != 0) return NULL;
    return arena_strndup(arena, text, length - tail);
}

static const char *before_any(struct arena *arena, const char *text, const char *const *words)
{
    const char *rest = NULL;
    for (; *words && !rest; words++)
        rest = before(arena, text, *words);
    return rest;
}

/* Half-width, trimmed, without a remark in brackets at its end. */
static const char *plain_text(struct arena *arena, const char *text)
{
    struct buf buf = {0};
    char bytes[4];
    while (*text) {
        uint32_t c = utf8_halfwidth(utf8_next(&text));
        buf_put(&buf, bytes, utf8_put(bytes, c));
    }
    const char *whole = skip_blanks(buf.size ? buf_text(&buf) : "");
    size_t length = strlen(whole);
    while (length && strchr(" \t\r\n", whole[length - 1]))
        length--;
    const char *copy = arena_strndup(arena, whole, length);
    buf_free(&buf);
    return copy;
}

static bool is_number(struct arena *arena, const char *text, struct value *out)
{
    return value_plain(arena, text, out) == VALUE_FINE && value_is_numeric(out);
}

/* --- what stands in front of a number --- */

/* 累計50件, 延べ300人 */
static bool read_running(const struct form *form, struct value *out)
{
    static const char *const WORDS[] = {"累計で", "累計", "延べ", "のべ", "通算", NULL};
    const char *rest = after_any(form->text, WORDS);
    if (!rest) return false;
    rest = skip_blanks(rest + strspn(rest, ":"));
    if (!is_number(form->arena, rest, out)) return false;
    out->running = true;
    return true;
}

/* 毎年度1億円, 年1回以上: of a year, which is what a cell counts anyway. 月2回 is a unit of its own. */
static bool read_each(const struct form *form, struct value *out)
{
    static const struct {
        const char *word, *per;
    } EACH[] = {
        {"毎年度", ""   },
        {"各年度", ""   },
        {"毎年",    ""   },
        {"各年",    ""   },
        {"年間",    ""   },
        {"年",       ""   },
        {"毎月",    "月"},
        {"月",       "月"},
        {"毎週",    "週"},
        {"週",       "週"},
        {"毎日",    "日"},
        {"日",       "日"},
    };
    for (size_t i = 0; i < sizeof EACH / sizeof *EACH; i++) {
        const char *rest = after(form->text, EACH[i].word);
        if (!rest || !is_number(form->arena, skip_blanks(rest), out)) continue;
        if (*EACH[i].per && !out->unit) return false;
        if (*EACH[i].per) out->unit = arena_printf(form->arena, "%s/%s", out->unit, EACH[i].per);
        return true;
    }
    return false;
}

/* 1回以上/年, 2回以上/月: behind the word that bounds it. 3件/年 is a plain cell. */
static bool read_per(const struct form *form, struct value *out)
{
    static const char *const PERS[] = {"年度", "年", "月", "週", "日", NULL};
    for (const char *const *per = PERS; *per; per++) {
        const char *rest = before(form->arena, form->text, arena_printf(form->arena, "/%s", *per));
        if (!rest || !is_number(form->arena, rest, out)) continue;
        if (out->bound == BOUND_NONE && !out->approximate) return false;
        bool year = strstr(*per, "年") != NULL;
        if (!year && out->unit) out->unit = arena_printf(form->arena, "%s/%s", out->unit, *per);
        return true;
    }
    return false;
}

/* --- ranks --- */

/* No digit, no punctuation, short: 全国, 県内, 類似団体中. */
static bool is_field(const char *from, const char *to)
{
    enum { LONGEST = 10 };
    int count = 0;
    for (; from < to; count++) {
        uint32_t c = utf8_next(&from);
        if (!utf8_is_japanese(c) || c == 0x3001 || c == 0x3002) return false;
    }
    return count <= LONGEST;
}

/* 第3位, 全国10位以内. Of a rank 以上 means no worse, which is no greater. */
static bool read_rank(const struct form *form, struct value *out)
{
    static const char *const WITHIN[] = {"以内", "以上", "以下", "内", NULL};
    const char *digits = form->text + strcspn(form->text, "0123456789"), *unit = strstr(digits, "位");
    const char *within = unit ? after(unit, "位") : NULL, *end = within ? after_any(within, WITHIN) : NULL;
    if (!within || *(end ? end : within) || !is_field(form->text, digits)) return false;
    const char *number = arena_strndup(form->arena, digits, (size_t)(within - digits));
    if (!is_number(form->arena, number, out)) return false;
    if (end) out->bound = BOUND_AT_MOST;
    return true;
}

/* --- durations and ratios --- */

/* 10分12秒, 1時間30分: at least two parts, each but the first below what makes the next. */
static bool read_clock(const struct form *form, struct value *out)
{
    enum { SIXTY = 60, DIGITS_MOST = 6 };
    static const char *const PARTS[] = {"時間", "分", "秒"};
    static const long SECONDS[] = {3600, 60, 1};
    const char *at = form->text;
    long total = 0;
    int parts = 0;
    for (int i = 0; i < 3; i++) {
        size_t digits = strspn(at, "0123456789");
        const char *rest = digits && digits <= DIGITS_MOST ? after(at + digits, PARTS[i]) : NULL;
        if (!rest) continue;
        long number = 0;
        for (size_t k = 0; k < digits; k++)
            number = number * 10 + (at[k] - '0');
        if (parts++ && number >= SIXTY) return false;
        total += number * SECONDS[i];
        at = skip_blanks(rest);
    }
    if (parts < 2) return false;
    if (!is_number(form->arena, arena_printf(form->arena, "%ld秒%s", total, at), out)) return false;
    out->clock = true;
    return true;
}

/* 1:3, 20:1: the one that is not 1. Any other pair of numbers could be a time of day. */
static bool read_ratio(const struct form *form, struct value *out)
{
    const char *colon = strchr(form->text, ':');
    if (!colon) return false;
    struct value left = {0}, right = {0};
    const char *one = arena_strndup(form->arena, form->text, (size_t)(colon - form->text));
    if (!is_number(form->arena, one, &left) || !is_number(form->arena, colon + 1, &right)) return false;
    if (left.kind != VALUE_NUMBER || right.kind != VALUE_NUMBER) return false;
    static const struct decimal ONE = {1, 0};
    if (!decimal_compare(left.number, ONE))
        *out = right;
    else if (!decimal_compare(right.number, ONE))
        *out = left;
    else
        return false;
    out->ratio = true;
    return true;
}

/* --- 割, 分, 厘 --- */

/* 3割5分 → 35%, as the digits of one number: each part is one digit, and stands at its place. */
static const char *tenths_text(struct arena *arena, const char *text)
{
    static const char *const PARTS[] = {"割", "分", "厘"};
    char digit[4] = "000";
    const char *start = text + strcspn(text, "0123456789"), *at = start;
    const char *rest = is_digit(*at) ? after(at + 1, PARTS[0]) : NULL;
    int parts = 0;
    if (!rest) {
        rest = after(at, "10割");
        if (!rest) return NULL;
        return arena_printf(arena, "%.*s100%%%s", (int)(start - text), text, rest);
    }
    for (; rest && parts < 3; parts++) {
        digit[parts] = *at;
        at = rest;
        rest = parts < 2 && is_digit(*at) ? after(at + 1, PARTS[parts + 1]) : NULL;
    }
    const char *whole = digit[0] == '0' ? arena_printf(arena, "%c", digit[1]) : arena_printf(arena, "%.2s", digit);
    const char *part = parts == 3 ? arena_printf(arena, ".%c", digit[2]) : "";
    return arena_printf(arena, "%.*s%s%s%%%s", (int)(start - text), text, whole, part, at);
}

static bool read_tenths(const struct form *form, struct value *out)
{
    const char *percents = tenths_text(form->arena, form->text);
    if (!percents || value_plain(form->arena, percents, out) != VALUE_FINE) return false;
    return out->kind == VALUE_PERCENT || out->kind == VALUE_GROWTH;
}

/* --- changes --- */

static const char *const MORE[] = {"増加", "向上", "上昇", "拡大", "アップ", "増", NULL};
static const char *const LESS[] = {"削減", "減少", "縮減", "低減", "低下", "短縮", "ダウン", "減", NULL};

/* The text in front of the word of change, and its direction; 0: there is none. 以上 may stand behind it as well as in front. */
static int change_of(struct arena *arena, const char *text, const char **rest)
{
    static const char *const SURE[] = {"以上", NULL};
    const char *shade = before_any(arena, text, SURE);
    const char *more = before_any(arena, shade ? shade : text, MORE);
    const char *less = more ? NULL : before_any(arena, shade ? shade : text, LESS);
    if (!more && !less) return 0;
    *rest = more ? more : less;
    const char *bare = before(arena, *rest, "の");
    if (bare) *rest = bare;
    if (shade) *rest = arena_printf(arena, "%s以上", *rest);
    return more ? 1 : -1;
}

/* 15人削減, 職員数15人減, 前年度比3件増. Percents are growth, and read as such. */
static bool read_change(const struct form *form, struct value *out)
{
    const char *rest = NULL;
    int direction = change_of(form->arena, form->text, &rest);
    if (!direction) return false;
    const char *digits = rest + strcspn(rest, "0123456789");
    bool about = false;
    for (const char *p = rest; p < digits;) {
        about |= after_any(p, VALUE_ABOUT) != NULL;
        uint32_t c = utf8_next(&p);
        if (c == 0x3001 || c == 0x3002 || c == 0x2192) return false;
    }
    if (digits > rest && (digits[-1] == '-' || digits[-1] == '.')) return false;
    if (!is_number(form->arena, digits, out) || out->kind != VALUE_QUANTITY) return false;
    if (out->bound != BOUND_NONE && out->bound != BOUND_AT_LEAST) return false;
    out->number.units *= direction;
    out->high = out->number;
    out->change = true;
    out->approximate |= about;
    return true;
}

/* --- pairs --- */

/* 4,305人→4,245人; 4,305→4,245人: the unit is that of the second. */
static bool read_pair(const struct form *form, struct value *out)
{
    static const char *const ARROWS[] = {"→", "⇒", "➡", NULL};
    const char *arrow = NULL, *rest = NULL;
    for (const char *p = form->text; *p && !arrow; utf8_next(&p))
        if ((rest = after_any(p, ARROWS))) arrow = p;
    if (!arrow || arrow == form->text) return false;
    const char *left = plain_text(form->arena, arena_strndup(form->arena, form->text, (size_t)(arrow - form->text)));
    struct value *from = arena_alloc(form->arena, sizeof *from);
    *from = (struct value){0};
    if (value_parse(form->arena, left, from) != VALUE_FINE || !value_is_numeric(from)) return false;
    if (value_parse(form->arena, skip_blanks(rest), out) != VALUE_FINE || !value_is_numeric(out)) return false;
    if (from->kind == VALUE_NUMBER && out->kind != VALUE_NUMBER) {
        from->kind = out->kind;
        from->unit = out->unit;
    }
    struct decimal ignored = {0, 0};
    if (from->kind != out->kind) return false;
    if (from->unit && !value_convert(ignored, from->unit, out->unit, &ignored)) return false;
    out->from = from;
    return true;
}

/* --- words that are wishes or marks --- */

static const char *skip_base(const char *text, enum wish_base *base)
{
    static const char *const PREVIOUS[] = {"前年度実績値", "前年度実績", "前年度の実績", "前年度値", "前年度",
                                           "前年実績",     "対前年度",   "対前年",       "前年",     NULL};
    static const char *const BASELINE[] = {"現状値", "現状", "基準値", "基準年度", "基準年", "計画策定時", NULL};
    const char *rest = after_any(text, PREVIOUS);
    *base = rest ? WISH_OF_PREVIOUS : WISH_OF_EITHER;
    if (rest) return rest;
    rest = after_any(text, BASELINE);
    if (rest) *base = WISH_OF_BASELINE;
    return rest ? rest : text;
}

static enum wish wish_of(const char *text, enum wish_base *base)
{
    static const char *const JOINTS[] = {"に比べて", "に比べ",   "と比べて", "と比べ", "より", "から",
                                         "水準を",   "の水準を", "比",       "を",     "の",   NULL};
    static const struct {
        const char *word;
        enum wish wish;
    } WISHES[] = {
        {"増加",          WISH_MORE    },
        {"増加させる", WISH_MORE    },
        {"増やす",       WISH_MORE    },
        {"増",             WISH_MORE    },
        {"向上",          WISH_MORE    },
        {"上昇",          WISH_MORE    },
        {"上回る",       WISH_MORE    },
        {"超える",       WISH_MORE    },
        {"減少",          WISH_LESS    },
        {"減少させる", WISH_LESS    },
        {"減らす",       WISH_LESS    },
        {"減",             WISH_LESS    },
        {"低下",          WISH_LESS    },
        {"低減",          WISH_LESS    },
        {"縮減",          WISH_LESS    },
        {"下回る",       WISH_LESS    },
        {"以上",          WISH_AT_LEAST},
        {"下回らない", WISH_AT_LEAST},
        {"以下",          WISH_AT_MOST },
        {"以内",          WISH_AT_MOST },
        {"上回らない", WISH_AT_MOST },
        {"超えない",    WISH_AT_MOST },
        {"維持",          WISH_KEEP    },
        {"維持する",    WISH_KEEP    },
        {"同水準",       WISH_KEEP    },
    };
    const char *rest = skip_base(text, base), *joint = after_any(rest, JOINTS);
    if (joint) rest = joint;
    for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++)
        if (!strcmp(rest, WISHES[i].word)) return WISHES[i].wish;
    return WISH_NONE;
}

static struct mark mark_of(const char *text)
{
    static const struct {
        const char *word;
        struct mark mark;
    } MARKS[] = {
        {"有",       {MARK_THERE, 0}      },
        {"あり",    {MARK_THERE, 0}      },
        {"無",       {MARK_THERE, 1}      },
        {"なし",    {MARK_THERE, 1}      },
        {"◎",       {MARK_ROUND, 0}      },
        {"○",       {MARK_ROUND, 1}      },
        {"◯",       {MARK_ROUND, 1}      },
        {"〇",       {MARK_ROUND, 1}      },
        {"△",       {MARK_ROUND, 2}      },
        {"×",        {MARK_ROUND, 3}      },
        {"✕",       {MARK_ROUND, 3}      },
        {"済",       {MARK_DONE, 0}       },
        {"済み",    {MARK_DONE, 0}       },
        {"未",       {MARK_DONE, 1}       },
        {"実施",    {MARK_CARRIED_OUT, 0}},
        {"未実施", {MARK_CARRIED_OUT, 1}},
        {"完了",    {MARK_FINISHED, 0}   },
        {"未完了", {MARK_FINISHED, 1}   },
    };
    enum { LETTER_LAST = 'E' };
    if (text[0] && !text[1] && text[0] >= 'A' && text[0] <= LETTER_LAST) return (struct mark){MARK_LETTER, text[0]};
    if (!strcmp(text, "S")) return (struct mark){MARK_LETTER, 0};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (!strcmp(text, MARKS[i].word)) return MARKS[i].mark;
    return (struct mark){0};
}

/* --- a cell --- */

/* What words, and numbers without a unit, say beyond what the plain cell says. */
static void note_words(const struct form *form, struct value *out)
{
    static const char *const POWERS[] = {"億", "万", "千", "兆", NULL};
    if (out->kind == VALUE_MILESTONE) {
        out->wish = wish_of(form->text, &out->wish_base);
        out->mark = mark_of(form->text);
    }
    for (const char *const *power = POWERS; out->kind == VALUE_NUMBER && *power; power++)
        out->bare |= strstr(form->text, *power) != NULL;
    if (!strcmp(form->text, "未定")) out->kind = VALUE_NONE;
}

enum value_fault value_parse(struct arena *arena, const char *text, struct value *out)
{
    static bool (*const FORMS[])(const struct form *, struct value *) = {
        read_pair, read_ratio, read_clock, read_rank, read_running, read_each, read_tenths, read_per, read_change,
    };
    enum value_fault fault = value_plain(arena, text, out);
    if (fault == VALUE_EMPTY || out->kind == VALUE_GROWTH) return fault;
    const char *author = out->text;
    struct form form = {arena, plain_text(arena, text)};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        struct value value = {0};
        if (!FORMS[i](&form, &value)) continue;
        *out = value;
        out->text = author;
        return VALUE_FINE;
    }
    if (fault == VALUE_FINE) note_words(&form, out);
    return fault;
}

void value_complete(struct arena *arena, struct value *value, const char *unit)
{
    static const char *const POWERS[] = {"百万", "十万", "千万", "億", "万", "千", "百", NULL};
    if (!value->bare || value->kind != VALUE_NUMBER || !unit || !*unit || !strcmp(unit, "%")) return;
    const char *base = after_any(unit, POWERS);
    value->kind = VALUE_QUANTITY;
    value->unit = arena_strdup(arena, base && *base ? base : unit);
    value->bare = false;
}
