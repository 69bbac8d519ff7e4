/* form_labels: the words by which a form's fields are printed and recognised: those of fields.def, and those of a body's own, from labels.xml. */
#ifndef GYOKAKU_FORM_LABELS_H
#define GYOKAKU_FORM_LABELS_H
#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"

/* Whose word it is: the id of a field or of another label of fields.def, in its order. */
struct label_word {
    const char *id, *word;
    long line;
};
/* The body's own words, as the file has them: the first of an id is the one that is printed. */
struct form_labels {
    struct arena *arena; /* owned */
    unsigned count;
    const struct label_word *word;
};

/* The ids of all labels, ends with NULL. */
extern const char *const WORDS_LABELS[];

/* Reads labels.xml; a file that is not there says nothing. NULL: told. form_labels_free takes NULL. */
struct form_labels *form_labels_read(const char *path, struct diag *diag);
void form_labels_free(struct form_labels *labels);
/* What the body prints for it, NULL: it has no word of its own. `labels` may be NULL: none. */
const char *form_labels_own(const struct form_labels *labels, const char *id);
/* The same, or the program's word; NULL: there is no such id. */
const char *form_labels_word(const struct form_labels *labels, const char *id);
#endif
