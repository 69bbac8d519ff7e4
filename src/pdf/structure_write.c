/* structure_write: the structure tree as objects: elements, the parent tree (14.7.4.4) and the tree of identifiers, both in leaves
   of 64 so that no reader has to take in all of one. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "pdf/leaf.h"
#include "pdf/structure_private.h"

enum { LEAF_SIZE = 64 };

/* A leaf of one of the trees: entries [from, to). */
struct tree_leaf {
    const struct structure *structure;
    int from, to;
    unsigned number;
};

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
        buf_printf(body, "/MCID %d>>", kid->index);
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

static void put_string(struct buf *body, const char *key, const char *text)
{
    if (!text) return;
    buf_str(body, key);
    object_put_text(body, text);
}

static void write_element(const void *source, struct buf *body)
{
    const struct element *element = source;
    const struct structure *structure = element->structure;
    unsigned parent = element->parent == STRUCTURE_ROOT ? structure->root : structure->element[element->parent].number;
    buf_printf(body, "/Type/StructElem/S/%s/P ", role_name(element->role));
    object_put_reference(body, parent);
    if (element->page >= 0) {
        buf_str(body, "/Pg ");
        object_put_reference(body, leaf_number(structure->file, element->page));
    }
    put_string(body, "/Lang", element->language);
    put_string(body, "/Alt", element->alternative);
    put_string(body, "/E", element->expansion);
    put_string(body, "/ActualText", element->actual);
    if (element->id) {
        buf_str(body, "/ID");
        object_put_bytes(body, element->id, strlen(element->id));
    }
    if (element->attributes) buf_printf(body, "/A %s", element->attributes);
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

/* Keys below the number of pages are pages, with an array by marked-content identifier; the others are links. */
static void write_parents(const void *source, struct buf *body)
{
    const struct tree_leaf *leaf = source;
    const struct structure *structure = leaf->structure;
    buf_printf(body, "/Limits[%d %d]/Nums[", leaf->from, leaf->to - 1);
    for (int key = leaf->from; key < leaf->to; key++) {
        buf_printf(body, "%d ", key);
        if (key >= structure->pages) {
            put_parent(body, structure, structure->link[key - structure->pages]);
            continue;
        }
        buf_char(body, '[');
        for (int i = 0; i < structure->page[key].count; i++)
            put_parent(body, structure, structure->page[key].element[i]);
        buf_char(body, ']');
    }
    buf_char(body, ']');
}

static void put_id(struct buf *body, const char *id)
{
    object_put_bytes(body, id, strlen(id));
}

static void write_ids(const void *source, struct buf *body)
{
    const struct tree_leaf *leaf = source;
    const struct structure *structure = leaf->structure;
    const struct element *const *ids = structure->id;
    buf_str(body, "/Limits[");
    put_id(body, ids[leaf->from]->id);
    put_id(body, ids[leaf->to - 1]->id);
    buf_str(body, "]/Names[");
    for (int i = leaf->from; i < leaf->to; i++) {
        put_id(body, ids[i]->id);
        object_put_reference(body, ids[i]->number);
        buf_char(body, ' ');
    }
    buf_char(body, ']');
}

/* The root of a tree of `count` entries over leaves that `writer` writes. */
static unsigned make_tree(struct structure *structure, struct arena *arena, int count, object_writer *writer)
{
    struct buf root = {0};
    buf_str(&root, "/Kids[");
    for (int from = 0; from < count; from += LEAF_SIZE) {
        struct tree_leaf *leaf = arena_alloc(arena, sizeof *leaf);
        *leaf = (struct tree_leaf){.structure = structure, .from = from, .to = MIN(from + LEAF_SIZE, count)};
        object_put_reference(&root, object_new(structure->file, writer, leaf));
        buf_char(&root, ' ');
    }
    buf_char(&root, ']');
    unsigned number = object_dictionary(structure->file, buf_text(&root));
    buf_free(&root);
    return number;
}

static void write_root(const void *source, struct buf *body)
{
    const struct structure *structure = source;
    buf_str(body, "/Type/StructTreeRoot/K[");
    object_put_reference(body, structure->element[0].number);
    buf_str(body, "]/ParentTree ");
    object_put_reference(body, structure->parents);
    buf_printf(body, "/ParentTreeNextKey %d", structure->pages + structure->links);
    if (!structure->ids) return;
    buf_str(body, "/IDTree ");
    object_put_reference(body, structure->identifiers);
}

static int by_id(const void *a, const void *b)
{
    return strcmp((*(const struct element *const *)a)->id, (*(const struct element *const *)b)->id);
}

static void gather_ids(struct structure *structure)
{
    structure->id = xcalloc((size_t)structure->elements, sizeof *structure->id);
    for (int i = 0; i < structure->elements; i++)
        if (structure->element[i].id && structure->element[i].number)
            structure->id[structure->ids++] = &structure->element[i];
    if (structure->ids) qsort(structure->id, (size_t)structure->ids, sizeof *structure->id, by_id);
}

void structure_finish(struct structure *structure, struct arena *arena, struct object_file *file)
{
    structure->file = file;
    structure->root = object_new(file, write_root, structure);
    for (int i = 0; i < structure->elements; i++) {
        struct element *element = &structure->element[i];
        element->structure = structure;
        if (is_kept(structure, element)) element->number = object_new(file, write_element, element);
    }
    gather_ids(structure);
    structure->parents = make_tree(structure, arena, structure->pages + structure->links, write_parents);
    if (structure->ids) structure->identifiers = make_tree(structure, arena, structure->ids, write_ids);
    leaf_link_keys(file, structure->pages);
    object_catalog(file, "StructTreeRoot", structure->root);
}
