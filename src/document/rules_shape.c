/* rules_shape: a document held against its vocabulary, element by element. Knows the elements by their shapes only. */
#include <string.h>
#include "document/element.h"
#include "document/rules_private.h"
#include "document/vocabulary.h"

/* ---- attributes ---- */

static void check_attributes(struct rules_run *run, const xmlNode *element, const struct shape *shape)
{
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        const char *name = (const char *)a->name, *value = element_attr(element, name), *wanted;
        const struct attribute *known = vocabulary_attribute(shape, name);
        if (a->ns || (!known && strcmp(name, "at") != 0))
            TELL(run, element, DOCUMENT_ATTRIBUTE, shape->name, rules_name(run, a->ns, a->name));
        else if (known && !vocabulary_fits(known, value, &wanted))
            TELL(run, element, DOCUMENT_VALUE, shape->name, name, value, wanted);
    }
    for (const struct attribute *a = shape->own; a && a->name; a++)
        if (a->needed && !xmlHasProp(element, (const xmlChar *)a->name))
            TELL(run, element, DOCUMENT_ATTRIBUTE_MISSING, shape->name, a->name);
}

/* ---- children ---- */

/* Where among the runs of its parent a child stands. */
struct stand {
    const struct run *run;
    uint64_t seen; /* of this run */
    const xmlNode *last;
};

/* May a run have no more of this shape? */
static bool is_full(const struct stand *stand, const struct run *r, const struct shape *shape)
{
    uint64_t seen = r == stand->run ? stand->seen : 0;
    return r->times != ANY && (r->times == ONE ? seen : seen & vocabulary_bit(shape));
}

/* The first run that takes the child, from where its elder siblings stand on; one that is full only if no later one does. */
static const struct run *run_of(const struct stand *stand, const xmlNode *child, const struct shape **shape)
{
    const struct run *full = NULL;
    for (const struct run *r = stand->run; r->of; r++) {
        const struct shape *fits = vocabulary_shape(r->of, child);
        if (!fits || (full && is_full(stand, r, fits))) continue;
        *shape = fits;
        if (!is_full(stand, r, fits)) return r;
        full = r;
    }
    return full;
}

/* The child's shape, or NULL: told. */
static const struct shape *step(struct rules_run *run, const struct shape *parent, struct stand *stand,
                                const xmlNode *child)
{
    const char *name = rules_name(run, child->ns, child->name);
    const struct shape *shape = NULL;
    const struct run *r = run_of(stand, child, &shape);
    if (r) {
        if (is_full(stand, r, shape)) TELL(run, child, DOCUMENT_ONCE, name, parent->name);
        if (r > stand->run) *stand = (struct stand){.run = r};
        stand->seen |= vocabulary_bit(shape);
        stand->last = child;
        return shape;
    }
    for (r = parent->runs; r < stand->run && !shape; r++)
        shape = vocabulary_shape(r->of, child);
    if (shape && stand->last)
        TELL(run, child, DOCUMENT_ORDER, name, parent->name, (const char *)stand->last->name);
    else
        TELL(run, child, DOCUMENT_ELEMENT, name, parent->name);
    return shape;
}

/* What must be there and is not. `found` has all shapes that were. */
static void check_needed(struct rules_run *run, const xmlNode *element, const struct shape *shape, uint64_t found)
{
    for (const struct run *r = shape->runs; r->of; r++) {
        if (!r->needed || (r->needed & found)) continue;
        bool choice = (r->needed & (r->needed - 1)) != 0;
        if (choice)
            TELL(run, element, DOCUMENT_NOTHING_IN, shape->name);
        else
            TELL(run, element, DOCUMENT_CHILD_MISSING, shape->name, vocabulary_first(r->needed)->name);
        return;
    }
}

static bool is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && !element_is_blank(node);
}

static void check_element(struct rules_run *run, const xmlNode *element, const struct shape *shape, int depth);

static void check_children(struct rules_run *run, const xmlNode *element, const struct shape *shape, int depth)
{
    struct stand stand = {.run = shape->runs};
    uint64_t found = 0;
    bool text = false;
    for (const xmlNode *n = element->children; n; n = n->next) {
        text = text || is_text(n);
        if (n->type != XML_ELEMENT_NODE) continue;
        const struct shape *child = step(run, shape, &stand, n);
        if (!child) continue;
        found |= vocabulary_bit(child);
        check_element(run, n, child, depth + 1);
    }
    uint64_t phrases = found & vocabulary_inline(), blocks = found & ~vocabulary_inline();
    if (text && shape->text == WITHOUT_TEXT) TELL(run, element, DOCUMENT_TEXT, shape->name);
    if (shape->text == TEXT_OR_BLOCKS && (text || phrases) && blocks) TELL(run, element, DOCUMENT_MIXED, shape->name);
    check_needed(run, element, shape, found);
}

static void check_element(struct rules_run *run, const xmlNode *element, const struct shape *shape, int depth)
{
    if (depth > RULES_DEEPEST) {
        TELL(run, element, DOCUMENT_DEEP, shape->name);
        run->stop = true;
        return;
    }
    check_attributes(run, element, shape);
    check_children(run, element, shape, depth);
    if (element_is(element, "chart")) rules_chart(run, element);
}

void rules_shape(struct rules_run *run, const xmlNode *root)
{
    const struct shape *shape = vocabulary_root(root);
    if (!root->ns && element_is(root, shape->name)) {
        check_element(run, root, shape, 1);
        return;
    }
    TELL(run, root, DOCUMENT_ROOT, rules_name(run, root->ns, root->name));
    run->stop = true;
}
