/* actuals_check: an actual beside its target: may this kind of value stand there, with this state, in this unit? One question a
   function; what the reader could not make out was told before, and is passed over. Judges nothing. */
#include <string.h>
#include "plan/actuals_private.h"
#include "plan/interim.h"
#include "plan/read_private.h"

/* --- the target --- */

/* What a row's targets are. */
struct row_kinds {
    bool numbers; /* numbers or growth */
    bool words;
};

static struct row_kinds kinds_of(const struct indicator *indicator)
{
    struct row_kinds kinds = {0};
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct value *value = &indicator->target[i].value;
        kinds.numbers |= value_is_numeric(value) || value->kind == VALUE_GROWTH;
        kinds.words |= value->kind == VALUE_MILESTONE;
    }
    return kinds;
}

/* The target of a year, of → the one that it continues, which `continues` says; where it has none, the one that it leads to. NULL: nothing is
   asked of the year. */
static const struct value *target_of(const struct indicator *indicator, int year, bool *continues)
{
    struct standing_target standing = interim_at(indicator, year);
    *continues = false;
    if (!standing.target || standing.target->value.kind == VALUE_CONTINUE) return NULL;
    *continues = standing.stand == STAND_OWN && standing.target->year != year;
    return &standing.target->value;
}

bool actuals_wants_words(const struct year_reader *year, const struct indicator *indicator)
{
    bool continues;
    const struct value *target = target_of(indicator, year->year, &continues);
    return target && target->kind == VALUE_MILESTONE;
}

/* One actual with all that its checks need. */
struct check {
    struct year_reader *year;
    const struct actual *actual;
    const struct actual_place *place;
    const struct value *target;
    const struct value *number; /* the one that is computed with, or NULL */
    struct row_kinds row;
    bool continues;
};

/* About the actual itself; about the year's cell, its target and state. */
#define TELL_VALUE(check, id, ...) \
    TELL_YEAR((check)->year, id, (check)->actual->line, (check)->place->field, __VA_ARGS__)
#define TELL_CELL(check, id, ...) TELL_YEAR((check)->year, id, (check)->actual->line, (check)->place->when, __VA_ARGS__)

static const char *label(const struct check *check, int year)
{
    return year_label(check->year->plan->year_kind, check->year->reader.arena, year);
}

/* The state as it was declared. */
static const char *said_state(const struct actual *actual)
{
    return actual->declared == DECLARED_OWN ? actual->own_state : actuals_state(actual->declared);
}

/* The text of a target on one line. */
static const char *target_text(const struct check *check)
{
    const struct value *target = check->target;
    if (!target->steps) return target->text;
    const char *text = target->step[0];
    for (unsigned i = 1; i < target->steps; i++)
        text = arena_printf(check->year->reader.arena, "%s、%s", text, target->step[i]);
    return text;
}

static bool needs_why(enum declared declared)
{
    return declared == DECLARED_HARD || declared == DECLARED_NOT_SURVEYED || declared == DECLARED_COUNTING;
}

/* --- what belongs together, whatever the target --- */

static void check_state(const struct check *check)
{
    const struct actual *actual = check->actual;
    bool moved = actual->declared == DECLARED_AHEAD || actual->declared == DECLARED_LATE;
    int year = check->year->year;
    if (needs_why(actual->declared) && !actual->why) TELL_CELL(check, ACTUAL_WHY, said_state(actual));
    if (!needs_why(actual->declared) && actual->why) TELL_VALUE(check, ACTUAL_WHY_ALONE, NULL);
    if (!moved && actual->in) TELL_VALUE(check, ACTUAL_IN_ALONE, NULL);
    if (!year || !actual->in) return;
    if (actual->declared == DECLARED_AHEAD && actual->in >= year)
        TELL_CELL(check, ACTUAL_AHEAD_YEAR, label(check, actual->in), label(check, year));
    if (actual->declared == DECLARED_LATE && actual->in <= year)
        TELL_CELL(check, ACTUAL_LATE_YEAR, label(check, actual->in), label(check, year));
}

