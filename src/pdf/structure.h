/* structure: the logical structure of the file (ISO 32000-1, 14.7): elements and, among their kids, slots that are made in document
   order before there are pages. Marked content is appended at a slot's tail, so reading order never depends on pages. Knows
   nothing of the document. */
#ifndef GYOKAKU_STRUCTURE_H
#define GYOKAKU_STRUCTURE_H
#include "document/tags.h"
#include "pdf/object.h"

struct structure;
enum { STRUCTURE_ROOT = -1 };

/* For a file of `pages` pages. Strings given to it are borrowed until the file is saved. */
struct structure *structure_new(int pages);
void structure_free(struct structure *structure);

/* A new element at the end of its parent's kids; its index. */
int structure_element(struct structure *structure, int parent, enum role role);
void structure_alternative(struct structure *structure, int element, const char *text); /* /Alt, 14.9.3 */
void structure_expansion(struct structure *structure, int element, const char *text);   /* /E, 14.9.5 */
void structure_language(struct structure *structure, int element, const char *lang);    /* /Lang, 14.9.2 */
void structure_id(struct structure *structure, int element, const char *id);            /* /ID, for Headers */
/* An attribute object (14.7.5): "<</O/Table …>>". */
void structure_attributes(struct structure *structure, int element, const char *object);

/* A place for content at the end of the element's kids; its index. */
int structure_slot(struct structure *structure, int element);
/* The role of the element that the slot belongs to: the tag of its marked content. */
enum role structure_slot_role(const struct structure *structure, int slot);
int structure_slot_element(const struct structure *structure, int slot);
/* New marked content on `page` at the slot's tail: its identifier there. */
int structure_content(struct structure *structure, int slot, int page);
/* A Span at the slot's tail whose content is to be read as `text` (14.9.4): a slot in it, for one marked content. */
int structure_replacement(struct structure *structure, int slot, const char *text);
/* Link annotation `link` (leaf_link) on `page`, as a kid of `element`. */
void structure_link(struct structure *structure, int element, int page, int link);

/* Makes all objects, once the pages are done, and enters the tree in the catalogue: elements that came to hold nothing (of what
   print leaves out) are dropped, but for the cells of a table that holds anything. */
void structure_finish(struct structure *structure, struct arena *arena, struct object_file *file);
#endif
