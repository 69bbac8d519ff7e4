/* save: object streams make the file half as large as plain objects do. libharu's own saving knows none, takes the identifier
   from the clock, and reports success on a full disk; so its objects are written one by one into memory. */
#include "pdf/save.h"
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include "pdf/haru.h"

enum { OBJECTS_A_STREAM = 200, DIGEST_BYTES = 16, NEXT_FREE = 65535 };
/* Types of entries in a cross-reference stream (table 18); a row is one byte, four bytes, two bytes. */
enum entry_type { ENTRY_FREE, ENTRY_PLAIN, ENTRY_IN_STREAM };
#define ROW_WIDTHS "[1 4 2]"

struct entry {
    enum entry_type type;
    uint64_t place; /* offset in the file; or the object stream that holds it */
    unsigned index; /* within that stream */
};
struct saver {
    struct object_file *file;
    struct buf *out;
    HPDF_Stream stream; /* where libharu writes: into `value` */
    struct buf value;   /* the object being written */
    struct entry *entries;
    unsigned count, capacity; /* of entries: objects and object streams */
    unsigned held;            /* objects in the stream being filled */
    struct buf head, body;
};

static HPDF_STATUS into_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    buf_put(stream->attr, bytes, size);
    return HPDF_OK;
}

static bool is_stream(const void *object)
{
    const HPDF_Obj_Header *header = object;
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && ((const HPDF_Dict_Rec *)object)->stream;
}

static bool write_value(struct saver *saver, void *object)
{
    saver->value.size = 0;
    saver->stream->size = 0; /* libharu takes a stream's Length from here */
    return HPDF_Obj_WriteValue(object, saver->stream, NULL) == HPDF_OK;
}

static void put_plain(struct saver *saver, unsigned number, const struct buf *value)
{
    saver->entries[number] = (struct entry){.type = ENTRY_PLAIN, .place = saver->out->size};
    buf_printf(saver->out, "%u 0 obj\n", number);
    buf_put(saver->out, value->data, value->size);
    buf_str(saver->out, "\nendobj\n");
}

/* Makes room for one more entry; its object number. */
static unsigned add_entry(struct saver *saver)
{
    GROW(saver->entries, saver->count, saver->capacity);
    saver->entries[saver->count] = (struct entry){0};
    return saver->count++;
}

/* A stream object of ours under `number`: deflated `content`, `entries` beside it. */
static void put_stream(struct saver *saver, unsigned number, const char *entries, const struct buf *content)
{
    struct libdeflate_compressor *deflate = saver->file->deflate;
    size_t bound = libdeflate_zlib_compress_bound(deflate, content->size);
    char *deflated = xmalloc(bound);
    size_t size = libdeflate_zlib_compress(deflate, content->data, content->size, deflated, bound);
    struct buf value = {0};
    buf_printf(&value, "<<%s/Filter/FlateDecode/Length %zu>>\nstream\n", entries, size);
    buf_put(&value, deflated, size);
    buf_str(&value, "\nendstream");
    put_plain(saver, number, &value);
    buf_free(&value);
    free(deflated);
}

/* Writes the object stream that is being filled. */
static void flush(struct saver *saver)
{
    if (!saver->held) return;
    struct buf entries = {0};
    buf_printf(&entries, "/Type/ObjStm/N %u/First %zu", saver->held, saver->head.size);
    buf_put(&saver->head, saver->body.data, saver->body.size);
    put_stream(saver, saver->count - 1, buf_text(&entries), &saver->head);
    buf_free(&entries);
    saver->head.size = saver->body.size = 0;
    saver->held = 0;
}

static void hold(struct saver *saver, unsigned number)
{
    if (!saver->held) add_entry(saver);
    saver->entries[number] = (struct entry){.type = ENTRY_IN_STREAM, .place = saver->count - 1, .index = saver->held++};
    buf_printf(&saver->head, "%u %zu ", number, saver->body.size);
    buf_put(&saver->body, saver->value.data, saver->value.size);
    buf_char(&saver->body, '\n');
    if (saver->held == OBJECTS_A_STREAM) flush(saver);
}

