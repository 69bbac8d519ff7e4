/* charts: inputs → facts → documents → pictures, by several threads → a folder of which only what changed is written. */
#include "command/charts.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/crew.h"
#include "base/folder.h"
#include "chart/lettering.h"
#include "chart/picture.h"
#include "chart/png.h"
#include "chart/svg.h"
#include "command/edition.h"
#include "command/gallery.h"
#include "command/inputs.h"
#include "command/ledger.h"
#include "document/element.h"
#include "document/facts_charts.h"
#include "document/facts_report.h"
#include "document/regular.h"
#include "document/template.h"
#include "layout/layout.h"
#include "site/css.h"
#include "site/html.h"

enum { LARGEST_TEXT = 1 << 24, PICTURES_AHEAD = 16 };
static const char CSS[] = "charts.css", PAGE[] = "index.html";

enum form { FORM_TEXT, FORM_OUTLINE, FORM_PNG };
static const struct {
    const char *form, *suffix;
} FORM[CHART_FILES] = {
    [FORM_TEXT] = {"text",    ".svg"        },
    [FORM_OUTLINE] = {"outline", "-outline.svg"},
    [FORM_PNG] = {"png",     ".png"        },
};

static const char RECORD[] = "charts.manifest"; /* of the folder */

struct charts {
    struct arena *arena;
    struct folder *folder;
    struct digest inputs;
    bool ready;   /* to be written */
    bool current; /* as they were made last time */
};

void charts_free(struct charts *charts)
{
    if (!charts) return;
    folder_free(charts->folder);
    arena_free(charts->arena);
    free(charts);
}

/* ---- pictures ---- */

/* Making them: each thread has its own typesetter. */
struct making {
    struct job *job;
    struct charts *charts;
    struct gallery gallery;
    struct style style; /* of the words of charts that have no place on a page */
    struct typesetter **typesetter;
    struct chart_picture *picture;
    bool bad;
};
struct files {
    struct buf file[CHART_FILES];
};

/* What stands for a picture where only its name is shown. */
static const char *title_of(struct arena *arena, const struct exhibit *exhibit)
{
    return *exhibit->caption ? arena_printf(arena, "%s　%s", exhibit->of, exhibit->caption) : exhibit->of;
}

static void paint(struct arena *arena, const struct making *m, const struct exhibit *exhibit,
                  const struct drawing *drawing, const struct paragraph *const *lettering, struct files *files)
{
    static const double SVG_SCALE = 96.0 / 72, PNG_SCALE = 2 * 96.0 / 72;
    const char *id = arena_printf(arena, "chart-%s", exhibit->name);
    struct svg svg = {
        .title = title_of(arena, exhibit),
        .description = element_attr(exhibit->chart, "alt"),
        .id = id,
        .scale = SVG_SCALE,
        .fonts = m->job->fonts,
    };
    svg_file(&svg, drawing, &files->file[FORM_TEXT]);
    svg.lettering = lettering;
    svg_file(&svg, drawing, &files->file[FORM_OUTLINE]);
    png_draw(&(struct png){m->job->fonts, lettering, PNG_SCALE}, drawing, &files->file[FORM_PNG]);
}

static void *make_picture(void *self, unsigned worker, unsigned index)
{
    struct making *m = self;
    const struct exhibit *exhibit = &m->gallery.exhibit[index];
    const struct chart_looks looks = {m->job->print, m->typesetter[worker], &m->style, 0};
    struct arena *arena = arena_new();
    struct files *files = xcalloc(1, sizeof *files);
    struct drawing *drawing = exhibit->drawing ? picture_of_drawing(arena, exhibit->drawing, &looks, exhibit->marks)
                                               : picture_of_chart(arena, exhibit->chart, &looks, exhibit->marks);
    paint(arena, m, exhibit, drawing, lettering_new(arena, looks.typesetter, drawing), files);
    drawing_free(drawing);
    arena_free(arena);
    return files;
}

