/* source_docx: WordprocessingML (ISO/IEC 29500-1, 17) as rows: a paragraph is a row, a table's row is a row of its grid's columns, where
   merged cells leave empty ones. Elements go by their local names, so that the strict and the transitional form read alike. */
#include <stdio.h>
#include <string.h>
#include "base/utf8.h"
#include "base/xml.h"
#include "desk/package.h"
#include "desk/slice.h"

enum { COLUMNS_MOST = 200, STYLE_LONGEST = 64 };
static const char DOCUMENT[] = "word/document.xml", STYLES[] = "word/styles.xml";

/* What a paragraph or a cell says while it is read. */
struct text {
    struct buf kept;
    struct buf deleted, instruction; /* by a tracked change; of a field: no text of the document */
    struct buf unplaced;             /* readings and symbols, which have no place among the characters */
    bool numbered;                   /* a number that is no text stands before it */
    unsigned level;
};
struct docx {
    struct source *source;
    struct diag *diag;
    xmlDoc *styles; /* NULL: none */
    long paragraph;
};

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && !strcmp((const char *)node->name, name);
}

static const xmlNode *child(const xmlNode *node, const char *name)
{
    const xmlNode *found = node ? node->children : NULL;
    while (found && !is(found, name))
        found = found->next;
    return found;
}

/* The w:val of an element, or another attribute, into `out`; "" if there is none. */
static const char *value_of(const xmlNode *node, const char *name, char out[STYLE_LONGEST])
{
    out[0] = '\0';
    for (const xmlAttr *attribute = node ? node->properties : NULL; attribute; attribute = attribute->next) {
        const xmlNode *text = attribute->children;
        if (strcmp((const char *)attribute->name, name) != 0 || !text || !text->content) continue;
        size_t size = strlen((const char *)text->content);
        if (size < STYLE_LONGEST) memcpy(out, text->content, size + 1);
    }
    return out;
}

static unsigned small_number(const char *text, unsigned most)
{
    unsigned value = 0;
    for (; *text >= '0' && *text <= '9' && value <= most; text++)
        value = value * 10 + (unsigned)(*text - '0');
    return value <= most ? value : most;
}

/* ---- headings ---- */

/* w:outlineLvl counts from 0. */
static unsigned outline_level(const xmlNode *properties)
{
    char value[STYLE_LONGEST];
    const xmlNode *level = child(properties, "outlineLvl");
    if (!level || !*value_of(level, "val", value)) return 0;
    unsigned number = small_number(value, 9) + 1;
    return number <= 2 ? number : 0;
}

static unsigned level_of_style(const struct docx *docx, const char *id)
{
    const xmlNode *style = docx->styles ? xmlDocGetRootElement(docx->styles)->children : NULL;
    for (; style; style = style->next) {
        char value[STYLE_LONGEST];
        if (!is(style, "style") || strcmp(value_of(style, "styleId", value), id) != 0) continue;
        const char *name = value_of(child(style, "name"), "val", value);
        if (!strcmp(name, "heading 1")) return 1;
        if (!strcmp(name, "heading 2")) return 2;
        return outline_level(child(style, "pPr"));
    }
    return 0;
}

static void read_properties(struct docx *docx, const xmlNode *paragraph, struct text *text)
{
    char id[STYLE_LONGEST];
    const xmlNode *properties = child(paragraph, "pPr");
    unsigned level = outline_level(properties);
    if (!level && *value_of(child(properties, "pStyle"), "val", id)) level = level_of_style(docx, id);
    if (!text->level) text->level = level;
    text->numbered |= child(properties, "numPr") != NULL;
}

/* ---- runs ---- */

static void add_content(struct buf *out, const xmlNode *node)
{
    for (const xmlNode *text = node->children; text; text = text->next)
        if (text->type == XML_TEXT_NODE && text->content) buf_str(out, (const char *)text->content);
}

