/* main: the command line: its words and their meaning. What a command does is in command/. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "command/all.h"
#include "command/charts.h"
#include "command/check.h"
#include "command/explain.h"
#include "command/import.h"
#include "command/diff.h"
#include "command/open_data.h"
#include "command/paper.h"
#include "command/publish.h"
#include "command/schema.h"
#include "command/ledger.h"
#include "command/verify.h"
#include "command/verify_elsewhere.h"
#include "command/web.h"

#ifndef GYOKAKU_DATADIR
#define GYOKAKU_DATADIR "/usr/local/share/gyokaku"
#endif
#ifndef GYOKAKU_VERSION
#define GYOKAKU_VERSION "0.1"
#endif

enum { MOST_THREADS = 8 };
enum status { STATUS_FINE = 0, STATUS_INPUT = 1, STATUS_USAGE = 2, STATUS_MACHINE = 3 };

/* What reads published files back needs libraries that nothing else does: it is a program of its own, of these same sources. */
#ifdef GYOKAKU_VERIFY
#define VERIFY verify_outputs
#else
#define VERIFY verify_elsewhere
#endif

static const struct command {
    const char *name;
    void (*run)(struct job *);
    const char *help;
    unsigned operands;                  /* how many it takes, no fewer and no more */
    const char *operand[OPERANDS_MOST]; /* what each is, for the user */
} COMMAND[] = {
    {"plan",     paper_plan,     "計画書 plan.pdf を作る",                                                            0, {NULL}        },
    {"report",   paper_report,   "年度の評価報告書 report-年度.pdf を作る",                                    0, {NULL}        },
    {"briefing", paper_briefing, "議会への説明資料 briefing.pdf と一覧 matrix.pdf を作る",                    0, {NULL}        },
    {"matrix",   paper_matrix,   "全ての取組の一覧 matrix.pdf（A3）だけを作る",                              0, {NULL}        },
    {"charts",   charts_make,    "図を1つずつのファイル charts/（SVGとPNG）にする",                         0, {NULL}        },
    {"data",     open_data,      "オープンデータ data/（CSVとJSON）を作る",                                    0, {NULL}        },
    {"site",     web_site,       "ウェブのページ site/ を作る",                                                   0, {NULL}        },
    {"check",    check_input,    "計画と実績を点検する（結果は画面と check.html に示す）",             0, {NULL}        },
    {"explain",  explain,        "指摘の種類について詳しく表示する（allなら点検の規則の全て）", 1, {"種類"}    },
    {"import",   import_plan,    "Word等の計画（.docx又はテキスト）をplan.xmlにして表示する",           1, {"FILE"}      },
    {"diff",     diff_editions,  "公表した版と新しい版の違いを示す（画面と diff.html）",               2, {"OLD", "NEW"}},
    {"publish",  publish,        "公表した入力の写しを input/published/公表日/ に残す",                     0, {NULL}        },
    {"schema",   schema_write,   "XMLエディター用の文書型 input/schema/*.rng を書く",                          0, {NULL}        },
    {"verify",   VERIFY,         "作ったものが入力のとおりか確かめる",                                     0, {NULL}        },
    {"all",      all_make,       "作れるものを全て作る（省略したときの動作）",                         0, {NULL}        },
};

static void print_command(FILE *out, const struct command *command)
{
    char call[64];
    int length = snprintf(call, sizeof call, "%s", command->name);
    for (unsigned i = 0; i < command->operands; i++)
        length += snprintf(call + length, sizeof call - (size_t)length, " %s", command->operand[i]);
    fprintf(out, "  %-14s %s\n", call, command->help);
}

