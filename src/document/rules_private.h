/* rules_private: what the parts of the document's rules share. Only src/document/rules*.c include it. */
#ifndef GYOKAKU_RULES_PRIVATE_H
#define GYOKAKU_RULES_PRIVATE_H
#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/arena.h"
#include "base/diag.h"

/* Elements within elements; every stage after this one walks documents by recursion and relies on it. */
enum { RULES_DEEPEST = 100 };

struct rules_run {
    const char *file; /* the style sheet, for elements that do not say where they come from */
    struct diag *diag;
    struct arena *arena;
    GHashTable *told;  /* messages with their places: a template that is used for every sheet is told of once */
    struct grid *grid; /* rules_table's, used again for the next table */
    bool fine;
    bool stop; /* the document is not one, or too deep to be walked */
};

/* Tells a fault of `node`, at the place where a template wrote it or the nearest element round it. */
void rules_tell(struct rules_run *run, const xmlNode *node, enum diag_id id, const char *const *args);
#define TELL(run, node, id, ...) rules_tell((run), (node), DIAG_##id, (const char *const[]){__VA_ARGS__, NULL})

/* The name with its prefix, as the author wrote it. */
const char *rules_name(struct rules_run *run, const xmlNs *ns, const xmlChar *name);

/* rules_shape.c: elements, attributes, what holds what. Notes when the document is too deep for any other walk. */
void rules_shape(struct rules_run *run, const xmlNode *root);
/* rules_chart.c: what the kind of a chart asks of its axis, series and points. */
void rules_chart(struct rules_run *run, const xmlNode *chart);
/* rules_table.c: every cell with content has a header cell. */
void rules_table(struct rules_run *run, const xmlNode *table);
#endif
