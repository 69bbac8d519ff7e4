/* outline: headings in document order; a level that is skipped is no level. */
#include "pdf/outline.h"
#include "document/box.h"
#include "document/element.h"
#include "pdf/leaf.h"
#include "pdf/link.h"

enum { LEVELS = 4, OPEN_LEVELS = 1 /* bookmarks of the first level show those of the second */ };

struct outline {
    struct object_file *file;
    int last[LEVELS + 1]; /* the bookmark in which a heading of the next level stands; [0]: none */
};

static void add_bookmark(struct outline *outline, const xmlNode *heading, const struct box *box)
{
    int level = element_heading(heading);
    struct buf title = {0};
    element_text(heading, &title);
    int bookmark = leaf_bookmark(outline->file, outline->last[level - 1], buf_text(&title), box->page,
                                 link_top(outline->file, box->page, box->y), level <= OPEN_LEVELS);
    buf_free(&title);
    for (int i = level; i <= LEVELS; i++)
        outline->last[i] = bookmark;
}

static void walk(struct outline *outline, const xmlNode *node)
{
    if (element_is_running(node)) return;
    const struct box *box = box_find(node);
    bool placed = box && box->page >= 0 && box->page < leaf_count(outline->file);
    if (element_heading(node) && placed) {
        add_bookmark(outline, node, box);
        return;
    }
    for (const xmlNode *child = element_first(node); child; child = element_next(child->next))
        walk(outline, child);
}

void outline_bookmarks(struct object_file *file, const xmlNode *root)
{
    struct outline outline = {.file = file};
    for (int i = 0; i <= LEVELS; i++)
        outline.last[i] = LEAF_NO_BOOKMARK;
    walk(&outline, root);
}

/* A label counts on by itself: it is told where the counting changes. */
void outline_labels(struct object_file *file)
{
    const struct leaf *before = NULL;
    for (int i = 0; i < leaf_count(file); i++) {
        const struct leaf *leaf = leaf_at(file, i);
        bool goes_on = before && before->roman == leaf->roman && before->number + 1 == leaf->number;
        if (!goes_on) leaf_label(file, i, leaf->roman, leaf->number);
        before = leaf;
    }
}
