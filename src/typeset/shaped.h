/* shaped: what typesetting keeps between shaping a text and breaking it, and its scratch memory. Only src/typeset
   and its tests include this. */
#ifndef GYOKAKU_SHAPED_H
#define GYOKAKU_SHAPED_H
#include <stddef.h>
#include <string.h>
#include "typeset/classes.h"
#include "typeset/paragraph.h"

/* What cannot be parted: a character with its marks and selector, or a ligature. It reaches to where the next one
   begins; a last one of CLASS_NEWLINE at the text's end closes the list. Lengths are shares of the size (em). */
struct cluster {
    uint32_t at;    /* byte of the text */
    uint32_t glyph; /* its only glyph, which sits at the pen; or, with `pieces`, its first in shaped->piece */
    float advance;
    uint32_t run; /* shaped->size has its size */
    uint16_t face;
    uint16_t blank;    /* thousandths that a bracket, comma, stop or middle dot can lose on each outer side */
    uint8_t cl;        /* enum char_class */
    uint8_t breaking;  /* enum breaking, before it */
    uint8_t spacing;   /* bits of enum spacing, towards the one before it */
    uint8_t level : 7; /* of embedding (UAX #9): odd from right to left */
    uint8_t pieces : 1;
};
/* A glyph of a cluster that has several, or whose glyph does not sit at the pen. */
struct piece {
    uint32_t glyph;
    float advance, dx, dy;
    bool last;
};

/* Points. */
static inline double shaped_size(const struct shaped *shaped, const struct cluster *cluster)
{
    return (double)shaped->size[cluster->run];
}
static inline double shaped_blank(const struct shaped *shaped, const struct cluster *cluster)
{
    static const double THOUSANDTH = 0.001;
    return cluster->blank * THOUSANDTH * shaped_size(shaped, cluster);
}

/* A character while its paragraph is shaped. */
struct character {
    uint32_t c, at;
    unsigned run;
    uint32_t script; /* hb_script_t; common ones have that of their neighbour */
    int face;
    uint8_t cl; /* enum char_class */
    uint8_t level;
    bool starts; /* a grapheme */
    bool breaks; /* UAX #14: a line may end before it */
    bool alone;  /* starts a new call of the shaper in any case */
};
/* A run's style as shaping needs it. */
struct run_face {
    uint32_t to; /* byte where the run ends */
    unsigned face;
    bool tabular, phrases;
    bool together;
    float least;             /* em */
    float digit, wide_digit; /* advance of every digit as a share of the size; 0: as the font has it */
};

struct slot;
struct memory;
struct typesetter {
    struct fonts *fonts;
    struct memory *memory; /* texts that were shaped already */
    hb_buffer_t *buffer;
    hb_language_t language;
    uint8_t kana[0x100]; /* classes of U+3000 to U+30FF: after ideographs, most of any text */
    bool plain;          /* for tests: lines as UAX #14 alone has them, no spacing of ours */

    struct character *character;
    size_t characters, character_capacity;
    uint32_t *code; /* what the shaper sees for each character */
    void *attributes;
    size_t code_capacity, attribute_capacity;
    bool *begins; /* a phrase, at each character */
    size_t begins_capacity;
    struct run_face *run_face;
    size_t runs, run_capacity;

    struct cluster *cluster;
    size_t clusters, cluster_capacity;
    struct piece *piece;
    size_t pieces, piece_capacity;
    uint32_t *missing;
    size_t missings, missing_capacity;

    struct glyph *glyph;
    size_t glyphs, glyph_capacity;
    struct line *line;
    size_t lines, line_capacity;
    struct slot *slot; /* clusters of a line as they stand */
    size_t slot_capacity;
};

/* A scratch array's elements, copied for good. */
static inline const void *shaped_keep(struct arena *arena, const void *elements, size_t count, size_t size)
{
    void *kept = arena_array(arena, count, size);
    return count ? memcpy(kept, elements, count * size) : kept;
}

/* memory.c: what is shaped once stays, up to a limit: labels and heads that stand on every sheet, and every text of a small
   document, which is laid out once for each step of type size that is tried. Keyed by the text and the faces of its runs, not by
   sizes. memory_find: NULL when unknown. memory_arena: where to keep the result, or NULL when there is no room for it. */
struct memory *memory_new(void);
void memory_free(struct memory *memory);
const struct shaped *memory_find(const struct memory *memory, const char *text, uint32_t length,
                                 const struct run_face *run, unsigned runs);
struct arena *memory_arena(struct memory *memory, uint32_t length);
void memory_add(struct memory *memory, const struct shaped *shaped, const struct run_face *run, unsigned runs);

/* Once, before the first text. */
void itemize_prepare(struct typesetter *typesetter);
/* Characters of `text` with run, face, script, level and boundaries, in typesetter->character; those no font has in
   ->missing. */
void itemize(struct typesetter *typesetter, const char *text, uint32_t length, const struct run *runs, unsigned count);

/* adjust.c: what the space between a cluster and the one before it has more, or less, than their advances. */
double adjust_space(const struct shaped *shaped, const struct cluster *cluster);
/* How far a cluster's glyphs move to the left into its own blank: JLREQ 3.1.5 (line head), 3.1.4 (after another bracket). */
double adjust_lead(const struct shaped *shaped, const struct cluster *cluster, bool starts_line);
/* What the gap before a cluster, not the first of its line, can lose. */
double adjust_squeezable(const struct shaped *shaped, const struct cluster *cluster);

enum { ADJUST_STEPS = 4 };
/* How much each kind of gap gives or gets, as a share of what it can. */
struct adjustment {
    bool squeezes;
    double share[ADJUST_STEPS];
};
/* Shares `slack` points (negative: to be lost) among the gaps of the line of clusters [first, end), one kind after the other. Returns
   what they took of it. */
double adjust_line(const struct shaped *shaped, uint32_t first, uint32_t end, double slack, struct adjustment *out);
/* What the gap before a cluster gets of that. */
double adjust_gap(const struct shaped *shaped, const struct cluster *cluster, const struct adjustment *adjustment);

/* ends.c. A line so far: where its next cluster begins, where its ink ends, and what its gaps up to there can give. */
struct pen {
    double at, ink;
    double give_at, give;
};
void pen_add(struct pen *pen, const struct shaped *shaped, const struct cluster *cluster, bool starts_line);

/* The cluster behind the last one of a line: a newline, or the first of the next line; and whether the last visible one stands in
   the margin. */
struct line_end {
    uint32_t at;
    bool hangs;
};
/* Where the line that begins at `first` ends; at least one cluster is taken. `pen` is set when a newline ends it. */
struct line_end ends_find(const struct shaped *shaped, uint32_t first, double limit, const struct measure *measure,
                          struct pen *pen);

/* Moves the glyphs of `count` clusters, a line in logical order, to where UAX #9 (rule L2) shows them: only dx
   changes, so that the text stays in reading order. */
void bidi_arrange(struct typesetter *typesetter, const struct cluster *cluster, size_t count, struct glyph *glyph,
                  size_t glyphs);
#endif
