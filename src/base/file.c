/* file: reading a whole file, and writing outputs all or nothing. Knows nothing of what is in them. */
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/arena.h"

enum { READ_STEP = 1 << 16, MEGABYTE = 1 << 20, FOLDER_MODE = 0777, FILE_MODE = 0666 };

const char *file_reason(int error)
{
    static const struct {
        int error;
        const char *words;
    } WORDS[] = {
        {ENOSPC,  "ディスクの空き容量がありません"         },
        {EDQUOT,  "割り当てられた容量を使い切りました"   },
        {EFBIG,   "ファイルの大きさの上限を超えました"   },
        {EACCES,  "権限がありません"                              },
        {EPERM,   "権限がありません"                              },
        {EROFS,   "読み取り専用の場所です"                     },
        {ENOENT,  "フォルダーを作れない場所です"            },
        {ENOTDIR, "途中の名前がフォルダーではありません"},
        {EISDIR,  "同じ名前のフォルダーがあります"         },
        {EAGAIN,  "ほかの実行が書き込んでいます"            },
        {EIO,     "ディスクの読み書きに失敗しました"      },
    };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (WORDS[i].error == error) return WORDS[i].words;
    return strerror(error);
}

/* ---- reading ---- */

static bool read_all(int fd, size_t limit, struct buf *out)
{
    for (;;) {
        buf_reserve(out, READ_STEP);
        ssize_t got = read(fd, out->data + out->size, READ_STEP);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (got == 0) return true;
        out->size += (size_t)got;
        if (out->size > limit) {
            errno = EFBIG;
            return false;
        }
    }
}

/* Tells why a file could not be read. */
static void tell_unread(const char *path, size_t limit, int error, struct diag *diag)
{
    char size[32];
    snprintf(size, sizeof size, "%zuMB", limit / MEGABYTE);
    if (error == ENOENT || error == ENOTDIR)
        DIAG(diag, FILE_MISSING, path, 0, NULL);
    else if (error == EFBIG)
        DIAG(diag, FILE_TOO_BIG, path, 0, size);
    else
        DIAG(diag, FILE_UNREADABLE, path, 0, file_reason(error));
}

bool file_read(const char *path, size_t limit, struct buf *out, struct diag *diag)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool read_whole = fd >= 0 && read_all(fd, limit, out);
    int error = errno;
    if (fd >= 0) close(fd);
    if (read_whole) return true;
    tell_unread(path, limit, error, diag);
    buf_free(out);
    return false;
}

/* ---- writing ---- */

struct output {
    char *path, *temporary; /* temporary: NULL until it exists */
    int fd;                 /* of the temporary: kept open, since it holds the lock until the rename */
    struct buf content;
};
struct outputs {
    char *folder;
    struct output *output;
    unsigned count, capacity;
};

char *file_join(const char *folder, const char *name, const char *suffix)
{
    size_t size = strlen(folder) + strlen(name) + strlen(suffix) + 2;
    char *path = xmalloc(size);
    snprintf(path, size, "%s/%s%s", folder, name, suffix);
    return path;
}

struct outputs *outputs_new(const char *folder)
{
    struct outputs *outputs = xcalloc(1, sizeof *outputs);
    outputs->folder = file_join(folder, "", "");
    outputs->folder[strlen(folder)] = '\0';
    return outputs;
}

void outputs_add(struct outputs *outputs, const char *name, struct buf *content)
{
    GROW(outputs->output, outputs->count, outputs->capacity);
    outputs->output[outputs->count++] =
        (struct output){.path = file_join(outputs->folder, name, ""), .content = *content};
    *content = (struct buf){0};
}

bool file_make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        bool made = mkdir(path, FOLDER_MODE) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made) return false;
    }
    return true;
}

bool file_put(int fd, const char *data, size_t size)
{
    while (size) {
        ssize_t put = write(fd, data, size);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        data += put;
        size -= (size_t)put;
    }
    return true;
}

const struct buf *outputs_find(const struct outputs *outputs, const char *name)
{
    size_t folder = strlen(outputs->folder) + 1;
    for (unsigned i = 0; i < outputs->count; i++)
        if (!strcmp(outputs->output[i].path + folder, name)) return &outputs->output[i].content;
    return NULL;
}

const struct buf *outputs_at(const struct outputs *outputs, unsigned index, const char **name)
{
    if (index >= outputs->count) return NULL;
    *name = outputs->output[index].path + strlen(outputs->folder) + 1;
    return &outputs->output[index].content;
}

char *file_temporary(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0, size = strlen(path) + sizeof "..part";
    char *name = xmalloc(size);
    snprintf(name, size, "%.*s.%s.part", (int)folder, path, path + folder);
    return name;
}

