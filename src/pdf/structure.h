/* structure: the logical structure of the file (ISO 32000-1, 14.7): elements and, among their kids, slots that are made in document
   order before there are pages. Marked content is appended at a slot's tail, so reading order never depends on pages. Knows
   nothing of the document. */
#ifndef GYOKAKU_STRUCTURE_H
#define GYOKAKU_STRUCTURE_H
#include "document/tags.h"
#include "pdf/object.h"

struct structure;
enum { STRUCTURE_ROOT = -1 };

/* Strings given to it are borrowed until the file is saved, but where it says that they are copied. */
struct structure *structure_new(void);
void structure_free(struct structure *structure);

/* A new element at the end of its parent's kids; its index. */
int structure_element(struct structure *structure, int parent, enum role role);
void structure_alternative(struct structure *structure, int element, const char *text); /* /Alt, 14.9.3 */
void structure_expansion(struct structure *structure, int element, const char *text);   /* /E, 14.9.5 */
void structure_language(struct structure *structure, int element, const char *lang);    /* /Lang, 14.9.2 */
void structure_id(struct structure *structure, int element, const char *id);            /* /ID, for Headers */
/* An attribute object (14.7.5): "<</O/Table …>>". Copied. */
void structure_attributes(struct structure *structure, int element, const char *object);

/* A place for content at the end of the element's kids; its index. */
int structure_slot(struct structure *structure, int element);
/* The role of the element that the slot belongs to: the tag of its marked content. */
enum role structure_slot_role(const struct structure *structure, int slot);
int structure_slot_element(const struct structure *structure, int slot);
/* Content of page `page` comes now, all of it before another page's. Pages may come in any order, each once. */
void structure_page(struct structure *structure, int page);
/* New marked content on that page, in the slot behind what is there of it and of pages before it: its identifier there. */
int structure_content(struct structure *structure, int slot, int page);
/* A Span there whose content is to be read as `text` (14.9.4), which is copied: a slot in it, for one marked content. */
int structure_replacement(struct structure *structure, int slot, int page, const char *text);
/* Link annotation `link` (leaf_link) on `page`, as a kid of `element`. */
void structure_link(struct structure *structure, int element, int page, int link);

/* Once all other objects are made: makes those of the tree (object_list) and enters it in the catalogue. Elements that came to hold
   nothing (of what print leaves out) are dropped, but for the cells of a table that holds anything. */
void structure_finish(struct structure *structure, struct object_file *file);
#endif
