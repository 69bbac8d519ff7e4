/* structure_private: what structure (building the tree) and structure_write (its objects) share. A thousand sheets have 80,000
   elements: what each of them takes counts. */
#ifndef GYOKAKU_STRUCTURE_PRIVATE_H
#define GYOKAKU_STRUCTURE_PRIVATE_H
#include <glib.h>
#include "pdf/structure.h"

enum { NONE = -1, KID_OWNERS = (1 << 29) - 1 /* what a kid has room for */ };
enum kid_kind { KID_ELEMENT, KID_SLOT, KID_CONTENT, KID_LINK };
/* Kids are linked lists through one array, so that content can be put in behind a slot. */
struct kid {
    int next;  /* index, NONE at the end */
    int index; /* element; of a slot, its tail; marked-content identifier; link */
    unsigned kind : 2;
    int owner : 30; /* of a slot, its element; of content, a replacement and links, their page */
};
static inline struct kid kid_of(enum kid_kind kind, int index, int owner)
{
    return (struct kid){.next = NONE, .index = index, .kind = kind, .owner = owner & KID_OWNERS};
}

enum property_key { PROPERTY_LANG, PROPERTY_ALT, PROPERTY_E, PROPERTY_ACTUAL, PROPERTY_ID, PROPERTY_A };
/* What few elements have: linked lists through one array, too. */
struct property {
    const char *value;
    int next;
    enum property_key key;
};
struct element {
    int parent;
    int first, last; /* kids */
    int page;        /* the first with content of it, NONE: none */
    int property;
    unsigned number; /* of its object; 0: dropped */
    unsigned char role;
    bool held; /* it or an element below it has content */
};
_Static_assert(sizeof(struct kid) == 12 && sizeof(struct element) == 28, "structure: elements have become larger");

/* Which element each marked content of a page belongs to: `count` from `first` on. */
struct page_content {
    int first, count;
};
struct identified {
    const char *id;
    unsigned number;
};
struct structure {
    int elements, element_capacity, kids, kid_capacity, properties, property_capacity;
    struct element *element;
    struct kid *kid;
    struct property *property;
    GStringChunk *strings;
    int pages, page_capacity, contents, content_capacity;
    struct page_content *page;
    int *content;
    int links, link_capacity;
    int *link; /* the element of each */
    /* from structure_finish on */
    struct object_file *file;
    unsigned kept;
    int *kept_element; /* in the order of their numbers */
    int ids;
    struct identified *id; /* sorted */
    unsigned root, tree; /* objects: the root; the parent tree's, behind which its leaves come, and the identifiers' */
    unsigned identifiers;
};
#endif