/* The second way to say the same (mc:Fallback beside mc:Choice). */
static bool is_other_copy(const xmlNode *node)
{
    return is(node, "Fallback") && child(node->parent, "Choice");
}

/* What one element of a run adds. A field is begin, instruction, separate, result, end (17.16.18), and only its result is text. False:
   nothing of its own; look inside. */
static bool add_leaf(const xmlNode *node, struct text *text, struct buf *out)
{
    static const struct {
        const char *name, *sign;
    } SIGNS[] = {
        {"tab",           "\t"},
        {"br",            "\n"},
        {"cr",            "\n"},
        {"noBreakHyphen", "-" },
        {"softHyphen",    ""  }
    };
    static const char *const SILENT[] = {"pPr", "rPr", "rubyPr"};
    for (unsigned i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (!is(node, SIGNS[i].name)) continue;
        buf_str(out, SIGNS[i].sign);
        return true;
    }
    bool deleted = is(node, "delText"), instruction = is(node, "instrText") || is(node, "delInstrText");
    if (is(node, "t") || deleted || instruction) {
        add_content(deleted ? &text->deleted : instruction ? &text->instruction : out, node);
        return true;
    }
    char code[STYLE_LONGEST];
    if (is(node, "sym")) buf_printf(&text->unplaced, "（記号%s）", value_of(node, "char", code));
    bool silent = is(node, "sym") || is_other_copy(node);
    for (unsigned i = 0; i < sizeof SILENT / sizeof *SILENT; i++)
        silent |= is(node, SILENT[i]);
    return silent;
}

static void read_runs(const xmlNode *node, struct text *text, struct buf *out)
{
    for (node = node->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || add_leaf(node, text, out)) continue;
        bool deleted = is(node, "del") || is(node, "moveFrom"), reading = is(node, "rt");
        bool paragraph = is(node, "p") && out->size && out->data[out->size - 1] != '\n'; /* in a text box */
        if (paragraph) buf_char(out, '\n');
        read_runs(node, text, deleted ? &text->deleted : reading ? &text->unplaced : out);
    }
}

/* Text boxes and what else has paragraphs inside a paragraph read as one text with breaks. */
static void read_paragraph(struct docx *docx, const xmlNode *paragraph, struct text *text)
{
    docx->paragraph++;
    if (text->kept.size && text->kept.data[text->kept.size - 1] != '\n') buf_char(&text->kept, '\n');
    read_properties(docx, paragraph, text);
    read_runs(paragraph, text, &text->kept);
}

/* ---- rows ---- */

static void put_aside(struct docx *docx, const struct buf *text, long line, const char *what)
{
    if (!text->size) return;
    struct cell *cell = source_aside(docx->source, line, text->data, text->size);
    if (what) slice_take(docx->source, slice_of(cell), FATE_DROPPED, what);
}

static void tell_deleted(struct docx *docx, struct text *text, long line)
{
    enum { SHOWN_BYTES = 90 };
    char number[32];
    unsigned characters = 0;
    const char *deleted = buf_text(&text->deleted), *end = deleted;
    for (const char *p = deleted; *p; characters++) {
        utf8_next(&p);
        if (p - deleted <= SHOWN_BYTES) end = p;
    }
    snprintf(number, sizeof number, "%u", characters);
    const char *shown = arena_strndup(docx->source->arena, deleted, (size_t)(end - deleted));
    if (characters) DIAG(docx->diag, IMPORT_DELETED, docx->source->file, line, shown, number);
}

/* What is beside the text of a paragraph or cell is kept, so that it is accounted for, and told. */
static void finish(struct docx *docx, struct text *text, long line)
{
    put_aside(docx, &text->deleted, line, "変更履歴で削除");
    put_aside(docx, &text->instruction, line, "フィールドの命令");
    put_aside(docx, &text->unplaced, line, NULL);
    tell_deleted(docx, text, line);
    if (text->numbered && text->kept.size) DIAG(docx->diag, IMPORT_NUMBERED, docx->source->file, line, NULL);
    buf_free(&text->kept);
    buf_free(&text->deleted);
    buf_free(&text->instruction);
    buf_free(&text->unplaced);
}

