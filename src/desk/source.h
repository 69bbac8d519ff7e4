/* source: a word processor's document as rows of cells (a paragraph is a row of one cell), and for every character of it where it
   went. Knows nothing of plans: what a row means is recognise's affair. */
#ifndef GYOKAKU_SOURCE_H
#define GYOKAKU_SOURCE_H
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "plan/form_labels.h"

/* What became of a character. FATE_LEFT is 0: nobody took it. */
enum fate {
    FATE_LEFT,
    FATE_WRITTEN,   /* stands in plan.xml as it is */
    FATE_CONVERTED, /* stands there in another form: a date, a year, a mark between two names */
    FATE_GENERATED, /* the plan makes it again when it is printed: the contents, numbers, names that are repeated */
    FATE_LABEL,     /* a heading of the form, which the plan prints by itself */
    FATE_DROPPED    /* was no text of the document: a tracked deletion, the instruction of a field */
};

struct cell {
    const char *text;  /* '\n' where the author broke the line */
    unsigned size;     /* bytes */
    unsigned column;   /* of the grid, from 1 */
    unsigned *passing; /* for each byte, the passing that took it; 0: none */
    struct row *row;
};
struct row {
    long line;        /* text: the line; docx: the paragraph, both from 1 */
    bool after_blank; /* an empty line stood before it */
    bool table;       /* its cells belong to a table; else it is one paragraph */
    unsigned level;   /* of a heading, where the document says so (docx): 1 or 2; else 0 */
    unsigned cells;   /* at least one; empty ones are kept, since columns count */
    struct cell *cell;
    const struct form_labels *labels; /* the source's */
};
struct passing {
    enum fate fate;
    const char *place; /* 1-1-1/current */
};
struct source {
    struct arena *arena;
    const char *file;
    const struct form_labels
        *labels; /* what the document may call the fields of its form, beside the program's own words; NULL: nothing */
    unsigned rows, capacity;
    struct row **row;
    unsigned asides, aside_capacity;
    struct row **aside; /* what stands in the file but not in the text: notes, tracked deletions */
    unsigned passings, passing_capacity;
    struct passing *passing; /* [0] is nobody's */
};

/* Never NULL; `file` is copied. source_free takes NULL. */
struct source *source_new(const char *file);
void source_free(struct source *source);

/* A row with `cells` empty cells, columns 1, 2 …; owned by the source. */
struct row *source_row(struct source *source, long line, unsigned cells);
/* A piece beside the text; what is said of it is for good. */
struct cell *source_aside(struct source *source, long line, const char *text, size_t size);
/* Copies the text into the cell. */
void source_fill(struct source *source, struct cell *cell, const char *text, size_t size);

/* The file as a source, with the words for fields of a form (borrowed, may be NULL): .docx by its first bytes, else text. NULL: told. */
struct source *source_read(const char *path, const struct form_labels *labels, struct diag *diag);
/* Its two readers; `bytes` are used up. False: told. */
bool source_text_read(struct source *source, struct buf *bytes, struct diag *diag);
bool source_docx_read(struct source *source, struct buf *bytes, struct diag *diag);
#endif
