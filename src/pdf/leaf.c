/* leaf: pages, annotations, bookmarks and labels by libharu's own calls, with what these get wrong put right. */
#include "pdf/leaf.h"
#include <math.h>
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

static bool rectangle(struct object_file *file, struct leaf_rectangle at, HPDF_Rect *out)
{
    if (!fine(file, at.left) || !fine(file, at.bottom) || !fine(file, at.right) || !fine(file, at.top)) return false;
    *out = (HPDF_Rect){(HPDF_REAL)at.left, (HPDF_REAL)at.bottom, (HPDF_REAL)at.right, (HPDF_REAL)at.top};
    return true;
}

static int add_link(struct object_file *file, HPDF_Annotation link, const char *contents)
{
    if (link) {
        HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
        HPDF_Dict_AddNumber(link, "F", ANNOTATION_PRINT);
        HPDF_Dict_Add(link, "Contents", haru_text(file, contents));
    }
    GROW(file->link, file->links, file->links_capacity);
    file->link[file->links] = link;
    return file->links++;
}

int leaf_link(struct object_file *file, int page, struct leaf_rectangle at, int target, double top,
              const char *contents)
{
    HPDF_Rect area;
    HPDF_Destination place = destination(file, target, top);
    bool possible = place && page_at(file, page) && rectangle(file, at, &area);
    return add_link(file, possible ? HPDF_Page_CreateLinkAnnot(page_at(file, page), area, place) : NULL, contents);
}

int leaf_link_uri(struct object_file *file, int page, struct leaf_rectangle at, const char *uri, const char *contents)
{
    HPDF_Rect area;
    bool possible = page_at(file, page) && rectangle(file, at, &area);
    return add_link(file, possible ? HPDF_Page_CreateURILinkAnnot(page_at(file, page), area, uri) : NULL, contents);
}

unsigned leaf_link_number(const struct object_file *file, int link)
{
    return file->link[link] ? haru_number(file->link[link]) : 0;
}

void leaf_link_keys(struct object_file *file, int first)
{
    for (int i = 0; i < file->links; i++)
        if (file->link[i]) HPDF_Dict_AddNumber(file->link[i], "StructParent", first + i);
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
