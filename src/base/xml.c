/* xml: libxml2's parser with its doors shut, and its English turned into sentences that a clerk can act on. Knows nothing of what
   the file says. */
#include "base/xml.h"
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "base/encoding.h"
#include "base/file.h"

enum { DEPTH_MOST = 64, ELEMENTS_MOST = 1000000, ATTRIBUTES_MOST = 2000 };

struct load {
    const char *path;
    struct diag *diag;
    struct arena *arena;
    unsigned elements;
    bool failed, stopped;
    long line;      /* of the last message: one a line, since libxml2 says more than one about a fault */
    xmlDict *names; /* shared with other documents; NULL: the document's own */
};

/* Which of libxml2's strings fill the sentence. */
enum arguments { NOTHING, FIRST_STRING, MISMATCH, OPENED, CHARACTER };

/* libxml2's errors, by number and, where one number is used for several, the beginning of its text. After those that `go on` the
   parser is still in step with the author. */
static const struct fault {
    int code;
    const char *text;
    enum diag_id id;
    enum arguments arguments;
    bool goes_on;
} FAULTS[] = {
    {XML_ERR_NAME_REQUIRED,             "StartTag",                     DIAG_XML_LESS_THAN,          NOTHING,      false},
    {XML_ERR_NAME_REQUIRED,             "xmlParseEntityRef",            DIAG_XML_AMPERSAND,          NOTHING,      true },
    {XML_ERR_NAME_REQUIRED,             "error parsing attribute name", DIAG_XML_ATTRIBUTE_NAME,     NOTHING,      false},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, NULL,                           DIAG_XML_AMPERSAND,          NOTHING,      true },
    {XML_ERR_UNDECLARED_ENTITY,         NULL,                           DIAG_XML_ENTITY,             FIRST_STRING, true },
    {XML_WAR_UNDECLARED_ENTITY,         NULL,                           DIAG_XML_ENTITY,             FIRST_STRING, true },
    {XML_ERR_INVALID_CHARREF,           NULL,                           DIAG_XML_CHARACTER_NUMBER,   NOTHING,      true },
    {XML_ERR_INVALID_DEC_CHARREF,       NULL,                           DIAG_XML_CHARACTER_NUMBER,   NOTHING,      true },
    {XML_ERR_INVALID_HEX_CHARREF,       NULL,                           DIAG_XML_CHARACTER_NUMBER,   NOTHING,      true },
    {XML_ERR_INVALID_CHAR,              NULL,                           DIAG_XML_CONTROL,            CHARACTER,    true },
    {XML_ERR_ATTRIBUTE_REDEFINED,       NULL,                           DIAG_XML_ATTRIBUTE_TWICE,    FIRST_STRING, true },
    {XML_ERR_LT_IN_ATTRIBUTE,           NULL,                           DIAG_XML_LESS_THAN_IN_VALUE, NOTHING,      false},
    {XML_ERR_ATTRIBUTE_NOT_STARTED,     NULL,                           DIAG_XML_NO_QUOTES,          NOTHING,      false},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED,    NULL,                           DIAG_XML_LESS_THAN_IN_VALUE, NOTHING,      false},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE,   NULL,                           DIAG_XML_NO_VALUE,           FIRST_STRING, false},
    {XML_ERR_SPACE_REQUIRED,            "attributes construct",         DIAG_XML_ATTRIBUTE_NAME,     NOTHING,      false},
    {XML_ERR_GT_REQUIRED,               NULL,                           DIAG_XML_TAG_UNCLOSED,       NOTHING,      false},
    {XML_ERR_TAG_NAME_MISMATCH,         NULL,                           DIAG_XML_TAG_MISMATCH,       MISMATCH,     false},
    {XML_ERR_TAG_NOT_FINISHED,          NULL,                           DIAG_XML_TAG_OPEN,           OPENED,       false},
    {XML_ERR_DOCUMENT_EMPTY,            NULL,                           DIAG_XML_NOT_XML,            NOTHING,      false},
    {XML_ERR_DOCUMENT_END,              NULL,                           DIAG_XML_AFTER_END,          NOTHING,      false},
    {XML_ERR_COMMENT_NOT_FINISHED,      NULL,                           DIAG_XML_COMMENT,            NOTHING,      false},
    {XML_ERR_HYPHEN_IN_COMMENT,         NULL,                           DIAG_XML_COMMENT,            NOTHING,      true },
    {XML_ERR_RESERVED_XML_NAME,         NULL,                           DIAG_XML_DECLARATION,        NOTHING,      true },
    {XML_ERR_XMLDECL_NOT_FINISHED,      NULL,                           DIAG_XML_DECLARATION,        NOTHING,      false},
    {XML_ERR_XMLDECL_NOT_STARTED,       NULL,                           DIAG_XML_DECLARATION,        NOTHING,      false},
    {XML_ERR_STRING_NOT_STARTED,        NULL,                           DIAG_XML_DECLARATION,        NOTHING,      false},
    {XML_ERR_STRING_NOT_CLOSED,         NULL,                           DIAG_XML_DECLARATION,        NOTHING,      false},
    {XML_ERR_VERSION_MISSING,           NULL,                           DIAG_XML_DECLARATION,        NOTHING,      false},
};

