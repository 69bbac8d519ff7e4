/* folder: only what changed is written, only what is ours is removed, and a run that was killed is mended by the next. */
#include "documents.h"
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/folder.h"

struct place {
    char root[64];
    char path[80], manifest[80], changed[80];
};

static int place_up(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    strcpy(place->root, "/tmp/gyokaku-folder-XXXXXX");
    if (!mkdtemp(place->root)) return 1;
    snprintf(place->path, sizeof place->path, "%s/site", place->root);
    snprintf(place->manifest, sizeof place->manifest, "%s/site.manifest", place->root);
    snprintf(place->changed, sizeof place->changed, "%s/changed.txt", place->root);
    *state = place;
    return 0;
}

static int place_down(void **state)
{
    struct place *place = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", place->root);
    int failed = system(command);
    free(place);
    return failed;
}

/* Pages as "name=content", ended by NULL; the inputs' digest is of `inputs`. Messages go to *said when asked for. */
static struct folder_figures publish(const struct place *place, const char *inputs, const char *const *pages,
                                     char **said)
{
    struct diag *diag = diag_new();
    struct folder *folder = folder_new(place->path, place->manifest, diag);
    struct digester *digester = digester_new();
    digester_put(digester, inputs, strlen(inputs));
    struct digest digest = digester_end(digester);
    for (; *pages; pages++) {
        struct buf content = {0};
        const char *equals = strchr(*pages, '=');
        char *name = g_strndup(*pages, (gsize)(equals - *pages));
        buf_str(&content, equals + 1);
        folder_add(folder, name, &content);
        g_free(name);
    }
    struct folder_figures figures;
    assert_true(folder_commit(folder, &digest, place->changed, &figures, diag));
    if (said) *said = messages_of(diag);
    folder_free(folder);
    diag_free(diag);
    return figures;
}
#define PUBLISH(place, inputs, said, ...) publish(place, inputs, (const char *const[]){__VA_ARGS__, NULL}, said)

static bool is_current(const struct place *place, const char *inputs)
{
    struct diag *diag = diag_new();
    struct folder *folder = folder_new(place->path, place->manifest, diag);
    struct digester *digester = digester_new();
    digester_put(digester, inputs, strlen(inputs));
    struct digest digest = digester_end(digester);
    bool current = folder_is_current(folder, &digest);
    folder_free(folder);
    diag_free(diag);
    return current;
}

static char *content(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL)) text = NULL;
    g_free(path);
    return text;
}

static void assert_content(const char *folder, const char *name, const char *wanted)
{
    char *text = content(folder, name);
    if (wanted)
        assert_non_null(text);
    else
        assert_null(text);
    if (wanted) assert_string_equal(text, wanted);
    g_free(text);
}

static void put(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_free(path);
}

static void only_changes_are_written(void **state)
{
    struct place *place = *state;
    struct folder_figures figures = PUBLISH(place, "1", NULL, "index.html=A", "p/1.html=B", "p/2.html=C");
    assert_int_equal(figures.written, 3);
    assert_content(place->path, "p/2.html", "C");
    assert_true(is_current(place, "1"));
    assert_false(is_current(place, "2"));
    figures = PUBLISH(place, "2", NULL, "index.html=A", "p/1.html=B2", "p/2.html=C");
    assert_int_equal(figures.written, 1);
    assert_int_equal(figures.unchanged, 2);
    assert_content(place->path, "p/1.html", "B2");
    assert_content(place->root, "changed.txt", "p/1.html\n");
    assert_true(is_current(place, "2"));
}

static void nothing_is_written_twice(void **state)
{
    struct place *place = *state;
    char path[128];
    struct stat before, after;
    PUBLISH(place, "1", NULL, "a.html=A");
    snprintf(path, sizeof path, "%s/a.html", place->path);
    assert_int_equal(stat(path, &before), 0);
    struct folder_figures figures = PUBLISH(place, "1", NULL, "a.html=A");
    assert_int_equal(figures.written, 0);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_content(place->root, "changed.txt", "");
}

static void old_pages_go_and_foreign_ones_stay(void **state)
{
    struct place *place = *state;
    char *said;
    PUBLISH(place, "1", NULL, "index.html=A", "p/1.html=B", "q/2.html=C");
    put(place->path, "note.txt", "clerk's own");
    put(place->path, "p/1.html", "changed by hand");
    struct folder_figures figures = PUBLISH(place, "2", &said, "index.html=A");
    assert_int_equal(figures.removed, 1);
    assert_int_equal(figures.foreign, 2);
    assert_content(place->path, "q/2.html", NULL);
    assert_content(place->path, "p/1.html", "changed by hand");
    assert_content(place->path, "note.txt", "clerk's own");
    assert_true(is_said(said, "folder-foreign"));
    assert_non_null(strstr(said, "note.txt"));
    assert_content(place->root, "changed.txt", "-q/2.html\n");
    char *gone = g_build_filename(place->path, "q", NULL);
    assert_int_not_equal(access(gone, F_OK), 0);
    g_free(gone);
    free(said);
}

static void what_was_changed_by_hand_is_made_anew(void **state)
{
    struct place *place = *state;
    char *said;
    PUBLISH(place, "1", NULL, "a.html=AAAA");
    put(place->path, "a.html", "BBBB"); /* the same size */
    assert_false(is_current(place, "1"));
    struct folder_figures figures = PUBLISH(place, "1", &said, "a.html=AAAA");
    assert_int_equal(figures.written, 1);
    assert_true(is_said(said, "folder-touched"));
    assert_content(place->path, "a.html", "AAAA");
    free(said);
}

