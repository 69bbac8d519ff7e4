/* actuals_sheet: one initiative's year, from the tree to plain data, with the names by which users know its texts. Holds every
   reference against the plan: initiatives, indicators, grades, directions. */
#include <stdlib.h>
#include <string.h>
#include "plan/actuals_private.h"
#include "plan/datatype.h"
#include "plan/groups.h"
#include "plan/judgement.h"
#include "plan/life.h"
#include "plan/likeness.h"
#include "plan/lists.h"
#include "plan/nodes.h"
#include "plan/read_private.h"

enum { MONTHS_OF_YEAR = 12 };

/* clang-format off */
#define STATE(id, word) [DECLARED_##id] = (word),
static const char *const STATES[] = {
    [DECLARED_NOTHING] = "",
#define REACHED STATE
#define TIMED STATE
#define GOING STATE
#define EXCUSE STATE
#include "plan/words.def"
    NULL};

static const char *const CERTAINTIES[] = {
    [CERTAINTY_NOT_GIVEN] = "",
#define CERTAINTY(id, word) [CERTAINTY_##id] = (word),
#include "plan/words.def"
    NULL};
/* clang-format on */

const char *actuals_state(enum declared declared)
{
    return declared == DECLARED_OWN ? "" : STATES[declared];
}

const char *actuals_certainty(enum certainty certainty)
{
    return CERTAINTIES[certainty];
}

const struct evaluation *actuals_own_evaluation(const struct plan *plan, const struct sheet_year *sheet)
{
    for (unsigned i = 0; sheet && i < sheet->evaluations; i++)
        if (!strcmp(sheet->evaluation[i].by, plan->evaluators.word[0]) && sheet->evaluation[i].grade)
            return &sheet->evaluation[i];
    return NULL;
}

/* --- references --- */

/* The index of the indicator that an element names: the first when it names none; `indicators` when there is no such one. */
static unsigned indicator_of(const struct initiative *initiative, const char *id)
{
    unsigned i = 0;
    while (id && i < initiative->indicators && strcmp(initiative->indicator[i].id, id) != 0)
        i++;
    return i;
}

static bool find_indicator(struct year_reader *year, const xmlNode *node, const struct initiative *initiative,
                           unsigned *out)
{
    struct arena *arena = year->reader.arena;
    const char *id = text_data(&year->reader, node, "indicator"), *guess;
    unsigned count = initiative->indicators;
    *out = indicator_of(initiative, id);
    if (*out < count) return true;
    if (!id) return false;
    const char **known = arena_array(arena, count, sizeof *known);
    for (unsigned i = 0; i < count; i++)
        known[i] = initiative->indicator[i].id;
    if ((guess = likeness_best(id, known, count)))
        TELL_YEAR(year, ACTUAL_INDICATOR_GUESS, xmlGetLineNo(node), initiative->code, id, guess);
    else
        TELL_YEAR(year, ACTUAL_INDICATOR, xmlGetLineNo(node), initiative->code, id,
                  actuals_quoted(arena, known, count));
    return false;
}

/* An id that the plan does not have: those that differ in the last number only, else the likeliest one. */
static void tell_unknown_sheet(struct year_reader *year, const char *ref, long line)
{
    struct arena *arena = year->reader.arena;
    const struct plan *plan = year->plan;
    const char **known = arena_array(arena, plan->initiatives, sizeof *known);
    const char **near = arena_array(arena, plan->initiatives, sizeof *near), *number = strrchr(ref, '-');
    unsigned count = 0;
    for (unsigned i = 0; i < plan->initiatives; i++) {
        known[i] = plan->initiative[i].code;
        size_t item = number ? (size_t)(number + 1 - ref) : 0;
        if (item && !strncmp(known[i], ref, item) && !strchr(known[i] + item, '-')) near[count++] = known[i];
    }
    if (!count && (near[0] = likeness_best(ref, known, plan->initiatives))) count = 1;
    if (count)
        TELL_YEAR(year, SHEET_GUESS, line, ref, actuals_quoted(arena, near, count));
    else
        TELL_YEAR(year, SHEET_UNKNOWN, line, ref);
}

