/* job: what a command holds while it runs: the options, and what was read for it, each only once. */
#ifndef GYOKAKU_JOB_H
#define GYOKAKU_JOB_H
#include "base/diag.h"
#include "base/file.h"
#include "check/settings.h"
#include "check/spellings.h"
#include "command/clock.h"
#include "plan/actuals.h"
#include "plan/plan.h"
#include "progress/progress.h"
#include "style/print.h"
#include "typeset/paragraph.h"

enum { OPERANDS_MOST = 2 };
struct options {
    const char *input, *templates, *fonts, *output, *show;
    const char *version; /* of the program */
    int year;            /* --year; 0: the newest that has actuals */
    unsigned threads;    /* -j, besides the first one */
    bool quiet, verbose;
    bool keep_going;                    /* --keep-going: import what has a place in a plan, though not all has */
    bool fragment;                      /* --fragment: pages as parts to be pasted into another system */
    const char *base_url;               /* --base-url: where the site will be; NULL: nobody knows */
    bool json;                          /* --format json: findings or changes as data */
    const char *operand[OPERANDS_MOST]; /* what stands after the command's name, as many as the command takes */
    bool strict;                        /* --strict: warnings are errors */
    char **argv;                        /* the command line, for a program that takes it over */
    const char *changed; /* --changed: a file that gets the names of the pages that changed; NULL: none */
};
struct web;
struct charts;
struct job {
    const struct options *options;
    struct diag *diag;
    struct clock clock;
    struct settings *settings;
    struct spellings *spellings;
    struct form_labels *labels;
    struct plan *plan;
    struct history *history;
    struct progress *progress;
    struct fonts *fonts;
    struct print *print;
    struct typesetter *typesetter;
    struct outputs *outputs;
    struct web *web;       /* the site that is to be written when the outputs are */
    struct charts *charts; /* the same of the pictures */
    bool keeps;            /* what was made is written although there are errors: it lists them */
    unsigned told;         /* how many messages were already listed on standard output */
    bool more;             /* another edition comes after this one: what was read stays */
};

void job_free(struct job *job);

/* Each reads what is not there yet; false: told. */
bool job_read_plan(struct job *job);
bool job_read_spellings(struct job *job);
/* The words of the form: input/labels.xml, or else that of the templates. */
bool job_read_labels(struct job *job, struct diag *diag);
/* The actuals; a year that has none has nothing to report. */
bool job_read_history(struct job *job);
bool job_has_year(const struct job *job);
/* What is computed from plan and actuals. */
bool job_compute(struct job *job);
/* Fonts and looks; then every character of the input must have a glyph, before anything is laid out. */
bool job_read_looks(struct job *job);
/* Is it worth while to free what is not needed any more? Not at the end of the program, whose memory goes with it: but when leaks are
   looked for. */
bool job_cleans_up(const struct job *job);
/* Gives back plan, actuals and results, unless more editions come: the facts say all that is needed of them. */
void job_forget_input(struct job *job);

/* A path of the input into `path`; told when it is longer than any file's can be. */
enum { JOB_LONGEST_PATH = 4096 };
bool job_input_path(struct job *job, const char *name, char *path, size_t size);
#endif
