/* save: object streams make the file half as large as plain objects do. libharu's own saving knows none, takes the identifier
   from the clock, and reports success on a full disk; so its objects are written one by one into memory. */
#include "pdf/save.h"
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include "pdf/haru.h"

enum { OBJECTS_A_STREAM = 500, DIGEST_BYTES = 16, NEXT_FREE = 65535 };
/* Types of entries in a cross-reference stream (table 18). */
enum entry_type { ENTRY_FREE, ENTRY_PLAIN, ENTRY_IN_STREAM };
/* A row is one byte, four bytes, two bytes; before it stands the number of the filter that takes what the row above has off
   (PNG's Up): offsets and indexes grow by steps that are much alike. */
enum { ROW = 7, FILTER_UP = 2 };
#define ROW_FORMAT "/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>"

struct entry {
    uint32_t place; /* offset in the file; or the object stream that holds it */
    uint16_t index; /* within that stream */
    uint8_t type;
};
/* An object stream on its way through the press. */
struct packed {
    unsigned held;
    size_t first; /* offset of the first object */
    struct press_job *job;
};
struct saver {
    struct object_file *file;
    struct buf *out;
    HPDF_Stream stream; /* where libharu writes: into `body` or `value` */
    struct buf value;   /* a stream object of libharu's */
    struct entry *entries;
    unsigned objects;      /* numbers from here on are object streams' and the cross-reference stream's */
    unsigned held;         /* objects in the stream being filled */
    struct buf head, body; /* of that */
    unsigned streams;      /* filled */
    struct packed *packed; /* with room for all */
};

static HPDF_STATUS into_buffer(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size)
{
    buf_put(stream->attr, bytes, size);
    return HPDF_OK;
}

/* --- streams --- */

static void begin_plain(struct saver *saver, unsigned number)
{
    saver->entries[number] = (struct entry){.type = ENTRY_PLAIN, .place = (uint32_t)saver->out->size};
    buf_int(saver->out, number);
    buf_str(saver->out, " 0 obj\n");
}

/* What stands between << and >> is in `out` already. */
static void put_deflated(struct saver *saver, struct press_job *job, HPDF_Number length)
{
    struct buf deflated = press_take(saver->file->press, job);
    buf_str(saver->out, "/Filter/FlateDecode/Length ");
    if (length) {
        length->value = (HPDF_INT32)deflated.size;
        object_put_reference(saver->out, haru_number(length));
    } else {
        buf_int(saver->out, (long long)deflated.size);
    }
    buf_str(saver->out, ">>\nstream\n");
    buf_put(saver->out, deflated.data, deflated.size);
    buf_str(saver->out, "\nendstream\nendobj\n");
    buf_free(&deflated);
}

static bool put_libharus(struct saver *saver, unsigned number, void *object)
{
    saver->stream->attr = &saver->value;
    saver->stream->size = 0; /* libharu takes a stream's Length from here */
    saver->value.size = 0;
    if (HPDF_Obj_WriteValue(object, saver->stream, NULL) != HPDF_OK) return false;
    begin_plain(saver, number);
    buf_put(saver->out, saver->value.data, saver->value.size);
    buf_str(saver->out, "\nendobj\n");
    return true;
}

static bool is_stream(const void *object)
{
    const HPDF_Obj_Header *header = object;
    const struct haru_raw *raw = haru_raw(object);
    if (raw && raw->is_stream) return true;
    return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && ((const HPDF_Dict_Rec *)object)->stream;
}

/* In the order of their numbers, whatever the order in which the press gets done with them. */
static bool put_stream(struct saver *saver, unsigned number, void *object)
{
    struct haru_raw *raw = haru_raw(object);
    if (!raw || !raw->is_stream) return put_libharus(saver, number, object);
    begin_plain(saver, number);
    buf_str(saver->out, "<<");
    raw->writer(raw->source, saver->out);
    put_deflated(saver, raw->stream, raw->length);
    raw->stream = NULL;
    return true;
}

/* --- object streams --- */

/* Gives the object stream that is being filled to the press. */
static void flush(struct saver *saver)
{
    if (!saver->held) return;
    struct packed *packed = &saver->packed[saver->streams++];
    *packed = (struct packed){.held = saver->held, .first = saver->head.size};
    buf_put(&saver->head, saver->body.data, saver->body.size);
    packed->job = press_add(saver->file->press, PRESS_QUICK, &saver->head);
    saver->body.size = 0;
    saver->held = 0;
}

/* Notes where object `number` begins, which its caller then appends to the body. */
static void hold(struct saver *saver, unsigned number)
{
    if (saver->held == OBJECTS_A_STREAM) flush(saver);
    if (saver->held) buf_char(&saver->body, '\n');
    saver->entries[number] = (struct entry){
        .type = ENTRY_IN_STREAM, .place = saver->objects + saver->streams, .index = (uint16_t)saver->held++};
    buf_int(&saver->head, number);
    buf_char(&saver->head, ' ');
    buf_int(&saver->head, (long long)saver->body.size);
    buf_char(&saver->head, ' ');
}

static bool hold_libharus(struct saver *saver, unsigned number, void *object)
{
    hold(saver, number);
    saver->stream->attr = &saver->body;
    return HPDF_Obj_WriteValue(object, saver->stream, NULL) == HPDF_OK;
}

