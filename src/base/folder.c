/* folder: what is in the manifest, what lies on the disk and what is wanted, brought together file by file. */
#define _XOPEN_SOURCE 700
#include "base/folder.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>
#include "base/arena.h"
#include "base/file.h"

enum { MANIFEST_LIMIT = 64 << 20, FILE_LIMIT = 1 << 30, FILE_MODE = 0666 };
static const char FIRST_LINE[] = "gyokaku manifest 1";

struct entry {
    char *name, *path; /* in the folder; from the working directory */
    struct digest digest;
    int64_t size, time; /* time: nanoseconds of its last change, as we left it */
    struct buf content; /* of what was added */
    bool staged;        /* under its temporary name */
};
struct folder {
    struct arena *arena;
    char *path, *manifest;
    struct digest inputs; /* of the manifest */
    GHashTable *known;    /* name → entry, of the manifest */
    unsigned count, capacity;
    struct entry **entry; /* added, in their order */
    GHashTable *added;    /* name → entry */
    struct buf changes;
};

/* ---- digests ---- */

struct digester {
    XXH3_state_t *state;
};

struct digester *digester_new(void)
{
    struct digester *digester = xcalloc(1, sizeof *digester);
    digester->state = XXH3_createState();
    XXH3_128bits_reset(digester->state);
    return digester;
}

void digester_put(struct digester *digester, const void *bytes, size_t size)
{
    XXH3_128bits_update(digester->state, bytes, size);
}

static struct digest digest_text(XXH128_hash_t hash)
{
    struct digest digest;
    snprintf(digest.text, sizeof digest.text, "%016" PRIx64 "%016" PRIx64, (uint64_t)hash.high64, (uint64_t)hash.low64);
    return digest;
}

struct digest digester_end(struct digester *digester)
{
    struct digest digest = digest_text(XXH3_128bits_digest(digester->state));
    XXH3_freeState(digester->state);
    free(digester);
    return digest;
}

static struct digest digest_of(const struct buf *bytes)
{
    return digest_text(XXH3_128bits(bytes->size ? bytes->data : "", bytes->size));
}

static bool same_digest(const struct digest *a, const struct digest *b)
{
    return memcmp(a->text, b->text, sizeof a->text) == 0;
}

/* ---- the manifest ---- */

static struct entry *entry_new(struct folder *folder, const char *name)
{
    struct entry *entry = arena_alloc(folder->arena, sizeof *entry);
    entry->name = arena_strdup(folder->arena, name);
    entry->path = arena_printf(folder->arena, "%s/%s", folder->path, name);
    return entry;
}

/* Nothing outside of the folder is ever ours. */
static bool is_inside(const char *name)
{
    if (!*name || *name == '/') return false;
    for (const char *part = name; part; part = strchr(part, '/')) {
        part += *part == '/';
        size_t length = strcspn(part, "/");
        if (!length || (length == 1 && part[0] == '.') || (length == 2 && part[0] == '.' && part[1] == '.'))
            return false;
    }
    return true;
}

static bool read_digest(const char **p, struct digest *digest)
{
    size_t digits = sizeof digest->text - 1;
    if (strspn(*p, "0123456789abcdef") != digits) return false;
    memcpy(digest->text, *p, digits);
    digest->text[digits] = '\0';
    *p += digits;
    return true;
}

static bool read_entry(struct folder *folder, const char *line)
{
    struct digest digest;
    char *end;
    if (!read_digest(&line, &digest) || *line != ' ') return false;
    long long size = strtoll(line, &end, 10), time = strtoll(end, &end, 10);
    if (size < 0 || *end != ' ' || !is_inside(end + 1)) return false;
    struct entry *entry = entry_new(folder, end + 1);
    entry->digest = digest;
    entry->size = size;
    entry->time = time;
    g_hash_table_insert(folder->known, entry->name, entry);
    return true;
}

/* The next line, which must be whole; NULL when there is none. */
static char *next_line(char **rest)
{
    char *line = *rest, *end = strchr(line, '\n');
    if (!end) return NULL;
    *end = '\0';
    *rest = end + 1;
    return line;
}

