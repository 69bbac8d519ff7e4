/* facts_private: the few steps by which facts are written. Only src/document/facts*.c include it. */
#ifndef GYOKAKU_FACTS_PRIVATE_H
#define GYOKAKU_FACTS_PRIVATE_H
#include <libxml/tree.h>
#include "plan/actuals.h"

struct facts {
    const struct plan *plan;
    unsigned years; /* of a report; 0: of the plan alone */
    const struct actuals *const *year;
    struct arena *scratch;          /* labels, until they are copied into the tree */
    unsigned sheets;                /* written so far */
    const struct group *last_group; /* the outermost one of the last sheet written */
};

/* A string of the input with its readings, as facts carry it (base/annotation.h); any other string as it is. What is added and
   set below is asked for its readings in any case. */
const char *facts_said(const struct facts *facts, const char *text);
/* A new last child; with text (never parsed: & stays &) or, NULL, empty. */
xmlNode *facts_add(xmlNode *parent, const char *name, const char *text);
/* Attributes; those that are NULL are left out. */
void facts_set(xmlNode *element, const char *name, const char *value);
void facts_set_number(xmlNode *element, const char *name, long long value);
void facts_set_flag(xmlNode *element, const char *name, bool value);
/* Text in which '\n' is <br/>. */
void facts_put_lines(xmlNode *parent, const char *text);
/* p and ul of a block, of a field. */
void facts_add_block(xmlNode *parent, const struct block *block);
xmlNode *facts_add_field(xmlNode *parent, const char *name, const struct field *field);

/* A field of a form with its id, where it has one, and its label. */
void facts_add_form_field(xmlNode *parent, const char *name, const struct form_field *field);

/* 812KB, 1.2MB: of 1,000, rounded, as the sites of cities write it. */
const char *facts_size(struct arena *arena, size_t bytes);

/* The document with its root, which knows its facts until facts_finish; the plan as a whole; the years of its period. */
xmlDoc *facts_start(struct facts *facts);
xmlDoc *facts_finish(xmlDoc *doc);
xmlNode *facts_add_plan(struct facts *facts, xmlNode *root);
xmlNode *facts_add_years(struct facts *facts, xmlNode *root);

/* facts_front.c: chapters, groups, outlines, viewpoints; and what stands at the end. */
void facts_add_chapters(struct facts *facts, xmlNode *root);
void facts_add_groups(struct facts *facts, xmlNode *root);
void facts_add_back(struct facts *facts, xmlNode *root);
xmlNode *facts_add_correction(struct facts *facts, xmlNode *root, const struct correction *correction);

/* facts_sheet.c: all sheets of a plan; and the parts of one, between which a report puts what is of its year. */
void facts_add_sheets(struct facts *facts, xmlNode *root);

/* How a group is called: its level from 1, its kind, its code, both together, its id. */
void facts_set_group(xmlNode *node, const struct group *group);
/* Its place and its texts. */
xmlNode *facts_add_sheet(struct facts *facts, xmlNode *root, const struct initiative *initiative);
/* Its number from 1, definition and baseline. */
xmlNode *facts_add_indicator(struct facts *facts, xmlNode *sheet, const struct indicator *indicator, unsigned number);
xmlNode *facts_add_cell(struct facts *facts, xmlNode *indicator, int year);
/* `value` NULL: the year has none, because of `absent`: "outside" before `from` or after `to`, 対象外; "ahead": a later year has one; "unset":
   none has. */
xmlNode *facts_add_target(xmlNode *cell, const struct value *value, bool revised, const char *absent);
void facts_add_revision(struct facts *facts, xmlNode *indicator, const struct revision *revision);
/* Text, or the steps where the cell holds several. */
xmlNode *facts_add_value(xmlNode *parent, const char *name, const struct value *value);
/* 納税課、管財課 */
const char *facts_departments(struct facts *facts, const struct initiative *initiative);
/* A date as written (2025-11), for people: 令和7年11月. NULL stays NULL. */
const char *facts_written_date(struct facts *facts, const char *text);
const struct target *facts_target_of(const struct indicator *indicator, int year);
#endif
