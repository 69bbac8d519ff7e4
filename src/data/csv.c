/* csv: see csv.h. */
#include "data/csv.h"
#include <string.h>

static const char MARK[] = "\xEF\xBB\xBF", LINE_END[] = "\r\n";

/* Would a spreadsheet calculate it? As many ' as there are in front are looked past: else taking one away could not be told from
   text that began so. */
static bool runs(const char *text)
{
    static const char *const START[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    while (*text == '\'')
        text++;
    if (!strchr("=+-@\t\r\xEF", *text)) return false; /* \xEF begins what is full-width */
    for (size_t i = 0; i < sizeof START / sizeof *START; i++)
        if (!strncmp(text, START[i], strlen(START[i]))) return true;
    return false;
}

static void quote(struct buf *out, const char *text)
{
    buf_char(out, '"');
    for (const char *mark; (mark = strchr(text, '"')); text = mark + 1) {
        buf_put(out, text, (size_t)(mark - text) + 1);
        buf_char(out, '"');
    }
    buf_str(out, text);
    buf_char(out, '"');
}

static void next_cell(struct csv *csv)
{
    if (csv->cells++) buf_char(csv->out, ',');
}

void csv_start(struct csv *csv)
{
    buf_str(csv->out, MARK);
}

/* A blank at either end, too, is quoted: some readers trim what is not. */
void csv_text(struct csv *csv, const char *text)
{
    next_cell(csv);
    if (!text || !*text) return;
    bool guarded = runs(text), blank = *text == ' ' || text[strlen(text) - 1] == ' ';
    if (!guarded && !blank && !text[strcspn(text, ",\"\r\n")]) {
        buf_str(csv->out, text);
        return;
    }
    struct buf whole = {0};
    if (guarded) buf_char(&whole, '\'');
    buf_str(&whole, text);
    quote(csv->out, buf_text(&whole));
    buf_free(&whole);
}

void csv_number(struct csv *csv, const char *number)
{
    next_cell(csv);
    if (number) buf_str(csv->out, number);
}

void csv_integer(struct csv *csv, long long number)
{
    next_cell(csv);
    buf_int(csv->out, number);
}

void csv_cells(struct csv *csv, const struct csv *cells)
{
    next_cell(csv);
    buf_put(csv->out, cells->out->data, cells->out->size);
    csv->cells += cells->cells - 1;
}

void csv_end(struct csv *csv)
{
    buf_str(csv->out, LINE_END);
    csv->cells = 0;
}