static void check_numbers(const struct check *check)
{
    const struct actual *actual = check->actual;
    bool none_yet = actual->declared == DECLARED_NOT_SURVEYED || actual->declared == DECLARED_COUNTING;
    if (actual->has_number && value_is_numeric(&actual->value))
        TELL_VALUE(check, ACTUAL_TWO_NUMBERS, actual->value.text, actual->number.text);
    else if (none_yet && check->number)
        TELL_CELL(check, ACTUAL_NO_NUMBER_YET, said_state(actual), check->number->text);
    if (actual->steps && actual->declared) TELL_VALUE(check, ACTUAL_STATE_STEPS, NULL);
    if (actual->value.kind == VALUE_MILESTONE && !*actual->value.text && !actual->declared && !actual->steps)
        TELL_VALUE(check, ACTUAL_EMPTY, NULL);
}

/* --- against the target --- */

/* A year that goes on with several steps may be told as a whole. */
static bool check_steps(const struct check *check)
{
    struct arena *arena = check->year->reader.arena;
    unsigned wanted = check->target->steps, given = check->actual->steps;
    bool whole = !given && (check->continues || needs_why(check->actual->declared));
    if (wanted == given || whole) return true;
    TELL_CELL(check, ACTUAL_STEPS, arena_printf(arena, "%u", wanted ? wanted : 1),
              arena_printf(arena, "%u", given ? given : 1));
    return false;
}

/* Does the year's cell say the same as that of the year before (調査・研究, year after year)? */
static bool repeats(const struct check *check)
{
    struct standing_target before = interim_at(check->place->indicator, check->year->year - 1);
    return before.stand == STAND_OWN && !strcmp(before.target->value.text, check->target->text);
}

static void check_against_words(const struct check *check)
{
    const struct actual *actual = check->actual;
    bool stays = actual->declared == DECLARED_CONTINUED || actual->declared == DECLARED_STOPPED;
    if (!check_steps(check)) return;
    bool counted = check->row.numbers || check->target->wish != WISH_NONE;
    if (check->number && !counted) TELL_CELL(check, ACTUAL_NUMBER, target_text(check), check->number->text);
    if (actual->value.kind == VALUE_CONTINUE || actual->value.kind == VALUE_NONE)
        if (*actual->value.text) TELL_VALUE(check, ACTUAL_SYMBOL, actual->value.text);
    if (check->continues && actual->declared && !stays && !needs_why(actual->declared))
        TELL_CELL(check, ACTUAL_CONTINUED, said_state(actual));
    if (actual->declared == DECLARED_CONTINUED && !check->continues && !repeats(check))
        TELL_CELL(check, ACTUAL_CONTINUED_NEW, target_text(check));
}

static void check_against_number(const struct check *check)
{
    const struct actual *actual = check->actual;
    bool excused = needs_why(actual->declared), declared = actual->declared && !excused;
    if (!check_steps(check)) return;
    if (declared && !check->row.words) TELL_CELL(check, ACTUAL_STATE_NUMBER, target_text(check), said_state(actual));
    if (check->number || actual->declared || !*actual->value.text) return;
    if (actual->value.kind == VALUE_GROWTH)
        TELL_VALUE(check, ACTUAL_GROWTH, actual->value.text);
    else if (actual->value.kind == VALUE_MILESTONE)
        TELL_CELL(check, ACTUAL_WORDS, target_text(check), actual->value.text);
    else
        TELL_VALUE(check, ACTUAL_SYMBOL, actual->value.text);
}

/* --- units --- */

