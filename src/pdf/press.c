/* press: one queue, from which its threads take the oldest job. Whoever waits for a job that nobody has begun does it. */
#include "pdf/press.h"
#include <libdeflate.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/thread.h"

enum { MOST_THREADS = 16, MOST_WAITING = 64 };
static const int LEVEL[PRESS_EFFORTS] = {[PRESS_PATIENT] = 8, [PRESS_QUICK] = 6};

struct press_job {
    struct press_job *next;
    enum press_effort effort;
    struct buf raw, deflated;
    bool begun, done;
};
/* What one thread needs for itself. */
struct worker {
    struct libdeflate_compressor *compressor[PRESS_EFFORTS];
    struct buf room; /* where deflated bytes come to stand before their number is known */
};
struct press {
    pthread_mutex_t lock; /* of all below, and of the jobs but for their bytes while they are being deflated */
    pthread_cond_t wanted, finished;
    struct press_job *first, *last;
    unsigned waiting;
    bool closing;
    unsigned threads;
    pthread_t thread[MOST_THREADS];
    struct worker caller;
};

static void deflate(struct worker *worker, struct press_job *job)
{
    struct libdeflate_compressor **compressor = &worker->compressor[job->effort];
    if (!*compressor) *compressor = libdeflate_alloc_compressor(LEVEL[job->effort]);
    worker->room.size = 0;
    buf_reserve(&worker->room, libdeflate_zlib_compress_bound(*compressor, job->raw.size));
    size_t size =
        libdeflate_zlib_compress(*compressor, job->raw.data, job->raw.size, worker->room.data, worker->room.capacity);
    job->deflated = (struct buf){.data = xmalloc(size), .size = size, .capacity = size};
    memcpy(job->deflated.data, worker->room.data, size);
    buf_free(&job->raw);
}

static void worker_done(struct worker *worker)
{
    for (int i = 0; i < PRESS_EFFORTS; i++)
        libdeflate_free_compressor(worker->compressor[i]);
    buf_free(&worker->room);
}

/* The oldest job, or NULL when there will be none any more. Locked. */
static struct press_job *next_job(struct press *press)
{
    while (!press->first && !press->closing)
        pthread_cond_wait(&press->wanted, &press->lock);
    struct press_job *job = press->first;
    if (!job) return NULL;
    press->first = job->next;
    press->waiting--;
    job->begun = true;
    return job;
}

static void *work(void *data)
{
    struct press *press = data;
    struct worker worker = {0};
    pthread_mutex_lock(&press->lock);
    for (struct press_job *job; (job = next_job(press));) {
        pthread_mutex_unlock(&press->lock);
        deflate(&worker, job);
        pthread_mutex_lock(&press->lock);
        job->done = true;
        pthread_cond_signal(&press->finished);
    }
    pthread_mutex_unlock(&press->lock);
    worker_done(&worker);
    return NULL;
}

struct press *press_new(unsigned threads)
{
    struct press *press = xcalloc(1, sizeof *press);
    pthread_mutex_init(&press->lock, NULL);
    pthread_cond_init(&press->wanted, NULL);
    pthread_cond_init(&press->finished, NULL);
    while (press->threads < threads && press->threads < MOST_THREADS) {
        if (!thread_start(&press->thread[press->threads], work, press)) break;
        press->threads++;
    }
    return press;
}

void press_free(struct press *press)
{
    if (!press) return;
    pthread_mutex_lock(&press->lock);
    press->closing = true;
    pthread_cond_broadcast(&press->wanted);
    pthread_mutex_unlock(&press->lock);
    for (unsigned i = 0; i < press->threads; i++)
        pthread_join(press->thread[i], NULL);
    worker_done(&press->caller);
    pthread_cond_destroy(&press->finished);
    pthread_cond_destroy(&press->wanted);
    pthread_mutex_destroy(&press->lock);
    free(press);
}

/* Puts the job at the queue's end; false: that is full, or nobody works on it. */
static bool enqueue(struct press *press, struct press_job *job)
{
    if (!press->threads) return false;
    pthread_mutex_lock(&press->lock);
    bool room = press->waiting < MOST_WAITING;
    if (room) {
        if (press->first)
            press->last->next = job;
        else
            press->first = job;
        press->last = job;
        press->waiting++;
        pthread_cond_signal(&press->wanted);
    }
    pthread_mutex_unlock(&press->lock);
    return room;
}

struct press_job *press_add(struct press *press, enum press_effort effort, struct buf *raw)
{
    struct press_job *job = xcalloc(1, sizeof *job);
    job->effort = effort;
    job->raw = *raw;
    *raw = (struct buf){0};
    if (enqueue(press, job)) return job;
    deflate(&press->caller, job);
    job->begun = job->done = true; /* no other thread has seen it */
    return job;
}

/* Takes a job that nobody has begun out of the queue. Locked. */
static void withdraw(struct press *press, struct press_job *job)
{
    struct press_job **link = &press->first, *before = NULL;
    for (; *link != job; link = &before->next)
        before = *link;
    *link = job->next;
    if (press->last == job) press->last = before;
    press->waiting--;
}

struct buf press_take(struct press *press, struct press_job *job)
{
    pthread_mutex_lock(&press->lock);
    bool begun = job->begun;
    if (!begun) withdraw(press, job);
    while (begun && !job->done)
        pthread_cond_wait(&press->finished, &press->lock);
    pthread_mutex_unlock(&press->lock);
    if (!begun) deflate(&press->caller, job);
    struct buf deflated = job->deflated;
    free(job);
    return deflated;
}
