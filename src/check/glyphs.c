/* glyphs: asks the fonts about every character once. */
#include "check/glyphs.h"
#include <glib.h>
#include <stdio.h>
#include "base/utf8.h"

struct glyphs {
    const char *file;
    struct fonts *fonts;
    unsigned face;
    struct diag *diag;
    GHashTable *known; /* character → is there a glyph? */
    GHashTable *told;  /* characters that were told for the present field */
    const char *field;
    bool complete;
};

static bool is_selector(uint32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* Nothing is drawn for it. */
static bool is_invisible(uint32_t c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return true;
    default:
        return is_selector(c);
    }
}

static bool has_glyph(struct glyphs *glyphs, uint32_t c, uint32_t selector)
{
    gpointer answer = NULL;
    if (!selector && g_hash_table_lookup_extended(glyphs->known, GUINT_TO_POINTER(c), NULL, &answer))
        return GPOINTER_TO_INT(answer);
    bool has = fonts_face_for(glyphs->fonts, glyphs->face, c, selector) >= 0;
    if (!selector) g_hash_table_insert(glyphs->known, GUINT_TO_POINTER(c), GINT_TO_POINTER(has));
    return has;
}

static void tell(struct glyphs *glyphs, const struct plan_text *text, uint32_t c)
{
    glyphs->complete = false;
    if (!g_hash_table_add(glyphs->told, GUINT_TO_POINTER(c))) return;
    char shape[5] = {0}, code[16];
    utf8_put(shape, c);
    snprintf(code, sizeof code, "U+%04X", (unsigned)c);
    DIAG(glyphs->diag, GLYPH_MISSING, glyphs->file, text->line, text->field, shape, code);
}

static void check_text(struct glyphs *glyphs, const struct plan_text *text)
{
    if (!glyphs->field || g_strcmp0(glyphs->field, text->field) != 0) g_hash_table_remove_all(glyphs->told);
    glyphs->field = text->field;
    for (const char *p = text->text; *p;) {
        uint32_t c = utf8_next(&p), selector = 0;
        const char *after = p;
        if (*after && is_selector(utf8_next(&after))) selector = utf8_next(&p);
        if (!is_invisible(c) && !has_glyph(glyphs, c, selector)) tell(glyphs, text, c);
    }
}

bool glyphs_check(const char *file, const struct plan_text *text, unsigned texts, struct fonts *fonts, unsigned face,
                  struct diag *diag)
{
    struct glyphs glyphs = {.file = file, .fonts = fonts, .face = face, .diag = diag, .complete = true};
    glyphs.known = g_hash_table_new(NULL, NULL);
    glyphs.told = g_hash_table_new(NULL, NULL);
    for (unsigned i = 0; i < texts; i++)
        check_text(&glyphs, &text[i]);
    g_hash_table_destroy(glyphs.known);
    g_hash_table_destroy(glyphs.told);
    return glyphs.complete;
}
