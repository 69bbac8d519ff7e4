/* written: the schema that the program writes for XML editors, to judge what the reader judges. */
#ifndef GYOKAKU_TEST_WRITTEN_H
#define GYOKAKU_TEST_WRITTEN_H
#include <libxml/relaxng.h>
#include "plan/schema.h"

/* That of a kind of file; NULL: it is none. The caller frees it with xmlRelaxNGFree. */
static inline xmlRelaxNG *written_schema(enum root kind)
{
    struct buf text = {0};
    schema_put(kind, &text);
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(text.data, (int)text.size);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    buf_free(&text);
    return schema;
}
#endif
