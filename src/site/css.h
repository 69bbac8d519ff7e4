/* css: the theme's colours as a style sheet: custom properties for light and dark screens, classes for SVG and text. Knows nothing of pages. */
#ifndef GYOKAKU_CSS_H
#define GYOKAKU_CSS_H
#include <stdbool.h>
#include "base/buf.h"
#include "style/theme.h"

/* Appends theme.css: --NAME, --font-FACE, .fill-NAME, .stroke-NAME, .text-NAME, .ground-NAME. With `fragment` the properties are set on .gyokaku alone,
   and every class begins with gyokaku-. A theme whose colours have no `dark` gets a light style sheet only. */
void css_theme(const struct theme *theme, bool fragment, struct buf *out);
#endif
