/* codes: codes, and between them the adjustments that make the pen follow the typesetter's advances. */
#include "pdf/codes.h"
#include <glib.h>
#include <math.h>

enum { EM = 1000, THOUSANDTHS = 1000, CODES_A_STRING = 4096 /* strings end at 32,767 bytes (ISO 19005-2, 6.1.13) */ };

void codes_end(struct codes *codes)
{
    if (codes->open) buf_str(codes->out, ">]TJ\n");
    codes->open = false;
}

void codes_begin(struct codes *codes)
{
    codes->x = codes->y = 0;
}

/* Steps are between places that are rounded already, so that nothing drifts. */
static void put_step(struct codes *codes, long long *from, double to)
{
    static const double FURTHEST = 1e6; /* points */
    if (!(fabs(to) <= FURTHEST)) {
        codes->out->bad = true;
        return;
    }
    long long place = llround(to * THOUSANDTHS);
    buf_real(codes->out, (double)(place - *from) / THOUSANDTHS);
    buf_char(codes->out, ' ');
    *from = place;
}

static void start(struct codes *codes, const struct glyph *glyph, double x, double y)
{
    codes_end(codes);
    if (!codes->set || codes->face != glyph->face || codes->size != glyph->size) {
        buf_printf(codes->out, "/F%u ", (unsigned)glyph->face);
        buf_real(codes->out, (double)glyph->size);
        buf_str(codes->out, " Tf ");
    }
    codes->set = true;
    codes->face = glyph->face;
    codes->size = glyph->size;
    codes->rise = glyph->dy;
    codes->real = codes->ideal = 0;
    codes->in_string = 0;
    codes->open = true;
    put_step(codes, &codes->x, x);
    put_step(codes, &codes->y, y + (double)glyph->dy);
    buf_str(codes->out, "Td[<");
}

static bool goes_on(const struct codes *codes, const struct glyph *glyph)
{
    return codes->open && codes->face == glyph->face && codes->size == glyph->size && codes->rise == glyph->dy;
}

/* Adjustments are whole thousandths; what rounding leaves is taken up by the next one, so that nothing drifts. */
static void adjust(struct codes *codes, double target)
{
    double adjustment = round(codes->real - target);
    if (!isfinite(adjustment)) codes->out->bad = true;
    if (adjustment == 0 || codes->out->bad) return;
    buf_char(codes->out, '>');
    buf_real(codes->out, adjustment);
    buf_char(codes->out, '<');
    codes->real -= adjustment;
}

/* Every code must stand for something (ISO 14289-1, 7.21.7): what readers without ActualText show least of. */
static const char NOTHING[] = "\xE2\x80\x8B"; /* U+200B ZERO WIDTH SPACE */

bool codes_needs_actual_text(const struct paragraph *paragraph, const struct line *line, uint32_t index)
{
    const struct glyph *glyph = &paragraph->glyph[index];
    uint32_t end = line->first + line->count, next = index + 1;
    while (next < end && !paragraph->glyph[next].length)
        next++;
    return next - index > 1 && next - index > g_utf8_strlen(paragraph->text + glyph->at, glyph->length);
}

/* The text that this glyph stands for. A cluster of several glyphs gives each its character, the last one what is left; a glyph
   for which none is left stands for nothing. */
static void cluster_text(struct codes *codes, const struct paragraph *paragraph, const struct line *line,
                         uint32_t index, const char **text, size_t *size)
{
    const struct glyph *glyph = &paragraph->glyph[index];
    if (glyph->length) {
        uint32_t end = line->first + line->count, next = index + 1;
        while (next < end && !paragraph->glyph[next].length)
            next++;
        codes->rest = paragraph->text + glyph->at;
        codes->rest_size = glyph->length;
        codes->glyphs_left = next - index;
    }
    *text = codes->rest;
    *size = codes->rest_size;
    if (codes->glyphs_left > 1 && codes->rest_size) *size = (size_t)(g_utf8_next_char(codes->rest) - codes->rest);
    if (codes->glyphs_left) codes->glyphs_left--;
    codes->rest += *size;
    codes->rest_size -= *size;
    if (*size) return;
    *text = NOTHING;
    *size = sizeof NOTHING - 1;
}

void codes_show(struct codes *codes, const struct paragraph *paragraph, const struct line *line, uint32_t index,
                double x, double y)
{
    const struct glyph *glyph = &paragraph->glyph[index];
    const char *text;
    size_t size;
    cluster_text(codes, paragraph, line, index, &text, &size);
    unsigned code = font_code(codes->fonts, glyph->face, glyph->id, text, size);
    if (!code) return; /* told when fonts are embedded */
    if (!goes_on(codes, glyph)) start(codes, glyph, x, y);
    double unit = EM / (double)glyph->size;
    adjust(codes, codes->ideal + (double)glyph->dx * unit);
    if (codes->in_string++ == CODES_A_STRING) {
        buf_str(codes->out, "><");
        codes->in_string = 1;
    }
    object_put_hex16(codes->out, code);
    codes->real += font_width(codes->fonts, glyph->face, code);
    codes->ideal += (double)glyph->advance * unit;
}