static bool read_lines(struct folder *folder, char *text)
{
    static const char INPUTS[] = "inputs ";
    char *rest = text, *line = next_line(&rest);
    if (!line || strcmp(line, FIRST_LINE) != 0 || !(line = next_line(&rest))) return false;
    const char *digest = line + strlen(INPUTS);
    if (strncmp(line, INPUTS, strlen(INPUTS)) != 0 || !read_digest(&digest, &folder->inputs) || *digest) return false;
    while ((line = next_line(&rest)))
        if (!read_entry(folder, line)) return false;
    return !*rest;
}

static void read_manifest(struct folder *folder, struct diag *diag)
{
    struct buf text = {0};
    if (access(folder->manifest, F_OK) != 0 || !file_read(folder->manifest, MANIFEST_LIMIT, &text, diag)) return;
    if (!read_lines(folder, (char *)buf_text(&text))) {
        DIAG(diag, FOLDER_MANIFEST, folder->manifest, 0, NULL);
        g_hash_table_remove_all(folder->known);
        folder->inputs = (struct digest){0};
    }
    buf_free(&text);
}

struct folder *folder_new(const char *path, const char *manifest, struct diag *diag)
{
    struct folder *folder = xcalloc(1, sizeof *folder);
    folder->arena = arena_new();
    folder->path = arena_strdup(folder->arena, path);
    folder->manifest = arena_strdup(folder->arena, manifest);
    folder->known = g_hash_table_new(g_str_hash, g_str_equal);
    folder->added = g_hash_table_new(g_str_hash, g_str_equal);
    read_manifest(folder, diag);
    return folder;
}

void folder_free(struct folder *folder)
{
    if (!folder) return;
    for (unsigned i = 0; i < folder->count; i++)
        buf_free(&folder->entry[i]->content);
    g_hash_table_destroy(folder->known);
    g_hash_table_destroy(folder->added);
    free(folder->entry);
    buf_free(&folder->changes);
    arena_free(folder->arena);
    free(folder);
}

static bool get_stat(const char *path, int64_t *size, int64_t *time)
{
    static const int64_t NANOSECONDS = 1000000000;
    struct stat there;
    if (lstat(path, &there) != 0 || !S_ISREG(there.st_mode)) return false;
    *size = there.st_size;
    *time = (int64_t)there.st_mtim.tv_sec * NANOSECONDS + there.st_mtim.tv_nsec;
    return true;
}

/* Is the file as we left it, as far as size and time tell? */
static bool looks_untouched(const struct entry *entry)
{
    int64_t size, time;
    return get_stat(entry->path, &size, &time) && size == entry->size && time == entry->time;
}

bool folder_is_current(const struct folder *folder, const struct digest *inputs)
{
    GHashTableIter each;
    gpointer entry;
    if (!same_digest(&folder->inputs, inputs) || !g_hash_table_size(folder->known)) return false;
    g_hash_table_iter_init(&each, folder->known);
    while (g_hash_table_iter_next(&each, NULL, &entry))
        if (!looks_untouched(entry)) return false;
    return true;
}

void folder_add(struct folder *folder, const char *name, struct buf *content)
{
    struct entry *entry = entry_new(folder, name);
    entry->content = *content;
    entry->digest = digest_of(content);
    entry->size = (int64_t)content->size;
    *content = (struct buf){0};
    GROW(folder->entry, folder->count, folder->capacity);
    folder->entry[folder->count++] = entry;
    g_hash_table_insert(folder->added, entry->name, entry);
}

/* ---- what lies there ---- */

/* The digest of a file; false when there is none that can be read. */
static bool digest_file(const char *path, struct digest *digest)
{
    struct diag *unheard = diag_new();
    struct buf bytes = {0};
    bool read_whole = file_read(path, FILE_LIMIT, &bytes, unheard);
    if (read_whole) *digest = digest_of(&bytes);
    buf_free(&bytes);
    diag_free(unheard);
    return read_whole;
}

