/* verify_elsewhere: see verify_elsewhere.h. */
#include "command/verify_elsewhere.h"
#include <errno.h>
#include <stdio.h>
#include <unistd.h>
#include "base/file.h"

static const char SUFFIX[] = "-verify";

void verify_elsewhere(struct job *job)
{
    char program[JOB_LONGEST_PATH + sizeof SUFFIX] = "";
    ssize_t length = readlink("/proc/self/exe", program, JOB_LONGEST_PATH);
    if (length > 0) {
        snprintf(program + length, sizeof SUFFIX, "%s", SUFFIX);
        execv(program, job->options->argv);
    }
    DIAG(job->diag, VERIFY_PROGRAM, length > 0 ? program : NULL, 0, file_reason(errno));
}
