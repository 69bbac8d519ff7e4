/* open_json: data.json as listings with the columns of open_wanted.h. Private to src/verify/. */
#ifndef GYOKAKU_OPEN_JSON_H
#define GYOKAKU_OPEN_JSON_H
#include "base/buf.h"
#include "verify/listing.h"
#include "verify/open_wanted.h"

/* Fills a listing of each kind, freed with listing_free. False: told. */
bool open_json(struct finding *finding, const char *file, const struct buf *content, struct listing *out[OPEN_KINDS]);
#endif
