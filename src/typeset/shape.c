/* shape: text → clusters of glyphs, once for a paragraph, by HarfBuzz in the faces that itemize chose; and what
   neighbours mean for each other (classes). Knows nothing of line widths. */
#include <hb-ot.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "typeset/phrase.h"
#include "typeset/shaped.h"

enum { THOUSANDTHS = 1000, DIGITS = 10, FULL_WIDTH_ZERO = 0xFF10 };
static const double HALF_EM = 0.5; /* the body of a bracket, comma or stop (JLREQ 3.1.2) */

struct typesetter *typesetter_new(struct fonts *fonts)
{
    struct typesetter *typesetter = xcalloc(1, sizeof *typesetter);
    typesetter->fonts = fonts;
    typesetter->buffer = hb_buffer_create();
    typesetter->language = hb_language_from_string("ja", -1);
    typesetter->memory = memory_new();
    itemize_prepare(typesetter);
    return typesetter;
}

struct typesetter *typesetter_twin(const struct typesetter *typesetter)
{
    return typesetter_new(typesetter->fonts);
}

void typesetter_free(struct typesetter *typesetter)
{
    if (!typesetter) return;
    hb_buffer_destroy(typesetter->buffer);
    memory_free(typesetter->memory);
    void *const scratch[] = {typesetter->character, typesetter->code,  typesetter->attributes, typesetter->run_face,
                             typesetter->cluster,   typesetter->piece, typesetter->missing,    typesetter->glyph,
                             typesetter->line,      typesetter->slot,  typesetter->begins};
    for (size_t i = 0; i < sizeof scratch / sizeof *scratch; i++)
        free(scratch[i]);
    free(typesetter);
}

/* ---- runs ---- */

static double advance_of(hb_font_t *font, hb_codepoint_t glyph)
{
    return (double)hb_font_get_glyph_h_advance(font, glyph) / hb_face_get_upem(hb_font_get_face(font));
}

/* The widest of the ten digits from `zero` on, as a share of the size. */
static float widest_digit(hb_font_t *font, uint32_t zero)
{
    double widest = 0;
    hb_codepoint_t glyph;
    for (uint32_t i = 0; i < DIGITS; i++)
        if (hb_font_get_nominal_glyph(font, zero + i, &glyph)) widest = fmax(widest, advance_of(font, glyph));
    return (float)widest;
}

static void find_run_faces(struct typesetter *typesetter, const struct run *runs, unsigned count)
{
    typesetter->runs = 0;
    for (unsigned i = 0; i < count; i++) {
        GROW(typesetter->run_face, typesetter->runs, typesetter->run_capacity);
        struct run_face *face = &typesetter->run_face[typesetter->runs++];
        const struct text_style *style = &runs[i].style;
        *face = (struct run_face){
            .to = runs[i].to,
            .face = fonts_face(typesetter->fonts, style->family, style->bold),
            .tabular = style->tabular,
            .phrases = style->phrases,
            .together = runs[i].together,
            .least = runs[i].least,
        };
        if (!style->tabular) continue;
        hb_font_t *font = fonts_hb_font(typesetter->fonts, face->face);
        face->digit = widest_digit(font, '0');
        face->wide_digit = widest_digit(font, FULL_WIDTH_ZERO);
    }
}

/* ---- clusters ---- */

static struct cluster *new_cluster(struct typesetter *typesetter, const struct character *character)
{
    enum breaking breaking = !character->starts ? BREAK_NEVER : character->breaks ? BREAK_FREE : BREAK_WORD;
    GROW(typesetter->cluster, typesetter->clusters, typesetter->cluster_capacity);
    struct cluster *cluster = &typesetter->cluster[typesetter->clusters++];
    *cluster = (struct cluster){
        .at = character->at,
        .run = character->run,
        .face = (uint16_t)character->face,
        .cl = character->cl,
        .breaking = (uint8_t)breaking,
        .level = character->level & 0x7Fu,
    };
    return cluster;
}

static struct piece *new_piece(struct typesetter *typesetter, struct cluster *cluster)
{
    GROW(typesetter->piece, typesetter->pieces, typesetter->piece_capacity);
    if (!cluster->pieces)
        cluster->glyph = (uint32_t)typesetter->pieces;
    else
        typesetter->piece[typesetter->pieces - 1].last = false;
    cluster->pieces = 1;
    struct piece *piece = &typesetter->piece[typesetter->pieces++];
    *piece = (struct piece){.last = true};
    return piece;
}

