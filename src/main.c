/* main: the command line: which stages each command runs, in what order, and what it leaves behind. */
#include <errno.h>
#include <getopt.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include "base/file.h"
#include "check/glyphs.h"
#include "document/facts.h"
#include "document/facts_report.h"
#include "document/regular.h"
#include "document/template.h"
#include "layout/layout.h"
#include "layout/show.h"
#include "pdf/pdf.h"
#include "plan/actuals.h"
#include "plan/plan.h"
#include "progress/progress.h"

#ifndef GYOKAKU_DATADIR
#define GYOKAKU_DATADIR "/usr/local/share/gyokaku"
#endif
#ifndef GYOKAKU_VERSION
#define GYOKAKU_VERSION "0.1"
#endif

enum { LONGEST_PATH = 4096 };
enum status { STATUS_FINE = 0, STATUS_INPUT = 1, STATUS_USAGE = 2, STATUS_MACHINE = 3 };

struct options {
    const char *input, *templates, *fonts, *output, *show;
    int year; /* --year; 0: the newest that has actuals */
    bool quiet, verbose;
};

/* ---- figures of the stages, for -v ---- */

struct clock {
    bool on;
    struct timespec last;
};

static void clock_start(struct clock *c, bool on)
{
    c->on = on;
    clock_gettime(CLOCK_MONOTONIC, &c->last);
}

/* Milliseconds since the last stage, and the most memory so far. */
static void clock_stage(struct clock *c, const char *stage, const char *note)
{
    struct timespec now;
    struct rusage usage;
    clock_gettime(CLOCK_MONOTONIC, &now);
    getrusage(RUSAGE_SELF, &usage);
    double ms = (double)(now.tv_sec - c->last.tv_sec) * 1e3 + (double)(now.tv_nsec - c->last.tv_nsec) / 1e6;
    if (c->on) fprintf(stderr, "%8.1f ms %7.1f MB  %s%s\n", ms, (double)usage.ru_maxrss / 1024, stage, note);
    c->last = now;
}

/* ---- stages ---- */

/* What a run holds; everything is given back at its end. */
struct job {
    const struct options *options;
    struct diag *diag;
    struct clock clock;
    struct plan *plan;
    struct history *history;
    struct progress *progress;
    struct fonts *fonts;
    struct print *print;
    struct typesetter *typesetter;
    struct outputs *outputs;
};

static void job_free(struct job *job)
{
    outputs_free(job->outputs);
    typesetter_free(job->typesetter);
    print_free(job->print);
    fonts_free(job->fonts);
    progress_free(job->progress);
    history_free(job->history);
    plan_free(job->plan);
}

/* A path of the input; told when it is longer than any file's can be. */
static bool input_path(struct job *job, const char *name, char *path, size_t size)
{
    int length = snprintf(path, size, "%s/%s", job->options->input, name);
    if (length >= 0 && (size_t)length < size) return true;
    DIAG(job->diag, FILE_MISSING, job->options->input, 0, NULL);
    return false;
}

static bool read_plan(struct job *job)
{
    char path[LONGEST_PATH];
    if (job->plan) return true;
    if (!input_path(job, "plan.xml", path, sizeof path)) return false;
    job->plan = plan_read(path, job->diag);
    clock_stage(&job->clock, "計画", "");
    return job->plan != NULL;
}

/* The actuals and what is computed from them. A year that has none has nothing to report. */
static bool read_history(struct job *job)
{
    char path[LONGEST_PATH];
    int year = job->options->year;
    if (job->history) return true;
    if (!input_path(job, "actuals", path, sizeof path)) return false;
    job->history = history_read(path, job->plan, year, job->diag);
    clock_stage(&job->clock, "実績", "");
    return job->history != NULL;
}

static bool has_year(const struct job *job)
{
    const struct history *history = job->history;
    if (!history->years) return false;
    return !job->options->year || history->year[history->years - 1]->year == job->options->year;
}

static bool compute(struct job *job)
{
    char path[LONGEST_PATH], year[16];
    if (!has_year(job)) {
        snprintf(year, sizeof year, "%d", job->options->year ? job->options->year : job->plan->first);
        if (input_path(job, "actuals", path, sizeof path)) DIAG(job->diag, HISTORY_NO_YEAR, path, 0, year);
        return false;
    }
    job->progress = progress_new(job->plan, job->history, job->options->year, job->diag);
    clock_stage(&job->clock, "計算", "");
    return true;
}

