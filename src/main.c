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
#include "document/regular.h"
#include "document/template.h"
#include "layout/layout.h"
#include "layout/show.h"
#include "pdf/pdf.h"
#include "plan/plan.h"

#ifndef GYOKAKU_DATADIR
#define GYOKAKU_DATADIR "/usr/local/share/gyokaku"
#endif
#ifndef GYOKAKU_VERSION
#define GYOKAKU_VERSION "0.1"
#endif

enum status { STATUS_FINE = 0, STATUS_INPUT = 1, STATUS_USAGE = 2, STATUS_MACHINE = 3 };

struct options {
    const char *input, *templates, *fonts, *output, *show;
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

/* ---- plan: the plan itself as plan.pdf ---- */

/* What a run holds; everything is given back at its end. */
struct job {
    const struct options *options;
    struct diag *diag;
    struct clock clock;
    struct plan *plan;
    struct fonts *fonts;
    struct print *print;
    struct typesetter *typesetter;
    xmlDoc *facts, *document;
    struct arena *boxes;
    struct pages *pages;
};

static void job_free(struct job *job)
{
    pages_free(job->pages);
    if (job->document) xmlFreeDoc(job->document);
    if (job->facts) xmlFreeDoc(job->facts);
    arena_free(job->boxes);
    typesetter_free(job->typesetter);
    print_free(job->print);
    fonts_free(job->fonts);
    plan_free(job->plan);
}

/* Dates in files come from SOURCE_DATE_EPOCH or from the plan, never from the clock. False: told. */
static bool source_date(const struct job *job, long long *epoch)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    *epoch = date_epoch(job->plan->date);
    if (!text || !*text) return true;
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    static const long long LAST_SECOND = 253402300799; /* of the year 9999 */
    if (*end || errno || value < 0 || value > LAST_SECOND) {
        DIAG(job->diag, EPOCH_INVALID, NULL, 0, text);
        return false;
    }
    *epoch = value;
    return true;
}

static bool read_input(struct job *job)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/plan.xml", job->options->input);
    if (length < 0 || (size_t)length >= sizeof path) {
        DIAG(job->diag, FILE_MISSING, job->options->input, 0, NULL);
        return false;
    }
    job->plan = plan_read(path, job->diag);
    clock_stage(&job->clock, "入力", "");
    return job->plan != NULL;
}

/* Fonts and looks; then every character of the plan must have a glyph, before anything is laid out. */
static bool read_looks(struct job *job)
{
    job->fonts = fonts_new(job->options->fonts, job->diag);
    if (!job->fonts) return false;
    job->print = print_read(job->options->templates, job->fonts, job->diag);
    clock_stage(&job->clock, "書体と体裁", "");
    bool shown = glyphs_check(job->plan, job->fonts, fonts_face(job->fonts, "", false), job->diag);
    clock_stage(&job->clock, "文字の点検", "");
    return job->print && shown;
}

static bool make_document(struct job *job, const char *style_sheet)
{
    job->facts = facts_plan(job->plan);
    clock_stage(&job->clock, "事実", "");
    job->document = template_apply(job->options->templates, style_sheet, job->facts, job->diag);
    clock_stage(&job->clock, "様式", "");
    return job->document != NULL;
}

static bool make_pages(struct job *job)
{
    struct layout_figures figures;
    char note[128];
    job->boxes = arena_new();
    job->typesetter = typesetter_new(job->fonts);
    regular_tables(job->boxes, xmlDocGetRootElement(job->document));
    job->pages = layout_pages(job->boxes, job->document, job->print, job->typesetter, &figures, job->diag);
    snprintf(note, sizeof note, "（%uページ、文字の大きさ%.2f、1ページに収まったシート%u/%u）",
             job->pages ? job->pages->count : 0, figures.step, figures.fitting, figures.sheets);
    clock_stage(&job->clock, "割付け", note);
    return job->pages != NULL;
}

static bool write_pdf(struct job *job, const char *name)
{
    struct pdf_options options = {0};
    struct pdf_figures figures;
    struct buf file = {0};
    char note[128];
    bool made = source_date(job, &options.epoch) &&
                pdf_write(job->boxes, job->document, job->pages, job->fonts, &options, &file, &figures, job->diag);
    if (!made) {
        buf_free(&file);
        return false;
    }
    snprintf(note, sizeof note, "（%zuバイト、オブジェクト%u）", file.size, figures.objects);
    clock_stage(&job->clock, "PDF", note);
    struct outputs *outputs = outputs_new(job->options->output);
    outputs_add(outputs, name, &file);
    bool written = outputs_commit(outputs, job->diag);
    outputs_free(outputs);
    clock_stage(&job->clock, "書込み", "");
    return written;
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

static void run_plan(struct job *job)
{
    if (!read_input(job) || !read_looks(job) || !make_document(job, "plan.xsl")) return;
    if (shows(job->options, "facts"))
        print_xml(job->facts, true);
    else if (shows(job->options, "document"))
        print_xml(job->document, false);
    else if (!make_pages(job))
        return;
    else if (shows(job->options, "pages"))
        show_pages(job->pages, stdout);
    else
        write_pdf(job, "plan.pdf");
}

/* ---- the command line ---- */

static const struct command {
    const char *name;
    void (*run)(struct job *);
    const char *help;
} COMMAND[] = {
    {"plan", run_plan, "計画書 plan.pdf を作る"                                   },
    {"all",  run_plan, "作れるものを全て作る（省略したときの動作）"},
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
    command->run(&job);
    if (fflush(stdout) != 0 || ferror(stdout)) DIAG(job.diag, OUTPUT_SHOWN, NULL, 0, NULL);
    diag_print(job.diag, stderr, options->quiet);
    int status = diag_status(job.diag);
    job_free(&job);
    diag_free(job.diag);
    return (enum status)status;
}

/* True when the program goes on; else *status is its end. */
static bool read_options(int argc, char **argv, struct options *options, enum status *status)
{
    enum { INPUT = 256, TEMPLATES, FONTS, SHOW, HELP, VERSION };
    static const struct option LONG[] = {
        {"input",     required_argument, NULL, INPUT    },
        {"templates", required_argument, NULL, TEMPLATES},
        {"fonts",     required_argument, NULL, FONTS    },
        {"output",    required_argument, NULL, 'o'      },
        {"show",      required_argument, NULL, SHOW     },
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
    char input[4096], templates[4096], fonts[4096];
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
