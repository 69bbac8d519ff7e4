/* slice: a stretch of a cell, and passages of several that belong together (a heading broken over two lines). What is known of a
   document is told in slices, never in copies, so that whoever writes one also says where its characters went. */
#ifndef GYOKAKU_SLICE_H
#define GYOKAKU_SLICE_H
#include "desk/source.h"

struct slice {
    struct cell *cell; /* NULL: nothing */
    unsigned from, to; /* bytes */
};
/* Starts as {0}: nothing. */
struct passage {
    unsigned count, capacity;
    struct slice *slice;
};

/* A whole cell without the blanks round it; a part of a slice likewise. */
struct slice slice_of(struct cell *cell);
struct slice slice_trim(struct slice slice);
/* What stands behind the first `bytes` of it, without blanks in front. */
struct slice slice_after(struct slice slice, unsigned bytes);
bool slice_is_empty(struct slice slice);
/* Its bytes; not ended by NUL. */
const char *slice_bytes(struct slice slice);
unsigned slice_size(struct slice slice);
long slice_line(struct slice slice);
/* A copy; the same without blanks and with half-width signs, for comparing with labels. */
char *slice_text(struct arena *arena, struct slice slice);
char *slice_key(struct arena *arena, struct slice slice);
/* The same of any words. */
char *slice_key_of(struct arena *arena, const char *words);
/* The next line of *rest, which moves behind it; false at the end. Empty lines are passed over. */
bool slice_line_next(struct slice *rest, struct slice *line);

void passage_add(struct arena *arena, struct passage *passage, struct slice slice);
struct passage passage_one(struct arena *arena, struct slice slice);
/* The texts put together, as they are written: a line break between Japanese characters vanishes, else it is a blank. */
char *passage_text(struct arena *arena, struct passage passage);
char *passage_key(struct arena *arena, struct passage passage);
/* The same characters, blanks aside? */
bool passage_same(struct passage a, struct passage b);
long passage_line(struct passage passage);

/* Says where the characters went; those that were taken before stay where they are. */
void slice_take(struct source *source, struct slice slice, enum fate fate, const char *place);
void passage_take(struct source *source, struct passage passage, enum fate fate, const char *place);
#endif
