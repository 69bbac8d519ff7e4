/* form_labels: see form_labels.h. */
#include "plan/form_labels.h"
#include <string.h>
#include <unistd.h>
#include "base/xml.h"
#include "plan/conform.h"
#include "plan/nodes.h"
#include "plan/text.h"

enum { FILE_LARGEST = 1 << 20 };

/* A word may stand for one thing in the plan and for another in the annual sheet: 課題. */
enum side { PLAN_SIDE, YEAR_SIDE };
static const struct {
    const char *id, *word;
    enum side side;
} LABELS[] = {
#define PLAN_FIELD(id, element, label, ...) {element, label, PLAN_SIDE},
#define YEAR_FIELD(id, element, label, ...) {element, label, YEAR_SIDE},
#define FORM_LABEL(own, id, label, side) {id, label, side},
#include "plan/fields.def"
};
enum { LABELS_COUNT = sizeof LABELS / sizeof *LABELS };

const char *const WORDS_LABELS[] = {
#define PLAN_FIELD(id, element, ...) element,
#define YEAR_FIELD(id, element, ...) element,
#define FORM_LABEL(own, id, ...) id,
#include "plan/fields.def"
    NULL,
};

static enum side side_of(const char *id)
{
    for (unsigned i = 0; i < LABELS_COUNT; i++)
        if (!strcmp(LABELS[i].id, id)) return LABELS[i].side;
    return PLAN_SIDE;
}

/* ---- the file ---- */

/* Nobody could tell which of the two a document means. */
static void check_word(struct reader *reader, const struct label_word *word, unsigned count)
{
    const struct label_word *own = &word[count];
    for (unsigned i = 0; i < count; i++)
        if (!strcmp(word[i].word, own->word) && strcmp(word[i].id, own->id) != 0 &&
            side_of(word[i].id) == side_of(own->id))
            DIAG(reader->diag, LABEL_TWICE, reader->file, own->line, own->word,
                 arena_printf(reader->arena, "%ld", word[i].line));
}

static void convert(struct form_labels *labels, const char *path, const xmlNode *root, struct diag *diag)
{
    struct reader reader = {.arena = labels->arena, .file = arena_strdup(labels->arena, path), .diag = diag};
    struct label_word *word = arena_array(labels->arena, nodes_count(root, "label"), sizeof *word);
    for (const xmlNode *node = nodes_first(root, "label"); node; node = nodes_next(node)) {
        const char *id = text_data(&reader, node, "of");
        if (!id) continue;
        word[labels->count] = (struct label_word){id, text_of(&reader, node, "欄の見出し"), xmlGetLineNo(node)};
        check_word(&reader, word, labels->count++);
    }
    labels->word = word;
    text_free(&reader);
}

struct form_labels *form_labels_read(const char *path, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct form_labels *labels = arena_alloc(arena, sizeof *labels);
    *labels = (struct form_labels){.arena = arena};
    if (access(path, F_OK) != 0) return labels;
    unsigned before = diag_count(diag, SEVERITY_ERROR);
    xmlDoc *document = xml_read(path, FILE_LARGEST, diag);
    bool conforms = document && conform_check(document, ROOT_labels, path, diag);
    if (conforms) convert(labels, path, xmlDocGetRootElement(document), diag);
    xmlFreeDoc(document);
    if (conforms && diag_count(diag, SEVERITY_ERROR) == before) return labels;
    form_labels_free(labels);
    return NULL;
}

void form_labels_free(struct form_labels *labels)
{
    if (labels) arena_free(labels->arena);
}

/* ---- asking ---- */

const char *form_labels_own(const struct form_labels *labels, const char *id)
{
    for (unsigned i = 0; labels && i < labels->count; i++)
        if (!strcmp(labels->word[i].id, id)) return labels->word[i].word;
    return NULL;
}

const char *form_labels_word(const struct form_labels *labels, const char *id)
{
    const char *own = form_labels_own(labels, id);
    for (unsigned i = 0; !own && i < LABELS_COUNT; i++)
        if (!strcmp(LABELS[i].id, id)) own = LABELS[i].word;
    return own;
}
