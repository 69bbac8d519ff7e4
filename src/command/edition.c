/* edition: facts → document → pages → PDF. Pages are written as they are laid out, and not kept. */
#define _DEFAULT_SOURCE
#include "command/edition.h"
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/thread.h"
#include "document/regular.h"
#include "document/template.h"
#include "layout/layout.h"
#include "layout/show.h"
#include "pdf/pdf.h"

struct edition {
    struct arena *boxes;
    xmlDoc *facts, *document;
    struct layout_figures figures;
};

static void edition_free(struct edition *edition)
{
    xmlFreeDoc(edition->document);
    xmlFreeDoc(edition->facts);
    arena_free(edition->boxes);
}

static bool make_document(struct job *job, const char *style_sheet, struct edition *edition)
{
    edition->document = template_apply(job->options->templates, style_sheet, edition->facts, job->diag);
    xmlFreeDoc(edition->facts);
    edition->facts = NULL;
    clock_stage(&job->clock, "様式 ", style_sheet);
    return edition->document != NULL;
}

/* ---- stages that are shown ---- */

static bool shows(const struct options *options, const char *stage)
{
    return options->show && !strcmp(options->show, stage);
}

bool edition_shown(const struct job *job, const char *stage, xmlDoc *doc, bool indented)
{
    xmlChar *text = NULL;
    int size = 0;
    if (!shows(job->options, stage)) return false;
    xmlDocDumpFormatMemoryEnc(doc, &text, &size, "UTF-8", indented);
    fwrite(text, 1, (size_t)size, stdout);
    xmlFree(text);
    return true;
}

static bool shown_as_pages(struct job *job, struct edition *edition)
{
    if (!shows(job->options, "pages")) return false;
    struct pages *pages =
        layout_pages(edition->boxes, edition->document, job->print, job->typesetter, &edition->figures, job->diag);
    if (pages) show_pages(pages, stdout);
    pages_free(pages);
    return true;
}

/* ---- the file ---- */

/* Dates in files come from SOURCE_DATE_EPOCH or from the input, never from the clock. False: told. */
static bool source_date(const struct job *job, struct date date, long long *epoch)
{
    static const long long LAST_SECOND = 253402300799; /* of the year 9999 */
    const char *text = getenv("SOURCE_DATE_EPOCH");
    *epoch = date_epoch(date);
    if (!text || !*text) return true;
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (*end || errno || value < 0 || value > LAST_SECOND) {
        DIAG(job->diag, EPOCH_INVALID, NULL, 0, text);
        return false;
    }
    *epoch = value;
    return true;
}

static bool take_page(void *pdf, unsigned index, const struct page *page)
{
    return pdf_page(pdf, index, page);
}

/* The step that was chosen; what is as designed is not worth a word, but for the size. */
static const char *step_note(const struct fit_step *step, char *room, size_t size)
{
    char leading[48] = "", padding[48] = "";
    if (step->leading < 1) snprintf(leading, sizeof leading, "、行送り%.2f", step->leading);
    if (step->padding < 1) snprintf(padding, sizeof padding, "、余白%.2f", step->padding);
    snprintf(room, size, "文字の大きさ%.2f%s%s", step->size, leading, padding);
    return room;
}

static bool lay_out(struct job *job, struct edition *edition, struct pdf *pdf)
{
    char note[256], step[128];
    const struct layout_looks looks = {job->print, job->typesetter, job->options->threads};
    const struct layout_sink sink = {pdf, take_page};
    struct layout_figures *figures = &edition->figures;
    bool fine = layout_stream(edition->boxes, edition->document, &looks, &sink, figures, job->diag);
    snprintf(note, sizeof note, "（%uページ、%s、1ページに収まったシート%u/%u）", figures->pages,
             step_note(&figures->step, step, sizeof step), figures->fitting, figures->sheets);
    clock_stage(&job->clock, "割付けと描画", note);
    return fine;
}

/* The document is the largest thing in memory: it goes while the file is put together, so that both never stand side by side. */
static void *release(void *data)
{
    struct edition *edition = data;
    xmlFreeDoc(edition->document);
    arena_free(edition->boxes);
    edition->document = NULL;
    edition->boxes = NULL;
    malloc_trim(0);
    return NULL;
}

static bool make_pdf(struct job *job, struct edition *edition, struct date date, struct buf *file)
{
    struct pdf_options options = {0};
    struct pdf_figures figures = {0};
    char note[128];
    if (!source_date(job, date, &options.epoch)) return false;
    struct pdf *pdf = pdf_new(edition->document, job->fonts, job->options->threads, job->diag);
    clock_stage(&job->clock, "構造", "");
    bool made = pdf && lay_out(job, edition, pdf);
    if (made) {
        pdf_close_document(pdf, &options);
        pthread_t releaser;
        bool released = job->options->threads && thread_start(&releaser, release, edition);
        made = pdf_finish(pdf, file, &figures);
        if (released) pthread_join(releaser, NULL);
    }
    if (job_cleans_up(job)) pdf_free(pdf);
    snprintf(note, sizeof note, "（%zuバイト、オブジェクト%u）", file->size, figures.objects);
    clock_stage(&job->clock, "PDF", note);
    return made;
}

static bool make_stages(struct job *job, const char *style_sheet, struct date date, struct edition *edition,
                        struct buf *file)
{
    if (edition_shown(job, "facts", edition->facts, true)) return false;
    if (!make_document(job, style_sheet, edition)) return false;
    if (edition_shown(job, "document", edition->document, false)) return false;
    edition->boxes = arena_new();
    regular_tables(edition->boxes, xmlDocGetRootElement(edition->document));
    if (shown_as_pages(job, edition)) return false;
    return make_pdf(job, edition, date, file);
}

bool edition_make(struct job *job, xmlDoc *facts, const char *style_sheet, struct date date, struct buf *file)
{
    struct edition edition = {.facts = facts};
    clock_stage(&job->clock, "事実", "");
    bool made = make_stages(job, style_sheet, date, &edition, file);
    if (job_cleans_up(job)) edition_free(&edition);
    if (!made) buf_free(file);
    return made;
}
