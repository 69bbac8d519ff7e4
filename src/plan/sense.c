/* sense: what a grammar cannot say: check digits, years, references, numbers given twice, units. Looks at the plan as it was read;
   what is missing there was told before, and is passed over. */
#include <glib.h>
#include <string.h>
#include "base/buf.h"
#include "plan/codes.h"
#include "plan/groups.h"
#include "plan/likeness.h"
#include "plan/nodes.h"
#include "plan/interim.h"
#include "plan/read_private.h"

enum { PERIOD_LONGEST = 30, CODE_DIGITS = 6, GUESSES_MOST = 50 };

/* What every check needs. Lines of numbers and ids that were met, by name. */
struct sense {
    const struct plan *plan;
    struct diag *diag;
    struct arena *arena; /* for words of messages */
    GHashTable *seen;    /* name → line */
    GHashTable *department;
    unsigned guesses;
};

static struct sense sense_open(const struct plan *plan, struct diag *diag)
{
    return (struct sense){
        .plan = plan,
        .diag = diag,
        .arena = arena_new(),
        .seen = g_hash_table_new(g_str_hash, g_str_equal),
        .department = g_hash_table_new(g_str_hash, g_str_equal),
    };
}

static void sense_close(struct sense *sense)
{
    g_hash_table_destroy(sense->seen);
    g_hash_table_destroy(sense->department);
    arena_free(sense->arena);
}

#define TELL(sense, id, line, ...) DIAG((sense)->diag, id, (sense)->plan->file, line, __VA_ARGS__)
#define TELL_ABOUT(sense, id, about, line, ...) \
    DIAG_ABOUT((sense)->diag, id, about, (sense)->plan->file, line, __VA_ARGS__)

static const char *number_text(struct sense *sense, long number)
{
    return arena_printf(sense->arena, "%ld", number);
}

static const char *label(struct sense *sense, int year)
{
    return year_label(sense->plan->year_kind, sense->arena, year);
}

/* The line at which `name` was met before, or 0; from now on it is met. */
static long met_before(struct sense *sense, const char *name, long line)
{
    long before = (long)GPOINTER_TO_SIZE(g_hash_table_lookup(sense->seen, name));
    if (!before) g_hash_table_insert(sense->seen, arena_strdup(sense->arena, name), GSIZE_TO_POINTER(line));
    return before;
}

/* Was it told? */
static bool check_number(struct sense *sense, const char *name, long line)
{
    long before = met_before(sense, name, line);
    if (before) TELL(sense, NUMBER_TWICE, line, name, number_text(sense, before));
    return before != 0;
}

/* `space` parts the ids of groups from those of initiatives. */
static void check_id(struct sense *sense, const char *space, const char *id, long line)
{
    char *lower = g_ascii_strdown(id, -1);
    long before = met_before(sense, arena_printf(sense->arena, "%s id %s", space, lower), line);
    if (before) TELL(sense, ID_TWICE, line, id, number_text(sense, before));
    if (!codes_may_be_id(id)) TELL(sense, ID_RESERVED, line, id);
    g_free(lower);
}

static void check_code(struct sense *sense, const char *space, const char *code, long line)
{
    long before = met_before(sense, arena_printf(sense->arena, "%s code %s", space, code), line);
    if (before) TELL(sense, INITIATIVE_CODE_TWICE, line, code, number_text(sense, before));
}

/* --- the head --- */

/* JIS X 0401 and 0402: weights 6 to 2 on the five digits; the sixth is the last digit of 11 less the remainder by 11. */
static void check_body_code(struct sense *sense, const xmlNode *municipality)
{
    const char *code = sense->plan->code;
    if (!code || strspn(code, "0123456789") != CODE_DIGITS || code[CODE_DIGITS]) return;
    int sum = 0;
    for (int i = 0; i < CODE_DIGITS - 1; i++)
        sum += (code[i] - '0') * (CODE_DIGITS - i);
    int digit = (11 - sum % 11) % 10;
    if (code[CODE_DIGITS - 1] - '0' != digit)
        TELL(sense, CODE_DIGIT, xmlGetLineNo(municipality), code, number_text(sense, digit));
}

