/* arena: blocks that double in size up to a limit; big pieces get a block of their own. Knows nothing of what is kept. */
#include "base/arena.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 1 << 14, LARGEST_BLOCK = 1 << 20, ALIGNMENT = 16, STATUS_MACHINE_FAILED = 3 };

struct block {
    struct block *next;
    size_t used, size;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};
struct arena {
    struct block *block; /* the one in use; filled ones behind it */
    size_t total;
};

static _Noreturn void out_of_memory(void)
{
    fputs(
        "失敗: "
        "メモリが足りません。ほかのプログラムを終了して、もう一度実行してください。以前の出力はそのまま残っています。 "
        "[out-of-memory]\n",
        stderr);
    exit(STATUS_MACHINE_FAILED);
}

void *xmalloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory) out_of_memory();
    return memory;
}

void *xcalloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory) out_of_memory();
    return memory;
}

void *xrealloc(void *old, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) out_of_memory();
    size_t bytes = count * size;
    void *memory = realloc(old, bytes ? bytes : 1);
    if (!memory) out_of_memory();
    return memory;
}

static struct block *block_new(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct block)) out_of_memory();
    struct block *block = xmalloc(sizeof *block + size);
    block->next = NULL;
    block->used = 0;
    block->size = size;
    arena->total += sizeof *block + size;
    return block;
}

struct arena *arena_new(void)
{
    return xcalloc(1, sizeof(struct arena));
}

static void free_blocks(struct block *block)
{
    for (struct block *next; block; block = next) {
        next = block->next;
        free(block);
    }
}

void arena_free(struct arena *arena)
{
    if (!arena) return;
    free_blocks(arena->block);
    free(arena);
}

void arena_clear(struct arena *arena)
{
    struct block *kept = arena->block;
    if (!kept) return;
    free_blocks(kept->next);
    kept->next = NULL;
    kept->used = 0;
    arena->total = sizeof *kept + kept->size;
}

void arena_adopt(struct arena *arena, struct arena *from)
{
    struct block **end = arena->block ? &arena->block->next : &arena->block;
    while (*end)
        end = &(*end)->next;
    *end = from->block;
    arena->total += from->total;
    free(from);
}

/* Starts a new block, or gives a big piece a block of its own behind the one in use, whose rest stays available. */
static struct block *block_with_room(struct arena *arena, size_t size)
{
    struct block *current = arena->block;
    if (current && current->size - current->used >= size) return current;
    size_t next_size = current ? current->size * 2 : FIRST_BLOCK;
    if (next_size > LARGEST_BLOCK) next_size = LARGEST_BLOCK;
    if (current && size > next_size / 4) {
        struct block *own = block_new(arena, size);
        own->next = current->next;
        current->next = own;
        return own;
    }
    struct block *block = block_new(arena, size > next_size ? size : next_size);
    block->next = current;
    return arena->block = block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT) out_of_memory();
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct block *block = block_with_room(arena, size);
    void *memory = block->bytes + block->used;
    block->used += size;
    return memset(memory, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) out_of_memory();
    return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX) out_of_memory();
    char *copy = arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) out_of_memory();
    char *text = arena_alloc(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

size_t arena_size(const struct arena *arena)
{
    return arena->total;
}