/* Is what lies there just what is wanted? Sizes and times are believed only for what we left there ourselves. */
static bool is_there(const struct folder *folder, struct entry *entry)
{
    const struct entry *known = g_hash_table_lookup(folder->known, entry->name);
    int64_t size;
    struct digest digest;
    if (!get_stat(entry->path, &size, &entry->time) || size != entry->size) return false;
    if (known && looks_untouched(known)) return same_digest(&known->digest, &entry->digest);
    return digest_file(entry->path, &digest) && same_digest(&digest, &entry->digest);
}

/* Something lies there that neither we left nor is wanted: it is written over, which its author should know. */
static void tell_touched(const struct folder *folder, const struct entry *entry, struct diag *diag)
{
    const struct entry *known = g_hash_table_lookup(folder->known, entry->name);
    struct digest digest;
    if (known && looks_untouched(known)) return;
    if (!digest_file(entry->path, &digest) || (known && same_digest(&digest, &known->digest))) return;
    DIAG(diag, FOLDER_TOUCHED, entry->path, 0, NULL);
}

/* ---- writing ---- */

static bool fail(const char *path, struct diag *diag)
{
    DIAG(diag, OUTPUT_FAILED, path, 0, file_reason(errno));
    return false;
}

static bool stage(const char *path, const struct buf *content)
{
    char *name = file_temporary(path);
    char *above = file_join(path, "", "");
    above[strlen(path)] = '\0';
    int fd =
        file_make_folders(above) ? open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, FILE_MODE) : -1;
    bool fine = fd >= 0 && file_put(fd, content->data, content->size);
    int error = errno;
    if (fd >= 0) close(fd);
    free(name);
    free(above);
    errno = error;
    return fine;
}

static bool put_in_place(const char *path)
{
    char *name = file_temporary(path);
    bool fine = rename(name, path) == 0;
    free(name);
    return fine;
}

static void unstage(const char *path)
{
    char *name = file_temporary(path);
    unlink(name);
    free(name);
}

/* All that is new stands beside its place before the first old file goes. */
static bool stage_all(struct folder *folder, struct folder_figures *figures, struct diag *diag)
{
    for (unsigned i = 0; i < folder->count; i++) {
        struct entry *entry = folder->entry[i];
        if (is_there(folder, entry)) {
            figures->unchanged++;
            continue;
        }
        tell_touched(folder, entry, diag);
        entry->staged = true;
        if (!stage(entry->path, &entry->content)) return fail(entry->path, diag);
    }
    return true;
}

static bool rename_all(struct folder *folder, struct folder_figures *figures, struct diag *diag)
{
    for (unsigned i = 0; i < folder->count; i++) {
        struct entry *entry = folder->entry[i];
        int64_t size;
        if (!entry->staged) continue;
        if (!put_in_place(entry->path)) return fail(entry->path, diag);
        entry->staged = false;
        get_stat(entry->path, &size, &entry->time);
        figures->written++;
        buf_str(&folder->changes, entry->name);
        buf_char(&folder->changes, '\n');
    }
    return true;
}

/* ---- what is not wanted any more ---- */

/* Folders that have become empty go, too. */
static void remove_empty_above(const struct folder *folder, const char *path)
{
    char *above = file_join(path, "", "");
    above[strlen(path)] = '\0';
    for (char *slash = strrchr(above, '/'); slash && (size_t)(slash - above) > strlen(folder->path);
         slash = strrchr(above, '/')) {
        *slash = '\0';
        if (rmdir(above) != 0) break;
    }
    free(above);
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(const struct entry *const *)a)->name, (*(const struct entry *const *)b)->name);
}

/* The entries of a table by name: hash tables have no order of their own that could be relied on. */
static struct entry **sorted(GHashTable *table, unsigned *count)
{
    GHashTableIter each;
    gpointer entry;
    struct entry **list = xcalloc(g_hash_table_size(table), sizeof *list);
    *count = 0;
    g_hash_table_iter_init(&each, table);
    while (g_hash_table_iter_next(&each, NULL, &entry))
        list[(*count)++] = entry;
    if (*count) qsort(list, *count, sizeof *list, by_name);
    return list;
}

