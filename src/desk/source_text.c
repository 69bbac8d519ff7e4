/* source_text: text copied or saved out of a word processor: a line is a paragraph or, with tabs, a row of a table. */
#include <stdio.h>
#include <string.h>
#include "base/encoding.h"
#include "desk/source.h"

enum { CELLS_MOST = 1000 };

/* Word writes a soft line break as VT and a page break as FF. Any other control character is no text (XML 1.0, 2.2). */
static bool controls_are_known(const struct source *source, struct buf *bytes, struct diag *diag)
{
    for (size_t i = 0; i < bytes->size; i++) {
        unsigned char c = (unsigned char)bytes->data[i];
        bool fine = c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
        bool special = c == 0xEF && i + 2 < bytes->size && (unsigned char)bytes->data[i + 1] == 0xBF;
        unsigned code = special ? 0xFFC0U + ((unsigned char)bytes->data[i + 2] & 0x3FU) : c;
        bool invisible = code >= 0xFFF9 && code != 0xFFFC && code != 0xFFFD; /* annotation marks, noncharacters */
        if (fine && !invisible && c != 0x7F) continue;
        char name[16];
        snprintf(name, sizeof name, "U+%04X", code);
        DIAG(diag, XML_CONTROL, source->file, encoding_line(bytes, i), name);
        return false;
    }
    return true;
}

static bool is_blank_line(const char *line, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\f') return false;
    return true;
}

static void add_line(struct source *source, char *line, size_t size, long number, bool after_blank)
{
    unsigned cells = 1;
    for (size_t i = 0; i < size; i++) {
        if (line[i] == '\v') line[i] = '\n';
        if (line[i] == '\f') line[i] = ' ';
        if (line[i] == '\t' && cells < CELLS_MOST) cells++;
    }
    struct row *row = source_row(source, number, cells);
    row->after_blank = after_blank;
    const char *start = line, *end = line + size;
    for (unsigned i = 0; i < cells; i++) {
        const char *tab = i + 1 < cells ? memchr(start, '\t', (size_t)(end - start)) : NULL;
        const char *stop = tab ? tab : end;
        source_fill(source, &row->cell[i], start, (size_t)(stop - start));
        start = stop < end ? stop + 1 : end;
    }
}

bool source_text_read(struct source *source, struct buf *bytes, struct diag *diag)
{
    if (!encoding_of_text(source->file, bytes, diag) || !controls_are_known(source, bytes, diag)) return false;
    bool blank = true;
    long number = 1;
    for (size_t at = 0; at < bytes->size; number++) {
        char *line = bytes->data + at, *end = memchr(line, '\n', bytes->size - at);
        size_t size = end ? (size_t)(end - line) : bytes->size - at;
        at += size + 1;
        if (size && line[size - 1] == '\r') size--;
        bool empty = is_blank_line(line, size);
        if (!empty) add_line(source, line, size, number, blank);
        blank = empty;
    }
    return true;
}
