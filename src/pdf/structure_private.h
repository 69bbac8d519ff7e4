/* structure_private: what structure (building the tree) and structure_write (its objects) share. */
#ifndef GYOKAKU_STRUCTURE_PRIVATE_H
#define GYOKAKU_STRUCTURE_PRIVATE_H
#include "pdf/structure.h"

enum kid_kind { KID_ELEMENT, KID_SLOT, KID_CONTENT, KID_LINK };
/* Kids are linked lists through one array, so that content can be put in behind a slot. */
struct kid {
    enum kid_kind kind;
    int next;  /* index, -1 at the end */
    int index; /* element; of a slot, its tail; marked-content identifier; link */
    int owner; /* of a slot, its element; of content and links, their page */
};
struct element {
    enum role role;
    int parent;
    int first, last; /* kids */
    int page;        /* of its first content, -1: none */
    bool held;       /* it or an element below it has content */
    unsigned number; /* of its object; 0: dropped */
    const struct structure *structure;
    const char *alternative, *expansion, *actual, *language, *id, *attributes;
};
/* Which element each marked content of a page belongs to. */
struct page_content {
    int count, capacity;
    int *element;
};
struct structure {
    struct object_file *file; /* from structure_finish on */
    int elements, element_capacity, kids, kid_capacity;
    struct element *element;
    struct kid *kid;
    int pages;
    struct page_content *page;
    int links, link_capacity;
    int *link; /* the element of each */
    int ids;
    const struct element **id;           /* those with an identifier, sorted by it */
    unsigned root, parents, identifiers; /* objects */
};
#endif
