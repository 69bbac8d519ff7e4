/* text: from nodes to clean strings, lines and blocks. */
#include "plan/text.h"
#include <stdlib.h>
#include <string.h>
#include "base/annotation.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { BULLET = 0x30FB /* ・ */, WIDE_BLANK = 0x3000, WARNED_MOST = 16 };

/* --- characters --- */

static bool is_break(uint32_t c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || is_break(c);
}

/* One run of blanks: a line break with its indentation is nothing between Japanese characters and one blank elsewhere; blanks
   without a break stay as they are. `before` is the character in front, `after` the one behind. */
static void put_blanks(struct buf *out, const char *run, size_t length, uint32_t before, uint32_t after)
{
    if (!memchr(run, '\n', length) && !memchr(run, '\r', length))
        buf_put(out, run, length);
    else if (!utf8_is_japanese(before) || !utf8_is_japanese(after))
        buf_char(out, ' ');
}

/* Tells that `c` was read as the ideograph it is a copy of; once for each character of a text. */
static void warn_unified(struct reader *reader, uint32_t c, uint32_t unified, long line, const char *field)
{
    char shape[5] = {0}, normal[5] = {0};
    utf8_put(shape, c);
    utf8_put(normal, unified);
    DIAG_ABOUT(reader->diag, TEXT_UNIFIED, field, reader->file, line, field, shape,
               arena_printf(reader->arena, "U+%04X", c), normal, arena_printf(reader->arena, "U+%04X", unified));
}

/* One character: compatibility characters become the ideographs they are copies of, each warned of once. */
static uint32_t put_character(struct reader *reader, struct buf *out, uint32_t c, uint32_t warned[WARNED_MOST],
                              long line, const char *field)
{
    uint32_t unified = utf8_unified(c);
    char bytes[4];
    buf_put(out, bytes, utf8_put(bytes, unified));
    if (unified == c) return c;
    unsigned i = 0;
    while (i < WARNED_MOST && warned[i] && warned[i] != c)
        i++;
    if (i < WARNED_MOST && !warned[i]) {
        warned[i] = c;
        warn_unified(reader, c, unified, line, field);
    }
    return unified;
}

/* A base with its reading goes through as it is: both were cleaned on their own. The last character of the base. */
static uint32_t put_annotation(struct buf *out, const struct annotation *part)
{
    const char *p = part->base, *end = part->base + part->base_size;
    uint32_t last = 0;
    while (p < end)
        last = utf8_next(&p);
    buf_str(out, ANNOTATION_START);
    buf_put(out, part->base, part->base_size);
    buf_str(out, ANNOTATION_SEPARATOR);
    buf_put(out, part->reading, part->reading_size);
    buf_str(out, ANNOTATION_END);
    return last;
}

/* The text as the plan holds it, with its readings. */
static const char *clean(struct reader *reader, const char *raw, long line, const char *field)
{
    struct buf out = {0};
    uint32_t before = 0, warned[WARNED_MOST] = {0};
    while (*raw) {
        const char *run = raw;
        while (is_blank((unsigned char)*raw))
            raw++;
        const char *run_end = raw;
        if (!*raw) break;
        struct annotation part = {0};
        bool annotated = annotation_begins(raw) && annotation_next(&raw, &part);
        const char *first = annotated ? part.base : raw;
        uint32_t c = utf8_next(&first);
        if (before && run_end > run) put_blanks(&out, run, (size_t)(run_end - run), before, c);
        if (!annotated) raw = first;
        before = annotated ? put_annotation(&out, &part) : put_character(reader, &out, c, warned, line, field);
    }
    const char *text = arena_strdup(reader->arena, buf_text(&out));
    buf_free(&out);
    return text;
}

/* --- the list of all texts --- */

static const char *listed(struct reader *reader, const char *text, long line, const char *field)
{
    if (!*text) return text;
    GROW(reader->text, reader->texts, reader->capacity);
    reader->text[reader->texts++] =
        (struct plan_text){.field = field, .of_initiative = reader->in_initiative, .text = text, .line = line};
    return text;
}

/* What users are told a reading belongs to. */
static const char *reading_field(struct reader *reader, const char *field)
{
    return arena_printf(reader->arena, "%sの振り仮名", field);
}

