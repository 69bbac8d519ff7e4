/* documents: what the tests of src/document share: documents from text, what was said about them, and libxml2's judgement by a
   schema of templates/schema. */
#ifndef GYOKAKU_TEST_DOCUMENTS_H
#define GYOKAKU_TEST_DOCUMENTS_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xpath.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/diag.h"

static inline xmlDoc *parsed(const char *text)
{
    xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "test.xml", NULL, XML_PARSE_NONET);
    assert_non_null(doc);
    return doc;
}

/* All messages as diag_print writes them; the caller frees them. */
static inline char *messages_of(const struct diag *diag)
{
    char *messages = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&messages, &size);
    diag_print(diag, out, false);
    fclose(out);
    return messages;
}

/* Is there a message of this kind? "document-order" stands as [document-order] at its end. */
static inline int is_said(const char *messages, const char *name)
{
    char bracketed[64];
    snprintf(bracketed, sizeof bracketed, "[%s]", name);
    return strstr(messages, bracketed) != NULL;
}

struct schema {
    xmlRelaxNG *grammar;
};

static inline void schema_quiet(void *context, xmlErrorPtr error)
{
    (void)context, (void)error;
}

static inline void schema_silent(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

static inline struct schema schema_read(const char *path)
{
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt(path);
    struct schema schema = {xmlRelaxNGParse(parser)};
    xmlRelaxNGFreeParserCtxt(parser);
    assert_non_null(schema.grammar);
    return schema;
}

static inline void schema_free(struct schema *schema)
{
    xmlRelaxNGFree(schema->grammar);
    xmlRelaxNGCleanupTypes();
}

/* `loud` prints the first of its reasons. */
static inline int schema_accepts(const struct schema *schema, xmlDoc *doc, int loud)
{
    xmlDoc *copy = xmlCopyDoc(doc, 1); /* libxml2 notes on the tree which ids it has seen */
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(schema->grammar);
    if (!loud) xmlRelaxNGSetValidStructuredErrors(context, schema_quiet, NULL);
    if (!loud) xmlSetStructuredErrorFunc(NULL, schema_quiet); /* for ids that are not there */
    if (!loud) xmlSetGenericErrorFunc(NULL, schema_silent);
    int verdict = xmlRelaxNGValidateDoc(context, copy);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xmlRelaxNGFreeValidCtxt(context);
    xmlFreeDoc(copy);
    assert_true(verdict >= 0);
    return verdict == 0;
}

/* A number, count(…) or sum(…), of a document. */
static inline double number_of(xmlDoc *doc, const char *path)
{
    xmlXPathContext *context = xmlXPathNewContext(doc);
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)path, context);
    assert_non_null(found);
    double number = xmlXPathCastToNumber(found);
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return number;
}

/* The first node that a path finds, or NULL. */
static inline xmlNode *node_of(xmlDoc *doc, const char *path)
{
    xmlXPathContext *context = xmlXPathNewContext(doc);
    xmlXPathObject *found = xmlXPathEvalExpression((const xmlChar *)path, context);
    xmlNode *node = found && found->nodesetval && found->nodesetval->nodeNr ? found->nodesetval->nodeTab[0] : NULL;
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    return node;
}
#endif
