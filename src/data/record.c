/* record: the steps by which a record is written, and the file as a whole: plan, years, policies, tallies, corrections. */
#include "data/record.h"
#include "data/record_private.h"
#include <stdlib.h>
#include <string.h>
#include "plan/groups.h"
#include "progress/number.h"
#include "progress/words.h"

/* ---- steps ---- */

void record_set(json_t *object, const char *key, const char *text)
{
    if (text && *text) json_object_set_new_nocheck(object, key, json_string_nocheck(text));
}

void record_set_field(const struct source *source, json_t *object, const char *key, const struct field *field)
{
    record_set(object, key, source_field(source, field));
}

void record_set_flag(json_t *object, const char *key, bool value)
{
    if (value) json_object_set_new_nocheck(object, key, json_true());
}

void record_set_list(json_t *object, const char *key, json_t *list)
{
    if (json_array_size(list))
        json_object_set_new_nocheck(object, key, list);
    else
        json_decref(list);
}

void record_set_integer(json_t *object, const char *key, long long value)
{
    json_object_set_new_nocheck(object, key, json_integer(value));
}

void record_set_decimal(const struct source *source, json_t *object, const char *key, struct decimal value)
{
    record_set(object, key, number_plain(source->arena, value));
}

void record_set_date(const struct source *source, json_t *object, const char *key, struct date date)
{
    record_set(object, key, source_date(source, date));
}

json_t *record_year(const struct source *source, int year)
{
    json_t *object = json_object();
    record_set_integer(object, "year", year);
    record_set(object, "era", source_era(source, year));
    return object;
}

json_t *record_judgement(const struct source *source, const struct judgement *judgement)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < judgement->count; i++) {
        const struct grade *grade = &judgement->grades[i];
        json_t *object = json_object();
        record_set(object, "name", grade->name);
        if (grade->has_limit) record_set_decimal(source, object, grade->above ? "above" : "atLeast", grade->limit);
        record_set_flag(object, "met", grade->met);
        record_set(object, "mark", grade->mark);
        record_set(object, "state", grade->state);
        json_array_append_new(list, object);
    }
    return list;
}

json_t *record_opinions(const struct source *source, const struct opinion *opinion, unsigned count)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < count; i++) {
        json_t *object = json_object();
        record_set(object, "by", opinion[i].by);
        record_set_date(source, object, "date", opinion[i].date);
        record_set_field(source, object, "text", &opinion[i].text);
        record_set_field(source, object, "response", &opinion[i].response);
        json_array_append_new(list, object);
    }
    return list;
}

/* ---- the plan and its years ---- */

static void set_plan(const struct source *source, json_t *root)
{
    const struct plan *plan = source->plan;
    json_t *municipality = json_object(), *object = json_object(), *licence = json_object();
    record_set(municipality, "code", plan->code);
    record_set(municipality, "name", plan->municipality);
    json_object_set_new_nocheck(root, "municipality", municipality);
    record_set(object, "title", plan->title);
    record_set(object, "state", word_plan_state(plan->draft));
    record_set_date(source, object, "date", plan->date);
    record_set_integer(object, "firstYear", plan->first);
    record_set_integer(object, "lastYear", plan->last);
    record_set(licence, "text", plan->licence);
    record_set(licence, "href", plan->licence_href);
    if (json_object_size(licence))
        json_object_set_new_nocheck(object, "licence", licence);
    else
        json_decref(licence);
    json_object_set_new_nocheck(object, "judgement", record_judgement(source, source->progress->judgement));
    json_object_set_new_nocheck(root, "plan", object);
}

static json_t *reports(const struct source *source)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < source->progress->years; i++) {
        const struct actuals *file = source_file(source, source->progress->year_of[i]);
        if (!file) continue;
        json_t *object = record_year(source, file->year);
        record_set_flag(object, "sample", file->sample);
        record_set_date(source, object, "asOf", file->as_of);
        if (file->has_published) record_set_date(source, object, "published", file->published);
        record_set_field(source, object, "overview", &file->overview);
        record_set_list(object, "opinions", record_opinions(source, file->opinion, file->opinions));
        json_array_append_new(list, object);
    }
    return list;
}

/* ---- tallies ---- */

static json_t *counts(const struct source *source, const struct tally *tally)
{
    const struct judgement *judgement = source->progress->judgement;
    json_t *list = json_array();
    for (unsigned i = 0; i < judgement->count; i++) {
        json_t *object = json_object();
        record_set(object, "result", judgement->grades[i].name);
        record_set_integer(object, "count", tally->graded[i]);
        record_set_integer(object, "measured", tally->measured[i]);
        record_set_integer(object, "declared", tally->graded[i] - tally->measured[i]);
        json_array_append_new(list, object);
    }
    for (enum outcome i = OUTCOME_GRADED + 1; i < OUTCOME_NOT_DUE; i++) {
        if (!source->progress->occurs[i]) continue;
        json_t *object = json_object();
        record_set(object, "result", words_outcome(i));
        record_set_integer(object, "count", tally->outcome[i]);
        json_array_append_new(list, object);
    }
    return list;
}

static void add_tallies(const struct source *source, json_t *list, int year)
{
    unsigned tallies = 0;
    const struct tally *tally = progress_tally(source->progress, year, &tallies);
    for (unsigned i = 0; i < tallies; i++) {
        json_t *object = record_year(source, year);
        record_set(object, "by", source_tally_by(&tally[i]));
        record_set(object, "name", source_tally_name(source, &tally[i]));
        record_set_integer(object, "initiatives", tally[i].initiatives);
        record_set_integer(object, "denominator", tally[i].denominator);
        record_set_integer(object, "differing", tally[i].differing);
        json_object_set_new_nocheck(object, "counts", counts(source, &tally[i]));
        json_array_append_new(list, object);
    }
}