static void note_said(struct reader *reader, const char *text, const char *said)
{
    GROW(reader->ruby, reader->rubies, reader->ruby_capacity);
    reader->ruby[reader->rubies++] = (struct plan_ruby){.text = text, .said = said};
}

/* The plan's string for a text: its base. What it says with its readings is noted; the readings are texts of their own. */
static const char *kept(struct reader *reader, const char *said, long line, const char *field)
{
    if (!annotation_find(said)) return listed(reader, said, line, field);
    struct buf base = {0};
    annotation_base(said, &base);
    const char *text = arena_strdup(reader->arena, buf_text(&base)), *of = reading_field(reader, field);
    buf_free(&base);
    listed(reader, text, line, field);
    struct annotation part;
    for (const char *p = said; annotation_next(&p, &part);)
        if (part.reading) listed(reader, arena_strndup(reader->arena, part.reading, part.reading_size), line, of);
    note_said(reader, text, said);
    return text;
}

const char *text_said(const struct reader *reader, const char *text)
{
    const struct plan_ruby *last = reader->rubies ? &reader->ruby[reader->rubies - 1] : NULL;
    return last && last->text == text ? last->said : text;
}

void text_copied(struct reader *reader, const char *text, const char *copy)
{
    const char *said = text_said(reader, text);
    if (said != text) note_said(reader, copy, said);
}

const char *text_prefixed(struct reader *reader, const char *prefix, const char *text)
{
    const char *said = text_said(reader, text), *whole = arena_printf(reader->arena, "%s%s", prefix, text);
    if (said != text) note_said(reader, whole, arena_printf(reader->arena, "%s%s", prefix, said));
    return whole;
}

static int by_address(const void *left, const void *right)
{
    uintptr_t a = (uintptr_t)((const struct plan_ruby *)left)->text,
              b = (uintptr_t)((const struct plan_ruby *)right)->text;
    return (a > b) - (a < b);
}

struct plan_readings text_readings(const struct reader *reader)
{
    struct plan_ruby *ruby = arena_array(reader->arena, reader->rubies, sizeof *ruby);
    if (reader->rubies) memcpy(ruby, reader->ruby, reader->rubies * sizeof *ruby);
    if (reader->rubies) qsort(ruby, reader->rubies, sizeof *ruby, by_address);
    return (struct plan_readings){.count = reader->rubies, .ruby = ruby};
}

const char *plan_said(const struct plan_readings *readings, const char *text)
{
    unsigned low = 0, high = readings->count;
    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        const struct plan_ruby *ruby = &readings->ruby[middle];
        if (ruby->text == text) return ruby->said;
        if ((uintptr_t)ruby->text < (uintptr_t)text)
            low = middle + 1;
        else
            high = middle;
    }
    return text;
}

/* Parts of a plan are read in the plan's order, elements may stand in any: by line, and as read within a line. */
static int by_line(const void *left, const void *right)
{
    const struct plan_text *a = left, *b = right;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    return 0;
}

/* Merges two sorted halves; the C library's qsort would not keep the order within a line. */
static void sort_texts(struct plan_text *text, struct plan_text *spare, unsigned count)
{
    if (count < 2) return;
    unsigned half = count / 2, left = 0, right = half;
    sort_texts(text, spare, half);
    sort_texts(text + half, spare, count - half);
    for (unsigned i = 0; i < count; i++) {
        bool take_left = right == count || (left < half && by_line(&text[left], &text[right]) <= 0);
        spare[i] = text[take_left ? left++ : right++];
    }
    memcpy(text, spare, count * sizeof *text);
}

const struct plan_text *text_list(struct reader *reader)
{
    struct plan_text *list = arena_array(reader->arena, reader->texts, sizeof *list);
    struct plan_text *spare = xcalloc(reader->texts, sizeof *spare);
    if (reader->texts) memcpy(list, reader->text, reader->texts * sizeof *list);
    sort_texts(list, spare, reader->texts);
    free(spare);
    return list;
}

void text_free(struct reader *reader)
{
    free(reader->text);
    free(reader->ruby);
    reader->text = NULL;
    reader->ruby = NULL;
    reader->texts = reader->capacity = reader->rubies = reader->ruby_capacity = 0;
}

/* --- words --- */

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