/* A paragraph of the body; its tabs part cells, as the lines of the contents have them. */
static void add_paragraph(struct docx *docx, const xmlNode *paragraph)
{
    struct text text = {0};
    read_paragraph(docx, paragraph, &text);
    char *content = arena_strndup(docx->source->arena, buf_text(&text.kept), text.kept.size);
    unsigned cells = 1;
    for (const char *p = content; *p && cells < COLUMNS_MOST; p++)
        cells += *p == '\t';
    if (text.kept.size) {
        struct row *row = source_row(docx->source, docx->paragraph, cells);
        row->level = text.level;
        row->table = false;
        for (unsigned i = 0; i < cells; i++) {
            size_t size = i + 1 < cells ? strcspn(content, "\t") : strlen(content);
            source_fill(docx->source, &row->cell[i], content, size);
            content += size + (i + 1 < cells);
        }
    }
    finish(docx, &text, docx->paragraph);
}

static void read_blocks(struct docx *docx, const xmlNode *parent, struct text *cell);

/* Text outside of any paragraph, which no good document has: it is not lost for that. */
static bool keep_stray(struct docx *docx, const xmlNode *node)
{
    struct buf text = {0};
    if (!is(node, "t")) return false;
    add_content(&text, node);
    put_aside(docx, &text, docx->paragraph, NULL);
    buf_free(&text);
    return true;
}

struct grid {
    unsigned columns;
    struct text cell[COLUMNS_MOST];
};

static unsigned span_of(const xmlNode *cell)
{
    char value[STYLE_LONGEST];
    unsigned span = small_number(value_of(child(child(cell, "tcPr"), "gridSpan"), "val", value), COLUMNS_MOST);
    return span ? span : 1;
}

/* The cells of a row, in their columns; a merged one leaves those that it covers empty. Cells inside w:sdt, w:ins … likewise. */
static void read_cells(struct docx *docx, const xmlNode *row, struct grid *grid)
{
    for (const xmlNode *node = row->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || is(node, "trPr") || keep_stray(docx, node)) continue;
        if (!is(node, "tc")) {
            read_cells(docx, node, grid);
            continue;
        }
        unsigned column = grid->columns < COLUMNS_MOST ? grid->columns : COLUMNS_MOST - 1;
        read_blocks(docx, node, &grid->cell[column]);
        grid->columns = column + span_of(node) < COLUMNS_MOST ? column + span_of(node) : COLUMNS_MOST;
    }
}

static bool holds_table(const xmlNode *parent)
{
    for (const xmlNode *node = parent->children; node; node = node->next)
        if (is(node, "tbl") || (node->type == XML_ELEMENT_NODE && !is(node, "p") && holds_table(node))) return true;
    return false;
}

/* The only cell of a row that is nothing but a frame round a table; NULL. */
static const xmlNode *frame_of(const xmlNode *row)
{
    const xmlNode *cell = child(row, "tc");
    for (const xmlNode *node = cell ? cell->next : NULL; node; node = node->next)
        if (is(node, "tc")) return NULL;
    return cell && holds_table(cell) ? cell : NULL;
}

static void add_row(struct docx *docx, const xmlNode *node, bool first)
{
    if (frame_of(node)) {
        read_blocks(docx, frame_of(node), NULL);
        return;
    }
    struct grid *grid = xcalloc(1, sizeof *grid);
    char value[STYLE_LONGEST];
    const xmlNode *before = child(child(node, "trPr"), "gridBefore");
    grid->columns = small_number(value_of(before, "val", value), COLUMNS_MOST - 1);
    long line = docx->paragraph + 1;
    read_cells(docx, node, grid);
    struct row *row = source_row(docx->source, line, grid->columns ? grid->columns : 1);
    row->table = true;
    row->after_blank = first;
    for (unsigned i = 0; i < grid->columns; i++) {
        struct text *text = &grid->cell[i];
        for (size_t j = 0; j < text->kept.size; j++)
            if (text->kept.data[j] == '\t') text->kept.data[j] = ' ';
        source_fill(docx->source, &row->cell[i], buf_text(&text->kept), text->kept.size);
        if (!row->level) row->level = grid->columns == 1 ? text->level : 0;
        finish(docx, text, line);
    }
    free(grid);
}