static bool is_known(const char *word, const char *const *known, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (!strcmp(word, known[i])) return true;
    return false;
}

/* The grades that an initiative may be given: the plan's, and those of its indicators. */
static const char *const *grades_of(struct year_reader *year, const struct initiative *initiative, unsigned *count)
{
    const struct judgement *plan = judgement_of_plan(year->plan);
    unsigned most = plan->count;
    for (unsigned i = 0; i < initiative->indicators; i++)
        most += initiative->indicator[i].judgement.count;
    const char **known = arena_array(year->reader.arena, most, sizeof *known);
    *count = 0;
    for (unsigned i = 0; i < plan->count; i++)
        known[(*count)++] = plan->grades[i].name;
    for (unsigned i = 0; i < initiative->indicators; i++) {
        const struct judgement *own = &initiative->indicator[i].judgement;
        for (unsigned j = 0; j < own->count; j++)
            if (!is_known(own->grades[j].name, known, *count)) known[(*count)++] = own->grades[j].name;
    }
    return known;
}

/* --- actuals --- */

/* All states that may be declared there: the usual ones and the scheme's own. */
static const char *known_states(struct year_reader *year, const struct judgement *judgement)
{
    const struct word_list usual = word_list_of(WORDS_DECLARED);
    const char **known = arena_array(year->reader.arena, usual.count + judgement->states, sizeof *known);
    for (unsigned i = 0; i < usual.count; i++)
        known[i] = usual.word[i];
    for (unsigned i = 0; i < judgement->states; i++)
        known[usual.count + i] = judgement->state[i].name;
    return actuals_quoted(year->reader.arena, known, usual.count + judgement->states);
}

/* One of the usual states, or a word of the scheme's own with the grade that it comes to. */
static enum declared read_state(struct year_reader *year, const xmlNode *node, const struct actual_place *place,
                                const char **own, unsigned *grade)
{
    const struct judgement *judgement = judgement_of_indicator(year->plan, place->indicator);
    const char *said = text_data(&year->reader, node, "state");
    for (unsigned i = 0; said && i < judgement->states; i++)
        if (!strcmp(judgement->state[i].name, said)) {
            *own = said;
            *grade = judgement->state[i].grade;
            return DECLARED_OWN;
        }
    enum declared declared = (enum declared)read_choice(node, "state", STATES);
    if (said && declared == DECLARED_NOTHING)
        TELL_YEAR(year, STATE_UNKNOWN, xmlGetLineNo(node), place->when, said, known_states(year, judgement));
    return declared;
}

/* Words of several steps, each with its state. */
static void read_steps(struct year_reader *year, const xmlNode *node, const struct actual_place *place,
                       struct actual *out)
{
    struct reader *reader = &year->reader;
    const char *field = place->field;
    struct actual_step *step = arena_array(reader->arena, nodes_count(node, "step"), sizeof *step);
    const char **text = arena_array(reader->arena, nodes_count(node, "step"), sizeof *text);
    struct value *value = &out->value;
    for (const xmlNode *child = nodes_first(node, "step"); child; child = nodes_next(child)) {
        struct actual_step *own = &step[out->steps];
        own->declared = read_state(year, child, place, &own->own_state, &own->own_grade);
        own->text = text[out->steps++] = text_of(reader, child, field);
        value->text = *value->text ? arena_printf(reader->arena, "%s\n%s", value->text, own->text) : own->text;
    }
    out->step = step;
    value->steps = out->steps;
    value->step = text;
}

