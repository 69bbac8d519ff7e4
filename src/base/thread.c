/* thread: a new thread has the mask of the one that makes it. */
#include "base/thread.h"
#include <signal.h>

bool thread_start(pthread_t *thread, void *(*run)(void *), void *self)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(thread, NULL, run, self);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error == 0;
}
