/* diff: two editions → differences → facts → text and a page, or JSON. */
#include <stdio.h>
#include "command/diff.h"
#include "command/diff_page.h"
#include "command/diff_pages.h"
#include "command/edition.h"
#include "command/editions.h"
#include "data/changes.h"
#include "document/facts_diff.h"
#include "document/template.h"

/* The looks are asked of what is new; it is the job's from here on. */
static void hand_over(struct job *job, struct edition_input *new)
{
    job->plan = new->plan;
    job->history = new->history;
    job->progress = new->progress;
    *new = (struct edition_input){0};
}

static bool put_text(struct job *job, xmlDoc *facts)
{
    xmlDoc *text = template_transform(job->options->templates, "diff-text.xsl", facts, job->diag);
    if (!text) return false;
    xmlChar *content = xmlNodeGetContent(xmlDocGetRootElement(text));
    fputs((const char *)content, stdout);
    xmlFree(content);
    xmlFreeDoc(text);
    return true;
}

static void put_json(const struct diff *diff, const struct diff_pages *pages)
{
    struct buf text = {0};
    changes_json(diff, pages, &text);
    fwrite(text.data, 1, text.size, stdout);
    buf_free(&text);
}

static void show(struct job *job, const struct facts_diff *facts)
{
    xmlDoc *doc = facts_diff(facts);
    if (!edition_shown(job, "facts", doc, true)) {
        bool told = job->options->json || put_text(job, doc);
        if (job->options->json) put_json(facts->diff, &facts->pages);
        if (told) diff_page_make(job, doc);
    }
    xmlFreeDoc(doc);
}

static void compare(struct job *job, const struct edition_input *before, struct edition_input *now)
{
    const struct diff_edition old = editions_view(before), new = editions_view(now);
    clock_stage(&job->clock, "2つの版", "");
    struct diff *diff = diff_new(&old, &new);
    clock_stage(&job->clock, "比較", "");
    hand_over(job, now);
    struct pages_found *found = job_read_looks(job) ? diff_pages_find(job, &old, diff) : NULL;
    const struct facts_diff facts = {diff, &old, &new, diff_pages_view(found)};
    if (found) show(job, &facts);
    diff_pages_free(found);
    diff_free(diff);
}

void diff_editions(struct job *job)
{
    const char *old = job->options->operand[0], *new = job->options->operand[1];
    struct edition_input before = {0}, now = {0};
    bool plan_only = editions_is_plan(job, old) || editions_is_plan(job, new);
    if (editions_read(job, old, plan_only, &before, job->diag) && editions_read(job, new, plan_only, &now, job->diag))
        compare(job, &before, &now);
    editions_free(&before);
    editions_free(&now);
}