/* What could not be read has been told, and counts as words. A step to be reached may be told in words that begin with a number. */
static struct value read_cell(struct year_reader *year, const char *text, const char *field, long line,
                              bool may_be_words)
{
    struct value value = {0};
    enum value_fault fault = value_parse(year->reader.arena, text, &value);
    bool number = fault == VALUE_FINE ? value.kind != VALUE_MILESTONE : !may_be_words;
    if (number && text_said(&year->reader, text) != text) TELL_YEAR(year, RUBY_ON_VALUE, line, field, text);
    text_copied(&year->reader, text, value.text);
    if (fault == VALUE_FINE) return value;
    if (fault == VALUE_MALFORMED && !may_be_words) TELL_YEAR(year, CELL_MALFORMED, line, field, text);
    if (fault == VALUE_TOO_LARGE && !may_be_words) TELL_YEAR(year, CELL_TOO_LARGE, line, field, text);
    bool faulty = fault != VALUE_EMPTY && !may_be_words;
    return (struct value){.kind = faulty ? VALUE_NONE : VALUE_MILESTONE, .text = faulty ? "" : text};
}

static void read_values(struct year_reader *year, const xmlNode *node, const struct actual_place *place,
                        struct actual *out)
{
    struct reader *reader = &year->reader;
    bool may_be_words = actuals_wants_words(year, place->indicator) || out->declared;
    const char *number = text_attribute(reader, node, "value", place->field);
    out->value = (struct value){.kind = VALUE_MILESTONE, .text = ""};
    if (nodes_count(node, "step"))
        read_steps(year, node, place, out);
    else
        out->value = read_cell(year, text_of(reader, node, place->field), place->field, out->line, may_be_words);
    value_complete(reader->arena, &out->value, sense_row_unit(place->indicator));
    if (!number) return;
    out->number = read_cell(year, number, place->field, out->line, false);
    value_complete(reader->arena, &out->number, sense_row_unit(place->indicator));
    out->has_number = value_is_numeric(&out->number);
    if (!out->has_number && *out->number.text) TELL_YEAR(year, ACTUAL_VALUE_WORDS, out->line, place->field, number);
}

static struct actual read_actual(struct year_reader *year, const xmlNode *node, const struct actual_place *place)
{
    struct reader *reader = &year->reader;
    const char *months = text_data(reader, node, "months");
    struct actual actual = {
        .indicator = (unsigned)(place->indicator - place->initiative->indicator),
        .line = xmlGetLineNo(node),
        .in = read_year(node, "in"),
        .certainty = (enum certainty)read_choice(node, "status", CERTAINTIES),
        .months = months ? (unsigned)strtoul(months, NULL, 10) : MONTHS_OF_YEAR,
        .as_of = text_data(reader, node, "as-of"),
        .source = text_attribute(reader, node, "source", arena_printf(reader->arena, "%sの出典", place->field)),
        .evidence = text_attribute(reader, node, "evidence", arena_printf(reader->arena, "%sの根拠", place->field)),
        .why = text_attribute(reader, node, "why", arena_printf(reader->arena, "%sの理由", place->field)),
        .decision = text_attribute(reader, node, "decision", arena_printf(reader->arena, "%sの決定", place->field)),
        .confirmed = read_choice(node, "confirmed", (const char *const[]){"no", "yes", NULL}) == 1,
    };
    actual.declared = read_state(year, node, place, &actual.own_state, &actual.own_grade);
    read_values(year, node, place, &actual);
    actuals_check_date(year, read_date(node, "as-of"), place->field, actual.line);
    actuals_check(year, &actual, place);
    return actual;
}

static const struct actual *met_before(const struct actual *actual, unsigned count, unsigned indicator)
{
    for (unsigned i = 0; i < count; i++)
        if (actual[i].indicator == indicator) return &actual[i];
    return NULL;
}

static void read_actuals(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                         struct sheet_year *out)
{
    struct arena *arena = year->reader.arena;
    struct actual *actual = arena_array(arena, nodes_count(sheet, "actual"), sizeof *actual);
    for (const xmlNode *node = nodes_first(sheet, "actual"); node; node = nodes_next(node)) {
        unsigned index;
        if (!find_indicator(year, node, initiative, &index)) continue;
        const char *name = initiative->indicators > 1 ? arena_printf(arena, "%sの指標%u", initiative->code, index + 1)
                                                      : initiative->code;
        struct actual_place place = {
            .initiative = initiative,
            .indicator = &initiative->indicator[index],
            .name = name,
            .when = arena_printf(arena, "%sの%s", name, year->label),
            .field = arena_printf(arena, "%sの%sの実績値", name, year->label),
        };
        const struct actual *before = met_before(actual, out->actuals, index);
        if (before)
            TELL_YEAR(year, ACTUAL_TWICE, xmlGetLineNo(node), place.field, arena_printf(arena, "%ld", before->line));
        actual[out->actuals++] = read_actual(year, node, &place);
    }
    out->actual = actual;
}

