/* fields: the running texts of sheets as one list: those of every form (fields.def), and those that the body added. Plain data in the
   arena of the plan or of the year. */
#ifndef GYOKAKU_FIELDS_H
#define GYOKAKU_FIELDS_H
#include <stdbool.h>
#include "base/arena.h"
#include "plan/value.h"

/* A field of running text: paragraphs and lists; '\n' inside a text is <br/>. */
struct block {
    bool list; /* <ul>: `text` are its items; else one paragraph */
    unsigned count;
    const char *const *text;
};
struct field {
    unsigned count; /* 0: absent or empty */
    const struct block *blocks;
    long line;
};

enum field_id {
    FIELD_OWN, /* one that the body added: <field name="期待される効果"> */
#define PLAN_FIELD(id, ...) FIELD_##id,
#define YEAR_FIELD(id, ...) FIELD_##id,
#include "plan/fields.def"
    FIELD_IDS
};
/* A row of fields.def; of FIELD_OWN all texts are NULL. */
struct field_kind {
    enum field_id id;
    const char *element, *label, *name;
};
struct field_kinds {
    unsigned count;
    const struct field_kind *kind;
};
/* In the order in which they are printed, with FIELD_OWN where the body's own stand. */
extern const struct field_kinds FIELDS_OF_PLAN, FIELDS_OF_YEAR;

/* A field of a sheet. Those of every form are in the list even when nothing is written in them. */
struct form_field {
    enum field_id id;
    const char *element;   /* its id: current; NULL: the body's own */
    const char *label;     /* as it is printed */
    const char *name;      /* as messages and data call it */
    const char *unit;      /* of the body's own: its text is a number, shown with this unit; NULL: words */
    struct decimal number; /* with a unit */
    struct field text;     /* as it is shown: 1,200千円 */
};
struct form_fields {
    unsigned count;
    const struct form_field *field; /* in the order in which they are printed */
};

/* The text of a field of every form; an empty one where the list does not have it. Never NULL. */
const struct field *fields_text(const struct form_fields *fields, enum field_id id);
/* 人件費（千円）: how a column of the body's own field is called. In the arena. */
const char *fields_column(struct arena *arena, const struct form_field *field);
#endif
