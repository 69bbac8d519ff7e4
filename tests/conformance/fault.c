/* fault: preloaded into the program, makes one step of the writing of an output fail or be interrupted. A step is a call on a
   temporary file (.NAME.part): its opening, each write, its sync, its rename. FAULT_AT says which (from 1), FAULT_KIND how;
   FAULT_LOG is a file that gets the number of steps taken. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { DESCRIPTORS = 1024 };
static bool temporary[DESCRIPTORS];
static long steps;

/* ISO C has no conversion from void * to a function; POSIX wants it written so. */
#define REAL(function, name) \
    __typeof__(&(function)) real; \
    *(void **)&real = dlsym(RTLD_NEXT, (name))

static bool is_temporary(const char *path)
{
    size_t length = strlen(path);
    return length > 5 && strcmp(path + length - 5, ".part") == 0;
}

/* After each step: the program may end without its destructors. */
static void tell(void)
{
    const char *log = getenv("FAULT_LOG");
    FILE *file = log ? fopen(log, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld\n", steps);
    fclose(file);
}

/* Takes a step; false when it has to fail, with errno set. */
static bool step(void)
{
    static const struct kind {
        const char *name;
        int error, signal;
    } kinds[] = {
        {"full",    ENOSPC, 0      },
        {"broken",  EIO,    0      },
        {"refused", EACCES, 0      },
        {"quota",   EDQUOT, 0      },
        {"kill",    0,      SIGKILL},
        {"term",    0,      SIGTERM},
        {"int",     0,      SIGINT },
        {"hangup",  0,      SIGHUP },
    };
    const char *at = getenv("FAULT_AT"), *wanted = getenv("FAULT_KIND");
    steps++;
    tell();
    if (steps != (at ? atol(at) : 0) || !wanted) return true;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].name, wanted) != 0) continue;
        if (kinds[i].signal) raise(kinds[i].signal);
        errno = kinds[i].error;
        return kinds[i].error == 0;
    }
    abort();
}

static int open_with(const char *symbol, const char *path, int flags, mode_t mode)
{
    REAL(open, symbol);
    bool counted = (flags & O_CREAT) && is_temporary(path);
    if (counted && !step()) return -1;
    int fd = real(path, flags, mode);
    if (fd >= 0 && fd < DESCRIPTORS) temporary[fd] = counted;
    return fd;
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return open_with("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    return open_with("open64", path, flags, mode);
}

/* Files are written in pieces here, so that one can fail in the middle. */
ssize_t write(int fd, const void *data, size_t size)
{
    enum { PIECE = 1 << 16 };
    REAL(write, "write");
    if (fd < 0 || fd >= DESCRIPTORS || !temporary[fd]) return real(fd, data, size);
    if (!step()) return -1;
    return real(fd, data, size < PIECE ? size : PIECE);
}

int fsync(int fd)
{
    REAL(fsync, "fsync");
    if (fd >= 0 && fd < DESCRIPTORS && temporary[fd] && !step()) return -1;
    return real(fd);
}

int rename(const char *from, const char *to)
{
    REAL(rename, "rename");
    if (is_temporary(from) && !step()) return -1;
    return real(from, to);
}
