/* verify: see verify.h. Which file is read as what, by its name and place. */
#include "verify/verify.h"
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "verify/html_read.h"
#include "verify/known.h"
#include "verify/open_files.h"
#include "verify/pdf_read.h"
#include "verify/records.h"
#include "verify/shown.h"

enum { LARGEST_FILE = 1 << 30, YEAR_DIGITS = 4 };
struct verifying {
    struct finding *finding;
    const struct verify_source *source;
    struct verify_figures *figures;
    GHashTable *seen;          /* digests of what was read: copies say the same */
    const struct truth *truth; /* that `known` is of */
    struct known *known;
    struct arena *kept; /* of `known` */
};

/* ---- what a file is ---- */

enum file_kind { FILE_OTHER, FILE_DATA, FILE_PDF, FILE_HTML };
struct file_read {
    const char *name, *path, *last; /* last: behind the last / */
    enum file_kind kind;
    int year; /* of the report; 0: the newest */
    struct buf content;
};

static enum file_kind kind_of(const char *name)
{
    static const struct {
        const char *suffix;
        enum file_kind kind;
    } KIND[] = {
        {".csv",  FILE_DATA},
        {".json", FILE_DATA},
        {".pdf",  FILE_PDF },
        {".html", FILE_HTML},
    };
    for (size_t i = 0; i < sizeof KIND / sizeof *KIND; i++)
        if (g_str_has_suffix(name, KIND[i].suffix)) return KIND[i].kind;
    return FILE_OTHER;
}

/* 2027 of report-2027.pdf; else what its record says; 0: the newest. */
static int year_of(const struct record_file *file, const char *last, int newest)
{
    static const char START[] = "report-";
    size_t start = strlen(START);
    if (!strncmp(last, START, start) && strspn(last + start, "0123456789") == YEAR_DIGITS)
        return (int)strtol(last + start, NULL, 10);
    return file->year > 0 && file->year < newest ? file->year : 0;
}

/* Pages lie in folders of their own; HTML beside the PDFs is for staff, and says other things. */
static bool is_page(const char *name)
{
    return !strncmp(name, "site/", strlen("site/")) || !strncmp(name, "fragment/", strlen("fragment/"));
}

static enum shown_kind paper_kind(const char *last)
{
    if (!strcmp(last, "plan.pdf")) return SHOWN_PLAN;
    return !strncmp(last, "report", strlen("report")) ? SHOWN_REPORT : SHOWN_PAPER;
}

static const struct group *outermost_named(const struct plan *plan, const char *id)
{
    for (unsigned i = 0; i < plan->groups; i++)
        if (plan->group[i].parent == GROUP_NONE && !strcmp(plan->group[i].id, id)) return &plan->group[i];
    return NULL;
}

/* initiatives/1-1-1.html, policies/1.html, results.html */
static void set_page_kind(struct shown *shown, const struct file_read *file)
{
    struct arena *arena = shown->finding->arena;
    const char *stem = arena_strndup(arena, file->last, strlen(file->last) - strlen(".html"));
    bool own = strcmp(stem, "index") != 0;
    shown->kind = !strcmp(stem, "results") ? SHOWN_COUNTS : SHOWN_PAGE;
    if (!own && strchr(file->name, '/') == strrchr(file->name, '/')) shown->kind = SHOWN_START;
    if (own && strstr(file->name, "/initiatives/")) {
        shown->kind = SHOWN_SHEET;
        shown->initiative = stem;
    }
    if (own && strstr(file->name, "/policies/")) shown->group = outermost_named(shown->truth->plan, stem);
}

/* ---- reading ---- */

static void know(struct verifying *verifying, const struct truth *truth)
{
    if (verifying->truth == truth) return;
    known_free(verifying->known);
    arena_clear(verifying->kept);
    verifying->known = known_new(truth, verifying->source->templates, verifying->kept);
    verifying->truth = truth;
}

static void check_shown(struct verifying *verifying, const struct truth *truth, struct file_read *file)
{
    struct finding *finding = verifying->finding;
    struct readout readout = {.arena = finding->arena, .file = file->path};
    struct shown shown = {.finding = finding, .truth = truth, .reading = &readout};
    know(verifying, truth);
    shown.known = verifying->known;
    if (file->kind == FILE_PDF)
        shown.kind = paper_kind(file->last);
    else
        set_page_kind(&shown, file);
    bool read = file->kind == FILE_PDF ? pdf_read(finding, &file->content, &readout)
                                       : html_read(finding, &file->content, &readout);
    if (read) shown_check(&shown);
}

static void check_file(struct verifying *verifying, struct file_read *file)
{
    struct finding *finding = verifying->finding;
    const struct truth *truth = verifying->source->truth(verifying->source->self, file->year);
    if (file->kind == FILE_HTML && !is_page(file->name)) return;
    bool reported =
        file->kind != FILE_DATA && strcmp(file->last, "plan.pdf") != 0; /* tells of a year that was reported */
    if (!truth || (reported && !truth->reported)) {
        DIAG(finding->diag, VERIFY_NO_TRUTH, file->path, 0, NULL);
        return;
    }
    if (file->kind == FILE_DATA)
        open_files_check(finding, truth, file->path, file->last, &file->content);
    else
        check_shown(verifying, truth, file);
}

/* Is it a copy of what was read already, under the same last name? */
static bool is_seen(struct verifying *verifying, const struct file_read *file)
{
    struct digester *digester = digester_new();
    digester_put(digester, &file->year, sizeof file->year);
    digester_put(digester, file->content.size ? file->content.data : "", file->content.size);
    struct digest digest = digester_end(digester);
    bool page = file->kind == FILE_HTML;
    return !g_hash_table_add(verifying->seen, g_strdup_printf("%s %s", digest.text, page ? file->name : ""));
}

static void read_file(struct verifying *verifying, const struct record_file *listed)
{
    struct finding *finding = verifying->finding;
    const char *slash = strrchr(listed->name, '/');
    struct file_read file = {.name = listed->name, .path = listed->path, .last = slash ? slash + 1 : listed->name};
    file.kind = kind_of(file.last);
    file.year = year_of(listed, file.last, verifying->source->newest);
    if (file.kind == FILE_OTHER || listed->foreign) return;
    if (!file_read(file.path, LARGEST_FILE, &file.content, finding->diag)) return;
    if (file.year == verifying->source->newest) file.year = 0;
    if (!is_seen(verifying, &file) && !listed->old) {
        check_file(verifying, &file);
        verifying->figures->files++;
    }
    buf_free(&file.content);
    arena_clear(finding->arena);
}

void verify_folder(const char *folder, const struct manifest *record, const struct verify_source *source,
                   struct verify_figures *figures, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct finding records = {.diag = diag, .arena = arena}, values = {.diag = diag, .arena = arena_new()};
    struct verifying verifying = {.finding = &values, .source = source, .figures = figures, .kept = arena_new()};
    verifying.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    *figures = (struct verify_figures){0};
    struct record_files files = records_check(&records, folder, record, source);
    if (!files.count) DIAG(diag, VERIFY_NOTHING, folder, 0, NULL);
    for (unsigned i = 0; i < files.count; i++)
        read_file(&verifying, &files.file[i]);
    figures->compared = records.compared + values.compared;
    figures->different = records.different + values.different + !files.count;
    known_free(verifying.known);
    g_hash_table_destroy(verifying.seen);
    arena_free(verifying.kept);
    arena_free(values.arena);
    arena_free(arena);
}
