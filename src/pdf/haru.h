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
#include <stddef.h>
#include "pdf/leaf.h"
#include "pdf/object.h"
#include "pdf/press.h"

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

/* What a dictionary of ours has in its attr. */
struct haru_raw {
    struct object_file *file;
    object_writer *writer;
    const void *source;
    bool is_stream;
    struct press_job *stream; /* its bytes, until they are in the file; /Filter and /Length are not in the entries */
    HPDF_Number length;       /* where libharu has made an object for that */
};
/* Dictionaries that libharu knows nothing of: `count` with numbers in a row from `first` on. */
struct object_list {
    unsigned first, count;
    object_list_writer *writer;
    const void *source;
};
/* A page: what was kept of it, and what became of it. */
struct haru_leaf {
    struct leaf leaf;
    struct press_job *content; /* NULL: none yet, or given to the page's dictionary */
    HPDF_Page page;            /* NULL before leaf_finish, and where libharu refused it */
};

struct object_file {
    struct arena *arena;
    HPDF_Doc doc;
    struct press *press;
    struct buf scratch; /* the body being written */
    int raws, raws_capacity;
    struct haru_raw **raw; /* those with a stream: it is in the press until the file is saved */
    unsigned lists;
    struct object_list list[OBJECT_LISTS];
    int pages, pages_capacity;
    struct haru_leaf *page;
    int links, links_capacity;
    struct leaf_link *link;
    int link_key;        /* of the first, in the parent tree */
    unsigned first_link; /* its number */
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
/* Makes `dict` one of ours: a stream with the raw `entries` beside /Filter. The file owns `content` from now on. */
struct haru_raw *haru_stream(struct object_file *file, HPDF_Dict dict, const char *entries, struct press_job *content);
/* What makes an object one of ours, or NULL. */
struct haru_raw *haru_raw(const void *object);
/* The number of objects: libharu's, and those of lists. */
unsigned haru_count(const struct object_file *file);
#endif
