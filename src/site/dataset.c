/* dataset: facts → schema.org's words. */
#include "site/dataset.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"

static const xmlNode *child_of(const xmlNode *parent, const char *name)
{
    for (const xmlNode *n = element_first(parent); n; n = element_next(n->next))
        if (element_is(n, name)) return n;
    return NULL;
}

static const xmlNode *heading_in(const xmlNode *element)
{
    for (const xmlNode *n = element_first(element); n; n = element_next(n->next)) {
        const xmlNode *found = element_is(n, "h1") ? n : heading_in(n);
        if (found) return found;
    }
    return NULL;
}

static void set(json_t *object, const char *key, const char *text)
{
    if (text && *text) json_object_set_new(object, key, json_string(text));
}

static json_t *thing(const char *type, const char *name)
{
    json_t *object = json_object();
    set(object, "@type", type);
    set(object, "name", name);
    return object;
}

/* Fiscal years run from April to March. */
static void set_period(json_t *dataset, const xmlNode *years)
{
    const xmlNode *first = years ? element_first(years) : NULL, *last = first;
    for (const xmlNode *n = first; n; n = element_next(n->next))
        last = n;
    if (!first) return;
    struct buf period = {0};
    long end = strtol(element_attr(last, "n"), NULL, 10) + 1;
    buf_printf(&period, "%s-04-01/%04ld-03-31", element_attr(first, "n"), end);
    set(dataset, "temporalCoverage", buf_text(&period));
    buf_free(&period);
}

static void set_distribution(json_t *dataset, const xmlNode *facts, const char *base)
{
    static const char DATA[] = "data/";
    json_t *list = json_array();
    for (const xmlNode *n = element_first(facts); n; n = element_next(n->next)) {
        const char *path = element_attr(n, "path");
        if (!element_is(n, "download") || strncmp(path, DATA, strlen(DATA)) != 0) continue;
        json_t *file = thing("DataDownload", path + strlen(DATA));
        struct buf url = {0};
        buf_str(&url, base ? base : "");
        buf_str(&url, path);
        set(file, "contentUrl", buf_text(&url));
        set(file, "encodingFormat", !strcmp(element_attr(n, "kind"), "JSON") ? "application/json" : "text/csv");
        json_array_append_new(list, file);
        buf_free(&url);
    }
    json_object_set_new(dataset, "distribution", list);
}

static const char *updated(const xmlNode *facts)
{
    for (const xmlNode *n = element_first(facts); n; n = element_next(n->next))
        if (element_is(n, "dates") && !strcmp(element_attr(n, "of"), "all")) return element_attr(n, "updated");
    return "";
}

void dataset_put(const xmlDoc *doc, const xmlNode *page, const char *base, struct buf *out)
{
    const xmlNode *facts = xmlDocGetRootElement(doc), *plan = child_of(facts, "plan"),
                  *licence = child_of(facts, "licence");
    const xmlNode *heading = heading_in(page);
    struct buf name = {0};
    if (plan) buf_printf(&name, "%s ", element_attr(plan, "title"));
    if (heading) element_text(heading, &name);
    json_t *dataset = thing("Dataset", buf_text(&name));
    set(dataset, "@context", "https://schema.org/");
    set(dataset, "description", element_attr(page, "description"));
    set(dataset, "inLanguage", element_attr(facts, "lang"));
    if (plan)
        json_object_set_new(dataset, "creator", thing("GovernmentOrganization", element_attr(plan, "municipality")));
    if (licence) set(dataset, "license", element_attr(licence, "href"));
    set(dataset, "dateModified", updated(facts));
    set_period(dataset, child_of(facts, "years"));
    set_distribution(dataset, facts, base);
    char *text = json_dumps(dataset, JSON_COMPACT | JSON_SORT_KEYS);
    buf_str(out, text ? text : "{}");
    free(text);
    json_decref(dataset);
    buf_free(&name);
}
