/* read_initiative: initiatives and indicators, with the names by which users know their texts. */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "plan/codes.h"
#include "plan/decimal.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

/* --- cells --- */

/* 前年比103% is malformed for a reason of its own (value.h). */
static void tell_fault(struct reader *reader, const xmlNode *node, const char *field, const char *text,
                       enum value_fault fault)
{
    if (fault == VALUE_MALFORMED && strstr(text, "比"))
        DIAG(reader->diag, CELL_RATIO, reader->file, xmlGetLineNo(node), field, text);
    else if (fault == VALUE_MALFORMED)
        DIAG(reader->diag, CELL_MALFORMED, reader->file, xmlGetLineNo(node), field, text);
    if (fault == VALUE_TOO_LARGE) DIAG(reader->diag, CELL_TOO_LARGE, reader->file, xmlGetLineNo(node), field, text);
}

/* Several steps in a cell: words that staff declare one by one. */
static struct value read_steps(struct reader *reader, const xmlNode *node, const char *field, unsigned count)
{
    const char **step = arena_array(reader->arena, count, sizeof *step);
    struct value value = {.kind = VALUE_MILESTONE, .text = "", .steps = count, .step = step};
    for (const xmlNode *child = nodes_first(node, "step"); child; child = nodes_next(child)) {
        *step = text_of(reader, child, field);
        value.text = *value.text ? arena_printf(reader->arena, "%s\n%s", value.text, *step) : *step;
        step++;
    }
    return value;
}

/* What could not be read has been told, and counts as no value, so that the checks of the row say nothing more about it. */
static struct value read_value(struct reader *reader, const xmlNode *node, const char *field)
{
    unsigned steps = nodes_count(node, "step");
    if (steps) return read_steps(reader, node, field, steps);
    struct value value = {0};
    const char *text = text_of(reader, node, field);
    enum value_fault fault = value_parse(reader->arena, text, &value);
    bool words = fault == VALUE_FINE && value.kind == VALUE_MILESTONE;
    if (!words && text_said(reader, text) != text)
        DIAG(reader->diag, RUBY_ON_VALUE, reader->file, xmlGetLineNo(node), field, text);
    text_copied(reader, text, value.text);
    if (fault == VALUE_FINE) return value;
    tell_fault(reader, node, field, text, fault);
    return (struct value){.kind = VALUE_NONE, .text = text};
}

/* --- indicators --- */

static void read_baseline(struct reader *reader, const xmlNode *node, const char *owner, struct baseline *out)
{
    static const char *const APPROXIMATE[] = {"no", "yes", NULL};
    if (!node) return;
    out->given = true;
    out->line = xmlGetLineNo(node);
    out->year = read_year(node, "year");
    out->as_of = text_data(reader, node, "as-of");
    out->value = read_value(reader, node, arena_printf(reader->arena, "%s基準値", owner));
    out->approximate = read_choice(node, "approx", APPROXIMATE) == 1 || value_is_about(&out->value);
}

/* 1-1-1の令和8年度の目標値 */
static const char *cell_name(struct reader *reader, const char *owner, int year, const char *what)
{
    if (!year) return arena_printf(reader->arena, "%s%s", owner, what);
    return arena_printf(reader->arena, "%s%sの%s", owner, year_label(reader->year_kind, reader->arena, year), what);
}

