/* facts_sheet: one sheet an initiative, as the published form has it: its place, its texts, its indicators year by year. */
#include <string.h>
#include "document/facts_private.h"

static const char *join_departments(struct facts *facts, const struct initiative *initiative)
{
    const char *text = initiative->departments ? initiative->department[0] : "";
    for (unsigned i = 1; i < initiative->departments; i++)
        text = arena_printf(facts->scratch, "%s、%s", text, initiative->department[i]);
    return text;
}

/* A date as written (2025-11), for people: 令和7年11月. */
static const char *written_date(struct facts *facts, const char *text)
{
    struct date date;
    return text && date_parse(text, &date) ? date_text(facts->scratch, date) : text;
}

static void add_baseline(struct facts *facts, xmlNode *parent, const struct baseline *baseline)
{
    if (!baseline->given) return;
    xmlNode *node = facts_add(parent, "baseline", baseline->value.text);
    facts_set(node, "year", year_label(facts->scratch, baseline->year));
    facts_set(node, "as-of", written_date(facts, baseline->as_of));
    facts_set_flag(node, "approx", baseline->approximate);
}

static const struct revision *revision_of(const struct indicator *indicator, int year)
{
    for (unsigned i = 0; i < indicator->revisions; i++)
        if (indicator->revision[i].year == year) return &indicator->revision[i];
    return NULL;
}

static const struct target *target_of(const struct indicator *indicator, int year)
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

/* A year before `from` or after `to` has no target: its cell is 対象外. */
static void add_cell(struct facts *facts, xmlNode *parent, const struct indicator *indicator, int year)
{
    const struct target *target = target_of(indicator, year);
    xmlNode *cell = facts_add(parent, "cell", NULL);
    facts_set_number(cell, "year", year);
    facts_set(cell, "label", year_label(facts->scratch, year));
    if (!target) {
        facts_set(facts_add(cell, "target", NULL), "kind", "outside");
        return;
    }
    const struct value *value = &target->value;
    xmlNode *node = facts_add(cell, "target", value->steps ? NULL : value->text);
    facts_set(node, "kind", KIND[value->kind]);
    for (unsigned i = 0; i < value->steps; i++)
        facts_add(node, "step", value->step[i]);
    facts_set_flag(node, "revised", revision_of(indicator, year) != NULL);
}

static void add_revisions(struct facts *facts, xmlNode *parent, const struct indicator *indicator)
{
    for (unsigned i = 0; i < indicator->revisions; i++) {
        const struct revision *revision = &indicator->revision[i];
        xmlNode *node = facts_add(parent, "revised", revision->value.text);
        facts_set(node, "year", year_label(facts->scratch, revision->year));
        facts_set(node, "date", date_text(facts->scratch, revision->date));
        facts_set(node, "decided-by", revision->decided_by);
        facts_set(node, "reason", revision->reason);
    }
}

static void add_indicator(struct facts *facts, xmlNode *sheet, const struct initiative *initiative, unsigned index)
{
    const struct indicator *indicator = &initiative->indicator[index];
    xmlNode *node = facts_add(sheet, "indicator", NULL);
    facts_set_number(node, "number", index + 1);
    facts_set(node, "id", indicator->id);
    facts_set(node, "unit", indicator->unit);
    if (indicator->source) facts_add(node, "source", indicator->source);
    facts_add(node, "definition", indicator->definition);
    add_baseline(facts, node, &indicator->baseline);
    for (int year = facts->plan->first; year <= facts->plan->last; year++)
        add_cell(facts, node, indicator, year);
    add_revisions(facts, node, indicator);
}

static void add_texts(xmlNode *sheet, const struct initiative *initiative)
{
    const struct {
        const char *name;
        const struct field *field;
    } FIELD[] = {
        {"current",   &initiative->current  },
        {"challenge", &initiative->challenge},
        {"action",    &initiative->action   },
        {"goal",      &initiative->goal     },
        {"related",   &initiative->related  },
    };
    for (size_t i = 0; i < sizeof FIELD / sizeof *FIELD; i++)
        facts_add_field(sheet, FIELD[i].name, FIELD[i].field);
    for (unsigned i = 0; i < initiative->fields; i++) {
        facts_add_field(sheet, "field", &initiative->field[i].text);
        facts_set(sheet->last, "name", initiative->field[i].name);
    }
    for (unsigned i = 0; i < initiative->goal_values; i++) {
        xmlNode *node = facts_add(sheet, "goal-value", initiative->goal_value[i].value.text);
        facts_set(node, "indicator", initiative->goal_value[i].indicator);
        facts_set(node, "op", initiative->goal_value[i].op);
    }
}

static void add_sheet(struct facts *facts, xmlNode *root, const struct policy *policy, const struct item *item,
                      const struct initiative *initiative)
{
    xmlNode *sheet = facts_add(root, "sheet", NULL);
    const char *label = initiative->item_name ? initiative->item_name : item->label;
    facts_set(sheet, "id", arena_printf(facts->scratch, "s%s", initiative->id));
    facts_set(sheet, "ref", initiative->id);
    facts_set_number(sheet, "number", ++facts->sheets);
    facts_set_flag(sheet, "first-of-policy", facts->last_policy != policy);
    facts->last_policy = policy;
    facts_set_number(facts_add(sheet, "policy", policy->name), "number", policy->number);
    facts_set_number(facts_add(sheet, "item", label), "number", item->number);
    facts_add(sheet, "name", initiative->name);
    facts_add(sheet, "department", join_departments(facts, initiative));
    add_texts(sheet, initiative);
    for (unsigned i = 0; i < initiative->indicators; i++)
        add_indicator(facts, sheet, initiative, i);
}

void facts_add_sheets(struct facts *facts, xmlNode *root)
{
    for (unsigned p = 0; p < facts->plan->policies; p++) {
        const struct policy *policy = &facts->plan->policy[p];
        for (unsigned i = 0; i < policy->items; i++)
            for (unsigned k = 0; k < policy->item[i].initiatives; k++)
                add_sheet(facts, root, policy, &policy->item[i], &policy->item[i].initiative[k]);
    }
}
