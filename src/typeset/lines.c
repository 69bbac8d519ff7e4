/* lines: clusters → lines of glyphs, with the space that adjust gives between them, to where ends lets each line end. Knows
   nothing of fonts or shaping. */
#include <math.h>
#include <string.h>
#include "typeset/shaped.h"

/* ---- lines ---- */

/* A line being made: clusters [first, end), of which those from `keep` on are blanks at its end. */
struct setting {
    uint32_t first, keep, end;
    uint32_t body; /* = keep, or one less: the last visible one hangs */
    bool adjusted;
    struct adjustment adjustment;
    double ink, hang;
};

static void measure_line(const struct shaped *shaped, struct setting *setting, bool hangs)
{
    struct pen pen = {0};
    setting->keep = setting->end;
    while (setting->keep > setting->first && shaped->cluster[setting->keep - 1].cl == CLASS_BLANK)
        setting->keep--;
    setting->body = hangs ? setting->keep - 1 : setting->keep;
    for (uint32_t i = setting->first; i < setting->body; i++)
        pen_add(&pen, shaped, &shaped->cluster[i], i == setting->first);
    setting->ink = pen.ink;
    if (hangs) pen_add(&pen, shaped, &shaped->cluster[setting->body], false);
    setting->hang = pen.ink - setting->ink;
}

/* Too long a line is squeezed, too short a one widened where that is asked for; what its gaps cannot take is left at its end. */
static void adjust(const struct shaped *shaped, struct setting *setting, double limit, bool justified)
{
    double slack = limit - setting->ink;
    setting->adjusted = slack < 0 || (justified && slack > 0);
    if (setting->adjusted)
        setting->ink += adjust_line(shaped, setting->first, setting->body, slack, &setting->adjustment);
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
    double size = shaped_size(shaped, cluster);
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
        if (!starts && kept && cluster->spacing) {
            double space = adjust_space(shaped, cluster);
            if (setting->adjusted && i < setting->body) space += adjust_gap(shaped, cluster, &setting->adjustment);
            widen(&typesetter->glyph[first - 1], space);
        }
        add_cluster(typesetter, shaped, cluster);
        double lead = cluster->blank ? adjust_lead(shaped, cluster, starts) : 0;
        for (size_t k = first; k < typesetter->glyphs; k++) {
            struct glyph *glyph = &typesetter->glyph[k];
            glyph->dx = (float)((double)glyph->dx - lead);
            if (!kept) glyph->advance = 0;
        }
        struct glyph *last = &typesetter->glyph[typesetter->glyphs - 1];
        if (kept) widen(last, -lead);
        if (i + 1 == setting->keep && class_trims_at_end(cluster->cl)) widen(last, -shaped_blank(shaped, cluster));
    }
}

static bool is_mixed(const struct shaped *shaped, const struct setting *setting)
{
    for (uint32_t i = setting->first; i < setting->end; i++)
        if (shaped->cluster[i].level) return true;
    return false;
}

static void add_line(struct typesetter *typesetter, const struct shaped *shaped, struct setting *setting, double indent)
{
    size_t first = typesetter->glyphs;
    add_glyphs(typesetter, shaped, setting);
    if (is_mixed(shaped, setting))
        bidi_arrange(typesetter, &shaped->cluster[setting->first], setting->end - setting->first,
                     &typesetter->glyph[first], typesetter->glyphs - first);
    GROW(typesetter->line, typesetter->lines, typesetter->line_capacity);
    typesetter->line[typesetter->lines++] = (struct line){
        .first = (uint32_t)first,
        .count = (uint32_t)(typesetter->glyphs - first),
        .width = (float)setting->ink,
        .last = shaped->cluster[setting->end].cl == CLASS_NEWLINE,
        .indent = (float)indent,
        .hang = (float)setting->hang,
    };
}

/* The cluster behind the line that begins at `first`. */
static uint32_t set_line(struct typesetter *typesetter, const struct shaped *shaped, uint32_t first,
                         const struct measure *measure)
{
    struct pen pen;
    double indent = first ? 0 : measure->indent;
    double limit = measure->width > 0 ? fmax(measure->width - indent, 0) : (double)INFINITY;
    struct line_end end = ends_find(shaped, first, limit, measure, &pen);
    struct setting setting = {.first = first, .end = end.at};
    bool last = shaped->cluster[end.at].cl == CLASS_NEWLINE;
    measure_line(shaped, &setting, end.hangs);
    adjust(shaped, &setting, limit, measure->align == ALIGN_JUSTIFY && !last);
    add_line(typesetter, shaped, &setting, indent);
    return last ? end.at + 1 : end.at;
}

struct paragraph *typeset_lines(struct typesetter *typesetter, struct arena *arena, const struct shaped *shaped,
                                const struct measure *measure)
{
    typesetter->glyphs = typesetter->lines = 0;
    for (uint32_t first = 0; first <= shaped->clusters;)
        first = set_line(typesetter, shaped, first, measure);
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