static void a_missing_page_is_made_anew(void **state)
{
    struct place *place = *state;
    char path[128];
    PUBLISH(place, "1", NULL, "a.html=A", "b.html=B");
    snprintf(path, sizeof path, "%s/b.html", place->path);
    assert_int_equal(unlink(path), 0);
    assert_false(is_current(place, "1"));
    assert_int_equal(PUBLISH(place, "1", NULL, "a.html=A", "b.html=B").written, 1);
}

static void damaged_manifests_are_none(void **state)
{
    struct place *place = *state;
    static const char *const DAMAGED[] = {
        "",
        "gyokaku manifest 1\n",
        "gyokaku manifest 2\ninputs 00000000000000000000000000000000\n",
        "gyokaku manifest 1\ninputs 0\n",
        "gyokaku manifest 1\ninputs 00000000000000000000000000000000\n00000000000000000000000000000000 1 1 "
        "../outside\n",
        "gyokaku manifest 1\ninputs 00000000000000000000000000000000\n00000000000000000000000000000000 1 1 "
        "/etc/passwd\n",
        "gyokaku manifest 1\ninputs 00000000000000000000000000000000\n00000000000000000000000000000000 1 1 a//b\n",
        "gyokaku manifest 1\ninputs 00000000000000000000000000000000\n00000000000000000000000000000000 -1 1 a\n",
        "gyokaku manifest 1\ninputs 00000000000000000000000000000000\n00000000000000000000000000000000 1 1 cut sho",
    };
    for (size_t i = 0; i < sizeof DAMAGED / sizeof *DAMAGED; i++) {
        char *said;
        put(place->root, "outside", "x");
        assert_true(g_file_set_contents(place->manifest, DAMAGED[i], -1, NULL));
        PUBLISH(place, "1", &said, "a.html=A");
        assert_true(is_said(said, "folder-manifest"));
        assert_content(place->root, "outside", "x");
        assert_true(is_current(place, "1"));
        free(said);
    }
}

/* Killed after any number of system calls: every page is the old or the new one, and the next run brings all to the new state. */
static void killed_at_any_moment(void **state)
{
    struct place *place = *state;
    for (gulong wait = 0; wait < 6000; wait += 150) {
        PUBLISH(place, "old", NULL, "a.html=old", "b/c.html=old", "d.html=old", "gone.html=old");
        pid_t child = fork();
        if (child == 0) {
            for (;;) {
                PUBLISH(place, "new", NULL, "a.html=new!", "b/c.html=new!", "d.html=new!");
                PUBLISH(place, "old", NULL, "a.html=old", "b/c.html=old", "d.html=old", "gone.html=old");
            }
        }
        g_usleep(wait + 500);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        static const char *const NAMES[] = {"a.html", "b/c.html", "d.html"};
        for (size_t i = 0; i < 3; i++) {
            char *text = content(place->path, NAMES[i]);
            assert_true(text && (!strcmp(text, "old") || !strcmp(text, "new!")));
            g_free(text);
        }
        struct folder_figures figures = PUBLISH(place, "new", NULL, "a.html=new!", "b/c.html=new!", "d.html=new!");
        for (size_t i = 0; i < 3; i++)
            assert_content(place->path, NAMES[i], "new!");
        assert_true(figures.foreign <= 1); /* a page made by the killed run alone: its manifest never came to be */
        assert_true(is_current(place, "new"));
        char *orphan = g_build_filename(place->path, "gone.html", NULL);
        unlink(orphan);
        g_free(orphan);
    }
}

static void a_full_disk_leaves_old_pages(void **state)
{
    struct place *place = *state;
    char path[128];
    PUBLISH(place, "1", NULL, "a.html=A");
    snprintf(path, sizeof path, "%s/b.html", place->path);
    assert_int_equal(mkdir(path, 0777), 0); /* in the way of a page */
    struct diag *diag = diag_new();
    struct folder *folder = folder_new(place->path, place->manifest, diag);
    struct digest digest = {"00000000000000000000000000000000"};
    struct folder_figures figures;
    struct buf content_a = {0}, content_b = {0};
    buf_str(&content_b, "B");
    buf_str(&content_a, "A2");
    folder_add(folder, "b.html", &content_b);
    folder_add(folder, "a.html", &content_a);
    assert_false(folder_commit(folder, &digest, NULL, &figures, diag));
    assert_int_equal(diag_status(diag), 3);
    assert_content(place->path, "a.html", "A");
    folder_free(folder);
    diag_free(diag);
    assert_int_equal(rmdir(path), 0);
}

int main(void)
{
#define ONE(name) cmocka_unit_test_setup_teardown(name, place_up, place_down)
    const struct CMUnitTest tests[] = {
        ONE(only_changes_are_written),
        ONE(nothing_is_written_twice),
        ONE(old_pages_go_and_foreign_ones_stay),
        ONE(what_was_changed_by_hand_is_made_anew),
        ONE(a_missing_page_is_made_anew),
        ONE(damaged_manifests_are_none),
        ONE(killed_at_any_moment),
        ONE(a_full_disk_leaves_old_pages),
    };
    return cmocka_run_group_tests_name("folder", tests, NULL, NULL);
}
