/* diff: what readers of a published edition must be told of a later one: values, grades, names, texts in phrases, what came, went and was
   renumbered. Pure; words nothing: fields have the names that <correction field="…"> gives them. */
#ifndef GYOKAKU_DIFF_DIFF_H
#define GYOKAKU_DIFF_DIFF_H
#include "diff/phrases.h"
#include "progress/progress.h"

/* One side. */
struct diff_edition {
    const struct plan *plan;
    const struct history *history;   /* NULL: of the plan alone */
    const struct progress *progress; /* NULL with history; else of the newest year there is */
};

enum difference_kind {
    DIFFERENCE_VALUE,      /* another value: a target, an actual, a grade, an amount, a date */
    DIFFERENCE_WORDS,      /* another name or word: told whole */
    DIFFERENCE_TEXT,       /* running text: told in phrases */
    DIFFERENCE_WRITING,    /* the same value or word, written in another way: 98.60%, ９８．６％ */
    DIFFERENCE_REVISED,    /* a target that was changed by a decision, which the plan tells (<revised>) */
    DIFFERENCE_ADDED,      /* an initiative, an indicator, a year's actuals, a sheet of a year */
    DIFFERENCE_REMOVED,    /* the same */
    DIFFERENCE_RENUMBERED, /* an initiative under another number: `old` became `new` */
    DIFFERENCE_KINDS
};
/* Where it is read. */
enum difference_document { DIFFERENCE_PLAN, DIFFERENCE_REPORT };

struct difference {
    enum difference_kind kind;
    enum difference_document document;
    const char *old_ref, *ref; /* of the initiative on each side; NULL: not there, or of the whole */
    const char *name;          /* of the initiative as it is now, or was last; NULL: of the whole */
    const char *field;         /* target, actual, grade, initiative, …; of the whole plan the words for the place */
    const char *part;          /* which of several: who said it, the kind of an effect; NULL */
    const char *indicator;     /* its id; NULL: of no indicator */
    const char *definition;    /* of the indicator */
    bool several;              /* the initiative has several indicators */
    int year;                  /* 0: of no year */
    const char *old, *new;     /* whole; NULL: was not, is not there */
    unsigned hunks;            /* of a text */
    const struct hunk *hunk;
    const struct revision *revision; /* REVISED */
    const struct difference
        *cause; /* of a grade: what changed it; NULL: not known, or a grade that did not change by itself */
    const struct correction *announced; /* the later edition's own correction that tells it; NULL: none */
};
struct diff {
    struct arena *arena;      /* owned */
    enum year_kind year_kind; /* of the later edition */
    unsigned count;
    const struct difference *const
        *list; /* of the whole, then by initiative in the later plan's order, those that went last */
};

/* The page on which an initiative stands in the earlier edition's document, as printed there; NULL: unknown. `page` NULL: of all. */
struct diff_pages {
    void *self;
    const char *(*page)(void *self, enum difference_document document, const char *ref);
};
/* Of the place of a difference. */
const char *diff_page(const struct diff_pages *pages, const struct difference *difference);

/* Everything told once. Of actuals only years that both sides have are compared, a year that only one has is told as one thing. Strings
   are borrowed from both editions. Never NULL; diff_free gives it back. */
struct diff *diff_new(const struct diff_edition *old, const struct diff_edition *new);
void diff_free(struct diff *diff);
#endif
