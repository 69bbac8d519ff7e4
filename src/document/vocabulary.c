/* vocabulary: templates/schema/document.rnc as tables. What no grammar can say is in rules*.c. Knows nothing of templates. */
#include <string.h>
#include "document/element.h"
#include "document/vocabulary.h"
#include "document/vocabulary_private.h"

static const struct attribute COMMON[] = {
    {"id",    ID,       false},
    {"class", NAMES,    false},
    {"lang",  LANGUAGE, false},
    {NULL,    ANYTHING, false},
};
static const struct attribute OF_DOCUMENT[] = {
    {"lang",   LANGUAGE,       true },
    {"title",  FILLED,         true },
    {"author", FILLED,         true },
    {"class",  DOCUMENT_CLASS, true },
    {NULL,     ANYTHING,       false},
};
static const struct attribute OF_SITE[] = {
    {"lang",   LANGUAGE,   true },
    {"title",  FILLED,     true },
    {"author", FILLED,     true },
    {"class",  SITE_CLASS, true },
    {NULL,     ANYTHING,   false},
};
static const struct attribute OF_WEB_PAGE[] = {
    {"title",       FILLED,   true },
    {"path",        PATH,     true },
    {"description", FILLED,   false},
    {NULL,          ANYTHING, false},
};
static const struct attribute OF_SKIP[] = {
    {"class", SKIP_CLASS, true },
    {NULL,    ANYTHING,   false},
};
static const struct attribute OF_WEB_NAV[] = {
    {"id",    ID,            false},
    {"class", WEB_NAV_CLASS, true },
    {"label", FILLED,        true },
    {NULL,    ANYTHING,      false},
};
static const struct attribute OF_TIME[] = {
    {"datetime", DATE,     true },
    {NULL,       ANYTHING, false},
};
static const struct attribute OF_PAGE[] = {
    {"title", FILLED,   true },
    {"path",  PATH,     false},
    {NULL,    ANYTHING, false},
};
static const struct attribute OF_MARK[] = {
    {"class", MARK_CLASS, true },
    {NULL,    ANYTHING,   false},
};
static const struct attribute OF_NAV[] = {
    {"id",    ID,        false},
    {"class", NAV_CLASS, true },
    {NULL,    ANYTHING,  false},
};
static const struct attribute OF_ENTRY[] = {
    {"href", LOCAL,    true },
    {NULL,   ANYTHING, false},
};
static const struct attribute OF_ENTRY_PAGE[] = {
    {"class", PAGE_CLASS, true },
    {NULL,    ANYTHING,   false},
};
static const struct attribute OF_TH[] = {
    {"scope",   SCOPE,    true },
    {"colspan", COUNT,    false},
    {"rowspan", COUNT,    false},
    {"headers", IDS,      false},
    {NULL,      ANYTHING, false},
};
static const struct attribute OF_TD[] = {
    {"colspan", COUNT,    false},
    {"rowspan", COUNT,    false},
    {"headers", IDS,      false},
    {NULL,      ANYTHING, false},
};
static const struct attribute OF_CHART[] = {
    {"kind", CHART_KIND, true },
    {"alt",  FILLED,     true },
    {"unit", ANYTHING,   false},
    {"note", ANYTHING,   false},
    {"from", NUMBER,     false},
    {"to",   NUMBER,     false},
    {"name", ID,         false},
    {"src",  LOCAL_FILE, false},
    {NULL,   ANYTHING,   false},
};
static const struct attribute OF_SERIES[] = {
    {"role", SERIES_ROLE, true },
    {"name", FILLED,      true },
    {"href", LOCAL,       false},
    {NULL,   ANYTHING,    false},
};
static const struct attribute OF_POINT[] = {
    {"at",    FILLED,          true },
    {"value", NUMBER_OR_EMPTY, false},
    {"state", STATE_OR_EMPTY,  false},
    {NULL,    ANYTHING,        false},
};
static const struct attribute OF_A[] = {
    {"href", ANYTHING, true },
    {NULL,   ANYTHING, false},
};
static const struct attribute OF_ABBR[] = {
    {"title", FILLED,   true },
    {NULL,    ANYTHING, false},
};

/* ---- elements: one name may stand for two shapes, in two parents ---- */

