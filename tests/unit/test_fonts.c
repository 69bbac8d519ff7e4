/* Fonts: only what fonts.conf names, in its order, wherever the program runs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>
#include <fontconfig/fontconfig.h>
#include "typeset/fonts.h"

#define GOTHIC "<dir>/usr/share/fonts/truetype/bizud-gothic</dir>"
#define CACHE "<cachedir>/var/cache/fontconfig</cachedir>"
#define NO_CACHE "<cachedir>/proc/nowhere</cachedir>"
enum {
    KATSURA = 0x845B,
    IVS_17 = 0xE0100,
    IVS_19 = 0xE0102,
    IVS_LAST = 0xE01EF,
    GRINNING = 0x1F600,
    PRIVATE_USE = 0xE000
};

/* ---- a folder with a fonts.conf of its own ---- */

static void make_conf(char folder[static 64], const char *dirs, const char *families)
{
    char path[96];
    strcpy(folder, "/tmp/gyokaku-fonts-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/fonts.conf", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<fontconfig>%s\n<selectfont>"
            "<rejectfont><pattern/></rejectfont><acceptfont>%s</acceptfont></selectfont></fontconfig>\n",
            dirs, families);
    assert_int_equal(fclose(file), 0);
}

static void remove_conf(const char *folder)
{
    char path[96];
    snprintf(path, sizeof path, "%s/fonts.conf", folder);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

/* fonts_new must fail, and say `wanted`. */
static void assert_refused(const char *folder, int status, const char *wanted)
{
    struct diag *diag = diag_new();
    assert_null(fonts_new(folder, diag));
    assert_int_equal(diag_status(diag), status);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    diag_print(diag, out, false);
    fclose(out);
    if (!strstr(text, wanted)) fail_msg("「%s」 is not in: %s", wanted, text);
    free(text);
    diag_free(diag);
}

static struct fonts *open_fonts(const char *folder)
{
    struct diag *diag = diag_new();
    struct fonts *fonts = fonts_new(folder, diag);
    if (!fonts) diag_print(diag, stderr, false);
    diag_free(diag);
    assert_non_null(fonts);
    return fonts;
}

/* ---- tests ---- */

static void families_and_faces(void **state)
{
    (void)state;
    struct fonts *fonts = open_fonts("fonts");
    assert_true(fonts_has_family(fonts, "BIZ UDPGothic"));
    assert_true(fonts_has_family(fonts, "IPAmjMincho"));
    assert_false(fonts_has_family(fonts, "DejaVu Sans"));
    assert_int_equal(fonts_count(fonts), 0); /* nothing is opened before it is needed */
    unsigned regular = fonts_face(fonts, "BIZ UDPGothic", false), bold = fonts_face(fonts, "BIZ UDPGothic", true);
    assert_int_not_equal(regular, bold);
    assert_int_equal(fonts_face(fonts, "BIZ UDPGothic", false), regular);
    assert_int_equal(fonts_face(fonts, "DejaVu Sans", false), regular);
    assert_int_equal(fonts_face(fonts, "BIZ UDMincho", true), fonts_face(fonts, "BIZ UDMincho", false));
    assert_int_equal(fonts_count(fonts), 3);
    assert_true(hb_face_get_glyph_count(fonts_hb_face(fonts, regular)) > 10000);
    fonts_free(fonts);
}

static void fallback(void **state)
{
    (void)state;
    struct fonts *fonts = open_fonts("fonts");
    int gothic = (int)fonts_face(fonts, "BIZ UDPGothic", true);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, U'漢', 0), gothic);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, U'髙', 0), gothic);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, U'﨑', 0), gothic);
    assert_int_equal(fonts_count(fonts), 1);
    int mincho = fonts_face_for(fonts, (unsigned)gothic, U'𠮷', 0);
    assert_int_equal(mincho, fonts_face(fonts, "IPAmjMincho", false));
    assert_int_not_equal(mincho, gothic);
    /* UTS #37: 葛 with a selector of Adobe-Japan1, of Moji_Joho, and with one that no font knows */
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, KATSURA, IVS_17), gothic);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, KATSURA, IVS_19), mincho);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, KATSURA, IVS_LAST), gothic);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, GRINNING, 0), -1);
    assert_int_equal(fonts_face_for(fonts, (unsigned)gothic, PRIVATE_USE, 0), -1);
    fonts_free(fonts);
}

