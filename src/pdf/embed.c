/* embed: a font program cut down to the glyphs that are used, and the dictionaries that say how its codes are shown and read
   (ISO 32000-1, 9.7 and 9.10.3). Knows nothing of how codes were chosen. */
#include <glib.h>
#include <hb-subset.h>
#include <math.h>
#include <stdlib.h>
#include "pdf/cff.h"
#include "pdf/font_private.h"

enum {
    BLOCK = 100,  /* the most lines between beginbfchar and endbfchar (9.10.3; Adobe TN 5411) */
    SYMBOLIC = 4, /* flag of a font whose glyphs are outside the standard Latin set (table 123) */
    STEM = 80,    /* StemV: no table of a font says it, and no reader uses it for an embedded font */
    NAME_SIZE = 128,
    TAG_LETTERS = 6,
    HEAD_SIZE = 54,
    HEAD_BOX = 36
};
#define IDENTITY "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"

/* A font on its way into the file. */
struct embedding {
    struct object_file *file;
    const struct font *font;
    bool cff;
    hb_face_t *subset;
    unsigned *cid;                          /* by code */
    char name[NAME_SIZE + TAG_LETTERS + 2]; /* ABCDEF+Name */
    unsigned program, descriptor;
};

/* Tables that shape text or name the font: the PDF has done the one and does the other itself. */
static const char *const DROPPED[] = {"GSUB", "GPOS", "GDEF", "BASE", "kern", "name", "OS/2", "post", "cmap",
                                      "VORG", "vhea", "vmtx", "gasp", "DSIG", "meta", "hdmx", "VDMX", "LTSH"};

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool found = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return found;
}

static hb_subset_input_t *subset_input(const struct embedding *e)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (unsigned i = 0; i < e->font->count; i++)
        hb_set_add(glyphs, e->font->code[i].id);
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
    /* Readers of CFF stumble over subroutines more often than over size. */
    if (e->cff) flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
    hb_subset_input_set_flags(input, flags);
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof DROPPED / sizeof *DROPPED; i++)
        hb_set_add(dropped, hb_tag_from_string(DROPPED[i], -1));
    return input;
}

/* Subsets the font; each code's glyph number in the subset. */
static bool make_subset(struct embedding *e, uint16_t *glyph)
{
    hb_subset_input_t *input = subset_input(e);
    hb_subset_plan_t *plan = input ? hb_subset_plan_create_or_fail(e->font->face, input) : NULL;
    e->subset = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (e->subset) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        for (unsigned i = 0; i < e->font->count; i++)
            glyph[i] = (uint16_t)hb_map_get(map, e->font->code[i].id);
    }
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return e->subset;
}

/* Each code's CID. A TrueType font has CIDToGIDMap, so that the CID is the code; a CFF font's CIDs are its own. */
static bool map_cids(struct embedding *e, const uint16_t *glyph)
{
    if (!e->cff) {
        for (unsigned i = 0; i < e->font->count; i++)
            e->cid[i] = i;
        return true;
    }
    hb_blob_t *table = hb_face_reference_table(e->subset, HB_TAG('C', 'F', 'F', ' '));
    unsigned size;
    const char *bytes = hb_blob_get_data(table, &size);
    unsigned count = hb_face_get_glyph_count(e->subset);
    uint16_t *cids = xcalloc(count, sizeof *cids);
    bool fine = cff_cids((const unsigned char *)bytes, size, count, cids);
    for (unsigned i = 0; fine && i < e->font->count; i++)
        e->cid[i] = glyph[i] < count ? cids[glyph[i]] : 0;
    free(cids);
    hb_blob_destroy(table);
    return fine;
}

