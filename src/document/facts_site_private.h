/* facts_site_private: what the parts of the site's facts share. Only src/document/facts_site*.c include it. */
#ifndef GYOKAKU_FACTS_SITE_PRIVATE_H
#define GYOKAKU_FACTS_SITE_PRIVATE_H
#include "document/facts_report_private.h"
#include "document/facts_site.h"

/* A department that has initiatives. */
struct office {
    unsigned number; /* in the plan's list; those it does not list follow */
    const char *name, *tel;
};
struct site {
    struct report report; /* of the newest year */
    struct date first;    /* the day on which the pages were first published */
    struct date *updated; /* of each initiative's page */
    unsigned offices;
    struct office *office;
};

/* --- facts_site_dates.c --- */

/* Fills first and updated. */
void site_find_dates(struct site *site);
/* published, updated and their texts. */
void site_set_dates(struct site *site, xmlNode *node, struct date updated);
/* The later of two, by the parts that both give. */
struct date site_later(struct date a, struct date b);
/* Of a page that shows the plan only; of one that shows everything. */
struct date site_updated_plan(const struct site *site);
struct date site_updated_all(const struct site *site);

/* --- facts_site_office.c: departments and their initiatives --- */
void site_find_offices(struct site *site);
const struct office *site_office(const struct site *site, const char *name);
void site_add_offices(struct site *site, xmlNode *root);

/* --- facts_site_sheet.c: an initiative with what each year brought --- */
void site_add_sheets(struct site *site, xmlNode *root);
#endif
