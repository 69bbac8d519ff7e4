/* crew: several threads doing numbered jobs whose results are taken one by one in the jobs' order, so that what comes of it does not
   depend on how many there were. Knows nothing of the jobs. */
#ifndef GYOKAKU_CREW_H
#define GYOKAKU_CREW_H
#include <stdbool.h>

struct crew_work {
    void *self;
    unsigned count; /* of jobs */
    unsigned ahead; /* at most so many results wait to be taken: that bounds the memory they need */
    /* Does job `index`; called by several threads at a time, each with its own `worker` (0: the caller's thread). */
    void *(*job)(void *self, unsigned worker, unsigned index);
    /* Takes a result, in ascending order, always on the caller's thread. False: no more are wanted. */
    bool (*take)(void *self, unsigned index, void *result);
    /* A result that is not wanted any more; may be NULL. */
    void (*drop)(void *self, void *result);
};
/* Returns when all results were taken, or one was refused. The caller's thread works, too; with `threads` 0 it is alone. */
void crew_run(unsigned threads, const struct crew_work *work);
#endif
