/* lines: clusters → lines of glyphs: where each line ends, and the space between its clusters. Knows nothing of
   fonts or shaping. */
#include <math.h>
#include <string.h>
#include "typeset/shaped.h"

static const double THOUSANDTH = 0.001;
static const double LATIN_SPACE = 0.125;   /* 和欧間, in em */
static const double WIDEST_STRETCH = 0.09; /* of a gap, in em: readers of PDF take 0.15 for a blank */
static const double TOLERANCE = 0.001;     /* points: what rounding may add to a line that fits */

/* ---- the width of a line ---- */

/* Where the next cluster begins, and where the ink of a line that ends here does. */
struct pen {
    double at, ink;
};

static double size_of(const struct shaped *shaped, const struct cluster *cluster)
{
    return (double)shaped->size[cluster->run];
}

static double blank_of(const struct shaped *shaped, const struct cluster *cluster)
{
    return cluster->blank * THOUSANDTH * size_of(shaped, cluster);
}

/* What the space between a cluster and the one before it has more, or less, than their advances. */
static double space_before(const struct shaped *shaped, const struct cluster *cluster)
{
    double space = cluster->spacing & SPACE_LATIN ? LATIN_SPACE * size_of(shaped, cluster) : 0;
    return cluster->spacing & TRIM_LEFT ? space - blank_of(shaped, cluster - 1) : space;
}

/* How far a cluster's glyphs move to the left into its own blank: JLREQ 3.1.5 (line head), 3.1.4 (after another
   bracket). */
static double lead_of(const struct shaped *shaped, const struct cluster *cluster, bool starts_line)
{
    bool flush = starts_line ? class_trims_at_start(cluster->cl) : (cluster->spacing & TRIM_RIGHT) != 0;
    return flush ? blank_of(shaped, cluster) : 0;
}

static void pen_add(struct pen *pen, const struct shaped *shaped, const struct cluster *cluster, bool starts_line)
{
    if (!starts_line) pen->at += space_before(shaped, cluster);
    pen->at += (double)cluster->advance * size_of(shaped, cluster) - lead_of(shaped, cluster, starts_line);
    if (cluster->cl == CLASS_BLANK) return;
    pen->ink = class_trims_at_end(cluster->cl) ? pen->at - blank_of(shaped, cluster) : pen->at;
}

/* ---- where lines end ---- */

/* The best place in the line: the last of the highest degree that has any. This is 追い出し; 追い込み would look here at
   what the places beyond the limit need and what the line's blanks can give. */
static uint32_t choose_end(const struct shaped *shaped, uint32_t first, const uint32_t place[BREAK_FREE + 1])
{
    for (int degree = BREAK_FREE; degree > BREAK_NEVER; degree--)
        if (place[degree] > first) return place[degree];
    uint32_t end = first + 1;
    while (shaped->cluster[end].breaking == BREAK_NEVER && shaped->cluster[end].cl != CLASS_NEWLINE)
        end++;
    return end;
}

/* The cluster behind the last one of the line that begins at `first`: a newline, or the first of the next line. At
   least one cluster is taken, so that there is an end. `pen` is left behind the last cluster tried. */
static uint32_t find_end(const struct shaped *shaped, uint32_t first, double limit, struct pen *pen)
{
    uint32_t place[BREAK_FREE + 1] = {0}, i = first;
    *pen = (struct pen){0};
    for (; shaped->cluster[i].cl != CLASS_NEWLINE; i++) {
        place[shaped->cluster[i].breaking] = i;
        pen_add(pen, shaped, &shaped->cluster[i], i == first);
        if (pen->ink > limit + TOLERANCE) return choose_end(shaped, first, place);
    }
    return i;
}

/* ---- lines ---- */

/* A line being made: clusters [first, end), of which those from `keep` on are blanks at its end. */
struct setting {
    uint32_t first, keep, end;
    double stretch; /* share of WIDEST_STRETCH that every gap gets */
    double ink;
};

static void measure_line(const struct shaped *shaped, struct setting *setting)
{
    struct pen pen = {0};
    setting->keep = setting->end;
    while (setting->keep > setting->first && shaped->cluster[setting->keep - 1].cl == CLASS_BLANK)
        setting->keep--;
    for (uint32_t i = setting->first; i < setting->keep; i++)
        pen_add(&pen, shaped, &shaped->cluster[i], i == setting->first);
    setting->ink = pen.ink;
}

/* The gap before a cluster when the line is stretched. Gaps with Japanese–Latin space are spared: wider, they read
   as blanks. */
static double stretch_before(const struct shaped *shaped, const struct cluster *cluster, double share)
{
    return cluster->spacing & SPACE_STRETCH ? share * WIDEST_STRETCH * size_of(shaped, cluster) : 0;
}

/* Shares the line's slack among its gaps; what they cannot take is left at the line's end. */
static void justify(const struct shaped *shaped, struct setting *setting, double limit)
{
    double room = 0;
    for (uint32_t i = setting->first + 1; i < setting->keep; i++)
        room += stretch_before(shaped, &shaped->cluster[i], 1);
    double slack = limit - setting->ink;
    if (room <= 0 || slack <= 0) return;
    setting->stretch = fmin(1, slack / room);
    setting->ink += setting->stretch * room;
}

