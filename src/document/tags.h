/* tags: which structure element (ISO 32000-1, 14.8.4) an element of the document is. One table; the PDF writes the tree, the tests
   dump it. */
#ifndef GYOKAKU_TAGS_H
#define GYOKAKU_TAGS_H
#include <libxml/tree.h>

enum role {
    ROLE_NONE, /* no element of its own: its kids belong to its parent's */
    ROLE_DOCUMENT,
    ROLE_PART,
    ROLE_SECT,
    ROLE_DIV,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_H4,
    ROLE_P,
    ROLE_NOTE,
    ROLE_TOC,
    ROLE_TOCI,
    ROLE_REFERENCE,
    ROLE_LINK,
    ROLE_L,
    ROLE_LI,
    ROLE_LBL,
    ROLE_LBODY,
    ROLE_TABLE,
    ROLE_THEAD,
    ROLE_TBODY,
    ROLE_TR,
    ROLE_TH,
    ROLE_TD,
    ROLE_CAPTION,
    ROLE_FIGURE,
    ROLE_SPAN,
    ROLE_RUBY, /* 14.8.4.4.3: what is read (RB) and its reading (RT) */
    ROLE_RB,
    ROLE_RT,
    ROLE_COUNT
};

/* The standard structure type's name: "TH". */
const char *role_name(enum role role);
/* The role of an element where it stands (a list below nav class="toc" is a TOC). */
enum role role_of(const xmlNode *element);
#endif
