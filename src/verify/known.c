/* known: see known.h. */
#include "verify/known.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/xml.h"
#include "plan/groups.h"
#include "progress/number.h"
#include "progress/unit.h"

enum { LARGEST_TEMPLATE = 1 << 24 };
struct adding {
    const struct truth *truth;
    struct arena *arena;
    struct numbers *to;
};

static void add(const struct adding *adding, const char *text)
{
    numbers_add(adding->to, text);
}

static void add_count(const struct adding *adding, long long count)
{
    add(adding, arena_printf(adding->arena, "%lld", count));
}

static void add_year(const struct adding *adding, int year)
{
    add(adding, year_label(adding->truth->plan->year_kind, adding->arena, year));
    add_count(adding, year);
}

static void add_date(const struct adding *adding, struct date date)
{
    if (!date.year) return;
    add(adding, date_text(adding->arena, date));
    add(adding, expect_date(adding->arena, date));
}

/* A date as it was written, and as it is shown. */
static void add_written_date(const struct adding *adding, const char *text)
{
    struct date date;
    add(adding, text);
    if (text && date_parse(text, &date)) add_date(adding, date);
}

static void add_field(const struct adding *adding, const struct field *field)
{
    for (unsigned i = 0; i < field->count; i++)
        for (unsigned k = 0; k < field->blocks[i].count; k++)
            add(adding, field->blocks[i].text[k]);
}

static void add_amount(const struct adding *adding, struct decimal number, const char *unit)
{
    if (number.units < 0) number.units = -number.units;
    add(adding, expect_amount(adding->arena, number, unit));
    add(adding, number_text(adding->arena, number));
}

static void add_whole(const struct adding *adding, bool given, int64_t amount, const char *unit)
{
    if (given) add_amount(adding, (struct decimal){amount, 0}, unit);
}

/* ---- an indicator ---- */

static void add_value(const struct adding *adding, const struct indicator_progress *indicator,
                      const struct value *value)
{
    struct decimal number = {0};
    if (!value) return;
    add(adding, value->text);
    if (unit_number(indicator, value, &number)) add_amount(adding, number, unit_of_row(indicator));
    if (unit_high(indicator, value, &number)) add_amount(adding, number, unit_of_row(indicator));
}

static void add_actual(const struct adding *adding, const struct actual *actual)
{
    if (!actual) return;
    for (unsigned i = 0; i < actual->steps; i++)
        add(adding, actual->step[i].text);
    add(adding, actual->value.text);
    if (actual->has_number) add(adding, actual->number.text);
    if (actual->in) add_year(adding, actual->in);
    if (actual->months) add_count(adding, actual->months);
    add_written_date(adding, actual->as_of);
    add(adding, actual->source);
    add(adding, actual->evidence);
    add(adding, actual->why);
    add(adding, actual->decision);
}

/* How much more would have met it: あと1事業. */
static void add_missing(const struct adding *adding, const struct indicator_progress *indicator,
                        const struct reading *reading)
{
    struct decimal number = {0};
    if (!unit_number(indicator, reading->number, &number) || number.scale) return;
    add_count(adding, llabs(reading->needed - number.units));
}

/* What a year without a target leads to, and the whole period. */
static void add_interim(const struct adding *adding, const struct indicator_progress *indicator,
                        const struct reading *reading)
{
    const struct indicator *of = indicator->indicator;
    if (reading->next) add_value(adding, indicator, reading->next);
    if (reading->until) add_year(adding, reading->until);
    if (reading->has_way) add(adding, number_percents(adding->arena, reading->way));
    if (of->has_whole) add_value(adding, indicator, &of->whole.value);
    if (!reading->has_whole) return;
    add_amount(adding, reading->whole_total, unit_of_value(of, &of->whole.value));
    add(adding, number_percents(adding->arena, reading->whole));
}

