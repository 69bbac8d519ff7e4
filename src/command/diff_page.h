/* diff_page: what changed, as a page for staff. */
#ifndef GYOKAKU_DIFF_PAGE_H
#define GYOKAKU_DIFF_PAGE_H
#include <libxml/tree.h>
#include "command/job.h"

/* Adds diff.html to the outputs, through templates/diff.xsl: one file with its looks in it, which may be sent by mail. Looks must have
   been read. False: told. */
bool diff_page_make(struct job *job, xmlDoc *facts);
#endif
