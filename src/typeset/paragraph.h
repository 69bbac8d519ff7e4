/* paragraph: Japanese text → lines of glyphs. Knows fonts and Japanese line breaking (JIS X 4051, JLREQ); knows nothing of
   elements, pages or PDF. Lengths are points. */
#ifndef GYOKAKU_PARAGRAPH_H
#define GYOKAKU_PARAGRAPH_H
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "typeset/fonts.h"

/* How a stretch of text is set. */
struct text_style {
    const char *family;
    bool bold;
    bool tabular; /* every digit gets the widest digit's advance, centred */
    bool phrases; /* lines end between phrases (文節) where they can: for headings and labels */
    double size;
};
/* Bytes [from, to) of the text in one style; runs are ascending and cover the text. */
struct run {
    uint32_t from, to;
    struct text_style style;
    bool together; /* no line ends inside it, and nothing widens it: a base with its reading (JIS X 4051, 12) */
    float
        least; /* em, of a run that stays together: how wide it is at least; what it lacks is spread 1:2:1 over its clusters */
};

enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_JUSTIFY };

/* How lines are set. */
struct measure {
    double width;  /* points; <= 0: only forced breaks end lines */
    double indent; /* points before the first line (段落の字下げ) */
    enum align align;
    bool hang; /* 、 and 。 that do not fit may stand in the margin (ぶら下げ: JLREQ 3.8.2) */
};

/* Shaped once, broken into lines as often as needed: clusters know no size, so a text is shaped once for all sizes. */
struct shaped {
    const char *text; /* borrowed */
    uint32_t length;
    uint32_t clusters; /* opaque to users but for `missing` */
    const struct cluster *cluster;
    const struct piece *piece;
    const float *size;          /* of each run, points */
    uint32_t missing;           /* characters that no font has; each shows as glyph 0 */
    const uint32_t *missing_at; /* their byte offsets */
};

/* A glyph on a line, ready to be drawn at its line's x plus the advances before it. */
struct glyph {
    uint32_t id;     /* glyph index in its face */
    uint32_t at;     /* byte of the text where its cluster begins */
    uint16_t length; /* bytes of its cluster; 0 on the second and later glyphs of a cluster */
    uint16_t face;   /* fonts_hb_face */
    float size;
    float advance; /* including spacing and justification */
    float dx, dy;  /* offset of the glyph from the pen, y upwards */
};
struct line {
    uint32_t first, count; /* glyphs */
    float width;           /* to the end of the last visible glyph that does not hang */
    bool last;             /* of the paragraph, or ends with a forced break */
    float indent;          /* from the measure's left edge to its first glyph's pen */
    float hang;            /* how far a hanging 、 or 。 reaches beyond `width` */
};
struct paragraph {
    const char *text; /* borrowed */
    uint32_t length;
    uint32_t glyphs, lines;
    const struct glyph *glyph;
    const struct line *line;
};

struct typesetter;
/* For one thread; several typesetters may share the fonts. */
struct typesetter *typesetter_new(struct fonts *fonts);
/* Another one over the same fonts. */
struct typesetter *typesetter_twin(const struct typesetter *typesetter);
void typesetter_free(struct typesetter *typesetter);

/* Shapes `text` (valid UTF-8; '\n' is a forced break; other blanks as they are). Results live in `arena`, or longer: the
   typesetter remembers texts, so that a label that stands on every sheet is shaped once. Never NULL. */
const struct shaped *typeset_shape(struct typesetter *typesetter, struct arena *arena, const char *text,
                                   uint32_t length, const struct run *runs, unsigned count);
/* Breaks into lines. Kinsoku, 追い込み before 追い出し; 和欧間 an eighth em; consecutive punctuation set tight; blanks at a line's end
   have no width but stay glyphs. No text is ever dropped: each byte but '\n' belongs to one glyph's cluster, in order. An empty text gives one empty line. */
struct paragraph *typeset_lines(struct typesetter *typesetter, struct arena *arena, const struct shaped *shaped,
                                const struct measure *measure);
/* The widest line when nothing but forced breaks ends lines, and the widest piece that cannot be broken: for column widths. */
void typeset_extent(const struct shaped *shaped, double *widest, double *unbreakable);
#endif
