/* render: for development: writes the site of a document (as --show document prints it) to a folder:
   render DOCUMENT.xml FOLDER [TEMPLATES]. Runs in the project's folder. style.css is the theme's and TEMPLATES/site.css together. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include "base/xml.h"
#include "document/element.h"
#include "document/rules.h"
#include "site/css.h"
#include "site/html.h"

enum { LIMIT = 1 << 28 };

static void write_file(const char *folder, const char *name, struct buf *content)
{
    char *path = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(path);
    g_mkdir_with_parents(parent, 0777);
    if (!g_file_set_contents(path, buf_text(content), (gssize)content->size, NULL)) fprintf(stderr, "%s\n", path);
    g_free(parent);
    g_free(path);
    buf_free(content);
}

static bool add_file(struct buf *out, const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL), *text = NULL;
    gsize size = 0;
    bool found = g_file_get_contents(path, &text, &size, NULL);
    if (found) buf_put(out, text, size);
    g_free(text);
    g_free(path);
    return found;
}

static void render(xmlDoc *document, struct print *print, struct fonts *fonts, const char *folder,
                   const char *templates, struct diag *diag)
{
    struct buf file = {0};
    struct typesetter *typesetter = typesetter_new(fonts);
    struct html_options options = {.css = "style.css"};
    if (add_file(&file, templates, "site.js")) options.script = "site.js";
    if (options.script) write_file(folder, "site.js", &file);
    css_theme(print_theme(print), false, &file);
    add_file(&file, templates, "site.css");
    write_file(folder, "style.css", &file);
    struct html_site *site = html_site_new(document, print, typesetter, diag);
    gint64 start = g_get_monotonic_time(), spent = 0;
    unsigned pages = 0;
    for (const xmlNode *page = element_first(xmlDocGetRootElement(document)); page; page = element_next(page->next)) {
        start = g_get_monotonic_time();
        html_page(site, page, &options, &file);
        spent += g_get_monotonic_time() - start;
        write_file(folder, element_attr(page, "path"), &file);
        pages++;
    }
    printf("%u pages, %.1f ms\n", pages, (double)spent / 1000);
    html_site_free(site);
    typesetter_free(typesetter);
}

int main(int argc, char **argv)
{
    if (argc < 3) return 2;
    const char *templates = argc > 3 ? argv[3] : "templates";
    struct diag *diag = diag_new();
    struct fonts *fonts = fonts_new("fonts", diag);
    struct print *print = fonts ? print_read(templates, fonts, diag) : NULL;
    xmlDoc *document = print ? xml_read(argv[1], LIMIT, diag) : NULL;
    gint64 start = g_get_monotonic_time();
    if (document && rules_check(document, argv[1], diag)) {
        printf("rules %.1f ms\n", (double)(g_get_monotonic_time() - start) / 1000);
        render(document, print, fonts, argv[2], templates, diag);
    }
    diag_print(diag, stderr, false);
    int status = diag_status(diag);
    xmlFreeDoc(document);
    print_free(print);
    fonts_free(fonts);
    diag_free(diag);
    return status;
}
