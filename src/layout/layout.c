/* layout: the whole document: the step of the fit, then each <page> on its own, by several threads, then in the document's order
   what depends on it: labels, running content, page numbers. Sheets whose page numbers are open wait until all pages are known. */
#include "layout/layout.h"
#include <stdlib.h>
#include "base/crew.h"
#include "document/element.h"
#include "layout/crew_layout.h"

enum { SHEETS_AHEAD = 8 };

/* One run. */
struct run_of_pages {
    struct crew_layout crew;
    struct numbering *numbering;
    struct diag *diag;
    const struct layout_sink *sink;
    struct pages *kept; /* takes the sheets over; NULL: they are given back when their pages were handed over */
    unsigned pages;
    unsigned waiting, capacity;
    struct sheet **wait; /* whose page numbers are open */
    bool fine;
};

const struct style *crew_layout_root(struct crew_layout *crew, unsigned worker)
{
    struct layout *layout = &crew->worker[worker];
    return print_style(layout->print, crew->root, NULL, NULL);
}

/* ---- threads ---- */

static void open_workers(struct crew_layout *crew, struct arena *boxes, const struct layout_looks *looks)
{
    crew->worker = xcalloc(crew->threads + 1, sizeof *crew->worker);
    for (unsigned i = 0; i <= crew->threads; i++)
        crew->worker[i] = (struct layout){
            .boxes = i ? arena_new() : boxes,
            .scratch = arena_new(),
            .print = i ? print_twin(looks->print) : looks->print,
            .typesetter = i ? typesetter_twin(looks->typesetter) : looks->typesetter,
        };
}

static void close_workers(struct crew_layout *crew)
{
    for (unsigned i = 0; i <= crew->threads; i++) {
        arena_free(crew->worker[i].scratch);
        if (!i) continue;
        arena_adopt(crew->worker[0].boxes, crew->worker[i].boxes);
        print_free(crew->worker[i].print);
        typesetter_free(crew->worker[i].typesetter);
    }
    free(crew->worker);
}

static void find_elements(struct crew_layout *crew)
{
    for (const xmlNode *n = element_first(crew->root); n; n = element_next(n->next))
        crew->elements++;
    crew->element = xcalloc(crew->elements, sizeof *crew->element);
    unsigned count = 0;
    for (const xmlNode *n = element_first(crew->root); n; n = element_next(n->next))
        crew->element[count++] = n;
}

/* ---- sheets in their order ---- */

static void *make_sheet(void *self, unsigned worker, unsigned index)
{
    struct run_of_pages *run = self;
    return paginate(&run->crew.worker[worker], run->crew.element[index], crew_layout_root(&run->crew, worker));
}

static void drop_sheet(void *self, void *sheet)
{
    (void)self;
    sheet_free(sheet);
}

static void check_overfull(struct run_of_pages *run, const struct page *page)
{
    if (page->overfull) DIAG(run->diag, LAYOUT_OVERFULL, NULL, 0, page->label, element_attr(page->element, "title"));
}

/* Its turn has come: the sheet's pages get their places in the document, labels and running content. */
static void number_sheet(struct run_of_pages *run, struct sheet *sheet)
{
    struct layout *layout = &run->crew.worker[0];
    sheet->first = run->pages;
    for (unsigned i = 0; i < sheet->anchors; i++)
        sheet->anchor[i]->page += (int)sheet->first;
    layout->sheet = sheet;
    for (unsigned i = 0; i < sheet->pages; i++) {
        struct page *page = &sheet->page[i];
        numbering_next(run->numbering, page, sheet->master->roman, sheet->keep);
        running_place(layout, page);
        check_overfull(run, page);
    }
    layout->sheet = NULL;
    run->pages += sheet->pages;
    run->crew.figures->forced += sheet->forced;
}

/* Hands the sheet's pages over; false when the sink wants no more. */
static bool hand_over(struct run_of_pages *run, struct sheet *sheet)
{
    diag_merge(run->diag, sheet->diag);
    run->fine &= diag_count(sheet->diag, SEVERITY_ERROR) == 0;
    for (unsigned i = 0; run->fine && i < sheet->pages; i++)
        run->fine = run->sink->page(run->sink->self, sheet->first + i, &sheet->page[i]);
    return run->fine;
}

static void let_go(struct run_of_pages *run, struct sheet *sheet)
{
    struct pages *kept = run->kept;
    if (!kept) {
        sheet_free(sheet);
        return;
    }
    GROW(kept->sheet, kept->sheets, kept->sheet_capacity);
    kept->sheet[kept->sheets++] = sheet;
}

