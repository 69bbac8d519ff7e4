/* ends: where a line ends: kinsoku (JIS X 4051, 4.3 and 4.4; JLREQ 3.1.7, 3.1.8), 追い込み before 追い出し (JLREQ 3.8.1), hanging.
   Knows nothing of glyphs. */
#include <math.h>
#include "typeset/shaped.h"

static const double TOLERANCE = 0.001;   /* points: what rounding may add to a line that fits */
static const double PHRASES_FULL = 0.55; /* of its width a line should be, or it does not end with a phrase */

/* ---- the width of a line ---- */

/* Gaps with nothing but these, most of any text, have no space of their own and nothing to lose. */
static const unsigned NO_SPACE = STRETCH_POINT | STRETCH_CHARACTERS;

void pen_add(struct pen *pen, const struct shaped *shaped, const struct cluster *cluster, bool starts_line)
{
    if (!starts_line && cluster->spacing & ~NO_SPACE) {
        pen->at += adjust_space(shaped, cluster);
        pen->give_at += adjust_squeezable(shaped, cluster);
    }
    pen->at += (double)cluster->advance * shaped_size(shaped, cluster);
    if (cluster->blank) pen->at -= adjust_lead(shaped, cluster, starts_line);
    if (cluster->cl == CLASS_BLANK) return;
    pen->ink = pen->at;
    if (cluster->blank && class_trims_at_end(cluster->cl)) pen->ink -= shaped_blank(shaped, cluster);
    pen->give = pen->give_at;
}

/* ---- candidates ---- */

/* The line would reach to cluster `at`, its ink to `ink`. */
struct place {
    uint32_t at;
    double ink;
};
struct search {
    const struct shaped *shaped;
    const struct measure *measure;
    uint32_t first;
    double limit;
    struct pen pen;
    bool full; /* cluster `over` did not fit */
    uint32_t over;
    struct place fits[BREAK_PHRASE + 1]; /* the last place of each degree that fits */
    struct place squeezed; /* beyond them, the first of the highest degree that fits when the line is squeezed */
    enum breaking degree;  /* of `squeezed` */
};

static void note_place(struct search *s, uint32_t at, enum breaking degree)
{
    struct place place = {at, s->pen.ink};
    if (!s->full) {
        s->fits[degree] = place;
    } else if (degree > s->degree) {
        s->squeezed = place;
        s->degree = degree;
    }
}

/* 追い出し: the last place of the highest degree that has any. */
static enum breaking best_that_fits(const struct search *s)
{
    enum breaking degree = BREAK_PHRASE;
    while (degree > BREAK_NEVER && s->fits[degree].at <= s->first)
        degree--;
    bool short_line = degree == BREAK_PHRASE && s->fits[degree].ink < s->limit * PHRASES_FULL;
    return short_line && s->fits[BREAK_FREE].at > s->fits[degree].at ? BREAK_FREE : degree;
}

/* 追い込み: the place beyond is at least as good, and a justified line is adjusted less by being squeezed than by being widened.
   Other lines stay as they are but where kinsoku would take characters from them. */
static bool is_squeezed(const struct search *s, enum breaking degree)
{
    if (s->degree == BREAK_NEVER || s->degree < degree) return false;
    if (s->measure->align != ALIGN_JUSTIFY) return class_never_starts(s->shaped->cluster[s->over].cl);
    bool saves_word = degree < BREAK_FREE && degree < s->degree;
    return saves_word || s->squeezed.ink - s->limit <= s->limit - s->fits[degree].ink;
}

/* Where the line ends when cluster `over` hangs; 0: it may not. Only when nothing of it could be saved by squeezing. */
static uint32_t hanging_end(const struct search *s, enum breaking degree)
{
    const struct cluster *cluster = s->shaped->cluster;
    uint32_t end = s->over + 1;
    if (!s->measure->hang || s->over == s->first || !class_hangs(cluster[s->over].cl)) return 0;
    if (cluster[s->over - 1].cl == CLASS_BLANK) return 0; /* which would hang with it */
    while (cluster[end].cl == CLASS_BLANK)
        end++;
    if (cluster[end].cl == CLASS_NEWLINE) return end;
    return cluster[end].breaking > BREAK_LAST_RESORT && cluster[end].breaking >= degree ? end : 0;
}

/* The cluster behind what cannot be parted at the line's start. */
static uint32_t forced_end(const struct search *s)
{
    uint32_t end = s->first + 1;
    while (s->shaped->cluster[end].breaking == BREAK_NEVER && s->shaped->cluster[end].cl != CLASS_NEWLINE)
        end++;
    return end;
}

static struct line_end choose(const struct search *s)
{
    enum breaking degree = best_that_fits(s);
    if (is_squeezed(s, degree)) return (struct line_end){.at = s->squeezed.at};
    uint32_t hanging = hanging_end(s, degree);
    if (hanging) return (struct line_end){hanging, true};
    return (struct line_end){.at = degree > BREAK_NEVER ? s->fits[degree].at : forced_end(s)};
}

struct line_end ends_find(const struct shaped *shaped, uint32_t first, double limit, const struct measure *measure,
                          struct pen *pen)
{
    struct search s = {.shaped = shaped, .measure = measure, .first = first, .limit = limit};
    uint32_t i = first;
    for (; shaped->cluster[i].cl != CLASS_NEWLINE; i++) {
        const struct cluster *cluster = &shaped->cluster[i];
        if (i > first && cluster->breaking != BREAK_NEVER) note_place(&s, i, cluster->breaking);
        pen_add(&s.pen, shaped, cluster, i == first);
        if (s.pen.ink <= limit + TOLERANCE) continue;
        if (!s.full) s.over = i;
        s.full = true;
        if (s.pen.ink - s.pen.give > limit + TOLERANCE) return choose(&s);
    }
    *pen = s.pen;
    if (!s.full) return (struct line_end){.at = i};
    note_place(&s, i, BREAK_PHRASE);
    return choose(&s);
}

/* ---- extent ---- */

/* The widest piece between free breaks, each measured as a line of its own. */
static double widest_piece(const struct shaped *shaped)
{
    double widest = 0;
    struct pen pen = {0};
    bool starts = true;
    for (uint32_t i = 0; i < shaped->clusters; i++) {
        const struct cluster *cluster = &shaped->cluster[i];
        bool newline = cluster->cl == CLASS_NEWLINE;
        if (newline || cluster->breaking >= BREAK_FREE) {
            pen = (struct pen){0};
            starts = true;
        }
        if (newline) continue;
        pen_add(&pen, shaped, cluster, starts);
        starts = false;
        widest = fmax(widest, pen.ink);
    }
    return widest;
}

void typeset_extent(const struct shaped *shaped, double *widest, double *unbreakable)
{
    static const struct measure ENDLESS = {.width = 0};
    *widest = 0;
    for (uint32_t first = 0; first < shaped->clusters;) {
        struct pen pen = {0};
        first = ends_find(shaped, first, (double)INFINITY, &ENDLESS, &pen).at + 1;
        *widest = fmax(*widest, pen.ink);
    }
    *unbreakable = widest_piece(shaped);
}
