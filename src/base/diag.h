/* diag: what the program has to say to its user. One table (messages.def) holds every sentence; nothing else in the
   program words a message. Knows nothing of plans. */
#ifndef GYOKAKU_DIAG_H
#define GYOKAKU_DIAG_H
#include <stdbool.h>
#include <stdio.h>
#include "base/arena.h"

enum severity {
    SEVERITY_WARNING, /* 警告: output is written */
    SEVERITY_ERROR,   /* エラー: the input is wrong; nothing is written (status 1) */
    SEVERITY_FAILURE, /* 失敗: the machine failed: disk, memory, font (status 3) */
    SEVERITY_QUESTION /* 質問: what only the user can know; output is written without it */
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

/* The sentence with its arguments, for showing it elsewhere too. */
const char *diag_filled(struct arena *arena, enum diag_id id, const char *const *args);
/* Adds all messages of `from`, in their order. */
void diag_merge(struct diag *diag, const struct diag *from);

/* What the user ruled about warnings. It says something about messages only from the next diag_settle on, so that reading and checking
   go on alike whatever was ruled. */

/* Can this be ranked and accepted? Warnings can; what is wrong with the form of a file, and what the machine fails at, cannot. */
bool diag_is_open(enum diag_id id);
/* A rule's messages have another severity than the table's; of two the last one holds. */
void diag_rank(struct diag *diag, enum diag_id id, enum severity severity);
/* A rule's messages about this are fine, for a reason: counted apart, and no warnings any more. Strings are copied. */
void diag_accept(struct diag *diag, enum diag_id id, const char *about, const char *reason);
/* Every warning that was not accepted is an error. */
void diag_strict(struct diag *diag);
/* Applies all of it to every message recorded so far. May be called again. */
void diag_settle(struct diag *diag);

/* One message, as others list it; all borrowed. */
struct diag_message {
    enum diag_id id;
    enum severity severity;
    const char *about; /* NULL: nothing that has a name */
    const char *file;  /* NULL: no place */
    long line;         /* 0: no line */
    const char *text;
    const char *accepted; /* the reason; NULL: it was not accepted */
    unsigned order;       /* as reported: messages of one line stay in this order */
};
/* All messages, sorted by file and line; valid until the next one is recorded. */
const struct diag_message *diag_list(const struct diag *diag, unsigned *count);

/* How many of a severity have been recorded, less those that were accepted; and how many were. */
unsigned diag_count(const struct diag *diag, enum severity severity);
unsigned diag_accepted(const struct diag *diag);
/* The exit status that the messages ask for: 3 after a failure, 1 after an error, else 0. */
int diag_status(const struct diag *diag);
/* Prints all messages, sorted by file and line, as `file:line: 重大度: 文 [rule-id]`, then their counts. Those that were accepted are only
   counted; warnings and questions are left out when `quiet`. Colour only when `out` is a terminal and NO_COLOR is not set. */
void diag_print(const struct diag *diag, FILE *out, bool quiet);

/* Prints a sentence alone, at once: what a command found out where nothing is wrong. */
void diag_say(FILE *out, enum diag_id id, const char *const *args);

/* The table. */
const char *diag_name(enum diag_id id);
const char *diag_sentence(enum diag_id id);
enum severity diag_severity(enum diag_id id);
const char *diag_severity_word(enum severity severity); /* 警告, エラー, 失敗 */
const char *diag_severity_id(enum severity severity);   /* warning, error, failure: for data */
/* The rule of this name; false: there is none. */
bool diag_find(const char *name, enum diag_id *out);
#endif
