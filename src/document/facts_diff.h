/* facts_diff: what changed between two editions as XML for templates: each change with its place, both readings, and the phrases of its
   texts. No sentences. */
#ifndef GYOKAKU_FACTS_DIFF_H
#define GYOKAKU_FACTS_DIFF_H
#include <libxml/tree.h>
#include "diff/diff.h"

struct facts_diff {
    const struct diff *diff;
    const struct diff_edition *old, *new;
    struct diff_pages pages;
};

/* The facts of a comparison, for diff.xsl and diff-text.xsl (facts-diff.rnc). The caller frees them with xmlFreeDoc. Never NULL. */
xmlDoc *facts_diff(const struct facts_diff *diff);

/* Adds to the facts of a report or a site what changed since the edition published on `date` (<since>), but what its corrections and
   revised targets tell already, other ways of writing, and years that are new. Nothing where nothing is left. */
void facts_diff_add_since(xmlDoc *facts, const struct diff *diff, struct date date);
#endif
