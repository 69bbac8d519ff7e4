/* crew: jobs are begun in their order, by whoever is free; the caller takes a result as soon as it is the next one, and works while
   it is not there yet. */
#include "base/crew.h"
#include <pthread.h>
#include <stdlib.h>
#include "base/arena.h"
#include "base/thread.h"

struct outcome {
    bool done;
    void *result;
};
struct crew {
    const struct crew_work *work;
    pthread_mutex_t lock; /* of all below */
    pthread_cond_t changed;
    unsigned begun, taken;
    bool stopped;
    struct outcome *outcome; /* a ring of `ahead` */
};
struct member {
    struct crew *crew;
    unsigned worker;
    pthread_t thread;
};

static struct outcome *outcome_of(struct crew *crew, unsigned index)
{
    return &crew->outcome[index % crew->work->ahead];
}

static bool may_begin(const struct crew *crew)
{
    return crew->begun < crew->work->count && crew->begun - crew->taken < crew->work->ahead;
}

/* Does the next job. With the lock, which is let go meanwhile. */
static void do_next(struct crew *crew, unsigned worker)
{
    unsigned index = crew->begun++;
    pthread_mutex_unlock(&crew->lock);
    void *result = crew->work->job(crew->work->self, worker, index);
    pthread_mutex_lock(&crew->lock);
    *outcome_of(crew, index) = (struct outcome){true, result};
    pthread_cond_broadcast(&crew->changed);
}

static void *run_member(void *self)
{
    const struct member *member = self;
    struct crew *crew = member->crew;
    pthread_mutex_lock(&crew->lock);
    while (!crew->stopped && crew->begun < crew->work->count)
        if (may_begin(crew))
            do_next(crew, member->worker);
        else
            pthread_cond_wait(&crew->changed, &crew->lock);
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

static void take_all(struct crew *crew)
{
    const struct crew_work *work = crew->work;
    pthread_mutex_lock(&crew->lock);
    for (unsigned index = 0; index < work->count && !crew->stopped; index++) {
        struct outcome *outcome = outcome_of(crew, index);
        while (!outcome->done)
            if (may_begin(crew))
                do_next(crew, 0);
            else
                pthread_cond_wait(&crew->changed, &crew->lock);
        pthread_mutex_unlock(&crew->lock);
        bool wanted = work->take(work->self, index, outcome->result);
        pthread_mutex_lock(&crew->lock);
        *outcome = (struct outcome){0};
        crew->taken++;
        crew->stopped = !wanted;
        pthread_cond_broadcast(&crew->changed);
    }
    crew->stopped = true;
    pthread_cond_broadcast(&crew->changed);
    pthread_mutex_unlock(&crew->lock);
}

void crew_run(unsigned threads, const struct crew_work *work)
{
    struct crew crew = {.work = work, .outcome = xcalloc(work->ahead, sizeof *crew.outcome)};
    struct member *member = xcalloc(threads, sizeof *member);
    unsigned started = 0;
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.changed, NULL);
    for (unsigned i = 0; i < threads; i++) {
        member[started] = (struct member){.crew = &crew, .worker = started + 1};
        /* A machine that gives no thread is slower, nothing else. */
        if (thread_start(&member[started].thread, run_member, &member[started])) started++;
    }
    take_all(&crew);
    for (unsigned i = 0; i < started; i++)
        pthread_join(member[i].thread, NULL);
    for (unsigned i = 0; work->drop && i < work->ahead; i++)
        if (crew.outcome[i].done) work->drop(work->self, crew.outcome[i].result);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.lock);
    free(crew.outcome);
    free(member);
}
