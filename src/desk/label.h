/* label: the headings of the form and the ways in which authors number things. The words are in label.def; nothing here knows a
   particular plan. */
#ifndef GYOKAKU_LABEL_H
#define GYOKAKU_LABEL_H
#include "desk/slice.h"
#include "plan/year.h"

enum label {
    LABEL_NONE,
    LABEL_CONTENTS,
    LABEL_POLICY,
    LABEL_APPROACH,
    LABEL_ITEM,
    LABEL_INITIATIVE,
    LABEL_DEPARTMENT,
#define PLAN_FIELD(id, ...) LABEL_##id,
#include "plan/fields.def"
    LABEL_FIELDS_END, /* behind the last field, and no label itself */
    LABEL_YEAR,
    LABEL_DEFINITION,
    LABEL_TARGET,
    LABEL_ACTUAL,
    LABEL_VIEWPOINT,
    LABEL_FIELDS = LABEL_DEPARTMENT + 1 /* the first field of fields.def */
};

/* The label that the slice is, nothing before or behind it; LABEL_NONE. */
enum label label_of(struct slice slice);
/* The words that the plan prints for it. */
const char *label_words(enum label label);

/* How a number stands before a text. */
enum numbering {
    NUMBERING_CIRCLED,  /* ① */
    NUMBERING_CHAPTER,  /* 1 題名, 第1章 題名 */
    NUMBERING_SECTION,  /* 1. 題名, 第1節 題名, (1) 題名 */
    NUMBERING_POLICY,   /* 基本方針1 名前: any word for a policy */
    NUMBERING_VIEWPOINT /* 視点1 名前 */
};
struct numbered {
    unsigned number;   /* 1–999 */
    struct slice mark; /* the number with what belongs to it */
    struct slice text; /* what follows; may be empty */
};
bool label_number(struct slice slice, enum numbering numbering, struct numbered *out);

/* ①, as the plan prints the number of an item. */
char *label_circled(struct arena *arena, unsigned number);

/* The whole slice as a fiscal year (令和8年度, R8, 2026年度); 0: it is none. As a date without a day (令和8年3月, 2026年3月). */
int label_year(struct slice slice);
bool label_date(struct slice slice, struct date *out);
/* The whole slice as a page's number. */
bool label_is_page(struct slice slice);
#endif