static void hold_list(struct saver *saver, const struct object_list *list)
{
    for (unsigned i = 0; i < list->count; i++) {
        hold(saver, list->first + i);
        buf_str(&saver->body, "<<");
        list->writer(list->source, i, &saver->body);
        buf_str(&saver->body, ">>");
    }
    saver->file->bad_number |= saver->body.bad;
}

static void put_packed(struct saver *saver)
{
    for (unsigned i = 0; i < saver->streams; i++) {
        const struct packed *packed = &saver->packed[i];
        begin_plain(saver, saver->objects + i);
        buf_printf(saver->out, "<</Type/ObjStm/N %u/First %zu", packed->held, packed->first);
        put_deflated(saver, packed->job, NULL);
    }
}

/* Object streams are filled while the press still works on streams. Lengths that libharu keeps are known only after the streams: so
   these are written in between. */
static bool put_objects(struct saver *saver)
{
    HPDF_Xref xref = saver->file->doc->xref;
    unsigned count = xref->entries->count;
    /* Numbers of lists are taken already: what libharu has made since would have the same. */
    bool fine = !saver->file->lists || saver->file->list[0].first == count;
    for (unsigned i = 0; i < saver->file->lists; i++)
        hold_list(saver, &saver->file->list[i]);
    for (int streams = 1; streams >= 0; streams--)
        for (unsigned i = 1; fine && i < count; i++) {
            void *object = HPDF_Xref_GetEntry(xref, i)->obj;
            if (is_stream(object) == streams)
                fine = streams ? put_stream(saver, i, object) : hold_libharus(saver, i, object);
        }
    flush(saver);
    put_packed(saver);
    return fine;
}

/* --- the end of the file --- */

static void put_number(unsigned char *row, uint32_t number, unsigned bytes)
{
    for (; bytes; bytes--, number >>= 8)
        row[bytes - 1] = (unsigned char)(number & 0xFF);
}

static struct buf rows_of(const struct saver *saver, unsigned count)
{
    struct buf rows = {0};
    unsigned char above[ROW] = {0}, row[ROW], step[ROW + 1] = {FILTER_UP};
    buf_reserve(&rows, count * sizeof step);
    for (unsigned i = 0; i < count; i++) {
        const struct entry *entry = &saver->entries[i];
        row[0] = entry->type;
        put_number(row + 1, entry->place, 4);
        put_number(row + 5, entry->index, 2);
        for (unsigned k = 0; k < ROW; k++) {
            step[k + 1] = (unsigned char)(row[k] - above[k]);
            above[k] = row[k];
        }
        buf_put(&rows, step, sizeof step);
    }
    return rows;
}

/* The identifier (14.4) is a digest of all bytes before it: same bytes, same identifier, and no clock. */
static void put_identifier(struct buf *out)
{
    guint8 digest[DIGEST_BYTES];
    gsize size = sizeof digest;
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_MD5);
    for (size_t done = 0, step; done < out->size; done += step) {
        step = MIN(out->size - done, (size_t)G_MAXINT);
        g_checksum_update(checksum, (const guchar *)out->data + done, (gssize)step);
    }
    g_checksum_get_digest(checksum, digest, &size);
    g_checksum_free(checksum);
    buf_str(out, "/ID[");
    object_put_bytes(out, (const char *)digest, size);
    object_put_bytes(out, (const char *)digest, size);
    buf_str(out, "]");
}

static void put_xref(struct saver *saver)
{
    HPDF_Doc doc = saver->file->doc;
    unsigned number = saver->objects + saver->streams;
    unsigned long long start = saver->out->size;
    begin_plain(saver, number);
    saver->entries[0] = (struct entry){.type = ENTRY_FREE, .index = NEXT_FREE};
    struct buf rows = rows_of(saver, number + 1);
    struct press_job *job = press_add(saver->file->press, PRESS_QUICK, &rows);
    buf_printf(saver->out, "<</Type/XRef/Size %u" ROW_FORMAT "/Root %u 0 R/Info %u 0 R", number + 1,
               haru_number(doc->catalog), haru_number(doc->info));
    put_identifier(saver->out);
    put_deflated(saver, job, NULL);
    buf_printf(saver->out, "startxref\n%llu\n%%%%EOF\n", start);
}

bool save_file(struct object_file *file, struct buf *out)
{
    struct saver saver = {.file = file, .out = out, .objects = haru_count(file)};
    unsigned most = saver.objects / OBJECTS_A_STREAM + 1;
    saver.entries = xcalloc(saver.objects + most + 1, sizeof *saver.entries);
    saver.packed = xcalloc(most, sizeof *saver.packed);
    saver.stream = HPDF_CallbackWriter_New(file->doc->mmgr, into_buffer, &saver.value);
    /* The four bytes over 127 say that the file is binary (7.5.2; ISO 19005-2, 6.1.2). */
    buf_str(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    bool fine = saver.stream && put_objects(&saver);
    if (fine) put_xref(&saver);
    HPDF_Stream_Free(saver.stream);
    free(saver.entries);
    free(saver.packed);
    buf_free(&saver.value);
    buf_free(&saver.head);
    buf_free(&saver.body);
    return fine && out->size <= UINT32_MAX;
}
