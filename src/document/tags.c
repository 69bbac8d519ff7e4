/* tags: element of the document → structure element of ISO 32000-1, 14.8.4. Knows nothing of how a PDF is written. */
#include "document/tags.h"
#include <string.h>
#include "document/element.h"

static const char *const NAME[ROLE_COUNT] = {
    [ROLE_NONE] = "",         [ROLE_DOCUMENT] = "Document",
    [ROLE_PART] = "Part",     [ROLE_SECT] = "Sect",
    [ROLE_DIV] = "Div",       [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",         [ROLE_H3] = "H3",
    [ROLE_H4] = "H4",         [ROLE_P] = "P",
    [ROLE_NOTE] = "Note",     [ROLE_TOC] = "TOC",
    [ROLE_TOCI] = "TOCI",     [ROLE_REFERENCE] = "Reference",
    [ROLE_LINK] = "Link",     [ROLE_L] = "L",
    [ROLE_LI] = "LI",         [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",   [ROLE_TABLE] = "Table",
    [ROLE_THEAD] = "THead",   [ROLE_TBODY] = "TBody",
    [ROLE_TR] = "TR",         [ROLE_TH] = "TH",
    [ROLE_TD] = "TD",         [ROLE_CAPTION] = "Caption",
    [ROLE_FIGURE] = "Figure", [ROLE_SPAN] = "Span",
    [ROLE_RUBY] = "Ruby",     [ROLE_RB] = "RB",
    [ROLE_RT] = "RT",
};

/* Elements with a role of their own; `in_toc` is the role below <nav class="toc">. */
static const struct {
    const char *element;
    enum role role, in_toc;
} ROLES[] = {
    {"document",   ROLE_DOCUMENT, ROLE_NONE},
    {"page",       ROLE_SECT,     ROLE_NONE},
    {"section",    ROLE_SECT,     ROLE_NONE},
    {"h1",         ROLE_H1,       ROLE_H1  },
    {"h2",         ROLE_H2,       ROLE_H2  },
    {"h3",         ROLE_H3,       ROLE_H3  },
    {"h4",         ROLE_H4,       ROLE_H4  },
    {"p",          ROLE_P,        ROLE_P   },
    {"summary",    ROLE_P,        ROLE_P   },
    {"ul",         ROLE_L,        ROLE_TOC },
    {"ol",         ROLE_L,        ROLE_TOC },
    {"li",         ROLE_LI,       ROLE_TOCI},
    {"a",          ROLE_LINK,     ROLE_LINK},
    {"abbr",       ROLE_SPAN,     ROLE_SPAN},
    {"ruby",       ROLE_RUBY,     ROLE_RUBY},
    {"rt",         ROLE_RT,       ROLE_RT  },
    {"table",      ROLE_TABLE,    ROLE_NONE},
    {"caption",    ROLE_CAPTION,  ROLE_NONE},
    {"thead",      ROLE_THEAD,    ROLE_NONE},
    {"tbody",      ROLE_TBODY,    ROLE_NONE},
    {"tr",         ROLE_TR,       ROLE_NONE},
    {"th",         ROLE_TH,       ROLE_NONE},
    {"td",         ROLE_TD,       ROLE_NONE},
    {"figure",     ROLE_FIGURE,   ROLE_NONE},
    {"figcaption", ROLE_CAPTION,  ROLE_NONE},
};

/* Elements that only group or emphasise: they become one when they have a language to carry (14.9.2). */
static const struct {
    const char *element;
    enum role with_lang;
} PLAIN[] = {
    {"div",     ROLE_DIV },
    {"details", ROLE_DIV },
    {"nav",     ROLE_DIV },
    {"span",    ROLE_SPAN},
    {"strong",  ROLE_SPAN},
    {"time",    ROLE_SPAN},
};

const char *role_name(enum role role)
{
    return NAME[role];
}

static bool in_toc(const xmlNode *element)
{
    for (const xmlNode *up = element->parent; up; up = up->parent)
        if (element_is(up, "nav")) return element_has_class(up, "toc");
    return false;
}

static bool is_running(const xmlNode *element)
{
    for (const xmlNode *up = element; up && up->type == XML_ELEMENT_NODE; up = up->parent)
        if (element_is_running(up)) return true;
    return false;
}

enum role role_of(const xmlNode *element)
{
    if (element->type != XML_ELEMENT_NODE || is_running(element)) return ROLE_NONE;
    const char *name = (const char *)element->name;
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (!strcmp(name, ROLES[i].element)) return in_toc(element) ? ROLES[i].in_toc : ROLES[i].role;
    if (!*element_attr(element, "lang")) return ROLE_NONE;
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++)
        if (!strcmp(name, PLAIN[i].element)) return PLAIN[i].with_lang;
    return ROLE_NONE;
}
