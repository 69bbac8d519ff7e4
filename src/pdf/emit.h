/* emit: placed items → a page's content stream: marked content for what is text, artifacts for all else (ISO 32000-1, 14.6). */
#ifndef GYOKAKU_EMIT_H
#define GYOKAKU_EMIT_H
#include "pdf/font.h"
#include "layout/page.h"
#include "pdf/link.h"

struct emission {
    struct object_file *file;
    struct structure *structure;
    struct font_set *fonts;
    struct links *links;
    struct diag *diag;
};
/* Adds `page` to the file as page `index`; nothing of it is kept. False: told diag. */
bool emit_page(const struct emission *emission, int index, const struct page *page);
#endif
