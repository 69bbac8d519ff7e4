/* haru: libharu's inside, for the files that make objects (object, leaf, save) and no others. libharu has no calls for tagged
   PDF, but its installed headers export its objects; what is used of them is pinned here to the version it was written for. */
#ifndef GYOKAKU_HARU_H
#define GYOKAKU_HARU_H
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <hpdf_version.h>
#include <libdeflate.h>
#include <stddef.h>
#include "pdf/object.h"

#define HARU_VERSION "2.3.0"
#if HPDF_VERSION_ID != 20300
#error \
    "src/pdf is written for libharu 2.3.0: its structures are used directly. Check src/pdf/haru.h before using another version."
#endif

/* Each object begins with its header, whatever its class; an object's number is in the header's lower 24 bits. */
_Static_assert(offsetof(HPDF_Dict_Rec, header) == 0 && offsetof(HPDF_Array_Rec, header) == 0 &&
                   offsetof(HPDF_Real_Rec, header) == 0,
               "libharu: objects no longer begin with their header");
_Static_assert(sizeof(HPDF_Obj_Header) == 8 && sizeof((HPDF_Obj_Header *)0)->obj_id == 4,
               "libharu: object numbers have changed");
_Static_assert(sizeof(void *) != 8 ||
                   (offsetof(HPDF_Dict_Rec, write_fn) == 40 && offsetof(HPDF_Dict_Rec, stream) == 64 &&
                    offsetof(HPDF_Dict_Rec, attr) == 88 && sizeof(HPDF_Dict_Rec) == 96),
               "libharu: dictionaries have changed");
_Static_assert(sizeof(void *) != 8 || (offsetof(HPDF_Xref_Rec, entries) == 24 && sizeof(HPDF_XrefEntry_Rec) == 24),
               "libharu: the cross-reference table has changed");

struct object_file {
    struct arena *arena;
    HPDF_Doc doc;
    struct libdeflate_compressor *deflate;
    struct buf scratch; /* the body being written */
    unsigned resources; /* shared by all pages */
    int pages, pages_capacity;
    HPDF_Page *page; /* NULL where libharu refused it */
    int links, links_capacity;
    HPDF_Annotation *link;
    int bookmarks, bookmarks_capacity;
    HPDF_Outline *bookmark;
    bool bad_number; /* a coordinate that libharu would have written as garbage */
};

static inline unsigned haru_number(const void *object)
{
    return ((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFFu;
}

/* A text string (7.9.2.2) of any length and content: HPDF_String stops at NUL and needs an encoder. */
HPDF_Binary haru_text(struct object_file *file, const char *text);
/* The object of that number. */
HPDF_Dict haru_object(const struct object_file *file, unsigned number);
/* Puts `data` deflated into the stream of `dict`, with the raw `entries` beside /Filter. */
void haru_deflated(struct object_file *file, HPDF_Dict dict, const char *entries, const void *data, size_t size);
#endif
