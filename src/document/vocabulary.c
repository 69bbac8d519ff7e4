/* vocabulary: templates/schema/document.rnc as tables: which element holds what, and its attributes. What no grammar can say is in
   rules*.c. Knows nothing of templates. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "document/element.h"
#include "document/rules_private.h"

static const char BLANKS[] = " \t\r\n";

/* ---- values of attributes: XML Schema's datatypes, as far as documents use them ---- */

struct datatype {
    bool (*fits)(const char *text);
    const char *const *words; /* instead: one of these */
    const char *wanted;       /* for the message */
};

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

static bool are_words(const char *text)
{
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.: \t\r\n";
    const char *odd = text + strspn(text, PLAIN);
    if (!text[strspn(text, BLANKS)]) return false;
    if (!*odd) return true;
    char *joined = strdup(text); /* blanks are all that names lack: without them the whole is one name */
    for (char *p = joined; joined && *p; p++)
        if (strchr(BLANKS, *p)) *p = '-';
    bool fits = joined && xmlValidateNMToken((const xmlChar *)joined, 0) == 0;
    free(joined);
    return fits;
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

static bool is_span(const char *text)
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

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct datatype ANYTHING = {.fits = is_anything}, FILLED = {.fits = is_filled, .wanted = "1字以上の文字"},
                             ID = {.fits = is_id, .wanted = "英字で始まる、空白のない名前"},
                             NAMES = {.fits = are_words, .wanted = "空白で区切った1つ以上の名前"},
                             LANGUAGE = {.fits = is_language, .wanted = "「ja」のような言語の名前"},
                             PATH = {.fits = is_path,
                                     .wanted = "「sheets/1-1-1.html」のような、英小文字、数字、「-」「.」の名前"},
                             SPAN_COUNT = {.fits = is_span, .wanted = "1から1000までの整数"},
                             NUMBER = {.fits = is_number, .wanted = "半角の数"},
                             NUMBER_OR_EMPTY = {.fits = is_number_or_empty, .wanted = "半角の数か空"},
                             LOCAL = {.fits = is_local, .wanted = "「#」で始まるid"},
                             DOCUMENT_CLASS = {.words = WORDS("report", "plan", "briefing", "matrix", "site")},
                             NAV_CLASS = {.words = WORDS("toc", "links")}, MARK_CLASS = {.words = WORDS("mark")},
                             PAGE_CLASS = {.words = WORDS("page")},
                             SCOPE = {.words = WORDS("col", "row", "colgroup", "rowgroup")},
                             CHART_KIND = {.words = WORDS("bars", "dots", "line", "strip", "stacked", "matrix")},
                             SERIES_ROLE = {.words = WORDS("target", "actual", "projection", "plan", "row", "met",
                                                           "near", "unmet", "none", "unreported")},
                             POINT_STATE = {.words = WORDS("met", "near", "unmet", "none", "unreported", "")};

struct attribute {
    const char *name;
    const struct datatype *type;
    bool needed;
};
static const struct attribute COMMON[] = {
    {"id",    &ID, false},
    {"class",  &NAMES, false},
    {"lang", &LANGUAGE, false},
    {0 }
};
#define ATTRIBUTES(...) ((const struct attribute[]){__VA_ARGS__, {0}})

/* ---- elements: one name may stand for two shapes, in two parents ---- */

enum shape_id {
    DOCUMENT,
    PAGE,
    HEADER,
    FOOTER,
    MARK,
    SECTION,
    DIV,
    NAV,
    H1,
    H2,
    H3,
    H4,
    P,
    UL,
    OL,
    LI,
    TABLE,
    CAPTION,
    THEAD,
    TBODY,
    TR,
    TH,
    TD,
    FIGURE,
    FIGCAPTION,
    CHART,
    SERIES,
    POINT,
    A,
    SPAN,
    ABBR,
    STRONG,
    BR,
    ENTRIES,
    ENTRY,
    ENTRY_LINK,
    ENTRY_PAGE, /* ol, li, a and span of a nav */
    SHAPES
};
#define SET(shape) (UINT64_C(1) << (shape))
#define LISTS (SET(UL) | SET(OL))
#define HEADINGS (SET(H1) | SET(H2) | SET(H3) | SET(H4))
#define BLOCKS (SET(SECTION) | SET(DIV) | SET(NAV) | HEADINGS | SET(P) | LISTS | SET(TABLE) | SET(FIGURE))
#define INLINE (SET(A) | SET(SPAN) | SET(ABBR) | SET(STRONG) | SET(BR))

enum times {
    ANY,      /* as many as one likes */
    ONE,      /* one of them all */
    EACH_ONCE /* one of each */
};
/* A run of children; the runs of an element follow one another. */
struct run {
    uint64_t of;
    uint64_t needed; /* at least one of these */
    enum times times;
};
struct shape {
    const char *name;
    enum { TEXT_NEVER, TEXT_TOO, TEXT_OR_BLOCKS } text;
    bool bare; /* without the common attributes */
    struct run run[4];
    const struct attribute *attribute;
};

#define CELL .text = TEXT_OR_BLOCKS, .run = {{INLINE | SET(P) | LISTS | SET(FIGURE)}}
#define SPANS \
    {"colspan", &SPAN_COUNT, false}, {"rowspan", &SPAN_COUNT, false}, \
    { \
        "headers", &NAMES, false \
    }
#define PHRASE .text = TEXT_TOO, .run = {{INLINE}}

static const struct shape SHAPE[SHAPES] = {
    [DOCUMENT] = {"document",                                                                            .bare = true,.run = {{SET(PAGE), SET(PAGE)}},
                  .attribute = ATTRIBUTES({"lang", &LANGUAGE, true}, {"title", &FILLED, true},
                  {"author", &FILLED, true}, {"class", &DOCUMENT_CLASS, true})},
    [PAGE] = {"page",                                     .run = {{SET(HEADER), 0, ONE}, {SET(FOOTER), 0, ONE}, {SET(MARK)}, {BLOCKS, BLOCKS}},
                  .attribute = ATTRIBUTES({"title", &FILLED, true}, {"path", &PATH, false})},
    [HEADER] = {"header",                                                    .bare = true,.run = {{SET(P), SET(P)}}},
    [FOOTER] = {"footer",.bare = true,.run = {{SET(P), SET(P)}}},
    [MARK] = {"aside",                                                                                     .text = TEXT_TOO,.bare = true, .attribute = ATTRIBUTES({"class", &MARK_CLASS, true})},
    [SECTION] = {"section",                                                            .run = {{BLOCKS, BLOCKS}}        },
    [DIV] = {"div",                                                                                                             .run = {{BLOCKS, BLOCKS}}                                            },
    [NAV] = {"nav",                                                                               .bare = true,.run = {{SET(H1) | SET(H2), 0, ONE}, {SET(ENTRIES), SET(ENTRIES), ONE}},
                  .attribute = ATTRIBUTES({"id", &ID, false}, {"class", &NAV_CLASS, true})},
    [ENTRIES] = {"ol",                                .run = {{SET(ENTRY), SET(ENTRY)}}},
    [ENTRY] = {"li", .run = {{SET(ENTRY_LINK), SET(ENTRY_LINK), ONE}}},
    [ENTRY_LINK] = {"a",.text = TEXT_TOO,.run = {{SET(ENTRY_PAGE), SET(ENTRY_PAGE), ONE}},
                  .attribute = ATTRIBUTES({"href", &LOCAL, true})},
    [ENTRY_PAGE] = {"span",.bare = true,.attribute = ATTRIBUTES({"class", &PAGE_CLASS, true})},
    [H1] = {"h1",                                                         PHRASE},
    [H2] = {"h2",                     PHRASE},
    [H3] = {"h3",                                     PHRASE                                            },
    [H4] = {"h4",                                                                                                                      PHRASE                                                                                                                                                                  },
    [P] = {"p",                                                                                     PHRASE},
    [UL] = {"ul",                                .run = {{SET(LI), SET(LI)}}},
    [OL] = {"ol",                       .run = {{SET(LI), SET(LI)}}},
    [LI] = {"li",                                                           .text = TEXT_OR_BLOCKS,.run = {{INLINE | SET(P) | LISTS}}},
    [TABLE] = {"table",                                           .run = {{SET(CAPTION), 0, ONE}, {SET(THEAD), 0, ONE}, {SET(TBODY), SET(TBODY)}}},
    [CAPTION] = {"caption",PHRASE},
    [THEAD] = {"thead",.run = {{SET(TR), SET(TR)}}},
    [TBODY] = {"tbody",                           .run = {{SET(TR), SET(TR)}}},
    [TR] = {"tr",                                    .run = {{SET(TH) | SET(TD), SET(TH) | SET(TD)}}},
    [TH] = {"th",     CELL,.attribute = ATTRIBUTES(SPANS, {"scope", &SCOPE, true})},
    [TD] = {"td",                                                                               CELL,.attribute = ATTRIBUTES(SPANS)},
    [FIGURE] = {"figure",                                                                             .run = {{SET(FIGCAPTION) | SET(CHART), SET(CHART), EACH_ONCE}}},
    [FIGCAPTION] = {"figcaption",                                                                               PHRASE},
    [CHART] = {"chart",                                                                               .run = {{SET(SERIES), SET(SERIES)}},
                  .attribute = ATTRIBUTES({"kind", &CHART_KIND, true}, {"alt", &FILLED, true}, {"unit", &ANYTHING, false},
                  {"note", &ANYTHING, false}, {"from", &NUMBER, false}, {"to", &NUMBER, false})},
    [SERIES] = {"series",                                                                                  .bare = true,.run = {{SET(POINT), SET(POINT)}},
                  .attribute =
                    ATTRIBUTES({"role", &SERIES_ROLE, true}, {"name", &FILLED, true}, {"href", &LOCAL, false})},
    [POINT] = {"point",                                                                                  .text = TEXT_TOO,.bare = true,
                  .attribute = ATTRIBUTES({"at", &FILLED, true}, {"value", &NUMBER_OR_EMPTY, false},
                  {"state", &POINT_STATE, false})},
    [A] = {"a",                                                             PHRASE,.attribute = ATTRIBUTES({"href", &ANYTHING, true})},
    [SPAN] = {"span",   PHRASE               },
    [ABBR] = {"abbr",                                                                              .text = TEXT_TOO,.attribute = ATTRIBUTES({"title", &FILLED, true})},
    [STRONG] = {"strong",                                                                          PHRASE},
    [BR] = {"br",                                                                               .bare = true},
};
enum { RUNS = sizeof SHAPE->run / sizeof *SHAPE->run };

/* ---- attributes ---- */

static const struct attribute *attribute_in(const struct attribute *list, const xmlChar *name)
{
    for (; list && list->name; list++)
        if (!strcmp(list->name, (const char *)name)) return list;
    return NULL;
}

static bool has_attribute(const xmlNode *element, const char *name)
{
    return xmlHasProp(element, (const xmlChar *)name) != NULL;
}

static bool value_fits(const struct datatype *type, const char *value)
{
    if (!type->words) return type->fits(value);
    for (const char *const *word = type->words; *word; word++)
        if (!strcmp(*word, value)) return true;
    return false;
}

static const char *wanted(struct arena *arena, const struct datatype *type)
{
    if (!type->words) return type->wanted;
    const char *list = type->words[0];
    for (const char *const *word = type->words + 1; *word; word++)
        list = arena_printf(arena, "%s、%s", list, **word ? *word : "空");
    return list;
}

static void check_attributes(struct rules_run *run, const xmlNode *element, const struct shape *shape)
{
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        const struct attribute *known = a->ns ? NULL : attribute_in(shape->attribute, a->name);
        if (!known && !a->ns && !shape->bare) known = attribute_in(COMMON, a->name);
        const char *value = element_attr(element, (const char *)a->name);
        if (known && !value_fits(known->type, value))
            TELL(run, element, DOCUMENT_VALUE, shape->name, known->name, value, wanted(run->arena, known->type));
        else if (!known && (a->ns || strcmp((const char *)a->name, "at") != 0))
            TELL(run, element, DOCUMENT_ATTRIBUTE, shape->name, rules_name(run, a->ns, a->name));
    }
    for (const struct attribute *a = shape->attribute; a && a->name; a++)
        if (a->needed && !has_attribute(element, a->name))
            TELL(run, element, DOCUMENT_ATTRIBUTE_MISSING, shape->name, a->name);
}