/* What a bracket, comma or stop can lose: what its body has beyond half an em, as far as there is no ink; a middle dot, half of
   that on each side. Proportional faces have such bodies already, and lose little or nothing. */
static double blank_of(hb_font_t *font, enum char_class cl, uint32_t glyph)
{
    hb_glyph_extents_t ink;
    bool before = class_trims_at_start(cl), behind = class_trims_at_end(cl);
    if ((!before && !behind) || !hb_font_get_glyph_extents(font, glyph, &ink)) return 0;
    double em = hb_face_get_upem(hb_font_get_face(font)), advance = advance_of(font, glyph);
    double left = ink.x_bearing / em, right = advance - (ink.x_bearing + ink.width) / em;
    if (before && behind) return fmax(0, fmin((advance - HALF_EM) / 2, fmin(left, right)));
    return fmax(0, fmin(advance - HALF_EM, before ? left : right));
}

/* Every digit in the middle of the widest digit's width, for faces without tabular figures. */
static void set_tabular(struct typesetter *typesetter, struct cluster *cluster, uint32_t glyph, float advance)
{
    struct piece *piece = new_piece(typesetter, cluster);
    piece->glyph = glyph;
    piece->advance = advance;
    piece->dx = (advance - cluster->advance) / 2;
    cluster->advance = advance;
}

static void add_single(struct typesetter *typesetter, const struct character *character, const hb_glyph_info_t *info,
                       const hb_glyph_position_t *position)
{
    hb_font_t *font = fonts_hb_font(typesetter->fonts, (unsigned)character->face);
    const struct run_face *run = &typesetter->run_face[character->run];
    struct cluster *cluster = new_cluster(typesetter, character);
    enum char_class cl = cluster->cl;
    cluster->glyph = info->codepoint;
    cluster->advance = (float)((double)position->x_advance / hb_face_get_upem(hb_font_get_face(font)));
    cluster->blank = (uint16_t)(blank_of(font, cl, info->codepoint) * THOUSANDTHS);
    float digit = cl == CLASS_DIGIT ? run->digit : cl == CLASS_WIDE_DIGIT ? run->wide_digit : 0;
    if (digit > 0 && (int)run->face == character->face) set_tabular(typesetter, cluster, info->codepoint, digit);
}

static void add_several(struct typesetter *typesetter, const struct character *character, const hb_glyph_info_t *info,
                        const hb_glyph_position_t *position, unsigned count)
{
    hb_font_t *font = fonts_hb_font(typesetter->fonts, (unsigned)character->face);
    double unit = 1.0 / hb_face_get_upem(hb_font_get_face(font));
    struct cluster *cluster = new_cluster(typesetter, character);
    hb_codepoint_t space = 0;
    hb_font_get_nominal_glyph(font, ' ', &space);
    for (unsigned i = 0; i < count; i++) {
        bool invisible = space && info[i].codepoint == space &&
                         !position[i].x_advance; /* a selector or joiner that has done its work */
        if (invisible && (i + 1 < count || cluster->pieces)) continue;
        struct piece *piece = new_piece(typesetter, cluster);
        piece->glyph = info[i].codepoint;
        piece->advance = (float)(position[i].x_advance * unit);
        piece->dx = (float)(position[i].x_offset * unit);
        piece->dy = (float)(position[i].y_offset * unit);
        cluster->advance += piece->advance;
    }
}

static void add_cluster(struct typesetter *typesetter, const hb_glyph_info_t *info, const hb_glyph_position_t *position,
                        unsigned count)
{
    const struct character *character = &typesetter->character[info->cluster];
    if (count == 1 && !position->x_offset && !position->y_offset)
        add_single(typesetter, character, info, position);
    else
        add_several(typesetter, character, info, position, count);
}

