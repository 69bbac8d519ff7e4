/* cff: header, name index, top dictionary, charset; nothing else of the format is read. Every offset is checked: a font file is
   input like any other. */
#include "pdf/cff.h"

/* A reader over the table; `bad` once it has been asked for more than there is. */
struct reader {
    const unsigned char *bytes;
    size_t size, at;
    bool bad;
};
enum { OPERATOR_CHARSET = 15, OPERATOR_ESCAPE = 12, OPERATOR_ROS = 30, LAST_OPERATOR = 21 };

static unsigned number(struct reader *r, unsigned width)
{
    unsigned value = 0;
    for (; width; width--) {
        if (r->at >= r->size) {
            r->bad = true;
            return 0;
        }
        value = value << 8 | r->bytes[r->at++];
    }
    return value;
}

/* Skips an INDEX (section 5); `first` and `end` become the bounds of its first entry. */
static void skip_index(struct reader *r, size_t *first, size_t *end)
{
    unsigned count = number(r, 2);
    *first = *end = r->at;
    if (!count) return;
    unsigned width = number(r, 1);
    if (width < 1 || width > 4) r->bad = true;
    if (r->bad) return;
    size_t offsets = r->at, data = offsets + (size_t)(count + 1) * width - 1;
    *first = data + number(r, width);
    *end = data + number(r, width);
    r->at = offsets + (size_t)count * width;
    r->at = data + number(r, width);
    if (*first > *end || *end > r->size) r->bad = true;
}

/* One operand of a dictionary (section 4) whose first byte is `lead`; reals are skipped as 0. */
static long operand(struct reader *r, unsigned lead)
{
    if (lead >= 32 && lead <= 246) return (long)lead - 139;
    if (lead >= 247 && lead <= 250) return ((long)lead - 247) * 256 + number(r, 1) + 108;
    if (lead >= 251 && lead <= 254) return -((long)lead - 251) * 256 - number(r, 1) - 108;
    if (lead == 28) return (int16_t)number(r, 2);
    if (lead == 29) return (int32_t)number(r, 4);
    if (lead == 30)
        while (!r->bad && (number(r, 1) & 0xF) != 0xF)
            ;
    return 0;
}

static void read_top(struct reader *r, size_t end, bool *keyed, size_t *charset)
{
    long last = 0;
    while (!r->bad && r->at < end) {
        unsigned lead = number(r, 1);
        if (lead > LAST_OPERATOR) {
            last = operand(r, lead);
            continue;
        }
        if (lead == OPERATOR_ESCAPE) *keyed |= number(r, 1) == OPERATOR_ROS;
        if (lead == OPERATOR_CHARSET && last > 0) *charset = (size_t)last;
    }
}

/* Section 13: format 0 lists CIDs, formats 1 and 2 ranges of them. Glyph 0 is CID 0 and not listed. */
static void read_charset(struct reader *r, unsigned glyphs, uint16_t *cids)
{
    unsigned format = number(r, 1);
    if (format > 2) r->bad = true;
    for (unsigned glyph = 1; glyph < glyphs && !r->bad;) {
        unsigned cid = number(r, 2);
        unsigned left = format ? number(r, format) : 0;
        for (unsigned i = 0; i <= left && glyph < glyphs; i++)
            cids[glyph++] = (uint16_t)(cid + i);
    }
}

bool cff_cids(const unsigned char *bytes, size_t size, unsigned glyphs, uint16_t *cids)
{
    enum { HEADER_SIZE_AT = 2 };
    struct reader r = {.bytes = bytes, .size = size, .at = HEADER_SIZE_AT};
    r.at = number(&r, 1);
    size_t first, end, charset = 0;
    bool keyed = false;
    skip_index(&r, &first, &end); /* names */
    skip_index(&r, &first, &end); /* top dictionaries: the first is the font's */
    r.at = first;
    if (!r.bad) read_top(&r, end, &keyed, &charset);
    for (unsigned i = 0; i < glyphs; i++)
        cids[i] = (uint16_t)i;
    /* Charsets 0 to 2 are predefined, and not for CID-keyed fonts. */
    if (!keyed || charset <= 2) return !r.bad;
    r.at = charset;
    read_charset(&r, glyphs, cids);
    return !r.bad;
}