static void other_fonts_stay_hidden(void **state)
{
    (void)state;
    char folder[64];
    make_conf(folder, GOTHIC CACHE,
              "<pattern><patelt name=\"family\"><string>BIZ UDPGothic</string></patelt></pattern>");
    struct fonts *fonts = open_fonts(folder);
    assert_false(fonts_has_family(fonts, "BIZ UDGothic")); /* lies in the same folder */
    PangoFontFamily **list = NULL;
    int count = 0;
    pango_context_list_families(fonts_pango(fonts), &list, &count);
    int named = 0;
    for (int i = 0; i < count; i++)
        named += !strcmp(pango_font_family_get_name(list[i]), "BIZ UDPGothic");
    assert_int_equal(named, 1);
    for (int i = 0; i < count; i++) /* pango adds its generic names */
        assert_false(strstr(pango_font_family_get_name(list[i]), "DejaVu") != NULL ||
                     !strcmp(pango_font_family_get_name(list[i]), "BIZ UDGothic"));
    g_free(list);
    fonts_free(fonts);
    remove_conf(folder);
}

static void works_anywhere(void **state)
{
    (void)state;
    char *here = getcwd(NULL, 0), *home = getenv("HOME") ? strdup(getenv("HOME")) : NULL, path[4096];
    snprintf(path, sizeof path, "%s/fonts", here);
    unsetenv("HOME");
    unsetenv("XDG_CACHE_HOME");
    assert_int_equal(chdir("/"), 0);
    struct fonts *fonts = open_fonts(path);
    fonts_free(fonts);
    assert_int_equal(chdir(here), 0);
    if (home) setenv("HOME", home, 1);
    free(home);
    free(here);
}

/* fontconfig says on stderr that it has no cache, scans, and goes on. */
static void works_without_a_cache(void **state)
{
    (void)state;
    char folder[64];
    make_conf(folder, GOTHIC NO_CACHE,
              "<pattern><patelt name=\"family\"><string>BIZ UDGothic</string></patelt></pattern>");
    struct fonts *fonts = open_fonts(folder);
    assert_int_equal(fonts_face_for(fonts, fonts_face(fonts, "BIZ UDGothic", false), U'漢', 0), 0);
    fonts_free(fonts);
    remove_conf(folder);
}

static void faults_are_told(void **state)
{
    (void)state;
    char folder[64];
    assert_refused("/nonexistent", 1, "file-missing");
    make_conf(folder, "", "");
    assert_refused(folder, 1, "fonts-none-named");
    remove_conf(folder);
    make_conf(folder, GOTHIC CACHE,
              "<pattern><patelt name=\"family\"><string>BIZ UDPGothic</string></patelt></pattern>\n"
              "<pattern><patelt name=\"family\"><string>BIZ UDPMincho</string></patelt></pattern>");
    assert_refused(folder, 3, "apt-get install fonts-morisawa-bizud-mincho");
    assert_refused(folder, 3, "fonts.conf:4: "); /* the line of the family */
    remove_conf(folder);
    make_conf(folder, GOTHIC CACHE, "<pattern><patelt name=\"family\"><string>架空書体</string></patelt></pattern>");
    assert_refused(folder, 3, "架空書体");
    remove_conf(folder);
    make_conf(folder, "<dir>", "");
    assert_refused(folder, 1, "fonts.conf");
    remove_conf(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(families_and_faces),      cmocka_unit_test(fallback),
        cmocka_unit_test(other_fonts_stay_hidden), cmocka_unit_test(works_anywhere),
        cmocka_unit_test(works_without_a_cache),   cmocka_unit_test(faults_are_told),
    };
    int failed = cmocka_run_group_tests_name("fonts", tests, NULL, NULL);
    FcFini(); /* pango has read the system's configuration */
    return failed;
}
