/* structure_write: the structure tree as objects: elements, the parent tree (14.7.4.4) and the tree of identifiers, both in leaves
   of 64 so that no reader has to take in all of one. */
#include <stdlib.h>
#include <string.h>
#include "pdf/leaf.h"
#include "pdf/structure_private.h"

enum { LEAF_SIZE = 64 };

/* --- elements --- */

static bool is_cell_or_row(enum role role)
{
    return role == ROLE_TR || role == ROLE_TH || role == ROLE_TD;
}

/* Parents come before their kids. An empty cell of a table that is there stays: rows must be complete (ISO 14289-1, 7.5). */
static bool is_kept(const struct structure *structure, const struct element *element)
{
    if (element->held || element->parent == STRUCTURE_ROOT) return true;
    return is_cell_or_row(element->role) && structure->element[element->parent].number;
}

static void put_kid(struct buf *body, const struct structure *structure, const struct element *element,
                    const struct kid *kid)
{
    switch (kid->kind) {
    case KID_ELEMENT:
        if (!structure->element[kid->index].number) return;
        object_put_reference(body, structure->element[kid->index].number);
        buf_char(body, ' ');
        return;
    case KID_CONTENT:
        if (kid->owner == element->page) {
            buf_int(body, kid->index);
            buf_char(body, ' ');
            return;
        }
        buf_str(body, "<</Type/MCR/Pg ");
        object_put_reference(body, leaf_number(structure->file, kid->owner));
        buf_str(body, "/MCID ");
        buf_int(body, kid->index);
        buf_str(body, ">>");
        return;
    case KID_LINK:
        buf_str(body, "<</Type/OBJR/Pg ");
        object_put_reference(body, leaf_number(structure->file, kid->owner));
        buf_str(body, "/Obj ");
        object_put_reference(body, leaf_link_number(structure->file, kid->index));
        buf_str(body, ">>");
        return;
    case KID_SLOT:
        return;
    }
}

static void put_id(struct buf *body, const char *id)
{
    object_put_bytes(body, id, strlen(id));
}

static void put_attributes(struct buf *body, const char *object)
{
    buf_char(body, ' ');
    buf_str(body, object);
}

static const struct {
    const char *name;
    void (*put)(struct buf *body, const char *value);
} PROPERTY[] = {
    [PROPERTY_LANG] = {"/Lang",       object_put_text},
    [PROPERTY_ALT] = {"/Alt",        object_put_text},
    [PROPERTY_E] = {"/E",          object_put_text},
    [PROPERTY_ACTUAL] = {"/ActualText", object_put_text},
    [PROPERTY_ID] = {"/ID",         put_id         },
    [PROPERTY_A] = {"/A",          put_attributes },
};

static void write_element(const void *source, unsigned index, struct buf *body)
{
    const struct structure *structure = source;
    const struct element *element = &structure->element[structure->kept_element[index]];
    unsigned parent = element->parent == STRUCTURE_ROOT ? structure->root : structure->element[element->parent].number;
    buf_str(body, "/Type/StructElem/S/");
    buf_str(body, role_name(element->role));
    buf_str(body, "/P ");
    object_put_reference(body, parent);
    if (element->page >= 0) {
        buf_str(body, "/Pg ");
        object_put_reference(body, leaf_number(structure->file, element->page));
    }
    for (int i = element->property; i >= 0; i = structure->property[i].next) {
        const struct property *property = &structure->property[i];
        buf_str(body, PROPERTY[property->key].name);
        PROPERTY[property->key].put(body, property->value);
    }
    if (element->first < 0) return;
    buf_str(body, "/K[");
    for (int i = element->first; i >= 0; i = structure->kid[i].next)
        put_kid(body, structure, element, &structure->kid[i]);
    buf_char(body, ']');
}

/* --- trees of leaves --- */

static void put_parent(struct buf *body, const struct structure *structure, int element)
{
    object_put_reference(body, structure->element[element].number);
    buf_char(body, ' ');
}

static unsigned leaves_of(int count)
{
    return ((unsigned)count + LEAF_SIZE - 1) / LEAF_SIZE;
}

/* The root of a tree whose leaves have the numbers behind its own. */
static void write_kids(unsigned root, int count, struct buf *body)
{
    buf_str(body, "/Kids[");
    for (unsigned i = 1; i <= leaves_of(count); i++) {
        object_put_reference(body, root + i);
        buf_char(body, ' ');
    }
    buf_char(body, ']');
}

