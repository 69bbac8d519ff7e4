/* edition: one document on its way from facts to the bytes of a PDF, or to the stage that is to be shown. */
#ifndef GYOKAKU_EDITION_H
#define GYOKAKU_EDITION_H
#include <libxml/tree.h>
#include "base/buf.h"
#include "command/job.h"

/* Makes an edition of `facts`, which it frees, by `style_sheet` of the templates. `date` is the file's. True: `file` holds a PDF. False: told,
   or the stage that --show names was printed. */
bool edition_make(struct job *job, xmlDoc *facts, const char *style_sheet, struct date date, struct buf *file);
/* Prints the XML of a stage, in UTF-8 so that people can read it, if it is the one that --show names. True: that was it. */
bool edition_shown(const struct job *job, const char *stage, xmlDoc *doc, bool indented);
#endif
