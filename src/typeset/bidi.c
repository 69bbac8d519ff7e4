/* bidi: where the clusters of a line stand when some of them run from right to left (UAX #9, rule L2). Knows
   nothing of fonts. */
#include "typeset/shaped.h"

struct slot {
    uint8_t level;
    size_t first, end; /* its glyphs */
    double x, width;   /* where the pen is in logical order */
};

static void fill(struct slot *slot, const struct cluster *cluster, size_t count, const struct glyph *glyph,
                 size_t glyphs)
{
    size_t next = 0;
    double x = 0;
    for (size_t i = 0; i < count; i++) {
        slot[i] = (struct slot){.level = cluster[i].level, .first = next, .x = x};
        for (; next < glyphs && glyph[next].at == cluster[i].at; next++)
            slot[i].width += (double)glyph[next].advance;
        slot[i].end = next;
        x += slot[i].width;
    }
}

static void reverse(struct slot *slot, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct slot other = slot[i];
        slot[i] = slot[count - 1 - i];
        slot[count - 1 - i] = other;
    }
}

/* From the highest level to the lowest odd one, every stretch of at least that level is turned round. */
static void reorder(struct slot *slot, size_t count)
{
    unsigned highest = 0;
    for (size_t i = 0; i < count; i++)
        if (slot[i].level > highest) highest = slot[i].level;
    for (unsigned level = highest; level > 0; level--)
        for (size_t i = 0, end; i < count; i = end) {
            end = i + 1;
            if (slot[i].level < level) continue;
            while (end < count && slot[end].level >= level)
                end++;
            reverse(&slot[i], end - i);
        }
}

void bidi_arrange(struct typesetter *typesetter, const struct cluster *cluster, size_t count, struct glyph *glyph,
                  size_t glyphs)
{
    if (count > typesetter->slot_capacity) {
        typesetter->slot_capacity = count;
        typesetter->slot = xrealloc(typesetter->slot, count, sizeof *typesetter->slot);
    }
    struct slot *slot = typesetter->slot;
    fill(slot, cluster, count, glyph, glyphs);
    reorder(slot, count);
    double x = 0;
    for (size_t i = 0; i < count; i++) {
        float shift = (float)(x - slot[i].x);
        for (size_t k = slot[i].first; k < slot[i].end; k++)
            glyph[k].dx += shift;
        x += slot[i].width;
    }
}
