/* vocabulary: templates/schema/document.rnc as tables. What no grammar can say is in rules*.c. Knows nothing of templates. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "document/vocabulary.h"

static const char BLANKS[] = " \t\r\n";

/* ---- values of attributes: XML Schema's datatypes, as far as documents use them ---- */

static bool is_anything(const char *text)
{
    (void)text;
    return true;
}

static bool is_filled(const char *text)
{
    return *text != '\0';
}

static bool is_id(const char *text)
{
    return xmlValidateNCName((const xmlChar *)text, 1) == 0;
}

/* One or more words with blanks between, each of which fits. */
static bool are_all(const char *text, int (*refuses)(const xmlChar *word, int space))
{
    bool fits = true;
    text += strspn(text, BLANKS);
    if (!*text) return false;
    for (size_t length; fits && *text; text += length, text += strspn(text, BLANKS)) {
        length = strcspn(text, BLANKS);
        xmlChar *word = xmlStrndup((const xmlChar *)text, (int)length);
        fits = word && !refuses(word, 0);
        xmlFree(word);
    }
    return fits;
}

static bool are_ids(const char *text)
{
    return are_all(text, xmlValidateNCName);
}

static bool are_words(const char *text)
{
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
    bool plain = *text && !text[strspn(text, PLAIN)]; /* nearly all are: this saves most of the time */
    return plain || are_all(text, xmlValidateNMToken);
}

/* [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static bool is_language(const char *text)
{
    enum { LONGEST = 8 };
    for (int part = 0;; part++) {
        int length = 0;
        while (isalpha((unsigned char)text[length]) || (part && isdigit((unsigned char)text[length])))
            length++;
        if (length < 1 || length > LONGEST) return false;
        text += length;
        if (*text != '-') return !*text;
        text++;
    }
}

/* ([a-z0-9-]+/)*[a-z0-9.-]+\.html */
static bool is_path(const char *text)
{
    static const char SUFFIX[] = ".html", FOLDER[] = "abcdefghijklmnopqrstuvwxyz0123456789-",
                      FILE_NAME[] = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    for (const char *slash; (slash = strchr(text, '/')); text = slash + 1)
        if (slash == text || strspn(text, FOLDER) < (size_t)(slash - text)) return false;
    size_t length = strlen(text), suffix = sizeof SUFFIX - 1;
    return length > suffix && strspn(text, FILE_NAME) == length && !strcmp(text + length - suffix, SUFFIX);
}

static bool is_count(const char *text)
{
    enum { MOST = 1000 };
    char *end;
    long value = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : 0;
    return value >= 1 && value <= MOST && !*end;
}

static bool is_number(const char *text)
{
    text += *text == '-' || *text == '+';
    size_t whole = strspn(text, "0123456789"), part = 0;
    text += whole;
    if (*text == '.') {
        part = strspn(text + 1, "0123456789");
        text += 1 + part;
    }
    return whole + part && !*text;
}

static bool is_number_or_empty(const char *text)
{
    return !*text || is_number(text);
}

static bool is_local(const char *text)
{
    return text[0] == '#' && text[1];
}

#define STATES "met、near、unmet、none、unreported"

/* Is it one of the words of a list as messages show it? */
static bool is_one_of(const char *words, const char *text)
{
    static const char COMMA[] = "、";
    size_t length = strlen(text);
    for (const char *next; words; words = next ? next + sizeof COMMA - 1 : NULL) {
        next = strstr(words, COMMA);
        if ((next ? (size_t)(next - words) : strlen(words)) == length && !memcmp(words, text, length)) return true;
    }
    return false;
}

static bool is_state_or_empty(const char *text)
{
    return !*text || is_one_of(STATES, text);
}

enum type {
    ANYTHING,
    FILLED,
    ID,
    IDS,
    NAMES,
    LANGUAGE,
    PATH,
    COUNT,
    NUMBER,
    NUMBER_OR_EMPTY,
    LOCAL,
    STATE_OR_EMPTY,
    DOCUMENT_CLASS,
    NAV_CLASS,
    MARK_CLASS,
    PAGE_CLASS,
    SCOPE,
    CHART_KIND,
    SERIES_ROLE
};
static const struct {
    bool (*fits)(const char *text); /* NULL: one of the words wanted */
    const char *wanted;             /* for the message */
} TYPE[] = {
    [ANYTHING] = {is_anything,        ""                                                                              },
    [FILLED] = {is_filled,          "1字以上の文字"                                                           },
    [ID] = {is_id,              "文字で始まる、空白のない名前"                                    },
    [IDS] = {are_ids,            "空白で区切った1つ以上のid"                                          },
    [NAMES] = {are_words,          "空白で区切った1つ以上の名前"                                      },
    [LANGUAGE] = {is_language,        "「ja」のような言語の名前"                                           },
    [PATH] = {is_path,            "「sheets/1-1-1.html」のような、英小文字、数字、「-」の名前"},
    [COUNT] = {is_count,           "1から1000までの整数"                                                    },
    [NUMBER] = {is_number,          "半角の数"                                                                  },
    [NUMBER_OR_EMPTY] = {is_number_or_empty, "半角の数又は空"                                                         },
    [LOCAL] = {is_local,           "「#」で始まるid"                                                         },
    [STATE_OR_EMPTY] = {is_state_or_empty,  STATES "又は空"                                                              },
    [DOCUMENT_CLASS] = {NULL,               "report、plan、briefing、matrix、site"                                      },
    [NAV_CLASS] = {NULL,               "toc、links"                                                                   },
    [MARK_CLASS] = {NULL,               "mark"                                                                          },
    [PAGE_CLASS] = {NULL,               "page"                                                                          },
    [SCOPE] = {NULL,               "col、row、colgroup、rowgroup"                                               },
    [CHART_KIND] = {NULL,               "bars、dots、line、strip、stacked、matrix"                                 },
    [SERIES_ROLE] = {NULL,               "target、actual、projection、plan、row、" STATES                           },
};

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
    SECTION, DIV, NAV, H1, H2, H3, H4, P, UL, OL, LI,
    ENTRIES, ENTRY, ENTRY_LINK, ENTRY_PAGE, /* ol, li, a and span of a nav */
    TABLE, CAPTION, THEAD, TBODY, TR, TH, TD, FIGURE, FIGCAPTION, CHART, SERIES, POINT,
    A, SPAN, ABBR, STRONG, BR, RUBY, RT,
    SHAPES
};
/* clang-format on */
#define SET(shape) (UINT64_C(1) << (shape))
#define HEADINGS (SET(H1) | SET(H2) | SET(H3) | SET(H4))
#define LISTS (SET(UL) | SET(OL))
#define BLOCKS (SET(SECTION) | SET(DIV) | SET(NAV) | HEADINGS | SET(P) | LISTS | SET(TABLE) | SET(FIGURE))
#define INLINE (SET(A) | SET(SPAN) | SET(ABBR) | SET(STRONG) | SET(BR) | SET(RUBY))
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

const struct shape *vocabulary_root(void)
{
    return &SHAPE[DOCUMENT];
}

const struct shape *vocabulary_shape(uint64_t of, const xmlNode *child)
{
    const char *name = (const char *)child->name;
    if (child->ns) return NULL;
    for (int id = 0; id < SHAPES; id++)
        if ((of & SET(id)) && SHAPE[id].name[0] == name[0] && !strcmp(SHAPE[id].name, name)) return &SHAPE[id];
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
    *wanted = TYPE[attribute->type].wanted;
    return TYPE[attribute->type].fits ? TYPE[attribute->type].fits(value) : is_one_of(*wanted, value);
}
