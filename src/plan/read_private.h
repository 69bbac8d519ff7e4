/* read_private: what the files of reading give each other: conversion of parts of the tree, which may hold faults (they were told;
   what is missing is "", 0 or NULL), and the checks of what they say together. */
#ifndef GYOKAKU_READ_PRIVATE_H
#define GYOKAKU_READ_PRIVATE_H
#include <libxml/tree.h>
#include "plan/plan.h"
#include "plan/text.h"

/* A number attribute as it is; 0 when it is not given or none. */
unsigned read_number(const xmlNode *element, const char *name);
/* A year attribute; 0 likewise. */
int read_year(const xmlNode *element, const char *name);
/* A date attribute; all 0 likewise. */
struct date read_date(const xmlNode *element, const char *name);
/* Which of `words` (ends with NULL) the attribute is; 0, the first, when it is none or not given. */
unsigned read_choice(const xmlNode *element, const char *name, const char *const *words);
/* What the attribute `interim` says; false, and `out` as it was, when it is not given. */
bool read_interim(const xmlNode *element, enum interim *out);
/* The words of an attribute that are parted by blanks, as data; none when it is not given. */
struct word_list read_words(struct reader *reader, const xmlNode *element, const char *name);
/* The text of a child, listed; NULL when it is not given. */
const char *read_optional(struct reader *reader, const xmlNode *parent, const char *name, const char *field);
/* References to initiatives become their ids. */
const struct correction *read_corrections(struct reader *reader, const xmlNode *root, const struct plan *plan,
                                          unsigned *count);
/* The words of the annual sheet (lists.h), the plan's own or the defaults; a word twice is told. */
void read_lists(struct reader *reader, const xmlNode *root, struct plan *plan);
/* Tells evaluators that the plan's judgement names and its list does not have; needs the lists. */
void read_judgement_by(struct reader *reader, const xmlNode *root, const struct plan *plan);
struct judgement read_judgement(struct reader *reader, const xmlNode *parent, const char *owner);
/* The levels, the groups and the initiatives; needs the plan's period. */
void read_groups(struct reader *reader, const xmlNode *root, struct plan *plan);
/* The fields of a sheet and the body's own (<field>), in the order of `kinds`. `owner` is how their names begin: 1-1-1の. */
struct form_fields read_fields(struct reader *reader, const xmlNode *parent, const struct field_kinds *kinds,
                               const char *owner);
/* One initiative; `start` has its group, its number and the id that its place gives it. */
struct initiative read_initiative(struct reader *reader, const xmlNode *node, const struct initiative *start,
                                  const struct plan *plan);
/* What the cells of a row say of their indicator (read_row.c): units of bare numbers, the baseline of a pair, totals; and of a target before
   it was revised. Which way they look, where `direction` is not given; a contradiction is told. */
void read_settle_cells(struct reader *reader, struct indicator *out, struct target *target);
void read_settle_before(struct reader *reader, const struct indicator *indicator, struct value *value);
void read_settle_direction(struct reader *reader, const xmlNode *node, const char *owner, struct indicator *out);

/* Tells what is wrong between the parts of a plan: of its head, whose lines only the tree knows; of one list of grades; and of
   its groups and corrections. */
void sense_head(const struct plan *plan, const xmlNode *root, struct diag *diag);
void sense_groups(const struct plan *plan, struct diag *diag);

/* The unit of a cell, % for percents; NULL: nothing that has a unit, or a bare number without one. */
const char *sense_unit(const struct value *value, const struct indicator *indicator);
/* The unit of the row: the indicator's, or that of the first target that has one. */
const char *sense_row_unit(const struct indicator *indicator);
/* The departments that answer for it (charges.h), those in charge first; one that goes by a former name is given its present one. */
void read_charges(struct reader *reader, const xmlNode *node, const char *known, const struct plan *plan,
                  struct initiative *out);
/* When it was added or ended, and why. */
void read_life(struct reader *reader, const xmlNode *node, const char *known, struct initiative *out);
/* What was carried on by what, from both ends; references to nothing and circles are told. Needs all initiatives. */
void read_successions(struct plan *plan, struct diag *diag);
void read_plan_revisions(struct reader *reader, const xmlNode *root, struct plan *plan);
#endif