static void remove_old(struct folder *folder, struct folder_figures *figures)
{
    unsigned count;
    struct entry **known = sorted(folder->known, &count);
    for (unsigned i = 0; i < count; i++) {
        const struct entry *entry = known[i];
        struct digest digest;
        if (g_hash_table_contains(folder->added, entry->name) || !digest_file(entry->path, &digest)) continue;
        if (!same_digest(&digest, &entry->digest) || unlink(entry->path) != 0) continue; /* foreign by now */
        figures->removed++;
        buf_printf(&folder->changes, "-%s\n", entry->name);
        remove_empty_above(folder, entry->path);
    }
    free(known);
}

/* ---- what is not ours ---- */

/* nftw has no argument to hand on. */
static _Thread_local struct search {
    struct folder *folder;
    GPtrArray *foreign;
} * current;

/* What a killed run left: the temporary name of a file that is or was ours. */
static bool is_leftover(const struct folder *folder, const char *name)
{
    static const char SUFFIX[] = ".part";
    const char *slash = strrchr(name, '/'), *last = slash ? slash + 1 : name;
    size_t length = strlen(last), suffix = strlen(SUFFIX);
    if (*last != '.' || length <= suffix + 1 || strcmp(last + length - suffix, SUFFIX) != 0) return false;
    char *of = g_strdup_printf("%.*s%.*s", (int)(last - name), name, (int)(length - suffix - 1), last + 1);
    bool ours = g_hash_table_contains(folder->added, of) || g_hash_table_contains(folder->known, of);
    g_free(of);
    return ours;
}

static int look_at(const char *path, const struct stat *there, int kind, struct FTW *where)
{
    (void)there;
    (void)where;
    const char *name = path + strlen(current->folder->path);
    name += strspn(name, "/");
    if (kind == FTW_D || kind == FTW_DP || g_hash_table_contains(current->folder->added, name)) return 0;
    if (is_leftover(current->folder, name))
        unlink(path);
    else
        g_ptr_array_add(current->foreign, g_strdup(path));
    return 0;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void tell_foreign(struct folder *folder, struct folder_figures *figures, struct diag *diag)
{
    enum { OPEN_FOLDERS = 16 };
    struct search search = {folder, g_ptr_array_new_with_free_func(g_free)};
    current = &search;
    nftw(folder->path, look_at, OPEN_FOLDERS, FTW_PHYS);
    current = NULL;
    g_ptr_array_sort(search.foreign, by_text);
    for (guint i = 0; i < search.foreign->len; i++)
        DIAG(diag, FOLDER_FOREIGN, search.foreign->pdata[i], 0, NULL);
    figures->foreign = search.foreign->len;
    g_ptr_array_free(search.foreign, TRUE);
}

/* ---- all of it ---- */

static bool write_whole(const char *path, const struct buf *content, struct diag *diag)
{
    if (stage(path, content) && put_in_place(path)) return true;
    unstage(path);
    return fail(path, diag);
}

static bool write_manifest(struct folder *folder, const struct digest *inputs, struct diag *diag)
{
    unsigned count;
    struct entry **added = sorted(folder->added, &count);
    struct buf text = {0};
    buf_printf(&text, "%s\ninputs %s\n", FIRST_LINE, inputs->text);
    for (unsigned i = 0; i < count; i++)
        buf_printf(&text, "%s %" PRId64 " %" PRId64 " %s\n", added[i]->digest.text, added[i]->size, added[i]->time,
                   added[i]->name);
    bool fine = write_whole(folder->manifest, &text, diag);
    buf_free(&text);
    free(added);
    return fine;
}

bool folder_commit(struct folder *folder, const struct digest *inputs, const char *changed,
                   struct folder_figures *figures, struct diag *diag)
{
    *figures = (struct folder_figures){0};
    bool fine = stage_all(folder, figures, diag) && rename_all(folder, figures, diag);
    if (!fine) {
        for (unsigned i = 0; i < folder->count; i++)
            if (folder->entry[i]->staged) unstage(folder->entry[i]->path);
        return false;
    }
    remove_old(folder, figures);
    tell_foreign(folder, figures, diag);
    if (changed && !write_whole(changed, &folder->changes, diag)) return false;
    return write_manifest(folder, inputs, diag);
}
