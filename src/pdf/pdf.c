/* pdf: the order in which a file is made: structure, pages, fonts, what leads to the pages, the objects of the structure, bytes. */
#include "pdf/pdf.h"
#include <time.h>
#include "document/element.h"
#include "pdf/emit.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/save.h"
#include "pdf/tree.h"

/* One run of pdf_write. */
struct writing {
    struct arena *arena;
    const xmlNode *root;
    const struct pages *pages;
    struct object_file *file;
    struct structure *structure;
    struct font_set *fonts;
    struct links *links;
    struct buf resources; /* entries of the shared resource dictionary, known once the fonts are embedded */
    struct diag *diag;
};

static double now(void)
{
    static const double NANOSECONDS = 1e9;
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / NANOSECONDS;
}

static void write_resources(const void *source, struct buf *body)
{
    const struct buf *entries = source;
    buf_put(body, entries->data, entries->size);
}

/* All pages are there before the first is written: links lead forwards, too. */
static void add_pages(struct writing *w)
{
    leaf_resources(w->file, object_new(w->file, write_resources, &w->resources));
    for (unsigned i = 0; i < w->pages->count; i++)
        leaf_add(w->file, w->pages->page[i].master->width, w->pages->page[i].master->height);
}

static bool emit_pages(struct writing *w)
{
    struct emission emission = {
        .arena = w->arena,
        .pages = w->pages,
        .file = w->file,
        .structure = w->structure,
        .fonts = w->fonts,
        .links = w->links,
        .diag = w->diag,
    };
    bool fine = true;
    for (unsigned i = 0; fine && i < w->pages->count; i++)
        fine = emit_page(&emission, (int)i);
    buf_free(&emission.content);
    return fine;
}

static void add_metadata(struct writing *w, const struct pdf_options *options)
{
    struct metadata metadata = {
        .title = element_attr(w->root, "title"),
        .author = element_attr(w->root, "author"),
        .lang = element_attr(w->root, "lang"),
        .epoch = options->epoch,
    };
    metadata_add(w->file, &metadata);
}

/* libharu's errors are only recorded; they are asked for once, at the end. */
static bool is_sound(struct writing *w)
{
    if (object_bad_number(w->file)) {
        DIAG(w->diag, PDF_COORDINATE, NULL, 0, "—");
        return false;
    }
    if (!object_error(w->file)) return true;
    struct buf code = {0};
    buf_printf(&code, "%04lX", object_error(w->file));
    DIAG(w->diag, PDF_LIBRARY, NULL, 0, buf_text(&code));
    buf_free(&code);
    return false;
}

static bool save(struct writing *w, struct buf *out)
{
    bool fine = save_file(w->file, out);
    if (!is_sound(w)) return false;
    if (!fine) DIAG(w->diag, PDF_TOO_LARGE, NULL, 0, NULL);
    return fine;
}

static bool write_all(struct writing *w, const struct pdf_options *options, struct buf *out,
                      struct pdf_figures *figures)
{
    double begun = now();
    if (!tree_build(w->structure, w->arena, w->root, w->diag)) return false;
    add_pages(w);
    if (!emit_pages(w)) return false;
    double emitted = now();
    if (!font_embed(w->fonts, w->file, &w->resources, w->diag)) return false;
    double embedded = now();
    outline_bookmarks(w->file, w->root, w->pages);
    outline_labels(w->file, w->pages);
    structure_finish(w->structure, w->arena, w->file);
    add_metadata(w, options);
    if (!is_sound(w) || !save(w, out)) return false;
    if (figures)
        *figures = (struct pdf_figures){
            .emit = emitted - begun,
            .subset = embedded - emitted,
            .save = now() - embedded,
            .objects = object_count(w->file),
        };
    return true;
}

bool pdf_write(struct arena *arena, xmlDoc *document, const struct pages *pages, const struct fonts *fonts,
               const struct pdf_options *options, struct buf *out, struct pdf_figures *figures, struct diag *diag)
{
    struct object_file *file = object_file_new(arena);
    if (!file) {
        DIAG(diag, PDF_LIBRARY_VERSION, NULL, 0, NULL);
        return false;
    }
    struct writing w = {
        .arena = arena,
        .root = xmlDocGetRootElement(document),
        .pages = pages,
        .file = file,
        .structure = structure_new((int)pages->count),
        .fonts = font_set_new(fonts),
        .diag = diag,
    };
    w.links = links_new(arena, w.root, pages, file, w.structure, diag);
    bool fine = write_all(&w, options, out, figures);
    links_free(w.links);
    font_set_free(w.fonts);
    structure_free(w.structure);
    object_file_free(file);
    buf_free(&w.resources);
    return fine;
}