static void add_reading(const struct adding *adding, const struct indicator_progress *indicator,
                        const struct reading *reading)
{
    struct expect e;
    expect_reading(adding->truth, adding->arena, indicator, reading, &e);
    add_value(adding, indicator, reading->target);
    add_value(adding, indicator, reading->original);
    if (reading->against != reading->target) add_value(adding, indicator, reading->against);
    add_value(adding, indicator, reading->number);
    add_actual(adding, reading->actual);
    add(adding, e.shown_rate);
    add(adding, e.difference);
    const char *unit = unit_compared(indicator, reading);
    if (reading->has_totals) add_amount(adding, reading->target_total, unit);
    if (reading->has_totals) add_amount(adding, reading->actual_total, unit);
    if (reading->has_change) add_amount(adding, reading->change, unit_of_row(indicator));
    if (reading->has_growth) add(adding, number_rate(adding->arena, llabs(reading->growth_tenths)));
    add_interim(adding, indicator, reading);
    if (!reading->has_needed) return;
    add_amount(adding, (struct decimal){reading->needed, 0}, unit_of_row(indicator));
    add_missing(adding, indicator, reading);
}

static void add_grades(const struct adding *adding, const struct judgement *judgement)
{
    for (unsigned i = 0; i < judgement->count; i++) {
        add(adding, judgement->grades[i].name);
        if (judgement->grades[i].has_limit) add(adding, number_text(adding->arena, judgement->grades[i].limit));
    }
}

static void add_indicator(const struct adding *adding, const struct indicator_progress *one)
{
    const struct indicator *indicator = one->indicator;
    struct decimal outlook = {0};
    add(adding, indicator->source);
    add(adding, indicator->definition);
    add_count(adding, (long long)one->readings);
    if (indicator->baseline.given && !indicator->baseline.of_cell) {
        add_value(adding, one, &indicator->baseline.value);
        add_year(adding, indicator->baseline.year);
        add_written_date(adding, indicator->baseline.as_of);
    }
    for (unsigned i = 0; i < indicator->targets; i++)
        add(adding, indicator->target[i].value.text);
    for (unsigned i = 0; i < indicator->revisions; i++) {
        add(adding, indicator->revision[i].value.text);
        add(adding, indicator->revision[i].decided_by);
        add(adding, indicator->revision[i].reason);
        add_date(adding, indicator->revision[i].date);
    }
    add(adding, number_text(adding->arena, indicator->tolerance));
    add_grades(adding, one->judgement);
    if (unit_outlook(one, &outlook)) add_amount(adding, outlook, unit_of_row(one));
    for (unsigned i = 0; i < one->readings; i++)
        add_reading(adding, one, &one->reading[i]);
}

/* ---- an initiative ---- */

static void add_opinions(const struct adding *adding, const struct opinion *opinion, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        add(adding, opinion[i].by);
        add_date(adding, opinion[i].date);
        add_field(adding, &opinion[i].text);
        add_field(adding, &opinion[i].response);
    }
}

static void add_fields(const struct adding *adding, const struct form_fields *fields)
{
    for (unsigned i = 0; i < fields->count; i++) {
        add_field(adding, &fields->field[i].text);
        if (fields->field[i].id == FIELD_OWN) add(adding, fields->field[i].name); /* 第2次計画での目標 */
    }
}

static void add_effect(const struct adding *adding, const struct effect *effect)
{
    const char *unit = effect->category->unit;
    add_whole(adding, true, effect->amount, unit);
    add_whole(adding, effect->has_planned, effect->planned, unit);
    add_whole(adding, effect->has_cost, effect->cost, unit);
    add_whole(adding, effect->has_cost, effect->amount - effect->cost, unit);
    add(adding, effect->rule);
}

