/* entry: the list itself, and what a plan says. */
#include "diff/entry.h"
#include <stdlib.h>
#include <string.h>
#include "base/buf.h"
#include "plan/charges.h"
#include "progress/number.h"

static const char COMMA[] = "、";

/* ---- the list ---- */

void entry_add(struct entries *entries, struct entry entry)
{
    if (!entry.text || !*entry.text) return;
    GROW(entries->entry, entries->count, entries->capacity);
    entries->entry[entries->count++] = entry;
}

void entry_free(struct entries *entries)
{
    free(entries->entry);
    *entries = (struct entries){0};
}

static const char *kept(struct arena *arena, struct buf *buf)
{
    const char *text = arena_strndup(arena, buf->data ? buf->data : "", buf->size);
    buf_free(buf);
    return text;
}

static void put_block(struct buf *buf, const struct block *block)
{
    for (unsigned i = 0; i < block->count; i++) {
        if (buf->size) buf_char(buf, '\n');
        if (block->list) buf_str(buf, "・");
        buf_str(buf, block->text[i]);
    }
}

const char *entry_lines(struct arena *arena, const struct field *field)
{
    struct buf buf = {0};
    for (unsigned i = 0; i < field->count; i++)
        put_block(&buf, &field->blocks[i]);
    return kept(arena, &buf);
}

const char *entry_amount(struct arena *arena, int64_t amount, const char *unit)
{
    return arena_printf(arena, "%s%s", number_text(arena, (struct decimal){amount, 0}), unit);
}

static void add_words(struct entries *entries, const char *field, const char *text)
{
    entry_add(entries, (struct entry){.form = ENTRY_WORDS, .field = field, .text = text});
}

static void add_text(struct entries *entries, const char *field, const char *part, const struct field *text)
{
    entry_add(
        entries,
        (struct entry){.form = ENTRY_TEXT, .field = field, .part = part, .text = entry_lines(entries->arena, text)});
}

/* ---- the plan as a whole ---- */

/* Texts of initiatives are told with their place; corrections are no content; names of departments are told where they stand. */
static bool is_of_whole(const struct plan_text *text)
{
    static const char *const OTHERS[] = {"訂正の", "部署の名前", "今後の方向性の言葉", "評価の区分の名前"};
    if (text->of_initiative) return false;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (!strncmp(text->field, OTHERS[i], strlen(OTHERS[i]))) return false;
    return true;
}

static bool are_paragraphs(const char *field)
{
    static const char *const ENDS[] = {"本文", "説明", "取組み方針"};
    size_t length = strlen(field);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        size_t end = strlen(ENDS[i]);
        if (length >= end && !strcmp(field + length - end, ENDS[i])) return true;
    }
    return false;
}

/* Neighbours of one name are paragraphs of one text. */
static void add_texts(struct entries *entries, const struct plan *plan)
{
    for (unsigned i = 0; i < plan->texts;) {
        const struct plan_text *first = &plan->text[i];
        struct buf buf = {0};
        for (; i < plan->texts && !strcmp(plan->text[i].field, first->field); i++) {
            if (buf.size) buf_char(&buf, '\n');
            if (is_of_whole(first)) buf_str(&buf, plan->text[i].text);
        }
        entry_add(entries, (struct entry){.form = are_paragraphs(first->field) ? ENTRY_TEXT : ENTRY_WORDS,
                                          .field = first->field,
                                          .text = is_of_whole(first) ? kept(entries->arena, &buf) : ""});
        buf_free(&buf);
    }
}

/* 達成100%、おおむね達成80%、未達成; "" where the default holds. */
static const char *scheme(struct arena *arena, const struct judgement *judgement)
{
    struct buf buf = {0};
    for (unsigned i = 0; i < judgement->count; i++) {
        const struct grade *grade = &judgement->grades[i];
        if (i) buf_str(&buf, COMMA);
        buf_str(&buf, grade->name);
        if (grade->has_limit) buf_printf(&buf, "%s%%%s", number_text(arena, grade->limit), grade->above ? "超" : "");
        if (grade->state) buf_printf(&buf, "（%s）", grade->state);
    }
    return kept(arena, &buf);
}

void entry_whole(struct entries *entries, const struct plan *plan)
{
    struct arena *arena = entries->arena;
    add_texts(entries, plan);
    add_words(entries, "計画の日付", date_text(arena, plan->date));
    add_words(entries, "計画の期間",
              arena_printf(arena, "%s～%s", year_label(entries->year_kind, arena, plan->first),
                           year_label(entries->year_kind, arena, plan->last)));
    add_words(entries, "判定の基準", scheme(arena, &plan->judgement));
}

/* ---- an indicator ---- */

static void add_cell(struct entries *entries, const char *field, unsigned number, int year, const struct value *value)
{
    entry_add(entries, (struct entry){.form = ENTRY_VALUE,
                                      .field = field,
                                      .indicator = number,
                                      .year = year,
                                      .text = value->text,
                                      .value = value});
}