static bool is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/* What the author wrote, without the characters that mean a reading inside the program: those are refused, with one message a text. */
static void put_source(struct reader *reader, struct buf *raw, const char *text, long line, const char *field)
{
    const char *mark = annotation_find(text), *first = mark;
    if (first)
        DIAG(reader->diag, TEXT_ANNOTATION, reader->file, line, field,
             arena_printf(reader->arena, "U+%04X", utf8_next(&first)));
    for (; mark; mark = annotation_find(text)) {
        buf_put(raw, text, (size_t)(mark - text));
        text = mark + ANNOTATION_BYTES;
    }
    buf_str(raw, text);
}

/* The text directly in an element, as `rt` holds it. */
static void put_own_text(struct reader *reader, struct buf *raw, const xmlNode *element, const char *field)
{
    for (const xmlNode *node = element->children; node; node = node->next)
        if (is_text(node)) put_source(reader, raw, (const char *)node->content, xmlGetLineNo(element), field);
}

/* <ruby>: each <rt> reads what stands before it, back to the one before. */
static void put_ruby(struct reader *reader, struct buf *raw, const xmlNode *ruby, const char *field)
{
    struct buf text = {0};
    const char *base, *of = reading_field(reader, field);
    bool any = false;
    for (const xmlNode *node = ruby->children; node; node = node->next) {
        long line = xmlGetLineNo(node);
        if (is_text(node)) put_source(reader, &text, (const char *)node->content, xmlGetLineNo(ruby), field);
        if (!is_element(node, "rt")) continue;
        any = true;
        base = clean(reader, buf_text(&text), xmlGetLineNo(ruby), field);
        text.size = 0;
        put_own_text(reader, &text, node, of);
        const char *reading = clean(reader, buf_text(&text), line, of);
        text.size = 0;
        if (*base && *reading)
            annotation_put(raw, base, reading);
        else if (*reading)
            DIAG(reader->diag, RUBY_NO_BASE, reader->file, line, field, reading);
    }
    base = clean(reader, buf_text(&text), xmlGetLineNo(ruby), field);
    if (*base && any) DIAG(reader->diag, RUBY_NO_READING, reader->file, xmlGetLineNo(ruby), field, base);
    buf_free(&text);
}

/* A node of running text. */
static void put_node(struct reader *reader, struct buf *raw, const xmlNode *node, long line, const char *field)
{
    if (is_text(node)) put_source(reader, raw, (const char *)node->content, line, field);
    if (is_element(node, "ruby")) put_ruby(reader, raw, node, field);
}

const char *text_of(struct reader *reader, const xmlNode *element, const char *field)
{
    struct buf raw = {0};
    long line = element ? xmlGetLineNo(element) : 0;
    for (const xmlNode *node = element ? element->children : NULL; node; node = node->next)
        put_node(reader, &raw, node, line, field);
    const char *said = clean(reader, buf_text(&raw), line, field);
    buf_free(&raw);
    return kept(reader, said, line, field);
}

static const char *attribute(struct reader *reader, const xmlNode *element, const char *name, const char *field)
{
    xmlChar *raw = xmlGetProp(element, (const xmlChar *)name);
    if (!raw) return NULL;
    struct buf source = {0};
    long line = xmlGetLineNo(element);
    put_source(reader, &source, (const char *)raw, line, field);
    const char *text = clean(reader, buf_text(&source), line, field);
    buf_free(&source);
    xmlFree(raw);
    return *text ? text : NULL;
}

const char *text_attribute(struct reader *reader, const xmlNode *element, const char *name, const char *field)
{
    const char *text = attribute(reader, element, name, field);
    return text ? listed(reader, text, xmlGetLineNo(element), field) : NULL;
}

const char *text_data(struct reader *reader, const xmlNode *element, const char *name)
{
    return attribute(reader, element, name, name);
}

/* --- lines and blocks --- */

struct lines {
    const char **line;
    unsigned count, capacity;
};

static void end_line(struct reader *reader, struct buf *raw, struct lines *lines, long line, const char *field)
{
    const char *text = clean(reader, buf_text(raw), line, field);
    raw->size = 0;
    if (!*text) return;
    GROW(lines->line, lines->count, lines->capacity);
    lines->line[lines->count++] = text;
}

