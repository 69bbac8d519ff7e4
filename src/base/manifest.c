/* manifest: see manifest.h. A line an output: digest, size, year, digest of the inputs, name. */
#include "base/manifest.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/file.h"

enum { LIMIT = 64 << 20 };
static const char FIRST_LINE[] = "gyokaku outputs 1", FIRST_LINE_FOLDER[] = "gyokaku manifest 1";

struct manifest {
    struct arena *arena;
    GPtrArray *entry; /* by name */
};

struct manifest *manifest_new(void)
{
    struct manifest *manifest = xcalloc(1, sizeof *manifest);
    manifest->arena = arena_new();
    manifest->entry = g_ptr_array_new();
    return manifest;
}

void manifest_free(struct manifest *manifest)
{
    if (!manifest) return;
    g_ptr_array_free(manifest->entry, TRUE);
    arena_free(manifest->arena);
    free(manifest);
}

const struct manifest_entry *const *manifest_entries(const struct manifest *manifest, unsigned *count)
{
    *count = manifest->entry->len;
    return (const struct manifest_entry *const *)manifest->entry->pdata;
}

/* Where the name stands, or would stand. */
static guint place_of(const struct manifest *manifest, const char *name, struct manifest_entry **found)
{
    guint low = 0, high = manifest->entry->len;
    *found = NULL;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        struct manifest_entry *entry = manifest->entry->pdata[middle];
        int order = strcmp(entry->name, name);
        if (order == 0) *found = entry;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct manifest_entry *manifest_find(const struct manifest *manifest, const char *name)
{
    struct manifest_entry *found;
    place_of(manifest, name, &found);
    return found;
}

static struct manifest_entry *entry_of(struct manifest *manifest, const char *name)
{
    struct manifest_entry *entry;
    guint place = place_of(manifest, name, &entry);
    if (entry) return entry;
    entry = arena_alloc(manifest->arena, sizeof *entry);
    entry->name = arena_strdup(manifest->arena, name);
    g_ptr_array_insert(manifest->entry, (gint)place, entry);
    return entry;
}

void manifest_put(struct manifest *manifest, const char *name, const struct buf *content, int year,
                  const struct digest *inputs)
{
    struct digester *digester = digester_new();
    struct manifest_entry *entry = entry_of(manifest, name);
    digester_put(digester, content->size ? content->data : "", content->size);
    entry->digest = digester_end(digester);
    entry->size = (long long)content->size;
    entry->year = year;
    entry->inputs = *inputs;
}

void manifest_text(const struct manifest *manifest, struct buf *out)
{
    buf_printf(out, "%s\n", FIRST_LINE);
    for (guint i = 0; i < manifest->entry->len; i++) {
        const struct manifest_entry *entry = manifest->entry->pdata[i];
        buf_printf(out, "%s %lld %d %s %s\n", entry->digest.text, entry->size, entry->year, entry->inputs.text,
                   entry->name);
    }
}

/* ---- reading: the file may have been edited, cut off or put there by somebody ---- */

/* The next word of a line; NULL: there is none. */
static const char *next_word(char **rest)
{
    char *word = *rest, *end = strchr(word, ' ');
    if (!end) return NULL;
    *end = '\0';
    *rest = end + 1;
    return word;
}

static bool read_number(char **rest, long long most, long long *out)
{
    enum { DIGITS = 18 };
    const char *word = next_word(rest);
    if (!word || !*word || strlen(word) > DIGITS || strspn(word, "0123456789") != strlen(word)) return false;
    *out = strtoll(word, NULL, 10);
    return *out <= most;
}

static bool read_digest(const char *word, struct digest *out)
{
    size_t digits = sizeof out->text - 1;
    if (!word || strlen(word) != digits || strspn(word, "0123456789abcdef") != digits) return false;
    memcpy(out->text, word, sizeof out->text);
    return true;
}

/* A name that leads outside of the folder is nobody's output. */
static bool is_inside(const char *name)
{
    if (!*name || *name == '/') return false;
    for (const char *part = name; part; part = strchr(part, '/')) {
        part += *part == '/';
        size_t length = strcspn(part, "/");
        if (!length || (length <= 2 && strspn(part, ".") >= length)) return false;
    }
    return true;
}

/* Of a folder of pages: digest, size, time, name. */
static bool read_line(struct manifest *manifest, char *line, bool of_folder)
{
    static const long long YEAR_MOST = 9999, SIZE_MOST = 1LL << 40;
    struct manifest_entry read = {0};
    long long number = 0;
    if (!read_digest(next_word(&line), &read.digest) || !read_number(&line, SIZE_MOST, &read.size)) return false;
    bool fine = of_folder ? strchr(line, ' ') != NULL : read_number(&line, YEAR_MOST, &number);
    if (of_folder && fine) next_word(&line); /* nanoseconds: longer than a number here may be, and not needed */
    if (!of_folder && fine) fine = read_digest(next_word(&line), &read.inputs);
    if (!fine || !is_inside(line)) return false;
    struct manifest_entry *entry = entry_of(manifest, line);
    read.name = entry->name;
    read.year = (int)number;
    *entry = read;
    return true;
}

static bool read_text(struct manifest *manifest, char *text)
{
    bool first = true, of_folder = false;
    for (char *line = text, *end; *line; line = end + 1, first = false) {
        end = strchr(line, '\n');
        if (!end) return false;
        *end = '\0';
        if (first) {
            of_folder = !strcmp(line, FIRST_LINE_FOLDER);
            if (!of_folder && strcmp(line, FIRST_LINE) != 0) return false;
        } else if (!(of_folder && g_str_has_prefix(line, "inputs ")) && !read_line(manifest, line, of_folder)) {
            return false;
        }
    }
    return !first;
}

struct manifest *manifest_read(const char *path, struct diag *diag)
{
    struct manifest *manifest = manifest_new();
    struct buf text = {0};
    if (access(path, F_OK) != 0 || !file_read(path, LIMIT, &text, diag)) return manifest;
    bool whole = !memchr(text.data ? text.data : "", '\0', text.size) && read_text(manifest, (char *)buf_text(&text));
    buf_free(&text);
    if (whole) return manifest;
    DIAG(diag, FOLDER_MANIFEST, path, 0, NULL);
    g_ptr_array_set_size(manifest->entry, 0);
    return manifest;
}
