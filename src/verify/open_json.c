/* open_json: see open_json.h. What is missing or of another type reads as "", and is then told as a difference. */
#include "verify/open_json.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct json_reader {
    struct arena *arena;
    struct listing **out;
};

/* The text, or the number as text, at `key`. */
static const char *text_of(const struct json_reader *reader, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value)) return arena_strdup(reader->arena, json_string_value(value));
    if (json_is_integer(value)) return arena_printf(reader->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return "";
}

static const char *first_of(const char *a, const char *b)
{
    return *a ? a : b;
}

/* Strings of a list, with `between` them. */
static const char *joined(const struct json_reader *reader, const json_t *list, const char *between)
{
    const char *text = "";
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *one = json_string_value(json_array_get(list, i));
        text = arena_printf(reader->arena, "%s%s%s", text, i ? between : "", one ? one : "");
    }
    return text;
}

/* 人件費：1,200千円 and 人件費：1200千円, as expect.h has them. */
static const char *own_texts(const struct json_reader *reader, const json_t *list)
{
    const char *text = "";
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const char *name = text_of(reader, one, "name"), *said = text_of(reader, one, "text");
        text = arena_printf(reader->arena, "%s%s%s：%s", text, *text ? "\n" : "", name ? name : "", said ? said : "");
    }
    return text;
}

static const char *own_numbers(const struct json_reader *reader, const json_t *list)
{
    const char *text = "";
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const char *name = text_of(reader, one, "name"), *unit = text_of(reader, one, "unit"),
                   *number = text_of(reader, one, "number");
        if (!number || !*number) continue;
        text = arena_printf(reader->arena, "%s%s%s：%s%s", text, *text ? "\n" : "", name ? name : "", number,
                            unit ? unit : "");
    }
    return text;
}

/* ---- the parts of an initiative ---- */

static void take_reading(const struct json_reader *reader, const char *id, const json_t *indicator, const json_t *year)
{
    const json_t *target = json_object_get(year, "target"), *actual = json_object_get(year, "actual");
    const json_t *original = json_object_get(year, "original");
    const char *bound = text_of(reader, target, "bound");
    static const char UNDECIDABLE[] = "判定できない";
    const char *result = text_of(reader, year, "result");
    bool ranged = bound && !strcmp(bound, "範囲");
    const char *was = first_of(text_of(reader, original, "number"), text_of(reader, original, "text"));
    const char *cell[] = {
        id,
        text_of(reader, indicator, "id"),
        text_of(reader, year, "year"),
        text_of(reader, year, "era"),
        text_of(reader, indicator, "definition"),
        text_of(reader, indicator, "unit"),
        text_of(reader, target, "number"),
        text_of(reader, target, "text"),
        was,
        text_of(reader, actual, "number"),
        text_of(reader, actual, "text"),
        text_of(reader, year, "state"),
        text_of(reader, year, "rate"),
        text_of(reader, year, "result"),
        text_of(reader, target, "bound"),
        ranged ? text_of(reader, target, "high") : "",
        result && !strcmp(result, UNDECIDABLE) ? text_of(reader, year, "reasonText") : "",
    };
    listing_add(reader->out[OPEN_INDICATORS], cell, 0);
}

static void take_opinions(const struct json_reader *reader, const char *id, const json_t *year)
{
    const json_t *list = json_object_get(year, "opinions");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const char *cell[] = {id,
                              text_of(reader, year, "year"),
                              text_of(reader, one, "by"),
                              text_of(reader, one, "date"),
                              text_of(reader, one, "text"),
                              text_of(reader, one, "response")};
        listing_add(reader->out[OPEN_OPINIONS], cell, 0);
    }
}

static void take_effects(const struct json_reader *reader, const char *id, const json_t *year)
{
    const json_t *list = json_object_get(year, "effects");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const char *unit = text_of(reader, one, "unit"), *amount = text_of(reader, one, "amount"),
                   *planned = text_of(reader, one, "planned"), *cost = text_of(reader, one, "cost");
        bool money = unit && !strcmp(unit, "千円");
        const char *cell[] = {id,
                              text_of(reader, year, "year"),
                              text_of(reader, one, "category"),
                              text_of(reader, one, "kind"),
                              unit,
                              amount,
                              planned,
                              cost,
                              text_of(reader, one, "rule"),
                              money ? amount : "",
                              money ? planned : "",
                              money ? cost : ""};
        listing_add(reader->out[OPEN_EFFECTS], cell, 0);
    }
}