/* --- the rest of a sheet --- */

static void read_surveys(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                         const char *owner, struct sheet_year *out)
{
    struct reader *reader = &year->reader;
    struct survey *survey = arena_array(reader->arena, nodes_count(sheet, "survey"), sizeof *survey);
    for (const xmlNode *node = nodes_first(sheet, "survey"); node; node = nodes_next(node)) {
        struct survey *own = &survey[out->surveys];
        const char *n = text_data(reader, node, "n");
        if (!find_indicator(year, node, initiative, &own->indicator)) continue;
        own->date = read_date(node, "date");
        own->n = n ? (unsigned)strtoul(n, NULL, 10) : 0;
        actuals_check_date(year, own->date, arena_printf(reader->arena, "%s調査", owner), xmlGetLineNo(node));
        out->surveys++;
    }
    out->survey = survey;
}

/* A word of the plan's lists: told with those there are when it is none of them. */
static void tell_unknown_word(struct year_reader *year, const xmlNode *node, const struct initiative *initiative,
                              const char *what, const char *word, const struct word_list *known)
{
    TELL_YEAR(year, LIST_UNKNOWN, xmlGetLineNo(node), initiative->code, what, word,
              actuals_quoted(year->reader.arena, known->word, known->count));
}

static void read_evaluations(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                             const char *owner, struct sheet_year *out)
{
    struct reader *reader = &year->reader;
    const struct word_list *evaluators = &year->plan->evaluators;
    struct evaluation *evaluation = arena_array(reader->arena, nodes_count(sheet, "evaluation"), sizeof *evaluation);
    unsigned count;
    const char *const *known = grades_of(year, initiative, &count);
    for (const xmlNode *node = nodes_first(sheet, "evaluation"); node; node = nodes_next(node)) {
        const char *by = text_data(reader, node, "by");
        const char *field = arena_printf(reader->arena, "%s評価（%s）", owner, by ? by : "");
        const char *grade = text_attribute(reader, node, "grade", field);
        if (by && !word_list_has(evaluators, by))
            tell_unknown_word(year, node, initiative, "評価する人", by, evaluators);
        if (grade && !is_known(grade, known, count))
            TELL_YEAR(year, EVALUATION_GRADE, xmlGetLineNo(node), initiative->code, grade,
                      actuals_quoted(reader->arena, known, count));
        evaluation[out->evaluations++] = (struct evaluation){
            .by = by ? by : "",
            .grade = grade,
            .why = text_attribute(reader, node, "why", arena_printf(reader->arena, "%sの区分の理由", field)),
            .text = text_field(reader, node, field),
        };
    }
    out->evaluation = evaluation;
}

/* ---- money and other effects ---- */

/* Whole numbers in an attribute; false when it is not given or was told. */
static bool amount_of(struct reader *reader, const xmlNode *node, const char *name, int64_t *out)
{
    const char *text = text_data(reader, node, name);
    return text && datatype_thousands(text, out);
}

static const struct effect_category *category_of(struct year_reader *year, const xmlNode *node,
                                                 const struct initiative *initiative)
{
    const struct effect_list *list = &year->plan->effects;
    const char *name = text_data(&year->reader, node, "category");
    const struct effect_category *known = name ? lists_effect(list, name) : NULL;
    if (known || !name) return known ? known : &list->category[0];
    const char **names = arena_array(year->reader.arena, list->count, sizeof *names);
    for (unsigned i = 0; i < list->count; i++)
        names[i] = list->category[i].name;
    const struct word_list words = {list->count, names};
    tell_unknown_word(year, node, initiative, "効果の区分", name, &words);
    return &list->category[0];
}