static json_t *tallies(const struct source *source)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < source->progress->years; i++)
        if (source_file(source, source->progress->year_of[i])) add_tallies(source, list, source->progress->year_of[i]);
    return list;
}

/* ---- corrections ---- */

static void add_corrections(const struct source *source, json_t *list, const struct correction *correction,
                            unsigned corrections)
{
    for (unsigned i = 0; i < corrections; i++) {
        const struct correction *one = &correction[i];
        json_t *object = json_object();
        record_set_date(source, object, "date", one->date);
        record_set(object, "document", words_document(one->document));
        record_set(object, "ref", one->ref);
        record_set(object, "field", words_field(one->field));
        record_set(object, "indicator", one->indicator);
        if (one->year) record_set_integer(object, "year", strtol(one->year, NULL, 10));
        record_set(object, "wrong", one->wrong);
        record_set(object, "right", one->right);
        record_set(object, "reason", one->reason);
        json_array_append_new(list, object);
    }
}

static json_t *corrections(const struct source *source)
{
    json_t *list = json_array();
    add_corrections(source, list, source->plan->correction, source->plan->corrections);
    for (unsigned i = 0; i < source->history->years; i++)
        add_corrections(source, list, source->history->year[i]->correction, source->history->year[i]->corrections);
    return list;
}

/* ---- the file ---- */

/* The tree of a large plan would be some ten times its text: an initiative is written, and given back, before the next is made. So
   the brackets of what holds initiatives are ours; it also makes a line an initiative, which comparing line by line likes. */

static int take(const char *bytes, size_t size, void *out)
{
    buf_put(out, bytes, size);
    return 0;
}

static void put(struct buf *out, json_t *json, size_t flags)
{
    json_dump_callback(json, take, out, JSON_COMPACT | flags);
    json_decref(json);
}

/* A list, a line each; the list is given back. */
static void put_lines(struct buf *out, const char *key, json_t *list)
{
    buf_printf(out, ",\n\"%s\":[", key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        buf_str(out, i ? ",\n" : "\n");
        put(out, json_incref(json_array_get(list, i)), 0);
    }
    buf_char(out, ']');
    json_decref(list);
}

/* `parent` without its closing bracket, which the caller owes, and the start of the list it holds. */
static void open_list(struct buf *out, json_t *parent, const char *key, bool first)
{
    buf_str(out, first ? "\n{" : ",\n{");
    put(out, parent, JSON_EMBED);
    buf_printf(out, ",\"%s\":[", key);
}

static void put_initiatives(const struct source *source, struct buf *out, unsigned first, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        buf_str(out, i ? ",\n" : "\n");
        put(out, record_initiative(source, &source->progress->initiative[first + i]), 0);
    }
}

static json_t *group_object(const struct group *group)
{
    json_t *object = json_object();
    record_set_integer(object, "number", group->number);
    if (group->has_code) record_set(object, "code", group->code);
    if (strcmp(group->id, group->path) != 0) record_set(object, "id", group->id);
    record_set(object, "name", group->name);
    return object;
}

static void put_item(const struct source *source, struct buf *out, const struct group *group, bool first)
{
    json_t *object = group_object(group);
    record_set(object, "label", group->label);
    open_list(out, object, "initiatives", first);
    put_initiatives(source, out, group->first, group->initiatives);
    buf_str(out, "]}");
}

static void put_policies(const struct source *source, struct buf *out)
{
    bool first = true;
    buf_str(out, ",\n\"policies\":[");
    for (unsigned i = 0; i < source->plan->groups; i++) {
        const struct group *group = &source->plan->group[i];
        if (group->level) {
            put_item(source, out, group, !source->plan->group[i - 1].level);
            continue;
        }
        json_t *object = group_object(group);
        record_set_field(source, object, "approach", &group->approach);
        if (!first) buf_str(out, "]}");
        open_list(out, object, "items", first);
        first = false;
    }
    buf_str(out, first ? "]" : "]}]");
}

/* ---- plans of any other shape: groups as one list, each with its parent, and all initiatives with their group ---- */

static json_t *groups(const struct source *source)
{
    const struct plan *plan = source->plan;
    json_t *list = json_array();
    for (unsigned i = 0; i < plan->groups; i++) {
        const struct group *group = &plan->group[i];
        json_t *object = group_object(group);
        record_set(object, "id", group->id);
        record_set_integer(object, "level", group->level + 1);
        record_set(object, "kind", group->kind);
        record_set(object, "label", group->label);
        if (group->parent != GROUP_NONE) record_set(object, "parent", plan->group[group->parent].id);
        record_set_field(source, object, "approach", &group->approach);
        json_array_append_new(list, object);
    }
    return list;
}

static void put_shape(const struct source *source, struct buf *out)
{
    if (groups_are_plain(source->plan)) {
        put_policies(source, out);
        return;
    }
    put_lines(out, "groups", groups(source));
    buf_str(out, ",\n\"initiatives\":[");
    put_initiatives(source, out, 0, source->plan->initiatives);
    buf_char(out, ']');
}

void record_json(const struct source *source, struct buf *out)
{
    json_set_alloc_funcs(xmalloc, free); /* ends the program when memory is out, as everywhere */
    json_t *head = json_object();
    record_set(head, "$schema", "data.schema.json");
    record_set(head, "version", "1");
    json_object_set_new_nocheck(head, "sample", json_boolean(source->sample));
    set_plan(source, head);
    buf_char(out, '{');
    put(out, head, JSON_EMBED);
    put_lines(out, "reports", reports(source));
    put_shape(source, out);
    put_lines(out, "tallies", tallies(source));
    put_lines(out, "corrections", corrections(source));
    buf_str(out, "}\n");
}
