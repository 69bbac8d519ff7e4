/* object: raw dictionaries and streams through libharu's exported objects. A body is written in one piece by its owner, which
   passes by libharu's limits on arrays (32,767) and strings, and its 136 bytes an entry. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "pdf/haru.h"

enum {
    XREF_STEP = 1 << 16, /* libharu's lists grow by a fixed step: small ones make 400,000 objects quadratic */
    KIDS_STEP = 1 << 12,
    STRING_LIMIT = 32767,
    NAME_LIMIT = 127,
    ASCII_END = 0x80
};

static void *HPDF_STDCALL take(HPDF_UINT size)
{
    return xmalloc(size);
}

static void HPDF_STDCALL give_back(void *memory)
{
    free(memory);
}

struct object_file *object_file_new(struct arena *arena, unsigned threads)
{
    if (strcmp(HPDF_GetVersion(), HARU_VERSION)) return NULL;
    struct object_file *file = xcalloc(1, sizeof *file);
    file->arena = arena;
    /* No memory pool: libharu's frees nothing before the end. Allocation ends the program itself when memory is out. */
    file->doc = HPDF_NewEx(NULL, take, give_back, 0, NULL);
    file->doc->xref->entries->items_per_block = XREF_STEP;
    HPDF_Array kids = HPDF_Dict_GetItem(file->doc->root_pages, "Kids", HPDF_OCLASS_ARRAY);
    kids->list->items_per_block = KIDS_STEP;
    file->press = press_new(threads);
    return file;
}

/* Files that are never saved leave jobs in the press. */
static void drop_job(struct object_file *file, struct press_job *job)
{
    if (!job) return;
    struct buf bytes = press_take(file->press, job);
    buf_free(&bytes);
}

void object_file_free(struct object_file *file)
{
    if (!file) return;
    for (int i = 0; i < file->raws; i++)
        drop_job(file, file->raw[i]->stream);
    for (int i = 0; i < file->pages; i++)
        drop_job(file, file->page[i].content);
    press_free(file->press);
    HPDF_Free(file->doc);
    buf_free(&file->scratch);
    free(file->raw);
    free(file->page);
    free(file->link);
    free(file->bookmark);
    free(file);
}

unsigned long object_error(const struct object_file *file)
{
    return file->doc->error.error_no;
}

bool object_bad_number(const struct object_file *file)
{
    return file->bad_number;
}

unsigned object_count(const struct object_file *file)
{
    return haru_count(file) - 1; /* number 0 is no object's */
}

unsigned haru_count(const struct object_file *file)
{
    const struct object_list *last = file->lists ? &file->list[file->lists - 1] : NULL;
    return last ? last->first + last->count : file->doc->xref->entries->count;
}

HPDF_Dict haru_object(const struct object_file *file, unsigned number)
{
    return HPDF_Xref_GetEntry(file->doc->xref, number)->obj;
}

/* --- dictionaries and streams --- */

static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct haru_raw *raw = dict->attr;
    struct buf *body = &raw->file->scratch;
    body->size = 0;
    raw->writer(raw->source, body);
    if (body->bad) raw->file->bad_number = true;
    buf_char(body, '\n');
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->data, (HPDF_UINT)body->size);
}

static struct haru_raw *attach(struct object_file *file, HPDF_Dict dict, object_writer *writer, const void *source)
{
    struct haru_raw *raw = arena_alloc(file->arena, sizeof *raw);
    *raw = (struct haru_raw){.file = file, .writer = writer, .source = source};
    dict->attr = raw;
    dict->write_fn = write_body;
    return raw;
}

