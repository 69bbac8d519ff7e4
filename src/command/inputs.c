/* inputs: names and contents of files into a digest. */
#include "command/inputs.h"
#include <glib.h>
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