static int parents_of(const struct structure *structure)
{
    return structure->pages + structure->links;
}

/* Keys below the number of pages are pages, with an array by marked-content identifier; the others are links. */
static void put_parents(struct buf *body, const struct structure *structure, int key)
{
    buf_int(body, key);
    buf_char(body, ' ');
    if (key >= structure->pages) {
        put_parent(body, structure, structure->link[key - structure->pages]);
        return;
    }
    const struct page_content *page = &structure->page[key];
    buf_char(body, '[');
    for (int i = 0; i < page->count; i++)
        put_parent(body, structure, structure->content[page->first + i]);
    buf_char(body, ']');
}

/* Object 0 is the root, the others are leaves. */
static void write_parents(const void *source, unsigned index, struct buf *body)
{
    const struct structure *structure = source;
    if (!index) {
        write_kids(structure->tree, parents_of(structure), body);
        return;
    }
    int from = (int)(index - 1) * LEAF_SIZE, to = MIN(from + LEAF_SIZE, parents_of(structure));
    buf_printf(body, "/Limits[%d %d]/Nums[", from, to - 1);
    for (int key = from; key < to; key++)
        put_parents(body, structure, key);
    buf_char(body, ']');
}

static void write_ids(const void *source, unsigned index, struct buf *body)
{
    const struct structure *structure = source;
    if (!index) {
        write_kids(structure->identifiers, structure->ids, body);
        return;
    }
    int from = (int)(index - 1) * LEAF_SIZE, to = MIN(from + LEAF_SIZE, structure->ids);
    buf_str(body, "/Limits[");
    put_id(body, structure->id[from].id);
    put_id(body, structure->id[to - 1].id);
    buf_str(body, "]/Names[");
    for (int i = from; i < to; i++) {
        put_id(body, structure->id[i].id);
        object_put_reference(body, structure->id[i].number);
        buf_char(body, ' ');
    }
    buf_char(body, ']');
}

static void write_root(const void *source, struct buf *body)
{
    const struct structure *structure = source;
    buf_str(body, "/Type/StructTreeRoot/K[");
    object_put_reference(body, structure->element[0].number);
    buf_str(body, "]/ParentTree ");
    object_put_reference(body, structure->tree);
    buf_printf(body, "/ParentTreeNextKey %d", parents_of(structure));
    if (!structure->ids) return;
    buf_str(body, "/IDTree ");
    object_put_reference(body, structure->identifiers);
}

/* --- numbers --- */

static void keep_elements(struct structure *structure)
{
    structure->kept_element = xcalloc((size_t)structure->elements, sizeof *structure->kept_element);
    for (int i = 0; i < structure->elements; i++) {
        if (!is_kept(structure, &structure->element[i])) continue;
        structure->kept_element[structure->kept++] = i;
        structure->element[i].number = structure->kept; /* until the first one's is known */
    }
    unsigned first = object_list(structure->file, structure->kept, write_element, structure);
    for (unsigned i = 0; i < structure->kept; i++)
        structure->element[structure->kept_element[i]].number = first + i;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct identified *)a)->id, ((const struct identified *)b)->id);
}

static void gather_ids(struct structure *structure)
{
    int capacity = 0;
    for (unsigned i = 0; i < structure->kept; i++) {
        const struct element *element = &structure->element[structure->kept_element[i]];
        for (int k = element->property; k >= 0; k = structure->property[k].next) {
            if (structure->property[k].key != PROPERTY_ID) continue;
            GROW(structure->id, structure->ids, capacity);
            structure->id[structure->ids++] = (struct identified){structure->property[k].value, element->number};
        }
    }
    if (structure->ids) qsort(structure->id, (size_t)structure->ids, sizeof *structure->id, by_id);
}

void structure_finish(struct structure *structure, struct object_file *file)
{
    structure->file = file;
    structure->root = object_new(file, write_root, structure);
    object_catalog(file, "StructTreeRoot", structure->root);
    leaf_finish_links(file, structure->pages);
    keep_elements(structure);
    gather_ids(structure);
    structure->tree = object_list(file, 1 + leaves_of(parents_of(structure)), write_parents, structure);
    if (structure->ids) structure->identifiers = object_list(file, 1 + leaves_of(structure->ids), write_ids, structure);
}
