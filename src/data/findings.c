/* findings: the list of messages → JSON. */
#include "data/findings.h"
#include <jansson.h>
#include <stdlib.h>
#include "plan/about.h"

static void set(json_t *object, const char *key, const char *text)
{
    if (text) json_object_set_new(object, key, json_string(text));
}

static void set_departments(json_t *object, const char *about, const struct plan *plan)
{
    struct arena *arena = arena_new();
    const char *const *name = NULL;
    unsigned count = about_departments(plan, about, arena, &name);
    json_t *list = json_array();
    for (unsigned i = 0; i < count; i++)
        json_array_append_new(list, json_string(name[i]));
    if (count)
        json_object_set_new(object, "departments", list);
    else
        json_decref(list);
    arena_free(arena);
}

static json_t *finding(const struct diag_message *message, const struct plan *plan)
{
    json_t *object = json_object();
    set(object, "rule", diag_name(message->id));
    set(object, "severity", diag_severity_id(message->severity));
    set(object, "file", message->file);
    if (message->line > 0) json_object_set_new(object, "line", json_integer(message->line));
    set(object, "about", message->about);
    set_departments(object, message->about, plan);
    set(object, "message", message->text);
    set(object, "accepted", message->accepted);
    return object;
}

void findings_json(const struct diag *diag, const struct plan *plan, struct buf *out)
{
    unsigned count;
    const struct diag_message *message = diag_list(diag, &count);
    json_t *root = json_object(), *counts = json_object(), *list = json_array();
    unsigned errors = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE);
    json_object_set_new(counts, "error", json_integer(errors));
    json_object_set_new(counts, "warning", json_integer(diag_count(diag, SEVERITY_WARNING)));
    json_object_set_new(counts, "accepted", json_integer(diag_accepted(diag)));
    for (unsigned i = 0; i < count; i++)
        json_array_append_new(list, finding(&message[i], plan));
    json_object_set_new(root, "counts", counts);
    json_object_set_new(root, "findings", list);
    char *text = json_dumps(root, JSON_INDENT(2));
    buf_str(out, text ? text : "{}");
    buf_char(out, '\n');
    free(text);
    json_decref(root);
}
