/* verify_elsewhere: hands the command over to gyokaku-verify, which lies beside this program. */
#ifndef GYOKAKU_VERIFY_ELSEWHERE_H
#define GYOKAKU_VERIFY_ELSEWHERE_H
#include "command/job.h"

/* Becomes gyokaku-verify with the same command line; comes back only when there is no such program, which is told. */
void verify_elsewhere(struct job *job);
#endif