static struct glyph *new_glyph(struct typesetter *typesetter, const struct cluster *cluster, double size)
{
    GROW(typesetter->glyph, typesetter->glyphs, typesetter->glyph_capacity);
    struct glyph *glyph = &typesetter->glyph[typesetter->glyphs++];
    *glyph = (struct glyph){.at = cluster->at, .face = cluster->face, .size = (float)size};
    return glyph;
}

static void add_cluster(struct typesetter *typesetter, const struct shaped *shaped, const struct cluster *cluster)
{
    double size = size_of(shaped, cluster);
    size_t first = typesetter->glyphs;
    if (cluster->pieces) {
        const struct piece *piece = &shaped->piece[cluster->glyph];
        do {
            struct glyph *glyph = new_glyph(typesetter, cluster, size);
            glyph->id = piece->glyph;
            glyph->advance = (float)((double)piece->advance * size);
            glyph->dx = (float)((double)piece->dx * size);
            glyph->dy = (float)((double)piece->dy * size);
        } while (!piece++->last);
    } else {
        struct glyph *glyph = new_glyph(typesetter, cluster, size);
        glyph->id = cluster->glyph;
        glyph->advance = (float)((double)cluster->advance * size);
    }
    typesetter->glyph[first].length = (uint16_t)(cluster[1].at - cluster->at);
}

static void widen(struct glyph *glyph, double points)
{
    glyph->advance = (float)((double)glyph->advance + points);
}

/* The line's glyphs, with all space between clusters in the advance of the glyph before it. */
static void add_glyphs(struct typesetter *typesetter, const struct shaped *shaped, const struct setting *setting)
{
    for (uint32_t i = setting->first; i < setting->end; i++) {
        const struct cluster *cluster = &shaped->cluster[i];
        bool starts = i == setting->first, kept = i < setting->keep;
        size_t first = typesetter->glyphs;
        if (!starts && kept) {
            double space = space_before(shaped, cluster) + stretch_before(shaped, cluster, setting->stretch);
            widen(&typesetter->glyph[first - 1], space);
        }
        add_cluster(typesetter, shaped, cluster);
        double lead = lead_of(shaped, cluster, starts);
        for (size_t k = first; k < typesetter->glyphs; k++) {
            struct glyph *glyph = &typesetter->glyph[k];
            glyph->dx = (float)((double)glyph->dx - lead);
            if (!kept) glyph->advance = 0;
        }
        struct glyph *last = &typesetter->glyph[typesetter->glyphs - 1];
        if (kept) widen(last, -lead);
        if (i + 1 == setting->keep && class_trims_at_end(cluster->cl)) widen(last, -blank_of(shaped, cluster));
    }
}

static bool is_mixed(const struct shaped *shaped, const struct setting *setting)
{
    for (uint32_t i = setting->first; i < setting->end; i++)
        if (shaped->cluster[i].level) return true;
    return false;
}

static void add_line(struct typesetter *typesetter, const struct shaped *shaped, struct setting *setting, double limit,
                     enum align align)
{
    size_t first = typesetter->glyphs;
    bool last = shaped->cluster[setting->end].cl == CLASS_NEWLINE;
    measure_line(shaped, setting);
    if (align == ALIGN_JUSTIFY && !last) justify(shaped, setting, limit);
    add_glyphs(typesetter, shaped, setting);
    if (is_mixed(shaped, setting))
        bidi_arrange(typesetter, &shaped->cluster[setting->first], setting->end - setting->first,
                     &typesetter->glyph[first], typesetter->glyphs - first);
    GROW(typesetter->line, typesetter->lines, typesetter->line_capacity);
    typesetter->line[typesetter->lines++] = (struct line){
        .first = (uint32_t)first,
        .count = (uint32_t)(typesetter->glyphs - first),
        .width = (float)(setting->ink),
        .last = last,
    };
}

struct paragraph *typeset_lines(struct typesetter *typesetter, struct arena *arena, const struct shaped *shaped,
                                const struct measure *measure)
{
    double limit = measure->width > 0 ? measure->width : (double)INFINITY;
    typesetter->glyphs = typesetter->lines = 0;
    for (uint32_t first = 0; first <= shaped->clusters;) {
        struct pen pen;
        struct setting setting = {.first = first, .end = find_end(shaped, first, limit, &pen)};
        add_line(typesetter, shaped, &setting, limit, measure->align);
        bool newline = shaped->cluster[setting.end].cl == CLASS_NEWLINE;
        first = newline ? setting.end + 1 : setting.end;
    }
    struct paragraph *paragraph = arena_alloc(arena, sizeof *paragraph);
    *paragraph = (struct paragraph){
        .text = shaped->text,
        .length = shaped->length,
        .glyphs = (uint32_t)typesetter->glyphs,
        .lines = (uint32_t)typesetter->lines,
        .glyph = shaped_keep(arena, typesetter->glyph, typesetter->glyphs, sizeof *typesetter->glyph),
        .line = shaped_keep(arena, typesetter->line, typesetter->lines, sizeof *typesetter->line),
    };
    return paragraph;
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
        if (newline || cluster->breaking == BREAK_FREE) {
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
    *widest = 0;
    for (uint32_t first = 0; first < shaped->clusters;) {
        struct pen pen;
        first = find_end(shaped, first, (double)INFINITY, &pen) + 1;
        *widest = fmax(*widest, pen.ink);
    }
    *unbreakable = widest_piece(shaped);
}