/* Fonts and looks; then every character of the input must have a glyph, before anything is laid out. */
static bool read_looks(struct job *job)
{
    if (job->typesetter) return true;
    job->fonts = fonts_new(job->options->fonts, job->diag);
    if (!job->fonts) return false;
    job->print = print_read(job->options->templates, job->fonts, job->diag);
    clock_stage(&job->clock, "書体と体裁", "");
    unsigned face = fonts_face(job->fonts, "", false);
    bool shown = glyphs_check(job->plan->file, job->plan->text, job->plan->texts, job->fonts, face, job->diag);
    for (unsigned i = 0; job->history && i < job->history->years; i++) {
        const struct actuals *actuals = job->history->year[i];
        shown &= glyphs_check(actuals->file, actuals->text, actuals->texts, job->fonts, face, job->diag);
    }
    clock_stage(&job->clock, "文字の点検", "");
    job->typesetter = typesetter_new(job->fonts);
    return job->print && shown;
}

/* One document on its way from facts to bytes. */
struct edition {
    struct arena *boxes;
    xmlDoc *facts, *document;
    struct pages *pages;
};

static void edition_free(struct edition *edition)
{
    pages_free(edition->pages);
    xmlFreeDoc(edition->document);
    xmlFreeDoc(edition->facts);
    arena_free(edition->boxes);
}

