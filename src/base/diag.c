/* diag: the table of messages, the list of what was said, and its printing. Knows nothing of plans. */
#include "base/diag.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/buf.h"

static const struct {
    const char *name;
    enum severity severity;
    const char *sentence;
} TABLE[DIAG_COUNT] = {
#define MESSAGE(id, name, severity, sentence) [DIAG_##id] = {name, SEVERITY_##severity, sentence},
#include "base/messages.def"
#undef MESSAGE
};

static const struct {
    const char *word, *id, *color;
} SEVERITY[] = {
    [SEVERITY_WARNING] = {"警告",    "warning",  "\033[33m"},
    [SEVERITY_ERROR] = {"エラー", "error",    "\033[31m"},
    [SEVERITY_FAILURE] = {"失敗",    "failure",  "\033[31m"},
    [SEVERITY_QUESTION] = {"質問",    "question", "\033[36m"},
};
enum { SEVERITIES = sizeof SEVERITY / sizeof *SEVERITY, SHOWN_OF_A_KIND = 50 };

struct accepted {
    enum diag_id id;
    const char *about, *reason;
};
struct diag {
    struct arena *arena;
    struct diag_message *message;
    unsigned count, capacity;
    struct accepted *accepted;
    unsigned accepts, accepts_capacity;
    enum severity rank[DIAG_COUNT]; /* of rules that are open */
    bool strict;
    unsigned of_severity[SEVERITIES], of_accepted;
};

struct diag *diag_new(void)
{
    struct diag *diag = xcalloc(1, sizeof *diag);
    diag->arena = arena_new();
    for (unsigned id = 0; id < DIAG_COUNT; id++)
        diag->rank[id] = TABLE[id].severity;
    return diag;
}

void diag_free(struct diag *diag)
{
    if (!diag) return;
    arena_free(diag->arena);
    free(diag->message);
    free(diag->accepted);
    free(diag);
}

/* The sentence with its {1}…{9} filled in; one without an argument stays as it is, so that tests see it. */
static const char *fill(struct arena *arena, const char *sentence, const char *const *args)
{
    struct buf text = {0};
    unsigned count = 0;
    while (args[count])
        count++;
    for (const char *p = sentence; *p; p++) {
        bool placeholder = p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}';
        unsigned number = placeholder ? (unsigned)(p[1] - '1') : 0;
        if (!placeholder || number >= count) {
            buf_char(&text, *p);
            continue;
        }
        buf_str(&text, args[number]);
        p += 2;
    }
    const char *filled = arena_strndup(arena, buf_text(&text), text.size);
    buf_free(&text);
    return filled;
}

static const char *keep(struct diag *diag, const char *text)
{
    return text ? arena_strdup(diag->arena, text) : NULL;
}

/* All strings are copied but `text`, which is in the arena already. */
static void add(struct diag *diag, struct diag_message message)
{
    GROW(diag->message, diag->count, diag->capacity);
    message.about = keep(diag, message.about);
    message.file = keep(diag, message.file);
    message.order = diag->count;
    message.severity = TABLE[message.id].severity;
    diag->message[diag->count++] = message;
    diag->of_severity[message.severity]++;
}

const char *diag_filled(struct arena *arena, enum diag_id id, const char *const *args)
{
    return fill(arena, TABLE[id].sentence, args);
}

void diag_report_about(struct diag *diag, enum diag_id id, const char *about, const char *file, long line,
                       const char *const *args)
{
    const char *text = fill(diag->arena, TABLE[id].sentence, args);
    add(diag, (struct diag_message){.id = id, .about = about, .file = file, .line = line, .text = text});
}

void diag_report(struct diag *diag, enum diag_id id, const char *file, long line, const char *const *args)
{
    diag_report_about(diag, id, NULL, file, line, args);
}

void diag_merge(struct diag *diag, const struct diag *from)
{
    for (unsigned i = 0; i < from->count; i++) {
        struct diag_message message = from->message[i];
        message.text = keep(diag, message.text);
        message.accepted = NULL;
        add(diag, message);
    }
}

/* --- what the user ruled --- */

bool diag_is_open(enum diag_id id)
{
    return TABLE[id].severity == SEVERITY_WARNING;
}

void diag_rank(struct diag *diag, enum diag_id id, enum severity severity)
{
    if (diag_is_open(id)) diag->rank[id] = severity;
}

void diag_accept(struct diag *diag, enum diag_id id, const char *about, const char *reason)
{
    if (!diag_is_open(id)) return;
    GROW(diag->accepted, diag->accepts, diag->accepts_capacity);
    diag->accepted[diag->accepts++] =
        (struct accepted){.id = id, .about = keep(diag, about), .reason = keep(diag, reason)};
}

void diag_strict(struct diag *diag)
{
    diag->strict = true;
}

static const char *reason_for(const struct diag *diag, const struct diag_message *message)
{
    for (unsigned i = 0; message->about && i < diag->accepts; i++) {
        const struct accepted *accepted = &diag->accepted[i];
        if (accepted->id == message->id && !strcmp(accepted->about, message->about)) return accepted->reason;
    }
    return NULL;
}