/* ---- children ---- */

/* The shape of that name among those of the set, or SHAPES. */
static enum shape_id shape_in(uint64_t set, const xmlNode *child)
{
    const char *name = (const char *)child->name;
    if (child->ns) return SHAPES;
    for (int id = 0; set >> id; id++)
        if ((set >> id & 1) && SHAPE[id].name[0] == name[0] && !strcmp(SHAPE[id].name, name)) return (enum shape_id)id;
    return SHAPES;
}

/* Where among the runs of its parent a child stands. */
struct stand {
    int run;
    uint64_t seen; /* of this run */
    const xmlNode *last;
};

/* The child's shape, or SHAPES: told. */
static enum shape_id step(struct rules_run *run, const struct shape *shape, struct stand *stand, const xmlNode *child)
{
    const char *name = rules_name(run, child->ns, child->name);
    for (int i = 0; i < RUNS; i++) {
        enum shape_id id = shape_in(shape->run[i].of, child);
        if (id == SHAPES) continue;
        if (i < stand->run) {
            TELL(run, child, DOCUMENT_ORDER, name, shape->name, (const char *)stand->last->name);
            return id;
        }
        if (i > stand->run) *stand = (struct stand){.run = i};
        uint64_t excluded = shape->run[i].times == ONE ? stand->seen : stand->seen & SET(id);
        if (shape->run[i].times != ANY && excluded) TELL(run, child, DOCUMENT_ONCE, name, shape->name);
        stand->seen |= SET(id);
        stand->last = child;
        return id;
    }
    TELL(run, child, DOCUMENT_ELEMENT, name, shape->name);
    return SHAPES;
}