/* How its numbers are judged, in words. */
static const char *rule(struct arena *arena, const struct indicator *indicator)
{
    static const char *const DIRECTION[] = {
        [DIRECTION_UP] = "増やす", [DIRECTION_DOWN] = "減らす", [DIRECTION_KEEP] = "保つ"};
    static const char *const ACCUMULATION[] = {
        [ACCUMULATION_YEARLY] = "年度ごと",
        [ACCUMULATION_SUM] = "年度ごとの値の合計",
        [ACCUMULATION_CUMULATIVE] = "累計",
        [ACCUMULATION_STOCK] = "時点の値",
    };
    static const char *const BASIS[] = {
        [BASIS_BY_RULE] = "",
        [BASIS_TARGET] = "、目標値との比",
        [BASIS_BASELINE] = "、基準値からの伸び",
        [BASIS_COMPARE] = "、目標値に届いたかどうか",
    };
    static const char *const GROWTH[] = {[GROWTH_PREVIOUS] = "", [GROWTH_BASELINE] = "、基準値と比べる"};
    const char *own = scheme(arena, &indicator->judgement);
    const char *within =
        indicator->tolerance.units ? arena_printf(arena, "、許容の幅%s", number_text(arena, indicator->tolerance)) : "";
    return arena_printf(arena, "%s、%s%s%s%s%s%s", DIRECTION[indicator->direction],
                        ACCUMULATION[indicator->accumulation], BASIS[indicator->basis], GROWTH[indicator->growth],
                        within, *own ? COMMA : "", own);
}

static void add_baseline(struct entries *entries, unsigned number, const struct baseline *baseline)
{
    if (!baseline->given || baseline->of_cell) return;
    add_cell(entries, "baseline", number, 0, &baseline->value);
    entry_add(entries,
              (struct entry){.form = ENTRY_WORDS,
                             .field = "baseline-of",
                             .indicator = number,
                             .text = arena_printf(entries->arena, "%s%s%s%s",
                                                  year_label(entries->year_kind, entries->arena, baseline->year),
                                                  baseline->as_of ? COMMA : "", baseline->as_of ? baseline->as_of : "",
                                                  baseline->approximate ? "、約" : "")});
}

static void add_indicator(struct entries *entries, unsigned number, const struct indicator *indicator)
{
    const char *judged = rule(entries->arena, indicator);
    const struct {
        const char *field, *text;
    } WORDS[] = {
        {"definition", indicator->definition},
        {"source",     indicator->source    },
        {"unit",       indicator->unit      },
        {"rule",       judged               },
    };
    if (!number) return;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        entry_add(
            entries,
            (struct entry){.form = ENTRY_WORDS, .field = WORDS[i].field, .indicator = number, .text = WORDS[i].text});
    add_baseline(entries, number, &indicator->baseline);
    for (unsigned i = 0; i < indicator->targets; i++)
        add_cell(entries, "target", number, indicator->target[i].year, &indicator->target[i].value);
}

/* ---- an initiative ---- */

static void add_goal_values(struct entries *entries, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->goal_values; i++) {
        const struct goal_value *goal = &initiative->goal_value[i];
        entry_add(entries, (struct entry){.form = ENTRY_VALUE,
                                          .field = "goal-value",
                                          .part = goal->indicator,
                                          .text = goal->value.text,
                                          .value = &goal->value});
    }
}

static void add_fields(struct entries *entries, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->fields.count; i++) {
        const struct form_field *field = &initiative->fields.field[i];
        bool own = field->id == FIELD_OWN;
        add_text(entries, own ? "extra" : field->element, own ? field->name : NULL, &field->text);
        if (field->id == FIELD_GOAL) add_goal_values(entries, initiative);
    }
}

static const char *listed(struct arena *arena, const struct word_list *words)
{
    const char *text = "";
    for (unsigned i = 0; i < words->count; i++)
        text = arena_printf(arena, "%s%s%s", text, *text ? COMMA : "", words->word[i]);
    return text;
}

/* What became of it, where the plan says so. */
static void add_life(struct entries *entries, const struct initiative *initiative)
{
    const int year[] = {initiative->began, initiative->ended};
    static const char *const FIELD[] = {"began", "ended"};
    for (size_t i = 0; i < sizeof year / sizeof *year; i++)
        if (year[i]) add_words(entries, FIELD[i], year_label(entries->year_kind, entries->arena, year[i]));
    if (initiative->ended_why) add_words(entries, "ended-why", initiative->ended_why);
    if (initiative->into.count) add_words(entries, "into", listed(entries->arena, &initiative->into));
    if (initiative->succeeds.count) add_words(entries, "succeeds", listed(entries->arena, &initiative->succeeds));
}

void entry_initiative(struct entries *entries, const struct initiative *initiative, const unsigned *number)
{
    struct arena *arena = entries->arena;
    add_words(entries, "name", initiative->name);
    add_words(entries, "outline-name", initiative->outline_name);
    add_words(entries, "item", initiative->item_name);
    add_words(entries, "department", charges_text(arena, initiative, NULL));
    add_words(entries, "period",
              arena_printf(arena, "%s～%s", year_label(entries->year_kind, arena, initiative->from),
                           year_label(entries->year_kind, arena, initiative->to)));
    add_life(entries, initiative);
    add_fields(entries, initiative);
    for (unsigned i = 0; i < initiative->indicators; i++)
        add_indicator(entries, number[i], &initiative->indicator[i]);
}
