/* fonts: the families that fonts.conf names, in its order, as HarfBuzz faces that are opened on first use; and
   which of them has a character. Knows nothing of text or lines. */
#include "typeset/fonts.h"
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <libxml/xpath.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/xml.h"

enum weight { REGULAR, BOLD, WEIGHTS };
enum { UNOPENED = -1, CONF_LIMIT = 1 << 20, POINTS_PER_INCH = 72, FIRST_INSTANCE = 0x10000 };

struct file {
    const char *path; /* NULL: the family has no such weight */
    unsigned index;   /* within a collection */
    atomic_int face;  /* or UNOPENED */
};
struct family {
    const char *name;
    long line; /* in fonts.conf */
    struct file file[WEIGHTS];
};
struct face {
    unsigned family;
    enum weight weight;
    hb_face_t *face;
    hb_font_t *font;
    _Atomic(hb_set_t *) characters; /* of the cmap; NULL until asked */
};
struct pango_side {
    PangoFontMap *map;
    PangoContext *context;
};
struct fonts {
    struct arena *arena; /* names and paths */
    FcConfig *config;
    struct family *family;
    unsigned families;
    struct face *face; /* room for all there can be, so that none ever moves */
    atomic_uint faces;
    pthread_mutex_t lock; /* of opening a face and reading its characters: once each, whichever thread comes first */
    struct pango_side *pango; /* made on first use: most documents never need it */
};

/* ---- fonts.conf ---- */

static xmlXPathObject *named_families(xmlDoc *conf)
{
    static const char PATH[] = "/fontconfig/selectfont/acceptfont/pattern/patelt[@name='family']/string";
    xmlXPathContext *context = xmlXPathNewContext(conf);
    xmlXPathObject *found = context ? xmlXPathEvalExpression((const xmlChar *)PATH, context) : NULL;
    xmlXPathFreeContext(context);
    return found;
}

/* The accepted families in their order, which is the order of fallback; fontconfig itself would lose it. */
static bool read_families(struct fonts *fonts, const char *path, struct diag *diag)
{
    xmlDoc *conf = xml_read(path, CONF_LIMIT, diag);
    if (!conf) return false;
    xmlXPathObject *found = named_families(conf);
    int count = found && found->nodesetval ? found->nodesetval->nodeNr : 0;
    fonts->family = arena_array(fonts->arena, (size_t)count, sizeof *fonts->family);
    for (int i = 0; i < count; i++) {
        xmlNode *node = found->nodesetval->nodeTab[i];
        xmlChar *name = xmlNodeGetContent(node);
        fonts->family[fonts->families++] = (struct family){
            .name = arena_strdup(fonts->arena, name ? (const char *)name : ""),
            .line = xmlGetLineNo(node),
            .file = {{.face = UNOPENED}, {.face = UNOPENED}},
        };
        xmlFree(name);
    }
    xmlXPathFreeObject(found);
    xmlFreeDoc(conf);
    fonts->face = xcalloc((size_t)count * WEIGHTS, sizeof *fonts->face);
    if (!count) DIAG(diag, FONTS_NONE_NAMED, path, 0, NULL);
    return count > 0;
}

/* fontconfig looks a relative name up in its own folders, so the path must be absolute; and it must be a path, not
   the text, for <dir prefix="relative">. */
static bool load_config(struct fonts *fonts, const char *path, struct diag *diag)
{
    char *absolute = g_canonicalize_filename(path, NULL);
    fonts->config = FcConfigCreate();
    bool loaded = fonts->config && FcConfigParseAndLoad(fonts->config, (const FcChar8 *)absolute, FcTrue) &&
                  FcConfigBuildFonts(fonts->config);
    g_free(absolute);
    if (!loaded) DIAG(diag, FONTS_CONF_REFUSED, path, 0, NULL);
    return loaded;
}

/* ---- from families to files ---- */

static bool is_of_family(FcPattern *pattern, const char *family)
{
    FcChar8 *name = NULL;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (!FcStrCmpIgnoreCase(name, (const FcChar8 *)family)) return true;
    return false;
}

static int property(FcPattern *pattern, const char *name, int otherwise)
{
    int value = otherwise;
    return FcPatternGetInteger(pattern, name, 0, &value) == FcResultMatch ? value : otherwise;
}