/* What must be there and is not. `found` has all shapes that were. */
static void check_needed(struct rules_run *run, const xmlNode *element, const struct shape *shape, uint64_t found)
{
    for (int i = 0; i < RUNS; i++) {
        uint64_t needed = shape->run[i].needed;
        if (!needed || (needed & found)) continue;
        int first = 0;
        while (!(needed >> first & 1))
            first++;
        if (needed & (needed - 1))
            TELL(run, element, DOCUMENT_NOTHING_IN, shape->name);
        else
            TELL(run, element, DOCUMENT_CHILD_MISSING, shape->name, SHAPE[first].name);
        return;
    }
}

static void check_element(struct rules_run *run, const xmlNode *element, const struct shape *shape, int depth);

static void check_children(struct rules_run *run, const xmlNode *element, const struct shape *shape, int depth)
{
    struct stand stand = {0};
    uint64_t found = 0;
    bool text = false;
    for (const xmlNode *n = element->children; n; n = n->next) {
        if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && !element_is_blank(n)) {
            if (!text && shape->text == TEXT_NEVER) TELL(run, element, DOCUMENT_TEXT, shape->name);
            text = true;
        }
        if (n->type != XML_ELEMENT_NODE) continue;
        enum shape_id id = step(run, shape, &stand, n);
        if (id == SHAPES) continue;
        found |= SET(id);
        check_element(run, n, &SHAPE[id], depth + 1);
    }
    if (shape->text == TEXT_OR_BLOCKS && (text || (found & INLINE)) && (found & ~INLINE))
        TELL(run, element, DOCUMENT_MIXED, shape->name);
    check_needed(run, element, shape, found);
}

static void check_element(struct rules_run *run, const xmlNode *element, const struct shape *shape, int depth)
{
    if (depth > RULES_DEEPEST) {
        TELL(run, element, DOCUMENT_DEEP, shape->name);
        run->too_deep = true;
        return;
    }
    check_attributes(run, element, shape);
    check_children(run, element, shape, depth);
    if (shape == &SHAPE[CHART]) rules_chart(run, element);
}

void vocabulary_check(struct rules_run *run, const xmlNode *root)
{
    if (root->ns || !element_is(root, SHAPE[DOCUMENT].name))
        TELL(run, root, DOCUMENT_ROOT, rules_name(run, root->ns, root->name));
    else
        check_element(run, root, &SHAPE[DOCUMENT], 1);
}
