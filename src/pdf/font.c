/* font: codes by glyph and text. The first code of a glyph is found by its number alone, as most glyphs have one text only. */
#include "pdf/font.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "pdf/font_private.h"

enum { LARGEST_CODE = 65535, EM = 1000, WIDTH_HUNDREDTHS = 100 };

struct font_set *font_set_new(const struct fonts *fonts)
{
    struct font_set *set = xcalloc(1, sizeof *set);
    set->fonts = fonts;
    return set;
}

void font_set_free(struct font_set *set)
{
    if (!set) return;
    for (unsigned i = 0; i < set->count; i++) {
        struct font *font = &set->font[i];
        if (!font->face) continue;
        hb_font_destroy(font->font);
        free(font->code);
        free(font->first);
        buf_free(&font->texts);
        if (font->more) g_hash_table_destroy(font->more);
    }
    free(set->font);
    free(set);
}

static double width_of(const struct font *font, uint32_t glyph)
{
    double width = hb_font_get_glyph_h_advance(font->font, glyph) * font->unit;
    return round(width * WIDTH_HUNDREDTHS) / WIDTH_HUNDREDTHS;
}

static unsigned add_code(struct font *font, uint32_t glyph, const char *text, size_t size)
{
    GROW(font->code, font->count, font->capacity);
    font->code[font->count] = (struct font_glyph){
        .id = glyph,
        .text = (uint32_t)font->texts.size,
        .size = (uint32_t)size,
        .width = width_of(font, glyph),
    };
    buf_put(&font->texts, text, size);
    return font->count++;
}

static struct font *font_at(struct font_set *set, unsigned face)
{
    if (face >= set->count) {
        set->font = xrealloc(set->font, face + 1, sizeof *set->font);
        memset(set->font + set->count, 0, (face + 1 - set->count) * sizeof *set->font);
        set->count = face + 1;
    }
    struct font *font = &set->font[face];
    if (font->face) return font;
    font->face = fonts_hb_face(set->fonts, face);
    font->font = hb_font_create(font->face);
    font->unit = (double)EM / hb_face_get_upem(font->face);
    font->glyphs = hb_face_get_glyph_count(font->face);
    font->first = xcalloc(font->glyphs, sizeof *font->first);
    add_code(font, 0, "", 0); /* code 0 is .notdef's and is never written */
    return font;
}

static bool shows(const struct font *font, unsigned code, const char *text, size_t size)
{
    const struct font_glyph *glyph = &font->code[code];
    return glyph->size == size && !memcmp(font->texts.data + glyph->text, text, size);
}

static GBytes *key_of(uint32_t glyph, const char *text, size_t size)
{
    struct buf key = {0};
    buf_put(&key, &glyph, sizeof glyph);
    buf_put(&key, text, size);
    GBytes *bytes = g_bytes_new(key.data, key.size);
    buf_free(&key);
    return bytes;
}

/* A glyph that has another text already. */
static unsigned further_code(struct font *font, uint32_t glyph, const char *text, size_t size)
{
    if (!font->more)
        font->more = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    GBytes *key = key_of(glyph, text, size);
    unsigned code = GPOINTER_TO_UINT(g_hash_table_lookup(font->more, key));
    if (code || font->count > LARGEST_CODE) {
        g_bytes_unref(key);
        return code;
    }
    code = add_code(font, glyph, text, size);
    g_hash_table_insert(font->more, key, GUINT_TO_POINTER(code));
    return code;
}

unsigned font_code(struct font_set *set, unsigned face, uint32_t glyph, const char *text, size_t size)
{
    struct font *font = font_at(set, face);
    if (!glyph || glyph >= font->glyphs) {
        set->glyph_zero = true;
        return 0;
    }
    unsigned code = font->first[glyph];
    if (code && shows(font, code, text, size)) return code;
    if (code)
        code = further_code(font, glyph, text, size);
    else if (font->count <= LARGEST_CODE)
        code = font->first[glyph] = add_code(font, glyph, text, size);
    if (!code) set->full = true;
    return code;
}

double font_width(const struct font_set *set, unsigned face, unsigned code)
{
    return set->font[face].code[code].width;
}

static void tell_failure(const struct font *font, struct diag *diag)
{
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(font->face, HB_OT_NAME_ID_FULL_NAME, HB_LANGUAGE_INVALID, &size, name);
    DIAG(diag, PDF_FONT, NULL, 0, name);
}

bool font_embed(struct font_set *set, struct object_file *file, struct buf *resources, struct diag *diag)
{
    if (set->glyph_zero) DIAG(diag, PDF_GLYPH, NULL, 0, NULL);
    if (set->full) DIAG(diag, PDF_CODES, NULL, 0, NULL);
    bool fine = !set->glyph_zero && !set->full;
    buf_str(resources, "/Font<<");
    for (unsigned i = 0; fine && i < set->count; i++) {
        if (!set->font[i].face) continue;
        unsigned number = embed_font(file, &set->font[i]);
        if (!number) {
            tell_failure(&set->font[i], diag);
            fine = false;
        }
        buf_printf(resources, "/F%u ", i);
        object_put_reference(resources, number);
    }
    buf_str(resources, ">>");
    return fine;
}
