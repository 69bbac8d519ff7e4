/* records: see records.h. */
#include "verify/records.h"
#include <glib.h>
#include <string.h>
#include <unistd.h>
#include "base/file.h"

enum { LARGEST_FILE = 1 << 30, DEEPEST = 16 };
static const char SUFFIX[] = ".manifest";
struct checking {
    struct finding *finding;
    const char *folder;
    const struct manifest *record;
    const struct verify_source *source;
    GPtrArray *file;   /* struct record_file */
    GHashTable *known; /* names that some record has */
};

/* ---- what lies there ---- */

static void list_folder(struct checking *checking, const char *name, unsigned depth)
{
    struct arena *arena = checking->finding->arena;
    GDir *folder = g_dir_open(arena_printf(arena, "%s/%s", checking->folder, name), 0, NULL);
    for (const char *entry; folder && depth < DEEPEST && (entry = g_dir_read_name(folder));) {
        const char *inner = *name ? arena_printf(arena, "%s/%s", name, entry) : arena_strdup(arena, entry);
        const char *path = arena_printf(arena, "%s/%s", checking->folder, inner);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
            list_folder(checking, inner, depth + 1);
        } else {
            struct record_file *file = arena_alloc(arena, sizeof *file);
            *file = (struct record_file){.name = inner, .path = path, .year = -1};
            g_ptr_array_add(checking->file, file);
        }
    }
    if (folder) g_dir_close(folder);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const struct record_file *const *)a)->name, (*(const struct record_file *const *)b)->name);
}

static struct record_file *find(const struct checking *checking, const char *name)
{
    for (guint i = 0; i < checking->file->len; i++) {
        struct record_file *file = checking->file->pdata[i];
        if (!strcmp(file->name, name)) return file;
    }
    return NULL;
}

/* ---- against the record ---- */

static void tell(struct checking *checking, enum diag_id id, const char *path)
{
    static const char *const NOTHING[] = {NULL};
    const struct spot spot = {.file = path};
    finding_tell(checking->finding, id, &spot, NOTHING);
}

static struct digest digest_of(const struct buf *bytes)
{
    struct digester *digester = digester_new();
    digester_put(digester, bytes->size ? bytes->data : "", bytes->size);
    return digester_end(digester);
}

static bool same(const struct digest *a, const struct digest *b)
{
    return !memcmp(a->text, b->text, sizeof a->text);
}

static void check_bytes(struct checking *checking, const struct manifest_entry *entry, const struct record_file *file)
{
    struct buf bytes = {0};
    if (!file_read(file->path, LARGEST_FILE, &bytes, checking->finding->diag)) return;
    struct digest digest = digest_of(&bytes);
    checking->finding->compared++;
    if (!same(&digest, &entry->digest)) tell(checking, DIAG_VERIFY_TOUCHED, file->path);
    buf_free(&bytes);
}

/* A file of its own for each year stays as it was published when later years come. */
static bool is_of_year(const char *name, int year)
{
    char part[16];
    g_snprintf(part, sizeof part, "-%d.", year);
    return year && strstr(name, part);
}

/* What is made of all years must also have the newest. */
static void check_age(struct checking *checking, const struct manifest_entry *entry, struct record_file *file,
                      const char *path)
{
    const struct verify_source *source = checking->source;
    struct digest now = source->inputs(source->self, entry->year);
    bool earlier = entry->year && entry->year < source->newest, own = is_of_year(entry->name, entry->year);
    checking->finding->compared++;
    if (same(&now, &entry->inputs) && (!earlier || own)) return;
    if (earlier && own) {
        const struct spot spot = {.file = path};
        DIAG(checking->finding->diag, VERIFY_OLD, spot.file, 0, NULL);
        if (file) file->old = true;
    } else {
        tell(checking, DIAG_VERIFY_STALE, path);
    }
}

static void check_entry(struct checking *checking, const struct manifest_entry *entry, const char *name)
{
    struct record_file *file = find(checking, name);
    g_hash_table_add(checking->known, (gpointer)name);
    if (!file) {
        tell(checking, DIAG_VERIFY_GONE, arena_printf(checking->finding->arena, "%s/%s", checking->folder, name));
        return;
    }
    check_bytes(checking, entry, file);
}

/* site.manifest is the record of site/: ours is of what it says, not of when its files were written. */
static void check_folder(struct checking *checking, const struct manifest_entry *entry)
{
    struct arena *arena = checking->finding->arena;
    const char *path = arena_printf(arena, "%s/%s", checking->folder, entry->name);
    const char *folder = arena_strndup(arena, entry->name, strlen(entry->name) - strlen(SUFFIX));
    if (access(path, F_OK) != 0) {
        tell(checking, DIAG_VERIFY_GONE, path);
        return;
    }
    struct manifest *pages = manifest_read(path, checking->finding->diag);
    struct buf text = {0};
    manifest_text(pages, &text);
    struct digest digest = digest_of(&text);
    if (!same(&digest, &entry->digest)) tell(checking, DIAG_VERIFY_TOUCHED, path);
    buf_free(&text);
    unsigned count;
    const struct manifest_entry *const *page = manifest_entries(pages, &count);
    for (unsigned i = 0; i < count; i++) {
        const char *name = arena_printf(arena, "%s/%s", folder, page[i]->name);
        check_entry(checking, page[i], name);
        struct record_file *file = find(checking, name);
        if (file) file->year = entry->year;
    }
    manifest_free(pages);
}

static void check_record(struct checking *checking)
{
    unsigned count;
    const struct manifest_entry *const *entry = manifest_entries(checking->record, &count);
    for (unsigned i = 0; i < count; i++) {
        bool record = checking->source->is_record(entry[i]->name);
        if (record)
            check_folder(checking, entry[i]);
        else
            check_entry(checking, entry[i], entry[i]->name);
        struct record_file *file = find(checking, entry[i]->name);
        const char *path = arena_printf(checking->finding->arena, "%s/%s", checking->folder, entry[i]->name);
        if (file) file->year = entry[i]->year;
        check_age(checking, entry[i], file, path);
    }
}

static void tell_foreign(struct checking *checking)
{
    for (guint i = 0; i < checking->file->len; i++) {
        struct record_file *file = checking->file->pdata[i];
        if (checking->source->is_record(file->name) || g_hash_table_contains(checking->known, file->name)) continue;
        DIAG(checking->finding->diag, VERIFY_FOREIGN, file->path, 0, NULL);
        file->foreign = true;
    }
}

/* ---- all of it ---- */

static struct record_files listed(struct checking *checking)
{
    struct record_files files = {.count = checking->file->len};
    files.file = arena_array(checking->finding->arena, files.count + 1, sizeof *files.file);
    for (guint i = 0; i < files.count; i++)
        files.file[i] = *(const struct record_file *)checking->file->pdata[i];
    return files;
}

struct record_files records_check(struct finding *finding, const char *folder, const struct manifest *record,
                                  const struct verify_source *source)
{
    struct checking checking = {
        finding, folder, record, source, g_ptr_array_new(), g_hash_table_new(g_str_hash, g_str_equal)};
    unsigned count;
    list_folder(&checking, "", 0);
    g_ptr_array_sort(checking.file, by_name);
    manifest_entries(record, &count);
    if (count)
        check_record(&checking);
    else if (checking.file->len)
        DIAG(finding->diag, VERIFY_NO_RECORD, folder, 0, NULL);
    if (count) tell_foreign(&checking);
    struct record_files files = listed(&checking);
    g_ptr_array_free(checking.file, TRUE);
    g_hash_table_destroy(checking.known);
    return files;
}