static bool make_document(struct job *job, const char *style_sheet, struct edition *edition)
{
    edition->document = template_apply(job->options->templates, style_sheet, edition->facts, job->diag);
    clock_stage(&job->clock, "様式 ", style_sheet);
    return edition->document != NULL;
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

static bool make_pages(struct job *job, struct edition *edition)
{
    struct layout_figures figures;
    char note[256], step[128];
    edition->boxes = arena_new();
    regular_tables(edition->boxes, xmlDocGetRootElement(edition->document));
    edition->pages = layout_pages(edition->boxes, edition->document, job->print, job->typesetter, &figures, job->diag);
    snprintf(note, sizeof note, "（%uページ、%s、1ページに収まったシート%u/%u）",
             edition->pages ? edition->pages->count : 0, step_note(&figures.step, step, sizeof step), figures.fitting,
             figures.sheets);
    clock_stage(&job->clock, "割付け", note);
    return edition->pages != NULL;
}

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

static bool make_pdf(struct job *job, struct edition *edition, struct date date, struct buf *file)
{
    struct pdf_options options = {0};
    struct pdf_figures figures;
    char note[128];
    bool made = source_date(job, date, &options.epoch) && pdf_write(edition->boxes, edition->document, edition->pages,
                                                                    job->fonts, &options, file, &figures, job->diag);
    snprintf(note, sizeof note, "（%zuバイト、オブジェクト%u）", file->size, made ? figures.objects : 0);
    clock_stage(&job->clock, "PDF", note);
    return made;
}

/* In UTF-8, so that people can read it. */
static void print_xml(xmlDoc *doc, bool indented)
{
    xmlChar *text = NULL;
    int size = 0;
    xmlDocDumpFormatMemoryEnc(doc, &text, &size, "UTF-8", indented);
    fwrite(text, 1, (size_t)size, stdout);
    xmlFree(text);
}

static bool shows(const struct options *options, const char *stage)
{
    return options->show && !strcmp(options->show, stage);
}

/* Prints the XML of a stage if it is the one to be shown. */
static bool shown_as_xml(const struct job *job, const char *stage, xmlDoc *doc, bool indented)
{
    if (!shows(job->options, stage)) return false;
    print_xml(doc, indented);
    return true;
}

static bool make_stages(struct job *job, const char *style_sheet, struct date date, struct edition *edition,
                        struct buf *file)
{
    if (shown_as_xml(job, "facts", edition->facts, true) || !make_document(job, style_sheet, edition)) return false;
    if (shown_as_xml(job, "document", edition->document, false) || !make_pages(job, edition)) return false;
    if (!shows(job->options, "pages")) return make_pdf(job, edition, date, file);
    show_pages(edition->pages, stdout);
    return false;
}

/* From facts, which it frees, to bytes, or to the stage that is to be shown. True: `file` holds a PDF. */
static bool make_edition(struct job *job, xmlDoc *facts, const char *style_sheet, struct date date, struct buf *file)
{
    struct edition edition = {.facts = facts};
    clock_stage(&job->clock, "事実", "");
    bool made = make_stages(job, style_sheet, date, &edition, file);
    edition_free(&edition);
    if (!made) buf_free(file);
    return made;
}

/* ---- commands ---- */

/* plan.pdf: the plan itself, without anything of a year. */
static void run_plan(struct job *job)
{
    struct buf file = {0};
    if (!read_plan(job) || !read_looks(job)) return;
    if (make_edition(job, facts_plan(job->plan), "plan.xsl", job->plan->date, &file))
        outputs_add(job->outputs, "plan.pdf", &file);
}

/* Is there a file of a later year than the report's? Then report.pdf, the newest, is not ours to write. */
static bool has_later_year(struct job *job)
{
    char name[64], path[LONGEST_PATH];
    for (int year = job->progress->year + 1; year <= job->plan->last; year++) {
        snprintf(name, sizeof name, "actuals/%d.xml", year);
        if (input_path(job, name, path, sizeof path) && access(path, F_OK) == 0) return true;
    }
    return false;
}

static void add_report(struct job *job, struct buf *file)
{
    char name[32];
    struct buf copy = {0};
    snprintf(name, sizeof name, "report-%d.pdf", job->progress->year);
    if (!has_later_year(job)) {
        buf_put(&copy, file->data, file->size);
        outputs_add(job->outputs, "report.pdf", &copy);
    }
    outputs_add(job->outputs, name, file);
}

/* report-YEAR.pdf: the annual report. */
static void run_report(struct job *job)
{
    struct buf file = {0};
    if (!read_plan(job) || !read_history(job) || !compute(job) || !read_looks(job)) return;
    const struct actuals *newest = job->history->year[job->history->years - 1];
    struct date date = newest->has_published ? newest->published : newest->as_of;
    if (make_edition(job, facts_report(job->plan, job->history, job->progress), "report.xsl", date, &file))
        add_report(job, &file);
}

/* Everything that the input has something for. */
static void run_all(struct job *job)
{
    if (!read_plan(job) || !read_history(job)) return;
    run_plan(job);
    if (has_year(job) || job->options->year) run_report(job);
}

/* ---- the command line ---- */

static const struct command {
    const char *name;
    void (*run)(struct job *);
    const char *help;
} COMMAND[] = {
    {"plan",   run_plan,   "計画書 plan.pdf を作る"                                   },
    {"report", run_report, "年度の評価報告書 report-年度.pdf を作る"           },
    {"all",    run_all,    "作れるものを全て作る（省略したときの動作）"},
};

static void print_usage(FILE *out)
{
    fputs("使い方: gyokaku [オプション] [コマンド]\n\nコマンド:\n", out);
    for (size_t i = 0; i < sizeof COMMAND / sizeof *COMMAND; i++)
        fprintf(out, "  %-8s %s\n", COMMAND[i].name, COMMAND[i].help);
    fputs("\nオプション:\n"
          "  --input DIR      入力のフォルダー（省略時: input）\n"
          "  --templates DIR  様式のフォルダー（省略時: templates）\n"
          "  --fonts DIR      書体の設定のフォルダー（省略時: fonts）\n"
          "  -o DIR           出力のフォルダー（省略時: output）\n"
          "  --year 年度      報告する年度（西暦。省略時: 実績のある最も新しい年度）\n"
          "  -q               警告を表示しない\n"
          "  -v               各段階の時間とメモリを表示する\n"
          "  --show 段階      facts、document又はpagesを表示し、PDFは作らない（様式を作る人向け）\n"
          "  --help           この説明を表示する\n"
          "  --version        版を表示する\n"
          "\n終了の値: 0 正常、1 入力に誤りがある（何も書き出さない）、2 使い方の誤り、3 "
          "機械の不具合（ディスク、メモリ、書体）\n",
          out);
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < sizeof COMMAND / sizeof *COMMAND; i++)
        if (!strcmp(COMMAND[i].name, name)) return &COMMAND[i];
    return NULL;
}

static enum status wrong_usage(const char *what, const char *argument)
{
    fprintf(stderr, "gyokaku: %s「%s」。「gyokaku --help」で使い方を表示します。\n", what, argument);
    return STATUS_USAGE;
}