static void check_period(struct sense *sense, const xmlNode *period)
{
    int first = sense->plan->first, last = sense->plan->last;
    if (!first || !last) return;
    if (first > last)
        TELL(sense, PERIOD_ORDER, xmlGetLineNo(period), number_text(sense, first), number_text(sense, last));
    if (last - first >= PERIOD_LONGEST)
        TELL(sense, PERIOD_LONG, xmlGetLineNo(period), number_text(sense, last - first + 1),
             number_text(sense, PERIOD_LONGEST));
}

void sense_head(const struct plan *plan, const xmlNode *root, struct diag *diag)
{
    struct sense sense = sense_open(plan, diag);
    check_body_code(&sense, nodes_first(root, "municipality"));
    check_period(&sense, nodes_first(root, "period"));
    unsigned index = 0;
    for (const xmlNode *node = nodes_first(root, "viewpoint"); node; node = nodes_next(node)) {
        unsigned number = plan->viewpoint[index++].number;
        if (number) check_number(&sense, arena_printf(sense.arena, "視点%u", number), xmlGetLineNo(node));
    }
    index = 0;
    for (const xmlNode *node = nodes_first(nodes_first(root, "departments"), "department"); node;
         node = nodes_next(node)) {
        if (!nodes_first(node, "name")) continue;
        const char *name = plan->department[index++].name;
        long before = *name ? met_before(&sense, name, xmlGetLineNo(node)) : 0;
        if (before) TELL(&sense, DEPARTMENT_TWICE, xmlGetLineNo(node), name, number_text(&sense, before));
    }
    sense_close(&sense);
}

/* --- rows of targets --- */

/* An indicator with how its texts begin: 1-1-1, or 1-1-1の指標2 where there are several. */
struct row {
    const struct initiative *initiative;
    const struct indicator *indicator;
    const char *name;
};

/* Were all years readable, and the period right? What is missing could else be what was told already. */
static bool years_are_known(const struct sense *sense, const struct row *row)
{
    int from = row->initiative->from, to = row->initiative->to;
    if (!from || from > to || from < sense->plan->first || to > sense->plan->last || to - from >= PERIOD_LONGEST)
        return false;
    const struct indicator *indicator = row->indicator;
    for (unsigned i = 0; i < indicator->targets; i++)
        if (!indicator->target[i].year) return false;
    return indicator->targets > 0;
}

static bool has_target(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->targets; i++)
        if (indicator->target[i].year == year) return true;
    return false;
}

/* At most one target for each year of the initiative; a year without one is interim.h's. */
static void check_years(struct sense *sense, const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    int from = row->initiative->from, to = row->initiative->to;
    if (!years_are_known(sense, row)) return;
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        if (target->year < from || target->year > to)
            TELL(sense, TARGET_OUTSIDE, target->line, row->name, label(sense, target->year), label(sense, from),
                 label(sense, to));
        else if (i && target[-1].year == target->year)
            TELL(sense, TARGET_TWICE, target->line, row->name, label(sense, target->year),
                 number_text(sense, target[-1].line));
    }
}

/* Can the years come to the target for all of them? What could not be read was told. */
static bool adds_up(const struct indicator *indicator)
{
    const struct value *whole = &indicator->whole.value;
    if (whole->kind == VALUE_NONE) return true;
    bool share = whole->kind == VALUE_PERCENT && indicator->accumulation != ACCUMULATION_CUMULATIVE;
    return value_is_numeric(whole) && !share && indicator->accumulation != ACCUMULATION_STOCK;
}

/* What the indicator says of years without a target has to be possible. */
static void check_interim(struct sense *sense, const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    const struct target *whole = &indicator->whole;
    if (indicator->has_whole && !adds_up(indicator))
        TELL(sense, WHOLE_STATE, whole->line, row->name, whole->value.text);
    if (!indicator->has_interim || indicator->interim != INTERIM_LINEAR) return;
    for (int year = row->initiative->from; year < row->initiative->to; year++) {
        struct standing_target standing = interim_at(indicator, year);
        if (standing.stand != STAND_PROGRESS || !value_is_numeric(&standing.target->value)) continue;
        TELL(sense, LINEAR_NO_START, indicator->line, row->name);
        return;
    }
}