/* clang-format off */
enum shape_id {
    DOCUMENT, PAGE, HEADER, FOOTER, MARK,
    SITE, WEB_PAGE, SKIP, WEB_HEADER, WEB_FOOTER, WEB_NAV, WEB_OL, WEB_UL, WEB_ENTRY, /* as on the web */
    SECTION, DIV, NAV, DETAILS, SUMMARY, H1, H2, H3, H4, P, UL, OL, LI,
    ENTRIES, ENTRY, ENTRY_LINK, ENTRY_PAGE, /* ol, li, a and span of a nav */
    TABLE, CAPTION, THEAD, TBODY, TR, TH, TD, FIGURE, FIGCAPTION, CHART, SERIES, POINT,
    A, SPAN, ABBR, STRONG, TIME, BR, RUBY, RT,
    SHAPES
};
/* clang-format on */
#define SET(shape) (UINT64_C(1) << (shape))
#define HEADINGS (SET(H1) | SET(H2) | SET(H3) | SET(H4))
#define LISTS (SET(UL) | SET(OL))
#define GROUPS (SET(SECTION) | SET(DIV) | SET(WEB_NAV) | SET(NAV) | SET(DETAILS))
#define BLOCKS (GROUPS | HEADINGS | SET(P) | LISTS | SET(TABLE) | SET(FIGURE))
#define INLINE (SET(A) | SET(SPAN) | SET(ABBR) | SET(STRONG) | SET(TIME) | SET(BR) | SET(RUBY))
#define CELLS (SET(TH) | SET(TD))

static const struct run PAGES[] = {
    {SET(PAGE), SET(PAGE), ANY},
    {0,         0,         ANY}
};
static const struct run IN_PAGE[] = {
    {SET(HEADER), 0,      ONE},
    {SET(FOOTER), 0,      ONE},
    {SET(MARK),   0,      ANY},
    {BLOCKS,      BLOCKS, ANY},
    {0,           0,      ANY},
};
static const struct run WEB_PAGES[] = {
    {SET(WEB_PAGE), SET(WEB_PAGE), ANY},
    {0,             0,             ANY}
};
static const struct run IN_WEB_PAGE[] = {
    {SET(SKIP),       0,      ONE},
    {SET(WEB_HEADER), 0,      ONE},
    {SET(WEB_NAV),    0,      ONE},
    {SET(MARK),       0,      ANY},
    {BLOCKS,          BLOCKS, ANY},
    {SET(WEB_FOOTER), 0,      ONE},
    {0,               0,      ANY},
};
static const struct run IN_WEB_HEADER[] = {
    {SET(P) | SET(WEB_NAV), SET(P) | SET(WEB_NAV), ANY},
    {0,                     0,                     ANY}
};
static const struct run IN_WEB_FOOTER[] = {
    {SET(P) | SET(WEB_NAV) | LISTS, SET(P) | SET(WEB_NAV) | LISTS, ANY},
    {0,                             0,                             ANY}
};
static const struct run IN_WEB_NAV[] = {
    {SET(H1) | SET(H2),         0,                         ONE},
    {SET(WEB_OL) | SET(WEB_UL), SET(WEB_OL) | SET(WEB_UL), ONE},
    {0,                         0,                         ANY},
};
static const struct run IN_WEB_LIST[] = {
    {SET(WEB_ENTRY), SET(WEB_ENTRY), ANY},
    {0,              0,              ANY}
};
static const struct run IN_DETAILS[] = {
    {SET(SUMMARY), SET(SUMMARY), ONE},
    {BLOCKS,       BLOCKS,       ANY},
    {0,            0,            ANY},
};
static const struct run IN_BLOCK[] = {
    {BLOCKS, BLOCKS, ANY},
    {0,      0,      ANY}
};
static const struct run PARAGRAPHS[] = {
    {SET(P), SET(P), ANY},
    {0,      0,      ANY}
};
static const struct run ITEMS[] = {
    {SET(LI), SET(LI), ANY},
    {0,       0,       ANY}
};
static const struct run IN_NAV[] = {
    {SET(H1) | SET(H2), 0,            ONE},
    {SET(ENTRIES),      SET(ENTRIES), ONE},
    {0,                 0,            ANY},
};
static const struct run IN_ENTRIES[] = {
    {SET(ENTRY), SET(ENTRY), ANY},
    {0,          0,          ANY}
};
static const struct run IN_ENTRY[] = {
    {SET(ENTRY_LINK), SET(ENTRY_LINK), ONE},
    {0,               0,               ANY}
};
static const struct run IN_ENTRY_LINK[] = {
    {SET(ENTRY_PAGE), SET(ENTRY_PAGE), ONE},
    {0,               0,               ANY}
};
static const struct run IN_TABLE[] = {
    {SET(CAPTION), 0,          ONE},
    {SET(THEAD),   0,          ONE},
    {SET(TBODY),   SET(TBODY), ANY},
    {0,            0,          ANY},
};
static const struct run ROWS[] = {
    {SET(TR), SET(TR), ANY},
    {0,       0,       ANY}
};
static const struct run IN_ROW[] = {
    {CELLS, CELLS, ANY},
    {0,     0,     ANY}
};
static const struct run IN_CELL[] = {
    {INLINE | SET(P) | LISTS | SET(FIGURE), 0, ANY},
    {0,                                     0, ANY}
};
static const struct run IN_ITEM[] = {
    {INLINE | SET(P) | LISTS, 0, ANY},
    {0,                       0, ANY}
};
static const struct run IN_FIGURE[] = {
    {SET(FIGCAPTION) | SET(CHART), SET(CHART), EACH_ONCE},
    {0,                            0,          ANY      }
};
static const struct run IN_CHART[] = {
    {SET(SERIES), SET(SERIES), ANY},
    {0,           0,           ANY}
};
static const struct run IN_SERIES[] = {
    {SET(POINT), SET(POINT), ANY},
    {0,          0,          ANY}
};
static const struct run PHRASES[] = {
    {INLINE, 0, ANY},
    {0,      0, ANY}
};
static const struct run READINGS[] = {
    {SET(RT), SET(RT), ANY},
    {0,       0,       ANY}
};
static const struct run NOTHING[] = {
    {0, 0, ANY}
};

