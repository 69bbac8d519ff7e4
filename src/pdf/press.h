/* press: deflating (RFC 1950) on the processors that have nothing else to do. What comes out depends on what goes in alone, never on
   which thread did it or when. Knows nothing of PDF. */
#ifndef GYOKAKU_PRESS_H
#define GYOKAKU_PRESS_H
#include "base/buf.h"

struct press;
struct press_job;
/* How hard to try: much on what is deflated while pages are still being laid out, less on what everybody waits for at the end. */
enum press_effort { PRESS_PATIENT, PRESS_QUICK, PRESS_EFFORTS };

/* A press with `threads` threads of its own; 0, or when none can be had: the callers' thread does all. Never NULL. */
struct press *press_new(unsigned threads);
/* All jobs must have been taken back. NULL is fine. */
void press_free(struct press *press);
/* Deflates the bytes of `raw`, which it takes over and leaves empty, at some time before press_take. Only so many wait at a time:
   beyond that the caller's thread does the job itself. */
struct press_job *press_add(struct press *press, enum press_effort effort, struct buf *raw);
/* Waits until that job is done and hands over its bytes; the job is gone. */
struct buf press_take(struct press *press, struct press_job *job);
#endif
