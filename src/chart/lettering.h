/* lettering: the words of a drawing, shaped, so that every painter that writes glyphs writes the same ones in the same places. Knows
   nothing of painters. */
#ifndef GYOKAKU_LETTERING_H
#define GYOKAKU_LETTERING_H
#include "chart/drawing.h"
#include "typeset/paragraph.h"

/* One text of the drawing as a paragraph of one line, which lives in `keep`. `shaped`, unless NULL, gets what it was made from: it tells which
   characters no font has; it lives in `scratch`, or longer. Never NULL. */
const struct paragraph *lettering_line(struct arena *keep, struct arena *scratch, struct typesetter *typesetter,
                                       const struct drawing *drawing, const struct draw *draw,
                                       const struct shaped **shaped);
/* For every operation its text, or NULL where it is none. Lives in `arena`, and is of use as long as the typesetter lives. */
const struct paragraph *const *lettering_new(struct arena *arena, struct typesetter *typesetter,
                                             const struct drawing *drawing);
#endif
