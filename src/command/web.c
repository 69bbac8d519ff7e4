/* web: inputs → facts → one document → pages, by several threads → a folder of which only what changed is written. */
#include "command/web.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/crew.h"
#include "base/folder.h"
#include "command/edition.h"
#include "command/inputs.h"
#include "command/ledger.h"
#include "command/open_data.h"
#include "command/since.h"
#include "data/data.h"
#include "document/element.h"
#include "document/facts_site.h"
#include "document/template.h"
#include "site/css.h"
#include "site/dataset.h"
#include "site/feed.h"
#include "site/html.h"
#include "site/scope.h"

enum { LARGEST_PDF = 1 << 30, LARGEST_TEXT = 1 << 24, PAGES_AHEAD = 64, MOST_DOWNLOADS = 64 };
static const char CSS[] = "site.css", SCRIPT[] = "site.js", FEED[] = "feed.xml", MAP[] = "sitemap.xml";
static const char SCOPE[] = "gyokaku";

/* A file that the pages offer, with what it holds. */
struct offer {
    char name[48];
    struct buf content;
};
struct web {
    struct arena *arena;
    struct folder *folder;
    struct digest inputs;
    const char *record; /* the name of its record */
    bool ready;         /* to be written */
    bool current;       /* as it was made last time */
    unsigned offers;
    struct offer offer[MOST_DOWNLOADS];
    struct site_download download[MOST_DOWNLOADS];
};

void web_free(struct web *web)
{
    if (!web) return;
    for (unsigned i = 0; i < web->offers; i++)
        buf_free(&web->offer[i].content);
    folder_free(web->folder);
    arena_free(web->arena);
    free(web);
}

/* ---- downloads ---- */

/* As the file itself says, in its metadata (XMP, NPages): only files that we made do. */
static unsigned pages_of(const struct buf *pdf)
{
    static const char TAG[] = "<xmpTPg:NPages>";
    const char *p = pdf->data, *end = p + pdf->size;
    while (p && p + sizeof TAG <= end) {
        p = memchr(p, '<', (size_t)(end - p) - sizeof TAG + 1);
        if (!p || !memcmp(p, TAG, sizeof TAG - 1)) break;
        p++;
    }
    return p && p + sizeof TAG <= end ? (unsigned)strtoul(p + sizeof TAG - 1, NULL, 10) : 0;
}

/* A PDF that this run makes, or that an earlier one left. */
static void offer(struct job *job, struct web *web, const char *name, const char *what, int year)
{
    struct offer *offer = &web->offer[web->offers];
    const struct buf *made = outputs_find(job->outputs, name);
    if (web->offers == MOST_DOWNLOADS) return;
    if (made) {
        buf_put(&offer->content, made->data, made->size);
    } else {
        const char *path = arena_printf(web->arena, "%s/%s", job->options->output, name);
        if (access(path, R_OK) != 0 || !file_read(path, LARGEST_PDF, &offer->content, job->diag)) return;
    }
    snprintf(offer->name, sizeof offer->name, "%s", name);
    web->download[web->offers++] = (struct site_download){
        .what = what,
        .year = year,
        .path = offer->name,
        .kind = "PDF",
        .bytes = offer->content.size,
        .pages = pages_of(&offer->content),
    };
}

static void offer_all(struct job *job, struct web *web)
{
    enum { FIRST_YEAR = 1980, LAST_YEAR = 2200 };
    char name[32];
    for (int year = LAST_YEAR; year >= FIRST_YEAR; year--) {
        if (job->options->year && year > job->options->year) continue;
        snprintf(name, sizeof name, "report-%d.pdf", year);
        offer(job, web, name, "report", year);
    }
    offer(job, web, "plan.pdf", "plan", 0);
    offer(job, web, "briefing.pdf", "briefing", 0);
    offer(job, web, "matrix.pdf", "matrix", 0);
}

/* ---- is there anything to do? ---- */

static struct digest digest_inputs(const struct job *job, const struct web *web)
{
    const struct options *options = job->options;
    struct digester *digester = digester_new();
    inputs_program(digester);
    inputs_word(digester, options->base_url ? options->base_url : "");
    digester_put(digester, &options->year, sizeof options->year);
    inputs_add(digester, options->input);
    inputs_add(digester, options->templates);
    inputs_add(digester, options->fonts);
    for (unsigned i = 0; i < web->offers; i++) {
        inputs_word(digester, web->offer[i].name);
        digester_put(digester, web->offer[i].content.data, web->offer[i].content.size);
    }
    return digester_end(digester);
}

/* ---- pages ---- */

/* Making them: each thread has its own twin of the site. */
struct making {
    struct job *job;
    struct web *web;
    struct html_options options;
    const xmlNode **page;
    unsigned pages, threads;
    struct html_site **site;
    struct typesetter **typesetter;
    const char *json_ld; /* of the page about the data */
};

