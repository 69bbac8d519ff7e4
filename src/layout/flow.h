/* flow: layout's own data: what is to be laid out from top to bottom, before it has pages. Trying a break changes nothing: a cut is
   a value. Private to src/layout. Lengths are points. */
#ifndef GYOKAKU_FLOW_H
#define GYOKAKU_FLOW_H
#include <glib.h>
#include "base/arena.h"
#include "base/diag.h"
#include "document/box.h"
#include "layout/layout.h"
#include "layout/page.h"

static const double LAYOUT_EPSILON = 0.01;

/* The baseline in a line box: in BIZ UD and most Japanese faces the em box stands 0.88 above it. */
static inline double layout_baseline(double top, const struct style *style)
{
    static const double ASCENT = 0.88;
    return top + (style->leading - style->size) / 2 + style->size * ASCENT;
}

enum item_kind { ITEM_LINE, ITEM_GRID, ITEM_DRAWING };
/* Between an item and the one before it. */
enum break_rule { BREAK_MAY, BREAK_NO, BREAK_MUST };
struct item {
    enum item_kind kind;
    enum break_rule rule;
    double space; /* before it; none at a page's top */
    double height, x, width;
    double top;                    /* in the uncut flow */
    const struct content *content; /* ITEM_LINE */
    unsigned line;
    const struct content *marker; /* a list's label at the left of its first line, or NULL */
    struct grid *grid;            /* ITEM_GRID */
    const xmlNode *chart;         /* ITEM_DRAWING: drawn when it is placed, in `style` */
    const struct style *style;
    struct box *anchors; /* elements that begin here */
};
struct flow {
    struct item *item;
    unsigned count, capacity;
    double height;
};

/* A place to go on from: an item, and inside a grid a row and the places in the cells that cross it. */
struct cut {
    unsigned item;
    const struct grid_cut *inside; /* NULL: before the item */
};
struct open_cell {
    unsigned cell;
    struct cut at;
};
struct grid_cut {
    unsigned row;       /* the first row that goes on */
    unsigned end;       /* rows of this page end before this one (row, or row + 1 when row itself is split) */
    double last_height; /* of row end - 1 on this page */
    unsigned open;      /* cells that cross the cut */
    struct open_cell *cell;
};

struct cell {
    unsigned row, column, rowspan, colspan;
    const xmlNode *node;
    const struct style *style;
    struct flow flow;
    bool head, label;
};
/* Tables; columns and boxed blocks are grids of one row, so that one algorithm serves all. */
struct grid {
    unsigned cells, rows, columns, head_rows;
    struct cell *cell;           /* in row order */
    unsigned *first;             /* rows + 1: the first cell that starts in a row */
    unsigned *group, *group_end; /* per row: the rows that rowspans, or a short tbody, tie together */
    double *x;                   /* columns + 1: left edges */
    double *row_height;
    double *below;      /* rows + 1: heights of all rows from this one on */
    double *row_keep;   /* a row is not split up to this height */
    double *group_keep; /* nor a group, nor a tbody */
    unsigned *body_end; /* at a tbody's first row: the row after its last; 0 elsewhere */
    double head_height, gap;
};

struct page_number {
    unsigned page; /* of the sheet */
    const struct content *content;
    double x, y, width, height; /* from the text's end to the right edge */
};

/* What comes of one <page>: its paper pages, and what can be known only when all pages are there. It owns all that they point to but
   styles, so that it can be given back as soon as its pages are written. */
struct sheet {
    const xmlNode *element;
    const struct style *style;
    const struct master *master;
    struct arena *keep;
    struct diag *diag;
    unsigned pages, page_capacity;
    struct page *page;
    unsigned first; /* index of its first page in the document, once its turn has come */
    unsigned numbers, number_capacity;
    struct page_number *number; /* places for page numbers */
    unsigned anchors, anchor_capacity;
    struct box **anchor; /* their pages count within the sheet until its turn has come */
    unsigned forced;     /* breaks at places that would rather not be broken */
};

/* What one thread of layout has in hand. */
struct layout {
    struct arena *boxes;   /* what lives as long as the document */
    struct arena *scratch; /* flows: cleared after each <page> */
    struct print *print;
    struct typesetter *typesetter;
    const struct fit_step *step; /* of the fit; NULL: as designed */
    struct sheet *sheet;         /* being made; NULL while measuring: nothing built then will be placed */
    struct page *page;           /* the one that is being filled */
    double page_height;          /* of the text area */
    double least;                /* of what goes on on a page of its own */
    enum artifact artifact;      /* of what is being placed */
    const char *page_label;      /* of the page being made; NULL outside running content */
};
/* The text area of its pages. */
static inline void layout_use_master(struct layout *layout, const struct master *master)
{
    layout->page_height = master->height - master->top - master->bottom;
    layout->least = master->least;
}
static inline bool layout_measures(const struct layout *layout)
{
    return !layout->sheet;
}

/* content.c. Where what is made now lives: with the sheet, or, when it is only measured, until that is done. */
struct arena *content_arena(const struct layout *layout);
/* Inline content → a paragraph with its sources. */
const struct content *content_inline(struct layout *layout, const xmlNode *block, const struct style *style,
                                     double width);
/* Generated text: its span points to `node`. */
const struct content *content_text(struct layout *layout, const xmlNode *node, const xmlNode *link, const char *text,
                                   const struct style *style, double width);