/* In the order of years, as written within a year. */
static int by_year(const void *left, const void *right)
{
    const struct target *a = left, *b = right;
    if (a->year != b->year) return a->year < b->year ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

/* Nothing but a target for the whole period: the running total has to reach it in the last year. */
static void stand_for_years(struct target *target, int last, struct indicator *out)
{
    if (out->targets || !out->has_whole) return;
    *target = out->whole;
    target->year = last;
    out->targets = 1;
    if (out->accumulation == ACCUMULATION_YEARLY) out->accumulation = ACCUMULATION_SUM;
}

static void read_whole(struct reader *reader, const xmlNode *node, const char *owner, struct indicator *out)
{
    long line = xmlGetLineNo(node);
    struct value value = read_value(reader, node, arena_printf(reader->arena, "%s期間全体の目標値", owner));
    if (out->has_whole)
        DIAG(reader->diag, WHOLE_TWICE, reader->file, line, owner, arena_printf(reader->arena, "%ld", out->whole.line));
    out->has_whole = true;
    out->whole = (struct target){.line = line, .value = value, .whole = true};
}

/* `last` is the initiative's last year. */
static void read_targets(struct reader *reader, const xmlNode *parent, const char *owner, int last,
                         struct indicator *out)
{
    struct target *target = arena_array(reader->arena, nodes_count(parent, "target") + 1, sizeof *target);
    for (const xmlNode *node = nodes_first(parent, "target"); node; node = nodes_next(node)) {
        if (read_choice(node, "year", (const char *const[]){"", "period", NULL})) {
            read_whole(reader, node, owner, out);
            continue;
        }
        int year = read_year(node, "year");
        struct value value = read_value(reader, node, cell_name(reader, owner, year, "目標値"));
        target[out->targets++] = (struct target){.year = year, .line = xmlGetLineNo(node), .value = value};
    }
    if (out->targets) qsort(target, out->targets, sizeof *target, by_year);
    read_settle_cells(reader, out, target);
    stand_for_years(target, last, out);
    out->target = target;
}

static void read_revisions(struct reader *reader, const xmlNode *parent, const char *owner, struct indicator *out)
{
    struct revision *revision = arena_array(reader->arena, nodes_count(parent, "revised"), sizeof *revision);
    for (const xmlNode *node = nodes_first(parent, "revised"); node; node = nodes_next(node)) {
        int year = read_year(node, "year");
        const char *field = cell_name(reader, owner, year, "改める前の目標値");
        revision[out->revisions++] = (struct revision){
            .year = year,
            .date = read_date(node, "date"),
            .decided_by =
                text_attribute(reader, node, "decided-by", arena_printf(reader->arena, "%sを改めた会議", field)),
            .reason = text_attribute(reader, node, "reason", arena_printf(reader->arena, "%sを改めた理由", field)),
            .value = read_value(reader, node, field),
            .line = xmlGetLineNo(node),
        };
        read_settle_before(reader, out, &revision[out->revisions - 1].value);
    }
    out->revision = revision;
}

bool read_interim(const xmlNode *node, enum interim *out)
{
    if (!xmlHasProp(node, (const xmlChar *)"interim")) return false;
    *out = (enum interim)read_choice(node, "interim", WORDS_INTERIMS);
    return true;
}

static void read_settings(struct reader *reader, const xmlNode *node, struct indicator *out)
{
    static const char *const BASES[] = {[BASIS_BY_RULE] = "",
#define BASIS(id, word) [BASIS_##id] = (word),
#include "plan/words.def"
                                        NULL};
    const char *tolerance = text_data(reader, node, "tolerance");
    out->direction = (enum direction)read_choice(node, "direction", WORDS_TRENDS);
    out->accumulation = (enum accumulation)read_choice(node, "accumulation", WORDS_ACCUMULATIONS);
    out->basis = (enum basis)read_choice(node, "basis", BASES);
    out->growth = (enum growth)read_choice(node, "growth", WORDS_GROWTHS);
    out->has_interim = read_interim(node, &out->interim);
    if (tolerance) decimal_parse(tolerance, &out->tolerance);
}

/* `owner` is how its texts begin: 1-1-1の, or 1-1-1の指標2の where there are several; `last` the initiative's last year. */
static struct indicator read_indicator(struct reader *reader, const xmlNode *node, const char *owner, unsigned ordinal,
                                       int last, enum interim interim)
{
    const char *id = text_data(reader, node, "id");
    struct indicator indicator = {
        .id = id ? id : arena_printf(reader->arena, "%u", ordinal),
        .line = xmlGetLineNo(node),
        .unit = text_attribute(reader, node, "unit", arena_printf(reader->arena, "%s単位", owner)),
        .interim = interim,
    };
    const xmlNode *source = nodes_first(node, "source");
    read_settings(reader, node, &indicator);
    if (source) indicator.source = text_of(reader, source, arena_printf(reader->arena, "%s数値の定義の出典", owner));
    indicator.definition =
        text_of(reader, nodes_first(node, "definition"), arena_printf(reader->arena, "%s数値の定義", owner));
    indicator.judgement = read_judgement(reader, node, owner);
    read_baseline(reader, nodes_first(node, "baseline"), owner, &indicator.baseline);
    read_targets(reader, node, owner, last, &indicator);
    if (indicator.running && !xmlHasProp(node, (const xmlChar *)"accumulation"))
        indicator.accumulation = ACCUMULATION_CUMULATIVE;
    read_settle_direction(reader, node, owner, &indicator);
    read_revisions(reader, node, owner, &indicator);
    return indicator;
}

static void read_indicators(struct reader *reader, const xmlNode *parent, const char *known, enum interim interim,
                            struct initiative *out)
{
    unsigned count = nodes_count(parent, "indicator");
    struct indicator *indicator = arena_array(reader->arena, count, sizeof *indicator);
    for (const xmlNode *node = nodes_first(parent, "indicator"); node; node = nodes_next(node)) {
        unsigned ordinal = ++out->indicators;
        const char *owner = count > 1 ? arena_printf(reader->arena, "%sの指標%uの", known, ordinal)
                                      : arena_printf(reader->arena, "%sの", known);
        indicator[ordinal - 1] = read_indicator(reader, node, owner, ordinal, out->to, interim);
    }
    out->indicator = indicator;
}

/* --- initiatives --- */

/* Names parted by blanks, full-width ones included. */
static void read_goal_values(struct reader *reader, const xmlNode *parent, const char *known, struct initiative *out)
{
    struct goal_value *value = arena_array(reader->arena, nodes_count(parent, "goal-value"), sizeof *value);
    const char *field = arena_printf(reader->arena, "%sの最終目標の数値", known);
    for (const xmlNode *node = nodes_first(parent, "goal-value"); node; node = nodes_next(node))
        value[out->goal_values++] = (struct goal_value){
            .indicator = text_data(reader, node, "indicator"),
            .op = text_data(reader, node, "op"),
            .value = read_value(reader, node, field),
            .line = xmlGetLineNo(node),
        };
    out->goal_value = value;
}

/* How messages begin that speak of its texts: its code, unless others may have the same. */
static const char *known_as(const struct initiative *initiative)
{
    return initiative->own_code && !codes_is_mark(initiative->own_code) ? initiative->own_code : initiative->code;
}

/* Its id and its codes; those that are given stand before the ordinals that `start` has. */
static struct initiative identify(struct reader *reader, const xmlNode *node, const struct initiative *start)
{
    struct initiative initiative = *start;
    const char *id = text_data(reader, node, "id");
    initiative.code = start->id;
    initiative.own_code = text_attribute(reader, node, "code", arena_printf(reader->arena, "%sの記号", start->id));
    if (id) initiative.id = id;
    return initiative;
}

struct initiative read_initiative(struct reader *reader, const xmlNode *node, const struct initiative *start,
                                  const struct plan *plan)
{
    reader->in_initiative = true;
    struct initiative initiative = identify(reader, node, start);
    const char *known = known_as(&initiative);
    int from = read_year(node, "from"), to = read_year(node, "to");
    initiative.line = xmlGetLineNo(node);
    read_life(reader, node, known, &initiative);
    initiative.from = from ? from : initiative.began ? initiative.began : plan->first;
    initiative.to = to ? to : plan->last;
    initiative.name = text_of(reader, nodes_first(node, "name"), arena_printf(reader->arena, "%sの名前", known));
    initiative.outline_name =
        read_optional(reader, node, "outline-name", arena_printf(reader->arena, "%sの一覧表での名前", known));
    initiative.item_name =
        read_optional(reader, node, "item-name", arena_printf(reader->arena, "%sの項目の表示", known));
    initiative.fields = read_fields(reader, node, &FIELDS_OF_PLAN, arena_printf(reader->arena, "%sの", known));
    read_charges(reader, node, known, plan, &initiative);
    read_goal_values(reader, node, known, &initiative);
    read_indicators(reader, node, known, plan->interim, &initiative);
    reader->in_initiative = false;
    return initiative;
}