static void take_year(const struct json_reader *reader, const char *id, const json_t *year)
{
    static const char *const KEY[] = {
        "year", "result", "ownGrade", "direction", "progress", "cost",
#define YEAR_FIELD(id, element, ...) element,
#include "plan/fields.def"
    };
    enum { KEYS = sizeof KEY / sizeof *KEY };
    const json_t *own = json_object_get(year, "fields");
    const char *cell[KEYS + 3] = {id};
    for (size_t i = 0; i < KEYS; i++)
        cell[i + 1] = text_of(reader, year, KEY[i]);
    cell[KEYS + 1] = own_texts(reader, own);
    cell[KEYS + 2] = own_numbers(reader, own);
    listing_add(reader->out[OPEN_YEARS], cell, 0);
    take_effects(reader, id, year);
    take_opinions(reader, id, year);
}

static void take_indicators(const struct json_reader *reader, const char *id, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *indicator = json_array_get(list, i), *years = json_object_get(indicator, "years");
        for (size_t k = 0; k < json_array_size(years); k++)
            take_reading(reader, id, indicator, json_array_get(years, k));
    }
}

static void take_initiative(const struct json_reader *reader, const json_t *one)
{
    const json_t *years = json_object_get(one, "years"), *own = json_object_get(one, "fields");
    const char *id = text_of(reader, one, json_object_get(one, "code") ? "code" : "id");
    const char *cell[] = {
        id,
        text_of(reader, one, "name"),
        joined(reader, json_object_get(one, "departments"), "、"),
        text_of(reader, one, "from"),
        text_of(reader, one, "to"),
#define PLAN_FIELD(id, element, ...) text_of(reader, one, element),
#include "plan/fields.def"
        own_texts(reader, own),
        own_numbers(reader, own),
    };
    listing_add(reader->out[OPEN_INITIATIVES], cell, 0);
    for (size_t i = 0; i < json_array_size(years); i++)
        take_year(reader, id, json_array_get(years, i));
    take_indicators(reader, id, json_object_get(one, "indicators"));
}

/* ---- the file ---- */

static void take_policies(const struct json_reader *reader, const json_t *policies)
{
    for (size_t i = 0; i < json_array_size(policies); i++) {
        const json_t *items = json_object_get(json_array_get(policies, i), "items");
        for (size_t k = 0; k < json_array_size(items); k++) {
            const json_t *initiatives = json_object_get(json_array_get(items, k), "initiatives");
            for (size_t n = 0; n < json_array_size(initiatives); n++)
                take_initiative(reader, json_array_get(initiatives, n));
        }
    }
}

static void take_tally(const struct json_reader *reader, const json_t *tally)
{
    const json_t *counts = json_object_get(tally, "counts");
    for (size_t i = 0; i < json_array_size(counts); i++) {
        const json_t *count = json_array_get(counts, i);
        const char *cell[] = {text_of(reader, tally, "year"),     text_of(reader, tally, "by"),
                              text_of(reader, tally, "name"),     text_of(reader, count, "result"),
                              text_of(reader, count, "count"),    text_of(reader, count, "measured"),
                              text_of(reader, count, "declared"), text_of(reader, tally, "denominator")};
        listing_add(reader->out[OPEN_TALLIES], cell, 0);
    }
}

/* jansson refuses what is nested too deeply, twice named or no UTF-8 (its own limit: 2,048 levels). */
bool open_json(struct finding *finding, const char *file, const struct buf *content, struct listing *out[OPEN_KINDS])
{
    json_error_t error;
    struct json_reader reader = {finding->arena, out};
    json_set_alloc_funcs(xmalloc, free);
    json_t *root = json_loadb(content->size ? content->data : "", content->size, JSON_REJECT_DUPLICATES, &error);
    for (enum open_kind kind = 0; kind < OPEN_KINDS; kind++)
        out[kind] = open_listing(finding->arena, kind);
    if (!json_is_object(root)) {
        struct spot spot = {file, root ? 1 : error.line, "JSON"};
        FINDING(finding, VERIFY_UNREADABLE, &spot, NULL);
        json_decref(root);
        return false;
    }
    const json_t *reports = json_object_get(root, "reports"), *tallies = json_object_get(root, "tallies");
    for (size_t i = 0; i < json_array_size(reports); i++)
        take_opinions(&reader, "", json_array_get(reports, i));
    take_policies(&reader, json_object_get(root, "policies"));
    const json_t *initiatives = json_object_get(root, "initiatives");
    for (size_t i = 0; i < json_array_size(initiatives); i++)
        take_initiative(&reader, json_array_get(initiatives, i));
    for (size_t i = 0; i < json_array_size(tallies); i++)
        take_tally(&reader, json_array_get(tallies, i));
    json_decref(root);
    return true;
}