/* The shaper's glyphs as clusters in the text's order: from right to left it gives them the other way round. */
static void take_clusters(struct typesetter *typesetter, size_t first, bool backward)
{
    unsigned count = 0, positions = 0;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(typesetter->buffer, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(typesetter->buffer, &positions);
    size_t before = typesetter->clusters;
    for (unsigned done = 0, length; done < count; done += length) {
        unsigned at = backward ? count - done - 1 : done;
        for (length = 1; done + length < count; length++) {
            unsigned next = backward ? at - length : at + length;
            if (info[next].cluster != info[at].cluster) break;
        }
        unsigned start = backward ? at + 1 - length : at;
        add_cluster(typesetter, info + start, position + start, length);
    }
    if (typesetter->clusters == before)
        new_cluster(typesetter, &typesetter->character[first]); /* a face without a blank */
    typesetter->cluster[before].at = typesetter->character[first].at;
}

/* ---- the shaper ---- */

static bool shaped_together(const struct character *a, const struct character *b)
{
    return a->run == b->run && a->face == b->face && a->script == b->script && a->level == b->level && !b->alone &&
           b->c != '\n';
}

static void shape_stretch(struct typesetter *typesetter, size_t first, size_t end)
{
    const struct character *character = &typesetter->character[first];
    hb_buffer_t *buffer = typesetter->buffer;
    bool backward = character->level & 1;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_codepoints(buffer, typesetter->code, (int)typesetter->characters, (unsigned)first,
                             (int)(end - first));
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
    hb_buffer_set_direction(buffer, backward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, (hb_script_t)character->script);
    hb_buffer_set_language(buffer, typesetter->language);
    hb_shape(fonts_hb_font(typesetter->fonts, (unsigned)character->face), buffer, NULL, 0);
    take_clusters(typesetter, first, backward);
}

static void shape_all(struct typesetter *typesetter)
{
    for (size_t first = 0, end; first < typesetter->characters; first = end) {
        const struct character *character = typesetter->character;
        end = first + 1;
        if (character[first].c == '\n') {
            new_cluster(typesetter, &character[first]);
            continue;
        }
        while (end < typesetter->characters && shaped_together(&character[first], &character[end]))
            end++;
        shape_stretch(typesetter, first, end);
    }
}

/* ---- neighbours ---- */

static void relate(struct cluster *cluster, size_t count, const char *text)
{
    struct neighbour before = {0}, left = {0};
    for (size_t i = 0; i < count; i++) {
        struct neighbour right = {g_utf8_get_char(text + cluster[i].at), cluster[i].cl};
        if (i > 0) {
            bool parted = cluster[i].breaking != BREAK_NEVER, allowed = cluster[i].breaking == BREAK_FREE;
            cluster[i].breaking = (uint8_t)(parted ? class_breaking(&before, &left, &right, allowed) : BREAK_NEVER);
            cluster[i].spacing = (uint8_t)class_spacing(&left, &right);
        }
        before = left;
        left = right;
    }
}

/* The free breaks at which a phrase ends are the better ones, in runs that ask for it. */
static void mark_phrases(struct typesetter *typesetter)
{
    const struct character *character = typesetter->character;
    size_t count = typesetter->characters, k = 0;
    if (count > typesetter->begins_capacity) {
        typesetter->begins_capacity = count;
        typesetter->begins = xrealloc(typesetter->begins, count, sizeof *typesetter->begins);
    }
    for (size_t i = 0; i < count; i++)
        typesetter->code[i] = character[i].c; /* what the shaper saw is done with */
    phrase_find(typesetter->code, count, typesetter->begins);
    struct neighbour left = {0};
    for (size_t i = 0; i < typesetter->clusters; i++) {
        struct cluster *cluster = &typesetter->cluster[i];
        while (k + 1 < count && character[k].at < cluster->at)
            k++;
        struct neighbour right = {character[k].c, cluster->cl};
        bool ends = typesetter->begins[k] || class_ends_phrase(&left, &right);
        if (ends && cluster->breaking == BREAK_FREE && typesetter->run_face[cluster->run].phrases)
            cluster->breaking = BREAK_PHRASE;
        left = right;
    }
}

static bool asks_for_phrases(const struct typesetter *typesetter, unsigned runs)
{
    for (unsigned i = 0; i < runs; i++)
        if (typesetter->run_face[i].phrases) return true;
    return false;
}

/* What a cluster gets before and behind its glyphs. */
static void pad(struct typesetter *typesetter, struct cluster *cluster, float room)
{
    if (!cluster->pieces) {
        uint32_t glyph = cluster->glyph;
        struct piece *piece = new_piece(typesetter, cluster);
        piece->glyph = glyph;
        piece->advance = cluster->advance;
    }
    struct piece *piece = &typesetter->piece[cluster->glyph];
    piece->dx += room;
    while (!piece->last) {
        piece++;
        piece->dx += room;
    }
    piece->advance += 2 * room;
    cluster->advance += 2 * room;
}

/* The clusters of a run that stays together: no break and no space of ours between them; what the run lacks of its least width is
   spread so that the ends get half of what the gaps get (JLREQ 3.3.6: 1:2:1). */
static void hold_together(struct typesetter *typesetter, size_t first, size_t end, double least)
{
    double width = 0;
    for (size_t i = first; i < end; i++) {
        struct cluster *cluster = &typesetter->cluster[i];
        width += (double)cluster->advance;
        if (i == first) continue;
        cluster->breaking = BREAK_NEVER;
        cluster->spacing = 0;
    }
    if (!(least > width)) return;
    float room = (float)((least - width) / (2 * (double)(end - first)));
    for (size_t i = first; i < end; i++)
        pad(typesetter, &typesetter->cluster[i], room);
}

static void hold_runs(struct typesetter *typesetter)
{
    for (size_t first = 0, end; first < typesetter->clusters; first = end) {
        uint32_t run = typesetter->cluster[first].run;
        for (end = first + 1; end < typesetter->clusters && typesetter->cluster[end].run == run;)
            end++;
        const struct run_face *face = &typesetter->run_face[run];
        if (face->together) hold_together(typesetter, first, end, (double)face->least);
    }
}

static void leave_plain(struct cluster *cluster, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool blank = cluster[i].cl == CLASS_BLANK || cluster[i].cl == CLASS_NEWLINE;
        cluster[i].blank = 0;
        if (blank) cluster[i].breaking = BREAK_NEVER;
    }
}

