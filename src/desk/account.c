/* account: the pieces of a source by who took them. */
#include "desk/account.h"
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include "base/utf8.h"

static const char *const FATE[] = {
    [FATE_LEFT] = "行き先なし",
    [FATE_WRITTEN] = "そのまま書いた",
    [FATE_CONVERTED] = "形を変えて書いた",
    [FATE_GENERATED] = "計画が自動で作る",
    [FATE_LABEL] = "様式の見出し",
    [FATE_DROPPED] = "本文ではない",
};
enum { FATES = sizeof FATE / sizeof *FATE, SHOWN_CHARACTERS = 30 };

/* A stretch of a cell that one passing took; `characters` without blanks. */
struct piece {
    const struct cell *cell;
    unsigned from, to, passing, characters;
};

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x3000;
}

/* The next piece of a cell that holds anything but blanks, from byte *at; false at the end. Blanks belong to what is before them. */
static bool next_piece(const struct cell *cell, unsigned *at, struct piece *piece)
{
    *piece = (struct piece){.cell = cell};
    for (unsigned i = *at; i < cell->size;) {
        const char *p = cell->text + i;
        bool blank = is_blank(utf8_next(&p));
        unsigned end = (unsigned)(p - cell->text), passing = cell->passing[i];
        if (!blank && piece->characters && passing != piece->passing) break;
        if (!blank && !piece->characters) *piece = (struct piece){.cell = cell, .from = i, .passing = passing};
        piece->characters += !blank;
        if (!blank) piece->to = end;
        i = *at = end;
    }
    return piece->characters > 0;
}

/* The first characters of a piece, on one line. */
static void put_excerpt(struct buf *out, const struct piece *piece, unsigned most)
{
    unsigned count = 0;
    const char *p = piece->cell->text + piece->from, *end = piece->cell->text + piece->to;
    for (; p < end && count < most; count++) {
        const char *here = p;
        uint32_t c = utf8_next(&p);
        if (c == '\n' || c == '\t')
            buf_char(out, ' ');
        else
            buf_put(out, here, (size_t)(p - here));
    }
    if (p < end) buf_str(out, "…");
}

static void each_of_row(const struct row *row, void (*call)(void *self, const struct piece *), void *self)
{
    for (unsigned i = 0; i < row->cells; i++) {
        struct piece piece;
        for (unsigned at = 0; next_piece(&row->cell[i], &at, &piece);)
            call(self, &piece);
    }
}

static void each_piece(const struct source *source, void (*call)(void *self, const struct piece *), void *self)
{
    for (unsigned i = 0; i < source->rows; i++)
        each_of_row(source->row[i], call, self);
    for (unsigned i = 0; i < source->asides; i++)
        each_of_row(source->aside[i], call, self);
}

/* ---- what is left over ---- */

struct left {
    const struct source *source;
    bool keep_going;
    struct buf *out;
    struct diag *diag;
    unsigned count;
};

static void put_comment(struct buf *out, long line, const char *text)
{
    buf_printf(out, "<!-- 残り（%ld行目）：", line);
    for (; *text; text++) {
        buf_char(out, *text);
        if (text[0] == '-' && (text[1] == '-' || !text[1])) buf_char(out, ' ');
    }
    buf_str(out, " -->\n");
}

static void tell_left(void *self, const struct piece *piece)
{
    struct left *left = self;
    if (left->source->passing[piece->passing].fate != FATE_LEFT) return;
    struct buf excerpt = {0};
    char number[32];
    long line = piece->cell->row->line;
    put_excerpt(&excerpt, piece, SHOWN_CHARACTERS);
    snprintf(number, sizeof number, "%u", piece->characters);
    const char *text = buf_text(&excerpt);
    if (left->keep_going)
        DIAG(left->diag, IMPORT_LEFT_BEHIND, left->source->file, line, text, number);
    else
        DIAG(left->diag, IMPORT_LEFT, left->source->file, line, text, number);
    struct arena *arena = arena_new();
    const char *whole = arena_strndup(arena, piece->cell->text + piece->from, piece->to - piece->from);
    if (left->keep_going) put_comment(left->out, line, whole);
    arena_free(arena);
    buf_free(&excerpt);
    left->count++;
}

unsigned account_left(const struct source *source, bool keep_going, struct buf *out, struct diag *diag)
{
    struct left left = {.source = source, .keep_going = keep_going, .out = out, .diag = diag};
    each_piece(source, tell_left, &left);
    return left.count;
}

/* ---- the table ---- */

struct table {
    const struct source *source;
    struct buf *out;
    unsigned characters[FATES];
};

static void put_piece(void *self, const struct piece *piece)
{
    struct table *table = self;
    const struct passing *passing = &table->source->passing[piece->passing];
    table->characters[passing->fate] += piece->characters;
    buf_printf(table->out, "%ld\t%u\t%u\t%s\t%s\t", piece->cell->row->line, piece->cell->column, piece->characters,
               FATE[passing->fate], passing->place ? passing->place : "");
    /* what stands in plan.xml can be read there; what does not, is here */
    put_excerpt(table->out, piece, passing->fate == FATE_WRITTEN ? SHOWN_CHARACTERS : UINT_MAX);
    buf_char(table->out, '\n');
}

void account_table(const struct source *source, struct buf *out)
{
    struct table table = {.source = source, .out = out};
    buf_str(out, "行\t欄\t字数\t行き先\t場所\t文字\n");
    each_piece(source, put_piece, &table);
    unsigned all = 0;
    for (unsigned i = 0; i < FATES; i++)
        all += table.characters[i];
    buf_printf(out, "合計（空白を除く）\t\t%u\n", all);
    for (unsigned i = 0; i < FATES; i++)
        buf_printf(out, "%s\t\t%u\n", FATE[i], table.characters[i]);
}
