/* source: rows, cells and the list of who took what. */
#include "desk/source.h"
#include <stdlib.h>
#include <string.h>
#include "base/file.h"

enum { LARGEST_FILE = 32 << 20 };

struct source *source_new(const char *file)
{
    struct arena *arena = arena_new();
    struct source *source = arena_alloc(arena, sizeof *source);
    source->arena = arena;
    source->file = arena_strdup(arena, file);
    GROW(source->passing, source->passings, source->passing_capacity);
    source->passing[source->passings++] = (struct passing){.fate = FATE_LEFT};
    return source;
}

void source_free(struct source *source)
{
    if (!source) return;
    free(source->row);
    free(source->aside);
    free(source->passing);
    arena_free(source->arena);
}

void source_fill(struct source *source, struct cell *cell, const char *text, size_t size)
{
    cell->text = arena_strndup(source->arena, text, size);
    cell->size = (unsigned)size;
    cell->passing = arena_array(source->arena, size, sizeof *cell->passing);
}

static struct row *new_row(struct source *source, long line, unsigned cells)
{
    struct row *row = arena_alloc(source->arena, sizeof *row);
    struct cell *cell = arena_array(source->arena, cells, sizeof *cell);
    *row = (struct row){.line = line, .cells = cells, .cell = cell, .table = cells > 1, .labels = source->labels};
    for (unsigned i = 0; i < cells; i++) {
        cell[i] = (struct cell){.column = i + 1, .row = row};
        source_fill(source, &cell[i], "", 0);
    }
    return row;
}

struct row *source_row(struct source *source, long line, unsigned cells)
{
    GROW(source->row, source->rows, source->capacity);
    return source->row[source->rows++] = new_row(source, line, cells);
}

struct cell *source_aside(struct source *source, long line, const char *text, size_t size)
{
    GROW(source->aside, source->asides, source->aside_capacity);
    struct row *row = source->aside[source->asides++] = new_row(source, line, 1);
    source_fill(source, &row->cell[0], text, size);
    return &row->cell[0];
}

struct source *source_read(const char *path, const struct form_labels *labels, struct diag *diag)
{
    struct buf bytes = {0};
    if (!file_read(path, LARGEST_FILE, &bytes, diag)) return NULL;
    struct source *source = source_new(path);
    source->labels = labels;
    bool zip = bytes.size >= 4 && !memcmp(bytes.data, "PK\x03\x04", 4);
    bool fine = zip ? source_docx_read(source, &bytes, diag) : source_text_read(source, &bytes, diag);
    buf_free(&bytes);
    if (fine) return source;
    source_free(source);
    return NULL;
}
