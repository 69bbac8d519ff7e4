/* characters: those that depend on the machine, in plan and actuals: once a character, with how often and where first. */
#include <glib.h>
#include <string.h>
#include "base/utf8.h"
#include "check/places.h"
#include "check/prose.h"
#include "check/rules.h"

static bool within(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* One letter that stands for several: ㈱ № Ⅳ ㍻ ㌔. Circled numbers and ㎡ are read and shown alike everywhere, and pass. */
static bool is_dependent(uint32_t c)
{
    return within(c, 0x3220, 0x3247) || within(c, 0x3280, 0x32B0) || within(c, 0x32C0, 0x32FF) ||
           within(c, 0x3300, 0x3370) || within(c, 0x337B, 0x337F) || within(c, 0x33E0, 0x33FE) ||
           within(c, 0x2160, 0x217F) || c == 0x2116 || c == 0x2121;
}

static bool is_private(uint32_t c)
{
    return within(c, 0xE000, 0xF8FF) || within(c, 0xF0000, 0x10FFFD);
}

static bool is_half_katakana(uint32_t c)
{
    return within(c, 0xFF61, 0xFF9F);
}

struct sightings {
    GHashTable *places; /* character → struct places; GUINT_TO_POINTER */
    GArray *met;        /* in the order in which they were met */
    struct places half;
    char half_text[64]; /* the first run of half-width katakana */
};

static void note(struct sightings *sightings, uint32_t c, const char *file, const struct plan_text *text)
{
    struct places *places = g_hash_table_lookup(sightings->places, GUINT_TO_POINTER(c));
    if (!places) {
        places = g_new0(struct places, 1);
        g_hash_table_insert(sightings->places, GUINT_TO_POINTER(c), places);
        g_array_append_val(sightings->met, c);
    }
    places_add(places, file, text);
}

static const char *end_of_half(const char *p)
{
    while (*p && is_half_katakana(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

static void look_at(struct sightings *sightings, const char *file, const struct plan_text *text)
{
    for (const char *p = text->text; *p;) {
        const char *at = p;
        uint32_t c = utf8_next(&p);
        if (is_half_katakana(c)) {
            p = end_of_half(p);
            size_t length = (size_t)(p - at);
            bool first = !sightings->half.count && length < sizeof sightings->half_text;
            if (first) memcpy(sightings->half_text, at, length);
            places_add(&sightings->half, file, text);
        } else if (c >= 0x2116 && (is_dependent(c) || is_private(c))) {
            note(sightings, c, file, text);
        }
    }
}

static void tell(const struct check *check, struct places *places, uint32_t c)
{
    char letter[5] = {0};
    utf8_put(letter, c);
    char *plain = g_utf8_normalize(letter, -1, G_NORMALIZE_NFKC);
    const char *code = arena_printf(check->scratch, "U+%04X", c), *count = prose_number(check, places->count);
    const char *about = arena_printf(check->scratch, "characters/%s", code);
    const char *names = places_end(places, check->scratch);
    if (is_private(c))
        DIAG_ABOUT(check->diag, CHECK_PRIVATE, about, places->file, places->first->line, code, count, names);
    else
        DIAG_ABOUT(check->diag, CHECK_DEPENDENT, about, places->file, places->first->line, letter, count, names, plain);
    g_free(plain);
}

static void tell_half(const struct check *check, struct sightings *sightings)
{
    struct places *half = &sightings->half;
    if (!half->count) return;
    char *plain = g_utf8_normalize(sightings->half_text, -1, G_NORMALIZE_NFKC);
    const char *names = places_end(half, check->scratch);
    DIAG_ABOUT(check->diag, CHECK_HALF_KATAKANA, "characters/half-width-katakana", half->file, half->first->line,
               sightings->half_text, prose_number(check, half->count), names, plain);
    g_free(plain);
}

void characters_check(const struct check *check)
{
    struct sightings sightings = {.places = g_hash_table_new_full(NULL, NULL, NULL, g_free),
                                  .met = g_array_new(FALSE, FALSE, sizeof(uint32_t))};
    unsigned files;
    const struct places_file *file = prose_files(check, &files);
    for (unsigned i = 0; i < files; i++)
        for (unsigned j = 0; j < file[i].texts; j++)
            look_at(&sightings, file[i].name, &file[i].text[j]);
    for (unsigned i = 0; i < sightings.met->len; i++) {
        uint32_t c = g_array_index(sightings.met, uint32_t, i);
        tell(check, g_hash_table_lookup(sightings.places, GUINT_TO_POINTER(c)), c);
    }
    tell_half(check, &sightings);
    g_array_free(sightings.met, TRUE);
    g_hash_table_destroy(sightings.places);
}
