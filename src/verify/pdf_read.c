/* pdf_read: see pdf_read.h. Every text of an element is asked of poppler by itself, so what poppler does for each must be cheap. */
#define _GNU_SOURCE
#include "verify/pdf_read.h"
#include <poppler.h>
#include <string.h>
#include "verify/text.h"

enum { DEEPEST = 200, DICTIONARY_MOST = 1024 };
struct walk {
    struct readout *out;
    struct buf *text, *full; /* what is gathered, and what abbreviations in it stand for */
    long page;               /* of the last content that says its own */
    bool too_deep;
};

/* For each element poppler renders its page, and for each page it sets up the colours of the output intent anew: 97 % of the time (two
   minutes for a report, instead of two seconds). Texts have no colour: in this copy the streams of profiles (ISO 32000-1, 8.6.5.5: those with
   N, but object streams, which have a Type) are made unreadable by giving their filter another name of the same length. */
static void forget_colours(struct buf *content)
{
    static const char COMPONENTS[] = "/N ", FILTER[] = "/Filter", OTHER[] = "/Fitler";
    const char *end = content->data + content->size;
    for (char *at = content->data; (at = memmem(at, (size_t)(end - at), COMPONENTS, strlen(COMPONENTS))); at++) {
        size_t rest = (size_t)(end - at), before = (size_t)(at - content->data);
        char *open = at, *close = memmem(at, rest < DICTIONARY_MOST ? rest : DICTIONARY_MOST, ">>", 2);
        for (size_t i = 0; i < before && i < DICTIONARY_MOST && (open[0] != '<' || open[1] != '<'); i++)
            open--;
        size_t size = close ? (size_t)(close - open) : 0;
        char *filter = size ? memmem(open, size, FILTER, strlen(FILTER)) : NULL;
        if (filter && !memmem(open, size, "/Type", strlen("/Type"))) memcpy(filter, OTHER, strlen(OTHER));
    }
}

/* ---- putting texts together again ---- */

/* PDF 32000-1, D.2: the byte of a character outside of Latin-1; 0: none. */
static unsigned char byte_of(gunichar c)
{
    static const struct {
        unsigned char first;
        gunichar character[32];
    } RUN[] = {
        {0x18, {0x2D8, 0x2C7, 0x2C6, 0x2D9, 0x2DD, 0x2DB, 0x2DA, 0x2DC}                             },
        {0x80, {0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192,  0x2044, 0x2039, 0x203A, 0x2212,
                0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x141,
                0x152,  0x160,  0x178,  0x17D,  0x131,  0x142,  0x153,  0x161,  0x17E}},
        {0xA0, {0x20AC}                                                                             },
    };
    for (size_t i = 0; i < sizeof RUN / sizeof *RUN; i++)
        for (unsigned k = 0; k < sizeof RUN[i].character / sizeof *RUN[i].character; k++)
            if (RUN[i].character[k] == c) return (unsigned char)(RUN[i].first + k);
    return c < 0x100 ? (unsigned char)c : 0;
}

enum { LOST = 0xFFFD, LOST_ONE = 0x9F, LOST_OTHER = 0xAD };

/* The bytes that were recoded; LOST_ONE for what is lost. False: it was not recoded. */
static bool put_back(const char *text, struct buf *bytes)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        unsigned char byte = c == LOST ? LOST_ONE : byte_of(c);
        if (!byte) return false;
        buf_char(bytes, (char)byte);
    }
    return true;
}

/* Of the characters that differ in a lost byte the one that the page has. */
static void choose(const struct walk *walk, char *character, size_t length)
{
    const char *page =
        walk->page > 0 && walk->page <= (long)walk->out->pages ? walk->out->page[walk->page - 1].text : "";
    char other[8] = "", one[8] = "";
    if (length >= sizeof other) return;
    memcpy(one, character, length);
    memcpy(other, character, length);
    for (size_t i = 1; i < length; i++)
        if ((unsigned char)other[i] == LOST_ONE) other[i] = (char)LOST_OTHER;
    if (strcmp(one, other) != 0 && g_utf8_validate(other, -1, NULL) && !strstr(page, one) && strstr(page, other))
        memcpy(character, other, length);
}

static void put_text(struct walk *walk, const char *text)
{
    struct buf bytes = {0};
    if (put_back(text, &bytes) && g_utf8_validate(buf_text(&bytes), -1, NULL)) {
        for (char *p = bytes.data, *next; *p; p = next) {
            next = g_utf8_next_char(p);
            choose(walk, p, (size_t)(next - p));
        }
        buf_str(walk->text, buf_text(&bytes));
    } else {
        buf_str(walk->text, text);
    }
    buf_free(&bytes);
}