/* What the scratch arrays hold, for good; sizes are not part of it. */
static struct shaped *keep(struct typesetter *typesetter, struct arena *arena, const char *text, uint32_t length)
{
    struct shaped *shaped = arena_alloc(arena, sizeof *shaped);
    *shaped = (struct shaped){
        .text = text,
        .length = length,
        .clusters = (uint32_t)typesetter->clusters,
        .cluster = shaped_keep(arena, typesetter->cluster, typesetter->clusters + 1, sizeof *typesetter->cluster),
        .piece = shaped_keep(arena, typesetter->piece, typesetter->pieces, sizeof *typesetter->piece),
        .missing = (uint32_t)typesetter->missings,
        .missing_at = shaped_keep(arena, typesetter->missing, typesetter->missings, sizeof *typesetter->missing),
    };
    return shaped;
}

static const struct shaped *shape_anew(struct typesetter *typesetter, struct arena *arena, const char *text,
                                       uint32_t length, const struct run *runs, unsigned count)
{
    typesetter->clusters = typesetter->pieces = typesetter->missings = 0;
    if (count) {
        itemize(typesetter, text, length, runs, count);
        shape_all(typesetter);
    }
    if (typesetter->plain) {
        leave_plain(typesetter->cluster, typesetter->clusters);
    } else {
        relate(typesetter->cluster, typesetter->clusters, text);
        hold_runs(typesetter);
        if (typesetter->clusters && asks_for_phrases(typesetter, count)) mark_phrases(typesetter);
    }
    GROW(typesetter->cluster, typesetter->clusters, typesetter->cluster_capacity);
    typesetter->cluster[typesetter->clusters] = (struct cluster){.at = length, .cl = CLASS_NEWLINE};
    struct arena *long_lived = typesetter->plain ? NULL : memory_arena(typesetter->memory, length);
    if (!long_lived) return keep(typesetter, arena, text, length);
    const char *copy = arena_strndup(long_lived, text, length);
    const struct shaped *shaped = keep(typesetter, long_lived, copy, length);
    memory_add(typesetter->memory, shaped, typesetter->run_face, count);
    return shaped;
}

const struct shaped *typeset_shape(struct typesetter *typesetter, struct arena *arena, const char *text,
                                   uint32_t length, const struct run *runs, unsigned count)
{
    find_run_faces(typesetter, runs, count);
    const struct shaped *known = memory_find(typesetter->memory, text, length, typesetter->run_face, count);
    if (!known || typesetter->plain) known = shape_anew(typesetter, arena, text, length, runs, count);
    float *size = arena_array(arena, count, sizeof *size);
    for (unsigned i = 0; i < count; i++)
        size[i] = (float)runs[i].style.size;
    struct shaped *shaped = arena_alloc(arena, sizeof *shaped);
    *shaped = *known;
    shaped->text = text;
    shaped->size = size;
    return shaped;
}
