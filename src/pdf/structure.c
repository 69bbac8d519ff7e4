/* structure: elements, kids and slots; nothing here is written yet. */
#include <stdlib.h>
#include "pdf/structure_private.h"

enum { STRINGS_BLOCK = 1 << 14 };

struct structure *structure_new(void)
{
    struct structure *structure = xcalloc(1, sizeof *structure);
    structure->strings = g_string_chunk_new(STRINGS_BLOCK);
    return structure;
}

void structure_free(struct structure *structure)
{
    if (!structure) return;
    g_string_chunk_free(structure->strings);
    free(structure->page);
    free(structure->content);
    free(structure->element);
    free(structure->kid);
    free(structure->property);
    free(structure->link);
    free(structure->kept_element);
    free(structure->id);
    free(structure);
}

/* A new kid at the end of the element's; its index. */
static int add_kid(struct structure *structure, int element, struct kid kid)
{
    GROW(structure->kid, structure->kids, structure->kid_capacity);
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
    structure->element[index] = (struct element){
        .role = (unsigned char)role, .parent = parent, .first = NONE, .last = NONE, .page = NONE, .property = NONE};
    return index;
}

int structure_element(struct structure *structure, int parent, enum role role)
{
    int index = new_element(structure, parent, role);
    if (parent != STRUCTURE_ROOT) add_kid(structure, parent, kid_of(KID_ELEMENT, index, 0));
    return index;
}

/* Strings are kept once: most cells of a table say the same, and the document may be gone before the file is written. */
static void add_property(struct structure *structure, int element, enum property_key key, const char *value)
{
    GROW(structure->property, structure->properties, structure->property_capacity);
    structure->property[structure->properties] =
        (struct property){.value = g_string_chunk_insert_const(structure->strings, value),
                          .next = structure->element[element].property,
                          .key = key};
    structure->element[element].property = structure->properties++;
}

void structure_alternative(struct structure *structure, int element, const char *text)
{
    add_property(structure, element, PROPERTY_ALT, text);
}

void structure_expansion(struct structure *structure, int element, const char *text)
{
    add_property(structure, element, PROPERTY_E, text);
}

void structure_language(struct structure *structure, int element, const char *lang)
{
    add_property(structure, element, PROPERTY_LANG, lang);
}

void structure_id(struct structure *structure, int element, const char *id)
{
    add_property(structure, element, PROPERTY_ID, id);
}

void structure_attributes(struct structure *structure, int element, const char *object)
{
    add_property(structure, element, PROPERTY_A, object);
}

int structure_slot(struct structure *structure, int element)
{
    int slot = add_kid(structure, element, kid_of(KID_SLOT, 0, element));
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

/* The page of a slot's content; kids that are the elements of replacements have theirs, too. */
static int page_of(const struct kid *kid)
{
    return (int)kid->owner;
}

/* The kid behind which content of `page` belongs: reading order is that of the pages, even if they come in another. */
static int place_in_slot(const struct structure *structure, int slot, int page)
{
    int tail = structure->kid[slot].index, at = slot;
    if (tail == slot || page_of(&structure->kid[tail]) <= page) return tail;
    while (page_of(&structure->kid[structure->kid[at].next]) <= page)
        at = structure->kid[at].next;
    return at;
}

/* A new kid behind all of its page, and of those before, that is in the slot. */
static void add_in_slot(struct structure *structure, int slot, struct kid kid)
{
    int before = place_in_slot(structure, slot, page_of(&kid));
    struct element *owner = &structure->element[structure->kid[slot].owner];
    GROW(structure->kid, structure->kids, structure->kid_capacity);
    int index = structure->kids++;
    kid.next = structure->kid[before].next;
    structure->kid[index] = kid;
    structure->kid[before].next = index;
    if (structure->kid[slot].index == before) structure->kid[slot].index = index;
    if (owner->last == before) owner->last = index;
}

void structure_page(struct structure *structure, int page)
{
    while (structure->pages <= page) {
        GROW(structure->page, structure->pages, structure->page_capacity);
        structure->page[structure->pages++] = (struct page_content){0};
    }
    structure->page[page].first = structure->contents;
}

int structure_content(struct structure *structure, int slot, int page)
{
    int owner = structure->kid[slot].owner, identifier = structure->page[page].count++;
    GROW(structure->content, structure->contents, structure->content_capacity);
    structure->content[structure->contents++] = owner;
    add_in_slot(structure, slot, kid_of(KID_CONTENT, identifier, page));
    struct element *element = &structure->element[owner];
    if (element->page < 0 || page < element->page) element->page = page;
    mark_held(structure, owner);
    return identifier;
}

int structure_replacement(struct structure *structure, int slot, int page, const char *text)
{
    int element = new_element(structure, structure->kid[slot].owner, ROLE_SPAN);
    add_property(structure, element, PROPERTY_ACTUAL, g_string_chunk_insert(structure->strings, text));
    add_in_slot(structure, slot, kid_of(KID_ELEMENT, element, page));
    return structure_slot(structure, element);
}

void structure_link(struct structure *structure, int element, int page, int link)
{
    add_kid(structure, element, kid_of(KID_LINK, link, page));
    while (structure->links <= link) {
        GROW(structure->link, structure->links, structure->link_capacity);
        structure->link[structure->links++] = element;
    }
    structure->link[link] = element;
    mark_held(structure, element);
}