static bool take_picture(void *self, unsigned index, void *result)
{
    struct making *m = self;
    struct files *files = result;
    const struct exhibit *exhibit = &m->gallery.exhibit[index];
    struct chart_picture *picture = &m->picture[index];
    *picture = (struct chart_picture){
        .name = exhibit->name, .of = exhibit->of, .caption = exhibit->caption, .chart = exhibit->chart};
    for (unsigned i = 0; i < CHART_FILES; i++) {
        const char *path = arena_printf(m->gallery.arena, "%s%s", exhibit->name, FORM[i].suffix);
        m->bad |= files->file[i].bad;
        picture->file[i] = (struct chart_file){FORM[i].form, path, files->file[i].size};
        folder_add(m->charts->folder, path, &files->file[i]);
    }
    free(files);
    return true;
}

static bool make_pictures(struct making *m)
{
    struct job *job = m->job;
    unsigned threads = job->options->threads;
    const char *family = theme_family(print_theme(job->print), "label");
    m->style = (struct style){.family = family ? family : "", .size = PICTURE_TYPE};
    m->picture = arena_array(m->gallery.arena, m->gallery.count, sizeof *m->picture);
    m->typesetter = arena_array(m->gallery.arena, threads + 1, sizeof(struct typesetter *));
    m->typesetter[0] = job->typesetter;
    for (unsigned i = 1; i <= threads; i++)
        m->typesetter[i] = typesetter_twin(job->typesetter);
    crew_run(threads, &(struct crew_work){m, m->gallery.count, PICTURES_AHEAD, make_picture, take_picture, NULL});
    for (unsigned i = 1; i <= threads; i++)
        typesetter_free(m->typesetter[i]);
    if (m->bad) DIAG(job->diag, CHART_NOT_DRAWN, NULL, 0, NULL);
    return !m->bad;
}

/* ---- the page that shows them ---- */

static bool add_css(struct making *m)
{
    static const char *const PARTS[] = {"site.css", CSS};
    struct buf css = {0};
    bool fine = true;
    css_theme(print_theme(m->job->print), false, &css);
    for (size_t i = 0; fine && i < sizeof PARTS / sizeof *PARTS; i++) {
        struct buf part = {0};
        fine = file_read(arena_printf(m->gallery.arena, "%s/%s", m->job->options->templates, PARTS[i]), LARGEST_TEXT,
                         &part, m->job->diag);
        buf_put(&css, part.data, part.size);
        buf_free(&part);
    }
    if (fine) folder_add(m->charts->folder, CSS, &css);
    buf_free(&css);
    return fine;
}

static void add_page(struct making *m, xmlDoc *document)
{
    const struct html_options options = {.css = CSS};
    struct html_site *site = html_site_new(document, m->job->print, m->job->typesetter, m->job->diag);
    struct buf html = {0};
    html_page(site, element_first(xmlDocGetRootElement(document)), &options, &html);
    folder_add(m->charts->folder, PAGE, &html);
    html_site_free(site);
}

/* False: told, or the stage that --show names was printed. */
static bool make_page(struct making *m, xmlDoc *facts)
{
    struct job *job = m->job;
    facts_add_pictures(facts, m->picture, m->gallery.count);
    if (edition_shown(job, "facts", facts, true)) return false;
    xmlDoc *document = template_apply(job->options->templates, "charts.xsl", facts, job->diag);
    bool fine = document && !edition_shown(job, "document", document, false);
    if (fine) add_page(m, document);
    xmlFreeDoc(document);
    clock_stage(&job->clock, "図の一覧", "");
    return fine && add_css(m);
}

/* ---- the documents ---- */

struct sources {
    xmlDoc *report, *briefing;
    struct arena *boxes;
    struct pages *slides;
};

