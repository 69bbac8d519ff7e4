/* facts_sheet: one sheet an initiative, as the published form has it: its place, its texts, its indicators year by year. */
#include <string.h>
#include "document/facts_private.h"
#include "plan/charges.h"
#include "plan/groups.h"
#include "plan/interim.h"

/* A department as the list has it: there its name may have readings. */
static const char *listed_department(const struct facts *facts, const char *name)
{
    const struct plan *plan = facts->plan;
    for (unsigned i = 0; plan->readings.count && i < plan->departments; i++)
        if (!strcmp(plan->department[i].name, name)) return facts_said(facts, plan->department[i].name);
    return name;
}

const char *facts_departments(struct facts *facts, const struct initiative *initiative)
{
    const char **said = arena_array(facts->scratch, initiative->charges, sizeof *said);
    for (unsigned i = 0; i < initiative->charges; i++)
        said[i] = listed_department(facts, initiative->charge[i].name);
    return charges_text(facts->scratch, initiative, said);
}

const char *facts_written_date(struct facts *facts, const char *text)
{
    struct date date;
    return text && date_parse(text, &date) ? date_text(facts->scratch, date) : text;
}

static void add_baseline(struct facts *facts, xmlNode *parent, const struct baseline *baseline)
{
    if (!baseline->given || baseline->of_cell) return;
    xmlNode *node = facts_add(parent, "baseline", baseline->value.text);
    facts_set(node, "year", year_label(facts->plan->year_kind, facts->scratch, baseline->year));
    facts_set(node, "as-of", facts_written_date(facts, baseline->as_of));
    facts_set_flag(node, "approx", baseline->approximate);
}

static const struct revision *revision_of(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->revisions; i++)
        if (indicator->revision[i].year == year) return &indicator->revision[i];
    return NULL;
}

const struct target *facts_target_of(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->targets; i++)
        if (indicator->target[i].year == year) return &indicator->target[i];
    return NULL;
}

static const char *const KIND[] = {
    [VALUE_PERCENT] = "percent",     [VALUE_QUANTITY] = "quantity", [VALUE_NUMBER] = "number",
    [VALUE_MILESTONE] = "milestone", [VALUE_GROWTH] = "growth",     [VALUE_CONTINUE] = "continue",
    [VALUE_NONE] = "none",
};

xmlNode *facts_add_value(xmlNode *parent, const char *name, const struct value *value)
{
    xmlNode *node = facts_add(parent, name, value->steps ? NULL : value->text);
    for (unsigned i = 0; i < value->steps; i++)
        facts_add(node, "step", value->step[i]);
    return node;
}

xmlNode *facts_add_target(xmlNode *cell, const struct value *value, bool revised, const char *absent)
{
    xmlNode *node = value ? facts_add_value(cell, "target", value) : facts_add(cell, "target", NULL);
    facts_set(node, "kind", value ? KIND[value->kind] : absent);
    facts_set_flag(node, "revised", revised);
    return node;
}

xmlNode *facts_add_cell(struct facts *facts, xmlNode *indicator, int year)
{
    xmlNode *cell = facts_add(indicator, "cell", NULL);
    facts_set_number(cell, "year", year);
    facts_set(cell, "label", year_label(facts->plan->year_kind, facts->scratch, year));
    return cell;
}

void facts_add_revision(struct facts *facts, xmlNode *indicator, const struct revision *revision)
{
    xmlNode *node = facts_add(indicator, "revised", revision->value.text);
    facts_set(node, "year", year_label(facts->plan->year_kind, facts->scratch, revision->year));
    facts_set(node, "date", date_text(facts->scratch, revision->date));
    facts_set(node, "decided-by", revision->decided_by);
    facts_set(node, "reason", revision->reason);
}

xmlNode *facts_add_indicator(struct facts *facts, xmlNode *sheet, const struct indicator *indicator, unsigned number)
{
    xmlNode *node = facts_add(sheet, "indicator", NULL);
    facts_set_number(node, "number", number);
    facts_set(node, "id", indicator->id);
    facts_set(node, "unit", indicator->unit);
    if (indicator->source) facts_add(node, "source", indicator->source);
    facts_add(node, "definition", indicator->definition);
    add_baseline(facts, node, &indicator->baseline);
    if (indicator->has_whole) facts_add_value(node, "whole", &indicator->whole.value);
    return node;
}

static const char *absence(const struct initiative *initiative, const struct indicator *indicator, int year)
{
    if (year < initiative->from || year > initiative->to) return "outside";
    return interim_at(indicator, year).stand == STAND_NOTHING ? "unset" : "ahead";
}

/* The years of an indicator as the plan has them; a target for all of them stands in none. */
static void add_years(struct facts *facts, xmlNode *node, const struct initiative *initiative,
                      const struct indicator *indicator)
{
    for (int year = facts->plan->first; year <= facts->plan->last; year++) {
        const struct target *target = facts_target_of(indicator, year);
        bool given = target && !target->whole;
        xmlNode *cell = facts_add_cell(facts, node, year);
        facts_add_target(cell, given ? &target->value : NULL, given && revision_of(indicator, year),
                         absence(initiative, indicator, year));
    }
    for (unsigned i = 0; i < indicator->revisions; i++)
        facts_add_revision(facts, node, &indicator->revision[i]);
}

