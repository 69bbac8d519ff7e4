/* data: the <chart> element as a table. Points that say the same `at` meet in one column. */
#include "chart/data.h"
#include <glib.h>
#include <math.h>
#include <string.h>

/* Beyond this a number is not drawn: ticks are counted in 64 bits. */
static const double LARGEST = 1e18;

static const char *const STATE[STATE_COUNT] = {
    [STATE_PLANNED] = "",      [STATE_MET] = "met",
    [STATE_MET2] = "met2",     [STATE_NEAR] = "near",
    [STATE_NEAR2] = "near2",   [STATE_NEAR3] = "near3",
    [STATE_UNMET2] = "unmet2", [STATE_UNMET] = "unmet",
    [STATE_NONE] = "none",     [STATE_UNREPORTED] = "unreported",
};
static const char *const ROLE[ROLE_COUNT] = {
    [ROLE_OTHER] = "",
    [ROLE_TARGET] = "target",
    [ROLE_ACTUAL] = "actual",
    [ROLE_PROJECTION] = "projection",
};

/* A column while the order is still open: another series may put one between two others. */
struct column {
    const char *at;
    const struct series *taken; /* the last series that has a point here: labels may repeat within a series */
    unsigned index;
    struct column *next;
};
struct point_read {
    struct column *column;
    struct datum datum;
    struct point_read *next;
};

/* ---- text ---- */

static const char *collapsed(struct arena *arena, const xmlChar *text)
{
    char *copy = arena_strdup(arena, text ? (const char *)text : ""), *out = copy;
    for (const char *in = copy; *in; in++) {
        bool blank = strchr(" \t\r\n", *in) != NULL;
        if (!blank)
            *out++ = *in;
        else if (out > copy && out[-1] != ' ')
            *out++ = ' ';
    }
    if (out > copy && out[-1] == ' ') out--;
    *out = '\0';
    return copy;
}

static const char *attribute(struct arena *arena, const xmlNode *element, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(element, (const xmlChar *)name);
    const char *copy = collapsed(arena, value);
    xmlFree(value);
    return copy;
}

static bool number(struct arena *arena, const xmlNode *element, const char *name, double *out)
{
    const char *text = attribute(arena, element, name);
    if (!*text || text[strspn(text, "+-.0123456789")]) return false;
    char *end;
    double value = g_ascii_strtod(text, &end);
    if (*end || !isfinite(value) || fabs(value) > LARGEST) return false;
    *out = value;
    return true;
}

static unsigned word(const char *text, const char *const *words, unsigned count)
{
    for (unsigned i = 1; i < count; i++)
        if (!strcmp(text, words[i])) return i;
    return 0;
}

/* ---- columns ---- */

static bool is_free(const struct column *column, const struct series *series, const char *at)
{
    return column->taken != series && !strcmp(column->at, at);
}

/* The column of `at` for the next point of `series`: the one after its former point in most cases, else any, else a new one. */
static struct column *column_of(struct arena *arena, struct column *head, struct column *after,
                                const struct series *series, const char *at)
{
    struct column *column = after->next;
    if (!column || !is_free(column, series, at)) {
        column = head->next;
        while (column && !is_free(column, series, at))
            column = column->next;
    }
    if (!column) {
        column = arena_alloc(arena, sizeof *column);
        *column = (struct column){.at = at, .next = after->next};
        after->next = column;
    }
    column->taken = series;
    return column;
}

static struct point_read *read_points(struct arena *arena, const xmlNode *element, const struct series *series,
                                      struct column *head)
{
    struct point_read *first = NULL, **end = &first;
    struct column *after = head;
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        struct point_read *point = arena_alloc(arena, sizeof *point);
        xmlChar *content = xmlNodeGetContent(node);
        struct datum datum = {.given = true, .text = collapsed(arena, content)};
        xmlFree(content);
        datum.has_value = number(arena, node, "value", &datum.value);
        datum.open = !xmlHasProp(node, (const xmlChar *)"value");
        datum.state = (enum state)word(attribute(arena, node, "state"), STATE, STATE_COUNT);
        after = column_of(arena, head, after, series, attribute(arena, node, "at"));
        *point = (struct point_read){.column = after, .datum = datum};
        *end = point;
        end = &point->next;
    }
    return first;
}