static void sources_free(struct sources *sources)
{
    pages_free(sources->slides);
    arena_free(sources->boxes);
    xmlFreeDoc(sources->briefing);
    xmlFreeDoc(sources->report);
}

static bool has_briefing(const struct job *job, struct arena *arena)
{
    return access(arena_printf(arena, "%s/briefing.xsl", job->options->templates), R_OK) == 0;
}

/* Slides are laid out, so that their charts are what the slides show. */
static bool add_briefing(struct making *m, xmlDoc *facts, struct sources *sources)
{
    struct job *job = m->job;
    struct layout_figures figures = {0};
    sources->briefing = template_apply(job->options->templates, "briefing.xsl", facts, job->diag);
    if (!sources->briefing) return false;
    sources->boxes = arena_new();
    regular_tables(sources->boxes, xmlDocGetRootElement(sources->briefing));
    sources->slides = layout_pages(sources->boxes, sources->briefing, job->print, job->typesetter, &figures, job->diag);
    if (!sources->slides) return false;
    gallery_add(&m->gallery, sources->briefing, sources->slides);
    clock_stage(&job->clock, "スライドの図", "");
    return true;
}

static bool find_charts(struct making *m, xmlDoc *facts, struct sources *sources)
{
    struct job *job = m->job;
    sources->report = template_apply(job->options->templates, "report.xsl", facts, job->diag);
    clock_stage(&job->clock, "様式 ", "report.xsl");
    if (!sources->report) return false;
    gallery_add(&m->gallery, sources->report, NULL);
    return !has_briefing(job, m->gallery.arena) || add_briefing(m, facts, sources);
}

static bool make_files(struct job *job, struct charts *charts)
{
    struct making making = {.job = job, .charts = charts};
    struct sources sources = {0};
    char note[64];
    if (!job_read_plan(job) || !job_read_history(job) || !job_compute(job) || !job_read_looks(job)) return false;
    gallery_start(&making.gallery);
    xmlDoc *facts = facts_report(job->plan, job->history, job->progress);
    bool made = find_charts(&making, facts, &sources) && make_pictures(&making);
    snprintf(note, sizeof note, "（%u図）", making.gallery.count);
    clock_stage(&job->clock, "図の描画", note);
    made = made && make_page(&making, facts);
    if (!job_cleans_up(job)) return made;
    sources_free(&sources);
    gallery_end(&making.gallery);
    xmlFreeDoc(facts);
    return made;
}

/* ---- the whole ---- */

static struct digest digest_inputs(const struct job *job)
{
    const struct options *options = job->options;
    struct digester *digester = digester_new();
    inputs_program(digester);
    digester_put(digester, &options->year, sizeof options->year);
    inputs_add(digester, options->input);
    inputs_add(digester, options->templates);
    inputs_add(digester, options->fonts);
    return digester_end(digester);
}

void charts_make(struct job *job)
{
    struct charts *charts = job->charts = xcalloc(1, sizeof *charts);
    charts->arena = arena_new();
    charts->folder = folder_new(arena_printf(charts->arena, "%s/charts", job->options->output),
                                arena_printf(charts->arena, "%s/%s", job->options->output, RECORD), job->diag);
    charts->inputs = digest_inputs(job);
    charts->current = !job->options->show && folder_is_current(charts->folder, &charts->inputs);
    if (charts->current) return;
    charts->ready = make_files(job, charts);
}

void charts_commit(struct job *job)
{
    struct folder_figures figures;
    char note[128];
    struct charts *charts = job->charts;
    if (charts && charts->current) ledger_record(job, RECORD);
    if (!charts || !charts->ready) return;
    if (folder_commit(charts->folder, &charts->inputs, NULL, &figures, job->diag)) ledger_record(job, RECORD);
    snprintf(note, sizeof note, "（書いた%u、そのまま%u、消した%u）", figures.written, figures.unchanged,
             figures.removed);
    clock_stage(&job->clock, "図のファイル", note);
}
