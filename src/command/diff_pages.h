/* diff_pages: on which page of an edition's documents each initiative stands. They are laid out as `plan` and `report` would, since the files
   that were published say nothing of initiatives: with other templates or fonts than then, pages may differ. */
#ifndef GYOKAKU_DIFF_PAGES_H
#define GYOKAKU_DIFF_PAGES_H
#include "command/job.h"
#include "diff/diff.h"

struct pages_found;
/* Lays out those of the edition's documents that the differences are in; one that cannot be laid out has no pages. Never NULL;
   diff_pages_free gives it back. */
struct pages_found *diff_pages_find(struct job *job, const struct diff_edition *edition, const struct diff *diff);
/* NULL: nothing is known. Borrowed. */
struct diff_pages diff_pages_view(struct pages_found *found);
void diff_pages_free(struct pages_found *found);
#endif
