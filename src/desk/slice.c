/* slice: stretches of cells. */
#include "desk/slice.h"
#include <string.h>
#include "base/utf8.h"

enum { NO_BREAK_SPACE = 0xA0, WIDE_SPACE = 0x3000 };

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == NO_BREAK_SPACE || c == WIDE_SPACE;
}

const char *slice_bytes(struct slice slice)
{
    return slice.cell ? slice.cell->text + slice.from : "";
}

unsigned slice_size(struct slice slice)
{
    return slice.cell ? slice.to - slice.from : 0;
}

long slice_line(struct slice slice)
{
    return slice.cell ? slice.cell->row->line : 0;
}

bool slice_is_empty(struct slice slice)
{
    return slice_size(slice) == 0;
}

struct slice slice_trim(struct slice slice)
{
    if (!slice.cell) return slice;
    const char *start = slice.cell->text + slice.from, *end = slice.cell->text + slice.to, *last = start;
    bool text = false;
    for (const char *p = start; p < end;) {
        const char *here = p;
        if (is_blank(utf8_next(&p))) continue;
        if (!text) start = here;
        text = true;
        last = p;
    }
    slice.from = (unsigned)(start - slice.cell->text);
    slice.to = text ? (unsigned)(last - slice.cell->text) : slice.from;
    return slice;
}

struct slice slice_of(struct cell *cell)
{
    return slice_trim((struct slice){.cell = cell, .to = cell->size});
}

struct slice slice_after(struct slice slice, unsigned bytes)
{
    slice.from += bytes < slice_size(slice) ? bytes : slice_size(slice);
    return slice_trim(slice);
}

char *slice_text(struct arena *arena, struct slice slice)
{
    return arena_strndup(arena, slice_bytes(slice), slice_size(slice));
}

static void add_key(struct buf *key, struct slice slice)
{
    const char *end = slice_bytes(slice) + slice_size(slice);
    for (const char *p = slice_bytes(slice); p < end;) {
        char bytes[4];
        uint32_t c = utf8_next(&p);
        if (!is_blank(c)) buf_put(key, bytes, utf8_put(bytes, utf8_halfwidth(c)));
    }
}

static char *kept(struct arena *arena, struct buf *text)
{
    char *copy = arena_strndup(arena, buf_text(text), text->size);
    buf_free(text);
    return copy;
}

char *slice_key(struct arena *arena, struct slice slice)
{
    struct buf key = {0};
    add_key(&key, slice);
    return kept(arena, &key);
}

char *slice_key_of(struct arena *arena, const char *words)
{
    struct cell cell = {.text = words, .size = (unsigned)strlen(words)};
    return slice_key(arena, (struct slice){&cell, 0, cell.size});
}

bool slice_line_next(struct slice *rest, struct slice *line)
{
    while (!slice_is_empty(*rest)) {
        const char *start = slice_bytes(*rest), *end = memchr(start, '\n', slice_size(*rest));
        unsigned size = end ? (unsigned)(end - start) : slice_size(*rest);
        *line = slice_trim((struct slice){rest->cell, rest->from, rest->from + size});
        rest->from += end ? size + 1 : size;
        if (!slice_is_empty(*line)) return true;
    }
    return false;
}

void passage_add(struct arena *arena, struct passage *passage, struct slice slice)
{
    slice = slice_trim(slice);
    if (slice_is_empty(slice)) return;
    if (passage->count == passage->capacity) {
        passage->capacity = passage->capacity ? passage->capacity * 2 : 1;
        struct slice *more = arena_array(arena, passage->capacity, sizeof *more);
        if (passage->count) memcpy(more, passage->slice, passage->count * sizeof *more);
        passage->slice = more;
    }
    passage->slice[passage->count++] = slice;
}

struct passage passage_one(struct arena *arena, struct slice slice)
{
    struct passage passage = {0};
    passage_add(arena, &passage, slice);
    return passage;
}

static uint32_t last_character(const struct buf *text)
{
    size_t at = text->size;
    while (at > 0 && ((unsigned char)text->data[--at] & 0xC0) == 0x80)
        ;
    const char *p = text->data + at;
    return text->size ? utf8_next(&p) : 0;
}

static void join(struct buf *text, struct slice line)
{
    const char *start = slice_bytes(line);
    if (text->size && !(utf8_is_japanese(last_character(text)) && utf8_is_japanese(utf8_next(&start))))
        buf_char(text, ' ');
    buf_put(text, slice_bytes(line), slice_size(line));
}

char *passage_text(struct arena *arena, struct passage passage)
{
    struct buf text = {0};
    for (unsigned i = 0; i < passage.count; i++)
        for (struct slice rest = passage.slice[i], line; slice_line_next(&rest, &line);)
            join(&text, line);
    return kept(arena, &text);
}

char *passage_key(struct arena *arena, struct passage passage)
{
    struct buf key = {0};
    for (unsigned i = 0; i < passage.count; i++)
        add_key(&key, passage.slice[i]);
    return kept(arena, &key);
}

/* The next character that is no blank, from slice *i on; 0 at the end. */
static uint32_t next_character(struct passage passage, unsigned *i, const char **at)
{
    for (; *i < passage.count; (*i)++, *at = NULL) {
        const char *end = slice_bytes(passage.slice[*i]) + slice_size(passage.slice[*i]);
        if (!*at) *at = slice_bytes(passage.slice[*i]);
        while (*at < end) {
            uint32_t c = utf8_next(at);
            if (!is_blank(c)) return c;
        }
    }
    return 0;
}

bool passage_same(struct passage a, struct passage b)
{
    unsigned i = 0, j = 0;
    const char *left = NULL, *right = NULL;
    for (;;) {
        uint32_t c = next_character(a, &i, &left);
        if (c != next_character(b, &j, &right)) return false;
        if (!c) return true;
    }
}

long passage_line(struct passage passage)
{
    return passage.count ? slice_line(passage.slice[0]) : 0;
}

void slice_take(struct source *source, struct slice slice, enum fate fate, const char *place)
{
    if (slice_is_empty(slice)) return;
    GROW(source->passing, source->passings, source->passing_capacity);
    for (unsigned i = slice.from; i < slice.to; i++)
        if (!slice.cell->passing[i]) slice.cell->passing[i] = source->passings;
    source->passing[source->passings++] = (struct passing){fate, arena_strdup(source->arena, place)};
}

void passage_take(struct source *source, struct passage passage, enum fate fate, const char *place)
{
    for (unsigned i = 0; i < passage.count; i++)
        slice_take(source, passage.slice[i], fate, place);
}
