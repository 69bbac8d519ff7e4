/* facts_diff_private: what the parts of a comparison's facts share. Only src/document/facts_diff*.c include it. */
#ifndef GYOKAKU_FACTS_DIFF_PRIVATE_H
#define GYOKAKU_FACTS_DIFF_PRIVATE_H
#include "document/facts_diff.h"

/* facts_diff_proposals.c: for each change that can be told as wrong and right and is not told yet, a <correction> ready to be pasted into the
   file that it names, dated `date`. */
void facts_diff_add_proposals(xmlNode *root, const struct facts_diff *diff, struct arena *scratch, const char *date);
#endif