/* The lines of an element with their readings, parted by <br/>; empty ones left out. The caller frees lines.line. */
static struct lines lines_of(struct reader *reader, const xmlNode *element, const char *field)
{
    struct lines lines = {0};
    struct buf raw = {0};
    long line = xmlGetLineNo(element);
    for (const xmlNode *node = element->children; node; node = node->next) {
        put_node(reader, &raw, node, line, field);
        if (is_element(node, "br")) end_line(reader, &raw, &lines, line, field);
    }
    end_line(reader, &raw, &lines, line, field);
    buf_free(&raw);
    return lines;
}

/* `count` lines as one text, '\n' between them. */
static const char *joined(struct arena *arena, const char *const *line, unsigned count)
{
    struct buf text = {0};
    for (unsigned i = 0; i < count; i++) {
        if (i) buf_char(&text, '\n');
        buf_str(&text, line[i]);
    }
    const char *copy = arena_strdup(arena, buf_text(&text));
    buf_free(&text);
    return copy;
}

/* What follows ・ and blanks; NULL for a line that is no item. A lone ・ is text. */
static const char *after_bullet(const char *line)
{
    if (utf8_next(&line) != BULLET) return NULL;
    for (const char *next = line; *next; line = next) {
        uint32_t c = utf8_next(&next);
        if (!is_blank(c) && c != WIDE_BLANK) return line;
    }
    return NULL;
}

static void add_block(struct blocks *blocks, bool list, const char *const *text, unsigned count)
{
    GROW(blocks->block, blocks->count, blocks->capacity);
    blocks->block[blocks->count++] = (struct block){.list = list, .count = count, .text = text};
}

/* Lines → paragraphs and lists: neighbours of a kind belong together. */
static void add_lines(struct reader *reader, const struct lines *lines, long line, const char *field,
                      struct blocks *blocks)
{
    for (unsigned i = 0, end = 0; i < lines->count; i = end) {
        bool list = after_bullet(lines->line[i]) != NULL;
        while (end < lines->count && (after_bullet(lines->line[end]) != NULL) == list)
            end++;
        unsigned count = list ? end - i : 1;
        const char **text = arena_array(reader->arena, count, sizeof *text);
        for (unsigned j = 0; list && j < count; j++)
            text[j] = after_bullet(lines->line[i + j]);
        if (!list) text[0] = joined(reader->arena, lines->line + i, end - i);
        for (unsigned j = 0; j < count; j++)
            text[j] = kept(reader, text[j], line, field);
        add_block(blocks, list, text, count);
    }
}

static void add_list(struct reader *reader, const xmlNode *element, const char *field, struct blocks *blocks)
{
    struct lines items = {0};
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (!is_element(node, "li")) continue;
        struct lines lines = lines_of(reader, node, field);
        if (lines.count) {
            GROW(items.line, items.count, items.capacity);
            items.line[items.count++] =
                kept(reader, joined(reader->arena, lines.line, lines.count), xmlGetLineNo(node), field);
        }
        free(lines.line);
    }
    if (items.count) {
        const char **text = arena_array(reader->arena, items.count, sizeof *text);
        memcpy(text, items.line, items.count * sizeof *text);
        add_block(blocks, true, text, items.count);
    }
    free(items.line);
}

void text_blocks(struct reader *reader, const xmlNode *element, const char *field, struct blocks *blocks)
{
    if (is_element(element, "ul")) {
        add_list(reader, element, field, blocks);
        return;
    }
    struct lines lines = lines_of(reader, element, field);
    add_lines(reader, &lines, xmlGetLineNo(element), field, blocks);
    free(lines.line);
}

const struct block *text_blocks_keep(struct reader *reader, struct blocks *blocks)
{
    struct block *kept = arena_array(reader->arena, blocks->count, sizeof *kept);
    if (blocks->count) memcpy(kept, blocks->block, blocks->count * sizeof *kept);
    free(blocks->block);
    *blocks = (struct blocks){0};
    return kept;
}

struct field text_field(struct reader *reader, const xmlNode *element, const char *field)
{
    struct blocks blocks = {0};
    if (!element) return (struct field){0};
    bool holds_blocks = false;
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (!is_element(node, "p") && !is_element(node, "ul")) continue;
        holds_blocks = true;
        text_blocks(reader, node, field, &blocks);
    }
    if (!holds_blocks) text_blocks(reader, element, field, &blocks);
    unsigned count = blocks.count;
    return (struct field){.count = count, .blocks = text_blocks_keep(reader, &blocks), .line = xmlGetLineNo(element)};
}