/* Streams first: only then are the numbers known that libharu keeps for their lengths. */
static bool put_objects(struct saver *saver, bool streams)
{
    HPDF_Xref xref = saver->file->doc->xref;
    for (unsigned i = 1; i < xref->entries->count; i++) {
        void *object = HPDF_Xref_GetEntry(xref, i)->obj;
        if (is_stream(object) != streams) continue;
        if (!write_value(saver, object)) return false;
        if (streams)
            put_plain(saver, i, &saver->value);
        else
            hold(saver, i);
    }
    return true;
}

static void put_number(struct buf *row, uint64_t number, unsigned bytes)
{
    for (unsigned shift = bytes * 8; shift; shift -= 8)
        buf_char(row, (char)(number >> (shift - 8) & 0xFF));
}

/* The identifier (14.4) is a digest of all bytes before it: same bytes, same identifier, and no clock. */
static void put_identifier(struct buf *entries, const struct buf *bytes)
{
    guint8 digest[DIGEST_BYTES];
    gsize size = sizeof digest;
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_MD5);
    for (size_t done = 0, step; done < bytes->size; done += step) {
        step = MIN(bytes->size - done, (size_t)G_MAXINT);
        g_checksum_update(checksum, (const guchar *)bytes->data + done, (gssize)step);
    }
    g_checksum_get_digest(checksum, digest, &size);
    g_checksum_free(checksum);
    buf_str(entries, "/ID[");
    object_put_bytes(entries, (const char *)digest, size);
    object_put_bytes(entries, (const char *)digest, size);
    buf_str(entries, "]");
}

static void put_xref(struct saver *saver)
{
    HPDF_Doc doc = saver->file->doc;
    unsigned number = add_entry(saver);
    uint64_t start = saver->out->size;
    saver->entries[number] = (struct entry){.type = ENTRY_PLAIN, .place = start};
    saver->entries[0] = (struct entry){.type = ENTRY_FREE, .index = NEXT_FREE};
    struct buf rows = {0}, entries = {0};
    for (unsigned i = 0; i < saver->count; i++) {
        put_number(&rows, saver->entries[i].type, 1);
        put_number(&rows, saver->entries[i].place, 4);
        put_number(&rows, saver->entries[i].index, 2);
    }
    buf_printf(&entries, "/Type/XRef/Size %u/W" ROW_WIDTHS "/Root %u 0 R/Info %u 0 R", saver->count,
               haru_number(doc->catalog), haru_number(doc->info));
    put_identifier(&entries, saver->out);
    put_stream(saver, number, buf_text(&entries), &rows);
    buf_printf(saver->out, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)start);
    buf_free(&rows);
    buf_free(&entries);
}

bool save_file(struct object_file *file, struct buf *out)
{
    struct saver saver = {.file = file, .out = out, .count = file->doc->xref->entries->count};
    saver.capacity = saver.count + saver.count / OBJECTS_A_STREAM + OBJECTS_A_STREAM;
    saver.entries = xcalloc(saver.capacity, sizeof *saver.entries);
    saver.stream = HPDF_CallbackWriter_New(file->doc->mmgr, into_buffer, &saver.value);
    /* The four bytes over 127 say that the file is binary (7.5.2; ISO 19005-2, 6.1.2). */
    buf_str(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    bool fine = saver.stream && put_objects(&saver, true) && put_objects(&saver, false);
    if (fine) {
        flush(&saver);
        put_xref(&saver);
    }
    HPDF_Stream_Free(saver.stream);
    free(saver.entries);
    buf_free(&saver.value);
    buf_free(&saver.head);
    buf_free(&saver.body);
    return fine && out->size <= UINT32_MAX;
}
