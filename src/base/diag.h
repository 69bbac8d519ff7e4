/* diag: what the program has to say to its user. One table (messages.def) holds every sentence; nothing else in the
   program words a message. Knows nothing of plans. */
#ifndef GYOKAKU_DIAG_H
#define GYOKAKU_DIAG_H
#include <stdbool.h>
#include <stdio.h>

enum severity {
    SEVERITY_WARNING, /* 警告: output is written */
    SEVERITY_ERROR,   /* エラー: the input is wrong; nothing is written (status 1) */
    SEVERITY_FAILURE  /* 失敗: the machine failed: disk, memory, font (status 3) */
};

enum diag_id {
#define MESSAGE(id, name, severity, sentence) DIAG_##id,
#include "base/messages.def"
#undef MESSAGE
    DIAG_COUNT
};

struct diag;
struct diag *diag_new(void);
void diag_free(struct diag *diag);

/* Records a message. `file` may be NULL (no place), `line` 0 (no line); all strings are copied. `args` fill {1}…{9}, in the
   order given, and end with NULL: use the macro, with a single NULL where the sentence takes none. */
void diag_report(struct diag *diag, enum diag_id id, const char *file, long line, const char *const *args);
#define DIAG(diag, id, file, line, ...) \
    diag_report((diag), DIAG_##id, (file), (line), (const char *const[]){__VA_ARGS__, NULL})

/* The same, about something that keeps its name when lines move: "1-4-1", "1-4-1/goal", "2-1-1/indicator/1/2027". */
void diag_report_about(struct diag *diag, enum diag_id id, const char *about, const char *file, long line,
                       const char *const *args);
#define DIAG_ABOUT(diag, id, about, file, line, ...) \
    diag_report_about((diag), DIAG_##id, (about), (file), (line), (const char *const[]){__VA_ARGS__, NULL})

/* Adds all messages of `from`, in their order. */
void diag_merge(struct diag *diag, const struct diag *from);
/* How many of a severity have been recorded. */
unsigned diag_count(const struct diag *diag, enum severity severity);
/* The exit status that the messages ask for: 3 after a failure, 1 after an error, else 0. */
int diag_status(const struct diag *diag);
/* Prints all messages, sorted by file and line, as `file:line: 重大度: 文 [rule-id]`, then their counts. Warnings are left out
   when `quiet`. Colour only when `out` is a terminal. */
void diag_print(const struct diag *diag, FILE *out, bool quiet);

/* Prints a sentence alone, at once: what a command found out where nothing is wrong. */
void diag_say(FILE *out, enum diag_id id, const char *const *args);

/* The table, for the manual and the tests. */
const char *diag_name(enum diag_id id);
const char *diag_sentence(enum diag_id id);
#endif
