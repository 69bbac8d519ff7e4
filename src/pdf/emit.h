/* emit: placed items → a page's content stream: marked content for what is text, artifacts for all else (ISO 32000-1, 14.6). */
#ifndef GYOKAKU_EMIT_H
#define GYOKAKU_EMIT_H
#include "pdf/font.h"
#include "pdf/link.h"

struct emission {
    struct arena *arena;
    const struct pages *pages;
    struct object_file *file;
    struct structure *structure;
    struct font_set *fonts;
    struct links *links;
    struct diag *diag;
    struct buf content; /* of the page in hand */
};
/* Writes page `index`, which leaf_add has made. False: told diag. */
bool emit_page(struct emission *emission, int index);
#endif
