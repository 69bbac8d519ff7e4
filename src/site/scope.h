/* scope: a style sheet made to hold only inside an element of a page that has its own: for fragments that are pasted into another
   system's pages. */
#ifndef GYOKAKU_SCOPE_H
#define GYOKAKU_SCOPE_H
#include "base/buf.h"

/* Appends `css` (of `size` bytes; CSS Syntax 3 without nesting, which site.css is) with `.SCOPE` before every selector, what is said of
   html, body or :root said of .SCOPE itself, and SCOPE- before every class. Strings and comments stay as they are. */
void scope_css(const char *css, size_t size, const char *scope, struct buf *out);
#endif