/* Folders stand beside the working directory, or else where the program was installed. */
static const char *find_folder(const char *given, const char *name, char *room, size_t size)
{
    if (given) return given;
    snprintf(room, size, "%s/%s", GYOKAKU_DATADIR, name);
    return access(name, F_OK) != 0 && access(room, F_OK) == 0 ? room : name;
}

static enum status run_command(const struct command *command, const struct options *options)
{
    struct job job = {.options = options, .diag = diag_new()};
    clock_start(&job.clock, options->verbose);
    job.outputs = outputs_new(options->output);
    command->run(&job);
    if (diag_status(job.diag) == STATUS_FINE && !options->show) outputs_commit(job.outputs, job.diag);
    clock_stage(&job.clock, "書込み", "");
    if (fflush(stdout) != 0 || ferror(stdout)) DIAG(job.diag, OUTPUT_SHOWN, NULL, 0, NULL);
    diag_print(job.diag, stderr, options->quiet);
    int status = diag_status(job.diag);
    job_free(&job);
    diag_free(job.diag);
    return (enum status)status;
}

/* Four ASCII digits; 0: they are not. */
static int read_year(const char *text)
{
    bool digits = strlen(text) == 4 && strspn(text, "0123456789") == 4;
    return digits ? (int)strtol(text, NULL, 10) : 0;
}

/* True when the program goes on; else *status is its end. */
static bool read_options(int argc, char **argv, struct options *options, enum status *status)
{
    enum { INPUT = 256, TEMPLATES, FONTS, SHOW, YEAR, HELP, VERSION };
    static const struct option LONG[] = {
        {"input",     required_argument, NULL, INPUT    },
        {"templates", required_argument, NULL, TEMPLATES},
        {"fonts",     required_argument, NULL, FONTS    },
        {"output",    required_argument, NULL, 'o'      },
        {"show",      required_argument, NULL, SHOW     },
        {"year",      required_argument, NULL, YEAR     },
        {"quiet",     no_argument,       NULL, 'q'      },
        {"verbose",   no_argument,       NULL, 'v'      },
        {"help",      no_argument,       NULL, HELP     },
        {"version",   no_argument,       NULL, VERSION  },
        {NULL,        0,                 NULL, 0        }
    };
    *status = STATUS_USAGE;
    opterr = 0;
    for (int c; (c = getopt_long(argc, argv, ":o:qv", LONG, NULL)) != -1;)
        switch (c) {
        case INPUT:
            options->input = optarg;
            break;
        case TEMPLATES:
            options->templates = optarg;
            break;
        case FONTS:
            options->fonts = optarg;
            break;
        case SHOW:
            options->show = optarg;
            break;
        case YEAR:
            options->year = read_year(optarg);
            if (options->year) break;
            wrong_usage("年度は西暦の4桁で書いてください", optarg);
            return false;
        case 'o':
            options->output = optarg;
            break;
        case 'q':
            options->quiet = true;
            break;
        case 'v':
            options->verbose = true;
            break;
        case HELP:
            print_usage(stdout);
            *status = STATUS_FINE;
            return false;
        case VERSION:
            puts("gyokaku " GYOKAKU_VERSION);
            *status = STATUS_FINE;
            return false;
        case ':':
            wrong_usage("値のないオプション", argv[optind - 1]);
            return false;
        default:
            wrong_usage("知らないオプション", argv[optind - 1]);
            return false;
        }
    static const char *const STAGES[] = {"facts", "document", "pages"};
    bool known = !options->show;
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES && !known; i++)
        known = !strcmp(options->show, STAGES[i]);
    if (!known) wrong_usage("知らない段階", options->show);
    return known;
}

int main(int argc, char **argv)
{
    struct options options = {.output = "output"};
    char input[LONGEST_PATH], templates[LONGEST_PATH], fonts[LONGEST_PATH];
    enum status status;
    if (!read_options(argc, argv, &options, &status)) return status;
    if (argc - optind > 1) return wrong_usage("コマンドの後に余分なもの", argv[optind + 1]);
    const char *name = optind < argc ? argv[optind] : "all";
    const struct command *command = find_command(name);
    if (!command) return wrong_usage("知らないコマンド", name);
    options.input = find_folder(options.input, "input", input, sizeof input);
    options.templates = find_folder(options.templates, "templates", templates, sizeof templates);
    options.fonts = find_folder(options.fonts, "fonts", fonts, sizeof fonts);
    return run_command(command, &options);
}
