/* clock: figures of the stages, for -v. */
#ifndef GYOKAKU_CLOCK_H
#define GYOKAKU_CLOCK_H
#include <stdbool.h>
#include <time.h>

struct clock {
    bool on;
    struct timespec last;
};

void clock_start(struct clock *clock, bool on);
/* Says the milliseconds since the last stage and the most memory so far. */
void clock_stage(struct clock *clock, const char *stage, const char *note);
#endif