static void *make_page(void *self, unsigned worker, unsigned index)
{
    struct making *m = self;
    struct html_options options = m->options;
    const xmlNode *page = m->page[index];
    struct buf *html = xcalloc(1, sizeof *html);
    if (!element_has_class(page, "list")) options.script = NULL;
    if (element_has_class(page, "data")) options.json_ld = m->json_ld;
    html_page(m->site[worker], page, &options, html);
    return html;
}

static bool take_page(void *self, unsigned index, void *result)
{
    struct making *m = self;
    struct buf *html = result;
    folder_add(m->web->folder, element_attr(m->page[index], "path"), html);
    free(html);
    return true;
}

static void find_pages(struct making *m, const xmlNode *root)
{
    for (const xmlNode *n = element_first(root); n; n = element_next(n->next))
        m->pages++;
    m->page = arena_array(m->web->arena, m->pages, sizeof *m->page);
    unsigned i = 0;
    for (const xmlNode *n = element_first(root); n; n = element_next(n->next))
        m->page[i++] = n;
}

static void write_pages(struct making *m, xmlDoc *document)
{
    find_pages(m, xmlDocGetRootElement(document));
    m->site = arena_array(m->web->arena, m->threads + 1, sizeof *m->site);
    m->typesetter = arena_array(m->web->arena, m->threads + 1, sizeof *m->typesetter);
    m->site[0] = html_site_new(document, m->job->print, m->job->typesetter, m->job->diag);
    for (unsigned i = 1; i <= m->threads; i++) {
        m->typesetter[i] = typesetter_twin(m->job->typesetter);
        m->site[i] = html_site_twin(m->site[0], m->typesetter[i]);
    }
    crew_run(m->threads, &(struct crew_work){m, m->pages, PAGES_AHEAD, make_page, take_page, NULL});
    for (unsigned i = m->threads + 1; i-- > 0;) {
        html_site_free(m->site[i]);
        if (i) typesetter_free(m->typesetter[i]);
    }
}

/* ---- the files beside the pages ---- */

static bool read_template(struct job *job, struct web *web, const char *name, struct buf *out)
{
    return file_read(arena_printf(web->arena, "%s/%s", job->options->templates, name), LARGEST_TEXT, out, job->diag);
}

static bool add_looks(struct job *job, struct web *web)
{
    struct buf css = {0}, own = {0}, script = {0};
    bool fragment = job->options->fragment;
    css_theme(print_theme(job->print), fragment, &css);
    bool fine = read_template(job, web, CSS, &own) && read_template(job, web, SCRIPT, &script);
    if (fine && fragment)
        scope_css(own.data, own.size, SCOPE, &css);
    else if (fine)
        buf_put(&css, own.data, own.size);
    if (fine) folder_add(web->folder, CSS, &css);
    if (fine && !fragment) folder_add(web->folder, SCRIPT, &script);
    buf_free(&css);
    buf_free(&own);
    buf_free(&script);
    return fine;
}

static bool add_feed(struct job *job, struct web *web, xmlDoc *facts, const char *owner, const char *base)
{
    struct buf text = {0};
    xmlDoc *feed = template_transform(job->options->templates, "feed.xsl", facts, job->diag);
    if (!feed) return false;
    feed_put(feed, owner, base, &text);
    xmlFreeDoc(feed);
    folder_add(web->folder, FEED, &text);
    return true;
}

static void add_map(struct web *web, const xmlDoc *document, const char *base)
{
    struct buf text = {0};
    if (!base) return;
    feed_put_map(document, base, &text);
    folder_add(web->folder, MAP, &text);
}

/* ---- open data ---- */

static void offer_data(void *self, const char *name, struct buf *content)
{
    static const struct {
        const char *name, *what, *kind;
    } KNOWN[] = {
        {"data/indicators.csv",   "indicators",  "CSV" },
        {"data/initiatives.csv",  "initiatives", "CSV" },
        {"data/tallies.csv",      "tallies",     "CSV" },
        {"data/effects.csv",      "effects",     "CSV" },
        {"data/opinions.csv",     "opinions",    "CSV" },
        {"data/columns.csv",      "columns",     "CSV" },
        {"data/data.json",        "json",        "JSON"},
        {"data/data.schema.json", "schema",      "JSON"},
    };
    struct web *web = self;
    struct offer *offer = &web->offer[web->offers];
    size_t known = 0;
    while (known < sizeof KNOWN / sizeof *KNOWN && strcmp(KNOWN[known].name, name) != 0)
        known++;
    if (known == sizeof KNOWN / sizeof *KNOWN || web->offers == MOST_DOWNLOADS) return;
    offer->content = *content;
    *content = (struct buf){0};
    snprintf(offer->name, sizeof offer->name, "%s", name);
    web->download[web->offers++] = (struct site_download){
        .what = KNOWN[known].what,
        .path = offer->name,
        .kind = KNOWN[known].kind,
        .bytes = offer->content.size,
    };
}