struct haru_raw *haru_raw(const void *object)
{
    const HPDF_Obj_Header *header = object;
    if ((header->obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT) return NULL;
    const HPDF_Dict_Rec *dict = object;
    return dict->write_fn == write_body ? dict->attr : NULL;
}

static void write_entries(const void *source, struct buf *body)
{
    buf_str(body, source);
}

unsigned object_new(struct object_file *file, object_writer *writer, const void *source)
{
    HPDF_Dict dict = HPDF_Dict_New(file->doc->mmgr);
    HPDF_Xref_Add(file->doc->xref, dict);
    attach(file, dict, writer, source);
    return haru_number(dict);
}

unsigned object_dictionary(struct object_file *file, const char *entries)
{
    return object_new(file, write_entries, arena_strdup(file->arena, entries));
}

unsigned object_list(struct object_file *file, unsigned count, object_list_writer *writer, const void *source)
{
    unsigned first = haru_count(file);
    file->list[file->lists++] =
        (struct object_list){.first = first, .count = count, .writer = writer, .source = source};
    return first;
}

struct haru_raw *haru_stream(struct object_file *file, HPDF_Dict dict, const char *entries, struct press_job *content)
{
    struct haru_raw *raw = attach(file, dict, write_entries, arena_strdup(file->arena, entries));
    GROW(file->raw, file->raws, file->raws_capacity);
    file->raw[file->raws++] = raw;
    raw->is_stream = true;
    raw->stream = content;
    return raw;
}

/* Only a dictionary to libharu, which would deflate a second time or copy: save writes what follows it. */
unsigned object_stream(struct object_file *file, const char *entries, const void *data, size_t size)
{
    struct buf raw = {0};
    buf_put(&raw, data, size);
    HPDF_Dict dict = HPDF_Dict_New(file->doc->mmgr);
    HPDF_Xref_Add(file->doc->xref, dict);
    haru_stream(file, dict, entries, press_add(file->press, PRESS_QUICK, &raw));
    return haru_number(dict);
}

unsigned object_plain_stream(struct object_file *file, const char *entries, const void *data, size_t size)
{
    HPDF_Dict dict = HPDF_DictStream_New(file->doc->mmgr, file->doc->xref);
    attach(file, dict, write_entries, arena_strdup(file->arena, entries));
    HPDF_Stream_Write(dict->stream, data, (HPDF_UINT)size);
    return haru_number(dict);
}

void object_catalog(struct object_file *file, const char *key, unsigned number)
{
    HPDF_Dict_Add(file->doc->catalog, key, haru_object(file, number));
}

void object_catalog_list(struct object_file *file, const char *key, unsigned number)
{
    HPDF_Array list = HPDF_Array_New(file->doc->mmgr);
    HPDF_Array_Add(list, haru_object(file, number));
    HPDF_Dict_Add(file->doc->catalog, key, list);
}

void object_catalog_text(struct object_file *file, const char *key, const char *text)
{
    HPDF_Dict_Add(file->doc->catalog, key, haru_text(file, text));
}

void object_info(struct object_file *file, const char *key, const char *text)
{
    HPDF_Dict_Add(file->doc->info, key, haru_text(file, text));
}

/* --- strings --- */

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= ASCII_END) return false;
    return true;
}

static void put_utf16_unit(struct buf *bytes, unsigned unit)
{
    buf_char(bytes, (char)(unit >> 8));
    buf_char(bytes, (char)(unit & 0xFF));
}

static void put_utf16(struct buf *bytes, gunichar c)
{
    if (c < 0x10000) {
        put_utf16_unit(bytes, c);
        return;
    }
    put_utf16_unit(bytes, 0xD800 | (c - 0x10000) >> 10);
    put_utf16_unit(bytes, 0xDC00 | ((c - 0x10000) & 0x3FF));
}

/* PDFDocEncoding where it agrees with ASCII, else UTF-16BE with its mark (7.9.2.2). False: the limit was reached. */
static bool text_string(struct buf *bytes, const char *text)
{
    enum { LONGEST_CHARACTER = 4 };
    bool ascii = is_ascii(text);
    if (!ascii) put_utf16_unit(bytes, 0xFEFF);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        if (bytes->size > STRING_LIMIT - LONGEST_CHARACTER) return false;
        if (ascii)
            buf_char(bytes, *p);
        else
            put_utf16(bytes, g_utf8_get_char(p));
    }
    return true;
}

HPDF_Binary haru_text(struct object_file *file, const char *text)
{
    struct buf bytes = {0};
    text_string(&bytes, text);
    HPDF_Binary string = HPDF_Binary_New(file->doc->mmgr, (HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
    buf_free(&bytes);
    return string;
}

bool object_text_fits(const char *text)
{
    struct buf bytes = {0};
    bool fits = text_string(&bytes, text);
    buf_free(&bytes);
    return fits;
}

static void put_hex(struct buf *body, unsigned char byte)
{
    static const char DIGITS[] = "0123456789ABCDEF";
    char digits[2] = {DIGITS[byte >> 4], DIGITS[byte & 15]};
    buf_put(body, digits, sizeof digits);
}

void object_put_hex16(struct buf *body, unsigned value)
{
    put_hex(body, (unsigned char)(value >> 8));
    put_hex(body, (unsigned char)(value & 0xFF));
}

void object_put_bytes(struct buf *body, const char *bytes, size_t size)
{
    buf_char(body, '<');
    for (size_t i = 0; i < size; i++)
        put_hex(body, (unsigned char)bytes[i]);
    buf_char(body, '>');
}

void object_put_text(struct buf *body, const char *text)
{
    struct buf bytes = {0};
    text_string(&bytes, text);
    object_put_bytes(body, bytes.data, bytes.size);
    buf_free(&bytes);
}

void object_put_utf16(struct buf *body, const char *text, size_t size)
{
    struct buf bytes = {0};
    for (const char *p = text; p < text + size; p = g_utf8_next_char(p))
        put_utf16(&bytes, g_utf8_get_char(p));
    for (size_t i = 0; i < bytes.size; i++)
        put_hex(body, (unsigned char)bytes.data[i]);
    buf_free(&bytes);
}

void object_put_name(struct buf *body, const char *name)
{
    buf_char(body, '/');
    for (size_t i = 0; name[i] && i < NAME_LIMIT; i++) {
        bool regular = g_ascii_isalnum(name[i]) || strchr("-+_.", name[i]);
        buf_char(body, regular ? name[i] : '-');
    }
}

void object_put_reference(struct buf *body, unsigned number)
{
    buf_int(body, number);
    buf_str(body, " 0 R");
}