static void print_usage(FILE *out)
{
    fputs("使い方: gyokaku [オプション] [コマンド]\n\nコマンド:\n", out);
    for (size_t i = 0; i < sizeof COMMAND / sizeof *COMMAND; i++)
        print_command(out, &COMMAND[i]);
    fputs("\nオプション:\n"
          "  --input DIR      入力のフォルダー（省略時: input）\n"
          "  --templates DIR  様式のフォルダー（省略時: templates）\n"
          "  --fonts DIR      書体の設定のフォルダー（省略時: fonts）\n"
          "  -o DIR           出力のフォルダー（省略時: output）\n"
          "  --year 年度      報告する年度（西暦。省略時: 実績のある最も新しい年度）\n"
          "  --fragment       ページの本文だけを fragment/ に作る（CMSに貼り付けるとき。siteのみ）\n"
          "  --changed FILE   変わったページの名前をFILEに書く（消したものは前に-。siteのみ）\n"
          "  --base-url URL   サイトを置く場所（sitemap.xmlを作るとき。siteのみ）\n"
          "  --strict         警告もエラーとして扱う（checkとallのみ）\n"
          "  --format 形式    結果の形：text（省略時）又はjson（標準出力に書く。checkとdiffのみ）\n"
          "  --keep-going     行き先の分からない文字があっても続ける（コメントに書く。importのみ）\n"
          "  -j 数            同時に使うコアの数（省略時: この機械にある数。できるものは変わらない）\n"
          "  -q               警告を表示しない\n"
          "  -v               各段階の時間とメモリを表示する（importでは文字の行き先も）\n"
          "  --show 段階      facts、document又はpagesを表示し、PDFは作らない（様式を作る人向け）\n"
          "  --help           この説明を表示する\n"
          "  --version        版を表示する\n"
          "\n終了の値: 0 正常、1 入力に誤りがある（check.htmlのほかは何も書き出さない）、2 使い方の誤り、3 "
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

/* Takes what stands after the command's name. */
static bool read_operands(const struct command *command, char **argument, unsigned count, struct options *options)
{
    if (count < command->operands) {
        wrong_usage("コマンドの後に書くものが足りません", command->operand[count]);
        return false;
    }
    if (count > command->operands) {
        wrong_usage("コマンドの後に余分なもの", argument[command->operands]);
        return false;
    }
    for (unsigned i = 0; i < count; i++)
        options->operand[i] = argument[i];
    return true;
}

/* Unless they were listed already, and nothing happened since. */
static void print_messages(struct job *job)
{
    unsigned count;
    diag_list(job->diag, &count);
    if (!job->told || job->told < count) diag_print(job->diag, stderr, job->options->quiet);
}

static enum status run_command(const struct command *command, const struct options *options)
{
    struct job job = {.options = options, .diag = diag_new()};
    clock_start(&job.clock, options->verbose);
    job.outputs = outputs_new(options->output);
    command->run(&job);
    diag_settle(job.diag);
    bool writes = (job.keeps || diag_status(job.diag) == STATUS_FINE) && !options->show;
    if (writes) ledger_add(&job);
    bool written = writes && outputs_commit(job.outputs, job.diag);
    clock_stage(&job.clock, "書込み", "");
    if (written) web_commit(&job);
    if (written) charts_commit(&job);
    if (fflush(stdout) != 0 || ferror(stdout)) DIAG(job.diag, OUTPUT_SHOWN, NULL, 0, NULL);
    print_messages(&job);
    int status = diag_status(job.diag);
    if (!job_cleans_up(&job)) _exit(status); /* all that is to be written is written */
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

/* The number of cores as threads besides the first. */
static bool read_cores(const char *text, unsigned *threads)
{
    unsigned cores =
        strlen(text) < 4 && strspn(text, "0123456789") == strlen(text) ? (unsigned)strtoul(text, NULL, 10) : 0;
    *threads = (cores < MOST_THREADS ? cores : MOST_THREADS) - 1;
    return cores > 0;
}

static unsigned threads_of_machine(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (cores < 1) return 0;
    return (cores < MOST_THREADS ? (unsigned)cores : MOST_THREADS) - 1;
}

/* ---- options ---- */

enum {
    INPUT = 256,
    TEMPLATES,
    FONTS,
    SHOW,
    YEAR,
    FRAGMENT,
    CHANGED,
    BASE_URL,
    STRICT,
    FORMAT,
    KEEP_GOING,
    HELP,
    VERSION
};
static const struct option LONG[] = {
    {"input",      required_argument, NULL, INPUT     },
    {"templates",  required_argument, NULL, TEMPLATES },
    {"fonts",      required_argument, NULL, FONTS     },
    {"output",     required_argument, NULL, 'o'       },
    {"show",       required_argument, NULL, SHOW      },
    {"year",       required_argument, NULL, YEAR      },
    {"fragment",   no_argument,       NULL, FRAGMENT  },
    {"changed",    required_argument, NULL, CHANGED   },
    {"base-url",   required_argument, NULL, BASE_URL  },
    {"strict",     no_argument,       NULL, STRICT    },
    {"format",     required_argument, NULL, FORMAT    },
    {"quiet",      no_argument,       NULL, 'q'       },
    {"verbose",    no_argument,       NULL, 'v'       },
    {"help",       no_argument,       NULL, HELP      },
    {"version",    no_argument,       NULL, VERSION   },
    {"keep-going", no_argument,       NULL, KEEP_GOING},
    {NULL,         0,                 NULL, 0         }
};

/* Options that only set something. False: it is another. */
static bool set_plain(int c, struct options *options)
{
    const struct {
        int c;
        const char **text;
        bool *flag;
    } PLAIN[] = {
        {INPUT,      &options->input,     NULL                },
        {TEMPLATES,  &options->templates, NULL                },
        {FONTS,      &options->fonts,     NULL                },
        {SHOW,       &options->show,      NULL                },
        {CHANGED,    &options->changed,   NULL                },
        {BASE_URL,   &options->base_url,  NULL                },
        {'o',        &options->output,    NULL                },
        {STRICT,     NULL,                &options->strict    },
        {FRAGMENT,   NULL,                &options->fragment  },
        {'q',        NULL,                &options->quiet     },
        {'v',        NULL,                &options->verbose   },
        {KEEP_GOING, NULL,                &options->keep_going},
    };
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++) {
        if (PLAIN[i].c != c) continue;
        if (PLAIN[i].text)
            *PLAIN[i].text = optarg;
        else
            *PLAIN[i].flag = true;
        return true;
    }
    return false;
}

/* All the others. False: the program ends, with *status. */
static bool set_other(int c, char **argv, struct options *options, enum status *status)
{
    switch (c) {
    case YEAR:
        options->year = read_year(optarg);
        if (options->year) return true;
        wrong_usage("年度は西暦の4桁で書いてください", optarg);
        return false;
    case 'j':
        if (read_cores(optarg, &options->threads)) return true;
        wrong_usage("コアの数は1以上の整数で書いてください", optarg);
        return false;
    case FORMAT:
        options->json = !strcmp(optarg, "json");
        if (options->json || !strcmp(optarg, "text")) return true;
        wrong_usage("形式はtext又はjsonです", optarg);
        return false;
    case HELP:
        print_usage(stdout);
        *status = STATUS_FINE;
        return false;
    case VERSION:
        puts("gyokaku " GYOKAKU_VERSION);
        *status = STATUS_FINE;
        return false;
    default:
        wrong_usage(c == ':' ? "値のないオプション" : "知らないオプション", argv[optind - 1]);
        return false;
    }
}

static bool is_stage(const char *name)
{
    static const char *const STAGES[] = {"facts", "document", "pages"};
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES; i++)
        if (!strcmp(name, STAGES[i])) return true;
    return false;
}

/* True when the program goes on; else *status is its end. */
static bool read_options(int argc, char **argv, struct options *options, enum status *status)
{
    *status = STATUS_USAGE;
    opterr = 0;
    for (int c; (c = getopt_long(argc, argv, ":j:o:qv", LONG, NULL)) != -1;)
        if (!set_plain(c, options) && !set_other(c, argv, options, status)) return false;
    if (!options->show || is_stage(options->show)) return true;
    wrong_usage("知らない段階", options->show);
    return false;
}

int main(int argc, char **argv)
{
    struct options options = {
        .output = "output", .argv = argv, .version = GYOKAKU_VERSION, .threads = threads_of_machine()};
    char input[JOB_LONGEST_PATH], templates[JOB_LONGEST_PATH], fonts[JOB_LONGEST_PATH];
    enum status status;
    if (!read_options(argc, argv, &options, &status)) return status;
    const char *name = optind < argc ? argv[optind++] : "all";
    const struct command *command = find_command(name);
    if (!command) return wrong_usage("知らないコマンド", name);
    if (!read_operands(command, argv + optind, (unsigned)(argc - optind), &options)) return STATUS_USAGE;
    options.input = find_folder(options.input, "input", input, sizeof input);
    options.templates = find_folder(options.templates, "templates", templates, sizeof templates);
    options.fonts = find_folder(options.fonts, "fonts", fonts, sizeof fonts);
    return run_command(command, &options);
}
