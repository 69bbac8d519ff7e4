/* arena: memory that is given back all at once. Knows nothing of what is kept in it. */
#ifndef GYOKAKU_ARENA_H
#define GYOKAKU_ARENA_H
#include <stddef.h>

struct arena;

/* A new, empty arena. Never NULL: when memory is out, the program ends with a message (status 3). */
struct arena *arena_new(void);
/* Gives back everything ever taken from it. NULL is fine. */
void arena_free(struct arena *arena);
/* Gives back all but one block, for use from the start: cheaper than a new arena. What was in it is gone. */
void arena_clear(struct arena *arena);
/* All of `from` belongs to `arena` now; `from` is freed, what lies in it stays where it is. */
void arena_adopt(struct arena *arena, struct arena *from);

/* `size` zeroed bytes, aligned for any type, alive until arena_free. Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` zeroed elements of `size` bytes; the product is checked. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Copies of text; the second takes `length` bytes and adds the NUL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
/* printf into the arena. */
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Bytes taken from the system so far, for -v. */
size_t arena_size(const struct arena *arena);

/* malloc and friends that end the program when memory is out; for what must grow or be freed singly. */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t count, size_t size);

/* Makes room for one more in a growing array: GROW(list, count, capacity). */
#define GROW(list, count, capacity) \
    do { \
        if ((count) >= (capacity)) { \
            (capacity) = (capacity) ? (capacity)*2 : 16; \
            (list) = xrealloc((list), (size_t)(capacity), sizeof *(list)); \
        } \
    } while (0)
#endif