/* ---- the table ---- */

static unsigned count_elements(const xmlNode *parent)
{
    unsigned count = 0;
    for (const xmlNode *node = parent->children; node; node = node->next)
        count += node->type == XML_ELEMENT_NODE;
    return count;
}

static void lay_columns(struct arena *arena, struct data *data, struct column *head)
{
    for (struct column *column = head->next; column; column = column->next)
        column->index = data->columns++;
    data->at = arena_array(arena, data->columns, sizeof *data->at);
    for (const struct column *column = head->next; column; column = column->next)
        data->at[column->index] = column->at;
}

static void lay_series(struct arena *arena, const struct data *data, struct series *series,
                       const struct point_read *points)
{
    series->datum = arena_array(arena, data->columns, sizeof *series->datum);
    for (unsigned i = 0; i < data->columns; i++)
        series->datum[i].text = "";
    for (const struct point_read *point = points; point; point = point->next)
        series->datum[point->column->index] = point->datum;
}

struct data *data_read(struct arena *arena, const xmlNode *chart)
{
    struct data *data = arena_alloc(arena, sizeof *data);
    data->kind = attribute(arena, chart, "kind");
    data->unit = attribute(arena, chart, "unit");
    data->note = attribute(arena, chart, "note");
    data->has_from = number(arena, chart, "from", &data->from);
    data->has_to = number(arena, chart, "to", &data->to);
    data->series = arena_array(arena, count_elements(chart), sizeof *data->series);
    struct point_read **points = arena_array(arena, count_elements(chart), sizeof(struct point_read *));
    struct column head = {.at = ""};
    for (const xmlNode *node = chart->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        struct series *series = &data->series[data->count];
        const char *role = attribute(arena, node, "role");
        series->role = (enum role)word(role, ROLE, ROLE_COUNT);
        series->state = (enum state)word(role, STATE, STATE_COUNT);
        series->name = attribute(arena, node, "name");
        points[data->count++] = read_points(arena, node, series, &head);
    }
    lay_columns(arena, data, &head);
    for (unsigned i = 0; i < data->count; i++)
        lay_series(arena, data, &data->series[i], points[i]);
    return data;
}

const struct series *data_role(const struct data *data, enum role role)
{
    for (unsigned i = 0; i < data->count; i++)
        if (data->series[i].role == role) return &data->series[i];
    return NULL;
}

int data_newest(const struct data *data)
{
    const struct series *actual = data_role(data, ROLE_ACTUAL);
    for (unsigned i = data->columns; actual && i-- > 0;)
        if (actual->datum[i].has_value) return (int)i;
    return -1;
}

bool data_has_value(const struct data *data, unsigned column)
{
    for (unsigned i = 0; i < data->count; i++)
        if (data->series[i].datum[column].has_value) return true;
    return false;
}

bool data_is_open(const struct data *data, unsigned column)
{
    for (unsigned i = 0; i < data->count; i++)
        if (data->series[i].datum[column].given && data->series[i].datum[column].open) return true;
    return false;
}

bool data_range(const struct data *data, double *low, double *high)
{
    bool any = false;
    for (unsigned i = 0; i < data->count; i++)
        for (unsigned j = 0; j < data->columns; j++) {
            const struct datum *datum = &data->series[i].datum[j];
            if (!datum->has_value) continue;
            *low = any ? fmin(*low, datum->value) : datum->value;
            *high = any ? fmax(*high, datum->value) : datum->value;
            any = true;
        }
    return any;
}