/* How far a font is from what is wanted; < 0: not usable. Slant and width count before weight. */
static int distance(FcPattern *pattern, enum weight weight)
{
    static const int WANTED[WEIGHTS] = {[REGULAR] = FC_WEIGHT_REGULAR, [BOLD] = FC_WEIGHT_BOLD};
    enum { FAR = 1000 };
    FcBool variable = FcFalse;
    FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
    int index = property(pattern, FC_INDEX, 0), has = property(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
    if (variable || index >= FIRST_INSTANCE) return -1; /* an instance of a variable font cannot be embedded as it is */
    if (weight == BOLD && has < FC_WEIGHT_DEMIBOLD) return -1;
    return abs(has - WANTED[weight]) + FAR * abs(property(pattern, FC_SLANT, FC_SLANT_ROMAN) - FC_SLANT_ROMAN) +
           FAR * abs(property(pattern, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL);
}

/* Among equals the path decides, so that the order in which folders are read does not. */
static void find_file(struct fonts *fonts, struct family *family, enum weight weight)
{
    FcFontSet *all = FcConfigGetFonts(fonts->config, FcSetSystem);
    struct file *file = &family->file[weight];
    int nearest = -1;
    for (int i = 0; all && i < all->nfont; i++) {
        FcPattern *pattern = all->fonts[i];
        FcChar8 *path = NULL;
        if (!is_of_family(pattern, family->name)) continue;
        int far = distance(pattern, weight);
        if (far < 0 || FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) continue;
        bool nearer = !file->path || far < nearest || (far == nearest && strcmp((const char *)path, file->path) < 0);
        if (!nearer || access((const char *)path, R_OK)) continue;
        nearest = far;
        file->path = arena_strdup(fonts->arena, (const char *)path);
        file->index = (unsigned)property(pattern, FC_INDEX, 0);
    }
}

/* The Debian package of a family, or NULL. */
static const char *package_of(const char *family)
{
    static const struct {
        const char *family, *package;
    } PACKAGES[] = {
        {"BIZ UDPGothic",     "fonts-morisawa-bizud-gothic"},
        {"BIZ UDGothic",      "fonts-morisawa-bizud-gothic"},
        {"BIZ UDPMincho",     "fonts-morisawa-bizud-mincho"},
        {"BIZ UDMincho",      "fonts-morisawa-bizud-mincho"},
        {"IPAmjMincho",       "fonts-ipamj-mincho"         },
        {"IPAexGothic",       "fonts-ipaexfont-gothic"     },
        {"IPAexMincho",       "fonts-ipaexfont-mincho"     },
        {"Noto Sans CJK JP",  "fonts-noto-cjk"             },
        {"Noto Serif CJK JP", "fonts-noto-cjk"             },
    };
    for (size_t i = 0; i < sizeof PACKAGES / sizeof *PACKAGES; i++)
        if (!strcmp(PACKAGES[i].family, family)) return PACKAGES[i].package;
    return NULL;
}

/* Every family named must be there: the pages of a machine that lacks one would differ from those of the others. */
static bool find_files(struct fonts *fonts, const char *path, struct diag *diag)
{
    bool complete = true;
    for (unsigned i = 0; i < fonts->families; i++) {
        struct family *family = &fonts->family[i];
        for (enum weight weight = REGULAR; weight < WEIGHTS; weight++)
            find_file(fonts, family, weight);
        if (family->file[REGULAR].path) continue;
        complete = false;
        const char *package = package_of(family->name);
        if (package)
            DIAG(diag, FONT_NOT_INSTALLED, path, family->line, family->name, package);
        else
            DIAG(diag, FONT_NOT_FOUND, path, family->line, family->name);
    }
    return complete;
}

struct fonts *fonts_new(const char *folder, struct diag *diag)
{
    struct fonts *fonts = xcalloc(1, sizeof *fonts);
    pthread_mutex_init(&fonts->lock, NULL);
    fonts->arena = arena_new();
    fonts->pango = xcalloc(1, sizeof *fonts->pango);
    const char *path = arena_printf(fonts->arena, "%s/fonts.conf", folder);
    if (read_families(fonts, path, diag) && load_config(fonts, path, diag) && find_files(fonts, path, diag))
        return fonts;
    fonts_free(fonts);
    return NULL;
}

/* pango keeps the configuration for ever unless it is taken away first. */
static void pango_side_free(struct pango_side *pango)
{
    if (pango->context) {
        g_object_unref(pango->context);
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango->map), NULL);
        g_object_unref(pango->map);
    }
    free(pango);
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts) return;
    for (unsigned i = 0; i < fonts->faces; i++) {
        hb_set_destroy(fonts->face[i].characters);
        hb_font_destroy(fonts->face[i].font);
        hb_face_destroy(fonts->face[i].face);
    }
    pango_side_free(fonts->pango);
    if (fonts->config) FcConfigDestroy(fonts->config);
    free(fonts->face);
    pthread_mutex_destroy(&fonts->lock);
    arena_free(fonts->arena);
    free(fonts);
}