/* → stands for the target before it: there must be one, and not —. */
static void check_continues(struct sense *sense, const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        bool nothing_before = i == 0 || target[-1].value.kind == VALUE_NONE;
        if (target->value.kind == VALUE_CONTINUE && nothing_before)
            TELL(sense, CONTINUE_NOTHING, target->line, row->name, label(sense, target->year));
    }
}

/* How a row is called in what the city accepts. */
static const char *about(struct sense *sense, const struct row *row)
{
    return arena_printf(sense->arena, "%s/indicator/%s", row->initiative->id, row->indicator->id);
}

static void check_mixture(struct sense *sense, const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    unsigned numbers = 0;
    for (unsigned i = 0; i < indicator->targets; i++)
        numbers += value_is_numeric(&indicator->target[i].value);
    for (unsigned i = 0; numbers && i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        if (target->value.kind != VALUE_MILESTONE || !*target->value.text) continue;
        TELL_ABOUT(sense, ROW_MIXED, about(sense, row), target->line, row->name, label(sense, target->year),
                   target->value.text);
        return;
    }
}

static void check_growth(struct sense *sense, const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    for (unsigned i = 0; i < indicator->targets && !indicator->baseline.given; i++) {
        const struct target *target = &indicator->target[i];
        if (target->value.kind != VALUE_GROWTH) continue;
        TELL_ABOUT(sense, GROWTH_NO_BASELINE, about(sense, row), target->line, row->name, target->value.text);
        return;
    }
}

/* --- units --- */

const char *sense_unit(const struct value *value, const struct indicator *indicator)
{
    if (value->kind == VALUE_PERCENT) return "%";
    if (value->kind == VALUE_QUANTITY) return value->unit;
    return value->kind == VALUE_NUMBER ? indicator->unit : NULL;
}

const char *sense_row_unit(const struct indicator *indicator)
{
    const char *unit = indicator->unit;
    for (unsigned i = 0; i < indicator->targets && !unit; i++)
        unit = sense_unit(&indicator->target[i].value, indicator);
    return unit;
}

static void check_unit(struct sense *sense, const struct row *row, const struct value *value, const char *what,
                       long line)
{
    const char *unit = sense_unit(value, row->indicator), *wanted = sense_row_unit(row->indicator);
    struct decimal ignored;
    if (!value_is_numeric(value) || !wanted) return;
    if (!unit)
        TELL(sense, UNIT_MISSING, line, row->name, what, value->text, wanted);
    else if (!value_convert((struct decimal){0, 0}, unit, wanted, &ignored))
        TELL(sense, UNIT_DIFFERS, line, row->name, what, value->text, wanted);
}

static void check_units(struct sense *sense, const struct row *row)
{
    const struct indicator *indicator = row->indicator;
    const struct baseline *baseline = &indicator->baseline;
    for (unsigned i = 0; i < indicator->targets; i++) {
        const struct target *target = &indicator->target[i];
        const char *what = arena_printf(sense->arena, "%sの目標値", label(sense, target->year));
        check_unit(sense, row, &target->value, what, target->line);
    }
    if (indicator->has_whole && !(indicator->targets && indicator->target->whole))
        check_unit(sense, row, &indicator->whole.value, "期間全体の目標値", indicator->whole.line);
    for (unsigned i = 0; i < indicator->revisions; i++)
        check_unit(sense, row, &indicator->revision[i].value, "改める前の目標値", indicator->revision[i].line);
    if (baseline->given) check_unit(sense, row, &baseline->value, "基準値", baseline->line);
    if (baseline->given && *baseline->value.text && !value_is_numeric(&baseline->value))
        TELL_ABOUT(sense, BASELINE_WORDS, about(sense, row), baseline->line, row->name, baseline->value.text);
}

