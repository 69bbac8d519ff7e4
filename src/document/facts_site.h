/* facts_site: a plan and all its years, as the XML that the web pages' templates are given (facts-site.rnc): everything facts_report says
   of the newest year, and each year's entries, tallies and dates. Knows nothing of pages, of HTML or of the clock. */
#ifndef GYOKAKU_FACTS_SITE_H
#define GYOKAKU_FACTS_SITE_H
#include <libxml/tree.h>
#include "progress/progress.h"

/* A file that the pages offer. Strings are borrowed. */
struct site_download {
    const char *what; /* what it is, for the templates to name it: report, plan, briefing, matrix, data … */
    int year;         /* the fiscal year it is of; 0: none */
    const char *name; /* a name of its own, shown as it is; NULL: templates name it by `what` and `year` */
    const char *path; /* in the folder of the site: report-2027.pdf */
    const char *kind; /* as readers know it: PDF, CSV */
    size_t bytes;
    unsigned pages; /* 0: it has none */
};
/* A column of the open data. */
struct site_column {
    const char *file, *name, *meaning;
};
struct site_options {
    unsigned downloads, columns;
    const struct site_download *download;
    const struct site_column *column;
};

/* The facts of all years up to `progress->year`. `options` may be NULL: nothing to download. The caller frees them with xmlFreeDoc.
   Never NULL. */
xmlDoc *facts_site(const struct plan *plan, const struct history *history, const struct progress *progress,
                   const struct site_options *options);
#endif
