/* pdf: the order in which a file is made: structure, pages, fonts, what leads to the pages, the objects of the structure, bytes. */
#include "pdf/pdf.h"
#include <stdlib.h>
#include <time.h>
#include "document/box.h"
#include "document/element.h"
#include "pdf/emit.h"
#include "pdf/leaf.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/save.h"
#include "pdf/tree.h"

struct pdf {
    struct arena *arena; /* of what lives as long as this */
    struct arena *boxes; /* of the document, until it is closed; NULL: they are the caller's */
    xmlDoc *document;
    const xmlNode *root;
    struct object_file *file;
    struct structure *structure;
    struct font_set *fonts;
    struct links *links;
    struct buf resources; /* entries of the shared resource dictionary, known once the fonts are embedded */
    struct pdf_figures figures;
    struct diag *diag;
};

static double now(void)
{
    static const double NANOSECONDS = 1e9;
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / NANOSECONDS;
}

static struct pdf *make(xmlDoc *document, const struct fonts *fonts, unsigned threads, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct object_file *file = object_file_new(arena, threads);
    if (!file) {
        DIAG(diag, PDF_LIBRARY_VERSION, NULL, 0, NULL);
        arena_free(arena);
        return NULL;
    }
    struct pdf *pdf = xcalloc(1, sizeof *pdf);
    pdf->arena = arena;
    pdf->document = document;
    pdf->root = xmlDocGetRootElement(document);
    pdf->file = file;
    pdf->structure = structure_new();
    pdf->fonts = font_set_new(fonts);
    pdf->links = links_new(arena, pdf->root, file, pdf->structure, diag);
    pdf->diag = diag;
    return pdf;
}

/* The structure, with boxes made in `boxes`. On failure the file is gone. */
static struct pdf *with_tree(struct pdf *pdf, struct arena *boxes)
{
    if (!pdf || tree_build(pdf->structure, boxes, pdf->root, pdf->diag)) return pdf;
    pdf_free(pdf);
    return NULL;
}

struct pdf *pdf_new(xmlDoc *document, const struct fonts *fonts, unsigned threads, struct diag *diag)
{
    struct pdf *pdf = make(document, fonts, threads, diag);
    if (!pdf) return NULL;
    pdf->boxes = arena_new();
    return with_tree(pdf, pdf->boxes);
}

static void forget_boxes(struct pdf *pdf)
{
    if (!pdf->boxes) return;
    box_clear((xmlNode *)pdf->document);
    arena_free(pdf->boxes);
    pdf->boxes = NULL;
}

void pdf_free(struct pdf *pdf)
{
    if (!pdf) return;
    forget_boxes(pdf);
    links_free(pdf->links);
    font_set_free(pdf->fonts);
    structure_free(pdf->structure);
    object_file_free(pdf->file);
    buf_free(&pdf->resources);
    arena_free(pdf->arena);
    free(pdf);
}

bool pdf_page(struct pdf *pdf, unsigned index, const struct page *page)
{
    const struct emission emission = {
        .file = pdf->file,
        .structure = pdf->structure,
        .fonts = pdf->fonts,
        .links = pdf->links,
        .diag = pdf->diag,
    };
    double begun = now();
    bool fine = emit_page(&emission, (int)index, page);
    pdf->figures.emit += now() - begun;
    return fine;
}

static void write_resources(const void *source, struct buf *body)
{
    const struct buf *entries = source;
    buf_put(body, entries->data, entries->size);
}

static void add_metadata(struct pdf *pdf, const struct pdf_options *options)
{
    struct metadata metadata = {
        .title = element_attr(pdf->root, "title"),
        .author = element_attr(pdf->root, "author"),
        .lang = element_attr(pdf->root, "lang"),
        .epoch = options->epoch,
        .pages = leaf_count(pdf->file),
    };
    metadata_add(pdf->file, &metadata);
}

/* libharu's errors are only recorded; they are asked for once, at the end. */
static bool is_sound(struct pdf *pdf)
{
    if (object_bad_number(pdf->file)) {
        DIAG(pdf->diag, PDF_COORDINATE, NULL, 0, "—");
        return false;
    }
    if (!object_error(pdf->file)) return true;
    struct buf code = {0};
    buf_printf(&code, "%04lX", object_error(pdf->file));
    DIAG(pdf->diag, PDF_LIBRARY, NULL, 0, buf_text(&code));
    buf_free(&code);
    return false;
}

static bool save(struct pdf *pdf, struct buf *out)
{
    bool fine = save_file(pdf->file, out);
    if (!is_sound(pdf)) return false;
    if (!fine) DIAG(pdf->diag, PDF_TOO_LARGE, NULL, 0, NULL);
    return fine;
}

void pdf_close_document(struct pdf *pdf, const struct pdf_options *options)
{
    double begun = now();
    leaf_finish(pdf->file, object_new(pdf->file, write_resources, &pdf->resources));
    links_finish(pdf->links);
    outline_bookmarks(pdf->file, pdf->root);
    outline_labels(pdf->file);
    add_metadata(pdf, options);
    forget_boxes(pdf);
    pdf->figures.save = now() - begun;
}

bool pdf_finish(struct pdf *pdf, struct buf *out, struct pdf_figures *figures)
{
    double begun = now();
    if (!font_embed(pdf->fonts, pdf->file, &pdf->resources, pdf->diag)) return false;
    double embedded = now();
    /* The structure comes last: it refers to all else, and libharu must have numbered all of its own by then. */
    structure_finish(pdf->structure, pdf->file);
    if (!is_sound(pdf) || !save(pdf, out)) return false;
    pdf->figures.subset = embedded - begun;
    pdf->figures.save += now() - embedded;
    pdf->figures.objects = object_count(pdf->file);
    if (figures) *figures = pdf->figures;
    return true;
}

bool pdf_write(struct arena *arena, xmlDoc *document, const struct pages *pages, const struct fonts *fonts,
               const struct pdf_options *options, struct buf *out, struct pdf_figures *figures, struct diag *diag)
{
    struct pdf *pdf = with_tree(make(document, fonts, 0, diag), arena);
    bool fine = pdf != NULL;
    for (unsigned i = 0; fine && i < pages->count; i++)
        fine = pdf_page(pdf, i, &pages->page[i]);
    if (fine) pdf_close_document(pdf, options);
    fine = fine && pdf_finish(pdf, out, figures);
    pdf_free(pdf);
    return fine;
}