/* The unit in which an earlier year told this indicator; NULL: in none. */
static const char *unit_before(const struct check *check)
{
    const struct indicator *indicator = check->place->indicator;
    for (unsigned i = check->year->years_before; i-- > 0;) {
        const struct actuals *year = check->year->before[i];
        for (unsigned j = 0; j < year->sheets; j++) {
            const struct sheet_year *sheet = &year->sheet[j];
            if (&check->year->plan->initiative[sheet->initiative] != check->place->initiative) continue;
            for (unsigned k = 0; k < sheet->actuals; k++) {
                const struct actual *actual = &sheet->actual[k];
                const struct value *number = actual->has_number ? &actual->number : &actual->value;
                if (&check->place->initiative->indicator[actual->indicator] == indicator && value_is_numeric(number))
                    return sense_unit(number, indicator);
            }
        }
    }
    return NULL;
}

/* The row's; of growth, whose targets have none, the baseline's, else that of earlier years. */
static const char *unit_wanted(const struct check *check)
{
    const struct indicator *indicator = check->place->indicator;
    const char *unit = sense_row_unit(indicator);
    if (!unit && indicator->baseline.given) unit = sense_unit(&indicator->baseline.value, indicator);
    return unit || check->target->kind != VALUE_GROWTH ? unit : unit_before(check);
}

/* A number without a unit has the indicator's, or the target's when that has none either. */
static void check_unit(const struct check *check)
{
    const struct indicator *indicator = check->place->indicator;
    const char *given = sense_unit(check->number, indicator), *wanted = unit_wanted(check);
    const char *what = arena_printf(check->year->reader.arena, "%sの実績値", check->year->label);
    const char *name = check->place->name, *text = check->number->text;
    struct decimal ignored;
    if (given && !wanted && value_is_numeric(check->target)) TELL_VALUE(check, ACTUAL_UNIT, text, check->target->text);
    if (!given && wanted && check->target->kind != VALUE_NUMBER)
        TELL_YEAR(check->year, UNIT_MISSING, check->actual->line, name, what, text, wanted);
    if (given && wanted && !value_convert((struct decimal){0, 0}, given, wanted, &ignored))
        TELL_YEAR(check->year, UNIT_DIFFERS, check->actual->line, name, what, text, wanted);
}

/* --- all of it --- */

/* In a year that the plan leaves out: to say so once more is fine. */
static void check_not_due(const struct check *check)
{
    const struct actual *actual = check->actual;
    const char *text = *actual->value.text ? actual->value.text : said_state(actual);
    const struct actual_place *place = check->place;
    const char *about = arena_printf(check->year->reader.arena, "%s/actual/%s/%d", place->initiative->id,
                                     place->indicator->id, check->year->year);
    if (actual->value.kind != VALUE_NONE || check->number)
        DIAG_ABOUT(check->year->reader.diag, ACTUAL_NOT_DUE, about, check->year->reader.file, actual->line, place->when,
                   check->number ? check->number->text : text);
}

/* On the way to words of a later year anything may be told. */
static bool is_asked(const struct indicator *indicator, int year)
{
    enum stand stand = interim_at(indicator, year).stand;
    return stand == STAND_OWN || stand == STAND_FINAL;
}

void actuals_check(struct year_reader *year, const struct actual *actual, const struct actual_place *place)
{
    struct check check = {.year = year, .actual = actual, .place = place, .row = kinds_of(place->indicator)};
    check.target = target_of(place->indicator, year->year, &check.continues);
    if (actual->has_number)
        check.number = &actual->number;
    else if (value_is_numeric(&actual->value))
        check.number = &actual->value;
    check_state(&check);
    check_numbers(&check);
    if (!check.target) return;
    if (check.target->kind == VALUE_NONE) {
        check_not_due(&check);
        return;
    }
    if (check.target->kind != VALUE_MILESTONE)
        check_against_number(&check);
    else if (is_asked(place->indicator, year->year))
        check_against_words(&check);
    if (check.number && (check.target->kind != VALUE_MILESTONE || check.row.numbers)) check_unit(&check);
}
