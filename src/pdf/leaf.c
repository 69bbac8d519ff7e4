/* leaf: pages, annotations, bookmarks and labels by libharu's own calls, with what these get wrong put right. */
#include "pdf/leaf.h"
#include <math.h>
#include <string.h>
#include "pdf/haru.h"

enum {
    ANNOTATION_PRINT = 4, /* flag (12.5.3): PDF/A wants it and no other */
    DESTINATION_ZOOM = 4  /* its index in [page /XYZ left top zoom] */
};
static const double LARGEST_LENGTH = 14400; /* ISO 19005-2, 6.1.13 */

void leaf_add(struct object_file *file, int index, struct leaf leaf, struct buf *content)
{
    while (file->pages <= index) {
        GROW(file->page, file->pages, file->pages_capacity);
        file->page[file->pages++] = (struct haru_leaf){0};
    }
    file->page[index].leaf = leaf;
    file->page[index].content = press_add(file->press, PRESS_PATIENT, content);
}

int leaf_count(const struct object_file *file)
{
    return file->pages;
}

const struct leaf *leaf_at(const struct object_file *file, int index)
{
    return &file->page[index].leaf;
}

/* libharu's stream of the page's content stays empty; the number object that it has made for the length is made use of. */
static void give_content(struct object_file *file, struct haru_leaf *leaf)
{
    HPDF_PageAttr attr = leaf->page->attr;
    HPDF_Number length = HPDF_Dict_GetItem(attr->contents, "Length", HPDF_OCLASS_NUMBER);
    haru_stream(file, attr->contents, "", leaf->content)->length = length;
    leaf->content = NULL;
}

void leaf_finish(struct object_file *file, unsigned resources)
{
    for (int i = 0; i < file->pages; i++) {
        struct haru_leaf *leaf = &file->page[i];
        HPDF_Page page = leaf->page = HPDF_AddPage(file->doc); /* NULL once anything has failed */
        if (!page) continue;
        HPDF_Page_SetWidth(page, (HPDF_REAL)leaf->leaf.width);
        HPDF_Page_SetHeight(page, (HPDF_REAL)leaf->leaf.height);
        HPDF_Dict_Add(page, "Resources", haru_object(file, resources));
        HPDF_Dict_AddNumber(page, "StructParents", i);
        HPDF_Dict_AddName(page, "Tabs", "S"); /* ISO 14289-1, 7.18.3 */
        if (leaf->content) give_content(file, leaf);
    }
}

/* NULL where libharu refused it. */
static HPDF_Page page_at(const struct object_file *file, int index)
{
    return file->page[index].page;
}

unsigned leaf_number(const struct object_file *file, int page)
{
    return page_at(file, page) ? haru_number(page_at(file, page)) : 0;
}

/* libharu writes what is no number as garbage and clamps what is too large, both without a word. */
static bool fine(struct object_file *file, double length)
{
    if (isfinite(length) && fabs(length) <= LARGEST_LENGTH) return true;
    file->bad_number = true;
    return false;
}

static HPDF_Destination destination(struct object_file *file, int target, double top)
{
    if (!page_at(file, target) || !fine(file, top)) return NULL;
    HPDF_Destination place = HPDF_Page_CreateDestination(page_at(file, target));
    if (!place) return NULL;
    /* Zoom 0 (keep the reader's) is refused, so ask for 1 and change the number. */
    HPDF_Destination_SetXYZ(place, 0, (HPDF_REAL)top, 1);
    HPDF_Real zoom = HPDF_Array_GetItem(place, DESTINATION_ZOOM, HPDF_OCLASS_REAL);
    if (zoom) zoom->value = 0;
    return place;
}

int leaf_link(struct object_file *file, struct leaf_link link)
{
    const double number[] = {link.at.left, link.at.bottom, link.at.right, link.at.top, link.uri ? 0 : link.top};
    for (size_t i = 0; i < sizeof number / sizeof *number; i++)
        fine(file, number[i]);
    GROW(file->link, file->links, file->links_capacity);
    file->link[file->links] = link;
    return file->links++;
}