static void add_sheet(const struct adding *adding, const struct sheet_year *sheet)
{
    add_fields(adding, &sheet->fields);
    if (sheet->has_entered) add_date(adding, sheet->entered);
    if (sheet->has_checked) add_date(adding, sheet->checked);
    add_whole(adding, sheet->has_cost, sheet->cost, "千円");
    for (unsigned i = 0; i < sheet->costs; i++)
        add_whole(adding, true, sheet->source[i].amount, "千円");
    for (unsigned i = 0; i < sheet->surveys; i++) {
        add_date(adding, sheet->survey[i].date);
        add(adding, number_text(adding->arena, (struct decimal){sheet->survey[i].n, 0}));
    }
    for (unsigned i = 0; i < sheet->evaluations; i++)
        add_field(adding, &sheet->evaluation[i].text);
    for (unsigned i = 0; i < sheet->effects; i++)
        add_effect(adding, &sheet->effect[i]);
    add_opinions(adding, sheet->opinion, sheet->opinions);
}

static void add_corrections(const struct adding *adding, const struct correction *correction, unsigned count,
                            const char *ref)
{
    for (unsigned i = 0; i < count; i++) {
        const struct correction *one = &correction[i];
        const char *const TEXT[] = {one->ref, one->indicator, one->wrong, one->right, one->reason};
        if (ref && (!one->ref || strcmp(one->ref, ref) != 0)) continue;
        for (size_t k = 0; k < sizeof TEXT / sizeof *TEXT; k++)
            add(adding, TEXT[k]);
        add_date(adding, one->date);
        if (one->year) add_year(adding, (int)strtol(one->year, NULL, 10));
    }
}

static void add_own_corrections(const struct adding *adding, const char *id)
{
    const struct plan *plan = adding->truth->plan;
    const struct history *history = adding->truth->history;
    add_corrections(adding, plan->correction, plan->corrections, id);
    for (unsigned i = 0; i < history->years; i++)
        add_corrections(adding, history->year[i]->correction, history->year[i]->corrections, id);
}

/* Why it was ended, and those that carry it on or that it carries on. */
static void add_life(const struct adding *adding, const struct initiative *initiative)
{
    const struct plan *plan = adding->truth->plan;
    add(adding, initiative->ended_why);
    for (unsigned i = 0; i < plan->successions; i++) {
        const struct initiative *from = &plan->initiative[plan->succession[i].from];
        const struct initiative *to = &plan->initiative[plan->succession[i].to];
        if (from != initiative && to != initiative) continue;
        add(adding, from == initiative ? to->code : from->code);
        add(adding, from == initiative ? to->name : from->name);
    }
}

static void add_initiative(const struct adding *adding, const struct initiative_progress *one)
{
    const struct initiative *initiative = one->initiative;
    const struct group *group = groups_of(adding->truth->plan, initiative);
    const char *const TEXT[] = {initiative->code, initiative->name, initiative->item_name,
                                expect_departments(adding->arena, initiative)};
    add_fields(adding, &initiative->fields);
    add_life(adding, initiative);
    for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++)
        add(adding, TEXT[i]);
    for (; group; group = groups_get(adding->truth->plan, group->parent))
        add(adding, group->label);
    for (unsigned i = 0; i < initiative->goal_values; i++)
        add(adding, initiative->goal_value[i].value.text);
    for (unsigned i = 0; i < one->indicators; i++) {
        add_count(adding, (long long)i + 1);
        add_indicator(adding, &one->indicator[i]);
    }
    for (unsigned i = 0; i < adding->truth->progress->years; i++) {
        add_year(adding, one->year[i].year);
        if (one->year[i].years_late) add_count(adding, one->year[i].years_late);
        if (one->year[i].sheet) add_sheet(adding, one->year[i].sheet);
    }
    if (one->twin) {
        add(adding, one->twin->initiative->code);
        add(adding, one->twin->initiative->name);
    }
    add_own_corrections(adding, initiative->id);
}

/* ---- counts ---- */