void facts_add_form_field(xmlNode *parent, const char *name, const struct form_field *field)
{
    xmlNode *node = facts_add_field(parent, name, &field->text);
    facts_set(node, "id", field->element);
    const struct facts *facts = parent->doc->_private;
    facts_set(node, "label", field->element ? form_labels_word(facts->plan->labels, field->element) : field->label);
}

static void add_texts(xmlNode *sheet, const struct initiative *initiative)
{
    for (unsigned i = 0; i < initiative->fields.count; i++)
        facts_add_form_field(sheet, "field", &initiative->fields.field[i]);
    for (unsigned i = 0; i < initiative->goal_values; i++) {
        xmlNode *node = facts_add(sheet, "goal-value", initiative->goal_value[i].value.text);
        facts_set(node, "indicator", initiative->goal_value[i].indicator);
        facts_set(node, "op", initiative->goal_value[i].op);
    }
}

/* What a group is called on this sheet; the heading of an outermost one has its code before its name. */
static const char *group_label(const struct group *group, const struct initiative *initiative, bool innermost)
{
    if (innermost && initiative->item_name) return initiative->item_name;
    return groups_is_outermost(group) ? group->name : group->label;
}

static void add_group(struct facts *facts, xmlNode *sheet, const struct initiative *initiative,
                      const struct group *group)
{
    bool innermost = group == groups_of(facts->plan, initiative);
    xmlNode *node = facts_add(sheet, "group", group_label(group, initiative, innermost));
    facts_set_group(node, group);
}

/* The groups around it, outermost first; the first two by names of their own where a plan has just those. */
static void add_place(struct facts *facts, xmlNode *sheet, const struct initiative *initiative)
{
    const struct plan *plan = facts->plan;
    const struct group *inner = groups_of(plan, initiative), *policy = groups_outermost(plan, initiative);
    const struct group *item = groups_are_plain(plan) ? inner : NULL;
    if (policy) facts_set_number(facts_add(sheet, "policy", policy->name), "number", policy->number);
    if (item) facts_set_number(facts_add(sheet, "item", group_label(item, initiative, true)), "number", item->number);
    for (unsigned level = 0; inner && level <= inner->level; level++) {
        const struct group *group = groups_at(plan, inner, level);
        if (group) add_group(facts, sheet, initiative, group);
    }
}

static void add_relative(struct facts *facts, xmlNode *life, const char *name, unsigned ordinal)
{
    const struct initiative *other = &facts->plan->initiative[ordinal];
    xmlNode *node = facts_add(life, name, other->name);
    facts_set(node, "id", arena_printf(facts->scratch, "s%s", other->id));
    facts_set(node, "code", other->code);
}

/* When it was added or ended, what carries it on, and what it carries on. */
static void add_life(struct facts *facts, xmlNode *sheet, const struct initiative *initiative)
{
    const struct plan *plan = facts->plan;
    unsigned own = (unsigned)(initiative - plan->initiative);
    xmlNode *life = facts_add(sheet, "life", NULL);
    if (initiative->began) facts_set(life, "began", year_label(plan->year_kind, facts->scratch, initiative->began));
    if (initiative->ended) facts_set(life, "ended", year_label(plan->year_kind, facts->scratch, initiative->ended));
    facts_set(life, "why", initiative->ended_why);
    for (unsigned i = 0; i < plan->successions; i++)
        if (plan->succession[i].from == own) add_relative(facts, life, "into", plan->succession[i].to);
    for (unsigned i = 0; i < plan->successions; i++)
        if (plan->succession[i].to == own) add_relative(facts, life, "succeeds", plan->succession[i].from);
    if (life->children || life->properties) return;
    xmlUnlinkNode(life);
    xmlFreeNode(life);
}

xmlNode *facts_add_sheet(struct facts *facts, xmlNode *root, const struct initiative *initiative)
{
    xmlNode *sheet = facts_add(root, "sheet", NULL);
    const struct group *outermost = groups_outermost(facts->plan, initiative);
    facts_set(sheet, "id", arena_printf(facts->scratch, "s%s", initiative->id));
    facts_set(sheet, "ref", initiative->id);
    facts_set(sheet, "code", initiative->code);
    facts_set_number(sheet, "number", ++facts->sheets);
    facts_set_flag(sheet, "first-of-policy", facts->sheets == 1 || facts->last_group != outermost);
    facts->last_group = outermost;
    add_place(facts, sheet, initiative);
    facts_add(sheet, "name", initiative->name);
    facts_add(sheet, "department", facts_departments(facts, initiative));
    add_life(facts, sheet, initiative);
    add_texts(sheet, initiative);
    return sheet;
}

static void add_whole_sheet(struct facts *facts, xmlNode *root, const struct initiative *initiative)
{
    xmlNode *sheet = facts_add_sheet(facts, root, initiative);
    for (unsigned i = 0; i < initiative->indicators; i++) {
        const struct indicator *indicator = &initiative->indicator[i];
        add_years(facts, facts_add_indicator(facts, sheet, indicator, i + 1), initiative, indicator);
    }
}

void facts_add_sheets(struct facts *facts, xmlNode *root)
{
    for (unsigned i = 0; i < facts->plan->initiatives; i++)
        add_whole_sheet(facts, root, &facts->plan->initiative[i]);
}
