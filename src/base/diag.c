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
    const char *word, *color;
} SEVERITY[] = {
    [SEVERITY_WARNING] = {"警告",    "\033[33m"},
    [SEVERITY_ERROR] = {"エラー", "\033[31m"},
    [SEVERITY_FAILURE] = {"失敗",    "\033[31m"},
};
enum { SEVERITIES = sizeof SEVERITY / sizeof *SEVERITY, SHOWN_OF_A_KIND = 50 };

struct message {
    enum diag_id id;
    const char *about; /* NULL: nothing that has a name */
    const char *file;  /* NULL: no place */
    long line;
    const char *text;
    unsigned order; /* as reported: messages of one line stay in this order */
};
struct diag {
    struct arena *arena;
    struct message *message;
    unsigned count, capacity;
    unsigned of_severity[SEVERITIES];
};

struct diag *diag_new(void)
{
    struct diag *diag = xcalloc(1, sizeof *diag);
    diag->arena = arena_new();
    return diag;
}

void diag_free(struct diag *diag)
{
    if (!diag) return;
    arena_free(diag->arena);
    free(diag->message);
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
static void add(struct diag *diag, struct message message)
{
    GROW(diag->message, diag->count, diag->capacity);
    message.about = keep(diag, message.about);
    message.file = keep(diag, message.file);
    message.order = diag->count;
    diag->message[diag->count++] = message;
    diag->of_severity[TABLE[message.id].severity]++;
}

void diag_report_about(struct diag *diag, enum diag_id id, const char *about, const char *file, long line,
                       const char *const *args)
{
    const char *text = fill(diag->arena, TABLE[id].sentence, args);
    add(diag, (struct message){.id = id, .about = about, .file = file, .line = line, .text = text});
}

void diag_report(struct diag *diag, enum diag_id id, const char *file, long line, const char *const *args)
{
    diag_report_about(diag, id, NULL, file, line, args);
}

void diag_merge(struct diag *diag, const struct diag *from)
{
    for (unsigned i = 0; i < from->count; i++) {
        struct message message = from->message[i];
        message.text = keep(diag, message.text);
        add(diag, message);
    }
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
    const struct message *a = left, *b = right;
    if (!a->file != !b->file) return a->file ? 1 : -1;
    int files = a->file ? strcmp(a->file, b->file) : 0;
    if (files) return files;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

static void print_one(const struct message *message, FILE *out, bool color)
{
    if (message->file && message->line > 0)
        fprintf(out, "%s:%ld: ", message->file, message->line);
    else if (message->file)
        fprintf(out, "%s: ", message->file);
    enum severity severity = TABLE[message->id].severity;
    fprintf(out, "%s%s%s: %s [%s]\n", color ? SEVERITY[severity].color : "", SEVERITY[severity].word,
            color ? "\033[0m" : "", message->text, TABLE[message->id].name);
}

/* At most SHOWN_OF_A_KIND messages of one rule: a file of the wrong kind must not bury the sentence that says so. */
static void print_all(const struct diag *diag, FILE *out, bool quiet)
{
    unsigned shown[DIAG_COUNT] = {0};
    bool color = isatty(fileno(out));
    for (unsigned i = 0; i < diag->count; i++) {
        const struct message *message = &diag->message[i];
        if (quiet && TABLE[message->id].severity == SEVERITY_WARNING) continue;
        if (shown[message->id]++ < SHOWN_OF_A_KIND) print_one(message, out, color);
    }
    for (unsigned id = 0; id < DIAG_COUNT; id++)
        if (shown[id] > SHOWN_OF_A_KIND)
            fprintf(out, "同じ種類の指摘がほかに%u件あります [%s]\n", shown[id] - SHOWN_OF_A_KIND, TABLE[id].name);
}

void diag_print(const struct diag *diag, FILE *out, bool quiet)
{
    unsigned errors = diag->of_severity[SEVERITY_ERROR] + diag->of_severity[SEVERITY_FAILURE];
    unsigned warnings = diag->of_severity[SEVERITY_WARNING];
    if (diag->count) qsort(diag->message, diag->count, sizeof *diag->message, by_place);
    print_all(diag, out, quiet);
    if (errors || (warnings && !quiet)) fprintf(out, "エラー%u件、警告%u件\n", errors, warnings);
}

void diag_say(FILE *out, enum diag_id id, const char *const *args)
{
    struct arena *arena = arena_new();
    fprintf(out, "%s\n", fill(arena, TABLE[id].sentence, args));
    arena_free(arena);
}

const char *diag_name(enum diag_id id)
{
    return TABLE[id].name;
}

const char *diag_sentence(enum diag_id id)
{
    return TABLE[id].sentence;
}