static void add_tally(const struct adding *adding, const struct tally *tally)
{
    enum { WHOLE = 1000 };
    unsigned graded = 0, measured = 0;
    for (unsigned i = 0; i < adding->truth->progress->judgement->count; i++) {
        graded += tally->graded[i];
        measured += tally->measured[i];
        add_count(adding, tally->graded[i]);
        add_count(adding, tally->measured[i]);
        add_count(adding, (long long)tally->graded[i] - tally->measured[i]);
        if (tally->denominator)
            add(adding, number_rate(adding->arena, (int64_t)tally->graded[i] * WHOLE / tally->denominator));
    }
    if (tally->denominator) add(adding, expect_share(adding->arena, adding->truth->progress->judgement, tally));
    for (enum outcome i = OUTCOME_GRADED; i < OUTCOME_COUNT; i++)
        add_count(adding, tally->outcome[i]);
    const long long COUNT[] = {graded,
                               measured,
                               (long long)graded - measured,
                               tally->initiatives,
                               tally->denominator,
                               tally->differing,
                               (long long)tally->initiatives - graded};
    for (size_t i = 0; i < sizeof COUNT / sizeof *COUNT; i++)
        add_count(adding, COUNT[i]);
}

static void add_change(const struct adding *adding)
{
    const struct change *change = &adding->truth->progress->change;
    const unsigned COUNT[] = {change->better, change->same, change->worse, change->other};
    for (size_t i = 0; i < sizeof COUNT / sizeof *COUNT; i++)
        add_count(adding, COUNT[i]);
}

static void add_effects_total(const struct adding *adding, const struct effects_total *total)
{
    if (total->too_large) return;
    const int64_t AMOUNT[] = {total->yearly,
                              total->cumulative,
                              total->planned,
                              total->cost,
                              total->yearly - total->cost,
                              total->cumulative_planned,
                              total->cumulative_cost,
                              total->cumulative - total->cumulative_cost};
    for (size_t i = 0; i < sizeof AMOUNT / sizeof *AMOUNT; i++)
        add_whole(adding, true, AMOUNT[i], total->unit);
}

/* ---- the whole input ---- */

static void add_texts(const struct adding *adding, const struct plan_text *text, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        add(adding, text[i].text);
}

static void add_all_years(const struct adding *adding)
{
    const struct progress *progress = adding->truth->progress;
    for (unsigned i = 0; i < progress->years; i++) {
        unsigned rows = 0;
        const struct tally *tally = progress_tally(progress, progress->year_of[i], &rows);
        for (unsigned k = 0; k < rows; k++)
            add_tally(adding, &tally[k]);
        add_year(adding, progress->year_of[i]);
    }
    for (unsigned i = 0; i < adding->truth->history->years; i++) {
        const struct actuals *file = adding->truth->history->year[i];
        add_texts(adding, file->text, file->texts);
        add_date(adding, file->as_of);
        if (file->has_published) add_date(adding, file->published);
        add_opinions(adding, file->opinion, file->opinions);
        add_corrections(adding, file->correction, file->corrections, NULL);
    }
}

enum { EXAMPLE = 2026 }; /* by which columns.csv explains what a year is, whatever the plan's years are */

static void add_everything(const struct adding *adding)
{
    const struct plan *plan = adding->truth->plan;
    const struct progress *progress = adding->truth->progress;
    const char *const TEXT[] = {plan->title,           plan->municipality, plan->code,       plan->licence,
                                plan->contact.address, plan->contact.tel,  plan->contact.fax};
    for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++)
        add(adding, TEXT[i]);
    add_texts(adding, plan->text, plan->texts);
    for (unsigned i = 0; i < plan->departments; i++)
        add(adding, plan->department[i].tel);
    add_date(adding, plan->date);
    add_corrections(adding, plan->correction, plan->corrections, NULL);
    for (unsigned i = 0; i < plan->revisions; i++)
        add_date(adding, plan->revision[i].date);
    add_all_years(adding);
    add_grades(adding, progress->judgement);
    add_change(adding);
    add_count(adding, progress->late);
    add_count(adding, (long long)plan->last - plan->first + 1);
    for (int year = EXAMPLE; year <= EXAMPLE + 1; year++)
        add_count(adding, year);
    for (unsigned i = 0; i < plan->groups; i++)
        add(adding, plan->group[i].label), add(adding, groups_place(&plan->group[i]));
    for (unsigned i = 0; i < plan->chapters; i++)
        for (unsigned k = 0; k <= plan->chapter[i].sections; k++)
            add_count(adding, (long long)k);
    for (unsigned i = 0; i < progress->effects; i++)
        add_effects_total(adding, &progress->effect[i]);
    add_effects_total(adding, &progress->effect_all);
    for (unsigned i = 0; i < progress->initiatives; i++)
        add_initiative(adding, &progress->initiative[i]);
}