static void check_revisions(struct sense *sense, const struct row *row)
{
    for (unsigned i = 0; i < row->indicator->revisions; i++) {
        const struct revision *revision = &row->indicator->revision[i];
        if (revision->year && years_are_known(sense, row) && !has_target(row->indicator, revision->year))
            TELL(sense, REVISED_YEAR, revision->line, row->name, label(sense, revision->year));
    }
}

/* --- initiatives --- */

static const struct indicator *indicator_of(const struct initiative *initiative, const char *id)
{
    if (!initiative->indicator) return NULL;
    for (unsigned i = 0; i < initiative->indicators; i++)
        if (!id || !strcmp(initiative->indicator[i].id, id)) return &initiative->indicator[i];
    return NULL;
}

/* What the goal counts may differ from what the row counts (3施設 against 1件): then they are not compared, which is said. */
static void check_goal_unit(struct sense *sense, const struct initiative *initiative, const struct goal_value *goal,
                            const struct indicator *indicator)
{
    const char *unit = sense_unit(&goal->value, indicator), *wanted = sense_row_unit(indicator);
    struct decimal ignored;
    if (!unit || !wanted || value_convert((struct decimal){0, 0}, unit, wanted, &ignored)) return;
    TELL_ABOUT(sense, GOAL_UNIT, arena_printf(sense->arena, "%s/goal", initiative->id), goal->line, initiative->id,
               goal->value.text, wanted);
}

static void check_goal_values(struct sense *sense, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->goal_values; i++) {
        const struct goal_value *goal = &initiative->goal_value[i];
        const struct indicator *indicator = indicator_of(initiative, goal->indicator);
        bool words = goal->value.kind == VALUE_MILESTONE || goal->value.kind == VALUE_CONTINUE;
        if (words) TELL(sense, GOAL_WORDS, goal->line, initiative->code, goal->value.text);
        if (indicator)
            check_goal_unit(sense, initiative, goal, indicator);
        else if (initiative->indicators && goal->indicator)
            TELL(sense, GOAL_INDICATOR, goal->line, initiative->code, goal->indicator);
    }
}

static void check_departments(struct sense *sense, const struct initiative *initiative)
{
    const struct plan *plan = sense->plan;
    for (unsigned i = 0; plan->departments && i < initiative->charges; i++) {
        const char *name = initiative->charge[i].name, *guess = NULL;
        if (g_hash_table_contains(sense->department, name)) continue;
        const char **known = arena_array(sense->arena, plan->departments, sizeof *known);
        for (unsigned j = 0; j < plan->departments; j++)
            known[j] = plan->department[j].name;
        if (sense->guesses++ < GUESSES_MOST) guess = likeness_best(name, known, plan->departments);
        if (guess)
            TELL(sense, DEPARTMENT_GUESS, initiative->line, initiative->code, name, guess);
        else
            TELL(sense, DEPARTMENT_UNKNOWN, initiative->line, initiative->code, name);
    }
}

static void check_initiative_period(struct sense *sense, const struct initiative *initiative)
{
    const struct plan *plan = sense->plan;
    int from = initiative->from, to = initiative->to;
    if (!plan->first || !plan->last || plan->first > plan->last) return;
    if (from > to)
        TELL(sense, INITIATIVE_ORDER, initiative->line, initiative->code, number_text(sense, from),
             number_text(sense, to));
    else if (from < plan->first || to > plan->last)
        TELL(sense, INITIATIVE_PERIOD, initiative->line, initiative->code, label(sense, from), label(sense, to),
             label(sense, plan->first), label(sense, plan->last));
}

/* Both within the plan's period. */
static void check_life(struct sense *sense, const struct initiative *initiative)
{
    const struct plan *plan = sense->plan;
    const int year[] = {initiative->began, initiative->ended};
    if (!plan->first || !plan->last || plan->first > plan->last) return;
    for (size_t i = 0; i < sizeof year / sizeof *year; i++)
        if (year[i] && (year[i] < plan->first || year[i] > plan->last))
            TELL(sense, LIFE_OUTSIDE, initiative->line, initiative->code, label(sense, year[i]),
                 label(sense, plan->first), label(sense, plan->last));
}

