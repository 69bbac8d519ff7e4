/* structure: elements, kids and slots; nothing here is written yet. */
#include <stdlib.h>
#include "pdf/structure_private.h"

struct structure *structure_new(int pages)
{
    struct structure *structure = xcalloc(1, sizeof *structure);
    structure->pages = pages;
    structure->page = xcalloc((size_t)pages, sizeof *structure->page);
    return structure;
}

void structure_free(struct structure *structure)
{
    if (!structure) return;
    for (int i = 0; i < structure->pages; i++)
        free(structure->page[i].element);
    free(structure->page);
    free(structure->element);
    free(structure->kid);
    free(structure->link);
    free(structure->id);
    free(structure);
}

/* A new kid at the end of the element's; its index. */
static int add_kid(struct structure *structure, int element, struct kid kid)
{
    GROW(structure->kid, structure->kids, structure->kid_capacity);
    kid.next = -1;
    int index = structure->kids++;
    structure->kid[index] = kid;
    struct element *owner = &structure->element[element];
    if (owner->last < 0)
        owner->first = index;
    else
        structure->kid[owner->last].next = index;
    owner->last = index;
    return index;
}

/* A new element, in no parent's kids yet. */
static int new_element(struct structure *structure, int parent, enum role role)
{
    GROW(structure->element, structure->elements, structure->element_capacity);
    int index = structure->elements++;
    structure->element[index] = (struct element){.role = role, .parent = parent, .first = -1, .last = -1, .page = -1};
    return index;
}

int structure_element(struct structure *structure, int parent, enum role role)
{
    int index = new_element(structure, parent, role);
    if (parent != STRUCTURE_ROOT) add_kid(structure, parent, (struct kid){.kind = KID_ELEMENT, .index = index});
    return index;
}

void structure_alternative(struct structure *structure, int element, const char *text)
{
    structure->element[element].alternative = text;
}

void structure_expansion(struct structure *structure, int element, const char *text)
{
    structure->element[element].expansion = text;
}

void structure_language(struct structure *structure, int element, const char *lang)
{
    structure->element[element].language = lang;
}

void structure_id(struct structure *structure, int element, const char *id)
{
    structure->element[element].id = id;
}

void structure_attributes(struct structure *structure, int element, const char *object)
{
    structure->element[element].attributes = object;
}

int structure_slot(struct structure *structure, int element)
{
    int slot = add_kid(structure, element, (struct kid){.kind = KID_SLOT, .owner = element});
    structure->kid[slot].index = slot;
    return slot;
}

enum role structure_slot_role(const struct structure *structure, int slot)
{
    return structure->element[structure->kid[slot].owner].role;
}

int structure_slot_element(const struct structure *structure, int slot)
{
    return structure->kid[slot].owner;
}

/* Everything above what holds content holds it, too. */
static void mark_held(struct structure *structure, int element)
{
    for (int i = element; i != STRUCTURE_ROOT && !structure->element[i].held; i = structure->element[i].parent)
        structure->element[i].held = true;
}

/* A new kid behind all that is in the slot. */
static void add_at_tail(struct structure *structure, int slot, struct kid kid)
{
    int tail = structure->kid[slot].index;
    struct element *owner = &structure->element[structure->kid[slot].owner];
    GROW(structure->kid, structure->kids, structure->kid_capacity);
    int index = structure->kids++;
    kid.next = structure->kid[tail].next;
    structure->kid[index] = kid;
    structure->kid[tail].next = index;
    structure->kid[slot].index = index;
    if (owner->last == tail) owner->last = index;
}

int structure_content(struct structure *structure, int slot, int page)
{
    int owner = structure->kid[slot].owner;
    struct page_content *content = &structure->page[page];
    GROW(content->element, content->count, content->capacity);
    content->element[content->count] = owner;
    add_at_tail(structure, slot, (struct kid){.kind = KID_CONTENT, .index = content->count, .owner = page});
    if (structure->element[owner].page < 0) structure->element[owner].page = page;
    mark_held(structure, owner);
    return content->count++;
}

int structure_replacement(struct structure *structure, int slot, const char *text)
{
    int element = new_element(structure, structure->kid[slot].owner, ROLE_SPAN);
    structure->element[element].actual = text;
    add_at_tail(structure, slot, (struct kid){.kind = KID_ELEMENT, .index = element});
    return structure_slot(structure, element);
}

void structure_link(struct structure *structure, int element, int page, int link)
{
    add_kid(structure, element, (struct kid){.kind = KID_LINK, .index = link, .owner = page});
    while (structure->links <= link) {
        GROW(structure->link, structure->links, structure->link_capacity);
        structure->link[structure->links++] = element;
    }
    structure->link[link] = element;
    mark_held(structure, element);
}