static void read_effects(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                         const char *owner, struct sheet_year *out)
{
    struct reader *reader = &year->reader;
    const char *field = arena_printf(reader->arena, "%s財政効果額", owner);
    struct effect *effect = arena_array(reader->arena, nodes_count(sheet, "effect"), sizeof *effect);
    for (const xmlNode *node = nodes_first(sheet, "effect"); node; node = nodes_next(node)) {
        struct effect *own = &effect[out->effects++];
        own->line = xmlGetLineNo(node);
        own->category = category_of(year, node, initiative);
        own->cumulative = read_choice(node, "kind", (const char *const[]){"yearly", "cumulative", NULL}) == 1;
        own->has_planned = amount_of(reader, node, "planned", &own->planned);
        own->has_cost = amount_of(reader, node, "cost", &own->cost);
        own->rule = text_attribute(reader, node, "rule", arena_printf(reader->arena, "%sの数え方", field));
        datatype_thousands(text_of(reader, node, field), &own->amount);
    }
    out->effect = effect;
}

/* One <cost> without a source, or one each of several sources, or both, which must then agree. */
static void read_costs(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                       const char *owner, struct sheet_year *out)
{
    struct reader *reader = &year->reader;
    const char *field = arena_printf(reader->arena, "%s事業費", owner);
    struct cost *cost = arena_array(reader->arena, nodes_count(sheet, "cost"), sizeof *cost);
    const xmlNode *whole = NULL;
    int64_t sum = 0, amount = 0;
    bool fits = true;
    for (const xmlNode *node = nodes_first(sheet, "cost"); node; node = nodes_next(node)) {
        const char *source = text_attribute(reader, node, "source", arena_printf(reader->arena, "%sの財源", field));
        if (!datatype_thousands(text_of(reader, node, field), &amount)) continue;
        if (!source && whole) TELL_YEAR(year, COST_TWICE, xmlGetLineNo(node), initiative->code);
        if (!source && !whole) {
            whole = node;
            out->cost = amount;
            continue;
        }
        if (!source) continue;
        cost[out->costs++] = (struct cost){source, amount};
        fits &= !__builtin_add_overflow(sum, amount, &sum);
    }
    out->source = cost;
    out->has_cost = whole || out->costs;
    if (whole && out->costs && (!fits || sum != out->cost))
        TELL_YEAR(year, COST_SUM, xmlGetLineNo(whole), initiative->code,
                  arena_printf(reader->arena, "%lld", (long long)sum),
                  arena_printf(reader->arena, "%lld", (long long)out->cost));
    if (!whole) out->cost = sum;
}

/* ---- words of the lists ---- */

static void read_direction(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                           const char *owner, struct sheet_year *out)
{
    struct reader *reader = &year->reader;
    const struct word_list *known = &year->plan->directions;
    const char *field = arena_printf(reader->arena, "%s今後の方向性", owner);
    const char *direction = read_optional(reader, sheet, "direction", field);
    if (direction && *direction && !lists_direction(known, direction))
        TELL_YEAR(year, DIRECTION_UNKNOWN, xmlGetLineNo(nodes_first(sheet, "direction")), initiative->code, direction,
                  actuals_quoted(reader->arena, known->word, known->count));
    out->direction = direction;
}

static void read_pace(struct year_reader *year, const xmlNode *sheet, const struct initiative *initiative,
                      const char *owner, struct sheet_year *out)
{
    struct reader *reader = &year->reader;
    const struct pace_list *list = &year->plan->paces;
    const char *word = read_optional(reader, sheet, "progress", arena_printf(reader->arena, "%s進み具合", owner));
    if (!word || !*word) return;
    out->pace = lists_pace(list, word);
    if (out->pace) return;
    const char **words = arena_array(reader->arena, list->count, sizeof *words);
    for (unsigned i = 0; i < list->count; i++)
        words[i] = list->word[i].word;
    const struct word_list known = {list->count, words};
    tell_unknown_word(year, nodes_first(sheet, "progress"), initiative, "進み具合", word, &known);
}