void diag_settle(struct diag *diag)
{
    memset(diag->of_severity, 0, sizeof diag->of_severity);
    diag->of_accepted = 0;
    for (unsigned i = 0; i < diag->count; i++) {
        struct diag_message *message = &diag->message[i];
        message->severity = diag->rank[message->id];
        if (diag->strict && message->severity == SEVERITY_WARNING) message->severity = SEVERITY_ERROR;
        message->accepted = reason_for(diag, message);
        if (message->accepted)
            diag->of_accepted++;
        else
            diag->of_severity[message->severity]++;
    }
}

/* --- what was said --- */

unsigned diag_accepted(const struct diag *diag)
{
    return diag->of_accepted;
}

unsigned diag_count(const struct diag *diag, enum severity severity)
{
    return diag->of_severity[severity];
}

int diag_status(const struct diag *diag)
{
    if (diag->of_severity[SEVERITY_FAILURE]) return 3;
    return diag->of_severity[SEVERITY_ERROR] ? 1 : 0;
}

static int by_place(const void *left, const void *right)
{
    const struct diag_message *a = left, *b = right;
    if (!a->file != !b->file) return a->file ? 1 : -1;
    int files = a->file ? strcmp(a->file, b->file) : 0;
    if (files) return files;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

const struct diag_message *diag_list(const struct diag *diag, unsigned *count)
{
    if (diag->count) qsort(diag->message, diag->count, sizeof *diag->message, by_place);
    *count = diag->count;
    return diag->message;
}

static void print_one(const struct diag_message *message, FILE *out, bool color)
{
    if (message->file && message->line > 0)
        fprintf(out, "%s:%ld: ", message->file, message->line);
    else if (message->file)
        fprintf(out, "%s: ", message->file);
    fprintf(out, "%s%s%s: %s [%s]\n", color ? SEVERITY[message->severity].color : "", SEVERITY[message->severity].word,
            color ? "\033[0m" : "", message->text, TABLE[message->id].name);
}

/* https://no-color.org: set and not empty. */
static bool wants_color(FILE *out)
{
    const char *refused = getenv("NO_COLOR");
    return isatty(fileno(out)) && !(refused && *refused);
}

/* At most SHOWN_OF_A_KIND messages of one rule: a file of the wrong kind must not bury the sentence that says so. */
static void print_all(const struct diag *diag, FILE *out, bool quiet)
{
    unsigned shown[DIAG_COUNT] = {0}, count;
    bool color = wants_color(out);
    const struct diag_message *message = diag_list(diag, &count);
    for (unsigned i = 0; i < count; i++) {
        bool mild = message[i].severity == SEVERITY_WARNING || message[i].severity == SEVERITY_QUESTION;
        if (message[i].accepted || (quiet && mild)) continue;
        if (shown[message[i].id]++ < SHOWN_OF_A_KIND) print_one(&message[i], out, color);
    }
    for (unsigned id = 0; id < DIAG_COUNT; id++)
        if (shown[id] > SHOWN_OF_A_KIND)
            fprintf(out, "同じ種類の指摘がほかに%u件あります [%s]\n", shown[id] - SHOWN_OF_A_KIND, TABLE[id].name);
}

void diag_print(const struct diag *diag, FILE *out, bool quiet)
{
    unsigned errors = diag->of_severity[SEVERITY_ERROR] + diag->of_severity[SEVERITY_FAILURE];
    unsigned warnings = diag->of_severity[SEVERITY_WARNING];
    print_all(diag, out, quiet);
    unsigned questions = diag->of_severity[SEVERITY_QUESTION];
    if (errors || (!quiet && (warnings || diag->of_accepted))) {
        fprintf(out, "エラー%u件、警告%u件", errors, warnings);
        if (diag->of_accepted) fprintf(out, "、承認済み%u件", diag->of_accepted);
        fputc('\n', out);
    }
    if (questions && !quiet) fprintf(out, "質問%u件\n", questions);
}

void diag_say(FILE *out, enum diag_id id, const char *const *args)
{
    struct arena *arena = arena_new();
    fprintf(out, "%s\n", fill(arena, TABLE[id].sentence, args));
    arena_free(arena);
}

/* --- the table --- */

const char *diag_name(enum diag_id id)
{
    return TABLE[id].name;
}

const char *diag_sentence(enum diag_id id)
{
    return TABLE[id].sentence;
}

enum severity diag_severity(enum diag_id id)
{
    return TABLE[id].severity;
}

const char *diag_severity_word(enum severity severity)
{
    return SEVERITY[severity].word;
}

const char *diag_severity_id(enum severity severity)
{
    return SEVERITY[severity].id;
}

bool diag_find(const char *name, enum diag_id *out)
{
    for (unsigned id = 0; id < DIAG_COUNT; id++) {
        if (strcmp(TABLE[id].name, name) != 0) continue;
        *out = (enum diag_id)id;
        return true;
    }
    return false;
}
