/* inputs: names and contents of files into a digest. */
#include "command/inputs.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void inputs_word(struct digester *digester, const char *word)
{
    digester_put(digester, word, strlen(word) + 1);
}

static void add_file(struct digester *digester, const char *path)
{
    char *content = NULL;
    gsize size = 0;
    inputs_word(digester, path);
    if (!g_file_get_contents(path, &content, &size, NULL)) return;
    digester_put(digester, &size, sizeof size);
    digester_put(digester, content, size);
    g_free(content);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void inputs_add(struct digester *digester, const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    if (!folder) {
        add_file(digester, path);
        return;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(folder));)
        g_ptr_array_add(names, g_build_filename(path, name, NULL));
    g_dir_close(folder);
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++)
        inputs_add(digester, names->pdata[i]);
    g_ptr_array_free(names, TRUE);
}

void inputs_program(struct digester *digester)
{
    struct stat program;
    if (stat("/proc/self/exe", &program) != 0) return;
    digester_put(digester, &program.st_size, sizeof program.st_size);
    digester_put(digester, &program.st_mtim, sizeof program.st_mtim);
}

/* ---- what an output is made of ---- */

enum { YEAR_DIGITS = 4, YEAR_MOST = 9999 };
static const char ACTUALS[] = "actuals";

/* What editors leave beside a file that is open, and copies of it. */
static bool is_left_over(const char *name)
{
    return *name == '.' || *name == '#' || g_str_has_suffix(name, "~");
}

/* 2027 of 2027.xml; 0: no file of actuals. */
static int year_of(const char *name)
{
    bool fine = strspn(name, "0123456789") == YEAR_DIGITS && !strcmp(name + YEAR_DIGITS, ".xml");
    return fine ? (int)strtol(name, NULL, 10) : 0;
}

/* The names in a folder, sorted, those of years after `year` left out; the caller frees it. */
static GPtrArray *names_in(const char *path, int year)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *folder = g_dir_open(path, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        if (!is_left_over(name) && year_of(name) <= year) g_ptr_array_add(names, g_strdup(name));
    if (folder) g_dir_close(folder);
    g_ptr_array_sort(names, by_name);
    return names;
}

static void add_named(struct digester *digester, const char *path, const char *name)
{
    char *content = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &content, &size, NULL)) return;
    inputs_word(digester, name);
    digester_put(digester, &size, sizeof size);
    digester_put(digester, content, size);
    g_free(content);
}

/* The files of a folder by their names in it; `deep`: those of its folders, too. */
static void add_folder(struct digester *digester, const char *path, int year, bool deep)
{
    GPtrArray *names = names_in(path, year);
    for (guint i = 0; i < names->len; i++) {
        char *file = g_build_filename(path, names->pdata[i], NULL);
        if (!g_file_test(file, G_FILE_TEST_IS_DIR)) {
            add_named(digester, file, names->pdata[i]);
        } else if (deep) {
            inputs_word(digester, names->pdata[i]);
            add_folder(digester, file, year, deep);
        }
        g_free(file);
    }
    g_ptr_array_free(names, TRUE);
}

struct digest inputs_digest(const struct options *options, int year)
{
    struct digester *digester = digester_new();
    inputs_word(digester, options->version);
    char *actuals = g_build_filename(options->input, ACTUALS, NULL);
    add_folder(digester, options->input, YEAR_MOST, false);
    inputs_word(digester, ACTUALS);
    if (year) add_folder(digester, actuals, year, false);
    inputs_word(digester, "templates");
    add_folder(digester, options->templates, YEAR_MOST, true);
    inputs_word(digester, "fonts");
    add_folder(digester, options->fonts, YEAR_MOST, true);
    g_free(actuals);
    return digester_end(digester);
}

int inputs_newest_year(const struct options *options)
{
    int newest = 0;
    char *path = g_build_filename(options->input, ACTUALS, NULL);
    GPtrArray *names = names_in(path, options->year ? options->year : YEAR_MOST);
    for (guint i = 0; i < names->len; i++) {
        int year = year_of(names->pdata[i]);
        if (year > newest) newest = year;
    }
    g_ptr_array_free(names, TRUE);
    g_free(path);
    return newest;
}
