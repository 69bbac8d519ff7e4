/* facts_charts: what the page about the charts is told beside the facts of the year: which pictures there are, in which files, and the
   charts themselves with their data. */
#ifndef GYOKAKU_FACTS_CHARTS_H
#define GYOKAKU_FACTS_CHARTS_H
#include <libxml/tree.h>
#include <stddef.h>

enum { CHART_FILES = 3 };
struct chart_file {
    const char *form; /* text, outline, png */
    const char *path; /* from the page */
    size_t bytes;
};
struct chart_picture {
    const char *name, *of; /* 1-1-1; what it is of: a report's or a briefing's page title */
    const char *caption;   /* "": none */
    const xmlNode *chart;
    struct chart_file file[CHART_FILES];
};
/* Adds them to the facts of a report. */
void facts_add_pictures(xmlDoc *facts, const struct chart_picture *picture, unsigned count);
#endif