/* The rows of a table, those inside w:sdt, w:ins … too. */
static void read_table(struct docx *docx, const xmlNode *table, bool *first)
{
    for (const xmlNode *node = table->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || is(node, "tblPr") || keep_stray(docx, node)) continue;
        if (!is(node, "tr")) {
            read_table(docx, node, first);
            continue;
        }
        add_row(docx, node, *first);
        *first = false;
    }
}

/* Paragraphs and tables, through whatever wraps them (w:sdt, w:sdtContent, w:customXml, w:ins …). `cell`: where the paragraphs go, those
   of tables inside it too; NULL: they are rows. */
static void read_blocks(struct docx *docx, const xmlNode *parent, struct text *cell)
{
    for (const xmlNode *node = parent->children; node; node = node->next) {
        bool first = true;
        if (node->type != XML_ELEMENT_NODE || is_other_copy(node) || keep_stray(docx, node)) continue;
        if (is(node, "p") && cell)
            read_paragraph(docx, node, cell);
        else if (is(node, "p"))
            add_paragraph(docx, node);
        else if (is(node, "tbl") && !cell)
            read_table(docx, node, &first);
        else
            read_blocks(docx, node, cell);
    }
}

/* ---- the parts of the package ---- */

static xmlDoc *read_part(struct docx *docx, struct package *package, const char *name)
{
    struct buf bytes = {0};
    const char *path = arena_printf(docx->source->arena, "%s（%s）", docx->source->file, name);
    xmlDoc *document = package_read(package, name, &bytes) ? xml_read_bytes(path, &bytes, docx->diag) : NULL;
    buf_free(&bytes);
    return document;
}

/* Notes have no place in a plan: their text stays where nobody takes it. */
static void read_notes(struct docx *docx, struct package *package, const char *name)
{
    xmlDoc *notes = package_has(package, name) ? read_part(docx, package, name) : NULL;
    const xmlNode *note = notes ? xmlDocGetRootElement(notes)->children : NULL;
    for (; note; note = note->next) {
        struct text text = {0};
        if (note->type == XML_ELEMENT_NODE) read_blocks(docx, note, &text);
        put_aside(docx, &text.kept, docx->paragraph, NULL);
        finish(docx, &text, docx->paragraph);
    }
    xmlFreeDoc(notes);
}

static bool read_document(struct docx *docx, struct package *package)
{
    if (package_has(package, STYLES)) {
        docx->styles = read_part(docx, package, STYLES);
        if (!docx->styles) return false;
    }
    xmlDoc *document = read_part(docx, package, DOCUMENT);
    if (document) read_blocks(docx, xmlDocGetRootElement(document), NULL);
    if (document) read_notes(docx, package, "word/footnotes.xml");
    if (document) read_notes(docx, package, "word/endnotes.xml");
    xmlFreeDoc(docx->styles);
    xmlFreeDoc(document);
    return document != NULL;
}

bool source_docx_read(struct source *source, struct buf *bytes, struct diag *diag)
{
    struct docx docx = {.source = source, .diag = diag};
    struct package *package = package_open(source->file, bytes, diag);
    if (!package) return false;
    bool word = package_has(package, DOCUMENT);
    if (!word) DIAG(diag, IMPORT_NOT_WORD, source->file, 0, NULL);
    bool fine = word && read_document(&docx, package);
    package_free(package);
    return fine;
}
