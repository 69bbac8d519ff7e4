/* template: facts → document through libxslt, confined to the template folder. Knows nothing of what the document says. */
#include "document/template.h"
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/xml.h"
#include "document/element.h"
#include "document/ruby.h"
#include "document/rules.h"

/* A thousand sheets take some eight million steps; a template that calls itself twice would never come to an end. */
enum { MOST_STEPS = 50000000 };
enum { FILE_LIMIT = 4 << 20, DEEPEST_TEMPLATE = 400, LONGEST_LINE = 1024, TOLD_FAULTS = 5 };

/* libxslt's loader and error handler are global and take no context of ours: the run that uses them is noted here while it lasts. */
static _Thread_local struct run {
    const char *folder;
    struct diag *diag;
    bool placing;       /* put at="file:line" on literal elements */
    bool refused;       /* a file outside the folder: told */
    struct buf message; /* what libxslt says, in English */
} * current;

/* ---- loading ---- */

/* Is `path` a file directly in the folder, however the two are written (./x, y/../x)? */
static bool is_inside(const char *folder, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *parent = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    char *real_parent = parent ? realpath(parent, NULL) : NULL, *real_folder = realpath(folder, NULL);
    bool inside = real_parent && real_folder && !strcmp(real_parent, real_folder);
    free(parent);
    free(real_parent);
    free(real_folder);
    return inside;
}

/* So that a fault in the document can say which line of which template wrote the element. */
static void put_places(xmlNode *parent, const char *path)
{
    for (xmlNode *n = element_first(parent); n; n = element_next(n->next)) {
        char place[LONGEST_LINE];
        if (!n->ns || !xmlStrEqual(n->ns->href, XSLT_NAMESPACE)) {
            snprintf(place, sizeof place, "%s:%ld", path, xmlGetLineNo(n));
            xmlSetProp(n, (const xmlChar *)"at", (const xmlChar *)place);
        }
        put_places(n, path);
    }
}

static xmlDoc *load(const char *path, xmlDict *names)
{
    xmlDoc *doc = xml_read_shared(path, FILE_LIMIT, names, current->diag);
    if (doc && current->placing) put_places(xmlDocGetRootElement(doc), path);
    return doc;
}

/* Imports and includes. `uri` is libxml2's, percent-encoded; `names` is the dictionary of all style sheets of this run. */
static xmlDoc *load_for_libxslt(const xmlChar *uri, xmlDict *names, int options, void *context, xsltLoadType type)
{
    (void)options, (void)context, (void)type;
    char *path = xmlURIUnescapeString((const char *)uri, 0, NULL);
    xmlDoc *doc = NULL;
    if (path && is_inside(current->folder, path))
        doc = load(path, names);
    else
        DIAG(current->diag, TEMPLATE_OUTSIDE, current->folder, 0, path ? path : "");
    if (!doc) current->refused = true;
    xmlFree(path);
    return doc;
}

/* ---- what libxslt says ---- */

static void hear(void *context, const char *format, ...)
{
    enum { MOST = 1 << 16 };
    char text[LONGEST_LINE];
    va_list arguments;
    (void)context;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length > 0 && current->message.size < MOST) buf_str(&current->message, text);
}

/* Errors of libxml2 become lines like libxslt's own. Those of XPath come before the line that says where. */
static const char XPATH[] = "\1"; /* begins such a line */
static void hear_structured(void *context, xmlErrorPtr error)
{
    (void)context;
    if (error->domain == XML_FROM_XPATH)
        hear(NULL, "%s%d %s\n", XPATH, error->code, error->str1 ? error->str1 : "");
    else if (error->message)
        hear(NULL, "%s", error->message);
}

