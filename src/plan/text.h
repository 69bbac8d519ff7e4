/* text: what authors wrote between tags and in attributes, as the plan holds it (formats.md, "Reading"): trimmed, line breaks of
   the source undone, compatibility characters unified; and the list of all of it for later checks. Knows no element by name but
   <br>, <p>, <ul>, <li>, <ruby> and <rt>. */
#ifndef GYOKAKU_TEXT_H
#define GYOKAKU_TEXT_H
#include <libxml/tree.h>
#include "plan/plan.h"

/* What all parts of reading share. Starts with arena, file and diag; text_free gives back the rest. */
struct reader {
    struct arena *arena; /* of the plan */
    const char *file;
    struct diag *diag;
    struct plan_text *text;
    unsigned texts, capacity;
    struct plan_ruby *ruby; /* of the texts that have readings */
    unsigned rubies, ruby_capacity;
    bool has_sheets;    /* <sheets/> was met */
    bool in_initiative; /* whose texts are being read */
    enum year_kind year_kind;
};
/* Blocks while they are gathered; text_blocks_keep moves them into the arena. */
struct blocks {
    struct block *block;
    unsigned count, capacity;
};

/* `field` names the text for users (「1-1-1の現状」). All strings live in the plan's arena. */

/* The text of an element, without its readings; "" when it has none or is NULL. */
const char *text_of(struct reader *reader, const xmlNode *element, const char *field);
/* A printed attribute, an attribute that is only data (not among the texts); NULL when it is not given or empty. */
const char *text_attribute(struct reader *reader, const xmlNode *element, const char *name, const char *field);
const char *text_data(struct reader *reader, const xmlNode *element, const char *name);
/* Appends what a <p>, a <ul> or a field of plain text holds: lines that begin with ・ become lists. Empty ones give nothing. */
void text_blocks(struct reader *reader, const xmlNode *element, const char *field, struct blocks *blocks);
/* A whole field; `element` may be NULL. */
struct field text_field(struct reader *reader, const xmlNode *element, const char *field);
/* Moves the blocks into the arena and empties the list. */
const struct block *text_blocks_keep(struct reader *reader, struct blocks *blocks);

/* For what is made of the text that was read last: what it says with its readings, or the text itself; `copy`, the same text
   elsewhere, has them too; a new text, `prefix` and the text, has them too. */
const char *text_said(const struct reader *reader, const char *text);
void text_copied(struct reader *reader, const char *text, const char *copy);
const char *text_prefixed(struct reader *reader, const char *prefix, const char *text);

/* The readings so far, in the arena. */
struct plan_readings text_readings(const struct reader *reader);
/* The texts so far, in document order, in the arena. */
const struct plan_text *text_list(struct reader *reader);
void text_free(struct reader *reader);
#endif