static void put_numbers(struct buf *body, const double *number, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (i) buf_char(body, ' ');
        buf_real(body, number[i]);
    }
}

static void put_target(struct buf *body, const struct object_file *file, const struct leaf_link *link)
{
    if (link->uri) {
        buf_str(body, "/A<</S/URI/URI");
        object_put_bytes(body, link->uri, strlen(link->uri));
        buf_str(body, ">>");
        return;
    }
    buf_str(body, "/Dest[");
    object_put_reference(body, leaf_number(file, link->target));
    buf_str(body, "/XYZ 0 ");
    buf_real(body, link->top);
    buf_str(body, " 0]");
}

static void write_link(const void *source, unsigned index, struct buf *body)
{
    const struct object_file *file = source;
    const struct leaf_link *link = &file->link[index];
    buf_str(body, "/Type/Annot/Subtype/Link/Border[0 0 0]/F ");
    buf_int(body, ANNOTATION_PRINT);
    buf_str(body, "/P ");
    object_put_reference(body, leaf_number(file, link->page));
    buf_str(body, "/Rect[");
    put_numbers(body, (const double[]){link->at.left, link->at.bottom, link->at.right, link->at.top}, 4);
    buf_str(body, "]/StructParent ");
    buf_int(body, file->link_key + (int)index);
    put_target(body, file, link);
    buf_str(body, "/Contents");
    object_put_text(body, link->contents);
}

/* libharu's page refers to annotations that libharu does not have: all that it needs of them is a header with their number. */
static void refer_to_links(struct object_file *file, int from, int to)
{
    HPDF_Page page = page_at(file, file->link[from].page);
    HPDF_Array annotations = page ? HPDF_Array_New(file->doc->mmgr) : NULL;
    for (int i = from; annotations && i < to; i++) {
        HPDF_Obj_Header *header = arena_alloc(file->arena, sizeof *header);
        header->obj_id = leaf_link_number(file, i) | HPDF_OTYPE_INDIRECT;
        header->obj_class = HPDF_OCLASS_DICT;
        HPDF_Array_Add(annotations, header);
    }
    if (annotations) HPDF_Dict_Add(page, "Annots", annotations);
}

void leaf_finish_links(struct object_file *file, int first)
{
    if (!file->links) return;
    file->link_key = first;
    file->first_link = object_list(file, (unsigned)file->links, write_link, file);
    for (int from = 0, to; from < file->links; from = to) {
        for (to = from + 1; to < file->links && file->link[to].page == file->link[from].page;)
            to++;
        refer_to_links(file, from, to);
    }
}

unsigned leaf_link_number(const struct object_file *file, int link)
{
    return file->first_link + (unsigned)link;
}

int leaf_bookmark(struct object_file *file, int parent, const char *title, int target, double top, bool open)
{
    HPDF_Outline above = parent == LEAF_NO_BOOKMARK ? NULL : file->bookmark[parent];
    /* libharu's titles are in an encoder's bytes: give it any, and put the text string in its place. */
    HPDF_Outline bookmark = HPDF_CreateOutline(file->doc, above, "x", NULL);
    if (bookmark) {
        HPDF_Dict_Add(bookmark, "Title", haru_text(file, title));
        HPDF_Destination place = destination(file, target, top);
        if (place) HPDF_Outline_SetDestination(bookmark, place);
        HPDF_Outline_SetOpened(bookmark, open);
    }
    GROW(file->bookmark, file->bookmarks, file->bookmarks_capacity);
    file->bookmark[file->bookmarks] = bookmark;
    return file->bookmarks++;
}

void leaf_label(struct object_file *file, int page, bool roman, unsigned first)
{
    HPDF_PageNumStyle style = roman ? HPDF_PAGE_NUM_STYLE_LOWER_ROMAN : HPDF_PAGE_NUM_STYLE_DECIMAL;
    HPDF_AddPageLabel(file->doc, (HPDF_UINT)page, style, first, NULL);
}