static bool take_sheet(void *self, unsigned index, void *result)
{
    struct run_of_pages *run = self;
    struct sheet *sheet = result;
    (void)index;
    number_sheet(run, sheet);
    if (sheet->numbers) {
        GROW(run->wait, run->waiting, run->capacity);
        run->wait[run->waiting++] = sheet;
        return true;
    }
    hand_over(run, sheet);
    let_go(run, sheet);
    return true;
}

static void finish_waiting(struct run_of_pages *run)
{
    struct layout *layout = &run->crew.worker[0];
    for (unsigned i = 0; i < run->waiting; i++) {
        struct sheet *sheet = layout->sheet = run->wait[i];
        numbering_fill(run->numbering, layout);
        layout->sheet = NULL;
        hand_over(run, sheet);
        let_go(run, sheet);
    }
    free(run->wait);
}

static void lay_out(struct run_of_pages *run, struct arena *boxes, const struct layout_looks *looks)
{
    open_workers(&run->crew, boxes, looks);
    find_elements(&run->crew);
    run->numbering = numbering_new(run->crew.root);
    fit_choose(&run->crew);
    crew_run(run->crew.threads, &(struct crew_work){
                                    .self = run,
                                    .count = run->crew.elements,
                                    .ahead = SHEETS_AHEAD,
                                    .job = make_sheet,
                                    .take = take_sheet,
                                    .drop = drop_sheet,
                                });
    finish_waiting(run);
    numbering_free(run->numbering);
    close_workers(&run->crew);
    free(run->crew.element);
}

/* Threads that have next to nothing to do cost more than they give. */
static unsigned threads_for(const xmlNode *root, unsigned threads)
{
    enum { ELEMENTS_A_THREAD = 4 };
    unsigned elements = 0;
    for (const xmlNode *n = element_first(root); n; n = element_next(n->next))
        elements++;
    return elements / ELEMENTS_A_THREAD < threads ? elements / ELEMENTS_A_THREAD : threads;
}

static bool run_layout(struct arena *boxes, xmlDoc *document, const struct layout_looks *looks,
                       const struct layout_sink *sink, struct pages *kept, struct layout_figures *figures,
                       struct diag *diag)
{
    struct layout_figures unused;
    const xmlNode *root = xmlDocGetRootElement(document);
    struct run_of_pages run = {
        .crew = {.root = root, .threads = threads_for(root, looks->threads), .figures = figures ? figures : &unused},
        .diag = diag,
        .sink = sink,
        .kept = kept,
        .fine = true,
    };
    unsigned before = diag_count(diag, SEVERITY_ERROR);
    *run.crew.figures = (struct layout_figures){.step = FIT_AS_DESIGNED};
    lay_out(&run, boxes, looks);
    run.crew.figures->pages = run.pages;
    return run.fine && diag_count(diag, SEVERITY_ERROR) == before;
}

bool layout_stream(struct arena *arena, xmlDoc *document, const struct layout_looks *looks,
                   const struct layout_sink *sink, struct layout_figures *figures, struct diag *diag)
{
    return run_layout(arena, document, looks, sink, NULL, figures, diag);
}

/* ---- all pages at once ---- */

static bool collect(void *self, unsigned index, const struct page *page)
{
    struct pages *pages = self;
    while (index >= pages->capacity) {
        enum { FIRST = 64 };
        pages->capacity = pages->capacity ? pages->capacity * 2 : FIRST;
        pages->page = xrealloc(pages->page, pages->capacity, sizeof *pages->page);
    }
    pages->page[index] = *page;
    if (index >= pages->count) pages->count = index + 1;
    return true;
}

struct pages *layout_pages(struct arena *arena, xmlDoc *document, struct print *print, struct typesetter *typesetter,
                           struct layout_figures *figures, struct diag *diag)
{
    struct pages *pages = xcalloc(1, sizeof *pages);
    const struct layout_looks looks = {print, typesetter, 0};
    const struct layout_sink sink = {pages, collect};
    if (run_layout(arena, document, &looks, &sink, pages, figures, diag)) return pages;
    pages_free(pages);
    return NULL;
}

void pages_free(struct pages *pages)
{
    if (!pages) return;
    for (unsigned i = 0; i < pages->sheets; i++)
        sheet_free(pages->sheet[i]);
    free(pages->sheet);
    free(pages->page);
    free(pages);
}
