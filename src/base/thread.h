/* thread: threads that leave signals to the first one, which knows what must not be interrupted. */
#ifndef GYOKAKU_THREAD_H
#define GYOKAKU_THREAD_H
#include <pthread.h>
#include <stdbool.h>

/* Starts run(self). False: the machine gives no thread. */
bool thread_start(pthread_t *thread, void *(*run)(void *), void *self);
#endif