/* Opened and locked: a second run into the same folder at the same time fails instead of mixing its bytes with ours. */
static int open_temporary(const char *name)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, FILE_MODE);
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fd >= 0 && fcntl(fd, F_SETLK, &lock) == 0 && ftruncate(fd, 0) == 0) return fd;
    int error = errno;
    if (fd >= 0) close(fd);
    errno = error;
    return -1;
}

static bool write_temporary(struct output *output)
{
    char *name = file_temporary(output->path);
    int fd = file_make_folders(output->path) ? open_temporary(name) : -1;
    if (fd < 0) {
        free(name);
        return false;
    }
    output->temporary = name;
    output->fd = fd;
    return file_put(fd, output->content.data, output->content.size) && fsync(fd) == 0;
}

static void close_temporary(struct output *output)
{
    close(output->fd);
    free(output->temporary);
    output->temporary = NULL;
}

/* The folder's own entry must reach the disk too, or a power cut could undo the rename. */
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

static void drop_temporaries(struct outputs *outputs)
{
    for (unsigned i = 0; i < outputs->count; i++) {
        if (!outputs->output[i].temporary) continue;
        unlink(outputs->output[i].temporary);
        close_temporary(&outputs->output[i]);
    }
}

static const int INTERRUPTS[] = {SIGINT, SIGTERM, SIGHUP, SIGXFSZ, SIGPIPE};
enum { INTERRUPT_COUNT = sizeof INTERRUPTS / sizeof *INTERRUPTS };

/* While files are written, interrupts wait: they are looked at between two files, so that none leaves a temporary file behind. */
static void hold_interrupts(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (int i = 0; i < INTERRUPT_COUNT; i++)
        sigaddset(&held, INTERRUPTS[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

static bool interrupted(void)
{
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT) || sigismember(&pending, SIGTERM) || sigismember(&pending, SIGHUP);
}

/* Takes the interrupts that came while they were held, so that the program ends with its own message and status. */
static void take_interrupts(const sigset_t *before)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, old[INTERRUPT_COUNT];
    for (int i = 0; i < INTERRUPT_COUNT; i++)
        sigaction(INTERRUPTS[i], &ignore, &old[i]);
    sigprocmask(SIG_SETMASK, before, NULL);
    for (int i = 0; i < INTERRUPT_COUNT; i++)
        sigaction(INTERRUPTS[i], &old[i], NULL);
}

static bool write_temporaries(struct outputs *outputs, struct diag *diag)
{
    for (unsigned i = 0; i < outputs->count; i++) {
        struct output *output = &outputs->output[i];
        if (!write_temporary(output)) {
            DIAG(diag, OUTPUT_FAILED, output->path, 0, file_reason(errno));
            return false;
        }
        if (interrupted()) {
            DIAG(diag, OUTPUT_INTERRUPTED, output->path, 0, NULL);
            return false;
        }
    }
    return true;
}

/* A rename beside a file that could be written fails only where a folder has its name: looked at before the first one, so that
   either all outputs are new or none is. */
static bool may_rename(const struct output *output)
{
    struct stat there;
    if (lstat(output->path, &there) != 0 || !S_ISDIR(there.st_mode)) return true;
    errno = EISDIR;
    return false;
}

static bool rename_all(struct outputs *outputs, struct diag *diag)
{
    for (unsigned i = 0; i < outputs->count; i++) {
        if (may_rename(&outputs->output[i])) continue;
        DIAG(diag, OUTPUT_FAILED, outputs->output[i].path, 0, file_reason(errno));
        return false;
    }
    for (unsigned i = 0; i < outputs->count; i++) {
        struct output *output = &outputs->output[i];
        if (rename(output->temporary, output->path) != 0) {
            DIAG(diag, OUTPUT_FAILED, output->path, 0, file_reason(errno));
            return false;
        }
        close_temporary(output);
    }
    sync_folder(outputs->folder);
    return true;
}

bool outputs_commit(struct outputs *outputs, struct diag *diag)
{
    sigset_t before;
    hold_interrupts(&before);
    bool committed = write_temporaries(outputs, diag) && rename_all(outputs, diag);
    drop_temporaries(outputs);
    take_interrupts(&before);
    return committed;
}

void outputs_free(struct outputs *outputs)
{
    if (!outputs) return;
    drop_temporaries(outputs);
    for (unsigned i = 0; i < outputs->count; i++) {
        free(outputs->output[i].path);
        buf_free(&outputs->output[i].content);
    }
    free(outputs->output);
    free(outputs->folder);
    free(outputs);
}