static void check_sheet(struct year_reader *year, const struct sheet_year *sheet, const struct initiative *initiative)
{
    struct arena *arena = year->reader.arena;
    const char *name = arena_printf(arena, "%sの%sの実績", initiative->code, year->label);
    bool outside = year->year < initiative->from || year->year > life_last(initiative);
    if (year->year >= year->plan->first && year->year <= year->plan->last && outside)
        TELL_YEAR(year, SHEET_YEAR, sheet->line, initiative->code,
                  year_label(year->plan->year_kind, arena, initiative->from),
                  year_label(year->plan->year_kind, arena, life_last(initiative)), year->label);
    if (actuals_before(sheet->checked, sheet->entered))
        TELL_YEAR(year, CHECKED_EARLY, sheet->line, name, date_text(arena, sheet->checked),
                  date_text(arena, sheet->entered));
    actuals_check_date(year, sheet->entered, name, sheet->line);
}

static struct sheet_year read_sheet(struct year_reader *year, const xmlNode *node, unsigned ordinal)
{
    const struct initiative *initiative = &year->plan->initiative[ordinal];
    const char *owner = arena_printf(year->reader.arena, "%sの%sの", initiative->code, year->label);
    struct sheet_year sheet = {
        .initiative = ordinal,
        .line = xmlGetLineNo(node),
        .entered = read_date(node, "entered"),
        .checked = read_date(node, "checked"),
    };
    sheet.has_entered = sheet.entered.year != 0;
    sheet.has_checked = sheet.checked.year != 0;
    check_sheet(year, &sheet, initiative);
    read_actuals(year, node, initiative, &sheet);
    read_surveys(year, node, initiative, owner, &sheet);
    read_evaluations(year, node, initiative, owner, &sheet);
    read_direction(year, node, initiative, owner, &sheet);
    read_pace(year, node, initiative, owner, &sheet);
    read_costs(year, node, initiative, owner, &sheet);
    read_effects(year, node, initiative, owner, &sheet);
    sheet.fields = read_fields(&year->reader, node, &FIELDS_OF_YEAR, owner);
    sheet.opinion = actuals_opinions(year, node, owner, &sheet.opinions);
    return sheet;
}

/* By initiative, as written within one. */
static int by_initiative(const void *left, const void *right)
{
    const struct sheet_year *a = left, *b = right;
    if (a->initiative != b->initiative) return a->initiative < b->initiative ? -1 : 1;
    return (a->line > b->line) - (a->line < b->line);
}

const struct sheet_year *actuals_sheets(struct year_reader *year, const xmlNode *root, unsigned *count)
{
    struct reader *reader = &year->reader;
    struct sheet_year *sheet = arena_array(reader->arena, nodes_count(root, "sheet"), sizeof *sheet);
    *count = 0;
    for (const xmlNode *node = nodes_first(root, "sheet"); node; node = nodes_next(node)) {
        const char *ref = text_data(reader, node, "ref");
        if (!ref) continue;
        bool many = false;
        unsigned ordinal = groups_refer(year->plan, ref, &many);
        if (many)
            TELL_YEAR(year, SHEET_AMBIGUOUS, xmlGetLineNo(node), ref);
        else if (ordinal == year->plan->initiatives)
            tell_unknown_sheet(year, ref, xmlGetLineNo(node));
        else
            sheet[(*count)++] = read_sheet(year, node, ordinal);
    }
    if (*count) qsort(sheet, *count, sizeof *sheet, by_initiative);
    for (unsigned i = 1; i < *count; i++)
        if (sheet[i].initiative == sheet[i - 1].initiative)
            TELL_YEAR(year, SHEET_TWICE, sheet[i].line, year->plan->initiative[sheet[i].initiative].id,
                      arena_printf(reader->arena, "%ld", sheet[i - 1].line));
    return sheet;
}