/* ---- the templates ---- */

static void add_words(const struct adding *adding, const xmlNode *node)
{
    for (; node; node = node->next) {
        if (node->type == XML_TEXT_NODE) add(adding, (const char *)node->content);
        if (node->type == XML_ELEMENT_NODE) add_words(adding, node->children);
    }
}

static void add_templates(const struct adding *adding, const char *folder)
{
    struct diag *unheard = diag_new();
    GDir *names = g_dir_open(folder, 0, NULL);
    for (const char *name; names && (name = g_dir_read_name(names));) {
        if (!g_str_has_suffix(name, ".xsl")) continue;
        xmlDoc *doc = xml_read(arena_printf(adding->arena, "%s/%s", folder, name), LARGEST_TEMPLATE, unheard);
        if (doc) add_words(adding, xmlDocGetRootElement(doc));
        xmlFreeDoc(doc);
    }
    if (names) g_dir_close(names);
    diag_free(unheard);
}

static void add_common(const struct adding *adding)
{
    const struct plan *plan = adding->truth->plan;
    const struct contact *contact = &plan->contact;
    const char *const TEXT[] = {plan->title,  contact->department, contact->address,
                                contact->tel, contact->fax,        contact->mail};
    for (size_t i = 0; i < sizeof TEXT / sizeof *TEXT; i++)
        add(adding, TEXT[i]);
    for (unsigned i = 0; i < plan->corrections; i++)
        add_date(adding, plan->correction[i].date);
    for (unsigned i = 0; i < adding->truth->history->years; i++) {
        const struct actuals *file = adding->truth->history->year[i];
        add_date(adding, file->as_of);
        if (file->has_published) add_date(adding, file->published);
        for (unsigned k = 0; k < file->corrections; k++)
            add_date(adding, file->correction[k].date);
    }
}

/* ---- all of it ---- */

static struct adding into(const struct truth *truth, struct arena *arena, struct numbers **out)
{
    *out = numbers_new();
    return (struct adding){truth, arena, *out};
}

struct known *known_new(const struct truth *truth, const char *templates, struct arena *arena)
{
    struct known *known = xcalloc(1, sizeof *known);
    const struct progress *progress = truth->progress;
    struct adding adding = into(truth, arena, &known->wording);
    add_templates(&adding, templates);
    add_common(&adding);
    adding = into(truth, arena, &known->everything);
    add_everything(&adding);
    adding = into(truth, arena, &known->counts);
    for (unsigned i = 0; i < progress->tallies; i++)
        add_tally(&adding, &progress->tally[i]);
    adding = into(truth, arena, &known->some);
    for (unsigned i = 0; i <= progress->initiatives; i++)
        add_count(&adding, i);
    adding = into(truth, arena, &known->whole);
    if (progress->tallies) add_tally(&adding, &progress->tally[0]);
    add_change(&adding);
    add_count(&adding, progress->late);
    add_year(&adding, progress->year);
    add_year(&adding, progress->year - 1);
    known->initiatives = progress->initiatives;
    known->initiative = xcalloc(progress->initiatives + 1, sizeof(struct numbers *));
    for (unsigned i = 0; i < progress->initiatives; i++) {
        adding = into(truth, arena, &known->initiative[i]);
        add_initiative(&adding, &progress->initiative[i]);
    }
    return known;
}

void known_free(struct known *known)
{
    if (!known) return;
    for (unsigned i = 0; i < known->initiatives; i++)
        numbers_free(known->initiative[i]);
    free(known->initiative);
    numbers_free(known->wording);
    numbers_free(known->everything);
    numbers_free(known->counts);
    numbers_free(known->some);
    numbers_free(known->whole);
    free(known);
}
