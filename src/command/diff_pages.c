/* diff_pages: facts → document → pages, of which nothing is kept but the label of each sheet's first page. */
#include "command/diff_pages.h"
#include <glib.h>
#include <stdlib.h>
#include "document/element.h"
#include "document/facts.h"
#include "document/facts_report.h"
#include "document/regular.h"
#include "document/template.h"
#include "layout/layout.h"

enum { DOCUMENTS = 2 };
struct pages_found {
    GHashTable *label[DOCUMENTS]; /* by number of initiative; both are ours */
};

static bool take_page(void *label, unsigned index, const struct page *page)
{
    const char *id = element_attr(page->element, "id");
    (void)index;
    if (*id == 's' && !g_hash_table_contains(label, id + 1))
        g_hash_table_insert(label, g_strdup(id + 1), g_strdup(page->label));
    return true;
}

/* Faults of looks were told when the edition was published. */
static void lay_out(struct job *job, xmlDoc *facts, const char *style_sheet, GHashTable *label)
{
    struct diag *unheard = diag_new();
    struct arena *boxes = arena_new();
    struct layout_figures figures = {0};
    const struct layout_looks looks = {job->print, job->typesetter, job->options->threads};
    const struct layout_sink sink = {label, take_page};
    xmlDoc *document = template_apply(job->options->templates, style_sheet, facts, unheard);
    if (document) regular_tables(boxes, xmlDocGetRootElement(document));
    if (document) layout_stream(boxes, document, &looks, &sink, &figures, unheard);
    xmlFreeDoc(document);
    xmlFreeDoc(facts);
    arena_free(boxes);
    diag_free(unheard);
    clock_stage(&job->clock, "前の版の割付け ", style_sheet);
}

static bool has_place_in(const struct diff *diff, enum difference_document document)
{
    for (unsigned i = 0; i < diff->count; i++)
        if (diff->list[i]->document == document && diff->list[i]->old_ref) return true;
    return false;
}

struct pages_found *diff_pages_find(struct job *job, const struct diff_edition *edition, const struct diff *diff)
{
    struct pages_found *found = xcalloc(1, sizeof *found);
    for (unsigned i = 0; i < DOCUMENTS; i++)
        found->label[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (has_place_in(diff, DIFFERENCE_PLAN))
        lay_out(job, facts_plan(edition->plan), "plan.xsl", found->label[DIFFERENCE_PLAN]);
    if (has_place_in(diff, DIFFERENCE_REPORT))
        lay_out(job, facts_report(edition->plan, edition->history, edition->progress), "report.xsl",
                found->label[DIFFERENCE_REPORT]);
    return found;
}

static const char *page_of(void *self, enum difference_document document, const char *ref)
{
    const struct pages_found *found = self;
    return g_hash_table_lookup(found->label[document], ref);
}

struct diff_pages diff_pages_view(struct pages_found *found)
{
    return (struct diff_pages){found, found ? page_of : NULL};
}

void diff_pages_free(struct pages_found *found)
{
    if (!found) return;
    for (unsigned i = 0; i < DOCUMENTS; i++)
        g_hash_table_destroy(found->label[i]);
    free(found);
}
