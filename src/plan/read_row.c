/* read_row: what the cells of a row say of their indicator: the unit of a bare number, the baseline of a pair, running totals, the direction. */
#include <string.h>
#include "plan/read_private.h"
#include "plan/wordlist.h"

/* --- the cells --- */

/* The first unit that the row names; NULL: none. */
static const char *unit_of(const struct indicator *indicator, const struct target *target, unsigned targets)
{
    if (indicator->unit) return indicator->unit;
    for (unsigned i = 0; i < targets; i++)
        if (target[i].value.kind == VALUE_QUANTITY) return target[i].value.unit;
    return indicator->baseline.value.unit;
}

/* To come third is to come third or better. */
static void settle_rank(struct value *value)
{
    bool rank = value->kind == VALUE_QUANTITY && !value->change && !strcmp(value->unit, "位");
    if (rank && value->bound == BOUND_NONE) value->bound = BOUND_AT_MOST;
}

static void settle_value(struct reader *reader, const char *unit, struct value *value)
{
    value_complete(reader->arena, value, unit);
    settle_rank(value);
}

/* What stands in front of an arrow is the baseline where none is given; its year is not said. */
static void settle_baseline(const struct value *value, long line, struct indicator *out)
{
    if (!value->from || out->baseline.given) return;
    out->baseline = (struct baseline){.given = true,
                                      .of_cell = true,
                                      .approximate = value_is_about(value->from),
                                      .value = *value->from,
                                      .line = line};
}

void read_settle_cells(struct reader *reader, struct indicator *out, struct target *target)
{
    const char *unit = unit_of(out, target, out->targets);
    for (unsigned i = 0; i < out->targets; i++) {
        settle_value(reader, unit, &target[i].value);
        settle_baseline(&target[i].value, target[i].line, out);
        out->running |= target[i].value.running;
    }
    if (out->has_whole) settle_value(reader, unit, &out->whole.value);
    if (out->has_whole) settle_baseline(&out->whole.value, out->whole.line, out);
    value_complete(reader->arena, &out->baseline.value, unit);
}

void read_settle_before(struct reader *reader, const struct indicator *indicator, struct value *value)
{
    settle_value(reader, unit_of(indicator, indicator->target, indicator->targets), value);
}

/* --- the direction --- */

/* Which way a cell looks; -1: it looks nowhere. */
static int direction_of(const struct value *value)
{
    static const int DIRECTION[] = {
        [BOUND_NONE] = -1,           [BOUND_AT_LEAST] = DIRECTION_UP, [BOUND_AT_MOST] = DIRECTION_DOWN,
        [BOUND_MORE] = DIRECTION_UP, [BOUND_LESS] = DIRECTION_DOWN,   [BOUND_WITHIN] = DIRECTION_KEEP,
    };
    if (value->change) return value->number.units < 0 ? DIRECTION_DOWN : DIRECTION_UP;
    return value_is_numeric(value) ? DIRECTION[value->bound] : -1;
}

/* Words were no measure before: a wish says the direction where nothing else does, and contradicts nothing. */
static int direction_of_wish(const struct value *value)
{
    static const int DIRECTION[] = {
        [WISH_NONE] = -1,
        [WISH_MORE] = DIRECTION_UP,
        [WISH_LESS] = DIRECTION_DOWN,
        [WISH_AT_LEAST] = DIRECTION_UP,
        [WISH_AT_MOST] = DIRECTION_DOWN,
        [WISH_KEEP] = -1,
    };
    return DIRECTION[value->wish];
}

static int wished_direction(const struct indicator *indicator)
{
    for (unsigned i = 0; i < indicator->targets; i++) {
        int direction = direction_of_wish(&indicator->target[i].value);
        if (direction >= 0) return direction;
    }
    return -1;
}

void read_settle_direction(struct reader *reader, const xmlNode *node, const char *owner, struct indicator *out)
{
    bool given = xmlHasProp(node, (const xmlChar *)"direction") != NULL;
    const struct target *first = NULL;
    int wished = wished_direction(out);
    for (unsigned i = 0; i < out->targets; i++) {
        const struct target *target = &out->target[i];
        int direction = direction_of(&target->value);
        if (direction < 0) continue;
        if (given && direction == DIRECTION_KEEP) continue; /* 40～45件, the fewer the better: at most the upper end */
        if (given && direction != (int)out->direction)
            DIAG(reader->diag, BOUND_DIRECTION, reader->file, target->line, owner, target->value.text,
                 WORDS_TRENDS[direction], WORDS_TRENDS[out->direction]);
        else if (first && direction != direction_of(&first->value))
            DIAG(reader->diag, BOUND_MIXED, reader->file, target->line, owner, target->value.text, first->value.text,
                 arena_printf(reader->arena, "%ld", first->line));
        if (!first) first = target;
    }
    if (given) return;
    if (first)
        out->direction = (enum direction)direction_of(&first->value);
    else if (wished >= 0)
        out->direction = (enum direction)wished;
}