/* The words of a drawing, each as a line of its own. */
const struct illustration *content_illustration(struct layout *layout, const xmlNode *chart, struct drawing *drawing);
/* How tall a chart is drawn: as its style says, and never too tall for a page. */
double content_chart_height(const struct layout *layout, const xmlNode *chart, const struct style *style);
/* The widest line and the widest unbreakable piece of everything in a cell, for column widths. */
void content_extent(struct layout *layout, const xmlNode *element, const struct style *style, double *widest,
                    double *unbreakable);

/* How a style sets type; tells of characters that no font has. */
struct text_style content_text_style(const struct style *style);
void content_tell_missing(struct layout *layout, const struct shaped *shaped);

/* ruby.c: readings above what they read. */
struct ruby {
    const char *text;    /* of the reading; scratch */
    const xmlNode *node; /* which tags it */
    const struct style *style;
    double width;             /* of the wider of the two */
    float least, least_above; /* em: what base and reading must be wide at least to be as wide as the other */
};
/* `base`, in `style`, and the <rt> that reads it. */
struct ruby ruby_measure(struct layout *layout, const xmlNode *rt, const char *base, uint32_t length,
                         const struct style *style);
const struct content *ruby_content(struct layout *layout, const struct ruby *ruby);
/* The leading, and what readings need more above the line. */
double ruby_line_height(const struct content *content, unsigned index);
/* The readings of line `index`, which begins at x. */
void ruby_place(struct layout *layout, const struct content *content, unsigned index, double x, double baseline);

/* build.c: elements → flow. */
void build_content(struct layout *layout, struct flow *flow, const xmlNode *element, const struct style *style,
                   double width);
void build_lines(struct layout *layout, struct flow *flow, const struct content *content, double width);

/* flow.c: how much of a flow goes into a height, and putting that much on the page. */
double flow_rest(const struct flow *flow, struct cut from, struct arena *scratch);
struct cut flow_fit(struct layout *layout, const struct flow *flow, struct cut from, double available, bool force,
                    double *used);
double flow_place(struct layout *layout, const struct flow *flow, struct cut from, struct cut to, double x, double y);
static inline struct cut flow_begin(void)
{
    return (struct cut){0, NULL};
}
static inline struct cut flow_end(const struct flow *flow)
{
    return (struct cut){flow->count, NULL};
}
static inline bool flow_done(const struct flow *flow, struct cut at)
{
    return at.item >= flow->count;
}

/* balance.c: how much of a flow goes on a page, so that the next one is no mere remnant. */
struct cut balance_fit(struct layout *layout, const struct flow *flow, struct cut from, double *used);

/* grid.c: cells, widths, heights. */
struct grid *grid_table(struct layout *layout, const xmlNode *table, const struct style *style, double width);
struct grid *grid_columns(struct layout *layout, const xmlNode *element, const struct style *style, double width);
struct grid *grid_box(struct layout *layout, const xmlNode *element, const struct style *style, double width);
double grid_height(const struct grid *grid);
/* Heights of what is left after `from`: an array over all rows (those before from->row are unset). */
double *grid_rows_left(const struct grid *grid, const struct grid_cut *from, struct arena *scratch);
double grid_rest(const struct grid *grid, const struct grid_cut *from, struct arena *scratch);
double grid_cell_width(const struct grid *grid, const struct cell *cell);
bool grid_repeats_head(const struct grid *grid, const struct grid_cut *from);
struct cut grid_cell_cut(const struct grid_cut *cut, unsigned cell);
static inline double cell_padding_height(const struct cell *cell)
{
    return cell->style->padding[SIDE_TOP] + cell->style->padding[SIDE_BOTTOM];
}
static inline double cell_padding_width(const struct cell *cell)
{
    return cell->style->padding[SIDE_LEFT] + cell->style->padding[SIDE_RIGHT];
}

/* split.c: where a grid breaks. False: nothing of it fits. `to` NULL: all of it fits. */
bool grid_fit(struct layout *layout, const struct grid *grid, const struct grid_cut *from, double available, bool force,
              const struct grid_cut **to, double *used);
/* place.c: the part of a grid between two cuts; returns its height. */
double grid_place(struct layout *layout, const struct grid *grid, const struct grid_cut *from,
                  const struct grid_cut *to, double x, double y);

/* sheet.c */
struct sheet *sheet_new(const xmlNode *element, const struct style *style, const struct master *master);
void sheet_free(struct sheet *sheet);
/* An item on the page being made. */
struct placed *page_add(struct layout *layout, enum placed_kind kind);

/* paginate.c: a <page> on as many paper pages as it takes, without running content; and whether it takes one only. */
struct sheet *paginate(struct layout *layout, const xmlNode *element, const struct style *root);
bool paginate_fits_one(struct layout *layout, const xmlNode *element, const struct style *root);

/* running.c: the headers, footers and marks of one page of the layout's sheet, before all else on it. */
void running_place(struct layout *layout, struct page *page);

/* number.c: labels of pages, in their order; and, once all are known, the page numbers that entries of the contents wait for. */
struct numbering;
struct numbering *numbering_new(const xmlNode *root);
void numbering_free(struct numbering *numbering);
void numbering_next(struct numbering *numbering, struct page *page, bool roman, struct arena *arena);
void numbering_fill(struct numbering *numbering, struct layout *layout);

/* fit.c: the step of type size for the whole document. */
struct crew_layout;
void fit_choose(struct crew_layout *crew);
#endif
