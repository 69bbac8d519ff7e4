/* html_private: what the parts of the serialiser share. Only src/site/html*.c include it. */
#ifndef GYOKAKU_HTML_PRIVATE_H
#define GYOKAKU_HTML_PRIVATE_H
#include <glib.h>
#include "base/arena.h"
#include "site/html.h"

/* Where an id is. */
struct html_target {
    const xmlNode *page;
    const char *path;   /* of the page */
    const char *anchor; /* the id as the page has it; NULL: the page itself */
};
struct html_site {
    const xmlNode *root;
    GHashTable *target; /* id → struct html_target */
    bool is_twin;       /* the targets are another's */
    struct arena *arena;
    struct arena *drawing, *labels; /* of the chart, of the table that is being written */
    struct typesetter *typesetter;
    const struct print *print;
    struct diag *diag;
    struct style label; /* of the text of charts */
};
/* The page that is being written. */
struct html_writer {
    struct html_site *site;
    const xmlNode *page;
    const char *path, *prefix; /* of the page; of every class */
    struct buf *out;
    struct buf words; /* scratch */
    unsigned charts, tables;
};

/* ---- html.c ---- */
/* `<name` with the attributes that its element has on the web, without `>`. `class` is put before its own classes; NULL: none. */
void html_open(struct html_writer *w, const xmlNode *element, const char *name, const char *class);
void html_close(struct html_writer *w, const char *name);
void html_children(struct html_writer *w, const xmlNode *element);
/* ` class="…"` of the words of both, each with the prefix; nothing when there are none. */
void html_class(struct html_writer *w, const char *own, const char *words);

/* ---- html_link.c ---- */
/* An id as its page has it: without what stands before its slash. */
const char *html_anchor(const char *id);
/* The path `to` as seen from the page `from`, both from the site's folder: ../policies/1.html. */
void html_relative(struct buf *out, const char *from, const char *to);
/* ` href="…"` of an <a> of the document, and aria-current where it leads to the page it is on. */
void html_href(struct html_writer *w, const xmlNode *a);
/* ` src="…"` of a file of the site's folder, which is written file:PATH. */
void html_src(struct html_writer *w, const char *file);
/* Notes where every id of the document is. */
void html_note_targets(struct html_site *site);

/* ---- html_table.c ---- */
void html_table(struct html_writer *w, const xmlNode *table);

/* ---- html_chart.c ---- */
void html_chart(struct html_writer *w, const xmlNode *chart);
#endif
