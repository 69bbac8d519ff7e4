/* csv_read: see csv_read.h. */
#include "verify/csv_read.h"
#include <csv.h>
#include <glib.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct listing *listing;
    GPtrArray *cell; /* of the row that is being read */
    unsigned columns;
    long line; /* where the row starts */
    long breaks;
    bool uneven;
};

/* As many ' as there are in front are looked past: only one of them is the guard. */
static const char *without_guard(const char *text)
{
    static const char *const START[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    const char *start = text + strspn(text, "'");
    if (start == text) return text;
    for (size_t i = 0; i < sizeof START / sizeof *START; i++)
        if (!strncmp(start, START[i], strlen(START[i]))) return text + 1;
    return text;
}

static void take_cell(void *bytes, size_t size, void *self)
{
    struct reader *reader = self;
    const char *text = arena_strndup(reader->arena, bytes ? bytes : "", bytes ? size : 0);
    for (const char *p = text; (p = strchr(p, '\n')); p++)
        reader->breaks++;
    g_ptr_array_add(reader->cell, (gpointer)without_guard(text));
}

static void take_head(struct reader *reader)
{
    const char **column = arena_array(reader->arena, reader->cell->len, sizeof *column);
    for (guint i = 0; i < reader->cell->len; i++)
        column[i] = reader->cell->pdata[i];
    reader->columns = reader->cell->len;
    reader->listing = listing_new(reader->arena, column, reader->columns, 0);
}

static void take_row(int end, void *self)
{
    struct reader *reader = self;
    (void)end;
    if (!reader->listing)
        take_head(reader);
    else if (reader->cell->len == reader->columns)
        listing_add(reader->listing, (const char *const *)reader->cell->pdata, reader->line);
    else
        reader->uneven = true;
    if (!reader->uneven) reader->line += 1 + reader->breaks;
    reader->breaks = 0;
    g_ptr_array_set_size(reader->cell, 0);
}

/* RFC 4180, 2.4: blanks are part of a cell. */
static int no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static bool parse(struct reader *reader, const char *text, size_t size)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) return false;
    csv_set_space_func(&parser, no_space);
    bool fine = csv_parse(&parser, text, size, take_cell, take_row, reader) == size &&
                csv_fini(&parser, take_cell, take_row, reader) == 0;
    csv_free(&parser);
    return fine && reader->listing && !reader->uneven;
}

struct listing *csv_read(struct finding *finding, const char *file, const struct buf *content)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    size_t mark = content->size >= strlen(MARK) && !memcmp(content->data, MARK, strlen(MARK)) ? strlen(MARK) : 0;
    struct reader reader = {.arena = finding->arena, .cell = g_ptr_array_new(), .line = 1};
    const char *text = content->size ? content->data + mark : "";
    bool fine = g_utf8_validate_len(text, content->size - mark, NULL) && parse(&reader, text, content->size - mark);
    g_ptr_array_free(reader.cell, TRUE);
    if (fine) return reader.listing;
    struct spot spot = {.file = file, .line = reader.line, .where = "CSV"};
    FINDING(finding, VERIFY_UNREADABLE, &spot, NULL);
    listing_free(reader.listing);
    return NULL;
}