/* What libxml2 prints beside its structured errors. */
static void ignore(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

struct place {
    char file[LONGEST_LINE];
    long line;
};

/* "runtime error: file FILE line N element X" says where the lines after it belong; FILE is percent-encoded. */
static bool read_place(const char *line, struct place *place)
{
    static const char FILE_WORD[] = "file ", LINE_WORD[] = " line ";
    const char *file = strstr(line, FILE_WORD), *number = strstr(line, LINE_WORD);
    if (!strstr(line, "error") || !file || !number || number < file) return false;
    file += strlen(FILE_WORD);
    char *path = xmlURIUnescapeString(file, (int)(number - file), NULL);
    snprintf(place->file, sizeof place->file, "%s", path ? path : "");
    xmlFree(path);
    place->line = strtol(number + strlen(LINE_WORD), NULL, 10);
    return true;
}

/* What goes with the fault itself says nothing to the author: the stack and the hints after an endless recursion, second words on a
   file that was refused or an expression that failed. */
static bool is_noise(const char *line)
{
    static const char *const NOISE[] = {
        "You can adjust",         "Templates:",    "Variables:",     "xsltRunStylesheet",  "no result for",
        "was not compiled",       ": read rights", ": write rights", "returned no result", "could not compile select",
        "could not compile test", "Variable '",    "StepPattern :"};
    for (size_t i = 0; i < sizeof NOISE / sizeof *NOISE; i++)
        if (strstr(line, NOISE[i])) return true;
    return !*line || *line == '#' || !strcmp(line, "error");
}

static const char REFUSED[] = " refused";

/* "Local file read for FILE refused" */
static const char *refused_file(const char *line, char name[LONGEST_LINE])
{
    static const char BEFORE[] = " for ";
    const char *file = strstr(line, BEFORE);
    snprintf(name, LONGEST_LINE, "%s", file ? file + strlen(BEFORE) : line);
    char *end = strstr(name, REFUSED);
    if (end) *end = '\0';
    return name;
}

/* Too deep, or too long in templates. What libxslt says after it is its stack. */
static bool is_endless(const char *line)
{
    return strstr(line, "infinite template recursion") || strstr(line, "maxTemplateDepth") ||
           strstr(line, "Operation limit exceeded");
}

static void tell_fault(const struct place *place, const char *line, bool failed)
{
    static const char MISSING[] = "The called template '";
    char name[LONGEST_LINE];
    struct diag *diag = current->diag;
    const char *missing = strstr(line, MISSING);
    if (!failed) {
        DIAG(diag, TEMPLATE_MESSAGE, place->file, place->line, line);
    } else if (is_endless(line)) {
        DIAG(diag, TEMPLATE_ENDLESS, place->file, place->line, NULL);
    } else if (strstr(line, REFUSED)) {
        DIAG(diag, TEMPLATE_FORBIDDEN, place->file, place->line, refused_file(line, name));
    } else if (missing) {
        snprintf(name, sizeof name, "%s", missing + sizeof MISSING - 1);
        name[strcspn(name, "'")] = '\0';
        DIAG(diag, TEMPLATE_MISSING_NAME, place->file, place->line, name);
    } else {
        DIAG(diag, TEMPLATE_FAULT, place->file, place->line, line);
    }
}

/* The code, and the expression where libxml2 knows it. */
static void tell_xpath(const struct place *place, const char *line)
{
    static const struct {
        int code;
        const char *fault;
    } FAULT[] = {
        {XML_XPATH_UNKNOWN_FUNC_ERROR,   "その名前の関数がありません"      },
        {XML_XPATH_UNDEF_VARIABLE_ERROR, "その名前の変数がありません"      },
        {XML_XPATH_UNDEF_PREFIX_ERROR,   "接頭辞の名前空間が分かりません"},
        {XML_XPATH_INVALID_ARITY,        "関数の引数の数が違います"         },
        {XML_XPATH_INVALID_TYPE,         "値の種類が違います"                  },
    };
    char *expression;
    long code = strtol(line + strlen(XPATH), &expression, 10);
    if (code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED) {
        DIAG(current->diag, TEMPLATE_ENDLESS, place->file, place->line, NULL);
        return;
    }
    const char *fault = "式の書き方が違います";
    for (size_t i = 0; i < sizeof FAULT / sizeof *FAULT; i++)
        if (FAULT[i].code == code) fault = FAULT[i].fault;
    char quoted[LONGEST_LINE] = "";
    expression += strspn(expression, " ");
    if (*expression) snprintf(quoted, sizeof quoted, "「%s」", expression);
    DIAG(current->diag, TEMPLATE_XPATH, place->file, place->line, quoted, fault);
}

/* libxslt only warns of an instruction it does not know, and leaves out what it would have written. */
static bool heard_unknown_instruction(void)
{
    return strstr(buf_text(&current->message), "unknown xsl:") != NULL;
}

static void tell_heard(const char *style_sheet, bool failed)
{
    struct place place = {.line = 0};
    snprintf(place.file, sizeof place.file, "%s", style_sheet);
    char *text = strdup(buf_text(&current->message)), *rest = text;
    const char *expression = NULL, *skipped = ""; /* an expression is heard before its place */
    unsigned told = 0;
    while (rest && told < TOLD_FAULTS) {
        char *line = rest, *end = strchr(rest, '\n');
        rest = end ? end + 1 : NULL;
        if (end) *end = '\0';
        bool placed = read_place(line, &place);
        if (!strncmp(line, XPATH, strlen(XPATH))) expression = line;
        bool noise = failed ? is_noise(line) : !*line;
        if (!placed && noise && *line) skipped = line;
        if (expression ? !placed : placed || noise) continue;
        if (expression)
            tell_xpath(&place, expression);
        else
            tell_fault(&place, line, failed);
        expression = NULL;
        told++;
        if (is_endless(line)) break;
    }
    if (expression) tell_xpath(&place, expression);
    if (failed && !told && !expression) tell_fault(&place, skipped, failed);
    free(text);
}

/* ---- transforming ---- */

/* Templates read and write nothing. The check is on the transform: a default one would refuse the style sheet itself. */
static xsltSecurityPrefs *forbid_everything(xsltTransformContext *context)
{
    static const xsltSecurityOption OPTION[] = {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
                                                XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
                                                XSLT_SECPREF_WRITE_NETWORK};
    xsltSecurityPrefs *security = xsltNewSecurityPrefs();
    for (size_t i = 0; i < sizeof OPTION / sizeof *OPTION; i++)
        xsltSetSecurityPrefs(security, OPTION[i], xsltSecurityForbid);
    xsltSetCtxtSecurityPrefs(security, context);
    return security;
}

static xmlDoc *transform(xsltStylesheet *style, xmlDoc *facts)
{
    xsltTransformContext *context = xsltNewTransformContext(style, facts);
    if (!context) return NULL;
    xsltSecurityPrefs *security = forbid_everything(context);
    xsltSetTransformErrorFunc(context, NULL, hear);
    context->maxTemplateDepth = DEEPEST_TEMPLATE;
    context->opLimit = MOST_STEPS;
    context->xpathCtxt->opLimit = MOST_STEPS;
    xmlDoc *document = xsltApplyStylesheetUser(style, facts, NULL, NULL, NULL, context);
    bool fine = document && context->state == XSLT_STATE_OK;
    xsltFreeTransformContext(context);
    xsltFreeSecurityPrefs(security);
    if (fine) return document;
    xmlFreeDoc(document);
    return NULL;
}

static xmlDoc *run_style_sheet(const char *path, xmlDoc *facts)
{
    xmlDoc *source = load(path, NULL);
    if (!source) {
        current->refused = true;
        return NULL;
    }
    xsltStylesheet *style = xsltParseStylesheetDoc(source);
    if (!style) {
        xmlFreeDoc(source);
        return NULL;
    }
    xmlDoc *document = style->errors || current->refused ? NULL : transform(style, facts);
    xsltFreeStylesheet(style);
    return document;
}

/* One run with libxslt's global handlers ours while it lasts. */
static xmlDoc *apply(const char *folder, const char *path, xmlDoc *facts, bool placing, struct diag *diag)
{
    struct run run = {.folder = folder, .diag = diag, .placing = placing}, *outer = current;
    xsltDocLoaderFunc loader = xsltDocDefaultLoader;
    xmlGenericErrorFunc generic = xsltGenericError;
    void *generic_context = xsltGenericErrorContext;
    xmlStructuredErrorFunc structured = xmlStructuredError;
    void *structured_context = xmlStructuredErrorContext;
    xmlGenericErrorFunc printing = xmlGenericError;
    void *printing_context = xmlGenericErrorContext;
    current = &run;
    xsltSetLoaderFunc(load_for_libxslt);
    xsltSetGenericErrorFunc(NULL, hear);
    xmlSetStructuredErrorFunc(NULL, hear_structured);
    xmlSetGenericErrorFunc(NULL, ignore);
    xmlDoc *document = run_style_sheet(path, facts);
    xsltSetLoaderFunc(loader);
    xsltSetGenericErrorFunc(generic_context, generic);
    xmlSetStructuredErrorFunc(structured_context, structured);
    xmlSetGenericErrorFunc(printing_context, printing);
    if (document && heard_unknown_instruction()) {
        xmlFreeDoc(document);
        document = NULL;
    }
    ruby_unfold(document);
    if (!placing && !run.refused) tell_heard(path, !document);
    buf_free(&run.message);
    current = outer;
    return document;
}

/* A fault has no place of its own: the transform is run again so that elements say where they were written. */
static void check_with_places(const char *folder, const char *path, xmlDoc *facts, struct diag *diag)
{
    struct diag *unheard = diag_new(); /* what the first run has told already */
    xmlDoc *document = apply(folder, path, facts, true, unheard);
    if (document) rules_check(document, path, diag);
    xmlFreeDoc(document);
    diag_free(unheard);
}

/* A transform that must give a root. */
static xmlDoc *transform_whole(const char *folder, const char *path, xmlDoc *facts, struct diag *diag)
{
    unsigned errors = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE);
    xmlDoc *document = apply(folder, path, facts, false, diag);
    bool told = diag_count(diag, SEVERITY_ERROR) + diag_count(diag, SEVERITY_FAILURE) > errors;
    if (!document || !xmlDocGetRootElement(document)) {
        if (!told) DIAG(diag, DOCUMENT_EMPTY, path, 0, NULL);
        xmlFreeDoc(document);
        document = NULL;
    }
    return document;
}

xmlDoc *template_transform(const char *folder, const char *name, xmlDoc *facts, struct diag *diag)
{
    struct arena *arena = arena_new();
    xmlDoc *document = transform_whole(folder, arena_printf(arena, "%s/%s", folder, name), facts, diag);
    arena_free(arena);
    return document;
}

xmlDoc *template_apply(const char *folder, const char *name, xmlDoc *facts, struct diag *diag)
{
    struct arena *arena = arena_new();
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    xmlDoc *document = transform_whole(folder, path, facts, diag);
    if (document && element_next(xmlDocGetRootElement(document)->next)) {
        DIAG(diag, DOCUMENT_ONCE, path, 0, "document", "文書の全体");
        xmlFreeDoc(document);
        document = NULL;
    }
    struct diag *first_look = diag_new();
    if (document && !rules_check(document, path, first_look)) {
        check_with_places(folder, path, facts, diag);
        xmlFreeDoc(document);
        document = NULL;
    }
    diag_free(first_look);
    arena_free(arena);
    return document;
}
