/* print: how paged documents look (templates/theme.xml and print.xml): masters, steps of fit, and the style of an element. Rules
   apply from top to bottom, the last that matches wins. Lengths are points. */
#ifndef GYOKAKU_PRINT_H
#define GYOKAKU_PRINT_H
#include <libxml/tree.h>
#include <stdbool.h>
#include "base/diag.h"
#include "style/theme.h"
#include "typeset/paragraph.h"

enum valign { VALIGN_TOP, VALIGN_MIDDLE, VALIGN_BOTTOM };
enum display { DISPLAY_BLOCK, DISPLAY_COLUMNS, DISPLAY_NONE };
enum side { SIDE_TOP, SIDE_RIGHT, SIDE_BOTTOM, SIDE_LEFT };

/* One width of `columns`: points, shares of the rest, or by content. */
struct column_width {
    enum { COLUMN_POINTS, COLUMN_SHARE, COLUMN_AUTO } kind;
    double amount;
};

struct style {
    /* inherited */
    const char *family;
    bool bold, tabular, scaled, hang, phrases, fitted; /* fitted: in a page under a <fit> */
    double size, leading;
    struct color color;
    enum align align;
    /* the element's own */
    double before, after, indent, width, height, gap, keep_together;
    double first_indent;          /* em */
    double smallest;              /* of the text of a chart, where it has little room; 0: what is still read on paper */
    double padding[4], border[4]; /* by enum side */
    struct color border_color, fill;
    bool filled, keep_with_next, break_before, repeat_label, repeat_heading, leader;
    enum valign valign;
    enum display display;
    unsigned columns; /* the last one repeats */
    const struct column_width *column;
    const char *master;
    uint64_t scope; /* the classes that rules mention, of the element and all above it: for selectors with `in` */
};

struct master {
    const char *name;
    double width, height, top, right, bottom, left, header, footer;
    double least; /* of what goes on on a page of its own */
    bool roman;
};

/* How far a document gives way so that its sheets fit their pages: factors of the upright padding and spaces of fitted pages, and
   of the leading and the size of scaled text, which never falls below `smallest` points. Which step it is, the pointer says. */
struct fit_step {
    double padding, leading, size, smallest;
};
#define FIT_AS_DESIGNED ((struct fit_step){1, 1, 1, 0})
enum { FIT_MOST_STEPS = 8 };
struct fit {
    double share; /* 0–1 of the pages */
    double smallest;
    unsigned steps;
    struct fit_step step[FIT_MOST_STEPS]; /* each gives way further */
};

struct print;
/* Reads `folder`/theme.xml and print.xml. Faces must be families of `fonts`. NULL: told diag. */
struct print *print_read(const char *folder, struct fonts *fonts, struct diag *diag);
void print_free(struct print *print);
/* The same rules with a memory of answers of its own, for another thread: print_style is not made for two at a time. Must be freed
   before `print`. */
struct print *print_twin(const struct print *print);

/* The style of `element` below a parent whose style is `parent` (NULL for the root), at a step of a fit (NULL: as designed).
   The same answer is the same pointer, alive as long as `print`. */
const struct style *print_style(struct print *print, const xmlNode *element, const struct style *parent,
                                const struct fit_step *step);
/* The master of that name, or the first. */
const struct master *print_master(const struct print *print, const char *name);
/* The fit that applies to a page, or NULL. */
const struct fit *print_fit(const struct print *print, const xmlNode *page);
/* The words after a label that is repeated on the next page: <print continued="（続き）">. */
const char *print_continued(const struct print *print);
/* The colours and faces. Borrowed. */
const struct theme *print_theme(const struct print *print);
/* A colour of the theme by name or #rrggbb; black when there is none. */
struct color print_color(const struct print *print, const char *name);
#endif
