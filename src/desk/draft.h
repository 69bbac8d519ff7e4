/* draft: a plan as it is recognised in a source: the source's own slices in the plan's places, and what only the author can say.
   recognise fills it, settle compares what the source says twice, ask adds the questions, write makes XML of it. */
#ifndef GYOKAKU_DRAFT_H
#define GYOKAKU_DRAFT_H
#include "desk/label.h"
#include "desk/slice.h"

/* A growing list in the arena: `count` of pointers. */
struct list {
    unsigned count, capacity;
    void **item;
};
void list_add(struct arena *arena, struct list *list, void *item);

struct question {
    enum diag_id id;
    long line;
    const char *const *args;
};

/* A target's cell; `year` 0: the source does not say whose it is. */
struct draft_target {
    int year;
    struct passage text;
};
struct draft_indicator {
    struct passage definition;
    const struct row *years, *values; /* NULL: missing */
    struct list targets;              /* struct draft_target, settled */
    struct list questions;
};
struct draft_field {
    struct passage name, text;
};
enum { DRAFT_FIELDS = LABEL_FIELDS_END - LABEL_FIELDS };
struct draft_sheet {
    long line;
    struct numbered policy; /* number 0: not said */
    struct passage item, name, department;
    struct passage field[DRAFT_FIELDS]; /* by label, from LABEL_FIELDS */
    bool has_field[DRAFT_FIELDS];
    struct list fields;     /* struct draft_field: those the form does not know */
    struct list indicators; /* struct draft_indicator */
    const struct row *years;
    struct list questions;
    /* settled */
    unsigned number;
    const char *id;
    int from, to; /* 0: the plan's */
    struct passage outline_name;
    bool outside_outline;
    bool item_differs; /* `item` is written as item-name */
};

struct draft_item {
    unsigned number;
    struct passage name, outline;
    struct list sheets; /* struct draft_sheet */
};
struct draft_policy {
    unsigned number;
    struct passage name, approach;
    struct list items; /* struct draft_item */
};

/* The outline's table: what it says, before it is compared with the sheets. */
struct outline_initiative {
    struct numbered numbered;
    struct passage name;
};
struct outline_item {
    struct passage label;
    unsigned number;
    struct list initiatives; /* struct outline_initiative */
};
struct outline_policy {
    struct passage name;
    struct list items; /* struct outline_item */
};

enum draft_part_kind { DRAFT_TEXT, DRAFT_POLICIES, DRAFT_OUTLINE, DRAFT_VIEWPOINTS, DRAFT_SHEETS };
struct draft_part {
    enum draft_part_kind kind;
    struct passage text; /* DRAFT_TEXT */
    struct passage head; /* DRAFT_OUTLINE: its first column's */
    struct list outline; /* DRAFT_OUTLINE: struct outline_policy */
};
/* A chapter, or a section, which has none below it. */
struct draft_heading {
    struct numbered mark; /* its number, as written; number 0: none */
    struct passage title, contents;
    bool invented;        /* the source has no such heading */
    struct list parts;    /* struct draft_part */
    struct list sections; /* struct draft_heading */
};
struct draft_entry { /* of the contents */
    bool section;
    struct numbered numbered;
    struct passage text;
};
struct draft_viewpoint {
    struct numbered numbered;
    struct passage name, text;
};

struct draft {
    struct source *source;
    struct arena *arena; /* the source's */
    struct diag *diag;
    struct passage title, municipality, state, date_text;
    bool decided;           /* 確定 */
    struct date date;       /* year 0: not said */
    int first, last;        /* fiscal years; 0: not said */
    struct list entries;    /* struct draft_entry */
    struct list chapters;   /* struct draft_heading */
    struct list viewpoints; /* struct draft_viewpoint */
    struct list policies;   /* struct draft_policy */
    struct list sheets;     /* struct draft_sheet, as they come */
    struct list questions;
};

/* Fills the draft, whose source, arena and diag are set. */
void recognise(struct draft *draft);
/* A sheet from row `at` on; the row behind it. A table of policies, an outline, likewise. */
unsigned recognise_sheet(struct draft *draft, unsigned at);
bool recognise_sheet_starts(const struct source *source, unsigned at);
unsigned recognise_policies(struct draft *draft, unsigned at);
unsigned recognise_outline(struct draft *draft, unsigned at, struct draft_part *part);
bool recognise_is_policies(const struct row *row);
bool recognise_is_outline(const struct row *row);
/* The title page, and the contents behind it; the row behind them. */
unsigned recognise_front(struct draft *draft);

/* Puts sheets below their items, and takes what the plan will say by itself. */
void settle(struct draft *draft);
void settle_headings(struct draft *draft);
void settle_outline(struct draft *draft);
void settle_targets(struct draft *draft, struct draft_sheet *sheet);
/* The plan's own label of an item: ① and the name, nothing between them. */
char *settle_label(struct draft *draft, const struct draft_item *item);

/* Collects the questions and tells them. */
void ask(struct draft *draft);
/* plan.xml; takes what it writes. */
void write_plan(struct draft *draft, struct buf *out);
#endif
