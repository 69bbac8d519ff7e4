/* marks: the signs that mean the same in every chart: a state by its shape beside its tone, not applicable by hatching, a target
   hollow, an actual value solid, a projection dashed. */
#ifndef GYOKAKU_CHART_MARKS_H
#define GYOKAKU_CHART_MARKS_H
#include "chart/canvas.h"
#include "chart/data.h"

/* ■ ◆ △ － … of a state, `radius` half its height; nothing for a planned one. `ink`: its colour, or NULL for its own. */
void marks_state(struct canvas *canvas, enum state state, struct point at, double radius, const struct color *ink);
/* The ground of a cell in a state: its tint, hatched when not applicable, dashed when unreported. */
void marks_cell(struct canvas *canvas, enum state state, struct area area);
/* A share: met dark, near middle, unmet light and hatched the other way than what is not applicable, as its tone alone is too near.
   `turn`, the number of series of that state before it, tells several of one state apart by a pattern. The ink that is legible on it. */
struct color marks_share(struct canvas *canvas, enum state state, unsigned turn, struct area area);
/* Has the share a pattern, so that a count on it wants plain ground? Then its colour. */
bool marks_share_ground(const struct canvas *canvas, enum state state, unsigned turn, struct color *ground);
/* Diagonal lines that end at the area's edges; `turn` odd: falling. */
void marks_hatch(struct canvas *canvas, struct area area, unsigned turn);

/* A column of a role; no thicker than a line when it is of no height. */
void marks_bar(struct canvas *canvas, enum role role, struct area area);
/* A value's place on a band or a line. */
void marks_dot(struct canvas *canvas, enum role role, struct point at, double radius);
/* From value to value. */
void marks_line(struct canvas *canvas, enum role role, const struct point *point, unsigned points);
#endif