static const struct shape SHAPE[SHAPES] = {
    [DOCUMENT] = {"document",   WITHOUT_TEXT,   PAGES,         NULL,   OF_DOCUMENT  },
    [PAGE] = {"page",       WITHOUT_TEXT,   IN_PAGE,       COMMON, OF_PAGE      },
    [HEADER] = {"header",     WITHOUT_TEXT,   PARAGRAPHS,    NULL,   NULL         },
    [FOOTER] = {"footer",     WITHOUT_TEXT,   PARAGRAPHS,    NULL,   NULL         },
    [MARK] = {"aside",      WITH_TEXT,      NOTHING,       NULL,   OF_MARK      },
    [SITE] = {"document",   WITHOUT_TEXT,   WEB_PAGES,     NULL,   OF_SITE      },
    [WEB_PAGE] = {"page",       WITHOUT_TEXT,   IN_WEB_PAGE,   COMMON, OF_WEB_PAGE  },
    [SKIP] = {"p",          WITH_TEXT,      PHRASES,       NULL,   OF_SKIP      },
    [WEB_HEADER] = {"header",     WITHOUT_TEXT,   IN_WEB_HEADER, NULL,   NULL         },
    [WEB_FOOTER] = {"footer",     WITHOUT_TEXT,   IN_WEB_FOOTER, NULL,   NULL         },
    [WEB_NAV] = {"nav",        WITHOUT_TEXT,   IN_WEB_NAV,    NULL,   OF_WEB_NAV   },
    [WEB_OL] = {"ol",         WITHOUT_TEXT,   IN_WEB_LIST,   COMMON, NULL         },
    [WEB_UL] = {"ul",         WITHOUT_TEXT,   IN_WEB_LIST,   COMMON, NULL         },
    [WEB_ENTRY] = {"li",         WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [DETAILS] = {"details",    WITHOUT_TEXT,   IN_DETAILS,    COMMON, NULL         },
    [SUMMARY] = {"summary",    WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [TIME] = {"time",       WITH_TEXT,      PHRASES,       COMMON, OF_TIME      },
    [SECTION] = {"section",    WITHOUT_TEXT,   IN_BLOCK,      COMMON, NULL         },
    [DIV] = {"div",        WITHOUT_TEXT,   IN_BLOCK,      COMMON, NULL         },
    [NAV] = {"nav",        WITHOUT_TEXT,   IN_NAV,        NULL,   OF_NAV       },
    [H1] = {"h1",         WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [H2] = {"h2",         WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [H3] = {"h3",         WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [H4] = {"h4",         WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [P] = {"p",          WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [UL] = {"ul",         WITHOUT_TEXT,   ITEMS,         COMMON, NULL         },
    [OL] = {"ol",         WITHOUT_TEXT,   ITEMS,         COMMON, NULL         },
    [LI] = {"li",         TEXT_OR_BLOCKS, IN_ITEM,       COMMON, NULL         },
    [ENTRIES] = {"ol",         WITHOUT_TEXT,   IN_ENTRIES,    COMMON, NULL         },
    [ENTRY] = {"li",         WITHOUT_TEXT,   IN_ENTRY,      COMMON, NULL         },
    [ENTRY_LINK] = {"a",          WITH_TEXT,      IN_ENTRY_LINK, COMMON, OF_ENTRY     },
    [ENTRY_PAGE] = {"span",       WITHOUT_TEXT,   NOTHING,       NULL,   OF_ENTRY_PAGE},
    [TABLE] = {"table",      WITHOUT_TEXT,   IN_TABLE,      COMMON, NULL         },
    [CAPTION] = {"caption",    WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [THEAD] = {"thead",      WITHOUT_TEXT,   ROWS,          COMMON, NULL         },
    [TBODY] = {"tbody",      WITHOUT_TEXT,   ROWS,          COMMON, NULL         },
    [TR] = {"tr",         WITHOUT_TEXT,   IN_ROW,        COMMON, NULL         },
    [TH] = {"th",         TEXT_OR_BLOCKS, IN_CELL,       COMMON, OF_TH        },
    [TD] = {"td",         TEXT_OR_BLOCKS, IN_CELL,       COMMON, OF_TD        },
    [FIGURE] = {"figure",     WITHOUT_TEXT,   IN_FIGURE,     COMMON, NULL         },
    [FIGCAPTION] = {"figcaption", WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [CHART] = {"chart",      WITHOUT_TEXT,   IN_CHART,      COMMON, OF_CHART     },
    [SERIES] = {"series",     WITHOUT_TEXT,   IN_SERIES,     NULL,   OF_SERIES    },
    [POINT] = {"point",      WITH_TEXT,      NOTHING,       NULL,   OF_POINT     },
    [A] = {"a",          WITH_TEXT,      PHRASES,       COMMON, OF_A         },
    [SPAN] = {"span",       WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [ABBR] = {"abbr",       WITH_TEXT,      NOTHING,       COMMON, OF_ABBR      },
    [STRONG] = {"strong",     WITH_TEXT,      PHRASES,       COMMON, NULL         },
    [BR] = {"br",         WITHOUT_TEXT,   NOTHING,       NULL,   NULL         },
    [RUBY] = {"ruby",       WITH_TEXT,      READINGS,      COMMON, NULL         },
    [RT] = {"rt",         WITH_TEXT,      NOTHING,       COMMON, NULL         },
};

/* ---- questions ---- */

const struct shape *vocabulary_root(const xmlNode *root)
{
    return &SHAPE[strcmp(element_attr(root, "class"), "site") ? DOCUMENT : SITE];
}

/* The attribute, and its value if it matters, that only this shape of its name has. */
static const struct {
    enum shape_id shape;
    const char *attribute, *value;
} SIGN[] = {
    {SKIP,    "class", "skip"},
    {WEB_NAV, "label", NULL  },
};

static bool has_sign(int shape, const xmlNode *element)
{
    for (size_t i = 0; i < sizeof SIGN / sizeof *SIGN; i++) {
        if ((int)SIGN[i].shape != shape) continue;
        if (!xmlHasProp(element, (const xmlChar *)SIGN[i].attribute)) return false;
        return !SIGN[i].value || !strcmp(element_attr(element, SIGN[i].attribute), SIGN[i].value);
    }
    return true;
}

const struct shape *vocabulary_shape(uint64_t of, const xmlNode *child)
{
    const char *name = (const char *)child->name;
    if (child->ns) return NULL;
    for (int id = 0; id < SHAPES; id++)
        if ((of & SET(id)) && SHAPE[id].name[0] == name[0] && !strcmp(SHAPE[id].name, name) && has_sign(id, child))
            return &SHAPE[id];
    return NULL;
}

uint64_t vocabulary_bit(const struct shape *shape)
{
    return SET(shape - SHAPE);
}

const struct shape *vocabulary_first(uint64_t set)
{
    const struct shape *shape = SHAPE;
    while (!(set & vocabulary_bit(shape)))
        shape++;
    return shape;
}

uint64_t vocabulary_inline(void)
{
    return INLINE;
}

static const struct attribute *find(const struct attribute *list, const char *name)
{
    for (; list && list->name; list++)
        if (!strcmp(list->name, name)) return list;
    return NULL;
}

const struct attribute *vocabulary_attribute(const struct shape *shape, const char *name)
{
    const struct attribute *own = find(shape->own, name);
    return own ? own : find(shape->common, name);
}

bool vocabulary_fits(const struct attribute *attribute, const char *value, const char **wanted)
{
    return vocabulary_value_fits(attribute->type, value, wanted);
}