static const struct fault *fault_of(const xmlError *error)
{
    static const struct fault OTHER = {.id = DIAG_XML_BROKEN};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        const struct fault *fault = &FAULTS[i];
        bool says = !fault->text || (error->message && !strncmp(error->message, fault->text, strlen(fault->text)));
        if (fault->code == error->code && says) return fault;
    }
    return &OTHER;
}

/* Ends the parsing: what follows would be about the fault and not about the file. */
static void stop(xmlParserCtxt *parser)
{
    struct load *load = parser->_private;
    load->failed = load->stopped = true;
    xmlStopParser(parser);
}

/* The strings of a sentence; libxml2 keeps the line of the opening tag in int1. */
static void tell(struct load *load, const struct fault *fault, const xmlError *error)
{
    const char *args[4] = {NULL};
    if (fault->arguments != NOTHING) args[0] = error->str1 ? error->str1 : "?";
    if (fault->arguments == MISMATCH || fault->arguments == OPENED)
        args[1] = arena_printf(load->arena, "%d", error->int1);
    if (fault->arguments == MISMATCH) args[2] = error->str2 ? error->str2 : "?";
    if (fault->arguments == CHARACTER) args[0] = arena_printf(load->arena, "U+%04X", (unsigned)error->int1);
    diag_report(load->diag, fault->id, load->path, error->line, args);
}

static void on_error(void *user, xmlError *error)
{
    xmlParserCtxt *parser = user;
    struct load *load = parser->_private;
    bool minor = error->level == XML_ERR_WARNING || error->domain == XML_FROM_NAMESPACE;
    if (load->stopped || minor || error->code == XML_ERR_USER_STOP) return;
    const struct fault *fault = fault_of(error);
    if (!load->failed || error->line != load->line) tell(load, fault, error);
    load->failed = true;
    load->line = error->line;
    if (!fault->goes_on) stop(parser);
}

/* A DTD is refused as soon as it begins: no entity is ever declared, nothing outside the file is ever named. */
static void on_doctype(void *user, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    (void)name, (void)public_id, (void)system_id;
    xmlParserCtxt *parser = user;
    struct load *load = parser->_private;
    DIAG(load->diag, XML_DTD, load->path, xmlSAX2GetLineNumber(parser), NULL);
    stop(parser);
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                     const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute)
{
    xmlParserCtxt *parser = user;
    struct load *load = parser->_private;
    if (load->stopped) return;
    if (parser->nodeNr >= DEPTH_MOST || ++load->elements > ELEMENTS_MOST) {
        bool deep = parser->nodeNr >= DEPTH_MOST;
        long line = xmlSAX2GetLineNumber(parser);
        if (deep)
            DIAG(load->diag, XML_DEEP, load->path, line, arena_printf(load->arena, "%d", DEPTH_MOST));
        else
            DIAG(load->diag, XML_MANY_ELEMENTS, load->path, line, NULL);
        stop(parser);
        return;
    }
    xmlSAX2StartElementNs(user, name, prefix, uri, namespaces, namespace, attributes, defaulted, attribute);
}

/* libxml2 compares each attribute of a tag with all before it. No tag holds a second <, so the = between two of them bound its
   attributes from above, before anything is parsed. */
static bool attributes_are_few(struct load *load, const struct buf *text)
{
    unsigned signs = 0;
    for (size_t i = 0; i < text->size; i++) {
        if (text->data[i] == '<') signs = 0;
        if (text->data[i] != '=' || ++signs <= ATTRIBUTES_MOST) continue;
        DIAG(load->diag, XML_MANY_ATTRIBUTES, load->path, encoding_line(text, i),
             arena_printf(load->arena, "%d", ATTRIBUTES_MOST));
        return false;
    }
    return true;
}

static xmlDoc *parse(struct load *load, const struct buf *text)
{
    const int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC;
    if (!attributes_are_few(load, text)) return NULL;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser) return NULL;
    if (load->names) {
        xmlDictFree(parser->dict);
        parser->dict = load->names;
        xmlDictReference(load->names);
    }
    parser->_private = load;
    parser->sax->serror = on_error;
    parser->sax->internalSubset = on_doctype;
    parser->sax->startElementNs = on_start;
    xmlDoc *document = xmlCtxtReadMemory(parser, text->data, (int)text->size, load->path, "UTF-8", options);
    xmlFreeParserCtxt(parser);
    if (document && !load->failed) return document;
    if (!load->failed) DIAG(load->diag, XML_BROKEN, load->path, 0, NULL);
    xmlFreeDoc(document);
    return NULL;
}

xmlDoc *xml_read(const char *path, size_t limit, struct diag *diag)
{
    return xml_read_shared(path, limit, NULL, diag);
}

static xmlDoc *read_text(const char *path, struct buf *text, xmlDict *names, struct diag *diag)
{
    struct load load = {.path = path, .diag = diag, .arena = arena_new(), .names = names};
    xmlDoc *document = encoding_to_utf8(path, text, diag) ? parse(&load, text) : NULL;
    arena_free(load.arena);
    return document;
}

xmlDoc *xml_read_bytes(const char *path, struct buf *bytes, struct diag *diag)
{
    return read_text(path, bytes, NULL, diag);
}

xmlDoc *xml_read_shared(const char *path, size_t limit, xmlDict *names, struct diag *diag)
{
    struct buf text = {0};
    if (!file_read(path, limit, &text, diag)) return NULL;
    xmlDoc *document = read_text(path, &text, names, diag);
    buf_free(&text);
    return document;
}