/* ---- faces ---- */

bool fonts_has_family(struct fonts *fonts, const char *family)
{
    for (unsigned i = 0; i < fonts->families; i++)
        if (!strcmp(fonts->family[i].name, family)) return true;
    return false;
}

static int open_face(struct fonts *fonts, unsigned family, enum weight weight)
{
    const struct file *file = &fonts->family[family].file[weight];
    hb_blob_t *blob = hb_blob_create_from_file(file->path); /* mapped, not read */
    struct face *face = &fonts->face[fonts->faces];
    *face = (struct face){.family = family, .weight = weight, .face = hb_face_create(blob, file->index)};
    face->font = hb_font_create(face->face);
    hb_face_make_immutable(face->face);
    hb_font_make_immutable(face->font);
    hb_blob_destroy(blob);
    return (int)fonts->faces++;
}

/* A family without bold has its regular face for both. */
static unsigned face_of(struct fonts *fonts, unsigned family, enum weight weight)
{
    struct file *file = fonts->family[family].file;
    if (!file[weight].path) weight = REGULAR;
    if (file[weight].face == UNOPENED) {
        pthread_mutex_lock(&fonts->lock);
        if (file[weight].face == UNOPENED) file[weight].face = open_face(fonts, family, weight);
        pthread_mutex_unlock(&fonts->lock);
    }
    return (unsigned)file[weight].face;
}

unsigned fonts_face(struct fonts *fonts, const char *family, bool bold)
{
    unsigned i = 0;
    while (i < fonts->families && strcmp(fonts->family[i].name, family) != 0)
        i++;
    return face_of(fonts, i < fonts->families ? i : 0, bold ? BOLD : REGULAR);
}

static hb_set_t *characters_of(hb_face_t *face)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(face, characters);
    return characters;
}

static bool has_character(struct fonts *fonts, unsigned index, uint32_t c)
{
    struct face *face = &fonts->face[index];
    if (!face->characters) {
        pthread_mutex_lock(&fonts->lock);
        if (!face->characters) face->characters = characters_of(face->face);
        pthread_mutex_unlock(&fonts->lock);
    }
    return hb_set_has(face->characters, c);
}

static bool has_sequence(struct fonts *fonts, unsigned index, uint32_t c, uint32_t selector)
{
    hb_codepoint_t glyph;
    return hb_font_get_variation_glyph(fonts->face[index].font, c, selector, &glyph);
}

static bool has(struct fonts *fonts, unsigned face, uint32_t c, uint32_t selector)
{
    return selector ? has_sequence(fonts, face, c, selector) : has_character(fonts, face, c);
}

int fonts_face_for(struct fonts *fonts, unsigned face, uint32_t c, uint32_t selector)
{
    if (has(fonts, face, c, selector)) return (int)face;
    enum weight weight = fonts->face[face].weight;
    for (unsigned family = 0; family < fonts->families; family++) {
        unsigned other = face_of(fonts, family, weight);
        if (has(fonts, other, c, selector)) return (int)other;
    }
    return selector ? fonts_face_for(fonts, face, c, 0)
                    : -1; /* UTS #37: an unknown sequence shows its base character */
}

hb_face_t *fonts_hb_face(const struct fonts *fonts, unsigned face)
{
    return fonts->face[face].face;
}

hb_font_t *fonts_hb_font(const struct fonts *fonts, unsigned face)
{
    return fonts->face[face].font;
}

unsigned fonts_count(const struct fonts *fonts)
{
    return fonts->faces;
}

/* ---- pango ---- */

/* Outlines as they are: no hinting, no rounding to pixels, nothing taken from the desktop's settings. */
static PangoContext *new_context(PangoFontMap *map)
{
    PangoContext *context = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("ja"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    return context;
}

PangoContext *fonts_pango(const struct fonts *fonts)
{
    struct pango_side *pango = fonts->pango;
    if (pango->context) return pango->context;
    pango->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango->map), fonts->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(pango->map), POINTS_PER_INCH);
    pango->context = new_context(pango->map);
    return pango->context;
}