static void check_row(struct sense *sense, const struct row *row)
{
    check_years(sense, row);
    check_interim(sense, row);
    check_continues(sense, row);
    check_mixture(sense, row);
    check_growth(sense, row);
    check_units(sense, row);
    check_revisions(sense, row);
}

/* An initiative is called by its code, else by its number; by its id in files and links. */
static void check_identity(struct sense *sense, const struct initiative *initiative)
{
    const char *own = initiative->own_code;
    bool again = initiative->number && !own && check_number(sense, initiative->code, initiative->line);
    if (!again && initiative->number) check_id(sense, "initiative", initiative->id, initiative->line);
    if (own) check_code(sense, "initiative", codes_is_mark(own) ? initiative->code : own, initiative->line);
}

static void check_initiative(struct sense *sense, const struct initiative *initiative)
{
    check_identity(sense, initiative);
    check_initiative_period(sense, initiative);
    check_life(sense, initiative);
    check_departments(sense, initiative);
    for (unsigned i = 0; i < initiative->indicators; i++) {
        const struct indicator *indicator = &initiative->indicator[i];
        const char *key = arena_printf(sense->arena, "%p %s", (const void *)initiative, indicator->id);
        long before = met_before(sense, key, indicator->line);
        if (before)
            TELL(sense, INDICATOR_TWICE, indicator->line, initiative->code, indicator->id, number_text(sense, before));
        const char *name = initiative->indicators > 1
                               ? arena_printf(sense->arena, "%sの指標%u", initiative->code, i + 1)
                               : initiative->code;
        check_row(sense, &(struct row){initiative, indicator, name});
    }
    check_goal_values(sense, initiative);
}

/* --- the whole plan --- */

static void check_corrections(struct sense *sense)
{
    for (unsigned i = 0; i < sense->plan->corrections; i++) {
        const struct correction *correction = &sense->plan->correction[i];
        bool many = false;
        if (!correction->ref || groups_refer(sense->plan, correction->ref, &many) < sense->plan->initiatives) continue;
        if (many)
            TELL(sense, SHEET_AMBIGUOUS, correction->line, correction->ref);
        else
            TELL(sense, CORRECTION_REF, correction->line, correction->ref);
    }
}

/* Has it, and has all around it, a number that could be read? */
static bool is_numbered(const struct plan *plan, const struct group *group)
{
    for (; group; group = groups_get(plan, group->parent))
        if (!group->number) return false;
    return true;
}

/* The group, and the initiatives that stand directly in it. */
static void check_group(struct sense *sense, unsigned index)
{
    const struct plan *plan = sense->plan;
    const struct group *group = &plan->group[index];
    const char *name = arena_printf(sense->arena, "%s%s", group->kind, group->path);
    bool again = false;
    if (is_numbered(plan, group) && !group->has_code) again = check_number(sense, name, group->line);
    if (!again && is_numbered(plan, group)) check_id(sense, "group", group->id, group->line);
    if (group->has_code)
        check_code(sense, arena_printf(sense->arena, "group in %d", group->parent), group->code, group->line);
    for (unsigned i = group->first; i < group->first + group->initiatives; i++)
        if (plan->initiative[i].group == (int)index) check_initiative(sense, &plan->initiative[i]);
}

void sense_groups(const struct plan *plan, struct diag *diag)
{
    struct sense sense = sense_open(plan, diag);
    for (unsigned i = 0; i < plan->departments; i++)
        g_hash_table_add(sense.department, (gpointer)plan->department[i].name);
    for (unsigned i = 0; i < plan->groups; i++)
        check_group(&sense, i);
    for (unsigned i = 0; i < plan->initiatives; i++)
        if (plan->initiative[i].group == GROUP_NONE) check_initiative(&sense, &plan->initiative[i]);
    check_corrections(&sense);
    sense_close(&sense);
}