/* A subset's name begins with six letters of its own (9.6.4): from a digest of its glyphs, so that they are the same every time. */
static void name_subset(struct embedding *e)
{
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_MD5);
    for (unsigned i = 0; i < e->font->count; i++)
        g_checksum_update(checksum, (const guchar *)&e->font->code[i].id, sizeof e->font->code[i].id);
    guint8 digest[16];
    gsize length = sizeof digest;
    g_checksum_get_digest(checksum, digest, &length);
    g_checksum_free(checksum);
    for (unsigned i = 0; i < TAG_LETTERS; i++)
        e->name[i] = (char)('A' + digest[i] % 26);
    e->name[TAG_LETTERS] = '+';
    unsigned size = NAME_SIZE;
    hb_ot_name_get_utf8(e->font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                        e->name + TAG_LETTERS + 1);
}

static void put_program(struct embedding *e)
{
    hb_blob_t *blob =
        e->cff ? hb_face_reference_table(e->subset, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(e->subset);
    unsigned size;
    const char *bytes = hb_blob_get_data(blob, &size);
    struct buf entries = {0};
    if (e->cff)
        buf_str(&entries, "/Subtype/CIDFontType0C");
    else
        buf_printf(&entries, "/Length1 %u", size);
    e->program = object_stream(e->file, buf_text(&entries), bytes, size);
    buf_free(&entries);
    hb_blob_destroy(blob);
}

static void put_box(struct buf *body, const struct font *font)
{
    hb_blob_t *head = hb_face_reference_table(font->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned size;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(head, &size);
    buf_str(body, "/FontBBox[");
    for (unsigned i = 0; i < 4; i++) {
        int value = size < HEAD_SIZE ? 0 : (int16_t)(bytes[HEAD_BOX + 2 * i] << 8 | bytes[HEAD_BOX + 2 * i + 1]);
        buf_int(body, lround(value * font->unit));
        buf_char(body, ' ');
    }
    buf_str(body, "]");
    hb_blob_destroy(head);
}

static void put_metric(struct buf *body, const char *key, const struct font *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font->font, tag, &value);
    buf_printf(body, "/%s %ld", key, lround(value * font->unit));
}

static void put_descriptor(struct embedding *e)
{
    struct buf body = {0};
    buf_str(&body, "/Type/FontDescriptor/FontName");
    object_put_name(&body, e->name);
    buf_printf(&body, "/Flags %d/ItalicAngle 0/StemV %d", SYMBOLIC, STEM);
    put_box(&body, e->font);
    put_metric(&body, "Ascent", e->font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    put_metric(&body, "Descent", e->font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    put_metric(&body, "CapHeight", e->font, HB_OT_METRICS_TAG_CAP_HEIGHT);
    buf_printf(&body, "/FontFile%d ", e->cff ? 3 : 2);
    object_put_reference(&body, e->program);
    e->descriptor = object_dictionary(e->file, buf_text(&body));
    buf_free(&body);
}

/* CID → glyph of the subset, two bytes each (9.7.4.3). */
static unsigned put_glyph_map(struct embedding *e, const uint16_t *glyph)
{
    struct buf map = {0};
    for (unsigned i = 0; i < e->font->count; i++) {
        buf_char(&map, (char)(glyph[i] >> 8));
        buf_char(&map, (char)(glyph[i] & 0xFF));
    }
    unsigned number = object_stream(e->file, "", map.data, map.size);
    buf_free(&map);
    return number;
}

/* Widths by CID. Several codes of a CFF glyph have one CID, whose width is told once. */
static void put_widths(struct buf *body, const struct embedding *e)
{
    const struct font *font = e->font;
    buf_str(body, "/DW 1000/W[");
    if (!e->cff) buf_str(body, "0[");
    for (unsigned i = 0; i < font->count; i++) {
        if (e->cff && font->first[font->code[i].id] != i) continue;
        if (e->cff) buf_printf(body, "%u[", e->cid[i]);
        buf_real(body, font->code[i].width);
        buf_char(body, e->cff ? ']' : ' ');
    }
    buf_str(body, e->cff ? "]" : "]]");
}

static unsigned put_descendant(struct embedding *e, const uint16_t *glyph)
{
    struct buf body = {0};
    buf_printf(&body, "/Type/Font/Subtype/CIDFontType%d" IDENTITY "/BaseFont", e->cff ? 0 : 2);
    object_put_name(&body, e->name);
    buf_str(&body, "/FontDescriptor ");
    object_put_reference(&body, e->descriptor);
    if (!e->cff) {
        buf_str(&body, "/CIDToGIDMap ");
        object_put_reference(&body, put_glyph_map(e, glyph));
    }
    put_widths(&body, e);
    unsigned number = object_dictionary(e->file, buf_text(&body));
    buf_free(&body);
    return number;
}

/* The frame of a CMap; `line` writes what a code maps to. */
static void put_cmap(struct buf *out, const struct embedding *e, const char *name, int type, const char *operator_name,
                     void line(struct buf *out, const struct embedding *e, unsigned code))
{
    const struct font *font = e->font;
    buf_printf(out,
               "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>def\n"
               "/CMapName/%s def\n/CMapType %d def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n",
               type == 1 ? "Identity" : "UCS", name, type);
    for (unsigned from = 1; from < font->count; from += BLOCK) {
        unsigned to = MIN(from + BLOCK, font->count);
        buf_printf(out, "%u begin%s\n", to - from, operator_name);
        for (unsigned code = from; code < to; code++) {
            buf_char(out, '<');
            object_put_hex16(out, code);
            buf_char(out, '>');
            line(out, e, code);
            buf_char(out, '\n');
        }
        buf_printf(out, "end%s\n", operator_name);
    }
    buf_str(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}

static void unicode_line(struct buf *out, const struct embedding *e, unsigned code)
{
    const struct font_glyph *glyph = &e->font->code[code];
    buf_char(out, '<');
    object_put_utf16(out, e->font->texts.data + glyph->text, glyph->size);
    buf_char(out, '>');
}

static void cid_line(struct buf *out, const struct embedding *e, unsigned code)
{
    buf_int(out, e->cid[code]);
}

static unsigned put_unicode(struct embedding *e)
{
    struct buf map = {0};
    put_cmap(&map, e, "Adobe-Identity-UCS", 2, "bfchar", unicode_line);
    unsigned number = object_stream(e->file, "", map.data, map.size);
    buf_free(&map);
    return number;
}

/* Code → CID. Identity-H where they are the same; else an embedded CMap (9.7.5.3), so that one glyph can have several codes. */
static void put_encoding(struct embedding *e, struct buf *body)
{
    if (!e->cff) {
        buf_str(body, "/Encoding/Identity-H");
        return;
    }
    struct buf map = {0};
    put_cmap(&map, e, "Gyokaku-Codes", 1, "cidchar", cid_line);
    unsigned number = object_stream(e->file, "/Type/CMap/CMapName/Gyokaku-Codes/WMode 0" IDENTITY, map.data, map.size);
    buf_free(&map);
    buf_str(body, "/Encoding ");
    object_put_reference(body, number);
}

static unsigned put_font(struct embedding *e, const uint16_t *glyph)
{
    name_subset(e);
    put_program(e);
    put_descriptor(e);
    struct buf body = {0};
    buf_str(&body, "/Type/Font/Subtype/Type0/BaseFont");
    object_put_name(&body, e->name);
    put_encoding(e, &body);
    buf_str(&body, "/DescendantFonts[");
    object_put_reference(&body, put_descendant(e, glyph));
    buf_str(&body, "]/ToUnicode ");
    object_put_reference(&body, put_unicode(e));
    unsigned number = object_dictionary(e->file, buf_text(&body));
    buf_free(&body);
    return number;
}

unsigned embed_font(struct object_file *file, const struct font *font)
{
    struct embedding e = {.file = file, .font = font, .cff = has_table(font->face, HB_TAG('C', 'F', 'F', ' '))};
    uint16_t *glyph = xcalloc(font->count, sizeof *glyph);
    e.cid = xcalloc(font->count, sizeof *e.cid);
    bool fine = make_subset(&e, glyph) && map_cids(&e, glyph);
    unsigned number = fine ? put_font(&e, glyph) : 0;
    hb_face_destroy(e.subset);
    free(e.cid);
    free(glyph);
    return number;
}
