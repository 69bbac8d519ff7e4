/* record: data.json: the plan with all that was reported and computed, as templates/schema/data.schema.json says. The only place
   that knows the library for JSON. Private to src/data/. */
#ifndef GYOKAKU_RECORD_H
#define GYOKAKU_RECORD_H
#include "base/buf.h"
#include "data/source.h"

/* The whole file: UTF-8, keys in a fixed order, a line feed at the end. */
void record_json(const struct source *source, struct buf *out);
#endif