/* ---- texts ---- */

static void note_page(struct walk *walk, PopplerStructureElement *element)
{
    gint page = poppler_structure_element_get_page(element);
    if (page >= 0) walk->page = page + 1;
}

/* Readings above words say them a second time; signs and numbers in front of lists are layout's. */
static bool is_unread(PopplerStructureElementKind kind)
{
    return kind == POPPLER_STRUCTURE_ELEMENT_RUBY_ANNOT_TEXT || kind == POPPLER_STRUCTURE_ELEMENT_RUBY_PUNCTUATION ||
           kind == POPPLER_STRUCTURE_ELEMENT_LIST_LABEL;
}

static bool is_block(PopplerStructureElementKind kind)
{
    return kind == POPPLER_STRUCTURE_ELEMENT_PARAGRAPH || kind == POPPLER_STRUCTURE_ELEMENT_LIST_ITEM ||
           kind == POPPLER_STRUCTURE_ELEMENT_LIST_BODY;
}

/* What an abbreviation stands for (E). */
static void note_abbreviation(struct walk *walk, PopplerStructureElement *element)
{
    gchar *full = poppler_structure_element_get_abbreviation(element);
    if (full) buf_str(walk->full, full);
    g_free(full);
}

static void gather(struct walk *walk, PopplerStructureElementIter *at, unsigned depth);

static void gather_one(struct walk *walk, PopplerStructureElementIter *at, unsigned depth)
{
    PopplerStructureElement *element = poppler_structure_element_iter_get_element(at);
    PopplerStructureElementKind kind = poppler_structure_element_get_kind(element);
    if (poppler_structure_element_is_content(element)) {
        gchar *text = poppler_structure_element_get_text(element, POPPLER_STRUCTURE_GET_TEXT_NONE);
        if (text && *text) note_page(walk, element);
        if (text) put_text(walk, text);
        g_free(text);
    } else if (!is_unread(kind)) {
        if (kind == POPPLER_STRUCTURE_ELEMENT_SPAN) note_abbreviation(walk, element);
        PopplerStructureElementIter *kid = poppler_structure_element_iter_get_child(at);
        if (kid) gather(walk, kid, depth + 1);
        if (is_block(kind)) buf_char(walk->text, '\n');
        if (kid) poppler_structure_element_iter_free(kid);
    }
    g_object_unref(element);
}

/* The texts of `at` and those that follow it. */
static void gather(struct walk *walk, PopplerStructureElementIter *at, unsigned depth)
{
    if (depth > DEEPEST) {
        walk->too_deep = true;
        return;
    }
    do
        gather_one(walk, at, depth);
    while (poppler_structure_element_iter_next(at));
}

/* What the last solid_text gathered. */
static const char *said_text(const struct walk *walk)
{
    return arena_strdup(walk->out->arena, buf_text(walk->text));
}

/* Of the element at `at` and all in it. */
static const char *solid_text(struct walk *walk, PopplerStructureElementIter *at)
{
    walk->text->size = 0;
    gather_one(walk, at, 0);
    return text_solid(walk->out->arena, buf_text(walk->text));
}

/* ---- tables ---- */

/* poppler-glib 22.12 tells no spans of cells: it asks for a table where a cell is wanted. Tables of values have none above their values. */
static void take_cell(struct walk *walk, PopplerStructureElementIter *at, bool head, struct grid *grid)
{
    walk->full->size = 0;
    struct grid_cell cell = {.head = head, .text = solid_text(walk, at)};
    cell.said = said_text(walk);
    cell.full = text_solid(walk->out->arena, buf_text(walk->full));
    cell.place = walk->page;
    grid_add(walk->out->arena, grid, &cell);
}

static void take_rows(struct walk *walk, PopplerStructureElementIter *table, struct part_read *part, unsigned depth)
{
    PopplerStructureElementIter *at = depth < DEEPEST ? poppler_structure_element_iter_get_child(table) : NULL;
    for (bool more = at; more; more = poppler_structure_element_iter_next(at)) {
        PopplerStructureElement *element = poppler_structure_element_iter_get_element(at);
        PopplerStructureElementKind kind = poppler_structure_element_get_kind(element);
        switch (kind) {
        case POPPLER_STRUCTURE_ELEMENT_CAPTION:
            part->text = solid_text(walk, at);
            break;
        case POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING:
        case POPPLER_STRUCTURE_ELEMENT_TABLE_DATA:
            take_cell(walk, at, kind == POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING, part->grid);
            break;
        case POPPLER_STRUCTURE_ELEMENT_TABLE_ROW:
            grid_row(part->grid);
            take_rows(walk, at, part, depth + 1);
            break;
        default:
            take_rows(walk, at, part, depth + 1);
        }
        g_object_unref(element);
    }
    if (at) poppler_structure_element_iter_free(at);
}

