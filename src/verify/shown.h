/* shown: what pages say, in PDF and HTML alike, against what the input says: each value in its cell, each text in its sheet, no number that
   follows from no input. Cells are found by their heads, never by where they lie. What it relies on of the templates: an initiative's
   heading has its number; tables of years have the years as heads; tables of counts have the grades as heads. Labels of rows and all
   sentences are the city's own: a row whose label is not known is found by its values. Sentences are compared by their numbers only. */
#ifndef GYOKAKU_SHOWN_H
#define GYOKAKU_SHOWN_H
#include "verify/expect.h"
#include "verify/finding.h"
#include "verify/known.h"
#include "verify/reading.h"

enum shown_kind {
    SHOWN_PLAN,   /* every sheet, nothing of a year */
    SHOWN_REPORT, /* every sheet, with results; counts; the matrix of results */
    SHOWN_PAPER,  /* whatever it shows */
    SHOWN_SHEET,  /* a page of one initiative */
    SHOWN_COUNTS, /* a page that must have all counts */
    SHOWN_START,  /* a page that must have the matrix of results */
    SHOWN_PAGE    /* any other page */
};
struct shown {
    struct finding *finding;
    const struct truth *truth;
    const struct known *known;
    const struct readout *reading;
    enum shown_kind kind;
    const char *initiative;    /* SHOWN_SHEET: its id */
    const struct group *group; /* whose own page it is; NULL: none's */
};
void shown_check(const struct shown *shown);
#endif