/* The columns of the data that is offered. */
static void list_columns(const struct job *job, struct web *web, struct site_options *options)
{
    struct data_file *files = arena_array(web->arena, web->offers, sizeof *files);
    const struct data_column *column;
    for (unsigned i = 0; i < web->offers; i++) {
        const char *slash = strchr(web->offer[i].name, '/');
        files[i].name = slash ? slash + 1 : web->offer[i].name;
    }
    options->columns = data_columns(job->plan, job->history, files, web->offers, web->arena, &column);
    struct site_column *list = arena_array(web->arena, options->columns, sizeof *list);
    for (unsigned i = 0; i < options->columns; i++)
        list[i] = (struct site_column){column[i].file, column[i].name, column[i].meaning};
    options->column = list;
}

static void add_downloads(struct web *web)
{
    for (unsigned i = 0; i < web->offers; i++)
        folder_add(web->folder, web->offer[i].name, &web->offer[i].content);
}

/* ---- the whole ---- */

static const char *json_ld(struct web *web, const xmlDoc *facts, const xmlDoc *document, const char *base)
{
    struct buf text = {0};
    const xmlNode *page = element_first(xmlDocGetRootElement(document));
    while (page && !element_has_class(page, "data"))
        page = element_next(page->next);
    if (!page) return NULL;
    dataset_put(facts, page, base, &text);
    const char *kept = arena_strndup(web->arena, text.data, text.size);
    buf_free(&text);
    return kept;
}

/* With one / at its end. */
static const char *base_of(struct web *web, const char *url)
{
    if (!url) return NULL;
    size_t length = strlen(url);
    return length && url[length - 1] == '/' ? url : arena_printf(web->arena, "%s/", url);
}

static bool make_files(struct job *job, struct web *web, xmlDoc *facts, xmlDoc *document, const char *owner,
                       const char *feed_title)
{
    const char *base = base_of(web, job->options->base_url);
    bool fragment = job->options->fragment;
    struct making making = {
        .job = job,
        .web = web,
        .threads = job->options->threads,
        .options = {.fragment = fragment, .css = CSS, .script = SCRIPT, .feed = FEED, .feed_title = feed_title},
        .json_ld = fragment ? NULL : json_ld(web, facts, document, base),
    };
    write_pages(&making, document);
    clock_stage(&job->clock, "HTML", "");
    if (!add_looks(job, web)) return false;
    if (!fragment && !add_feed(job, web, facts, owner, base)) return false;
    if (!fragment) add_map(web, document, base);
    add_downloads(web);
    return true;
}

static bool make_site(struct job *job, struct web *web)
{
    if (!job_read_plan(job) || !job_read_history(job) || !job_compute(job) || !job_read_looks(job)) return false;
    if (!open_data_each(job, offer_data, web)) return false;
    struct site_options options = {.downloads = web->offers, .download = web->download};
    list_columns(job, web, &options);
    const char *owner = arena_printf(web->arena, "%s %s", job->plan->municipality, job->plan->title);
    const char *feed_title = arena_strdup(web->arena, job->plan->title);
    xmlDoc *facts = facts_site(job->plan, job->history, job->progress, &options);
    since_add(job, facts);
    clock_stage(&job->clock, "事実", "");
    bool shown = edition_shown(job, "facts", facts, true);
    xmlDoc *document = shown ? NULL : template_apply(job->options->templates, "site.xsl", facts, job->diag);
    clock_stage(&job->clock, "様式 ", "site.xsl");
    shown = shown || (document && edition_shown(job, "document", document, false));
    bool made = !shown && document && make_files(job, web, facts, document, owner, feed_title);
    if (!job_cleans_up(job)) return made;
    xmlFreeDoc(document);
    xmlFreeDoc(facts);
    return made;
}

/* Nothing changed: a list that an earlier run left would be uploaded once more. */
static void empty_changes(struct job *job)
{
    const char *path = job->options->changed;
    FILE *file = fopen(path, "w");
    if (!file || fclose(file) != 0) DIAG(job->diag, OUTPUT_FAILED, path, 0, file_reason(errno));
}

void web_site(struct job *job)
{
    struct web *web = job->web = xcalloc(1, sizeof *web);
    const char *name = job->options->fragment ? "fragment" : "site";
    web->arena = arena_new();
    web->record = arena_printf(web->arena, "%s.manifest", name);
    web->folder = folder_new(arena_printf(web->arena, "%s/%s", job->options->output, name),
                             arena_printf(web->arena, "%s/%s", job->options->output, web->record), job->diag);
    offer_all(job, web);
    web->inputs = digest_inputs(job, web);
    clock_stage(&job->clock, "サイトの入力", "");
    if (!job->options->show && folder_is_current(web->folder, &web->inputs)) {
        web->current = true;
        if (job->options->changed) empty_changes(job);
        return;
    }
    web->ready = make_site(job, web);
}

void web_commit(struct job *job)
{
    struct folder_figures figures;
    char note[128];
    struct web *web = job->web;
    if (web && web->current) ledger_record(job, web->record);
    if (!web || !web->ready) return;
    bool written = folder_commit(web->folder, &web->inputs, job->options->changed, &figures, job->diag);
    if (written) ledger_record(job, web->record);
    snprintf(note, sizeof note, "（書いた%u、そのまま%u、消した%u）", figures.written, figures.unchanged,
             figures.removed);
    clock_stage(&job->clock, "サイト", note);
}