/* ---- the document ---- */

static void take_part(struct walk *walk, PopplerStructureElementIter *at, PopplerStructureElement *element,
                      enum part_of kind, unsigned level)
{
    struct part_read *part = reading_add(walk->out, kind, walk->page);
    part->level = level;
    if (kind == PART_OF_TABLE) {
        part->grid = grid_new(walk->out->arena);
        take_rows(walk, at, part, 0);
        part->place = part->grid->cells ? part->grid->cell[0].place : walk->page;
        return;
    }
    part->text = solid_text(walk, at);
    if (kind != PART_OF_FIGURE) part->said = said_text(walk);
    gchar *alt = kind == PART_OF_FIGURE ? poppler_structure_element_get_alt_text(element) : NULL;
    part->place = walk->page;
    if (alt) part->alt = arena_strdup(walk->out->arena, alt);
    g_free(alt);
}

static void walk_elements(struct walk *walk, PopplerStructureElementIter *at, unsigned depth);

static void walk_element(struct walk *walk, PopplerStructureElementIter *at, unsigned depth)
{
    PopplerStructureElement *element = poppler_structure_element_iter_get_element(at);
    PopplerStructureElementKind kind = poppler_structure_element_get_kind(element);
    PopplerStructureElementIter *kid = NULL;
    if (kind >= POPPLER_STRUCTURE_ELEMENT_HEADING_1 && kind <= POPPLER_STRUCTURE_ELEMENT_HEADING_6)
        take_part(walk, at, element, PART_OF_HEADING, kind - POPPLER_STRUCTURE_ELEMENT_HEADING_1 + 1);
    else if (kind == POPPLER_STRUCTURE_ELEMENT_PARAGRAPH || kind == POPPLER_STRUCTURE_ELEMENT_LIST_ITEM)
        take_part(walk, at, element, PART_OF_TEXT, 0);
    else if (kind == POPPLER_STRUCTURE_ELEMENT_FIGURE)
        take_part(walk, at, element, PART_OF_FIGURE, 0);
    else if (kind == POPPLER_STRUCTURE_ELEMENT_TABLE)
        take_part(walk, at, element, PART_OF_TABLE, 0);
    else if (kind != POPPLER_STRUCTURE_ELEMENT_TOC) /* says headings and pages again */
        kid = poppler_structure_element_iter_get_child(at);
    if (kid) walk_elements(walk, kid, depth + 1);
    if (kid) poppler_structure_element_iter_free(kid);
    g_object_unref(element);
}

static void walk_elements(struct walk *walk, PopplerStructureElementIter *at, unsigned depth)
{
    if (depth > DEEPEST) {
        walk->too_deep = true;
        return;
    }
    do
        walk_element(walk, at, depth);
    while (poppler_structure_element_iter_next(at));
}

static void take_pages(PopplerDocument *document, struct readout *out)
{
    int pages = poppler_document_get_n_pages(document);
    out->pages = pages > 0 ? (unsigned)pages : 0;
    out->page = arena_array(out->arena, out->pages, sizeof *out->page);
    for (int i = 0; i < pages; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);
        char *text = page ? poppler_page_get_text(page) : NULL;
        gchar *label = page ? poppler_page_get_label(page) : NULL;
        out->page[i].text = arena_strdup(out->arena, text ? text : "");
        out->page[i].label = arena_strdup(out->arena, label ? label : "");
        g_free(label);
        g_free(text);
        if (page) g_object_unref(page);
    }
}

bool pdf_read(struct finding *finding, struct buf *content, struct readout *out)
{
    const struct spot spot = {.file = out->file, .where = "PDF"};
    struct buf text = {0}, full = {0};
    struct walk walk = {.out = out, .text = &text, .full = &full};
    if (content->size) forget_colours(content);
    GBytes *bytes = g_bytes_new_static(content->data, content->size);
    PopplerDocument *document = content->size ? poppler_document_new_from_bytes(bytes, NULL, NULL) : NULL;
    PopplerStructureElementIter *root = document ? poppler_structure_element_iter_new(document) : NULL;
    if (document) take_pages(document, out);
    if (root) walk_elements(&walk, root, 0);
    out->paged = true;
    bool fine = root && !walk.too_deep;
    if (!fine) FINDING(finding, VERIFY_UNREADABLE, &spot, NULL);
    if (root) poppler_structure_element_iter_free(root);
    if (document) g_object_unref(document);
    g_bytes_unref(bytes);
    buf_free(&text);
    buf_free(&full);
    return fine;
}
