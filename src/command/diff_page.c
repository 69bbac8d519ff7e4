/* diff_page: facts → document → HTML with the theme's colours and the site's looks in it. */
#include "command/diff_page.h"
#include <stdio.h>
#include "command/edition.h"
#include "document/element.h"
#include "document/template.h"
#include "site/css.h"
#include "site/html.h"

enum { LARGEST_TEXT = 1 << 24 };
static const char NAME[] = "diff.html";

static bool put_looks(struct job *job, struct buf *out)
{
    static const char *const FILES[] = {"site.css", "diff.css"};
    char path[JOB_LONGEST_PATH];
    css_theme(print_theme(job->print), false, out);
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        struct buf own = {0};
        snprintf(path, sizeof path, "%s/%s", job->options->templates, FILES[i]);
        if (!file_read(path, LARGEST_TEXT, &own, job->diag)) return false;
        buf_put(out, own.data, own.size);
        buf_free(&own);
    }
    return true;
}

static bool put_page(struct job *job, xmlDoc *document, struct buf *out)
{
    struct buf looks = {0};
    bool fine = put_looks(job, &looks);
    struct html_options options = {.style = buf_text(&looks)};
    struct html_site *site = html_site_new(document, job->print, job->typesetter, job->diag);
    if (fine) html_page(site, element_first(xmlDocGetRootElement(document)), &options, out);
    html_site_free(site);
    buf_free(&looks);
    return fine;
}

bool diff_page_make(struct job *job, xmlDoc *facts)
{
    struct buf html = {0};
    xmlDoc *document = template_apply(job->options->templates, "diff.xsl", facts, job->diag);
    bool shown = document && edition_shown(job, "document", document, false);
    bool made = document && !shown && put_page(job, document, &html);
    if (made) outputs_add(job->outputs, NAME, &html);
    xmlFreeDoc(document);
    return made;
}
