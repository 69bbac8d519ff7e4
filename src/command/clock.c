/* clock: what each stage took. */
#include "command/clock.h"
#include <stdio.h>
#include <sys/resource.h>

void clock_start(struct clock *clock, bool on)
{
    clock->on = on;
    clock_gettime(CLOCK_MONOTONIC, &clock->last);
}

void clock_stage(struct clock *clock, const char *stage, const char *note)
{
    struct timespec now;
    struct rusage usage;
    if (!clock->on) return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    getrusage(RUSAGE_SELF, &usage);
    double ms = (double)(now.tv_sec - clock->last.tv_sec) * 1e3 + (double)(now.tv_nsec - clock->last.tv_nsec) / 1e6;
    fprintf(stderr, "%8.1f ms %7.1f MB  %s%s\n", ms, (double)usage.ru_maxrss / 1024, stage, note);
    clock->last = now;
}
