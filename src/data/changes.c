/* changes: one object a difference, with ids for programs and the words that people know the fields by. */
#include "data/changes.h"
#include "data/record_private.h"
#include "progress/words.h"

static const char *const KIND[DIFFERENCE_KINDS] = {
    [DIFFERENCE_VALUE] = "value",     [DIFFERENCE_WORDS] = "words",           [DIFFERENCE_TEXT] = "text",
    [DIFFERENCE_WRITING] = "writing", [DIFFERENCE_REVISED] = "revised",       [DIFFERENCE_ADDED] = "added",
    [DIFFERENCE_REMOVED] = "removed", [DIFFERENCE_RENUMBERED] = "renumbered",
};

static json_t *hunks(const struct difference *difference)
{
    json_t *list = json_array();
    for (unsigned i = 0; i < difference->hunks; i++) {
        json_t *object = json_object();
        record_set(object, "before", difference->hunk[i].before);
        record_set(object, "removed", difference->hunk[i].removed);
        record_set(object, "added", difference->hunk[i].added);
        record_set(object, "after", difference->hunk[i].after);
        json_array_append_new(list, object);
    }
    return list;
}

static void set_cause(json_t *object, const struct difference *cause)
{
    if (!cause) return;
    json_t *own = json_object();
    record_set(own, "field", cause->field);
    record_set(own, "indicator", cause->indicator);
    if (cause->year) record_set_integer(own, "year", cause->year);
    json_object_set_new_nocheck(object, "cause", own);
}

static json_t *change(const struct difference *difference, const struct diff_pages *pages)
{
    const char *document = difference->document == DIFFERENCE_REPORT ? "report" : "plan";
    json_t *object = json_object();
    record_set(object, "kind", KIND[difference->kind]);
    record_set(object, "document", document);
    record_set(object, "page", diff_page(pages, difference));
    record_set(object, "ref", difference->ref);
    record_set(object, "oldRef", difference->old_ref);
    record_set(object, "name", difference->name);
    record_set(object, "field", difference->field);
    record_set(object, "fieldName", words_field(difference->field));
    record_set(object, "part", difference->part);
    record_set(object, "indicator", difference->indicator);
    record_set(object, "definition", difference->definition);
    if (difference->year) record_set_integer(object, "year", difference->year);
    record_set(object, "old", difference->old);
    record_set(object, "new", difference->new);
    record_set_list(object, "phrases", hunks(difference));
    set_cause(object, difference->cause);
    record_set_flag(object, "announced", difference->announced != NULL);
    return object;
}

static int take(const char *bytes, size_t size, void *out)
{
    buf_put(out, bytes, size);
    return 0;
}

void changes_json(const struct diff *diff, const struct diff_pages *pages, struct buf *out)
{
    json_t *root = json_object(), *list = json_array();
    for (unsigned i = 0; i < diff->count; i++)
        json_array_append_new(list, change(diff->list[i], pages));
    json_object_set_new_nocheck(root, "changes", list);
    json_dump_callback(root, take, out, JSON_INDENT(1));
    buf_char(out, '\n');
    json_decref(root);
}
